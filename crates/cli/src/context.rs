//! What a command works with: options, programme, journal, clock. Everything is made when it is first needed.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::fs;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use guildhall_core::account::{Account, Actor, Command, Member};
use guildhall_core::identity::EmailAddress;
use guildhall_core::program::GUIDE_TOML;
use guildhall_core::setting::{Denied, Setting};
use guildhall_core::{Id, Moment, Program};

use crate::arguments::Global;
use crate::book::{Book, Decision, Done};
use crate::failure::{Failure, Fault};
use crate::journal::{Access, Journal};
use crate::output::Printer;
use crate::rooms::{Kept, Key};
use crate::surroundings::Surroundings;
use crate::words;

/// What a command works with.
pub(crate) struct Context<'a> {
    pub(crate) global: &'a Global,
    pub(crate) out: Printer,
    surroundings: Surroundings,
    program: OnceCell<Cow<'static, Program>>,
}

/// An open journal with its accounts.
pub(crate) struct Desk {
    pub(crate) journal: Journal,
    pub(crate) book: Book,
}

/// Who asks a company's rooms, and when: kept while a [`Setting`] borrows it.
pub(crate) struct Reading<'d> {
    program: &'d Program,
    account: &'d Account,
    actor: Actor,
    moment: Moment,
}

impl Reading<'_> {
    /// What a question to a room reads.
    pub(crate) fn setting(&self) -> Setting<'_> {
        Setting { program: self.program, account: self.account, actor: &self.actor, moment: &self.moment }
    }
}

/// Somebody in a company.
#[derive(Clone, Copy)]
pub(crate) struct Person<'a> {
    pub(crate) id: Id,
    pub(crate) member: &'a Member,
}

impl<'a> Context<'a> {
    pub(crate) fn new(global: &'a Global, surroundings: Surroundings) -> Self {
        let out = Printer::new(global.output, global.quiet);
        Self { global, out, surroundings, program: OnceCell::new() }
    }

