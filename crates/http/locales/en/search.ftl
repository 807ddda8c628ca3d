# The search.
search-title = Search
search-empty = Type a word above: the name of a page, a task, a customer, an article, or somebody of your company.
search-found =
    { $count ->
        [0] Nothing that you can open matches. Try a shorter word or another one.
        [one] One match
       *[other] { $count } matches
    }
search-filters = Types of record
search-apply = Apply
search-clear = Clear filters
search-view-all = View all { $count }
search-view-less = Show the first five
search-help = Help
search-too-long = This is more than can be searched for. Use fewer words.
search-type-page = Pages
search-type-opportunity = Opportunities
search-type-lead = Leads
search-type-offering = Offerings
search-type-technical-validation = Technical validations
search-type-case-study = Case studies
search-type-device-listing = Device listings
search-type-workload = Well-Architected workloads
search-type-public-reference = Public references
search-type-program-application = Program applications
search-type-competency-application = Competency applications
search-type-product = Products and services
search-type-task = Tasks
search-type-case = Support cases
search-type-person = People
search-type-guide = Guides
search-type-video = Videos
search-type-document = Documents
search-type-faq = Questions
search-type-walkthrough = Walkthroughs
search-type-news = News
search-type-event = Events
