use runnable::prelude::*;

#[task]
async gen fn count(to: u32) -> u32 {
    for number in 0..to {
        yield number;
    }
}

#[task]
gen fn letters() -> char {
    yield 'a';
}

fn main() {}
