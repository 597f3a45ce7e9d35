//! Small crates and their cycles.

use super::*;
use std::fs;

/// A workspace of one crate, `a`, with these files under `src`.
fn sources(test: &str, files: &[(&str, &str)]) -> SourceGraph {
    let root = workspace::target().join("xtask-cycles").join(test);
    let _ = fs::remove_dir_all(&root);
    for (file, text) in files {
        let file = root.join("a/src").join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    let package = Package { name: "a".into(), folder: "a".into(), ..Package::default() };
    SourceGraph::read(&root, &[package]).unwrap()
}

fn modules(test: &str, files: &[(&str, &str)]) -> Vec<String> {
    sources(test, files)
        .cycles()
        .modules
        .into_iter()
        .map(|cycle| cycle.into_iter().collect::<Vec<_>>().join(" "))
        .collect()
}

fn files(test: &str, files: &[(&str, &str)]) -> Vec<String> {
    let cycles = sources(test, files).cycles().files.into_iter();
    cycles.map(|cycle| cycle.into_iter().map(|file| file.replace("a/src/", "")).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn rooms_that_import_each_other_are_a_cycle() {
    let tree = [
        ("lib.rs", "mod x; mod y; mod z;"),
        ("x.rs", "use crate::y::Y; pub struct X;"),
        ("y/mod.rs", "mod inner; pub use inner::Y;"),
        ("y/inner.rs", "pub struct Y(super::super::z::Z);"),
        ("z.rs", "pub struct Z; fn f(_: crate::x::X) {}"),
    ];
    assert_eq!(modules("three", &tree), ["a::x a::y a::z"]);
}

#[test]
fn an_arrow_that_only_points_down_is_not_a_cycle() {
    let tree = [
        ("lib.rs", "pub mod x; pub mod y; pub use x::X; pub use y::Y;"),
        ("x.rs", "use super::Y; pub struct X(Y);"),
        ("y.rs", "pub struct Y;"),
    ];
    let sources = sources("down", &tree);
    assert!(sources.cycles().modules.is_empty() && sources.cycles().files.is_empty());
    assert!(sources.modules.nodes() == ["a::(root)", "a::x", "a::y"] && sources.files.len() == 3);
}

#[test]
fn a_name_is_imported_from_its_definition_through_any_re_export() {
    let tree = [
        ("lib.rs", "mod x; mod y; mod face;"),
        ("face.rs", "pub use crate::x::*; pub use crate::y::Y as Renamed;"),
        ("x/mod.rs", "mod x; pub use x::X;"),
        ("x/x.rs", "use crate::face::Renamed; pub struct X;"),
        ("y.rs", "use crate::face::X; pub struct Y;"),
    ];
    assert_eq!(modules("face", &tree), ["a::x a::y"]);
}

#[test]
fn imports_hide_in_macros_globs_functions_and_aliases() {
    let ways = [
        ("macro", "fn f() { println!(\"{}\", crate::y::VALUE); }"),
        ("own_macro", "macro_rules! m { () => { $crate::y::VALUE } }"),
        ("glob", "use crate::y::*; fn f() -> u8 { VALUE }"),
        ("glob_in_macro", "use crate::y::*; fn f() { println!(\"{}\", VALUE); }"),
        ("function", "fn f() -> u8 { use crate::y::VALUE as V; V }"),
        ("alias", "use crate::y; fn f() -> u8 { y::VALUE }"),
        ("renamed", "use crate::y as other; fn f() -> u8 { other::VALUE }"),
        ("inline", "mod inline { fn f() -> u8 { super::super::y::VALUE } }"),
        ("feature", "#[cfg(feature = \"test\")] fn f() -> u8 { crate::y::VALUE }"),
        ("textual", "fn f() -> u8 { value!() }"),
    ];
    for (way, x) in ways {
        let y = "pub const VALUE: u8 = 1; fn g(_: crate::x::X) {} macro_rules! value { () => { 1 } }";
        let x = format!("mod e; pub struct X; {x}");
        let tree = [("lib.rs", "#[macro_use] mod y; mod x;"), ("x.rs", &*x), ("x/e.rs", ""), ("y.rs", y)];
        assert_eq!(modules(way, &tree), ["a::x a::y"], "{way}");
    }
}

#[test]
fn tests_other_crates_and_local_names_are_not_imports() {
    let ways = [
        ("tests", "#[cfg(test)] mod tests { use crate::y::VALUE; }"),
        ("foreign", "fn f() { ::y::VALUE; std::y::VALUE; }"),
        ("local", "fn f(y: u8) -> u8 { y }"),
        ("member", "fn f(value: T) { print!(value.VALUE) }"),
        ("quoted", "fn f() { quote!(::krate::y::VALUE, #y::VALUE) }"),
    ];
    for (way, x) in ways {
        let x = format!("mod e; pub struct X; {x}");
        let y = "pub const VALUE: u8 = 1; fn g(_: crate::x::X) {}";
        let tree = [("lib.rs", "mod x; mod y;"), ("x.rs", &*x), ("x/e.rs", ""), ("y.rs", y)];
        assert!(modules(way, &tree).is_empty(), "{way}");
    }
}

#[test]
fn files_inside_a_room_have_cycles_of_their_own() {
    let tree = [
        ("lib.rs", "mod top;"),
        ("top/mod.rs", "mod a; mod b; mod c; pub use c::C; pub struct Shared;"),
        ("top/a.rs", "use super::b::B; pub struct A;"),
        ("top/b.rs", "use super::{a::A, C}; pub struct B;"),
        ("top/c.rs", "use super::Shared; pub struct C;"),
    ];
    assert_eq!(files("inside", &tree), ["top/a.rs top/b.rs"]);
}

#[test]
fn files_side_by_side_share_a_room() {
    let tree = [
        ("lib.rs", "mod x; mod y;"),
        ("x.rs", "use crate::y::Y; pub struct X;"),
        ("y.rs", "use crate::x::X; pub struct Y;"),
    ];
    assert!(modules("side_by_side", &tree).is_empty());
    assert_eq!(files("side_by_side", &tree), ["a::x a::y"]);
}

#[test]
fn an_item_is_preferred_to_a_module_of_its_name() {
    let tree = [
        ("lib.rs", "mod begin; mod x;"),
        ("begin/mod.rs", "mod begin; pub use begin::begin; pub struct Other;"),
        ("begin/begin.rs", "pub fn begin() {}"),
        ("x.rs", "use crate::begin::begin; fn f() { begin() }"),
    ];
    let sources = sources("name", &tree);
    let imports: Vec<_> = sources.imports.iter().map(|arrow| (&*arrow.from[0], &*arrow.to[0])).collect();
    assert_eq!(imports, [("a/src/x.rs", "a/src/begin/begin.rs")]);
}
