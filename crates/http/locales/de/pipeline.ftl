# Opportunities and leads: lists, forms, steps, files and reports.
pipeline-opportunity-title = Opportunitys
pipeline-opportunity-back = Alle Opportunitys
pipeline-opportunity-called = Opportunity
pipeline-opportunity-search-label = Titel, Kunde oder Nummer
pipeline-opportunity-none = Noch gibt es keine Opportunitys. Was Ihr Unternehmen einbringt und was mit ihm geteilt wird, erscheint hier.
pipeline-opportunity-none-fit = Keine Opportunity passt zu diesen Filtern.
pipeline-opportunity-new = Neue Opportunity
pipeline-opportunity-new-title = Neue Opportunity
pipeline-opportunity-new-text = Kunde und Titel genügen für den Anfang. Sie sind für die Opportunity verantwortlich und reichen sie zur Prüfung ein, wenn sie vollständig ist.
pipeline-opportunity-new-button = Erstellen
pipeline-opportunity-created = Die Opportunity wurde erstellt. Sie ist noch nicht eingereicht.
pipeline-opportunity-report-title = Die Pipeline in Zahlen
pipeline-opportunity-bulk-title = Opportunitys aus Dateien
pipeline-opportunity-bulk-import-hint = Jede Zeile wird zu einer neuen Opportunity, für die Sie verantwortlich sind.
pipeline-opportunity-bulk-update-hint = Jede Zeile ändert die Opportunity, deren ID in der Spalte „id“ steht. Spalten, die in der Datei fehlen, bleiben unverändert; eine leere Zelle leert ihr Feld.
pipeline-opportunity-bulk-transfer-hint = Jede Zeile überträgt die Opportunity in der Spalte „id“ auf die Person, deren E-Mail-Adresse in der Spalte „owner“ steht.

pipeline-lead-title = Leads
pipeline-lead-back = Alle Leads
pipeline-lead-called = Lead
pipeline-lead-search-label = Kunde, Kontakt oder Kampagne
pipeline-lead-none = Mit Ihrem Unternehmen wurden noch keine Leads geteilt. Neue erscheinen hier, und wer die Pipeline betreut, erhält eine E-Mail.
pipeline-lead-none-fit = Kein Lead passt zu diesen Filtern.
pipeline-lead-report-title = Leads und Kampagnen
pipeline-lead-bulk-title = Leads aus Dateien
pipeline-lead-bulk-transfer-hint = Jede Zeile überträgt den Lead in der Spalte „id“ auf die Person, deren E-Mail-Adresse in der Spalte „owner“ steht.

# Lists.
pipeline-report = In Zahlen
pipeline-files = Mit Dateien arbeiten
pipeline-download = Als CSV herunterladen
pipeline-show = Anzeigen
pipeline-clear = Filter zurücksetzen
pipeline-shown = { $first }–{ $last } von { $total }
pipeline-filter-all = Alle
pipeline-filter-stage = Phase
pipeline-filter-review = Prüfung
pipeline-filter-origin = Eingebracht von
pipeline-filter-status = Freigabe
pipeline-filter-owner = Verantwortlich
pipeline-due-from = Abschluss ab
pipeline-due-until = Abschluss bis
pipeline-sort-title = Titel
pipeline-sort-customer = Kunde
pipeline-sort-stage = Phase
pipeline-sort-status = Status
pipeline-sort-owner = Verantwortlich
pipeline-sort-target-close-date = Abschluss
pipeline-sort-region = Region
pipeline-sort-last-modified-date = Geändert
pipeline-nobody = Noch niemand
pipeline-owner-me = Ich
pipeline-unknown = Nicht bekannt

# States.
pipeline-stage-prospect = Interessent
pipeline-stage-qualified = Qualifiziert
pipeline-stage-technical-validation = Technische Validierung
pipeline-stage-business-validation = Geschäftliche Validierung
pipeline-stage-committed = Zugesagt
pipeline-stage-launched = Gestartet
pipeline-stage-closed-lost = Geschlossen – verloren
pipeline-review-pending-submission = Nicht eingereicht
pipeline-review-submitted = Eingereicht
pipeline-review-in-review = In Prüfung
pipeline-review-approved = Genehmigt
pipeline-review-rejected = Zurückgewiesen
pipeline-review-action-required = Rückfrage offen
pipeline-status-pending = Wartet auf Antwort
pipeline-status-accepted = Angenommen
pipeline-status-rejected = Abgelehnt
pipeline-status-expired = Abgelaufen
pipeline-origin-aws-referral = Das Programm
pipeline-origin-partner-referral = Ihr Unternehmen
pipeline-involvement = Was Sie möchten
pipeline-involvement-co-sell = Gemeinsam verkaufen
pipeline-involvement-for-visibility-only = Nur informieren
pipeline-visibility = Was der Vertrieb des Programms sieht
pipeline-visibility-full = Alles
pipeline-visibility-limited = Wenig

