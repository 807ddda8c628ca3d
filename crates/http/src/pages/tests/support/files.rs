//! Forms with files: what is kept, what is refused, and that only forms of ours are read.

use super::*;

async fn cases(world: &World, email: &str) -> usize {
    let mut browser = world.signed_in(email).await;
    browser.get("/support").await;
    browser.body.matches("href=\"/support/cases/").count() - browser.body.matches("href=\"/support/cases/new").count()
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
    let larger = vec![b'x'; LARGEST + 1];
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
}

// Rules: SUPPORT-3, SUPPORT-9
#[tokio::test]
async fn good_files_are_kept_until_their_message_goes() {
    let world = World::demo().await;
    let mut browser = world.signed_in(USER).await;
    let path = browser.open_case("Kept files", &[]).await;
    let (reply, largest) = (format!("{path}/reply"), vec![b'x'; LARGEST]);
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
