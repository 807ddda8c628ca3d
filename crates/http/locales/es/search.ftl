# The search.
search-title = Búsqueda
search-empty = Escriba arriba una palabra: el nombre de una página, una tarea, un cliente, un artículo o una persona de su empresa.
search-found =
    { $count ->
        [0] No hay coincidencias entre lo que usted puede abrir. Pruebe con una palabra más corta o con otra.
        [one] Una coincidencia
       *[other] { $count } coincidencias
    }
search-filters = Tipos de registro
search-apply = Aplicar
search-clear = Borrar filtros
search-view-all = Ver todo ({ $count })
search-view-less = Mostrar los cinco primeros
search-help = Ayuda
search-too-long = Es más de lo que se puede buscar. Use menos palabras.
search-type-page = Páginas
search-type-opportunity = Oportunidades
search-type-lead = Clientes potenciales
search-type-offering = Ofertas
search-type-technical-validation = Validaciones técnicas
search-type-case-study = Casos de estudio
search-type-device-listing = Fichas de dispositivos
search-type-workload = Cargas de trabajo de Well-Architected
search-type-public-reference = Referencias públicas
search-type-program-application = Solicitudes de programas
search-type-competency-application = Solicitudes de competencias
search-type-product = Productos y servicios
search-type-task = Tareas
search-type-case = Casos de soporte
search-type-person = Personas
search-type-guide = Guías
search-type-video = Videos
search-type-document = Documentos
search-type-faq = Preguntas
search-type-walkthrough = Tutoriales
search-type-news = Noticias
search-type-event = Eventos
