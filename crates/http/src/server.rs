//! The sockets: binding, an accept loop that slow or greedy clients cannot hold, and an orderly end.
//!
//! `axum::serve` has neither timers nor caps, so the loop is our own, on hyper: a request's head must arrive within
//! [`Bounds::head`] (which also ends idle connections), a client must keep reading ([`Bounds::stall`]), and there are
//! at most [`Bounds::connections_max`] connections, [`Bounds::connections_per_ip_max`] from one address. Trusted proxies
//! are exempt from the latter. The time for a whole request is bounded in [`crate::guard`].

use std::collections::HashMap;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use ipnet::IpNet;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower::ServiceExt;

mod stall;

use stall::Stalling;

/// How much and how long.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Connections at a time.
    pub connections_max: usize,
    /// Connections at a time from one address.
    pub connections_per_ip_max: usize,
    /// Time for a request's head to arrive, from the moment that the connection is free for it.
    pub head: Duration,
    /// Time that a client may go without reading what it asked for.
    pub stall: Duration,
    /// Time for accepted requests to end once the server stops.
    pub farewell: Duration,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            connections_max: 1_024,
            connections_per_ip_max: 128,
            head: Duration::from_secs(10),
            stall: Duration::from_secs(30),
            // A little more than a request may take.
            farewell: crate::guard::REQUEST_TIMEOUT + Duration::from_secs(5),
        }
    }
}

/// Binds the address; where the port is in use and any will do, a free one.
pub async fn bind(listen: SocketAddr, any_port: bool) -> io::Result<TcpListener> {
    match TcpListener::bind(listen).await {
        Err(error) if any_port && error.kind() == io::ErrorKind::AddrInUse => {
            TcpListener::bind(SocketAddr::new(listen.ip(), 0)).await
        }
        bound => bound,
    }
}

/// Serves until `shutdown` completes, and then lets accepted requests end.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    bounds: Bounds,
    trusted_proxies: Vec<IpNet>,
    shutdown: impl Future<Output = ()>,
) {
    let places = Arc::new(Semaphore::new(bounds.connections_max));
    let addresses = PerAddress { max: bounds.connections_per_ip_max, counts: Arc::default(), trusted_proxies };
    let graceful = GracefulShutdown::new();
    tokio::pin!(shutdown);
    loop {
        let (stream, peer, place) = tokio::select! {
            () = &mut shutdown => break,
            accepted = accept(&listener, &places) => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    // Out of file descriptors, or a connection that ended before it began.
                    tracing::warn!(%error, "a connection was not accepted");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
        };
        let Some(seat) = addresses.take(peer.ip()) else {
            tracing::debug!("too many connections from one address");
            continue;
        };
        let router = router.clone();
        let service = hyper::service::service_fn(move |mut request: hyper::Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            router.clone().oneshot(request.map(Body::new))
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(bounds.head)
            .serve_connection(TokioIo::new(Stalling::new(stream, bounds.stall)), service);
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended early");
            }
            drop((seat, place));
        });
    }
    drop(listener);
    if tokio::time::timeout(bounds.farewell, graceful.shutdown()).await.is_err() {
        tracing::warn!("some requests were cut off");
    }
}

/// Completes when the process is told to stop, by Ctrl-C or by its supervisor.
pub async fn stop_signal() {
    let interrupted = async {
        if let Err(error) = tokio::signal::ctrl_c().await {
            tracing::error!(%error, "Ctrl-C cannot be heard");
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(error) => {
                tracing::error!(%error, "SIGTERM cannot be heard");
                std::future::pending::<()>().await;
            }
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}

/// Waits for a place first: connections that have none stay in the system's queue.
async fn accept(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> io::Result<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
    let place = Arc::clone(places).acquire_owned().await.map_err(io::Error::other)?;
    let (stream, peer) = listener.accept().await?;
    stream.set_nodelay(true)?;
    Ok((stream, peer, place))
}

/// Counts connections by address.
struct PerAddress {
    max: usize,
    counts: Arc<Mutex<HashMap<IpAddr, usize>>>,
    trusted_proxies: Vec<IpNet>,
}

impl PerAddress {
    /// A seat for one more connection, or `None` where the address has all it may have.
    fn take(&self, ip: IpAddr) -> Option<Seat> {
        let ip = ip.to_canonical();
        if self.trusted_proxies.iter().any(|network| network.contains(&ip)) {
            return Some(Seat { ip: None, counts: Arc::clone(&self.counts) });
        }
        let mut counts = self.counts.lock().ok()?;
        let count = counts.entry(ip).or_default();
        if *count >= self.max {
            return None;
        }
        *count += 1;
        Some(Seat { ip: Some(ip), counts: Arc::clone(&self.counts) })
    }
}

/// Gives its place back when it is dropped.
struct Seat {
    ip: Option<IpAddr>,
    counts: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

impl Drop for Seat {
    fn drop(&mut self) {
        let (Some(ip), Ok(mut counts)) = (self.ip, self.counts.lock()) else { return };
        if let Some(count) = counts.get_mut(&ip) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                counts.remove(&ip);
            }
        }
    }
}

#[cfg(test)]
mod tests;
