# The letters.
mail-code-registration-text =
    Hola:

    Su código para el registro en { $programme } es

        { $code }

    Es válido durante { $minutes } minutos. Si no ha iniciado un registro, ignore este correo: sin el código no ocurre nada.
mail-code-reset-text =
    Hola:

    Su código para una contraseña nueva en { $programme } es

        { $code }

    Es válido durante { $minutes } minutos y solo funciona en el navegador en el que lo pidió. Si no lo pidió, ignore este correo: su contraseña no cambia.
mail-invitation-subject = { $company } le invita al portal de socios
mail-invitation-text =
    Hola:

    { $company } le invita a su cuenta en { $programme }. Estos roles le esperan: { $roles }.

    Regístrese aquí hasta el { $until }:

    { $link }

    El enlace es solo para usted. Si no conoce la empresa, ignore este correo.
mail-welcome-subject = Le damos la bienvenida al portal de socios
mail-welcome-text =
    Hola, { $name }:

    Se ha registrado en { $company }. Este es el portal:

    { $home }
mail-lead-received-subject = Ahora es responsable de la alianza
mail-lead-received-text =
    Hola:

    { $from } le ha cedido el rol de responsable de la alianza de { $company }. Ahora usted administra la cuenta de la empresa:

    { $home }
mail-lead-given-subject = El rol de responsable de la alianza se cedió
mail-lead-given-text =
    Hola:

    { $new-lead } es ahora responsable de la alianza de { $company } en su lugar. Si no era su intención, hable con esa persona de inmediato.
mail-lead-change-asked-subject = Solicitud de otro responsable de la alianza
mail-lead-change-asked-text =
    Hola:

    { $by } solicita otro responsable de la alianza y escribe:

    { $note }

    No ha cambiado nada. Si está de acuerdo, reasigne el rol en Gestión de usuarios:

    { $home }
mail-password-changed-subject = Su contraseña se cambió
mail-password-changed-text =
    Hola:

    La contraseña de su cuenta en { $programme } se cambió y todas sus sesiones terminaron. Si no fue usted, restablézcala de inmediato:

    { $home }
mail-access-ended-subject = Su acceso ha terminado
mail-access-ended-text =
    Hola:

    Su acceso a la cuenta de { $company } en { $programme } ha terminado. Si cree que es un error, hable con la persona responsable de la alianza.
mail-case-answered-subject = Soporte respondió: { $subject }
mail-case-answered-text =
    Hola:

    Soporte ha escrito en su caso “{ $subject }”. Lea la respuesta y conteste en el portal:

    { $case }
mail-inquiry-answered-subject = Re: { $subject }
mail-inquiry-answered-text =
    Hola, { $name }:

    Usted escribió a { $programme } sobre “{ $subject }”. Esta es la respuesta:

    { $text }

    Si no nos escribió, ignore este correo.
mail-promotion-subject = Su código promocional
mail-promotion-text =
    Hola:

    La cuota anual de { $company } está pagada; gracias. Este es el código promocional que la acompaña:

        { $code }

    Para canjearlo, inicie sesión en la consola de facturación de su cuenta de la nube como administrador, abra “Credits” (Créditos), elija “Redeem” (Canjear) e introduzca el código. Se puede canjear una vez.
mail-lead-shared-subject = Se compartió un cliente potencial con su empresa
mail-lead-shared-text =
    Hola, { $name }:

    El cliente potencial “{ $title }” se compartió con su empresa. Acéptelo o rechácelo en el portal:

    { $home }
mail-opportunity-shared-subject = Se compartió una oportunidad con su empresa
mail-opportunity-shared-text =
    Hola, { $name }:

    La oportunidad “{ $title }” se compartió con su empresa. Acéptela o rechácela en el portal:

    { $home }
mail-information-requested-subject = Se necesita más información: { $title }
mail-information-requested-text =
    Hola, { $name }:

    La revisión de “{ $title }” necesita más información. Añádala en el portal y vuelva a enviar la entrada:

    { $home }
mail-information-requested-with-comments-subject = Se necesita más información: { $title }
mail-information-requested-with-comments-text =
    Hola, { $name }:

    La revisión de “{ $title }” necesita más información:

    { $comments }

    Añádala en el portal y vuelva a enviar la entrada:

    { $home }
