//! Parameters, returns, constants and modules with the names that an expansion uses itself, and names without cases.

#![allow(non_snake_case, non_upper_case_globals, unused)]

macro_rules! nodes {
    ($($module:ident $param:ident $return:ident)*) => {$(
        mod $module {
            use runnable::prelude::*;

            #[task(returns = [$return], node = Work)]
            pub async fn $module($param: u64, by: &u64) -> u64 {
                $param + by
            }

            pipeline! { pub fn one($param: u64, by: u64) -> [$return] { $module } }
            pipeline! { pub fn each($param: Vec<u64>, by: u64) -> [all] {
                map($param as $param, limit = 2) { $module -> [$return as all] }
            } }
            pipeline! { pub fn tried($param: u64, by: u64) -> [$return] { try { $module } else { again: $module } } }
            pipeline! { pub fn chosen($param: u64, by: u64) -> [$return] {
                match $param { 0 => $module, $return if *&$return > 3 => second: $module, _ => third: $module }
            } }
        }
    )*};
}

nodes! {
    a plain cx b cx plain c __cx __plain d __output __error e __error __given f out __out g number event h begin around
    i fields map j value other k __PLACES __a l to f m _to _from n row index o item items p __item __items q __limit max
    r __awaitee __arg s core std t alloc serde u NAME SHAPE v S T w __R __M x recorded hidden y __value __value___cx
    z __value_1_z source aa held __held_1 ab over turn ac __turn __over ad __own own
}

mod constants {
    use runnable::prelude::*;

    const plain: u64 = 1;
    const cx: u64 = 1;
    const out: u64 = 1;
    const event: u64 = 1;
    const fields: u64 = 1;
    const value: u64 = 1;
    const number: u64 = 1;
    const begin: u64 = 1;
    const map: u64 = 1;
    const to: u64 = 1;
    const f: u64 = 1;
    const other: u64 = 1;
    const item: u64 = 1;
    const items: u64 = 1;
    const yielder: u64 = 1;
    static replaced: u64 = 1;

    #[derive(Debug, Clone, TaskEvent)]
    pub enum Numbers {
        Next { of: u64 },
        Done { last: u64 },
    }

    #[task(returns = [a, b], retry(2))]
    async fn two(x: u64) -> Result<(u64, u64), String> {
        Ok((x, x))
    }

    // The node is named `S`, as a type parameter of a serializer often is.
    #[task(returns = [last], retry(2), idle_timeout = "1s")]
    fn s(a: u64) -> impl Stream<Item = Result<Numbers, String>> {
        try_stream! { yield Numbers::Done { last: a }; }
    }

    pipeline! { pub fn all(x: u64, list: Vec<u64>) -> [b, ends] { two >> map(list as a) { s -> [last as ends] } } }
}

mod without_cases {
    use runnable::prelude::*;

    #[task(returns = [größe])]
    pub async fn zähle(wörter: &str) -> usize {
        wörter.len()
    }

    #[task(returns = [出力])]
    pub async fn 計算(größe: usize) -> usize {
        größe
    }

    #[task(returns = [_2], node = Underscored)]
    async fn _1(出力: usize) -> usize {
        出力
    }

    pipeline! { pub fn 全部(wörter: String) -> [_2] { zähle >> 計算 >> _1 } }
}

/// The macros, types and traits of the standard library under which expansions could be written.
mod shadowed {
    use runnable::{pipeline, task};

    macro_rules! concat { ($($tokens:tt)*) => { compile_error!("not this macro") }; }
    macro_rules! stringify { ($($tokens:tt)*) => { compile_error!("not this macro") }; }
    mod core {}
    mod alloc {}
    mod serde {}
    mod runnable_core {}
    struct Result;
    struct Ok;
    struct Err;
    trait Send {}
    trait Sized {}
    trait Clone {}
    trait Future {}

    #[task(returns = [text, length])]
    async fn measure(text: ::std::string::String) -> (::std::string::String, usize) {
        let length = text.len();
        (text, length)
    }

    pipeline! { pub fn shadowed(text: ::std::string::String) -> [length] { measure } }
}

fn main() {
    let _ = (a::one(1, 2), constants::all(1, vec![2]), without_cases::全部(String::new()));
    let _ = shadowed::shadowed(String::new());
}
