//! The allocations of a frame. This is a program of its own, since it counts with a global allocator.

use axum::response::IntoResponse;
use http_body_util::BodyExt;
use runnable::prelude::*;
use runnable_http::{ndjson, sse};

#[derive(Debug, Clone, TaskEvent)]
enum Step {
    Number { number: u64 },
    Done { number: u64 },
}

/// Events that allocate nothing themselves.
#[task(returns = [number], stream_end = "done")]
fn count(to: u64) -> impl Stream<Item = Step> {
    stream! {
        for number in 0..to {
            yield Step::Number { number };
        }
        yield Step::Done { number: to };
    }
}

/// Counts the allocations of a whole response. Each chunk is dropped before the next is polled.
fn allocations<R: IntoResponse>(respond: fn(Count) -> R, events: u64) -> u64 {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let info = allocation_counter::measure(|| {
        runtime.block_on(async {
            let mut body = respond(Count { to: events }).into_response().into_body();
            while let Some(piece) = body.frame().await {
                piece.expect("it is whole");
            }
        });
    });
    info.count_total
}

/// A hundred thousand more frames cost only a few more allocations.
fn frames_are_free<R: IntoResponse>(respond: fn(Count) -> R) {
    allocations(respond, 10);
    let (few, many) = (allocations(respond, 1000), allocations(respond, 101_000));
    println!("{few} allocations for 1,000 frames, {many} for 101,000");
    assert!(many < few + 50, "{few} allocations for 1,000 frames, {many} for 101,000");
}

#[test]
fn a_frame_of_server_sent_events_allocates_nothing() {
    frames_are_free(|count| sse(count.execute_streaming()));
    frames_are_free(|count| sse(count.execute_streaming()).named());
    frames_are_free(|count| sse(count.execute_streaming()).flat());
}

#[test]
fn a_line_of_json_allocates_nothing() {
    frames_are_free(|count| ndjson(count.execute_streaming()));
}
