# The home page.
home-title = Inicio
home-hello = Hola, { $name }
home-my-tasks = Mis tareas
home-all-my-tasks = Ver todas mis tareas
home-no-tasks = No hay nada pendiente para usted.
home-more-tasks =
    { $count ->
        [one] y una más
       *[other] y { $count } más
    }
home-company-tasks = En toda su empresa
home-all-tasks = Todas las tareas
home-see-tasks = Ver todas las tareas
home-nobodys-tasks = Nadie tiene tareas todavía. Asigne una en la página Tareas.
home-all-news = Ver todas las noticias para socios
home-all-events = Ver todos los eventos para socios
home-pages = Adónde puede ir
home-can-title = Qué puede hacer
home-can-text = Depende de sus roles y de la situación de su empresa.
home-can-all = Todas ({ $count })
home-can-more = Quién dirige la alianza de su empresa
browser-firefox-extended = Parece la versión de soporte extendido de Firefox (versión { $version }), que el portal no admite. Use la versión estándar de Firefox o un navegador Chromium.
browser-edge-legacy = Esta versión de Edge no se admite desde { $since }. Su fabricante dejó de darle soporte en 2021; el Edge que la sucedió en enero de 2020 funciona bien. Actualícelo.
browser-desktop-recommended = El portal funciona aquí, pero es más cómodo en un equipo de escritorio.
