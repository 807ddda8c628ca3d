//! Support: the desk, cases with their files, articles, the contact form, and what operators do with them.

use super::*;

const USER: &str = "user@larkspur.example";
const LEAD: &str = "lead@larkspur.example";
const NEW: &str = "/support/cases/new";
const TOPIC: [(&str, &str); 3] =
    [("case_type", "account_and_access"), ("question", "sign_in"), ("specific", "no_code")];
const PNG: &[u8] = b"\x89PNG\r\n\x1a\nrest";
/// The largest file that the guide's programme takes.
const LARGEST: usize = 10 << 20;

/// A file to attach: its name, its media type, its bytes.
type Attached<'a> = (&'a str, &'a str, &'a [u8]);

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
    async fn send_form(&mut self, path: &str, fields: &[(&str, &str)], files: &[Attached<'_>]) {
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

    /// The texts of the faults on top of the page.
    fn faults(&self) -> Vec<String> {
        let Some(list) = self.between("id=\"faults\"", "</ul>") else { return Vec::new() };
        list.split("\">").skip(2).filter_map(|rest| Some(rest.split_once("</a>")?.0.to_owned())).collect()
    }
}

async fn cases(world: &World, email: &str) -> usize {
    let mut browser = world.signed_in(email).await;
    browser.get("/support").await;
    browser.body.matches("href=\"/support/cases/").count() - browser.body.matches("href=\"/support/cases/new").count()
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
    let rows: &[(&[(&str, &str)], &[&str])] = &[
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

// Rules: SUPPORT-3, SUPPORT-9
#[tokio::test]
async fn files_go_with_messages_and_are_saved_as_they_were() {
    let world = World::demo().await;
    let mut user = world.signed_in(USER).await;
    user.get(NEW).await;
    for text in ["Up to 100 files of 10 MB each, 200 MB at once", "PNG", "data-bytes-most=\"10485760\""] {
        user.shows(text);
    }
    let csv = b"name;city\nAna;K\xc3\xb6ln\n";
    // A browser that knows no type says so; the ending tells it.
    let files: &[Attached<'_>] =
        &[("what \"happened\" \u{e4}.txt", "text/plain", b"first"), ("list.csv", "application/octet-stream", csv)];
    let path = user.open_case("With files", files).await;
    user.shows("what &#34;happened&#34; ä.txt");
    user.shows("list.csv");
    let links: Vec<String> = user
        .body
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|href| href.contains("/files/"))
        .map(str::to_owned)
        .collect();
    assert_eq!(links.len(), 2);
    for (link, content, name, media_type) in [
        (&links[0], b"first".as_slice(), "what%20%22happened%22%20%C3%A4.txt", "text/plain"),
        (&links[1], csv, "list.csv", "text/csv"),
    ] {
        user.get(link).await;
        assert_eq!((user.status, user.body.as_bytes()), (StatusCode::OK, content));
        let header = |name: &str| user.headers[name].to_str().unwrap();
        assert_eq!(header("content-disposition"), format!("attachment; filename*=UTF-8''{name}"));
        assert_eq!((header("content-type"), header("x-content-type-options")), (media_type, "nosniff"));
        assert_eq!(header("content-security-policy"), "sandbox; default-src 'none'");
    }
    // The company's lead reads along; nobody of another company does, and no colleague without that permission.
    let mut lead = world.signed_in(LEAD).await;
    lead.get(&path).await;
    lead.shows("With files");
    for stranger in ["lead@pebble.example", "seller@larkspur.example"] {
        let mut browser = world.signed_in(stranger).await;
        let unknown = format!("/support/cases/{}", "0".repeat(32));
        for address in [&path, &links[0], &format!("{path}/close"), &format!("{path}/reply"), &unknown] {
            browser.get(address).await;
            assert_eq!(browser.status, StatusCode::NOT_FOUND, "{stranger} {address}");
            browser.hides("With files");
        }
        browser.get("/support").await;
        for address in [format!("{path}/reply"), format!("{unknown}/reply")] {
            browser.send_form(&address, &[("text", "Let me in")], &[]).await;
            assert_eq!(browser.status, StatusCode::NOT_FOUND, "{stranger} {address}");
        }
    }
    // A file of one case is not a file of another.
    let other = user.open_case("Without", &[]).await;
    let file = links[0].rsplit('/').next().unwrap();
    for (address, status) in [
        (format!("{other}/files/{file}"), 404),
        (format!("{path}/files/nothing"), 404),
        (format!("{path}/files/{}", "0".repeat(32)), 404),
        (format!("{path}/files/{file}"), 200),
    ] {
        user.get(&address).await;
        assert_eq!(user.status.as_u16(), status, "{address}");
    }
    let mut visitor = world.browser();
    visitor.get(&links[0]).await;
    visitor.shows("Sign in");
    visitor.hides("first");
}

// Rules: SUPPORT-3, SUPPORT-9
#[tokio::test]
async fn a_file_that_is_not_taken_is_named_and_the_rest_stays() {
    let world = World::demo().await;
    let mut browser = world.signed_in(USER).await;
    let path = browser.open_case("Faulty files", &[]).await;
    let reply = format!("{path}/reply");
    let (largest, larger) = (vec![b'x'; LARGEST], vec![b'x'; LARGEST + 1]);
    let too_long = format!("{}.txt", "n".repeat(200));
    let rows: &[(Attached<'_>, &str)] = &[
        (("large.txt", "text/plain", &larger), "“large.txt” is too large."),
        (("empty.txt", "text/plain", b""), "“empty.txt” is empty."),
        (("page.html", "text/html", b"<script>"), "Files such as “page.html” are not taken."),
        (("picture.svg", "image/svg+xml", b"<svg>"), "Files such as “picture.svg” are not taken."),
        (("run.exe", "application/octet-stream", b"MZ"), "Files such as “run.exe” are not taken."),
        (("run.bat", "text/plain", b"del"), "The ending of “run.bat”"),
        (("photo.png", "image/png", b"MZ\x90\0"), "“photo.png” does not hold what its ending says."),
        (("paper.pdf", "text/plain", b"<html>"), "“paper.pdf” does not hold what its ending says."),
        (("note.txt", "text/plain", b"a\0b"), "“note.txt” does not hold what its ending says."),
        (("../../note.txt", "text/plain", b"x"), "“../../note.txt” is no name of a file."),
        (("..\\note.txt", "text/plain", b"x"), "is no name of a file."),
        (("gnp.\u{202e}txt", "text/plain", b"x"), "“gnp.txt” holds a character"),
        (("a\r\nset-cookie: x=y.txt", "text/plain", b"x"), "“aset-cookie: x=y.txt” holds a character"),
        ((&too_long, "text/plain", b"x"), "is too long."),
    ];
    for (file, expected) in rows {
        browser.send_form(&reply, &[("text", "What I <typed>")], &[*file, ("good.png", "image/png", PNG)]).await;
        let faults = browser.faults();
        assert_eq!((browser.status.as_u16(), faults.len()), (422, 1), "{expected}: {faults:?}");
        assert!(faults[0].contains(expected), "{expected}: {faults:?}");
        browser.shows("What I &#60;typed&#62;</textarea>");
        browser.shows("id=\"f-files\" name=\"files\"");
        browser.shows("aria-invalid=\"true\"");
        browser.shows("good.png (12 bytes)");
        assert!(
            !browser.headers.contains_key("set-cookie") || browser.cookies.len() < 4,
            "no header is made of a name"
        );
    }
    // Both a fault of the text and of a file are told; the good file is kept until it goes.
    browser.send_form(&reply, &[("text", " ")], &[("run.exe", "", b"MZ"), ("good.png", "image/png", PNG)]).await;
    assert_eq!(browser.faults().len(), 2, "{:?}", browser.faults());
    let kept = browser.between("name=\"kept\" value=\"", "\"").unwrap();
    let once = browser.once();
    browser
        .send_form(&reply, &[("kept", &kept), ("text", "With both")], &[("largest.txt", "text/plain", &largest)])
        .await;
    browser.shows("Your message is sent.");
    browser.shows("good.png");
    browser.shows("largest.txt</a><span class=\"hint\">10 MB</span>");
    assert_eq!(browser.body.matches("run.exe").count(), 0);
    // Sent again, by a second press of the button, it is there once; a kept file goes with one message.
    let token = browser.token();
    let again = [("form_token", token.as_str()), ("once", &once), ("kept", &kept), ("text", "With both")];
    browser.send_parts(&reply, &again, &[("largest.txt", "text/plain", &largest)]).await;
    assert_eq!((browser.status, browser.location().as_deref()), (StatusCode::SEE_OTHER, Some(path.as_str())));
    browser.get(&path).await;
    assert_eq!(browser.body.matches("With both").count(), 1);
    browser.send_form(&reply, &[("kept", &kept), ("text", "Once more")], &[]).await;
    assert_eq!(browser.status, StatusCode::UNPROCESSABLE_ENTITY);
    browser.shows("A file that was attached is no longer there.");
    // Nobody sends what a colleague has attached.
    let mut lead = world.signed_in(LEAD).await;
    lead.get(&path).await;
    lead.send_form(&reply, &[("text", " ")], &[("mine.png", "image/png", PNG)]).await;
    let of_lead = lead.between("name=\"kept\" value=\"", "\"").unwrap();
    browser.get(&path).await;
    browser.send_form(&reply, &[("kept", &of_lead), ("text", "Not mine")], &[]).await;
    assert_eq!(browser.status, StatusCode::UNPROCESSABLE_ENTITY);
}

// Rules: SUPPORT-9
#[tokio::test]
async fn more_files_than_a_message_carries_are_refused() {
    let world = World::demo().await;
    let mut browser = world.signed_in(USER).await;
    let path = browser.open_case("Many files", &[]).await;
    let files: Vec<Attached<'_>> = (0..101).map(|_| ("a.txt", "text/plain", b"x".as_slice())).collect();
    browser.send_form(&format!("{path}/reply"), &[("text", "Many")], &files).await;
    assert_eq!(browser.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(browser.faults(), ["“a.txt” is one file too many."]);
    assert_eq!(browser.body.matches("name=\"kept\"").count(), 100, "those that fit are kept");
    let kept: Vec<String> =
        browser.body.split("name=\"kept\" value=\"").skip(1).map(|rest| rest[..32].to_owned()).collect();
    let mut fields: Vec<(&str, &str)> = kept.iter().map(|id| ("kept", id.as_str())).collect();
    fields.push(("text", "A hundred"));
    browser.send_form(&format!("{path}/reply"), &fields, &[]).await;
    browser.shows("Your message is sent.");
    assert_eq!(browser.body.matches(">a.txt</a>").count(), 100);
}

// Rules: SUPPORT-1, SUPPORT-3
#[tokio::test]
async fn only_a_form_of_ours_is_read() {
    let world = World::demo().await;
    let mut browser = world.signed_in(USER).await;
    let before = cases(&world, USER).await;
    browser.get(NEW).await;
    let token = browser.token();
    let typed = [&TOPIC[..], &[("subject", "S"), ("description", "D"), ("do", "open")]].concat();
    let with = |token: &'static str| [&[("form_token", token)][..], &typed].concat();
    let file: &[Attached<'_>] = &[("a.txt", "text/plain", b"x")];
    for (fields, files, status) in [
        (typed.clone(), &[][..], 403),
        (typed.clone(), file, 403),
        (with("x"), file, 403),
        (with(""), &[], 403),
        ([&[("form_token", token.as_str()), ("form_token", token.as_str())][..], &typed].concat(), &[], 403),
        // The token stands behind the file.
        (typed.iter().copied().chain([("form_token", token.as_str())]).collect(), file, 303),
    ] {
        browser.send_parts(NEW, &fields, files).await;
        assert_eq!(browser.status.as_u16(), status, "{fields:?}");
    }
    // A file before the token is not read.
    let mut body = multipart(&[], file);
    body.truncate(body.len() - "--b--\r\n".len());
    body.extend(multipart(&[("form_token", &token)], &[]));
    let request = || {
        Request::post(NEW)
            .header("content-type", "multipart/form-data; boundary=b")
            .header("origin", "http://127.0.0.1:8480")
    };
    browser.send(request(), Body::from(body)).await;
    assert_eq!(browser.status, StatusCode::FORBIDDEN);
    browser.send(request(), Body::from("--b\r\nnot a form")).await;
    assert_eq!(browser.status, StatusCode::BAD_REQUEST);
    browser.post_with(NEW, &token, &typed).await;
    assert_eq!(browser.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let elsewhere = Request::post(NEW)
        .header("content-type", "multipart/form-data; boundary=b")
        .header("origin", "https://evil.example");
    browser.send(elsewhere, Body::from(multipart(&with("x"), &[]))).await;
    assert_eq!(browser.status, StatusCode::FORBIDDEN);
    assert_eq!(cases(&world, USER).await, before + 1, "one of them counted");
    let mut visitor = world.browser();
    visitor.get("/").await;
    visitor.send_parts(NEW, &typed, &[]).await;
    assert_eq!(visitor.location().as_deref(), Some("/"), "who is not signed in signs in first");
}

// Rules: SUPPORT-1
#[tokio::test]
async fn a_form_that_is_sent_twice_opens_one_case() {
    let world = World::demo().await;
    let mut browser = world.signed_in(USER).await;
    browser.get(NEW).await;
    let (token, once) = (browser.token(), browser.once());
    let typed = [&TOPIC[..], &[("subject", "Twice"), ("description", "D"), ("do", "open")]].concat();
    let fields = [&[("form_token", token.as_str()), ("once", &once)][..], &typed].concat();
    let mut places = Vec::new();
    for _ in 0..2 {
        browser.send_parts(NEW, &fields, &[("a.txt", "text/plain", b"x")]).await;
        places.push(browser.location().unwrap());
    }
    assert_eq!(places[0], places[1]);
    browser.get("/support").await;
    assert_eq!(browser.body.matches(">Twice</a>").count(), 1);
    // The text of a form is its sender's: with somebody else's it is a form of its own.
    let mut lead = world.signed_in(LEAD).await;
    lead.get(NEW).await;
    let token = lead.token();
    let fields = [&[("form_token", token.as_str()), ("once", &once)][..], &typed].concat();
    lead.send_parts(NEW, &fields, &[]).await;
    assert_ne!(lead.location().unwrap(), places[0]);
}

// Rules: SUPPORT-1, SUPPORT-2, SUPPORT-3, C-116
#[tokio::test]
async fn a_case_is_answered_by_support_and_closed() {
    let world = World::demo().await;
    let mut user = world.signed_in(USER).await;
    let path = user.open_case("Please look", &[("shot.png", "image/png", PNG)]).await;
    let mut operator = world.operator().await;
    operator.get("/operator/support").await;
    let found = operator.body.split("href=\"").find(|rest| rest.contains(">Please look<")).unwrap();
    let of_operator = found.split('"').next().unwrap().to_owned();
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
    operator.get(&format!("{of_operator}/ask/answer")).await;
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

// Rules: SIGN-3, SUPPORT-11
#[tokio::test]
async fn the_ways_in_say_where_to_sign_in_and_who_helps() {
    let world = World::demo().await;
    let mut visitor = world.browser();
    let help = "For help with signing in and registration, contact APN Support.";
    for path in ["/", "/register", "/join", "/forgot", "/nothing-here"] {
        visitor.get(path).await;
        visitor.shows(help);
        visitor.shows("href=\"/support/contact\"");
    }
    visitor.post("/sign-in", &[("email", USER), ("password", "wrong")]).await;
    visitor.shows(help);
    let address = "https://partnercentral.awspartner.com/APNLogin";
    for page in ["sign-in", "register", "forgot-password"] {
        visitor.get(&format!("/help/{page}")).await;
        visitor.shows(&format!("href=\"{address}\""));
        visitor.shows(help);
    }
    visitor.get("/help/sign-in").await;
    visitor.shows(&format!("Open {address} in a browser."));
    visitor.get("/APNLogin").await;
    assert_eq!(visitor.path, "/", "the portal answers at the address that its help names");
    let mut user = world.signed_in(USER).await;
    user.get("/nothing-here").await;
    user.hides(help);
}

/// What the contact form asks.
const LOCKED_OUT: [(&str, &str); 4] =
    [("name", "Ana Lark"), ("email", "ana@mail.example"), ("subject", "Locked out"), ("text", "No code comes")];

// Rules: SUPPORT-10, C-069
#[tokio::test]
async fn who_is_locked_out_writes_without_signing_in() {
    let world = World::demo().await;
    let mut visitor = world.browser();
    visitor.get("/support").await;
    visitor.shows("href=\"/support/contact\"");
    visitor.get("/support/contact").await;
    let once = visitor.once();
    for (without, expected) in
        [("name", "Your name"), ("email", "E-mail for the answer"), ("subject", "Subject"), ("text", "Message")]
    {
        let fields: Vec<_> = LOCKED_OUT.iter().copied().filter(|(name, _)| *name != without).collect();
        visitor.post("/support/contact", &[&fields[..], &[("once", &once)]].concat()).await;
        assert_eq!(visitor.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(visitor.faults(), [format!("{expected}: Fill this in.")]);
    }
    visitor.shows("value=\"ana@mail.example\"");
    // Without the proof, with a wrong one, and with one that was spent.
    let captcha = world.captcha();
    for altcha in ["", "nonsense"] {
        visitor.post("/support/contact", &[&LOCKED_OUT[..], &[("once", &once), ("altcha", altcha)]].concat()).await;
        assert_eq!(visitor.status, StatusCode::UNPROCESSABLE_ENTITY);
        visitor.shows("Confirm that you are not a robot.");
        visitor.shows("No code comes</textarea>");
    }
    // Whoever has an account is answered as whoever has none; sent twice, it is there once.
    for _ in 0..2 {
        visitor.get("/support/contact").await;
        let fields = [&LOCKED_OUT[..], &[("once", once.as_str()), ("altcha", &captcha)]].concat();
        visitor.post("/support/contact", &fields).await;
        assert_eq!(visitor.path, "/support/contact/sent", "{}", visitor.body);
    }
    let of_stranger = visitor.body.clone();
    visitor.get("/support/contact").await;
    let (once, captcha) = (visitor.once(), world.captcha());
    let known = [("name", "Ana"), ("email", USER), ("subject", "Mine"), ("text", "Help")];
    visitor.post("/support/contact", &[&known[..], &[("once", &once), ("altcha", &captcha)]].concat()).await;
    assert_eq!(visitor.body, of_stranger);
    let mut operator = world.operator().await;
    operator.get("/operator/support").await;
    assert_eq!(operator.body.matches(">Locked out</a>").count(), 1);
    let found = operator.body.split("href=\"").find(|rest| rest.contains(">Locked out<")).unwrap();
    let path = found.split('"').next().unwrap().to_owned();
    operator.get(&format!("{path}/ask/answer")).await;
    operator.post(&format!("{path}/answer"), &[("text", "Look into the spam folder")]).await;
    let mail = world.mail_to("ana@mail.example").await.unwrap();
    assert!(mail.template == "inquiry_answered" && mail.body_text.contains("spam folder"));
    let mut user = world.signed_in(USER).await;
    user.get("/support/contact").await;
    assert_eq!(user.path, NEW, "who is signed in opens a case");
}

// Rules: SUPPORT-10
#[tokio::test]
async fn the_contact_form_is_limited_and_reads_only_its_own() {
    let world = World::new().await;
    let mut visitor = world.browser();
    let mut statuses = Vec::new();
    for _ in 0..6 {
        visitor.get("/support/contact").await;
        let (once, captcha) = (visitor.once(), world.captcha());
        let fields = [&LOCKED_OUT[..], &[("once", once.as_str()), ("altcha", &captcha)]].concat();
        visitor.post("/support/contact", &fields).await;
        statuses.push(visitor.status.as_u16());
    }
    assert_eq!(statuses, [200, 200, 200, 200, 200, 429]);
    assert!(visitor.headers.contains_key("retry-after"));
    visitor.get("/support/contact").await;
    let once = visitor.once();
    for (fields, token, status) in [
        (vec![("once", once.as_str())], "x", 403),
        (vec![("once", once.as_str())], "", 403),
        (vec![("once", "nothing")], "", 400),
        (vec![("once", once.as_str()), ("colour", "red")], "", 400),
    ] {
        visitor.get("/support/contact").await;
        let token = if status == 403 { token.to_owned() } else { visitor.token() };
        visitor.post_with("/support/contact", &token, &[&LOCKED_OUT[..], &fields].concat()).await;
        assert_eq!(visitor.status.as_u16(), status, "{fields:?}");
    }
}
