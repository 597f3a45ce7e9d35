include!("../../tasks.rs");

include!("../../flow.rs");

pipeline! {
    fn all(path: String) { try { load } else { report } }
}

fn main() {}
