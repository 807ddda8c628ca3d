# What stands around every page.
language-name = Deutsch
# ltr, or rtl for a script that is written from right to left.
language-direction = ltr
# A moment that was written by the rules of the language, and its time zone.
moment-utc = { $moment } UTC
product = Guildhall
skip = Zum Inhalt springen
search-label = Portal durchsuchen
search-placeholder = Suchen
search-button = Suchen
corner-label = Konto und Support
sections-label = Bereiche
menu-support = Support
menu-language = Sprache
language-text = Die Seiten und Ihre E-Mails erscheinen in dieser Sprache.
language-current = Aktuell
language-chosen = Das Portal erscheint jetzt in dieser Sprache: { $language }.
demo-strip = Dies ist eine Demo: Nichts verlässt diesen Rechner. E-Mails des Portals finden Sie hier:
footer-text = Guildhall, ein quelloffenes Partnerportal
walk-title = Anleitungen
walk-all = Alle Anleitungen
cancel = Abbrechen
item-go = Seite öffnen
item-elsewhere = Dieser Link führt zu { $site }. Die Website gehört nicht zum Portal; Ihre Anmeldung gilt dort nicht.
dialog-label = Bitte bestätigen
copy = Kopieren
copied = Kopiert.
copy-csv = Als CSV kopieren
copied-csv = Die Tabelle wurde als CSV kopiert.
print = Drucken
opens-elsewhere = (öffnet eine andere Website in einem neuen Tab)
pager-label = Seiten dieser Liste
pager-previous = Zurück
pager-next = Weiter
continue = Fortfahren
next = Weiter
yes = Ja
no = Nein
all-roles = Alle
all-paths = Jeder Pfad
path-stage = { $path }: { $stage }
your-roles = Ihre Rollen
company-stands = Stand Ihres Unternehmens
faults-title = Bitte prüfen Sie Ihre Angaben
steps-label = Schritte

item-who = Wer diese Seite öffnen kann
item-roles = Rollen
item-paths = Pfade
item-stage = Ab Stufe
item-aliases = Auch bekannt als

denied-kicker = Kein Zugriff
denied-title = Kein Zugriff
denied-item = „{ $title }“ ist für Sie nicht freigegeben
denied-action = Diese Aktion ist für Sie nicht freigegeben: { $title }
denied-missing = Was fehlt
denied-role = Eine dieser Rollen:
denied-path = Ein Unternehmen auf einem dieser Pfade:
denied-stage = Ein Pfad Ihres Unternehmens, der mindestens diese Stufe erreicht hat:
denied-nobody = Keine Rolle gibt dies frei.
denied-help = Wer Ihnen die Rolle geben kann
denied-myself = Sie können diese Rolle selbst vergeben, auch an sich selbst:
denied-write = Nachricht schreiben
denied-letter-subject = Zugriff im Partnerportal: { $what }
denied-letter-body =
    Guten Tag { $name },

    könnten Sie mir im Partnerportal eine dieser Rollen geben: { $roles }?

    Vielen Dank
    { $me }
denied-programme = Über Pfade und Stufen entscheidet das Programm, nicht Ihr Unternehmen. Wenden Sie sich dazu an Ihre Allianzleitung.

error-home = Zur Startseite
error-request = Wenn Sie dies melden, nennen Sie bitte diese Anfrage:
error-400-title = Diese Anfrage ist nicht lesbar
error-400-text = Die Anfrage entspricht nicht dem, was die Seite sendet. Gehen Sie zurück, laden Sie die Seite neu und versuchen Sie es noch einmal.
error-401-title = Bitte melden Sie sich an
error-401-text = Ihre Sitzung ist beendet.
error-403-title = Dies wurde nicht ausgeführt
error-403-text = Die Anfrage kam nicht von einer Seite des Portals. Es wurde nichts geändert.
error-404-title = Diese Seite gibt es nicht
error-404-text = Vielleicht enthält die Adresse einen Tippfehler, oder das Ziel gibt es nicht mehr.
error-405-title = Diese Adresse lässt sich so nicht verwenden
error-405-text = Öffnen Sie sie über die zugehörige Seite.
error-409-title = Jemand war schneller
error-409-text = Dies wurde bereits geändert oder gesendet, in einem anderen Fenster oder von einer anderen Person. Sehen Sie sich den aktuellen Stand an und entscheiden Sie neu.
error-413-title = Das ist zu viel auf einmal
error-413-text = Das Formular enthält mehr, als das Portal auf einmal annimmt.
error-415-title = Diese Anfrage ist nicht lesbar
error-415-text = Das Portal liest Formulare so, wie Browser sie senden.
error-421-title = Dieser Server antwortet nicht unter diesem Namen
error-421-text = Prüfen Sie die eingegebene Adresse.
error-422-title = Dies ist so nicht möglich
error-422-text = Etwas in der Anfrage ist nicht möglich.
error-429-title = Bitte warten Sie einen Moment
error-429-text = Aus Ihrem Netzwerk kamen in kurzer Zeit zu viele Anfragen.
error-500-title = Etwas ist schiefgegangen
error-500-text = Der Fehler liegt bei uns. Bitte versuchen Sie es noch einmal. Tritt er erneut auf, informieren Sie Ihre Allianzleitung oder das Programm.
error-503-title = Das Portal ist ausgelastet
error-503-text = Bitte versuchen Sie es gleich noch einmal.
error-limited =
    { $minutes ->
        [one] Zu viele Versuche. Bitte warten Sie eine Minute und versuchen Sie es dann noch einmal.
       *[other] Zu viele Versuche. Bitte warten Sie { $minutes } Minuten und versuchen Sie es dann noch einmal.
    }
error-stale-form = Die Seite war zu lange geöffnet oder gehört zu einer anderen Sitzung. Es wurde nichts geändert. Öffnen Sie sie neu und senden Sie das Formular noch einmal ab.
error-unknown-outcome = Wir wissen nicht, ob die Änderung gespeichert wurde. Sehen Sie sich den aktuellen Stand an, bevor Sie es noch einmal versuchen.

mailbox-title = Postfach
mailbox-text = Alle E-Mails, die diese Demo versendet hat, gleich an wen. Öffnen Sie eine Nachricht, um ihrem Link zu folgen oder ihren Code zu lesen.
mailbox-empty = Noch keine E-Mails. Registrieren Sie eine Person oder laden Sie jemanden ein.
mail-to = An { $to }
item-pageless-title = Dieses Portal hat keine Seite dafür.
item-pageless-text = Der Punkt steht Ihnen offen. Ihre Allianzleitung oder das Programm kann sagen, wo es erledigt wird.
