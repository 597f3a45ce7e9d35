//! Written by generate.py from the seed 20261; not to be edited.
//!
//! In 200 pipelines: 548 -> [..], 472 a(x = expr), 638 a(x = y), 88 a(x), 354 as, 76 carried, 32 collect, 18 failures among siblings, 45 group, 58 if, 22 if let, 28 index, 47 labelled, 27 limit, 90 map, 52 match, 77 nesting 0, 21 nesting 1, 17 nesting 2, 85 nesting 3, 34 parallel, 30 pass-through, 20 pattern, 37 race, 82 repeat, 12 runs that fail, 26 runs that recover, 1103 step, 184 step name, 137 sub-pipeline, 84 try, 31 unlabelled, 45 {} -> [..].
use super::tasks::*;
use runnable::prelude::*;

pipeline! {
    fn p0(grid: Vec<Vec<i64>>, b: i64, c: i64) {
        turn(b, d = { let first = b * 0; first - c })
    }
}
#[tokio::test(start_paused = true)]
async fn p0_gives() {
    check!(p0(vec![vec![54], vec![66, 65, 71], vec![75, 25, 55], vec![]], 88, 25), Ok(P0Output { a: 113, b: 0, d: 63 }), 1..=1, []);
}

pipeline! {
    fn p1(ys: &[i64], b: i64) -> [c] {
        step_1: negate
    }
}
#[tokio::test(start_paused = true)]
async fn p1_gives() {
    check!(p1(&[], 79), Ok(P1Output { c: 9928 }), 1..=1, []);
}

