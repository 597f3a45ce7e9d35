//! Tasks whose nodes have names of values, macros and types that they do not hide, or that got another name.

use runnable::prelude::*;

macro_rules! tasks {
    ($($name:ident)*) => {
        $(
            #[task(returns = [n])]
            async fn $name(n: u32) -> u32 {
                n + 1
            }
        )*
    };
}

tasks! { some none ok err debug hash error event run lifecycle arc rc cell path output context poll pin json serialize deserialize }

#[task(node = OptionTask, returns = [found])]
async fn option(n: u32) -> Option<u32> {
    Some(n).filter(|n| *n > 0)
}

#[task(node = SendTask, returns = [text])]
async fn send(found: Option<u32>) -> Result<String, String> {
    found.map(|n| n.to_string()).ok_or_else(|| "nothing".to_owned())
}

#[derive(Clone, Debug, PartialEq, TaskEvent)]
enum Part {
    Done { text: String },
}

#[task(node = StreamTask, returns = [text])]
fn stream(text: String) -> impl Stream<Item = Part> {
    stream! { yield Part::Done { text }; }
}

pipeline! {
    fn all(n: u32) -> [n, text] {
        some >> none >> ok >> err >> debug >> hash >> error >> event >> run >> lifecycle >> arc >> rc >> cell >> path >> output
            >> context >> poll >> pin >> json >> serialize >> deserialize >> option >> send >> stream
    }
}

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let output = runtime.block_on(all(0).execute()).unwrap();
    assert_eq!((output.n, output.text.as_str()), (21, "21"));
    let error: Result<u32, Error> = Err(Error { n: 1 });
    assert_eq!(error.map_or_else(|error| error.n, |n| n), 1);
}
