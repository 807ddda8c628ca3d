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
domain-withdraw = Withdraw
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
