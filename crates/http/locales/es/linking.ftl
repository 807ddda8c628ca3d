# The marketplace: linking the account, mapping people and the CRM integration to IAM roles, policies.
marketplace-title = AWS Marketplace
marketplace-back = Volver a AWS Marketplace
marketplace-link = Vincular cuenta
marketplace-manage = Gestionar la cuenta vinculada
marketplace-open = Abrir el portal de Marketplace
marketplace-own-role = Inicia sesión como
marketplace-home-unlinked = La cuenta de Marketplace de su empresa aún no está vinculada. Cuando lo esté, las personas pasarán de aquí a Marketplace sin volver a iniciar sesión y se podrán adjuntar ofertas privadas a las oportunidades.
marketplace-home-linked = La cuenta de Marketplace de su empresa está vinculada. Decida aquí quién inicia sesión con qué rol de IAM.
marketplace-home-mapped = La cuenta de Marketplace de su empresa está vinculada y usted puede iniciar sesión en ella.
marketplace-unlinked-title = No hay ninguna cuenta vinculada
marketplace-unlinked-text = Una empresa vincula una cuenta de AWS: aquella con la que vende en AWS Marketplace. La comparten todas las personas de la empresa.
marketplace-need-1 = Necesita un usuario de IAM de esa cuenta que pueda vincularla; el primer paso le da la política para ello.
marketplace-need-2 = Al vincular se crea un rol de IAM para la administración de la nube y usted recibe aquí el rol de administración de la nube.
marketplace-need-3 = La asociación de personas a roles de IAM viene al final y puede esperar.
marketplace-linked-title = Cuenta vinculada
marketplace-account = ID de la cuenta de AWS
marketplace-admin-role = Rol de IAM para la administración de la nube
marketplace-linked-by = Vinculada por

# Linking, step by step.
link-step-prepare = Preparar
link-step-account = Cuenta
link-step-identity = Inicio de sesión
link-step-allow = Permitir
link-already = La cuenta ya está vinculada.
link-done = La cuenta está vinculada. Ahora puede asociar personas a roles de IAM.
link-company = Empresa
link-account-text = ¿Con qué cuenta vende su empresa?
link-account-hint = Doce dígitos, sin guiones.
link-sign-in = Cómo inicia sesión en AWS Marketplace
link-sign-in-iam-user = Usuario de IAM
link-sign-in-hint = El usuario raíz de una cuenta no puede vincularla.
link-identity-text = Indique con qué usuario de IAM inició sesión en AWS Marketplace. El portal no pide contraseña ni clave secreta; lo que indique aquí queda en el registro de la vinculación.
link-arn = ARN del usuario de IAM
link-arn-hint = Por ejemplo, arn:aws:iam::{ $account }:user/Alice.
link-principal = ID de la entidad principal
link-key = ID de clave de acceso
link-key-hint = Solo el ID de la clave, nunca el secreto.
link-policies = Políticas del usuario de IAM
link-offered = El usuario tiene { $name } tal como se ofreció en el primer paso
link-own-policy = Otra política del usuario, en JSON
link-own-policy-hint = Todas las políticas cuentan en conjunto. Una que deniega prevalece.
prepare-text = Haga esto en la consola de IAM de la cuenta que vincula. Si ya tiene un usuario de IAM que puede vincular cuentas, continúe directamente.
prepare-policy-title = La política para el usuario de IAM que vincula
prepare-policy-1 = Inicie sesión en la consola de IAM.
prepare-policy-2 = En “Access management” (Administración del acceso), abra “Policies” (Políticas) y elija “Create policy” (Crear política).
prepare-policy-3 = Elija JSON y pegue el documento siguiente.
prepare-policy-4 = Continúe, dé a la política el nombre { $name }, revísela y créela. La descripción y las etiquetas quedan a su criterio.
prepare-policy-5 = Adjúntela al usuario de IAM.
prepare-trust-title = La política de confianza para los roles
prepare-trust-text = Cada rol de IAM al que se vayan a asociar personas necesita esta política de confianza personalizada. Un usuario no puede tener una.
allow-title = Permitir la conexión
allow-text = Al elegir Permitir, autoriza la conexión de las dos cuentas y de sus usuarios.
allow-check = Qué dicen las políticas del usuario de IAM
allow-consequences = Qué ocurre después
allow-consequence-1 = Las cuentas quedan vinculadas. Una empresa tiene una sola cuenta vinculada a la vez.
allow-consequence-2 = Se crea en la cuenta un rol de IAM para la administración de la nube.
allow-consequence-3 = Usted recibe aquí el rol de administración de la nube, si aún no lo tiene.
allow-button = Permitir
allow-again = Comenzar de nuevo
unlink-title = Desvincular la cuenta
unlink-text = Esto anula la vinculación de inmediato. Las personas que se indican aquí ya no podrán iniciar sesión en AWS Marketplace desde este portal, no se podrán adjuntar ofertas privadas a las oportunidades y los roles de IAM dejarán de estar registrados. Lo que hay en su cuenta de AWS se mantiene tal cual.
unlink-people =
    { $count ->
        [0] No hay nadie asociado
        [one] Una persona pierde el inicio de sesión
       *[other] { $count } personas pierden el inicio de sesión
    }
