# The terms of this portal.
terms-title = Partner terms and conditions
terms-lead = These terms were accepted for the company when it was registered, by a person with the authority to do so.
terms-1-title = Who takes part
terms-1-text = A company takes part in { $programme } with one account. Everybody who works in the account does so for the company, with an address that the company controls.
terms-2-title = Your account
terms-2-text = The company names one alliance lead and keeps its people, roles and details current. Whoever leaves the company is removed without delay.
terms-3-title = Access
terms-3-text = Passwords, codes, links and tokens are personal and are not passed on. Access follows from the roles that the company gives; it is recorded who gave which role, and when.
terms-4-title = Data
terms-4-text = The portal keeps what is needed to run the partnership: contact details, roles, and a record of changes. Records of removed people are kept so that earlier decisions stay traceable.
terms-5-title = Conduct
terms-5-text = What a company says about itself here is true. Nobody uses the portal to reach data that their role does not open.
terms-6-title = Ending
terms-6-text = A company may leave at any time. The programme may end the access of a company that breaks these terms, after telling its alliance lead why.
