include!("../../tasks.rs");

fn call() {
    load!("a");
}

fn main() {}
