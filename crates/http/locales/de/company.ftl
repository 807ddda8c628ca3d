# User Management, company and profile.
users-title = Benutzerverwaltung
users-back = Zurück zu den Benutzern
tabs-label = Benutzerverwaltung
tab-users = Benutzer
tab-partner-roles = Partner-Central-Rollen
tab-iam-roles = IAM-Rollen
users-search = Suche nach Name, E-Mail, Tätigkeit oder Rolle
users-all = Auch ohne Zugriff
users-show = Anzeigen
users-none = Keine Person passt dazu.
users-tick = Auswahl
users-tick-text = Wählen Sie Personen aus, um ihre Rollen zu verwalten, bis zu { $most } auf einmal. Die anderen Schaltflächen gelten für eine Person.
users-tick-one-label = { $name } auswählen
users-tick-first = Wählen Sie zuerst die Personen aus, deren Rollen Sie verwalten möchten.
users-tick-one = Wählen Sie dafür genau eine Person aus.
users-you = (Sie)
sort-name = Person
sort-roles = Rollen
sort-status = Status
status-active = Aktiv
status-deactivated = Deaktiviert
status-removed = Entfernt
seats = { $taken } von { $quota } belegt
choose = Auswählen …

manage-roles-title = Rollen verwalten
manage-roles-button = Rollen verwalten
manage-roles-text = Erst mit „Aktualisieren“ wird etwas geändert. Heben Sie die Auswahl einer Rolle auf, um sie zu entziehen.
manage-roles-update = Aktualisieren
manage-roles-nothing = Sie haben noch keine Änderung gewählt.
manage-roles-full = Eine Aktualisierung kann höchstens { $most } Personen umfassen.
roles-current = Aktuelle Rollen
roles-add = Rolle hinzufügen
roles-add-more = Weitere Rolle hinzufügen
roles-add-none = Keine Änderung
row-drop = Zeile entfernen
row-another = Weiteren Benutzer verwalten
row-another-label = Weiterer Benutzer
outcome-title = Rollen aktualisiert
outcome-made =
    { $count ->
        [one] Änderung ausgeführt
       *[other] Änderungen ausgeführt
    }
outcome-failed =
    { $count ->
        [one] Änderung fehlgeschlagen
       *[other] Änderungen fehlgeschlagen
    }
outcome-made-title = Was geändert wurde
outcome-failed-title = Was nicht geändert wurde, und warum
change-assign = Zuweisen
change-unassign = Entziehen

reassign-open = Rolle Allianzleitung neu zuweisen
reassign-title = Rolle Allianzleitung neu zuweisen
reassign-text = Die Rolle Allianzleitung geht sofort von Ihnen auf die Person über, die Sie hier wählen. Ab dann verwaltet diese Person das Konto des Unternehmens und Sie nicht mehr, es sei denn, eine andere Ihrer Rollen erlaubt es.
reassign-keep = Ihre anderen Rollen behalten Sie. Sie beide erhalten eine E-Mail. Nur die neue Allianzleitung kann die Rolle zurückgeben.
reassign-to = Neue Allianzleitung
reassign-button = Neu zuweisen
reassign-done = { $name } hat jetzt die Allianzleitung.
field-typed = Geben Sie das Wort „{ $word }“ ein
field-typed-hint = In Kleinbuchstaben, genau so.
remove-open = Benutzer entfernen
remove-title = Benutzer entfernen
remove-text = Die Person wird endgültig entfernt; dies lässt sich nicht rückgängig machen. Ihre Sitzungen enden sofort, und sie kann sich nicht mehr anmelden. Was sie getan hat, bleibt protokolliert. Nur eine neue Einladung führt zurück, mit neuen Rollen.
remove-button = Entfernen
remove-done = { $name } wurde entfernt.
deactivate-open = Deaktivieren
deactivate-title = Benutzer deaktivieren
deactivate-text = Die Sitzungen der Person enden sofort, und ihre Anmeldung wird gesperrt. Sie bleibt in der Liste Ihres Unternehmens; eine erneute Aktivierung ist nicht möglich.
deactivate-button = Deaktivieren
deactivate-done = { $name } wurde deaktiviert.

invite-users = Benutzer einladen
invite-title = Benutzer einladen
invite-text = Jede Person erhält eine E-Mail mit einem eigenen Link. Die Adressen müssen zu einer der Domains Ihres Unternehmens gehören: { $domains }.
invite-row = Person { $n }
invite-roles = Vorgesehene Rollen
invite-another = Weiteren Benutzer hinzufügen
invite-button = Einladen
invite-fault = Person { $row }, { $field }: { $fault }
invite-done =
    { $count ->
        [one] Eine Einladung ist unterwegs.
       *[other] { $count } Einladungen sind unterwegs.
    }
