//! Files of entries: what an import, update or transfer would change, and what an export holds.

use super::*;
use crate::pipeline::bulk::{
    self, Counts, Mode, Outcome, Plan, export_leads, export_opportunities, import_opportunities, template, transfer,
    update_opportunities,
};

fn opportunity(name: &str, owner: &str, title: &str) -> Opportunity {
    let mut fields = full();
    fields.project.title = title.to_string();
    fold(&[OpportunityEvent::OpportunityCreated {
        opportunity: id(name),
        owner: id(owner),
        stamp: stamp(&member(owner)),
        details: details(&fields),
    }])
}

fn lead(name: &str, owner: &str) -> Lead {
    let details = Box::new(LeadDetails::read(Program::guide(), &lead_fields()).unwrap());
    let (lead, owner, stamp) = (id(name), Some(id(owner)), stamp(&operator()));
    fold(&[LeadEvent::LeadShared { lead, owner, expires_at: None, stamp, details }])
}

/// Two of the first ACE user's, one of the second's.
fn three() -> Vec<Opportunity> {
    [("a1", "ace_user", "One"), ("a2", "ace_user", "Two"), ("b1", "bo", "Three")]
        .map(|(name, owner, title)| opportunity(name, owner, title))
        .into()
}

fn shown<E>(plan: &Plan<E>) -> Vec<String> {
    let row = |r: &bulk::PlannedRow| {
        let outcome = match &r.outcome {
            Outcome::Created => "created".to_string(),
            Outcome::Updated { fields } => fields.join(" "),
            Outcome::Transferred { to } => format!("to {}", name_of(*to)),
            Outcome::Unchanged => "unchanged".to_string(),
            Outcome::Refused { faults } => {
                faults.iter().map(|f| format!("{} {}", f.field, f.code)).collect::<Vec<_>>().join(", ")
            }
        };
        format!("{} {}: {outcome}", r.line, r.title)
    };
    plan.rows().iter().map(row).collect()
}

fn update(who: &str, entries: &[Opportunity], text: &str, mode: Mode) -> Plan<OpportunityEvent> {
    ask(&company(), &member(who), |s| update_opportunities(s, entries, text, mode)).unwrap()
}

fn hand<E: Entry + 'static>(who: &str, entries: &[E], text: &str, mode: Mode) -> Result<Plan<E::Event>, Refusal> {
    ask(&company(), &member(who), |s| transfer(s, entries, text, mode))
}

// Rules: ACE-6, ACE-13
#[test]
fn an_import_makes_entries_of_who_imports_them() {
    let text = "customer.account.company_name,project.title,owner\nBay,One,bo@acme.example\nCape,Two,\n";
    for who in ["ace_manager", "ace_user"] {
        let plan = ask(&company(), &member(who), |s| import_opportunities(s, [], text, Mode::AllOrNothing)).unwrap();
        assert_eq!(shown(&plan), ["2 One: created", "3 Two: created"]);
        assert_eq!(plan.ignored_columns(), ["owner"]);
        assert_eq!(plan.counts(), Counts { created: 2, ..Counts::default() });
        let made: Vec<Opportunity> = plan.changes().iter().map(|c| fold(&c.events)).collect();
        for (entry, change) in made.iter().zip(plan.changes()) {
            assert_eq!((entry.id(), entry.owner()), (Some(change.entry), Some(id(who))));
        }
        assert_ne!(made[0].id(), made[1].id());
    }
}

// Rules: ACE-6, ACE-13
#[test]
fn good_rows_are_kept_or_nothing_is_as_asked() {
    let text = "customer.account.company_name,project.title\nBay,One\n,Two\nCape,Three\n";
    let import = |mode| ask(&company(), &member("ace_user"), |s| import_opportunities(s, [], text, mode)).unwrap();
    let (all, good) = (import(Mode::AllOrNothing), import(Mode::GoodRows));
    assert_eq!(good.clone().unheld(), Ok(good.clone()));
    let Err(Refusal::InvalidFile { cells }) = all.clone().unheld() else { panic!("it is held") };
    assert_eq!(
        cells.iter().map(|c| (c.line, c.column, c.code.as_str())).collect::<Vec<_>>(),
        [(3, Some(1), "required")]
    );
    let rows = ["2 One: created", "3 Two: customer.account.company_name required", "4 Three: created"];
    assert_eq!(shown(&all), rows, "the preview is the same");
    assert_eq!(shown(&good), rows);
    assert_eq!((all.changes().len(), all.applies()), (0, false));
    assert_eq!((good.changes().len(), good.applies()), (2, true));
}

