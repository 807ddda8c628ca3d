# Tasks.
tasks-title = Tareas
tasks-overdue-title = Tareas vencidas
tasks-text-all = Todo lo que tienen que hacer las personas de su empresa.
tasks-text-own = Lo que usted tiene que hacer, primero lo que vence antes.
tasks-none = No hay tareas. Lo que se le recomiende aparecerá aquí y en la página de inicio.
tasks-none-overdue = No hay nada vencido.
tasks-total-open =
    { $count ->
        [one] tarea abierta en su empresa
       *[other] tareas abiertas en su empresa
    }
tasks-total-outstanding =
    { $count ->
        [one] de ellas aún en plazo
       *[other] de ellas aún en plazo
    }
tasks-total-overdue =
    { $count ->
        [one] de ellas vencida
       *[other] de ellas vencidas
    }
tasks-column-title = Tarea
tasks-by-status = Estado
tasks-by-due-date = Fecha de vencimiento
tasks-by-assigned-to = Asignada a
tasks-by-type = Tipo
tasks-tick-one = Seleccionar la tarea { $title }
tasks-tick-first = Seleccione primero al menos una tarea.
task-open = Abierta
task-overdue = Vencida
task-completed = Completada
task-dismissed = Descartada
task-required = Obligatoria
task-optional = Opcional
task-nobody = Nadie
task-no-date = Sin fecha
task-goal-onboarding = Primeros pasos
task-goal-strategic = Objetivo del negocio

tasks-recommended = Recomendadas para usted
tasks-recommended-text = Dependen de sus roles y de la situación de su empresa. Asuma una y será suya.
tasks-take-up = Asumir
task-taken-up-said = La tarea ya está en su lista.

tasks-assign-open = Cambiar asignación
tasks-assign-title = ¿Quién debe hacerla?
tasks-assign-text = Las tareas pasan a la lista de la persona que elija, que puede empezar de inmediato.
tasks-assign-find = Buscar a alguien por nombre
tasks-assign-nobody = Nadie con ese nombre tiene acceso aquí.
tasks-assign-to = Nueva asignación
tasks-assign-confirm = Confirmar
tasks-assigned-said =
    { $count ->
        [one] Una tarea se ha reasignado.
       *[other] { $count } tareas se han reasignado.
    }
tasks-give-open = Asignar una tarea
tasks-give-title = Asignar una tarea
tasks-give-text = Elija qué hay que hacer y quién lo hace. Los usuarios estándar solo reciben lo que usted les asigna.
tasks-give-what = Tarea
tasks-give-due-hint = Sin fecha se aplica el plazo propio del programa.
tasks-give-button = Asignar
tasks-given-said = La tarea está asignada.

tasks-delete-open = Eliminar
tasks-delete-hint = Solo se pueden eliminar las tareas opcionales.
tasks-delete-title = ¿Eliminar estas tareas?
tasks-delete-text = Desaparecen de todas las listas y no se vuelven a recomendar a quien las tenía. Esta acción no se puede deshacer.
tasks-delete-button = Eliminar
tasks-deleted-said =
    { $count ->
        [one] Una tarea se ha eliminado.
       *[other] { $count } tareas se han eliminado.
    }

task-submit = Enviar
task-link-text = Esto se hace en otra página. Haga allí el trabajo y luego vuelva.
task-link-open = Ir a { $page }
task-done = Marcar como completada
task-done-hint = El portal comprueba si el trabajo está registrado.
task-not-yet = Aún no está completada
task-page-closed = No tiene acceso a la página en la que se hace esto. Pida el rol a la persona responsable de la alianza, o que asigne la tarea a otra persona.
task-gone = El programa ya no tiene esta tarea. Se puede descartar.
task-completed-said = Listo: la tarea está completada.
task-dismiss = Descartar
task-dismiss-title = ¿Descartar esta tarea?
task-dismiss-text = Queda registrada como descartada y no se vuelve a recomendar. No se puede abrir de nuevo.
task-dismissed-said =
    { $count ->
        [one] La tarea se ha descartado.
       *[other] { $count } tareas se han descartado.
    }

refusal-tasks-not-confirmed = Confirme primero: no se cambió nada.
refusal-tasks-task-missing = Esa tarea no existe o usted no puede verla.
refusal-tasks-template-missing = El programa no tiene esa tarea.
refusal-tasks-not-recommended = Esta tarea no se le recomienda. La persona responsable de la alianza puede asignarla.
refusal-tasks-already-there = Alguien ya tiene esta tarea en su lista o ya está hecha.
refusal-tasks-task-closed = Esta tarea está completada o descartada, así que ya no cambia nada.
refusal-tasks-task-required = Una tarea obligatoria permanece hasta que se hace. Solo las tareas opcionales se pueden eliminar o descartar.
refusal-tasks-has-form = Esta tarea se hace con su formulario.
refusal-tasks-has-no-form = Esta tarea se hace en la página a la que enlaza.
refusal-tasks-work-not-recorded = El trabajo aún no está registrado. Hágalo en la página a la que enlaza la tarea e inténtelo de nuevo.
refusal-tasks-too-many = Es demasiado de una vez: como máximo { $most }.
