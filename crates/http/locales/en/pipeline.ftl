# Opportunities and leads: lists, forms, steps, files and reports.
pipeline-opportunity-title = Opportunities
pipeline-opportunity-back = All opportunities
pipeline-opportunity-called = Opportunity
pipeline-opportunity-search-label = Title, customer or number
pipeline-opportunity-none = There are no opportunities yet. What your company brings in, and what is shared with it, appears here.
pipeline-opportunity-none-fit = No opportunity fits these filters.
pipeline-opportunity-new = New opportunity
pipeline-opportunity-new-title = New opportunity
pipeline-opportunity-new-text = The customer and a title are enough to begin with. You own the opportunity, and submit it for review once it is complete.
pipeline-opportunity-new-button = Create
pipeline-opportunity-created = The opportunity was created. It is not submitted yet.
pipeline-opportunity-report-title = The pipeline in numbers
pipeline-opportunity-bulk-title = Opportunities from files
pipeline-opportunity-bulk-import-hint = Each row becomes a new opportunity that you own.
pipeline-opportunity-bulk-update-hint = Each row changes the opportunity whose id stands in the column “id”. Columns that the file lacks stay as they are; an empty cell empties its field.
pipeline-opportunity-bulk-transfer-hint = Each row gives the opportunity in the column “id” to the person whose e-mail address stands in the column “owner”.

pipeline-lead-title = Leads
pipeline-lead-back = All leads
pipeline-lead-called = Lead
pipeline-lead-search-label = Customer, contact or campaign
pipeline-lead-none = No leads have been shared with your company yet. New ones appear here, and whoever oversees the pipeline gets a mail.
pipeline-lead-none-fit = No lead fits these filters.
pipeline-lead-report-title = Leads and campaigns
pipeline-lead-bulk-title = Leads from files
pipeline-lead-bulk-transfer-hint = Each row gives the lead in the column “id” to the person whose e-mail address stands in the column “owner”.

# Lists.
pipeline-report = In numbers
pipeline-files = Work with files
pipeline-download = Download as CSV
pipeline-show = Show
pipeline-clear = Clear filters
pipeline-shown = { $first }–{ $last } of { $total }
pipeline-filter-all = All
pipeline-filter-stage = Stage
pipeline-filter-review = Review
pipeline-filter-origin = Brought by
pipeline-filter-status = Sharing
pipeline-filter-owner = Owner
pipeline-due-from = Closes from
pipeline-due-until = Closes until
pipeline-sort-title = Title
pipeline-sort-customer = Customer
pipeline-sort-stage = Stage
pipeline-sort-status = State
pipeline-sort-owner = Owner
pipeline-sort-target-close-date = Closes
pipeline-sort-region = Region
pipeline-sort-last-modified-date = Changed
pipeline-nobody = Nobody yet
pipeline-owner-me = Me
pipeline-unknown = Not known

# States.
pipeline-stage-prospect = Prospect
pipeline-stage-qualified = Qualified
pipeline-stage-technical-validation = Technical validation
pipeline-stage-business-validation = Business validation
pipeline-stage-committed = Committed
pipeline-stage-launched = Launched
pipeline-stage-closed-lost = Closed lost
pipeline-review-pending-submission = Not submitted
pipeline-review-submitted = Submitted
pipeline-review-in-review = In review
pipeline-review-approved = Approved
pipeline-review-rejected = Turned down
pipeline-review-action-required = Question open
pipeline-status-pending = Waits for an answer
pipeline-status-accepted = Accepted
pipeline-status-rejected = Rejected
pipeline-status-expired = Expired
pipeline-origin-aws-referral = The programme
pipeline-origin-partner-referral = Your company
pipeline-involvement = What you want
pipeline-involvement-co-sell = To sell it together
pipeline-involvement-for-visibility-only = Only to let it be known
pipeline-visibility = What the programme’s sellers see
pipeline-visibility-full = Everything
pipeline-visibility-limited = Little