invitations-title = Offene Einladungen
invitations-none = Zurzeit ist niemand eingeladen.
invitation-until = Offen bis
invitation-expired = abgelaufen
invitation-do = Aktionen
invitation-renew = Erneuern
invitation-withdraw = Zurückziehen
invitation-withdrawn = Die Einladung wurde zurückgezogen; ihr Link gilt nicht mehr.
invitation-renewed = Die Einladung wurde erneuert und noch einmal gesendet.
roles-title = Die Rollen
role-everybody = Haben alle
role-holders = { $holders } mit dieser Rolle, { $waiting } eingeladen
role-quota = zusammen höchstens { $quota }
role-grantors = Vergeben durch: { $roles }
compare-title = Was jede Rolle erlaubt
compare-task = Tätigkeit

save = Speichern
company-title = Unternehmensprofil
company-information = Angaben zum Unternehmen
company-saved = Die Angaben zum Unternehmen wurden gespeichert.
domains-title = Meine Domains
domains-text = Personen mit einer Adresse auf einer dieser Domains können Ihrem Unternehmen selbst beitreten.
domains-closed = Mit Ihren Rollen können Sie die Domains nicht ändern.
domain-add = Domain hinzufügen
domain-added = Die Domain wurde hinzugefügt.
domain = Domain
domain-withdraw = Zurückziehen
domain-withdraw-title = Domain zurückziehen
domain-withdraw-text = Über diese Domain kann niemand mehr Ihrem Unternehmen beitreten. Wer bereits beigetreten ist, bleibt.
domain-withdrawn = Die Domain wurde zurückgezogen. Wer beigetreten ist, bleibt; neue Personen können nicht mehr darüber beitreten.
field-domain = Weitere Domain
lead-page-title = Allianzleitung
lead-page-lead = Wer die Partnerschaft leitet
lead-page-you = Das sind Sie
lead-page-team = Zweite Kontakte
lead-page-request = Um eine andere Allianzleitung bitten
lead-page-request-text = Ihre Allianzleitung erhält Ihre Nachricht per E-Mail. Die Bitte allein ändert nichts.
lead-page-send = Bitte senden
lead-page-requests = Bitten um eine andere Allianzleitung
lead-page-no-requests = Niemand hat um eine andere Allianzleitung gebeten.
lead-requested = Ihre Bitte wurde an die Allianzleitung gesendet.
field-note = Wer die Leitung übernehmen soll und warum
field-note-hint = Bis zu 1000 Zeichen.
profile-title = Mein Profil
profile-details = Kontaktdaten
profile-saved = Ihre Angaben wurden gespeichert.
profile-password = Passwort
profile-password-text = Wenn sich das Passwort ändert, enden Ihre anderen Sitzungen und alle persönlichen Token.
profile-password-button = Passwort ändern
password-changed = Ihr Passwort wurde geändert. Ihre anderen Sitzungen wurden beendet.
field-current-password = Aktuelles Passwort
tokens-title = Persönliche Token
tokens-text = Mit einem Token verwendet ein Programm die API des Portals in Ihrem Namen, mit Ihren Rollen.
tokens-none = Sie haben keine Token.
token-create = Token erstellen
token-days =
    { $days ->
        [one] Ein Tag
       *[other] { $days } Tage
    }
token-made = Ihr neues Token
token-made-text = Kopieren Sie es jetzt. Es wird nicht noch einmal angezeigt.
token-until = Endet: { $at }
token-used = zuletzt verwendet: { $at }
token-unused = nie
token-revoke = Widerrufen
token-revoked = Das Token wurde widerrufen.
token-gone = Dieses Token gab es bereits nicht mehr.
field-token-name = Wofür das Token ist
field-token-days = Wie lange es gilt

hand-over-title = Rolle Cloud-Administration übergeben
hand-over-text = Die Rolle geht sofort auf eine andere Person Ihres Unternehmens über, und Sie verlieren sie. Nur Ihre Allianzleitung kann sie Ihnen zurückgeben.
hand-over-button = Übergeben
hand-over-done = Sie haben die Rolle Cloud-Administration übergeben.
field-hand-over = E-Mail-Adresse der Person
field-hand-over-hint = Eine aktive Person Ihres Unternehmens.

