//! The log, read from its end.

use super::*;

pub(super) async fn the_log_is_read_from_its_end_and_filtered(store: Arc<dyn Store>) {
    let by = |tenant: &str, kind: &str, version: i64, events: &[&str], at: Millis, actor: &str, request: &str| {
        let mut append = write(tenant, kind, "one", version, events);
        append.provenance =
            Provenance { at, actor: actor.into(), source: "127.0.0.1".into(), request_id: request.into() };
        append
    };
    let appends = [
        by("acme", "account", 0, &["registered", "joined"], 1_000, "visitor", "r1"),
        by("acme", "linking", 0, &["linked"], 2_000, "ann", "r2"),
        by("acme", "account", 2, &["joined"], 3_000, "operator olga", "r3"),
        by("beta", "account", 0, &["registered"], 4_000, "ann", "r4"),
    ];
    for append in appends {
        store.append(append).await.unwrap();
    }
    let text = |text: &str| Some(text.to_owned());
    let all = LogFilter::default;
    let cases: [(LogFilter, i64, u32, &[i64]); 12] = [
        (all(), i64::MAX, 10, &[4, 3, 2, 1]),
        (all(), i64::MAX, 2, &[4, 3]),
        (all(), 3, 10, &[2, 1]),
        (all(), 1, 10, &[]),
        (LogFilter { kind: text("account"), ..all() }, i64::MAX, 10, &[4, 2, 1]),
        (LogFilter { event_type: text("joined"), ..all() }, 4, 10, &[2]),
        (LogFilter { actor: Some(LogActor::Is("ann".into())), ..all() }, i64::MAX, 10, &[3]),
        (LogFilter { actor: Some(LogActor::Begins("operator ".into())), ..all() }, i64::MAX, 10, &[4]),
        (LogFilter { from: Some(2_000), ..all() }, i64::MAX, 10, &[4, 3]),
        (LogFilter { until: Some(2_000), ..all() }, i64::MAX, 10, &[2, 1]),
        (LogFilter { request_id: text("r1"), ..all() }, i64::MAX, 10, &[2, 1]),
        (LogFilter { kind: text("linking"), event_type: text("joined"), ..all() }, i64::MAX, 10, &[]),
    ];
    for (filter, before, limit, expected) in cases {
        let found = store.log("acme", &filter, before, limit).await.unwrap();
        let sequences: Vec<i64> = found.iter().map(|event| event.sequence).collect();
        assert_eq!(sequences, expected, "{filter:?} before {before}");
    }
    assert_eq!(store.log("nobody", &all(), i64::MAX, 10).await.unwrap(), []);
}