# One entry.
pipeline-overview = Overview
pipeline-owner = Owner
pipeline-origin = Brought by
pipeline-created = Created
pipeline-changed = Changed
pipeline-past-steps = Next steps so far
pipeline-history = History
pipeline-by-programme = The programme
pipeline-notice-not-submitted = This opportunity is not submitted yet, so the programme does not see it.
pipeline-notice-in-review = While the programme reviews this opportunity, its fields stay as they are.
pipeline-notice-question = The programme needs to know more. { $reason }: { $comments } Edit the opportunity to answer; it then goes back into review.
pipeline-notice-turned-down = The programme turned this opportunity down: { $reason }
pipeline-notice-pending = This was shared with your company. Accept it to work on it, or reject it.
pipeline-notice-pending-until = This was shared with your company. Accept it to work on it, or reject it, by { $end }.
pipeline-notice-rejected = Your company rejected this: { $reason }
pipeline-notice-expired = Nobody answered in time, so this can no longer be accepted.
pipeline-event-opportunity-created = Created for { $owner }
pipeline-event-opportunity-shared = Shared with { $owner }
pipeline-event-opportunity-submitted = Submitted for review
pipeline-event-opportunity-edited = Edited
pipeline-event-opportunity-transferred = Given to { $owner }
pipeline-event-opportunity-accepted = Accepted for { $owner }
pipeline-event-opportunity-rejected = Rejected
pipeline-event-opportunity-review-started = Review began
pipeline-event-opportunity-approved = Approved
pipeline-event-opportunity-disqualified = Turned down
pipeline-event-opportunity-information-requested = Question asked
pipeline-event-lead-shared = Shared with { $owner }
pipeline-event-lead-accepted = Accepted for { $owner }
pipeline-event-lead-rejected = Rejected
pipeline-event-lead-edited = Edited
pipeline-event-lead-transferred = Given to { $owner }
pipeline-event-fields = Changed: { $fields }

# Steps.
pipeline-do-accept = Accept
pipeline-do-reject = Reject
pipeline-do-submit = Submit
pipeline-do-edit = Edit
pipeline-do-transfer = Transfer
pipeline-edit-title = Edit { $title }
pipeline-edit-contended = Somebody else changed this while you were typing. What you typed is still here. If you save it now, it replaces their changes; to see those first, open the entry in another window.
pipeline-saved = Your changes are saved.
pipeline-unchanged = There was nothing to change.
pipeline-submit-title = Submit { $title }
pipeline-submit-text = The programme then reviews the opportunity. Until it has decided, its fields cannot be changed.
pipeline-co-sell-hint = The programme’s sellers work on it with you.
pipeline-visibility-only-hint = The programme knows of it and stays out of it.
pipeline-full-hint = Its sellers read all fields.
pipeline-limited-hint = Its sellers read only what they need to avoid conflicts.
pipeline-submitted = The opportunity was submitted and waits for its review.
pipeline-accept-title = Accept { $title }
pipeline-accept-text = Your company takes this on, and { $owner } owns it. It cannot be rejected afterwards.
pipeline-accepted = It is accepted. You can work on it now.
pipeline-reject-title = Reject { $title }
pipeline-reject-text = Your company does not take this on. It cannot be accepted afterwards, unless the programme shares it again.
pipeline-reason = Reason
pipeline-reason-hint = The programme reads it.
pipeline-rejected = It is rejected.
pipeline-transfer-title = Transfer { $title }
pipeline-transfer-text = Choose who shall own it. Only people with access whose roles may own opportunities and leads can be chosen.
pipeline-transfer-to = New owner
pipeline-transfer-from = Owner until now
pipeline-transfer-keeps = { $to } owns it from now on. You still see and edit it.
pipeline-transfer-loses = { $to } owns it from now on. You no longer see it then.
pipeline-transfer-confirm = Transfer it
pipeline-transfer-other = Choose somebody else
pipeline-transferred = { $title } now belongs to { $to }.

