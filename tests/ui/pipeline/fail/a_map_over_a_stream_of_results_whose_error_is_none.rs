include!("../../tasks.rs");

struct Broken;

fn texts() -> impl Stream<Item = Result<String, Broken>> {
    stream! {
        yield Err(Broken);
    }
}

pipeline! {
    fn all() { map((texts()) as text) { shout } }
}

fn main() {}
