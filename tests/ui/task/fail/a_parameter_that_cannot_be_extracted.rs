use runnable::prelude::*;

struct Client;

#[task]
async fn tell(#[from_run] client: Client) {
    drop(client);
}

fn main() {}
