use runnable::{prelude::*, runner::Runner};

struct Client;

#[task(returns = [page])]
async fn fetch(client: &Client, url: String) -> String {
    let _ = client;
    url
}

pipeline! {
    fn all(#[resource] client: Client, url: String) -> [page] { fetch }
}

async fn start(runner: &Runner) -> runnable::Result<()> {
    runner.run(all(Client, "a.org".to_owned())).await.map(drop)
}

fn main() {
    drop(start);
}
