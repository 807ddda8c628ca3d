# The marketplace: linking the account, mapping people and the CRM integration to IAM roles, policies.
marketplace-title = AWS Marketplace
marketplace-back = Zurück zu AWS Marketplace
marketplace-link = Konto verknüpfen
marketplace-manage = Verknüpftes Konto verwalten
marketplace-open = Marketplace-Portal öffnen
marketplace-own-role = Sie melden sich an als
marketplace-home-unlinked = Das Marketplace-Konto Ihres Unternehmens ist noch nicht verknüpft. Sobald es verknüpft ist, gelangt man von hier ohne erneute Anmeldung zum Marketplace, und private Angebote können an Opportunitys angehängt werden.
marketplace-home-linked = Das Marketplace-Konto Ihres Unternehmens ist verknüpft. Legen Sie hier fest, wer sich mit welcher IAM-Rolle anmeldet.
marketplace-home-mapped = Das Marketplace-Konto Ihres Unternehmens ist verknüpft, und Sie können sich dort anmelden.
marketplace-unlinked-title = Kein Konto verknüpft
marketplace-unlinked-text = Ein Unternehmen verknüpft ein AWS-Konto: das, mit dem es auf AWS Marketplace verkauft. Alle Personen des Unternehmens nutzen es gemeinsam.
marketplace-need-1 = Sie benötigen einen IAM-Benutzer dieses Kontos, der es verknüpfen darf; die Richtlinie dafür erhalten Sie im ersten Schritt.
marketplace-need-2 = Beim Verknüpfen wird eine IAM-Rolle für die Cloud-Administration erstellt, und Sie erhalten hier die Rolle Cloud-Administration.
marketplace-need-3 = Die Zuordnung von Personen zu IAM-Rollen kommt zuletzt und kann warten.
marketplace-linked-title = Verknüpftes Konto
marketplace-account = AWS-Konto-ID
marketplace-admin-role = IAM-Rolle für die Cloud-Administration
marketplace-linked-by = Verknüpft durch

# Linking, step by step.
link-step-prepare = Vorbereiten
link-step-account = Konto
link-step-identity = Anmeldung
link-step-allow = Zulassen
link-already = Das Konto ist bereits verknüpft.
link-done = Das Konto ist verknüpft. Sie können jetzt Personen zu IAM-Rollen zuordnen.
link-company = Unternehmen
link-account-text = Mit welchem Konto verkauft Ihr Unternehmen?
link-account-hint = Zwölf Ziffern, ohne Bindestriche.
link-sign-in = So melden Sie sich bei AWS Marketplace an
link-sign-in-iam-user = IAM-Benutzer
link-sign-in-hint = Der Root-Benutzer eines Kontos kann es nicht verknüpfen.
link-identity-text = Geben Sie an, mit welchem IAM-Benutzer Sie sich bei AWS Marketplace angemeldet haben. Das Portal fragt nach keinem Passwort und keinem geheimen Schlüssel; was Sie hier angeben, steht im Protokoll der Verknüpfung.
link-arn = ARN des IAM-Benutzers
link-arn-hint = Zum Beispiel arn:aws:iam::{ $account }:user/Alice.
link-principal = Prinzipal-ID
link-key = Zugriffsschlüssel-ID
link-key-hint = Nur die ID des Schlüssels, nie der geheime Teil.
link-policies = Richtlinien des IAM-Benutzers
link-offered = Der Benutzer trägt { $name } so, wie sie im ersten Schritt angeboten wurde
link-own-policy = Weitere Richtlinie des Benutzers, als JSON
link-own-policy-hint = Alle Richtlinien gelten zusammen. Eine Verweigerung hat Vorrang.
prepare-text = Erledigen Sie dies in der IAM-Konsole des Kontos, das Sie verknüpfen. Wenn Sie bereits einen IAM-Benutzer haben, der Konten verknüpfen darf, fahren Sie direkt fort.
prepare-policy-title = Die Richtlinie für den verknüpfenden IAM-Benutzer
prepare-policy-1 = Melden Sie sich bei der IAM-Konsole an.
prepare-policy-2 = Öffnen Sie unter „Access management“ (Zugriffsverwaltung) „Policies“ (Richtlinien) und wählen Sie „Create policy“ (Richtlinie erstellen).
prepare-policy-3 = Wählen Sie JSON und fügen Sie das folgende Dokument ein.
prepare-policy-4 = Gehen Sie weiter, nennen Sie die Richtlinie { $name }, prüfen und erstellen Sie sie. Beschreibung und Tags sind Ihnen überlassen.
prepare-policy-5 = Fügen Sie sie dem IAM-Benutzer an.
prepare-trust-title = Die Vertrauensrichtlinie für Rollen
prepare-trust-text = Jede IAM-Rolle, der Personen zugeordnet werden sollen, benötigt diese benutzerdefinierte Vertrauensrichtlinie. Ein Benutzer kann keine tragen.
allow-title = Verbindung zulassen
allow-text = Mit „Zulassen“ autorisieren Sie die Verbindung der beiden Konten und ihrer Benutzer.
allow-check = Was die Richtlinien des IAM-Benutzers ergeben
allow-consequences = Was dann geschieht
allow-consequence-1 = Die Konten werden verknüpft. Ein Unternehmen hat jeweils nur ein verknüpftes Konto.
allow-consequence-2 = Im Konto wird eine IAM-Rolle für die Cloud-Administration erstellt.
allow-consequence-3 = Sie erhalten hier die Rolle Cloud-Administration, falls Sie sie noch nicht haben.
allow-button = Zulassen
allow-again = Von vorn beginnen
unlink-title = Verknüpfung des Kontos aufheben
unlink-text = Die Verknüpfung wird sofort aufgehoben. Die hier genannten Personen können sich von diesem Portal aus nicht mehr bei AWS Marketplace anmelden, an Opportunitys können keine privaten Angebote mehr angehängt werden, und die Registrierung der IAM-Rollen geht verloren. In Ihrem AWS-Konto bleibt alles, wie es ist.
unlink-people =
    { $count ->
        [0] Niemand ist zugeordnet
        [one] Eine Person verliert die Anmeldung
       *[other] { $count } Personen verlieren die Anmeldung
    }
