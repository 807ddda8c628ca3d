# User Management, company and profile.
users-title = User Management
users-back = Back to the users
tabs-label = User Management
tab-users = Users
tab-partner-roles = Partner Central roles
tab-iam-roles = IAM roles
users-search = Search by name, e-mail, work or role
users-all = Also without access
users-show = Show
users-none = Nobody matches.
users-tick = Tick
users-tick-text = Tick people to manage their roles, up to { $most } at once. The other buttons take one person.
users-tick-one-label = Tick { $name }
users-tick-first = Tick the people whose roles you want to manage first.
users-tick-one = Tick exactly one person for this.
users-you = (you)
sort-name = Person
sort-roles = Roles
sort-status = Status
status-active = Active
status-deactivated = Deactivated
status-removed = Removed
seats = { $taken } of { $quota } taken
choose = Choose …

manage-roles-title = Manage roles
manage-roles-button = Manage roles
manage-roles-text = Nothing changes until you choose Update. Untick a role to take it away.
manage-roles-update = Update
manage-roles-nothing = You have not chosen any change yet.
manage-roles-full = { $most } people is the most for one update.
roles-current = Current roles
roles-add = Add a role
roles-add-more = Add another role
roles-add-none = No change
row-drop = Remove row
row-another = Manage another user
row-another-label = Another user
outcome-title = Roles updated
outcome-made =
    { $count ->
        [one] change succeeded
       *[other] changes succeeded
    }
outcome-failed =
    { $count ->
        [one] change failed
       *[other] changes failed
    }
outcome-made-title = What was changed
outcome-failed-title = What was not changed, and why
change-assign = Assign
change-unassign = Unassign

reassign-open = Reassign the alliance lead role
reassign-title = Reassign the alliance lead role
reassign-text = The alliance lead role moves from you to the person you choose here, at once. From then on they administer the company's account and you no longer do, unless you hold another role that does.
reassign-keep = You keep your other roles. Both of you get a mail. Only the new lead can give the role back.
reassign-to = New alliance lead
reassign-button = Reassign
reassign-done = { $name } is alliance lead now.
field-typed = Type the word “{ $word }”
field-typed-hint = In small letters, exactly so.
remove-open = Remove user
remove-title = Remove user
remove-text = This removes the person for good and cannot be undone: their sessions end at once and they cannot sign in any more. What they did stays on record. Only a new invitation leads back, with fresh roles.
remove-button = Remove
remove-done = { $name } was removed.
deactivate-open = Deactivate
deactivate-title = Deactivate user
deactivate-text = This ends the person's sessions at once and blocks their sign-in. They stay in the list of your company, and there is no way to activate them again.
deactivate-button = Deactivate
deactivate-done = { $name } was deactivated.

invite-users = Invite users
invite-title = Invite users
invite-text = Each person gets a mail with a link of their own. Addresses have to be on one of your company's domains: { $domains }.
invite-row = Person { $n }
invite-roles = Roles that wait for them
invite-another = Add another user
invite-button = Invite
invite-fault = Person { $row }, { $field }: { $fault }
invite-done =
    { $count ->
        [one] One invitation is on its way.
       *[other] { $count } invitations are on their way.
    }
invitations-title = Open invitations
invitations-none = Nobody is invited at the moment.
invitation-until = Open until
invitation-expired = expired
invitation-do = Actions
invitation-renew = Renew
invitation-withdraw = Withdraw
invitation-withdrawn = The invitation was withdrawn; its link no longer works.
invitation-renewed = The invitation was renewed and mailed again.
roles-title = The roles
role-everybody = Everybody has it
role-holders = { $holders } hold it, { $waiting } invited
role-quota = at most { $quota } together
role-grantors = Given by: { $roles }
compare-title = What each role allows
compare-task = Task

save = Save
company-title = Company Profile
company-information = Company information
company-saved = The company information was saved.
domains-title = My Domains
domains-text = People with an address on one of these domains can join your company by themselves.
domains-closed = Your roles do not let you change the domains.
domain-add = Add domain
domain-added = The domain was added.
domain = Domain
domain-withdraw = Withdraw
domain-withdraw-title = Withdraw a domain
domain-withdraw-text = Nobody can join your company by this domain any more. Those who joined stay.
domain-withdrawn = The domain was withdrawn. Its people stay; new ones can no longer join by it.
field-domain = Another domain
lead-page-title = Alliance lead
lead-page-lead = Who leads the partnership
lead-page-you = That is you
lead-page-team = Second contacts
lead-page-request = Ask for another lead
lead-page-request-text = Your alliance lead gets your note by mail. Asking changes nothing by itself.
lead-page-send = Send the request
lead-page-requests = Requests for another lead
lead-page-no-requests = Nobody has asked for another lead.
lead-requested = Your request was sent to the alliance lead.
field-note = Who should lead, and why
field-note-hint = Up to 1000 characters.
profile-title = My Profile
profile-details = Contact details
profile-saved = Your details were saved.
profile-password = Password
profile-password-text = Your other sessions and all personal tokens end when the password changes.
profile-password-button = Change the password
password-changed = Your password was changed. Your other sessions have ended.
field-current-password = Current password
tokens-title = Personal tokens
tokens-text = A token lets a program use the portal's API as you, with your roles.
tokens-none = You have no tokens.
token-create = Create a token
token-days =
    { $days ->
        [one] One day
       *[other] { $days } days
    }
