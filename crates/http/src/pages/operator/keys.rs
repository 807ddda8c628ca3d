//! The keys that the operator's side puts together while it runs, written out for the test that looks for their words.

/// Each beginning with its endings.
const FAMILIES: &[(&str, &[&str])] = &[
    ("operator-menu-account", &["", "-text"]),
    ("operator-menu-sign-out", &["", "-text"]),
    ("operator-menu-companies", &["", "-text"]),
    ("operator-menu-opportunities", &["", "-text"]),
    ("operator-menu-support", &["", "-text"]),
    ("operator-menu-content", &["", "-text"]),
    ("operator-menu-trail", &["", "-text"]),
    ("operator-companies-", &["name", "domains", "stages", "people", "lead"]),
    ("operator-company-", &["country", "website", "description"]),
    (
        "operator-head-",
        &[
            "title", "kind", "status", "by", "addresses", "due", "address", "on", "until", "issued", "amount", "subject",
            "from", "since", "company", "changed", "person", "roles", "pages", "permissions", "used", "finding",
            "about", "advice",
        ],
    ),
    (
        "operator-record-",
        &[
            "offering", "technical-validation", "case-study", "device-listing", "workload", "public-reference",
            "program-application", "competency-application", "status-draft", "status-submitted", "status-validated",
            "status-declined",
        ],
    ),
    ("operator-request-", &["transfer", "address-change", "waits", "granted", "refused"]),
    ("operator-validate", &["", "-title", "-text"]),
    ("operator-decline", &["", "-title", "-text"]),
    ("operator-grant", &["", "-title", "-text"]),
    ("operator-refuse", &["", "-title", "-text"]),
    ("operator-drop", &["", "-title", "-text"]),
    ("operator-revoke", &["", "-title", "-text"]),
    ("operator-payment", &["", "-title", "-text"]),
    ("operator-cancel", &["", "-title", "-text"]),
    ("operator-lead", &["", "-title", "-text", "-done"]),
    ("operator-deactivate", &["", "-title", "-text", "-done"]),
    ("operator-remove", &["", "-title", "-text", "-done"]),
    ("operator-new-qualifications", &["-title", "-text", "-button"]),
    ("operator-new-certifications", &["-title", "-text", "-button"]),
    ("operator-new-work", &["-title", "-text", "-button"]),
    ("operator-review-start", &["", "-title", "-text", "-done"]),
    ("operator-review-approve", &["", "-title", "-text", "-done"]),
    ("operator-review-information", &["", "-title", "-text", "-done"]),
    ("operator-review-disqualify", &["", "-title", "-text", "-done"]),
    ("operator-share-lead", &["", "-title", "-text", "-done"]),
    ("operator-share-opportunity", &["", "-title", "-text", "-done"]),
    ("operator-gains-", &["pages", "actions"]),
    ("operator-loses-", &["pages", "actions"]),
    (
        "operator-content-",
        &[
            "news", "event", "resource", "walkthrough", "draft", "published", "withdrawn", "new-news", "new-event",
            "new-resource", "new-walkthrough", "publish", "publish-title", "publish-text", "publish-done", "withdraw",
            "withdraw-title", "withdraw-text", "withdraw-done",
        ],
    ),
    (
        "operator-field-",
        &[
            "kind", "delivery", "title", "summary", "source", "published-on", "link", "text", "starts-at", "ends-at",
            "place", "pinned", "step-title", "step-text", "step-item",
        ],
    ),
    (
        "operator-value-",
        &[
            "portal-launch", "service-launch", "deadline", "webinar", "workshop", "summit", "keynote", "in-person",
            "virtual", "both", "guide", "video", "document", "faq",
        ],
    ),
    (
        "operator-finding-",
        &[
            "broader-than-used", "broader-than-used-text", "review-overdue", "review-overdue-text", "impersonal-lead",
            "impersonal-lead-text", "impersonal-login", "impersonal-login-text",
        ],
    ),
];

/// All of them.
pub(in crate::pages) fn keys() -> impl Iterator<Item = String> {
    FAMILIES.iter().flat_map(|(start, ends)| ends.iter().map(move |end| format!("{start}{end}")))
}
