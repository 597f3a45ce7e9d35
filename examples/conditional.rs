//! Steps that depend on the data, with the compiler checking for missing cases:
//! `cargo run --example conditional`
use runnable::prelude::*;

/// The intent of a message.
#[derive(Debug, Clone)]
enum Request {
    Order { item: String, count: u32 },
    Question { topic: String },
    Thanks,
}

/// Classifies the intent of a message.
#[task(returns = [request])]
async fn classify(message: &str) -> Request {
    let words: Vec<_> = message.trim_end_matches(['!', '?']).split(' ').collect();
    match words[..] {
        ["send", count, item] => Request::Order { item: item.to_owned(), count: count.parse().unwrap_or(1) },
        [.., topic] if message.ends_with('?') => Request::Question { topic: topic.to_owned() },
        _ => Request::Thanks,
    }
}

/// Confirms an order.
#[task(returns = [reply])]
async fn confirm(item: &str, count: u32) -> String {
    format!("{count} {item} will be sent")
}

/// Refers a large order to a manager.
#[task(returns = [reply])]
async fn ask_manager(item: &str, count: u32) -> String {
    format!("{count} {item} is a large order: we will call you")
}

/// Answers a question.
#[task(returns = [reply])]
async fn look_up(topic: &str) -> String {
    format!("here is everything we know about {topic}")
}

/// Answers anything else.
#[task(returns = [reply])]
async fn be_polite() -> String {
    "you are welcome".to_owned()
}

/// Converts a reply to upper case.
#[task(returns = [reply])]
async fn shout(reply: String) -> String {
    reply.to_uppercase()
}

pipeline! {
    /// Replies to a message. Every arm returns `reply`, so later steps can use it.
    fn answer(message: String) -> [reply] {
        classify
            >> match request {
                Request::Order { item, count } if *count > 100 => ask_manager,
                Request::Order { item, count } => confirm,
                Request::Question { topic } => look_up,
                Request::Thanks => be_polite,
            }
            >> if message.ends_with('!') { shout }
    }
}

#[tokio::main]
async fn main() -> runnable::Result<()> {
    for message in ["send 3 pumps", "send 500 pumps", "what is a valve?", "thank you!"] {
        let mut run = answer(message.into()).execute_streaming();
        let mut steps = vec![];
        while let Some(event) = run.next().await {
            if matches!(event.lifecycle(), Some(Lifecycle::StepStarted)) {
                steps.push(event.path().to_string());
            }
        }
        println!("{message:<17} {:<27} {}", steps.join(" > "), run.output().await?.reply);
    }
    Ok(())
}
