//! Which endings the names of files have, by their media types.

/// Media types with the endings that names of such files have. A programme may allow others; their endings are not judged.
const ENDINGS: &[(&str, &[&str])] = &[
    ("application/json", &["json"]),
    ("application/pdf", &["pdf"]),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation", &["pptx"]),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &["xlsx"]),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", &["docx"]),
    ("application/zip", &["zip"]),
    ("image/gif", &["gif"]),
    ("image/jpeg", &["jpg", "jpeg"]),
    ("image/png", &["png"]),
    ("image/webp", &["webp"]),
    ("text/csv", &["csv"]),
    ("text/plain", &["txt", "log", "md"]),
];

/// The endings of names of a media type; none where the type is not known here.
#[must_use]
pub fn endings(media_type: &str) -> &'static [&'static str] {
    ENDINGS.iter().find(|(known, _)| *known == media_type).map_or(&[], |(_, endings)| endings)
}

/// The media type that the ending of a name tells.
#[must_use]
pub fn media_type_of(name: &str) -> Option<&'static str> {
    let ending = ending(name)?;
    let of = |(_, endings): &&(&str, &[&str])| endings.iter().any(|known| known.eq_ignore_ascii_case(ending));
    ENDINGS.iter().find(of).map(|(media_type, _)| *media_type)
}

/// Whether a file of this name can be of this media type: whoever saves it must not get something that runs under the
/// type of a text. A name without an ending can be of any.
pub(super) fn fits(name: &str, media_type: &str) -> bool {
    endings(media_type).is_empty() || ending(name).is_none() || media_type_of(name) == Some(media_type)
}

fn ending(name: &str) -> Option<&str> {
    name.trim().rsplit_once('.').map(|(_, ending)| ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    // Rules: SUPPORT-3
    #[test]
    fn a_name_tells_the_media_type() {
        for (name, expected) in [
            ("a.PNG", Some("image/png")),
            ("a.b.jpeg", Some("image/jpeg")),
            ("notes", None),
            ("a.exe", None),
            ("a.", None),
            (".txt", Some("text/plain")),
        ] {
            assert_eq!(media_type_of(name), expected, "{name}");
        }
        for (name, media_type, expected) in [
            ("a.txt", "text/plain", true),
            ("a.log ", "text/plain", true),
            ("notes", "text/plain", true),
            ("a.bat", "text/plain", false),
            ("a.txt", "image/png", false),
            ("a.png.exe", "image/png", false),
            ("a.", "image/png", false),
            ("a.dwg", "image/vnd.dwg", true),
        ] {
            assert_eq!(fits(name, media_type), expected, "{name} {media_type}");
        }
        assert_eq!(endings("image/jpeg"), ["jpg", "jpeg"]);
    }
}
