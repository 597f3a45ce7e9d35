use super::{
    piece,
    tasks::{Endless, Slow},
};
use axum::response::IntoResponse;
use runnable::prelude::*;
use runnable_http::{OnDisconnect, sse};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    time::Duration,
};

fn flags() -> [Arc<AtomicBool>; 2] {
    [Arc::default(), Arc::default()]
}

#[tokio::test(start_paused = true)]
async fn a_reader_who_disconnects_cancels_the_run() {
    let [finished, dropped] = flags();
    let run = Slow { finished: Arc::clone(&finished), dropped: Arc::clone(&dropped) }.execute_streaming();
    let mut body = sse(run).into_response().into_body();
    piece(&mut body).await.expect("it begins");
    assert!(!dropped.load(Ordering::Relaxed));
    drop(body);
    assert!(dropped.load(Ordering::Relaxed));
    tokio::time::sleep(Duration::from_secs(10)).await;
    assert!(!finished.load(Ordering::Relaxed));
}

#[tokio::test(start_paused = true)]
async fn a_run_continues_without_its_reader_if_it_is_configured_to() {
    let [finished, dropped] = flags();
    let run = Slow { finished: Arc::clone(&finished), dropped: Arc::clone(&dropped) }.execute_streaming();
    let mut body = sse(run).on_disconnect(OnDisconnect::Continue).into_response().into_body();
    piece(&mut body).await.expect("it begins");
    drop(body);
    assert!(!dropped.load(Ordering::Relaxed));
    tokio::time::sleep(Duration::from_secs(10)).await;
    assert!(finished.load(Ordering::Relaxed));
    assert!(dropped.load(Ordering::Relaxed));
}

/// While the client does not read, the run makes no more events.
#[tokio::test]
async fn a_reader_who_is_slow_slows_the_run() {
    let made = Arc::new(AtomicU32::new(0));
    let run = Endless { made: Arc::clone(&made), dropped: Arc::default() }.execute_streaming();
    let mut body = sse(run).into_response().into_body();
    let piece = piece(&mut body).await.expect("it begins");
    let first = made.load(Ordering::Relaxed);
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert_eq!(made.load(Ordering::Relaxed), first);
    assert!(piece.len() < 16 * 1024, "{} bytes were sent at once", piece.len());
}
