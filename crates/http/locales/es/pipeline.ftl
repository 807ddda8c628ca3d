# Opportunities and leads: lists, forms, steps, files and reports.
pipeline-opportunity-title = Oportunidades
pipeline-opportunity-back = Todas las oportunidades
pipeline-opportunity-called = Oportunidad
pipeline-opportunity-search-label = Título, cliente o número
pipeline-opportunity-none = Aún no hay oportunidades. Las que aporte su empresa y las que se compartan con ella aparecerán aquí.
pipeline-opportunity-none-fit = Ninguna oportunidad coincide con estos filtros.
pipeline-opportunity-new = Nueva oportunidad
pipeline-opportunity-new-title = Nueva oportunidad
pipeline-opportunity-new-text = Para empezar bastan el cliente y un título. Usted es titular de la oportunidad y la envía a revisión cuando esté completa.
pipeline-opportunity-new-button = Crear
pipeline-opportunity-created = La oportunidad se creó. Aún no se ha enviado a revisión.
pipeline-opportunity-report-title = La cartera de ventas en cifras
pipeline-opportunity-bulk-title = Oportunidades desde archivos
pipeline-opportunity-bulk-import-hint = Cada fila se convierte en una oportunidad nueva de la que usted es titular.
pipeline-opportunity-bulk-update-hint = Cada fila cambia la oportunidad cuyo ID figura en la columna “id”. Las columnas que no están en el archivo no cambian; una celda vacía vacía su campo.
pipeline-opportunity-bulk-transfer-hint = Cada fila transfiere la oportunidad de la columna “id” a la persona cuya dirección de correo figura en la columna “owner”.

pipeline-lead-title = Clientes potenciales
pipeline-lead-back = Todos los clientes potenciales
pipeline-lead-called = Cliente potencial
pipeline-lead-search-label = Cliente, contacto o campaña
pipeline-lead-none = Aún no se han compartido clientes potenciales con su empresa. Los nuevos aparecerán aquí, y quien supervisa la cartera de ventas recibirá un correo.
pipeline-lead-none-fit = Ningún cliente potencial coincide con estos filtros.
pipeline-lead-report-title = Clientes potenciales y campañas
pipeline-lead-bulk-title = Clientes potenciales desde archivos
pipeline-lead-bulk-transfer-hint = Cada fila transfiere el cliente potencial de la columna “id” a la persona cuya dirección de correo figura en la columna “owner”.

# Lists.
pipeline-report = En cifras
pipeline-files = Trabajar con archivos
pipeline-download = Descargar como CSV
pipeline-show = Mostrar
pipeline-clear = Borrar filtros
pipeline-shown = { $first }–{ $last } de { $total }
pipeline-filter-all = Todos
pipeline-filter-stage = Fase
pipeline-filter-review = Revisión
pipeline-filter-origin = Aportado por
pipeline-filter-status = Uso compartido
pipeline-filter-owner = Titular
pipeline-due-from = Cierre desde
pipeline-due-until = Cierre hasta
pipeline-sort-title = Título
pipeline-sort-customer = Cliente
pipeline-sort-stage = Fase
pipeline-sort-status = Estado
pipeline-sort-owner = Titular
pipeline-sort-target-close-date = Cierre
pipeline-sort-region = Región
pipeline-sort-last-modified-date = Último cambio
pipeline-nobody = Aún nadie
pipeline-owner-me = Yo
pipeline-unknown = Se desconoce

