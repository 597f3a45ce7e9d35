//! Written by generate.py from the seed 20261; not to be edited.
//!
//! In 200 pipelines: 559 -> [..], 418 a(x = expr), 617 a(x = y), 61 a(x), 384 as, 47 carried, 26 collect, 24 failures among siblings, 24 group, 42 if, 15 if let, 25 index, 48 labelled, 26 limit, 74 map, 31 match, 72 nesting 0, 19 nesting 1, 21 nesting 2, 88 nesting 3, 29 parallel, 30 pass-through, 20 pattern, 38 race, 48 repeat, 122 retry, 16 runs in which a limit runs out, 30 runs that fail, 36 runs that recover, 30 runs that try again, 1033 step, 167 step name, 151 sub-pipeline, 87 timeout, 80 try, 41 unlabelled, 42 when, 29 {} -> [..].
use super::tasks::*;
use runnable::prelude::*;

pipeline! {
    fn p0(grid: Vec<Vec<i64>>, b: i64) -> [b as ys] {
        race {
            racer_1: #[timeout(std::time::Duration::from_millis((b % 100).unsigned_abs() + 143))] {
                dawdle_2: dawdle(ms = 13, times = 9)
                    >> map((vec![2_i64, 3].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (.., e), limit = 3, on_error = collect) {
                        map((vec![8_i64, 9]) as b, limit = 1) { flatten -> [xs] },
                    } -> [],
            }
                >> pause_6: pause(ms = 80)
                >> if b - b < 4 { late(a = 1, c = 9) } else if b % 3 == 1 {
                    #[retry(4, backoff = "1ms")] if b - b < 2 { step_3: flatten(grid) }
                        >> mix(a = b)
                        >> parallel { branch_4: negate, branch_5: digits(a = 6) -> [b, c as e] },
                } else if b - b < 2 {
                    if b - b < 4 { double(a = b * b % 1_009 + 0) >> heads >> negate(b) }
                        >> if b % 4 == 1 { {} -> [grid as b] } else { digits(a = b) } -> [grid as b, grid],
                } -> [grid],
            racer_7: pause_8: pause(ms = 350) >> late(a = b, c = b) -> [c as grid],
            double(a = b),
        } -> [b]
    }
}
#[tokio::test(start_paused = true)]
async fn p0_gives() {
    check!(p0(vec![vec![67], vec![10, 38, 96]], 75), Ok(P0Output { ys: 150 }), 1..=6, []);
}

pipeline! {
    fn p1(c: i64) -> [b as d, b] {
        double(a = { let first = c * 0; first - c }) -> [b] >> half(a = c)
    }
}
#[tokio::test(start_paused = true)]
async fn p1_gives() {
    check!(p1(84), Ok(P1Output { d: 42, b: 42 }), 2..=2, []);
}