# One entry.
pipeline-overview = Übersicht
pipeline-owner = Verantwortlich
pipeline-origin = Eingebracht von
pipeline-created = Erstellt
pipeline-changed = Geändert
pipeline-past-steps = Bisherige nächste Schritte
pipeline-history = Verlauf
pipeline-by-programme = Das Programm
pipeline-notice-not-submitted = Diese Opportunity ist noch nicht eingereicht; das Programm sieht sie daher nicht.
pipeline-notice-in-review = Solange das Programm diese Opportunity prüft, bleiben ihre Felder unverändert.
pipeline-notice-question = Das Programm benötigt weitere Angaben. { $reason }: { $comments } Bearbeiten Sie die Opportunity, um zu antworten; sie geht danach zurück in die Prüfung.
pipeline-notice-turned-down = Das Programm hat diese Opportunity zurückgewiesen: { $reason }
pipeline-notice-pending = Dies wurde mit Ihrem Unternehmen geteilt. Nehmen Sie es an, um daran zu arbeiten, oder lehnen Sie es ab.
pipeline-notice-pending-until = Dies wurde mit Ihrem Unternehmen geteilt. Nehmen Sie es an, um daran zu arbeiten, oder lehnen Sie es ab, und zwar bis { $end }.
pipeline-notice-rejected = Ihr Unternehmen hat dies abgelehnt: { $reason }
pipeline-notice-expired = Niemand hat rechtzeitig geantwortet; dies kann nicht mehr angenommen werden.
pipeline-event-opportunity-created = Erstellt für { $owner }
pipeline-event-opportunity-shared = Geteilt mit { $owner }
pipeline-event-opportunity-submitted = Zur Prüfung eingereicht
pipeline-event-opportunity-edited = Bearbeitet
pipeline-event-opportunity-transferred = Übertragen auf { $owner }
pipeline-event-opportunity-accepted = Angenommen für { $owner }
pipeline-event-opportunity-rejected = Abgelehnt
pipeline-event-opportunity-review-started = Prüfung begonnen
pipeline-event-opportunity-approved = Genehmigt
pipeline-event-opportunity-disqualified = Zurückgewiesen
pipeline-event-opportunity-information-requested = Rückfrage gestellt
pipeline-event-lead-shared = Geteilt mit { $owner }
pipeline-event-lead-accepted = Angenommen für { $owner }
pipeline-event-lead-rejected = Abgelehnt
pipeline-event-lead-edited = Bearbeitet
pipeline-event-lead-transferred = Übertragen auf { $owner }
pipeline-event-fields = Geändert: { $fields }