# States.
pipeline-stage-prospect = Prospecto
pipeline-stage-qualified = Cualificada
pipeline-stage-technical-validation = Validación técnica
pipeline-stage-business-validation = Validación comercial
pipeline-stage-committed = Comprometida
pipeline-stage-launched = Lanzada
pipeline-stage-closed-lost = Cerrada como perdida
pipeline-review-pending-submission = No enviada
pipeline-review-submitted = Enviada
pipeline-review-in-review = En revisión
pipeline-review-approved = Aprobada
pipeline-review-rejected = Desestimada
pipeline-review-action-required = Pregunta abierta
pipeline-status-pending = Espera una respuesta
pipeline-status-accepted = Aceptado
pipeline-status-rejected = Rechazado
pipeline-status-expired = Vencido
pipeline-origin-aws-referral = El programa
pipeline-origin-partner-referral = Su empresa
pipeline-involvement = Qué desea
pipeline-involvement-co-sell = Venderla conjuntamente
pipeline-involvement-for-visibility-only = Solo darla a conocer
pipeline-visibility = Qué ve el equipo de ventas del programa
pipeline-visibility-full = Todo
pipeline-visibility-limited = Poco

# One entry.
pipeline-overview = Resumen
pipeline-owner = Titular
pipeline-origin = Aportado por
pipeline-created = Creado
pipeline-changed = Último cambio
pipeline-past-steps = Próximos pasos anteriores
pipeline-history = Historial
pipeline-by-programme = El programa
pipeline-notice-not-submitted = Esta oportunidad aún no se ha enviado a revisión, por lo que el programa no la ve.
pipeline-notice-in-review = Mientras el programa revisa esta oportunidad, sus campos no cambian.
pipeline-notice-question = El programa necesita saber más. { $reason }: { $comments } Edite la oportunidad para responder; después vuelve a revisión.
pipeline-notice-turned-down = El programa desestimó esta oportunidad: { $reason }
pipeline-notice-pending = Esto se compartió con su empresa. Acéptelo para trabajar en ello o rechácelo.
pipeline-notice-pending-until = Esto se compartió con su empresa. Acéptelo para trabajar en ello o rechácelo a más tardar el { $end }.
pipeline-notice-rejected = Su empresa lo rechazó: { $reason }
pipeline-notice-expired = Nadie respondió a tiempo, por lo que ya no se puede aceptar.
pipeline-event-opportunity-created = Creada para { $owner }
pipeline-event-opportunity-shared = Compartida con { $owner }
pipeline-event-opportunity-submitted = Enviada a revisión
pipeline-event-opportunity-edited = Editada
pipeline-event-opportunity-transferred = Transferida a { $owner }
pipeline-event-opportunity-accepted = Aceptada para { $owner }
pipeline-event-opportunity-rejected = Rechazada
pipeline-event-opportunity-review-started = Revisión iniciada
pipeline-event-opportunity-approved = Aprobada
pipeline-event-opportunity-disqualified = Desestimada
pipeline-event-opportunity-information-requested = Pregunta planteada
pipeline-event-lead-shared = Compartido con { $owner }
pipeline-event-lead-accepted = Aceptado para { $owner }
pipeline-event-lead-rejected = Rechazado
pipeline-event-lead-edited = Editado
pipeline-event-lead-transferred = Transferido a { $owner }
pipeline-event-fields = Cambios: { $fields }