// Rules: ACE-6, ACE-13
#[test]
fn what_is_there_already_is_not_imported_again() {
    let mut numbered = full();
    numbered.partner_opportunity_identifier = "CRM-1".to_string();
    let known = [fold::<Opportunity>(&[created_with("bo", &numbered)])];
    let text = format!(
        "id,customer.account.company_name,project.title,partner_opportunity_identifier\n\
         {},Bay,One,\n,Bay,Two,CRM-1\n,Bay,Three,CRM-2\n,Bay,Four,CRM-2\n,Bay,Five,\n",
        id("opp")
    );
    let plan =
        ask(&company(), &member("ace_user"), |s| import_opportunities(s, &known, &text, Mode::GoodRows)).unwrap();
    assert_eq!(
        shown(&plan),
        [
            "2 One: id exists_already",
            "3 Two: partner_opportunity_identifier exists_already",
            "4 Three: created",
            "5 Four: partner_opportunity_identifier exists_already",
            "6 Five: created",
        ]
    );
}

// Rules: ACE-6, ACE-13, ROLE-71
#[test]
fn an_update_reaches_what_its_author_reaches() {
    let entries = three();
    let text = format!(
        "id,project.title\n{},One\n{},Zwei\n{},Drei\n{},Vier\nnonsense,x\n,x\n{},Wieder\n",
        id("a1"),
        id("a2"),
        id("b1"),
        id("none"),
        id("a2")
    );
    let rest = ["5 : id entry_missing", "6 : id not_an_id", "7 : id required", "8 : id twice_in_file"];
    let mine = ["2 One: unchanged", "3 Two: project.title", "4 : id not_owner"];
    let all = ["2 One: unchanged", "3 Two: project.title", "4 Three: project.title"];
    let plan = update("ace_user", &entries, &text, Mode::GoodRows);
    assert_eq!(shown(&plan), [&mine[..], &rest[..]].concat());
    assert_eq!(plan.changes().len(), 1);
    let plan = update("ace_manager", &entries, &text, Mode::GoodRows);
    assert_eq!(shown(&plan), [&all[..], &rest[..]].concat());
    let owners: Vec<Option<Id>> = entries.iter().map(Entry::owner).collect();
    for change in plan.changes() {
        let (n, before) = entries.iter().enumerate().find(|(_, e)| e.id() == Some(change.entry)).unwrap();
        let mut after = before.clone();
        change.events.iter().for_each(|e| after.apply(e));
        assert_eq!(after.owner(), owners[n], "ACE-8: the owner stays");
    }
}

// Rules: ACE-6, ACE-8
#[test]
fn an_update_writes_the_columns_it_has_and_a_blank_cell_clears() {
    let text = format!(
        "id,region,life_cycle.next_steps,customer.contacts[0].phone,customer.contacts[4].phone\n{},,Write,,\n",
        id("a1")
    );
    let entries = three();
    let plan = update("ace_manager", &entries, &text, Mode::AllOrNothing);
    assert_eq!(shown(&plan), ["2 One: customer.contacts[0].phone region life_cycle.next_steps"]);
    let mut after = entries[0].clone();
    plan.changes()[0].events.iter().for_each(|e| after.apply(e));
    let fields = after.details().unwrap().fields();
    assert_eq!((fields.region.as_str(), fields.life_cycle.next_steps.as_str()), ("", "Write"));
    assert_eq!((fields.customer.contacts.len(), fields.project.title.as_str()), (1, "One"));
}

// Rules: ACE-6
#[test]
fn an_update_of_what_changed_meanwhile_is_refused() {
    let entries = three();
    let modified = entries[0].last_modified_at().unwrap().to_rfc3339();
    for (seen, expected) in [
        (modified.as_str(), "2 One: project.title"),
        ("2026-03-01T10:00:00+01:00", "2 One: project.title"),
        ("", "2 One: project.title"),
        ("2026-03-01T09:00:01Z", "2 One: last_modified_date changed_meanwhile"),
        ("yesterday", "2 One: last_modified_date changed_meanwhile"),
    ] {
        let text = format!("id,last_modified_date,project.title\n{},{seen},Eins\n", id("a1"));
        assert_eq!(shown(&update("ace_user", &entries, &text, Mode::GoodRows)), [expected], "{seen}");
    }
}