unlink-crm = La asociación también se anula.
unlink-button = Desvincular
unlink-done = La cuenta ya no está vinculada.

# Mapping people.
available-title = Usuarios del socio disponibles
available-text = Aún no tienen rol de IAM. Seleccione aquí a una persona cada vez.
available-none = Todas las personas tienen un rol de IAM.
mapped-title = Usuarios asociados
mapped-none = Aún no hay nadie asociado a un rol de IAM.
mapped-sign-on = Inicio de sesión único
mapped-works = funciona
mapped-fails = no funciona
map-open = Asociar a un rol de IAM
map-pick = Selección
map-pick-label = Seleccionar a { $name }
map-pick-one = Seleccione exactamente a una persona para esto.
map-title = Asociar a un rol de IAM
map-text = Con la asociación, las personas inician sesión en AWS Marketplace sin una contraseña propia allí y pueden hacer lo que permite el rol.
map-person = Usuario del socio
map-role = Rol de IAM
map-role-hint = Solo se muestran los roles que se pueden elegir: su nombre y su política de confianza son como deben ser.
map-no-roles = No hay ningún rol registrado que se pueda elegir para esto. Registre primero uno en la página AWS Marketplace.
map-button = Asociar rol
map-done = { $name } ahora está asociado a { $role }.
map-none = sin rol
unmap-open = Desasociar rol
unmap-pick = Seleccione primero a las personas cuyo rol quiere desasociar.
unmap-title = Desasociar rol
unmap-text =
    { $count ->
        [one] Esta persona dejará de inmediato de poder iniciar sesión en AWS Marketplace desde este portal. Se puede volver a asociar.
       *[other] Estas { $count } personas dejarán de inmediato de poder iniciar sesión en AWS Marketplace desde este portal. Se pueden volver a asociar.
    }
unmap-button = Desasociar rol
unmap-done =
    { $count ->
        [one] El rol se desasoció.
       *[other] Los roles de { $count } personas se desasociaron.
    }

# The tab IAM roles.
iam-about = Con un rol de IAM, las personas inician sesión en AWS Marketplace Management Portal.
iam-title = Aún no hay ninguna cuenta de Marketplace vinculada
iam-text = Cuando la cuenta de Marketplace de su empresa esté vinculada, aquí se asociarán las personas a roles de IAM. La vincula la persona responsable de la alianza o alguien con el rol de administración de la nube.
iam-no-roles = Aún no hay ningún rol de IAM que se pueda elegir. Alguien con el rol de administración de la nube lo crea en la cuenta de AWS y lo registra en la página AWS Marketplace.
iam-admins = Usuarios con el rol de administración de la nube
iam-admins-none = Todas las personas con el rol de administración de la nube tienen un rol de IAM.
iam-tick-first = Seleccione primero a las personas que quiere asociar.
iam-mapped =
    { $count ->
        [one] Se asoció a una persona.
       *[other] Se asoció a { $count } personas.
    }
iam-unmap = Una asociación la anula, en la página AWS Marketplace, la persona responsable de la alianza o alguien con el rol de administración de la nube.