# Steps.
pipeline-do-accept = Aceptar
pipeline-do-reject = Rechazar
pipeline-do-submit = Enviar a revisión
pipeline-do-edit = Editar
pipeline-do-transfer = Transferir
pipeline-edit-title = Editar { $title }
pipeline-edit-contended = Otra persona cambió esto mientras usted escribía. Lo que escribió sigue aquí. Si lo guarda ahora, reemplaza esos cambios; para verlos antes, abra la entrada en otra ventana.
pipeline-saved = Sus cambios se guardaron.
pipeline-unchanged = No había nada que cambiar.
pipeline-submit-title = Enviar { $title } a revisión
pipeline-submit-text = El programa revisa entonces la oportunidad. Hasta que decida, sus campos no se pueden cambiar.
pipeline-co-sell-hint = El equipo de ventas del programa trabaja en ella con usted.
pipeline-visibility-only-hint = El programa la conoce y no interviene.
pipeline-full-hint = El equipo de ventas del programa lee todos los campos.
pipeline-limited-hint = El equipo de ventas del programa lee solo lo necesario para evitar conflictos.
pipeline-submitted = La oportunidad se envió y espera su revisión.
pipeline-accept-title = Aceptar { $title }
pipeline-accept-text = Su empresa lo asume y { $owner } es su titular. Después no se puede rechazar.
pipeline-accepted = Aceptado. Ya puede trabajar en ello.
pipeline-reject-title = Rechazar { $title }
pipeline-reject-text = Su empresa no lo asume. Después no se puede aceptar, salvo que el programa lo comparta de nuevo.
pipeline-reason = Motivo
pipeline-reason-hint = El programa lo lee.
pipeline-rejected = Rechazado.
pipeline-transfer-title = Transferir { $title }
pipeline-transfer-text = Elija quién debe ser titular. Solo se puede elegir a personas con acceso cuyos roles permitan ser titular de oportunidades y clientes potenciales.
pipeline-transfer-to = Nuevo titular
pipeline-transfer-from = Titular hasta ahora
pipeline-transfer-keeps = { $to } es titular desde ahora. Usted sigue viendo y editando la entrada.
pipeline-transfer-loses = { $to } es titular desde ahora. Usted dejará de ver la entrada.
pipeline-transfer-confirm = Transferir
pipeline-transfer-other = Elegir a otra persona
pipeline-transferred = El titular de { $title } es ahora { $to }.

# Files.
pipeline-bulk-get = Obtener un archivo
pipeline-bulk-export-text = Todo lo que puede ver, para editarlo y devolverlo como actualización
pipeline-bulk-template-text = Los encabezados para una importación, sin filas
pipeline-bulk-template = Descargar encabezados
pipeline-bulk-send = Enviar un archivo
pipeline-bulk-text = Antes de que cambie nada, verá lo que haría cada fila.
pipeline-bulk-what = Para qué es el archivo
pipeline-bulk-import = Importación
pipeline-bulk-update = Actualización
pipeline-bulk-transfer = Transferencia
pipeline-bulk-mode = Si hay filas con errores
pipeline-bulk-all = Aceptar todas las filas o ninguna
pipeline-bulk-all-hint = Con una sola fila incorrecta no cambia nada.
pipeline-bulk-good = Aceptar las filas correctas
pipeline-bulk-good-hint = Las filas incorrectas se enumeran y se omiten.
pipeline-bulk-file = Archivo CSV
pipeline-bulk-limits = UTF-8, encabezados en la primera fila, como máximo { $rows } filas y { $kilobytes } kilobytes.
pipeline-bulk-look = Revisarlo primero
pipeline-bulk-no-file = Elija un archivo.
pipeline-bulk-not-utf8 = La línea { $line } contiene bytes que no son UTF-8. Guarde el archivo como UTF-8 y envíelo de nuevo.
pipeline-bulk-unreadable = El archivo no se puede leer. No se cambió nada.
pipeline-bulk-gone = Este archivo ya se procesó o estuvo aquí demasiado tiempo. Envíelo de nuevo si aún lo necesita.
pipeline-bulk-preview-title = Qué cambiaría el archivo
pipeline-bulk-preview = Aún no ha cambiado nada.
pipeline-bulk-held = Algunas filas tienen errores y usted pidió todas las filas o ninguna. Corrija el archivo y envíelo de nuevo. No se cambió nada.
pipeline-bulk-nothing = El archivo no cambia nada: todo lo que contiene ya está así o tiene errores.
pipeline-bulk-confirm =
    { $count ->
        [one] Hacer este cambio
       *[other] Hacer estos { $count } cambios
    }
pipeline-bulk-changed = Entretanto alguien cambió algo y el archivo ahora haría otra cosa. Revíselo de nuevo antes de confirmar. No se cambió nada.
pipeline-bulk-done-title = El archivo se procesó
pipeline-bulk-done = Esto es lo que ocurrió, fila por fila.
pipeline-bulk-again = Enviar otro archivo
pipeline-bulk-ignored = Estas columnas no significan nada aquí y se omitieron:
pipeline-bulk-rows = Filas
pipeline-count-created =
    { $count ->
        [one] Una entrada nueva
       *[other] { $count } entradas nuevas
    }
