include!("../../tasks.rs");

#[task(returns = [line])]
async fn number(i: usize, text: &str) -> String {
    format!("{i}: {text}")
}

pipeline! {
    fn equals(texts: Vec<String>) { map(texts as text, index = i) { number } }
}

pipeline! {
    fn without_a_name(texts: Vec<String>) { map(texts as text, index) { number } }
}

pipeline! {
    fn the_name_first(texts: Vec<String>) { map(texts as text, i as index) { number } }
}

pipeline! {
    fn before_the_items(texts: Vec<String>) { map(index as i, texts as text) { number } }
}

pipeline! {
    fn limit_before_the_items(texts: Vec<String>) { map(limit = 2, texts as text) { number } }
}

pipeline! {
    fn limit_with_as(texts: Vec<String>) { map(texts as text, limit as 2) { number } }
}

pipeline! {
    fn twice(texts: Vec<String>) { map(texts as text, index as i, index as i) { number } }
}

pipeline! {
    fn the_name_of_the_item(texts: Vec<String>) { map(texts as i, index as i) { number(text = "") } }
}

pipeline! {
    fn two_collections(texts: Vec<String>, others: Vec<usize>) { map(texts as text, others as i) { number } }
}

pipeline! {
    fn another_word(texts: Vec<String>) { map(texts as text, idx as i) { number } }
}

pipeline! {
    fn of_another_type(texts: Vec<String>) { map(texts as text, index as n) { number(i = n, text = n) } }
}

fn main() {}