unlink-crm = Auch die Zuordnung wird aufgehoben.
unlink-button = Verknüpfung aufheben
unlink-done = Das Konto ist nicht mehr verknüpft.

# Mapping people.
available-title = Verfügbare Partnerbenutzer
available-text = Diese Personen haben noch keine IAM-Rolle. Wählen Sie hier jeweils eine aus.
available-none = Alle haben eine IAM-Rolle.
mapped-title = Zugeordnete Benutzer
mapped-none = Noch ist niemand einer IAM-Rolle zugeordnet.
mapped-sign-on = Single Sign-on
mapped-works = funktioniert
mapped-fails = funktioniert nicht
map-open = Einer IAM-Rolle zuordnen
map-pick = Auswahl
map-pick-label = { $name } auswählen
map-pick-one = Wählen Sie dafür genau eine Person aus.
map-title = Einer IAM-Rolle zuordnen
map-text = Mit der Zuordnung melden sich Personen bei AWS Marketplace ohne eigenes Passwort an und dürfen dort, was die Rolle erlaubt.
map-person = Partnerbenutzer
map-role = IAM-Rolle
map-role-hint = Aufgeführt sind nur wählbare Rollen: Ihr Name und ihre Vertrauensrichtlinie sind, wie sie sein müssen.
map-no-roles = Keine registrierte Rolle ist dafür wählbar. Registrieren Sie zuerst eine auf der Seite „AWS Marketplace“.
map-button = Rolle zuordnen
map-done = { $name } ist jetzt { $role } zugeordnet.
map-none = keine Rolle
unmap-open = Zuordnung aufheben
unmap-pick = Wählen Sie zuerst die Personen aus, deren Zuordnung Sie aufheben möchten.
unmap-title = Zuordnung zur Rolle aufheben
unmap-text =
    { $count ->
        [one] Diese Person kann sich ab sofort von diesem Portal aus nicht mehr bei AWS Marketplace anmelden. Sie kann wieder zugeordnet werden.
       *[other] Diese { $count } Personen können sich ab sofort von diesem Portal aus nicht mehr bei AWS Marketplace anmelden. Sie können wieder zugeordnet werden.
    }
