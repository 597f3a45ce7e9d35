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
                    [e, last @ ..] => if flag() { {} -> [ys, ys as g] } else if flag() || last.is_empty() { step_2: mix(a = b, b = shift() + b + 1) } else { mix(a = shift() + 7, b = e) } -> [ys],
                    [e, .., a] => map(xs as b, limit = 4) { another_name: total(xs = items()) } -> [c as u, c as w],
                    [] => rows(xs = shuffled(&vec![b + 2, b * 2]), b = b) -> [grid],
                    last => {},
                },
            } -> [ys]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p0_resumes() {
    resumes::<P0, p0_changed::P0>("p0", |second| if second { p0(94, &[58, 84]) } else { p0(16, &[]) }, false).await;
}

pipeline! {
    fn p1(c: &i64, ys: &[i64], xs: Vec<i64>) -> [c, xs as b, ys] {
        match ys.iter().max() {
            Some(a) => push
                >> {}
                >> repeat(max = usize::from(flag()) + 1, index as i) {
                    by_1: match &ys[..] {
                        [] => grow(xs = items(), a = c) -> [ys],
                        [last] => {},
                        [last, .., n] => step_2: age(a = shift() + 8 - i as i64, round = i)
                            >> turn(b = shift() + xs.iter().map(|item| item % 10).sum::<i64>(), c, d = last) -> [d, b as g, a as xs],
                        _ => double >> {} >> age(round = i + 1),
                    } -> [ys, a]
                        >> stamp(round = i)
                        >> if let Some(xs) = xs.first() { negate(b = xs) -> [c] } else {
                            push(a = c)
                                >> age(a = a, round = usize::from(flag()) + (c % 3).unsigned_abs() as usize),
                        },
                } until(c % 2 == 0),
            None => negate(b = c) -> [c] >> halves(ys = ys),
            _ => {},
        }
    }
}
mod p1_changed {
    use super::*;
    pipeline! {
    pub(super) fn p1(c: &i64, ys: &[i64], xs: Vec<i64>) -> [c, xs as b, ys] {
        match ys.iter().max() {
            Some(a) => push
                >> {}
                >> repeat(max = usize::from(flag()) + 1, index as i) {
                    by_1: match &ys[..] {
                        [] => grow(xs = items(), a = c) -> [ys],
                        [last] => {},
                        [last, .., n] => step_2: age(a = shift() + 8 - i as i64, round = i)
                            >> turn(b = shift() + xs.iter().map(|item| item % 10).sum::<i64>(), c, d = last) -> [d, b as g, a as xs],
                        _ => double >> {} >> age(round = i + 1),
                    } -> [ys, a]
                        >> stamp(round = i)
                        >> if let Some(xs) = xs.first() { negate(b = xs) -> [c] } else {
                            push(a = c)
                                >> age(a = a, round = usize::from(flag()) + (c % 3).unsigned_abs() as usize),
                        },
                } until(c % 2 == 0),
            None => another_name: negate(b = c) -> [c] >> halves(ys = ys),
            _ => {},
        }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p1_resumes() {
    resumes::<P1, p1_changed::P1>("p1", |second| if second { p1(&55, &[0], vec![48, 43]) } else { p1(&13, &[64], vec![98, 82, 20, 65]) }, false).await;
}

pipeline! {
    fn p2(b: i64) -> [b] {
        map((shuffled(&vec![4, 5])) as e, limit = 3) {
            up_to(a = e)
                >> rows(xs, b)
                >> try {
                    map(xs as b) {
                        negate(b = shift() + xs.iter().map(|item| item % 10).sum::<i64>())
                            >> step_1: negate(b = c)
                            >> halves(ys = xs),
                    } -> [zs, xs as g]
                        >> nth(xs = shuffled(&vec![b + 1, b * 2]), b = b)
                        >> mix(a = e, b = shift() + b + 6) -> [d as zs],
                } else {},
        }
    }
}
mod p2_changed {
    use super::*;
    pipeline! {
    pub(super) fn p2(b: i64) -> [b] {
        map((shuffled(&vec![4, 5])) as e, limit = 9) {
            up_to(a = e)
                >> rows(xs, b)
                >> try {
                    map(xs as b) {
                        negate(b = shift() + xs.iter().map(|item| item % 10).sum::<i64>())
                            >> step_1: negate(b = c)
                            >> halves(ys = xs),
                    } -> [zs, xs as g]
                        >> nth(xs = shuffled(&vec![b + 1, b * 2]), b = b)
                        >> mix(a = e, b = shift() + b + 6) -> [d as zs],
                } else {},
        }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p2_resumes() {
    resumes::<P2, p2_changed::P2>("p2", |second| if second { p2(57) } else { p2(77) }, true).await;
}

pipeline! {
    fn p3(grid: Vec<Vec<i64>>) {
        flatten -> [xs]
            >> try { halves(ys = shuffled(&vec![7, 8])) -> [zs] } else {
                total(xs = xs)
                    >> both_1: parallel {
                        double(a = shift() + xs.iter().map(|item| item % 10).sum::<i64>()),
                        branch_2: { digits(a = shift() + { let first = c * 7; first - c }) -> [b, c as w] } -> [b as u, w],
                        total -> [c as zs],
                    } -> [b as e],
            }
            >> step_3: total
    }
}
mod p3_changed {
    use super::*;
    pipeline! {
    pub(super) fn p3(grid: Vec<Vec<i64>>) {
        flatten -> [xs]
            >> try { halves(ys = shuffled(&vec![7, 8])) -> [zs] } else {
                total(xs = xs)
                    >> both_1: parallel {
                        double(a = 7 + shift() + xs.iter().map(|item| item % 10).sum::<i64>()),
                        branch_2: { digits(a = shift() + { let first = c * 7; first - c }) -> [b, c as w] } -> [b as u, w],
                        total -> [c as zs],
                    } -> [b as e],
            }
            >> step_3: total
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p3_resumes() {
    resumes::<P3, p3_changed::P3>("p3", |second| if second { p3(vec![vec![6, 40, 85]]) } else { p3(vec![vec![38], vec![59, 76, 66, 99]]) }, false).await;
}

pipeline! {
    fn p4(a: i64, c: i64) {
        up_to(a = c)
            >> step_1: push(a = shift() + xs.iter().map(|item| item % 10).sum::<i64>()) -> [xs as grid]
            >> map((shuffled(&grid.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())) as e, limit = 2) {
                again_2: repeat(max = usize::from(flag()) + 3, index as i) {
                    match (a % 2 == 0, a % 3) {
                        (_, b) if b > 0 => add_one >> nth,
                        (true, 0) => {},
                        _ => step_3: nth(xs, b = e) -> [d as a],
                    }
                        >> group_4: { age(a = c, round = usize::from(flag()) + xs.len()) } -> [a],
                } until(e - a < 3) -> [a],
            } -> [a as f]
            >> map(f as a) {
                try {
                    if flag() { behead(ys = grid) -> [ys] }
                        >> step_5: behead(ys = items())
                        >> turn(b = shift() + { let first = c * 6; first - a }, d = shift() + a + 7),
                } else {
                    match &grid[..] {
                        [n, .., a] => {},
                        rest if rest.len() > 2 => push(xs = grid, a = c) -> [xs as a],
                        [] => {},
                        _ => step_6: push(xs = xs),
                    } -> [xs],
                }
                    >> step_7: turn(b = c, d = a)
                    >> nth(xs = items()),
            }
            >> try {
                push(xs = xs.iter().rev().chain(d.iter()).take(5).copied().collect::<Vec<i64>>(), a = c * a % 1_009 + 7) -> [xs],
            } else { zip_up(ys = xs) -> [zs, b as grid] } -> [xs]
    }
}
mod p4_changed {
    use super::*;
    pipeline! {
    pub(super) fn p4(a: i64, c: i64) {
        up_to(a = c)
            >> step_1: push(a = shift() + xs.iter().map(|item| item % 10).sum::<i64>()) -> [xs as grid]
            >> map((shuffled(&grid.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())) as e, limit = 2) {
                again_2: repeat(max = usize::from(flag()) + 3, index as i) {
                    match (a % 2 == 0, a % 3) {
                        (_, b) if b > 0 => add_one >> nth,
                        (true, 0) => {},
                        _ => step_3: nth(xs, b = e) -> [d as a],
                    }
                        >> group_4: { age(a = 7 + c, round = usize::from(flag()) + xs.len()) } -> [a],
                } until(e - a < 3) -> [a],
            } -> [a as f]
            >> map(f as a) {
                try {
                    if flag() { behead(ys = grid) -> [ys] }
                        >> step_5: behead(ys = items())
                        >> turn(b = shift() + { let first = c * 6; first - a }, d = shift() + a + 7),
                } else {
                    match &grid[..] {
                        [n, .., a] => {},
                        rest if rest.len() > 2 => push(xs = grid, a = c) -> [xs as a],
                        [] => {},
                        _ => step_6: push(xs = xs),
                    } -> [xs],
                }
                    >> step_7: turn(b = c, d = a)
                    >> nth(xs = items()),
            }
            >> try {
                push(xs = xs.iter().rev().chain(d.iter()).take(5).copied().collect::<Vec<i64>>(), a = c * a % 1_009 + 7) -> [xs],
            } else { zip_up(ys = xs) -> [zs, b as grid] } -> [xs]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p4_resumes() {
    resumes::<P4, p4_changed::P4>("p4", |second| if second { p4(9, 71) } else { p4(9, 12) }, false).await;
}

pipeline! {
    fn p5(xs: &[i64], ys: &[i64], grid: &[Vec<i64>]) -> [ys] {
        zip_up(xs = ys)
            >> step_1: nth -> [d]
            >> map(ys as e) {
                weave
                    >> halves
                    >> if flag() || d - d < 4 {
                        parallel {
                            digits(a = b) -> [b, c],
                            zip_up(xs = zs, ys = items())
                                >> up_to(a = b)
                                >> turn(c = shift() + { let first = e * 6; first - e }) -> [a, b as g, d],
                            add_one(a = ys.iter().map(|item| item % 10).sum::<i64>())
                                >> blend(c = shift() + b + 4)
                                >> double(a) -> [b as w],
                        } -> [c, a, w, b as h, d, g]
                            >> again_2: repeat(max = usize::from(flag()) + (b % 3).unsigned_abs() as usize, index as round) {
                                step_3: add_one >> stamp(xs = xs, round = round) >> total,
                            } until(flag() || ys.is_empty()),
                    },
            }
            >> nth(b)
            >> weave
    }
}
mod p5_changed {
    use super::*;
    pipeline! {
    pub(super) fn p5(xs: &[i64], ys: &[i64], grid: &[Vec<i64>]) -> [ys] {
        zip_up(xs = ys)
            >> another_name: nth -> [d]
            >> map(ys as e) {
                weave
                    >> halves
                    >> if flag() || d - d < 4 {
                        parallel {
                            digits(a = b) -> [b, c],
                            zip_up(xs = zs, ys = items())
                                >> up_to(a = b)
                                >> turn(c = shift() + { let first = e * 6; first - e }) -> [a, b as g, d],
                            add_one(a = ys.iter().map(|item| item % 10).sum::<i64>())
                                >> blend(c = shift() + b + 4)
                                >> double(a) -> [b as w],
                        } -> [c, a, w, b as h, d, g]
                            >> again_2: repeat(max = usize::from(flag()) + (b % 3).unsigned_abs() as usize, index as round) {
                                step_3: add_one >> stamp(xs = xs, round = round) >> total,
                            } until(flag() || ys.is_empty()),
                    },
            }
            >> nth(b)
            >> weave
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p5_resumes() {
    resumes::<P5, p5_changed::P5>("p5", |second| if second { p5(&[78, 78], &[49, 27], &[vec![14], vec![81], vec![51, 93], vec![1, 29]]) } else { p5(&[41, 45], &[4], &[vec![86, 66, 73], vec![19, 74], vec![88], vec![85, 28, 29]]) }, false).await;
}

pipeline! {
    fn p6(c: &i64, a: i64, xs: &[i64]) -> [b, d] {
        each_1: map(xs as a) { zip_up(ys = items()) }
            >> parallel {
                zip_up(xs = b, ys = b),
                branch_2: push(a = a)
                    >> parallel {
                        branch_3: repeat(max = 2, index as round) { age(a = c) -> [a] } until(flag())
                            >> { halves(ys = xs) -> [xs, zs] } -> [zs],
                        parallel {
                            branch_4: mix(a = shift() + xs.len() as i64, b = shift() + xs.iter().map(|item| item % 10).sum::<i64>()),
                            branch_5: negate(b = shift() + a + 8) -> [c] >> heads(grid = zs),
                        } -> [d, zs as h, c],
                    } -> [zs as ys, d, h, c],
            } -> [d, b, h as e]
    }
}
mod p6_changed {
    use super::*;
    pipeline! {
    pub(super) fn p6(c: &i64, a: i64, xs: &[i64]) -> [b, d] {
        each_1: map(xs as a, limit = 9) { zip_up(ys = items()) }
            >> parallel {
                zip_up(xs = b, ys = b),
                branch_2: push(a = a)
                    >> parallel {
                        branch_3: repeat(max = 2, index as round) { age(a = c) -> [a] } until(flag())
                            >> { halves(ys = xs) -> [xs, zs] } -> [zs],
                        parallel {
                            branch_4: mix(a = shift() + xs.len() as i64, b = shift() + xs.iter().map(|item| item % 10).sum::<i64>()),
                            branch_5: negate(b = shift() + a + 8) -> [c] >> heads(grid = zs),
                        } -> [d, zs as h, c],
                    } -> [zs as ys, d, h, c],
            } -> [d, b, h as e]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p6_resumes() {
    resumes::<P6, p6_changed::P6>("p6", |second| if second { p6(&75, 91, &[5]) } else { p6(&18, 22, &[54]) }, true).await;
}

pipeline! {
    fn p7(a: &i64, ys: Vec<i64>) -> [c as f, c] {
        step_1: digits(a = shift() + a * a % 1_009 + 5)
            >> group_2: {
                mix(b = b + 5)
                    >> nth(xs = items(), b = shift() + ys.iter().map(|item| item % 10).sum::<i64>()) -> [d]
                    >> match b {
                        0 => if ys.is_empty() {
                            rows(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()),
                        } else { behead(ys = ys) -> [ys] >> digits(a = b) } -> [d, a as g, b, c]
                            >> repeat(max = usize::from(flag()) + ys.len()) {
                                half -> [b] >> step_3: weave(xs = ys) >> nth(xs = ys),
                            } until(flag())
                            >> step_4: mix(b) -> [d],
                        a if a % 4 == 1 => {} -> [a as u],
                        a => step_5: mix(a = d),
                    } -> [d, ys as u],
            }
            >> step_6: zip_up(xs = ys.iter().map(|item| item + 9).collect::<Vec<i64>>(), ys = u) -> [b, zs]
            >> total(xs = shuffled(&u.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())) -> [c]
            >> if ys.len() + 1 > u.len() && ys.len() < 3 { negate } else { step_7: total(xs = items()) }
    }
}
mod p7_changed {
    use super::*;
    pipeline! {
    pub(super) fn p7(a: &i64, ys: Vec<i64>) -> [c as f, c] {
        step_1: digits(a = shift() + a * a % 1_009 + 5)
            >> group_2: {
                mix(b = b + 5)
                    >> nth(xs = items(), b = shift() + ys.iter().map(|item| item % 10).sum::<i64>()) -> [d]
                    >> match b {
                        0 => if ys.is_empty() {
                            rows(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()),
                        } else { behead(ys = ys) -> [ys] >> digits(a = b) } -> [d, a as g, b, c]
                            >> repeat(max = usize::from(flag()) + ys.len()) {
                                another_name: half -> [b] >> step_3: weave(xs = ys) >> nth(xs = ys),
                            } until(flag())
                            >> step_4: mix(b) -> [d],
                        a if a % 4 == 1 => {} -> [a as u],
                        a => step_5: mix(a = d),
                    } -> [d, ys as u],
            }
            >> step_6: zip_up(xs = ys.iter().map(|item| item + 9).collect::<Vec<i64>>(), ys = u) -> [b, zs]
            >> total(xs = shuffled(&u.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())) -> [c]
            >> if ys.len() + 1 > u.len() && ys.len() < 3 { negate } else { step_7: total(xs = items()) }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p7_resumes() {
    resumes::<P7, p7_changed::P7>("p7", |second| if second { p7(&75, vec![50, 31, 51, 39]) } else { p7(&59, vec![]) }, false).await;
}

pipeline! {
    fn p8(ys: Vec<i64>, c: &i64, a: &i64) {
        step_1: digits
            >> map((items()) as e, limit = 4) {
                if let Some(first) = ys.first() { add_one(a = c) -> [a] } else if let Some(b) = ys.first() {} else if flag() {
                    again_2: repeat(max = 1) { halves >> {} >> behead >> add_one -> [a] } until(ys.len() + 1 > zs.len() && ys.len() < 3) -> [a, a as grid],
                } else {
                    step_3: halves(ys = shuffled(&vec![4, 5]))
                        >> try {
                            zip_up(xs = ys.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>(), ys = items()) -> [zs as c, b],
                        } else {
                            step_4: weave -> [ys]
                                >> late(a, c = e)
                                >> turn(b, c = shift() + { let first = e * 5; first - b }, d = c) -> [b, d],
                        } -> [e, ys, b as d],
                },
            } -> [e as xs, a as f, ys as zs, e as d]
            >> zip_up(xs) -> [zs]
            >> nth
            >> add_one -> [a]
    }
}
mod p8_changed {
    use super::*;
    pipeline! {
    pub(super) fn p8(ys: Vec<i64>, c: &i64, a: &i64) {
        step_1: digits
            >> map((items()) as e, limit = 4) {
                if let Some(first) = ys.first() { add_one(a = c) -> [a] } else if let Some(b) = ys.first() {} else if flag() {
                    again_2: repeat(max = 1) { halves >> {} >> behead >> add_one -> [a] } until(ys.len() + 1 > zs.len() && ys.len() < 3) -> [a, a as grid],
                } else {
                    step_3: halves(ys = shuffled(&vec![4, 5]))
                        >> try {
                            zip_up(xs = ys.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>(), ys = items()) -> [zs as c, b],
                        } else {
                            step_4: weave -> [ys]
                                >> late(a, c = e)
                                >> turn(b, c = shift() + { let first = e * 5; first - b }, d = c) -> [b, d],
                        } -> [e, ys, b as d],
                },
            } -> [e as xs, a as f, ys as zs, e as d]
            >> another_name: zip_up(xs) -> [zs]
            >> nth
            >> add_one -> [a]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p8_resumes() {
    resumes::<P8, p8_changed::P8>("p8", |second| if second { p8(vec![57, 26, 41, 60], &76, &15) } else { p8(vec![56, 71, 55], &54, &70) }, false).await;
}

pipeline! {
    fn p9(xs: &[i64], ys: &[i64]) {
        weave(xs = shuffled(&xs.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()))
            >> again_1: repeat(max = 2) {
                try {
                    parallel {
                        halves(ys = ys) -> [xs as h, zs as c],
                        weave(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) -> [ys as e],
                        branch_2: step_3: behead
                            >> {}
                            >> weave(ys, xs = shuffled(&xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())) -> [ys]
                            >> zip_up(ys = items()),
                    }
                        >> if !ys.is_empty() && let Some(b) = ys.iter().min() {
                            half(a = shift() + h.len() as i64) -> [b],
                        },
                } else {
                    map((xs.iter().map(|item| item + 3).collect::<Vec<i64>>()) as e) {
                        up_to(a = e),
                    } -> [xs as e]
                        >> step_4: weave,
                }
                    >> step_5: behead,
            } until(ys.is_empty())
            >> behead
    }
}
mod p9_changed {
    use super::*;
    pipeline! {
    pub(super) fn p9(xs: &[i64], ys: &[i64]) {
        weave(xs = shuffled(&xs.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()))
            >> again_1: repeat(max = 2) {
                try {
                    parallel {
                        halves(ys = ys) -> [xs as h, zs as c],
                        weave(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) -> [ys as e],
                        branch_2: step_3: behead
                            >> {}
                            >> weave(ys, xs = shuffled(&xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())) -> [ys]
                            >> zip_up(ys = items()),
                    }
                        >> if !ys.is_empty() && let Some(b) = ys.iter().min() {
                            half(a = shift() + h.len() as i64) -> [b],
                        },
                } else {
                    map((xs.iter().map(|item| item + 3).collect::<Vec<i64>>()) as e) {
                        another_name: up_to(a = e),
                    } -> [xs as e]
                        >> step_4: weave,
                }
                    >> step_5: behead,
            } until(ys.is_empty())
            >> behead
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p9_resumes() {
    resumes::<P9, p9_changed::P9>("p9", |second| if second { p9(&[43, 40], &[8]) } else { p9(&[25, 88], &[33, 70, 84]) }, false).await;
}

pipeline! {
    fn p10(grid: &[Vec<i64>]) {
        parallel {
            branch_1: both_2: parallel {
                branch_3: flatten
                    >> both_4: parallel {
                        total,
                        zip_up(ys = xs) -> [zs] >> behead(ys = zs),
                        branch_5: flatten(grid = grid)
                            >> zip_up(ys = shuffled(&xs.iter().map(|item| item + 8).collect::<Vec<i64>>())),
                    },
                branch_6: again_7: repeat(max = 1) { heads(grid) } until(c % 2 == 0)
                    >> match zs { e if e.len() > 1 => {}, _ => {} -> [grid as ys] }
                    >> zip_up(xs = items(), ys = shuffled(&zs.to_vec())) -> [b as xs, zs as grid],
            }
                >> negate(b = shift() + xs * xs % 1_009 + 6)
                >> match &grid[..] { [m, n @ ..] => {}, [] => {}, [m, .., rest] => {}, _ => {} } -> [grid as a, b, c as d],
            branch_8: heads,
        }
            >> weave(ys = a.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>(), xs = a)
    }
}
mod p10_changed {
    use super::*;
    pipeline! {
    pub(super) fn p10(grid: &[Vec<i64>]) {
        parallel {
            branch_1: both_2: parallel {
                branch_3: flatten
                    >> both_4: parallel {
                        total,
                        zip_up(ys = xs) -> [zs] >> behead(ys = zs),
                        branch_5: flatten(grid = grid)
                            >> zip_up(ys = shuffled(&xs.iter().map(|item| item + 8).collect::<Vec<i64>>())),
                    },
                branch_6: again_7: repeat(max = 1) { heads(grid) } until(c % 2 == 0)
                    >> match zs { e if e.len() > 1 => {}, _ => {} -> [grid as ys] }
                    >> zip_up(xs = items(), ys = shuffled(&zs.to_vec())) -> [b as xs, zs as grid],
            }
                >> negate(b = 7 + shift() + xs * xs % 1_009 + 6)
                >> match &grid[..] { [m, n @ ..] => {}, [] => {}, [m, .., rest] => {}, _ => {} } -> [grid as a, b, c as d],
            branch_8: heads,
        }
            >> weave(ys = a.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>(), xs = a)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p10_resumes() {
    resumes::<P10, p10_changed::P10>("p10", |second| if second { p10(&[vec![33, 71, 80, 29], vec![94], vec![72, 7], vec![]]) } else { p10(&[]) }, false).await;
}

pipeline! {
    fn p11(c: i64, ys: Vec<i64>) {
        mix(a = c, b = ys.len() as i64)
            >> map((shuffled(&ys.to_vec())) as a) {
                repeat(max = 2, index as round) { age(a = ys.len() as i64, round = round) } until(flag()) -> [d, a],
            } -> [d as u]
            >> map((shuffled(&vec![d + 2, c * 2])) as b) { push(xs = u, a = c) -> [xs as ys] } -> [ys as e, ys as w]
            >> repeat(max = 1, index as round) {
                late(a = shift() + ys.len() as i64) >> map(e as e) { zip_up(xs = u) },
            } until(flag() || c - d < 4)
    }
}
mod p11_changed {
    use super::*;
    pipeline! {
    pub(super) fn p11(c: i64, ys: Vec<i64>) {
        mix(a = c, b = ys.len() as i64)
            >> map((shuffled(&ys.to_vec())) as a) {
                repeat(max = 2, index as round) { age(a = ys.len() as i64, round = round) } until(flag()) -> [d, a],
            } -> [d as u]
            >> map((shuffled(&vec![d + 2, c * 2])) as b) {
                another_name: push(xs = u, a = c) -> [xs as ys],
            } -> [ys as e, ys as w]
            >> repeat(max = 1, index as round) {
                late(a = shift() + ys.len() as i64) >> map(e as e) { zip_up(xs = u) },
            } until(flag() || c - d < 4)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p11_resumes() {
    resumes::<P11, p11_changed::P11>("p11", |second| if second { p11(53, vec![45, 38, 94, 82]) } else { p11(52, vec![]) }, false).await;
}

pipeline! {
    fn p12(grid: &[Vec<i64>], ys: &[i64], b: i64) {
        repeat(max = usize::from(flag()) + ys.len()) {
            mix(a = b) >> step_1: double(a = shift() + { let first = b * 8; first - b }),
        } until(b % 3 == 1)
            >> p11(c = shift() + b * b % 1_009 + 6)
    }
}
mod p12_changed {
    use super::*;
    pipeline! {
    pub(super) fn p12(grid: &[Vec<i64>], ys: &[i64], b: i64) {
        repeat(max = usize::from(flag()) + ys.len()) {
            mix(a = b) >> step_1: double(a = 7 + shift() + { let first = b * 8; first - b }),
        } until(b % 3 == 1)
            >> p11(c = shift() + b * b % 1_009 + 6)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p12_resumes() {
    resumes::<P12, p12_changed::P12>("p12", |second| if second { p12(&[], &[24], 12) } else { p12(&[vec![17, 76], vec![61, 34, 41]], &[30], 14) }, false).await;
}

pipeline! {
    fn p13(a: i64, c: &i64) {
        digits(a = shift() + c + 3)
            >> each_1: map((items()) as b) {
                repeat(max = usize::from(flag()) + (b % 3).unsigned_abs() as usize, index as round) {
                    turn(d = a * a % 1_009 + 8) -> [b as e, a as grid, d],
                } until(flag() || round > 2)
                    >> again_2: repeat(max = 2, index as round) {
                        repeat(max = 2, index as round) { blend >> up_to(a = d) -> [xs] } until(flag() || round > 0)
                            >> {}
                            >> add_one,
                    } until(d % 4 == 0)
                    >> turn(b = a, c = d),
            } -> [d, grid, a as g, b as e]
            >> up_to
            >> mix(a = shift() + d.iter().map(|item| item % 10).sum::<i64>(), b)
            >> turn(c = 5, d = d)
    }
}
mod p13_changed {
    use super::*;
    pipeline! {
    pub(super) fn p13(a: i64, c: &i64) {
        digits(a = shift() + c + 3)
            >> each_1: map((items()) as b, limit = 9) {
                repeat(max = usize::from(flag()) + (b % 3).unsigned_abs() as usize, index as round) {
                    turn(d = a * a % 1_009 + 8) -> [b as e, a as grid, d],
                } until(flag() || round > 2)
                    >> again_2: repeat(max = 2, index as round) {
                        repeat(max = 2, index as round) { blend >> up_to(a = d) -> [xs] } until(flag() || round > 0)
                            >> {}
                            >> add_one,
                    } until(d % 4 == 0)
                    >> turn(b = a, c = d),
            } -> [d, grid, a as g, b as e]
            >> up_to
            >> mix(a = shift() + d.iter().map(|item| item % 10).sum::<i64>(), b)
            >> turn(c = 5, d = d)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p13_resumes() {
    resumes::<P13, p13_changed::P13>("p13", |second| if second { p13(5, &8) } else { p13(69, &88) }, true).await;
}

pipeline! {
    fn p14(a: i64, grid: Vec<Vec<i64>>, xs: &[i64]) {
        half -> [b]
            >> each_1: map(xs as e, limit = xs.len() + 1) {
                repeat(max = 1, index as round) {
                    p11(c = xs.len() as i64, ys = xs) -> [b]
                        >> half
                        >> if xs.len() + 1 > xs.len() && xs.len() < 2 {
                            double(a = shift() + xs.len() as i64) -> [b as g],
                        } else if let [a, b @ ..] = &xs[..] && a % 2 == 0 {
                            step_2: p11(c = shift() + b.iter().map(|item| item % 10).sum::<i64>(), ys = items()),
                        } else { add_one(a) >> step_3: age(a = b, round = round) } -> [a as f],
                } until(flag()) -> [f, a],
            } -> [e as c, a as h]
            >> heads
    }
}
mod p14_changed {
    use super::*;
    pipeline! {
    pub(super) fn p14(a: i64, grid: Vec<Vec<i64>>, xs: &[i64]) {
        half -> [b]
            >> each_1: map(xs as e, limit = 9) {
                repeat(max = 1, index as round) {
                    p11(c = xs.len() as i64, ys = xs) -> [b]
                        >> half
                        >> if xs.len() + 1 > xs.len() && xs.len() < 2 {
                            double(a = shift() + xs.len() as i64) -> [b as g],
                        } else if let [a, b @ ..] = &xs[..] && a % 2 == 0 {
                            step_2: p11(c = shift() + b.iter().map(|item| item % 10).sum::<i64>(), ys = items()),
                        } else { add_one(a) >> step_3: age(a = b, round = round) } -> [a as f],
                } until(flag()) -> [f, a],
            } -> [e as c, a as h]
            >> heads
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p14_resumes() {
    resumes::<P14, p14_changed::P14>("p14", |second| if second { p14(21, vec![vec![], vec![60, 73]], &[32]) } else { p14(9, vec![vec![29, 72, 69]], &[70, 95]) }, true).await;
}

pipeline! {
    fn p15(grid: Vec<Vec<i64>>) {
        parallel {
            branch_1: heads(grid = vec![vec![4], vec![]]) -> [zs]
                >> behead(ys = shuffled(&zs.iter().map(|item| item + 6).collect::<Vec<i64>>()))
                >> halves,
            branch_2: flatten(grid) -> [xs as c],
        } -> [zs, c as w]
            >> total(xs = w)
            >> by_3: if !w.is_empty() && let Some(e) = w.iter().min() {
                map((shuffled(&w.iter().rev().chain(w.iter()).take(5).copied().collect::<Vec<i64>>())) as b, limit = 2) {
                    try { half(a = b) >> late(a = b, c) -> [a as grid, c as zs] } else { step_4: late(a = e) >> heads(grid = grid) } -> [c]
                        >> if c % 2 == 0 { p11(ys = items()) -> [zs] >> zip_up(xs = w, ys = w) } else { digits(a = c) },
                } -> [zs as d, b as u],
            }
    }
}
mod p15_changed {
    use super::*;
    pipeline! {
    pub(super) fn p15(grid: Vec<Vec<i64>>) {
        parallel {
            branch_1: heads(grid = vec![vec![4], vec![]]) -> [zs]
                >> behead(ys = shuffled(&zs.iter().map(|item| item + 6).collect::<Vec<i64>>()))
                >> halves,
            branch_2: flatten(grid) -> [xs as c],
        } -> [zs, c as w]
            >> total(xs = w)
            >> by_3: if !w.is_empty() && let Some(e) = w.iter().min() {
                map((shuffled(&w.iter().rev().chain(w.iter()).take(5).copied().collect::<Vec<i64>>())) as b, limit = 2) {
                    try { half(a = 7 + b) >> late(a = b, c) -> [a as grid, c as zs] } else { step_4: late(a = e) >> heads(grid = grid) } -> [c]
                        >> if c % 2 == 0 { p11(ys = items()) -> [zs] >> zip_up(xs = w, ys = w) } else { digits(a = c) },
                } -> [zs as d, b as u],
            }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p15_resumes() {
    resumes::<P15, p15_changed::P15>("p15", |second| if second { p15(vec![vec![28], vec![75, 94, 46], vec![51]]) } else { p15(vec![vec![33, 33], vec![94, 47, 93], vec![83]]) }, false).await;
}

pipeline! {
    fn p16(b: i64, ys: &[i64], c: i64) {
        add_one(a = shift() + 1)
            >> group_1: {
                {
                    map(ys as b, limit = 2) {
                        turn(b = c, d = ys.len() as i64)
                            >> behead(ys) -> [ys]
                            >> step_2: behead(ys = ys) -> [ys as grid],
                    },
                } -> [grid],
            }
            >> blend(c = shift() + { let first = b * 3; first - b }, d = c)
            >> {
                parallel {
                    repeat(max = 2) { rows(xs = ys, b = c) } until(a % 4 == 0) -> [grid],
                    try {
                        nth(xs = shuffled(&ys.to_vec()), b = shift() + { let first = a * 0; first - c })
                            >> turn(c),
                    } else { step_3: add_one >> push(xs = ys) },
                    branch_4: nth(xs = ys, b = shift() + ys.iter().map(|item| item % 10).sum::<i64>())
                        >> both_5: parallel { double(a = c), blend >> mix -> [d] }
                        >> repeat(max = 4, index as round) { stamp(xs = ys, round = round) } until(round > 2) -> [c as f, xs],
                }
                    >> flatten(grid = vec![ys.to_vec(), vec![8]]),
            }
    }
}
mod p16_changed {
    use super::*;
    pipeline! {
    pub(super) fn p16(b: i64, ys: &[i64], c: i64) {
        add_one(a = shift() + 1)
            >> group_1: {
                {
                    map(ys as b, limit = 9) {
                        turn(b = c, d = ys.len() as i64)
                            >> behead(ys) -> [ys]
                            >> step_2: behead(ys = ys) -> [ys as grid],
                    },
                } -> [grid],
            }
            >> blend(c = shift() + { let first = b * 3; first - b }, d = c)
            >> {
                parallel {
                    repeat(max = 2) { rows(xs = ys, b = c) } until(a % 4 == 0) -> [grid],
                    try {
                        nth(xs = shuffled(&ys.to_vec()), b = shift() + { let first = a * 0; first - c })
                            >> turn(c),
                    } else { step_3: add_one >> push(xs = ys) },
                    branch_4: nth(xs = ys, b = shift() + ys.iter().map(|item| item % 10).sum::<i64>())
                        >> both_5: parallel { double(a = c), blend >> mix -> [d] }
                        >> repeat(max = 4, index as round) { stamp(xs = ys, round = round) } until(round > 2) -> [c as f, xs],
                }
                    >> flatten(grid = vec![ys.to_vec(), vec![8]]),
            }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p16_resumes() {
    resumes::<P16, p16_changed::P16>("p16", |second| if second { p16(16, &[6], 11) } else { p16(14, &[62, 4, 84], 15) }, true).await;
}

pipeline! {
    fn p17(ys: Vec<i64>, xs: Vec<i64>) {
        zip_up -> [b as d, zs as ys]
            >> rows(xs = items(), b = d)
            >> weave(ys = ys, xs = xs)
            >> up_to(a = shift() + d * d % 1_009 + 4) -> [xs]
            >> blend(c = 7, d = shift() + { let first = d * 0; first - d })
    }
}
mod p17_changed {
    use super::*;
    pipeline! {
    pub(super) fn p17(ys: Vec<i64>, xs: Vec<i64>) {
        zip_up -> [b as d, zs as ys]
            >> rows(xs = items(), b = d)
            >> weave(ys = ys, xs = xs)
            >> up_to(a = shift() + d * d % 1_009 + 4) -> [xs]
            >> blend(c = 7, d = 7 + shift() + { let first = d * 0; first - d })
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p17_resumes() {
    resumes::<P17, p17_changed::P17>("p17", |second| if second { p17(vec![34, 86, 75, 0], vec![61, 95]) } else { p17(vec![], vec![45]) }, false).await;
}

pipeline! {
    fn p18(c: i64, grid: Vec<Vec<i64>>) {
        map(grid as e) { p17(ys = items(), xs = e) -> [a] }
            >> mix(a = shift() + c + 9, b = c)
            >> p17(ys = a, xs = a) -> [a as u]
            >> step_1: late(a = c, c = shift() + { let first = d * 1; first - u })
    }
}
mod p18_changed {
    use super::*;
    pipeline! {
    pub(super) fn p18(c: i64, grid: Vec<Vec<i64>>) {
        map(grid as e) { another_name: p17(ys = items(), xs = e) -> [a] }
            >> mix(a = shift() + c + 9, b = c)
            >> p17(ys = a, xs = a) -> [a as u]
            >> step_1: late(a = c, c = shift() + { let first = d * 1; first - u })
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p18_resumes() {
    resumes::<P18, p18_changed::P18>("p18", |second| if second { p18(71, vec![vec![85], vec![32, 77, 75, 47]]) } else { p18(79, vec![vec![98, 47, 88, 39]]) }, false).await;
}

pipeline! {
    fn p19(c: &i64) -> [grid as e] {
        p11(c = shift() + 6, ys = shuffled(&vec![c + 2, c * 2])) -> [b, zs as w]
            >> grow(xs = b, a = c)
            >> {
                half(a = shift() + c * c % 1_009 + 4) >> rows(xs = ys, b = shift() + ys.len() as i64),
            }
    }
}
mod p19_changed {
    use super::*;
    pipeline! {
    pub(super) fn p19(c: &i64) -> [grid as e] {
        p11(c = shift() + 6, ys = shuffled(&vec![c + 2, c * 2])) -> [b, zs as w]
            >> grow(xs = b, a = c)
            >> {
                another_name: half(a = shift() + c * c % 1_009 + 4)
                    >> rows(xs = ys, b = shift() + ys.len() as i64),
            }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p19_resumes() {
    resumes::<P19, p19_changed::P19>("p19", |second| if second { p19(&90) } else { p19(&13) }, false).await;
}
