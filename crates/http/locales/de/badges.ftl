# The badge manager.
badges-title = Badge-Manager
badges-text = Bilder, die zeigen, was Ihr Unternehmen erreicht hat, mit seinem Namen, für Ihre Website und Ihre Präsentationen. Sie werden jedes Mal nach Ihrem aktuellen Stand neu erstellt: Laden Sie sie erneut herunter, wenn er sich ändert.
badges-none = Badges gibt es mit der Stufe, die Ihr Unternehmen erreicht hat. Noch ist keines vorhanden.
badge-label = { $over }: { $title }. { $company }
badge-look-dark = Dunkel
badge-look-light = Hell
badge-look-outline = Ohne Hintergrund
badge-download = Herunterladen (SVG)
badge-png = Als PNG speichern