# The CRM integration.
crm-title = Rol de IAM para la integración con el CRM
crm-text = Con un rol, la integración con su CRM actúa en la cuenta de Marketplace, por ejemplo para adjuntar ofertas privadas a las oportunidades.
crm-needs = El rol debe permitir { $actions }.
crm-none = La integración con el CRM no tiene rol de IAM.
crm-map = Asociar rol de IAM
crm-done = La integración con el CRM ahora está asociada a { $role }.
crm-unmap = Desasociar rol de IAM
crm-unmap-title = Desasociar la integración con el CRM
crm-unmap-text = La integración dejará de inmediato de poder actuar en la cuenta de Marketplace. Se puede volver a asociar.
crm-unmap-done = La integración con el CRM ya no está asociada.

# IAM roles.
roles-of-account = Roles de IAM de la cuenta
roles-text = Los roles se crean en su cuenta de AWS y se registran aquí. Solo se pueden asociar los roles cuyo nombre comienza por { $prefix }.
roles-checks = Comprobaciones
roles-used = Quién inicia sesión con él
roles-people =
    { $count ->
        [0] nadie
        [one] una persona
       *[other] { $count } personas
    }
role-named = Nombre correcto
role-not-named = Nombre incorrecto
role-trusted = De confianza
role-not-trusted = Sin confianza
role-offers = Adjunta ofertas
role-no-offers = No adjunta ofertas
role-of-link = Creado al vincular
role-of-crm = La integración con el CRM inicia sesión con él.
role-origin = Origen
role-facts = El rol
role-policies = Políticas
role-nobody = Nadie.
role-change = Registrar un cambio
role-register-title = Registrar un rol de IAM
role-register-text = Indique cómo está el rol en su cuenta de AWS. Pruébelo primero: cada comprobación indica la declaración que decide.
role-register = Registrar
role-registered = El rol está registrado.
role-try = Probar
role-tried = Resultado
role-arn = ARN del rol
role-arn-hint = Su nombre debe comenzar por { $prefix }, como en { $example }.
role-trust = Política de confianza
role-full-access = El rol tiene { $name }
role-full-access-hint = La política del proveedor para vendedores. Permite adjuntar ofertas y mucho más.
role-own-policy = Política propia { $n }, en JSON
role-own-policy-hint = Por ejemplo, una que permita solo lo que necesita su equipo. La que quede vacía no se conserva.
role-withdraw = Quitar del registro
role-withdraw-title = Quitar un rol de IAM del registro
role-withdraw-text = El rol ya no se podrá elegir aquí. En su cuenta de AWS se mantiene tal cual.
role-withdrawn = { $role } ya no está registrado.

# Policies.
policies-title = Documentos de políticas
policies-text = Estos son los documentos que necesitan la vinculación y la asociación, listos para copiar.
policy-partner-account-management = Para el usuario de IAM que vincula: crear el rol de administración de la nube, adjuntar su política, asociar las cuentas.
policy-partner-central-trust = La política de confianza de cada rol de IAM que se va a asociar: el servicio de administración de cuentas puede asumirlo.
policy-partner-central-account-management-user-role-association = Lo que tiene el rol de administración de la nube: enumerar y pasar roles, asociar personas a ellos y deshacerlo.
policy-awsmarketplace-seller-full-access = Lo que el portal pide de la política del proveedor para vendedores: las dos acciones para adjuntar ofertas privadas.
managed-title = Políticas administradas y políticas propias
managed-text = Una política administrada es una que AWS escribe y mantiene. Cubre usos comunes para que pueda comenzar de inmediato. Las de esta página rigen lo que los usuarios del portal de socios pueden hacer con AWS Marketplace.
managed-advice = Una política administrada está hecha para todos los clientes, por lo que puede permitir más de lo que necesita su equipo. El principio de privilegio mínimo se cumple mejor con políticas propias más estrictas: comience con la administrada y luego quite lo que nadie usa.
managed-tag = administrada por AWS
readings-title = Más información
reading-practices = Prácticas recomendadas en IAM
reading-managing = Administrar políticas de IAM
reading-managed = Políticas administradas y políticas insertadas
try-this = Probarla
try-title = Probar una política
try-text = Pegue una política y lea qué tiene de incorrecto; con una acción, sabrá si la permite y qué declaración decide.
try-kind = Qué es el documento
try-permissions = Una política con permisos
try-trust = Una política de confianza
try-document = La política
try-action = Acción
try-action-hint = Por ejemplo, iam:PassRole. Sin ella, la política solo se lee.
try-resource = Recurso
try-resource-hint = Un ARN. Sin él, ningún recurso en particular.
try-by = Quién lo pide
try-by-hint = Para una política de confianza: un ARN o el nombre de un servicio.
try-key = Clave del contexto
try-key-hint = Por ejemplo, iam:PassedToService.
try-value = Su valor
try-value-hint = Lo que se sabe de la solicitud con esta clave.
try-button = Probar
try-readable = La política se puede leer.
try-unreadable = La política no se puede leer, por lo que no permite nada.
check-allowed = Permitido
check-not-allowed = No permitido
check-no-statement = No había ninguna declaración que consultar.
check-place = { $policy }, declaración { $statement }
check-allows = lo permite
check-denies = lo deniega, y una denegación prevalece
check-other-action = trata de otras acciones
check-other-resource = trata de otros recursos
check-other-principal = trata de otra entidad
check-condition = su condición { $operator } sobre { $key } no se cumple
check-failed = no se puede evaluar: { $why }

