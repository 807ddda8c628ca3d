//! The fee's bills that become due by themselves: once a day, for every company (FEE-3, C-113).

use std::time::Duration;

use chrono::NaiveDate;
use tokio::sync::watch;

use crate::clock::Clock;
use crate::portal::{Origin, Portal, PortalError, RoomError};

/// How often the server looks whether a day has begun.
const LOOK_INTERVAL: Duration = Duration::from_secs(10 * 60);

/// Issues bills, once a day.
#[derive(Debug)]
pub struct Billing {
    portal: Portal,
    clock: Clock,
    /// The last day on which every company was asked.
    done_on: Option<NaiveDate>,
}

impl Billing {
    /// Bills of the portal's companies.
    pub fn new(portal: Portal, clock: Clock) -> Self {
        Self { portal, clock, done_on: None }
    }

    /// Goes through the companies if today's round was not made yet, and answers how many bills it issued. A company
    /// that fails is left for the next look; the others are asked all the same. Going through them twice issues nothing twice.
    pub async fn run_due(&mut self) -> Result<usize, PortalError> {
        let today = self.clock.now().date_naive();
        if self.done_on == Some(today) {
            return Ok(0);
        }
        let origin = Origin { source: "billing".into(), request: format!("billing-{today}") };
        let (mut issued, mut failed, mut after) = (0, None, None);
        loop {
            let companies = self.portal.company_ids(after).await?;
            let Some(last) = companies.last() else { break };
            after = Some(*last);
            for company in companies {
                match self.portal.issue_bills(&origin, company).await {
                    Ok(done) => issued += done.events.len(),
                    Err(RoomError::Refused(refusal)) => failed = Some(PortalError::Machine(refusal.to_string())),
                    Err(RoomError::Portal(error)) => failed = Some(error),
                }
            }
        }
        match failed {
            Some(error) => Err(error),
            None => {
                self.done_on = Some(today);
                Ok(issued)
            }
        }
    }

    /// Makes each day's round until `stopped` turns true.
    pub async fn run(mut self, mut stopped: watch::Receiver<bool>) {
        while !*stopped.borrow() {
            match self.run_due().await {
                Ok(0) => {}
                Ok(events) => tracing::info!(events, "bills issued"),
                Err(error) => tracing::error!(%error, "bills could not be issued; they are tried again"),
            }
            tokio::select! {
                () = tokio::time::sleep(LOOK_INTERVAL) => {}
                _ = stopped.wait_for(|stop| *stop) => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use chrono::{DateTime, TimeDelta};
    use guildhall_core::{Program, fee};

    use super::*;
    use crate::demo;
    use crate::services::Services;
    use crate::store::sqlite::SqliteStore;

    // Rules: FEE-2, FEE-3, FEE-4, C-113
    #[tokio::test]
    async fn each_company_is_billed_every_year_and_once_a_day_is_enough() {
        let dir = tempfile::tempdir().unwrap();
        let store = Arc::new(SqliteStore::open(dir.path()).await.unwrap());
        let clock = Clock::fixed(DateTime::from_timestamp(1_800_000_000, 0).unwrap());
        let services = Services::for_tests(store, clock.clone()).unwrap();
        let program = Arc::new(Program::guide().clone());
        let portal = Portal::new(services.clone(), program, Arc::new(|_, _| ("s".into(), "t".into())));
        demo::seed(&services, &portal).await.unwrap();
        let bills = async || {
            let mut count = Vec::new();
            for company in portal.company_ids(None).await.unwrap() {
                let id = company.to_string();
                count.push(portal.load_room::<fee::State>(company, &id).await.unwrap().0.bills().len());
            }
            count.sort_unstable();
            count
        };
        assert_eq!(bills().await, [0, 0, 1], "the one at confirmed or beyond was billed as it came there");
        let mut billing = Billing::new(portal.clone(), clock.clone());
        assert_eq!(billing.run_due().await.unwrap(), 0);
        clock.advance(TimeDelta::days(364));
        assert_eq!(billing.run_due().await.unwrap(), 0);
        clock.advance(TimeDelta::days(1));
        assert_eq!(billing.run_due().await.unwrap(), 1, "the second year");
        assert_eq!(bills().await, [0, 0, 2]);
        assert_eq!(billing.run_due().await.unwrap(), 0, "the day's round is made");
        // Another server, or the same one after a start, asks again and issues nothing twice.
        assert_eq!(Billing::new(portal.clone(), clock.clone()).run_due().await.unwrap(), 0);
        assert_eq!(bills().await, [0, 0, 2]);
    }
}
