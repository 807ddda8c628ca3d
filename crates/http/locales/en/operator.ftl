# The operator's side.
operator-sections-label = Pages for operators
operator-search-label = Find a company
operator-menu-companies = Companies
operator-menu-companies-text = Every company of the programme, where it stands and who its people are
operator-menu-account = Your account
operator-menu-account-text = Password and tokens for programs
operator-menu-sign-out = Sign out
operator-menu-sign-out-text = Ends this session

operator-sign-in-title = Operator sign-in
operator-sign-in-text = For the people who run the programme. Accounts are made on the server.
operator-sign-in-button = Sign in
operator-sign-out-text = Your session in this browser ends.

operator-account-title = Your account
operator-account-name = Name in the audit trail
operator-account-since = Account since
operator-account-password-text = Your other sessions and all your tokens end when the password changes.
operator-account-tokens-text = A token lets a program act as you on the operator's part of the API. Everything it does is recorded under your name.
operator-password-changed = Your password was changed. Your other sessions and your tokens have ended.

operator-companies-title = Companies
operator-companies-none = No company matches.
operator-companies-name = Company
operator-companies-domains = Domains
operator-companies-stages = Paths and stages
operator-companies-people = People
operator-companies-lead = Alliance lead