# Why not.
refusal-linking-not-linked = Vincule primero la cuenta.
refusal-linking-already-linked = La cuenta { $account } ya está vinculada. Una empresa tiene una sola.
refusal-linking-root-identity = El usuario raíz no puede vincular la cuenta. Inicie sesión como usuario de IAM.
refusal-linking-not-an-iam-user = Este no es el ARN de un usuario de IAM.
refusal-linking-identity-elsewhere = El usuario de IAM es de una cuenta distinta de la que quiere vincular.
refusal-linking-link-not-permitted = Las políticas del usuario de IAM no permiten vincular: { $why }
refusal-linking-not-allowed = La conexión no se permitió, por lo que no se vinculó nada.
refusal-linking-quota-full = Ya tiene el rol de administración de la nube el máximo de personas, por lo que no puede recibirlo al vincular.
refusal-linking-role-missing = Ese rol de IAM no está registrado. Elija uno de la lista.
refusal-linking-role-elsewhere = Este rol es de una cuenta de AWS distinta de la vinculada.
refusal-linking-role-prefix = El nombre de un rol que se va a asociar comienza por { $prefix }.
refusal-linking-role-not-trusted = La política de confianza del rol no permite que el servicio lo asuma: { $why }
refusal-linking-cloud-admin-role-only = Las personas con el rol de administración de la nube solo se asocian al rol de IAM que se creó al vincular.
refusal-linking-role-of-cloud-admins = Este rol de IAM es solo para la administración de la nube.
refusal-linking-role-in-use = Este rol está en uso. Desasocie primero a quienes inician sesión con él.
refusal-linking-member-missing = No hay tal persona en su empresa.
refusal-linking-target-not-active = Esta persona ya no tiene acceso.
refusal-linking-already-mapped = Ya existe una asociación. Anúlela primero.
refusal-linking-not-mapped = No hay ninguna asociación a un rol de IAM.
refusal-linking-lists-mixed = Seleccione personas de una sola lista a la vez: las del rol de administración de la nube o las demás.
refusal-linking-too-many-users = Como máximo se puede asociar a { $most } personas a la vez.
refusal-linking-too-many-roles = Como máximo se pueden registrar { $most } roles.
refusal-linking-offer-actions-missing = El rol no permite todo lo que se necesita para adjuntar ofertas. Falta: { $actions }
refusal-linking-call-not-permitted = El rol de IAM de administración de la nube no permite esto: { $why }
fault-not-twelve-digits = Un ID de cuenta de AWS tiene exactamente doce dígitos.
fault-not-an-arn = Esto no es un ARN; un ARN tiene este aspecto: arn:aws:iam::123456789012:user/Alice.
fault-bad-part = Una parte del ARN está vacía o contiene un carácter que no admite.
fault-wildcard = Indique aquí un único elemento, sin * ni ?.
fault-not-a-role = Este no es el ARN de un rol de IAM.
fault-syntax = Esto no es JSON. Compruebe las comas, las comillas y los corchetes.
fault-duplicate-key = Un nombre aparece dos veces en la misma parte del documento.
fault-too-deep = El documento tiene demasiados niveles de anidamiento.
fault-unknown-managed-policy = AWS no mantiene ninguna política con este nombre que el portal conozca. Pegue su documento.
fault-too-many = Son demasiados.
fault-action-form = Una acción tiene la forma service:Name, sin * ni ?.
fault-key-form = Una clave tiene la forma service:Name.
fault-key-twice = Esta clave se indicó dos veces.
role-own-policy-name = Nombre de la política propia { $n }
