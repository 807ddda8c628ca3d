//! The menus of the header, from the one question that decides them: `access::menu`.

use guildhall_core::access::menu;
use guildhall_core::program::{MenuItem, Placement, Program};

use super::view::{Entry, Menu, Who};
use super::visit::Signed;

/// Items that have a page of their own; all others are shown at `/go/<section>/<item>`.
const PAGES: &[(&str, &str)] = &[
    ("build/offerings", "/offerings"),
    ("build/case_studies", "/case-studies"),
    ("build/aws_device_listing", "/devices"),
    ("build/well_architected_workloads", "/workloads"),
    ("market/offerings", "/offerings"),
    ("market/public_reference", "/references"),
    ("market/find_aws_partners", "/partners"),
    ("market/badge_manager", "/badges"),
    ("sell/aws_partner_programs", "/programs"),
    ("sell/program_application", "/applications"),
    ("programs/solution_provider_resources", "/solution-providers"),
    ("channel/channel_management", "/channel"),
    ("market/leads_management", "/leads"),
    ("sell/opportunity_management", "/opportunities"),
    ("market/my_partner_solutions_finder_listing", "/company/listing"),
    ("my_company/company_profile", "/company/profile"),
    ("my_company/partner_scorecard", "/company/scorecard"),
    ("my_company/user_management", "/company/users"),
    ("my_company/view_alliance_lead_and_request_change", "/company/lead"),
    ("my_company/view_all_training_and_certification", "/company/certifications"),
    ("my_profile/my_certifications", "/profile/certifications"),
    ("my_profile/my_profile", "/profile"),
    ("my_profile/logout", "/logout"),
    ("my_profile/partner_terms_and_conditions", "/terms"),
    ("resources/documents", "/resources?kind=document&kind=guide"),
    ("resources/faqs", "/resources?kind=faq"),
    ("resources/navigate", "/walkthroughs"),
    ("resources/videos", "/resources?kind=video"),
    ("resources/view_all", "/resources"),
];

/// The item that ends the session.
const LOGOUT: &str = "my_profile/logout";

/// The address of an item's own page.
pub(super) fn own_page(item: &str) -> Option<&'static str> {
    PAGES.iter().find(|(name, _)| *name == item).map(|(_, path)| *path)
}

/// The address of an item.
pub(super) fn address(item: &MenuItem) -> String {
    own_page(&item.name).map_or_else(|| format!("/go/{}", item.name), str::to_owned)
}

/// An item as an entry of a menu. One that leads outside leads there at once, unless the way on from there is told on a
/// page of its own.
pub(super) fn entry(program: &Program, item: &MenuItem) -> Entry {
    let told =
        program.routes().iter().any(|route| program.item(route.item).is_some_and(|begin| begin.name == item.name));
    Entry {
        href: item.link.clone().filter(|_| !told).unwrap_or_else(|| address(item)),
        title: item.title.clone(),
        description: item.description.clone(),
        posts: item.name == LOGOUT,
    }
}

/// The header of a signed-in person: exactly the items that are open to them (HOME-4, HOME-7, HOME-8).
pub(super) fn who(program: &Program, me: &Signed) -> Who {
    let mut navigation = Vec::new();
    let mut dropdowns = Vec::new();
    for section in menu(program, &me.standing) {
        let menu = Menu {
            name: section.section.name.clone(),
            title: section.section.title.clone(),
            entries: section.entries.iter().map(|e| entry(program, e.item)).collect(),
        };
        match section.section.placement {
            Placement::Navigation => navigation.push(menu),
            Placement::Dropdown => dropdowns.push(menu),
        }
    }
    Who {
        name: me.person.name.to_string(),
        email: me.person.email.as_str().to_owned(),
        company: me.account.company_name().to_owned(),
        navigation,
        dropdowns,
    }
}