pipeline-count-updated =
    { $count ->
        [one] Una actualización
       *[other] { $count } actualizaciones
    }
pipeline-count-transferred =
    { $count ->
        [one] Una transferencia
       *[other] { $count } transferencias
    }
pipeline-count-unchanged =
    { $count ->
        [one] Una fila sin cambios
       *[other] { $count } filas sin cambios
    }
pipeline-count-refused =
    { $count ->
        [one] Una fila con errores
       *[other] { $count } filas con errores
    }
pipeline-row-created = Nueva
pipeline-row-updated = Actualizada
pipeline-row-transferred = Transferida
pipeline-row-unchanged = Sin cambios
pipeline-row-refused = Omitida
pipeline-row-to = a { $to }
pipeline-cell-fault = Columna { $column }, { $field }: { $fault }
pipeline-line = Línea
pipeline-column = Columna
pipeline-heading = Encabezado
pipeline-wrong = Qué es incorrecto
pipeline-outcome = Resultado
pipeline-details = Detalles

# Reports.
pipeline-report-as-of = Datos al { $moment }
pipeline-report-total =
    { $count ->
        [one] Una oportunidad
       *[other] { $count } oportunidades
    }
pipeline-report-funnel = Clientes potenciales: { $leads }. Campañas: { $campaigns }.
pipeline-report-by-stage = Por fase
pipeline-report-by-review = Por revisión
pipeline-report-by-owner = Por titular
pipeline-report-by-channel = Clientes potenciales por tipo de campaña
pipeline-report-by-region = Por región y tipo de campaña
pipeline-report-count = Oportunidades
pipeline-report-monthly = Previsto por mes
pipeline-report-leads = Clientes potenciales
pipeline-report-accepted = Aceptados
pipeline-report-campaigns = Campañas
pipeline-advice = { $name } trabaja solo en sus propias entradas. Para eso bastaría el rol { $instead } en lugar de { $role }.

