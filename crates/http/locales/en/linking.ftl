# The marketplace: linking the account, mapping people and the CRM integration to IAM roles, policies.
marketplace-title = AWS Marketplace
marketplace-back = Back to AWS Marketplace
marketplace-link = Link Account
marketplace-manage = Manage Linked Account
marketplace-open = Open the Marketplace portal
marketplace-own-role = You sign on as
marketplace-home-unlinked = Your company's Marketplace account is not linked yet. Once it is, people pass from here to the Marketplace without signing in again, and offers can be attached to opportunities.
marketplace-home-linked = Your company's Marketplace account is linked. Decide here who signs on with which IAM role.
marketplace-home-mapped = Your company's Marketplace account is linked, and you can sign on to it.
marketplace-unlinked-title = No account is linked
marketplace-unlinked-text = A company links one AWS account: the one with which it sells on AWS Marketplace. Everybody of the company shares it.
marketplace-need-1 = You need an IAM user of that account who may link it; the first step gives you the policy for that.
marketplace-need-2 = Linking creates an IAM role for cloud admins, and gives you the cloud admin role here.
marketplace-need-3 = Mapping people to IAM roles comes last, and can wait.
marketplace-linked-title = Linked account
marketplace-account = AWS account ID
marketplace-admin-role = IAM role for cloud admins
marketplace-linked-by = Linked by

# Linking, step by step.
link-step-prepare = Prepare
link-step-account = Account
link-step-identity = Sign-in
link-step-allow = Allow
link-already = The account is linked already.
link-done = The account is linked. You can map people to IAM roles now.
link-company = Company
link-account-text = Which account does your company sell with?
link-account-hint = Twelve digits, without hyphens.
link-sign-in = How you sign in to AWS Marketplace
link-sign-in-iam-user = IAM user
link-sign-in-hint = The root user of an account cannot link it.
link-identity-text = Say as which IAM user you signed in to AWS Marketplace. The portal asks for no password and no secret key; what you say here stands in the trail of the link.
link-arn = ARN of the IAM user
link-arn-hint = For example arn:aws:iam::{ $account }:user/Alice.
link-principal = Principal ID
link-key = Access key ID
link-key-hint = Only the ID of the key, never the secret.
link-policies = Policies of the IAM user
link-offered = The user carries { $name } as it was offered in the first step
link-own-policy = Another policy of the user, as JSON
link-own-policy-hint = All policies count together. One that denies wins.
prepare-text = Do this in the IAM console of the account that you link. If you have an IAM user who may link accounts already, go straight on.
prepare-policy-title = The policy for the IAM user who links
prepare-policy-1 = Sign in to the IAM console.
prepare-policy-2 = Under Access management, open Policies, and choose Create policy.
prepare-policy-3 = Choose JSON, and paste the document below.
prepare-policy-4 = Go on, call the policy { $name }, check it, and create it. A description and tags are up to you.
prepare-policy-5 = Attach it to the IAM user.
prepare-trust-title = The trust policy for roles
prepare-trust-text = Each IAM role that people are to be mapped to needs this custom trust policy. A user cannot carry one.
allow-title = Allow the connection
allow-text = By choosing Allow you authorise the connection of the two accounts and of their users.
allow-check = What the IAM user's policies say
allow-consequences = What happens then
allow-consequence-1 = The accounts are linked. A company has one linked account at a time.
allow-consequence-2 = An IAM role for cloud admins is created in the account.
allow-consequence-3 = You become cloud admin here, if you are not yet.
allow-button = Allow
allow-again = Begin again
unlink-title = Unlink the account
unlink-text = This undoes the link at once. Everybody named here can no longer sign on to AWS Marketplace from this portal, no offer can be attached to an opportunity, and the registered IAM roles are forgotten. What stands in your AWS account stays as it is.
unlink-people =
    { $count ->
        [0] Nobody is mapped
        [one] One person loses the sign-on
       *[other] { $count } people lose the sign-on
    }
unlink-crm = The mapping is undone as well.
unlink-button = Unlink
unlink-done = The account is no longer linked.

