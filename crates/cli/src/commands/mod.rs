//! The commands, one file each: its arguments and `run`. What the commands of rooms share, and how to add one, stands in
//! `room.rs`.

mod can;
mod cases;
mod certifications;
mod channel;
mod check_browser;
mod check_email;
mod check_password;
mod companies;
mod compare;
mod completions;
mod content;
mod deactivate;
mod domain;
mod edit_company;
mod edit_profile;
mod entries;
mod events;
mod explain;
mod fee;
mod forms;
mod hand_over;
mod hand_over_cloud_admin;
mod home;
mod inquiries;
mod invitation;
mod invitations;
mod invite;
mod join;
mod language;
mod leads;
mod linking;
mod man;
mod menu;
mod opportunities;
mod people;
mod pipeline;
mod policy;
mod profile;
mod program;
mod reach;
mod register;
mod rehearse;
mod remove;
mod request_lead_change;
mod review;
mod roles;
mod room;
mod scorecard;
mod search;
mod shared;
mod stage;
mod task_templates;
mod tasks;
mod trail;

use clap::Subcommand;

pub(crate) use shared::counted;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// The commands, in the order of the help.
#[derive(Debug, Subcommand)]
pub(crate) enum Commands {
    Register(register::Register),
    Join(join::Join),
    Invite(invite::Invite),
    WithdrawInvitation(invitation::Withdraw),
    RenewInvitation(invitation::Renew),
    Roles(roles::Roles),
    HandOver(hand_over::HandOver),
    HandOverCloudAdmin(hand_over_cloud_admin::HandOverCloudAdmin),
    Remove(remove::Remove),
    Deactivate(deactivate::Deactivate),
    RequestLeadChange(request_lead_change::RequestLeadChange),
    EditProfile(edit_profile::EditProfile),
    EditCompany(edit_company::EditCompany),
    Domain(domain::Domain),
    Stage(stage::Stage),
    Companies(companies::Companies),
    People(people::People),
    Invitations(invitations::Invitations),
    Events(events::Events),
    Review(review::Review),
    Compare(compare::Compare),
    Rehearse(rehearse::Rehearse),
    Menu(menu::Menu),
    Can(can::Can),
    Explain(explain::Explain),
    TaskTemplates(task_templates::TaskTemplates),
    Tasks(tasks::Tasks),
    Profile(profile::Profile),
    Certifications(certifications::Certifications),
    Scorecard(scorecard::Scorecard),
    Fee(fee::Fee),
    Channel(channel::Channel),
    Cases(cases::Cases),
    Inquiries(inquiries::Inquiries),
    Opportunities(opportunities::Opportunities),
    Leads(leads::Leads),
    Pipeline(pipeline::Pipeline),
    Linking(linking::Linking),
    Link(linking::link::Link),
    Unlink(linking::link::Unlink),
    IamRoles(linking::roles::IamRoles),
    Map(linking::map::Map),
    Unmap(linking::map::Unmap),
    Mappings(linking::map::Mappings),
    Crm(linking::crm::Crm),
    Content(content::Content),
    Home(home::Home),
    Search(search::Search),
    Trail(trail::Trail),
    Language(language::Language),
    CheckEmail(check_email::CheckEmail),
    CheckPassword(check_password::CheckPassword),
    CheckBrowser(check_browser::CheckBrowser),
    Policy(policy::Policy),
    Program(program::Program),
    Completions(completions::Completions),
    Man(man::Man),
}

impl Commands {
    /// Does what is asked.
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        match self {
            Self::Register(command) => command.run(context),
            Self::Join(command) => command.run(context),
            Self::Invite(command) => command.run(context),
            Self::WithdrawInvitation(command) => command.run(context),
            Self::RenewInvitation(command) => command.run(context),
            Self::Roles(command) => command.run(context),
            Self::HandOver(command) => command.run(context),
            Self::HandOverCloudAdmin(command) => command.run(context),
            Self::Remove(command) => command.run(context),
            Self::Deactivate(command) => command.run(context),
            Self::RequestLeadChange(command) => command.run(context),
            Self::EditProfile(command) => command.run(context),
            Self::EditCompany(command) => command.run(context),
            Self::Domain(command) => command.run(context),
            Self::Stage(command) => command.run(context),
            Self::Companies(command) => command.run(context),
            Self::People(command) => command.run(context),
            Self::Invitations(command) => command.run(context),
            Self::Events(command) => command.run(context),
            Self::Review(command) => command.run(context),
            Self::Compare(command) => command.run(context),
            Self::Rehearse(command) => command.run(context),
            Self::Menu(command) => command.run(context),
            Self::Can(command) => command.run(context),
            Self::Explain(command) => command.run(context),
            Self::TaskTemplates(command) => command.run(context),
            Self::Tasks(command) => command.run(context),
            Self::Profile(command) => command.run(context),
            Self::Certifications(command) => command.run(context),
            Self::Scorecard(command) => command.run(context),
            Self::Fee(command) => command.run(context),
            Self::Channel(command) => command.run(context),
            Self::Cases(command) => command.run(context),
            Self::Inquiries(command) => command.run(context),
            Self::Opportunities(command) => command.run(context),
            Self::Leads(command) => command.run(context),
            Self::Pipeline(command) => command.run(context),
            Self::Linking(command) => command.run(context),
            Self::Link(command) => command.run(context),
            Self::Unlink(command) => command.run(context),
            Self::IamRoles(command) => command.run(context),
            Self::Map(command) => command.run(context),
            Self::Unmap(command) => command.run(context),
            Self::Mappings(command) => command.run(context),
            Self::Crm(command) => command.run(context),
            Self::Content(command) => command.run(context),
            Self::Home(command) => command.run(context),
            Self::Search(command) => command.run(context),
            Self::Trail(command) => command.run(context),
            Self::Language(command) => command.run(context),
            Self::CheckEmail(command) => command.run(context),
            Self::CheckPassword(command) => command.run(context),
            Self::CheckBrowser(command) => command.run(context),
            Self::Policy(command) => command.run(context),
            Self::Program(command) => command.run(context),
            Self::Completions(command) => command.run(),
            Self::Man(command) => command.run(context),
        }
    }
}
