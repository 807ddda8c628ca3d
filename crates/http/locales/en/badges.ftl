# The badge manager.
badges-title = Badge Manager
badges-text = Pictures of what your company has earned, with its name, for your site and your slides. They are drawn anew from your standing each time: download them again when it changes.
badges-none = Badges come with the stage that your company has reached. There is none yet.
badge-label = { $over }: { $title }. { $company }
badge-look-dark = Dark
badge-look-light = Light
badge-look-outline = Without a background
badge-download = Download (SVG)
badge-png = Save as PNG