edit = Bearbeiten
remove = Entfernen
field-title = Name
field-kind = Art
field-street = Straße
field-customers = Kundenarten
company-description = Beschreibung
company-place = Ort
company-actions = Aktionen
company-tabs = Teile des Profils
company-more = Ab der Stufe { $stage } gibt es hier weitere Tabs, und das Profil wird öffentlich im Verzeichnis geführt.
company-customers = Kunden
company-customers-text = Die Arten von Kunden, für die Ihr Unternehmen arbeitet.
company-customers-none = Noch sind keine Kundenarten gewählt.
company-customers-save = Kunden speichern
company-customers-saved = Die Kundenarten wurden gespeichert.
company-entry-saved = Gespeichert.
company-entry-removed = Entfernt.
company-remove-text = Der Eintrag wird aus dem Profil entfernt und, falls er dort steht, auch aus dem öffentlichen Verzeichniseintrag.
company-elsewhere = Erstellt und eingereicht wird hier:
company-as-validated = Wie validiert
company-words = Ihr Begleittext
company-words-hint = Er steht im öffentlichen Verzeichniseintrag neben dem, was validiert wurde. Bis zu 4000 Zeichen.
company-words-edit = Begleittext bearbeiten
company-solutions-title = Validierte Lösungsangebote
company-solutions-text = Was das Programm validiert hat, bleibt unverändert; Sie können einen eigenen Begleittext hinzufügen.
company-solutions-none = Noch ist kein Lösungsangebot validiert.
company-cases-title = Validierte Fallstudien
company-cases-text = Was das Programm validiert hat, bleibt unverändert; Sie können einen eigenen Begleittext hinzufügen.
company-cases-none = Noch ist keine Fallstudie validiert.
company-qualifications-text = Qualifikationen vergibt das Programm. Ihre eigenen Lösungsbereiche führen Kunden zu Ihrem Verzeichniseintrag.
company-qualifications-title = Qualifikationen
company-qualifications-none = Das Programm hat noch keine Qualifikation vergeben.
company-areas-title = Eigene Lösungsbereiche
company-areas-none = Noch ist kein Lösungsbereich gemeldet.
company-areas-add = Lösungsbereich melden
company-areas-remove = Lösungsbereich entfernen
company-areas-text = Nennen Sie ein Gebiet, auf dem Ihr Unternehmen Lösungen hat, mit den Worten Ihrer Kunden.
company-locations-title = Standorte
company-locations-text = Wo Kunden Sie finden. Standorte erscheinen im öffentlichen Verzeichniseintrag.
company-locations-none = Noch ist kein Standort angegeben.
company-locations-hint = Zum Beispiel Hauptsitz.
company-locations-add = Standort hinzufügen
company-locations-edit = Standort bearbeiten
company-locations-remove = Standort entfernen
company-products-title = Produkte und Services
company-products-text = Was Ihr Unternehmen verkauft. Danach richtet sich, welche Pfade empfohlen werden; ein Pfad steht zur Einschreibung offen, sobald hier etwas dazu eingetragen ist.
company-products-none = Noch ist nichts angegeben.
company-products-form = Die Art bestimmt, für welche Pfade der Eintrag zählt.
company-products-add = Produkt oder Service hinzufügen
company-products-edit = Produkt oder Service bearbeiten
company-products-remove = Produkt oder Service entfernen
company-paths-title = Pfade, die infrage kommen
company-paths-text = Was Sie verkaufen, passt zu Pfaden, auf denen Ihr Unternehmen noch nicht ist:

listing-title = Öffentlicher Verzeichniseintrag
listing-preview = So sehen ihn andere
listing-public = Der Verzeichniseintrag ist öffentlich.
listing-not-public = Der Verzeichniseintrag ist nicht öffentlich: Ihr Unternehmen hat ihn zurückgenommen. Unten steht, was er zeigen würde.
listing-publish = Veröffentlichen
listing-published = Der Verzeichniseintrag ist jetzt öffentlich.
listing-withdraw = Verzeichniseintrag zurücknehmen
listing-withdraw-text = Ihr Unternehmen ist dann im Partnerverzeichnis nicht mehr zu sehen. Sie können den Verzeichniseintrag jederzeit wieder veröffentlichen.
listing-withdrawn = Der Verzeichniseintrag ist nicht mehr öffentlich.
listing-words = Einleitung
listing-summary = Wie der Verzeichniseintrag beginnt
listing-summary-hint = Bis zu 4000 Zeichen.
listing-saved = Die Einleitung wurde gespeichert.
listing-rest = Alles Übrige stammt von hier:

refusal-profile-tab-missing = Das Profil dieses Programms hat diesen Teil nicht.
refusal-profile-product-missing = Tragen Sie zuerst ein Produkt oder einen Service dieses Pfads in das Profil ein.

scorecard-title = Partner-Scorecard
scorecard-text = Wo Ihr Unternehmen auf jedem seiner Pfade steht: was die nächste Stufe verlangt, was fehlt und was Ihre Stufe weiterhin verlangt.
scorecard-as-of = Stand: { $day }.
scorecard-five-days = Eine Zertifizierungsadresse zählt fünf Tage nach ihrem Hinzufügen.
scorecard-certifications = Zertifizierungen, die zählen
scorecard-people = zertifizierte Personen
scorecard-none = Ihr Unternehmen ist noch auf keinem Pfad.
scorecard-nothing-asked = Hier wird nichts verlangt.
scorecard-stands = Ihr Unternehmen ist auf der Stufe { $stage }. Als Nächstes: { $next }.
scorecard-last = Ihr Unternehmen ist auf der Stufe { $stage }, der letzten.
scorecard-next-title = Was { $stage } verlangt
scorecard-kept-title = Was { $stage } weiterhin verlangt
scorecard-met = { $met } von { $all } erfüllt
scorecard-of = { $have } von { $need }
scorecard-requirement = Anforderung
scorecard-have = Vorhanden
scorecard-need = Erforderlich
scorecard-missing = Fehlt
scorecard-done = Erfüllt
scorecard-behind = Von dem, was Ihre Stufe verlangt, fehlt etwas. Von selbst ändert sich nichts; kümmern Sie sich darum, bevor das Programm Ihr Unternehmen überprüft.
