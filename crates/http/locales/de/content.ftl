# News, events, resources, walkthroughs.
news-title = Neuigkeiten für Partner
news-lead = Neues im Portal, neue Services und wichtige Termine: die letzten sechs Monate.
events-title = Veranstaltungen für Partner
events-lead = Alle kommenden Veranstaltungen; was für alle Partner wichtig ist, steht zuerst.
resources-title = Ressourcen
resources-lead = Leitfäden, Videos, Dokumente und Antworten des Programms.
walkthroughs-title = Anleitungen
walkthroughs-lead = Schritt für Schritt durch das Portal und durch die häufigsten Tätigkeiten.
content-words = Suchbegriffe
content-kind = Art
content-delivery = Durchführung
content-show = Anzeigen
content-found =
    { $count ->
        [one] Ein Eintrag
       *[other] { $count } Einträge
    }
content-none = Noch wurde nichts veröffentlicht.
content-none-matches = Keine Treffer. Entfernen Sie einen Filter oder versuchen Sie einen anderen Begriff.
content-pinned = Angeheftet
content-portal-launch = Portal
content-service-launch = Service
content-deadline = Frist
content-webinar = Webinar
content-workshop = Workshop
content-summit = Summit
content-keynote = Keynote
content-in-person = Vor Ort
content-virtual = Online
content-both = Vor Ort und online
content-guide = Leitfaden
content-video = Video
content-document = Dokument
content-faq = Frage
content-of-the-portal = So geht’s
content-steps =
    { $count ->
        [one] Ein Schritt
       *[other] { $count } Schritte
    }
content-day = Veröffentlicht
content-source = Von
content-begins = Beginn
content-ends = Ende
content-place = Ort
content-more = Mehr lesen
content-register = Details und Anmeldung
content-open = Öffnen
content-step-open = Zur Seite