# Steps.
pipeline-do-accept = Annehmen
pipeline-do-reject = Ablehnen
pipeline-do-submit = Einreichen
pipeline-do-edit = Bearbeiten
pipeline-do-transfer = Übertragen
pipeline-edit-title = { $title } bearbeiten
pipeline-edit-contended = Während Ihrer Eingabe hat eine andere Person dies geändert. Ihre Eingaben sind noch hier. Wenn Sie jetzt speichern, ersetzen sie die anderen Änderungen; um diese zuerst zu sehen, öffnen Sie den Eintrag in einem anderen Fenster.
pipeline-saved = Ihre Änderungen wurden gespeichert.
pipeline-unchanged = Es gab nichts zu ändern.
pipeline-submit-title = { $title } einreichen
pipeline-submit-text = Danach prüft das Programm die Opportunity. Bis zur Entscheidung können ihre Felder nicht geändert werden.
pipeline-co-sell-hint = Der Vertrieb des Programms arbeitet gemeinsam mit Ihnen daran.
pipeline-visibility-only-hint = Das Programm weiß davon und hält sich heraus.
pipeline-full-hint = Der Vertrieb des Programms liest alle Felder.
pipeline-limited-hint = Der Vertrieb des Programms liest nur, was zur Vermeidung von Konflikten nötig ist.
pipeline-submitted = Die Opportunity wurde eingereicht und wartet auf ihre Prüfung.
pipeline-accept-title = { $title } annehmen
pipeline-accept-text = Ihr Unternehmen übernimmt dies; verantwortlich ist { $owner }. Danach kann es nicht mehr abgelehnt werden.
pipeline-accepted = Angenommen. Sie können jetzt daran arbeiten.
pipeline-reject-title = { $title } ablehnen
pipeline-reject-text = Ihr Unternehmen übernimmt dies nicht. Danach kann es nicht mehr angenommen werden, es sei denn, das Programm teilt es erneut.
pipeline-reason = Grund
pipeline-reason-hint = Das Programm liest ihn.
pipeline-rejected = Abgelehnt.
pipeline-transfer-title = { $title } übertragen
pipeline-transfer-text = Wählen Sie, wer verantwortlich sein soll. Zur Wahl stehen nur Personen mit Zugriff, deren Rollen es erlauben, für Opportunitys und Leads verantwortlich zu sein.
pipeline-transfer-to = Neu verantwortlich
pipeline-transfer-from = Bisher verantwortlich
pipeline-transfer-keeps = Verantwortlich ist ab jetzt { $to }. Sie können den Eintrag weiterhin sehen und bearbeiten.
pipeline-transfer-loses = Verantwortlich ist ab jetzt { $to }. Sie sehen den Eintrag dann nicht mehr.
pipeline-transfer-confirm = Jetzt übertragen
pipeline-transfer-other = Andere Person wählen
pipeline-transferred = Für { $title } ist jetzt { $to } verantwortlich.

# Files.
pipeline-bulk-get = Datei abrufen
pipeline-bulk-export-text = Alles, was Sie sehen dürfen, zum Bearbeiten und Zurücksenden als Aktualisierung
pipeline-bulk-template-text = Die Spaltenüberschriften für einen Import, ohne Zeilen
pipeline-bulk-template = Überschriften herunterladen
pipeline-bulk-send = Datei senden
pipeline-bulk-text = Bevor sich etwas ändert, sehen Sie, was jede Zeile bewirken würde.
pipeline-bulk-what = Wozu die Datei dient
pipeline-bulk-import = Import
pipeline-bulk-update = Aktualisierung
pipeline-bulk-transfer = Übertragung
pipeline-bulk-mode = Wenn Zeilen Fehler enthalten
pipeline-bulk-all = Alle Zeilen oder keine übernehmen
pipeline-bulk-all-hint = Eine fehlerhafte Zeile, und nichts ändert sich.
pipeline-bulk-good = Fehlerfreie Zeilen übernehmen
pipeline-bulk-good-hint = Fehlerhafte Zeilen werden aufgeführt und ausgelassen.
pipeline-bulk-file = CSV-Datei
pipeline-bulk-limits = UTF-8, Überschriften in der ersten Zeile, höchstens { $rows } Zeilen und { $kilobytes } Kilobyte.
pipeline-bulk-look = Zuerst ansehen
pipeline-bulk-no-file = Wählen Sie eine Datei.
pipeline-bulk-not-utf8 = Zeile { $line } enthält Bytes, die kein UTF-8 sind. Speichern Sie die Datei als UTF-8 und senden Sie sie noch einmal.
pipeline-bulk-unreadable = Die Datei ist nicht lesbar. Es wurde nichts geändert.
pipeline-bulk-gone = Diese Datei wurde bereits übernommen oder lag hier zu lange. Senden Sie sie noch einmal, falls Sie sie noch benötigen.
pipeline-bulk-preview-title = Was die Datei ändern würde
pipeline-bulk-preview = Noch hat sich nichts geändert.
pipeline-bulk-held = Einige Zeilen enthalten Fehler, und Sie haben alle Zeilen oder keine gewählt. Korrigieren Sie die Datei und senden Sie sie noch einmal. Es wurde nichts geändert.
pipeline-bulk-nothing = Die Datei ändert nichts: Alles darin ist bereits so oder enthält Fehler.
pipeline-bulk-confirm =
    { $count ->
        [one] Diese eine Änderung ausführen
       *[other] Diese { $count } Änderungen ausführen
    }
pipeline-bulk-changed = Inzwischen hat jemand etwas geändert, und die Datei würde jetzt etwas anderes bewirken. Sehen Sie noch einmal nach, bevor Sie bestätigen. Es wurde nichts geändert.
pipeline-bulk-done-title = Die Datei wurde übernommen
pipeline-bulk-done = Das ist Zeile für Zeile geschehen.
pipeline-bulk-again = Weitere Datei senden
pipeline-bulk-ignored = Diese Spalten haben hier keine Bedeutung und wurden ausgelassen:
pipeline-bulk-rows = Zeilen
pipeline-count-created =
    { $count ->
        [one] Ein neuer Eintrag
       *[other] { $count } neue Einträge
    }