    /// The same for a command of a rehearsal: with options of its own, and without a word.
    pub(crate) fn rehearsing<'b>(&self, global: &'b Global) -> Context<'b> {
        let (surroundings, program) = (self.surroundings.clone(), self.program.clone());
        Context { global, out: Printer::silent(), surroundings, program }
    }

    /// The programme: the built-in one, or that of the file.
    pub(crate) fn program(&self) -> Result<&Program, Failure> {
        if let Some(program) = self.program.get() {
            return Ok(program);
        }
        let program = match (&self.global.programme, self.global.test_mode) {
            (Some(path), test_mode) => {
                let program = parse_programme(&read_programme(path)?)?;
                Cow::Owned(if test_mode { program.with_test_mode() } else { program })
            }
            (None, true) => Cow::Owned(parse_programme(GUIDE_TOML)?.with_test_mode()),
            (None, false) => Cow::Borrowed(Program::guide()),
        };
        Ok(self.program.get_or_init(|| program))
    }

    /// The journal and its accounts.
    pub(crate) fn open(&self, access: Access) -> Result<Desk, Failure> {
        let path = self.journal_path()?;
        let journal = Journal::open(&path, access).map_err(|f| Failure::from(f).at_path(&path))?;
        if journal.torn_bytes() > 0 {
            let end =
                if access == Access::Write { "they go with the next record" } else { "the next command cuts them" };
            let bytes = journal.torn_bytes();
            self.out.warn(&format!("the journal ends in {bytes} bytes of a write that was cut short; {end}"));
        }
        if journal.readable_by_others() {
            self.out.warn(&format!("others on this machine may read {0}; chmod 600 {0}", path.display()));
        }
        let book = Book::of(journal.records()).map_err(|f| Failure::from(f).at_path(&path))?;
        Ok(Desk { journal, book })
    }

    /// Where the journal stands.
    pub(crate) fn journal_path(&self) -> Result<PathBuf, Failure> {
        if let Some(path) = &self.global.journal {
            return Ok(path.clone());
        }
        let home = self.surroundings.data_home.as_ref();
        home.map(|home| home.join("guildhall").join("journal.jsonl")).ok_or_else(|| {
            Failure::usage("journal_not_named", "there is no home folder to keep a journal in")
                .hint("name a file with --journal or GUILDHALL_JOURNAL")
        })
    }

    /// Who acts as the operator.
    pub(crate) fn operator(&self) -> Actor {
        let name = self.global.operator.as_deref().or(self.surroundings.login.as_deref());
        Actor::Operator(name.unwrap_or("operator").to_owned())
    }

    /// The operator, unless a member was named: who names a member means the member.
    pub(crate) fn as_operator(&self) -> Result<Actor, Failure> {
        if self.global.acting.is_none() {
            return Ok(self.operator());
        }
        // Nothing of the journal has a part in it.
        let (actor, account) = (Actor::Visitor, Account::default());
        let (source, request) = (self.surroundings.source(), String::new());
        let moment = Moment { at: self.now(), fresh: Id::from_bits(0), source, request };
        let setting = Setting { program: self.program()?, account: &account, actor: &actor, moment: &moment };
        Err(Failure::from(Denied::OperatorOnly).explained_in(&setting))
    }

    /// The time.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.surroundings.now()
    }

    /// The moment of a command on this journal.
    pub(crate) fn moment(&self, journal: &Journal) -> Result<Moment, Failure> {
        Ok(Moment {
            at: self.surroundings.now(),
            fresh: self.surroundings.fresh("fresh", journal.head())?,
            source: self.surroundings.source(),
            request: self.surroundings.fresh("request", journal.head())?.to_string(),
        })
    }

    /// Decides and records a command on an account.
    pub(crate) fn submit(
        &self,
        desk: &mut Desk,
        tenant: Option<Id>,
        actor: &Actor,
        command: &Command,
    ) -> Result<Done, Failure> {
        let (tenant, done) = self.decide(desk, |decision| decision.decide(tenant, actor, command))?;
        Ok(Done { tenant: Some(tenant), ..done })
    }

    /// Decides and records a command on a document of a room, and answers what happened.
    pub(crate) fn submit_room<R: Kept>(
        &self,
        desk: &mut Desk,
        key: Key,
        actor: &Actor,
        command: &R::Command,
    ) -> Result<(Vec<R::Event>, Done), Failure> {
        let (events, done) = self.decide(desk, |decision| decision.decide_room::<R>(key, actor, command))?;
        Ok((events, Done { tenant: key.tenant, ..done }))
    }

    /// Records what `work` decides, of one or several commands, in accounts and rooms: all of it or nothing.
    pub(crate) fn decide<T>(
        &self,
        desk: &mut Desk,
        work: impl FnOnce(&mut Decision<'_>) -> Result<T, Failure>,
    ) -> Result<(T, Done), Failure> {
        let moment = self.moment(&desk.journal)?;
        desk.book.decide(&mut desk.journal, self.program()?, moment, work)
    }

    /// Who asks, and when, for a question to a company's rooms.
    pub(crate) fn reading<'d>(
        &'d self,
        desk: &Desk,
        account: &'d Account,
        actor: Actor,
    ) -> Result<Reading<'d>, Failure> {
        Ok(Reading { program: self.program()?, account, actor, moment: self.moment(&desk.journal)? })
    }

    /// The address of the member who acts.
    pub(crate) fn acting(&self) -> Result<&str, Failure> {
        self.global.acting.as_deref().ok_or_else(|| {
            Failure::usage("actor_missing", "a member of the company has to do this")
                .hint("name the member with --as EMAIL or GUILDHALL_AS")
        })
    }

    /// The company and the member in it who acts.
    pub(crate) fn actor(&self, desk: &Desk) -> Result<(Id, Actor), Failure> {
        let acting = self.acting()?;
        let (tenant, account) = self.company(desk)?;
        Ok((tenant, Actor::Member(find_person(account, acting)?.id)))
    }

    /// The company and who acts in it: the member of `--as`, or else the operator.
    pub(crate) fn member_or_operator(&self, desk: &Desk) -> Result<(Id, Actor), Failure> {
        if self.global.acting.is_some() {
            return self.actor(desk);
        }
        let (tenant, _) = self.company(desk)?;
        Ok((tenant, self.operator()))
    }

    /// The company of a tenant that was found before.
    pub(crate) fn company_of_id<'d>(&self, desk: &'d Desk, tenant: Id) -> Result<&'d Account, Failure> {
        desk.book.account(tenant).ok_or_else(|| Failure::internal("the company is not in the journal"))
    }

    /// The company that is meant: as named, or the only one, or the one of the member who acts.
    pub(crate) fn company<'d>(&self, desk: &'d Desk) -> Result<(Id, &'d Account), Failure> {
        self.company_of(desk, self.global.acting.as_deref())
    }

    /// The same, for a member who need not be the one who acts.
    pub(crate) fn company_of<'d>(&self, desk: &'d Desk, member: Option<&str>) -> Result<(Id, &'d Account), Failure> {
        let found = match &self.global.company {
            Some(name) => return named(desk, name),
            None => only(desk, member),
        };
        found.ok_or_else(|| match desk.book.accounts().len() {
            0 => Failure::missing("company_missing", "no company is registered in this journal")
                .hint("register one with `guildhall register`"),
            _ => Failure::usage("company_not_named", "the journal has several companies")
                .hint("name one with --company; `guildhall companies` lists them"),
        })
    }
}

