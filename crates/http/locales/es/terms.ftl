# The terms of this portal.
terms-title = Términos y condiciones para socios
terms-lead = Estas condiciones las aceptó en nombre de la empresa, al registrarla, una persona autorizada para ello.
terms-1-title = Quién participa
terms-1-text = Una empresa participa en { $programme } con una sola cuenta. Todas las personas que trabajan en la cuenta lo hacen para la empresa, con una dirección que la empresa controla.
terms-2-title = Su cuenta
terms-2-text = La empresa nombra a una persona responsable de la alianza y mantiene al día sus usuarios, roles y datos. A quien deja la empresa se le da de baja sin demora.
terms-3-title = Acceso
terms-3-text = Las contraseñas, los códigos, los enlaces y los tokens son personales y no se transmiten a nadie. El acceso depende de los roles que da la empresa; queda registrado quién dio qué rol y cuándo.
terms-4-title = Datos
terms-4-text = El portal conserva lo necesario para gestionar la alianza: datos de contacto, roles y un registro de los cambios. Los registros de las personas dadas de baja se conservan para que las decisiones anteriores puedan seguirse.
terms-5-title = Conducta
terms-5-text = Lo que una empresa dice aquí de sí misma es cierto. Nadie usa el portal para llegar a datos a los que su rol no da acceso.
terms-6-title = Finalización
terms-6-text = Una empresa puede irse en cualquier momento. El programa puede poner fin al acceso de una empresa que incumpla estas condiciones, después de explicar el motivo a la persona responsable de la alianza.
