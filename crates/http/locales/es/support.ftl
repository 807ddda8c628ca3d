# Soporte: casos, artículos, formulario de contacto.
support-title = Soporte
support-lead-text = Pregunte a { $desk }, siga la correspondencia y lea lo que otros preguntaron.
support-open = Abrir un caso
support-open-text = Haga una pregunta, con archivos si ayudan
support-cases = Sus casos
support-none = Todavía no hay ningún caso.
support-none-matches = Ningún caso coincide.
support-search = Palabras del asunto, los mensajes o los nombres de archivo
support-show = Mostrar
support-found =
    { $count ->
        [one] Un caso
       *[other] { $count } casos
    }
support-by-subject = Asunto
support-by-progress = Estado
support-by-opened-by = Abierto por
support-by-last-word = Último mensaje
support-progress-all = Todos
support-progress-waiting = Espera a soporte
support-progress-answered = Respondido
support-progress-closed = Cerrado
support-cancellation = Termina la membresía
support-cancellation-text = Este caso pide terminar la membresía de su empresa en el programa. Soporte responde antes de que cambie nada.
support-topic = Tema
support-topic-all = Todos los temas

support-articles = Artículos
support-articles-title = Artículos de soporte
support-articles-text = Respuestas a preguntas frecuentes
support-articles-search = Buscar en los artículos
support-articles-all = Todos los artículos
support-articles-none = Ningún artículo coincide.
support-articles-found =
    { $count ->
        [one] Un artículo
       *[other] { $count } artículos
    }
support-articles-ask = ¿No es lo que buscaba?

support-new-title = Abrir un caso
support-new-text = Las tres opciones llevan su pregunta a las personas adecuadas.
support-new-button = Abrir el caso
support-new-tab = (se abre en una pestaña nueva)
support-case-type = Tipo de caso
support-question = Tipo de pregunta
support-specific = Más específico
support-topic-next = Continuar
support-topic-change = Usar estas opciones
support-perhaps = Quizá le ayude alguno de estos
support-subject = Asunto
support-subject-hint = En pocas palabras.
support-description = Descripción
support-description-hint = ¿Qué hizo, qué ocurrió y qué esperaba?
support-opened-said = Su caso está abierto. Recibirá un correo cuando tenga respuesta.

support-files = Archivos adjuntos
support-files-hint = Hasta { $files } archivos de { $size } cada uno, { $together } a la vez: { $types }.
support-files-kept = Adjuntos. Quite la marca de lo que no deba enviarse.
support-files-too-many = Son más de { $files } archivos.
support-files-too-large = Un archivo ocupa más de { $size }.
support-files-too-large-together = Estos archivos juntos ocupan más de { $together }. Envíe algunos con otro mensaje.
support-files-sending = Enviando los archivos
support-file-label = { $name } ({ $size })
support-size-bytes =
    { $number ->
        [one] 1 byte
       *[other] { $number } bytes
    }
support-size-kilobytes = { $number } KB
support-size-megabytes = { $number } MB
support-file-required = Un archivo no tiene nombre.
support-file-too-long = El nombre de “{ $name }” es demasiado largo.
support-file-bad-character = El nombre de “{ $name }” contiene un carácter que no se admite. Cambie el nombre del archivo.
support-file-not-a-file-name = “{ $name }” no es un nombre de archivo. Cámbielo.
support-file-ending = Aquí no se admiten archivos con la terminación de “{ $name }”.
support-file-empty = “{ $name }” está vacío.
support-file-too-large = “{ $name }” es demasiado grande.
support-file-not-allowed = No se admiten archivos como “{ $name }”.
support-file-not-what-it-says = “{ $name }” no contiene lo que indica su terminación.
support-file-too-many = “{ $name }” supera el número de archivos permitido.
support-file-too-many-waiting = “{ $name }” no se aceptó: demasiados archivos suyos esperan un mensaje. Inténtelo mañana.
support-file-twice = “{ $name }” está adjunto dos veces.
support-file-gone = Un archivo que estaba adjunto ya no está. Adjúntelo de nuevo.
fault-not-of-case-type = Elija una pregunta de este tipo.
fault-not-of-question = Elija un valor de esta pregunta.

support-about = Acerca de este caso
support-opened-at = Abierto
support-closed-at = Cerrado
support-correspondence = Correspondencia
support-staff = Soporte
support-reply-title = Responder
support-reply = Su mensaje
support-reply-button = Enviar
support-replied-said = Su mensaje se ha enviado.
support-unsent = Lo que escribió y lo que no se envió
support-closed-text = Este caso está cerrado.
support-again = Abrir un caso nuevo sobre lo mismo
support-close = Cerrar el caso
support-close-title = ¿Cerrar este caso?
support-close-text = Nadie podrá escribir más en él. Permanece en su lista.
support-closed-said = El caso está cerrado.
support-back-to-case = Volver al caso

support-entry-help = Para obtener ayuda con el inicio de sesión y el registro, contacte con { $desk }.
support-contact-form-title = Formulario de contacto
support-contact-form-text = Escribir a { $desk } sin iniciar sesión
support-contact-intro = Para quienes no pueden iniciar sesión. { $desk } responde por correo.
support-contact-email = Correo para la respuesta
support-contact-email-hint = Una dirección en la que reciba correo ahora.
support-contact-company = Su empresa
support-contact-message = Mensaje
support-contact-message-hint = ¿Qué intentó y qué ocurrió? Nunca envíe una contraseña ni un código.
support-contact-button = Enviar
support-contact-sent = Su mensaje se ha enviado
support-contact-sent-text = { $desk } tiene su mensaje. La respuesta llega por correo a la dirección que indicó.
