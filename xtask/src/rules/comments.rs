//! The comments above tests that name the rules they prove.

/// How such a comment begins.
const BEGIN: &str = "// Rules:";

/// What the comments of one file say.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Names {
    /// The tests with the ids that they name.
    pub(crate) tests: Vec<Named>,
    /// What is wrong with the comments themselves, with its place.
    pub(crate) faults: Vec<String>,
}

/// A test and what it says it proves.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// The file, from the root.
    pub(crate) file: String,
    /// The line of the comment.
    pub(crate) line: usize,
    /// The function.
    pub(crate) function: String,
    /// The ids as they are written.
    pub(crate) ids: Vec<String>,
}

/// Reads the comments of a Rust file.
pub(crate) fn read(file: &str, text: &str) -> Names {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let mut names = Names::default();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        at += 1;
        let number = at;
        let Some(list) = line.strip_prefix(BEGIN) else {
            if resembles(line) {
                names.faults.push(format!("{file}:{number}: rules are named by `{BEGIN} ID, ID`"));
            }
            continue;
        };
        let mut list = list.trim().to_owned();
        // A list goes on after a comma, or in a second one directly below.
        while let Some(more) = lines.get(at).copied() {
            if let Some(second) = more.strip_prefix(BEGIN) {
                list = format!("{}, {second}", list.trim_end_matches(','));
            } else if let Some(rest) = comment(more).filter(|_| list.ends_with(',')) {
                list.push_str(rest);
            } else {
                break;
            }
            at += 1;
        }
        let ids: Vec<String> = list.split(',').map(|id| id.trim().to_owned()).collect();
        if ids.iter().any(String::is_empty) {
            names.faults.push(format!("{file}:{number}: the list of rules has a gap"));
        }
        let ids = ids.into_iter().filter(|id| !id.is_empty()).collect();
        match test_below(lines.get(at..).unwrap_or_default()) {
            Some(function) => names.tests.push(Named { file: file.to_owned(), line: number, function, ids }),
            None => names.faults.push(format!("{file}:{number}: rules are named, but no test stands directly below")),
        }
    }
    names
}

/// A comment that would name rules if it were spelled right: it would count for nothing and nobody would notice.
fn resembles(line: &str) -> bool {
    let Some(text) = line.strip_prefix("//").map(|rest| rest.trim_start_matches('/').trim_start()) else {
        return false;
    };
    let Some((word, rest)) = text.split_once(':') else { return false };
    let names_id = rest.split([',', ' ']).any(|word| {
        word.split_once('-').is_some_and(|(group, number)| {
            let capitals = !group.is_empty() && group.chars().all(|letter| letter.is_ascii_uppercase());
            capitals && !number.is_empty() && number.chars().all(|digit| digit.is_ascii_digit())
        })
    });
    ["rule", "rules"].contains(&word.trim().to_lowercase().as_str()) && names_id
}

/// What a plain comment says; none for code and for documentation.
fn comment(line: &str) -> Option<&str> {
    line.strip_prefix("//").filter(|rest| !rest.starts_with(['/', '!']))
}

/// The name of the test that begins with these lines; its attributes and documentation may come first.
fn test_below(lines: &[&str]) -> Option<String> {
    let mut is_test = false;
    // How many brackets of an attribute are still open.
    let mut depth = 0;
    for line in lines {
        let mut rest = *line;
        if depth == 0 && rest.starts_with("///") {
            continue;
        }
        let inside = depth > 0 || rest.starts_with("#[");
        while depth > 0 || rest.starts_with("#[") {
            is_test |= depth == 0 && rest.strip_prefix("#[").is_some_and(marks_a_test);
            rest = behind(rest, &mut depth);
            if rest.is_empty() {
                break;
            }
        }
        if !(inside && rest.is_empty()) {
            return function(rest).filter(|_| is_test);
        }
    }
    None
}

/// Whether an attribute, given from its name on, makes a function a test.
fn marks_a_test(attribute: &str) -> bool {
    let name = attribute.split(['(', ']', ' ', '=']).next().unwrap_or_default();
    ["test", "rstest"].contains(&name.rsplit("::").next().unwrap_or_default())
}

/// What stands behind the bracket that closes an attribute; nothing if the line ends before. Brackets in quotes are text.
fn behind<'a>(line: &'a str, depth: &mut usize) -> &'a str {
    let mut quoted = false;
    let mut before = ' ';
    for (at, letter) in line.char_indices() {
        match letter {
            '"' if before != '\\' => quoted = !quoted,
            '[' | '(' if !quoted => *depth += 1,
            ']' | ')' if !quoted => *depth = depth.saturating_sub(1),
            _ => {}
        }
        before = letter;
        if *depth == 0 && letter == ']' && !quoted {
            return line.get(at + 1..).unwrap_or_default().trim_start();
        }
    }
    ""
}

/// The name of the function that a line declares.
fn function(line: &str) -> Option<String> {
    let mut words = line.split_whitespace().skip_while(|word| *word != "fn").skip(1);
    let name = words.next()?.split(['(', '<']).next()?;
    (!name.is_empty()).then(|| name.to_owned())
}
