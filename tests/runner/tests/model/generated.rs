// Written by model.py from the seed 7; not to be edited.
use super::{environment::*, resumes, tasks::*};
use runnable::prelude::*;

pipeline! {
    fn p0(b: i64) -> [h, grid as a] {
        map((items()) as e, limit = 2, index as round) {
            repeat(max = 3, index as i) {
                try { late(a = b, c = b) -> [a as h] >> age(a = h) } else {}
                    >> turn(b = e, c = shift() + e * b % 1_009 + 0, d = e),
            } until(e % 3 == 0),
        } -> [d, b as h]
            >> if flag() || b - b < 4 {
                group_1: { map((d) as e, index as round) { age(a = e) -> [a] } >> negate },
            } else { step_2: half(a = b) } -> [b, d as xs, b as zs]
            >> halves(ys = d)
            >> rows
    }
}
mod p0_changed {
    use super::*;
    pipeline! {
    pub(super) fn p0(b: i64) -> [h, grid as a] {
        map((items()) as e, limit = 2, index as round) {
            repeat(max = 3, index as i) {
                try { late(a = b, c = b) -> [a as h] >> age(a = h) } else {}
                    >> turn(b = e, c = shift() + e * b % 1_009 + 0, d = 7 + e),
            } until(e % 3 == 0),
        } -> [d, b as h]
            >> if flag() || b - b < 4 {
                group_1: { map((d) as e, index as round) { age(a = e) -> [a] } >> negate },
            } else { step_2: half(a = b) } -> [b, d as xs, b as zs]
            >> halves(ys = d)
            >> rows
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p0_resumes() {
    resumes::<P0, p0_changed::P0>("p0", |second| if second { p0(91) } else { p0(43) }, false).await;
}

pipeline! {
    fn p1(c: i64, grid: Vec<Vec<i64>>, b: &i64) {
        if flag() || b - b < 2 { digits(a = shift() + b * b % 1_009 + 5) } else if flag() || c % 3 == 0 { {} -> [c as h, c] } else if flag() { half(a = shift() + 2) >> heads } else {
            map(grid as ys, limit = 2) { weave(xs = ys) }
                >> map((shuffled(&vec![b + 6, b * 2])) as a, index as round) {
                    heads -> [zs] >> halves(ys = zs) >> double(a),
                } -> [a, b as xs, zs as h],
        }
            >> add_one(a = shift() + b + 9) -> [a as g]
            >> step_1: add_one(a = g) -> [a as g]
            >> up_to(a = g)
    }
}
mod p1_changed {
    use super::*;
    pipeline! {
    pub(super) fn p1(c: i64, grid: Vec<Vec<i64>>, b: &i64) {
        if flag() || b - b < 2 { digits(a = shift() + b * b % 1_009 + 5) } else if flag() || c % 3 == 0 { {} -> [c as h, c] } else if flag() { half(a = shift() + 2) >> heads } else {
            map(grid as ys, limit = 9) { weave(xs = ys) }
                >> map((shuffled(&vec![b + 6, b * 2])) as a, index as round) {
                    heads -> [zs] >> halves(ys = zs) >> double(a),
                } -> [a, b as xs, zs as h],
        }
            >> add_one(a = shift() + b + 9) -> [a as g]
            >> step_1: add_one(a = g) -> [a as g]
            >> up_to(a = g)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p1_resumes() {
    resumes::<P1, p1_changed::P1>("p1", |second| if second { p1(37, vec![vec![46, 14, 42], vec![49, 42, 51]], &83) } else { p1(22, vec![vec![48, 23]], &0) }, true).await;
}

pipeline! {
    fn p2(b: i64, xs: Vec<i64>) {
        #[timeout("2ms")] #[retry(2, backoff = "1ms")] {
            pause_3: pause(ms = 3600000)
                >> match &xs[..] {
                    [] => {} -> [b as u],
                    [first, .., a] => push,
                    last if last.len() > 2 => add_one(a = shift() + last.len() as i64)
                        >> #[retry(2, backoff = "1ms")] tries_1: { trip_2: trip(times = 1) >> double >> mix(a = 3, b = a) -> [d as u] },
                    _ => {},
                },
        } -> [xs]
            >> negate -> [c as h]
            >> try {
                attempt_4: try { nth(xs = xs.to_vec(), b = 4) } else {
                    #[retry(4, backoff = "1ms")] parallel {
                        branch_5: behead(ys = xs) >> trip_8: trip(times = 3) >> step_6: behead(ys),
                        double(a = b) >> step_7: double(a = b),
                    },
                }
                    >> zip_up(xs = vec![h + 4, h * 2], ys = xs),
            } else {
                weave(ys = items(), xs = xs)
                    >> step_9: up_to(a = b + 9)
                    >> double(a = shift() + b * b % 1_009 + 5),
            }
    }
}
mod p2_changed {
    use super::*;
    pipeline! {
    pub(super) fn p2(b: i64, xs: Vec<i64>) {
        #[timeout("2ms")] #[retry(2, backoff = "1ms")] {
            pause_3: pause(ms = 3600000)
                >> match &xs[..] {
                    [] => {} -> [b as u],
                    [first, .., a] => push,
                    last if last.len() > 2 => add_one(a = shift() + last.len() as i64)
                        >> #[retry(2, backoff = "2ms")] tries_1: { trip_2: trip(times = 1) >> double >> mix(a = 3, b = a) -> [d as u] },
                    _ => {},
                },
        } -> [xs]
            >> negate -> [c as h]
            >> try {
                attempt_4: try { nth(xs = xs.to_vec(), b = 4) } else {
                    #[retry(4, backoff = "1ms")] parallel {
                        branch_5: behead(ys = xs) >> trip_8: trip(times = 3) >> step_6: behead(ys),
                        double(a = b) >> step_7: double(a = b),
                    },
                }
                    >> zip_up(xs = vec![h + 4, h * 2], ys = xs),
            } else {
                weave(ys = items(), xs = xs)
                    >> step_9: up_to(a = b + 9)
                    >> double(a = shift() + b * b % 1_009 + 5),
            }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p2_resumes() {
    resumes::<P2, p2_changed::P2>("p2", |second| if second { p2(15, vec![3, 3]) } else { p2(8, vec![]) }, true).await;
}

pipeline! {
    fn p3(c: i64, a: i64, ys: &[i64]) {
        group_1: {
            double(a = shift() + { let first = c * 6; first - a })
                >> attempt_2: try { again_3: repeat(max = 4) { double } until(flag()) } else {
                    by_4: match c % 4 {
                        1 | 4 => negate(b = a) -> [c],
                        0 => push(xs = items())
                            >> behead
                            >> blend(c = c, d = shift() + { let first = a * 7; first - b }) -> [a],
                        xs => {},
                    },
                }
                >> digits -> [b as zs],
        }
            >> weave(xs = ys) -> [ys as w]
    }
}
mod p3_changed {
    use super::*;
    pipeline! {
    pub(super) fn p3(c: i64, a: i64, ys: &[i64]) {
        group_1: {
            double(a = 7 + shift() + { let first = c * 6; first - a })
                >> attempt_2: try { again_3: repeat(max = 4) { double } until(flag()) } else {
                    by_4: match c % 4 {
                        1 | 4 => negate(b = a) -> [c],
                        0 => push(xs = items())
                            >> behead
                            >> blend(c = c, d = shift() + { let first = a * 7; first - b }) -> [a],
                        xs => {},
                    },
                }
                >> digits -> [b as zs],
        }
            >> weave(xs = ys) -> [ys as w]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p3_resumes() {
    resumes::<P3, p3_changed::P3>("p3", |second| if second { p3(26, 7, &[17, 18, 39, 29]) } else { p3(63, 20, &[48, 2, 9, 24]) }, false).await;
}

pipeline! {
    fn p4(xs: Vec<i64>, ys: Vec<i64>, c: i64) {
        turn(b = shift() + { let first = c * 7; first - c }, d = shift() + c + 0) -> [d, b as c]
            >> add_one(a = c + 9) -> [a as u]
            >> zip_up -> [b]
            >> up_to(a = b)
            >> #[timeout("7200000ms")] #[retry(4, backoff = "1ms")] {
                mix(a = b)
                    >> both_1: parallel {
                        branch_2: both_3: parallel {
                            branch_4: blend,
                            rows(b = d) -> [grid],
                            branch_5: half(a = shift() + xs.iter().map(|item| item % 10).sum::<i64>())
                                >> turn(b = b * u % 1_009 + 1, d = d) -> [b, d, a as w]
                                >> weave(xs = xs) -> [ys],
                        },
                        branch_6: {
                            map((ys) as b, limit = 3, index as round, on_error = collect) {
                                behead,
                            } -> [],
                        },
                    } -> [grid as h, a, ys]
                    >> match (u % 2 == 0, c % 3) {
                        (true, rest) => push(xs = items(), a = b),
                        (_, rest) if rest > 0 => {},
                        (true, 0) => race {
                            lost_7: up_to
                                >> pause_8: pause(ms = 3600000)
                                >> late(a = shift() + { let first = a * 5; first - d }),
                            racer_9: push(xs),
                        } -> [c, a as grid, xs as ys],
                        _ => {},
                    },
            }
    }
}
mod p4_changed {
    use super::*;
    pipeline! {
    pub(super) fn p4(xs: Vec<i64>, ys: Vec<i64>, c: i64) {
        turn(b = shift() + { let first = c * 7; first - c }, d = shift() + c + 0) -> [d, b as c]
            >> add_one(a = c + 9) -> [a as u]
            >> zip_up -> [b]
            >> up_to(a = b)
            >> #[timeout("7200000ms")] #[retry(4, backoff = "1ms")] {
                mix(a = b)
                    >> both_1: parallel {
                        branch_2: both_3: parallel {
                            branch_4: blend,
                            rows(b = d) -> [grid],
                            branch_5: half(a = shift() + xs.iter().map(|item| item % 10).sum::<i64>())
                                >> turn(b = b * u % 1_009 + 1, d = d) -> [b, d, a as w]
                                >> weave(xs = xs) -> [ys],
                        },
                        branch_6: {
                            map((ys) as b, limit = 9, index as round, on_error = collect) {
                                behead,
                            } -> [],
                        },
                    } -> [grid as h, a, ys]
                    >> match (u % 2 == 0, c % 3) {
                        (true, rest) => push(xs = items(), a = b),
                        (_, rest) if rest > 0 => {},
                        (true, 0) => race {
                            lost_7: up_to
                                >> pause_8: pause(ms = 3600000)
                                >> late(a = shift() + { let first = a * 5; first - d }),
                            racer_9: push(xs),
                        } -> [c, a as grid, xs as ys],
                        _ => {},
                    },
            }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p4_resumes() {
    resumes::<P4, p4_changed::P4>("p4", |second| if second { p4(vec![1, 32], vec![37, 81, 28, 6], 89) } else { p4(vec![76, 48, 41, 38], vec![], 97) }, true).await;
}

pipeline! {
    fn p5(a: &i64, c: &i64, b: i64) -> [b] {
        negate
            >> up_to
            >> repeat(max = 1, index as round) {
                repeat(max = 2, index as round) {
                    map(xs as b) {
                        age(a = a) -> [a]
                            >> stamp(xs = xs) -> [xs]
                            >> zip_up(ys = xs.iter().map(|item| item + 2).collect::<Vec<i64>>()) -> [zs as grid, b as c],
                    } -> [b as e, grid, c as w]
                        >> parallel { stamp, behead(ys = items()) >> weave },
                } until(flag()) -> [xs as zs, b, ys as f],
            } until(flag()) -> [b, f, b as zs]
            >> zip_up(ys = items()) -> [b]
    }
}
mod p5_changed {
    use super::*;
    pipeline! {
    pub(super) fn p5(a: &i64, c: &i64, b: i64) -> [b] {
        negate
            >> up_to
            >> repeat(max = 1, index as round) {
                repeat(max = 2, index as round) {
                    map(xs as b, limit = 9) {
                        age(a = a) -> [a]
                            >> stamp(xs = xs) -> [xs]
                            >> zip_up(ys = xs.iter().map(|item| item + 2).collect::<Vec<i64>>()) -> [zs as grid, b as c],
                    } -> [b as e, grid, c as w]
                        >> parallel { stamp, behead(ys = items()) >> weave },
                } until(flag()) -> [xs as zs, b, ys as f],
            } until(flag()) -> [b, f, b as zs]
            >> zip_up(ys = items()) -> [b]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p5_resumes() {
    resumes::<P5, p5_changed::P5>("p5", |second| if second { p5(&41, &93, 67) } else { p5(&69, &24, 17) }, true).await;
}

pipeline! {
    fn p6(grid: Vec<Vec<i64>>, xs: Vec<i64>, a: i64) {
        negate(b = a)
            >> if flag() || xs.is_empty() {} else {
                turn(b = 8, d = c) -> [a, d as w]
                    >> #[retry(4, backoff = "1ms")] #[timeout("7200000ms")] try {
                        #[retry(4, backoff = "1ms")] {
                            negate(b = shift() + a + 0) -> [c]
                                >> halves(ys = xs)
                                >> nth(xs = xs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>(), b = a),
                        }
                            >> behead(ys = vec![8_i64, 9]),
                    } else {
                        again_1: repeat(max = usize::from(flag()) + (a % 3).unsigned_abs() as usize) {
                            behead(ys = items()) -> [ys],
                        } until(a - a < 3) -> [ys]
                            >> total
                            >> weave -> [ys],
                    }
                    >> up_to -> [xs as f],
            }
    }
}
mod p6_changed {
    use super::*;
    pipeline! {
    pub(super) fn p6(grid: Vec<Vec<i64>>, xs: Vec<i64>, a: i64) {
        negate(b = a)
            >> if flag() || xs.is_empty() {} else {
                turn(b = 8, d = c) -> [a, d as w]
                    >> #[retry(4, backoff = "1ms")] #[timeout("7200000ms")] try {
                        #[retry(4, backoff = "1ms")] {
                            negate(b = shift() + a + 0) -> [c]
                                >> halves(ys = xs)
                                >> nth(xs = xs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>(), b = 7 + a),
                        }
                            >> behead(ys = vec![8_i64, 9]),
                    } else {
                        again_1: repeat(max = usize::from(flag()) + (a % 3).unsigned_abs() as usize) {
                            behead(ys = items()) -> [ys],
                        } until(a - a < 3) -> [ys]
                            >> total
                            >> weave -> [ys],
                    }
                    >> up_to -> [xs as f],
            }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p6_resumes() {
    resumes::<P6, p6_changed::P6>("p6", |second| if second { p6(vec![vec![23, 48, 12, 87], vec![26, 69, 14], vec![0, 12, 42], vec![67]], vec![29], 83) } else { p6(vec![vec![91, 55], vec![36, 58]], vec![3], 54) }, false).await;
}

pipeline! {
    fn p7(a: i64, grid: &[Vec<i64>], b: &i64) {
        group_1: {
            parallel { flatten, branch_2: mix }
                >> {}
                >> #[retry(2, backoff = "1ms")] {
                    #[timeout("7200000ms")] #[retry(3, backoff = "1ms")] within_3: { push(xs = items()) } -> [xs as e]
                        >> trip_5: trip(times = 1)
                        >> #[retry(3, backoff = "1ms")] { trip_4: trip(times = 1) >> heads }
                        >> repeat(max = 1, index as round) { age >> push(xs = items(), a) } until(flag()) -> [xs, grid],
                },
        } -> [xs as b, grid]
            >> turn(b = shift() + a * a % 1_009 + 2, c = a, d = a)
    }
}
mod p7_changed {
    use super::*;
    pipeline! {
    pub(super) fn p7(a: i64, grid: &[Vec<i64>], b: &i64) {
        group_1: {
            parallel { flatten, branch_2: another_name: mix }
                >> {}
                >> #[retry(2, backoff = "1ms")] {
                    #[timeout("7200000ms")] #[retry(3, backoff = "1ms")] within_3: { push(xs = items()) } -> [xs as e]
                        >> trip_5: trip(times = 1)
                        >> #[retry(3, backoff = "1ms")] { trip_4: trip(times = 1) >> heads }
                        >> repeat(max = 1, index as round) { age >> push(xs = items(), a) } until(flag()) -> [xs, grid],
                },
        } -> [xs as b, grid]
            >> turn(b = shift() + a * a % 1_009 + 2, c = a, d = a)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p7_resumes() {
    resumes::<P7, p7_changed::P7>("p7", |second| if second { p7(93, &[vec![34, 13], vec![75, 36, 42]], &49) } else { p7(38, &[vec![33, 68, 60, 84], vec![45, 53, 50], vec![]], &97) }, false).await;
}

pipeline! {
    fn p8(b: &i64, xs: Vec<i64>, grid: Vec<Vec<i64>>) {
        {
            #[retry(4, backoff = "1ms")] if let Some(e) = xs.first() { nth(xs, b = e) -> [d] >> negate } else if flag() { zip_up(xs = xs, ys = xs) } else if let Some(last) = xs.first() {
                first_1: race {
                    lost_2: weave(ys = shuffled(&vec![last + 8, b * 2]))
                        >> half(a = shift() + xs.len() as i64)
                        >> pause_3: pause(ms = 3600000)
                        >> grow(a = b),
                    racer_4: zip_up(xs, ys = xs) >> step_5: add_one(a = b * b % 1_009 + 9),
                }
                    >> {}
                    >> step_6: negate(b = shift() + xs.iter().map(|item| item % 10).sum::<i64>()),
            } else {
                #[retry(3, backoff = "1ms")] {
                    mix(a = shift() + b * b % 1_009 + 4)
                        >> trip_7: trip(times = 1)
                        >> push(xs = xs, a = b)
                        >> up_to(a = b) -> [xs],
                } -> [xs as g, xs]
                    >> up_to(a = { let first = b * 0; first - b }),
            }
                >> #[retry(3, backoff = "1ms")] tries_8: match xs { b if b.len() > 1 => {}, b => {} }
                >> #[timeout("7200000ms")] turn(b = b, c = shift() + b * b % 1_009 + 8, d = shift() + xs.iter().map(|item| item % 10).sum::<i64>()),
        } -> [b, a]
            >> add_one -> [a]
    }
}
mod p8_changed {
    use super::*;
    pipeline! {
    pub(super) fn p8(b: &i64, xs: Vec<i64>, grid: Vec<Vec<i64>>) {
        {
            #[retry(4, backoff = "1ms")] if let Some(e) = xs.first() { nth(xs, b = e) -> [d] >> negate } else if flag() { another_name: zip_up(xs = xs, ys = xs) } else if let Some(last) = xs.first() {
                first_1: race {
                    lost_2: weave(ys = shuffled(&vec![last + 8, b * 2]))
                        >> half(a = shift() + xs.len() as i64)
                        >> pause_3: pause(ms = 3600000)
                        >> grow(a = b),
                    racer_4: zip_up(xs, ys = xs) >> step_5: add_one(a = b * b % 1_009 + 9),
                }
                    >> {}
                    >> step_6: negate(b = shift() + xs.iter().map(|item| item % 10).sum::<i64>()),
            } else {
                #[retry(3, backoff = "1ms")] {
                    mix(a = shift() + b * b % 1_009 + 4)
                        >> trip_7: trip(times = 1)
                        >> push(xs = xs, a = b)
                        >> up_to(a = b) -> [xs],
                } -> [xs as g, xs]
                    >> up_to(a = { let first = b * 0; first - b }),
            }
                >> #[retry(3, backoff = "1ms")] tries_8: match xs { b if b.len() > 1 => {}, b => {} }
                >> #[timeout("7200000ms")] turn(b = b, c = shift() + b * b % 1_009 + 8, d = shift() + xs.iter().map(|item| item % 10).sum::<i64>()),
        } -> [b, a]
            >> add_one -> [a]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p8_resumes() {
    resumes::<P8, p8_changed::P8>("p8", |second| if second { p8(&36, vec![48, 91, 78, 50], vec![vec![18, 57, 13]]) } else { p8(&76, vec![48, 81, 43, 86], vec![vec![], vec![41, 46, 84], vec![]]) }, false).await;
}

pipeline! {
    fn p9(ys: Vec<i64>, c: &i64) -> [c] {
        weave(ys = shuffled(&ys.to_vec()), xs = ys)
            >> step_1: behead
            >> both_2: parallel {
                nth(xs = ys, b = c) >> turn(b = shift() + d + 6, c = d),
                branch_3: map(ys as b) {
                    try { negate >> weave(xs = ys) } else { blend(d = c) >> step_4: negate(b = ys.len() as i64) },
                } -> [ys as xs, c as u],
            }
            >> {
                each_5: map((u.iter().map(|item| item + 3).collect::<Vec<i64>>()) as e, on_error = collect) {
                    { nth(xs = items()) },
                } -> [d as result_6]
                    >> sift_7: sift(results = result_6, others = result_6),
            }
            >> grow(a = b)
    }
}
mod p9_changed {
    use super::*;
    pipeline! {
    pub(super) fn p9(ys: Vec<i64>, c: &i64) -> [c] {
        weave(ys = shuffled(&ys.to_vec()), xs = ys)
            >> step_1: behead
            >> both_2: parallel {
                nth(xs = ys, b = c) >> turn(b = shift() + d + 6, c = d),
                branch_3: map(ys as b) {
                    try { another_name: negate >> weave(xs = ys) } else { blend(d = c) >> step_4: negate(b = ys.len() as i64) },
                } -> [ys as xs, c as u],
            }
            >> {
                each_5: map((u.iter().map(|item| item + 3).collect::<Vec<i64>>()) as e, on_error = collect) {
                    { nth(xs = items()) },
                } -> [d as result_6]
                    >> sift_7: sift(results = result_6, others = result_6),
            }
            >> grow(a = b)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p9_resumes() {
    resumes::<P9, p9_changed::P9>("p9", |second| if second { p9(vec![91], &93) } else { p9(vec![], &24) }, false).await;
}

pipeline! {
    fn p10(a: i64, xs: Vec<i64>) {
        #[retry(4, backoff = "1ms")] tries_1: { trip_2: trip(times = 1) >> mix(a = a, b = shift() + xs.len() as i64) }
            >> negate(b = a * a % 1_009 + 8)
            >> step_3: zip_up(xs = xs, ys = shuffled(&xs.iter().map(|item| item + 7).collect::<Vec<i64>>()))
            >> attempt_4: try {
                if xs.is_empty() {
                    again_5: repeat(max = 2, index as round) { double >> half >> behead(ys = xs) } until(flag())
                        >> late
                        >> match (c % 2 == 0, b % 3) { (true, 0) => {} -> [a], _ => {} },
                } else {
                    try { behead(ys = xs) >> step_6: late -> [c as grid, a] } else { total(xs) }
                        >> grow -> [ys],
                }
                    >> {}
                    >> step_7: zip_up(xs = zs, ys = xs) -> [zs as ys, b]
                    >> double,
            } else {
                #[timeout("2ms")] #[retry(3, backoff = "1ms")] within_8: { pause_9: pause(ms = 3600000) >> double >> negate(b = c) },
            } -> [c, b as g]
    }
}
mod p10_changed {
    use super::*;
    pipeline! {
    pub(super) fn p10(a: i64, xs: Vec<i64>) {
        #[retry(4, backoff = "1ms")] tries_1: { trip_2: trip(times = 1) >> mix(a = a, b = shift() + xs.len() as i64) }
            >> negate(b = a * a % 1_009 + 8)
            >> step_3: zip_up(xs = xs, ys = shuffled(&xs.iter().map(|item| item + 7).collect::<Vec<i64>>()))
            >> attempt_4: try {
                if xs.is_empty() {
                    again_5: repeat(max = 2, index as round) { double >> half >> behead(ys = xs) } until(flag())
                        >> late
                        >> match (c % 2 == 0, b % 3) { (true, 0) => {} -> [a], _ => {} },
                } else {
                    try { behead(ys = xs) >> step_6: late -> [c as grid, a] } else { total(xs) }
                        >> grow -> [ys],
                }
                    >> {}
                    >> step_7: zip_up(xs = zs, ys = xs) -> [zs as ys, b]
                    >> double,
            } else {
                #[timeout("2ms")] #[retry(3, backoff = "1ms")] within_8: { pause_9: pause(ms = 3600000) >> double >> negate(b = 7 + c) },
            } -> [c, b as g]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p10_resumes() {
    resumes::<P10, p10_changed::P10>("p10", |second| if second { p10(94, vec![]) } else { p10(34, vec![87, 42, 9]) }, false).await;
}

pipeline! {
    fn p11(ys: &[i64], grid: Vec<Vec<i64>>, b: i64) -> [b, grid as h, ys as e] {
        race {
            lost_1: push(xs = shuffled(&ys.to_vec()), a = b)
                >> weave(xs = xs)
                >> pause_2: pause(ms = 3600000)
                >> total,
            racer_3: map(grid as e, index as i) {
                parallel {
                    branch_4: flatten -> [xs],
                    mix(a = b, b = b)
                        >> age(a = d, round = usize::from(flag()) + ys.len()) -> [a as g]
                        >> step_5: age(a = shift() + e.iter().map(|item| item % 10).sum::<i64>(), round = i),
                },
            },
        }
    }
}
mod p11_changed {
    use super::*;
    pipeline! {
    pub(super) fn p11(ys: &[i64], grid: Vec<Vec<i64>>, b: i64) -> [b, grid as h, ys as e] {
        race {
            lost_1: push(xs = shuffled(&ys.to_vec()), a = 7 + b)
                >> weave(xs = xs)
                >> pause_2: pause(ms = 3600000)
                >> total,
            racer_3: map(grid as e, index as i) {
                parallel {
                    branch_4: flatten -> [xs],
                    mix(a = b, b = b)
                        >> age(a = d, round = usize::from(flag()) + ys.len()) -> [a as g]
                        >> step_5: age(a = shift() + e.iter().map(|item| item % 10).sum::<i64>(), round = i),
                },
            },
        }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p11_resumes() {
    resumes::<P11, p11_changed::P11>("p11", |second| if second { p11(&[13, 3], vec![vec![47, 3]], 45) } else { p11(&[50, 80], vec![vec![23, 24, 94]], 65) }, false).await;
}

pipeline! {
    fn p12(c: i64) {
        #[timeout("7200000ms")] #[retry(2, backoff = "1ms")] {
            if flag() || c - c < 4 { up_to(a = c) }
                >> trip_2: trip(times = 1)
                >> attempt_1: try { blend(d = c) } else { up_to(a = c) >> double(a = c) } -> [c],
        } -> [c]
            >> turn(b = c + 8, c = c, d = shift() + c * c % 1_009 + 6) -> [d as zs]
            >> {}
            >> #[retry(4, backoff = "1ms")] tries_3: turn(b = shift() + zs * c % 1_009 + 6, c = shift() + zs + 5, d = c)
            >> {}
            >> #[retry(2, backoff = "1ms")] {
                trip_6: trip(times = 1)
                    >> up_to -> [xs]
                    >> #[retry(2, backoff = "1ms")] {
                        group_4: { step_5: zip_up(ys = xs) -> [b, zs] >> rows(xs = zs, b = a) } -> [a, c as b, grid, a as zs],
                    } -> [zs, b, grid],
            }
    }
}
mod p12_changed {
    use super::*;
    pipeline! {
    pub(super) fn p12(c: i64) {
        #[timeout("7200000ms")] #[retry(2, backoff = "1ms")] {
            if flag() || c - c < 4 { up_to(a = c) }
                >> trip_2: trip(times = 1)
                >> attempt_1: try { blend(d = c) } else { up_to(a = c) >> double(a = c) } -> [c],
        } -> [c]
            >> turn(b = c + 8, c = c, d = shift() + c * c % 1_009 + 6) -> [d as zs]
            >> {}
            >> #[retry(4, backoff = "1ms")] another_name: turn(b = shift() + zs * c % 1_009 + 6, c = shift() + zs + 5, d = c)
            >> {}
            >> #[retry(2, backoff = "1ms")] {
                trip_6: trip(times = 1)
                    >> up_to -> [xs]
                    >> #[retry(2, backoff = "1ms")] {
                        group_4: { step_5: zip_up(ys = xs) -> [b, zs] >> rows(xs = zs, b = a) } -> [a, c as b, grid, a as zs],
                    } -> [zs, b, grid],
            }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p12_resumes() {
    resumes::<P12, p12_changed::P12>("p12", |second| if second { p12(5) } else { p12(67) }, false).await;
}

pipeline! {
    fn p13(a: i64, b: &i64) {
        try { negate } else {
            parallel {
                branch_1: turn(b = a, c = a, d = shift() + { let first = a * 1; first - a }) -> [d, b]
                    >> match b % 2 {
                        1 | 2 => step_2: turn(c = d),
                        b => blend(c = a * b % 1_009 + 7, d = { let first = b * 1; first - b }) >> mix -> [d as h],
                    }
                    >> step_3: blend(c = d) -> [a],
                branch_4: add_one(a) -> [a as h],
            },
        }
            >> map((0..3_i64) as b, index as round, limit = 1) {
                try {
                    by_5: if b % 4 == 1 { late(c = b) } else if flag() || b % 4 == 1 { {} -> [a] } else if flag() || b % 3 == 0 { step_6: late(c = a) }
                        >> age(a = shift() + b * a % 1_009 + 2),
                } else { step_7: age(a = b, round = round) }
                    >> map((shuffled(&vec![a + 6, b * 2])) as e, index as round) {
                        #[retry(3, backoff = "1ms")] tries_11: race {
                            lost_8: pause_9: pause(ms = 3600000) >> mix,
                            racer_10: age(a = e, round = round) -> [a as xs],
                        },
                    },
            }
            >> map((items()) as e, limit = 2) {
                #[timeout("7200000ms")] within_12: { add_one >> mix(b) } -> [d] >> { half },
            } -> [b as f]
    }
}
mod p13_changed {
    use super::*;
    pipeline! {
    pub(super) fn p13(a: i64, b: &i64) {
        try { negate } else {
            parallel {
                branch_1: turn(b = a, c = a, d = shift() + { let first = a * 1; first - a }) -> [d, b]
                    >> match b % 2 {
                        1 | 2 => step_2: turn(c = d),
                        b => blend(c = a * b % 1_009 + 7, d = { let first = b * 1; first - b }) >> mix -> [d as h],
                    }
                    >> step_3: blend(c = d) -> [a],
                branch_4: add_one(a) -> [a as h],
            },
        }
            >> map((0..3_i64) as b, index as round, limit = 1) {
                try {
                    by_5: if b % 4 == 1 { late(c = b) } else if flag() || b % 4 == 1 { {} -> [a] } else if flag() || b % 3 == 0 { step_6: late(c = a) }
                        >> age(a = shift() + b * a % 1_009 + 2),
                } else { step_7: age(a = b, round = round) }
                    >> map((shuffled(&vec![a + 6, b * 2])) as e, index as round) {
                        #[retry(3, backoff = "2ms")] tries_11: race {
                            lost_8: pause_9: pause(ms = 3600000) >> mix,
                            racer_10: age(a = e, round = round) -> [a as xs],
                        },
                    },
            }
            >> map((items()) as e, limit = 2) {
                #[timeout("7200000ms")] within_12: { add_one >> mix(b) } -> [d] >> { half },
            } -> [b as f]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p13_resumes() {
    resumes::<P13, p13_changed::P13>("p13", |second| if second { p13(37, &85) } else { p13(59, &35) }, true).await;
}

pipeline! {
    fn p14(b: i64, a: i64) -> [b, a] {
        {
            match (b % 2 == 0, a % 3) {
                (true, n) => {},
                _ => if flag() || b % 2 == 1 {
                    late(a = shift() + 1, c = shift() + a * a % 1_009 + 7) -> [a],
                } else if a % 2 == 0 { half } else if flag() { turn(b, c = b, d = b) >> digits } -> [b, a as grid]
                    >> mix(a)
                    >> #[retry(2, backoff = "1ms")] add_one(a = shift() + a * a % 1_009 + 2) -> [a],
            }
                >> #[timeout("7200000ms")] #[retry(3, backoff = "1ms")] try {
                    #[retry(3, backoff = "1ms")] map((0..3_i64) as b, index as round, limit = 1) {
                        trip_1: trip(times = 1) >> half(a = a),
                    } -> [b as e]
                        >> each_2: map((shuffled(&e.to_vec())) as b, index as round) {
                            late(c = b) >> step_3: late(a = b),
                        } -> [c, a as f],
                } else { {} -> [b] }
                >> {}
                >> group_4: {
                    negate
                        >> parallel {
                            branch_5: negate(b = a),
                            blend(c = a, d = a),
                            late >> step_6: negate >> digits -> [b, c as grid],
                        },
                },
        }
    }
}
mod p14_changed {
    use super::*;
    pipeline! {
    pub(super) fn p14(b: i64, a: i64) -> [b, a] {
        {
            match (b % 2 == 0, a % 3) {
                (true, n) => {},
                _ => if flag() || b % 2 == 1 {
                    late(a = shift() + 1, c = shift() + a * a % 1_009 + 7) -> [a],
                } else if a % 2 == 0 { half } else if flag() { turn(b, c = b, d = b) >> digits } -> [b, a as grid]
                    >> mix(a)
                    >> #[retry(2, backoff = "1ms")] add_one(a = shift() + a * a % 1_009 + 2) -> [a],
            }
                >> #[timeout("7200000ms")] #[retry(3, backoff = "1ms")] try {
                    #[retry(3, backoff = "1ms")] map((0..3_i64) as b, index as round, limit = 9) {
                        trip_1: trip(times = 1) >> half(a = a),
                    } -> [b as e]
                        >> each_2: map((shuffled(&e.to_vec())) as b, index as round) {
                            late(c = b) >> step_3: late(a = b),
                        } -> [c, a as f],
                } else { {} -> [b] }
                >> {}
                >> group_4: {
                    negate
                        >> parallel {
                            branch_5: negate(b = a),
                            blend(c = a, d = a),
                            late >> step_6: negate >> digits -> [b, c as grid],
                        },
                },
        }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p14_resumes() {
    resumes::<P14, p14_changed::P14>("p14", |second| if second { p14(81, 36) } else { p14(43, 42) }, true).await;
}

pipeline! {
    fn p15(a: i64, xs: Vec<i64>, grid: Vec<Vec<i64>>) -> [zs as f, zs] {
        #[retry(3, backoff = "1ms")] {
            again_1: repeat(max = usize::from(flag()) + xs.len()) {
                halves(ys = shuffled(&vec![a + 3, a * 2]))
                    >> #[timeout("7200000ms")] #[retry(2, backoff = "1ms")] {
                        up_to(a = a)
                            >> step_2: late(a, c = shift() + { let first = a * 1; first - a }) -> [a],
                    }
                    >> try {
                        late(c = a)
                            >> weave(ys = zs, xs = xs.iter().map(|item| item + 0).collect::<Vec<i64>>()) -> [ys as zs],
                    } else { heads },
            } until(a - a < 4),
        }
    }
}
mod p15_changed {
    use super::*;
    pipeline! {
    pub(super) fn p15(a: i64, xs: Vec<i64>, grid: Vec<Vec<i64>>) -> [zs as f, zs] {
        #[retry(3, backoff = "1ms")] {
            again_1: repeat(max = usize::from(flag()) + xs.len()) {
                halves(ys = shuffled(&vec![a + 3, a * 2]))
                    >> #[timeout("7200000ms")] #[retry(2, backoff = "1ms")] {
                        up_to(a = a)
                            >> another_name: late(a, c = shift() + { let first = a * 1; first - a }) -> [a],
                    }
                    >> try {
                        late(c = a)
                            >> weave(ys = zs, xs = xs.iter().map(|item| item + 0).collect::<Vec<i64>>()) -> [ys as zs],
                    } else { heads },
            } until(a - a < 4),
        }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p15_resumes() {
    resumes::<P15, p15_changed::P15>("p15", |second| if second { p15(0, vec![50, 80, 20], vec![]) } else { p15(48, vec![99, 71, 93], vec![vec![99, 87]]) }, false).await;
}

pipeline! {
    fn p16(b: &i64) {
        first_1: race {
            lost_2: #[retry(3, backoff = "1ms")] #[timeout("7200000ms")] tries_13: race {
                lost_3: pause_5: pause(ms = 3600000)
                    >> step_4: blend(c = shift() + { let first = b * 3; first - b }, d = b),
                racer_6: double(a = b)
                    >> map((vec![b + 3, b * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., e]), xs)) {
                        push(xs, a = 0),
                    },
                lost_7: #[retry(2, backoff = "1ms")] #[timeout("7200000ms")] race {
                    racer_8: step_9: add_one(a = b) -> [a] >> blend(c = b, d = shift() + 8),
                    lost_10: pause_11: pause(ms = 3600000)
                        >> p15(a = shift() + b * b % 1_009 + 1, xs = vec![b + 8, b * 2], grid = vec![vec![0_i64], vec![]]) -> [zs, f]
                        >> double(a = b) -> [b as g],
                }
                    >> pause_12: pause(ms = 3600000)
                    >> negate,
            }
                >> pause_14: pause(ms = 3600000)
                >> blend(c = b, d = shift() + 0),
            racer_15: up_to(a = b),
        } -> [b as d]
    }
}
mod p16_changed {
    use super::*;
    pipeline! {
    pub(super) fn p16(b: &i64) {
        first_1: race {
            lost_2: #[retry(3, backoff = "1ms")] #[timeout("7200000ms")] tries_13: race {
                lost_3: pause_5: pause(ms = 3600000)
                    >> step_4: blend(c = shift() + { let first = b * 3; first - b }, d = b),
                racer_6: double(a = b)
                    >> map((vec![b + 3, b * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., e]), xs)) {
                        push(xs, a = 0),
                    },
                lost_7: #[retry(2, backoff = "1ms")] #[timeout("7200000ms")] race {
                    racer_8: step_9: add_one(a = b) -> [a] >> blend(c = b, d = shift() + 8),
                    lost_10: pause_11: pause(ms = 3600000)
                        >> p15(a = shift() + b * b % 1_009 + 1, xs = vec![b + 8, b * 2], grid = vec![vec![0_i64], vec![]]) -> [zs, f]
                        >> double(a = b) -> [b as g],
                }
                    >> pause_12: pause(ms = 3600000)
                    >> negate,
            }
                >> pause_14: pause(ms = 3600000)
                >> blend(c = b, d = shift() + 0),
            racer_15: another_name: up_to(a = b),
        } -> [b as d]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p16_resumes() {
    resumes::<P16, p16_changed::P16>("p16", |second| if second { p16(&45) } else { p16(&21) }, false).await;
}

pipeline! {
    fn p17(xs: &[i64], a: i64, ys: Vec<i64>) {
        halves(ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
            >> negate(b = a)
            >> rows(xs = shuffled(&ys.iter().map(|item| item + 9).collect::<Vec<i64>>()), b = c)
            >> each_1: map((shuffled(&vec![1_i64, 2]).iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((a, [e, _]), xs), limit = xs.len() + 1) {
                repeat(max = 1, index as round) { weave(ys = ys) -> [ys] } until(flag() || xs.len() + 1 > ys.len() && xs.len() < 3) -> [ys, a]
                    >> both_2: parallel {
                        branch_3: total(xs = ys),
                        branch_4: #[timeout("7200000ms")] { flatten >> blend(d = shift() + c + 3) },
                    },
            } -> [c as b, a as u, zs as e, c as h]
            >> digits -> [b as e, c as d]
    }
}
mod p17_changed {
    use super::*;
    pipeline! {
    pub(super) fn p17(xs: &[i64], a: i64, ys: Vec<i64>) {
        halves(ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
            >> negate(b = a)
            >> rows(xs = shuffled(&ys.iter().map(|item| item + 9).collect::<Vec<i64>>()), b = c)
            >> each_1: map((shuffled(&vec![1_i64, 2]).iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((a, [e, _]), xs), limit = 9) {
                repeat(max = 1, index as round) { weave(ys = ys) -> [ys] } until(flag() || xs.len() + 1 > ys.len() && xs.len() < 3) -> [ys, a]
                    >> both_2: parallel {
                        branch_3: total(xs = ys),
                        branch_4: #[timeout("7200000ms")] { flatten >> blend(d = shift() + c + 3) },
                    },
            } -> [c as b, a as u, zs as e, c as h]
            >> digits -> [b as e, c as d]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p17_resumes() {
    resumes::<P17, p17_changed::P17>("p17", |second| if second { p17(&[26, 71], 30, vec![]) } else { p17(&[31, 12, 47], 42, vec![83, 79]) }, true).await;
}

pipeline! {
    fn p18(grid: Vec<Vec<i64>>, ys: Vec<i64>) -> [g, grid] {
        zip_up(xs = shuffled(&vec![3_i64, 4]), ys = ys)
            >> repeat(max = (b % 3).unsigned_abs() as usize) {
                {
                    map((0..3_i64) as b, limit = 4) { double(a = b) >> turn(b = b, c = b, d = b) } -> [b as f, a],
                },
            } until(ys.is_empty()) -> [a]
            >> if flag() { total(xs = ys) } else {
                try {
                    #[timeout("7200000ms")] #[retry(3, backoff = "1ms")] within_1: add_one(a = b)
                        >> #[retry(2, backoff = "1ms")] {
                            trip_5: trip(times = 1)
                                >> map((ys) as e, index as round, on_error = collect) {
                                    step_2: late(a = a, c = b)
                                        >> nth(xs = shuffled(&zs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>())),
                                } -> [d as result_3]
                                >> sift_4: sift(results = result_3, others = result_3),
                        },
                } else { step_6: zip_up(xs = a, ys = a) },
            } -> [grid, b, zs as g]
    }
}
mod p18_changed {
    use super::*;
    pipeline! {
    pub(super) fn p18(grid: Vec<Vec<i64>>, ys: Vec<i64>) -> [g, grid] {
        zip_up(xs = shuffled(&vec![3_i64, 4]), ys = ys)
            >> repeat(max = (b % 3).unsigned_abs() as usize) {
                {
                    map((0..3_i64) as b, limit = 4) {
                        double(a = 7 + b) >> turn(b = b, c = b, d = b),
                    } -> [b as f, a],
                },
            } until(ys.is_empty()) -> [a]
            >> if flag() { total(xs = ys) } else {
                try {
                    #[timeout("7200000ms")] #[retry(3, backoff = "1ms")] within_1: add_one(a = b)
                        >> #[retry(2, backoff = "1ms")] {
                            trip_5: trip(times = 1)
                                >> map((ys) as e, index as round, on_error = collect) {
                                    step_2: late(a = a, c = b)
                                        >> nth(xs = shuffled(&zs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>())),
                                } -> [d as result_3]
                                >> sift_4: sift(results = result_3, others = result_3),
                        },
                } else { step_6: zip_up(xs = a, ys = a) },
            } -> [grid, b, zs as g]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p18_resumes() {
    resumes::<P18, p18_changed::P18>("p18", |second| if second { p18(vec![vec![55], vec![26, 34]], vec![10]) } else { p18(vec![vec![95, 93], vec![44, 75, 65], vec![], vec![37, 82]], vec![96, 25]) }, false).await;
}

pipeline! {
    fn p19(grid: &[Vec<i64>], c: i64) -> [b] {
        heads(grid)
            >> try { p15(a = c, xs = items(), grid = vec![vec![9_i64], vec![]]) } else {
                step_1: heads(grid)
                    >> #[retry(3, backoff = "1ms")] tries_2: {
                        trip_3: trip(times = 2)
                            >> if flag() || c - c < 3 { {} -> [grid as zs] } -> [grid as c, grid],
                    } -> [grid]
                    >> halves(ys = items()) -> [xs],
            } -> [zs, c, zs as w]
            >> half(a = c)
    }
}
mod p19_changed {
    use super::*;
    pipeline! {
    pub(super) fn p19(grid: &[Vec<i64>], c: i64) -> [b] {
        heads(grid)
            >> try { p15(a = c, xs = items(), grid = vec![vec![9_i64], vec![]]) } else {
                step_1: heads(grid)
                    >> #[retry(3, backoff = "1ms")] tries_2: {
                        trip_3: trip(times = 7 + 2)
                            >> if flag() || c - c < 3 { {} -> [grid as zs] } -> [grid as c, grid],
                    } -> [grid]
                    >> halves(ys = items()) -> [xs],
            } -> [zs, c, zs as w]
            >> half(a = c)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p19_resumes() {
    resumes::<P19, p19_changed::P19>("p19", |second| if second { p19(&[vec![25], vec![], vec![92, 78]], 10) } else { p19(&[vec![60, 28], vec![67, 5, 49, 96], vec![51, 23, 88], vec![9]], 78) }, false).await;
}
