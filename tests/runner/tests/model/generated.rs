// Written by model.py from the seed 7; not to be edited.
use super::{environment::*, resumes, tasks::*};
use runnable::prelude::*;

pipeline! {
    fn p0(b: &i64) -> [b as ys, d as e] {
        again_1: repeat(max = 1) {
            by_2: if flag() { turn(c = b, d = b) } else if b % 4 == 1 {
                try { double(a = b) -> [b] >> late(a = b, c = b) >> add_one(a = c) -> [a] } else { step_3: double(a = b) },
            } else if flag() {
                try {
                    digits(a = b) -> [c, b]
                        >> step_4: add_one(a = shift() + { let first = b * 6; first - b }) -> [a as grid],
                } else { {} -> [b as h] },
            } else {
                step_5: double(a = b)
                    >> map((shuffled(&vec![4_i64, 5])) as e) { mix(a = 4) >> double(a = b) } -> [b as f],
            },
        } until(flag())
            >> mix(a = shift() + 3, b = shift() + { let first = b * 3; first - b }) -> [d]
    }
}
mod p0_changed {
    use super::*;
    pipeline! {
    pub(super) fn p0(b: &i64) -> [b as ys, d as e] {
        again_1: repeat(max = 1) {
            by_2: if flag() { turn(c = b, d = b) } else if b % 4 == 1 {
                try { double(a = b) -> [b] >> late(a = b, c = b) >> add_one(a = c) -> [a] } else { step_3: double(a = b) },
            } else if flag() {
                try {
                    digits(a = b) -> [c, b]
                        >> step_4: add_one(a = 7 + shift() + { let first = b * 6; first - b }) -> [a as grid],
                } else { {} -> [b as h] },
            } else {
                step_5: double(a = b)
                    >> map((shuffled(&vec![4_i64, 5])) as e) { mix(a = 4) >> double(a = b) } -> [b as f],
            },
        } until(flag())
            >> mix(a = shift() + 3, b = shift() + { let first = b * 3; first - b }) -> [d]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p0_resumes() {
    resumes::<P0, p0_changed::P0>("p0", |second| if second { p0(&30) } else { p0(&60) }, false).await;
}

pipeline! {
    fn p1(ys: Vec<i64>) -> [c] {
        if flag() || ys.is_empty() { halves } else {
            both_1: parallel {
                branch_2: weave(ys = ys.iter().map(|item| item + 8).collect::<Vec<i64>>(), xs = shuffled(&ys.iter().map(|item| item + 1).collect::<Vec<i64>>()))
                    >> repeat(max = usize::from(flag()) + 2, index as round) {
                        step_3: stamp(xs = ys),
                    } until(flag()),
                {
                    map(ys as b, limit = ys.len() + 1, index as i, on_error = collect) {
                        age(a = b, round = i) >> nth(xs = ys) >> half,
                    } -> [b as result_4]
                        >> sift_5: sift(results = result_4, others = result_4),
                } -> [xs as h, c],
                total(xs = ys) -> [c as e],
            }
                >> try { behead(ys = items()) >> late(a = e) } else {
                    turn(b = c, d = c) -> [b, a]
                        >> step_6: turn(c = shift() + 1, d = shift() + 2)
                        >> step_7: halves(ys = items()),
                },
        } -> [xs]
            >> total(xs = ys)
    }
}
mod p1_changed {
    use super::*;
    pipeline! {
    pub(super) fn p1(ys: Vec<i64>) -> [c] {
        if flag() || ys.is_empty() { halves } else {
            both_1: parallel {
                branch_2: weave(ys = ys.iter().map(|item| item + 8).collect::<Vec<i64>>(), xs = shuffled(&ys.iter().map(|item| item + 1).collect::<Vec<i64>>()))
                    >> repeat(max = usize::from(flag()) + 2, index as round) {
                        step_3: stamp(xs = ys),
                    } until(flag()),
                {
                    map(ys as b, limit = 9, index as i, on_error = collect) {
                        age(a = b, round = i) >> nth(xs = ys) >> half,
                    } -> [b as result_4]
                        >> sift_5: sift(results = result_4, others = result_4),
                } -> [xs as h, c],
                total(xs = ys) -> [c as e],
            }
                >> try { behead(ys = items()) >> late(a = e) } else {
                    turn(b = c, d = c) -> [b, a]
                        >> step_6: turn(c = shift() + 1, d = shift() + 2)
                        >> step_7: halves(ys = items()),
                },
        } -> [xs]
            >> total(xs = ys)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p1_resumes() {
    resumes::<P1, p1_changed::P1>("p1", |second| if second { p1(vec![73, 76, 16]) } else { p1(vec![18]) }, true).await;
}

pipeline! {
    fn p2(a: i64) -> [d, d as xs] {
        attempt_1: try { try { late(a = a, c = shift() + 6) >> step_2: late } else {} } else {
            parallel {
                blend(c = a, d = a) -> [a as xs],
                branch_3: turn(b = a, c = a, d = shift() + a * a % 1_009 + 3),
            },
        } -> [a]
            >> add_one(a)
            >> step_4: add_one(a = a)
            >> match a % 3 {
                xs if xs - a < 3 => {} -> [a],
                1 | 3 => again_5: repeat(max = usize::from(flag()) + 2) { mix(b = shift() + a + 0) } until(flag())
                    >> turn(b = a, c = a),
                first @ 2..=40 => {},
                _ => digits >> up_to -> [xs],
            }
            >> step_13: mix(b = a)
    }
}
mod p2_changed {
    use super::*;
    pipeline! {
    pub(super) fn p2(a: i64) -> [d, d as xs] {
        attempt_1: try { try { late(a = a, c = shift() + 6) >> step_2: late } else {} } else {
            parallel {
                blend(c = a, d = a) -> [a as xs],
                branch_3: turn(b = a, c = a, d = shift() + a * a % 1_009 + 3),
            },
        } -> [a]
            >> add_one(a)
            >> another_name: add_one(a = a)
            >> match a % 3 {
                xs if xs - a < 3 => {} -> [a],
                1 | 3 => again_5: repeat(max = usize::from(flag()) + 2) { mix(b = shift() + a + 0) } until(flag())
                    >> turn(b = a, c = a),
                first @ 2..=40 => {},
                _ => digits >> up_to -> [xs],
            }
            >> step_13: mix(b = a)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p2_resumes() {
    resumes::<P2, p2_changed::P2>("p2", |second| if second { p2(12) } else { p2(21) }, false).await;
}

pipeline! {
    fn p3(c: &i64, b: i64) -> [d as b] {
        turn(c, d = b) -> [b]
            >> match b % 4 {
                xs @ 2..=40 => {},
                0 => {},
                _ => {
                    parallel {
                        branch_1: up_to(a = c) >> double(a = shift() + c + 5) -> [b as u],
                        branch_2: up_to(a = shift() + c + 1) -> [xs] >> total(xs = xs) >> step_3: up_to(a = 7),
                    }
                        >> map((items()) as e) { behead(ys = xs) >> double(a = u) >> step_4: behead } -> [c as grid, ys],
                }
                    >> zip_up(xs = vec![b + 0, b * 2], ys = grid.iter().map(|item| item + 8).collect::<Vec<i64>>()) -> [zs as xs, b],
            } -> [b]
            >> mix(a = c)
    }
}
mod p3_changed {
    use super::*;
    pipeline! {
    pub(super) fn p3(c: &i64, b: i64) -> [d as b] {
        turn(c, d = b) -> [b]
            >> match b % 4 {
                xs @ 2..=40 => {},
                0 => {},
                _ => {
                    parallel {
                        branch_1: another_name: up_to(a = c) >> double(a = shift() + c + 5) -> [b as u],
                        branch_2: up_to(a = shift() + c + 1) -> [xs] >> total(xs = xs) >> step_3: up_to(a = 7),
                    }
                        >> map((items()) as e) { behead(ys = xs) >> double(a = u) >> step_4: behead } -> [c as grid, ys],
                }
                    >> zip_up(xs = vec![b + 0, b * 2], ys = grid.iter().map(|item| item + 8).collect::<Vec<i64>>()) -> [zs as xs, b],
            } -> [b]
            >> mix(a = c)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p3_resumes() {
    resumes::<P3, p3_changed::P3>("p3", |second| if second { p3(&26, 5) } else { p3(&84, 57) }, false).await;
}

pipeline! {
    fn p4(ys: &[i64], c: i64, a: i64) -> [d, w as xs] {
        rows(xs = vec![c + 4, a * 2], b = c)
            >> add_one
            >> first_1: race {
                lost_2: pause_3: pause(ms = 3600000) >> behead(ys = items()) >> heads(grid = grid) -> [zs],
                lost_4: pause_6: pause(ms = 3600000)
                    >> by_5: match ys.first() {
                        Some(n) if n % 2 == 0 => {} -> [ys],
                        Some(n) => double(a),
                        None => {} -> [ys, ys as d],
                        _ => {},
                    } -> [ys as c, grid],
                racer_7: zip_up(xs = ys, ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
                    >> add_one
                    >> step_8: grow(xs = zs, a = shift() + { let first = c * 4; first - c }),
            } -> [a as zs, grid as b, ys as c]
            >> mix(a = zs, b = zs)
            >> map((vec![6_i64, 7]) as a, limit = ys.len() + 1, index as round) {
                age(round = usize::from(flag()) + 2)
                    >> rows(xs = c, b = a) -> [grid as a]
                    >> step_9: behead(ys),
            } -> [grid as u, ys as w]
    }
}
mod p4_changed {
    use super::*;
    pipeline! {
    pub(super) fn p4(ys: &[i64], c: i64, a: i64) -> [d, w as xs] {
        rows(xs = vec![c + 4, a * 2], b = c)
            >> add_one
            >> first_1: race {
                lost_2: pause_3: pause(ms = 3600000) >> behead(ys = items()) >> heads(grid = grid) -> [zs],
                lost_4: pause_6: pause(ms = 3600000)
                    >> by_5: match ys.first() {
                        Some(n) if n % 2 == 0 => {} -> [ys],
                        Some(n) => double(a),
                        None => {} -> [ys, ys as d],
                        _ => {},
                    } -> [ys as c, grid],
                racer_7: zip_up(xs = ys, ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
                    >> add_one
                    >> step_8: grow(xs = zs, a = shift() + { let first = c * 4; first - c }),
            } -> [a as zs, grid as b, ys as c]
            >> mix(a = zs, b = zs)
            >> map((vec![6_i64, 7]) as a, limit = 9, index as round) {
                age(round = usize::from(flag()) + 2)
                    >> rows(xs = c, b = a) -> [grid as a]
                    >> step_9: behead(ys),
            } -> [grid as u, ys as w]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p4_resumes() {
    resumes::<P4, p4_changed::P4>("p4", |second| if second { p4(&[51, 35, 59, 76], 2, 94) } else { p4(&[42, 33], 36, 18) }, true).await;
}

pipeline! {
    fn p5(xs: &[i64], c: i64) -> [xs, c] {
        weave(ys = xs) -> [ys]
            >> again_1: repeat(max = 1, index as round) {
                try {
                    { halves }
                        >> again_2: repeat(max = 4) {
                            late(a = shift() + ys.iter().map(|item| item % 10).sum::<i64>()) -> [c],
                        } until(zs.is_empty()) -> [c as a],
                } else {
                    age(a = ys.iter().map(|item| item % 10).sum::<i64>())
                        >> try { total -> [c] >> nth(b = c) } else { blend(d = shift() + a * c % 1_009 + 9) } -> [a],
                },
            } until(flag()) -> [a]
            >> negate(b = shift() + ys.len() as i64)
    }
}
mod p5_changed {
    use super::*;
    pipeline! {
    pub(super) fn p5(xs: &[i64], c: i64) -> [xs, c] {
        weave(ys = xs) -> [ys]
            >> again_1: repeat(max = 1, index as round) {
                try {
                    { halves }
                        >> again_2: repeat(max = 4) {
                            late(a = shift() + ys.iter().map(|item| item % 10).sum::<i64>()) -> [c],
                        } until(zs.is_empty()) -> [c as a],
                } else {
                    age(a = ys.iter().map(|item| item % 10).sum::<i64>())
                        >> try { total -> [c] >> nth(b = c) } else { blend(d = 7 + shift() + a * c % 1_009 + 9) } -> [a],
                },
            } until(flag()) -> [a]
            >> negate(b = shift() + ys.len() as i64)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p5_resumes() {
    resumes::<P5, p5_changed::P5>("p5", |second| if second { p5(&[1, 76, 22, 6], 77) } else { p5(&[36, 30], 27) }, false).await;
}

pipeline! {
    fn p6(a: i64, c: i64, ys: Vec<i64>) {
        attempt_1: try { nth(xs = ys, b = c) >> behead } else {
            halves
                >> digits -> [b as xs, c]
                >> step_2: behead(ys = shuffled(&ys.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>())) -> [ys],
        }
            >> match c {
                xs @ 2..=40 => {} -> [a as c],
                1 | 3 => {},
                0 => map(ys as b, limit = ys.len() + 1) {
                    late
                        >> race {
                            racer_3: turn(b = b, c = c, d = { let first = a * 9; first - b }) -> [d, b, a],
                            lost_4: halves >> pause_6: pause(ms = 3600000) >> step_5: halves,
                        },
                } -> [a as zs, b, a as d]
                    >> nth(xs = shuffled(&vec![7_i64, 8]), b = c),
                _ => {},
            } -> [c]
            >> halves(ys = items())
    }
}
mod p6_changed {
    use super::*;
    pipeline! {
    pub(super) fn p6(a: i64, c: i64, ys: Vec<i64>) {
        attempt_1: try { nth(xs = ys, b = c) >> behead } else {
            halves
                >> digits -> [b as xs, c]
                >> step_2: behead(ys = shuffled(&ys.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>())) -> [ys],
        }
            >> match c {
                xs @ 2..=40 => {} -> [a as c],
                1 | 3 => {},
                0 => map(ys as b, limit = ys.len() + 1) {
                    late
                        >> race {
                            racer_3: another_name: turn(b = b, c = c, d = { let first = a * 9; first - b }) -> [d, b, a],
                            lost_4: halves >> pause_6: pause(ms = 3600000) >> step_5: halves,
                        },
                } -> [a as zs, b, a as d]
                    >> nth(xs = shuffled(&vec![7_i64, 8]), b = c),
                _ => {},
            } -> [c]
            >> halves(ys = items())
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p6_resumes() {
    resumes::<P6, p6_changed::P6>("p6", |second| if second { p6(91, 70, vec![81, 77]) } else { p6(89, 62, vec![44, 22, 68, 75]) }, false).await;
}

pipeline! {
    fn p7(xs: Vec<i64>, a: i64, b: &i64) {
        if flag() || a - b < 4 {
            halves(ys = shuffled(&xs.to_vec()))
                >> by_1: match b {
                    last @ 2..=40 => {
                        up_to
                            >> weave(ys = shuffled(&vec![8_i64, 9]), xs = xs.iter().map(|item| item + 2).collect::<Vec<i64>>()),
                    }
                        >> match a { 1 | 4 => {}, 0 => total(xs = items()), _ => nth(xs = xs) },
                    _ => step_2: nth -> [d],
                },
        } else { grow }
            >> match (a % 2 == 0, b % 3) {
                (true, first) => blend(c = b, d = b),
                (true, 0) => {},
                _ => total(xs = xs) >> digits(a = c),
            }
    }
}
mod p7_changed {
    use super::*;
    pipeline! {
    pub(super) fn p7(xs: Vec<i64>, a: i64, b: &i64) {
        if flag() || a - b < 4 {
            halves(ys = shuffled(&xs.to_vec()))
                >> by_1: match b {
                    last @ 2..=40 => {
                        up_to
                            >> weave(ys = shuffled(&vec![8_i64, 9]), xs = xs.iter().map(|item| item + 2).collect::<Vec<i64>>()),
                    }
                        >> match a { 1 | 4 => {}, 0 => total(xs = items()), _ => nth(xs = xs) },
                    _ => step_2: nth -> [d],
                },
        } else { grow }
            >> match (a % 2 == 0, b % 3) {
                (true, first) => blend(c = b, d = b),
                (true, 0) => {},
                _ => total(xs = xs) >> digits(a = 7 + c),
            }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p7_resumes() {
    resumes::<P7, p7_changed::P7>("p7", |second| if second { p7(vec![97, 8, 49, 24], 18, &50) } else { p7(vec![69, 70, 4, 42], 2, &32) }, false).await;
}

pipeline! {
    fn p8(c: i64) -> [c, c as h] {
        first_1: race {
            lost_2: pause_9: pause(ms = 3600000)
                >> turn(b = c, d = c) -> [d, a as zs]
                >> map((vec![8_i64, 9]) as e) {
                    {
                        map((shuffled(&vec![0_i64, 1])) as b, on_error = collect) {
                            turn(b = c, d = b),
                        } -> [a as result_3, b as result_4]
                            >> sift_5: sift(results = result_3, others = result_4),
                    }
                        >> race {
                            lost_6: pause_7: pause(ms = 3600000) >> negate(b = e) -> [c],
                            racer_8: push(xs = xs, a = xs.iter().map(|item| item % 10).sum::<i64>()) -> [xs],
                        },
                } -> [c as u, xs as f],
            racer_10: map((0..3_i64) as a) {
                mix(a = shift() + 9, b = { let first = c * 9; first - a })
                    >> negate(b = a)
                    >> parallel {
                        turn(b = shift() + a * a % 1_009 + 3, c = a) -> [b, a]
                            >> step_11: turn(b = shift() + c * d % 1_009 + 9, d = c) -> [b, d, a],
                        up_to
                            >> step_12: mix(a, b = xs.iter().map(|item| item % 10).sum::<i64>())
                            >> step_13: zip_up(ys = items()) -> [b as w],
                        branch_14: blend(d) >> mix(b = d) -> [d as ys],
                    },
            }
                >> add_one(a = ys.len() as i64) -> [a as xs],
        }
    }
}
mod p8_changed {
    use super::*;
    pipeline! {
    pub(super) fn p8(c: i64) -> [c, c as h] {
        first_1: race {
            lost_2: pause_9: pause(ms = 3600000)
                >> turn(b = c, d = c) -> [d, a as zs]
                >> map((vec![8_i64, 9]) as e) {
                    {
                        map((shuffled(&vec![0_i64, 1])) as b, on_error = collect) {
                            turn(b = c, d = b),
                        } -> [a as result_3, b as result_4]
                            >> sift_5: sift(results = result_3, others = result_4),
                    }
                        >> race {
                            lost_6: pause_7: pause(ms = 3600000) >> negate(b = e) -> [c],
                            racer_8: push(xs = xs, a = xs.iter().map(|item| item % 10).sum::<i64>()) -> [xs],
                        },
                } -> [c as u, xs as f],
            racer_10: map((0..3_i64) as a) {
                mix(a = 7 + shift() + 9, b = { let first = c * 9; first - a })
                    >> negate(b = a)
                    >> parallel {
                        turn(b = shift() + a * a % 1_009 + 3, c = a) -> [b, a]
                            >> step_11: turn(b = shift() + c * d % 1_009 + 9, d = c) -> [b, d, a],
                        up_to
                            >> step_12: mix(a, b = xs.iter().map(|item| item % 10).sum::<i64>())
                            >> step_13: zip_up(ys = items()) -> [b as w],
                        branch_14: blend(d) >> mix(b = d) -> [d as ys],
                    },
            }
                >> add_one(a = ys.len() as i64) -> [a as xs],
        }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p8_resumes() {
    resumes::<P8, p8_changed::P8>("p8", |second| if second { p8(35) } else { p8(22) }, false).await;
}

pipeline! {
    fn p9(c: i64, b: &i64, a: &i64) -> [d, a, xs, b as h] {
        up_to(a = 3)
            >> add_one(a = shift() + 8)
            >> digits(a = c * a % 1_009 + 7)
            >> repeat(max = (a % 3).unsigned_abs() as usize) {
                if let [last, b @ ..] = &xs[..] && last % 2 == 0 {},
            } until(flag())
            >> turn(c = a, d = shift() + c + 0)
    }
}
mod p9_changed {
    use super::*;
    pipeline! {
    pub(super) fn p9(c: i64, b: &i64, a: &i64) -> [d, a, xs, b as h] {
        up_to(a = 3)
            >> add_one(a = shift() + 8)
            >> digits(a = c * a % 1_009 + 7)
            >> repeat(max = (a % 3).unsigned_abs() as usize) {
                if let [last, b @ ..] = &xs[..] && last % 2 == 0 {},
            } until(flag())
            >> turn(c = 7 + a, d = shift() + c + 0)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p9_resumes() {
    resumes::<P9, p9_changed::P9>("p9", |second| if second { p9(34, &7, &26) } else { p9(5, &17, &65) }, false).await;
}

pipeline! {
    fn p10(ys: Vec<i64>, grid: Vec<Vec<i64>>) {
        heads
            >> step_1: nth(xs = ys, b = shift() + zs.iter().map(|item| item % 10).sum::<i64>())
            >> nth(xs = ys, b = c)
            >> step_2: heads -> [c as b, zs as d]
            >> again_3: repeat(max = 3) {
                match b % 2 {
                    0 => halves -> [xs],
                    first @ 2..=40 => p9(a = b) -> [h, xs, a as ys],
                    _ => map((vec![c + 9, c * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((c, [b, _]), xs), index as round) {
                        mix(a = shift() + { let first = c * 5; first - b }, b = c)
                            >> rows
                            >> heads -> [c, zs],
                    } -> [c as g, zs as u]
                        >> total(xs = items()),
                } -> [c, b as e, zs],
            } until(b % 4 == 0) -> [c, e as ys]
    }
}
mod p10_changed {
    use super::*;
    pipeline! {
    pub(super) fn p10(ys: Vec<i64>, grid: Vec<Vec<i64>>) {
        heads
            >> step_1: nth(xs = ys, b = 7 + shift() + zs.iter().map(|item| item % 10).sum::<i64>())
            >> nth(xs = ys, b = c)
            >> step_2: heads -> [c as b, zs as d]
            >> again_3: repeat(max = 3) {
                match b % 2 {
                    0 => halves -> [xs],
                    first @ 2..=40 => p9(a = b) -> [h, xs, a as ys],
                    _ => map((vec![c + 9, c * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((c, [b, _]), xs), index as round) {
                        mix(a = shift() + { let first = c * 5; first - b }, b = c)
                            >> rows
                            >> heads -> [c, zs],
                    } -> [c as g, zs as u]
                        >> total(xs = items()),
                } -> [c, b as e, zs],
            } until(b % 4 == 0) -> [c, e as ys]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p10_resumes() {
    resumes::<P10, p10_changed::P10>("p10", |second| if second { p10(vec![], vec![vec![], vec![70]]) } else { p10(vec![12, 46, 38, 28], vec![vec![4], vec![44, 99, 86, 17], vec![49, 33, 65]]) }, false).await;
}

pipeline! {
    fn p11(ys: Vec<i64>) -> [zs] {
        try {
            repeat(max = ys.len()) {
                map(ys as b, limit = ys.len() + 1) {
                    nth(xs = shuffled(&ys.to_vec()), b = ys.len() as i64) -> [d],
                }
                    >> half(a = shift() + d.iter().map(|item| item % 10).sum::<i64>()),
            } until(flag())
                >> double(a = ys.iter().map(|item| item % 10).sum::<i64>()) -> [b]
                >> digits(a = b) -> [c as zs, b],
        } else { total(xs = ys) }
            >> try { zip_up(xs = items()) } else {} -> [ys]
            >> halves
            >> by_1: match ys { m if m.len() > 1 => {} -> [ys], _ => {} } -> [zs as d, ys as grid]
            >> step_2: halves(ys = d.iter().rev().chain(grid.iter()).take(5).copied().collect::<Vec<i64>>())
    }
}
mod p11_changed {
    use super::*;
    pipeline! {
    pub(super) fn p11(ys: Vec<i64>) -> [zs] {
        try {
            repeat(max = ys.len()) {
                map(ys as b, limit = 9) {
                    nth(xs = shuffled(&ys.to_vec()), b = ys.len() as i64) -> [d],
                }
                    >> half(a = shift() + d.iter().map(|item| item % 10).sum::<i64>()),
            } until(flag())
                >> double(a = ys.iter().map(|item| item % 10).sum::<i64>()) -> [b]
                >> digits(a = b) -> [c as zs, b],
        } else { total(xs = ys) }
            >> try { zip_up(xs = items()) } else {} -> [ys]
            >> halves
            >> by_1: match ys { m if m.len() > 1 => {} -> [ys], _ => {} } -> [zs as d, ys as grid]
            >> step_2: halves(ys = d.iter().rev().chain(grid.iter()).take(5).copied().collect::<Vec<i64>>())
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p11_resumes() {
    resumes::<P11, p11_changed::P11>("p11", |second| if second { p11(vec![2, 25, 4, 20]) } else { p11(vec![30, 51, 13]) }, true).await;
}

pipeline! {
    fn p12(c: &i64, ys: Vec<i64>) -> [xs, c] {
        push(xs = ys, a = shift() + 0)
            >> {
                repeat(max = 4) {
                    push(xs = ys, a = c)
                        >> half(a = 3)
                        >> if flag() || b % 2 == 1 {} else if !xs.is_empty() && let Some(n) = xs.iter().min() {
                            up_to(a = b)
                                >> grow(xs = items(), a = b)
                                >> mix(a = c, b = shift() + b * c % 1_009 + 6),
                        } else if let Some(xs) = xs.first() { {} -> [c] } else { halves },
                } until(c % 4 == 0),
            }
            >> match &xs[..] {
                [n, xs @ ..] => attempt_1: try {
                    late(a = n)
                        >> map(ys as e) { double >> up_to(a = n) >> half(a) } -> [c as h, n as d, b as g, e],
                } else {
                    {
                        each_2: map(ys as a, index as round, on_error = collect) {
                            blend(c = shift() + { let first = a * 0; first - c }, d = shift() + { let first = a * 0; first - n }),
                        } -> [a as result_3]
                            >> sift_4: sift(results = result_3, others = result_3),
                    },
                },
                [] => {},
                _ => {},
            }
    }
}
mod p12_changed {
    use super::*;
    pipeline! {
    pub(super) fn p12(c: &i64, ys: Vec<i64>) -> [xs, c] {
        push(xs = ys, a = shift() + 0)
            >> {
                repeat(max = 4) {
                    push(xs = ys, a = c)
                        >> half(a = 3)
                        >> if flag() || b % 2 == 1 {} else if !xs.is_empty() && let Some(n) = xs.iter().min() {
                            up_to(a = b)
                                >> grow(xs = items(), a = b)
                                >> mix(a = c, b = shift() + b * c % 1_009 + 6),
                        } else if let Some(xs) = xs.first() { {} -> [c] } else { halves },
                } until(c % 4 == 0),
            }
            >> match &xs[..] {
                [n, xs @ ..] => attempt_1: try {
                    late(a = n)
                        >> map(ys as e) { double >> up_to(a = n) >> half(a) } -> [c as h, n as d, b as g, e],
                } else {
                    {
                        each_2: map(ys as a, limit = 9, index as round, on_error = collect) {
                            blend(c = shift() + { let first = a * 0; first - c }, d = shift() + { let first = a * 0; first - n }),
                        } -> [a as result_3]
                            >> sift_4: sift(results = result_3, others = result_3),
                    },
                },
                [] => {},
                _ => {},
            }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p12_resumes() {
    resumes::<P12, p12_changed::P12>("p12", |second| if second { p12(&12, vec![72, 9]) } else { p12(&95, vec![37, 95, 49]) }, true).await;
}

pipeline! {
    fn p13(c: &i64, grid: Vec<Vec<i64>>, ys: Vec<i64>) -> [ys, ys as g] {
        negate(b = 9)
            >> step_1: half(a = c)
            >> zip_up(xs = ys.to_vec(), ys)
            >> map((grid) as ys, limit = 1) {
                parallel {
                    mix(a = shift() + zs.iter().map(|item| item % 10).sum::<i64>(), b = c),
                    weave(ys, xs = ys),
                    push(xs = ys, a = b) -> [xs]
                        >> match (c % 2 == 0, c % 3) {
                            (true, b) => step_2: half(a = shift() + 4),
                            (_, b) if b > 0 => step_3: mix(a = shift() + ys.len() as i64, b = shift() + 6),
                            _ => nth >> total(xs = zs),
                        }
                        >> flatten,
                },
            } -> [xs, ys as e, d as h, xs as g]
            >> weave(ys, xs = items())
    }
}
mod p13_changed {
    use super::*;
    pipeline! {
    pub(super) fn p13(c: &i64, grid: Vec<Vec<i64>>, ys: Vec<i64>) -> [ys, ys as g] {
        negate(b = 9)
            >> another_name: half(a = c)
            >> zip_up(xs = ys.to_vec(), ys)
            >> map((grid) as ys, limit = 1) {
                parallel {
                    mix(a = shift() + zs.iter().map(|item| item % 10).sum::<i64>(), b = c),
                    weave(ys, xs = ys),
                    push(xs = ys, a = b) -> [xs]
                        >> match (c % 2 == 0, c % 3) {
                            (true, b) => step_2: half(a = shift() + 4),
                            (_, b) if b > 0 => step_3: mix(a = shift() + ys.len() as i64, b = shift() + 6),
                            _ => nth >> total(xs = zs),
                        }
                        >> flatten,
                },
            } -> [xs, ys as e, d as h, xs as g]
            >> weave(ys, xs = items())
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p13_resumes() {
    resumes::<P13, p13_changed::P13>("p13", |second| if second { p13(&33, vec![vec![97], vec![10, 75], vec![60, 51, 78, 99], vec![95, 77]], vec![]) } else { p13(&39, vec![vec![]], vec![87, 28, 22, 89]) }, false).await;
}

pipeline! {
    fn p14(xs: &[i64], a: &i64) {
        race {
            racer_1: try { mix(a = 1, b = shift() + a + 3) } else {
                step_2: zip_up(xs = xs, ys = xs)
                    >> parallel {
                        branch_3: rows(b = a) >> mix(a = shift() + 0),
                        branch_4: weave(ys = shuffled(&vec![2_i64, 3]))
                            >> blend(c = shift() + ys.len() as i64, d = a * b % 1_009 + 0),
                    },
            }
                >> add_one(a = a),
            lost_5: pause_6: pause(ms = 3600000)
                >> nth(xs = xs, b = xs.iter().map(|item| item % 10).sum::<i64>())
                >> weave(ys = items(), xs = xs),
        } -> [a as f]
    }
}
mod p14_changed {
    use super::*;
    pipeline! {
    pub(super) fn p14(xs: &[i64], a: &i64) {
        race {
            racer_1: try { mix(a = 1, b = shift() + a + 3) } else {
                step_2: zip_up(xs = xs, ys = xs)
                    >> parallel {
                        branch_3: another_name: rows(b = a) >> mix(a = shift() + 0),
                        branch_4: weave(ys = shuffled(&vec![2_i64, 3]))
                            >> blend(c = shift() + ys.len() as i64, d = a * b % 1_009 + 0),
                    },
            }
                >> add_one(a = a),
            lost_5: pause_6: pause(ms = 3600000)
                >> nth(xs = xs, b = xs.iter().map(|item| item % 10).sum::<i64>())
                >> weave(ys = items(), xs = xs),
        } -> [a as f]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p14_resumes() {
    resumes::<P14, p14_changed::P14>("p14", |second| if second { p14(&[94, 88], &8) } else { p14(&[95, 76], &75) }, false).await;
}

pipeline! {
    fn p15(b: &i64, grid: &[Vec<i64>]) {
        p9(c = b, a = shift() + b * b % 1_009 + 7)
            >> parallel {
                branch_1: weave(ys = xs) >> digits(a),
                {
                    map((grid) as ys, index as i, on_error = collect) {
                        {
                            map(grid as ys, limit = 4, on_error = collect) {
                                nth(xs = shuffled(&xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()), b = b)
                                    >> half
                                    >> p9(c = shift() + a * h % 1_009 + 1, a = d),
                            } -> [d as result_2, a as result_3]
                                >> sift_4: sift(results = result_2, others = result_3),
                        },
                    } -> [c as result_5]
                        >> sift_6: sift(results = result_5, others = result_5),
                } -> [xs, c as ys],
                branch_7: turn(c = a, d = h) -> [a, b as f, d],
            }
    }
}
mod p15_changed {
    use super::*;
    pipeline! {
    pub(super) fn p15(b: &i64, grid: &[Vec<i64>]) {
        p9(c = b, a = shift() + b * b % 1_009 + 7)
            >> parallel {
                branch_1: weave(ys = xs) >> another_name: digits(a),
                {
                    map((grid) as ys, index as i, on_error = collect) {
                        {
                            map(grid as ys, limit = 4, on_error = collect) {
                                nth(xs = shuffled(&xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()), b = b)
                                    >> half
                                    >> p9(c = shift() + a * h % 1_009 + 1, a = d),
                            } -> [d as result_2, a as result_3]
                                >> sift_4: sift(results = result_2, others = result_3),
                        },
                    } -> [c as result_5]
                        >> sift_6: sift(results = result_5, others = result_5),
                } -> [xs, c as ys],
                branch_7: turn(c = a, d = h) -> [a, b as f, d],
            }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p15_resumes() {
    resumes::<P15, p15_changed::P15>("p15", |second| if second { p15(&18, &[vec![85, 21, 80, 10], vec![11, 5]]) } else { p15(&53, &[vec![34, 33]]) }, false).await;
}

pipeline! {
    fn p16(b: i64) {
        race {
            lost_1: map((vec![b + 8, b * 2]) as b, index as i, limit = 3) { turn(c = b, d = b) >> double } -> [b as a]
                >> pause_2: pause(ms = 3600000)
                >> add_one(a = shift() + b * b % 1_009 + 1),
            lost_3: pause_6: pause(ms = 3600000)
                >> repeat(max = 1) {
                    match (b % 2 == 0, b % 3) {
                        (true, 0) => blend(c = shift() + { let first = b * 3; first - b }, d = b) -> [a] >> add_one -> [a],
                        (true, xs) => negate(b = 5),
                        (_, xs) if xs > 0 => {},
                        _ => {},
                    }
                        >> {
                            map((vec![8_i64, 9]) as a, on_error = collect) { half -> [b as u] } -> [u as result_4]
                                >> sift_5: sift(results = result_4, others = result_4),
                        },
                } until(flag()),
            racer_7: add_one(a = shift() + 3)
                >> repeat(max = usize::from(flag()) + (a % 3).unsigned_abs() as usize, index as round) {
                    map((0..3_i64) as a, index as round) {
                        age
                            >> step_8: age(a = shift() + b + 9, round) -> [a]
                            >> {}
                            >> step_9: turn(c = shift() + b * b % 1_009 + 3, d = a),
                    } -> [a as zs, b as ys]
                        >> map((shuffled(&zs.to_vec()).iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (a, c), index as i) {
                            total(xs = items()),
                        } -> [a as w, c, ys as f],
                } until(flag()),
        } -> [b]
            >> digits(a = b) -> [b]
    }
}
mod p16_changed {
    use super::*;
    pipeline! {
    pub(super) fn p16(b: i64) {
        race {
            lost_1: map((vec![b + 8, b * 2]) as b, index as i, limit = 3) { turn(c = b, d = b) >> double } -> [b as a]
                >> pause_2: pause(ms = 3600000)
                >> add_one(a = shift() + b * b % 1_009 + 1),
            lost_3: pause_6: pause(ms = 7 + 3600000)
                >> repeat(max = 1) {
                    match (b % 2 == 0, b % 3) {
                        (true, 0) => blend(c = shift() + { let first = b * 3; first - b }, d = b) -> [a] >> add_one -> [a],
                        (true, xs) => negate(b = 5),
                        (_, xs) if xs > 0 => {},
                        _ => {},
                    }
                        >> {
                            map((vec![8_i64, 9]) as a, on_error = collect) { half -> [b as u] } -> [u as result_4]
                                >> sift_5: sift(results = result_4, others = result_4),
                        },
                } until(flag()),
            racer_7: add_one(a = shift() + 3)
                >> repeat(max = usize::from(flag()) + (a % 3).unsigned_abs() as usize, index as round) {
                    map((0..3_i64) as a, index as round) {
                        age
                            >> step_8: age(a = shift() + b + 9, round) -> [a]
                            >> {}
                            >> step_9: turn(c = shift() + b * b % 1_009 + 3, d = a),
                    } -> [a as zs, b as ys]
                        >> map((shuffled(&zs.to_vec()).iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (a, c), index as i) {
                            total(xs = items()),
                        } -> [a as w, c, ys as f],
                } until(flag()),
        } -> [b]
            >> digits(a = b) -> [b]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p16_resumes() {
    resumes::<P16, p16_changed::P16>("p16", |second| if second { p16(87) } else { p16(43) }, false).await;
}

pipeline! {
    fn p17(grid: Vec<Vec<i64>>, b: i64) {
        add_one(a = b)
            >> try {
                blend(c = shift() + { let first = b * 9; first - b }, d = shift() + b * b % 1_009 + 1) -> [a],
            } else { step_1: up_to(a = shift() + a + 2) }
            >> up_to(a = a)
            >> negate
    }
}
mod p17_changed {
    use super::*;
    pipeline! {
    pub(super) fn p17(grid: Vec<Vec<i64>>, b: i64) {
        add_one(a = 7 + b)
            >> try {
                blend(c = shift() + { let first = b * 9; first - b }, d = shift() + b * b % 1_009 + 1) -> [a],
            } else { step_1: up_to(a = shift() + a + 2) }
            >> up_to(a = a)
            >> negate
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p17_resumes() {
    resumes::<P17, p17_changed::P17>("p17", |second| if second { p17(vec![], 47) } else { p17(vec![vec![33, 89]], 99) }, false).await;
}

pipeline! {
    fn p18(ys: Vec<i64>, b: &i64, grid: Vec<Vec<i64>>) {
        try {
            {
                map(ys as b, index as round, limit = 1, on_error = collect) {
                    half(a = shift() + b * b % 1_009 + 3),
                } -> [b as result_1]
                    >> sift_2: sift(results = result_1, others = result_1),
            },
        } else {
            {
                map((shuffled(&ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())) as b, limit = ys.len() + 1, on_error = collect) {
                    nth(xs = ys, b = b) -> [d]
                        >> parallel {
                            grow(xs = ys, a = b) -> [ys as u]
                                >> behead -> [ys]
                                >> {}
                                >> negate(b = d) -> [c as xs],
                            late(a = b, c = d),
                            branch_3: turn(c = d, d = shift() + ys.len() as i64) -> [a as g, b, d],
                        } -> [g as e, c as w, d],
                } -> [e as result_4, w as result_5]
                    >> sift_6: sift(results = result_4, others = result_5),
            },
        }
    }
}
mod p18_changed {
    use super::*;
    pipeline! {
    pub(super) fn p18(ys: Vec<i64>, b: &i64, grid: Vec<Vec<i64>>) {
        try {
            {
                map(ys as b, index as round, limit = 9, on_error = collect) {
                    half(a = shift() + b * b % 1_009 + 3),
                } -> [b as result_1]
                    >> sift_2: sift(results = result_1, others = result_1),
            },
        } else {
            {
                map((shuffled(&ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())) as b, limit = ys.len() + 1, on_error = collect) {
                    nth(xs = ys, b = b) -> [d]
                        >> parallel {
                            grow(xs = ys, a = b) -> [ys as u]
                                >> behead -> [ys]
                                >> {}
                                >> negate(b = d) -> [c as xs],
                            late(a = b, c = d),
                            branch_3: turn(c = d, d = shift() + ys.len() as i64) -> [a as g, b, d],
                        } -> [g as e, c as w, d],
                } -> [e as result_4, w as result_5]
                    >> sift_6: sift(results = result_4, others = result_5),
            },
        }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p18_resumes() {
    resumes::<P18, p18_changed::P18>("p18", |second| if second { p18(vec![2, 86, 42], &90, vec![vec![11]]) } else { p18(vec![9], &26, vec![]) }, true).await;
}

pipeline! {
    fn p19(xs: Vec<i64>) {
        zip_up(ys = xs)
            >> step_1: zip_up(xs = shuffled(&vec![b + 9, b * 2]), ys = xs)
            >> up_to(a = b)
            >> map((shuffled(&vec![b + 5, b * 2]).iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (.., a), limit = 1) {
                attempt_2: try { half } else {
                    race {
                        lost_3: double(a = a)
                            >> pause_4: pause(ms = 3600000)
                            >> late(c = shift() + zs.iter().map(|item| item % 10).sum::<i64>()),
                        racer_5: push >> total >> digits,
                    } -> [a, c, a as zs],
                } -> [a as d]
                    >> parallel {
                        branch_6: push(xs = zs),
                        branch_7: {
                            map(xs as b, index as round, on_error = collect) {
                                behead(ys = shuffled(&xs.to_vec())),
                            } -> [],
                        },
                        mix
                            >> weave(ys = shuffled(&xs.to_vec()), xs = xs) -> [ys]
                            >> step_8: late(c = d) -> [c, a],
                    } -> [c as grid, a],
            }
            >> add_one(a = b)
    }
}
mod p19_changed {
    use super::*;
    pipeline! {
    pub(super) fn p19(xs: Vec<i64>) {
        zip_up(ys = xs)
            >> step_1: zip_up(xs = shuffled(&vec![b + 9, b * 2]), ys = xs)
            >> up_to(a = b)
            >> map((shuffled(&vec![b + 5, b * 2]).iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (.., a), limit = 9) {
                attempt_2: try { half } else {
                    race {
                        lost_3: double(a = a)
                            >> pause_4: pause(ms = 3600000)
                            >> late(c = shift() + zs.iter().map(|item| item % 10).sum::<i64>()),
                        racer_5: push >> total >> digits,
                    } -> [a, c, a as zs],
                } -> [a as d]
                    >> parallel {
                        branch_6: push(xs = zs),
                        branch_7: {
                            map(xs as b, index as round, on_error = collect) {
                                behead(ys = shuffled(&xs.to_vec())),
                            } -> [],
                        },
                        mix
                            >> weave(ys = shuffled(&xs.to_vec()), xs = xs) -> [ys]
                            >> step_8: late(c = d) -> [c, a],
                    } -> [c as grid, a],
            }
            >> add_one(a = b)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p19_resumes() {
    resumes::<P19, p19_changed::P19>("p19", |second| if second { p19(vec![7, 23, 17, 57]) } else { p19(vec![44, 74, 67, 17]) }, true).await;
}
