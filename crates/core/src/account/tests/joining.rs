//! People join a registered company, by the domain of their address or by an invitation.

use super::*;

/// Joins by domain as visitor on day 1, and is asked the same before the form is filled in.
#[track_caller]
fn joins(given: &[Event], command: Command, at: DateTime<Utc>, expected: &str) {
    let Command::Join(form) = &command else { panic!("this is about joining") };
    let (address, followed) = (EmailAddress::parse(&form.email, false).unwrap(), form.invitation);
    let asked = may_join(&fold(given), Program::guide(), &address, followed, &moment(at));
    let decided = decide(&fold(given), Program::guide(), &Actor::Visitor, &command, &moment(at));
    assert_eq!(asked, decided.map(|_| ()), "asked beforehand, the answer is the same");
    check(given, &Actor::Visitor, command, at, expected);
}

// Rules: REG-5, REG-7, USR-1, USR-7, C-022, C-053
#[test]
fn whoever_has_the_domain_joins_as_standard_user() {
    let after = check_then(&cast(), &Actor::Visitor, join("bo"), day(1), "joined bo@acme.example []");
    let bo = moment(day(1)).id(0);
    assert_eq!(after.tenant(), Some(id("acme")));
    assert_eq!(after.member(bo).map(|m| m.status), Some(Status::Active));
    let program = Program::guide();
    let standing = after.standing(program, bo);
    assert_eq!(program.role_names(standing.roles()).collect::<Vec<_>>(), ["standard_user"]);
    // A second one lands in the same account.
    let again = with(cast(), [joined("bo")]);
    check(&again, &Actor::Visitor, join("eve"), day(1), "joined eve@acme.example []");
}

// Rules: REG-2, REG-5, REG-14, USR-1, USR-12
#[test]
fn only_the_accounts_own_domains_lead_in() {
    joins(&[], join("bo"), day(1), "company_not_registered");
    for (address, expected) in [
        ("bo@ACME.Example", "joined bo@acme.example []"),
        ("bo@other.example", "company_not_registered"),
        ("bo@mail.acme.example", "company_not_registered"),
        ("bo@notacme.example", "company_not_registered"),
        ("bo@acme.example.org", "company_not_registered"),
        ("bo@acme-labs.example", "company_not_registered"),
    ] {
        joins(&cast(), join(address), day(1), expected);
    }
    let labs = || Event::DomainAdded { domain: domain("acme-labs.example") };
    let more = with(cast(), [labs()]);
    joins(&more, join("eve@acme-labs.example"), day(1), "joined eve@acme-labs.example []");
    joins(&more, join("bo"), day(1), "joined bo@acme.example []");
    let less = with(more, [Event::DomainWithdrawn { domain: domain("acme-labs.example") }]);
    joins(&less, join("eve@acme-labs.example"), day(1), "company_not_registered");
    // Who joined by a domain stays when it goes.
    let stays = with(
        cast(),
        [labs(), joined("eve@acme-labs.example"), Event::DomainWithdrawn { domain: domain("acme-labs.example") }],
    );
    assert_eq!(fold(&stays).member(id("eve")).map(|m| m.status), Some(Status::Active));
    check(&stays, &member("eve"), Command::NotePasswordChange, day(1), "password eve");
}

// Rules: USR-2, USR-3, USR-9, C-051
#[test]
fn every_fault_of_the_form_is_named() {
    let form = |change: &dyn Fn(&mut Join), expected: &str| {
        let mut form = join_form("bo");
        change(&mut form);
        check(&cast(), &Actor::Visitor, Command::Join(form), day(1), expected);
    };
    for (email, code) in [
        ("bo@gmail.com", "personal_domain"),
        ("bo@hotmail.com", "personal_domain"),
        ("bo@outlook.com", "personal_domain"),
        ("bo@x.edu", "personal_domain"),
        ("bo@@acme", "several_at_signs"),
        ("", "empty"),
        ("bo@", "empty_domain"),
        ("bo", "no_at_sign"),
    ] {
        form(&|f| f.email = email.to_string(), &format!("invalid: email {code}"));
    }
    form(&|f| f.contact = ContactInput::default(), "invalid: contact.phone required, contact.country required");
    form(&|f| f.customer = CustomerInput::default(), "invalid: customer.job_title required");
    form(
        &|f| (f.name, f.email, f.customer, f.contact) = Default::default(),
        "invalid: name required, email empty, customer.job_title required, contact.phone required, contact.country required",
    );
    // The form is judged before the proofs, and those before the place.
    form(&|f| (f.name, f.proof) = (String::new(), Proof::default()), "invalid: name required");
    form(&|f| (f.email, f.proof) = (address("bo@other.example"), Proof::default()), "address_not_proven");
}