# Forms.
pipeline-more = Añadir otro
pipeline-needed = Obligatorio.
pipeline-not-said = Sin indicar
pipeline-several-hint = Si son varios, sepárelos con punto y coma.
pipeline-field-of = { $group } { $n }: { $field }
pipeline-group-customer = Cliente
pipeline-group-contacts = Contactos en el cliente
pipeline-group-project = Proyecto
pipeline-group-sale = Cuánto ha avanzado
pipeline-group-spend = Qué gastará el cliente
pipeline-group-spend-hint = Se necesita al menos un importe antes de poder enviar la oportunidad a revisión.
pipeline-group-more = Más sobre el proyecto
pipeline-group-marketing = Marketing
pipeline-group-software = Precio del software
pipeline-group-team = Su equipo
pipeline-group-interactions = Qué hizo el cliente potencial
pipeline-field-customer-account-company-name = Empresa
pipeline-field-customer-account-industry = Sector
pipeline-field-customer-account-other-industry = Sector, con sus palabras
pipeline-field-customer-account-other-industry-hint = Solo cuando el sector es “Otro” (Other).
pipeline-field-customer-account-website-url = Sitio web
pipeline-field-customer-account-address-country-code = País
pipeline-field-customer-account-address-postal-code = Código postal
pipeline-field-customer-account-address-city = Ciudad
pipeline-field-customer-account-address-state-or-region = Estado o región
pipeline-field-customer-account-address-street-address = Calle y número
pipeline-field-customer-account-aws-account-id = Cuenta de la nube
pipeline-field-customer-account-aws-account-id-hint = Doce dígitos.
pipeline-field-customer-account-duns = Número D-U-N-S
pipeline-field-customer-account-duns-hint = Nueve dígitos.
pipeline-field-project-title = Título
pipeline-field-project-customer-business-problem = El problema del cliente y cómo ayuda usted
pipeline-field-project-customer-business-problem-hint = De 20 a 2000 caracteres.
pipeline-field-project-customer-use-case = Tipo de carga de trabajo
pipeline-field-opportunity-type = Tipo de negocio
pipeline-field-project-delivery-models = Cómo llega la oferta al cliente
pipeline-field-project-sales-activities = Qué se ha hecho hasta ahora
pipeline-field-primary-needs-from-aws = Qué ayuda pide
pipeline-field-project-other-solution-description = Qué ofrece
pipeline-field-project-other-solution-description-hint = Cuando no es ninguna de sus soluciones publicadas.
pipeline-field-region = Región
pipeline-field-partner-opportunity-identifier = Número en su propio sistema
pipeline-field-life-cycle-stage = Fase
pipeline-field-life-cycle-target-close-date = Fecha de cierre
pipeline-field-life-cycle-next-steps = Próximos pasos
pipeline-field-life-cycle-closed-lost-reason = Por qué se perdió
pipeline-field-life-cycle-closed-lost-reason-hint = Solo en la fase “Cerrada como perdida”.
pipeline-field-project-expected-contract-duration-value = Duración del contrato
pipeline-field-project-expected-contract-duration-term = Unidad de la duración del contrato
pipeline-field-project-competitor-name = Competidor
pipeline-field-project-other-competitor-names = Otros competidores
pipeline-field-project-other-competitor-names-hint = Solo cuando el competidor es “Other”.
pipeline-field-project-apn-programs = Programas que la aportaron
pipeline-field-national-security = Asunto de seguridad nacional
pipeline-field-national-security-hint = Solo para clientes gubernamentales.
pipeline-field-project-related-opportunity-identifier = Pertenece a la oportunidad
pipeline-field-project-related-opportunity-identifier-hint = Su número, por ejemplo O1234567.
pipeline-field-related-entity-identifiers-solutions = Soluciones
pipeline-field-related-entity-identifiers-solutions-hint = Sus números, por ejemplo S-0000001; si son varios, sepárelos con punto y coma.
pipeline-field-related-entity-identifiers-aws-products = Productos de la nube
pipeline-field-related-entity-identifiers-aws-marketplace-offers = Ofertas de Marketplace
pipeline-field-project-additional-comments = Otros comentarios
pipeline-field-marketing-source = Procede del marketing
pipeline-field-marketing-campaign-name = Campaña
pipeline-field-marketing-aws-funding-used = Pagado con fondos del programa
pipeline-field-marketing-channels = Tipo de campaña
pipeline-field-marketing-use-cases = De qué trataba la campaña
pipeline-field-software-revenue-delivery-model = Cómo se paga
pipeline-field-software-revenue-value-amount = Importe
pipeline-field-software-revenue-value-amount-hint = Por ejemplo, 1200.50.
pipeline-field-software-revenue-value-currency-code = Moneda
pipeline-field-software-revenue-effective-date = Desde
pipeline-field-software-revenue-expiration-date = Hasta
pipeline-field-customer-company-name = Empresa
pipeline-field-customer-industry = Sector
pipeline-field-customer-website-url = Sitio web
pipeline-field-customer-address-country-code = País
pipeline-field-customer-address-postal-code = Código postal
pipeline-field-customer-address-city = Ciudad
pipeline-field-customer-address-state-or-region = Estado o región
pipeline-field-customer-address-street-address = Calle y número
pipeline-field-customer-aws-maturity = Experiencia con la nube
pipeline-field-customer-market-segment = Segmento de mercado
pipeline-field-qualification-status = Posibilidades
pipeline-field-part-first-name = Nombre
pipeline-field-part-last-name = Apellidos
pipeline-field-part-business-title = Cargo
pipeline-field-part-email = Correo electrónico
pipeline-field-part-phone = Teléfono
pipeline-field-part-phone-hint = Con el prefijo del país delante, por ejemplo +34600000000.
pipeline-field-part-amount = Importe
pipeline-field-part-amount-hint = Por ejemplo, 1200.50.
pipeline-field-part-currency-code = Moneda
pipeline-field-part-frequency = Frecuencia
pipeline-field-part-target-company = Empresa en la que se gasta
pipeline-field-part-estimation-url = Dirección de un cálculo
pipeline-field-part-interaction-date = Día
pipeline-field-part-customer-action = Qué hizo
pipeline-field-part-business-problem = Su problema
pipeline-field-part-usecase = De qué se trataba
pipeline-field-part-source-type = Tipo de fuente
pipeline-field-part-source-name = Fuente
pipeline-field-part-source-id = Número de la fuente