pipeline-count-updated =
    { $count ->
        [one] Eine Aktualisierung
       *[other] { $count } Aktualisierungen
    }
pipeline-count-transferred =
    { $count ->
        [one] Eine Übertragung
       *[other] { $count } Übertragungen
    }
pipeline-count-unchanged =
    { $count ->
        [one] Eine Zeile ohne Änderung
       *[other] { $count } Zeilen ohne Änderung
    }
pipeline-count-refused =
    { $count ->
        [one] Eine Zeile mit Fehlern
       *[other] { $count } Zeilen mit Fehlern
    }
pipeline-row-created = Neu
pipeline-row-updated = Aktualisiert
pipeline-row-transferred = Übertragen
pipeline-row-unchanged = Unverändert
pipeline-row-refused = Ausgelassen
pipeline-row-to = auf { $to }
pipeline-cell-fault = Spalte { $column }, { $field }: { $fault }
pipeline-line = Zeile
pipeline-column = Spalte
pipeline-heading = Überschrift
pipeline-wrong = Was nicht stimmt
pipeline-outcome = Ergebnis
pipeline-details = Details

# Reports.
pipeline-report-as-of = Stand: { $moment }
pipeline-report-total =
    { $count ->
        [one] Eine Opportunity
       *[other] { $count } Opportunitys
    }
pipeline-report-funnel = Leads: { $leads }. Kampagnen: { $campaigns }.
pipeline-report-by-stage = Nach Phase
pipeline-report-by-review = Nach Prüfung
pipeline-report-by-owner = Nach verantwortlicher Person
pipeline-report-by-channel = Leads nach Art der Kampagne
pipeline-report-by-region = Nach Region und Art der Kampagne
pipeline-report-count = Opportunitys
pipeline-report-monthly = Erwartet pro Monat
pipeline-report-leads = Leads
pipeline-report-accepted = Angenommen
pipeline-report-campaigns = Kampagnen
pipeline-advice = { $name } arbeitet nur an eigenen Einträgen. Dafür würde die Rolle { $instead } statt { $role } genügen.

