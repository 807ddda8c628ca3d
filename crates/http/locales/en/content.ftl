# News, events, resources, walkthroughs.
news-title = Partner news
news-lead = Launches of the portal and of services, and the days to keep in mind: the last six months.
events-title = Partner events
events-lead = Every event to come; what matters to all partners stands first.
resources-title = Resources
resources-lead = Guides, videos, documents and answers from the programme.
walkthroughs-title = Walkthroughs
walkthroughs-lead = Step by step through the portal and through what people do most.
content-words = Words
content-kind = Kind
content-delivery = How it is held
content-show = Show
content-found =
    { $count ->
        [one] One entry
       *[other] { $count } entries
    }
content-none = Nothing has been published yet.
content-none-matches = Nothing matches. Take a filter away or try another word.
content-pinned = Pinned
content-portal-launch = Portal
content-service-launch = Service
content-deadline = Deadline
content-webinar = Webinar
content-workshop = Workshop
content-summit = Summit
content-keynote = Keynote
content-in-person = In person
content-virtual = Virtual
content-both = In person and virtual
content-guide = Guide
content-video = Video
content-document = Document
content-faq = Question
content-of-the-portal = How-to
content-steps =
    { $count ->
        [one] One step
       *[other] { $count } steps
    }
content-day = Published
content-source = From
content-begins = Begins
content-ends = Ends
content-place = Place
content-more = Read more
content-register = More and registration
content-open = Open it
content-step-open = Go to the page
