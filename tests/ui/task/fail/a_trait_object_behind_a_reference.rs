use runnable::prelude::*;

#[task(returns = [n])]
async fn count(text: &dyn ToString) -> usize {
    text.to_string().len()
}

#[task(returns = [n])]
async fn measure(text: &(dyn ToString + Send + Sync)) -> usize {
    text.to_string().len()
}

fn main() {}