// Rules: ACE-6, ACE-13, ACE-5, ACE-12, C-036, C-042, ROLE-71
#[test]
fn opportunities_are_transferred_in_bulk() {
    let text = format!(
        "id,owner\n{},BO@acme.example\n{},ace_user@acme.example\n{},ace_user@acme.example\n{},standard_user@acme.example\n\
         {},nobody@acme.example\n{},\n",
        id("a1"),
        id("a2"),
        id("b1"),
        id("c1"),
        id("c2"),
        id("c3")
    );
    let mut entries = three();
    entries.extend(["c1", "c2", "c3"].map(|name| opportunity(name, "ace_user", name)));
    let rest = [": target_cannot_own"; 1];
    let plan = hand("ace_user", &entries, &text, Mode::GoodRows).unwrap();
    assert_eq!(
        shown(&plan),
        [
            "2 One: to bo",
            "3 Two: unchanged",
            "4 : id not_owner",
            &format!("5 c1: {}", &rest[0][1..]),
            "6 : owner member_missing",
            "7 : owner empty"
        ]
    );
    let plan = hand("ace_manager", &entries, &text, Mode::GoodRows).unwrap();
    assert_eq!(shown(&plan)[2], "4 Three: to ace_user");
    assert_eq!(plan.counts(), Counts { transferred: 2, unchanged: 1, refused: 3, ..Counts::default() });
    assert_eq!(hand("ace_manager", &entries, &text, Mode::AllOrNothing).unwrap().changes(), []);
    let account = removed(company(), "bo");
    let text = format!("id,owner\n{},ace_user@acme.example\n", id("b1"));
    let plan = ask(&account, &member("ace_manager"), |s| transfer(s, &entries, &text, Mode::AllOrNothing)).unwrap();
    assert_eq!(shown(&plan), ["2 Three: to ace_user"]);
}

// Rules: ACE-7, ACE-14, ROLE-71
#[test]
fn leads_are_transferred_in_bulk() {
    let entries = [lead("a1", "ace_user"), lead("b1", "bo")];
    let text = format!("id,owner\n{},ace_manager@acme.example\n{},ace_manager@acme.example\n", id("a1"), id("b1"));
    let plan = hand("ace_user", &entries, &text, Mode::GoodRows).unwrap();
    assert_eq!(shown(&plan), ["2 Bay Ltd: to ace_manager", "3 : id not_owner"]);
    let plan = hand("ace_manager", &entries, &text, Mode::GoodRows).unwrap();
    assert_eq!(shown(&plan), ["2 Bay Ltd: to ace_manager", "3 Bay Ltd: to ace_manager"]);
    // A file is of one kind: what heads the other's columns means nothing here.
    let mixed = |heading: &str| hand("ace_manager", &entries, &format!("id,owner,{heading}\n"), Mode::GoodRows);
    assert!(mixed("customer.company_name").is_ok());
    assert_eq!(mixed("project.title").unwrap_err().code(), "invalid_file");
    assert_eq!(hand("technical_staff", &entries, &text, Mode::GoodRows).unwrap_err().code(), "permission_missing");
}

// Rules: ACE-6, ACE-13, ROLE-71
#[test]
fn an_export_holds_what_its_reader_reaches() {
    let entries = three();
    let titles = |who: &str| {
        let text = ask(&company(), &member(who), |s| export_opportunities(s, &entries)).unwrap();
        ["One", "Two", "Three"].into_iter().filter(|t| text.contains(*t)).collect::<Vec<_>>()
    };
    assert_eq!(titles("ace_user"), ["One", "Two"]);
    assert_eq!(titles("bo"), ["Three"]);
    assert_eq!(titles("ace_manager"), ["One", "Two", "Three"]);
    let text = ask(&company(), &member("bo"), |s| export_opportunities(s, &entries)).unwrap();
    let (headings, row) = text.split_once('\n').unwrap();
    assert!(
        headings.starts_with("id,identifier,owner,origin,life_cycle.review_status,created_date,last_modified_date,")
    );
    assert!(headings.contains(",customer.contacts[0].phone,") && !headings.contains("contacts[1]"), "{headings}");
    let begin = format!("{},{},bo@acme.example,Partner Referral,Pending Submission,", id("b1"), identifier(id("b1")));
    assert!(row.starts_with(&begin), "{row}");
    assert!(row.contains(",'+34600000000,") && row.contains(",SaaS or PaaS; Managed Services,"), "{row}");
}

