//! The accept loop on loopback sockets with free ports and short times.

use super::*;
use axum::Extension;
use axum::routing::get;
use std::net::Ipv4Addr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::sync::{Notify, oneshot};
use tokio::task::JoinHandle;

const LOOPBACK: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0);
const SHORT: Duration = Duration::from_millis(50);

struct Running {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    stopping: Arc<Notify>,
    served: JoinHandle<()>,
}

async fn start(router: Router, bounds: Bounds, trusted: Vec<IpNet>) -> Running {
    let listener = bind(LOOPBACK, false).await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let stopping = Arc::new(Notify::new());
    let told = Arc::clone(&stopping);
    let served = tokio::spawn(serve(listener, router, bounds, trusted, async move {
        let _ = stopped.await;
        told.notify_one();
    }));
    Running { address, stop, stopping, served }
}

fn hello() -> Router {
    Router::new()
        .route("/", get(async |Extension(ConnectInfo(peer)): Extension<ConnectInfo<SocketAddr>>| peer.to_string()))
}

async fn connect(running: &Running) -> TcpStream {
    TcpStream::connect(running.address).await.unwrap()
}

const REQUEST: &[u8] = b"GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";

async fn whole(mut stream: TcpStream) -> String {
    let mut answer = Vec::new();
    // A connection that was refused may be reset instead of closed.
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test]
async fn a_port_in_use_is_replaced_only_where_any_will_do() {
    let holder = bind(LOOPBACK, false).await.unwrap();
    let taken = holder.local_addr().unwrap();
    assert_eq!(bind(taken, false).await.unwrap_err().kind(), io::ErrorKind::AddrInUse);
    let other = bind(taken, true).await.unwrap();
    assert_ne!(other.local_addr().unwrap(), taken);
}

#[tokio::test]
async fn a_handler_knows_its_peer() {
    let running = start(hello(), Bounds::default(), Vec::new()).await;
    let mut stream = connect(&running).await;
    let own = stream.local_addr().unwrap();
    stream.write_all(REQUEST).await.unwrap();
    assert!(whole(stream).await.ends_with(&own.to_string()));
}

#[tokio::test]
async fn silent_slow_and_idle_clients_are_let_go() {
    let running = start(hello(), Bounds { head: SHORT, ..Bounds::default() }, Vec::new()).await;
    let silent = connect(&running).await;
    assert!(!whole(silent).await.contains("200 OK"));
    let mut slow = connect(&running).await;
    slow.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n").await.unwrap();
    assert!(!whole(slow).await.contains("200 OK"));
    let mut idle = connect(&running).await;
    idle.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    let answer = whole(idle).await;
    assert_eq!(answer.matches("200 OK").count(), 1, "answered, and then let go: {answer}");
}

#[tokio::test]
async fn a_client_that_does_not_read_is_let_go() {
    // More than the sockets can hold on the way.
    let large = || "x".repeat(64 << 20);
    let router = Router::new().route("/", get(async move || large()));
    let bounds = Bounds { stall: SHORT, connections_max: 1, ..Bounds::default() };
    let running = start(router, bounds, Vec::new()).await;
    let mut greedy = connect(&running).await;
    greedy.write_all(REQUEST).await.unwrap();
    // The only place is taken until the first client is let go; that the second is answered at all proves it.
    let mut next = connect(&running).await;
    next.write_all(REQUEST).await.unwrap();
    let mut first = [0; 15];
    next.read_exact(&mut first).await.unwrap();
    assert_eq!(&first, b"HTTP/1.1 200 OK");
    drop(greedy);
}

#[tokio::test]
async fn one_address_has_a_bounded_number_of_connections() {
    let bounds = Bounds { connections_per_ip_max: 2, ..Bounds::default() };
    let running = start(hello(), bounds, Vec::new()).await;
    let keep_alive = b"GET / HTTP/1.1\r\nhost: x\r\n\r\n";
    let mut held = Vec::new();
    for _ in 0..2 {
        let mut stream = connect(&running).await;
        stream.write_all(keep_alive).await.unwrap();
        let mut first = [0; 15];
        stream.read_exact(&mut first).await.unwrap();
        held.push(stream);
    }
    let mut third = connect(&running).await;
    let _ = third.write_all(REQUEST).await;
    assert_eq!(whole(third).await, "");
    // Once one is gone there is room again; when the server notices is up to it, so ask until it has.
    held.pop();
    loop {
        let mut stream = connect(&running).await;
        let _ = stream.write_all(REQUEST).await;
        if whole(stream).await.contains("200 OK") {
            break;
        }
    }
}

#[tokio::test]
async fn a_trusted_proxy_may_have_more() {
    let bounds = Bounds { connections_per_ip_max: 1, ..Bounds::default() };
    let running = start(hello(), bounds, vec!["127.0.0.0/8".parse().unwrap()]).await;
    let mut streams = Vec::new();
    for _ in 0..3 {
        let mut stream = connect(&running).await;
        stream.write_all(REQUEST).await.unwrap();
        streams.push(stream);
    }
    for stream in streams {
        assert!(whole(stream).await.contains("200 OK"));
    }
}

#[tokio::test]
async fn a_request_that_was_accepted_is_answered_before_the_end() {
    let (begun, go_on) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let handler = {
        let (begun, go_on) = (Arc::clone(&begun), Arc::clone(&go_on));
        move || async move {
            begun.notify_one();
            go_on.notified().await;
            "done"
        }
    };
    let running = start(Router::new().route("/", get(handler)), Bounds::default(), Vec::new()).await;
    let mut stream = connect(&running).await;
    stream.write_all(REQUEST).await.unwrap();
    begun.notified().await;
    running.stop.send(()).unwrap();
    // This runtime has one thread: when this task goes on, the server waits for its connections to end.
    running.stopping.notified().await;
    go_on.notify_one();
    assert!(whole(stream).await.ends_with("done"));
    running.served.await.unwrap();
}

#[tokio::test]
async fn a_request_that_never_ends_does_not_keep_the_server() {
    let router = Router::new().route("/", get(async || std::future::pending::<&str>().await));
    let running = start(router, Bounds { farewell: SHORT, ..Bounds::default() }, Vec::new()).await;
    let mut stream = connect(&running).await;
    stream.write_all(REQUEST).await.unwrap();
    running.stop.send(()).unwrap();
    running.served.await.unwrap();
}
