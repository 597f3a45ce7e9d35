//! A run that survives its process: `cargo run --features runner --example resume`
//!
//! Start it, kill it (Ctrl-C or `kill -9`), and start it again: it resumes after its last completed
//! step.
//!
//! The payment is declared `effect = "once"`. If you kill the process during the payment, the next
//! start asks whether it took place: `-- --assume done` or `-- --assume retry`.
use runnable::{
    ErrorKind,
    prelude::*,
    runner::Runner,
    store::{RunFilter, RunStatus, StepStatus},
};
use std::{error::Error, time::Duration};

/// Waits for a second, standing in for a remote call.
async fn work() {
    tokio::time::sleep(Duration::from_secs(1)).await;
}

/// Takes the items off the shelf.
#[task(returns = [parcels])]
async fn reserve(items: Vec<String>) -> Vec<String> {
    work().await;
    items.iter().map(|item| format!("a parcel with {item}")).collect()
}

/// Packs the parcels.
#[task(returns = [weight])]
async fn pack(parcels: &[String]) -> usize {
    work().await;
    parcels.iter().map(String::len).sum()
}

/// Writes the invoice.
#[task(returns = [amount])]
async fn invoice(parcels: &[String]) -> usize {
    work().await;
    parcels.len() * 10
}

/// Moves the money, which must never happen twice by accident.
#[task(returns = [receipt], effect = "once")]
async fn pay(amount: usize) -> String {
    work().await;
    format!("paid {amount}")
}

/// Sends one parcel.
#[task(returns = [tracking])]
async fn ship(parcel: String) -> String {
    work().await;
    format!("shipped {parcel}")
}

pipeline! {
    /// Processes an order, from the shelf to the door.
    fn order(items: Vec<String>) -> [receipt, tracking] {
        reserve >> parallel { pack, invoice } >> pay >> map(parcels as parcel, limit = 1) { ship }
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let runner = Runner::builder().run_log("sqlite:target/resume/runs.db").build().await?;
    let assume = std::env::args().skip_while(|argument| argument != "--assume").nth(1);

    // Resume the newest run unless it succeeded.
    let newest = RunFilter::new().pipeline("order").limit(1);
    let newest = runner.log()?.runs(&newest).await?.pop().filter(|run| run.status != RunStatus::Succeeded);
    let ended = if let Some(run) = newest {
        for step in runner.log()?.steps(&run.id).await? {
            if step.status == StepStatus::Succeeded {
                println!("  already done: {}", step.path);
            }
        }
        let mut again = runner.resume::<Order>(&run.id);
        match assume.as_deref() {
            Some("done") => {
                again = again.assume_done("pay", serde_json::json!({ "receipt": "paid, according to the bank" }));
            }
            Some("retry") => again = again.assume_retry("pay"),
            _ => {}
        }
        show(again.streaming().await?).await
    } else {
        let items = ["tea", "books", "a lamp"].map(String::from).to_vec();
        println!("new order: kill this process while it works, then start it again");
        show(runner.run(order(items)).streaming().await?).await
    };
    runner.shutdown().await?;
    match ended {
        Ok(output) => println!("{}; {}", output.receipt, output.tracking.join("; ")),
        Err(error) if error.kind() == ErrorKind::Interrupted => {
            println!(
                "{error:#}\nin this example: `cargo run --features runner --example resume -- --assume done`, or `-- --assume retry`"
            );
        }
        Err(error) => println!("{error:#}"),
    }
    Ok(())
}

/// Prints the lifecycle events of a run.
async fn show(
    mut run: Run<OrderEvent, OrderOutput, impl Future<Output = runnable::Result<OrderOutput>>>,
) -> runnable::Result<OrderOutput> {
    while let Some(event) = run.next().await {
        if let Some(happened) = event.lifecycle() {
            println!("  {:13} {}", happened.event_type(), event.path());
        }
    }
    run.output().await
}