// Rules: USR-6, USR-11, C-049
#[test]
fn nobody_joins_unproven() {
    let proven = |address, captcha, password| {
        Command::Join(Join { proof: Proof { address, captcha, password }, ..join_form("bo") })
    };
    for (proof, expected) in [
        ((false, true, true), "address_not_proven"),
        ((true, false, true), "captcha_missing"),
        ((true, true, false), "password_missing"),
        ((false, false, false), "address_not_proven"),
        ((true, false, false), "captcha_missing"),
        ((true, true, true), "joined bo@acme.example []"),
    ] {
        check(&cast(), &Actor::Visitor, proven(proof.0, proof.1, proof.2), day(1), expected);
        check(&cast(), &operator(), proven(proof.0, proof.1, proof.2), day(1), "joined bo@acme.example []");
    }
}

// Rules: USR-30, C-032, C-035
#[test]
fn an_address_is_one_person() {
    let known = with(cast(), [joined("bo"), joined("gone"), removed("gone"), joined("idle"), deactivated("idle")]);
    for (name, expected) in [
        ("ana", "already_member"),
        ("bo", "already_member"),
        ("BO", "already_member"),
        ("gone", "member_removed"),
        ("Gone", "member_removed"),
        ("idle", "member_deactivated"),
        ("bo+x", "joined bo+x@acme.example []"),
    ] {
        joins(&known, join(name), day(1), expected);
    }
}

// Rules: INV-7, USR-12, C-053
#[test]
fn an_invitation_gives_its_roles_with_its_link_or_without() {
    let roles = ["ace_user", "marketing_staff"];
    let given = with(cast(), [invited("bo", &roles)]);
    let expected = "joined bo@acme.example by i:bo [ace_user marketing_staff]";
    joins(&given, accept("bo"), day(1), expected);
    joins(&given, join("bo"), day(1), expected);
    joins(&given, join("BO@Acme.example"), day(1), "joined BO@acme.example by i:bo [ace_user marketing_staff]");
    let after = check_then(&given, &Actor::Visitor, accept("bo"), day(1), expected);
    assert_eq!(after.invitations()[&invitation("bo")].status, InvitationStatus::Accepted);
    let standing = after.standing(Program::guide(), moment(day(1)).id(0));
    assert!(standing.permits(Program::guide(), Permission::SubmitOpportunities));
    assert!(standing.permits(Program::guide(), Permission::ManageListing));
    // Somebody else's open invitation is nothing to them.
    joins(&given, join("eve"), day(1), "joined eve@acme.example []");
}

// Rules: INV-6, INV-7, C-052
#[test]
fn an_invitation_opens_once_for_its_address_and_in_time() {
    let given = with(cast(), [invited("bo", &["ace_user"])]);
    let by_link = |name: &str, link: Id| Command::Join(Join { invitation: Some(link), ..join_form(name) });
    let second = TimeDelta::seconds(1);
    for (command, at, expected) in [
        (accept("bo"), start(), "joined bo@acme.example by i:bo [ace_user]"),
        (accept("bo"), day(14) - second, "joined bo@acme.example by i:bo [ace_user]"),
        (accept("bo"), day(14), "invitation_expired"),
        (accept("bo"), day(14) + second, "invitation_expired"),
        (join("bo"), day(14) - second, "joined bo@acme.example by i:bo [ace_user]"),
        (join("bo"), day(14), "joined bo@acme.example []"),
        (by_link("eve", invitation("bo")), day(1), "invitation_missing"),
        (by_link("ana", invitation("bo")), day(1), "invitation_missing"),
        (by_link("bo", id("nothing")), day(1), "invitation_missing"),
        (by_link("bo@other.example", invitation("bo")), day(1), "company_not_registered"),
    ] {
        joins(&given, command, at, expected);
    }
    let taken = with(given.clone(), [accepted("bo", &["ace_user"])]);
    joins(&taken, accept("bo"), day(1), "invitation_closed");
    joins(&taken, join("bo"), day(1), "already_member");
    let back = with(given.clone(), [withdrawn("bo")]);
    joins(&back, accept("bo"), day(1), "invitation_closed");
    joins(&back, join("bo"), day(1), "joined bo@acme.example []");
    let homeless = with(
        given,
        [
            Event::DomainAdded { domain: domain("acme-labs.example") },
            Event::DomainWithdrawn { domain: domain("acme.example") },
        ],
    );
    joins(&homeless, accept("bo"), day(1), "company_not_registered");
}

// Rules: INV-1, INV-10, ROLE-34, C-020
#[test]
fn an_invitation_falls_with_the_right_of_who_answers_for_it() {
    let team =
        |more: Vec<Event>| with(cast(), with(Vec::from([invited_by("alliance_team", "bo", &["ace_user"])]), more));
    let renewed = Event::InvitationRenewed { invitation: invitation("bo"), by: id("ana"), expires_at: day(20) };
    let ok = "joined bo@acme.example by i:bo [ace_user]";
    for (given, by_link, by_domain) in [
        (team(Vec::new()), ok, ok),
        (team([unassigned("alliance_team", "alliance_team")].into()), "invitation_void", "joined bo@acme.example []"),
        (team([removed("alliance_team")].into()), "invitation_void", "joined bo@acme.example []"),
        (team([deactivated("alliance_team")].into()), "invitation_void", "joined bo@acme.example []"),
        (team([removed("alliance_team"), renewed].into()), ok, ok),
        (
            team([unassigned("alliance_team", "alliance_team"), assigned("alliance_team", "alliance_team")].into()),
            ok,
            ok,
        ),
        // The team may not give what the lead may: the invitation of a lead who became team falls for that role only.
        (
            with(cast(), [invited("bo", &["cloud_admin"]), led("ana", "ace_user"), assigned("ana", "alliance_team")]),
            "invitation_void",
            "joined bo@acme.example []",
        ),
        (
            with(cast(), [invited("bo", &["ace_user"]), led("ana", "ace_user"), assigned("ana", "alliance_team")]),
            ok,
            ok,
        ),
        (
            with(cast(), [invited("bo", &["ace_user"]), led("ana", "ace_user")]),
            "invitation_void",
            "joined bo@acme.example []",
        ),
    ] {
        joins(&given, accept("bo"), day(1), by_link);
        joins(&given, join("bo"), day(1), by_domain);
    }
}

