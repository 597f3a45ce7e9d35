include!("../../tasks.rs");

pipeline! {
    fn arrow(path: String) { load -> count_words }
}

pipeline! {
    fn pipe(path: String) { load |> count_words }
}

pipeline! {
    fn and(text: String) { count_words & shout }
}

pipeline! {
    fn assigned(path: String) { text = load >> count_words }
}

pipeline! {
    fn returned(path: String) { return load }
}

pipeline! {
    fn nested(path: String) { count_words(load(path)) }
}

pipeline! {
    fn colon(file: String) { load(path: file) }
}

pipeline! {
    fn arrow_in_an_argument(file: String) { load(path => file) }
}

pipeline! {
    fn braces(file: String) { load { path: file } }
}

pipeline! {
    fn list(text: String) { [count_words, shout] }
}

pipeline! {
    fn tuple(text: String) { (count_words, shout) }
}

pipeline! {
    fn macros(text: String) { join!(count_words, shout) }
}

pipeline! {
    fn text_as_a_label(text: String) { parallel { "es": count_words } }
}

pipeline! {
    fn label_with_equals(text: String) { parallel { es = count_words, fr = shout } }
}

pipeline! {
    fn literal(path: String) { "text" >> load }
}

pipeline! {
    fn retried(path: String) { retry(3) { load } }
}

pipeline! {
    fn sequence(path: String) { sequence { load } }
}

pipeline! {
    fn empty_arm(n: u32, text: String) { match n { 1 => shout, _ => () } }
}

pipeline! {
    fn panicking_arm(n: u32, text: String) { match n { 1 => shout, _ => panic!("no") } }
}

fn main() {}