# Forms.
pipeline-more = Weiteren Eintrag hinzufügen
pipeline-needed = Pflichtfeld.
pipeline-not-said = Keine Angabe
pipeline-several-hint = Mehrere durch Semikolon trennen.
pipeline-field-of = { $group } { $n }: { $field }
pipeline-group-customer = Kunde
pipeline-group-contacts = Kontakte beim Kunden
pipeline-group-project = Projekt
pipeline-group-sale = Stand
pipeline-group-spend = Was der Kunde ausgeben wird
pipeline-group-spend-hint = Mindestens ein Betrag ist nötig, bevor die Opportunity eingereicht werden kann.
pipeline-group-more = Mehr zum Projekt
pipeline-group-marketing = Marketing
pipeline-group-software = Preis der Software
pipeline-group-team = Ihr Team
pipeline-group-interactions = Was der Lead getan hat
pipeline-field-customer-account-company-name = Unternehmen
pipeline-field-customer-account-industry = Branche
pipeline-field-customer-account-other-industry = Branche in Ihren Worten
pipeline-field-customer-account-other-industry-hint = Nur bei der Branche „Sonstige“ (Other).
pipeline-field-customer-account-website-url = Website
pipeline-field-customer-account-address-country-code = Land
pipeline-field-customer-account-address-postal-code = Postleitzahl
pipeline-field-customer-account-address-city = Stadt
pipeline-field-customer-account-address-state-or-region = Bundesland oder Region
pipeline-field-customer-account-address-street-address = Straße und Hausnummer
pipeline-field-customer-account-aws-account-id = Cloud-Konto
pipeline-field-customer-account-aws-account-id-hint = Zwölf Ziffern.
pipeline-field-customer-account-duns = D-U-N-S-Nummer
pipeline-field-customer-account-duns-hint = Neun Ziffern.
pipeline-field-project-title = Titel
pipeline-field-project-customer-business-problem = Das Problem des Kunden und wie Sie helfen
pipeline-field-project-customer-business-problem-hint = 20 bis 2.000 Zeichen.
pipeline-field-project-customer-use-case = Art des Workloads
pipeline-field-opportunity-type = Art des Geschäfts
pipeline-field-project-delivery-models = Wie das Lösungsangebot zum Kunden gelangt
pipeline-field-project-sales-activities = Was bisher geschehen ist
pipeline-field-primary-needs-from-aws = Welche Hilfe Sie wünschen
pipeline-field-project-other-solution-description = Was Sie anbieten
pipeline-field-project-other-solution-description-hint = Wenn es keine Ihrer aufgeführten Lösungen ist.
pipeline-field-region = Region
pipeline-field-partner-opportunity-identifier = Nummer in Ihrem eigenen System
pipeline-field-life-cycle-stage = Phase
pipeline-field-life-cycle-target-close-date = Abschluss am
pipeline-field-life-cycle-next-steps = Nächste Schritte
pipeline-field-life-cycle-closed-lost-reason = Grund des Verlusts
pipeline-field-life-cycle-closed-lost-reason-hint = Nur in der Phase „Geschlossen – verloren“.
pipeline-field-project-expected-contract-duration-value = Vertragsdauer
pipeline-field-project-expected-contract-duration-term = Einheit der Vertragsdauer
pipeline-field-project-competitor-name = Wettbewerber
pipeline-field-project-other-competitor-names = Andere Wettbewerber
pipeline-field-project-other-competitor-names-hint = Nur beim Wettbewerber „Other“.
pipeline-field-project-apn-programs = Programme, die dazu führten
pipeline-field-national-security = Angelegenheit der nationalen Sicherheit
pipeline-field-national-security-hint = Nur bei staatlichen Kunden.
pipeline-field-project-related-opportunity-identifier = Gehört zur Opportunity
pipeline-field-project-related-opportunity-identifier-hint = Ihre Nummer, zum Beispiel O1234567.
pipeline-field-related-entity-identifiers-solutions = Lösungen
pipeline-field-related-entity-identifiers-solutions-hint = Ihre Nummern, zum Beispiel S-0000001; mehrere durch Semikolon trennen.
pipeline-field-related-entity-identifiers-aws-products = Cloud-Produkte
pipeline-field-related-entity-identifiers-aws-marketplace-offers = Marketplace-Angebote
pipeline-field-project-additional-comments = Weitere Anmerkungen
pipeline-field-marketing-source = Durch Marketing entstanden
pipeline-field-marketing-campaign-name = Kampagne
pipeline-field-marketing-aws-funding-used = Aus Mitteln des Programms bezahlt
pipeline-field-marketing-channels = Art der Kampagne
pipeline-field-marketing-use-cases = Thema der Kampagne
pipeline-field-software-revenue-delivery-model = Zahlungsweise
pipeline-field-software-revenue-value-amount = Betrag
pipeline-field-software-revenue-value-amount-hint = Zum Beispiel 1200.50.
pipeline-field-software-revenue-value-currency-code = Währung
pipeline-field-software-revenue-effective-date = Von
pipeline-field-software-revenue-expiration-date = Bis
pipeline-field-customer-company-name = Unternehmen
pipeline-field-customer-industry = Branche
pipeline-field-customer-website-url = Website
pipeline-field-customer-address-country-code = Land
pipeline-field-customer-address-postal-code = Postleitzahl
pipeline-field-customer-address-city = Stadt
pipeline-field-customer-address-state-or-region = Bundesland oder Region
pipeline-field-customer-address-street-address = Straße und Hausnummer
pipeline-field-customer-aws-maturity = Erfahrung mit der Cloud
pipeline-field-customer-market-segment = Marktsegment
pipeline-field-qualification-status = Chancen
pipeline-field-part-first-name = Vorname
pipeline-field-part-last-name = Nachname
pipeline-field-part-business-title = Position
pipeline-field-part-email = E-Mail
pipeline-field-part-phone = Telefon
pipeline-field-part-phone-hint = Mit der Ländervorwahl am Anfang, zum Beispiel +34600000000.
pipeline-field-part-amount = Betrag
pipeline-field-part-amount-hint = Zum Beispiel 1200.50.
pipeline-field-part-currency-code = Währung
pipeline-field-part-frequency = Wie oft
pipeline-field-part-target-company = Ausgegeben bei
pipeline-field-part-estimation-url = Adresse einer Berechnung
pipeline-field-part-interaction-date = Tag
pipeline-field-part-customer-action = Was getan wurde
pipeline-field-part-business-problem = Das Problem
pipeline-field-part-usecase = Worum es ging
pipeline-field-part-source-type = Art der Quelle
pipeline-field-part-source-name = Quelle
pipeline-field-part-source-id = Nummer der Quelle

