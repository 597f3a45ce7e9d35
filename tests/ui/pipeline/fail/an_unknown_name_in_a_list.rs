include!("../../tasks.rs");

pipeline! {
    fn of_a_step(path: String) { load -> [txt] }
    fn of_a_parallel(path: String) { load >> parallel { count_words, split } -> [wrods] }
    fn of_a_group(path: String) { { load >> count_words } -> [wrods] }
    fn of_a_map(paths: Vec<String>) { map(paths as path) { load } -> [txt] }
}

fn main() {}
