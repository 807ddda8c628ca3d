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
record-page = Pages
record-opportunity = Opportunities
record-lead = Leads
record-offering = Offerings
record-technical-validation = Technical validations
record-case-study = Case studies
record-device-listing = Device listings
record-workload = Well-Architected workloads
record-public-reference = Public references
record-program-application = Program applications
record-competency-application = Competency applications
record-product = Products and services
record-task = Tasks
record-case = Support cases
record-person = People
record-guide = Guides
record-video = Videos
record-document = Documents
record-faq = Questions
record-walkthrough = Walkthroughs
record-news = News
record-event = Events