# Files.
pipeline-bulk-get = Get a file
pipeline-bulk-export-text = Everything that you may see, to edit and send back as an update
pipeline-bulk-template-text = The headings for an import, without rows
pipeline-bulk-template = Download headings
pipeline-bulk-send = Send a file
pipeline-bulk-text = You see what every row would do before anything changes.
pipeline-bulk-what = What the file is for
pipeline-bulk-import = Import
pipeline-bulk-update = Update
pipeline-bulk-transfer = Transfer
pipeline-bulk-mode = If rows have faults
pipeline-bulk-all = Take all rows or none
pipeline-bulk-all-hint = One bad row, and nothing changes.
pipeline-bulk-good = Take the good rows
pipeline-bulk-good-hint = Bad rows are listed and left out.
pipeline-bulk-file = CSV file
pipeline-bulk-limits = UTF-8, headings in the first row, at most { $rows } rows and { $kilobytes } kilobytes.
pipeline-bulk-look = Look at it first
pipeline-bulk-no-file = Choose a file.
pipeline-bulk-not-utf8 = Line { $line } holds bytes that are not UTF-8. Save the file as UTF-8 and send it again.
pipeline-bulk-unreadable = The file cannot be read. Nothing was changed.
pipeline-bulk-gone = This file was taken in already, or lay here too long. Send it again if you still need it.
pipeline-bulk-preview-title = What the file would change
pipeline-bulk-preview = Nothing has changed yet.
pipeline-bulk-held = Some rows have faults, and you asked for all rows or none. Mend the file and send it again. Nothing was changed.
pipeline-bulk-nothing = The file changes nothing: everything in it is so already, or has faults.
pipeline-bulk-confirm =
    { $count ->
        [one] Make this one change
       *[other] Make these { $count } changes
    }
pipeline-bulk-changed = Meanwhile somebody changed something, and the file would now do something else. Look again before you confirm. Nothing was changed.
pipeline-bulk-done-title = The file was taken in
pipeline-bulk-done = This is what happened, row by row.
pipeline-bulk-again = Send another file
pipeline-bulk-ignored = These columns say nothing here and were left out:
pipeline-bulk-rows = Rows
pipeline-count-created =
    { $count ->
        [one] One new entry
       *[other] { $count } new entries
    }
pipeline-count-updated =
    { $count ->
        [one] One update
       *[other] { $count } updates
    }
pipeline-count-transferred =
    { $count ->
        [one] One transfer
       *[other] { $count } transfers
    }
pipeline-count-unchanged =
    { $count ->
        [one] One row without a change
       *[other] { $count } rows without a change
    }
pipeline-count-refused =
    { $count ->
        [one] One row with faults
       *[other] { $count } rows with faults
    }
pipeline-row-created = New
pipeline-row-updated = Updated
pipeline-row-transferred = Transferred
pipeline-row-unchanged = As it is
pipeline-row-refused = Left out
pipeline-row-to = to { $to }
pipeline-cell-fault = Column { $column }, { $field }: { $fault }
pipeline-line = Line
pipeline-column = Column
pipeline-heading = Heading
pipeline-wrong = What is wrong
pipeline-outcome = Outcome
pipeline-details = Details

# Reports.
pipeline-report-as-of = As of { $moment }
pipeline-report-total =
    { $count ->
        [one] One opportunity
       *[other] { $count } opportunities
    }
pipeline-report-funnel = Leads: { $leads }. Campaigns: { $campaigns }.
pipeline-report-by-stage = By stage
pipeline-report-by-review = By review
pipeline-report-by-owner = By owner
pipeline-report-by-channel = Leads by kind of campaign
pipeline-report-by-region = By region and kind of campaign
pipeline-report-count = Opportunities
pipeline-report-monthly = Expected each month
pipeline-report-leads = Leads
pipeline-report-accepted = Accepted
pipeline-report-campaigns = Campaigns
pipeline-advice = { $name } works on their own entries only. The role { $instead } would be enough for that instead of { $role }.