// Rules: ACE-7, ACE-14
#[test]
fn leads_are_exported_by_who_oversees_them() {
    let entries = [lead("a1", "ace_user"), lead("b1", "bo")];
    let text = ask(&company(), &member("ace_manager"), |s| export_leads(s, &entries)).unwrap();
    assert_eq!(text.lines().count(), 3);
    assert!(text.contains(&format!("{},bo@acme.example,PENDING,", id("b1"))), "{text}");
    let refused = ask(&company(), &member("ace_user"), |s| export_leads(s, &entries)).unwrap_err();
    assert_eq!(refused.code(), "permission_missing");
}

// Rules: ACE-6, ACE-13
#[test]
fn an_export_that_is_edited_by_nobody_updates_nothing() {
    let entries = three();
    let text = ask(&company(), &member("ace_manager"), |s| export_opportunities(s, &entries)).unwrap();
    let plan = update("ace_manager", &entries, &text, Mode::AllOrNothing);
    assert_eq!(plan.counts(), Counts { unchanged: 3, ..Counts::default() }, "{:?}", shown(&plan));
    let mut ignored = Vec::from(plan.ignored_columns());
    ignored.sort();
    assert_eq!(ignored, ["created_date", "identifier", "life_cycle.review_status", "origin", "owner"]);
}

#[test]
fn an_export_has_a_limit() {
    let (before, _) = crate::program::GUIDE_TOML.split_once("[pipeline]").unwrap();
    let program = Program::parse(&format!("{before}[pipeline.bulk]\nexport_rows_most = 2\n")).unwrap();
    let (account, who, now) = (company(), member("ace_manager"), moment(TODAY));
    let setting = Setting { program: &program, account: &account, actor: &who, moment: &now };
    assert_eq!(export_opportunities(&setting, &three()), Err(Refusal::TooManyRows { most: 2 }));
    let mine = member("ace_user");
    assert!(export_opportunities(&Setting { actor: &mine, ..setting }, &three()).is_ok(), "two are this user's");
}

// Rules: ACE-13
#[test]
fn the_template_of_an_import_can_be_imported() {
    let text = ask(&company(), &member("ace_user"), template).unwrap();
    let plan =
        ask(&company(), &member("ace_user"), |s| import_opportunities(s, [], &text, Mode::AllOrNothing)).unwrap();
    assert_eq!((plan.rows().len(), plan.ignored_columns().len()), (0, 0));
}

// Rules: ACE-6, ACE-7, ACE-13, ACE-14, C-040
#[test]
fn one_question_for_every_file() {
    use crate::pipeline::bulk::{Filed, Operation};
    let (entries, leads) = (three(), [lead("l1", "ace_user")]);
    let file = format!("id,owner\n{},bo@acme.example\n", id("a1"));
    let lead_file = format!("id,owner\n{},bo@acme.example\n", id("l1"));
    let of = |operation: Operation| {
        let shown = |plan: Result<usize, Refusal>| plan.map_err(|r| r.code());
        let opportunities = ask(&company(), &member("ace_user"), |s| {
            let text = if operation == Operation::Transfer { file.as_str() } else { "id\n" };
            shown(Opportunity::plan(s, operation, &entries, text, Mode::GoodRows).map(|p| p.changes().len()))
        });
        let leads = ask(&company(), &member("ace_user"), |s| {
            shown(Lead::plan(s, operation, &leads, &lead_file, Mode::GoodRows).map(|p| p.changes().len()))
        });
        (opportunities, leads)
    };
    let refused = Err("operation_not_offered");
    assert_eq!(of(Operation::Import), (Err("invalid_file"), refused));
    assert_eq!(of(Operation::Update), (Ok(0), refused));
    assert_eq!(of(Operation::Transfer), (Ok(1), Ok(1)));
    assert_eq!(of(Operation::Export), (refused, Err("permission_missing")));
}

// Rules: ACE-6, ACE-13
#[test]
fn what_was_downloaded_can_be_sent_back_also_while_it_is_in_review() {
    let entries = [fold::<Opportunity>(&[created("ace_user"), submitted("ace_user")])];
    let file = ask(&company(), &member("ace_user"), |s| export_opportunities(s, &entries)).unwrap();
    assert_eq!(shown(&update("ace_user", &entries, &file, Mode::AllOrNothing)), ["2 Move the harbour: unchanged"]);
    let edited = file.replace("Move the harbour", "Keep the harbour");
    assert_eq!(
        shown(&update("ace_user", &entries, &edited, Mode::AllOrNothing)),
        ["2 Move the harbour:  review_locked"]
    );
}
