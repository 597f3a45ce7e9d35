use runnable::prelude::*;

fn is_transient(error: &std::io::Error) -> bool {
    error.kind() == std::io::ErrorKind::TimedOut
}

#[task(
    returns = [text],
    name = "read-file",
    node = ReadFile,
    retry(3, backoff = "200ms", when = is_transient),
    timeout = std::time::Duration::from_secs(3),
    spawn,
)]
async fn read(path: String) -> Result<String, std::io::Error> {
    Ok(path)
}

#[task(returns = [text: String], idle_timeout = "30s", retry(2))]
fn follow() -> impl Stream<Item = DynEvent> {
    stream! { yield DynEvent::done().with("text", "") }
}

fn main() {
    drop(ReadFile { path: String::new() });
}