fn only<'d>(desk: &'d Desk, member: Option<&str>) -> Option<(Id, &'d Account)> {
    let accounts = desk.book.accounts();
    if let (1, Some((id, account))) = (accounts.len(), accounts.iter().next()) {
        return Some((*id, account));
    }
    let address = EmailAddress::parse(member?, true).ok()?;
    let mut having = desk.book.having(&address);
    let found = having.next()?;
    having.next().is_none().then_some(found)
}

fn named<'d>(desk: &'d Desk, name: &str) -> Result<(Id, &'d Account), Failure> {
    let by_id = name.parse().ok().and_then(|id| desk.book.account(id).map(|a| (id, a)));
    let domain = guildhall_core::identity::Domain::parse(name.trim(), true).ok();
    let by_domain = || {
        let id = desk.book.owner_of(&domain?)?;
        desk.book.account(id).map(|a| (id, a))
    };
    by_id.or_else(by_domain).ok_or_else(|| {
        Failure::missing("company_missing", format!("no company in this journal has the domain or id {name:?}"))
            .hint("`guildhall companies` lists them")
    })
}

/// The person of `account` with an address or id.
pub(crate) fn find_person<'d>(account: &'d Account, name: &str) -> Result<Person<'d>, Failure> {
    if let Some((id, member)) = name.parse().ok().and_then(|id| account.member(id).map(|m| (id, m))) {
        return Ok(Person { id, member });
    }
    let address = EmailAddress::parse(name, true).map_err(|fault| {
        let failure = Failure::invalid(fault.code(), format!("{name:?} is not an address: {fault}"));
        match words::of_fault(fault.code()).1 {
            Some(hint) => failure.hint(hint),
            None => failure,
        }
    })?;
    let found = account.member_by_address(&address).map(|(id, member)| Person { id, member });
    found.ok_or_else(|| {
        let message = format!("{address} is nobody in {}", account.company_name());
        Failure::missing("member_missing", message).hint("`guildhall people` lists everybody")
    })
}

/// The text of a programme's file.
pub(crate) fn read_programme(path: &std::path::Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| {
        let message = format!("the programme {} cannot be read: {error}", path.display());
        if error.kind() == std::io::ErrorKind::NotFound {
            Failure::missing("programme_missing", message)
        } else {
            Failure::invalid("programme_unreadable", message)
        }
    })
}

/// The programme of a text, or all its faults.
pub(crate) fn parse_programme(text: &str) -> Result<Program, Failure> {
    Program::parse(text).map_err(|faults| {
        let faults: Vec<Fault> = faults
            .0
            .into_iter()
            .map(|f| Fault {
                field: format!("line {}, column {}", f.line, f.column),
                code: f.code.into(),
                message: f.message.into(),
                hint: None,
            })
            .collect();
        let message = format!("the programme has {}", crate::commands::counted(faults.len(), "fault"));
        Failure::invalid("programme_invalid", message).faults(faults)
    })
}
