//! Steps that repeat until the result is good enough: `cargo run --example loop`
use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Guess {
    Progress { guess: f64, error: f64 },
}

/// Improves a guess at the square root of `number`.
#[task(returns = [guess, error])]
async fn improve(number: f64, guess: f64, turn: usize, events: Emitter<Guess>) -> (f64, f64) {
    let guess = if turn == 0 { guess } else { f64::midpoint(guess, number / guess) };
    let error = (guess * guess - number).abs();
    events.emit(Guess::Progress { guess, error }).await;
    (guess, error)
}

pipeline! {
    /// Approximates a square root. `guess` carries over between iterations; `error` is new in each.
    fn square_root(number: f64, guess: f64, limit: f64) -> [guess, error] {
        newton: repeat(max = 8, index as turn) { improve } until(error < limit)
    }
}

#[tokio::main]
async fn main() -> runnable::Result<()> {
    for limit in [1e-9, 0.0] {
        let mut run = square_root(2.0, 1.0, limit).execute_streaming();
        while let Some(event) = run.next().await {
            match event.data() {
                SquareRootEvent::Improve(Guess::Progress { guess, error }) => {
                    println!("{}: {guess:.12}, off by {error:.0e}", event.path());
                }
                // Reaching `max` is not a failure; the event reports it.
                SquareRootEvent::Lifecycle(Lifecycle::LoopFinished(turns)) => {
                    println!(
                        "{} iterations, {}",
                        turns.count,
                        if turns.exhausted { "the maximum" } else { "good enough" }
                    );
                }
                SquareRootEvent::Lifecycle(_) => {}
            }
        }
        println!("the square root of 2 is about {}\n", run.output().await?.guess);
    }
    Ok(())
}