# Why a field or a row of a file is refused.
fault-unknown-value = No es ninguno de los valores que se pueden elegir.
fault-bad-form = No tiene la forma que se necesita.
fault-not-a-date = Indique un día, por ejemplo 2026-03-01.
fault-not-an-amount = Indique un importe, por ejemplo 1200.50.
fault-not-a-number = Indique un número entero.
fault-in-the-past = Este día ya pasó.
fault-before-start = Termina antes de comenzar.
fault-only-with-other = Solo cuando se elige “Otro” (Other).
fault-only-for-government = Solo para clientes gubernamentales.
fault-only-when-lost = Solo en la fase “Cerrada como perdida”.
fault-not-to-be-submitted = Una oportunidad en la fase “Prospecto” o perdida no se puede enviar a revisión.
fault-locked-in-review = Mientras la pregunta del programa esté abierta, esto se mantiene como se envió.
fault-not-an-id = Esto no es un ID.
fault-exists-already = Esto ya existe.
fault-twice-in-file = Otra fila indica la misma entrada.
fault-changed-meanwhile = Esto cambió después de que se descargara el archivo.
fault-no-headings = El archivo no tiene encabezados.
fault-unknown-heading = Ese campo no existe.
fault-heading-twice = Este encabezado aparece dos veces.
fault-heading-missing = Falta esta columna.
fault-too-many-columns = Hay demasiadas columnas.
fault-wrong-number-of-cells = La fila no tiene tantas celdas como encabezados hay.
fault-quote-not-closed = Aquí se abren unas comillas que no se cierran.

# Why the pipeline refuses something.
refusal-pipeline-invalid-file = El archivo tiene errores. No se cambió nada.
refusal-pipeline-file-too-large = El archivo es demasiado grande: como máximo { $most } bytes.
refusal-pipeline-too-many-rows = Son demasiadas filas: como máximo { $most }.
refusal-pipeline-company-missing = Esa empresa no existe.
refusal-pipeline-entry-missing = Esa entrada no existe. Puede que pertenezca a otra empresa o que la dirección esté mal escrita.
refusal-pipeline-entry-exists = Esta entrada ya existe.
refusal-pipeline-not-owner = El titular de esta entrada es otra persona y sus roles solo alcanzan a las que son suyas. Su titular, o quien supervisa la cartera de ventas, puede transferírsela.
refusal-pipeline-review-locked = Esta oportunidad no se puede cambiar mientras su revisión esté en “{ $status }”.
refusal-pipeline-wrong-review-status = Este paso no corresponde al estado de la revisión.
refusal-pipeline-not-shared = Esto no se compartió con su empresa, por lo que no hay nada que aceptar o rechazar.
refusal-pipeline-share-not-accepted = Acéptelo primero; después podrá trabajar en ello.
refusal-pipeline-share-answered = Esto ya se aceptó o se rechazó.
refusal-pipeline-share-rejected = Su empresa lo rechazó, por lo que se mantiene tal cual.
refusal-pipeline-share-expired = El plazo para responder terminó.
refusal-pipeline-member-missing = No hay tal persona en su empresa.
refusal-pipeline-target-not-active = Esta persona ya no tiene acceso.
refusal-pipeline-target-cannot-own = Ninguno de los roles de esta persona permite ser titular de oportunidades y clientes potenciales.
refusal-pipeline-already-owner = Esta persona ya es titular.
refusal-pipeline-operation-not-offered = El portal no hace esto con archivos.
fault-not-a-time = Indique un momento, por ejemplo 2026-03-01T09:00:00Z.
