//! Support: the desk, cases with their files, articles, the contact form, and what operators do with them.

mod files;
mod locked_out;

use super::*;

const USER: &str = "user@larkspur.example";
const LEAD: &str = "lead@larkspur.example";
const NEW: &str = "/support/cases/new";
const TOPIC: [(&str, &str); 3] =
    [("case_type", "account_and_access"), ("question", "sign_in"), ("specific", "no_code")];
const PNG: &[u8] = b"\x89PNG\r\n\x1a\nrest";
/// The largest file that the guide's programme takes.
const LARGEST: usize = 10 << 20;

/// A field as it is filled in.
type Typed<'a> = (&'a str, &'a str);

/// A file to attach: its name, its media type, its bytes.
pub(super) type Attached<'a> = (&'a str, &'a str, &'a [u8]);

/// The body of a form with files, as browsers write it.
fn multipart(fields: &[(&str, &str)], files: &[Attached<'_>]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(format!("--b\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
    }
    for (name, media_type, content) in files {
        let name = name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
        let head = format!("content-disposition: form-data; name=\"files\"; filename=\"{name}\"");
        body.extend(format!("--b\r\n{head}\r\ncontent-type: {media_type}\r\n\r\n").bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--b--\r\n");
    body
}

impl Browser {
    /// Sends fields and files as they are, and stays.
    async fn send_parts(&mut self, path: &str, fields: &[(&str, &str)], files: &[Attached<'_>]) {
        let request = Request::post(path)
            .header("content-type", "multipart/form-data; boundary=b")
            .header("origin", "http://127.0.0.1:8480");
        self.send(request, Body::from(multipart(fields, files))).await;
        self.path = path.to_owned();
    }

    /// Sends the form of the last page with its token, and follows where it leads.
    pub(super) async fn send_form(&mut self, path: &str, fields: &[(&str, &str)], files: &[Attached<'_>]) {
        let (token, once) = (self.token(), self.once());
        let all: Vec<_> =
            [("form_token", token.as_str()), ("once", &once)].into_iter().chain(fields.to_vec()).collect();
        self.send_parts(path, &all, files).await;
        if let Some(next) = self.location() {
            self.get(&next).await;
        }
    }

    fn once(&self) -> String {
        self.between("name=\"once\" value=\"", "\"").unwrap_or_default()
    }

    /// Opens a case and stands on its page.
    async fn open_case(&mut self, subject: &str, files: &[Attached<'_>]) -> String {
        self.get(NEW).await;
        let fields = [&TOPIC[..], &[("subject", subject), ("description", "It does not arrive"), ("do", "open")]];
        self.send_form(NEW, &fields.concat(), files).await;
        assert_eq!(self.status, StatusCode::OK, "{}", self.body);
        self.path.clone()
    }

    /// Where the link of these words leads.
    fn link_of(&self, words: &str) -> String {
        let found = self.body.split("href=\"").find(|rest| rest.contains(&format!(">{words}<"))).unwrap();
        found.split('"').next().unwrap().to_owned()
    }

    /// The texts of the faults on top of the page.
    fn faults(&self) -> Vec<String> {
        let Some(list) = self.between("id=\"faults\"", "</ul>") else { return Vec::new() };
        let links = list.split("<a ").skip(1).filter_map(|rest| rest.split_once('>')?.1.split_once("</a>"));
        links.map(|(text, _)| text.to_owned()).collect()
    }
}

// Rules: SUPPORT-1, SUPPORT-2, SUPPORT-4, SUPPORT-5, SUPPORT-6, SUPPORT-7, SUPPORT-8
#[tokio::test]
async fn a_case_is_opened_choice_by_choice() {
    let world = World::demo().await;
    let mut browser = world.signed_in(USER).await;
    browser.get("/support").await;
    for text in ["APN Support", "Open a case", "Your cases", "Articles", "How is the yearly fee paid?"] {
        browser.shows(text);
    }
    browser.get(NEW).await;
    browser.shows("name=\"case_type\"");
    browser.hides("name=\"question\"");
    // Each choice is followed by the next; what was typed stays.
    let typed = [("subject", "No “code”"), ("description", "Line one\nline two"), ("do", "continue")];
    browser.send_form(NEW, &[&TOPIC[..1], &typed].concat(), &[]).await;
    browser.shows("name=\"question\"");
    browser.shows("value=\"No “code”\"");
    browser.shows("Line one\nline two</textarea>");
    browser.shows("The code by mail does not arrive");
    browser.hides("name=\"specific\"");
    browser.send_form(NEW, &[&TOPIC[..2], &typed].concat(), &[]).await;
    assert!(browser.body.matches("name=\"question\"").count() == 1, "the question is asked for once");
    browser.shows("value=\"no_code\"");
    // Another type forgets the question that was of the first.
    browser.send_form(NEW, &[&[("case_type", "other"), TOPIC[1]][..], &typed].concat(), &[]).await;
    browser.hides("value=\"sign_in\"");
    let rows: &[(&[Typed<'_>], &[&str])] = &[
        (&[], &["Type of case: Fill this in.", "Subject: Fill this in.", "Description: Fill this in."]),
        (&[("case_type", "nothing")], &["Type of case: Choose one of the options.", "Subject", "Description"]),
        (&[TOPIC[0]], &["Type of question: Fill this in.", "Subject", "Description"]),
        (&[TOPIC[0], ("question", "pipeline")], &["Type of question: Choose a question of this type.", "Subject", "D"]),
        (
            &[TOPIC[0], TOPIC[1], ("specific", "other"), ("subject", "S"), ("description", "D")],
            &["More specific: Choose a value of this question."],
        ),
        (&[TOPIC[0], TOPIC[1], TOPIC[2], ("description", "D")], &["Subject: Fill this in."]),
        (&[TOPIC[0], TOPIC[1], TOPIC[2], ("subject", "S")], &["Description: Fill this in."]),
    ];
    for (fields, expected) in rows {
        browser.send_form(NEW, &[*fields, &[("do", "open")]].concat(), &[]).await;
        let faults = browser.faults();
        assert_eq!((browser.status.as_u16(), faults.len()), (422, expected.len()), "{fields:?} {faults:?}");
        for (fault, expected) in faults.iter().zip(*expected) {
            assert!(fault.starts_with(expected), "{fields:?}: {fault}");
        }
    }
    let path = browser.open_case("No code", &[]).await;
    browser.shows("Your case is open.");
    browser.shows("Account and access › Signing in › The code does not arrive");
    browser.shows("Waits for support");
    browser.get("/support").await;
    browser.shows(&format!("<a href=\"{path}\">No code</a>"));
    browser.get("/search?q=arrive").await;
    browser.shows(&format!("<a href=\"{path}\">No code</a>"));
    // Known addresses lead to a form that has its choices made.
    browser.get("/support/cases/new?case_type=apn_program_fee_and_renewal&question=membership&specific=downgrade_my_apn_membership").await;
    browser.shows("asks to end your company");
    browser.get("/support/cases/new?colour=red").await;
    assert_eq!(browser.status, StatusCode::BAD_REQUEST);
}

// Rules: SUPPORT-1, SUPPORT-2, SUPPORT-3, C-116
#[tokio::test]
async fn a_case_is_answered_by_support() {
    let world = World::demo().await;
    let mut user = world.signed_in(USER).await;
    let path = user.open_case("Please look", &[("shot.png", "image/png", PNG)]).await;
    let mut operator = world.operator().await;
    operator.get("/operator/support").await;
    let of_operator = operator.link_of("Please look");
    operator.get(&of_operator).await;
    let file = operator.between(&format!("href=\"{of_operator}/files/"), "\"").unwrap();
    operator.shows("shot.png (12 bytes)");
    let answer = format!("{of_operator}/answer");
    operator.get(&format!("{of_operator}/ask/answer")).await;
    operator.shows("Up to 100 files");
    operator
        .send_form(&answer, &[("text", "Look <here>")], &[("run.exe", "", b"MZ"), ("how.txt", "text/plain", b"So")])
        .await;
    assert_eq!(operator.status, StatusCode::UNPROCESSABLE_ENTITY);
    operator.shows("Look &#60;here&#62;</textarea>");
    operator.shows("Files such as “run.exe” are not taken.");
    let kept = operator.between("name=\"kept\" value=\"", "\"").unwrap();
    operator.send_form(&answer, &[("text", ""), ("kept", &kept)], &[]).await;
    assert_eq!(operator.faults(), ["Answer: Fill this in."]);
    let (token, once) = (operator.token(), operator.once());
    let fields = [("form_token", token.as_str()), ("once", &once), ("text", "Look here"), ("kept", &kept)];
    for _ in 0..2 {
        operator.send_parts(&answer, &fields, &[]).await;
        assert_eq!(operator.location().as_deref(), Some(of_operator.as_str()));
    }
    operator.get(&of_operator).await;
    assert_eq!(operator.body.matches("Look here").count(), 1);
    operator.get(&format!("{of_operator}/files/{file}0")).await;
    assert_eq!(operator.status, StatusCode::NOT_FOUND);
    operator.get(&format!("{of_operator}/files/{kept}")).await;
    assert_eq!((operator.status, operator.body.as_str()), (StatusCode::OK, "So"));
    assert_eq!(operator.headers["content-security-policy"], "sandbox; default-src 'none'");
    // The one who opened it hears of it and is led to it.
    let mail = world.mail_to(USER).await.unwrap();
    assert_eq!(mail.template, "case_answered");
    assert!(mail.body_text.contains(&format!("http://127.0.0.1:8480{path}")), "{}", mail.body_text);
    user.get(&path).await;
    user.shows("<strong>APN Support</strong>");
    user.hides(crate::demo::OPERATOR);
    user.shows("how.txt");
    user.shows("Answered");
    user.send_form(&format!("{path}/reply"), &[("text", "Thank you")], &[]).await;
    user.shows("Waits for support");
}

// Rules: SUPPORT-1, SUPPORT-3
#[tokio::test]
async fn a_case_is_closed_for_good() {
    let world = World::demo().await;
    let mut user = world.signed_in(USER).await;
    let path = user.open_case("Please look", &[]).await;
    let mut operator = world.operator().await;
    operator.get("/operator/support").await;
    let of_operator = operator.link_of("Please look");
    let answer = format!("{of_operator}/answer");
    operator.get(&format!("{of_operator}/ask/answer")).await;
    // Closing asks first, and is final.
    user.get(&format!("{path}/close")).await;
    user.shows("Nobody can write in it any more.");
    user.post(&format!("{path}/close"), &[]).await;
    user.shows("The case is closed.");
    user.shows("/support/cases/new?case_type=account_and_access&#38;question=sign_in&#38;specific=no_code");
    user.hides("name=\"text\"");
    user.get(&format!("{path}/close")).await;
    assert_eq!(user.status, StatusCode::CONFLICT);
    // Whoever was writing meanwhile still has what they wrote.
    user.get("/support").await;
    user.get(NEW).await;
    user.send_form(&format!("{path}/reply"), &[("text", "One more thing")], &[]).await;
    assert_eq!(user.status, StatusCode::CONFLICT);
    user.shows("This case is closed. Open a new one.");
    user.shows("<p class=\"lines\">One more thing</p>");
    operator.send_form(&answer, &[("text", "Too late")], &[]).await;
    assert_eq!(operator.status, StatusCode::CONFLICT);
}

// Rules: SUPPORT-2
#[tokio::test]
async fn the_list_is_searched_filtered_and_sorted() {
    let world = World::demo().await;
    let mut browser = world.signed_in("seller@larkspur.example").await;
    browser.get("/support").await;
    browser.shows("There is no case yet.");
    for (subject, file) in [("Bees", "honey.txt"), ("Ants", "hill.txt"), ("Cats", "milk.txt")] {
        browser.open_case(subject, &[(file, "text/plain", b"x")]).await;
    }
    let path = browser.path.clone();
    browser.get(&format!("{path}/close")).await;
    browser.post(&format!("{path}/close"), &[]).await;
    for (query, expected) in [
        ("", "Cats Ants Bees"),
        ("?sort=subject", "Ants Bees Cats"),
        ("?sort=subject&order=desc", "Cats Bees Ants"),
        ("?sort=last_word&order=asc", "Bees Ants Cats"),
        ("?sort=progress", "Ants Bees Cats"),
        ("?state=closed", "Cats"),
        ("?state=waiting&sort=subject", "Ants Bees"),
        ("?state=answered", ""),
        ("?q=HONEY", "Bees"),
        ("?q=arrive+milk", "Cats"),
        ("?q=%3Cscript%3E", ""),
        ("?page=1", ""),
    ] {
        browser.get(&format!("/support{query}")).await;
        let rows = browser.body.split("<th scope=\"row\"><a href=\"").skip(1);
        let subjects: Vec<&str> = rows.filter_map(|row| row.split('>').nth(1)?.strip_suffix("</a")).collect();
        assert_eq!(subjects.join(" "), expected, "{query}");
        browser.hides("<script>");
    }
    browser.get("/support?sort=subject").await;
    browser
        .shows("aria-sort=\"ascending\"><a href=\"/support?state=&#38;q=&#38;sort=subject&#38;order=desc&#38;page=0\"");
    for query in ["?sort=colour", "?state=open", "?order=up", "?page=-1", "?colour=red"] {
        browser.get(&format!("/support{query}")).await;
        assert_eq!(browser.status, StatusCode::BAD_REQUEST, "{query}");
    }
}

// Rules: SUPPORT-2, SUPPORT-11
#[tokio::test]
async fn articles_are_found_by_words_and_by_topic() {
    let world = World::demo().await;
    let mut visitor = world.browser();
    for (query, shown, hidden) in [
        ("", "How is the yearly fee paid?", "No article matches."),
        ("?q=billing+console", "How is the yearly fee paid?", "Why is a certification missing"),
        ("?topic=training_and_certification", "Why is a certification missing", "How is the yearly fee paid?"),
        ("?q=nothing+like+it", "No article matches.", "yearly fee"),
        ("?topic=nothing", "How is the yearly fee paid?", "No article matches."),
    ] {
        visitor.get(&format!("/support/articles{query}")).await;
        visitor.shows(shown);
        visitor.hides(hidden);
    }
    visitor.get("/support/articles/paying_the_fee").await;
    visitor.shows("In the billing console of the cloud account");
    visitor.shows("href=\"/support/contact\"");
    visitor.get("/support/articles/nothing").await;
    assert_eq!(visitor.status, StatusCode::NOT_FOUND);
    let mut user = world.signed_in(USER).await;
    user.get("/support/articles/paying_the_fee").await;
    user.shows("href=\"/support/cases/new?case_type=apn_program_fee_and_renewal\"");
    user.get("/search?q=billing+console").await;
    user.shows("href=\"/support/articles/paying_the_fee\"");
}
