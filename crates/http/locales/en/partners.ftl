# The directory of partners, for everybody.
partners-title = Find partners
partners-text = Companies of the programme that can be listed and want to be. Look for a product, a customer's field, a place.
partners-words = Words
partners-any = Any
partners-country = Country or region
partners-product = Offers
partners-customer = Works for
partners-qualification = Qualification
partners-show = Show
partners-found =
    { $count ->
        [one] one partner
       *[other] { $count } partners
    }
partners-none = No partner is listed yet.
partners-none-match = No partner matches. Leave out a word or a filter.
partners-website = Website
partners-solutions = Offerings
partners-case-studies = Case studies
partners-products = Products and services
partners-qualifications = Qualifications
partners-works-for = Works for, and with
partners-locations = Locations
