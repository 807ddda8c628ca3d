# The letters.
mail-code-registration-text =
    Guten Tag,

    Ihr Code für die Registrierung bei { $programme } lautet

        { $code }

    Er gilt { $minutes } Minuten. Wenn Sie keine Registrierung begonnen haben, können Sie diese E-Mail ignorieren: Ohne den Code geschieht nichts.
mail-code-reset-text =
    Guten Tag,

    Ihr Code für ein neues Passwort bei { $programme } lautet

        { $code }

    Er gilt { $minutes } Minuten und nur in dem Browser, in dem Sie ihn angefordert haben. Wenn Sie ihn nicht angefordert haben, können Sie diese E-Mail ignorieren: Ihr Passwort bleibt unverändert.
mail-invitation-subject = { $company } lädt Sie in das Partnerportal ein
mail-invitation-text =
    Guten Tag,

    { $company } lädt Sie in das eigene Konto bei { $programme } ein. Diese Rollen warten auf Sie: { $roles }.

    Registrieren Sie sich hier bis { $until }:

    { $link }

    Der Link ist nur für Sie bestimmt. Wenn Sie das Unternehmen nicht kennen, können Sie diese E-Mail ignorieren.
mail-welcome-subject = Willkommen im Partnerportal
mail-welcome-text =
    Guten Tag { $name },

    Sie sind bei { $company } registriert. Hier geht es zum Portal:

    { $home }
mail-lead-received-subject = Sie haben jetzt die Allianzleitung
mail-lead-received-text =
    Guten Tag,

    { $from } hat Ihnen die Rolle Allianzleitung von { $company } übergeben. Sie verwalten jetzt das Konto des Unternehmens:

    { $home }
mail-lead-given-subject = Die Rolle Allianzleitung wurde übergeben
mail-lead-given-text =
    Guten Tag,

    { $new-lead } hat jetzt an Ihrer Stelle die Allianzleitung von { $company }. Wenn das nicht Ihre Absicht war, sprechen Sie sofort mit dieser Person.
mail-lead-change-asked-subject = Bitte um eine andere Allianzleitung
mail-lead-change-asked-text =
    Guten Tag,

    { $by } bittet um eine andere Allianzleitung und schreibt:

    { $note }

    Es hat sich nichts geändert. Wenn Sie einverstanden sind, weisen Sie die Rolle in der Benutzerverwaltung neu zu:

    { $home }
mail-password-changed-subject = Ihr Passwort wurde geändert
mail-password-changed-text =
    Guten Tag,

    das Passwort Ihres Kontos bei { $programme } wurde geändert; alle Sitzungen des Kontos wurden beendet. Wenn Sie das nicht waren, setzen Sie es sofort zurück:

    { $home }
mail-access-ended-subject = Ihr Zugriff wurde beendet
mail-access-ended-text =
    Guten Tag,

    Ihr Zugriff auf das Konto von { $company } bei { $programme } wurde beendet. Wenn Sie das für einen Irrtum halten, sprechen Sie mit Ihrer Allianzleitung.
mail-case-answered-subject = Antwort vom Support: { $subject }
mail-case-answered-text =
    Guten Tag,

    der Support hat in Ihrem Fall „{ $subject }“ geschrieben. Lesen und beantworten Sie die Nachricht im Portal:

    { $case }
mail-inquiry-answered-subject = Re: { $subject }
mail-inquiry-answered-text =
    Guten Tag { $name },

    Sie haben { $programme } zum Thema „{ $subject }“ geschrieben. Hier ist die Antwort:

    { $text }

    Wenn Sie uns nicht geschrieben haben, können Sie diese E-Mail ignorieren.
mail-promotion-subject = Ihr Aktionscode
mail-promotion-text =
    Guten Tag,

    die jährliche Programmgebühr von { $company } ist bezahlt; vielen Dank. Hier ist der zugehörige Aktionscode:

        { $code }

    Um ihn einzulösen, melden Sie sich als Administrator Ihres Cloud-Kontos in dessen Abrechnungskonsole an, öffnen Sie „Credits“ (Guthaben), wählen Sie „Redeem“ (Einlösen) und geben Sie den Code ein. Er kann einmal eingelöst werden.
mail-lead-shared-subject = Ein Lead wurde mit Ihrem Unternehmen geteilt
mail-lead-shared-text =
    Guten Tag { $name },

    der Lead „{ $title }“ wurde mit Ihrem Unternehmen geteilt. Nehmen Sie ihn im Portal an, oder lehnen Sie ihn ab:

    { $home }
mail-opportunity-shared-subject = Eine Opportunity wurde mit Ihrem Unternehmen geteilt
mail-opportunity-shared-text =
    Guten Tag { $name },

    die Opportunity „{ $title }“ wurde mit Ihrem Unternehmen geteilt. Nehmen Sie sie im Portal an, oder lehnen Sie sie ab:

    { $home }
mail-information-requested-subject = Weitere Angaben nötig: { $title }
mail-information-requested-text =
    Guten Tag { $name },

    die Prüfung von „{ $title }“ erfordert weitere Angaben. Ergänzen Sie sie im Portal und reichen Sie den Eintrag noch einmal ein:

    { $home }
mail-information-requested-with-comments-subject = Weitere Angaben nötig: { $title }
mail-information-requested-with-comments-text =
    Guten Tag { $name },

    die Prüfung von „{ $title }“ erfordert weitere Angaben:

    { $comments }

    Ergänzen Sie sie im Portal und reichen Sie den Eintrag noch einmal ein:

    { $home }