unmap-button = Zuordnung aufheben
unmap-done =
    { $count ->
        [one] Die Zuordnung zur Rolle wurde aufgehoben.
       *[other] Die Zuordnungen von { $count } Personen wurden aufgehoben.
    }

# The tab IAM roles.
iam-about = Mit einer IAM-Rolle melden sich Personen beim AWS Marketplace Management Portal an.
iam-title = Noch ist kein Marketplace-Konto verknüpft
iam-text = Sobald das Marketplace-Konto Ihres Unternehmens verknüpft ist, werden hier Personen zu IAM-Rollen zugeordnet. Verknüpft wird es mit der Rolle Allianzleitung oder Cloud-Administration.
iam-no-roles = Noch ist keine IAM-Rolle wählbar. Die Cloud-Administration erstellt eine im AWS-Konto und registriert sie auf der Seite „AWS Marketplace“.
iam-admins = Benutzer mit der Rolle Cloud-Administration
iam-admins-none = Alle Personen mit der Rolle Cloud-Administration haben eine IAM-Rolle.
iam-tick-first = Wählen Sie zuerst die Personen aus, die Sie zuordnen möchten.
iam-mapped =
    { $count ->
        [one] Eine Person wurde zugeordnet.
       *[other] { $count } Personen wurden zugeordnet.
    }
iam-unmap = Aufgehoben wird eine Zuordnung auf der Seite „AWS Marketplace“, mit der Rolle Allianzleitung oder Cloud-Administration.

# The CRM integration.
crm-title = IAM-Rolle für die CRM-Integration
crm-text = Mit einer Rolle handelt die Integration mit Ihrem CRM im Marketplace-Konto, zum Beispiel um private Angebote an Opportunitys anzuhängen.
crm-needs = Die Rolle muss { $actions } erlauben.
crm-none = Die CRM-Integration hat keine IAM-Rolle.
crm-map = IAM-Rolle zuordnen
crm-done = Die CRM-Integration ist jetzt { $role } zugeordnet.
crm-unmap = Zuordnung aufheben
crm-unmap-title = Zuordnung der CRM-Integration aufheben
crm-unmap-text = Die Integration kann ab sofort nicht mehr im Marketplace-Konto handeln. Sie kann wieder zugeordnet werden.
crm-unmap-done = Die CRM-Integration ist nicht mehr zugeordnet.

# IAM roles.
roles-of-account = IAM-Rollen des Kontos
roles-text = Rollen werden in Ihrem AWS-Konto erstellt und hier registriert. Nur Rollen, deren Name mit { $prefix } beginnt, können zugeordnet werden.
roles-checks = Prüfungen
roles-used = Wer sich damit anmeldet
roles-people =
    { $count ->
        [0] niemand
        [one] eine Person
       *[other] { $count } Personen
    }
role-named = Name passt
role-not-named = Name passt nicht
role-trusted = Vertraut
role-not-trusted = Nicht vertraut
role-offers = Hängt Angebote an
role-no-offers = Hängt keine Angebote an
role-of-link = Beim Verknüpfen erstellt
role-of-crm = Die CRM-Integration meldet sich damit an.
role-origin = Herkunft
role-facts = Die Rolle
role-policies = Richtlinien
role-nobody = Niemand.
role-change = Änderung registrieren
role-register-title = IAM-Rolle registrieren
role-register-text = Geben Sie an, wie die Rolle in Ihrem AWS-Konto aussieht. Testen Sie sie zuerst: Jede Prüfung nennt die entscheidende Anweisung.
role-register = Registrieren
role-registered = Die Rolle ist registriert.
role-try = Testen
role-tried = Ergebnis
role-arn = ARN der Rolle
role-arn-hint = Ihr Name muss mit { $prefix } beginnen, wie in { $example }.
role-trust = Vertrauensrichtlinie
role-full-access = Die Rolle trägt { $name }
role-full-access-hint = Die Richtlinie des Anbieters für Verkäufer. Sie erlaubt, Angebote anzuhängen, und vieles mehr.
role-own-policy = Eigene Richtlinie { $n }, als JSON
role-own-policy-hint = Zum Beispiel eine, die nur das Nötige erlaubt. Was leer bleibt, wird nicht behalten.
role-withdraw = Registrierung aufheben
role-withdraw-title = Registrierung einer IAM-Rolle aufheben
role-withdraw-text = Die Rolle ist hier dann nicht mehr wählbar. In Ihrem AWS-Konto bleibt sie, wie sie ist.
role-withdrawn = { $role } ist nicht mehr registriert.

