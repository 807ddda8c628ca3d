//! Rate limits, by network (an IPv4 /24 or an IPv6 /56) and by address.
//!
//! ```no_run
//! # use guildhall_http::limits::*;
//! # fn handler(limits: &Limits, ip: std::net::IpAddr) -> Result<(), Limited> {
//! limits.check(Action::SignIn, ip, Some("ann@acme.example"))?;
//! # Ok(()) }
//! ```
//!
//! [`Limited`] is a response of its own (429 with Retry-After); pages that answer in their own words read
//! [`Limited::retry_after_s`].
//!
//! INVARIANT (bounded, never freeing): a key is hashed, with a seed that nobody knows, to one of `PLACES` places. So a
//! table cannot grow beyond that, and no count has to be thrown out to make room for others. Two keys may share a
//! place: they are then limited earlier, never later.

use std::hash::{BuildHasher, RandomState};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::num::NonZeroU32;
use std::time::{Duration, Instant};

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use governor::clock::Clock as _;
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};

use crate::clock::Clock;

/// Places in one table: a few megabytes at most.
const PLACES: u64 = 1 << 16;

/// What is being tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Signing in with a password.
    SignIn,
    /// Having a security code mailed.
    SendCode,
    /// Entering a security code.
    CheckCode,
    /// Beginning a registration.
    StartRegistration,
    /// Writing to support without an account.
    Inquiry,
    /// Answering the text question in place of the proof of work.
    TextQuestion,
    /// Any request.
    Request,
}

/// Too many. A response of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limited {
    /// When to come back.
    pub retry_after_s: u64,
}

impl IntoResponse for Limited {
    fn into_response(self) -> Response {
        let mut response = (StatusCode::TOO_MANY_REQUESTS, "Too many tries. Please wait.\n").into_response();
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(self.retry_after_s));
        response
    }
}

/// The limits of the process.
pub struct Limits {
    hasher: RandomState,
    sign_in: Pair,
    send_code: Pair,
    check_code: Pair,
    start_registration: Pair,
    inquiry: Pair,
    text_question: Pair,
    request: Pair,
}

/// The two limits of an action.
struct Pair {
    by_network: Option<Table>,
    by_address: Option<Table>,
}

type Table = RateLimiter<u64, HashMapStateStore<u64>, Ticks, NoOpMiddleware<Nanos>>;

impl std::fmt::Debug for Limits {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Limits").finish_non_exhaustive()
    }
}

impl Limits {
    /// The limits for a portal that is open to the world.
    pub fn new(clock: &Clock) -> Self {
        Self::scaled(clock, 1)
    }

    /// The limits for the demo, where one machine plays everybody: a hundred times as much by network.
    pub fn relaxed(clock: &Clock) -> Self {
        Self::scaled(clock, 100)
    }

    fn scaled(clock: &Clock, factor: u32) -> Self {
        let ticks = Ticks { clock: clock.clone(), start: Instant::now() };
        let pair = |by_network: Option<Quota>, by_address: Option<Quota>| Pair {
            by_network: by_network.map(|quota| RateLimiter::hashmap_with_clock(quota, ticks.clone())),
            by_address: by_address.map(|quota| RateLimiter::hashmap_with_clock(quota, ticks.clone())),
        };
        let per_minute = |count: u32| Some(Quota::per_minute(at_least_one(count)));
        let per_hour = |count: u32| Some(Quota::per_hour(at_least_one(count)));
        Self {
            hasher: RandomState::new(),
            sign_in: pair(per_minute(10 * factor), per_minute(5)),
            send_code: pair(per_hour(30 * factor), per_hour(5)),
            check_code: pair(per_minute(20 * factor), per_minute(10)),
            start_registration: pair(per_hour(20 * factor), None),
            inquiry: pair(per_hour(10 * factor), per_hour(5)),
            text_question: pair(per_hour(20 * factor), None),
            request: pair(per_minute(600 * factor), None),
        }
    }

    /// Counts one try of `action`. The address in its identity form; what follows a `+` does not make it another.
    pub fn check(&self, action: Action, ip: IpAddr, address: Option<&str>) -> Result<(), Limited> {
        let pair = self.pair(action);
        if let Some(table) = &pair.by_network {
            check_one(table, self.hasher.hash_one(network(ip)))?;
        }
        if let (Some(table), Some(address)) = (&pair.by_address, address) {
            check_one(table, self.hasher.hash_one(abuse_key(address)))?;
        }
        Ok(())
    }

    /// Forgets the counts that no longer matter. Called every minute.
    pub fn sweep(&self) {
        let pairs = [
            &self.sign_in,
            &self.send_code,
            &self.check_code,
            &self.start_registration,
            &self.inquiry,
            &self.text_question,
            &self.request,
        ];
        for table in pairs.into_iter().flat_map(|pair| [&pair.by_network, &pair.by_address]).flatten() {
            table.retain_recent();
            table.shrink_to_fit();
        }
    }

    fn pair(&self, action: Action) -> &Pair {
        match action {
            Action::SignIn => &self.sign_in,
            Action::SendCode => &self.send_code,
            Action::CheckCode => &self.check_code,
            Action::StartRegistration => &self.start_registration,
            Action::Inquiry => &self.inquiry,
            Action::TextQuestion => &self.text_question,
            Action::Request => &self.request,
        }
    }
}