pipeline! {
    fn p2(b: i64, c: &i64) {
        double(a = 6)
            >> step_1: double(a = c)
            >> {}
            >> each_2: map((vec![2_i64, 3]) as e) { mix(a = 6) -> [d as xs] >> negate(b) -> [c] } -> [c as ys, xs]
            >> by_3: if c - b < 4 {
                #[retry(2)] #[timeout(std::time::Duration::from_millis((c % 100).unsigned_abs() + 197))] race {
                    racer_4: mix(a = c),
                    racer_5: pause_8: pause(ms = 256)
                        >> p1
                        >> {
                            turn(b, d = c)
                                >> step_6: p1 -> [b as u, d as grid]
                                >> step_7: grow(xs = ys) -> [ys],
                        },
                },
            } else { step_9: rows(xs = xs) }
            >> match xs {
                first if first.len() > 1 => map((vec![3_i64, 4]) as b) {
                    weave
                        >> #[retry(2)] { trip_10: trip(times = 1) >> grow(a = first.len() as i64) }
                        >> grow(a = b),
                } -> [b as grid, xs as h, ys as zs],
                _ => {},
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p2_gives() {
    check!(p2(13, &40), Ok(P2Output {  }), 21..=23, ["b[0]/retry/trip_10", "b[1]/retry/trip_10"]);
}

pipeline! {
    fn p3(c: i64, ys: Vec<i64>) {
        try {
            step_1: half(a = c + 8)
                >> again_2: repeat(max = (b % 3).unsigned_abs() as usize, index as round) {
                    repeat(max = (c % 3).unsigned_abs() as usize, index as round) { late(a = c) } until(round > 2)
                        >> parallel { branch_3: half, branch_4: double -> [b as zs] } -> [b],
                } until(ys.is_empty()),
        } else |e| {}
    }
}
#[tokio::test(start_paused = true)]
async fn p3_gives() {
    check!(p3(49, vec![20, 92]), Ok(P3Output {  }), 6..=6, []);
}

pipeline! {
    fn p4(xs: &[i64], grid: &[Vec<i64>], c: i64) -> [b as w] {
        p1(c = c) >> push(xs = xs, a = c + 6) >> heads -> [zs, c] >> {} >> half(a = d)
    }
}
#[tokio::test(start_paused = true)]
async fn p4_gives() {
    check!(p4(&[21, 26, 76], &[vec![32], vec![28, 10]], 46), Err(("half", "23 is refused")), 5..=5, ["half"]);
}

pipeline! {
    fn p5(b: i64) {
        again_1: repeat(max = 1) {
            both_2: parallel {
                branch_3: late(a = b, c = b)
                    >> race {
                        p1(c = c) -> [d, b],
                        racer_4: pause_5: pause(ms = 302) >> blend(d = a + 3),
                    } -> [b, a, b as g]
                    >> digits,
                digits(a = b) -> [b as grid, c as u],
                {
                    map((vec![b + 5, b * 2]) as e, on_error = collect) {
                        digits(a = { let first = b * 6; first - b }),
                    } -> [b as result_6, c as result_7]
                        >> blame_8: blame(results = result_6)
                        >> sift_9: sift(results = result_6, others = result_7),
                }
                    >> repeat(max = xs.len()) { mix(a = c) } until(b % 2 == 0) -> [c, d as e]
                    >> step_10: digits(a = xs.len() as i64) -> [b as zs, c as e],
            } -> [c as g, e, zs as h, b as f]
                >> half(a = e) -> [b],
        } until(e % 4 == 1)
            >> double(a = b)
            >> #[retry(2)] tries_11: double(a = b)
            >> blend(c = b + 7, d = 3)
    }
}
#[tokio::test(start_paused = true)]
async fn p5_gives() {
    check!(p5(55), Ok(P5Output { a: 10003 }), 20..=22, []);
}

pipeline! {
    fn p6(xs: Vec<i64>) {
        try {
            group_1: {
                behead(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) -> [ys as h]
                    >> #[timeout("274ms")] #[retry(2, backoff = "40ms", when = |_| false)] within_2: { trip_3: trip(times = 2) >> behead(ys = h) },
            } -> [ys]
                >> p4(xs, grid = vec![vec![5_i64], vec![]], c = ys.len() as i64) -> [w],
        } else |why| {
            halves(ys = xs)
                >> step_4: p4(grid = vec![xs.to_vec(), vec![1]], c = zs.iter().map(|item| item % 10).sum::<i64>()) -> [w]
                >> p1(c = w),
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p6_gives() {
    check!(p6(vec![35, 16, 50, 98]), Ok(P6Output {  }), 12..=12, ["group_1/within_2/retry/trip_3", "group_1/within_2/retry", "group_1/within_2"]);
}

pipeline! {
    fn p7(ys: &[i64], xs: &[i64], c: i64) -> [ys as e, b, a] {
        zip_up
            >> try {
                behead
                    >> repeat(max = (b % 3).unsigned_abs() as usize) {
                        #[retry(3)] #[timeout("274ms")] tries_1: { grow(a = c + 5) >> trip_2: trip(times = 3) >> half(a = b) } -> [b]
                            >> try { late(a = c) } else |a| {}
                            >> #[retry(2)] tries_5: try {
                                step_3: late(a = b)
                                    >> zip_up
                                    >> trip_6: trip(times = 2)
                                    >> step_4: zip_up(ys = zs),
                            } else |error| { mix(a = c) >> total },
                    } until(b % 4 == 1),
            } else |a| {} -> [c, zs as a, b]
    }
}
#[tokio::test(start_paused = true)]
async fn p7_gives() {
    check!(p7(&[28, 30, 93], &[89, 76, 63, 20], 89), Ok(P7Output { e: vec![28, 30, 93], b: 7, a: vec![145, 136, 249] }), 13..=13, ["repeat[0]/tries_1/timeout/trip_2", "repeat[0]/tries_1/timeout", "repeat[0]/tries_1/timeout/trip_2", "repeat[0]/tries_1/timeout", "repeat[0]/tries_1/timeout/trip_2", "repeat[0]/tries_1/timeout", "repeat[0]/tries_1", "repeat"]);
}

pipeline! {
    fn p8(grid: Vec<Vec<i64>>, b: &i64) -> [c] {
        attempt_1: try {
            late(a = b, c = b + 1)
                >> map(grid as e) {
                    map((grid) as xs) { rows(xs) } -> [grid as f, a as xs]
                        >> map(e as b) { step_2: behead(ys = xs) >> weave(xs = e) },
                },
        } else { step_3: late(a = b, c = 2) >> digits } -> [b]
            >> p1(c = b * b % 1_009 + 5)
            >> again_4: repeat(max = 4, index as round) {
                #[retry(3)] tries_5: {
                    trip_6: trip(times = 2)
                        >> match b % 3 { m if m - b < 3 => turn(c = d, d = m), _ => blend(c = d) } -> [d as g, a, b],
                }
                    >> p1(c = 8 - round as i64)
                    >> negate(b = d),
            } until(c % 4 == 1)
    }
}
#[tokio::test(start_paused = true)]
async fn p8_gives() {
    check!(p8(vec![vec![10, 68, 46], vec![]], &40), Err(("again_4[1]/p1/half", "7 is refused")), 29..=29, ["again_4[0]/tries_5/trip_6", "again_4[0]/tries_5/trip_6", "again_4[1]/tries_5/trip_6", "again_4[1]/tries_5/trip_6", "again_4[1]/p1/half", "again_4"]);
}

pipeline! {
    fn p9(xs: Vec<i64>) {
        behead(ys = xs)
            >> map((vec![9_i64, 10].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((a, [b, _]), ys), limit = 3) {
                repeat(max = 3) {
                    match (b % 2 == 0, b % 3) {
                        (true, m) => {},
                        (true, 0) => p1(c = ys.iter().map(|item| item % 10).sum::<i64>()),
                        (_, m) if m > 0 => mix
                            >> zip_up(ys = ys.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
                            >> step_1: rows(xs = ys, b = b + 2),
                        _ => blend(c = ys.iter().map(|item| item % 10).sum::<i64>(), d = a + 5)
                            >> step_2: blend(c = a, d = a) -> [a]
                            >> step_3: mix(a = a),
                    },
                } until(ys.is_empty()),
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p9_gives() {
    check!(p9(vec![19, 65]), Ok(P9Output { b: vec![9, 10] }), 12..=12, []);
}

pipeline! {
    fn p10(c: &i64) {
        half(a = c + 6) >> add_one(a = b) >> p1 -> [d as zs]
    }
}
#[tokio::test(start_paused = true)]
async fn p10_gives() {
    check!(p10(&34), Ok(P10Output { zs: 17 }), 4..=4, []);
}

pipeline! {
    fn p11(xs: Vec<i64>, grid: Vec<Vec<i64>>, c: i64) {
        match c % 4 {
            a @ 2..=40 => weave(ys = vec![7_i64, 8])
                >> {
                    each_1: map(xs as b, index as i, limit = 3, on_error = collect) {
                        first_2: race {
                            p1(c = c * c % 1_009 + 5),
                            racer_3: pause_4: pause(ms = 7) >> half,
                            racer_5: pause_6: pause(ms = 154) >> nth(b) >> turn >> age(a = a, round = i),
                        },
                    } -> [b as result_7, a as result_8]
                        >> blame_9: blame(results = result_7)
                        >> sift_10: sift(results = result_7, others = result_8),
                },
            1 | 4 => {} -> [xs as w],
            0 => {},
            _ => #[timeout("250ms")] #[retry(4)] {
                double(a = c)
                    >> trip_11: trip(times = 2)
                    >> try { mix(a = { let first = c * 2; first - c }) -> [d] >> half(a = d) -> [b] } else |a| { total } -> [b, c as d],
            } -> [d]
                >> turn(b = d),
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p11_gives() {
    check!(p11(vec![35, 83, 35, 70], vec![vec![37], vec![49, 33]], 47), Ok(P11Output { xs: vec![101, 101, 101, 101], c: 0 }), 15..=31, []);
}

pipeline! {
    fn p12(b: i64, c: i64, xs: &[i64]) -> [zs, b, zs as u] {
        p10(c = xs.iter().map(|item| item % 10).sum::<i64>()) -> [zs]
    }
}
#[tokio::test(start_paused = true)]
async fn p12_gives() {
    check!(p12(90, 5, &[26, 34, 61, 60]), Err(("p10/p1/half", "11 is refused")), 4..=4, ["p10/p1/half"]);
}

pipeline! {
    fn p13(a: &i64, grid: Vec<Vec<i64>>, b: i64) -> [zs as c] {
        p10(c = b)
    }
}
#[tokio::test(start_paused = true)]
async fn p13_gives() {
    check!(p13(&20, vec![], 75), Err(("p10/p1/half", "75 is refused")), 4..=4, ["p10/p1/half"]);
}

pipeline! {
    fn p14(grid: Vec<Vec<i64>>, b: i64, xs: Vec<i64>) {
        half(a = b) >> rows(xs = vec![b + 4, b * 2])
    }
}
#[tokio::test(start_paused = true)]
async fn p14_gives() {
    check!(p14(vec![vec![], vec![]], 84, vec![56, 51]), Ok(P14Output { grid: vec![] }), 2..=2, []);
}

pipeline! {
    fn p15(ys: &[i64]) {
        total(xs = ys.iter().map(|item| item + 5).collect::<Vec<i64>>())
    }
}
#[tokio::test(start_paused = true)]
async fn p15_gives() {
    check!(p15(&[67, 31, 28]), Ok(P15Output { c: 141 }), 1..=1, []);
}

pipeline! {
    fn p16(ys: &[i64], xs: &[i64]) {
        halves(ys = vec![4_i64, 5])
    }
}
#[tokio::test(start_paused = true)]
async fn p16_gives() {
    check!(p16(&[], &[97, 45]), Ok(P16Output { xs: vec![4], zs: vec![5] }), 1..=1, []);
}

pipeline! {
    fn p17(ys: Vec<i64>, grid: &[Vec<i64>]) -> [xs, h, ys] {
        both_1: parallel {
            branch_2: step_3: p16(ys, xs = ys),
            branch_4: total(xs = ys)
                >> #[timeout(std::time::Duration::from_millis((c % 100).unsigned_abs() + 101))] #[retry(3)] {
                    {
                        map((ys.iter().map(|item| item + 2).collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (b, _), index as round, limit = 2, on_error = collect) {
                            add_one(a = c) -> [a],
                        } -> [a as result_5]
                            >> blame_6: blame(results = result_5)
                            >> sift_7: sift(results = result_5, others = result_5),
                    },
                } -> [c as h],
            branch_8: #[timeout("295ms")] try {
                dawdle_9: dawdle(ms = 287, times = 9)
                    >> behead(ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()),
            } else {},
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p17_gives() {
    check!(p17(vec![40], &[vec![53, 13, 75]]), Ok(P17Output { xs: vec![4], h: 0, ys: vec![40] }), 10..=10, []);
}

pipeline! {
    fn p18(xs: Vec<i64>, c: i64) -> [ys as u, ys] {
        behead(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
    }
}
#[tokio::test(start_paused = true)]
async fn p18_gives() {
    check!(p18(vec![20], 50), Ok(P18Output { u: vec![20], ys: vec![20] }), 1..=1, []);
}

pipeline! {
    fn p19(grid: &[Vec<i64>], c: &i64) {
        flatten(grid = vec![vec![3_i64], vec![]]) >> negate(b = c)
    }
}
#[tokio::test(start_paused = true)]
async fn p19_gives() {
    check!(p19(&[vec![], vec![8, 6], vec![69]], &12), Ok(P19Output { c: 9995 }), 2..=2, []);
}

pipeline! {
    fn p20(c: i64, ys: Vec<i64>) {
        mix(a = ys.len() as i64, b = c)
            >> #[timeout("17ms")] #[retry(3, when = |_| d % 2 == 0)] within_3: {
                #[retry(4, when = |_| false)] #[timeout("54ms")] {
                    dawdle_2: dawdle(ms = 302, times = 3)
                        >> map(ys as e, index as round, on_error = collect) {
                            half(a = d + 5) -> [b as zs] >> step_1: half(a = zs) >> behead(ys) -> [ys as e],
                        } -> [],
                },
            }
            >> push(xs = ys, a = c + 7) -> [xs]
    }
}
#[tokio::test(start_paused = true)]
async fn p20_gives() {
    check!(p20(63, vec![79, 44]), Err(("within_3", "took longer than 17ms")), 6..=6, ["within_3"]);
}

pipeline! {
    fn p21(b: i64) {
        map((vec![b + 7, b * 2]) as e, limit = 2) { digits(a = e) } -> [b as h, c]
            >> negate(b = b + 3)
            >> step_1: p18(xs = h)
            >> map(ys as e) {
                try {
                    #[retry(3, when = |_| e % 2 == 0)] #[timeout("65ms")] {
                        trip_2: trip(times = 3) >> add_one(a = e) >> up_to >> nth(b = xs.len() as i64),
                    },
                } else { turn(d = { let first = b * 0; first - e }) } -> [c, b, d],
            } -> [c as e, d, u as grid, b as f]
    }
}
#[tokio::test(start_paused = true)]
async fn p21_gives() {
    check!(p21(57), Ok(P21Output { e: vec![9947, 9947, 9947], d: vec![51, 51, 46], grid: vec![vec![6, 6, 11], vec![6, 6, 11], vec![6, 6, 11]], f: vec![9941, 9941, 9936] }), 24..=24, ["ys[0]/retry/timeout/trip_2", "ys[0]/retry/timeout", "ys[0]/retry/timeout/trip_2", "ys[0]/retry/timeout", "ys[0]/retry/timeout/trip_2", "ys[0]/retry/timeout", "ys[0]/retry", "ys[1]/retry/timeout/trip_2", "ys[1]/retry/timeout", "ys[1]/retry/timeout/trip_2", "ys[1]/retry/timeout", "ys[1]/retry/timeout/trip_2", "ys[1]/retry/timeout", "ys[1]/retry", "ys[2]/retry/timeout/trip_2", "ys[2]/retry/timeout", "ys[2]/retry"]);
}

pipeline! {
    fn p22(ys: Vec<i64>, a: &i64) -> [b] {
        double
    }
}
#[tokio::test(start_paused = true)]
async fn p22_gives() {
    check!(p22(vec![14, 0, 57, 10], &40), Ok(P22Output { b: 80 }), 1..=1, []);
}

pipeline! {
    fn p23(ys: &[i64], c: i64, a: i64) {
        p16(xs = ys) -> [xs as u, zs as a]
    }
}
#[tokio::test(start_paused = true)]
async fn p23_gives() {
    check!(p23(&[78, 15], 60, 44), Ok(P23Output { u: vec![4], a: vec![5] }), 1..=1, []);
}

pipeline! {
    fn p24(b: i64, c: i64, ys: Vec<i64>) {
        digits(a = c * b % 1_009 + 4) >> p10(c = c + 3)
    }
}
#[tokio::test(start_paused = true)]
async fn p24_gives() {
    check!(p24(50, 22, vec![64, 35, 34]), Ok(P24Output { zs: 4 }), 5..=5, []);
}

pipeline! {
    fn p25(ys: Vec<i64>, a: i64, xs: Vec<i64>) -> [d] {
        mix(a = xs.len() as i64, b = a)
    }
}
#[tokio::test(start_paused = true)]
async fn p25_gives() {
    check!(p25(vec![51, 65], 41, vec![10]), Ok(P25Output { d: 44 }), 1..=1, []);
}

pipeline! {
    fn p26(b: &i64) -> [a] {
        race {
            racer_1: pause_2: pause(ms = 232) >> negate(b = b) >> digits(a = b + 1),
            racer_3: negate,
        } -> [b, c as a]
            >> if a % 2 == 0 { turn(c = a, d = 7) >> blend(c = a) }
    }
}
#[tokio::test(start_paused = true)]
async fn p26_gives() {
    check!(p26(&90), Ok(P26Output { a: 9917 }), 1..=3, []);
}

pipeline! {
    fn p27(ys: Vec<i64>) -> [a as f, b, c as ys] {
        p15 -> [c as zs]
            >> map((ys.iter().map(|item| item + 4).collect::<Vec<i64>>()) as b, limit = ys.len() + 1) {
                {
                    map(ys as a, on_error = collect) {
                        again_1: repeat(max = 3) { half >> step_2: negate } until(c % 4 == 1)
                            >> {
                                map((ys.to_vec().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (a, c), index as round, on_error = collect) {
                                    late(a = ys.iter().map(|item| item % 10).sum::<i64>()),
                                } -> [a as result_3, c as result_4]
                                    >> sift_5: sift(results = result_3, others = result_4),
                            },
                    } -> [c as result_6]
                        >> blame_7: blame(results = result_6)
                        >> sift_8: sift(results = result_6, others = result_6),
                }
                    >> late(a = zs + 9) -> [a, c]
                    >> #[timeout("61ms")] within_15: match xs.last().copied() {
                        Some(m) if m % 2 == 0 => grow(xs) -> [ys] >> step_9: push(xs),
                        _ => repeat(max = 4) { half >> up_to(a = zs) } until(c % 3 == 0)
                            >> race {
                                racer_10: pause_11: pause(ms = 268) >> half,
                                racer_12: blend(d = b) >> pause_13: pause(ms = 405) >> total(xs = ys),
                                racer_14: late,
                            },
                    },
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p27_gives() {
    check!(p27(vec![72, 28]), Ok(P27Output { f: vec![119, 119], b: vec![76, 32], ys: vec![119, 119] }), 45..=45, []);
}

pipeline! {
    fn p28(c: &i64, a: &i64) {
        turn(b = a, c = c, d = 1) >> double -> [b as zs]
    }
}
#[tokio::test(start_paused = true)]
async fn p28_gives() {
    check!(p28(&9, &99), Ok(P28Output { zs: 216 }), 2..=2, []);
}

pipeline! {
    fn p29(b: i64) -> [a as d, a] {
        add_one(a = b)
    }
}
#[tokio::test(start_paused = true)]
async fn p29_gives() {
    check!(p29(84), Ok(P29Output { d: 85, a: 85 }), 1..=1, []);
}

pipeline! {
    fn p30(xs: Vec<i64>) {
        weave(ys = xs)
    }
}
#[tokio::test(start_paused = true)]
async fn p30_gives() {
    check!(p30(vec![37, 11, 8, 81]), Ok(P30Output { ys: vec![37, 11, 8, 81, 37] }), 1..=1, []);
}

pipeline! {
    fn p31(xs: Vec<i64>) {
        zip_up(xs = xs, ys = xs) -> [zs as u, b]
    }
}
#[tokio::test(start_paused = true)]
async fn p31_gives() {
    check!(p31(vec![40, 57]), Ok(P31Output { u: vec![120, 171], b: 4 }), 1..=1, []);
}

pipeline! {
    fn p32(c: i64, xs: Vec<i64>, a: i64) {
        #[retry(3, backoff = "7ms")] {
            trip_2: trip(times = 1)
                >> #[timeout(std::time::Duration::from_millis((c % 100).unsigned_abs() + 138))] #[retry(3, when = runnable::Error::is_retryable)] within_1: p10,
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p32_gives() {
    check!(p32(94, vec![62, 32], 82), Ok(P32Output { zs: 47 }), 9..=9, ["retry/trip_2"]);
}

pipeline! {
    fn p33(xs: Vec<i64>, b: &i64, grid: &[Vec<i64>]) {
        first_1: race {
            racer_2: pause_4: pause(ms = 429)
                >> step_3: rows(xs = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>(), b = b) -> [grid as a],
            racer_5: turn(b = b, c = b, d = b),
        } -> [grid, grid as c]
            >> try {
                both_6: parallel {
                    turn(c = b, d = b)
                        >> attempt_7: try {
                            nth(b = b)
                                >> weave(ys = xs.iter().map(|item| item + 2).collect::<Vec<i64>>(), xs = xs),
                        } else |e| { weigh(error = e, a) }
                        >> try { behead(ys = xs) >> half -> [b] } else |a| { nth },
                    branch_8: map((c) as ys, limit = 2) { halves } -> [zs as n_9],
                }
                    >> late(a = b, c = b) -> [a]
                    >> step_12: blend(c = a),
            } else |xs| { add_one(a = b) }
    }
}
#[tokio::test(start_paused = true)]
async fn p33_gives() {
    check!(p33(vec![], &30, &[vec![94, 41], vec![91, 30], vec![79, 96, 3, 89], vec![]]), Ok(P33Output { a: 31 }), 7..=13, ["both_6/attempt_7/nth", "both_6/behead", "both_6/nth"]);
}

pipeline! {
    fn p34(grid: Vec<Vec<i64>>, a: &i64) -> [zs as a] {
        heads(grid = vec![vec![4_i64], vec![]])
    }
}
#[tokio::test(start_paused = true)]
async fn p34_gives() {
    check!(p34(vec![vec![9, 28, 42], vec![18], vec![92, 24], vec![73, 42]], &95), Ok(P34Output { a: vec![4, -1] }), 1..=1, []);
}

pipeline! {
    fn p35(xs: &[i64]) {
        parallel {
            branch_1: behead(ys = xs),
            branch_2: p16(ys = xs, xs = vec![3_i64, 4])
                >> group_3: { weave(ys = vec![9_i64, 10]) } -> [xs as a, ys as d],
        } -> [a as w, d]
            >> {}
            >> match w.iter().max() {
                Some(m) => p1(c = m) -> [d as e, b],
                Some(m) if m % 2 == 0 => map((xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (c, b), index as round) {
                    p1(c = w.iter().map(|item| item % 10).sum::<i64>()),
                } -> [d as b]
                    >> step_4: weave(ys = d) -> [ys]
                    >> up_to(a = m) -> [xs as grid],
                _ => {},
            }
            >> try { behead(ys = w) -> [ys] >> total -> [c] } else |error| {
                again_10: repeat(max = 4) {
                    try {
                        behead(ys = d.iter().rev().chain(w.iter()).take(5).copied().collect::<Vec<i64>>())
                            >> bury(error = error),
                    } else |e| {} -> [xs],
                } until(true) -> [xs as zs]
                    >> zip_up(xs = d.iter().map(|item| item + 9).collect::<Vec<i64>>(), ys = w),
            }
            >> step_11: total(xs)
    }
}
#[tokio::test(start_paused = true)]
async fn p35_gives() {
    check!(p35(&[24, 89]), Ok(P35Output { c: 113 }), 8..=8, []);
}

pipeline! {
    fn p36(c: i64, b: i64, grid: &[Vec<i64>]) {
        #[retry(3, backoff = "1ms")] #[timeout("136ms")] tries_2: {
            dawdle_3: dawdle(ms = 345, times = 9)
                >> step_1: turn(b = b, c = 7, d = c) -> [a as grid, b, d as c],
        }
            >> step_4: up_to(a = b)
    }
}
#[tokio::test(start_paused = true)]
async fn p36_gives() {
    check!(p36(3, 9, &[vec![38, 75], vec![2], vec![53, 86, 93, 90], vec![85, 23]]), Err(("tries_2/timeout", "took longer than 136ms")), 7..=7, ["tries_2/timeout", "tries_2/timeout", "tries_2/timeout", "tries_2"]);
}

pipeline! {
    fn p37(grid: Vec<Vec<i64>>, b: i64) -> [b as u] {
        repeat(max = 1, index as round) {
            match b {
                0 => {},
                _ => #[timeout("11ms")] within_1: map((vec![b + 1, b * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., e]), ys)) {
                    dawdle_2: dawdle(ms = 12, times = 9) >> total(xs = ys),
                } -> [c as g],
            }
                >> age(a = b + 4),
        } until(b % 4 == 0)
            >> add_one
            >> #[retry(2, backoff = "1ms")] { trip_3: trip(times = 1) >> double } -> [b]
    }
}
#[tokio::test(start_paused = true)]
async fn p37_gives() {
    check!(p37(vec![], 19), Err(("repeat[0]/within_1", "took longer than 11ms")), 4..=4, ["repeat[0]/within_1", "repeat"]);
}

pipeline! {
    fn p38(ys: Vec<i64>, c: i64) -> [grid] {
        p26(b = c)
            >> #[retry(3, backoff = "250ms")] tries_2: try {
                behead
                    >> trip_3: trip(times = 1)
                    >> #[timeout("65ms")] within_1: match (c % 2 == 0, a % 3) { (true, 0) => {}, _ => {} },
            } else |error| { {} -> [ys] } -> [ys as h]
            >> p30(xs = h)
            >> rows(xs = h, b = a)
    }
}
#[tokio::test(start_paused = true)]
async fn p38_gives() {
    check!(p38(vec![23], 73), Ok(P38Output { grid: vec![vec![23]] }), 8..=10, ["tries_2/trip_3"]);
}

pipeline! {
    fn p39(b: &i64, ys: Vec<i64>) -> [b as a] {
        #[retry(3)] tries_6: {
            mix(a = b) -> [d]
                >> halves(ys = ys) -> [zs, xs as ys]
                >> parallel {
                    branch_1: push(xs = zs, a = b) -> [xs as u] >> up_to(a = u.len() as i64),
                    #[timeout("109ms")] #[retry(3, backoff = "250ms")] {
                        step_2: behead(ys = zs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>())
                            >> trip_4: trip(times = 2)
                            >> step_3: mix(a = zs.iter().map(|item| item % 10).sum::<i64>()) -> [d],
                    } -> [d, d as w],
                    branch_5: try {
                        push(xs = zs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>(), a = d)
                            >> late(a = d + 1, c = b),
                    } else |e| { double(a = d) >> bury(error = e) }
                        >> rows(xs = ys)
                        >> flatten -> [xs as f],
                },
        } -> [d, xs as w, f as h, d as c]
            >> push(xs = w, a = { let first = c * 4; first - d }) -> [xs]
            >> grow(a = d)
            >> total(xs = h) -> [c as e]
            >> half(a = c * c % 1_009 + 1)
    }
}
#[tokio::test(start_paused = true)]
async fn p39_gives() {
    check!(p39(&90, vec![59]), Ok(P39Output { a: 286 }), 30..=42, ["tries_6/timeout/retry/trip_4", "tries_6/timeout", "tries_6/timeout/retry/trip_4", "tries_6/timeout"]);
}

pipeline! {
    fn p40(grid: &[Vec<i64>], ys: Vec<i64>, c: i64) -> [xs] {
        match (c % 2 == 0, c % 3) {
            (true, 0) => digits(a = c),
            _ => if ys.len() + 1 > ys.len() && ys.len() < 4 {}
                >> try {
                    #[retry(3, backoff = "7ms", when = runnable::Error::is_retryable)] #[timeout("112ms")] tries_1: {
                        trip_2: trip(times = 3)
                            >> rows(xs = ys.to_vec(), b = { let first = c * 4; first - c })
                            >> late(a = ys.iter().map(|item| item % 10).sum::<i64>()),
                    }
                        >> zip_up(xs = ys)
                        >> by_3: if let [xs, m @ ..] = &ys[..] && xs % 2 == 0 {
                            behead(ys = ys) -> [ys as c],
                        } else { p24(c = c) >> step_4: turn(d = zs + 6) } -> [a],
                } else { half(a = ys.len() as i64) -> [b as f] },
        }
            >> each_5: map((vec![c + 9, c * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((e, [a, _]), ys)) {
                up_to,
            } -> [ys as zs, xs]
            >> {
                map(xs as ys, on_error = collect) {
                    group_6: { #[retry(4, backoff = "1ms")] nth(xs = ys, b = c) -> [d as ys] } -> [xs as h, ys as d],
                } -> [d as result_7]
                    >> blame_8: blame(results = result_7)
                    >> sift_9: sift(results = result_7, others = result_7),
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p40_gives() {
    check!(p40(&[], vec![64], 80), Ok(P40Output { xs: vec![0] }), 19..=19, ["tries_1/timeout/trip_2", "tries_1/timeout", "tries_1/timeout/trip_2", "tries_1/timeout", "tries_1/timeout/trip_2", "tries_1/timeout", "tries_1", "xs[1]/group_6/nth/nth", "xs[1]/group_6/nth/nth", "xs[1]/group_6/nth/nth", "xs[1]/group_6/nth/nth", "xs[1]/group_6/nth"]);
}

pipeline! {
    fn p41(b: i64) -> [zs] {
        p10(c = { let first = b * 0; first - b }) >> step_1: p10(c = b)
    }
}
#[tokio::test(start_paused = true)]
async fn p41_gives() {
    check!(p41(57), Err(("p10/p1/half", "-57 is refused")), 4..=4, ["p10/p1/half"]);
}

pipeline! {
    fn p42(grid: Vec<Vec<i64>>, ys: Vec<i64>) {
        step_7: weave(ys = ys, xs = ys.to_vec())
    }
}
#[tokio::test(start_paused = true)]
async fn p42_gives() {
    check!(p42(vec![vec![20], vec![64, 83, 32, 52], vec![64, 68]], vec![32, 59]), Ok(P42Output { ys: vec![32, 59, 32, 59] }), 1..=1, []);
}

pipeline! {
    fn p43(a: i64, xs: Vec<i64>) {
        p22(ys = xs)
    }
}
#[tokio::test(start_paused = true)]
async fn p43_gives() {
    check!(p43(68, vec![81]), Ok(P43Output { b: 136 }), 1..=1, []);
}

pipeline! {
    fn p44(a: &i64, c: i64, grid: Vec<Vec<i64>>) {
        parallel {
            parallel {
                p28(c = c * a % 1_009 + 7),
                branch_1: #[retry(3)] #[timeout("117ms")] {
                    blend(c = a, d = a)
                        >> negate(b = 3)
                        >> dawdle_3: dawdle(ms = 413, times = 2)
                        >> step_2: half(a = c) -> [b],
                },
            } -> [b]
                >> {
                    map((vec![4_i64, 5]) as b, index as round, limit = 2, on_error = collect) {
                        late(a)
                            >> try { half(a = a * c % 1_009 + 5) } else |error| { age(round = round + 1) },
                    } -> [b as result_4, a as result_5]
                        >> blame_6: blame(results = result_4)
                        >> sift_7: sift(results = result_4, others = result_5),
                }
                >> blend(d = c),
            half(a = c)
                >> negate
                >> again_10: repeat(max = (c % 3).unsigned_abs() as usize) {
                    repeat(max = 3) { blend(c = a, d = a) >> heads(grid = grid) -> [zs, c] } until(zs.is_empty()) -> [zs, c, a as d]
                        >> mix,
                } until(c % 3 == 0) -> [d],
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p44_gives() {
    check!(p44(&69, 53, vec![vec![88, 87], vec![28, 35], vec![]]), Ok(P44Output { a: 0, d: 233 }), 34..=34, ["branch_1/retry/timeout", "branch_1/retry/timeout"]);
}

pipeline! {
    fn p45(xs: &[i64]) {
        try { behead(ys = xs) >> step_1: behead(ys = ys) -> [ys as d] } else |error| {
            halves(ys = vec![9_i64, 10])
                >> map((zs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) as e, limit = 4) {
                    { weave(ys = zs) >> bury(error = error) -> [c] }
                        >> race {
                            racer_2: pause_3: pause(ms = 294) >> weigh(error, a = c),
                            rows(xs = zs, b = error.message().len() as i64) -> [grid],
                        },
                }
                >> {}
                >> zip_up(ys = xs),
        } -> [xs as a]
            >> step_4: behead(ys = xs)
            >> #[retry(3)] tries_5: { trip_6: trip(times = 2) >> p16(xs = a) }
            >> #[retry(4, backoff = "7ms")] #[timeout("148ms")] { dawdle_7: dawdle(ms = 289, times = 2) >> total(xs = ys) } -> [c as grid]
            >> weave -> [ys]
    }
}
#[tokio::test(start_paused = true)]
async fn p45_gives() {
    check!(p45(&[26, 50, 43, 68]), Ok(P45Output { ys: vec![4, 50, 43, 68] }), 17..=17, ["tries_5/trip_6", "tries_5/trip_6", "retry/timeout", "retry/timeout"]);
}

pipeline! {
    fn p46(a: i64, c: &i64) {
        #[retry] if c % 2 == 0 { {} -> [a, a as h] } else if c - a < 4 {
            {
                add_one(a = c * a % 1_009 + 4) -> [a]
                    >> by_1: match (a % 2 == 0, a % 3) {
                        (true, 0) => {},
                        (true, m) => step_2: mix(b = a + 0) >> double -> [b as zs],
                        _ => {},
                    }
                    >> #[timeout("148ms")] within_5: if a % 3 == 1 {
                        turn(b = { let first = c * 0; first - a }, d = c) >> step_3: turn(b = a),
                    } else { step_4: turn(b = a, c = a, d = { let first = c * 3; first - c }) },
            },
        } else if a % 4 == 0 {
            race {
                racer_6: pause_14: pause(ms = 322)
                    >> race {
                        racer_7: pause_9: pause(ms = 159) >> step_8: turn(b = a * a % 1_009 + 9, d = c),
                        racer_10: pause_12: pause(ms = 139) >> step_11: negate(b = a) -> [c],
                    }
                    >> map((vec![8_i64, 9]) as a, index as i) {
                        mix(a = 2, b = { let first = c * 3; first - a })
                            >> step_13: mix(b = { let first = c * 1; first - d })
                            >> half,
                    },
                racer_15: pause_17: pause(ms = 423)
                    >> #[retry] repeat(max = 4, index as b) { trip_16: trip(times = 2) >> age(round = b) } until(a - c < 4) -> [a as u],
            } -> [a],
        }
            >> blend(d = a * a % 1_009 + 0)
    }
}
#[tokio::test(start_paused = true)]
async fn p46_gives() {
    check!(p46(14, &78), Ok(P46Output { a: 9105 }), 2..=2, []);
}

pipeline! {
    fn p47(a: &i64) {
        add_one(a = a + 9)
    }
}
#[tokio::test(start_paused = true)]
async fn p47_gives() {
    check!(p47(&65), Ok(P47Output { a: 75 }), 1..=1, []);
}

pipeline! {
    fn p48(b: i64, xs: Vec<i64>, ys: Vec<i64>) {
        half(a = b) -> [b]
            >> #[retry(2, backoff = "40ms")] {
                trip_6: trip(times = 1)
                    >> try { halves(ys) -> [xs] } else |error| {
                        repeat(max = xs.len(), index as round) { add_one(a = b) -> [a] } until(a % 4 == 1) -> [a],
                    }
                    >> {}
                    >> again_1: repeat(max = 3, index as round) {
                        late(a = b, c = 7)
                            >> by_2: if !xs.is_empty() && let Some(rest) = xs.iter().min() {
                                step_3: age(a) >> step_4: age >> rows(xs = ys) -> [grid],
                            } -> [c]
                            >> match &ys[..] { m if m.len() > 2 => step_5: late(a = b), _ => stamp },
                    } until(round > 2),
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p48_gives() {
    check!(p48(23, vec![26], vec![82, 52, 22, 52]), Err(("half", "23 is refused")), 1..=1, ["half"]);
}

pipeline! {
    fn p49(a: i64, grid: &[Vec<i64>]) {
        race {
            racer_1: late(a, c = 2) >> pause_2: pause(ms = 264) >> p28 -> [zs],
            racer_3: heads -> [zs as grid] >> pause_4: pause(ms = 225) >> weave(ys = grid, xs = grid),
            racer_5: pause_12: pause(ms = 263)
                >> digits(a = { let first = a * 3; first - a })
                >> first_6: race {
                    racer_7: add_one -> [a],
                    racer_8: pause_11: pause(ms = 60)
                        >> #[retry(4, backoff = "7ms")] try { half(a = c) >> trip_10: trip(times = 1) >> heads } else { step_9: heads >> negate >> total(xs = zs) } -> [c as d]
                        >> digits(a = a + 8) -> [b, c],
                } -> [b, a as d, c],
        } -> [a as e]
    }
}
#[tokio::test(start_paused = true)]
async fn p49_gives() {
    check!(p49(39, &[vec![92, 39], vec![93, 10, 91, 78]]), Ok(P49Output { e: 39 }), 9..=9, []);
}

pipeline! {
    fn p50(ys: &[i64], b: &i64, c: i64) {
        zip_up(xs = ys, ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
            >> #[timeout(std::time::Duration::from_millis((b % 100).unsigned_abs() + 212))] within_1: map((0..3_i64) as a) { dawdle_2: dawdle(ms = 20, times = 9) >> negate(b = a) } -> [b as xs]
            >> p28(c = xs.len() as i64, a = { let first = c * 2; first - c })
    }
}
#[tokio::test(start_paused = true)]
async fn p50_gives() {
    check!(p50(&[59], &66, 75), Ok(P50Output { zs: 156 }), 10..=10, []);
}

pipeline! {
    fn p51(c: i64, ys: Vec<i64>, grid: &[Vec<i64>]) {
        repeat(max = 4) {
            #[timeout("288ms")] #[retry(2)] within_1: zip_up(xs = ys.iter().map(|item| item + 7).collect::<Vec<i64>>(), ys = ys)
                >> attempt_2: try {
                    #[retry(2, backoff = "7ms")] try { trip_4: trip(times = 2) >> late(a = c + 8, c) } else |error| {
                        step_3: late(a = { let first = c * 5; first - b }) -> [a as ys, c as grid],
                    } -> [c as g]
                        >> grow(xs = ys, a = zs.iter().map(|item| item % 10).sum::<i64>())
                        >> attempt_5: try {
                            half(a = g) -> [b as e] >> up_to(a = ys.len() as i64) >> turn(c = 4, d = e + 4),
                        } else |xs| {},
                } else {
                    {
                        p22(a = 7) -> [b]
                            >> digits(a = b) -> [c as xs]
                            >> step_6: p23(ys = zs, a = ys.len() as i64),
                    }
                        >> add_one(a = 5)
                        >> #[retry(3, backoff = "7ms")] #[timeout(std::time::Duration::from_millis((b % 100).unsigned_abs() + 98))] tries_8: try { heads >> trip_9: trip(times = 2) >> step_7: heads -> [c as grid] } else |error| {} -> [ys as xs],
                },
        } until(b % 2 == 1)
    }
}
#[tokio::test(start_paused = true)]
async fn p51_gives() {
    check!(p51(15, vec![], &[vec![6, 96, 73], vec![]]), Ok(P51Output { b: 0 }), 33..=33, ["repeat[0]/attempt_2/retry/trip_4", "repeat[0]/attempt_2/attempt_5/half", "repeat[1]/attempt_2/retry/trip_4", "repeat[1]/attempt_2/attempt_5/half", "repeat[2]/attempt_2/retry/trip_4", "repeat[2]/attempt_2/attempt_5/half", "repeat[3]/attempt_2/retry/trip_4", "repeat[3]/attempt_2/attempt_5/half"]);
}

pipeline! {
    fn p52(a: &i64) {
        group_1: {
            if a - a < 3 {
                p28(c = a, a = a + 0)
                    >> #[timeout(std::time::Duration::from_millis((zs % 100).unsigned_abs() + 194))] #[retry(4, when = |_| true)] within_3: try { half >> {} >> step_2: half(a) >> double(a) } else {},
            } else { each_4: map((0..3_i64) as b, limit = 1) { p47 } -> [a as f] } -> [a],
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p52_gives() {
    check!(p52(&31), Ok(P52Output { a: 31 }), 5..=5, ["group_1/within_3/retry/half"]);
}

pipeline! {
    fn p53(grid: Vec<Vec<i64>>) -> [grid] {
        try { half(a = 6) >> step_1: half(a = b) } else |error| {} -> [grid]
    }
}
#[tokio::test(start_paused = true)]
async fn p53_gives() {
    check!(p53(vec![vec![28, 23], vec![99, 92], vec![18, 44, 74, 72], vec![32]]), Ok(P53Output { grid: vec![vec![28, 23], vec![99, 92], vec![18, 44, 74, 72], vec![32]] }), 2..=2, ["step_1"]);
}

pipeline! {
    fn p54(c: &i64) {
        p28(a = c * c % 1_009 + 9) -> [zs]
    }
}
#[tokio::test(start_paused = true)]
async fn p54_gives() {
    check!(p54(&60), Ok(P54Output { zs: 1284 }), 2..=2, []);
}

pipeline! {
    fn p55(c: i64) {
        p29(b = c) >> {} >> digits(a = d)
    }
}
#[tokio::test(start_paused = true)]
async fn p55_gives() {
    check!(p55(33), Ok(P55Output { b: 3, c: 4 }), 2..=2, []);
}

pipeline! {
    fn p56(xs: Vec<i64>) -> [g as e] {
        group_1: {
            first_2: race {
                racer_3: pause_4: pause(ms = 34)
                    >> try { behead(ys = vec![3_i64, 4]) >> total(xs = xs) -> [c as g] } else |error| { bury } -> [xs, xs as c]
                    >> map(c as b) { p29 >> turn(c = { let first = d * 7; first - d }) -> [a] },
                racer_5: race {
                    racer_6: behead(ys = xs.to_vec()) -> [ys]
                        >> pause_7: pause(ms = 21)
                        >> p31(xs = xs.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()),
                    halves(ys = xs) -> [xs as a, zs as w],
                }
                    >> pause_8: pause(ms = 66)
                    >> repeat(max = xs.len(), index as round) { stamp(round = round + 1) } until(false) -> [xs as u, xs],
            },
        } -> [xs as d]
            >> {}
            >> try { if xs.is_empty() {} } else { p31(xs) }
            >> #[retry(2)] tries_13: {
                trip_14: trip(times = 1)
                    >> race {
                        racer_9: pause_11: pause(ms = 395)
                            >> try {
                                behead(ys = d.iter().rev().chain(d.iter()).take(5).copied().collect::<Vec<i64>>()) -> [ys as a],
                            } else |e| { step_10: bury(error = e) -> [c as f] }
                            >> p31
                            >> half(a = b) -> [b],
                        racer_12: halves(ys = d.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()),
                    }
                    >> repeat(max = d.len()) { total -> [c] } until(xs.is_empty()) -> [c as g],
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p56_gives() {
    check!(p56(vec![79, 49]), Ok(P56Output { e: 128 }), 18..=23, ["tries_13/trip_14"]);
}

pipeline! {
    fn p57(grid: Vec<Vec<i64>>) -> [c, d as g] {
        try {
            if false {
                race {
                    racer_1: pause_3: pause(ms = 143) >> p53(grid) >> step_2: p53,
                    racer_4: pause_5: pause(ms = 25) >> half(a = 2) -> [b as e],
                },
            } else { flatten(grid = grid) },
        } else |e| {
            if false {
                #[retry(3, backoff = "250ms")] {
                    trip_6: trip(times = 1)
                        >> heads -> [c, zs]
                        >> behead(ys = zs)
                        >> weigh(error = e, a = c) -> [b as zs],
                },
            } else if false { {} -> [grid as b] } else if true {
                attempt_7: try {
                    half(a = 4) -> [b]
                        >> step_8: half(a = { let first = b * 6; first - b })
                        >> late(a = b * b % 1_009 + 9, c = { let first = b * 6; first - b }) -> [a],
                } else |a| {},
            } else { p53 },
        }
            >> step_9: heads(grid = grid) -> [zs as d, c]
    }
}
#[tokio::test(start_paused = true)]
async fn p57_gives() {
    check!(p57(vec![vec![], vec![9]]), Ok(P57Output { c: 2, g: vec![-1, 9] }), 2..=2, []);
}

pipeline! {
    fn p58(grid: Vec<Vec<i64>>) {
        heads
            >> {
                map((zs.to_vec()) as e, on_error = collect) {
                    late(a = c, c = e) >> p32(xs = zs, a = e),
                } -> [zs as result_1]
                    >> blame_2: blame(results = result_1)
                    >> sift_3: sift(results = result_1, others = result_1),
            }
            >> by_4: if xs.is_empty() { {} -> [xs as a] } else if xs.len() + 1 > xs.len() && xs.len() < 3 {} else if c - c < 4 {
                weave(ys = zs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>()),
            } else { {} -> [grid as e] }
    }
}
#[tokio::test(start_paused = true)]
async fn p58_gives() {
    check!(p58(vec![vec![88, 16], vec![22]]), Ok(P58Output {  }), 17..=17, ["e[0]/p32/retry/trip_2", "e[0]/p32/retry/within_1/retry/p10/half", "e[0]/p32/retry/within_1/retry/p10/half", "e[0]/p32/retry/within_1", "e[0]/p32/retry/within_1/retry/p10/half", "e[0]/p32/retry/within_1/retry/p10/half", "e[0]/p32/retry/within_1", "e[0]/p32/retry", "e[1]/late"]);
}

pipeline! {
    fn p59(a: &i64, c: i64) -> [c as zs, a] {
        try { half } else {
            digits >> #[retry(2, when = |error| error.message().len() % 2 == 0)] up_to -> [xs],
        }
            >> blend(d = a)
            >> if c % 2 == 0 {
                negate(b = 1)
                    >> turn(b = a * c % 1_009 + 4, c = a, d = a)
                    >> try {
                        nth(xs = vec![b + 7, a * 2], b = c) -> [d as e]
                            >> repeat(max = 3, index as b) {
                                late(a = e) >> half(a = { let first = c * 6; first - a }),
                            } until(b - b < 3) -> [d as w, e],
                    } else |why| {
                        map((vec![d + 2, a * 2]) as a, limit = 1) { mix(b = c + 7) } -> [d as u],
                    },
            } else {
                step_1: negate(b = { let first = c * 5; first - a }) -> [c as ys]
                    >> #[retry(3)] parallel {
                        branch_2: match ys % 3 {
                            a @ 2..=40 => half >> step_3: half -> [b],
                            0 => {},
                            1 | 3 => {} -> [a as f],
                            _ => up_to(a),
                        },
                        up_to(a = c),
                    },
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p59_gives() {
    check!(p59(&76, 92), Ok(P59Output { zs: 92, a: 9719 }), 10..=10, ["repeat[0]/half", "repeat"]);
}

pipeline! {
    fn p60(c: &i64, a: &i64) {
        digits
    }
}
#[tokio::test(start_paused = true)]
async fn p60_gives() {
    check!(p60(&78, &25), Ok(P60Output { b: 2, c: 5 }), 1..=1, []);
}

pipeline! {
    fn p61(b: &i64, grid: Vec<Vec<i64>>, ys: Vec<i64>) {
        p19(c = b)
            >> p47(a = c) -> [a]
            >> negate
            >> if ys.is_empty() { p20(c = c) } else {
                first_1: race {
                    racer_2: pause_5: pause(ms = 146)
                        >> #[timeout(std::time::Duration::from_millis((a % 100).unsigned_abs() + 204))] within_3: {
                            heads(grid = vec![ys.to_vec(), vec![8]]) -> [zs as e, c as a]
                                >> dawdle_4: dawdle(ms = 4, times = 9)
                                >> zip_up(xs = vec![1_i64, 2], ys = ys)
                                >> {}
                                >> p43(xs = zs),
                        }
                        >> late(c = ys.iter().map(|item| item % 10).sum::<i64>()),
                    blend(d = a),
                },
            }
            >> nth(xs = ys, b) -> [d as zs]
    }
}
#[tokio::test(start_paused = true)]
async fn p61_gives() {
    check!(p61(&2, vec![vec![97, 87, 98], vec![]], vec![24, 68, 76]), Ok(P61Output { zs: 76 }), 6..=8, []);
}

pipeline! {
    fn p62(xs: Vec<i64>) -> [ys, ys as u] {
        p30 -> [ys] >> step_1: p30(xs = vec![1_i64, 2])
    }
}
#[tokio::test(start_paused = true)]
async fn p62_gives() {
    check!(p62(vec![]), Ok(P62Output { ys: vec![1, 2, 1, 2], u: vec![1, 2, 1, 2] }), 2..=2, []);
}

pipeline! {
    fn p63(grid: &[Vec<i64>], c: i64) {
        step_1: p34(a = c)
    }
}
#[tokio::test(start_paused = true)]
async fn p63_gives() {
    check!(p63(&[vec![17, 37, 30, 58], vec![91, 66]], 37), Ok(P63Output { a: vec![4, -1] }), 1..=1, []);
}

pipeline! {
    fn p64(c: i64, grid: &[Vec<i64>], ys: &[i64]) {
        p50(b = c)
    }
}
#[tokio::test(start_paused = true)]
async fn p64_gives() {
    check!(p64(38, &[], &[67, 71, 17]), Ok(P64Output { zs: 82 }), 10..=10, []);
}

pipeline! {
    fn p65(ys: Vec<i64>) -> [ys] {
        step_1: halves
            >> match &ys[..] {
                [a] => weave(xs = vec![7_i64, 8]),
                m if m.len() > 2 => each_2: map(m as b, index as round, limit = 4) {
                    push(xs = vec![b + 9, b * 2], a = b)
                        >> age(a = b, round = 1)
                        >> group_3: { age(a = b + 8) -> [a] } -> [a],
                },
                [a, .., n] => {},
                m => behead,
            }
            >> #[timeout("190ms")] #[retry(2, backoff = "1ms")] within_7: if ys.len() + 1 > zs.len() && ys.len() < 3 {
                repeat(max = zs.len()) {
                    #[retry(2, backoff = "1ms")] {
                        halves
                            >> behead(ys = zs.to_vec())
                            >> trip_5: trip(times = 1)
                            >> step_4: behead(ys = zs),
                    },
                } until(true)
                    >> step_6: zip_up,
            }
            >> {}
            >> p62
            >> step_8: weave
    }
}
#[tokio::test(start_paused = true)]
async fn p65_gives() {
    check!(p65(vec![56, 5, 81, 8]), Ok(P65Output { ys: vec![56, 5, 1, 2, 1] }), 18..=18, []);
}

pipeline! {
    fn p66(ys: Vec<i64>, xs: &[i64], c: i64) -> [ys] {
        group_1: { push(a = c) -> [xs] }
    }
}
#[tokio::test(start_paused = true)]
async fn p66_gives() {
    check!(p66(vec![65, 42, 17, 74], &[], 32), Ok(P66Output { ys: vec![65, 42, 17, 74] }), 1..=1, []);
}

pipeline! {
    fn p67(ys: &[i64]) {
        first_1: race {
            racer_2: pause_8: pause(ms = 186)
                >> #[timeout("81ms")] try {
                    dawdle_7: dawdle(ms = 2, times = 9)
                        >> {
                            map((vec![5_i64, 6].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (a, b), limit = 3, on_error = collect) {
                                half
                                    >> step_3: behead
                                    >> step_4: half(a = ys.iter().map(|item| item % 10).sum::<i64>()),
                            } -> [b as result_5]
                                >> sift_6: sift(results = result_5, others = result_5),
                        },
                } else |error| { bury(error = error) },
            racer_9: #[retry(2)] {
                trip_20: trip(times = 1)
                    >> halves(ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) -> [zs as w, xs as u]
                    >> #[retry(3)] #[timeout("96ms")] tries_10: {
                        trip_11: trip(times = 3)
                            >> behead(ys = u.iter().map(|item| item + 7).collect::<Vec<i64>>()) -> [ys],
                    }
                    >> race {
                        racer_12: pause_14: pause(ms = 297)
                            >> weave(xs = u.iter().map(|item| item + 3).collect::<Vec<i64>>())
                            >> step_13: behead(ys = w),
                        racer_15: step_16: weave(ys, xs = u) >> pause_17: pause(ms = 116) >> p62(xs = u),
                        racer_18: pause_19: pause(ms = 298)
                            >> zip_up(xs = ys.iter().map(|item| item + 3).collect::<Vec<i64>>(), ys)
                            >> p54(c = b),
                    },
            }
                >> pause_21: pause(ms = 84)
                >> zip_up(xs = ys),
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p67_gives() {
    check!(p67(&[98, 52]), Ok(P67Output {  }), 19..=19, ["first_1/racer_9/retry/trip_20", "first_1/racer_9/retry/tries_10/timeout/trip_11", "first_1/racer_9/retry/tries_10/timeout"]);
}

pipeline! {
    fn p68(c: i64) {
        try {
            try {
                half(a = c + 3)
                    >> {}
                    >> parallel {
                        branch_1: late(a = c, c = { let first = b * 1; first - c }) >> add_one >> step_2: late(a = c),
                        branch_3: step_4: digits(a = b) -> [c as e],
                    }
                    >> step_5: late(a = c, c) -> [a as w, c as e],
            } else |error| {},
        } else |xs| {} -> [c as b]
            >> turn(d = b)
            >> by_6: match (a % 2 == 0, a % 3) {
                (true, 0) => {},
                (_, rest) if rest > 0 => step_7: late(c = c),
                (true, rest) => {},
                _ => {},
            } -> [c]
    }
}
#[tokio::test(start_paused = true)]
async fn p68_gives() {
    check!(p68(17), Ok(P68Output { c: 17 }), 6..=7, ["branch_1/step_2"]);
}

pipeline! {
    fn p69(xs: &[i64], b: &i64) -> [b, c as w, ys, b as xs] {
        step_1: p62(xs = xs)
            >> #[retry(3, backoff = "7ms")] #[timeout(std::time::Duration::from_millis((b % 100).unsigned_abs() + 253))] double(a = b)
            >> behead(ys = vec![b + 7, b * 2])
            >> step_2: digits(a = { let first = b * 5; first - b })
    }
}
#[tokio::test(start_paused = true)]
async fn p69_gives() {
    check!(p69(&[56, 27, 32, 63], &58), Ok(P69Output { b: 46, w: 4, ys: vec![232], xs: 46 }), 7..=7, []);
}

pipeline! {
    fn p70(ys: &[i64]) {
        halves
            >> step_1: weave(ys = ys.iter().map(|item| item + 7).collect::<Vec<i64>>(), xs = xs) -> [ys as a]
            >> race {
                racer_2: pause_5: pause(ms = 121)
                    >> map(a as b, limit = xs.len() + 1) {
                        race {
                            racer_3: pause_4: pause(ms = 441) >> half(a = b) -> [b as g] >> late(a = b, c = g),
                            p25(a = xs.len() as i64) -> [d as u],
                        } -> [b, b as ys],
                    } -> [ys as e, xs as u, b]
                    >> flatten(grid = vec![b.to_vec(), vec![5]]),
                racer_6: halves,
            } -> [zs]
    }
}
#[tokio::test(start_paused = true)]
async fn p70_gives() {
    check!(p70(&[96, 87, 82]), Ok(P70Output { zs: vec![87, 82] }), 3..=5, []);
}

pipeline! {
    fn p71(xs: &[i64], c: i64) -> [zs, xs, d as f, b, c] {
        turn(b = xs.iter().map(|item| item % 10).sum::<i64>(), d = c)
            >> by_1: if xs.is_empty() {
                attempt_2: try {
                    try { half(a = 6) >> step_3: half(a) } else |error| { rows }
                        >> try { nth >> step_4: half -> [b as f] } else |error| { total(xs = xs) -> [c] } -> [d as grid, c as ys, xs as w],
                } else |error| {
                    #[timeout("15ms")] #[retry(2, backoff = "1ms")] parallel { weigh(a = d), double(a = b) >> turn(d = c) -> [a, b as w, d] },
                } -> [a, b as w, d],
            } else { try { p62 } else |why| { bury(error = why) } }
            >> zip_up(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
    }
}
#[tokio::test(start_paused = true)]
async fn p71_gives() {
    check!(p71(&[28, 80, 98, 16], 58), Ok(P71Output { zs: vec![60, 276, 258, 72], xs: vec![28, 80, 98, 16], f: 80, b: 9, c: 58 }), 4..=4, []);
}

pipeline! {
    fn p72(c: i64, ys: Vec<i64>, b: &i64) {
        p50(ys = ys.iter().map(|item| item + 8).collect::<Vec<i64>>())
            >> push(xs = ys, a = ys.iter().map(|item| item % 10).sum::<i64>())
            >> halves(ys = xs.iter().map(|item| item + 1).collect::<Vec<i64>>())
    }
}
#[tokio::test(start_paused = true)]
async fn p72_gives() {
    check!(p72(83, vec![19, 43, 48, 33], &86), Ok(P72Output { xs: vec![20, 44], zs: vec![49, 34, 24] }), 12..=12, []);
}

pipeline! {
    fn p73(xs: &[i64], ys: Vec<i64>, a: i64) -> [xs, ys] {
        match ys.iter().max() {
            Some(b) => map(ys as a) {
                p25(a = { let first = a * 1; first - a }, xs) -> [d as w]
                    >> { p32(c = b) -> [zs as d] >> up_to(a) >> rows },
            },
            None => p30,
            _ => behead
                >> each_1: map((xs.to_vec().iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., c]), xs), index as round) {
                    push(a = xs.len() as i64),
                } -> [xs as g],
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p73_gives() {
    check!(p73(&[44, 1, 86, 27], vec![88], 66), Ok(P73Output { xs: vec![44, 1, 86, 27], ys: vec![88] }), 12..=12, ["ys[0]/p32/retry/trip_2"]);
}

pipeline! {
    fn p74(ys: Vec<i64>, b: i64) {
        halves
    }
}
#[tokio::test(start_paused = true)]
async fn p74_gives() {
    check!(p74(vec![2, 17], 22), Ok(P74Output { xs: vec![2], zs: vec![17] }), 1..=1, []);
}

pipeline! {
    fn p75(grid: &[Vec<i64>]) -> [zs, c, b as g] {
        heads >> digits(a = zs.len() as i64)
    }
}
#[tokio::test(start_paused = true)]
async fn p75_gives() {
    check!(p75(&[vec![], vec![6, 97], vec![], vec![33, 57, 52]]), Ok(P75Output { zs: vec![-1, 6, -1, 33], c: 4, g: 0 }), 2..=2, []);
}

pipeline! {
    fn p76(b: i64, grid: Vec<Vec<i64>>) {
        #[retry(3, when = |_| false)] #[timeout("287ms")] tries_9: repeat(max = 3) {
            #[timeout("126ms")] #[retry(4, backoff = "1ms", when = |_| true)] try {
                trip_6: trip(times = 2)
                    >> negate -> [c]
                    >> race {
                        racer_1: step_2: double(a = b) >> {} >> pause_3: pause(ms = 116) >> half(a = b) -> [b as w],
                        racer_4: pause_5: pause(ms = 342) >> flatten >> behead(ys = xs),
                    } -> [c],
            } else |xs| {} -> [b]
                >> attempt_7: try {
                    repeat(max = (b % 3).unsigned_abs() as usize, index as round) {
                        add_one(a = b) -> [a as g] >> nth(xs = vec![9_i64, 10]) -> [d],
                    } until(round > 2)
                        >> attempt_8: try { late(a = b + 6, c = d + 9) } else |xs| {},
                } else |why| { double(a = b * b % 1_009 + 6) },
        } until(b % 4 == 0)
            >> blend(c = b * b % 1_009 + 9, d = b) -> [a]
    }
}
#[tokio::test(start_paused = true)]
async fn p76_gives() {
    check!(p76(39, vec![vec![3, 5, 33, 20], vec![65, 95]]), Ok(P76Output { a: 5565 }), 11..=11, ["tries_9/timeout/repeat[0]/timeout/retry/trip_6", "tries_9/timeout/repeat[0]/attempt_7/repeat[0]/nth", "tries_9/timeout/repeat[0]/attempt_7/repeat"]);
}

pipeline! {
    fn p77(grid: Vec<Vec<i64>>, b: &i64) -> [a as h, d, xs, b as c] {
        p36(c = b, grid = grid)
            >> try {
                half(a = b)
                    >> {
                        parallel {
                            double(a = b) -> [b as a],
                            nth(xs = xs, b = b) >> {} >> step_1: half(a = d) >> p54(c = b),
                            branch_2: late(a = b * b % 1_009 + 5, c = b) -> [a as u, c],
                        },
                    } -> [zs, c as g, a, u],
            } else |a| {
                negate(b = a.message().len() as i64) -> [c as b]
                    >> repeat(max = 4) {
                        map((xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) as e, limit = 1) {
                            bury(error = a) >> step_3: bury(error = a) -> [c as w],
                        } -> [grid as u, w, b as h]
                            >> halves(ys = h),
                    } until(xs.len() + 1 > h.len() && xs.len() < 3),
            } -> [xs]
            >> total -> [c]
            >> turn(d = b)
    }
}
#[tokio::test(start_paused = true)]
async fn p77_gives() {
    check!(p77(vec![vec![16, 39, 18, 82], vec![44, 16, 17]], &47), Err(("p36/tries_2/timeout", "took longer than 136ms")), 7..=7, ["p36/tries_2/timeout", "p36/tries_2/timeout", "p36/tries_2/timeout", "p36/tries_2"]);
}

pipeline! {
    fn p78(xs: Vec<i64>, grid: &[Vec<i64>]) {
        heads -> [zs, c]
            >> #[retry(4, backoff = "7ms", when = |error| error.message().len() % 2 == 0)] #[timeout("14ms")] negate(b = zs.len() as i64)
            >> add_one(a = c) -> [a]
            >> mix(b = xs.iter().map(|item| item % 10).sum::<i64>())
            >> step_22: push
    }
}
#[tokio::test(start_paused = true)]
async fn p78_gives() {
    check!(p78(vec![], &[vec![], vec![11], vec![9, 57, 8]]), Ok(P78Output { xs: vec![10005] }), 7..=7, []);
}

pipeline! {
    fn p79(a: i64) -> [ys] {
        negate(b = { let first = a * 5; first - a }) -> [c as ys]
    }
}
#[tokio::test(start_paused = true)]
async fn p79_gives() {
    check!(p79(28), Ok(P79Output { ys: 9895 }), 1..=1, []);
}

pipeline! {
    fn p80(c: &i64, a: i64, ys: Vec<i64>) {
        again_1: repeat(max = ys.len()) {
            again_2: repeat(max = 3) { double } until(a % 2 == 0)
                >> {}
                >> {
                    map((vec![8_i64, 9].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (e, a), index as i, on_error = collect) {
                        if ys.len() + 1 > ys.len() && ys.len() < 2 {} else { {} -> [c] } -> [c],
                    } -> [c as result_3]
                        >> sift_4: sift(results = result_3, others = result_3),
                },
        } until(b - c < 4)
    }
}
#[tokio::test(start_paused = true)]
async fn p80_gives() {
    check!(p80(&10, 5, vec![]), Ok(P80Output { xs: vec![20, 20], c: 0 }), 6..=6, []);
}

pipeline! {
    fn p81(a: &i64, grid: &[Vec<i64>]) {
        #[retry(3, backoff = "250ms", when = |_| false)] #[timeout(std::time::Duration::from_millis((a % 100).unsigned_abs() + 89))] { trip_1: trip(times = 2) >> double(a = { let first = a * 2; first - a }) } -> [b]
    }
}
#[tokio::test(start_paused = true)]
async fn p81_gives() {
    check!(p81(&43, &[vec![95, 40, 41], vec![65, 93]]), Err(("retry/timeout/trip_1", "tripped 2 times")), 3..=3, ["retry/timeout/trip_1", "retry/timeout", "retry"]);
}

pipeline! {
    fn p82(b: i64, xs: Vec<i64>, grid: &[Vec<i64>]) {
        by_1: match &xs[..] {
            [xs, .., m] => mix(a = m) -> [d] >> double(a = m) -> [b],
            [xs, n @ ..] => {} -> [b, b as h],
            n if n.len() > 2 => blend(c = b, d = b),
            n => repeat(max = 1, index as round) {
                both_2: parallel {
                    branch_3: step_4: stamp(round) -> [xs as g] >> age(a = b, round = round),
                    stamp(xs = xs.to_vec()) >> add_one(a = n.len() as i64) >> step_5: add_one(a) -> [a as e],
                } -> [a as h, e],
            } until(b % 3 == 0)
                >> step_6: mix(a = b),
        } -> [xs, b, xs as d]
            >> zip_up(ys = vec![b + 4, b * 2])
            >> try { add_one(a = b) >> p63(c = a) } else { nth >> p42(ys = zs.to_vec()) -> [ys] } -> [grid as a]
            >> digits(a = b)
    }
}
#[tokio::test(start_paused = true)]
async fn p82_gives() {
    check!(p82(57, vec![27, 47, 45, 52], &[vec![], vec![95, 53, 59], vec![53, 22]]), Ok(P82Output { b: 0, c: 6 }), 6..=6, []);
}

pipeline! {
    fn p83(c: i64, xs: Vec<i64>) {
        map(xs as e, index as i) {
            #[retry(4, backoff = "250ms")] #[timeout(std::time::Duration::from_millis((c % 100).unsigned_abs() + 235))] zip_up(ys = xs),
        }
            >> {
                map((b.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (.., c), index as round, on_error = collect) {
                    nth(b = c),
                } -> [d as result_1]
                    >> blame_2: blame(results = result_1)
                    >> sift_3: sift(results = result_1, others = result_1),
            }
            >> mix(a = c + 6, b = c)
    }
}
#[tokio::test(start_paused = true)]
async fn p83_gives() {
    check!(p83(49, vec![76]), Ok(P83Output { d: 26 }), 8..=8, ["map[0]/nth", "map[1]/nth"]);
}

pipeline! {
    fn p84(grid: Vec<Vec<i64>>) -> [e, zs] {
        heads -> [zs, c as e]
    }
}
#[tokio::test(start_paused = true)]
async fn p84_gives() {
    check!(p84(vec![vec![94, 51, 71], vec![42], vec![23, 65, 43]]), Ok(P84Output { e: 3, zs: vec![94, 42, 23] }), 1..=1, []);
}

pipeline! {
    fn p85(a: &i64) {
        up_to(a = a) >> total(xs = vec![3_i64, 4])
    }
}
#[tokio::test(start_paused = true)]
async fn p85_gives() {
    check!(p85(&50), Ok(P85Output { c: 7 }), 2..=2, []);
}

pipeline! {
    fn p86(xs: Vec<i64>) -> [b as a, zs as u] {
        #[retry(3, backoff = "7ms")] zip_up(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
    }
}
#[tokio::test(start_paused = true)]
async fn p86_gives() {
    check!(p86(vec![]), Ok(P86Output { a: 0, u: vec![] }), 2..=2, []);
}

pipeline! {
    fn p87(a: i64, xs: &[i64]) {
        grow
            >> turn(b = a, c = a, d = a) -> [b as ys, d]
            >> race {
                racer_1: both_2: parallel {
                    branch_3: double(a = a * a % 1_009 + 2) -> [b],
                    branch_4: nth(xs = xs, b = ys),
                } -> [d as e, b as h]
                    >> pause_5: pause(ms = 222)
                    >> negate(b = h),
                racer_6: p80(c = { let first = ys * 1; first - ys }, ys = xs.iter().map(|item| item + 5).collect::<Vec<i64>>()),
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p87_gives() {
    check!(p87(69, &[30, 20, 97, 56]), Ok(P87Output { c: 0, xs: vec![0, 0] }), 24..=28, []);
}

pipeline! {
    fn p88(ys: &[i64], grid: Vec<Vec<i64>>, xs: Vec<i64>) {
        halves -> [xs] >> zip_up -> [zs, b] >> step_1: halves
    }
}
#[tokio::test(start_paused = true)]
async fn p88_gives() {
    check!(p88(&[30, 73], vec![vec![], vec![63, 91, 32], vec![]], vec![58, 22, 42, 50]), Ok(P88Output { xs: vec![30], zs: vec![73] }), 3..=3, []);
}

pipeline! {
    fn p89(ys: &[i64]) {
        #[retry(3, backoff = "7ms", when = |error| error.message().len() % 2 == 0)] #[timeout("164ms")] {
            trip_1: trip(times = 1)
                >> repeat(max = 2) {
                    map((ys.iter().map(|item| item + 3).collect::<Vec<i64>>()) as a, index as round) {
                        p79(a = a),
                    } -> [ys as grid, ys as b],
                } until(ys.is_empty()) -> [b, grid],
        } -> [grid, b as ys]
            >> step_2: total(xs = grid)
    }
}
#[tokio::test(start_paused = true)]
async fn p89_gives() {
    check!(p89(&[38, 38]), Err(("retry/timeout/trip_1", "tripped 1 times")), 3..=3, ["retry/timeout/trip_1", "retry/timeout", "retry"]);
}

pipeline! {
    fn p90(a: i64) {
        try { behead(ys = vec![a + 6, a * 2]) -> [ys] } else |e| { p55(c = a) -> [c, b as u] }
            >> turn(b = { let first = a * 4; first - a }, c = a, d = a + 6)
            >> {
                each_1: map((vec![7_i64, 8]) as b, on_error = collect) {
                    #[retry(3, backoff = "250ms", when = |_| true)] tries_3: { trip_4: trip(times = 3) >> half(a = a) >> step_2: half(a = b) },
                } -> [b as result_5]
                    >> blame_6: blame(results = result_5)
                    >> sift_7: sift(results = result_5, others = result_5),
            }
            >> up_to(a = { let first = c * 6; first - b })
            >> #[timeout(std::time::Duration::from_millis((a % 100).unsigned_abs() + 122))] #[retry] { dawdle_8: dawdle(ms = 391, times = 2) >> negate >> up_to }
    }
}
#[tokio::test(start_paused = true)]
async fn p90_gives() {
    check!(p90(96), Err(("timeout", "took longer than 206ms")), 16..=16, ["each_1[0]/tries_3/trip_4", "each_1[0]/tries_3/trip_4", "each_1[0]/tries_3/trip_4", "each_1[0]/tries_3", "each_1[1]/tries_3/trip_4", "each_1[1]/tries_3/trip_4", "each_1[1]/tries_3/trip_4", "each_1[1]/tries_3", "timeout"]);
}

pipeline! {
    fn p91(xs: Vec<i64>, b: &i64) {
        #[timeout("4ms")] within_5: parallel {
            branch_1: both_2: parallel {
                p62
                    >> grow(xs = ys, a = b)
                    >> map(xs as a, limit = ys.len() + 1) {
                        grow(xs = u.iter().map(|item| item + 2).collect::<Vec<i64>>()) >> nth,
                    },
                branch_3: try {
                    step_4: behead(ys = xs)
                        >> push(xs = ys.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>(), a = b)
                        >> negate(b = b),
                } else |xs| {}
                    >> halves(ys = xs) -> [zs, xs],
                digits(a = b),
            }
                >> dawdle_6: dawdle(ms = 17, times = 9)
                >> p55(c = b),
            rows(b = b),
        } -> [grid, c as w, b]
    }
}
#[tokio::test(start_paused = true)]
async fn p91_gives() {
    check!(p91(vec![], &43), Err(("within_5", "took longer than 4ms")), 9..=9, ["within_5/branch_1/both_2/branch_3/step_4", "within_5"]);
}

pipeline! {
    fn p92(c: i64, xs: Vec<i64>, b: i64) {
        up_to(a = b) -> [xs]
    }
}
#[tokio::test(start_paused = true)]
async fn p92_gives() {
    check!(p92(52, vec![15, 56], 78), Ok(P92Output { xs: vec![0, 1] }), 1..=1, []);
}

pipeline! {
    fn p93(ys: &[i64], grid: Vec<Vec<i64>>) -> [grid as w, grid] {
        if let [b, last @ ..] = &ys[..] && b % 2 == 0 { mix(a = b, b) } else if let [b, a @ ..] = &ys[..] && b % 2 == 0 { {} -> [grid] } else {
            #[timeout("39ms")] #[retry(2)] repeat(max = 2) {
                trip_1: trip(times = 1)
                    >> repeat(max = 1) { heads(grid = grid) >> push(xs = ys, a = c) -> [xs] } until(c - c < 2)
                    >> total,
            } until(xs.len() + 1 > xs.len() && xs.len() < 3)
                >> #[retry(3, backoff = "40ms")] #[timeout("10ms")] if ys.is_empty() { {} -> [ys] },
        } -> [grid, ys]
    }
}
#[tokio::test(start_paused = true)]
async fn p93_gives() {
    check!(p93(&[], vec![vec![95, 81], vec![], vec![96, 92, 76]]), Err(("timeout", "took longer than 39ms")), 4..=4, ["timeout/retry/repeat[0]/trip_1", "timeout/retry/repeat", "timeout"]);
}

pipeline! {
    fn p94(c: &i64) {
        late(a = c, c = 5)
    }
}
#[tokio::test(start_paused = true)]
async fn p94_gives() {
    check!(p94(&52), Ok(P94Output { a: 57, c: 47 }), 1..=1, []);
}

pipeline! {
    fn p95(b: i64, ys: Vec<i64>) {
        try {
            try {
                negate
                    >> try { late(a = ys.len() as i64) -> [a, c] >> half(a = 6) -> [b] } else |error| { bury },
            } else |error| {
                map(ys as b) {
                    p83(c = b, xs = ys)
                        >> weigh(error = error, a = error.message().len() as i64)
                        >> late(a = b, c = b),
                },
            } -> [b],
        } else |xs| {} -> [b as h]
    }
}
#[tokio::test(start_paused = true)]
async fn p95_gives() {
    check!(p95(79, vec![42, 93]), Ok(P95Output { h: 3 }), 3..=3, []);
}

pipeline! {
    fn p96(grid: Vec<Vec<i64>>, b: &i64) -> [f] {
        add_one(a = 6)
            >> #[timeout("78ms")] {
                negate
                    >> dawdle_4: dawdle(ms = 19, times = 9)
                    >> {
                        by_1: if c % 4 == 1 { up_to >> total } else if b % 4 == 0 {
                            half
                                >> blend(c, d = b * a % 1_009 + 3)
                                >> heads(grid = vec![vec![3_i64], vec![]]) -> [zs as f],
                        } else if a % 3 == 0 { p85 >> digits(a = 7) -> [b, c as g] } else { negate(b) >> step_2: negate -> [c] }
                            >> p94(c = c)
                            >> {}
                            >> try { step_3: half(a = b) } else |e| {} -> [c, b, grid, c as h],
                    },
            }
            >> step_5: half(a = a * h % 1_009 + 6)
            >> late(a = b, c = c) -> [c as f]
    }
}
#[tokio::test(start_paused = true)]
async fn p96_gives() {
    check!(p96(vec![vec![81, 42, 43, 5]], &71), Err(("step_5", "911 is refused")), 9..=9, ["timeout/step_3", "step_5"]);
}

pipeline! {
    fn p97(xs: &[i64], grid: Vec<Vec<i64>>, a: i64) -> [xs] {
        group_1: {
            try { p69(b = a) } else |xs| {
                parallel {
                    branch_2: step_3: weigh(error = xs, a = a * a % 1_009 + 3),
                    late(c = a * a % 1_009 + 1) -> [a, c] >> bury(error = xs),
                } -> [d, c, b as g],
            } -> [grid]
                >> zip_up(xs = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>(), ys = xs)
                >> #[retry(2, backoff = "250ms")] #[timeout("294ms")] {
                    trip_7: trip(times = 1)
                        >> match a {
                            0 => mix(b = a),
                            1 | 3 => turn(b = b, c = b * b % 1_009 + 0, d = a) -> [d as xs, a as h, b],
                            rest @ 2..=40 => step_4: turn(b = { let first = a * 6; first - rest }, c = a, d = a),
                            a => {},
                        } -> [a, b]
                        >> #[timeout("25ms")] #[retry(4, backoff = "1ms")] { trip_6: trip(times = 2) >> step_5: nth },
                },
        } -> [d as xs]
    }
}
#[tokio::test(start_paused = true)]
async fn p97_gives() {
    check!(p97(&[5, 85, 75, 97], vec![vec![66, 68], vec![79, 35]], 52), Err(("group_1/retry/timeout/timeout/retry/step_5", "no item 4 of 4")), 21..=21, ["group_1/retry/timeout/trip_7", "group_1/retry/timeout", "group_1/retry/timeout/timeout/retry/trip_6", "group_1/retry/timeout/timeout/retry/trip_6", "group_1/retry/timeout/timeout/retry/step_5", "group_1/retry/timeout/timeout/retry/step_5", "group_1/retry/timeout/timeout/retry", "group_1/retry/timeout/timeout", "group_1/retry/timeout", "group_1/retry"]);
}

pipeline! {
    fn p98(grid: &[Vec<i64>], c: &i64) {
        try {
            #[retry(4, when = |_| c % 2 == 0)] #[timeout("276ms")] {
                trip_5: trip(times = 4)
                    >> up_to(a = c)
                    >> if c - c < 2 { behead(ys = xs.to_vec()) >> half(a = c) -> [b] >> nth } else if !xs.is_empty() && let Some(first) = xs.iter().min() {
                        late(a = c, c = first) -> [a as g, c as u] >> step_1: late(a = 5),
                    } else if xs.len() + 1 > xs.len() && xs.len() < 2 {} else {
                        step_2: half(a = c)
                            >> step_3: up_to(a = xs.len() as i64) -> [xs as a]
                            >> step_4: nth(xs = a) -> [d as g],
                    },
            }
                >> turn(b = c, d = c),
        } else |why| {
            #[timeout("54ms")] #[retry(3, backoff = "7ms", when = |error| error.message().len() % 2 == 0)] within_6: p85(a = c) -> [c],
        }
            >> #[timeout("89ms")] #[retry(2, backoff = "7ms")] { trip_7: trip(times = 1) >> mix(a = c, b = c) >> blend(c, d = c) } -> [a]
            >> p63 -> [a as c]
    }
}
#[tokio::test(start_paused = true)]
async fn p98_gives() {
    check!(p98(&[vec![97, 67, 94], vec![45, 16]], &11), Ok(P98Output { c: vec![4, -1] }), 14..=14, ["retry/timeout/trip_5", "retry/timeout", "retry", "timeout/retry/trip_7"]);
}

pipeline! {
    fn p99(ys: Vec<i64>) {
        step_1: total(xs = ys.iter().map(|item| item + 9).collect::<Vec<i64>>())
            >> first_2: race {
                racer_3: zip_up(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()),
                racer_4: if ys.is_empty() {
                    map(ys as b, limit = 1, index as round) {
                        up_to(a = 6 - round as i64) >> step_5: p66,
                    } -> [ys as a]
                        >> try { mix(a = c, b = c) >> half(a = c) } else |error| { zip_up(xs = ys, ys = ys) } -> [b]
                        >> map(a as ys) { p54 >> half(a = ys.len() as i64) } -> [b as w],
                } else if let [b, m @ ..] = &ys[..] && b % 2 == 0 {}
                    >> pause_6: pause(ms = 492)
                    >> #[timeout("154ms")] match ys.last().copied() {
                        Some(m) if m % 2 == 0 => mix(a = m, b = m) >> push(xs = vec![0_i64, 1], a = c) -> [xs as u] >> behead,
                        _ => {},
                    } -> [ys],
            } -> [ys as grid]
    }
}
#[tokio::test(start_paused = true)]
async fn p99_gives() {
    check!(p99(vec![67, 59]), Ok(P99Output { grid: vec![67, 59] }), 2..=4, []);
}

pipeline! {
    fn p100(a: i64, c: &i64, xs: &[i64]) -> [b] {
        push(xs = xs.to_vec(), a = { let first = c * 5; first - a })
            >> #[retry(3, backoff = "40ms")] if a % 4 == 1 {} else if c % 3 == 1 { {} -> [xs as ys] } else { #[retry(2, backoff = "1ms", when = |_| false)] negate(b = 2) -> [c] } -> [c as b]
    }
}
#[tokio::test(start_paused = true)]
async fn p100_gives() {
    check!(p100(92, &60, &[67, 42, 63]), Ok(P100Output { b: 10005 }), 4..=4, []);
}

pipeline! {
    fn p101(ys: Vec<i64>, c: &i64, xs: Vec<i64>) {
        {
            #[retry(2, backoff = "7ms")] #[timeout("64ms")] try {
                #[retry(4, backoff = "1ms", when = |_| c % 2 == 0)] parallel { nth(b = c), late(a = c), zip_up(ys = ys.to_vec()) }
                    >> {}
                    >> push(a = ys.iter().map(|item| item % 10).sum::<i64>()),
            } else {
                first_1: race {
                    racer_2: grow(a = c) -> [ys] >> pause_3: pause(ms = 296) >> p89(ys),
                    racer_4: late(a = c) >> pause_5: pause(ms = 341) >> mix(b = c) -> [d],
                    mix(a = c, b = xs.iter().map(|item| item % 10).sum::<i64>()),
                }
                    >> double(a = c),
            }
                >> up_to(a = c),
        }
            >> halves
            >> weave
    }
}
#[tokio::test(start_paused = true)]
async fn p101_gives() {
    check!(p101(vec![63], &28, vec![50, 14, 63]), Ok(P101Output { ys: vec![63] }), 12..=25, ["retry/timeout/retry/nth", "retry/timeout/retry/nth", "retry/timeout/retry/nth", "retry/timeout/retry/nth", "retry/timeout/retry"]);
}

pipeline! {
    fn p102(xs: Vec<i64>, a: &i64, grid: Vec<Vec<i64>>) -> [g as c] {
        flatten >> p75
    }
}
#[tokio::test(start_paused = true)]
async fn p102_gives() {
    check!(p102(vec![37, 53], &99, vec![]), Ok(P102Output { c: 0 }), 3..=3, []);
}

pipeline! {
    fn p103(ys: &[i64]) -> [ys as d] {
        attempt_1: try {
            match ys.first() {
                Some(m) => {} -> [ys],
                Some(m) if m % 2 == 0 => nth(xs = ys, b = m),
                _ => each_2: map(ys as e) { negate(b = ys.len() as i64) >> grow(xs = vec![6_i64, 7], a = e) } -> [ys as d]
                    >> map((ys) as a) { behead(ys = ys) -> [ys as b] },
            } -> [ys as c],
        } else |error| { bury(error = error) -> [d as e, c] } -> [ys]
            >> try {
                try { half(a = 7) -> [b as a] >> nth(xs = ys, b = a + 5) } else |a| {
                    late(a = ys.iter().map(|item| item % 10).sum::<i64>(), c = 2) -> [c, a]
                        >> try {
                            double(a = c) -> [b as h]
                                >> step_3: nth(xs = ys, b = c)
                                >> step_4: behead(ys = vec![9_i64, 10]),
                        } else |error| {} -> [ys],
                },
            } else |e| { step_5: behead(ys = vec![2_i64, 3]) }
    }
}
#[tokio::test(start_paused = true)]
async fn p103_gives() {
    check!(p103(&[]), Ok(P103Output { d: vec![] }), 4..=4, ["half", "step_3"]);
}

pipeline! {
    fn p104(grid: &[Vec<i64>], ys: Vec<i64>) {
        step_1: p75
            >> repeat(max = 2, index as b) {
                by_2: if ys.len() + 1 > zs.len() && ys.len() < 4 { {} -> [grid as w] }
                    >> step_3: age(a = c, round = ys.len()),
            } until(b > 2) -> [a, zs as e]
            >> step_4: weave(xs = ys)
    }
}
#[tokio::test(start_paused = true)]
async fn p104_gives() {
    check!(p104(&[vec![53, 1, 69], vec![], vec![]], vec![94, 96, 8, 29]), Ok(P104Output { ys: vec![94, 96, 8, 29, 94] }), 6..=6, []);
}

pipeline! {
    fn p105(xs: &[i64], c: i64, ys: Vec<i64>) {
        zip_up(ys = ys) -> [zs as d]
    }
}
#[tokio::test(start_paused = true)]
async fn p105_gives() {
    check!(p105(&[40, 48], 83, vec![25, 19, 15]), Ok(P105Output { d: vec![90, 86] }), 1..=1, []);
}

pipeline! {
    fn p106(ys: Vec<i64>, xs: Vec<i64>) -> [xs, u as w, ys] {
        #[timeout("194ms")] p62
            >> if true {
                halves
                    >> race {
                        weave(ys = ys),
                        racer_1: pause_7: pause(ms = 81)
                            >> #[retry(2)] tries_3: parallel {
                                total >> nth(b = 4) >> {} >> double(a = c),
                                weave(xs = ys.to_vec()) >> step_2: zip_up -> [zs, b as h],
                            }
                            >> parallel {
                                branch_4: p85(a = b),
                                halves(ys = xs),
                                branch_5: digits(a = b) >> step_6: p105(xs = u),
                            },
                    },
            } else if let [a, rest @ ..] = &ys[..] && a % 2 == 0 { step_8: p62(xs = ys) }
    }
}
#[tokio::test(start_paused = true)]
async fn p106_gives() {
    check!(p106(vec![71, 37], vec![59, 6, 55]), Ok(P106Output { xs: vec![1, 2], w: vec![1, 2, 1, 2], ys: vec![1, 2, 1, 2, 1] }), 5..=7, []);
}

pipeline! {
    fn p107(c: i64, ys: Vec<i64>, xs: Vec<i64>) -> [b as h] {
        try {
            repeat(max = 1) {
                map(ys as b) { half(a = { let first = c * 8; first - c }) >> add_one(a = c) } -> [a]
                    >> map(a as a) { add_one } -> [a as b],
            } until(ys.len() + 1 > b.len() && ys.len() < 3)
                >> match &b[..] {
                    [m, e @ ..] => #[timeout("38ms")] within_1: {
                        total(xs = xs)
                            >> late(a = c) -> [c as ys]
                            >> dawdle_2: dawdle(ms = 496, times = 9)
                            >> nth(xs = xs.iter().rev().chain(e.iter()).take(5).copied().collect::<Vec<i64>>(), b = c * m % 1_009 + 6),
                    },
                    [] => {},
                    [m, .., b] => half(a = c),
                    _ => {},
                } -> [c as b],
        } else |xs| {
            p105(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), c = c, ys),
        } -> [c, c as b]
    }
}
#[tokio::test(start_paused = true)]
async fn p107_gives() {
    check!(p107(71, vec![25, 47, 87], vec![94, 68]), Ok(P107Output { h: 71 }), 14..=14, ["within_1/late", "within_1"]);
}

pipeline! {
    fn p108(b: &i64) {
        match (b % 2 == 0, b % 3) {
            (true, b) => match b { xs @ 2..=40 => {}, 0 => {}, _ => {} -> [b as xs] },
            (true, 0) => {},
            _ => turn(c = 0, d = b),
        }
            >> add_one(a = 8) -> [a]
    }
}
#[tokio::test(start_paused = true)]
async fn p108_gives() {
    check!(p108(&99), Ok(P108Output { a: 9 }), 2..=2, []);
}

pipeline! {
    fn p109(xs: Vec<i64>) {
        #[timeout("69ms")] within_1: zip_up(xs = xs, ys = xs) -> [zs, b]
    }
}
#[tokio::test(start_paused = true)]
async fn p109_gives() {
    check!(p109(vec![74, 94]), Ok(P109Output { zs: vec![222, 282], b: 4 }), 2..=2, []);
}

pipeline! {
    fn p110(a: i64) -> [c as b] {
        step_1: digits(a = a) -> [b, c]
    }
}
#[tokio::test(start_paused = true)]
async fn p110_gives() {
    check!(p110(51), Ok(P110Output { b: 1 }), 1..=1, []);
}

pipeline! {
    fn p111(xs: &[i64], ys: Vec<i64>) {
        halves
            >> {}
            >> p109
            >> #[retry(2, when = |_| b % 2 == 0)] tries_7: match ys.first() {
                None => #[retry(2, backoff = "7ms", when = |_| false)] #[timeout("34ms")] race {
                    racer_1: repeat(max = 3) {
                        grow(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), a = 3)
                            >> p92(c = b * b % 1_009 + 7)
                            >> nth(xs = zs),
                    } until(zs.len() + 1 > zs.len() && zs.len() < 3)
                        >> pause_2: pause(ms = 148)
                        >> p85(a = d + 2) -> [c]
                        >> if xs.len() + 1 > zs.len() && xs.len() < 2 { {} -> [xs as e, d] },
                    racer_3: pause_5: pause(ms = 442)
                        >> if let Some(m) = xs.first() {
                            halves >> step_4: add_one(a = 5) -> [a] >> grow,
                        } else { {} -> [xs as h] },
                },
                _ => step_6: half(a = { let first = b * 1; first - b }) -> [b as g],
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p111_gives() {
    check!(p111(&[], vec![0, 43]), Ok(P111Output { ys: vec![0, 43] }), 5..=5, []);
}

pipeline! {
    fn p112(a: i64, b: i64) -> [xs] {
        #[retry(2, backoff = "7ms")] { trip_1: trip(times = 1) >> up_to }
    }
}
#[tokio::test(start_paused = true)]
async fn p112_gives() {
    check!(p112(76, 20), Ok(P112Output { xs: vec![] }), 4..=4, ["retry/trip_1"]);
}

pipeline! {
    fn p113(b: &i64, a: i64, xs: &[i64]) -> [b as c, d] {
        try {
            map(xs as e) {
                #[timeout(std::time::Duration::from_millis((e % 100).unsigned_abs() + 93))] { dawdle_2: dawdle(ms = 297, times = 9) >> late(a = e, c = b) >> step_1: late }
                    >> #[retry(4)] {
                        trip_3: trip(times = 4)
                            >> behead(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()),
                    },
            },
        } else |why| {
            group_4: {
                #[timeout("11ms")] try {
                    dawdle_6: dawdle(ms = 14, times = 9)
                        >> late(a = a, c = b) -> [c, a]
                        >> step_5: late(a = b),
                } else |why| { turn(c = a, d = a) }
                    >> parallel { weigh(error = why), branch_7: grow >> step_8: nth -> [d] }
                    >> p100(c = d),
            },
        } -> [b, xs]
            >> {}
            >> nth(xs = xs, b = b)
    }
}
#[tokio::test(start_paused = true)]
async fn p113_gives() {
    check!(p113(&50, 31, &[2, 41, 86, 21]), Err(("group_4/timeout", "took longer than 11ms")), 4..=10, ["xs[0]/timeout", "group_4/timeout"]);
}

pipeline! {
    fn p114(c: &i64, ys: &[i64], xs: Vec<i64>) -> [b, c] {
        add_one(a = c) -> [a]
            >> {}
            >> double(a)
            >> half(a = b) -> [b]
            >> #[retry(3, backoff = "250ms", when = runnable::Error::is_retryable)] { trip_1: trip(times = 1) >> half(a = b) }
    }
}
#[tokio::test(start_paused = true)]
async fn p114_gives() {
    check!(p114(&55, &[28, 23, 27, 90], vec![]), Ok(P114Output { b: 28, c: 55 }), 7..=7, ["retry/trip_1"]);
}

pipeline! {
    fn p115(a: i64) {
        map((vec![a + 3, a * 2].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (b, _)) {
            late(c = b)
                >> parallel {
                    branch_1: step_2: digits(a = 0) -> [c as g, b as e]
                        >> map((0..3_i64) as a, limit = 4) { double(a = e) >> add_one(a) -> [a as f] },
                    match c {
                        0 => p108,
                        first if first - c < 2 => step_3: late,
                        e @ 2..=40 => half >> digits,
                        first => {},
                    },
                    branch_4: digits(a = 7)
                        >> {}
                        >> if a % 3 == 0 {
                            step_5: digits(a = c) >> p108 -> [a as g] >> add_one -> [a as xs],
                        } else if c % 2 == 1 { up_to } else { mix } -> [a as grid],
                } -> [a, grid as d, b],
        } -> [a as xs]
    }
}
#[tokio::test(start_paused = true)]
async fn p115_gives() {
    check!(p115(27), Ok(P115Output { xs: vec![54, 54] }), 24..=24, []);
}

pipeline! {
    fn p116(ys: &[i64], grid: Vec<Vec<i64>>) {
        match &ys[..] { [n, e @ ..] => {}, e if e.len() > 2 => {}, e => {} }
            >> #[timeout("12ms")] within_6: try {
                flatten
                    >> race {
                        half(a = xs.len() as i64),
                        racer_1: pause_2: pause(ms = 422) >> total >> up_to(a = c),
                    }
                    >> dawdle_7: dawdle(ms = 10, times = 9)
                    >> map((xs.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (c, a), limit = xs.len() + 1) {
                        race {
                            racer_3: p80(c),
                            racer_4: half(a = a) >> pause_5: pause(ms = 485) >> behead,
                        },
                    } -> [ys as f, xs as d],
            } else |error| {}
    }
}
#[tokio::test(start_paused = true)]
async fn p116_gives() {
    check!(p116(&[96, 39], vec![]), Ok(P116Output {  }), 24..=32, []);
}

pipeline! {
    fn p117(c: i64) {
        mix(a = c, b = c) >> half(a = c) -> [b as g]
    }
}
#[tokio::test(start_paused = true)]
async fn p117_gives() {
    check!(p117(57), Ok(P117Output { g: 28 }), 2..=2, []);
}

pipeline! {
    fn p118(a: &i64, xs: Vec<i64>, ys: &[i64]) -> [zs as c] {
        up_to(a = a) -> [xs as e] >> p74(ys = e, b = a)
    }
}
#[tokio::test(start_paused = true)]
async fn p118_gives() {
    check!(p118(&72, vec![93, 78, 67], &[55, 13, 16]), Ok(P118Output { c: vec![] }), 2..=2, []);
}

pipeline! {
    fn p119(c: &i64, ys: Vec<i64>) -> [c, xs, c as b] {
        #[timeout("172ms")] #[retry(2, backoff = "7ms", when = |error| error.message().len() % 2 == 0)] within_2: repeat(max = 4, index as round) {
            #[retry(2, backoff = "250ms", when = |_| false)] tries_1: age(a = c)
                >> dawdle_3: dawdle(ms = 351, times = 9)
                >> { halves -> [zs, xs] } -> [xs as g, a, zs as b],
        } until(a % 4 == 0)
            >> #[retry(2, when = |_| c % 2 == 0)] tries_4: { trip_5: trip(times = 1) >> grow(xs = b) >> p109(xs = ys) -> [zs as xs] }
    }
}
#[tokio::test(start_paused = true)]
async fn p119_gives() {
    check!(p119(&83, vec![]), Err(("within_2", "took longer than 172ms")), 6..=6, ["within_2"]);
}

pipeline! {
    fn p120(grid: Vec<Vec<i64>>, b: i64) -> [ys as u] {
        if b % 4 == 0 { flatten(grid = grid) } else { digits(a = b) }
            >> #[retry(3, backoff = "1ms", when = |_| b % 2 == 0)] tries_2: {
                p79(a = b + 8) >> heads -> [zs as h] >> trip_3: trip(times = 1) >> step_1: p79(a = b),
            }
            >> add_one(a = ys) -> [a as ys]
    }
}
#[tokio::test(start_paused = true)]
async fn p120_gives() {
    check!(p120(vec![], 5), Ok(P120Output { u: 1 }), 10..=10, ["tries_2/trip_3"]);
}

pipeline! {
    fn p121(grid: Vec<Vec<i64>>, c: &i64, xs: Vec<i64>) {
        zip_up(ys = vec![1_i64, 2])
    }
}
#[tokio::test(start_paused = true)]
async fn p121_gives() {
    check!(p121(vec![vec![93, 80], vec![31], vec![41, 28, 93], vec![57, 59, 7, 48]], &26, vec![51, 77]), Ok(P121Output { zs: vec![53, 81], b: 4 }), 1..=1, []);
}

pipeline! {
    fn p122(b: &i64, ys: Vec<i64>, grid: Vec<Vec<i64>>) {
        parallel {
            turn(c = b, d = b),
            branch_1: #[retry(3, backoff = "7ms")] repeat(max = 3) { trip_2: trip(times = 1) >> p114(c = b, xs = ys) } until(b - c < 3) -> [b as xs, c],
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p122_gives() {
    check!(p122(&70, vec![], vec![vec![82, 33, 47], vec![74, 73, 59]]), Err(("branch_1/retry/repeat[0]/p114/retry/half", "71 is refused")), 26..=27, ["branch_1/retry/repeat[0]/trip_2", "branch_1/retry/repeat", "branch_1/retry/repeat[0]/p114/retry/trip_1", "branch_1/retry/repeat[0]/p114/retry/half", "branch_1/retry/repeat[0]/p114/retry/half", "branch_1/retry/repeat[0]/p114/retry", "branch_1/retry/repeat", "branch_1/retry/repeat[0]/p114/retry/half", "branch_1/retry/repeat[0]/p114/retry/half", "branch_1/retry/repeat[0]/p114/retry/half", "branch_1/retry/repeat[0]/p114/retry", "branch_1/retry/repeat", "branch_1/retry"]);
}

pipeline! {
    fn p123(ys: &[i64], a: i64, xs: Vec<i64>) -> [w, zs] {
        #[retry(2, backoff = "250ms")] #[timeout("182ms")] if a % 3 == 0 { {} -> [xs as zs] } else if a % 2 == 1 { grow -> [ys] } else if a % 4 == 0 {
            p86(xs = xs.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()),
        }
            >> try {
                behead >> parallel { branch_1: behead, branch_2: late(a = a, c = a) } -> [ys, a],
            } else |e| { weigh(error = e) }
            >> zip_up(xs = ys.iter().map(|item| item + 2).collect::<Vec<i64>>()) -> [zs, b as w]
    }
}
#[tokio::test(start_paused = true)]
async fn p123_gives() {
    check!(p123(&[52], 10, vec![58, 13, 85]), Ok(P123Output { w: 2, zs: vec![158] }), 6..=7, ["branch_1/behead"]);
}

pipeline! {
    fn p124(ys: Vec<i64>) {
        repeat(max = 4) { p86(xs = ys) } until(a - a < 4)
            >> grow(xs = u)
            >> try {
                step_1: half -> [b as ys]
                    >> map(u as a, index as round) {
                        age -> [a] >> push(xs = u) >> step_2: age(a = ys),
                    } -> [ys as w],
            } else |e| {}
            >> mix(b = a)
    }
}
#[tokio::test(start_paused = true)]
async fn p124_gives() {
    check!(p124(vec![57, 9, 10, 20]), Ok(P124Output { d: 36 }), 18..=18, []);
}

pipeline! {
    fn p125(grid: Vec<Vec<i64>>, c: i64) {
        attempt_1: try {
            late(a = c * c % 1_009 + 3) -> [a, c]
                >> try {
                    race {
                        racer_2: step_3: double(a = a + 9)
                            >> step_4: late(a = c, c = { let first = a * 7; first - b })
                            >> pause_5: pause(ms = 170)
                            >> heads -> [zs, c],
                        negate(b = { let first = c * 7; first - c }),
                        racer_6: heads(grid = grid) >> pause_7: pause(ms = 21) >> p81 -> [b],
                    },
                } else |error| {
                    #[retry(3, backoff = "1ms", when = |error| error.message().len() % 2 == 0)] tries_8: { trip_9: trip(times = 3) >> weigh }
                        >> bury
                        >> match (b % 2 == 0, d % 3) { (true, a) => digits(a = d), _ => {} },
                },
        } else |error| {
            #[retry(3, backoff = "40ms")] tries_12: try { half(a = c) >> step_10: half(a = b + 6) } else |a| {
                heads -> [c as ys, zs]
                    >> #[retry(4, when = |_| true)] #[timeout("44ms")] { trip_11: trip(times = 1) >> bury } -> [c, d as e],
            } -> [c as u],
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p125_gives() {
    check!(p125(vec![vec![47, 60], vec![8, 93, 75, 74], vec![10, 68, 10], vec![26, 8]], 50), Ok(P125Output { c: 7397 }), 2..=8, []);
}

pipeline! {
    fn p126(ys: Vec<i64>, grid: &[Vec<i64>], a: &i64) -> [a, b] {
        repeat(max = 1, index as b) {
            stamp(xs = vec![5_i64, 6], round = b + 1)
                >> group_1: {
                    try { behead >> half -> [b] } else { {} -> [ys] } -> [ys as grid]
                        >> #[retry(3, backoff = "250ms")] { trip_2: trip(times = 3) >> stamp(round = b) },
                } -> [xs]
                >> try {
                    match &ys[..] { [] => {}, _ => {} } -> [ys as h]
                        >> #[timeout("194ms")] { late(c = a * a % 1_009 + 6) },
                } else |xs| { weave(ys, xs = ys) -> [ys] },
        } until(a % 4 == 1)
            >> map(grid as xs) {
                repeat(max = 2, index as round) { age(round = round) } until(a % 2 == 0),
            } -> [a as b]
    }
}
#[tokio::test(start_paused = true)]
async fn p126_gives() {
    check!(p126(vec![10], &[], &83), Err(("repeat[0]/group_1/retry/trip_2", "tripped 3 times")), 8..=8, ["repeat[0]/group_1/half", "repeat[0]/group_1/retry/trip_2", "repeat[0]/group_1/retry/trip_2", "repeat[0]/group_1/retry/trip_2", "repeat[0]/group_1/retry", "repeat"]);
}

pipeline! {
    fn p127(c: &i64, a: &i64) {
        negate(b = a) -> [c]
            >> if c - c < 2 { p85 -> [c as grid] }
            >> double(a = { let first = a * 1; first - a }) -> [b]
            >> p108(b = b) -> [a as c]
            >> up_to
    }
}
#[tokio::test(start_paused = true)]
async fn p127_gives() {
    check!(p127(&13, &78), Ok(P127Output { xs: vec![0, 1] }), 6..=6, []);
}

pipeline! {
    fn p128(xs: Vec<i64>) {
        step_1: halves(ys = xs.iter().map(|item| item + 0).collect::<Vec<i64>>())
    }
}
#[tokio::test(start_paused = true)]
async fn p128_gives() {
    check!(p128(vec![90, 23, 46, 50]), Ok(P128Output { xs: vec![90, 23], zs: vec![46, 50] }), 1..=1, []);
}

pipeline! {
    fn p129(ys: Vec<i64>, grid: Vec<Vec<i64>>) {
        flatten(grid = grid) -> [xs]
    }
}
#[tokio::test(start_paused = true)]
async fn p129_gives() {
    check!(p129(vec![], vec![vec![], vec![44, 5], vec![94, 15, 83, 44], vec![52, 94]]), Ok(P129Output { xs: vec![44, 5, 94, 15, 83] }), 1..=1, []);
}

pipeline! {
    fn p130(ys: Vec<i64>) -> [ys] {
        if let [b, xs @ ..] = &ys[..] && b % 2 == 0 {
            attempt_1: try {
                parallel {
                    branch_2: rows
                        >> up_to(a = ys.len() as i64)
                        >> grow(xs = vec![b + 0, b * 2], a = { let first = b * 0; first - b }),
                    branch_3: nth(b = { let first = b * 3; first - b }),
                },
            } else {},
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p130_gives() {
    check!(p130(vec![]), Ok(P130Output { ys: vec![] }), 0..=0, []);
}

pipeline! {
    fn p131(c: &i64, ys: Vec<i64>, xs: Vec<i64>) {
        p117
    }
}
#[tokio::test(start_paused = true)]
async fn p131_gives() {
    check!(p131(&35, vec![39, 87], vec![7, 1]), Err(("p117/half", "35 is refused")), 2..=2, ["p117/half"]);
}

pipeline! {
    fn p132(ys: Vec<i64>) -> [c as ys] {
        behead
            >> total(xs = ys)
            >> parallel {
                branch_1: mix(a = c, b = ys.len() as i64),
                weave(ys, xs = ys) -> [ys] >> add_one(a = c) >> step_2: total(xs = ys.to_vec()),
                #[retry(2, backoff = "40ms", when = |_| false)] halves(ys = ys.iter().map(|item| item + 2).collect::<Vec<i64>>()) -> [xs as f],
            }
            >> up_to(a = f.iter().map(|item| item % 10).sum::<i64>())
            >> negate(b = c)
    }
}
#[tokio::test(start_paused = true)]
async fn p132_gives() {
    check!(p132(vec![41, 37]), Ok(P132Output { ys: 9933 }), 10..=10, []);
}

pipeline! {
    fn p133(ys: &[i64]) -> [ys as c] {
        weave(xs = ys)
    }
}
#[tokio::test(start_paused = true)]
async fn p133_gives() {
    check!(p133(&[]), Ok(P133Output { c: vec![] }), 1..=1, []);
}

pipeline! {
    fn p134(a: i64, c: &i64, ys: &[i64]) {
        race {
            racer_1: pause_2: pause(ms = 411) >> weave(xs = ys) >> behead(ys = ys.to_vec()),
            racer_3: pause_10: pause(ms = 379)
                >> step_4: push(xs = ys)
                >> late(a = a + 6) -> [a, c]
                >> mix(a = a, b = c),
        }
            >> rows(xs = ys, b = 6) -> [grid]
    }
}
#[tokio::test(start_paused = true)]
async fn p134_gives() {
    check!(p134(75, &41, &[13, 39]), Ok(P134Output { grid: vec![] }), 8..=8, []);
}

pipeline! {
    fn p135(c: &i64, xs: &[i64], b: i64) {
        map((xs.iter().map(|item| item + 1).collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (b, _), limit = 3, index as round) {
            parallel {
                map(xs as a) { age(round = (c % 3).unsigned_abs() as usize) -> [a as u] },
                stamp(round = round)
                    >> if let Some(n) = xs.first() {
                        age(a = xs.iter().map(|item| item % 10).sum::<i64>()) >> step_1: age(a = c),
                    } else if xs.len() + 1 > xs.len() && xs.len() < 2 {
                        step_2: digits(a = xs.len() as i64),
                    },
            } -> [u]
                >> step_3: age(a = c) -> [a as zs],
        }
            >> blend(c = 5, d = { let first = b * 4; first - c })
    }
}
#[tokio::test(start_paused = true)]
async fn p135_gives() {
    check!(p135(&89, &[83, 22], 72), Ok(P135Output { a: 9017 }), 13..=13, []);
}

pipeline! {
    fn p136(ys: &[i64], c: i64) {
        try { behead(ys = ys) >> {} >> turn(b = c, d = c + 9) } else |a| { negate(b = c) }
            >> race {
                racer_1: nth(xs = ys, b = ys.iter().map(|item| item % 10).sum::<i64>())
                    >> race {
                        racer_2: pause_3: pause(ms = 345) >> half(a = d) >> p108,
                        mix(a = ys.len() as i64, b = d) -> [d],
                    }
                    >> pause_4: pause(ms = 406)
                    >> {}
                    >> zip_up(xs = ys),
                racer_5: p100(a = c, c = c * c % 1_009 + 1, xs = ys) -> [b]
                    >> pause_6: pause(ms = 359)
                    >> total(xs = ys) -> [c],
            }
            >> total(xs = ys)
    }
}
#[tokio::test(start_paused = true)]
async fn p136_gives() {
    check!(p136(&[11, 16, 6], 2), Ok(P136Output { c: 33 }), 12..=12, ["racer_1/nth", "racer_1"]);
}

pipeline! {
    fn p137(ys: Vec<i64>) {
        {
            map(ys as b, index as round, on_error = collect) { zip_up(xs = ys) } -> [b as result_1]
                >> blame_2: blame(results = result_1)
                >> sift_3: sift(results = result_1, others = result_1),
        }
            >> #[retry(4, backoff = "250ms")] {
                trip_6: trip(times = 3)
                    >> #[retry(4, backoff = "250ms")] { trip_5: trip(times = 1) >> step_4: weave },
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p137_gives() {
    check!(p137(vec![]), Ok(P137Output { ys: vec![] }), 11..=11, ["retry/trip_6", "retry/trip_6", "retry/trip_6", "retry/retry/trip_5"]);
}

pipeline! {
    fn p138(ys: Vec<i64>, b: i64) -> [a] {
        blend(c = b, d = { let first = b * 7; first - b })
            >> match ys { m if m.len() > 1 => {}, _ => {} } -> [ys as a]
    }
}
#[tokio::test(start_paused = true)]
async fn p138_gives() {
    check!(p138(vec![30, 44], 62), Ok(P138Output { a: vec![30, 44] }), 1..=1, []);
}

pipeline! {
    fn p139(b: i64, ys: Vec<i64>, xs: Vec<i64>) {
        try {
            if b % 2 == 1 {
                if let [b, e @ ..] = &ys[..] && b % 2 == 0 { behead(ys = xs) -> [ys as u] } else if !ys.is_empty() && let Some(e) = ys.iter().min() {
                    turn(c = e, d = xs.len() as i64),
                } else {
                    p110(a = b) >> step_1: behead(ys = ys.iter().map(|item| item + 7).collect::<Vec<i64>>()),
                },
            },
        } else |why| { bury(error = why) -> [d, c as e] }
            >> mix(a = xs.iter().map(|item| item % 10).sum::<i64>()) -> [d]
    }
}
#[tokio::test(start_paused = true)]
async fn p139_gives() {
    check!(p139(6, vec![], vec![]), Ok(P139Output { d: 6 }), 1..=1, []);
}

pipeline! {
    fn p140(a: i64, xs: Vec<i64>, c: &i64) {
        step_1: mix(b = c + 5)
    }
}
#[tokio::test(start_paused = true)]
async fn p140_gives() {
    check!(p140(54, vec![72, 70], &32), Ok(P140Output { d: 199 }), 1..=1, []);
}

pipeline! {
    fn p141(grid: &[Vec<i64>], b: i64) {
        map((vec![4_i64, 5]) as e) {
            half(a = b)
                >> try {
                    add_one(a = { let first = e * 4; first - e })
                        >> by_1: match b {
                            0 => {},
                            1 | 2 => half(a = 3) >> late(c = 2) -> [c],
                            e @ 2..=40 => p110 >> step_2: half(a = b) >> turn(c = a, d = a),
                            _ => {},
                        },
                } else |xs| {
                    step_3: add_one(a = e)
                        >> bury(error = xs)
                        >> step_4: bury(error = xs) -> [d as grid, c as h],
                } -> [b],
        } -> [grid as h, b as xs]
    }
}
#[tokio::test(start_paused = true)]
async fn p141_gives() {
    check!(p141(&[vec![60, 93, 64], vec![49, 56, 29, 68]], 86), Ok(P141Output { h: vec![vec![vec![60, 93, 64], vec![49, 56, 29, 68]], vec![vec![60, 93, 64], vec![49, 56, 29, 68]]], xs: vec![43, 43] }), 4..=4, []);
}

pipeline! {
    fn p142(ys: Vec<i64>, xs: &[i64]) {
        #[retry(2)] total -> [c]
            >> #[timeout("164ms")] #[retry(2, backoff = "1ms")] within_1: mix(a = c, b = c) -> [d]
    }
}
#[tokio::test(start_paused = true)]
async fn p142_gives() {
    check!(p142(vec![60, 55], &[69, 7, 16]), Ok(P142Output { d: 368 }), 5..=5, []);
}

pipeline! {
    fn p143(a: i64) -> [a, a as w] {
        both_1: parallel {
            branch_2: if a % 2 == 1 {
                race {
                    half,
                    racer_3: turn(b = 4, c = 5, d = a) >> half >> pause_4: pause(ms = 53) >> p117(c = 4),
                }
                    >> add_one(a = a)
                    >> {}
                    >> mix(b = a),
            } else { {} -> [a as u] },
            branch_5: attempt_6: try {
                late(c = a + 6)
                    >> repeat(max = 4, index as round) {
                        late >> negate(b = c + 5) >> {} >> step_7: late(a = a),
                    } until(round > 1) -> [a as ys, c]
                    >> #[retry(3, backoff = "250ms")] race {
                        racer_8: double,
                        racer_9: pause_10: pause(ms = 337) >> p108(b = c * c % 1_009 + 4) >> {} >> half,
                    } -> [b],
            } else |a| { bury(error = a) },
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p143_gives() {
    check!(p143(18), Ok(P143Output { a: 18, w: 18 }), 12..=12, ["both_1/branch_5/attempt_6/repeat[2]/step_7", "both_1/branch_5/attempt_6/repeat"]);
}

pipeline! {
    fn p144(xs: &[i64], a: &i64, grid: Vec<Vec<i64>>) {
        parallel {
            map(xs as e) {
                mix(a = e, b = e) -> [d]
                    >> #[retry(3, backoff = "40ms", when = |_| false)] match xs.last().copied() {
                        Some(m) if m % 2 == 0 => flatten(grid = grid) >> mix(b = a),
                        _ => p105(c = xs.len() as i64, ys = xs) -> [d] >> step_1: mix(b = e) >> up_to(a = e),
                    },
            } -> [grid as zs, a as h, xs as b, d],
            branch_2: repeat(max = 1) {
                #[timeout("252ms")] #[retry(4, backoff = "250ms")] within_3: try { behead(ys = xs) } else |error| {} -> [xs],
            } until(xs.len() + 1 > xs.len() && xs.len() < 2)
                >> weave(ys = xs, xs = xs) -> [ys as g]
                >> p110 -> [b as f],
            push(xs = xs.to_vec()),
        }
            >> heads -> [zs as h, c]
    }
}
#[tokio::test(start_paused = true)]
async fn p144_gives() {
    check!(p144(&[], &72, vec![vec![11, 38], vec![84, 14], vec![9, 4]]), Ok(P144Output { h: vec![11, 84, 9], c: 3 }), 8..=8, ["branch_2/repeat[0]/within_3/retry/behead"]);
}

pipeline! {
    fn p145(b: i64, a: i64) -> [b] {
        add_one >> half(a = 1)
    }
}
#[tokio::test(start_paused = true)]
async fn p145_gives() {
    check!(p145(9, 88), Ok(P145Output { b: 0 }), 2..=2, []);
}

pipeline! {
    fn p146(xs: &[i64], grid: Vec<Vec<i64>>) -> [ys as g] {
        weave(ys = xs.to_vec(), xs) -> [ys as grid] >> p130(ys = xs)
    }
}
#[tokio::test(start_paused = true)]
async fn p146_gives() {
    check!(p146(&[81, 34], vec![vec![45], vec![47, 46, 7, 47], vec![]]), Ok(P146Output { g: vec![81, 34] }), 1..=1, []);
}

pipeline! {
    fn p147(ys: &[i64]) {
        each_1: map(ys as e) {
            #[retry(3)] #[timeout(std::time::Duration::from_millis((e % 100).unsigned_abs() + 278))] tries_2: mix(a = e * e % 1_009 + 9, b = e)
                >> {}
                >> double(a = d)
                >> by_3: if b % 3 == 0 {},
        } -> [ys as g, ys as a]
            >> zip_up(xs = ys)
    }
}
#[tokio::test(start_paused = true)]
async fn p147_gives() {
    check!(p147(&[21, 4, 2]), Ok(P147Output { zs: vec![63, 12, 6], b: 6 }), 13..=13, []);
}

pipeline! {
    fn p148(b: i64, xs: Vec<i64>, a: i64) {
        push(a = xs.len() as i64)
    }
}
#[tokio::test(start_paused = true)]
async fn p148_gives() {
    check!(p148(25, vec![30, 87, 95, 14], 49), Ok(P148Output { xs: vec![30, 87, 95, 14, 4] }), 1..=1, []);
}

pipeline! {
    fn p149(b: i64) -> [ys, xs as w, ys as d] {
        double(a = { let first = b * 6; first - b })
            >> mix(a = b + 5)
            >> step_1: mix(a = b)
            >> p112(a = b, b = d)
            >> #[retry(2, backoff = "7ms")] #[timeout("92ms")] {
                trip_3: trip(times = 1)
                    >> #[retry(3, backoff = "1ms", when = |_| b % 2 == 0)] {
                        trip_2: trip(times = 2)
                            >> try { p142(ys = xs, xs = xs) >> half(a = d) >> nth(xs = xs.to_vec()) } else |xs| {} -> [d as xs],
                    } -> [xs as ys, d as a],
            } -> [ys, a, xs]
    }
}
#[tokio::test(start_paused = true)]
async fn p149_gives() {
    check!(p149(76), Ok(P149Output { ys: 3040, w: vec![], d: 3040 }), 23..=23, ["p112/retry/trip_1", "retry/timeout/trip_3", "retry/timeout", "retry/timeout/retry/trip_2", "retry/timeout/retry/trip_2", "retry/timeout/retry/nth"]);
}

pipeline! {
    fn p150(c: i64) {
        negate(b = c) -> [c as f]
    }
}
#[tokio::test(start_paused = true)]
async fn p150_gives() {
    check!(p150(32), Ok(P150Output { f: 9975 }), 1..=1, []);
}

pipeline! {
    fn p151(a: i64) -> [d, a as f, d as ys] {
        step_18: p150(c = { let first = a * 5; first - a }) >> up_to -> [xs] >> mix(b = f)
    }
}
#[tokio::test(start_paused = true)]
async fn p151_gives() {
    check!(p151(53), Ok(P151Output { d: 9954, f: 53, ys: 9954 }), 3..=3, []);
}

pipeline! {
    fn p152(c: &i64, grid: Vec<Vec<i64>>) {
        negate(b = c + 7) >> up_to(a = 0) >> step_1: negate(b = c)
    }
}
#[tokio::test(start_paused = true)]
async fn p152_gives() {
    check!(p152(&26, vec![vec![88, 7, 29], vec![30], vec![45]]), Ok(P152Output { c: 33 }), 3..=3, []);
}

pipeline! {
    fn p153(c: &i64, ys: Vec<i64>, b: i64) -> [xs as f, c] {
        by_1: if let [first, b @ ..] = &ys[..] && first % 2 == 0 { behead } else { {} -> [c as b, c] } -> [c, ys as xs]
    }
}
#[tokio::test(start_paused = true)]
async fn p153_gives() {
    check!(p153(&36, vec![80], 76), Ok(P153Output { f: vec![], c: 36 }), 1..=1, []);
}

pipeline! {
    fn p154(xs: Vec<i64>, c: i64, b: &i64) {
        nth(xs = xs, b = b)
    }
}
#[tokio::test(start_paused = true)]
async fn p154_gives() {
    check!(p154(vec![], 88, &43), Err(("nth", "no item 3 of 0")), 1..=1, ["nth"]);
}

pipeline! {
    fn p155(a: i64, ys: Vec<i64>) -> [ys as a, zs] {
        each_1: map(ys as b) { grow(xs = ys) >> zip_up(xs = vec![7_i64, 8], ys = vec![a + 1, a * 2]) }
            >> match (a % 2 == 0, a % 3) {
                (true, a) => {},
                (_, a) if a > 0 => {},
                _ => weave(ys = b, xs = b.iter().rev().chain(b.iter()).take(5).copied().collect::<Vec<i64>>()),
            }
            >> flatten(grid = zs) -> [xs as zs]
    }
}
#[tokio::test(start_paused = true)]
async fn p155_gives() {
    check!(p155(74, vec![67, 37, 18, 13]), Ok(P155Output { a: vec![67, 37, 18, 13], zs: vec![157, 304, 157, 304, 157] }), 9..=9, []);
}

pipeline! {
    fn p156(b: &i64) -> [a, c] {
        p145(a = b) >> digits(a = b) >> late(a = b + 6)
    }
}
#[tokio::test(start_paused = true)]
async fn p156_gives() {
    check!(p156(&14), Ok(P156Output { a: 6, c: 6 }), 4..=4, []);
}

pipeline! {
    fn p157(b: i64) -> [u, b] {
        #[timeout(std::time::Duration::from_millis((b % 100).unsigned_abs() + 273))] try {
            dawdle_8: dawdle(ms = 3, times = 9)
                >> try {
                    up_to(a = 6) >> #[retry(3, when = |_| b % 2 == 0)] #[timeout("148ms")] p150(c = b),
                } else |e| {
                    race {
                        racer_1: pause_2: pause(ms = 219)
                            >> late(a = b, c = b)
                            >> weigh(error = e, a = e.message().len() as i64),
                        racer_3: late(a = b, c = b) -> [c, a] >> pause_4: pause(ms = 320) >> double -> [b as grid],
                        racer_5: pause_6: pause(ms = 448) >> late(a = b, c = b) >> half,
                    },
                },
        } else |a| { step_7: digits(a = b + 3) -> [c] } -> [b as u, b]
    }
}
#[tokio::test(start_paused = true)]
async fn p157_gives() {
    check!(p157(94), Ok(P157Output { u: 94, b: 94 }), 6..=6, []);
}

pipeline! {
    fn p158(a: &i64) -> [d] {
        parallel {
            mix(b = a),
            up_to
                >> repeat(max = (a % 3).unsigned_abs() as usize, index as round) {
                    #[retry(2, when = |_| false)] try {
                        step_1: up_to(a = a)
                            >> blend(c = a * a % 1_009 + 8, d = a) -> [a]
                            >> trip_2: trip(times = 1)
                            >> nth(b = a) -> [d],
                    } else |e| { age(a, round = round + 1) },
                } until(xs.is_empty()) -> [a, xs, a as c],
            double(a),
        }
            >> nth -> [d]
    }
}
#[tokio::test(start_paused = true)]
async fn p158_gives() {
    check!(p158(&40), Err(("nth", "no item 0 of 0")), 10..=10, ["repeat[0]/retry/trip_2", "nth"]);
}

pipeline! {
    fn p159(ys: Vec<i64>, grid: &[Vec<i64>]) -> [u, grid, ys as a] {
        try { by_1: if ys.is_empty() { behead(ys) } else { flatten } >> behead -> [ys as w] } else |error| {
            bury(error = error) >> grow(xs = ys.iter().map(|item| item + 2).collect::<Vec<i64>>(), a = c),
        } -> [ys, grid as u]
    }
}
#[tokio::test(start_paused = true)]
async fn p159_gives() {
    check!(p159(vec![77], &[vec![51, 47]]), Ok(P159Output { u: vec![vec![51, 47]], grid: vec![vec![51, 47]], a: vec![77] }), 2..=2, []);
}

pipeline! {
    fn p160(b: i64, ys: &[i64], a: &i64) {
        step_1: push(xs = ys, a)
    }
}
#[tokio::test(start_paused = true)]
async fn p160_gives() {
    check!(p160(65, &[], &90), Ok(P160Output { xs: vec![90] }), 1..=1, []);
}

pipeline! {
    fn p161(c: &i64, xs: &[i64], ys: Vec<i64>) {
        repeat(max = 2) { p147 -> [b as zs] } until(ys.len() + 1 > ys.len() && ys.len() < 2) -> [c, zs]
            >> try { group_1: { digits(a = c) -> [b as a, c] } } else |error| {
                if let Some(e) = xs.first() { negate(b = zs) } else {
                    again_2: repeat(max = 2, index as round) {
                        weigh(a = 1 - round as i64) >> step_3: weigh(a = b) >> stamp(round = round) -> [xs],
                    } until(c - c < 2),
                }
                    >> weigh(error = error, a = c),
            }
            >> halves -> [zs as b, xs]
    }
}
#[tokio::test(start_paused = true)]
async fn p161_gives() {
    check!(p161(&82, &[8, 3], vec![37, 89, 84, 19]), Ok(P161Output { b: vec![84, 19], xs: vec![37, 89] }), 37..=37, []);
}

pipeline! {
    fn p162(ys: Vec<i64>) {
        zip_up(xs = ys.to_vec(), ys = ys)
            >> p139(b = b + 6, xs = zs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>())
            >> step_1: p134(a = b, c = d, ys = zs)
    }
}
#[tokio::test(start_paused = true)]
async fn p162_gives() {
    check!(p162(vec![4]), Ok(P162Output { grid: vec![] }), 11..=11, ["step_1/racer_3/late", "step_1/racer_3"]);
}

pipeline! {
    fn p163(b: i64) {
        if b % 4 == 1 {
            late(a = b, c = 3) >> #[retry(3, when = |_| false)] #[timeout("54ms")] tries_1: negate,
        }
            >> half(a = b)
            >> try { #[retry(2)] tries_2: { negate -> [c] } } else |error| {
                #[retry(3, backoff = "7ms")] #[timeout("18ms")] map((vec![1_i64, 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., e]), xs)) {
                    dawdle_3: dawdle(ms = 339, times = 1) >> weigh(a = e + 5) -> [b],
                } -> [b as w],
            }
            >> map((vec![b + 9, b * 2].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (e, _), index as i) {
                #[retry(3, backoff = "1ms")] #[timeout("274ms")] blend(c = { let first = b * 4; first - e }, d = e),
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p163_gives() {
    check!(p163(79), Err(("half", "79 is refused")), 1..=1, ["half"]);
}

pipeline! {
    fn p164(grid: Vec<Vec<i64>>, xs: &[i64], ys: Vec<i64>) {
        weave(xs = xs.to_vec())
    }
}
#[tokio::test(start_paused = true)]
async fn p164_gives() {
    check!(p164(vec![], &[8, 89], vec![87, 15, 32]), Ok(P164Output { ys: vec![8, 89, 87, 15, 32] }), 1..=1, []);
}

pipeline! {
    fn p165(a: i64, b: i64) {
        p145(b = 4) >> #[retry(2)] tries_1: p145
    }
}
#[tokio::test(start_paused = true)]
async fn p165_gives() {
    check!(p165(25, 12), Ok(P165Output { b: 0 }), 5..=5, []);
}

pipeline! {
    fn p166(ys: Vec<i64>, grid: &[Vec<i64>]) -> [ys] {
        weave(xs = vec![3_i64, 4])
    }
}
#[tokio::test(start_paused = true)]
async fn p166_gives() {
    check!(p166(vec![94, 71, 44, 50], &[]), Ok(P166Output { ys: vec![3, 4, 94, 71, 44] }), 1..=1, []);
}

pipeline! {
    fn p167(ys: Vec<i64>) -> [ys as zs] {
        try {
            try {
                #[timeout("58ms")] within_1: p133(ys = ys)
                    >> repeat(max = 1, index as round) {
                        behead(ys = c) >> p133 >> step_2: behead(ys = ys),
                    } until(false),
            } else {
                #[retry(2, backoff = "40ms", when = |error| error.message().len() % 2 == 0)] tries_3: half(a = 1),
            }
                >> half(a = 7) -> [b],
        } else |error| {}
    }
}
#[tokio::test(start_paused = true)]
async fn p167_gives() {
    check!(p167(vec![46, 44]), Ok(P167Output { zs: vec![46, 44] }), 7..=7, ["half"]);
}

pipeline! {
    fn p168(a: &i64) {
        double -> [b] >> {} >> up_to
    }
}
#[tokio::test(start_paused = true)]
async fn p168_gives() {
    check!(p168(&81), Ok(P168Output { xs: vec![0] }), 2..=2, []);
}

pipeline! {
    fn p169(ys: &[i64], c: i64) {
        blend(d = c)
            >> {
                map(ys as a, on_error = collect) {
                    grow(xs = ys.iter().map(|item| item + 7).collect::<Vec<i64>>(), a = a)
                        >> step_1: rows(xs = ys.iter().map(|item| item + 5).collect::<Vec<i64>>(), b = c * c % 1_009 + 4) -> [grid as e],
                } -> [],
            }
            >> up_to(a = c)
            >> try {
                {
                    repeat(max = (a % 3).unsigned_abs() as usize) { step_2: late(a = c) -> [c, a] } until(c % 2 == 0)
                        >> #[retry(2, backoff = "250ms", when = |_| false)] tries_3: { trip_4: trip(times = 2) >> nth(b = 6) -> [d] }
                        >> #[retry(3, when = |_| c % 2 == 0)] { trip_5: trip(times = 3) >> nth(xs, b = a * d % 1_009 + 8) },
                }
                    >> late(c = ys.iter().map(|item| item % 10).sum::<i64>()) -> [a as g, c as e],
            } else |e| { bury(error = e) }
            >> behead
    }
}
#[tokio::test(start_paused = true)]
async fn p169_gives() {
    check!(p169(&[55], 6), Ok(P169Output { ys: vec![] }), 8..=8, ["repeat[0]/step_2", "repeat"]);
}

pipeline! {
    fn p170(ys: Vec<i64>, xs: Vec<i64>) {
        halves(ys) -> [zs, xs as g]
    }
}
#[tokio::test(start_paused = true)]
async fn p170_gives() {
    check!(p170(vec![30, 17, 9], vec![81, 53]), Ok(P170Output { zs: vec![17, 9], g: vec![30] }), 1..=1, []);
}

pipeline! {
    fn p171(grid: &[Vec<i64>], ys: Vec<i64>, c: i64) {
        p170(xs = ys)
            >> behead(ys = zs) -> [ys as e]
            >> push(xs = g.to_vec(), a = c)
            >> p163(b = c)
            >> step_1: push(a = { let first = c * 3; first - c })
    }
}
#[tokio::test(start_paused = true)]
async fn p171_gives() {
    check!(p171(&[vec![97, 63], vec![54, 41, 47]], vec![92, 75], 23), Err(("p163/half", "23 is refused")), 4..=4, ["p163/half"]);
}

pipeline! {
    fn p172(c: &i64, xs: &[i64]) {
        if c % 2 == 0 { {} -> [xs] } else {
            push(a = c)
                >> blend(d = c)
                >> #[retry(2, backoff = "1ms", when = runnable::Error::is_retryable)] #[timeout(std::time::Duration::from_millis((a % 100).unsigned_abs() + 96))] {
                    map(xs as a, index as i, on_error = collect) {
                        step_1: behead(ys = xs) >> late >> age(round = i),
                    } -> [a as result_2]
                        >> trip_5: trip(times = 1)
                        >> blame_3: blame(results = result_2)
                        >> sift_4: sift(results = result_2, others = result_2),
                },
        } -> [c as a, xs as w]
    }
}
#[tokio::test(start_paused = true)]
async fn p172_gives() {
    check!(p172(&80, &[]), Ok(P172Output { a: 80, w: vec![] }), 0..=0, []);
}

pipeline! {
    fn p173(c: &i64, b: i64) {
        #[retry(2, backoff = "7ms", when = |_| false)] #[timeout("132ms")] repeat(max = 3) {
            trip_10: trip(times = 1)
                >> #[retry(3, when = |_| true)] tries_6: {
                    parallel {
                        double(a = { let first = c * 2; first - b }),
                        branch_1: half(a = c) -> [b as zs],
                    }
                        >> trip_7: trip(times = 1)
                        >> {
                            map((vec![b + 5, b * 2]) as b, index as round, on_error = collect) {
                                half(a = b) >> step_2: half(a = zs),
                            } -> [b as result_3]
                                >> blame_4: blame(results = result_3)
                                >> sift_5: sift(results = result_3, others = result_3),
                        },
                } -> [c, xs]
                >> race {
                    weave(ys = xs.to_vec()),
                    racer_8: pause_9: pause(ms = 348) >> weave(ys = vec![b + 0, c * 2]),
                },
        } until(c - b < 3) -> [b, ys]
    }
}
#[tokio::test(start_paused = true)]
async fn p173_gives() {
    check!(p173(&34, 58), Err(("retry/timeout/repeat[0]/trip_10", "tripped 1 times")), 4..=4, ["retry/timeout/repeat[0]/trip_10", "retry/timeout/repeat", "retry/timeout", "retry"]);
}

pipeline! {
    fn p174(c: i64, grid: Vec<Vec<i64>>) -> [grid, b as a] {
        digits(a = c)
            >> #[retry(3, backoff = "1ms")] tries_2: {
                trip_3: trip(times = 2)
                    >> map((vec![2_i64, 3]) as a, on_error = collect) {
                        #[timeout("261ms")] within_1: late >> p168,
                    } -> [],
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p174_gives() {
    check!(p174(44, vec![vec![52, 61, 59, 45], vec![16, 41, 36], vec![21, 61], vec![11]]), Ok(P174Output { grid: vec![vec![52, 61, 59, 45], vec![16, 41, 36], vec![21, 61], vec![11]], a: 4 }), 13..=13, ["tries_2/trip_3", "tries_2/trip_3"]);
}

pipeline! {
    fn p175(c: i64, a: i64, grid: Vec<Vec<i64>>) -> [grid as e, a, c as ys, xs, b, w, grid] {
        #[timeout("253ms")] within_5: parallel {
            branch_1: dawdle_6: dawdle(ms = 3, times = 9) >> double -> [b],
            branch_2: repeat(max = 2, index as round) {
                map((0..3_i64) as e) { age(a = a, round = (a % 3).unsigned_abs() as usize) -> [a] } -> [a as e],
            } until(a % 3 == 1) -> [e]
                >> again_3: repeat(max = 2, index as round) { double } until(c - c < 4) -> [b, e as w]
                >> again_4: repeat(max = 2, index as round) {
                    halves(ys = e.iter().rev().chain(e.iter()).take(5).copied().collect::<Vec<i64>>()) -> [xs, zs],
                } until(c - c < 3) -> [grid, w, zs as xs],
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p175_gives() {
    check!(p175(46, 49, vec![vec![9, 78], vec![70, 29]]), Ok(P175Output { e: vec![vec![9, 78], vec![70, 29]], a: 49, ys: 46, xs: vec![52, 52, 52], b: 98, w: vec![52, 52, 52], grid: vec![vec![9, 78], vec![70, 29]] }), 11..=11, []);
}

pipeline! {
    fn p176(b: i64, xs: Vec<i64>) {
        step_1: behead(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) -> [ys]
            >> #[timeout(std::time::Duration::from_millis((b % 100).unsigned_abs() + 240))] #[retry(2)] total
            >> turn(b = b, d = 9)
    }
}
#[tokio::test(start_paused = true)]
async fn p176_gives() {
    check!(p176(27, vec![60, 79]), Ok(P176Output { a: 166, b: 148, d: 36 }), 5..=5, []);
}

pipeline! {
    fn p177(c: i64, a: i64) -> [d, f, d as h] {
        repeat(max = 4) {
            #[retry(2, backoff = "1ms")] race {
                p165(b = c),
                racer_1: map((vec![7_i64, 8]) as b, index as round) { p168(a = b) }
                    >> pause_3: pause(ms = 267)
                    >> #[retry(3, backoff = "7ms")] {
                        trip_2: trip(times = 1)
                            >> map(xs as e, on_error = collect) {
                                total(xs = e) >> p163(b = c) -> [a] >> weave(ys = e, xs = a) -> [ys],
                            } -> [],
                    }
                    >> negate(b = { let first = c * 2; first - a }) -> [c as h],
            },
        } until(c % 3 == 0)
            >> turn(b = c, c = c, d = a + 8) -> [d, a as f]
    }
}
#[tokio::test(start_paused = true)]
async fn p177_gives() {
    check!(p177(42, 50), Ok(P177Output { d: 100, f: 84, h: 100 }), 9..=15, []);
}

pipeline! {
    fn p178(c: i64, a: &i64, ys: Vec<i64>) {
        p154(xs = ys, b = ys.len() as i64) -> [d]
            >> grow(xs = vec![d + 7, c * 2], a = 3) -> [ys as e]
            >> late(a = a)
            >> map(e as a) {
                halves
                    >> #[retry(3, backoff = "40ms", when = |_| false)] tries_6: {
                        trip_7: trip(times = 1)
                            >> map(zs as e, index as round, on_error = collect) {
                                #[retry(3, backoff = "40ms", when = runnable::Error::is_retryable)] #[timeout("168ms")] parallel {
                                    age
                                        >> late(a = ys.iter().map(|item| item % 10).sum::<i64>(), c = a)
                                        >> step_1: age -> [a],
                                    half,
                                },
                            } -> [a as result_2, b as result_3]
                            >> blame_4: blame(results = result_2)
                            >> sift_5: sift(results = result_2, others = result_3),
                    },
            } -> [d as w, xs as grid]
    }
}
#[tokio::test(start_paused = true)]
async fn p178_gives() {
    check!(p178(87, &5, vec![18, 28, 85]), Err(("p154/nth", "no item 3 of 3")), 1..=1, ["p154/nth"]);
}

pipeline! {
    fn p179(b: &i64, a: &i64, c: i64) {
        #[timeout(std::time::Duration::from_millis((c % 100).unsigned_abs() + 285))] #[retry(3)] map((vec![0_i64, 1]) as b, limit = 1) {
            dawdle_4: dawdle(ms = 247, times = 2)
                >> try {
                    #[timeout(std::time::Duration::from_millis((c % 100).unsigned_abs() + 105))] #[retry(2, backoff = "250ms")] { dawdle_1: dawdle(ms = 236, times = 9) >> half }
                        >> try { half } else |e| { late(a = format!("{e:#}").len() as i64, c = a) -> [a] }
                        >> {}
                        >> #[retry(4)] { trip_2: trip(times = 4) >> late(a = a * c % 1_009 + 5, c = c) },
                } else |e| { weigh(error = e) -> [b as ys] }
                >> step_3: half
                >> blend(d = { let first = c * 1; first - c }),
        } -> [a as h, a as w]
            >> nth(xs = h.to_vec(), b) -> [d as g]
            >> #[timeout("289ms")] within_6: if let Some(rest) = w.first() {
                step_5: grow(xs = h.iter().map(|item| item + 0).collect::<Vec<i64>>(), a = b),
            } -> [a as w]
    }
}
#[tokio::test(start_paused = true)]
async fn p179_gives() {
    check!(p179(&75, &32, 41), Err(("timeout", "took longer than 326ms")), 6..=6, ["timeout"]);
}

pipeline! {
    fn p180(ys: Vec<i64>, c: i64) -> [xs, ys] {
        push(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), a = ys.iter().map(|item| item % 10).sum::<i64>())
    }
}
#[tokio::test(start_paused = true)]
async fn p180_gives() {
    check!(p180(vec![19, 14], 47), Ok(P180Output { xs: vec![14, 19, 19, 14, 13], ys: vec![19, 14] }), 1..=1, []);
}

pipeline! {
    fn p181(xs: Vec<i64>, grid: Vec<Vec<i64>>, b: i64) {
        map(grid as e, limit = xs.len() + 1) { halves(ys = vec![b + 1, b * 2]) } -> [xs as ys, zs]
            >> map((xs.iter().map(|item| item + 9).collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (b, a), index as round) {
                stamp >> repeat(max = 2) { flatten(grid = vec![vec![8_i64], vec![]]) } until(a % 3 == 0),
            } -> [xs as h]
            >> grow(a = 3)
            >> attempt_1: try { half(a = b + 7) >> add_one(a = b) -> [a] } else |error| {
                {
                    map(grid as e, on_error = collect) {
                        each_2: map((vec![2_i64, 3].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (c, e), limit = 4) {
                            late(a = b, c = format!("{error:#}").len() as i64) >> half,
                        } -> [b as d, b as f]
                            >> #[retry(2, backoff = "40ms")] {
                                nth
                                    >> trip_3: trip(times = 2)
                                    >> add_one(a = error.message().len() as i64) -> [a as w],
                            } -> [w]
                            >> #[retry(2, backoff = "40ms")] #[timeout("251ms")] tries_4: map(h as e) {
                                p150(c = w) -> [f]
                                    >> dawdle_5: dawdle(ms = 441, times = 9)
                                    >> total -> [c]
                                    >> double(a = w),
                            } -> [b as a, w as c],
                    } -> [],
                },
            } -> [xs as u]
    }
}
#[tokio::test(start_paused = true)]
async fn p181_gives() {
    check!(p181(vec![24], vec![vec![20, 11], vec![26], vec![32, 78], vec![]], 54), Ok(P181Output { u: vec![24] }), 11..=11, []);
}

pipeline! {
    fn p182(b: i64) {
        mix(a = { let first = b * 4; first - b }) >> step_1: p150(c = d)
    }
}
#[tokio::test(start_paused = true)]
async fn p182_gives() {
    check!(p182(4), Ok(P182Output { f: 9967 }), 2..=2, []);
}

pipeline! {
    fn p183(xs: Vec<i64>, ys: Vec<i64>, b: i64) {
        negate
    }
}
#[tokio::test(start_paused = true)]
async fn p183_gives() {
    check!(p183(vec![19], vec![], 57), Ok(P183Output { c: 9950 }), 1..=1, []);
}

pipeline! {
    fn p184(grid: &[Vec<i64>], ys: &[i64]) {
        flatten
    }
}
#[tokio::test(start_paused = true)]
async fn p184_gives() {
    check!(p184(&[vec![90], vec![]], &[65, 60, 60, 24]), Ok(P184Output { xs: vec![90] }), 1..=1, []);
}

pipeline! {
    fn p185(b: &i64, a: i64, xs: Vec<i64>) {
        rows(xs = vec![7_i64, 8], b = a) -> [grid]
    }
}
#[tokio::test(start_paused = true)]
async fn p185_gives() {
    check!(p185(&34, 81, vec![75, 86]), Ok(P185Output { grid: vec![] }), 1..=1, []);
}

pipeline! {
    fn p186(ys: Vec<i64>, b: &i64, c: &i64) -> [xs as g] {
        p160(b = c, ys = ys, a = b * b % 1_009 + 6)
    }
}
#[tokio::test(start_paused = true)]
async fn p186_gives() {
    check!(p186(vec![44, 96], &28, &61), Ok(P186Output { g: vec![44, 96, 790] }), 1..=1, []);
}

pipeline! {
    fn p187(b: &i64, c: i64, xs: &[i64]) -> [w as grid, w as d] {
        negate -> [c as w]
    }
}
#[tokio::test(start_paused = true)]
async fn p187_gives() {
    check!(p187(&41, 48, &[14, 41]), Ok(P187Output { grid: 9966, d: 9966 }), 1..=1, []);
}

pipeline! {
    fn p188(c: i64, a: i64, xs: Vec<i64>) -> [a as zs, xs as f] {
        {
            map((vec![5_i64, 6]) as b, on_error = collect) {
                again_1: repeat(max = xs.len()) {
                    {
                        map(xs as a, on_error = collect) { step_2: double >> digits } -> [b as result_3, c as result_4]
                            >> blame_5: blame(results = result_3)
                            >> sift_6: sift(results = result_3, others = result_4),
                    }
                        >> {
                            each_7: map(xs as b, index as i, on_error = collect) {
                                p163(b = c + 8) -> [a as g] >> blend(d = c) -> [a as grid],
                            } -> [grid as result_8]
                                >> sift_9: sift(results = result_8, others = result_8),
                        }
                        >> blend(d = a),
                } until(c % 3 == 0)
                    >> half(a = c),
            } -> [b as result_10]
                >> blame_11: blame(results = result_10)
                >> sift_12: sift(results = result_10, others = result_10),
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p188_gives() {
    check!(p188(31, 97, vec![89]), Ok(P188Output { zs: 97, f: vec![] }), 38..=38, ["b[0]/half", "b[1]/half"]);
}

pipeline! {
    fn p189(grid: Vec<Vec<i64>>, xs: Vec<i64>, c: &i64) {
        heads(grid = grid)
            >> attempt_1: try { digits(a = { let first = c * 4; first - c }) -> [c as xs, b] } else |error| { weigh(error = error, a = c) } -> [zs as d]
            >> weave(ys = vec![c + 2, c * 2], xs = zs) -> [ys as h]
            >> each_2: map(grid as ys, limit = 3, index as round) {
                total(xs) -> [c]
                    >> try {
                        #[timeout("62ms")] #[retry] { late(a = { let first = c * 1; first - c }, c = c) -> [c as xs, a as g] }
                            >> parallel {
                                branch_3: p159(grid = vec![vec![8_i64], vec![]])
                                    >> digits(a = g)
                                    >> late(a = ys.len() as i64, c = c),
                                branch_4: age(a = c) -> [a] >> late(c = c) -> [a as b, c as u],
                            },
                    } else |xs| { {} -> [grid] }
                    >> age(a = c, round),
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p189_gives() {
    check!(p189(vec![vec![62, 94], vec![59], vec![], vec![]], vec![47, 81, 53, 76], &74), Ok(P189Output { a: vec![10002, 260, 263, 2] }), 42..=49, ["each_2[1]/branch_3/late", "each_2[2]/branch_4/late", "each_2[3]/branch_3/p159/by_1/behead"]);
}

pipeline! {
    fn p190(xs: &[i64], ys: Vec<i64>, b: &i64) {
        grow(xs = ys, a = b) >> turn(c = b, d = b) -> [a as w, d]
    }
}
#[tokio::test(start_paused = true)]
async fn p190_gives() {
    check!(p190(&[91], vec![70, 95], &0), Ok(P190Output { w: 0, d: 0 }), 2..=2, []);
}

pipeline! {
    fn p191(b: i64) {
        repeat(max = 4, index as round) {
            #[timeout("58ms")] #[retry(2)] repeat(max = 1) {
                dawdle_3: dawdle(ms = 350, times = 1)
                    >> each_1: map((vec![b + 8, b * 2].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (e, c), limit = 4) {
                        turn(c = c, d = { let first = b * 5; first - c })
                            >> step_2: age
                            >> negate(b = { let first = c * 7; first - b }),
                    }
                    >> age(a = b)
                    >> match &c[..] {
                        [] => p163,
                        [m, .., rest] => {},
                        [m, e @ ..] => {},
                        e => {} -> [b],
                    } -> [c as f],
            } until(c.len() + 1 > f.len() && c.len() < 3) -> [c],
        } until(b % 4 == 0) -> [c as grid]
            >> zip_up(xs = grid, ys = grid)
            >> p155(a = b, ys = zs) -> [zs]
    }
}
#[tokio::test(start_paused = true)]
async fn p191_gives() {
    check!(p191(95), Err(("repeat[0]/timeout", "took longer than 58ms")), 5..=5, ["repeat[0]/timeout", "repeat"]);
}

pipeline! {
    fn p192(xs: Vec<i64>) {
        halves(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) -> [xs]
            >> total -> [c as grid]
            >> #[timeout("204ms")] #[retry(4, backoff = "40ms")] {
                parallel {
                    branch_1: #[retry(4)] #[timeout(std::time::Duration::from_millis((grid % 100).unsigned_abs() + 219))] tries_2: parallel {
                        grow(xs = xs, a = { let first = grid * 3; first - grid }) -> [ys] >> halves,
                        total(xs = xs.to_vec()) -> [c]
                            >> p176(b = grid, xs)
                            >> zip_up(xs = xs, ys = xs) -> [zs as c, b],
                    },
                    branch_3: match xs.first() { Some(n) => {}, _ => {} },
                    total(xs = xs) -> [c as h] >> negate(b = h) -> [c as f],
                },
            } -> [zs, c, b, xs]
            >> half(a = b)
            >> behead(ys = xs) -> [ys as w]
    }
}
#[tokio::test(start_paused = true)]
async fn p192_gives() {
    check!(p192(vec![24]), Ok(P192Output { w: vec![] }), 19..=19, []);
}

pipeline! {
    fn p193(ys: Vec<i64>) {
        weave(ys = ys, xs = vec![0_i64, 1])
    }
}
#[tokio::test(start_paused = true)]
async fn p193_gives() {
    check!(p193(vec![66, 42, 44, 94]), Ok(P193Output { ys: vec![0, 1, 66, 42, 44] }), 1..=1, []);
}

pipeline! {
    fn p194(xs: &[i64], c: &i64) {
        p187(b = c, xs = xs)
    }
}
#[tokio::test(start_paused = true)]
async fn p194_gives() {
    check!(p194(&[], &2), Ok(P194Output { grid: 10005, d: 10005 }), 1..=1, []);
}

pipeline! {
    fn p195(c: i64, b: i64, xs: Vec<i64>) -> [c, b as h, xs, ys] {
        weave(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
            >> match &ys[..] {
                [xs, first @ ..] => {} -> [c as w],
                [] => {},
                [xs] => add_one(a = ys.iter().map(|item| item % 10).sum::<i64>()) -> [a],
                _ => {},
            } -> [xs as g]
            >> first_1: race {
                racer_2: pause_14: pause(ms = 442)
                    >> #[timeout("94ms")] #[retry(3)] race {
                        racer_3: nth(xs, b = 9),
                        racer_4: pause_8: pause(ms = 117)
                            >> race {
                                racer_5: grow(a = { let first = c * 9; first - c }),
                                racer_6: pause_7: pause(ms = 177) >> push(a = b + 8),
                            }
                            >> { add_one(a = 8) -> [a] },
                        racer_9: {
                            map((xs.iter().map(|item| item + 9).collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (.., b), on_error = collect) {
                                step_10: late(a = c, c = c) >> push >> behead(ys),
                            } -> [],
                        }
                            >> pause_12: pause(ms = 379)
                            >> repeat(max = 3, index as i) {
                                age(a = 1, round = i) -> [a as c] >> step_11: age(a = b, round = i),
                            } until(ys.is_empty()),
                    }
                    >> step_13: total
                    >> weave,
                racer_15: pause_16: pause(ms = 491) >> digits(a = c + 1) -> [c],
                racer_17: zip_up(xs = g),
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p195_gives() {
    check!(p195(20, 23, vec![40, 53, 58]), Ok(P195Output { c: 20, h: 8, xs: vec![40, 53, 58], ys: vec![40, 53, 58, 58, 53] }), 2..=6, []);
}

pipeline! {
    fn p196(xs: Vec<i64>, b: i64, c: i64) {
        attempt_1: try {
            by_2: if c % 3 == 0 { zip_up(ys = xs) }
                >> total
                >> {
                    race {
                        half(a = c),
                        racer_3: pause_5: pause(ms = 328)
                            >> step_4: rows(b = xs.iter().map(|item| item % 10).sum::<i64>()) -> [grid as b]
                            >> negate(b = c),
                    }
                        >> step_6: half(a = b) -> [b as h],
                },
        } else {
            #[timeout("291ms")] #[retry(2, backoff = "7ms", when = |error| error.message().len() % 2 == 0)] match c % 3 {
                0 => halves(ys = vec![c + 6, b * 2]) -> [xs, zs as w] >> half(a = c),
                xs => mix(a = 5),
            } -> [b],
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p196_gives() {
    check!(p196(vec![24, 67, 4], 25, 97), Ok(P196Output { b: 25 }), 7..=7, ["attempt_1/half"]);
}

pipeline! {
    fn p197(xs: Vec<i64>, c: i64) {
        #[timeout("117ms")] within_9: parallel {
            branch_1: add_one(a = xs.iter().map(|item| item % 10).sum::<i64>())
                >> dawdle_10: dawdle(ms = 19, times = 9)
                >> blend(d = xs.iter().map(|item| item % 10).sum::<i64>()),
            branch_2: p176(b = c, xs = vec![9_i64, 10])
                >> try { late(a = a, c = c) } else {
                    race {
                        racer_3: p160(ys = xs),
                        racer_4: pause_6: pause(ms = 374) >> step_5: zip_up(ys = xs) -> [b, zs],
                    },
                } -> [a as ys, c, xs, b],
            branch_7: group_8: {
                p182(b = c)
                    >> halves(ys = xs.iter().map(|item| item + 2).collect::<Vec<i64>>())
                    >> half(a = zs.iter().map(|item| item % 10).sum::<i64>()),
            } -> [b as g],
        }
            >> p155(ys = vec![g + 2, c * 2]) -> [zs, a]
    }
}
#[tokio::test(start_paused = true)]
async fn p197_gives() {
    check!(p197(vec![15, 78], 72), Ok(P197Output { zs: vec![23, 36, 23, 36], a: vec![2, 38] }), 19..=19, []);
}

pipeline! {
    fn p198(a: i64, c: i64, xs: &[i64]) -> [xs] {
        rows(xs = xs, b = a) -> [grid]
            >> try {
                try {
                    match c % 3 {
                        xs if xs - a < 3 => half(a = a) -> [b],
                        1 | 3 => nth(xs, b = c),
                        0 => {} -> [a],
                        _ => step_1: double,
                    }
                        >> step_2: total(xs = xs.iter().map(|item| item + 5).collect::<Vec<i64>>()),
                } else |xs| {
                    by_3: if c % 2 == 0 { {} -> [a, a as e] } else { {} -> [a as e] } -> [a, e, grid]
                        >> add_one(a = e + 8)
                        >> {}
                        >> step_4: half(a = c),
                },
            } else |why| {}
            >> flatten(grid)
    }
}
#[tokio::test(start_paused = true)]
async fn p198_gives() {
    check!(p198(14, 5, &[11, 91, 16, 11]), Ok(P198Output { xs: vec![11, 91, 16, 11, 12] }), 4..=4, []);
}

pipeline! {
    fn p199(xs: Vec<i64>, a: &i64) -> [xs as f] {
        if a - a < 2 {
            add_one(a = xs.len() as i64)
                >> turn(b = a * a % 1_009 + 0, c = xs.len() as i64, d = a) -> [a as grid, d as g],
        } else if xs.len() + 1 > xs.len() && xs.len() < 3 { step_1: add_one } else {
            #[retry(2)] {
                p155(a = xs.len() as i64, ys = vec![4_i64, 5])
                    >> #[retry(2, backoff = "250ms")] #[timeout("224ms")] {
                        dawdle_2: dawdle(ms = 482, times = 1) >> halves(ys = a) -> [zs] >> total(xs = a),
                    }
                    >> trip_4: trip(times = 1)
                    >> match c % 4 {
                        xs @ 2..=40 => rows(xs = a.iter().map(|item| item + 3).collect::<Vec<i64>>(), b = xs) -> [grid]
                            >> heads,
                        0 => {},
                        b if b - c < 4 => up_to(a = c) >> step_3: p187(b, c = b, xs),
                        b => {},
                    },
            }
                >> late(a = c * c % 1_009 + 7, c = c) -> [a as d, c],
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p199_gives() {
    check!(p199(vec![57], &4), Ok(P199Output { f: vec![57] }), 2..=2, []);
}