# Mapping people.
available-title = Available partner users
available-text = They have no IAM role yet. Pick one person at a time here.
available-none = Everybody has an IAM role.
mapped-title = Mapped users
mapped-none = Nobody is mapped to an IAM role yet.
mapped-sign-on = Single sign-on
mapped-works = works
mapped-fails = does not work
map-open = Map to IAM role
map-pick = Pick
map-pick-label = Pick { $name }
map-pick-one = Pick exactly one person for this.
map-title = Map to IAM role
map-text = With the mapping people sign on to AWS Marketplace without a password of their own there, and may do what the role allows.
map-person = Partner user
map-role = IAM role
map-role-hint = Only roles that can be picked are listed: their name and their trust policy are as they must be.
map-no-roles = No registered role can be picked for this. Register one on the AWS Marketplace page first.
map-button = Map role
map-done = { $name } is mapped to { $role }.
map-none = no role
unmap-open = Unmap role
unmap-pick = Tick the people whose role you want to unmap first.
unmap-title = Unmap role
unmap-text =
    { $count ->
        [one] This person can no longer sign on to AWS Marketplace from this portal, at once. They can be mapped again.
       *[other] These { $count } people can no longer sign on to AWS Marketplace from this portal, at once. They can be mapped again.
    }
unmap-button = Unmap role
unmap-done =
    { $count ->
        [one] The role was unmapped.
       *[other] The roles of { $count } people were unmapped.
    }

# The tab IAM roles.
iam-about = With an IAM role people sign on to the AWS Marketplace Management Portal.
iam-title = No Marketplace account is linked yet
iam-text = Once your company's Marketplace account is linked, people are mapped to IAM roles here. An alliance lead or a cloud admin links it.
iam-no-roles = No IAM role can be picked yet. A cloud admin makes one in the AWS account and registers it on the AWS Marketplace page.
iam-admins = Cloud admin users
iam-admins-none = Every cloud admin has an IAM role.
iam-tick-first = Tick the people whom you want to map first.
iam-mapped =
    { $count ->
        [one] One person is mapped.
       *[other] { $count } people are mapped.
    }
iam-unmap = A mapping is undone on the AWS Marketplace page, by an alliance lead or a cloud admin.

# The CRM integration.
crm-title = IAM role for CRM integration
crm-text = With a role, the integration with your CRM acts on the Marketplace account, for example to attach private offers to opportunities.
crm-needs = The role has to allow { $actions }.
crm-none = The CRM integration has no IAM role.
crm-map = Map IAM role
crm-done = The CRM integration is mapped to { $role }.
crm-unmap = Unmap IAM role
crm-unmap-title = Unmap the CRM integration
crm-unmap-text = The integration can no longer act on the Marketplace account, at once. It can be mapped again.
crm-unmap-done = The CRM integration is no longer mapped.

# IAM roles.
roles-of-account = IAM roles of the account
roles-text = Roles are made in your AWS account and registered here. Only roles whose name begins with { $prefix } can be mapped.
roles-checks = Checks
roles-used = Who signs on with it
roles-people =
    { $count ->
        [0] nobody
        [one] one person
       *[other] { $count } people
    }
role-named = Name fits
role-not-named = Name does not fit
role-trusted = Trusted
role-not-trusted = Not trusted
role-offers = Attaches offers
role-no-offers = Attaches no offers
role-of-link = Created by linking
role-of-crm = The CRM integration signs on with it.
role-origin = Where it comes from
role-facts = The role
role-policies = Policies
role-nobody = Nobody.
role-change = Register a change
role-register-title = Register an IAM role
role-register-text = Say how the role stands in your AWS account. Try it first: each check names the statement that decides.
role-register = Register
role-registered = The role is registered.
role-try = Try
role-tried = What was found
role-arn = ARN of the role
role-arn-hint = Its name has to begin with { $prefix }, as in { $example }.
role-trust = Trust policy
role-full-access = The role carries { $name }
role-full-access-hint = The vendor's policy for sellers. It allows to attach offers, and much more.
role-own-policy-name = Name of policy { $n } of its own
role-own-policy = Policy { $n } of its own, as JSON
role-own-policy-hint = For example one that allows only what your people need. One that is left empty is not kept.
role-withdraw = Forget the role
role-withdraw-title = Forget an IAM role
role-withdraw-text = The role can then no longer be picked here. In your AWS account it stays as it is.
role-withdrawn = { $role } is no longer registered.

