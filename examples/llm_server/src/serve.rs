//! Serving and graceful shutdown.

use crate::{Model, app};
use axum::{
    body::{Body, Bytes},
    extract::{Request, State},
    http::header::CONTENT_TYPE,
    middleware::{Next, from_fn_with_state},
    response::Response,
};
use futures_util::StreamExt as _;
use runnable::stream;
use std::{io, pin::pin, time::Duration};
use tokio::{
    net::TcpListener,
    sync::{oneshot, watch},
    time::{sleep, timeout},
};

/// The last event of an answer that is cut off.
const CUT_OFF: &[u8] = b"data: {\"type\":\"error\",\"error\":\"the server is shutting down\"}\n\n";

/// The time in which the last events of answers that are cut off are sent.
const FLUSH: Duration = Duration::from_secs(1);

/// Serves `model` until `stop` completes, then accepts no more connections and gives in-flight
/// answers `grace_period` to complete. Those that are left end with an `error` event.
///
/// # Errors
/// Fails if the listener fails.
pub async fn serve(
    listener: TcpListener,
    model: Model,
    stop: impl Future<Output = ()> + Send + 'static,
    grace_period: Duration,
) -> io::Result<()> {
    let (stopping, stopped) = oneshot::channel();
    let stop = async {
        stop.await;
        // The receiver is gone if serving has already ended.
        let _ = stopping.send(());
    };
    let (cut, is_cut) = watch::channel(());
    let app = app(model).layer(from_fn_with_state(is_cut, end_with_an_error));
    let mut serving = pin!(axum::serve(listener, app).with_graceful_shutdown(stop).into_future());
    let too_long = async {
        match stopped.await {
            Ok(()) => sleep(grace_period).await,
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        served = &mut serving => return served,
        () = too_long => {}
    }
    tracing::warn!("some answers took longer than {grace_period:?} and are cut off");
    // Waiting streams see that the sender is gone.
    drop(cut);
    // A client that does not read does not hold up the end.
    timeout(FLUSH, serving).await.unwrap_or(Ok(()))
}

/// Ends a stream of events with an `error` event once the server must not wait any longer.
async fn end_with_an_error(State(mut is_cut): State<watch::Receiver<()>>, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    if response.headers().get(CONTENT_TYPE).is_none_or(|kind| kind != "text/event-stream") {
        return response;
    }
    response.map(|body| {
        let mut frames = body.into_data_stream();
        Body::from_stream(stream! {
            loop {
                let frame = tokio::select! {
                    biased;
                    _ = is_cut.changed() => None,
                    frame = frames.next() => Some(frame),
                };
                match frame {
                    Some(Some(frame)) => yield frame,
                    Some(None) => break,
                    None => {
                        yield Ok(Bytes::from_static(CUT_OFF));
                        break;
                    }
                }
            }
        })
    })
}
