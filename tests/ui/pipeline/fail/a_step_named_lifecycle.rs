include!("../../tasks.rs");

#[task]
async fn tell(events: Emitter<DynEvent>) {
    drop(events);
}

pipeline! {
    fn all() { lifecycle: tell }
}

fn main() {}
