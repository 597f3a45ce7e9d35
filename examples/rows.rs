//! Rows that are stored as they are read, at most four at a time: `cargo run --example rows`
use runnable::prelude::*;
use std::{io, time::Duration};

struct Order {
    id: u32,
    cents: u64,
}

/// Reads the orders page by page. Nothing is read ahead: while four orders are being stored, it waits.
fn orders(pages: u32) -> impl Stream<Item = io::Result<Order>> {
    try_stream! {
        for page in 0..pages {
            println!("reading page {page}");
            tokio::time::sleep(Duration::from_millis(50)).await;
            for id in page * 5..(page + 1) * 5 {
                yield Order { id, cents: u64::from(id) * 99 };
            }
        }
    }
}

/// Stores an order. It returns nothing, so nothing is kept of the orders.
#[task]
async fn store(order: Order) -> io::Result<()> {
    tokio::time::sleep(Duration::from_millis(20)).await;
    println!("  stored order {}: {} cents", order.id, order.cents);
    Ok(())
}

pipeline! {
    /// Stores all orders.
    fn import(pages: u32) {
        map((orders(pages)) as order, limit = 4) { store }
    }
}

#[tokio::main]
async fn main() -> runnable::Result<()> {
    import(3).execute().await?;
    Ok(())
}
