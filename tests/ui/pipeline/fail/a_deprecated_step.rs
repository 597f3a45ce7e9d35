include!("../../tasks.rs");

#[deprecated(note = "use `load`")]
#[task(returns = [text])]
async fn fetch(path: String) -> String {
    path
}

#[deny(deprecated)]
mod strict {
    use super::*;

    pipeline! {
        #[deprecated]
        pub fn older(path: String) { load }
    }

    pipeline! {
        pub fn all(path: String) {
            fetch
        }
    }

    pipeline! {
        pub fn outer(path: String) {
            older
        }
    }
}

fn main() {}
