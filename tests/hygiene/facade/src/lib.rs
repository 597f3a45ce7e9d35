//! Passes `runnable` on: its users do not depend on it themselves.

pub use runnable;

/// The names that users import.
pub mod prelude {
    pub use runnable::prelude::*;
}

#[cfg(test)]
mod tests {
    use crate::prelude::*;

    #[task(returns = [doubled])]
    async fn double(n: u32) -> u32 {
        n * 2
    }

    pipeline! {
        fn twice(n: u32) -> [again] {
            double >> again: double(n = doubled) -> [doubled as again]
        }
    }

    #[tokio::test]
    async fn the_prelude_of_the_crate_itself() {
        assert_eq!(twice(2).execute().await.unwrap().again, 8);
    }
}
