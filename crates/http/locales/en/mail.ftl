# The letters.
mail-code-registration-text =
    Hello,

    your code for the registration at { $programme } is

        { $code }

    It is good for { $minutes } minutes. If you did not begin a registration, ignore this mail: without the code, nothing happens.
mail-code-reset-text =
    Hello,

    your code for a new password at { $programme } is

        { $code }

    It is good for { $minutes } minutes and works only in the browser where you asked for it. If you did not ask for it, ignore this mail: your password stays as it is.
mail-invitation-subject = { $company } invites you to the partner portal
mail-invitation-text =
    Hello,

    { $company } invites you to its account at { $programme }. These roles wait for you: { $roles }.

    Register here until { $until }:

    { $link }

    The link is for you alone. If you do not know the company, ignore this mail.
mail-welcome-subject = Welcome to the partner portal
mail-welcome-text =
    Hello { $name },

    you are registered at { $company }. This is the portal:

    { $home }
mail-lead-received-subject = You are alliance lead now
mail-lead-received-text =
    Hello,

    { $from } handed the alliance lead role of { $company } over to you. You now administer the company's account:

    { $home }
mail-lead-given-subject = The alliance lead role was handed over
mail-lead-given-text =
    Hello,

    { $new-lead } is now alliance lead of { $company } in your place. If you did not mean this, talk to them at once.
mail-lead-change-asked-subject = Somebody asks for another alliance lead
mail-lead-change-asked-text =
    Hello,

    { $by } asks for another alliance lead and writes:

    { $note }

    Nothing has changed. If you agree, reassign the role under User Management:

    { $home }
mail-password-changed-subject = Your password was changed
mail-password-changed-text =
    Hello,

    the password of your account at { $programme } was changed, and all its sessions were ended. If that was not you, reset it at once:

    { $home }
mail-access-ended-subject = Your access has ended
mail-access-ended-text =
    Hello,

    your access to the account of { $company } at { $programme } has ended. If you think that this is a mistake, talk to your alliance lead.
mail-case-answered-subject = Support answered: { $subject }
mail-case-answered-text =
    Hello,

    support wrote in your case “{ $subject }”. Read the answer and reply in the portal:

    { $case }
mail-inquiry-answered-subject = Re: { $subject }
mail-inquiry-answered-text =
    Hello { $name },

    you wrote to { $programme } about “{ $subject }”. This is the answer:

    { $text }

    If you did not write to us, ignore this mail.
mail-promotion-subject = Your promotional code
mail-promotion-text =
    Hello,

    the yearly fee of { $company } is paid; thank you. This is the promotional code that comes with it:

        { $code }

    To redeem it, sign in to the billing console of your cloud account as its administrator, open Credits, choose Redeem and enter the code. It can be redeemed once.
mail-lead-shared-subject = A lead was shared with your company
mail-lead-shared-text =
    Hello { $name },

    the lead “{ $title }” was shared with your company. Accept or reject it in the portal:

    { $home }
mail-opportunity-shared-subject = An opportunity was shared with your company
mail-opportunity-shared-text =
    Hello { $name },

    the opportunity “{ $title }” was shared with your company. Accept or reject it in the portal:

    { $home }
mail-information-requested-subject = More information is needed: { $title }
mail-information-requested-text =
    Hello { $name },

    the review of “{ $title }” needs more information. Add it in the portal and submit it again:

    { $home }
mail-information-requested-with-comments-subject = More information is needed: { $title }
mail-information-requested-with-comments-text =
    Hello { $name },

    the review of “{ $title }” needs more information:

    { $comments }

    Add it in the portal and submit it again:

    { $home }
