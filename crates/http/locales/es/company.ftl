# User Management, company and profile.
users-title = Gestión de usuarios
users-back = Volver a los usuarios
tabs-label = Gestión de usuarios
tab-users = Usuarios
tab-partner-roles = Roles de Partner Central
tab-iam-roles = Roles de IAM
users-search = Buscar por nombre, correo, trabajo o rol
users-all = También sin acceso
users-show = Mostrar
users-none = No hay coincidencias.
users-tick = Selección
users-tick-text = Seleccione personas para gestionar sus roles, hasta { $most } a la vez. Los demás botones se aplican a una sola persona.
users-tick-one-label = Seleccionar a { $name }
users-tick-first = Seleccione primero a las personas cuyos roles quiere gestionar.
users-tick-one = Seleccione exactamente a una persona para esto.
users-you = (usted)
sort-name = Persona
sort-roles = Roles
sort-status = Estado
status-active = Activo
status-deactivated = Desactivado
status-removed = Dado de baja
seats = { $taken } de { $quota } ocupados
choose = Elegir…

manage-roles-title = Gestionar roles
manage-roles-button = Gestionar roles
manage-roles-text = No cambia nada hasta que elija Actualizar. Desmarque un rol para quitarlo.
manage-roles-update = Actualizar
manage-roles-nothing = Aún no ha elegido ningún cambio.
manage-roles-full = Una actualización admite como máximo { $most } personas.
roles-current = Roles actuales
roles-add = Añadir un rol
roles-add-more = Añadir otro rol
roles-add-none = Sin cambios
row-drop = Quitar fila
row-another = Gestionar otro usuario
row-another-label = Otro usuario
outcome-title = Roles actualizados
outcome-made =
    { $count ->
        [one] cambio realizado
       *[other] cambios realizados
    }
outcome-failed =
    { $count ->
        [one] cambio fallido
       *[other] cambios fallidos
    }
outcome-made-title = Qué se cambió
outcome-failed-title = Qué no se cambió y por qué
change-assign = Asignar
change-unassign = Quitar

reassign-open = Reasignar el rol de responsable de la alianza
reassign-title = Reasignar el rol de responsable de la alianza
reassign-text = El rol de responsable de la alianza pasa de usted a la persona que elija aquí, de inmediato. Desde ese momento esa persona administra la cuenta de la empresa y usted deja de hacerlo, salvo que tenga otro rol que lo permita.
reassign-keep = Usted conserva sus demás roles. Ambas personas reciben un correo. Solo la nueva persona responsable puede devolver el rol.
reassign-to = Nueva persona responsable de la alianza
reassign-button = Reasignar
reassign-done = { $name } es ahora responsable de la alianza.
field-typed = Escriba la palabra “{ $word }”
field-typed-hint = En minúsculas, exactamente así.
remove-open = Dar de baja al usuario
remove-title = Dar de baja al usuario
remove-text = Esto da de baja a la persona de forma definitiva y no se puede deshacer: sus sesiones terminan de inmediato y ya no puede iniciar sesión. Lo que hizo queda registrado. Solo una nueva invitación permite volver, con roles nuevos.
remove-button = Dar de baja
remove-done = { $name } se dio de baja.
deactivate-open = Desactivar
deactivate-title = Desactivar al usuario
deactivate-text = Esto termina de inmediato las sesiones de la persona y bloquea su inicio de sesión. Permanece en la lista de su empresa y no hay manera de volver a activarla.
deactivate-button = Desactivar
deactivate-done = { $name } se desactivó.

invite-users = Invitar a usuarios
invite-title = Invitar a usuarios
invite-text = Cada persona recibe un correo con un enlace propio. Las direcciones deben ser de uno de los dominios de su empresa: { $domains }.
invite-row = Persona { $n }
invite-roles = Roles que la esperan
invite-another = Añadir otro usuario
invite-button = Invitar
invite-fault = Persona { $row }, { $field }: { $fault }
invite-done =
    { $count ->
        [one] Una invitación está en camino.
       *[other] { $count } invitaciones están en camino.
    }
