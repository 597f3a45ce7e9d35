//! Sequences of so many steps that they are compiled in parts.

use runnable::prelude::*;

/// A value that cannot be copied.
#[derive(Debug, PartialEq)]
struct Ticket(u64);

#[task(returns = [ticket, text])]
async fn begin(n: u64) -> (Ticket, String) {
    (Ticket(n), n.to_string())
}

#[task(returns = [n])]
async fn increment(n: u64) -> u64 {
    n + 1
}

#[task(returns = [length])]
async fn measure(ticket: &Ticket, text: &str) -> Result<u64, String> {
    if ticket.0 == 13 { Err("no ticket has the number 13".to_owned()) } else { Ok(text.len() as u64) }
}

#[task(returns = [text])]
async fn append(text: String, n: u64) -> String {
    format!("{text}, {n}")
}

#[task(returns = [sum])]
async fn finish(ticket: Ticket, n: u64) -> u64 {
    ticket.0 * 1_000 + n
}

pipeline! {
    fn long(n: u64, offsets: Vec<u64>) -> [sum, text, length, total] {
        begin
        >> s1: increment >> s2: increment >> s3: increment >> s4: increment >> s5: increment >> s6: increment
        >> s7: increment >> s8: increment >> s9: increment >> s10: increment >> s11: increment >> s12: increment
        >> s13: increment >> s14: increment >> s15: increment >> s16: increment >> s17: increment >> s18: increment
        >> measure
        >> append
        >> s19: increment >> s20: increment >> s21: increment >> s22: increment >> s23: increment >> s24: increment
        >> each: map(offsets as offset) { sum_of(a = n + offset) }
        >> s25: increment >> s26: increment >> s27: increment >> s28: increment >> s29: increment >> s30: increment
        >> s31: increment >> s32: increment >> s33: increment >> s34: increment >> s35: increment >> s36: increment
        >> finish
    }
}

#[task(returns = [total])]
async fn sum_of(a: u64) -> u64 {
    a
}

#[tokio::test]
async fn values_pass_between_the_parts_of_a_long_sequence() {
    let output = long(7, vec![100, 200]).execute().await.unwrap();
    assert_eq!(output.sum, 7_043);
    assert_eq!(output.text, "7, 25");
    assert_eq!(output.length, 1);
    assert_eq!(output.total, [131, 231]);
}

#[tokio::test]
async fn a_failure_ends_a_long_sequence() {
    let error = long(13, vec![]).execute().await.unwrap_err();
    assert_eq!(error.path().to_string(), "measure");
}

#[tokio::test]
async fn the_steps_of_a_long_sequence_start_in_order() {
    let mut run = long(1, vec![]).execute_streaming();
    let mut started = Vec::new();
    while let Some(event) = run.next().await {
        if let LongEvent::Lifecycle(Lifecycle::StepStarted) = event.data() {
            started.push(event.path().to_string());
        }
    }
    assert_eq!(started.len(), 40);
    assert_eq!(started[..2], ["begin", "s1"]);
    assert_eq!(started[38..], ["s36", "finish"]);
}