token-made = Your new token
token-made-text = Copy it now. It is not shown again.
token-until = Ends { $at }
token-used = last used { $at }
token-unused = never
token-revoke = Revoke
token-revoked = The token was revoked.
token-gone = That token was gone already.
field-token-name = What the token is for
field-token-days = How long it is good for

hand-over-title = Hand over the cloud admin role
hand-over-text = The role moves to a colleague at once, and you lose it. Only your alliance lead can give it back.
hand-over-button = Hand over
hand-over-done = You handed the cloud admin role over.
field-hand-over = E-mail of the colleague
field-hand-over-hint = An active person of your company.

edit = Edit
remove = Remove
field-title = Name
field-kind = Type
field-street = Street
field-customers = Types of customers
company-description = What it is
company-place = Place
company-actions = Actions
company-tabs = Parts of the profile
company-more = From the stage { $stage } on there are more tabs here, and the profile is listed publicly.
company-customers = Customers
company-customers-text = The types of customers that your company serves.
company-customers-none = No types are chosen yet.
company-customers-save = Save the customers
company-customers-saved = The types of customers were saved.
company-entry-saved = Saved.
company-entry-removed = Removed.
company-remove-text = It goes from the profile, and from the public listing if it is there.
company-elsewhere = They are made and handed in under
company-as-validated = As validated
company-words = Your words beside it
company-words-hint = They stand beside what was validated on the public listing. Up to 4000 characters.
company-words-edit = Edit the words
company-solutions-title = Validated offerings
company-solutions-text = What the programme validated stays as it is; you can put words of your own beside it.
company-solutions-none = No offering is validated yet.
company-cases-title = Validated case studies
company-cases-text = What the programme validated stays as it is; you can put words of your own beside it.
company-cases-none = No case study is validated yet.
company-qualifications-text = Qualifications come from the programme. Your own solution areas lead customers to your listing.
company-qualifications-title = Qualifications
company-qualifications-none = The programme has given no qualification yet.
company-areas-title = Own solution areas
company-areas-none = No solution area is reported yet.
company-areas-add = Report a solution area
company-areas-remove = Remove a solution area
company-areas-text = Name a field in which your company has solutions, in the words of your customers.
company-locations-title = Locations
company-locations-text = Where customers find you. Locations stand on the public listing.
company-locations-none = No location is told yet.
company-locations-hint = Such as Head office.
company-locations-add = Add a location
company-locations-edit = Edit a location
company-locations-remove = Remove a location
company-products-title = Products and services
company-products-text = What your company sells. It decides which paths are recommended, and a path can be enrolled in once something of it stands here.
company-products-none = Nothing is told yet.
company-products-form = The type decides for which paths it counts.
company-products-add = Add a product or service
company-products-edit = Edit a product or service
company-products-remove = Remove a product or service
company-paths-title = Paths to look at
company-paths-text = What you sell points to paths that your company does not take yet:

listing-title = Public listing
listing-preview = As others see it
listing-public = The listing is public.
listing-not-public = The listing is not public: your company took it back. Below is what it would show.
listing-publish = Publish
listing-published = The listing is public now.
listing-withdraw = Take the listing back
listing-withdraw-text = The world no longer sees your company in the directory of partners. You can publish the listing again at any time.
listing-withdrawn = The listing is not public any more.
listing-words = First words
listing-summary = How the listing begins
listing-summary-hint = Up to 4000 characters.
listing-saved = The first words were saved.
listing-rest = Everything else comes from the

refusal-profile-tab-missing = This programme's profile has no such part.
refusal-profile-product-missing = Put a product or service of this path on the profile first.

scorecard-title = Partner Scorecard
scorecard-text = Where your company stands on each of its paths: what the next stage asks for, what is missing, and what your stage goes on asking for.
scorecard-as-of = Counted on { $day }.
scorecard-five-days = A certification address counts five days after it was added.
scorecard-certifications = certifications that count
scorecard-people = certified people
scorecard-none = Your company takes no path yet.
scorecard-nothing-asked = Nothing is asked for here.
scorecard-stands = Your company is at the stage { $stage }. Next: { $next }.
scorecard-last = Your company is at the stage { $stage }, the last one.
scorecard-next-title = What { $stage } asks for
scorecard-kept-title = What { $stage } goes on asking for
scorecard-met = { $met } of { $all } met
scorecard-of = { $have } of { $need }
scorecard-requirement = Requirement
scorecard-have = There are
scorecard-need = Needed
scorecard-missing = Missing
scorecard-done = Done
scorecard-behind = Something of what your stage asks for is missing. Nothing changes by itself; see to it before the programme reviews your company.
