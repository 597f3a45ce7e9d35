include!("../../tasks.rs");

mod other {
    use runnable::prelude::*;

    #[task]
    pub async fn tell(events: Emitter<DynEvent>) {
        drop(events);
    }
}

#[task]
async fn tell(events: Emitter<DynEvent>) {
    drop(events);
}

pipeline! {
    fn all() { parallel { a: tell, b: { other::tell } } >> Tell: tell }
}

fn main() {}
