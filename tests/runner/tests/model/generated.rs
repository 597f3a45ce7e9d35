// Written by model.py from the seed 7; not to be edited.
use super::{environment::*, resumes, tasks::*};
use runnable::prelude::*;

pipeline! {
    fn p0(b: i64, xs: &[i64]) {
        step_1: halves(ys = xs) -> [xs]
            >> blend(c = b, d = b) -> [a as c]
            >> weave(ys = shuffled(&vec![5, 6]), xs = shuffled(&xs.to_vec()))
            >> total
            >> {
                match &xs[..] {
                    [e, last @ ..] => if flag() { {} -> [ys, ys as g] } else if flag() || last.is_empty() { step_2: mix(a = b, b = shift() + b + 1) } else { mix(a = shift() + 7, b = e) } -> [ys],
                    [e, .., a] => map(xs as b, limit = 4) { total(xs = items()) } -> [c as u, c as w],
                    [] => rows(xs = shuffled(&vec![b + 2, b * 2]), b = b) -> [grid],
                    last => {},
                },
            } -> [ys]
    }
}
mod p0_changed {
    use super::*;
    pipeline! {
    pub(super) fn p0(b: i64, xs: &[i64]) {
        step_1: halves(ys = xs) -> [xs]
            >> blend(c = b, d = b) -> [a as c]
            >> weave(ys = shuffled(&vec![5, 6]), xs = shuffled(&xs.to_vec()))
            >> total
            >> {
                match &xs[..] {
                    [e, last @ ..] => if flag() { {} -> [ys, ys as g] } else if flag() || last.is_empty() { step_2: mix(a = b, b = shift() + b + 1) } else { another_name: mix(a = shift() + 7, b = e) } -> [ys],
                    [e, .., a] => map(xs as b, limit = 4) { total(xs = items()) } -> [c as u, c as w],
                    [] => rows(xs = shuffled(&vec![b + 2, b * 2]), b = b) -> [grid],
                    last => {},
                },
            } -> [ys]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p0_resumes() {
    resumes::<P0, p0_changed::P0>("p0", || p0(16, &[]), false).await;
}

pipeline! {
    fn p1(grid: Vec<Vec<i64>>, ys: Vec<i64>) -> [grid as h] {
        step_1: flatten(grid = grid)
            >> step_2: flatten(grid) -> [xs as b]
            >> map(xs as e) {
                match (e % 2 == 0, e % 3) {
                    (true, 0) => try { flatten(grid = grid) >> step_3: late(a = e, c = e) -> [c] } else { grow(a = e) -> [ys] },
                    (true, xs) => {},
                    (_, xs) if xs > 0 => weave(xs = shuffled(&vec![0, 1])),
                    _ => both_4: parallel {
                        up_to(a = { let first = e * 1; first - e }) >> total(xs = b),
                        branch_5: behead -> [ys as zs],
                        rows(b = shift() + 3)
                            >> blend(c = shift() + { let first = e * 9; first - e }, d = b.iter().map(|item| item % 10).sum::<i64>()) -> [a],
                    }
                        >> repeat(max = usize::from(flag()) + 1, index as round) {
                            stamp(round) >> step_6: stamp(xs) >> step_7: age(round = round),
                        } until(flag()),
                },
            } -> [ys as d]
            >> weave(xs) -> [ys]
            >> behead -> [ys]
    }
}
mod p1_changed {
    use super::*;
    pipeline! {
    pub(super) fn p1(grid: Vec<Vec<i64>>, ys: Vec<i64>) -> [grid as h] {
        step_1: flatten(grid = grid)
            >> step_2: flatten(grid) -> [xs as b]
            >> map(xs as e, limit = 9) {
                match (e % 2 == 0, e % 3) {
                    (true, 0) => try { flatten(grid = grid) >> step_3: late(a = e, c = e) -> [c] } else { grow(a = e) -> [ys] },
                    (true, xs) => {},
                    (_, xs) if xs > 0 => weave(xs = shuffled(&vec![0, 1])),
                    _ => both_4: parallel {
                        up_to(a = { let first = e * 1; first - e }) >> total(xs = b),
                        branch_5: behead -> [ys as zs],
                        rows(b = shift() + 3)
                            >> blend(c = shift() + { let first = e * 9; first - e }, d = b.iter().map(|item| item % 10).sum::<i64>()) -> [a],
                    }
                        >> repeat(max = usize::from(flag()) + 1, index as round) {
                            stamp(round) >> step_6: stamp(xs) >> step_7: age(round = round),
                        } until(flag()),
                },
            } -> [ys as d]
            >> weave(xs) -> [ys]
            >> behead -> [ys]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p1_resumes() {
    resumes::<P1, p1_changed::P1>("p1", || p1(vec![vec![70, 70], vec![92], vec![], vec![]], vec![52, 57, 78, 96]), true).await;
}

pipeline! {
    fn p2(a: i64, grid: Vec<Vec<i64>>) {
        both_1: parallel {
            branch_2: heads(grid = vec![vec![6], vec![]]) -> [c, zs],
            branch_3: double(a = a) -> [b]
                >> by_4: match a {
                    a if a % 2 == 1 => map((0..3_i64) as e) {
                        blend(c = 9, d = shift() + e + 4)
                            >> turn(b = shift() + b + 0, c = shift() + e * b % 1_009 + 8, d = b),
                    } -> [b as zs, d]
                        >> negate,
                    a => heads -> [zs as b] >> group_5: { nth(xs = b, b = b.len() as i64) >> total(xs = b) },
                }
                >> flatten,
            add_one(a = a) -> [a],
        }
            >> grow
            >> { blend(c = shift() + a * a % 1_009 + 6, d = a) } -> [ys, c as d, ys as grid]
    }
}
mod p2_changed {
    use super::*;
    pipeline! {
    pub(super) fn p2(a: i64, grid: Vec<Vec<i64>>) {
        both_1: parallel {
            branch_2: heads(grid = vec![vec![6], vec![]]) -> [c, zs],
            branch_3: double(a = a) -> [b]
                >> by_4: match a {
                    a if a % 2 == 1 => map((0..3_i64) as e, limit = 9) {
                        blend(c = 9, d = shift() + e + 4)
                            >> turn(b = shift() + b + 0, c = shift() + e * b % 1_009 + 8, d = b),
                    } -> [b as zs, d]
                        >> negate,
                    a => heads -> [zs as b] >> group_5: { nth(xs = b, b = b.len() as i64) >> total(xs = b) },
                }
                >> flatten,
            add_one(a = a) -> [a],
        }
            >> grow
            >> { blend(c = shift() + a * a % 1_009 + 6, d = a) } -> [ys, c as d, ys as grid]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p2_resumes() {
    resumes::<P2, p2_changed::P2>("p2", || p2(27, vec![vec![36, 15], vec![96, 25], vec![55, 33]]), true).await;
}

pipeline! {
    fn p3(grid: Vec<Vec<i64>>) -> [zs, b as e] {
        repeat(max = usize::from(flag()) + 3, index as i) {
            repeat(max = 2) { heads -> [zs] } until(flag()),
        } until(flag()) -> [zs as u]
            >> halves(ys = shuffled(&vec![2, 3])) -> [xs]
            >> weave(ys = xs) -> [ys as zs]
            >> zip_up(xs = zs, ys = zs)
    }
}
mod p3_changed {
    use super::*;
    pipeline! {
    pub(super) fn p3(grid: Vec<Vec<i64>>) -> [zs, b as e] {
        repeat(max = usize::from(flag()) + 3, index as i) {
            repeat(max = 2) { heads -> [zs] } until(flag()),
        } until(flag()) -> [zs as u]
            >> halves(ys = shuffled(&vec![2, 3])) -> [xs]
            >> another_name: weave(ys = xs) -> [ys as zs]
            >> zip_up(xs = zs, ys = zs)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p3_resumes() {
    resumes::<P3, p3_changed::P3>("p3", || p3(vec![]), false).await;
}

pipeline! {
    fn p4(xs: Vec<i64>, c: &i64) {
        by_1: if let Some(e) = xs.first() {} else {
            {
                push(xs = xs, a = shift() + c + 3)
                    >> match xs {
                        last if last.len() > 1 => {},
                        last => total -> [c] >> halves(ys = last) >> step_2: p3(grid = vec![vec![4], vec![]]),
                    }
                    >> by_3: match xs { m if m.len() > 1 => up_to(a = shift() + c + 6), _ => {} },
            }
                >> turn(b = c, c = c, d = shift() + xs.len() as i64) -> [d, a, b]
                >> {}
                >> if flag() || d - a < 3 { double(a = { let first = a * 4; first - a }) -> [b as a] },
        }
    }
}
mod p4_changed {
    use super::*;
    pipeline! {
    pub(super) fn p4(xs: Vec<i64>, c: &i64) {
        by_1: if let Some(e) = xs.first() {} else {
            {
                push(xs = xs, a = shift() + c + 3)
                    >> match xs {
                        last if last.len() > 1 => {},
                        last => total -> [c] >> halves(ys = last) >> another_name: p3(grid = vec![vec![4], vec![]]),
                    }
                    >> by_3: match xs { m if m.len() > 1 => up_to(a = shift() + c + 6), _ => {} },
            }
                >> turn(b = c, c = c, d = shift() + xs.len() as i64) -> [d, a, b]
                >> {}
                >> if flag() || d - a < 3 { double(a = { let first = a * 4; first - a }) -> [b as a] },
        }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p4_resumes() {
    resumes::<P4, p4_changed::P4>("p4", || p4(vec![83, 6, 70], &58), false).await;
}

pipeline! {
    fn p5(ys: Vec<i64>, c: i64) -> [ys as d] {
        map(ys as b, limit = ys.len() + 1) {
            repeat(max = 4) { push(xs = ys, a = c) } until(flag() || xs.len() + 1 > ys.len() && xs.len() < 2)
                >> try { half(a = shift() + b * c % 1_009 + 2) -> [b] } else {},
        } -> [b]
            >> halves -> [zs as xs]
            >> if flag() { {} -> [ys, ys as zs] } else if flag() || xs.is_empty() {
                {
                    zip_up(xs = shuffled(&xs.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()), ys = vec![c + 7, c * 2]) -> [zs, b],
                }
                    >> weave(ys = xs) -> [ys as a]
                    >> map((shuffled(&vec![b + 6, b * 2])) as b, limit = ys.len() + 1) {
                        parallel {
                            digits(a = shift() + ys.len() as i64) >> negate >> step_1: digits(a = c),
                            branch_2: weave(ys = zs, xs),
                        }
                            >> step_3: weave(ys = ys.to_vec())
                            >> zip_up,
                    } -> [b as f, ys as grid, zs as w],
            } else {
                step_4: zip_up(xs = vec![c + 7, c * 2], ys = xs) -> [zs, b as ys]
                    >> match zs {
                        rest if rest.len() > 1 => step_5: grow(a = zs.iter().map(|item| item % 10).sum::<i64>()),
                        rest => step_6: push(xs = zs, a = c) -> [xs as b],
                    } -> [b as u],
            }
    }
}
mod p5_changed {
    use super::*;
    pipeline! {
    pub(super) fn p5(ys: Vec<i64>, c: i64) -> [ys as d] {
        map(ys as b, limit = ys.len() + 1) {
            repeat(max = 4) { push(xs = ys, a = c) } until(flag() || xs.len() + 1 > ys.len() && xs.len() < 2)
                >> try { half(a = shift() + b * c % 1_009 + 2) -> [b] } else {},
        } -> [b]
            >> halves -> [zs as xs]
            >> if flag() { {} -> [ys, ys as zs] } else if flag() || xs.is_empty() {
                {
                    zip_up(xs = shuffled(&xs.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()), ys = vec![c + 7, c * 2]) -> [zs, b],
                }
                    >> weave(ys = xs) -> [ys as a]
                    >> map((shuffled(&vec![b + 6, b * 2])) as b, limit = 9) {
                        parallel {
                            digits(a = shift() + ys.len() as i64) >> negate >> step_1: digits(a = c),
                            branch_2: weave(ys = zs, xs),
                        }
                            >> step_3: weave(ys = ys.to_vec())
                            >> zip_up,
                    } -> [b as f, ys as grid, zs as w],
            } else {
                step_4: zip_up(xs = vec![c + 7, c * 2], ys = xs) -> [zs, b as ys]
                    >> match zs {
                        rest if rest.len() > 1 => step_5: grow(a = zs.iter().map(|item| item % 10).sum::<i64>()),
                        rest => step_6: push(xs = zs, a = c) -> [xs as b],
                    } -> [b as u],
            }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p5_resumes() {
    resumes::<P5, p5_changed::P5>("p5", || p5(vec![44, 77, 41], 5), true).await;
}

pipeline! {
    fn p6(a: &i64, grid: &[Vec<i64>]) {
        if flag() || a % 4 == 1 {
            up_to(a = shift() + a * a % 1_009 + 8)
                >> map(grid as e) {
                    step_1: p3(grid = grid) -> [zs, e]
                        >> try { step_2: behead(ys = items()) } else { {} -> [grid] },
                } -> [grid as d],
        } else if flag() {}
    }
}
mod p6_changed {
    use super::*;
    pipeline! {
    pub(super) fn p6(a: &i64, grid: &[Vec<i64>]) {
        if flag() || a % 4 == 1 {
            up_to(a = shift() + a * a % 1_009 + 8)
                >> map(grid as e) {
                    another_name: p3(grid = grid) -> [zs, e]
                        >> try { step_2: behead(ys = items()) } else { {} -> [grid] },
                } -> [grid as d],
        } else if flag() {}
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p6_resumes() {
    resumes::<P6, p6_changed::P6>("p6", || p6(&37, &[vec![94, 4, 45, 89]]), false).await;
}

pipeline! {
    fn p7(xs: &[i64], grid: &[Vec<i64>], c: i64) -> [xs as c, grid as ys, d as g] {
        turn(b = c, d = c) -> [a, b, d]
            >> blend(c = shift() + b + 4) -> [a]
            >> rows(xs = items(), b = shift() + xs.iter().map(|item| item % 10).sum::<i64>())
    }
}
mod p7_changed {
    use super::*;
    pipeline! {
    pub(super) fn p7(xs: &[i64], grid: &[Vec<i64>], c: i64) -> [xs as c, grid as ys, d as g] {
        turn(b = c, d = c) -> [a, b, d]
            >> blend(c = shift() + b + 4) -> [a]
            >> another_name: rows(xs = items(), b = shift() + xs.iter().map(|item| item % 10).sum::<i64>())
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p7_resumes() {
    resumes::<P7, p7_changed::P7>("p7", || p7(&[55, 38, 28], &[vec![21]], 99), false).await;
}

pipeline! {
    fn p8(b: &i64, c: i64) {
        step_8: turn(d = b) -> [d, a as c]
            >> if c % 4 == 1 {
                repeat(max = usize::from(flag()) + 1, index as round) {
                    late(a = shift() + 2 - round as i64) -> [c as h, a as zs]
                        >> map((items()) as b) {
                            p7(xs = shuffled(&vec![b + 3, d * 2]), grid = vec![vec![4], vec![]], c = shift() + { let first = b * 6; first - b })
                                >> step_9: blend(c = b) -> [a as h]
                                >> {}
                                >> rows(xs = c, b) -> [grid as zs],
                        } -> [zs as e],
                } until(flag()) -> [e]
                    >> digits(a = c),
            }
            >> late(a = 2)
    }
}
mod p8_changed {
    use super::*;
    pipeline! {
    pub(super) fn p8(b: &i64, c: i64) {
        step_8: turn(d = b) -> [d, a as c]
            >> if c % 4 == 1 {
                repeat(max = usize::from(flag()) + 1, index as round) {
                    late(a = shift() + 2 - round as i64) -> [c as h, a as zs]
                        >> map((items()) as b) {
                            p7(xs = shuffled(&vec![b + 3, d * 2]), grid = vec![vec![4], vec![]], c = shift() + { let first = b * 6; first - b })
                                >> step_9: blend(c = b) -> [a as h]
                                >> {}
                                >> rows(xs = c, b) -> [grid as zs],
                        } -> [zs as e],
                } until(flag()) -> [e]
                    >> digits(a = c),
            }
            >> another_name: late(a = 2)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p8_resumes() {
    resumes::<P8, p8_changed::P8>("p8", || p8(&58, 98), false).await;
}

pipeline! {
    fn p9(grid: &[Vec<i64>]) -> [a, ys as c, grid, zs, f] {
        map((items()) as a) {
            negate(b = a)
                >> flatten
                >> {
                    try { zip_up(xs = xs, ys = xs) } else { {} -> [grid as h] }
                        >> try { step_1: zip_up(xs = items(), ys = xs.to_vec()) >> late } else { add_one -> [a as c] },
                },
        }
            >> repeat(max = 1, index as b) {
                try {
                    half(a = 3 - b as i64) -> [b]
                        >> try {
                            step_2: half(a = b) >> behead(ys = a) -> [ys] >> grow(xs = c, a = b),
                        } else {
                            weave(ys = shuffled(&a.iter().rev().chain(c.iter()).take(5).copied().collect::<Vec<i64>>()), xs = shuffled(&a.to_vec())),
                        },
                } else {}
                    >> try { stamp(xs = a, round = b) } else { {} -> [grid as ys] }
                    >> p3(grid = vec![vec![6], vec![]]),
            } until(flag()) -> [zs, e as f, zs as ys]
    }
}
mod p9_changed {
    use super::*;
    pipeline! {
    pub(super) fn p9(grid: &[Vec<i64>]) -> [a, ys as c, grid, zs, f] {
        map((items()) as a) {
            negate(b = a)
                >> flatten
                >> {
                    try { zip_up(xs = xs, ys = xs) } else { {} -> [grid as h] }
                        >> try { step_1: zip_up(xs = items(), ys = xs.to_vec()) >> late } else { add_one -> [a as c] },
                },
        }
            >> repeat(max = 1, index as b) {
                try {
                    half(a = 3 - b as i64) -> [b]
                        >> try {
                            step_2: half(a = b)
                                >> behead(ys = a) -> [ys]
                                >> another_name: grow(xs = c, a = b),
                        } else {
                            weave(ys = shuffled(&a.iter().rev().chain(c.iter()).take(5).copied().collect::<Vec<i64>>()), xs = shuffled(&a.to_vec())),
                        },
                } else {}
                    >> try { stamp(xs = a, round = b) } else { {} -> [grid as ys] }
                    >> p3(grid = vec![vec![6], vec![]]),
            } until(flag()) -> [zs, e as f, zs as ys]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p9_resumes() {
    resumes::<P9, p9_changed::P9>("p9", || p9(&[vec![52, 96, 33]]), false).await;
}

pipeline! {
    fn p10(ys: &[i64]) -> [ys] {
        match &ys[..] {
            [] => match &ys[..] {
                last if last.len() > 2 => behead(ys = ys) -> [ys],
                [rest, .., xs] => double(a = rest) >> grow(xs = ys, a = rest) -> [ys],
                [rest] => {} -> [ys],
                last => again_2: repeat(max = 1) {
                    weave(xs = last)
                        >> zip_up(xs = shuffled(&last.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())) -> [zs, b as u],
                } until(u - u < 2)
                    >> parallel { up_to(a = u), branch_3: step_4: add_one(a = u) },
            } -> [ys],
            _ => again_5: repeat(max = 3) {
                halves -> [xs]
                    >> parallel {
                        branch_6: total -> [c]
                            >> step_7: up_to(a = shift() + xs.len() as i64)
                            >> half(a = shift() + c * c % 1_009 + 8),
                        branch_8: zip_up(xs = ys) -> [zs, b as d],
                        branch_9: zip_up(ys = ys) >> half(a = shift() + 9) -> [b as a],
                    } -> [b, a as h, zs, d],
            } until(flag() || b % 2 == 0) -> [b, h]
                >> add_one(a = b * b % 1_009 + 4),
        } -> [ys]
    }
}
mod p10_changed {
    use super::*;
    pipeline! {
    pub(super) fn p10(ys: &[i64]) -> [ys] {
        match &ys[..] {
            [] => match &ys[..] {
                last if last.len() > 2 => behead(ys = ys) -> [ys],
                [rest, .., xs] => double(a = 7 + rest) >> grow(xs = ys, a = rest) -> [ys],
                [rest] => {} -> [ys],
                last => again_2: repeat(max = 1) {
                    weave(xs = last)
                        >> zip_up(xs = shuffled(&last.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())) -> [zs, b as u],
                } until(u - u < 2)
                    >> parallel { up_to(a = u), branch_3: step_4: add_one(a = u) },
            } -> [ys],
            _ => again_5: repeat(max = 3) {
                halves -> [xs]
                    >> parallel {
                        branch_6: total -> [c]
                            >> step_7: up_to(a = shift() + xs.len() as i64)
                            >> half(a = shift() + c * c % 1_009 + 8),
                        branch_8: zip_up(xs = ys) -> [zs, b as d],
                        branch_9: zip_up(ys = ys) >> half(a = shift() + 9) -> [b as a],
                    } -> [b, a as h, zs, d],
            } until(flag() || b % 2 == 0) -> [b, h]
                >> add_one(a = b * b % 1_009 + 4),
        } -> [ys]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p10_resumes() {
    resumes::<P10, p10_changed::P10>("p10", || p10(&[84, 13, 22, 51]), false).await;
}

pipeline! {
    fn p11(a: &i64) {
        p7(xs = shuffled(&vec![a + 7, a * 2]), grid = vec![vec![9], vec![]], c = a) -> [g, c as grid]
            >> turn(b = 1, c = shift() + grid.len() as i64, d = shift() + grid.iter().map(|item| item % 10).sum::<i64>())
            >> p3(grid = vec![vec![9], vec![]])
    }
}
mod p11_changed {
    use super::*;
    pipeline! {
    pub(super) fn p11(a: &i64) {
        p7(xs = shuffled(&vec![a + 7, a * 2]), grid = vec![vec![9], vec![]], c = a) -> [g, c as grid]
            >> turn(b = 1, c = 7 + shift() + grid.len() as i64, d = shift() + grid.iter().map(|item| item % 10).sum::<i64>())
            >> p3(grid = vec![vec![9], vec![]])
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p11_resumes() {
    resumes::<P11, p11_changed::P11>("p11", || p11(&43), false).await;
}

pipeline! {
    fn p12(b: i64, xs: Vec<i64>, c: i64) {
        attempt_1: try {
            step_2: late(a = c)
                >> try {
                    parallel {
                        behead(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
                            >> half,
                        branch_3: nth,
                        weave(ys = shuffled(&xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()))
                            >> double -> [b as e],
                    }
                        >> each_4: map(xs as b, limit = 3) {
                            late >> halves(ys = xs.iter().map(|item| item + 2).collect::<Vec<i64>>()),
                        } -> [xs as grid]
                        >> repeat(max = 2, index as round) {
                            behead(ys = xs) -> [ys as xs] >> half(a = b) -> [b as f] >> step_5: half,
                        } until(flag() || xs.len() + 1 > xs.len() && xs.len() < 2),
                } else {}
                >> again_6: repeat(max = 3, index as round) {
                    map(xs as a) { stamp(xs = xs) } -> [xs as ys] >> add_one(a = c),
                } until(a % 3 == 1),
        } else { blend(d = b) -> [a] } -> [a]
            >> double -> [b as a]
            >> step_7: halves(ys = shuffled(&vec![b + 4, a * 2]))
    }
}
mod p12_changed {
    use super::*;
    pipeline! {
    pub(super) fn p12(b: i64, xs: Vec<i64>, c: i64) {
        attempt_1: try {
            step_2: late(a = c)
                >> try {
                    parallel {
                        behead(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
                            >> half,
                        branch_3: nth,
                        weave(ys = shuffled(&xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()))
                            >> double -> [b as e],
                    }
                        >> each_4: map(xs as b, limit = 3) {
                            late >> halves(ys = xs.iter().map(|item| item + 2).collect::<Vec<i64>>()),
                        } -> [xs as grid]
                        >> repeat(max = 2, index as round) {
                            behead(ys = xs) -> [ys as xs] >> half(a = 7 + b) -> [b as f] >> step_5: half,
                        } until(flag() || xs.len() + 1 > xs.len() && xs.len() < 2),
                } else {}
                >> again_6: repeat(max = 3, index as round) {
                    map(xs as a) { stamp(xs = xs) } -> [xs as ys] >> add_one(a = c),
                } until(a % 3 == 1),
        } else { blend(d = b) -> [a] } -> [a]
            >> double -> [b as a]
            >> step_7: halves(ys = shuffled(&vec![b + 4, a * 2]))
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p12_resumes() {
    resumes::<P12, p12_changed::P12>("p12", || p12(37, vec![18, 15], 47), false).await;
}

pipeline! {
    fn p13(a: i64, ys: Vec<i64>, c: i64) {
        repeat(max = usize::from(flag()) + (a % 3).unsigned_abs() as usize, index as i) {
            try {
                p3(grid = vec![vec![5], vec![]]) -> [e as w, zs]
                    >> zip_up(xs = ys.to_vec(), ys = ys.to_vec()) -> [zs, b],
            } else {
                repeat(max = ys.len()) {
                    turn(b = shift() + ys.len() as i64, c = shift() + 6 - i as i64, d = 8 - i as i64)
                        >> age(round = usize::from(flag()) + ys.len()),
                } until(ys.len() + 1 > ys.len() && ys.len() < 2) -> [ys as e, ys as zs],
            } -> [zs as e],
        } until(flag() || ys.is_empty()) -> [e as grid, c as f, e as a]
    }
}
mod p13_changed {
    use super::*;
    pipeline! {
    pub(super) fn p13(a: i64, ys: Vec<i64>, c: i64) {
        repeat(max = usize::from(flag()) + (a % 3).unsigned_abs() as usize, index as i) {
            try {
                p3(grid = vec![vec![5], vec![]]) -> [e as w, zs]
                    >> zip_up(xs = ys.to_vec(), ys = ys.to_vec()) -> [zs, b],
            } else {
                repeat(max = ys.len()) {
                    turn(b = shift() + ys.len() as i64, c = shift() + 6 - i as i64, d = 7 + 8 - i as i64)
                        >> age(round = usize::from(flag()) + ys.len()),
                } until(ys.len() + 1 > ys.len() && ys.len() < 2) -> [ys as e, ys as zs],
            } -> [zs as e],
        } until(flag() || ys.is_empty()) -> [e as grid, c as f, e as a]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p13_resumes() {
    resumes::<P13, p13_changed::P13>("p13", || p13(45, vec![71, 92], 66), false).await;
}

pipeline! {
    fn p14(xs: Vec<i64>, c: i64, ys: Vec<i64>) -> [c, xs, ys, h] {
        again_1: repeat(max = 3) {
            by_2: match &ys[..] {
                n if n.len() > 2 => match c % 2 {
                    a if a % 2 == 1 => late(a = a, c = shift() + 0) -> [a as xs, c as w]
                        >> behead
                        >> add_one(a = shift() + ys.len() as i64),
                    0 => {} -> [xs as grid],
                    _ => digits(a = c) -> [b],
                },
                [a, n @ ..] => {} -> [xs],
                _ => up_to(a = c),
            },
        } until(c % 2 == 1) -> [xs as h]
            >> match xs.iter().max() {
                Some(m) if m % 2 == 0 => rows(b = c),
                Some(m) => {},
                None => {},
                _ => weave(ys, xs = xs) >> step_3: half(a = shift() + { let first = c * 7; first - c }) -> [b],
            }
    }
}
mod p14_changed {
    use super::*;
    pipeline! {
    pub(super) fn p14(xs: Vec<i64>, c: i64, ys: Vec<i64>) -> [c, xs, ys, h] {
        again_1: repeat(max = 3) {
            by_2: match &ys[..] {
                n if n.len() > 2 => match c % 2 {
                    a if a % 2 == 1 => late(a = a, c = shift() + 0) -> [a as xs, c as w]
                        >> behead
                        >> another_name: add_one(a = shift() + ys.len() as i64),
                    0 => {} -> [xs as grid],
                    _ => digits(a = c) -> [b],
                },
                [a, n @ ..] => {} -> [xs],
                _ => up_to(a = c),
            },
        } until(c % 2 == 1) -> [xs as h]
            >> match xs.iter().max() {
                Some(m) if m % 2 == 0 => rows(b = c),
                Some(m) => {},
                None => {},
                _ => weave(ys, xs = xs) >> step_3: half(a = shift() + { let first = c * 7; first - c }) -> [b],
            }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p14_resumes() {
    resumes::<P14, p14_changed::P14>("p14", || p14(vec![68], 38, vec![6, 36, 98]), false).await;
}

pipeline! {
    fn p15(a: &i64, b: &i64) {
        double(a = shift() + a + 3)
            >> step_1: double(a = b)
            >> mix
            >> by_2: if flag() {
                parallel {
                    branch_3: map((shuffled(&vec![d + 9, a * 2])) as a) {
                        p7(xs = items(), grid = vec![vec![9], vec![]], c = a)
                            >> weave(ys = c, xs = c) -> [ys as f],
                    },
                    late(c = shift() + 9),
                    branch_4: try {
                        blend(c = shift() + b + 1) -> [a as zs]
                            >> turn(b = shift() + 7, c = d, d = 9) -> [b, a, d as h],
                    } else { {} -> [a as w] } -> [a as h, b],
                } -> [b as w, h as a, f],
            } else { {} -> [a] }
            >> blend(c = a, d)
    }
}
mod p15_changed {
    use super::*;
    pipeline! {
    pub(super) fn p15(a: &i64, b: &i64) {
        double(a = shift() + a + 3)
            >> step_1: double(a = b)
            >> mix
            >> by_2: if flag() {
                parallel {
                    branch_3: map((shuffled(&vec![d + 9, a * 2])) as a) {
                        p7(xs = items(), grid = vec![vec![9], vec![]], c = 7 + a)
                            >> weave(ys = c, xs = c) -> [ys as f],
                    },
                    late(c = shift() + 9),
                    branch_4: try {
                        blend(c = shift() + b + 1) -> [a as zs]
                            >> turn(b = shift() + 7, c = d, d = 9) -> [b, a, d as h],
                    } else { {} -> [a as w] } -> [a as h, b],
                } -> [b as w, h as a, f],
            } else { {} -> [a] }
            >> blend(c = a, d)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p15_resumes() {
    resumes::<P15, p15_changed::P15>("p15", || p15(&85, &85), false).await;
}

pipeline! {
    fn p16(c: i64, a: &i64) {
        match (c % 2 == 0, c % 3) {
            (true, rest) => if rest - c < 3 {
                if flag() {} else { step_1: half(a = c) >> digits -> [b, c] >> step_2: digits(a = 7) },
            } else if flag() || c % 2 == 0 {},
            (true, 0) => negate(b = c) >> turn(b = a, d = c),
            _ => step_3: negate(b = a),
        }
            >> try { map((vec![3, 4]) as e) { digits } -> [c as zs] } else {} -> [c]
            >> step_4: turn(b = shift() + c + 9, d = a) -> [a as w, b as c, d as ys]
    }
}
mod p16_changed {
    use super::*;
    pipeline! {
    pub(super) fn p16(c: i64, a: &i64) {
        match (c % 2 == 0, c % 3) {
            (true, rest) => if rest - c < 3 {
                if flag() {} else { another_name: half(a = c) >> digits -> [b, c] >> step_2: digits(a = 7) },
            } else if flag() || c % 2 == 0 {},
            (true, 0) => negate(b = c) >> turn(b = a, d = c),
            _ => step_3: negate(b = a),
        }
            >> try { map((vec![3, 4]) as e) { digits } -> [c as zs] } else {} -> [c]
            >> step_4: turn(b = shift() + c + 9, d = a) -> [a as w, b as c, d as ys]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p16_resumes() {
    resumes::<P16, p16_changed::P16>("p16", || p16(29, &16), false).await;
}

pipeline! {
    fn p17(ys: Vec<i64>) {
        weave(xs = ys)
            >> group_1: { zip_up(xs = items(), ys = ys) >> digits(a = b) } -> [b as u, c]
            >> by_2: if flag() || ys.len() + 1 > ys.len() && ys.len() < 4 {
                try {
                    half(a = shift() + ys.iter().map(|item| item % 10).sum::<i64>()) -> [b]
                        >> parallel {
                            branch_3: nth(xs = vec![2, 3]) -> [d as zs]
                                >> late(a = b * u % 1_009 + 6, c = shift() + b * u % 1_009 + 7)
                                >> step_4: late(c = shift() + ys.len() as i64),
                            branch_5: step_6: nth(xs = ys) >> step_7: grow(xs = ys, a = d) -> [ys],
                        } -> [ys, a as g]
                        >> {
                            nth(xs = items(), b = c)
                                >> late(a = d) -> [a as e]
                                >> step_8: nth(xs = items(), b = shift() + 3),
                        } -> [g as xs, g],
                } else { push(xs = ys, a = shift() + ys.iter().map(|item| item % 10).sum::<i64>()) } -> [ys as xs]
                    >> step_9: nth(b = c),
            } else { {} -> [ys as e] } -> [ys as g]
    }
}
mod p17_changed {
    use super::*;
    pipeline! {
    pub(super) fn p17(ys: Vec<i64>) {
        weave(xs = ys)
            >> group_1: { zip_up(xs = items(), ys = ys) >> digits(a = b) } -> [b as u, c]
            >> by_2: if flag() || ys.len() + 1 > ys.len() && ys.len() < 4 {
                try {
                    half(a = shift() + ys.iter().map(|item| item % 10).sum::<i64>()) -> [b]
                        >> parallel {
                            branch_3: nth(xs = vec![2, 3]) -> [d as zs]
                                >> late(a = 7 + b * u % 1_009 + 6, c = shift() + b * u % 1_009 + 7)
                                >> step_4: late(c = shift() + ys.len() as i64),
                            branch_5: step_6: nth(xs = ys) >> step_7: grow(xs = ys, a = d) -> [ys],
                        } -> [ys, a as g]
                        >> {
                            nth(xs = items(), b = c)
                                >> late(a = d) -> [a as e]
                                >> step_8: nth(xs = items(), b = shift() + 3),
                        } -> [g as xs, g],
                } else { push(xs = ys, a = shift() + ys.iter().map(|item| item % 10).sum::<i64>()) } -> [ys as xs]
                    >> step_9: nth(b = c),
            } else { {} -> [ys as e] } -> [ys as g]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p17_resumes() {
    resumes::<P17, p17_changed::P17>("p17", || p17(vec![85]), false).await;
}

pipeline! {
    fn p18(a: i64) {
        match (a % 2 == 0, a % 3) {
            (_, xs) if xs > 0 => blend(c = a * a % 1_009 + 8, d = shift() + 8),
            (true, 0) => half -> [b as c]
                >> by_1: if flag() || c % 2 == 1 {
                    match (c % 2 == 0, c % 3) {
                        (true, b) => blend(d = { let first = b * 4; first - a }),
                        (true, 0) => step_2: p7(xs = vec![0, 1], grid = vec![vec![3], vec![]], c = a)
                            >> grow(xs = items(), a = g),
                        _ => digits -> [b as u, c],
                    } -> [a, c],
                },
            _ => {} -> [a as h],
        } -> [a]
    }
}
mod p18_changed {
    use super::*;
    pipeline! {
    pub(super) fn p18(a: i64) {
        match (a % 2 == 0, a % 3) {
            (_, xs) if xs > 0 => another_name: blend(c = a * a % 1_009 + 8, d = shift() + 8),
            (true, 0) => half -> [b as c]
                >> by_1: if flag() || c % 2 == 1 {
                    match (c % 2 == 0, c % 3) {
                        (true, b) => blend(d = { let first = b * 4; first - a }),
                        (true, 0) => step_2: p7(xs = vec![0, 1], grid = vec![vec![3], vec![]], c = a)
                            >> grow(xs = items(), a = g),
                        _ => digits -> [b as u, c],
                    } -> [a, c],
                },
            _ => {} -> [a as h],
        } -> [a]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p18_resumes() {
    resumes::<P18, p18_changed::P18>("p18", || p18(12), false).await;
}

pipeline! {
    fn p19(b: &i64, xs: Vec<i64>) {
        push(xs = vec![b + 5, b * 2], a = 2) -> [xs]
            >> each_1: map(xs as a) { p7(grid = vec![xs.to_vec(), vec![3]], c = shift() + b + 1) }
            >> each_2: map((g) as b) {
                try { behead(ys = g) >> step_3: behead } else { p7(xs, grid = vec![g.to_vec(), vec![2]], c = shift() + b + 8) } -> [b]
                    >> add_one(a = b) -> [a]
                    >> step_4: p7(xs = xs, grid = c, c = b) -> [ys as u, g as w, c],
            } -> [c as e, u]
            >> nth(xs = shuffled(&g.to_vec()))
            >> step_5: push(a = d)
    }
}
mod p19_changed {
    use super::*;
    pipeline! {
    pub(super) fn p19(b: &i64, xs: Vec<i64>) {
        push(xs = vec![b + 5, b * 2], a = 2) -> [xs]
            >> each_1: map(xs as a, limit = 9) { p7(grid = vec![xs.to_vec(), vec![3]], c = shift() + b + 1) }
            >> each_2: map((g) as b) {
                try { behead(ys = g) >> step_3: behead } else { p7(xs, grid = vec![g.to_vec(), vec![2]], c = shift() + b + 8) } -> [b]
                    >> add_one(a = b) -> [a]
                    >> step_4: p7(xs = xs, grid = c, c = b) -> [ys as u, g as w, c],
            } -> [c as e, u]
            >> nth(xs = shuffled(&g.to_vec()))
            >> step_5: push(a = d)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p19_resumes() {
    resumes::<P19, p19_changed::P19>("p19", || p19(&62, vec![11, 41, 86]), true).await;
}
