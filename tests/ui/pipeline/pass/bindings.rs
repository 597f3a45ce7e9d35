include!("../../tasks.rs");

pipeline! {
    fn by_expression(path: String) { shout(text = format!("{path}!")) }
}

pipeline! {
    fn by_name(path: String, text: String) { a: shout(text) >> b: shout(text = path) }
}

pipeline! {
    fn of_a_borrowed_parameter(path: String) { count_words(text = &path[1..]) }
}

fn from_the_surrounding_scope() {
    let (path, mark, others) = (String::new(), '!', vec![String::new()]);
    let _ = pipeline!(load(path) >> again: shout(text = format!("{text}{mark}")));
    let _ = pipeline!(map(others as text) { shout } >> count_words(text = &mark.to_string()));
}

fn main() {}
