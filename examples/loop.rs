//! Steps that run until the result is good enough: `cargo run --example loop`
use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Guess {
    Progress { guess: f64, error: f64 },
}

/// Comes closer to the square root of a number.
#[task(returns = [guess, error])]
async fn improve(number: f64, guess: f64, turn: usize, events: Emitter<Guess>) -> (f64, f64) {
    let guess = if turn == 0 { guess } else { f64::midpoint(guess, number / guess) };
    let error = (guess * guess - number).abs();
    events.emit(Guess::Progress { guess, error }).await;
    (guess, error)
}

pipeline! {
    /// Guesses a square root. `improve` takes the `guess` of the turn before; `error` is new in every turn.
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
                // Reaching `max` is no failure, but its event says so.
                SquareRootEvent::Lifecycle(Lifecycle::LoopFinished(turns)) => {
                    println!(
                        "{} turns, {}",
                        turns.count,
                        if turns.exhausted { "no more allowed" } else { "good enough" }
                    );
                }
                SquareRootEvent::Lifecycle(_) => {}
            }
        }
        println!("the square root of 2 is about {}\n", run.output().await?.guess);
    }
    Ok(())
}
