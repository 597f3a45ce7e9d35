include!("../../tasks.rs");

pipeline! {
    fn renamed(text: String) { count_words as words }
}

pipeline! {
    fn otherwise(text: String, loud: bool) { if loud { shout } elif !loud { count_words } }
}

pipeline! {
    fn negated(text: String, quiet: bool) { if not quiet { shout } }
}

pipeline! {
    fn both(text: String, a: bool, b: bool) { if a and b { shout } }
}

pipeline! {
    fn ternary(text: String, loud: bool) { loud ? shout : count_words }
}

pipeline! {
    fn finally(path: String) { try { load } else { again: load } finally { count_words } }
}

pipeline! {
    fn instead(path: String) { load || another: load }
}

pipeline! {
    fn recovered(path: String) { load.unwrap_or(path) }
}

pipeline! {
    fn mapped(items: Vec<String>) { items.map(shout) }
}

pipeline! {
    fn chained(path: String) { load.then(count_words) }
}

pipeline! {
    fn labelled(text: String) { parallel { loud => shout, count_words } }
}

pipeline! {
    fn listed(text: String) { parallel(shout, count_words) }
}

pipeline! {
    fn limited(text: String) { parallel(limit = 2) { shout, count_words } }
}

fn main() {}