# Why a field or a row of a file is refused.
fault-unknown-value = Dies ist keiner der wählbaren Werte.
fault-bad-form = Dies hat nicht die erforderliche Form.
fault-not-a-date = Geben Sie einen Tag an, zum Beispiel 2026-03-01.
fault-not-an-amount = Geben Sie einen Betrag an, zum Beispiel 1200.50.
fault-not-a-number = Geben Sie eine ganze Zahl an.
fault-in-the-past = Dieser Tag liegt in der Vergangenheit.
fault-before-start = Das Ende liegt vor dem Beginn.
fault-only-with-other = Nur wenn „Sonstige“ (Other) gewählt ist.
fault-only-for-government = Nur bei staatlichen Kunden.
fault-only-when-lost = Nur in der Phase „Geschlossen – verloren“.
fault-not-to-be-submitted = In der Phase „Interessent“ oder als verloren kann eine Opportunity nicht eingereicht werden.
fault-locked-in-review = Solange die Rückfrage des Programms offen ist, bleibt dies wie eingereicht.
fault-not-an-id = Dies ist keine ID.
fault-exists-already = Dies ist bereits vorhanden.
fault-twice-in-file = Eine andere Zeile nennt denselben Eintrag.
fault-changed-meanwhile = Dies wurde nach dem Herunterladen der Datei geändert.
fault-no-headings = Die Datei hat keine Überschriften.
fault-unknown-heading = Dieses Feld gibt es nicht.
fault-heading-twice = Diese Überschrift kommt doppelt vor.
fault-heading-missing = Diese Spalte fehlt.
fault-too-many-columns = Es sind zu viele Spalten.
fault-wrong-number-of-cells = Die Zeile hat nicht so viele Zellen, wie es Überschriften gibt.
fault-quote-not-closed = Hier beginnt ein Anführungszeichen, das nicht geschlossen wird.

# Why the pipeline refuses something.
refusal-pipeline-invalid-file = Die Datei enthält Fehler. Es wurde nichts geändert.
refusal-pipeline-file-too-large = Die Datei ist zu groß: höchstens { $most } Byte.
refusal-pipeline-too-many-rows = Es sind zu viele Zeilen: höchstens { $most }.
refusal-pipeline-company-missing = Dieses Unternehmen gibt es nicht.
refusal-pipeline-entry-missing = Diesen Eintrag gibt es nicht. Vielleicht gehört er einem anderen Unternehmen, oder die Adresse enthält einen Tippfehler.
refusal-pipeline-entry-exists = Dieser Eintrag ist bereits vorhanden.
refusal-pipeline-not-owner = Für diesen Eintrag ist eine andere Person verantwortlich, und Ihre Rollen reichen nur für Ihre eigenen. Die verantwortliche Person oder wer die Pipeline betreut, kann ihn Ihnen geben.
refusal-pipeline-review-locked = Diese Opportunity kann nicht geändert werden, solange ihre Prüfung auf „{ $status }“ steht.
refusal-pipeline-wrong-review-status = Dieser Schritt passt nicht zum Stand der Prüfung.
refusal-pipeline-not-shared = Dies wurde nicht mit Ihrem Unternehmen geteilt; es gibt daher nichts anzunehmen oder abzulehnen.
refusal-pipeline-share-not-accepted = Nehmen Sie dies zuerst an; dann können Sie daran arbeiten.
refusal-pipeline-share-answered = Dies wurde bereits angenommen oder abgelehnt.
refusal-pipeline-share-rejected = Ihr Unternehmen hat dies abgelehnt; daher bleibt es, wie es ist.
refusal-pipeline-share-expired = Die Antwortfrist ist abgelaufen.
refusal-pipeline-member-missing = Diese Person gibt es in Ihrem Unternehmen nicht.
refusal-pipeline-target-not-active = Diese Person hat keinen Zugriff mehr.
refusal-pipeline-target-cannot-own = Keine der Rollen dieser Person erlaubt es, für Opportunitys und Leads verantwortlich zu sein.
refusal-pipeline-already-owner = Diese Person ist bereits verantwortlich.
refusal-pipeline-operation-not-offered = Das Portal führt dies nicht mit Dateien aus.
fault-not-a-time = Geben Sie einen Zeitpunkt an, zum Beispiel 2026-03-01T09:00:00Z.