# Policies.
policies-title = Policy documents
policies-text = These are the documents that linking and mapping need, ready to be copied.
policy-partner-account-management = For the IAM user who links: create the cloud admins' role, attach its policy, associate the accounts.
policy-partner-central-trust = The trust policy of every IAM role to be mapped: the account management service may assume it.
policy-partner-central-account-management-user-role-association = What the cloud admins' role carries: list and pass roles, map people to them and undo it.
policy-awsmarketplace-seller-full-access = What the portal asks of the vendor's policy for sellers: the two actions for attaching private offers.
managed-title = Managed policies, and policies of your own
managed-text = A managed policy is one that AWS writes and keeps. It covers common uses, so that you can begin at once. Those on this page govern what people of the partner portal may do with AWS Marketplace.
managed-advice = A managed policy is made for all customers, so it may allow more than your people need. Least privilege is better served by policies of your own that are narrower: begin with the managed one, then take away what nobody uses.
managed-tag = managed by AWS
readings-title = Further reading
reading-practices = Good practice in IAM
reading-managing = Managing IAM policies
reading-managed = Managed policies and inline policies
try-this = Try it out
try-title = Try a policy
try-text = Paste a policy and read what is wrong with it; with an action it says whether it allows it, and which statement decides.
try-kind = What the document is
try-permissions = A policy with permissions
try-trust = A trust policy
try-document = The policy
try-action = Action
try-action-hint = For example iam:PassRole. Without it the policy is only read.
try-resource = Resource
try-resource-hint = An ARN. Without it, no resource in particular.
try-by = Who asks
try-by-hint = For a trust policy: an ARN, or the name of a service.
try-key = Key of the context
try-key-hint = For example iam:PassedToService.
try-value = Its value
try-value-hint = What is known of the request under this key.
try-button = Try
try-readable = The policy can be read.
try-unreadable = The policy cannot be read, so it allows nothing.
check-allowed = Allowed
check-not-allowed = Not allowed
check-no-statement = No statement was there to ask.
check-place = { $policy }, statement { $statement }
check-allows = allows it
check-denies = denies it, and a denial wins
check-other-action = is about other actions
check-other-resource = is about other resources
check-other-principal = is about somebody else
check-condition = its condition { $operator } on { $key } is not met
check-failed = cannot be judged: { $why }

# Why not.
refusal-linking-not-linked = Link the account first.
refusal-linking-already-linked = The account { $account } is linked already. A company has one.
refusal-linking-root-identity = The root user cannot link the account. Sign in as an IAM user.
refusal-linking-not-an-iam-user = This is not the ARN of an IAM user.
refusal-linking-identity-elsewhere = The IAM user is of another account than the one that you want to link.
refusal-linking-link-not-permitted = The policies of the IAM user do not allow to link: { $why }
refusal-linking-not-allowed = The connection was not allowed, so nothing is linked.
refusal-linking-quota-full = As many people as may be cloud admin are, so you cannot become one by linking.
refusal-linking-role-missing = No such IAM role is registered. Pick one of the list.
refusal-linking-role-elsewhere = This role is of another AWS account than the linked one.
refusal-linking-role-prefix = The name of a role to be mapped begins with { $prefix }.
refusal-linking-role-not-trusted = The trust policy of the role does not let the service assume it: { $why }
refusal-linking-cloud-admin-role-only = Cloud admins are mapped to the IAM role that linking created, and to no other.
refusal-linking-role-of-cloud-admins = This IAM role is for cloud admins only.
refusal-linking-role-in-use = This role is in use. Unmap those who sign on with it first.
refusal-linking-member-missing = There is no such person in your company.
refusal-linking-target-not-active = This person has no access any more.
refusal-linking-already-mapped = This is mapped already. Unmap it first.
refusal-linking-not-mapped = There is no mapping to an IAM role.
refusal-linking-lists-mixed = Pick people of one list at a time: cloud admins, or the others.
refusal-linking-too-many-users = At most { $most } people can be mapped at once.
refusal-linking-too-many-roles = At most { $most } roles can be registered.
refusal-linking-offer-actions-missing = The role does not allow everything that attaching offers needs. Missing: { $actions }
refusal-linking-call-not-permitted = The cloud admins' IAM role does not allow this: { $why }
fault-not-twelve-digits = An AWS account ID has exactly twelve digits.
fault-not-an-arn = This is not an ARN; one looks like arn:aws:iam::123456789012:user/Alice.
fault-bad-part = A part of the ARN is empty or holds a character that it cannot hold.
fault-wildcard = Name one single thing here, without * or ?.
fault-not-a-role = This is not the ARN of an IAM role.
fault-syntax = This is not JSON. Check commas, quotation marks and brackets.
fault-duplicate-key = A name stands twice in the same part of the document.
fault-too-deep = The document is nested too deeply.
fault-unknown-managed-policy = AWS keeps no policy of this name that the portal knows. Paste its document.
fault-too-many = These are too many.
fault-action-form = An action looks like service:Name, without * or ?.
fault-key-form = A key looks like service:Name.
fault-key-twice = This key is given twice.