# Policies.
policies-title = Richtliniendokumente
policies-text = Diese Dokumente werden für die Verknüpfung und Zuordnung benötigt; Sie können sie direkt kopieren.
policy-partner-account-management = Für den verknüpfenden IAM-Benutzer: die Rolle der Cloud-Administration erstellen, ihre Richtlinie anfügen, die Konten verbinden.
policy-partner-central-trust = Die Vertrauensrichtlinie jeder zuzuordnenden IAM-Rolle: Der Service für die Kontoverwaltung darf die Rolle annehmen.
policy-partner-central-account-management-user-role-association = Was die Rolle der Cloud-Administration trägt: Rollen auflisten und übergeben, Personen zuordnen und Zuordnungen aufheben.
policy-awsmarketplace-seller-full-access = Was das Portal von der Richtlinie des Anbieters für Verkäufer braucht: die beiden Aktionen zum Anhängen privater Angebote.
managed-title = Verwaltete und eigene Richtlinien
managed-text = Eine verwaltete Richtlinie wird von AWS geschrieben und gepflegt. Sie deckt übliche Anwendungsfälle ab, sodass Sie sofort beginnen können. Die Richtlinien auf dieser Seite regeln, was Benutzer des Partnerportals mit AWS Marketplace tun dürfen.
managed-advice = Eine verwaltete Richtlinie ist für alle Kunden gemacht und kann daher mehr erlauben, als Ihre Mitarbeitenden benötigen. Dem Prinzip der geringsten Berechtigung dienen engere eigene Richtlinien besser: Beginnen Sie mit der verwalteten und entfernen Sie dann, was niemand verwendet.
managed-tag = von AWS verwaltet
readings-title = Weitere Informationen
reading-practices = Bewährte Methoden in IAM
reading-managing = IAM-Richtlinien verwalten
reading-managed = Verwaltete Richtlinien und Inline-Richtlinien
try-this = Ausprobieren
try-title = Richtlinie testen
try-text = Fügen Sie eine Richtlinie ein und lesen Sie, was daran nicht stimmt. Mit einer Aktion erfahren Sie auch, ob die Richtlinie sie erlaubt und welche Anweisung entscheidet.
try-kind = Was das Dokument ist
try-permissions = Eine Richtlinie mit Berechtigungen
try-trust = Eine Vertrauensrichtlinie
try-document = Die Richtlinie
try-action = Aktion
try-action-hint = Zum Beispiel iam:PassRole. Ohne Aktion wird die Richtlinie nur gelesen.
try-resource = Ressource
try-resource-hint = Ein ARN. Ohne Angabe: keine bestimmte Ressource.
try-by = Wer anfragt
try-by-hint = Bei einer Vertrauensrichtlinie: ein ARN oder der Name eines Service.
try-key = Schlüssel des Kontexts
try-key-hint = Zum Beispiel iam:PassedToService.
try-value = Sein Wert
try-value-hint = Was unter diesem Schlüssel über die Anfrage bekannt ist.
try-button = Testen
try-readable = Die Richtlinie ist lesbar.
try-unreadable = Die Richtlinie ist nicht lesbar und erlaubt daher nichts.
check-allowed = Erlaubt
check-not-allowed = Nicht erlaubt
check-no-statement = Es gab keine Anweisung zu prüfen.
check-place = { $policy }, Anweisung { $statement }
check-allows = erlaubt es
check-denies = verweigert es, und eine Verweigerung hat Vorrang
check-other-action = betrifft andere Aktionen
check-other-resource = betrifft andere Ressourcen
check-other-principal = betrifft andere Anfragende
check-condition = die Bedingung { $operator } für { $key } ist nicht erfüllt
check-failed = nicht zu beurteilen: { $why }

