include!("../../tasks.rs");

pipeline! {
    fn untyped(path) { load }
}

pipeline! {
    fn mutable(mut path: String) { load }
}

pipeline! {
    fn mutable_reference(text: &mut String) { shout }
}

pipeline! {
    fn inner_reference(text: Option<&str>, path: String) { load }
}

pipeline! {
    fn deprecated_parameter(#[deprecated] path: String) { load }
}

pipeline! {
    fn bounded(path: String) -> [text] where String: Clone { load }
}

pipeline! {
    fn typed_outputs(path: String) -> [text: String] { load }
}

fn main() {}
