# What stands around every page.
language-name = English
# ltr, or rtl for a script that is written from right to left.
language-direction = ltr
# A moment that was written by the rules of the language, and its time zone.
moment-utc = { $moment } UTC
product = Guildhall
skip = Skip to the content
search-label = Search the portal
search-placeholder = Search
search-button = Search
corner-label = Account and support
sections-label = Sections
menu-support = Support
menu-language = Language
language-text = The pages and the mails that you get are written in this language.
language-current = In use
language-chosen = The portal now speaks { $language }.
demo-strip = This is a demo: nothing leaves this machine. What the portal mails lies in the
footer-text = Guildhall, an open-source partner portal
walk-title = Walkthroughs
walk-all = All walkthroughs
cancel = Cancel
item-go = Go there
item-elsewhere = This leads to { $site }, which is not part of the portal. Your sign-in here does not go with you.
dialog-label = Please confirm
copy = Copy
copied = Copied.
copy-csv = Copy as CSV
copied-csv = The table is copied as CSV.
print = Print
opens-elsewhere = (opens another site in a new tab)
pager-label = Pages of this list
pager-previous = Previous
pager-next = Next
continue = Continue
next = Next
yes = Yes
no = No
all-roles = Everybody
all-paths = Every path
path-stage = { $path }: { $stage }
your-roles = Your roles
company-stands = Where your company stands
faults-title = Please look at this again
steps-label = Steps

item-pageless-title = This portal has no page for it.
item-pageless-text = It is open to you. Your alliance lead or the programme can tell where it is done.
item-who = Who can open this page
item-roles = Roles
item-paths = Paths
item-stage = From stage
item-aliases = Also known as

denied-kicker = No access
denied-title = No access
denied-item = “{ $title }” is not open to you
denied-action = You cannot do this: { $title }
denied-missing = What is missing
denied-role = One of these roles:
denied-path = A company on one of these paths:
denied-stage = A path of your company that has reached at least this stage:
denied-nobody = No role opens this.
denied-help = Who can give you the role
denied-myself = You can give this role yourself, also to yourself:
denied-write = Write to them
denied-letter-subject = Access to the partner portal: { $what }
denied-letter-body =
    Hello { $name },

    could you give me one of these roles in the partner portal: { $roles }?

    Thank you
    { $me }
denied-programme = Paths and stages are decided by the programme, not within your company. Your alliance lead is the contact for that.

error-home = To the home page
error-request = If you report this, name the request:
error-400-title = This request cannot be read
error-400-text = Something in it is not what the page sends. Go back, load the page again and try once more.
error-401-title = Please sign in
error-401-text = Your session has ended.
error-403-title = This was not done
error-403-text = The request did not come from a page of the portal, so nothing was changed.
error-404-title = There is no such page
error-404-text = The address may be mistyped, or what it led to is gone.
error-405-title = This address cannot be used that way
error-405-text = Open it from its page instead.
error-409-title = Somebody was faster
error-409-text = This was changed or sent already, in another window or by somebody else. Look at the current state and decide again.
error-413-title = That is too much at once
error-413-text = The form holds more than the portal takes in one go.
error-415-title = This request cannot be read
error-415-text = The portal reads forms as browsers send them.
error-421-title = This server does not answer to that name
error-421-text = Check the address that you typed.
error-422-title = This cannot be done so
error-422-text = Something in the request is not possible.
error-429-title = Please wait a moment
error-429-text = Too many requests came from your network in a short time.
error-500-title = Something went wrong
error-500-text = The fault is ours. Please try again; if it happens again, tell your alliance lead or the programme.
error-503-title = The portal is busy
error-503-text = Please try again in a moment.
error-limited =
    { $minutes ->
        [one] Too many tries. Please wait a minute and try again.
       *[other] Too many tries. Please wait { $minutes } minutes and try again.
    }
error-stale-form = The page lay open too long, or belongs to another session. Nothing was changed. Open it again and send it once more.
error-unknown-outcome = We do not know whether the change was saved. Look at the current state before you try again.

mailbox-title = Mailbox
mailbox-text = Everything that this demo mailed, to whomever it went. Open a message to follow its link or to read its code.
mailbox-empty = No mail yet. Register somebody, or invite a colleague.
mail-to = To { $to }