// Rules: USR-30, C-032
#[test]
fn a_removed_person_comes_back_by_a_new_invitation_with_fresh_roles() {
    let gone = with(
        cast(),
        [invited("bo", &["ace_user"]), accepted("bo", &["ace_user"]), assigned("bo", "ace_manager"), removed("bo")],
    );
    joins(&gone, join("bo"), day(1), "member_removed");
    joins(&gone, accept("bo"), day(1), "invitation_closed");
    let sent = Event::InvitationSent {
        invitation: id("i:bo2"),
        email: email("bo"),
        roles: texts(&["marketing_staff"]),
        by: id("ana"),
        expires_at: day(14),
    };
    let called = with(gone, [sent]);
    let expected = "joined bo@acme.example by i:bo2 [marketing_staff]";
    joins(&called, join("bo"), day(1), expected);
    joins(&called, accept("bo"), day(1), "invitation_closed");
    joins(&called, join("bo"), day(14), "member_removed");
    let after = check_then(&called, &Actor::Visitor, join("bo"), day(1), expected);
    let (back, bo) = after.member_by_address(&email("bo")).unwrap();
    assert_eq!((back, bo.status), (moment(day(1)).id(0), Status::Active));
    assert_eq!(after.member(id("bo")).map(|m| m.status), Some(Status::Removed), "the old membership stays on record");
    assert_eq!(Vec::from_iter(&bo.roles), ["marketing_staff"], "neither ace_user nor ace_manager");
    assert_eq!(after.standing(Program::guide(), id("bo")), Standing::none());
    // Removed once more, they are out once more.
    let twice = with(
        called,
        [
            Event::MemberJoined {
                person: NewMember { member: id("bo2"), ..person("bo") },
                invitation: Some(id("i:bo2")),
                roles: Vec::new(),
            },
            removed("bo2"),
        ],
    );
    joins(&twice, join("bo"), day(1), "member_removed");
}

// Rules: USR-30, C-032
#[test]
fn an_invitation_from_before_the_removal_leads_nowhere() {
    // The invitation was void when bo joined by domain, so it was left over; then its sender is team again.
    let over = with(
        cast(),
        [
            invited_by("alliance_team", "bo", &["ace_user"]),
            unassigned("alliance_team", "alliance_team"),
            joined("bo"),
            assigned("alliance_team", "alliance_team"),
        ],
    );
    let (after, decided) = outcome(&over, &member("ana"), &remove("bo"), day(1));
    assert_eq!(said(&decided), "removed bo; withdrawn i:bo");
    assert_eq!(after.invitations()[&invitation("bo")].status, InvitationStatus::Withdrawn);
    let gone = with(over, decided.unwrap());
    joins(&gone, accept("bo"), day(2), "invitation_closed");
    joins(&gone, join("bo"), day(2), "member_removed");
}

#[test]
fn a_shared_mailbox_is_invited_or_stays_out() {
    joins(&cast(), join("support"), day(1), "invalid: email shared_mailbox");
    joins(&cast(), join("No-Reply"), day(1), "invalid: email shared_mailbox");
    let given = with(cast(), [invited("support", &["ace_user"])]);
    joins(&given, accept("support"), day(1), "joined support@acme.example by i:support [ace_user]");
    joins(&given, join("support"), day(14), "invalid: email shared_mailbox");
}

// Rules: INV-1
#[test]
fn an_invitation_falls_also_with_the_right_to_invite_alone() {
    // A programme in which the team gives roles but only the lead invites.
    let text = include_str!("../../../data/guide.toml");
    let row = "title = \"Invite people\" # INV-1\nroles = [\"alliance_lead\", \"alliance_team\"]";
    assert!(text.contains(row));
    let program = Program::parse(&text.replace(row, "title = \"Invite\"\nroles = [\"alliance_lead\"]")).unwrap();
    let given = fold(&with(cast(), [invited_by("alliance_team", "bo", &["ace_user"])]));
    let decided = |program| said(&decide(&given, program, &Actor::Visitor, &accept("bo"), &moment(day(1))));
    assert_eq!(decided(&program), "invitation_void");
    assert_eq!(decided(Program::guide()), "joined bo@acme.example by i:bo [ace_user]");
}