invitations-title = Invitaciones abiertas
invitations-none = No hay nadie invitado en este momento.
invitation-until = Abierta hasta
invitation-expired = vencida
invitation-do = Acciones
invitation-renew = Renovar
invitation-withdraw = Retirar
invitation-withdrawn = La invitación se retiró; su enlace ya no funciona.
invitation-renewed = La invitación se renovó y se envió otra vez por correo.
roles-title = Los roles
role-everybody = Lo tienen todas las personas
role-holders = { $holders } con este rol, { $waiting } con invitación
role-quota = como máximo { $quota } en total
role-grantors = Lo dan: { $roles }
compare-title = Qué permite cada rol
compare-task = Tarea

save = Guardar
company-title = Perfil de la empresa
company-information = Información de la empresa
company-saved = La información de la empresa se guardó.
domains-title = Mis dominios
domains-text = Las personas con una dirección en uno de estos dominios pueden unirse a su empresa por su cuenta.
domains-closed = Sus roles no le permiten cambiar los dominios.
domain-add = Añadir dominio
domain-added = El dominio se añadió.
domain = Dominio
domain-withdraw = Retirar
domain-withdraw-title = Retirar un dominio
domain-withdraw-text = Nadie más podrá unirse a su empresa con este dominio. Quienes ya se unieron permanecen.
domain-withdrawn = El dominio se retiró. Quienes se unieron con él permanecen; nadie más puede unirse con él.
field-domain = Otro dominio
lead-page-title = Responsable de la alianza
lead-page-lead = Quién dirige la alianza
lead-page-you = Es usted
lead-page-team = Segundos contactos
lead-page-request = Solicitar otro responsable
lead-page-request-text = La persona responsable de la alianza recibe su nota por correo. La solicitud por sí sola no cambia nada.
lead-page-send = Enviar la solicitud
lead-page-requests = Solicitudes de otro responsable
lead-page-no-requests = Nadie ha solicitado otro responsable.
lead-requested = Su solicitud se envió a la persona responsable de la alianza.
field-note = Quién debería ser responsable y por qué
field-note-hint = Hasta 1000 caracteres.
profile-title = Mi perfil
profile-details = Datos de contacto
profile-saved = Sus datos se guardaron.
profile-password = Contraseña
profile-password-text = Cuando cambia la contraseña, terminan sus demás sesiones y todos los tokens personales.
profile-password-button = Cambiar la contraseña
password-changed = Su contraseña se cambió. Sus demás sesiones terminaron.
field-current-password = Contraseña actual
tokens-title = Tokens personales
tokens-text = Con un token, un programa informático usa la API del portal en su nombre, con sus roles.
tokens-none = No tiene tokens.
token-create = Crear un token
token-days =
    { $days ->
        [one] Un día
       *[other] { $days } días
    }
token-made = Su nuevo token
token-made-text = Cópielo ahora. No se volverá a mostrar.
token-until = Termina: { $at }
token-used = último uso: { $at }
token-unused = nunca
token-revoke = Revocar
token-revoked = El token se revocó.
token-gone = Ese token ya no existía.
field-token-name = Para qué es el token
field-token-days = Cuánto tiempo es válido

hand-over-title = Ceder el rol de administración de la nube
hand-over-text = El rol pasa a un colega de inmediato y usted lo pierde. Solo la persona responsable de la alianza puede devolvérselo.
hand-over-button = Ceder
hand-over-done = Ha cedido el rol de administración de la nube.
field-hand-over = Correo electrónico del colega
field-hand-over-hint = Una persona activa de su empresa.

