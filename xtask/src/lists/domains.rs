//! The personal domains: a majority vote of published free-mail lists, plus our additions, minus our allow list.

use std::collections::{BTreeMap, BTreeSet};

use super::fetch::{Form, Registry, Source};

/// How many of the lists have to name a domain. They copy each other, so a bare majority is little enough.
pub(crate) const QUORUM: usize = 4;

/// The lists that vote. Their disposable-mail halves are left out: throw-away names turn over within days.
pub(crate) const SOURCES: [Source; 7] = [
    Source {
        registry: Registry::Npm,
        name: "free-email-domains",
        version: "1.12.6",
        licence: "MIT",
        sha256: "700447871e728dca29f2bfaa86cc173602ec181771ce5b4c9e6b56a2671ba32f",
        file: "package/domains.json",
        form: Form::Quoted,
    },
    Source {
        registry: Registry::Npm,
        name: "freemail",
        version: "1.7.0",
        licence: "ISC",
        sha256: "9566335daaa2d0492f91f9efb4f94d09866b3fda691c3d55af308f63530b6fd1",
        file: "package/data/free.txt",
        form: Form::Words,
    },
    Source {
        registry: Registry::Npm,
        name: "email-providers",
        version: "2.26.0",
        licence: "ISC",
        sha256: "00ad6c4e8e48021c16707b6e8773512c8fbc53b9f840865879bbf77dafd2f58d",
        file: "package/all.json",
        form: Form::Quoted,
    },
    Source {
        registry: Registry::Npm,
        name: "free-email-domains-list",
        version: "1.0.16",
        licence: "MIT",
        sha256: "ca2cc6e2ce614615fb5fd4e3d1e6b5930df5d9932aed4da4888a4c26bcc77fab",
        file: "package/build/src/constants.js",
        form: Form::Quoted,
    },
    Source {
        registry: Registry::Npm,
        name: "personal-email-domains",
        version: "0.0.2",
        licence: "MIT",
        sha256: "1525e095fb83f4772e595fb2e208322c4d4f5fa7b8c92d9c1e3a544c1c586f46",
        file: "package/index.json",
        form: Form::Quoted,
    },
    Source {
        registry: Registry::PyPi,
        name: "free-email-domains",
        version: "1.0.2",
        licence: "MIT",
        sha256: "c7938a58db6fde82966eaf0b6fa72cff52f0877e1451e5dde2cc9d747eb422f8",
        file: "free_email_domains/__init__.py",
        form: Form::Quoted,
    },
    Source {
        registry: Registry::Npm,
        name: "company-email-validator",
        version: "1.2.7",
        licence: "Unlicense",
        sha256: "81b1e25e1a0da5453862c146009a9ff4dcd6384d1f0a04d8503b7fcf3fc835b9",
        file: "package/free_email_provider_domains.js",
        form: Form::Template,
    },
];

/// A name that can be looked up: a lower-case A-label domain with a known public suffix, and more than that suffix.
///
/// A public suffix in the list would refuse every company registered below it.
pub(crate) fn is_listable(domain: &str) -> bool {
    let plain = idna::domain_to_ascii_strict(domain).is_ok_and(|ascii| ascii == domain);
    plain && psl::domain(domain.as_bytes()).is_some_and(|found| found.suffix().is_known())
}

/// The list: every domain that at least `quorum` of `lists` name, with the additions, without the allow list.
pub(crate) fn vote(
    lists: &[BTreeSet<String>],
    quorum: usize,
    additions: &BTreeSet<String>,
    allow: &BTreeSet<String>,
) -> BTreeSet<String> {
    let mut votes: BTreeMap<&str, usize> = BTreeMap::new();
    for domain in lists.iter().flatten() {
        *votes.entry(domain).or_default() += 1;
    }
    let winners = votes.into_iter().filter(|(_, count)| *count >= quorum).map(|(domain, _)| domain);
    winners
        .chain(additions.iter().map(String::as_str))
        .filter(|domain| is_listable(domain) && !allow.contains(*domain))
        .map(str::to_owned)
        .collect()
}

/// What is wrong with the committed list; empty where nothing is.
pub(crate) fn faults(text: &str, additions: &BTreeSet<String>, allow: &BTreeSet<String>) -> Vec<String> {
    let listed: BTreeSet<&str> = text.lines().collect();
    let mut faults = Vec::new();
    for domain in listed.iter().filter(|domain| !is_listable(domain)) {
        faults.push(format!("{domain:?} is not a registrable lower-case domain"));
    }
    for domain in additions.iter().filter(|domain| !listed.contains(domain.as_str())) {
        faults.push(format!("the addition {domain} is missing"));
    }
    for domain in allow.iter().filter(|domain| listed.contains(domain.as_str())) {
        faults.push(format!("{domain} is on the allow list"));
    }
    // A look-up walks up to the registrable domain, so a listed parent would refuse what the allow list lets in.
    for domain in allow {
        let parent = parents(domain).find(|parent| listed.contains(parent));
        faults.extend(parent.map(|parent| format!("{domain} is allowed, but its parent {parent} is listed")));
    }
    for domain in additions.intersection(allow) {
        faults.push(format!("{domain} is both an addition and allowed"));
    }
    faults
}

/// The domains above `domain`, nearest first.
fn parents(domain: &str) -> impl Iterator<Item = &str> {
    domain.match_indices('.').filter_map(|(dot, _)| domain.get(dot + 1..))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(words: &str) -> BTreeSet<String> {
        words.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn a_majority_wins_additions_join_and_the_allow_list_leaves() {
        let lists = [set("a.com b.com staff.com"), set("a.com staff.com"), set("a.com c.com staff.com")];
        let list = vote(&lists, 3, &set("own.com"), &set("staff.com"));
        assert_eq!(list, set("a.com own.com"));
    }

    #[test]
    fn what_cannot_be_looked_up_is_left_out() {
        for (domain, listable) in [
            ("gmail.com", true),
            ("mail.co.uk", true),
            ("xn--bcher-kva.de", true),
            ("co.uk", false),
            ("dyndns.org", false),
            ("com", false),
            ("Gmail.com", false),
            ("gmail.com.", false),
            ("exa_mple.com", false),
            ("bücher.de", false),
            ("snail-mail.ney", false),
            ("", false),
        ] {
            assert_eq!(is_listable(domain), listable, "{domain}");
        }
    }

    #[test]
    fn the_check_names_each_fault() {
        assert_eq!(faults("a.com\nown.com\n", &set("own.com"), &set("staff.com")), Vec::<String>::new());
        let found = faults("co.uk\nstaff.com\n", &set("both.com own.com"), &set("a.b.staff.com both.com staff.com"));
        assert_eq!(
            found,
            [
                "\"co.uk\" is not a registrable lower-case domain",
                "the addition both.com is missing",
                "the addition own.com is missing",
                "staff.com is on the allow list",
                "a.b.staff.com is allowed, but its parent staff.com is listed",
                "both.com is both an addition and allowed",
            ]
        );
    }
}
