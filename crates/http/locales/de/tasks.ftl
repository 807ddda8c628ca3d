# Tasks.
tasks-title = Aufgaben
tasks-overdue-title = Überfällige Aufgaben
tasks-text-all = Alles, was in Ihrem Unternehmen zu tun ist.
tasks-text-own = Was Sie zu tun haben, das zuerst Fällige oben.
tasks-none = Keine Aufgaben. Was Ihnen empfohlen wird, erscheint hier und auf der Startseite.
tasks-none-overdue = Nichts ist überfällig.
tasks-total-open =
    { $count ->
        [one] offene Aufgabe in Ihrem Unternehmen
       *[other] offene Aufgaben in Ihrem Unternehmen
    }
tasks-total-outstanding =
    { $count ->
        [one] davon noch in der Frist
       *[other] davon noch in der Frist
    }
tasks-total-overdue =
    { $count ->
        [one] davon überfällig
       *[other] davon überfällig
    }
tasks-column-title = Aufgabe
tasks-by-status = Status
tasks-by-due-date = Fällig am
tasks-by-assigned-to = Zugewiesen an
tasks-by-type = Art
tasks-tick-one = Aufgabe { $title } auswählen
tasks-tick-first = Wählen Sie zuerst mindestens eine Aufgabe aus.
task-open = Offen
task-overdue = Überfällig
task-completed = Erledigt
task-dismissed = Verworfen
task-required = Erforderlich
task-optional = Optional
task-nobody = Niemand
task-no-date = Kein Datum
task-goal-onboarding = Erste Schritte
task-goal-strategic = Geschäftsziel

tasks-recommended = Für Sie empfohlen
tasks-recommended-text = Diese Aufgaben ergeben sich aus Ihren Rollen und dem Stand Ihres Unternehmens. Übernehmen Sie eine, dann gehört sie Ihnen.
tasks-take-up = Übernehmen
task-taken-up-said = Die Aufgabe steht jetzt in Ihrer Liste.

tasks-assign-open = Zuweisung ändern
tasks-assign-title = Wer soll es tun?
tasks-assign-text = Die Aufgaben wechseln in die Liste der Person, die Sie wählen. Sie kann sofort beginnen.
tasks-assign-find = Person nach Namen suchen
tasks-assign-nobody = Niemand mit diesem Namen hat hier Zugriff.
tasks-assign-to = Neu zugewiesen an
tasks-assign-confirm = Bestätigen
tasks-assigned-said =
    { $count ->
        [one] Eine Aufgabe wurde neu zugewiesen.
       *[other] { $count } Aufgaben wurden neu zugewiesen.
    }
tasks-give-open = Aufgabe zuweisen
tasks-give-title = Aufgabe zuweisen
tasks-give-text = Wählen Sie, was zu tun ist und wer es tut. Standardbenutzer erhalten nur, was Sie ihnen zuweisen.
tasks-give-what = Aufgabe
tasks-give-due-hint = Ohne Datum gilt die Frist des Programms.
tasks-give-button = Zuweisen
tasks-given-said = Die Aufgabe wurde zugewiesen.

tasks-delete-open = Löschen
tasks-delete-hint = Nur optionale Aufgaben können gelöscht werden.
tasks-delete-title = Diese Aufgaben löschen?
tasks-delete-text = Sie verschwinden aus allen Listen und werden denen, die sie hatten, nicht erneut empfohlen. Dies lässt sich nicht rückgängig machen.
tasks-delete-button = Löschen
tasks-deleted-said =
    { $count ->
        [one] Eine Aufgabe wurde gelöscht.
       *[other] { $count } Aufgaben wurden gelöscht.
    }

task-submit = Absenden
task-link-text = Dies wird auf einer anderen Seite erledigt. Erledigen Sie es dort und kommen Sie dann zurück.
task-link-open = Zu { $page }
task-done = Als erledigt markieren
task-done-hint = Das Portal prüft, ob die Arbeit erfasst ist.
task-not-yet = Noch nicht erledigt
task-page-closed = Die Seite, auf der dies erledigt wird, ist für Sie nicht freigegeben. Bitten Sie Ihre Allianzleitung um die Rolle, oder darum, die Aufgabe einer anderen Person zu geben.
task-gone = Diese Aufgabe gibt es im Programm nicht mehr. Sie kann verworfen werden.
task-completed-said = Fertig: Die Aufgabe ist erledigt.
task-dismiss = Verwerfen
task-dismiss-title = Diese Aufgabe verwerfen?
task-dismiss-text = Sie bleibt als verworfen erfasst und wird nicht erneut empfohlen. Sie kann nicht wieder geöffnet werden.
task-dismissed-said =
    { $count ->
        [one] Die Aufgabe wurde verworfen.
       *[other] { $count } Aufgaben wurden verworfen.
    }

refusal-tasks-not-confirmed = Bestätigen Sie zuerst: Es wurde nichts geändert.
refusal-tasks-task-missing = Diese Aufgabe gibt es nicht, oder sie ist für Sie nicht sichtbar.
refusal-tasks-template-missing = Diese Aufgabe gibt es im Programm nicht.
refusal-tasks-not-recommended = Diese Aufgabe wird Ihnen nicht empfohlen. Ihre Allianzleitung kann sie zuweisen.
refusal-tasks-already-there = Diese Aufgabe steht bereits in der Liste einer Person, oder sie ist erledigt.
refusal-tasks-task-closed = Diese Aufgabe ist erledigt oder verworfen; daran ändert sich nichts mehr.
refusal-tasks-task-required = Eine erforderliche Aufgabe bleibt, bis sie erledigt ist. Nur optionale Aufgaben können gelöscht oder verworfen werden.
refusal-tasks-has-form = Diese Aufgabe wird über ihr Formular erledigt.
refusal-tasks-has-no-form = Diese Aufgabe wird auf der Seite erledigt, zu der sie führt.
refusal-tasks-work-not-recorded = Die Arbeit ist noch nicht erfasst. Erledigen Sie sie auf der Seite, zu der die Aufgabe führt, und versuchen Sie es dann noch einmal.
refusal-tasks-too-many = Das ist zu viel auf einmal: höchstens { $most }.
