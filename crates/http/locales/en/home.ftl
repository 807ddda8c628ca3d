# The home page.
home-title = Home
home-hello = Hello, { $name }
home-my-tasks = My tasks
home-all-my-tasks = View all my tasks
home-no-tasks = Nothing waits for you.
home-more-tasks =
    { $count ->
        [one] and one more
       *[other] and { $count } more
    }
home-company-tasks = In your whole company
home-all-tasks = All tasks
home-see-tasks = View all tasks
home-nobodys-tasks = Nobody has a task yet. Assign one on the Tasks page.
home-all-news = View all partner news
home-all-events = View all partner events
home-pages = Where you can go
home-can-title = What you can do
home-can-text = This follows from your roles and from where your company stands.
home-can-all = All { $count }
home-can-more = Who leads your company
browser-firefox-extended = This looks like the extended release of Firefox (version { $version }), which the portal does not support. Use the standard release of Firefox, or a Chromium browser.
browser-edge-legacy = This version of Edge has not been supported since { $since }. Its vendor ended support in 2021; the Edge that followed it in January 2020 works well. Please upgrade.
browser-desktop-recommended = The portal works here, and is easier to use at a desk.
