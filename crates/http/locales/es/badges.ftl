# The badge manager.
badges-title = Gestor de insignias
badges-text = Imágenes de lo que ha logrado su empresa, con su nombre, para su sitio web y sus presentaciones. Se generan de nuevo cada vez según su situación: descárguelas otra vez cuando esta cambie.
badges-none = Las insignias corresponden a la etapa que ha alcanzado su empresa. Aún no hay ninguna.
badge-label = { $over }: { $title }. { $company }
badge-look-dark = Oscura
badge-look-light = Clara
badge-look-outline = Sin fondo
badge-download = Descargar (SVG)
badge-png = Guardar como PNG
