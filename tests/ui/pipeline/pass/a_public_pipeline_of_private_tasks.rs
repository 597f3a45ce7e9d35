//! A public pipeline is a step anywhere, whoever may see its own steps.

mod lib {
    use runnable::prelude::*;

    #[derive(Debug, Clone, TaskEvent)]
    enum Progress {
        Half { done: u32 },
    }

    #[task(returns = [text])]
    async fn hidden(input: String, events: Emitter<Progress>) -> String {
        let _ = events.emit(Progress::Half { done: 1 }).await;
        input
    }

    #[task(returns = [length])]
    async fn measure(text: &str) -> usize {
        text.len()
    }

    pipeline! {
        pub fn composed(input: String) -> [text, length] { hidden >> measure }
    }

    pub mod nested {
        use runnable::prelude::*;

        pipeline! {
            pub fn wrapped(input: String) -> [text, length] { super::composed }
        }
    }
}

use runnable::prelude::*;

#[task(returns = [verdict])]
async fn judge(length: usize, text: String) -> bool {
    text.len() == length
}

pipeline! {
    fn outer(input: String) -> [verdict, length] { lib::composed >> judge }
}

pipeline! {
    fn further(input: String) -> [verdict, length] { lib::nested::wrapped >> judge }
}

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        assert!(outer("abc".into()).execute().await.unwrap().verdict);
        let mut run = further("abc".into()).execute_streaming();
        while let Some(event) = run.next().await {
            let _ = matches!(event.data(), FurtherEvent::Lifecycle(_));
        }
        assert_eq!(run.output().await.unwrap().length, 3);
    });
}