# Why not.
refusal-linking-not-linked = Verknüpfen Sie zuerst das Konto.
refusal-linking-already-linked = Das Konto { $account } ist bereits verknüpft. Ein Unternehmen hat nur eines.
refusal-linking-root-identity = Der Root-Benutzer kann das Konto nicht verknüpfen. Melden Sie sich als IAM-Benutzer an.
refusal-linking-not-an-iam-user = Dies ist nicht der ARN eines IAM-Benutzers.
refusal-linking-identity-elsewhere = Der IAM-Benutzer gehört zu einem anderen Konto als dem, das Sie verknüpfen möchten.
refusal-linking-link-not-permitted = Die Richtlinien des IAM-Benutzers erlauben das Verknüpfen nicht: { $why }
refusal-linking-not-allowed = Die Verbindung wurde nicht zugelassen; es wurde nichts verknüpft.
refusal-linking-quota-full = Die Höchstzahl an Personen mit der Rolle Cloud-Administration ist erreicht; durch das Verknüpfen können Sie sie daher nicht erhalten.
refusal-linking-role-missing = Diese IAM-Rolle ist nicht registriert. Wählen Sie eine aus der Liste.
refusal-linking-role-elsewhere = Diese Rolle gehört zu einem anderen AWS-Konto als dem verknüpften.
refusal-linking-role-prefix = Der Name einer zuzuordnenden Rolle beginnt mit { $prefix }.
refusal-linking-role-not-trusted = Die Vertrauensrichtlinie der Rolle erlaubt dem Service nicht, sie anzunehmen: { $why }
refusal-linking-cloud-admin-role-only = Personen mit der Rolle Cloud-Administration werden nur der IAM-Rolle zugeordnet, die beim Verknüpfen erstellt wurde.
refusal-linking-role-of-cloud-admins = Diese IAM-Rolle ist der Cloud-Administration vorbehalten.
refusal-linking-role-in-use = Diese Rolle wird verwendet. Heben Sie zuerst die Zuordnungen derer auf, die sich damit anmelden.
refusal-linking-member-missing = Diese Person gibt es in Ihrem Unternehmen nicht.
refusal-linking-target-not-active = Diese Person hat keinen Zugriff mehr.
refusal-linking-already-mapped = Hier besteht bereits eine Zuordnung. Heben Sie sie zuerst auf.
refusal-linking-not-mapped = Es besteht keine Zuordnung zu einer IAM-Rolle.
refusal-linking-lists-mixed = Wählen Sie jeweils Personen aus nur einer Liste: mit der Rolle Cloud-Administration oder die übrigen.
refusal-linking-too-many-users = Höchstens { $most } Personen können auf einmal zugeordnet werden.
refusal-linking-too-many-roles = Höchstens { $most } Rollen können registriert werden.
refusal-linking-offer-actions-missing = Die Rolle erlaubt nicht alles, was zum Anhängen von Angeboten nötig ist. Es fehlt: { $actions }
refusal-linking-call-not-permitted = Die IAM-Rolle der Cloud-Administration erlaubt dies nicht: { $why }
fault-not-twelve-digits = Eine AWS-Konto-ID hat genau zwölf Ziffern.
fault-not-an-arn = Dies ist kein ARN; ein ARN sieht so aus: arn:aws:iam::123456789012:user/Alice.
fault-bad-part = Ein Teil des ARN ist leer oder enthält ein dort nicht zulässiges Zeichen.
fault-wildcard = Nennen Sie hier genau ein Element, ohne * oder ?.
fault-not-a-role = Dies ist nicht der ARN einer IAM-Rolle.
fault-syntax = Dies ist kein JSON. Prüfen Sie Kommas, Anführungszeichen und Klammern.
fault-duplicate-key = Ein Name steht doppelt im selben Teil des Dokuments.
fault-too-deep = Das Dokument ist zu tief verschachtelt.
fault-unknown-managed-policy = Das Portal kennt keine Richtlinie dieses Namens, die AWS pflegt. Fügen Sie ihr Dokument ein.
fault-too-many = Das sind zu viele.
fault-action-form = Eine Aktion hat die Form service:Name, ohne * oder ?.
fault-key-form = Ein Schlüssel hat die Form service:Name.
fault-key-twice = Dieser Schlüssel ist doppelt angegeben.
role-own-policy-name = Name der eigenen Richtlinie { $n }
