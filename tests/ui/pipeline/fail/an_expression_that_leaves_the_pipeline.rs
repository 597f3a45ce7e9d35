include!("../../tasks.rs");

pipeline! {
    fn returned(path: String) { load(path = return path) }
}

pipeline! {
    fn tried(path: String) { load(path = path.parse::<String>()?) }
}

pipeline! {
    fn matched(path: String) -> [text] { match path.parse::<u32>()? { 0 => load, _ => load_b: load } }
}

// These leave a closure only.
pipeline! {
    fn fine(path: String) -> [text] {
        load(path = (|| Some(path.strip_prefix("/")?.to_owned()))().unwrap_or_default())
    }
}

fn main() {}
