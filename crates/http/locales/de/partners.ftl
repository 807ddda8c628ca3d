# The directory of partners, for everybody.
partners-title = Partner finden
partners-text = Unternehmen des Programms, die im Verzeichnis stehen können und möchten. Suchen Sie nach einem Produkt, dem Tätigkeitsfeld eines Kunden oder einem Ort.
partners-words = Suchbegriffe
partners-any = Beliebig
partners-country = Land oder Region
partners-product = Bietet
partners-customer = Arbeitet für
partners-qualification = Qualifikation
partners-show = Anzeigen
partners-found =
    { $count ->
        [one] ein Partner
       *[other] { $count } Partner
    }
partners-none = Noch ist kein Partner im Verzeichnis.
partners-none-match = Kein Partner passt dazu. Lassen Sie einen Begriff oder einen Filter weg.
partners-website = Website
partners-solutions = Lösungsangebote
partners-case-studies = Fallstudien
partners-products = Produkte und Services
partners-qualifications = Qualifikationen
partners-works-for = Arbeitet für und mit
partners-locations = Standorte
