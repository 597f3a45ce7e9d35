use runnable::prelude::*;


mod inner {
    use runnable::prelude::*;

    #[task(returns = [text])]
    pub async fn format(n: u32) -> String {
        std::format!("{n}")
    }

    #[task(returns = [n])]
    pub async fn write(text: &str) -> usize {
        text.len()
    }

    #[task(returns = [n], node = StreamNumber)]
    pub fn stream(n: u32) -> impl Stream<Item = Number> {
        stream! { yield Number::Done { n }; }
    }

    #[derive(Debug, Clone, TaskEvent)]
    pub enum Number {
        Done { n: u32 },
    }

    pub fn used(n: u32) -> String {
        use std::fmt::Write as _;
        let mut out = format!("{n}");
        let _ = write!(out, "{n}");
        out
    }
}

pipeline! {
    fn both(n: u32) { inner::stream >> inner::format >> inner::write }
}

fn main() {}
