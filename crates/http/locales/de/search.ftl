# The search.
search-title = Suche
search-empty = Geben Sie oben einen Begriff ein: den Namen einer Seite, einer Aufgabe, eines Kunden, eines Artikels oder einer Person Ihres Unternehmens.
search-found =
    { $count ->
        [0] Nichts, was Sie öffnen können, passt dazu. Versuchen Sie einen kürzeren oder einen anderen Begriff.
        [one] Ein Treffer
       *[other] { $count } Treffer
    }
search-filters = Arten von Einträgen
search-apply = Anwenden
search-clear = Filter zurücksetzen
search-view-all = Alle { $count } anzeigen
search-view-less = Die ersten fünf anzeigen
search-help = Hilfe
search-too-long = Das ist mehr, als sich suchen lässt. Verwenden Sie weniger Begriffe.
search-type-page = Seiten
search-type-opportunity = Opportunitys
search-type-lead = Leads
search-type-offering = Lösungsangebote
search-type-technical-validation = Technische Validierungen
search-type-case-study = Fallstudien
search-type-device-listing = Geräteeinträge
search-type-workload = Well-Architected-Workloads
search-type-public-reference = Öffentliche Referenzen
search-type-program-application = Programmbewerbungen
search-type-competency-application = Kompetenzbewerbungen
search-type-product = Produkte und Services
search-type-task = Aufgaben
search-type-case = Supportfälle
search-type-person = Personen
search-type-guide = Leitfäden
search-type-video = Videos
search-type-document = Dokumente
search-type-faq = Fragen
search-type-walkthrough = Anleitungen
search-type-news = Neuigkeiten
search-type-event = Veranstaltungen