edit = Editar
remove = Quitar
field-title = Nombre
field-kind = Tipo
field-street = Calle
field-customers = Tipos de clientes
company-description = Qué es
company-place = Lugar
company-actions = Acciones
company-tabs = Partes del perfil
company-more = A partir de la etapa { $stage } hay aquí más pestañas y el perfil se publica en el directorio.
company-customers = Clientes
company-customers-text = Los tipos de clientes a los que atiende su empresa.
company-customers-none = Aún no se han elegido tipos.
company-customers-save = Guardar los clientes
company-customers-saved = Los tipos de clientes se guardaron.
company-entry-saved = Guardado.
company-entry-removed = Quitado.
company-remove-text = Se quita del perfil y, si está en ella, también de la ficha pública.
company-elsewhere = Se crean y se envían aquí:
company-as-validated = Tal como se validó
company-words = Su texto adicional
company-words-hint = Aparece en la ficha pública junto a lo que se validó. Hasta 4000 caracteres.
company-words-edit = Editar el texto
company-solutions-title = Ofertas validadas
company-solutions-text = Lo que validó el programa se mantiene tal cual; puede añadir un texto propio.
company-solutions-none = Aún no hay ofertas validadas.
company-cases-title = Casos de estudio validados
company-cases-text = Lo que validó el programa se mantiene tal cual; puede añadir un texto propio.
company-cases-none = Aún no hay casos de estudio validados.
company-qualifications-text = Las cualificaciones las otorga el programa. Sus propias áreas de solución llevan a los clientes a su ficha.
company-qualifications-title = Cualificaciones
company-qualifications-none = El programa aún no ha otorgado ninguna cualificación.
company-areas-title = Áreas de solución propias
company-areas-none = Aún no hay áreas de solución declaradas.
company-areas-add = Declarar un área de solución
company-areas-remove = Quitar un área de solución
company-areas-text = Indique un campo en el que su empresa tenga soluciones, con las palabras de sus clientes.
company-locations-title = Ubicaciones
company-locations-text = Dónde le encuentran los clientes. Las ubicaciones aparecen en la ficha pública.
company-locations-none = Aún no se ha indicado ninguna ubicación.
company-locations-hint = Por ejemplo, Sede central.
company-locations-add = Añadir una ubicación
company-locations-edit = Editar una ubicación
company-locations-remove = Quitar una ubicación
company-products-title = Productos y servicios
company-products-text = Lo que vende su empresa. Decide qué rutas se recomiendan; la inscripción en una ruta es posible en cuanto figura aquí algo que corresponda a ella.
company-products-none = Aún no se ha indicado nada.
company-products-form = El tipo decide para qué rutas cuenta.
company-products-add = Añadir un producto o servicio
company-products-edit = Editar un producto o servicio
company-products-remove = Quitar un producto o servicio
company-paths-title = Rutas que conviene considerar
company-paths-text = Lo que vende apunta a rutas que su empresa aún no sigue:

listing-title = Ficha pública
listing-preview = Tal como la ven los demás
listing-public = La ficha es pública.
listing-not-public = La ficha no es pública: su empresa la retiró. Abajo se ve lo que mostraría.
listing-publish = Publicar
listing-published = La ficha ahora es pública.
listing-withdraw = Retirar la ficha
listing-withdraw-text = Su empresa deja de verse en el directorio de socios. Puede volver a publicar la ficha en cualquier momento.
listing-withdrawn = La ficha ya no es pública.
listing-words = Presentación
listing-summary = Cómo comienza la ficha
listing-summary-hint = Hasta 4000 caracteres.
listing-saved = La presentación se guardó.
listing-rest = Todo lo demás procede de aquí:

refusal-profile-tab-missing = El perfil de este programa no tiene esa parte.
refusal-profile-product-missing = Añada primero al perfil un producto o servicio de esta ruta.

scorecard-title = Cuadro de mando del socio
scorecard-text = La situación de su empresa en cada una de sus rutas: qué pide la siguiente etapa, qué falta y qué sigue pidiendo su etapa.
scorecard-as-of = Datos al { $day }.
scorecard-five-days = Una dirección de certificación cuenta cinco días después de añadirse.
scorecard-certifications = certificaciones que cuentan
scorecard-people = personas certificadas
scorecard-none = Su empresa aún no sigue ninguna ruta.
scorecard-nothing-asked = Aquí no se pide nada.
scorecard-stands = Su empresa está en la etapa { $stage }. Siguiente: { $next }.
scorecard-last = Su empresa está en la etapa { $stage }, la última.
scorecard-next-title = Qué pide { $stage }
scorecard-kept-title = Qué sigue pidiendo { $stage }
scorecard-met = { $met } de { $all } cumplidos
scorecard-of = { $have } de { $need }
scorecard-requirement = Requisito
scorecard-have = Hay
scorecard-need = Se necesitan
scorecard-missing = Falta
scorecard-done = Cumplido
scorecard-behind = Falta algo de lo que pide su etapa. Nada cambia por sí solo; ocúpese de ello antes de que el programa revise su empresa.