# Forms.
pipeline-more = Add another
pipeline-needed = Cannot be left out.
pipeline-not-said = Not said
pipeline-several-hint = Several are parted by semicolons.
pipeline-field-of = { $group } { $n }: { $field }
pipeline-group-customer = Customer
pipeline-group-contacts = Contacts at the customer
pipeline-group-project = Project
pipeline-group-sale = How far it is
pipeline-group-spend = What the customer will spend
pipeline-group-spend-hint = At least one amount is needed before the opportunity can be submitted.
pipeline-group-more = More about the project
pipeline-group-marketing = Marketing
pipeline-group-software = Price of the software
pipeline-group-team = Your team
pipeline-group-interactions = What the lead did
pipeline-field-customer-account-company-name = Company
pipeline-field-customer-account-industry = Industry
pipeline-field-customer-account-other-industry = Industry in your words
pipeline-field-customer-account-other-industry-hint = Only where the industry is Other.
pipeline-field-customer-account-website-url = Website
pipeline-field-customer-account-address-country-code = Country
pipeline-field-customer-account-address-postal-code = Postal code
pipeline-field-customer-account-address-city = City
pipeline-field-customer-account-address-state-or-region = State or region
pipeline-field-customer-account-address-street-address = Street and number
pipeline-field-customer-account-aws-account-id = Cloud account
pipeline-field-customer-account-aws-account-id-hint = Twelve digits.
pipeline-field-customer-account-duns = D-U-N-S number
pipeline-field-customer-account-duns-hint = Nine digits.
pipeline-field-project-title = Title
pipeline-field-project-customer-business-problem = The customer’s problem, and how you help
pipeline-field-project-customer-business-problem-hint = From 20 to 2,000 characters.
pipeline-field-project-customer-use-case = Kind of workload
pipeline-field-opportunity-type = Kind of business
pipeline-field-project-delivery-models = How the offering reaches the customer
pipeline-field-project-sales-activities = What was done so far
pipeline-field-primary-needs-from-aws = What help you ask for
pipeline-field-project-other-solution-description = What you offer
pipeline-field-project-other-solution-description-hint = Where it is none of your listed solutions.
pipeline-field-region = Region
pipeline-field-partner-opportunity-identifier = Number in your own system
pipeline-field-life-cycle-stage = Stage
pipeline-field-life-cycle-target-close-date = Closes on
pipeline-field-life-cycle-next-steps = Next steps
pipeline-field-life-cycle-closed-lost-reason = Why it was lost
pipeline-field-life-cycle-closed-lost-reason-hint = Only with the stage Closed lost.
pipeline-field-project-expected-contract-duration-value = Contract lasts
pipeline-field-project-expected-contract-duration-term = Unit of the contract’s length
pipeline-field-project-competitor-name = Competitor
pipeline-field-project-other-competitor-names = Other competitors
pipeline-field-project-other-competitor-names-hint = Only where the competitor is Other.
pipeline-field-project-apn-programs = Programmes that brought it
pipeline-field-national-security = A matter of national security
pipeline-field-national-security-hint = Only for customers in government.
pipeline-field-project-related-opportunity-identifier = Belongs to the opportunity
pipeline-field-project-related-opportunity-identifier-hint = Its number, as in O1234567.
pipeline-field-related-entity-identifiers-solutions = Solutions
pipeline-field-related-entity-identifiers-solutions-hint = Their numbers, as in S-0000001; several are parted by semicolons.
pipeline-field-related-entity-identifiers-aws-products = Cloud products
pipeline-field-related-entity-identifiers-aws-marketplace-offers = Marketplace offers
pipeline-field-project-additional-comments = Anything else
pipeline-field-marketing-source = Brought by marketing
pipeline-field-marketing-campaign-name = Campaign
pipeline-field-marketing-aws-funding-used = Paid from the programme’s funds
pipeline-field-marketing-channels = Kind of campaign
pipeline-field-marketing-use-cases = What the campaign was about
pipeline-field-software-revenue-delivery-model = How it is paid
pipeline-field-software-revenue-value-amount = Amount
pipeline-field-software-revenue-value-amount-hint = As in 1200.50.
pipeline-field-software-revenue-value-currency-code = Currency
pipeline-field-software-revenue-effective-date = From
pipeline-field-software-revenue-expiration-date = Until
pipeline-field-customer-company-name = Company
pipeline-field-customer-industry = Industry
pipeline-field-customer-website-url = Website
pipeline-field-customer-address-country-code = Country
pipeline-field-customer-address-postal-code = Postal code
pipeline-field-customer-address-city = City
pipeline-field-customer-address-state-or-region = State or region
pipeline-field-customer-address-street-address = Street and number
pipeline-field-customer-aws-maturity = Experience with the cloud
pipeline-field-customer-market-segment = Market segment
pipeline-field-qualification-status = Chances
pipeline-field-part-first-name = Given name
pipeline-field-part-last-name = Family name
pipeline-field-part-business-title = Position
pipeline-field-part-email = E-mail
pipeline-field-part-phone = Telephone
pipeline-field-part-phone-hint = With the country’s number first, as in +34600000000.
pipeline-field-part-amount = Amount
pipeline-field-part-amount-hint = As in 1200.50.
pipeline-field-part-currency-code = Currency
pipeline-field-part-frequency = How often
pipeline-field-part-target-company = Spent with
pipeline-field-part-estimation-url = Address of a calculation
pipeline-field-part-interaction-date = Day
pipeline-field-part-customer-action = What they did
pipeline-field-part-business-problem = Their problem
pipeline-field-part-usecase = What it was about
pipeline-field-part-source-type = Kind of source
pipeline-field-part-source-name = Source
pipeline-field-part-source-id = Number of the source

