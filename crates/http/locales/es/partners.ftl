# The directory of partners, for everybody.
partners-title = Buscar socios
partners-text = Empresas del programa que pueden y quieren figurar en el directorio. Busque un producto, el sector de un cliente o un lugar.
partners-words = Palabras
partners-any = Cualquiera
partners-country = País o región
partners-product = Ofrece
partners-customer = Trabaja para
partners-qualification = Cualificación
partners-show = Mostrar
partners-found =
    { $count ->
        [one] un socio
       *[other] { $count } socios
    }
partners-none = Aún no hay socios en el directorio.
partners-none-match = Ningún socio coincide. Quite una palabra o un filtro.
partners-website = Sitio web
partners-solutions = Ofertas
partners-case-studies = Casos de estudio
partners-products = Productos y servicios
partners-qualifications = Cualificaciones
partners-works-for = Trabaja para y con
partners-locations = Ubicaciones
