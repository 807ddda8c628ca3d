# What stands around every page.
language-name = Español
# ltr, or rtl for a script that is written from right to left.
language-direction = ltr
# A moment that was written by the rules of the language, and its time zone.
moment-utc = { $moment } UTC
product = Guildhall
skip = Ir al contenido
search-label = Buscar en el portal
search-placeholder = Buscar
search-button = Buscar
corner-label = Cuenta y soporte
sections-label = Secciones
menu-support = Soporte
menu-language = Idioma
language-text = Las páginas y los correos que recibe están escritos en este idioma.
language-current = En uso
language-chosen = El portal aparece ahora en este idioma: { $language }.
demo-strip = Esto es una demostración: nada sale de este equipo. Los correos del portal están aquí:
footer-text = Guildhall, un portal de socios de código abierto
walk-title = Tutoriales
walk-all = Todos los tutoriales
cancel = Cancelar
item-go = Ir a la página
item-elsewhere = Este enlace lleva a { $site }, que no forma parte del portal. Su sesión no le acompaña.
dialog-label = Confirme la acción
copy = Copiar
copied = Copiado.
copy-csv = Copiar como CSV
copied-csv = La tabla se copió como CSV.
print = Imprimir
opens-elsewhere = (abre otro sitio en una pestaña nueva)
pager-label = Páginas de esta lista
pager-previous = Anterior
pager-next = Siguiente
continue = Continuar
next = Siguiente
yes = Sí
no = No
all-roles = Todas las personas
all-paths = Todas las rutas
path-stage = { $path }: { $stage }
your-roles = Sus roles
company-stands = Situación de su empresa
faults-title = Revise estos datos
steps-label = Pasos

item-who = Quién puede abrir esta página
item-roles = Roles
item-paths = Rutas
item-stage = Desde la etapa
item-aliases = También conocida como

denied-kicker = Sin acceso
denied-title = Sin acceso
denied-item = No tiene acceso a “{ $title }”
denied-action = No puede realizar esta acción: { $title }
denied-missing = Qué falta
denied-role = Uno de estos roles:
denied-path = Una empresa en una de estas rutas:
denied-stage = Una ruta de su empresa que haya alcanzado al menos esta etapa:
denied-nobody = Ningún rol da acceso.
denied-help = Quién puede darle el rol
denied-myself = Puede dar este rol por su cuenta, también a su propio usuario:
denied-write = Escribir un mensaje
denied-letter-subject = Acceso al portal de socios: { $what }
denied-letter-body =
    Hola, { $name }:

    ¿Podría darme uno de estos roles en el portal de socios: { $roles }?

    Gracias
    { $me }
denied-programme = Las rutas y las etapas las decide el programa, no su empresa. El contacto para ello es la persona responsable de la alianza.

error-home = Ir a la página de inicio
error-request = Si informa de esto, indique la solicitud:
error-400-title = No se puede leer esta solicitud
error-400-text = Contiene algo que no es lo que envía la página. Vuelva atrás, cargue de nuevo la página e inténtelo otra vez.
error-401-title = Inicie sesión
error-401-text = Su sesión ha terminado.
error-403-title = Esto no se realizó
error-403-text = La solicitud no provenía de una página del portal, por lo que no se cambió nada.
error-404-title = Esta página no existe
error-404-text = Es posible que la dirección esté mal escrita o que su destino ya no exista.
error-405-title = Esta dirección no se puede usar así
error-405-text = Ábrala desde su página.
error-409-title = Otra persona se adelantó
error-409-text = Esto ya se cambió o se envió, en otra ventana o por otra persona. Consulte el estado actual y decida de nuevo.
error-413-title = Es demasiado de una vez
error-413-text = El formulario contiene más de lo que el portal admite de una vez.
error-415-title = No se puede leer esta solicitud
error-415-text = El portal lee los formularios tal como los envían los navegadores.
error-421-title = Este servidor no responde a ese nombre
error-421-text = Compruebe la dirección que escribió.
error-422-title = Esto no se puede hacer así
error-422-text = Algo de la solicitud no es posible.
error-429-title = Espere un momento
error-429-text = Llegaron demasiadas solicitudes desde su red en poco tiempo.
error-500-title = Algo salió mal
error-500-text = El error es nuestro. Inténtelo de nuevo; si vuelve a ocurrir, avise a la persona responsable de la alianza o al programa.
error-503-title = El portal está ocupado
error-503-text = Inténtelo de nuevo en un momento.
error-limited =
    { $minutes ->
        [one] Demasiados intentos. Espere un minuto e inténtelo de nuevo.
       *[other] Demasiados intentos. Espere { $minutes } minutos e inténtelo de nuevo.
    }
error-stale-form = La página estuvo abierta demasiado tiempo o pertenece a otra sesión. No se cambió nada. Ábrala de nuevo y vuelva a enviarla.
error-unknown-outcome = No sabemos si el cambio se guardó. Consulte el estado actual antes de intentarlo de nuevo.

mailbox-title = Buzón
mailbox-text = Todo lo que esta demostración envió por correo, a quien fuera. Abra un mensaje para seguir su enlace o leer su código.
mailbox-empty = Aún no hay correos. Registre a alguien o invite a un colega.
mail-to = Para { $to }
item-pageless-title = Este portal no tiene una página para ello.
item-pageless-text = Está abierto para usted. Su responsable de la alianza o el programa puede decirle dónde se hace.