# Why a field or a row of a file is refused.
fault-unknown-value = This is none of the values that can be chosen.
fault-bad-form = This does not have the form that it needs.
fault-not-a-date = Give a day, as in 2026-03-01.
fault-not-a-time = Give a moment, as in 2026-03-01T09:00:00Z.
fault-not-an-amount = Give an amount, as in 1200.50.
fault-not-a-number = Give a whole number.
fault-in-the-past = This day is over.
fault-before-start = This ends before it begins.
fault-only-with-other = Only where Other is chosen.
fault-only-for-government = Only for customers in government.
fault-only-when-lost = Only with the stage Closed lost.
fault-not-to-be-submitted = A prospect or a lost opportunity cannot be submitted.
fault-locked-in-review = While the programme’s question is open, this stays as it was submitted.
fault-not-an-id = This is no id.
fault-exists-already = This is there already.
fault-twice-in-file = Another row names the same entry.
fault-changed-meanwhile = This was changed after the file was downloaded.
fault-no-headings = The file has no headings.
fault-unknown-heading = There is no such field.
fault-heading-twice = This heading stands there twice.
fault-heading-missing = This column is missing.
fault-too-many-columns = There are too many columns.
fault-wrong-number-of-cells = The row does not have as many cells as there are headings.
fault-quote-not-closed = A quotation mark opens here and is not closed.

# Why the pipeline refuses something.
refusal-pipeline-invalid-file = The file has faults. Nothing was changed.
refusal-pipeline-file-too-large = The file is too large: at most { $most } bytes.
refusal-pipeline-too-many-rows = These are too many rows: at most { $most }.
refusal-pipeline-company-missing = There is no such company.
refusal-pipeline-entry-missing = There is no such entry. It may belong to another company, or the address may be mistyped.
refusal-pipeline-entry-exists = This entry is there already.
refusal-pipeline-not-owner = This entry belongs to somebody else, and your roles reach only your own. Its owner, or whoever oversees the pipeline, can give it to you.
refusal-pipeline-review-locked = This opportunity cannot be changed while its review says “{ $status }”.
refusal-pipeline-wrong-review-status = This step does not fit to where the review stands.
refusal-pipeline-not-shared = This was not shared with your company, so there is nothing to accept or reject.
refusal-pipeline-share-not-accepted = Accept this first; then you can work on it.
refusal-pipeline-share-answered = This was accepted or rejected already.
refusal-pipeline-share-rejected = Your company rejected this, so it stays as it is.
refusal-pipeline-share-expired = The time to answer is over.
refusal-pipeline-member-missing = There is no such person in your company.
refusal-pipeline-target-not-active = This person has no access any more.
refusal-pipeline-target-cannot-own = None of this person’s roles may own opportunities and leads.
refusal-pipeline-already-owner = This person owns it already.
refusal-pipeline-operation-not-offered = The portal does not do this with files.
