# The home page.
home-title = Startseite
home-hello = Guten Tag, { $name }
home-my-tasks = Meine Aufgaben
home-all-my-tasks = Alle meine Aufgaben anzeigen
home-no-tasks = Auf Sie wartet nichts.
home-more-tasks =
    { $count ->
        [one] und eine weitere
       *[other] und { $count } weitere
    }
home-company-tasks = Im ganzen Unternehmen
home-all-tasks = Alle Aufgaben
home-see-tasks = Alle Aufgaben anzeigen
home-nobodys-tasks = Noch hat niemand eine Aufgabe. Weisen Sie auf der Seite „Aufgaben“ eine zu.
home-all-news = Alle Neuigkeiten für Partner anzeigen
home-all-events = Alle Veranstaltungen für Partner anzeigen
home-pages = Ihre Seiten
home-can-title = Was Sie tun können
home-can-text = Dies ergibt sich aus Ihren Rollen und aus dem Stand Ihres Unternehmens.
home-can-all = Alle { $count }
home-can-more = Wer die Partnerschaft Ihres Unternehmens leitet
browser-firefox-extended = Dies scheint die Langzeitversion von Firefox zu sein (Version { $version }), die das Portal nicht unterstützt. Verwenden Sie die Standardversion von Firefox oder einen Chromium-Browser.
browser-edge-legacy = Diese Version von Edge wird seit { $since } nicht mehr unterstützt. Ihr Hersteller hat den Support 2021 eingestellt; der Nachfolger vom Januar 2020 funktioniert gut. Bitte aktualisieren Sie.
browser-desktop-recommended = Das Portal funktioniert hier; bequemer ist es am Desktop.
