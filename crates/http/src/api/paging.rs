//! Lists are given in pages: how many at most, and an opaque cursor to go on at.

use data_encoding::BASE64URL_NOPAD;

use super::caller::{bad_parameter, page_limit};
use super::problem::Problem;

/// How many entries a page has where nothing is said.
const PAGE: u32 = 50;
/// The most entries of a page.
const PAGE_MOST: u32 = 200;

/// Cuts the page that was asked for out of a list. The cursor holds the id of the last entry that was given, so that
/// entries that come or go before it neither repeat nor hide others.
pub(super) fn cut<'a, T>(
    all: &'a [T],
    limit: Option<u32>,
    cursor: Option<&str>,
    id: impl Fn(&T) -> String,
) -> Result<(&'a [T], Option<String>), Problem> {
    let limit = page_limit(limit, PAGE, PAGE_MOST)? as usize;
    let begin = match cursor {
        None => 0,
        Some(cursor) => {
            let last = BASE64URL_NOPAD.decode(cursor.as_bytes()).ok().and_then(|bytes| String::from_utf8(bytes).ok());
            let place = last.and_then(|last| all.iter().position(|entry| id(entry) == last));
            place.ok_or_else(|| bad_parameter("cursor", "unknown_value"))? + 1
        }
    };
    let rest = all.get(begin..).unwrap_or_default();
    let shown = rest.get(..limit).unwrap_or(rest);
    let next =
        shown.last().filter(|_| rest.len() > shown.len()).map(|last| BASE64URL_NOPAD.encode(id(last).as_bytes()));
    Ok((shown, next))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_to_its_end_by_cursors() {
        let all: Vec<u32> = (0..7).collect();
        let id = |n: &u32| format!("entry {n}");
        let (mut seen, mut cursor, mut pages) = (Vec::new(), None, 0);
        loop {
            let (shown, next) = cut(&all, Some(3), cursor.as_deref(), id).unwrap();
            seen.extend_from_slice(shown);
            pages += 1;
            cursor = next;
            if cursor.is_none() {
                break;
            }
        }
        assert_eq!((seen, pages), (all.clone(), 3));
        for (limit, cursor) in [(Some(0), None), (Some(201), None), (None, Some("entry 1")), (None, Some("é"))] {
            assert_eq!(cut(&all, limit, cursor, id).unwrap_err().status, 400, "{limit:?} {cursor:?}");
        }
    }
}
