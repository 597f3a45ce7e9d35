include!("../../tasks.rs");

pipeline! {
    fn by_kind(kind: String, text: String) -> [text] { match kind { "loud" | "very loud" => shout, _ => {} } }
}

fn main() {}
