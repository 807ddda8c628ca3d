# Support: Anlaufstelle, Fälle, Artikel, Kontaktformular.
support-title = Support
support-lead-text = Fragen Sie { $desk }, verfolgen Sie den Schriftwechsel und lesen Sie, was andere gefragt haben.
support-open = Fall eröffnen
support-open-text = Eine Frage stellen, bei Bedarf mit Dateien
support-cases = Ihre Fälle
support-none = Es gibt noch keinen Fall.
support-none-matches = Kein Fall passt.
support-search = Wörter in Betreff, Nachrichten oder Dateinamen
support-show = Anzeigen
support-found =
    { $count ->
        [one] Ein Fall
       *[other] { $count } Fälle
    }
support-by-subject = Betreff
support-by-progress = Stand
support-by-opened-by = Eröffnet von
support-by-last-word = Letzte Nachricht
support-progress-all = Alle
support-progress-waiting = Wartet auf den Support
support-progress-answered = Beantwortet
support-progress-closed = Geschlossen
support-cancellation = Beendet die Mitgliedschaft
support-cancellation-text = Mit diesem Fall bitten Sie darum, die Mitgliedschaft Ihres Unternehmens im Programm zu beenden. Der Support antwortet, bevor sich etwas ändert.
support-topic = Thema
support-topic-all = Alle Themen

support-articles = Artikel
support-articles-title = Support-Artikel
support-articles-text = Antworten auf häufige Fragen
support-articles-search = Artikel durchsuchen
support-articles-all = Alle Artikel
support-articles-none = Kein Artikel passt.
support-articles-found =
    { $count ->
        [one] Ein Artikel
       *[other] { $count } Artikel
    }
support-articles-ask = Nicht das Richtige dabei?

support-new-title = Fall eröffnen
support-new-text = Die drei Angaben bringen Ihre Frage zu den richtigen Personen.
support-new-button = Fall eröffnen
support-new-tab = (öffnet sich in einem neuen Tab)
support-case-type = Art des Falls
support-question = Art der Frage
support-specific = Genauer
support-topic-next = Fortfahren
support-topic-change = Diese Angaben übernehmen
support-perhaps = Vielleicht hilft einer dieser Artikel
support-subject = Betreff
support-subject-hint = In wenigen Worten.
support-description = Beschreibung
support-description-hint = Was haben Sie getan, was ist geschehen und was haben Sie erwartet?
support-opened-said = Ihr Fall ist eröffnet. Sie bekommen eine E-Mail, sobald er beantwortet ist.

support-files = Anhänge
support-files-hint = Bis zu { $files } Dateien mit je { $size }, zusammen { $together } auf einmal: { $types }.
support-files-kept = Angehängt. Entfernen Sie das Häkchen bei dem, was nicht mitgeschickt werden soll.
support-files-too-many = Das sind mehr als { $files } Dateien.
support-files-too-large = Eine Datei ist größer als { $size }.
support-files-too-large-together = Zusammen sind diese Dateien größer als { $together }. Schicken Sie einige davon mit einer weiteren Nachricht.
support-files-sending = Die Dateien werden gesendet
support-file-label = { $name } ({ $size })
support-size-bytes =
    { $number ->
        [one] 1 Byte
       *[other] { $number } Bytes
    }
support-size-kilobytes = { $number } KB
support-size-megabytes = { $number } MB
support-file-required = Eine Datei hat keinen Namen.
support-file-too-long = Der Name von „{ $name }“ ist zu lang.
support-file-bad-character = Der Name von „{ $name }“ enthält ein Zeichen, das darin nicht erlaubt ist. Benennen Sie die Datei um.
support-file-not-a-file-name = „{ $name }“ ist kein Dateiname. Benennen Sie die Datei um.
support-file-ending = Dateien mit der Endung von „{ $name }“ werden hier nicht angenommen.
support-file-empty = „{ $name }“ ist leer.
support-file-too-large = „{ $name }“ ist zu groß.
support-file-not-allowed = Dateien wie „{ $name }“ werden nicht angenommen.
support-file-not-what-it-says = „{ $name }“ enthält nicht, was die Endung angibt.
support-file-too-many = „{ $name }“ ist eine Datei zu viel.
support-file-too-many-waiting = „{ $name }“ wurde nicht angenommen: Zu viele Ihrer Dateien warten noch auf eine Nachricht. Versuchen Sie es morgen erneut.
support-file-twice = „{ $name }“ ist zweimal angehängt.
support-file-gone = Eine angehängte Datei ist nicht mehr vorhanden. Hängen Sie sie erneut an.
fault-not-of-case-type = Wählen Sie eine Frage dieser Art.
fault-not-of-question = Wählen Sie einen Wert zu dieser Frage.

support-about = Zu diesem Fall
support-opened-at = Eröffnet
support-closed-at = Geschlossen
support-correspondence = Schriftwechsel
support-staff = Support
support-reply-title = Antworten
support-reply = Ihre Nachricht
support-reply-button = Senden
support-replied-said = Ihre Nachricht ist gesendet.
support-unsent = Was Sie geschrieben haben und was nicht gesendet wurde
support-closed-text = Dieser Fall ist geschlossen.
support-again = Neuen Fall zum selben Thema eröffnen
support-close = Fall schließen
support-close-title = Diesen Fall schließen?
support-close-text = Danach kann niemand mehr darin schreiben. Er bleibt in Ihrer Liste.
support-closed-said = Der Fall ist geschlossen.
support-back-to-case = Zurück zum Fall

support-entry-help = Hilfe beim Anmelden und Registrieren erhalten Sie von { $desk }.
support-contact-form-title = Kontaktformular
support-contact-form-text = { $desk } schreiben, ohne sich anzumelden
support-contact-intro = Für alle, die sich nicht anmelden können. { $desk } antwortet per E-Mail.
support-contact-email = E-Mail-Adresse für die Antwort
support-contact-email-hint = Eine Adresse, unter der Sie jetzt E-Mails empfangen.
support-contact-company = Ihr Unternehmen
support-contact-message = Nachricht
support-contact-message-hint = Was haben Sie versucht und was ist geschehen? Schicken Sie nie ein Passwort oder einen Code.
support-contact-button = Absenden
support-contact-sent = Ihre Nachricht ist gesendet
support-contact-sent-text = Ihre Nachricht liegt { $desk } vor. Die Antwort kommt per E-Mail an die Adresse, die Sie angegeben haben.