fn check_one(table: &Table, hash: u64) -> Result<(), Limited> {
    table.check_key(&(hash % PLACES)).map_err(|not_until| {
        let wait = not_until.wait_time_from(table.clock().now());
        Limited { retry_after_s: wait.as_secs() + 1 }
    })
}

const fn at_least_one(count: u32) -> NonZeroU32 {
    match NonZeroU32::new(count) {
        Some(count) => count,
        None => NonZeroU32::MIN,
    }
}

/// The network that an address is counted under: what one customer of a provider usually holds.
pub fn network(ip: IpAddr) -> IpAddr {
    match ip.to_canonical() {
        IpAddr::V4(ip) => IpAddr::V4(Ipv4Addr::from_bits(ip.to_bits() & !0xff)),
        IpAddr::V6(ip) => IpAddr::V6(Ipv6Addr::from_bits(ip.to_bits() & (u128::MAX << 72))),
    }
}

/// One mailbox, however its owner tags it.
fn abuse_key(address: &str) -> String {
    let address = address.to_ascii_lowercase();
    match address.rsplit_once('@') {
        Some((local, domain)) => {
            let untagged = local.split('+').next().unwrap_or(local);
            format!("{untagged}@{domain}")
        }
        None => address,
    }
}

/// The clock as governor wants it: steady time in production, the set time in tests.
#[derive(Debug, Clone)]
struct Ticks {
    clock: Clock,
    start: Instant,
}

impl governor::clock::Clock for Ticks {
    type Instant = Nanos;

    fn now(&self) -> Nanos {
        match &self.clock {
            Clock::System => self.start.elapsed().into(),
            Clock::Fixed(_) => Duration::from_millis(u64::try_from(self.clock.millis()).unwrap_or(0)).into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, TimeDelta};

    const HERE: &str = "192.0.2.10";

    fn limits() -> (Limits, Clock) {
        let clock = Clock::fixed(DateTime::from_timestamp(1_800_000_000, 0).unwrap());
        (Limits::new(&clock), clock)
    }

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    fn allowed(limits: &Limits, action: Action, from: &str, address: Option<&str>) -> usize {
        (0..1_000).take_while(|_| limits.check(action, ip(from), address).is_ok()).count()
    }

    #[test]
    fn each_action_has_its_limit() {
        for (action, address, expected) in [
            (Action::SignIn, Some("ann@acme.example"), 5),
            (Action::SignIn, None, 10),
            (Action::SendCode, Some("ann@acme.example"), 5),
            (Action::SendCode, None, 30),
            (Action::CheckCode, Some("ann@acme.example"), 10),
            (Action::StartRegistration, None, 20),
            (Action::TextQuestion, None, 20),
            (Action::Request, None, 600),
        ] {
            let (limits, _) = limits();
            assert_eq!(allowed(&limits, action, HERE, address), expected, "{action:?} {address:?}");
        }
    }

    #[test]
    fn the_wait_is_told_and_enough() {
        let (limits, clock) = limits();
        assert_eq!(allowed(&limits, Action::SendCode, HERE, Some("ann@acme.example")), 5);
        let limited = limits.check(Action::SendCode, ip(HERE), Some("ann@acme.example")).unwrap_err();
        assert_eq!(limited.retry_after_s, 12 * 60 + 1);
        assert_eq!(limited.into_response().headers()[header::RETRY_AFTER], "721");
        clock.advance(TimeDelta::seconds(limited.retry_after_s as i64));
        limits.check(Action::SendCode, ip(HERE), Some("ann@acme.example")).unwrap();
    }

    #[test]
    fn neighbours_and_tags_share_and_others_do_not() {
        let (limits, _) = limits();
        assert_eq!(allowed(&limits, Action::SignIn, HERE, None), 10);
        assert!(limits.check(Action::SignIn, ip("192.0.2.200"), None).is_err());
        assert!(limits.check(Action::SignIn, ip("::ffff:192.0.2.1"), None).is_err());
        assert!(limits.check(Action::SignIn, ip("192.0.3.10"), None).is_ok());
        assert_eq!(network(ip("2001:db8:1:2aa::1")), network(ip("2001:db8:1:2bb:9::7")));
        assert_ne!(network(ip("2001:db8:1:200::1")), network(ip("2001:db8:1:300::1")));
        for from in ["198.51.100.1", "203.0.113.1"] {
            for tag in ["ann+a@acme.example", "Ann+b@acme.example"] {
                let _ = limits.check(Action::SendCode, ip(from), Some(tag));
            }
        }
        assert_eq!(allowed(&limits, Action::SendCode, "192.0.4.1", Some("ann@acme.example")), 1);
    }

    #[test]
    fn a_full_table_neither_grows_nor_frees() {
        let (limits, clock) = limits();
        assert_eq!(allowed(&limits, Action::StartRegistration, HERE, None), 20);
        for number in 0..100_000 {
            let _ = limits.check(Action::StartRegistration, IpAddr::V4(Ipv4Addr::from_bits(number << 8)), None);
        }
        let table = limits.start_registration.by_network.as_ref().unwrap();
        assert!(table.len() <= PLACES as usize, "{}", table.len());
        assert!(limits.check(Action::StartRegistration, ip(HERE), None).is_err(), "still limited");
        clock.advance(TimeDelta::hours(2));
        limits.sweep();
        assert_eq!(table.len(), 0);
    }
}
