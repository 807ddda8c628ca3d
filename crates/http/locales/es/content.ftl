# News, events, resources, walkthroughs.
news-title = Noticias para socios
news-lead = Novedades del portal y de los servicios, y los días que conviene recordar: los últimos seis meses.
events-title = Eventos para socios
events-lead = Todos los próximos eventos; lo que interesa a todos los socios aparece primero.
resources-title = Recursos
resources-lead = Guías, videos, documentos y respuestas del programa.
walkthroughs-title = Tutoriales
walkthroughs-lead = Paso a paso por el portal y por lo que más se hace en él.
content-words = Palabras
content-kind = Tipo
content-delivery = Modalidad
content-show = Mostrar
content-found =
    { $count ->
        [one] Una entrada
       *[other] { $count } entradas
    }
content-none = Aún no se ha publicado nada.
content-none-matches = No hay coincidencias. Quite un filtro o pruebe con otra palabra.
content-pinned = Fijado
content-portal-launch = Portal
content-service-launch = Servicio
content-deadline = Fecha límite
content-webinar = Seminario web
content-workshop = Taller
content-summit = Cumbre
content-keynote = Ponencia principal
content-in-person = Presencial
content-virtual = Virtual
content-both = Presencial y virtual
content-guide = Guía
content-video = Video
content-document = Documento
content-faq = Pregunta
content-of-the-portal = Instrucciones
content-steps =
    { $count ->
        [one] Un paso
       *[other] { $count } pasos
    }
content-day = Publicado
content-source = De
content-begins = Comienza
content-ends = Termina
content-place = Lugar
content-more = Leer más
content-register = Detalles e inscripción
content-open = Abrir
content-step-open = Ir a la página