pipeline! {
    fn p2(ys: Vec<i64>, a: i64, grid: &[Vec<i64>]) -> [zs] {
        map(grid as ys, limit = 2) {
            negate(b = { let first = a * 4; first - a }) -> [c]
                >> map((vec![a + 6, c * 2].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (b, c)) {
                    repeat(max = ys.len(), index as round) { age(round = round) >> step_1: age } until(ys.is_empty())
                        >> map(grid as ys) {
                            p0(c = a) >> turn(b = b) -> [a as u, d, b] >> zip_up(xs = ys),
                        } -> [b as zs, c as u],
                },
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p2_gives() {
    check!(p2(vec![48, 72], 29, &[vec![], vec![18, 23, 85]]), Ok(P2Output { zs: vec![vec![vec![0, 6], vec![0, 6]], vec![vec![0, 6], vec![0, 6]]] }), 46..=46, []);
}

pipeline! {
    fn p3(xs: &[i64], a: i64, b: &i64) -> [c as zs] {
        step_1: p1(ys = vec![b + 8, b * 2])
    }
}
#[tokio::test(start_paused = true)]
async fn p3_gives() {
    check!(p3(&[25, 64, 79, 48], 90, &18), Ok(P3Output { zs: 9989 }), 1..=1, []);
}

pipeline! {
    fn p4(c: i64) {
        if c % 4 == 0 { blend(d = c) } else if c - c < 2 {
            match c % 2 {
                e if e - c < 2 => add_one(a = { let first = e * 6; first - e }) -> [a as d],
                1 | 2 => group_1: { turn(b = c, d = c) >> double -> [b] } -> [b]
                    >> map((vec![2_i64, 3]) as a) { p3(xs = vec![1_i64, 2], b = a) -> [zs] },
                e => negate(b = e) >> double(a = c),
            },
        } else if c - c < 3 { p3(xs = vec![c + 2, c * 2], a = c, b = c) -> [zs] } else { turn(b = c * c % 1_009 + 4, d = c * c % 1_009 + 1) } -> [c, c as f]
    }
}
#[tokio::test(start_paused = true)]
async fn p4_gives() {
    check!(p4(10), Ok(P4Output { c: 10, f: 10 }), 1..=1, []);
}

pipeline! {
    fn p5(xs: &[i64]) {
        step_1: halves(ys = xs) -> [zs]
    }
}
#[tokio::test(start_paused = true)]
async fn p5_gives() {
    check!(p5(&[]), Ok(P5Output { zs: vec![] }), 1..=1, []);
}

pipeline! {
    fn p6(c: i64, xs: Vec<i64>) {
        map((xs) as e, limit = 3) {
            match e % 3 {
                0 => step_1: digits(a = e * e % 1_009 + 6)
                    >> map((vec![1_i64, 2]) as a) {
                        turn(c, d = c)
                            >> halves(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()),
                    } -> [xs as u, zs as d, b as h],
                1 | 3 => double(a = e),
                xs => mix(a = 3, b = 4),
            },
        } -> [c as zs]
            >> race {
                racer_2: mix(a = c * c % 1_009 + 4, b = { let first = c * 1; first - c })
                    >> push(a = c)
                    >> pause_3: pause(ms = 486)
                    >> late(a = c, c = c),
                racer_4: pause_5: pause(ms = 84) >> weave(ys = xs, xs = xs),
            } -> [c, c as a]
            >> {}
            >> map((vec![c + 3, c * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., a]), xs)) {
                match &xs[..] {
                    [first, .., b] => match (b % 2 == 0, b % 3) {
                        (_, n) if n > 0 => {} -> [c as b],
                        _ => zip_up(ys = xs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>()),
                    }
                        >> match zs.first() { None => negate, _ => mix >> late(c = first) },
                    m => each_6: map((zs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (b, _), index as i) {
                        zip_up(xs = vec![a + 3, b * 2], ys = m),
                    } -> [b, zs as g, xs as f],
                },
            } -> [c as d]
            >> zip_up(ys = vec![5_i64, 6])
            >> step_7: up_to
    }
}
#[tokio::test(start_paused = true)]
async fn p6_gives() {
    check!(p6(64, vec![52]), Ok(P6Output { xs: vec![] }), 14..=14, []);
}

pipeline! {
    fn p7(ys: Vec<i64>, grid: Vec<Vec<i64>>) {
        weave(ys = ys, xs = ys)
    }
}
#[tokio::test(start_paused = true)]
async fn p7_gives() {
    check!(p7(vec![95, 72, 71], vec![vec![70, 44, 57, 61], vec![96, 26]]), Ok(P7Output { ys: vec![95, 72, 71, 95, 72] }), 1..=1, []);
}

pipeline! {
    fn p8(b: i64, c: &i64, a: i64) -> [a as e] {
        blend(c = { let first = b * 5; first - a }, d = a + 8) -> [a]
    }
}
#[tokio::test(start_paused = true)]
async fn p8_gives() {
    check!(p8(27, &34, 43), Ok(P8Output { e: 9844 }), 1..=1, []);
}

pipeline! {
    fn p9(grid: Vec<Vec<i64>>) -> [a as h] {
        heads(grid = grid) >> step_1: add_one(a = c) >> add_one(a = zs.len() as i64) -> [a]
    }
}
#[tokio::test(start_paused = true)]
async fn p9_gives() {
    check!(p9(vec![vec![21, 52, 39, 99], vec![89]]), Ok(P9Output { h: 3 }), 3..=3, []);
}

pipeline! {
    fn p10(b: i64, ys: Vec<i64>, xs: &[i64]) {
        late(a = b, c = 3)
            >> halves(ys = ys) -> [xs]
            >> p5
            >> negate(b = xs.iter().map(|item| item % 10).sum::<i64>())
    }
}
#[tokio::test(start_paused = true)]
async fn p10_gives() {
    check!(p10(44, vec![25, 84, 5], &[63, 72]), Ok(P10Output { c: 10002 }), 4..=4, []);
}

pipeline! {
    fn p11(ys: &[i64]) {
        repeat(max = 3, index as b) { zip_up(xs = ys) -> [zs as f] } until(f.len() + 1 > f.len() && f.len() < 3) -> [f as g]
            >> again_1: repeat(max = 1) {
                group_2: { halves >> {} >> behead } -> [ys as c]
                    >> each_3: map(ys as a) {
                        { rows(xs = c, b = a) } -> [grid as ys]
                            >> {
                                map(g as e, on_error = collect) {
                                    step_4: nth(xs = g, b = a) >> grow(xs = g) >> digits(a = d),
                                } -> [b as result_5, c as result_6]
                                    >> blame_7: blame(results = result_5)
                                    >> sift_8: sift(results = result_5, others = result_6),
                            },
                    } -> [c as w]
                    >> total(xs = vec![2_i64, 3]),
            } until(ys.is_empty())
    }
}
#[tokio::test(start_paused = true)]
async fn p11_gives() {
    check!(p11(&[38, 37, 98, 51]), Ok(P11Output { c: 5 }), 68..=68, []);
}

pipeline! {
    fn p12(ys: &[i64], a: &i64) -> [f, b] {
        add_one(a = a)
            >> match ys.iter().max() {
                None => {},
                _ => digits -> [c as ys, b]
                    >> map((vec![b + 0, a * 2]) as e, index as round) {
                        p8(b = e + 1, c = a + 2)
                            >> both_1: parallel {
                                branch_2: add_one -> [a],
                                turn(c = e, d = b) -> [a as grid, b, d],
                            } -> [grid as w, b as ys, a]
                            >> {
                                map((vec![8_i64, 9].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (c, _), index as round, on_error = collect) {
                                    half -> [b],
                                } -> [b as result_3]
                                    >> blame_4: blame(results = result_3)
                                    >> sift_5: sift(results = result_3, others = result_3),
                            },
                    },
            }
            >> negate(b = ys.len() as i64)
            >> up_to(a = a)
            >> again_6: repeat(max = 2, index as round) { age(a, round = 3) >> turn(b = a, c = c, d = a) } until(b % 2 == 0) -> [xs, d as f, b]
    }
}
#[tokio::test(start_paused = true)]
async fn p12_gives() {
    check!(p12(&[7], &26), Ok(P12Output { f: 88, b: 43 }), 23..=23, []);
}

pipeline! {
    fn p13(b: i64) {
        double(a = b) -> [b as zs]
            >> step_1: add_one(a = b)
            >> map((0..3_i64) as b) {
                attempt_2: try {
                    if b - zs < 2 { half(a = a) } -> [b, b as g]
                        >> {}
                        >> by_3: if zs - a < 2 { half(a) } else { step_4: half -> [b as d] >> late(c = b) },
                } else |error| { bury >> double -> [b] }
                    >> group_5: {
                        parallel {
                            branch_6: blend(c = a, d = zs + 4) >> up_to,
                            branch_7: double -> [b as xs]
                                >> turn(b = xs, c = xs, d = zs)
                                >> mix(a = a + 8, b) -> [d as ys],
                            branch_8: up_to(a) -> [xs as grid],
                        }
                            >> zip_up(ys = xs),
                    },
            } -> [a as f, zs as ys, b as h]
    }
}
#[tokio::test(start_paused = true)]
async fn p13_gives() {
    check!(p13(61), Ok(P13Output { f: vec![93, 93, 93], ys: vec![vec![0, 3], vec![0, 3], vec![0, 3]], h: vec![4, 4, 4] }), 32..=32, []);
}

pipeline! {
    fn p14(c: i64) -> [a, f, c, a as d] {
        repeat(max = (c % 3).unsigned_abs() as usize, index as round) {
            attempt_1: try {
                try { step_2: age(a = c) -> [a as grid] } else |error| { half(a = c) -> [b] >> negate }
                    >> both_3: parallel {
                        half(a = { let first = c * 6; first - c })
                            >> {}
                            >> step_4: age(a = 3) -> [a as c]
                            >> late(a = 4 - round as i64, c = 8),
                        branch_5: double(a = c) -> [b as c]
                            >> age(a = c, round = (c % 3).unsigned_abs() as usize) -> [a as xs],
                    },
            } else {
                {
                    each_6: map((0..3_i64) as e, on_error = collect) {
                        half(a = c) >> up_to(a = e + 7) >> late(a = b, c = e),
                    } -> [a as result_7, c as result_8]
                        >> blame_9: blame(results = result_7)
                        >> sift_10: sift(results = result_7, others = result_8),
                }
                    >> age(a = c, round = round),
            }
                >> turn(b = c * a % 1_009 + 0, c = a, d = 1)
                >> p8(c = a) -> [e as g],
        } until(g % 4 == 1) -> [a, g as f]
    }
}
#[tokio::test(start_paused = true)]
async fn p14_gives() {
    check!(p14(94), Ok(P14Output { a: 95, f: 9407, c: 94, d: 95 }), 19..=21, ["repeat[0]/attempt_1/both_3/late", "repeat[0]/attempt_1/each_6[1]/late"]);
}

pipeline! {
    fn p15(grid: Vec<Vec<i64>>, c: i64) -> [grid as ys, c] {
        up_to(a = c + 4)
            >> try { p3(a = c * c % 1_009 + 0, b = c) -> [zs] } else {
                map(grid as xs, index as i) {
                    attempt_1: try {
                        nth(xs = vec![0_i64, 1], b = { let first = c * 2; first - c })
                            >> half(a = d * d % 1_009 + 8)
                            >> digits(a = c),
                    } else {
                        age(a = xs.iter().map(|item| item % 10).sum::<i64>(), round = i) -> [a as c],
                    } -> [c as grid],
                } -> [grid as u]
                    >> match c {
                        xs @ 2..=40 => {},
                        last if last - c < 4 => halves(ys = u) >> p10(b = c + 4, ys = u, xs = u),
                        _ => {},
                    }
                    >> add_one(a = c),
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p15_gives() {
    check!(p15(vec![vec![89, 78, 59], vec![69, 40]], 27), Ok(P15Output { ys: vec![vec![89, 78, 59], vec![69, 40]], c: 27 }), 2..=2, []);
}

pipeline! {
    fn p16(b: &i64, c: &i64) {
        by_1: if c % 3 == 1 { mix(a = c, b = c) -> [d] } else if b % 3 == 1 { step_2: mix(a = c) } else if b - b < 2 { blend(c = c, d = c) } else { add_one(a = b) }
            >> negate(b = { let first = b * 2; first - b }) -> [c]
    }
}
#[tokio::test(start_paused = true)]
async fn p16_gives() {
    check!(p16(&24, &21), Ok(P16Output { c: 9983 }), 2..=2, []);
}

pipeline! {
    fn p17(ys: Vec<i64>) {
        repeat(max = 3) {
            step_4: halves(ys = ys.iter().map(|item| item + 8).collect::<Vec<i64>>()) -> [zs, xs as g],
        } until(g.len() + 1 > zs.len() && g.len() < 2)
            >> zip_up(xs = ys)
            >> try { negate -> [c] >> nth(xs = g) -> [d] } else |a| {
                match ys.first() {
                    None => {},
                    Some(n) => {},
                    _ => map(ys as b, index as i) {
                        bury(error = a)
                            >> rows(xs = vec![1_i64, 2], b)
                            >> step_5: rows(xs = zs) -> [grid as a],
                    } -> [zs as d, g as h, a as xs]
                        >> map(xs as e) { weigh(error = a, a = b) >> p10(b, xs = zs) },
                }
                    >> rows(xs = ys.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>(), b = b)
                    >> { bury(error = a) },
            } -> [d]
            >> {}
            >> weave(ys = g, xs = zs)
    }
}
#[tokio::test(start_paused = true)]
async fn p17_gives() {
    check!(p17(vec![48, 54, 24]), Ok(P17Output { ys: vec![144, 162, 72, 56] }), 10..=10, ["nth"]);
}

pipeline! {
    fn p18(ys: &[i64]) -> [e] {
        each_1: map((vec![9_i64, 10].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (c, b)) {
            grow(xs = ys, a = 0) -> [ys]
                >> if c % 3 == 1 { step_2: grow(xs = vec![b + 9, c * 2], a = b) >> mix(a = c) } else { try { halves(ys = ys) >> behead -> [ys] } else |e| {} -> [ys, ys as zs] } -> [ys, b],
        } -> [b, ys as e]
    }
}
#[tokio::test(start_paused = true)]
async fn p18_gives() {
    check!(p18(&[45]), Ok(P18Output { e: vec![vec![0], vec![0]] }), 6..=6, []);
}

pipeline! {
    fn p19(xs: &[i64], grid: Vec<Vec<i64>>) -> [zs as a] {
        behead(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
            >> heads
            >> try { double(a = c * c % 1_009 + 5) } else |error| {
                try {
                    parallel {
                        half(a = format!("{error:#}").len() as i64) >> step_1: behead >> step_2: half(a = b),
                        bury,
                    }
                        >> late(a = ys.len() as i64, c = zs.len() as i64),
                } else |error| {
                    repeat(max = 3) {
                        turn(b = c, c = c, d = c) -> [a, d as u] >> step_3: double >> step_4: digits,
                    } until(a % 3 == 0)
                        >> weigh(error = error, a = b) -> [b as h],
                },
            } -> [c as zs]
    }
}
#[tokio::test(start_paused = true)]
async fn p19_gives() {
    check!(p19(&[91, 12], vec![vec![30, 49, 52], vec![45], vec![25, 39]]), Ok(P19Output { a: 3 }), 3..=3, []);
}

pipeline! {
    fn p20(a: i64, ys: &[i64], b: i64) {
        weave(xs = ys.to_vec())
            >> repeat(max = 1) {
                double -> [b]
                    >> try {
                        rows(xs = vec![0_i64, 1]) -> [grid as u]
                            >> flatten(grid = u)
                            >> map((vec![b + 8, a * 2]) as b, limit = 1) { nth(b = b) -> [d] },
                    } else |a| { up_to(a = b) }
                    >> again_3: repeat(max = 4) { half(a) -> [b] } until(ys.is_empty()),
            } until(b % 3 == 1)
            >> p1(b)
            >> double(a = b) -> [b]
    }
}
#[tokio::test(start_paused = true)]
async fn p20_gives() {
    check!(p20(33, &[36, 64], 11), Ok(P20Output { b: 32 }), 14..=14, ["repeat[0]/b[0]/nth"]);
}

pipeline! {
    fn p21(b: i64) -> [b as a] {
        double(a = b) -> [b as d]
            >> turn(c = b, d = b * b % 1_009 + 0)
            >> by_1: match b % 3 {
                rest @ 2..=40 => blend(c = b + 3),
                1 | 3 => negate(b = b) >> step_2: double(a = b) -> [b] >> double,
                last if last % 3 == 1 => {},
                last => mix >> by_3: match last % 4 { 0 => {} -> [last], first => p8(c = a) },
            } -> [b]
    }
}
#[tokio::test(start_paused = true)]
async fn p21_gives() {
    check!(p21(32), Ok(P21Output { a: 47 }), 3..=3, []);
}

pipeline! {
    fn p22(xs: &[i64], grid: &[Vec<i64>], ys: &[i64]) {
        halves
    }
}
#[tokio::test(start_paused = true)]
async fn p22_gives() {
    check!(p22(&[94], &[vec![47], vec![41, 62, 94, 67]], &[69]), Ok(P22Output { xs: vec![], zs: vec![69] }), 1..=1, []);
}

pipeline! {
    fn p23(xs: Vec<i64>, b: i64) {
        mix(a = b) >> if b % 4 == 0 { zip_up(xs = xs.to_vec(), ys = xs.to_vec()) } -> [b as ys]
    }
}
#[tokio::test(start_paused = true)]
async fn p23_gives() {
    check!(p23(vec![], 71), Ok(P23Output { ys: 71 }), 1..=1, []);
}

pipeline! {
    fn p24(a: i64) {
        negate(b = a)
    }
}
#[tokio::test(start_paused = true)]
async fn p24_gives() {
    check!(p24(89), Ok(P24Output { c: 9918 }), 1..=1, []);
}

pipeline! {
    fn p25(xs: Vec<i64>, b: i64, ys: Vec<i64>) {
        map((xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>().iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((b, [a, _]), xs), index as i, limit = xs.len() + 1) {
            try {
                attempt_1: try { p16(c = 2) -> [c] >> behead >> stamp(round = i) -> [xs as g] } else |e| {},
            } else |error| { weigh(error = error, a) -> [b] } -> [b as g]
                >> try { late(c = b) -> [c, a] } else |e| {},
        }
            >> late(a = b * b % 1_009 + 3, c = b)
    }
}
#[tokio::test(start_paused = true)]
async fn p25_gives() {
    check!(p25(vec![83, 35], 1, vec![17]), Ok(P25Output { a: 5, c: 3 }), 21..=21, ["map[0]/late", "map[3]/late"]);
}

pipeline! {
    fn p26(b: i64, xs: Vec<i64>) -> [xs, b] {
        repeat(max = 2, index as b) {
            {
                map(xs as b, limit = 2, on_error = collect) {
                    behead(ys = xs) >> step_1: behead(ys = vec![9_i64, 10]),
                } -> [],
            },
        } until(true)
    }
}
#[tokio::test(start_paused = true)]
async fn p26_gives() {
    check!(p26(16, vec![59, 12]), Ok(P26Output { xs: vec![59, 12], b: 16 }), 5..=5, []);
}

pipeline! {
    fn p27(grid: Vec<Vec<i64>>, a: &i64, b: &i64) -> [c] {
        p24
    }
}
#[tokio::test(start_paused = true)]
async fn p27_gives() {
    check!(p27(vec![vec![35], vec![83, 69, 63], vec![44, 41, 48, 26], vec![]], &10, &32), Ok(P27Output { c: 9997 }), 1..=1, []);
}

pipeline! {
    fn p28(ys: Vec<i64>) {
        by_1: match ys.first() {
            Some(xs) => try {
                try {
                    late(a = ys.iter().map(|item| item % 10).sum::<i64>(), c = xs + 9) -> [a]
                        >> step_2: mix(a = ys.len() as i64, b = a),
                } else |a| {}
                    >> turn(b = ys.len() as i64, c = xs, d = xs),
            } else {}
                >> push(xs = ys, a = ys.iter().map(|item| item % 10).sum::<i64>()),
            None => each_3: map((ys.iter().map(|item| item + 0).collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (a, c), index as i) {
                both_4: parallel {
                    p23(xs = ys, b = 5 - i as i64) -> [ys as u] >> up_to(a = a) >> step_5: up_to,
                    branch_6: age(round = i + 1) -> [a],
                }
                    >> try { turn(b = c, c, d = c) } else { p1(b = c) }
                    >> attempt_7: try { behead(ys = xs) } else |a| { nth(xs = xs, b = c) },
            } -> [ys as f],
            _ => {},
        }
            >> behead(ys = vec![1_i64, 2]) -> [ys]
            >> zip_up(xs = ys)
    }
}
#[tokio::test(start_paused = true)]
async fn p28_gives() {
    check!(p28(vec![69]), Ok(P28Output { zs: vec![6], b: 2 }), 6..=6, []);
}

pipeline! {
    fn p29(ys: &[i64]) {
        {
            repeat(max = 3, index as round) {
                try { behead >> step_1: behead(ys = vec![8_i64, 9]) } else |why| { p5(xs = vec![8_i64, 9]) }
                    >> if let Some(m) = ys.first() {
                        stamp(xs = vec![m + 1, m * 2], round = (m % 3).unsigned_abs() as usize),
                    } else if let [m, rest @ ..] = &ys[..] && m % 2 == 0 { {} -> [m] },
            } until(ys.is_empty())
                >> if true {
                    zip_up(xs = ys)
                        >> if let Some(b) = ys.first() { up_to(a = b + 2) } else if b % 3 == 1 { step_2: up_to(a = b) } else { mix(a = b, b) },
                } else if ys.is_empty() {
                    map(ys as b, index as round) { digits(a = 4) } -> [c as a] >> halves,
                } else { {} -> [ys] }
                >> behead,
        }
            >> total(xs = ys)
            >> blend(d = c)
            >> step_3: mix(b = 9)
    }
}
#[tokio::test(start_paused = true)]
async fn p29_gives() {
    check!(p29(&[68]), Ok(P29Output { d: 9 }), 16..=16, []);
}

pipeline! {
    fn p30(a: &i64, grid: &[Vec<i64>], xs: &[i64]) {
        group_1: {
            step_2: weave(ys = vec![a + 8, a * 2], xs = xs.to_vec())
                >> try { late(c = a) -> [a as zs, c] >> step_3: half } else |e| { up_to >> step_4: mix(b = a) }
                >> repeat(max = 4, index as round) {
                    rows(xs = xs.to_vec(), b = a) -> [grid as w] >> step_5: rows(xs = xs, b = a),
                } until(a - a < 3),
        } -> [grid]
    }
}
#[tokio::test(start_paused = true)]
async fn p30_gives() {
    check!(p30(&86, &[vec![2, 13]], &[62]), Ok(P30Output { grid: vec![vec![62], vec![63]] }), 7..=7, ["group_1/late"]);
}

pipeline! {
    fn p31(xs: Vec<i64>, a: &i64) {
        p16(b = a * a % 1_009 + 1, c = a * a % 1_009 + 1) -> [c as g] >> step_1: digits
    }
}
#[tokio::test(start_paused = true)]
async fn p31_gives() {
    check!(p31(vec![], &4), Ok(P31Output { b: 0, c: 4 }), 3..=3, []);
}

pipeline! {
    fn p32(c: i64, ys: Vec<i64>, grid: Vec<Vec<i64>>) {
        rows(xs = ys, b = c)
            >> first_1: race {
                racer_2: pause_3: pause(ms = 304)
                    >> map((ys.iter().map(|item| item + 2).collect::<Vec<i64>>()) as e) {
                        rows(xs = ys, b = e)
                            >> if let [last, xs @ ..] = &ys[..] && last % 2 == 0 { weave } else { {} -> [grid] } -> [grid, ys as e],
                    } -> [grid as w, e as d],
                racer_4: turn(b = c, d = c + 0) -> [a, b, d],
            } -> [c]
            >> each_5: map(ys as a) {
                weave(ys = ys, xs = ys) -> [ys]
                    >> race {
                        racer_6: pause_7: pause(ms = 94)
                            >> late(a = a, c = a)
                            >> { double(a = 1) >> p7(grid = grid) >> mix },
                        p16(b = a + 0, c = ys.len() as i64) -> [c as a],
                    }
                    >> by_8: if !ys.is_empty() && let Some(m) = ys.iter().min() {},
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p32_gives() {
    check!(p32(72, vec![20, 85], vec![vec![2, 27]]), Ok(P32Output {  }), 10..=16, []);
}

pipeline! {
    fn p33(b: i64, ys: Vec<i64>) {
        nth(xs = vec![b + 4, b * 2], b = b) >> p18(ys = vec![4_i64, 5])
    }
}
#[tokio::test(start_paused = true)]
async fn p33_gives() {
    check!(p33(60, vec![10, 59, 27]), Ok(P33Output { e: vec![vec![5, 0], vec![5, 0]] }), 7..=7, []);
}

pipeline! {
    fn p34(b: i64) -> [c, g, zs] {
        up_to(a = b + 4) -> [xs]
            >> map(xs as b, limit = 3, index as i) {
                repeat(max = 2, index as round) {
                    by_1: match &xs[..] {
                        [n, .., last] => p10(ys = xs, xs = xs) >> stamp(round = i),
                        xs if xs.len() > 2 => {} -> [b],
                        [n] => step_2: stamp(xs = xs) >> age(a = { let first = b * 6; first - b }, round = i),
                        xs => {} -> [b as ys],
                    }
                        >> step_3: weave(ys = vec![b + 2, b * 2], xs = xs.iter().map(|item| item + 2).collect::<Vec<i64>>())
                        >> parallel {
                            total(xs = xs.to_vec()) -> [c as e] >> step_4: age(a = b + 9) >> negate,
                            branch_5: weave -> [ys as d] >> step_6: age(a = b) >> stamp(xs = ys) -> [xs],
                            branch_7: rows(b = ys.len() as i64),
                        },
                } until(ys.len() + 1 > xs.len() && ys.len() < 2),
            } -> [c, grid, xs as zs, c as g]
    }
}
#[tokio::test(start_paused = true)]
async fn p34_gives() {
    check!(p34(15), Err(("xs[1]/repeat[0]/by_1/p10/late", "1 and 3 came late")), 3..=57, ["xs[1]/repeat[0]/by_1/p10/late", "xs[1]/repeat"]);
}

pipeline! {
    fn p35(xs: &[i64], b: &i64) {
        try {
            try {
                late(a = b, c = xs.iter().map(|item| item % 10).sum::<i64>()) -> [c, a]
                    >> behead(ys = xs)
                    >> p26(b = c + 9),
            } else |e| { weigh(error = e, a = xs.len() as i64) }
                >> repeat(max = 1, index as round) { step_1: stamp >> mix(a = b) } until(d % 2 == 0),
        } else {}
    }
}
#[tokio::test(start_paused = true)]
async fn p35_gives() {
    check!(p35(&[28, 9], &68), Ok(P35Output {  }), 10..=10, []);
}

pipeline! {
    fn p36(b: &i64, a: i64, ys: &[i64]) {
        push(xs = vec![b + 7, b * 2])
    }
}
#[tokio::test(start_paused = true)]
async fn p36_gives() {
    check!(p36(&46, 9, &[16, 16]), Ok(P36Output { xs: vec![53, 92, 9] }), 1..=1, []);
}

pipeline! {
    fn p37(ys: Vec<i64>) -> [zs as e, xs as b] {
        halves(ys = ys)
    }
}
#[tokio::test(start_paused = true)]
async fn p37_gives() {
    check!(p37(vec![55, 62]), Ok(P37Output { e: vec![62], b: vec![55] }), 1..=1, []);
}

pipeline! {
    fn p38(xs: &[i64]) {
        step_1: halves(ys = xs.iter().map(|item| item + 9).collect::<Vec<i64>>())
            >> if true {}
            >> {
                behead(ys = zs.to_vec()) -> [ys]
                    >> first_2: race {
                        racer_3: pause_4: pause(ms = 448) >> zip_up,
                        racer_5: pause_6: pause(ms = 342) >> p18 >> {} >> zip_up -> [b as u, zs as grid],
                    },
            } -> [zs as w]
            >> weave(ys = xs.iter().map(|item| item + 2).collect::<Vec<i64>>(), xs = zs)
    }
}
#[tokio::test(start_paused = true)]
async fn p38_gives() {
    check!(p38(&[3]), Ok(P38Output { ys: vec![12] }), 14..=14, []);
}

pipeline! {
    fn p39(b: &i64, a: i64, grid: Vec<Vec<i64>>) {
        attempt_1: try { heads } else |error| {}
            >> mix(a = b * a % 1_009 + 9, b = b + 2)
            >> late(a = b, c = b + 8)
            >> map(grid as xs) {
                repeat(max = (c % 3).unsigned_abs() as usize, index as round) {
                    by_2: match &grid[..] {
                        [m] => {},
                        [m, .., xs] => {},
                        rest if rest.len() > 2 => mix,
                        rest => {},
                    },
                } until(round > 0)
                    >> try {
                        total(xs = xs.iter().map(|item| item + 1).collect::<Vec<i64>>())
                            >> {
                                map(xs as b, index as round, on_error = collect) {
                                    age(a = c, round = xs.len())
                                        >> step_3: push(xs = xs, a) -> [xs as a]
                                        >> step_4: age(a = c + 1),
                                } -> [a as result_5]
                                    >> sift_6: sift(results = result_5, others = result_5),
                            },
                    } else |e| { blend(c = d, d = { let first = b * 7; first - c }) }
                    >> each_7: map((grid) as xs, index as round) { step_8: p1(ys = vec![3_i64, 4], b) >> mix } -> [d as f],
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p39_gives() {
    check!(p39(&42, 41, vec![]), Err(("late", "42 and 50 came late")), 3..=3, ["late"]);
}

pipeline! {
    fn p40(ys: Vec<i64>) {
        weave(xs = vec![6_i64, 7]) -> [ys] >> halves >> behead
    }
}
#[tokio::test(start_paused = true)]
async fn p40_gives() {
    check!(p40(vec![]), Ok(P40Output { ys: vec![7] }), 3..=3, []);
}

pipeline! {
    fn p41(xs: Vec<i64>) -> [b] {
        { p40(ys = vec![3_i64, 4]) -> [ys as f] }
            >> step_1: zip_up(xs = xs, ys = vec![8_i64, 9])
            >> halves(ys = zs) -> [xs, zs as e]
            >> double(a = b)
    }
}
#[tokio::test(start_paused = true)]
async fn p41_gives() {
    check!(p41(vec![26]), Ok(P41Output { b: 6 }), 6..=6, []);
}

pipeline! {
    fn p42(grid: &[Vec<i64>], c: &i64, b: &i64) {
        try {
            repeat(max = 1, index as round) {
                age(a = b)
                    >> try { step_1: turn(b, c = 5 - round as i64, d = a) } else |a| { {} -> [b as zs, b as grid] } -> [b],
            } until(b % 4 == 1) -> [a, b as f],
        } else |why| { turn(b = c, c, d = c) }
    }
}
#[tokio::test(start_paused = true)]
async fn p42_gives() {
    check!(p42(&[vec![51, 44], vec![24, 24, 15], vec![87, 25, 86], vec![]], &55, &33), Ok(P42Output { a: 33, b: 33 }), 3..=3, []);
}

pipeline! {
    fn p43(xs: Vec<i64>, grid: &[Vec<i64>], a: i64) {
        grow(xs = xs)
            >> turn(b = a, c = a, d = ys.len() as i64) -> [b as grid]
            >> step_1: grow(a)
            >> try {
                {
                    repeat(max = 3, index as i) {
                        nth(b = a + 0) -> [d]
                            >> step_2: nth(b = ys.iter().map(|item| item % 10).sum::<i64>())
                            >> late(a = 1, c = grid),
                    } until(a - grid < 2),
                } -> [c, c as u]
                    >> again_3: repeat(max = 4, index as b) { behead } until(u % 2 == 0) -> [ys as d],
            } else |e| { {} -> [xs as c] } -> [xs as grid]
    }
}
#[tokio::test(start_paused = true)]
async fn p43_gives() {
    check!(p43(vec![2, 74], &[vec![], vec![30], vec![13, 60, 86], vec![81]], 1), Ok(P43Output { grid: vec![2, 74] }), 6..=6, ["repeat[0]/step_2", "repeat"]);
}

pipeline! {
    fn p44(xs: Vec<i64>, grid: Vec<Vec<i64>>, c: i64) {
        digits(a = c) -> [b]
    }
}
#[tokio::test(start_paused = true)]
async fn p44_gives() {
    check!(p44(vec![73, 12], vec![], 87), Ok(P44Output { b: 8 }), 1..=1, []);
}

pipeline! {
    fn p45(b: &i64, a: i64) {
        match a {
            m if m % 3 == 1 => map((vec![5_i64, 6]) as a) {
                repeat(max = (a % 3).unsigned_abs() as usize, index as round) {
                    p24 >> age(round = (b % 3).unsigned_abs() as usize) >> step_1: age(a = a),
                } until(a % 2 == 0),
            } -> [a as grid, a as ys],
            xs @ 2..=40 => late(a = xs, c = 9)
                >> {
                    map((vec![3_i64, 4]) as b, limit = 3, on_error = collect) {
                        step_2: half(a = { let first = a * 6; first - b }),
                    } -> [b as result_3]
                        >> blame_4: blame(results = result_3)
                        >> sift_5: sift(results = result_3, others = result_3),
                },
            1 | 3 => {} -> [a, b as c],
            m => {} -> [b as e],
        }
            >> {
                each_6: map((vec![6_i64, 7]) as a, on_error = collect) {
                    try {
                        {
                            map((vec![3_i64, 4]) as e, on_error = collect) {
                                double -> [b as c] >> blend(d = e) -> [a],
                            } -> [a as result_7]
                                >> sift_8: sift(results = result_7, others = result_7),
                        },
                    } else { add_one(a = b) } -> [a, a as b]
                        >> p8(b = b, c = b, a = b),
                } -> [e as result_9]
                    >> sift_10: sift(results = result_9, others = result_9),
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p45_gives() {
    check!(p45(&67, 27), Err(("late", "27 and 9 came late")), 1..=1, ["late"]);
}

pipeline! {
    fn p46(grid: Vec<Vec<i64>>) {
        flatten(grid = grid) -> [xs]
            >> weave(ys = xs.iter().map(|item| item + 4).collect::<Vec<i64>>(), xs = xs.iter().map(|item| item + 7).collect::<Vec<i64>>())
            >> total(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
    }
}
#[tokio::test(start_paused = true)]
async fn p46_gives() {
    check!(p46(vec![]), Ok(P46Output { c: 0 }), 3..=3, []);
}

pipeline! {
    fn p47(grid: &[Vec<i64>], a: i64) {
        late(a = a, c = { let first = a * 8; first - a })
    }
}
#[tokio::test(start_paused = true)]
async fn p47_gives() {
    check!(p47(&[vec![59, 27, 15, 50], vec![], vec![97, 98, 27], vec![]], 69), Err(("late", "69 and 483 came late")), 1..=1, ["late"]);
}

pipeline! {
    fn p48(ys: Vec<i64>) {
        p37
    }
}
#[tokio::test(start_paused = true)]
async fn p48_gives() {
    check!(p48(vec![13, 0, 48, 78]), Ok(P48Output { e: vec![48, 78], b: vec![13, 0] }), 1..=1, []);
}

pipeline! {
    fn p49(ys: &[i64], b: &i64) {
        race {
            racer_1: each_2: map(ys as e, limit = 4) {
                by_3: if b % 2 == 0 {
                    nth(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), b),
                }
                    >> group_4: { rows(xs = vec![b + 7, b * 2]) >> negate },
            }
                >> pause_8: pause(ms = 363)
                >> if b % 2 == 1 { grow(xs = c, a = b) } else if c.len() + 1 > c.len() && c.len() < 4 {
                    race {
                        racer_5: pause_6: pause(ms = 399) >> grow(xs = c, a = b) >> nth(xs = vec![8_i64, 9], b),
                        racer_7: p23(xs = vec![0_i64, 1]),
                    } -> [b as grid],
                } else { push(xs = vec![b + 4, b * 2], a = b) -> [xs] } -> [ys],
            racer_9: pause_10: pause(ms = 327) >> try { p48 >> total(xs = b) } else |xs| {},
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p49_gives() {
    check!(p49(&[14, 69], &77), Ok(P49Output { ys: vec![14, 69] }), 10..=10, []);
}

pipeline! {
    fn p50(grid: Vec<Vec<i64>>) {
        {
            each_1: map((vec![3_i64, 4]) as b, on_error = collect) {
                half(a = b * b % 1_009 + 3) >> flatten >> nth,
            } -> [d as result_2]
                >> blame_3: blame(results = result_2)
                >> sift_4: sift(results = result_2, others = result_2),
        }
            >> step_5: halves(ys = xs)
            >> nth(b = c)
    }
}
#[tokio::test(start_paused = true)]
async fn p50_gives() {
    check!(p50(vec![vec![18, 97, 94], vec![44, 30]]), Err(("nth", "no item 1 of 0")), 8..=8, ["each_1[1]/half", "nth"]);
}

pipeline! {
    fn p51(xs: Vec<i64>, grid: &[Vec<i64>]) {
        step_1: zip_up(ys = xs)
            >> map(grid as xs, index as round) {
                age(a = b, round = xs.len())
                    >> weave(ys = zs)
                    >> try {
                        group_2: { late(c = zs.iter().map(|item| item % 10).sum::<i64>()) } -> [a, c as w, zs as grid, a as h]
                            >> parallel {
                                late(a = h, c = { let first = a * 7; first - w }) -> [a, c] >> p3 -> [zs],
                                branch_3: step_4: behead >> p18(ys),
                            },
                    } else |why| {} -> [grid],
            } -> [grid as g]
            >> double(a = b * b % 1_009 + 9)
    }
}
#[tokio::test(start_paused = true)]
async fn p51_gives() {
    check!(p51(vec![25, 80, 27, 27], &[]), Ok(P51Output { b: 146 }), 2..=2, []);
}

pipeline! {
    fn p52(grid: &[Vec<i64>], a: i64) {
        add_one(a)
            >> repeat(max = 1) {
                map((vec![a + 2, a * 2]) as e) { { flatten(grid = grid) } >> nth(b = e) }
                    >> p22(xs = vec![3_i64, 4], grid = vec![d.to_vec(), vec![8]], ys = d)
                    >> up_to -> [xs],
            } until(a % 4 == 1)
    }
}
#[tokio::test(start_paused = true)]
async fn p52_gives() {
    check!(p52(&[vec![56, 17], vec![35, 38], vec![56]], 21), Ok(P52Output { xs: vec![0, 1] }), 8..=8, []);
}

pipeline! {
    fn p53(xs: &[i64]) {
        behead(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
            >> by_1: match ys.last().copied() {
                None => behead(ys)
                    >> match ys {
                        b if b.len() > 1 => weave >> p41,
                        _ => step_2: weave(ys = ys.iter().map(|item| item + 0).collect::<Vec<i64>>())
                            >> {}
                            >> try {
                                step_3: behead >> total >> zip_up(xs = ys, ys = xs) -> [zs as e, b],
                            } else |error| { bury(error = error) },
                    } -> [ys, ys as g],
                Some(e) if e % 2 == 0 => {},
                _ => {},
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p53_gives() {
    check!(p53(&[94, 37]), Ok(P53Output { ys: vec![94, 94, 37] }), 1..=1, []);
}

pipeline! {
    fn p54(ys: Vec<i64>) {
        try {
            group_1: {
                total(xs = ys)
                    >> half(a = c)
                    >> if ys.is_empty() { late(a = c) >> step_2: half(a = c * b % 1_009 + 6) },
            },
        } else |e| {} -> [ys]
            >> total(xs = ys) -> [c as a]
            >> step_3: nth(xs = ys, b = ys.len() as i64)
            >> each_4: map(ys as a, limit = 2) {
                both_5: parallel {
                    branch_6: repeat(max = 3, index as i) { stamp(xs = ys, round = ys.len()) } until(d - d < 4)
                        >> race {
                            racer_7: pause_9: pause(ms = 91) >> step_8: p24(a = a) >> add_one(a = a),
                            racer_10: p3(b = a),
                        }
                        >> digits,
                    branch_11: race {
                        racer_12: p8(b = d, c = a + 2, a = d)
                            >> pause_13: pause(ms = 150)
                            >> weave(xs = ys.iter().map(|item| item + 8).collect::<Vec<i64>>()),
                        racer_14: turn(b = a, c = ys.iter().map(|item| item % 10).sum::<i64>(), d = a),
                    },
                },
            } -> [b, ys as w, d as g, c]
            >> step_15: digits
    }
}
#[tokio::test(start_paused = true)]
async fn p54_gives() {
    check!(p54(vec![6, 6]), Err(("step_3", "no item 2 of 2")), 4..=4, ["step_3"]);
}

pipeline! {
    fn p55(b: &i64, xs: Vec<i64>, ys: Vec<i64>) {
        half(a = b)
    }
}
#[tokio::test(start_paused = true)]
async fn p55_gives() {
    check!(p55(&97, vec![81, 38], vec![]), Ok(P55Output { b: 48 }), 1..=1, []);
}

pipeline! {
    fn p56(grid: &[Vec<i64>]) {
        flatten(grid = vec![vec![5_i64], vec![]])
            >> try {
                late(a = 1, c = xs.len() as i64)
                    >> p55(b = xs.iter().map(|item| item % 10).sum::<i64>(), ys = xs)
                    >> match xs.iter().max() {
                        None => {} -> [c as u],
                        _ => by_1: if a % 2 == 0 { nth(b) -> [d] >> half } else if let Some(b) = xs.first() {
                            step_2: nth(xs = xs, b = c) >> step_3: half >> total,
                        } else if b % 2 == 0 {}
                            >> p8(c = a) -> [e],
                    },
            } else |error| {
                if !xs.is_empty() && let Some(a) = xs.iter().min() {
                    up_to(a) >> weigh(a = a) -> [b as c] >> bury,
                } else { {} -> [grid] },
            } -> [xs as u, grid as e]
    }
}
#[tokio::test(start_paused = true)]
async fn p56_gives() {
    check!(p56(&[vec![94], vec![5, 65, 89, 22], vec![27]]), Ok(P56Output { u: vec![5], e: vec![vec![94], vec![5, 65, 89, 22], vec![27]] }), 7..=7, ["by_1/nth"]);
}

pipeline! {
    fn p57(c: &i64, ys: Vec<i64>, grid: Vec<Vec<i64>>) -> [grid as d] {
        digits(a = c) >> rows(xs = ys)
    }
}
#[tokio::test(start_paused = true)]
async fn p57_gives() {
    check!(p57(&24, vec![], vec![vec![64, 51, 72, 29]]), Ok(P57Output { d: vec![vec![], vec![]] }), 2..=2, []);
}

pipeline! {
    fn p58(a: i64) -> [c as a] {
        again_1: repeat(max = 3) { half(a = a) } until(a % 2 == 1) -> [b, b as h]
            >> double(a = a)
            >> blend(c = a + 2, d = a) -> [a as h]
            >> negate(b)
    }
}
#[tokio::test(start_paused = true)]
async fn p58_gives() {
    check!(p58(1), Ok(P58Output { a: 10005 }), 5..=5, []);
}

pipeline! {
    fn p59(xs: Vec<i64>, b: i64) {
        {
            map(xs as b, on_error = collect) { step_1: half(a = b) >> blend(c = b, d = 9) -> [a] } -> [a as result_2]
                >> blame_3: blame(results = result_2)
                >> sift_4: sift(results = result_2, others = result_2),
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p59_gives() {
    check!(p59(vec![47, 27, 45, 5], 58), Ok(P59Output { xs: vec![9961, 9921], c: 2 }), 8..=8, ["xs[0]/step_1", "xs[1]/step_1"]);
}

pipeline! {
    fn p60(grid: Vec<Vec<i64>>, b: &i64, c: i64) -> [grid, c, xs] {
        {
            each_1: map(grid as ys, limit = 1, on_error = collect) {
                match ys {
                    xs if xs.len() > 1 => repeat(max = 2) {
                        push(xs = vec![b + 1, b * 2], a = { let first = c * 6; first - c }) >> half(a = c),
                    } until(ys.len() + 1 > ys.len() && ys.len() < 3),
                    _ => step_2: nth(xs = ys),
                },
            } -> [b as result_3]
                >> blame_4: blame(results = result_3)
                >> sift_5: sift(results = result_3, others = result_3),
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p60_gives() {
    check!(p60(vec![], &29, 39), Ok(P60Output { grid: vec![], c: 0, xs: vec![] }), 2..=2, []);
}

pipeline! {
    fn p61(grid: Vec<Vec<i64>>, b: i64, c: &i64) {
        up_to(a = b) >> grow(a = c)
    }
}
#[tokio::test(start_paused = true)]
async fn p61_gives() {
    check!(p61(vec![vec![1, 57, 35], vec![39, 27, 88], vec![80], vec![33, 80]], 2, &63), Ok(P61Output { ys: vec![0, 1, 63] }), 2..=2, []);
}

pipeline! {
    fn p62(ys: Vec<i64>, xs: &[i64], b: i64) -> [xs] {
        by_1: if ys.len() + 1 > xs.len() && ys.len() < 4 {
            parallel {
                try { double(a = b) } else |xs| { bury(error = xs) >> digits(a = 6) } -> [b as w],
                {
                    map((ys.to_vec().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (e, c), index as i, on_error = collect) {
                        late(a = ys.len() as i64, c = ys.len() as i64) -> [c]
                            >> p55(b = c, xs = vec![b + 7, c * 2]),
                    } -> [b as result_2]
                        >> sift_3: sift(results = result_2, others = result_2),
                }
                    >> behead -> [ys]
                    >> attempt_4: try {
                        double(a = c * c % 1_009 + 7) -> [b as c]
                            >> weave(ys = ys) -> [ys as grid]
                            >> turn(b = grid.iter().map(|item| item % 10).sum::<i64>(), c = c * b % 1_009 + 0, d = { let first = c * 6; first - c }) -> [a, d],
                    } else |e| { push(xs, a = b + 3) >> bury(error = e) -> [c] },
            }
                >> mix(a = c) -> [d]
                >> repeat(max = 2, index as round) { halves } until(round > 1),
        } else if b % 4 == 1 {} else if b - b < 3 {}
    }
}
#[tokio::test(start_paused = true)]
async fn p62_gives() {
    check!(p62(vec![85, 87, 5], &[57, 63], 56), Ok(P62Output { xs: vec![85] }), 16..=16, []);
}

pipeline! {
    fn p63(c: &i64) {
        step_1: turn(b = { let first = c * 2; first - c }, d = c)
    }
}
#[tokio::test(start_paused = true)]
async fn p63_gives() {
    check!(p63(&51), Ok(P63Output { a: 102, b: 102, d: 102 }), 1..=1, []);
}

pipeline! {
    fn p64(a: i64, c: i64, xs: Vec<i64>) {
        up_to
    }
}
#[tokio::test(start_paused = true)]
async fn p64_gives() {
    check!(p64(84, 94, vec![42, 93]), Ok(P64Output { xs: vec![] }), 1..=1, []);
}

pipeline! {
    fn p65(grid: Vec<Vec<i64>>, ys: Vec<i64>) -> [w, w as h] {
        p48 -> [e as u]
            >> try {
                if false { { step_1: behead(ys = u) } } else {
                    heads(grid = grid)
                        >> repeat(max = 4, index as round) {
                            step_2: double(a = { let first = c * 8; first - c }),
                        } until(zs.is_empty()),
                } -> [u]
                    >> by_3: match ys {
                        rest if rest.len() > 1 => heads,
                        rest => attempt_4: try {
                            behead(ys = rest) >> step_5: behead -> [ys] >> step_6: behead -> [ys],
                        } else |error| { {} -> [grid] } -> [grid as d, ys]
                            >> repeat(max = 4, index as i) { stamp(xs = u, round = i) } until(true)
                            >> step_7: halves,
                    } -> [u as b, zs],
            } else |xs| {} -> [ys as w]
    }
}
#[tokio::test(start_paused = true)]
async fn p65_gives() {
    check!(p65(vec![vec![]], vec![78, 76, 11]), Ok(P65Output { w: vec![78, 76, 11], h: vec![78, 76, 11] }), 8..=8, []);
}

pipeline! {
    fn p66(c: i64, xs: Vec<i64>) -> [w as e, zs, c, w as xs] {
        map((0..3_i64) as e) {
            parallel {
                branch_1: again_2: repeat(max = 4, index as round) { turn(b = c, d = c) >> stamp } until(e % 2 == 1),
                branch_3: rows(xs, b = e * c % 1_009 + 4) >> flatten -> [xs as d],
            }
                >> add_one(a = e),
        } -> [a as zs, c as w]
    }
}
#[tokio::test(start_paused = true)]
async fn p66_gives() {
    check!(p66(46, vec![1, 37, 69]), Ok(P66Output { e: vec![46, 46, 46], zs: vec![1, 2, 3], c: 46, xs: vec![46, 46, 46] }), 30..=30, []);
}

pipeline! {
    fn p67(xs: Vec<i64>, grid: Vec<Vec<i64>>) {
        group_1: {
            {
                each_2: map((xs.to_vec()) as b, index as round, on_error = collect) {
                    grow(a = { let first = b * 9; first - b }),
                } -> [],
            }
                >> behead(ys = xs),
        } -> [ys, ys as g]
    }
}
#[tokio::test(start_paused = true)]
async fn p67_gives() {
    check!(p67(vec![12, 95, 43, 68], vec![]), Ok(P67Output { ys: vec![95, 43, 68], g: vec![95, 43, 68] }), 5..=5, []);
}

pipeline! {
    fn p68(c: &i64) -> [b as ys] {
        double(a = c) -> [b]
    }
}
#[tokio::test(start_paused = true)]
async fn p68_gives() {
    check!(p68(&84), Ok(P68Output { ys: 168 }), 1..=1, []);
}

pipeline! {
    fn p69(b: i64, ys: Vec<i64>) {
        match b { 0 => if ys.is_empty() { rows(xs = ys) }, b => {} } -> [b]
    }
}
#[tokio::test(start_paused = true)]
async fn p69_gives() {
    check!(p69(48, vec![5, 36, 10, 31]), Ok(P69Output { b: 48 }), 0..=0, []);
}

pipeline! {
    fn p70(b: &i64, grid: Vec<Vec<i64>>, ys: Vec<i64>) {
        halves(ys) >> blend(c = b, d = b) -> [a]
    }
}
#[tokio::test(start_paused = true)]
async fn p70_gives() {
    check!(p70(&91, vec![], vec![20, 60, 10]), Ok(P70Output { a: 9643 }), 2..=2, []);
}

pipeline! {
    fn p71(c: i64, ys: Vec<i64>, b: i64) {
        if b - b < 3 { total(xs = ys) -> [c] } -> [c as d]
            >> add_one(a = ys.len() as i64) -> [a as c]
            >> turn(c, d = ys.iter().map(|item| item % 10).sum::<i64>()) -> [b as ys]
    }
}
#[tokio::test(start_paused = true)]
async fn p71_gives() {
    check!(p71(4, vec![4, 84], 88), Ok(P71Output { ys: 11 }), 3..=3, []);
}

pipeline! {
    fn p72(ys: &[i64]) {
        behead(ys = ys) >> weave(xs = ys) -> [ys as a]
    }
}
#[tokio::test(start_paused = true)]
async fn p72_gives() {
    check!(p72(&[5]), Ok(P72Output { a: vec![] }), 2..=2, []);
}

pipeline! {
    fn p73(c: i64) -> [g as xs] {
        step_1: p68 >> blend(c, d = { let first = c * 5; first - c }) -> [a as g]
    }
}
#[tokio::test(start_paused = true)]
async fn p73_gives() {
    check!(p73(50), Ok(P73Output { xs: 9057 }), 2..=2, []);
}

pipeline! {
    fn p74(a: &i64, xs: Vec<i64>, b: i64) {
        map(xs as a) {
            step_1: mix
                >> race {
                    racer_2: negate(b = b + 5),
                    racer_3: pause_4: pause(ms = 275) >> if let Some(e) = xs.first() {},
                    racer_5: race {
                        racer_6: rows >> pause_7: pause(ms = 224) >> push(a = { let first = b * 8; first - b }),
                        racer_8: grow(xs = xs),
                    } -> [xs as grid]
                        >> pause_9: pause(ms = 145)
                        >> p72(ys = xs),
                } -> [xs as e]
                >> rows,
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p74_gives() {
    check!(p74(&71, vec![], 30), Ok(P74Output { grid: vec![] }), 0..=0, []);
}

pipeline! {
    fn p75(a: &i64, c: i64, ys: Vec<i64>) {
        race {
            racer_1: grow(xs = ys),
            racer_2: pause_5: pause(ms = 304)
                >> try {
                    step_3: nth(xs = ys, b = ys.iter().map(|item| item % 10).sum::<i64>())
                        >> p55(b = a, xs = ys)
                        >> step_4: behead,
                } else |e| {} -> [ys as grid]
                >> total(xs = ys),
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p75_gives() {
    check!(p75(&0, 70, vec![]), Ok(P75Output { ys: vec![0], c: 70 }), 1..=3, []);
}

pipeline! {
    fn p76(xs: Vec<i64>) {
        repeat(max = 4, index as i) {
            by_1: if let Some(b) = xs.first() {
                group_2: {
                    blend(c = xs.len() as i64, d = 9 - i as i64) -> [a]
                        >> age(a = { let first = b * 3; first - b }, round = xs.len())
                        >> step_3: double,
                }
                    >> by_4: if i > 1 { weave(ys = vec![6_i64, 7], xs = xs) >> stamp(round = 2) } else if b % 3 == 1 { {} -> [xs, b as e] } -> [xs],
            } else if xs.is_empty() {
                stamp(round = i) -> [xs]
                    >> both_5: parallel {
                        branch_6: behead(ys = xs) >> stamp(round = i) >> weave,
                        stamp(xs = xs.to_vec(), round = i + 1) >> halves(ys = xs) -> [xs],
                        branch_7: stamp(xs = xs.iter().map(|item| item + 2).collect::<Vec<i64>>(), round = i) -> [xs as g],
                    },
            } else if true { step_8: stamp(xs = xs, round = i + 1) -> [xs as w] } -> [xs]
                >> weave(ys = xs),
        } until(xs.is_empty())
    }
}
#[tokio::test(start_paused = true)]
async fn p76_gives() {
    check!(p76(vec![22, 75]), Ok(P76Output { ys: vec![22, 75, 2, 2, 22] }), 21..=21, []);
}

pipeline! {
    fn p77(c: &i64, grid: Vec<Vec<i64>>, b: i64) {
        p61(grid = vec![vec![4_i64], vec![]], b = 3, c = c)
            >> parallel {
                if c % 2 == 0 {
                    match &ys[..] {
                        [first] => push(xs = ys, a = ys.len() as i64),
                        [first, .., xs] => {},
                        last if last.len() > 2 => mix(a = c),
                        _ => {},
                    }
                        >> step_1: mix(a = b, b = b + 1),
                } else { step_2: late(a = c) },
                branch_3: try {
                    map((vec![0_i64, 1].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (.., e)) {
                        nth(xs = ys, b = { let first = e * 2; first - c }) >> {} >> half(a = c),
                    } -> [b as xs, grid as g],
                } else |xs| { weigh(error = xs, a = ys.len() as i64) -> [b] },
            } -> [c, b]
            >> up_to(a = ys.len() as i64)
    }
}
#[tokio::test(start_paused = true)]
async fn p77_gives() {
    check!(p77(&58, vec![vec![66, 63], vec![2, 5, 94, 17]], 32), Ok(P77Output { xs: vec![] }), 6..=8, ["branch_3/map[0]/nth"]);
}

pipeline! {
    fn p78(xs: &[i64]) -> [xs, xs as u] {
        repeat(max = 3, index as b) {
            {
                each_1: map((xs.iter().map(|item| item + 8).collect::<Vec<i64>>()) as a, limit = 1, index as round, on_error = collect) {
                    nth(xs = vec![3_i64, 4], b = { let first = a * 4; first - a })
                        >> parallel {
                            age >> step_2: nth(b = a * d % 1_009 + 4) -> [d],
                            branch_3: nth(b = 1) >> half,
                            behead(ys = xs),
                        }
                        >> p69(ys = ys) -> [b],
                } -> [b as result_4]
                    >> sift_5: sift(results = result_4, others = result_4),
            },
        } until(xs.is_empty())
    }
}
#[tokio::test(start_paused = true)]
async fn p78_gives() {
    check!(p78(&[]), Ok(P78Output { xs: vec![], u: vec![] }), 2..=2, []);
}

pipeline! {
    fn p79(b: i64, grid: &[Vec<i64>]) -> [a, b, a as h] {
        turn(c = b, d = { let first = b * 6; first - b })
            >> {}
            >> blend(c = a, d = b)
            >> add_one -> [a]
            >> up_to(a = a * a % 1_009 + 3) -> [xs]
    }
}
#[tokio::test(start_paused = true)]
async fn p79_gives() {
    check!(p79(99, &[]), Ok(P79Output { a: 7236, b: 594, h: 7236 }), 4..=4, []);
}

pipeline! {
    fn p80(ys: &[i64]) {
        weave(ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), xs = ys)
            >> repeat(max = ys.len()) {
                match &ys[..] {
                    [m, xs @ ..] => {} -> [m],
                    [m, .., e] => step_1: negate(b = ys.iter().map(|item| item % 10).sum::<i64>())
                        >> match &ys[..] {
                            [] => {},
                            a if a.len() > 2 => {},
                            [m, a @ ..] => total(xs = ys.iter().map(|item| item + 2).collect::<Vec<i64>>()),
                            _ => blend(d = c),
                        },
                    _ => attempt_2: try {
                        behead
                            >> {}
                            >> weave(xs = ys.iter().map(|item| item + 6).collect::<Vec<i64>>())
                            >> step_3: weave(ys = ys.iter().map(|item| item + 6).collect::<Vec<i64>>(), xs = ys),
                    } else |e| { bury(error = e) },
                }
                    >> by_4: if ys.is_empty() { p48 } else { {} -> [ys] }
                    >> first_5: race {
                        racer_6: step_7: halves >> pause_9: pause(ms = 298) >> step_8: halves >> weave,
                        racer_10: total(xs = ys),
                        racer_11: total(xs = ys) -> [c as xs]
                            >> pause_12: pause(ms = 435)
                            >> grow(xs = ys, a = xs) -> [ys],
                    } -> [ys as f],
            } until(ys.is_empty()) -> [f]
    }
}
#[tokio::test(start_paused = true)]
async fn p80_gives() {
    check!(p80(&[73, 2]), Ok(P80Output { f: vec![73, 2, 2, 73, 73] }), 7..=37, []);
}

pipeline! {
    fn p81(b: i64, ys: Vec<i64>) {
        halves
    }
}
#[tokio::test(start_paused = true)]
async fn p81_gives() {
    check!(p81(29, vec![64, 20, 64]), Ok(P81Output { xs: vec![64], zs: vec![20, 64] }), 1..=1, []);
}

pipeline! {
    fn p82(grid: Vec<Vec<i64>>) {
        flatten
            >> p72(ys = xs.to_vec())
            >> repeat(max = a.len(), index as b) {
                heads
                    >> map(a as a, index as round) {
                        weave(ys = vec![a + 5, a * 2])
                            >> repeat(max = 1) {
                                stamp >> age(a, round = b) >> step_1: flatten(grid) -> [xs],
                            } until(c % 3 == 0)
                            >> flatten(grid = grid),
                    } -> [xs as e]
                    >> match &xs[..] {
                        [first, m @ ..] => stamp(round = b),
                        [] => {},
                        m if m.len() > 2 => {} -> [grid],
                        m => match &xs[..] {
                            e if e.len() > 2 => {} -> [grid],
                            [] => {},
                            [rest, e @ ..] => total -> [c as ys] >> p69(b = ys, ys = m),
                            _ => add_one(a = c) >> digits,
                        } -> [c, grid as w],
                    },
            } until(b > 1)
    }
}
#[tokio::test(start_paused = true)]
async fn p82_gives() {
    check!(p82(vec![vec![13, 6, 82], vec![61, 22, 72, 84], vec![62, 91]]), Ok(P82Output { xs: vec![61, 22, 0, 1, 2], grid: vec![vec![13, 6, 82], vec![61, 22, 72, 84], vec![62, 91]], c: 3 }), 100..=100, []);
}

pipeline! {
    fn p83(grid: &[Vec<i64>], c: i64) {
        negate(b = { let first = c * 0; first - c }) >> late(a = c * c % 1_009 + 3, c = c + 3) -> [a as u, c]
    }
}
#[tokio::test(start_paused = true)]
async fn p83_gives() {
    check!(p83(&[vec![11], vec![62], vec![]], 74), Ok(P83Output { u: 511, c: 357 }), 2..=2, []);
}

pipeline! {
    fn p84(a: &i64) {
        double
            >> map((vec![b + 0, a * 2].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (e, b)) {
                repeat(max = 1, index as b) {
                    { age(round = b) }
                        >> repeat(max = (e % 3).unsigned_abs() as usize, index as round) {
                            age(a = e) -> [a],
                        } until(a % 3 == 0) -> [a as w],
                } until(e % 2 == 1) -> [w],
            }
            >> again_1: repeat(max = 3, index as round) {
                turn(b = a, c = b, d = a) -> [a, b as grid, d]
                    >> try { group_2: { late(c = a) >> negate(b = c) -> [c as a] } } else |a| {
                        stamp(xs = w, round = round)
                            >> step_3: halves(ys = vec![0_i64, 1])
                            >> { p66(c = zs.len() as i64) >> up_to(a = b * b % 1_009 + 6) } -> [xs as grid],
                    } -> [a],
            } until(round > 1)
    }
}
#[tokio::test(start_paused = true)]
async fn p84_gives() {
    check!(p84(&31), Ok(P84Output { a: 124 }), 85..=85, ["again_1[1]/group_2/late", "again_1[2]/group_2/late"]);
}

pipeline! {
    fn p85(grid: Vec<Vec<i64>>, c: &i64) {
        heads -> [zs, c]
    }
}
#[tokio::test(start_paused = true)]
async fn p85_gives() {
    check!(p85(vec![vec![59, 65, 79], vec![], vec![68], vec![10, 75]], &40), Ok(P85Output { zs: vec![59, -1, 68, 10], c: 4 }), 1..=1, []);
}

pipeline! {
    fn p86(xs: Vec<i64>, a: i64, c: &i64) {
        add_one
    }
}
#[tokio::test(start_paused = true)]
async fn p86_gives() {
    check!(p86(vec![], 65, &43), Ok(P86Output { a: 66 }), 1..=1, []);
}

pipeline! {
    fn p87(b: i64, c: i64) {
        race {
            racer_1: pause_2: pause(ms = 22) >> digits(a = 4),
            racer_3: pause_5: pause(ms = 125) >> attempt_4: try { add_one(a = 7) } else |error| {} -> [b, b as e],
            racer_6: step_7: add_one(a = c * b % 1_009 + 5) -> [a as xs],
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p87_gives() {
    check!(p87(35, 20), Ok(P87Output { b: 35, c: 20 }), 1..=5, []);
}

pipeline! {
    fn p88(ys: &[i64]) {
        zip_up(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), ys = ys.to_vec()) -> [b as f, zs]
            >> if !zs.is_empty() && let Some(xs) = zs.iter().min() { {} -> [ys] } else if zs.len() + 1 > ys.len() && zs.len() < 3 { push(xs = zs, a = f) } else if !ys.is_empty() && let Some(xs) = ys.iter().min() { nth(xs = ys.to_vec(), b = xs) } else { by_1: if zs.len() + 1 > zs.len() && zs.len() < 3 { {} -> [ys as xs] } }
    }
}
#[tokio::test(start_paused = true)]
async fn p88_gives() {
    check!(p88(&[60, 73]), Ok(P88Output { ys: vec![60, 73] }), 1..=1, []);
}

pipeline! {
    fn p89(c: i64, xs: Vec<i64>) {
        p69(b = xs.iter().map(|item| item % 10).sum::<i64>(), ys = xs) -> [b as h]
            >> add_one(a = c * h % 1_009 + 3)
            >> grow(xs = vec![1_i64, 2])
    }
}
#[tokio::test(start_paused = true)]
async fn p89_gives() {
    check!(p89(77, vec![75, 20, 0]), Ok(P89Output { ys: vec![1, 2, 389] }), 2..=2, []);
}

pipeline! {
    fn p90(c: &i64, grid: &[Vec<i64>], a: i64) -> [h as xs, a as g, zs as u, d, c as b] {
        both_1: parallel {
            branch_2: step_3: heads(grid) -> [c, zs] >> p81(b = c, ys = zs) -> [xs as a, zs as h],
            parallel {
                try { half(a = 6) >> add_one(a = a) } else { up_to(a = 3) } -> [a as zs, a as d],
                heads(grid = grid)
                    >> attempt_4: try { weave(ys = zs, xs = vec![a + 8, c * 2]) } else |e| { step_5: bury(error = e) },
            },
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p90_gives() {
    check!(p90(&96, &[vec![], vec![23, 15, 77]], 78), Ok(P90Output { xs: vec![23], g: vec![-1], u: 79, d: 79, b: 2 }), 6..=6, []);
}

pipeline! {
    fn p91(c: i64) -> [xs] {
        p63(c = c * c % 1_009 + 0) >> up_to
    }
}
#[tokio::test(start_paused = true)]
async fn p91_gives() {
    check!(p91(62), Ok(P91Output { xs: vec![0, 1] }), 2..=2, []);
}

pipeline! {
    fn p92(ys: Vec<i64>) -> [u as zs, h as ys] {
        zip_up(xs = vec![8_i64, 9], ys = ys.to_vec()) -> [b as h, zs as u]
    }
}
#[tokio::test(start_paused = true)]
async fn p92_gives() {
    check!(p92(vec![62]), Ok(P92Output { zs: vec![132], ys: 3 }), 1..=1, []);
}

pipeline! {
    fn p93(c: i64, grid: Vec<Vec<i64>>) {
        p73(c = { let first = c * 3; first - c }) -> [xs]
    }
}
#[tokio::test(start_paused = true)]
async fn p93_gives() {
    check!(p93(78, vec![vec![48], vec![42], vec![93, 83]]), Ok(P93Output { xs: 7043 }), 2..=2, []);
}

pipeline! {
    fn p94(grid: Vec<Vec<i64>>, b: i64) {
        half(a = 2) -> [b as e] >> p91(c = e)
    }
}
#[tokio::test(start_paused = true)]
async fn p94_gives() {
    check!(p94(vec![vec![30], vec![], vec![42, 72, 78, 32]], 23), Ok(P94Output { xs: vec![0, 1] }), 3..=3, []);
}

pipeline! {
    fn p95(c: i64, ys: Vec<i64>) -> [h, h as f] {
        race {
            racer_1: digits(a = { let first = c * 9; first - c }) -> [c as e]
                >> pause_6: pause(ms = 468)
                >> try {
                    race {
                        grow(xs = ys, a = e + 4),
                        racer_2: pause_3: pause(ms = 432) >> halves(ys = ys),
                        racer_4: p91
                            >> turn(b = e + 3, d = xs.iter().map(|item| item % 10).sum::<i64>())
                            >> pause_5: pause(ms = 445)
                            >> late(c) -> [c],
                    },
                } else |e| { {} -> [c] },
            racer_7: weave(xs = ys) -> [ys],
        } -> [c, ys as d]
            >> step_8: p69(b = c) -> [b as grid]
            >> repeat(max = d.len(), index as round) {
                stamp(xs = ys, round = round) >> age(a = xs.iter().map(|item| item % 10).sum::<i64>()) -> [a],
            } until(c % 3 == 0)
            >> halves -> [zs as h]
    }
}
#[tokio::test(start_paused = true)]
async fn p95_gives() {
    check!(p95(9, vec![28, 5]), Ok(P95Output { h: vec![5], f: vec![5] }), 5..=8, []);
}

pipeline! {
    fn p96(c: i64) {
        digits(a = c) -> [b]
    }
}
#[tokio::test(start_paused = true)]
async fn p96_gives() {
    check!(p96(1), Ok(P96Output { b: 0 }), 1..=1, []);
}

pipeline! {
    fn p97(grid: Vec<Vec<i64>>, ys: &[i64]) {
        map((ys.to_vec().iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., b]), xs), index as round) {
            match (b % 2 == 0, b % 3) {
                (true, 0) => {},
                (_, m) if m > 0 => {} -> [grid as a],
                (true, m) => try { nth(b) } else |error| {} >> age(a = b),
                _ => attempt_1: try { add_one(a = b * b % 1_009 + 8) } else |error| { step_2: p63(c = xs.len() as i64) -> [b, a] }
                    >> {}
                    >> step_3: age
                    >> by_4: match &xs[..] {
                        [last] => {},
                        [last, rest @ ..] => {},
                        [] => {},
                        _ => rows(xs, b = a),
                    },
            }
                >> stamp,
        }
            >> p88 -> [ys]
    }
}
#[tokio::test(start_paused = true)]
async fn p97_gives() {
    check!(p97(vec![vec![26, 96], vec![57, 63], vec![68, 62, 1, 47]], &[73, 95]), Ok(P97Output { ys: vec![73, 95] }), 7..=7, []);
}

pipeline! {
    fn p98(xs: Vec<i64>) {
        halves(ys = xs) -> [zs]
            >> repeat(max = 3, index as i) {
                by_1: match xs {
                    m if m.len() > 1 => {},
                    m => {
                        step_2: zip_up(xs = m, ys = zs) >> negate >> turn(b = c * b % 1_009 + 2, c, d = 2),
                    },
                }
                    >> step_3: p88(ys = xs.to_vec()),
            } until(false) -> [xs, ys]
    }
}
#[tokio::test(start_paused = true)]
async fn p98_gives() {
    check!(p98(vec![41, 18]), Ok(P98Output { xs: vec![41, 18], ys: vec![41, 18] }), 5..=5, []);
}

pipeline! {
    fn p99(a: i64) {
        {
            each_1: map((vec![6_i64, 7].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((e, [a, _]), ys), on_error = collect) {
                {
                    group_2: {
                        behead(ys = vec![a + 5, a * 2])
                            >> p72
                            >> grow(xs = ys.iter().map(|item| item + 6).collect::<Vec<i64>>(), a = e),
                    }
                        >> half(a = e)
                        >> by_3: match b % 4 {
                            0 => negate,
                            a @ 2..=40 => {} -> [a],
                            xs if xs % 4 == 1 => {},
                            _ => late(c = b),
                        },
                },
            } -> [a as result_4]
                >> blame_5: blame(results = result_4)
                >> sift_6: sift(results = result_4, others = result_4),
        }
            >> step_7: grow -> [ys as h]
    }
}
#[tokio::test(start_paused = true)]
async fn p99_gives() {
    check!(p99(18), Ok(P99Output { h: vec![6, 18] }), 13..=13, ["each_1[1]/half"]);
}

pipeline! {
    fn p100(c: i64, grid: &[Vec<i64>], xs: Vec<i64>) {
        behead(ys = xs) -> [ys as u] >> flatten
    }
}
#[tokio::test(start_paused = true)]
async fn p100_gives() {
    check!(p100(31, &[], vec![15, 27]), Ok(P100Output { xs: vec![] }), 2..=2, []);
}

pipeline! {
    fn p101(xs: Vec<i64>, b: i64) -> [ys as xs] {
        p92(ys = xs)
            >> repeat(max = 1, index as round) {
                {
                    try { nth(b = b) >> stamp(round = 3) } else { step_1: stamp(round = 2) >> total }
                        >> { weave(ys = xs, xs = zs) >> double(a = b) >> add_one(a = b) } -> [a as h]
                        >> map(zs as e) {
                            step_2: rows(xs = xs, b = { let first = ys * 6; first - b }),
                        },
                },
            } until(b % 3 == 1)
    }
}
#[tokio::test(start_paused = true)]
async fn p101_gives() {
    check!(p101(vec![], 5), Ok(P101Output { xs: 2 }), 8..=8, ["repeat[0]/nth"]);
}

pipeline! {
    fn p102(a: i64) {
        turn(b = a, c = a, d = a) -> [d, a, b as grid]
    }
}
#[tokio::test(start_paused = true)]
async fn p102_gives() {
    check!(p102(20), Ok(P102Output { d: 40, a: 40, grid: 40 }), 1..=1, []);
}

pipeline! {
    fn p103(ys: &[i64]) -> [ys] {
        if ys.is_empty() {} else if ys.len() + 1 > ys.len() && ys.len() < 4 { {} -> [ys] }
            >> if ys.len() + 1 > ys.len() && ys.len() < 2 {
                p88(ys = ys.to_vec())
                    >> total(xs = ys)
                    >> try {
                        late(a = ys.iter().map(|item| item % 10).sum::<i64>(), c = 4) -> [c, a]
                            >> race {
                                racer_7: half(a = ys.len() as i64)
                                    >> pause_8: pause(ms = 463)
                                    >> weave(xs = vec![2_i64, 3]),
                                racer_9: step_10: nth(xs = ys, b = a * a % 1_009 + 5) -> [d]
                                    >> pause_11: pause(ms = 189)
                                    >> mix(b = ys.len() as i64) -> [d],
                                racer_12: pause_14: pause(ms = 371) >> up_to >> half(a = c) >> step_13: half(a = a),
                            },
                    } else { p87(b = c * c % 1_009 + 2) } -> [ys, c],
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p103_gives() {
    check!(p103(&[]), Ok(P103Output { ys: vec![] }), 5..=9, ["late"]);
}

pipeline! {
    fn p104(ys: &[i64], a: &i64) -> [c] {
        negate(b = a)
    }
}
#[tokio::test(start_paused = true)]
async fn p104_gives() {
    check!(p104(&[78], &19), Ok(P104Output { c: 9988 }), 1..=1, []);
}

pipeline! {
    fn p105(b: i64, xs: &[i64]) {
        map((vec![b + 0, b * 2]) as b, index as round) {
            age(a = b + 0) >> stamp(xs = xs, round = round),
        } -> [xs as h]
    }
}
#[tokio::test(start_paused = true)]
async fn p105_gives() {
    check!(p105(21, &[49, 38]), Ok(P105Output { h: vec![vec![49, 38, 0], vec![49, 38, 1]] }), 4..=4, []);
}

pipeline! {
    fn p106(xs: Vec<i64>) {
        {
            each_1: map(xs as e, on_error = collect) { add_one(a = e) -> [a] } -> [a as result_2]
                >> blame_3: blame(results = result_2)
                >> sift_4: sift(results = result_2, others = result_2),
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p106_gives() {
    check!(p106(vec![]), Ok(P106Output { xs: vec![], c: 0 }), 2..=2, []);
}

pipeline! {
    fn p107(a: &i64, c: i64, xs: Vec<i64>) {
        match (c % 2 == 0, a % 3) {
            (true, 0) => {},
            _ => negate(b = c) -> [c as a] >> up_to -> [xs],
        } -> [xs]
            >> p96(c = a * a % 1_009 + 8)
            >> repeat(max = (b % 3).unsigned_abs() as usize) {
                match &xs[..] {
                    [last, first @ ..] => repeat(max = 2, index as round) { zip_up(ys = vec![6_i64, 7]) } until(b % 2 == 1),
                    [last, .., e] => {} -> [a],
                    first => total(xs = first.to_vec()),
                },
            } until(xs.len() + 1 > xs.len() && xs.len() < 2)
            >> try {
                nth(xs = xs)
                    >> by_1: if let Some(last) = xs.first() {} else if d % 4 == 0 { group_2: { turn >> up_to } >> half(a = d) -> [b as e] } else if d - d < 3 { {} -> [a] } else {
                        race {
                            rows -> [grid as e],
                            racer_3: pause_5: pause(ms = 64)
                                >> step_4: turn(b = d + 2, c = { let first = a * 6; first - c }, d = { let first = d * 3; first - d }),
                        },
                    },
            } else |e| { weigh(error = e) }
    }
}
#[tokio::test(start_paused = true)]
async fn p107_gives() {
    check!(p107(&76, 77, vec![88, 62, 16]), Ok(P107Output { a: 76, b: 90 }), 9..=9, ["nth"]);
}

pipeline! {
    fn p108(grid: &[Vec<i64>]) -> [g as xs] {
        try {
            flatten(grid = grid) -> [xs]
                >> repeat(max = 2) {
                    halves(ys = xs) >> heads(grid = grid) >> {} >> nth(b = c) -> [d],
                } until(d % 4 == 0),
        } else |xs| { step_1: bury(error = xs) } -> [grid as g, d as f]
    }
}
#[tokio::test(start_paused = true)]
async fn p108_gives() {
    check!(p108(&[]), Ok(P108Output { xs: vec![] }), 6..=6, ["repeat[0]/nth", "repeat"]);
}

pipeline! {
    fn p109(c: &i64, a: i64) {
        {
            attempt_1: try {
                race { racer_2: p102(a = 8), racer_3: pause_4: pause(ms = 430) >> late } -> [c]
                    >> try { late(a) } else |why| { half(a = c) >> p102(a = b) }
                    >> step_5: late(a),
            } else |a| { { step_6: p102(a = c) >> digits(a) >> mix } -> [d, d as e] },
        }
            >> up_to
            >> p96(c = a * a % 1_009 + 8)
            >> each_7: map(xs as b, limit = 4) { weave(ys = xs, xs = xs) -> [ys] }
    }
}
#[tokio::test(start_paused = true)]
async fn p109_gives() {
    check!(p109(&84, 58), Ok(P109Output { ys: vec![] }), 6..=8, []);
}

pipeline! {
    fn p110(grid: &[Vec<i64>], c: &i64, xs: &[i64]) -> [xs, c, xs as grid] {
        race {
            racer_1: pause_3: pause(ms = 236)
                >> p86(a = c * c % 1_009 + 2, c)
                >> match (a % 2 == 0, c % 3) {
                    (true, rest) => by_2: if xs.is_empty() { p73 -> [xs as ys] } else { add_one }
                        >> push(xs = xs, a = c) -> [xs as grid],
                    _ => {},
                } -> [c],
            racer_4: pause_9: pause(ms = 375)
                >> try { late(a = c) >> if let [n, e @ ..] = &xs[..] && n % 2 == 0 {} } else |e| {
                    {
                        map((xs.iter().map(|item| item + 0).collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (c, a), on_error = collect) {
                            step_5: half -> [b] >> nth(b = a + 3) -> [d],
                        } -> [d as result_6]
                            >> blame_7: blame(results = result_6)
                            >> sift_8: sift(results = result_6, others = result_6),
                    },
                },
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p110_gives() {
    check!(p110(&[vec![75, 42, 65]], &66, &[50, 90]), Ok(P110Output { xs: vec![50, 90], c: 66, grid: vec![50, 90] }), 5..=5, []);
}

pipeline! {
    fn p111(b: &i64) {
        match (b % 2 == 0, b % 3) {
            (true, 0) => if b - b < 4 { step_1: late(a = b, c = b) } else { mix(a = b, b = 0) }
                >> late(a = b + 9, c = b) -> [a as e]
                >> repeat(max = 2, index as i) {
                    by_2: match e % 3 {
                        b if b - e < 3 => p102(a = 1 - i as i64) >> step_3: blend(c = b, d = b),
                        0 => turn(c = b, d = e + 0) -> [d as w, b] >> blend(c = 3 - i as i64, d = w) -> [a],
                        m @ 2..=40 => age(a = 5 - i as i64, round = 3) >> step_4: age(round = i + 1),
                        b => {},
                    }
                        >> age(a = e, round = i) -> [a as xs],
                } until(e % 4 == 0),
            _ => {},
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p111_gives() {
    check!(p111(&57), Ok(P111Output {  }), 0..=0, []);
}

pipeline! {
    fn p112(c: &i64) {
        digits(a = c)
    }
}
#[tokio::test(start_paused = true)]
async fn p112_gives() {
    check!(p112(&34), Ok(P112Output { b: 3, c: 4 }), 1..=1, []);
}

pipeline! {
    fn p113(grid: Vec<Vec<i64>>, c: &i64) -> [a] {
        negate(b = c) >> blend(c, d = c)
    }
}
#[tokio::test(start_paused = true)]
async fn p113_gives() {
    check!(p113(vec![], &15), Ok(P113Output { a: 60 }), 2..=2, []);
}

pipeline! {
    fn p114(xs: &[i64]) {
        total
            >> race {
                negate(b = 4),
                racer_1: pause_2: pause(ms = 355) >> turn(b = c + 7, d = xs.len() as i64),
                racer_3: p91 >> {} >> pause_5: pause(ms = 128) >> step_4: weave(ys = xs, xs = xs),
            }
            >> step_6: total
            >> add_one(a = c)
            >> push(xs = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>(), a = a)
    }
}
#[tokio::test(start_paused = true)]
async fn p114_gives() {
    check!(p114(&[93, 75]), Ok(P114Output { xs: vec![75, 93, 93, 75, 169] }), 5..=11, []);
}

pipeline! {
    fn p115(ys: Vec<i64>) {
        {
            map((ys.to_vec()) as a, limit = ys.len() + 1, on_error = collect) {
                double
                    >> repeat(max = 1, index as i) {
                        map(ys as e) { age(a = e, round = i) } -> [a as c],
                    } until(c.len() + 1 > c.len() && c.len() < 4) -> [c],
            } -> [],
        }
            >> zip_up(xs = vec![7_i64, 8])
            >> half(a = b)
            >> p89(c = { let first = b * 5; first - b }, xs = zs)
            >> by_1: if b - b < 4 { digits(a = b) } -> [zs, b, ys]
    }
}
#[tokio::test(start_paused = true)]
async fn p115_gives() {
    check!(p115(vec![19, 91]), Ok(P115Output { zs: vec![45, 190], b: 0, ys: vec![1, 2, 44] }), 13..=13, []);
}

pipeline! {
    fn p116(a: i64, c: &i64, xs: Vec<i64>) {
        { blend(c = xs.iter().map(|item| item % 10).sum::<i64>(), d = c) -> [a as d] }
    }
}
#[tokio::test(start_paused = true)]
async fn p116_gives() {
    check!(p116(59, &50, vec![93, 2]), Ok(P116Output { d: 9762 }), 1..=1, []);
}

pipeline! {
    fn p117(grid: &[Vec<i64>], a: i64) {
        race {
            racer_1: pause_3: pause(ms = 185) >> step_2: add_one >> {} >> flatten(grid = vec![vec![1_i64], vec![]]),
            racer_4: pause_10: pause(ms = 438)
                >> repeat(max = 1, index as round) {
                    parallel {
                        branch_5: p96(c = a * a % 1_009 + 0) >> turn(c = a, d = b) >> half,
                        branch_6: age(a = a, round = round),
                        branch_7: double >> step_8: double -> [b as xs],
                    },
                } until(xs - xs < 4) -> [b as f, xs as u, a as w]
                >> step_9: add_one -> [a],
        }
            >> flatten
            >> rows(b = a)
    }
}
#[tokio::test(start_paused = true)]
async fn p117_gives() {
    check!(p117(&[vec![14, 50], vec![], vec![], vec![74, 9]], 1), Ok(P117Output { grid: vec![vec![14, 50, 74, 9]] }), 8..=8, []);
}

pipeline! {
    fn p118(b: &i64, grid: Vec<Vec<i64>>) {
        flatten >> step_1: up_to(a = b)
    }
}
#[tokio::test(start_paused = true)]
async fn p118_gives() {
    check!(p118(&82, vec![vec![], vec![47, 24], vec![53, 21]]), Ok(P118Output { xs: vec![0, 1] }), 2..=2, []);
}

pipeline! {
    fn p119(c: i64, b: i64) {
        negate(b = b) >> add_one(a = 4)
    }
}
#[tokio::test(start_paused = true)]
async fn p119_gives() {
    check!(p119(20, 85), Ok(P119Output { a: 5 }), 2..=2, []);
}

pipeline! {
    fn p120(a: i64) {
        add_one(a = a + 7) -> [a as d] >> step_1: blend(c = { let first = d * 1; first - d })
    }
}
#[tokio::test(start_paused = true)]
async fn p120_gives() {
    check!(p120(49), Ok(P120Output { a: 9722 }), 2..=2, []);
}

pipeline! {
    fn p121(c: i64, ys: Vec<i64>) {
        step_1: mix(a = c, b = c)
    }
}
#[tokio::test(start_paused = true)]
async fn p121_gives() {
    check!(p121(30, vec![]), Ok(P121Output { d: 120 }), 1..=1, []);
}

pipeline! {
    fn p122(a: &i64) {
        if a % 3 == 1 { negate(b = a) -> [c as h] >> late(a = a * a % 1_009 + 6, c = a) } else { up_to }
    }
}
#[tokio::test(start_paused = true)]
async fn p122_gives() {
    check!(p122(&37), Ok(P122Output { a: 403 }), 2..=2, []);
}

pipeline! {
    fn p123(grid: Vec<Vec<i64>>) -> [d] {
        heads
            >> flatten
            >> nth(xs = zs, b = c * c % 1_009 + 2) -> [d]
            >> {
                map((vec![7_i64, 8].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (b, _), on_error = collect) {
                    again_1: repeat(max = 2, index as i) { behead(ys = zs) } until(zs.len() + 1 > ys.len() && zs.len() < 4)
                        >> p92(ys = ys)
                        >> try {
                            attempt_2: try { flatten(grid) -> [xs] >> total } else |error| {
                                behead(ys = zs) >> step_3: behead -> [ys as h] >> step_4: p92(ys = ys),
                            }
                                >> nth(xs = zs),
                        } else {},
                } -> [d as result_5]
                    >> blame_6: blame(results = result_5)
                    >> sift_7: sift(results = result_5, others = result_5),
            }
            >> p121(c = d, ys = xs)
    }
}
#[tokio::test(start_paused = true)]
async fn p123_gives() {
    check!(p123(vec![vec![73, 40, 48, 39], vec![40]]), Ok(P123Output { d: 160 }), 18..=18, ["map[0]/nth", "map[1]/nth"]);
}

pipeline! {
    fn p124(a: i64, b: i64, ys: Vec<i64>) {
        negate
    }
}
#[tokio::test(start_paused = true)]
async fn p124_gives() {
    check!(p124(30, 7, vec![14, 35, 27, 93]), Ok(P124Output { c: 10000 }), 1..=1, []);
}

pipeline! {
    fn p125(grid: Vec<Vec<i64>>, a: i64, ys: &[i64]) -> [b, u, c as w] {
        mix(b = a * a % 1_009 + 0)
            >> map(ys as e, index as round) {
                race {
                    racer_1: pause_5: pause(ms = 201)
                        >> by_2: match &ys[..] {
                            [rest] => weave(ys = ys.to_vec(), xs = ys)
                                >> stamp(xs = ys.to_vec(), round = ys.len())
                                >> age(round = round),
                            [rest, a @ ..] => push(xs = ys, a = ys.len() as i64)
                                >> step_3: grow(xs = vec![2_i64, 3], a = rest) -> [ys],
                            [rest, .., first] => {} -> [grid as f],
                            _ => double,
                        }
                        >> step_4: total(xs = ys),
                    racer_6: pause_7: pause(ms = 477) >> repeat(max = 3) { total(xs = ys) -> [c] } until(c % 4 == 0),
                }
                    >> if d - a < 3 {
                        both_8: parallel {
                            branch_9: blend -> [a] >> turn(b = d),
                            branch_10: stamp(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) -> [xs]
                                >> p118(b = d)
                                >> rows(b = e + 9),
                            heads(grid = vec![vec![0_i64], vec![]]),
                        } -> [a, zs, grid as u, c as e, b, d as ys],
                    } -> [a, e as xs, a as d],
            } -> [grid as zs, a as u, xs as b, c, grid as f]
    }
}
#[tokio::test(start_paused = true)]
async fn p125_gives() {
    check!(p125(vec![vec![52], vec![6, 4], vec![27, 33], vec![6, 11]], 98, &[77, 7]), Ok(P125Output { b: vec![77, 7], u: vec![98, 98], w: vec![82, 82] }), 15..=15, []);
}

pipeline! {
    fn p126(grid: &[Vec<i64>], ys: Vec<i64>, c: i64) {
        flatten
            >> step_1: total -> [c as a]
            >> weave -> [ys]
            >> try {
                by_2: match a {
                    n if n % 2 == 1 => double(a = a) -> [b as h] >> nth(b = a),
                    xs @ 2..=40 => half,
                    0 => late(a = a) -> [c, a as b]
                        >> parallel {
                            behead(ys = ys.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) -> [ys]
                                >> p118(b = ys.len() as i64, grid = grid),
                            branch_3: nth(xs = ys, b),
                        } -> [d as h, xs],
                    n => step_4: weave >> {} >> up_to -> [xs as e],
                }
                    >> p102(a = { let first = a * 6; first - c }),
            } else {} -> [ys as u, a]
            >> negate(b = a)
    }
}
#[tokio::test(start_paused = true)]
async fn p126_gives() {
    check!(p126(&[vec![26, 90], vec![33, 22]], vec![93, 89, 60, 2], 54), Ok(P126Output { c: 8063 }), 7..=7, []);
}

pipeline! {
    fn p127(a: i64, xs: Vec<i64>) -> [a as w, ys] {
        total
            >> p120 -> [a]
            >> by_1: match &xs[..] {
                a if a.len() > 2 => {},
                [] => repeat(max = xs.len()) {
                    if a % 3 == 0 { up_to(a = a + 7) >> add_one(a = a) } else if let Some(last) = xs.first() { {} -> [a as c] } else if xs.len() + 1 > xs.len() && xs.len() < 3 {
                        double(a = xs.iter().map(|item| item % 10).sum::<i64>())
                            >> halves(ys = xs.iter().map(|item| item + 2).collect::<Vec<i64>>()),
                    },
                } until(c - a < 4),
                [rest, .., m] => {} -> [a as grid],
                a => {},
            }
            >> {
                {
                    map(xs as e, on_error = collect) {
                        late(c = 4) >> if c % 4 == 1 { step_2: zip_up(ys = xs) },
                    } -> [],
                }
                    >> push(a = xs.len() as i64)
                    >> late -> [c as ys, a],
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p127_gives() {
    check!(p127(76, vec![57, 29]), Ok(P127Output { w: 9673, ys: 9501 }), 7..=7, []);
}

pipeline! {
    fn p128(ys: Vec<i64>) {
        total(xs = ys)
    }
}
#[tokio::test(start_paused = true)]
async fn p128_gives() {
    check!(p128(vec![69, 46, 78]), Ok(P128Output { c: 193 }), 1..=1, []);
}

pipeline! {
    fn p129(grid: Vec<Vec<i64>>) {
        flatten(grid = vec![vec![3_i64], vec![]]) -> [xs]
            >> heads
            >> repeat(max = 4, index as round) { grow(xs, a = c) } until(ys.is_empty())
            >> p122(a = c)
            >> parallel {
                digits >> total >> double(a = { let first = c * 1; first - b }),
                branch_1: {
                    map(xs as e, index as round, on_error = collect) {
                        repeat(max = 1, index as round) {
                            age -> [a] >> late(a = c, c) >> add_one(a = e),
                        } until(zs.is_empty())
                            >> stamp(xs) -> [xs],
                    } -> [],
                },
            } -> [b as a]
    }
}
#[tokio::test(start_paused = true)]
async fn p129_gives() {
    check!(p129(vec![vec![38], vec![77, 91, 15, 64], vec![95, 15]]), Ok(P129Output { a: 6 }), 16..=16, []);
}

pipeline! {
    fn p130(c: i64, grid: Vec<Vec<i64>>) {
        first_1: race {
            racer_2: step_3: heads(grid = grid),
            racer_4: pause_5: pause(ms = 300) >> half(a = { let first = c * 7; first - c }) -> [b],
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p130_gives() {
    check!(p130(73, vec![vec![0, 15, 20]]), Ok(P130Output { c: 1 }), 1..=3, []);
}

pipeline! {
    fn p131(xs: Vec<i64>, ys: &[i64]) {
        zip_up -> [b]
            >> step_1: zip_up
            >> repeat(max = 3, index as round) {
                stamp(xs = zs)
                    >> step_2: stamp(round)
                    >> attempt_3: try {
                        age(a = b) -> [a]
                            >> behead(ys = vec![b + 6, a * 2])
                            >> try { halves >> {} >> step_4: age(a = a, round = round) } else |a| {
                                late(a = b, c = b * b % 1_009 + 1) >> step_5: age(a) >> total(xs = ys),
                            },
                    } else |error| {
                        {
                            each_6: map((vec![b + 6, b * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((b, [e, _]), xs), index as i, on_error = collect) {
                                half(a = b)
                                    >> step_7: half(a = format!("{error:#}").len() as i64)
                                    >> bury(error = error) -> [d as grid],
                            } -> [grid as result_8]
                                >> sift_9: sift(results = result_8, others = result_8),
                        },
                    } -> [ys, xs],
            } until(b % 3 == 1)
    }
}
#[tokio::test(start_paused = true)]
async fn p131_gives() {
    check!(p131(vec![12, 49], &[63, 37]), Ok(P131Output { ys: vec![63, 37], xs: vec![138, 123, 0, 0] }), 9..=9, []);
}

pipeline! {
    fn p132(xs: Vec<i64>) {
        step_1: zip_up(xs = xs, ys = xs.to_vec())
    }
}
#[tokio::test(start_paused = true)]
async fn p132_gives() {
    check!(p132(vec![62]), Ok(P132Output { zs: vec![186], b: 2 }), 1..=1, []);
}

pipeline! {
    fn p133(ys: Vec<i64>, b: &i64, xs: &[i64]) -> [c] {
        p124(a = { let first = b * 6; first - b }, ys = xs)
            >> try { weave -> [ys] } else |error| { {} -> [ys as h] }
            >> {
                map(ys as b, limit = 1, on_error = collect) {
                    late(a = c, c = b) -> [c, a as zs]
                        >> repeat(max = (c % 3).unsigned_abs() as usize, index as i) {
                            repeat(max = (b % 3).unsigned_abs() as usize, index as round) {
                                up_to(a = zs) -> [xs],
                            } until(c - b < 3),
                        } until(xs.is_empty()) -> [zs, zs as h]
                        >> step_1: late(a = h * c % 1_009 + 1, c = h) -> [a, c],
                } -> [a as result_2, c as result_3]
                    >> sift_4: sift(results = result_2, others = result_3),
            }
            >> {}
            >> race {
                racer_5: total(xs = vec![3_i64, 4]),
                racer_6: match (b % 2 == 0, c % 3) {
                    (true, 0) => {
                        map((xs) as b, index as i, on_error = collect) {
                            half(a = c + 3) >> rows -> [grid],
                        } -> [],
                    },
                    (_, m) if m > 0 => if ys.len() + 1 > ys.len() && ys.len() < 3 { {} -> [ys] } else { nth(xs) -> [d as u] },
                    _ => digits(a = c + 5)
                        >> parallel { negate, branch_7: p128 -> [c as grid] }
                        >> {}
                        >> step_8: negate,
                }
                    >> pause_9: pause(ms = 193)
                    >> p116(a = c, xs),
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p133_gives() {
    check!(p133(vec![60, 57, 79], &58, &[52, 38, 52, 6]), Ok(P133Output { c: 7 }), 33..=40, []);
}

pipeline! {
    fn p134(a: i64, c: i64, xs: &[i64]) {
        group_1: { grow(xs = xs) }
            >> if xs.is_empty() {
                try { half -> [b] >> add_one } else {
                    repeat(max = 1) { p132 >> late >> nth(xs = xs) } until(b % 3 == 1)
                        >> step_2: weave -> [ys],
                },
            } else {
                blend(c = a, d = xs.iter().map(|item| item % 10).sum::<i64>())
                    >> late(a = a, c = c)
                    >> grow(xs = xs) -> [ys as c],
            } -> [ys as f]
            >> p128(ys = f)
    }
}
#[tokio::test(start_paused = true)]
async fn p134_gives() {
    check!(p134(59, 67, &[95, 77, 86, 75]), Ok(P134Output { c: 392 }), 5..=5, []);
}

pipeline! {
    fn p135(xs: Vec<i64>, b: &i64) -> [b as e, b as u] {
        digits(a = b)
            >> {}
            >> by_1: match xs { a if a.len() > 1 => {} -> [xs, xs as zs], a => {} }
            >> {
                map(xs as e, limit = xs.len() + 1, on_error = collect) {
                    push(xs = xs.to_vec(), a = xs.len() as i64),
                } -> [],
            }
            >> step_2: digits(a = c)
            >> if b - c < 2 {
                blend(c = 8, d = 9)
                    >> each_3: map((xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (c, a), index as round) {
                        total(xs = xs)
                            >> p119(b)
                            >> repeat(max = 4, index as round) {
                                p120 -> [a] >> step_4: p106 >> age(a, round),
                            } until(xs.is_empty()),
                    } -> [b as d, a as ys],
            } else if c - c < 4 {
                weave(ys = xs.iter().map(|item| item + 0).collect::<Vec<i64>>(), xs = vec![c + 7, b * 2]),
            } else { step_5: digits(a = b) -> [b] }
    }
}
#[tokio::test(start_paused = true)]
async fn p135_gives() {
    check!(p135(vec![], &21), Ok(P135Output { e: 0, u: 0 }), 3..=3, []);
}

pipeline! {
    fn p136(a: &i64) {
        turn(b = a, c = 4, d = a) -> [d as ys, a as xs, b]
    }
}
#[tokio::test(start_paused = true)]
async fn p136_gives() {
    check!(p136(&45), Ok(P136Output { ys: 90, xs: 49, b: 49 }), 1..=1, []);
}

pipeline! {
    fn p137(grid: Vec<Vec<i64>>) {
        flatten(grid = grid) >> heads >> halves(ys = zs)
    }
}
#[tokio::test(start_paused = true)]
async fn p137_gives() {
    check!(p137(vec![vec![7], vec![93, 26], vec![76, 37]]), Ok(P137Output { xs: vec![7], zs: vec![93, 76] }), 3..=3, []);
}

pipeline! {
    fn p138(ys: Vec<i64>, a: i64) {
        {
            parallel {
                branch_1: repeat(max = 2, index as round) {
                    late(a = a + 9, c = ys.iter().map(|item| item % 10).sum::<i64>()),
                } until(ys.len() + 1 > ys.len() && ys.len() < 3) -> [c as e, a as d],
                parallel {
                    branch_2: digits,
                    branch_3: up_to(a = 0) >> double(a = a) -> [b as c] >> step_4: up_to(a),
                    push(xs = vec![a + 2, a * 2], a) -> [xs as f],
                },
                branch_5: group_6: { late(a = a, c = { let first = a * 4; first - a }) >> negate(b = a) -> [c as f] } -> [f as w, f as g],
            },
        }
            >> p128(ys)
    }
}
#[tokio::test(start_paused = true)]
async fn p138_gives() {
    check!(p138(vec![], 20), Err(("branch_5/group_6/late", "20 and 60 came late")), 1..=8, ["branch_5/group_6/late"]);
}

pipeline! {
    fn p139(ys: &[i64], xs: Vec<i64>, b: i64) {
        step_1: total
            >> turn(b = c, c = c, d = xs.len() as i64) -> [b as e, a, d as zs]
            >> nth
            >> double
            >> repeat(max = 2) {
                match &xs[..] { rest if rest.len() > 2 => zip_up, [n] => rows, rest => {} -> [ys] } -> [ys, b]
                    >> late(a, c = 2)
                    >> add_one -> [a],
            } until(d % 3 == 1)
    }
}
#[tokio::test(start_paused = true)]
async fn p139_gives() {
    check!(p139(&[1, 12, 4], vec![91, 16], 9), Err(("nth", "no item 4 of 2")), 3..=3, ["nth"]);
}

pipeline! {
    fn p140(ys: Vec<i64>, xs: Vec<i64>) {
        total >> digits(a = c) >> weave(xs)
    }
}
#[tokio::test(start_paused = true)]
async fn p140_gives() {
    check!(p140(vec![], vec![28, 90]), Ok(P140Output { ys: vec![28, 90] }), 3..=3, []);
}

pipeline! {
    fn p141(grid: Vec<Vec<i64>>, c: i64) {
        both_1: parallel {
            branch_2: match c {
                0 => race {
                    racer_3: pause_4: pause(ms = 22) >> late(a = { let first = c * 4; first - c }),
                    racer_5: pause_6: pause(ms = 333) >> negate(b = c) >> p122(a = c + 1) -> [a as xs],
                    racer_7: pause_8: pause(ms = 373) >> negate(b = c),
                } -> [c]
                    >> race {
                        racer_9: pause_10: pause(ms = 488) >> add_one(a = c) >> flatten(grid) -> [xs as ys],
                        racer_11: pause_12: pause(ms = 436) >> heads -> [c as u, zs],
                        racer_13: pause_14: pause(ms = 445) >> digits(a = c) -> [b] >> heads >> {} >> blend(d = b),
                    },
                e => {},
            },
            branch_15: step_16: flatten,
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p141_gives() {
    check!(p141(vec![vec![]], 15), Ok(P141Output { xs: vec![] }), 1..=1, []);
}

pipeline! {
    fn p142(xs: Vec<i64>, grid: &[Vec<i64>]) -> [zs, grid as u, c] {
        heads(grid = grid)
    }
}
#[tokio::test(start_paused = true)]
async fn p142_gives() {
    check!(p142(vec![68, 41, 43], &[vec![33, 15, 42, 32], vec![19], vec![1, 45, 5], vec![98, 78, 51]]), Ok(P142Output { zs: vec![33, 19, 1, 98], u: vec![vec![33, 15, 42, 32], vec![19], vec![1, 45, 5], vec![98, 78, 51]], c: 4 }), 1..=1, []);
}

pipeline! {
    fn p143(grid: &[Vec<i64>], a: &i64, c: &i64) {
        turn(b = a + 7, d = a)
            >> {
                try { half(a = b) } else |why| {}
                    >> try {
                        repeat(max = 3) {
                            digits(a = a) -> [c as xs, b]
                                >> flatten
                                >> late(c = { let first = b * 3; first - b }),
                        } until(c - b < 2)
                            >> late(a = a),
                    } else |e| {
                        again_1: repeat(max = 2) {
                            turn(b = d, c = format!("{e:#}").len() as i64) >> late(c) >> heads,
                        } until(a - a < 3)
                            >> { rows(xs = zs.to_vec(), b) >> p112 },
                    },
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p143_gives() {
    check!(p143(&[vec![21], vec![44, 76]], &98, &40), Ok(P143Output { a: 414, c: 80, b: 69 }), 13..=13, []);
}

pipeline! {
    fn p144(a: i64, ys: &[i64]) {
        try {
            half -> [b]
                >> map((ys.iter().map(|item| item + 3).collect::<Vec<i64>>()) as e, limit = ys.len() + 1) {
                    attempt_1: try { double >> late(c = e) -> [c, a] } else |e| {}
                        >> nth(xs = vec![b + 1, a * 2])
                        >> step_2: nth(xs = ys.iter().map(|item| item + 0).collect::<Vec<i64>>(), b = { let first = a * 5; first - e }) -> [d],
                } -> [ys as c],
        } else {
            step_3: p119(c = a * a % 1_009 + 9, b = a) -> [a as e]
                >> turn(b = a, c = ys.len() as i64, d = ys.iter().map(|item| item % 10).sum::<i64>()) -> [a as e, d, b]
                >> rows(xs = ys.to_vec()),
        } -> [a]
            >> { add_one(a = a) -> [a] }
            >> step_4: p140(ys, xs = ys)
            >> repeat(max = 3) { late(c = { let first = a * 0; first - a }) } until(c % 2 == 1) -> [c, a, c as h]
    }
}
#[tokio::test(start_paused = true)]
async fn p144_gives() {
    check!(p144(3, &[60, 37, 88]), Err(("repeat[0]/late", "4 and -4 came late")), 11..=11, ["half", "repeat[0]/late", "repeat"]);
}

pipeline! {
    fn p145(xs: Vec<i64>, b: i64, a: &i64) -> [a, xs] {
        push(xs = xs) -> [xs]
    }
}
#[tokio::test(start_paused = true)]
async fn p145_gives() {
    check!(p145(vec![], 4, &46), Ok(P145Output { a: 46, xs: vec![46] }), 1..=1, []);
}

pipeline! {
    fn p146(xs: &[i64], c: i64, grid: &[Vec<i64>]) {
        halves(ys = xs)
    }
}
#[tokio::test(start_paused = true)]
async fn p146_gives() {
    check!(p146(&[43, 29, 55], 84, &[]), Ok(P146Output { xs: vec![43], zs: vec![29, 55] }), 1..=1, []);
}

pipeline! {
    fn p147(c: &i64, grid: Vec<Vec<i64>>, b: &i64) {
        digits(a = b)
    }
}
#[tokio::test(start_paused = true)]
async fn p147_gives() {
    check!(p147(&68, vec![vec![14], vec![]], &22), Ok(P147Output { b: 2, c: 2 }), 1..=1, []);
}

pipeline! {
    fn p148(xs: &[i64]) -> [zs, xs] {
        again_1: repeat(max = xs.len(), index as round) {
            race {
                racer_2: pause_6: pause(ms = 393)
                    >> repeat(max = 4, index as b) { p140(ys = xs) >> weave(ys = xs) } until(false)
                    >> {
                        map(xs as e, on_error = collect) { age(a = ys.len() as i64) } -> [a as result_3]
                            >> blame_4: blame(results = result_3)
                            >> sift_5: sift(results = result_3, others = result_3),
                    },
                racer_7: total >> pause_8: pause(ms = 373) >> age(a = c + 1) -> [a] >> {} >> p121(ys = xs),
            }
                >> map((xs.iter().map(|item| item + 2).collect::<Vec<i64>>()) as b) {
                    add_one(a = b) >> mix,
                }
                >> halves(ys = xs.to_vec()),
        } until(d.is_empty()) -> [zs, xs]
    }
}
#[tokio::test(start_paused = true)]
async fn p148_gives() {
    check!(p148(&[]), Ok(P148Output { zs: vec![], xs: vec![] }), 9..=9, []);
}

pipeline! {
    fn p149(a: i64) -> [c, b as a] {
        race {
            racer_1: each_2: map((vec![5_i64, 6]) as e) { add_one(a = a) >> {} >> blend(c = e, d = 9) } -> [a as g, a as e]
                >> pause_4: pause(ms = 171)
                >> add_one -> [a]
                >> step_3: p128(ys = vec![7_i64, 8]) -> [c],
            mix(b = a),
            racer_5: pause_6: pause(ms = 21) >> late(c = a * a % 1_009 + 8),
        }
            >> step_7: half(a) -> [b]
            >> half -> [b]
            >> digits -> [b, c]
    }
}
#[tokio::test(start_paused = true)]
async fn p149_gives() {
    check!(p149(67), Err(("step_7", "67 is refused")), 2..=10, ["step_7"]);
}

pipeline! {
    fn p150(b: &i64) {
        up_to(a = { let first = b * 0; first - b })
    }
}
#[tokio::test(start_paused = true)]
async fn p150_gives() {
    check!(p150(&29), Ok(P150Output { xs: vec![0, 1, 2] }), 1..=1, []);
}

pipeline! {
    fn p151(c: i64) {
        blend(c = c, d = c * c % 1_009 + 3)
    }
}
#[tokio::test(start_paused = true)]
async fn p151_gives() {
    check!(p151(51), Ok(P151Output { a: 7128 }), 1..=1, []);
}

pipeline! {
    fn p152(grid: Vec<Vec<i64>>, xs: Vec<i64>) -> [zs, xs as c, zs as a] {
        halves(ys = xs)
    }
}
#[tokio::test(start_paused = true)]
async fn p152_gives() {
    check!(p152(vec![vec![54, 41], vec![8, 40, 69, 19]], vec![61, 24, 60]), Ok(P152Output { zs: vec![24, 60], c: vec![61], a: vec![24, 60] }), 1..=1, []);
}

pipeline! {
    fn p153(c: &i64, a: i64) {
        p150(b = a) -> [xs as f]
            >> weave(ys = vec![a + 7, a * 2], xs = f.iter().map(|item| item + 2).collect::<Vec<i64>>())
    }
}
#[tokio::test(start_paused = true)]
async fn p153_gives() {
    check!(p153(&27, 1), Ok(P153Output { ys: vec![2, 3, 4, 8, 2] }), 2..=2, []);
}

pipeline! {
    fn p154(grid: &[Vec<i64>], a: i64, c: i64) {
        turn(b = 8, c = a, d = a)
            >> race {
                racer_1: map(grid as ys, index as round) { p112 } -> [c as zs, b as g]
                    >> pause_2: pause(ms = 452)
                    >> blend(c = zs.len() as i64, d = g.iter().map(|item| item % 10).sum::<i64>()),
                racer_3: pause_6: pause(ms = 474)
                    >> race {
                        racer_4: pause_5: pause(ms = 222) >> map(grid as e, limit = 2) { flatten } >> digits,
                        heads(grid = grid),
                    } -> [b],
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p154_gives() {
    check!(p154(&[], 26, 79), Ok(P154Output { a: 0, b: 52 }), 6..=6, []);
}

pipeline! {
    fn p155(a: i64, b: i64, xs: Vec<i64>) {
        turn(b = b + 6, c = { let first = b * 9; first - a }, d = b)
            >> halves(ys = vec![2_i64, 3])
            >> total -> [c]
            >> p151 -> [a as g]
            >> zip_up(ys = zs.iter().map(|item| item + 1).collect::<Vec<i64>>())
    }
}
#[tokio::test(start_paused = true)]
async fn p155_gives() {
    check!(p155(73, 15, vec![35, 68]), Ok(P155Output { zs: vec![10], b: 2 }), 5..=5, []);
}

pipeline! {
    fn p156(ys: Vec<i64>) {
        p128
    }
}
#[tokio::test(start_paused = true)]
async fn p156_gives() {
    check!(p156(vec![]), Ok(P156Output { c: 0 }), 1..=1, []);
}

pipeline! {
    fn p157(grid: &[Vec<i64>]) -> [xs, zs, xs as grid] {
        flatten
            >> step_1: flatten(grid = vec![vec![5_i64], vec![]]) -> [xs]
            >> weave(ys = xs, xs = xs)
            >> try {
                step_2: half(a = 8)
                    >> if let [m, last @ ..] = &ys[..] && m % 2 == 0 {
                        half(a = b)
                            >> {}
                            >> step_3: half(a = m)
                            >> by_4: match &ys[..] {
                                [a] => behead(ys = xs.iter().map(|item| item + 7).collect::<Vec<i64>>()),
                                [] => {},
                                [a, .., e] => mix(b = a),
                                first => step_5: mix(a = b, b),
                            },
                    } else if b % 3 == 1 {
                        parallel {
                            branch_6: half(a = b) -> [b as c] >> digits(a = c) -> [c, b],
                            add_one(a = b) -> [a],
                        }
                            >> {}
                            >> attempt_7: try { late } else {}
                            >> behead -> [ys],
                    },
            } else |e| { {} -> [grid] }
            >> halves
    }
}
#[tokio::test(start_paused = true)]
async fn p157_gives() {
    check!(p157(&[vec![46, 7, 86, 52], vec![]]), Ok(P157Output { xs: vec![], zs: vec![5], grid: vec![] }), 10..=10, []);
}

pipeline! {
    fn p158(ys: Vec<i64>) {
        repeat(max = 1, index as i) {
            race {
                racer_1: zip_up(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), ys)
                    >> pause_2: pause(ms = 190)
                    >> age(a = b, round = ys.len()),
                racer_3: pause_4: pause(ms = 408)
                    >> map((ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) as b, limit = 3) {
                        blend(c = b, d = b)
                            >> stamp(xs = ys, round = (b % 3).unsigned_abs() as usize)
                            >> age(round = i) -> [a as c],
                    }
                    >> behead,
            }
                >> total(xs = ys.iter().map(|item| item + 7).collect::<Vec<i64>>())
                >> both_5: parallel {
                    branch_6: parallel {
                        branch_7: age(a = { let first = c * 5; first - c }, round = 1),
                        branch_8: late(a = c, c = c) -> [a as xs] >> age(a = c, round = i + 1) -> [a as d],
                    } -> [d],
                    branch_9: try { step_10: half(a = c) >> age(a = b, round = i) >> p132(xs = ys) } else |a| { step_11: age(a = c, round = i) } -> [ys],
                } -> [ys, d],
        } until(ys.is_empty())
    }
}
#[tokio::test(start_paused = true)]
async fn p158_gives() {
    check!(p158(vec![44]), Ok(P158Output { ys: vec![44], d: 54 }), 13..=13, ["repeat[0]/both_5/branch_9/step_10"]);
}

pipeline! {
    fn p159(xs: &[i64], b: &i64) {
        weave(ys = vec![1_i64, 2], xs = vec![4_i64, 5]) -> [ys]
            >> if b - b < 3 {
                repeat(max = 1, index as round) {
                    step_1: nth(b) -> [d]
                        >> try { stamp(xs = ys) -> [xs] } else |why| { step_2: stamp(xs = xs) >> bury(error = why) }
                        >> parallel {
                            age(a = b, round = round + 1),
                            blend(c = b, d) >> turn(c = d, d = a + 4) -> [a as e, b, d],
                        },
                } until(d - b < 3)
                    >> p156(ys = ys),
            } else {
                nth(xs = ys) -> [d]
                    >> {
                        map(ys as b, on_error = collect) { half(a = d) } -> [b as result_3]
                            >> sift_4: sift(results = result_3, others = result_3),
                    },
            }
            >> step_5: weave
            >> mix(a = b)
    }
}
#[tokio::test(start_paused = true)]
async fn p159_gives() {
    check!(p159(&[65, 15, 41], &0), Ok(P159Output { d: 0 }), 10..=10, []);
}

pipeline! {
    fn p160(xs: Vec<i64>, grid: Vec<Vec<i64>>, b: i64) -> [xs] {
        push(a = b)
    }
}
#[tokio::test(start_paused = true)]
async fn p160_gives() {
    check!(p160(vec![88, 99, 88], vec![], 39), Ok(P160Output { xs: vec![88, 99, 88, 39] }), 1..=1, []);
}

pipeline! {
    fn p161(grid: Vec<Vec<i64>>) {
        p137(grid)
    }
}
#[tokio::test(start_paused = true)]
async fn p161_gives() {
    check!(p161(vec![vec![62, 94], vec![89, 99]]), Ok(P161Output { xs: vec![62], zs: vec![89] }), 3..=3, []);
}

pipeline! {
    fn p162(xs: Vec<i64>) {
        {
            behead(ys = xs.iter().map(|item| item + 0).collect::<Vec<i64>>())
                >> both_1: parallel {
                    branch_2: race {
                        racer_3: pause_4: pause(ms = 342)
                            >> zip_up(xs = vec![3_i64, 4])
                            >> push(a = zs.iter().map(|item| item % 10).sum::<i64>()),
                        racer_5: behead,
                    },
                    branch_6: total -> [c as u],
                    halves(ys = xs.iter().map(|item| item + 4).collect::<Vec<i64>>()) -> [xs as f, zs],
                },
        }
            >> half(a = 9)
            >> match xs {
                last if last.len() > 1 => {},
                last => push(xs, a = { let first = u * 1; first - u }) >> step_7: behead,
            }
            >> weave(ys)
    }
}
#[tokio::test(start_paused = true)]
async fn p162_gives() {
    check!(p162(vec![81]), Ok(P162Output { ys: vec![81, 0] }), 10..=10, ["both_1/branch_2/racer_5/behead"]);
}

pipeline! {
    fn p163(ys: Vec<i64>) -> [e] {
        group_1: {
            total(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
                >> attempt_2: try {
                    step_3: grow(xs = vec![1_i64, 2], a = c)
                        >> repeat(max = 2) { nth(xs = ys, b = c) >> behead } until(ys.is_empty()) -> [ys as h],
                } else |a| { bury(error = a) -> [d as f, c as u] },
        }
            >> map(ys as b) { add_one(a = b) -> [a as e] }
    }
}
#[tokio::test(start_paused = true)]
async fn p163_gives() {
    check!(p163(vec![41, 37, 1, 50]), Ok(P163Output { e: vec![42, 38, 2, 51] }), 11..=11, []);
}

pipeline! {
    fn p164(b: i64, ys: Vec<i64>, grid: &[Vec<i64>]) {
        if ys.is_empty() { { add_one(a = b) >> step_1: negate } -> [grid, c] } else if ys.len() + 1 > ys.len() && ys.len() < 2 { negate -> [c as h] } else { digits(a = b) >> push(xs = ys, a = b) -> [xs] }
            >> up_to(a = b)
            >> try { late(a = b, c = b) } else |why| { {} -> [b as f] } -> [b as d]
            >> step_2: up_to(a = b)
    }
}
#[tokio::test(start_paused = true)]
async fn p164_gives() {
    check!(p164(26, vec![85], &[vec![95, 82], vec![64]]), Ok(P164Output { xs: vec![0, 1] }), 4..=4, ["late"]);
}

pipeline! {
    fn p165(grid: Vec<Vec<i64>>, c: i64, xs: Vec<i64>) {
        repeat(max = 1) {
            by_1: if xs.len() + 1 > xs.len() && xs.len() < 2 { {} -> [grid] } else if let [last, xs @ ..] = &xs[..] && last % 2 == 0 { {} -> [grid as b, grid as d] } else { add_one(a = xs.len() as i64) }
                >> map((vec![c + 0, c * 2].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (a, e), limit = 2, index as round) {
                    parallel {
                        age(a = a),
                        stamp(round = (c % 3).unsigned_abs() as usize) >> p140(ys = xs, xs),
                    }
                        >> match ys.first() {
                            None => step_2: stamp(round),
                            Some(last) if last % 2 == 0 => push(a = ys.len() as i64) -> [xs],
                            _ => blend(c = xs.len() as i64, d = xs.len() as i64)
                                >> step_3: p121
                                >> step_4: stamp(round = round),
                        } -> [xs]
                        >> if !xs.is_empty() && let Some(m) = xs.iter().min() { {} -> [grid] } else if e % 2 == 1 { {} -> [grid, grid as xs] } else if let Some(xs) = xs.first() {} else { mix(b = c) -> [d] } -> [a as grid, ys],
                } -> [grid as g, xs as f, ys],
        } until(c - c < 3) -> [g, f, ys]
            >> turn(b = c, d = c * c % 1_009 + 9)
            >> try { half >> {} >> grow(a = c) } else |why| { step_5: weigh(error = why) } -> [b]
    }
}
#[tokio::test(start_paused = true)]
async fn p165_gives() {
    check!(p165(vec![], 17, vec![24, 93, 65, 99]), Ok(P165Output { b: 315 }), 16..=16, []);
}

pipeline! {
    fn p166(grid: &[Vec<i64>], xs: Vec<i64>, ys: Vec<i64>) {
        race {
            racer_1: pause_6: pause(ms = 147)
                >> match xs.first() {
                    Some(e) if e % 2 == 0 => total
                        >> repeat(max = 3) { step_2: p128 >> up_to(a = c * e % 1_009 + 9) -> [xs] } until(xs.is_empty()),
                    _ => p140 -> [ys as h]
                        >> {
                            map(xs as a, index as i, on_error = collect) {
                                age(a = a * a % 1_009 + 0, round = 1) -> [a]
                                    >> step_3: up_to
                                    >> half(a = a) -> [b],
                            } -> [b as result_4]
                                >> sift_5: sift(results = result_4, others = result_4),
                        },
                },
            racer_7: zip_up(xs = ys) -> [zs as h, b as a],
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p166_gives() {
    check!(p166(&[vec![68]], vec![], vec![13, 48]), Ok(P166Output { xs: vec![] }), 1..=3, []);
}

pipeline! {
    fn p167(grid: &[Vec<i64>]) -> [xs] {
        flatten
    }
}
#[tokio::test(start_paused = true)]
async fn p167_gives() {
    check!(p167(&[vec![91, 92], vec![], vec![40], vec![]]), Ok(P167Output { xs: vec![91, 92, 40] }), 1..=1, []);
}

pipeline! {
    fn p168(xs: &[i64], ys: Vec<i64>) -> [ys, w, ys as grid] {
        by_1: match ys.last().copied() {
            None => {},
            Some(first) => rows(b = 4) -> [grid as ys],
            Some(first) if first % 2 == 0 => turn(b = first, c = 9, d = first + 7) -> [b as c, a] >> halves -> [zs, xs],
            _ => zip_up,
        } -> [xs as w]
    }
}
#[tokio::test(start_paused = true)]
async fn p168_gives() {
    check!(p168(&[90, 62, 8, 86], vec![38, 3, 99]), Ok(P168Output { ys: vec![38, 3, 99], w: vec![90, 62, 8, 86], grid: vec![38, 3, 99] }), 1..=1, []);
}

pipeline! {
    fn p169(grid: Vec<Vec<i64>>) {
        heads
            >> {
                map((vec![c + 0, c * 2]) as e, on_error = collect) {
                    push(xs = vec![0_i64, 1], a = e) -> [xs],
                } -> [],
            }
            >> {
                map((grid) as xs, limit = zs.len() + 1, on_error = collect) { late(a = c, c = 8) } -> [a as result_1, c as result_2]
                    >> blame_3: blame(results = result_1)
                    >> sift_4: sift(results = result_1, others = result_2),
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p169_gives() {
    check!(p169(vec![vec![80, 28], vec![85, 92]]), Ok(P169Output { xs: vec![4, 4], c: 0 }), 7..=7, []);
}

pipeline! {
    fn p170(grid: &[Vec<i64>], c: &i64) {
        repeat(max = 1) {
            double(a = c * c % 1_009 + 3)
                >> try {
                    if c - b < 2 { p153(a = { let first = c * 7; first - c }) >> half(a = b) } else { add_one(a = 4) >> step_1: add_one >> step_2: add_one(a = a + 0) } -> [b]
                        >> p147(b = { let first = c * 7; first - c }),
                } else |error| {
                    bury
                        >> try { step_3: add_one(a = c) -> [a] >> late >> weigh } else |error| { step_4: weigh(error = error, a = 6) -> [b] },
                },
        } until(c % 4 == 1) -> [b as d, c as ys]
    }
}
#[tokio::test(start_paused = true)]
async fn p170_gives() {
    check!(p170(&[vec![33], vec![81, 2, 82, 87], vec![24], vec![]], &68), Ok(P170Output { d: 40, ys: 8 }), 6..=6, []);
}

pipeline! {
    fn p171(grid: Vec<Vec<i64>>, ys: Vec<i64>, b: i64) {
        step_1: rows(xs = ys) -> [grid] >> rows(xs = ys, b) >> p151(c = b) -> [a as b]
    }
}
#[tokio::test(start_paused = true)]
async fn p171_gives() {
    check!(p171(vec![vec![79, 81], vec![], vec![33, 30, 86, 58], vec![23, 76]], vec![], 1), Ok(P171Output { b: 9988 }), 3..=3, []);
}

pipeline! {
    fn p172(grid: Vec<Vec<i64>>, a: &i64, b: i64) {
        step_1: mix(a = { let first = b * 5; first - a })
    }
}
#[tokio::test(start_paused = true)]
async fn p172_gives() {
    check!(p172(vec![], &51, 20), Ok(P172Output { d: 167 }), 1..=1, []);
}

pipeline! {
    fn p173(xs: Vec<i64>, c: i64, grid: &[Vec<i64>]) -> [ys, grid] {
        map((xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>().iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((a, [c, _]), ys), index as round, limit = 3) {
            try { step_1: stamp } else |a| {} >> p140(ys, xs),
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p173_gives() {
    check!(p173(vec![], 48, &[vec![42, 2], vec![19]]), Ok(P173Output { ys: vec![], grid: vec![vec![42, 2], vec![19]] }), 0..=0, []);
}

pipeline! {
    fn p174(b: &i64, ys: Vec<i64>, xs: Vec<i64>) {
        weave
            >> repeat(max = 3, index as round) {
                both_1: parallel {
                    p168(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), ys = vec![b + 6, b * 2])
                        >> up_to(a = b) -> [xs as d],
                    branch_2: up_to(a = b),
                }
                    >> halves(ys) -> [zs, xs as u],
            } until(round > 2)
    }
}
#[tokio::test(start_paused = true)]
async fn p174_gives() {
    check!(p174(&67, vec![55, 34, 87, 8], vec![67, 16]), Ok(P174Output { zs: vec![55, 34, 87], u: vec![67, 16] }), 14..=14, []);
}

pipeline! {
    fn p175(c: i64, b: &i64, a: &i64) -> [ys, a as f, xs as u, c as w, b as zs] {
        p136(a = a + 1)
            >> by_1: if a % 4 == 0 {
                map((vec![a + 9, ys * 2].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (b, c), limit = 2) {
                    try {
                        late(c = a)
                            >> step_2: late(a = { let first = c * 8; first - ys }, c = a) -> [a as u]
                            >> half(a = b),
                    } else |a| { mix(a = b, b = xs) -> [d] }
                        >> map((0..3_i64) as e) {
                            digits(a = 7) >> mix(a) >> p153(c = 7, a = { let first = b * 9; first - e }),
                        } -> [ys as g],
                },
            } else {
                repeat(max = 3) { map((0..3_i64) as e, limit = 2) { double(a = 5) } -> [b as e] } until(ys % 3 == 0),
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p175_gives() {
    check!(p175(88, &54, &73), Ok(P175Output { ys: 148, f: 73, u: 78, w: 88, zs: 78 }), 11..=11, []);
}

pipeline! {
    fn p176(ys: Vec<i64>, c: &i64) -> [c, a as u, c as d] {
        p145(xs = ys, b = c, a = c)
            >> repeat(max = ys.len()) { turn(b = xs.len() as i64, d = 9) -> [a, b as h, d as u] } until(c % 2 == 1)
            >> negate(b = c) -> [c]
            >> late(a = c) -> [c, a]
    }
}
#[tokio::test(start_paused = true)]
async fn p176_gives() {
    check!(p176(vec![87], &15), Err(("late", "9992 and 9992 came late")), 5..=5, ["late"]);
}

pipeline! {
    fn p177(c: &i64) {
        repeat(max = 3, index as round) { step_1: up_to(a = { let first = c * 4; first - c }) } until(c % 3 == 0)
            >> negate(b = c) -> [c]
    }
}
#[tokio::test(start_paused = true)]
async fn p177_gives() {
    check!(p177(&49), Ok(P177Output { c: 9958 }), 5..=5, []);
}

pipeline! {
    fn p178(a: i64, b: i64, xs: Vec<i64>) {
        up_to
    }
}
#[tokio::test(start_paused = true)]
async fn p178_gives() {
    check!(p178(35, 38, vec![94, 19, 83, 57]), Ok(P178Output { xs: vec![0, 1, 2] }), 1..=1, []);
}

pipeline! {
    fn p179(a: i64, b: i64, xs: Vec<i64>) -> [e as f, a as c, xs, d as g] {
        p163(ys = vec![a + 5, a * 2]) >> p145(a) -> [a] >> turn(b, c = b, d = b)
    }
}
#[tokio::test(start_paused = true)]
async fn p179_gives() {
    check!(p179(93, 23, vec![69, 74]), Ok(P179Output { f: vec![99, 187], c: 46, xs: vec![69, 74], g: 46 }), 9..=9, ["p163/group_1/attempt_2/repeat[0]/nth", "p163/group_1/attempt_2/repeat"]);
}

pipeline! {
    fn p180(b: i64, c: &i64) -> [xs, ys as grid] {
        map((vec![9_i64, 10]) as a) { up_to }
            >> up_to(a = { let first = c * 2; first - c })
            >> late(a = c)
            >> p153
    }
}
#[tokio::test(start_paused = true)]
async fn p180_gives() {
    check!(p180(79, &49), Ok(P180Output { xs: vec![0], grid: vec![2, 3, 105, 196] }), 6..=6, []);
}

pipeline! {
    fn p181(xs: &[i64]) {
        repeat(max = 4, index as b) {
            parallel {
                branch_1: weave(ys = xs.iter().map(|item| item + 7).collect::<Vec<i64>>(), xs = xs.to_vec()),
                branch_2: repeat(max = b + 1) { p163(ys = xs) >> p156(ys = xs) -> [c as g] >> p151(c = g) } until(g % 2 == 1),
            },
        } until(xs.len() + 1 > xs.len() && xs.len() < 3) -> [ys]
            >> p168(xs = vec![0_i64, 1])
            >> {}
            >> step_3: behead(ys = w)
            >> total
            >> step_4: rows(b = c + 4)
    }
}
#[tokio::test(start_paused = true)]
async fn p181_gives() {
    check!(p181(&[18, 26, 7]), Ok(P181Output { grid: vec![vec![18, 26, 7]] }), 61..=61, []);
}

pipeline! {
    fn p182(ys: &[i64], b: i64, grid: Vec<Vec<i64>>) -> [g] {
        repeat(max = (b % 3).unsigned_abs() as usize) {
            again_1: repeat(max = 2, index as i) {
                if b % 2 == 0 { negate >> halves(ys = ys) -> [zs as a] }
                    >> each_2: map(grid as xs, limit = 4) {
                        double(a = 4 - i as i64) -> [b]
                            >> zip_up(xs) -> [zs]
                            >> weave(xs = ys.iter().map(|item| item + 0).collect::<Vec<i64>>()),
                    } -> [ys as h],
            } until(ys.is_empty()) -> [h]
                >> try {
                    match (b % 2 == 0, b % 3) {
                        (true, 0) => step_3: p147(c = ys.iter().map(|item| item % 10).sum::<i64>(), b = 5),
                        _ => step_4: total(xs = ys),
                    }
                        >> behead
                        >> if ys.is_empty() {
                            p172(grid = grid, a = b) >> late(a = 6, c = b) -> [c, a],
                        } else if b % 3 == 1 { {} -> [ys as e] } else if let [rest, xs @ ..] = &ys[..] && rest % 2 == 0 { nth(b = b) -> [d] } -> [c],
                } else |error| {
                    group_5: {
                        step_6: turn(b = ys.len() as i64, c = b, d = b)
                            >> p146(xs = vec![9_i64, 10], c = d * a % 1_009 + 4, grid = grid),
                    },
                } -> [h as g],
        } until(b - b < 2)
    }
}
#[tokio::test(start_paused = true)]
async fn p182_gives() {
    check!(p182(&[57, 80], 31, vec![vec![14, 45, 15, 20], vec![10], vec![11], vec![27, 84, 10]]), Ok(P182Output { g: vec![vec![57, 80, 57, 80], vec![57, 80, 57, 80], vec![57, 80, 57, 80], vec![57, 80, 57, 80]] }), 28..=28, []);
}

pipeline! {
    fn p183(grid: Vec<Vec<i64>>) -> [zs, xs as c, f as a] {
        again_1: repeat(max = 3) { flatten >> weave(ys = xs) -> [ys as f] } until(xs.len() + 1 > f.len() && xs.len() < 3) -> [xs, f, xs as g]
            >> weave(ys = xs) -> [ys as zs]
    }
}
#[tokio::test(start_paused = true)]
async fn p183_gives() {
    check!(p183(vec![vec![]]), Ok(P183Output { zs: vec![], c: vec![], a: vec![] }), 4..=4, []);
}

pipeline! {
    fn p184(ys: Vec<i64>, c: i64, b: i64) {
        step_1: half(a = b * b % 1_009 + 2) -> [b]
            >> if b - b < 4 {
                {
                    mix(a = c + 8)
                        >> halves
                        >> race {
                            racer_2: pause_3: pause(ms = 195) >> digits(a = b) >> turn(b = c),
                            racer_4: pause_6: pause(ms = 176)
                                >> step_5: p156 -> [c]
                                >> turn(b = c, c = d, d = ys.len() as i64)
                                >> add_one -> [a as c],
                        } -> [b, d],
                }
                    >> match (c % 2 == 0, c % 3) {
                        (true, 0) => grow(xs = ys.to_vec(), a = d) -> [ys],
                        _ => zip_up(xs = vec![b + 1, b * 2]),
                    },
            } else {
                group_7: {
                    turn(b, d = { let first = c * 0; first - c })
                        >> { up_to(a = ys.len() as i64) } -> [xs]
                        >> add_one,
                },
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p184_gives() {
    check!(p184(vec![43], 41, 64), Ok(P184Output { ys: vec![43], b: 3 }), 11..=11, []);
}

pipeline! {
    fn p185(c: &i64) -> [a] {
        step_1: add_one(a = c + 4)
    }
}
#[tokio::test(start_paused = true)]
async fn p185_gives() {
    check!(p185(&11), Ok(P185Output { a: 16 }), 1..=1, []);
}

pipeline! {
    fn p186(a: i64, grid: Vec<Vec<i64>>, xs: Vec<i64>) -> [xs, xs as u] {
        step_1: halves(ys = vec![a + 8, a * 2]) >> { double(a = a) >> {} >> mix >> step_2: push(a = b) }
    }
}
#[tokio::test(start_paused = true)]
async fn p186_gives() {
    check!(p186(35, vec![vec![], vec![29, 93, 88], vec![]], vec![]), Ok(P186Output { xs: vec![43, 70], u: vec![43, 70] }), 4..=4, []);
}

pipeline! {
    fn p187(grid: Vec<Vec<i64>>, a: &i64) {
        if a % 3 == 1 {} else if a % 2 == 0 {
            parallel {
                branch_1: {
                    map((vec![a + 7, a * 2].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (e, c), limit = 4, on_error = collect) {
                        late(a = e * e % 1_009 + 9) >> p151(c = { let first = c * 9; first - a }),
                    } -> [a as result_2]
                        >> blame_3: blame(results = result_2)
                        >> sift_4: sift(results = result_2, others = result_2),
                }
                    >> blend(c = 9, d = c) -> [a],
                up_to >> map((0..3_i64) as a, limit = 1) { blend(c = a, d = a) } -> [a as zs],
            },
        } else if a % 2 == 0 { add_one -> [a as c] } else { {} -> [grid] } -> [a]
    }
}
#[tokio::test(start_paused = true)]
async fn p187_gives() {
    check!(p187(vec![vec![82, 99]], &1), Ok(P187Output { a: 1 }), 0..=0, []);
}

pipeline! {
    fn p188(b: i64) {
        map((vec![b + 7, b * 2]) as a, index as i) {
            if i > 2 { {} -> [b] } -> [b, b as e]
                >> race {
                    racer_1: late(a = e, c = a * e % 1_009 + 9),
                    racer_2: age(round = i)
                        >> pause_4: pause(ms = 432)
                        >> again_3: repeat(max = 3) { p177(c = 9 - i as i64) } until(i > 1)
                        >> {}
                        >> mix(a = e),
                }
                >> try {
                    repeat(max = 4) { mix >> step_5: p177(c = 3) >> age(a, round = i) } until(b % 4 == 1)
                        >> half(a = e),
                } else |why| {
                    add_one
                        >> try { step_6: late(a, c = e) >> step_7: late -> [a as e, c] } else |why| { {} -> [b] },
                },
        } -> [e as c]
    }
}
#[tokio::test(start_paused = true)]
async fn p188_gives() {
    check!(p188(28), Ok(P188Output { c: vec![28, 28] }), 66..=69, ["a[1]/racer_1/late"]);
}

pipeline! {
    fn p189(a: i64, xs: Vec<i64>) {
        weave(ys = vec![a + 3, a * 2], xs = xs)
    }
}
#[tokio::test(start_paused = true)]
async fn p189_gives() {
    check!(p189(3, vec![13, 76, 68]), Ok(P189Output { ys: vec![13, 76, 68, 6, 6] }), 1..=1, []);
}

pipeline! {
    fn p190(xs: Vec<i64>) {
        zip_up(ys = vec![0_i64, 1])
            >> if !xs.is_empty() && let Some(e) = xs.iter().min() {
                try {
                    by_1: if zs.is_empty() { late(a = e, c = e) >> double(a = b) } else { step_2: late(a = b, c = b) },
                } else |xs| {},
            } else if let [a, b @ ..] = &xs[..] && a % 2 == 0 {
                try { behead(ys = xs) } else |error| {
                    try {
                        late(c = a)
                            >> step_3: behead(ys = zs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>()),
                    } else |xs| { bury(error = error) } -> [a, xs],
                },
            } else { {} -> [xs] }
    }
}
#[tokio::test(start_paused = true)]
async fn p190_gives() {
    check!(p190(vec![71, 49]), Ok(P190Output { b: 4, xs: vec![71, 49] }), 2..=2, ["by_1/step_2"]);
}

pipeline! {
    fn p191(b: i64, c: i64) -> [d, b as c, w, ys] {
        parallel {
            branch_1: half(a = b) -> [b],
            mix(a = c, b),
            branch_2: up_to(a = c)
                >> p168(xs = xs.iter().map(|item| item + 0).collect::<Vec<i64>>(), ys = xs)
                >> race {
                    racer_3: digits(a = c) -> [c, b],
                    racer_4: up_to(a = xs.len() as i64)
                        >> pause_8: pause(ms = 72)
                        >> again_5: repeat(max = 1, index as i) {
                            age(a = c, round = i) >> {} >> step_6: age(round = i),
                        } until(c % 4 == 0)
                        >> attempt_7: try { double >> half(a = b * b % 1_009 + 5) -> [b] } else |error| {} -> [w, b],
                } -> [c, b as ys, w],
        }
    }
}
#[tokio::test(start_paused = true)]
async fn p191_gives() {
    check!(p191(88, 50), Ok(P191Output { d: 238, c: 44, w: vec![0, 1], ys: 5 }), 5..=8, []);
}

pipeline! {
    fn p192(c: i64, xs: Vec<i64>) {
        total(xs = xs)
            >> match &xs[..] {
                [] => try {
                    race {
                        racer_1: pause_2: pause(ms = 277) >> half(a = c),
                        nth(xs = xs, b = c + 6) -> [d],
                    } -> [c as zs],
                } else |e| {} -> [c as zs, c],
                xs if xs.len() > 2 => match xs { a if a.len() > 1 => {}, _ => up_to(a = c) -> [xs] >> push(a = c + 2) },
                [m] => by_3: if let [last, m @ ..] = &xs[..] && last % 2 == 0 { p150(b = c) } else { match &xs[..] { [rest, a @ ..] => nth(b = c + 2), _ => push(a = m) } },
                xs => p177 -> [c as f],
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p192_gives() {
    check!(p192(40, vec![65, 37]), Ok(P192Output { c: 102, xs: vec![65, 37] }), 4..=4, []);
}

pipeline! {
    fn p193(xs: &[i64]) {
        total(xs) -> [c] >> grow(a = c)
    }
}
#[tokio::test(start_paused = true)]
async fn p193_gives() {
    check!(p193(&[73, 44, 13, 68]), Ok(P193Output { ys: vec![73, 44, 13, 68, 198] }), 2..=2, []);
}

pipeline! {
    fn p194(c: i64) -> [b] {
        if c % 3 == 1 {} else { turn(b = c, d = c) }
            >> up_to(a = c * c % 1_009 + 4) -> [xs]
            >> match xs { m if m.len() > 1 => p180(b = 0, c = c + 5) -> [xs as d, grid], _ => {} }
            >> grow(a = c)
            >> {}
            >> map(xs as b, limit = 4) {
                attempt_1: try {
                    both_2: parallel {
                        branch_3: behead >> blend(c = xs.iter().map(|item| item % 10).sum::<i64>(), d = c),
                        branch_4: step_5: nth(xs = xs),
                    }
                        >> double(a = c),
                } else { zip_up(ys = ys) },
            }
    }
}
#[tokio::test(start_paused = true)]
async fn p194_gives() {
    check!(p194(66), Ok(P194Output { b: vec![] }), 3..=3, []);
}

pipeline! {
    fn p195(ys: Vec<i64>, grid: Vec<Vec<i64>>) {
        heads >> double(a = c + 3) >> step_1: half(a = c)
    }
}
#[tokio::test(start_paused = true)]
async fn p195_gives() {
    check!(p195(vec![], vec![vec![], vec![16, 0, 56, 58]]), Ok(P195Output { b: 1 }), 3..=3, []);
}

pipeline! {
    fn p196(grid: Vec<Vec<i64>>, c: i64) -> [a, grid, c] {
        {
            map(grid as e, on_error = collect) { nth(xs = e, b = c) } -> [d as result_1]
                >> blame_2: blame(results = result_1)
                >> sift_3: sift(results = result_1, others = result_1),
        }
            >> weave(ys = xs.iter().map(|item| item + 7).collect::<Vec<i64>>())
            >> behead
            >> repeat(max = 1, index as round) {
                late(a = xs.len() as i64, c = xs.iter().map(|item| item % 10).sum::<i64>()) -> [a, c],
            } until(a - a < 4) -> [c as grid, a, c]
    }
}
#[tokio::test(start_paused = true)]
async fn p196_gives() {
    check!(p196(vec![vec![31, 10], vec![26, 13, 55, 67], vec![]], 46), Err(("repeat[0]/late", "2 and 6 came late")), 9..=9, ["grid[2]/nth", "repeat[0]/late", "repeat"]);
}

pipeline! {
    fn p197(grid: Vec<Vec<i64>>, a: &i64) {
        late(a, c = a)
    }
}
#[tokio::test(start_paused = true)]
async fn p197_gives() {
    check!(p197(vec![vec![27, 8], vec![38, 88]], &7), Ok(P197Output { a: 14, c: 0 }), 1..=1, []);
}

pipeline! {
    fn p198(c: i64, b: i64, xs: Vec<i64>) -> [xs as grid, a, b as c] {
        grow(a = c + 4)
            >> repeat(max = 1, index as i) {
                repeat(max = 1) {
                    age(a = ys.iter().map(|item| item % 10).sum::<i64>(), round = i) -> [a],
                } until(c - b < 2),
            } until(c % 3 == 1)
    }
}
#[tokio::test(start_paused = true)]
async fn p198_gives() {
    check!(p198(35, 66, vec![30, 99]), Ok(P198Output { grid: vec![30, 99], a: 18, c: 66 }), 4..=4, []);
}

pipeline! {
    fn p199(c: &i64) -> [h] {
        negate(b = c) -> [c as h]
    }
}
#[tokio::test(start_paused = true)]
async fn p199_gives() {
    check!(p199(&79), Ok(P199Output { h: 9928 }), 1..=1, []);
}
