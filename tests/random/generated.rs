//! Written by generate.py from the seed 20261; not to be edited.
//!
//! In 200 pipelines: 583 -> [..], 393 a(x = expr), 583 a(x = y), 76 a(x), 389 as, 66 carried, 3 failures among siblings, 40 group, 68 if, 36 if let, 34 labelled, 38 limit, 92 map, 56 match, 69 nesting 0, 33 nesting 1, 22 nesting 2, 76 nesting 3, 28 parallel, 22 pass-through, 83 repeat, 16 runs that fail, 23 runs that recover, 1002 step, 182 step name, 128 sub-pipeline, 82 try, 31 unlabelled, 41 {} -> [..].
use super::tasks::*;
use runnable::prelude::*;

pipeline! {
    fn p0(grid: Vec<Vec<i64>>, b: i64) -> [b as xs] {
        repeat(max = 2) {
            group_1: {
                parallel {
                    heads(grid),
                    branch_2: half(a = b) -> [b] >> flatten -> [xs] >> blend(c = b, d = xs.len() as i64) -> [a],
                },
            } -> [grid, zs, a, grid as u]
                >> grow(xs = vec![7, 8]),
        } until(zs.is_empty()) -> [b]
    }
}
#[tokio::test]
async fn p0_gives() {
    check!(p0(vec![vec![22, 99], vec![38]], 86), Ok(P0Output { xs: 86 }), 11..=11, []);
}

pipeline! {
    fn p1(ys: &[i64], xs: Vec<i64>, a: i64) -> [b as w] {
        double(a)
            >> repeat(max = 2, index as round) {
                blend(c = ys.len() as i64, d = { let first = b * 9; first - b })
                    >> {}
                    >> step_1: stamp(xs = vec![b + 6, b * 2], round = round) -> [xs as e],
            } until(round > 1)
            >> step_2: double(a = xs.iter().map(|item| item % 10).sum::<i64>())
    }
}
#[tokio::test]
async fn p1_gives() {
    check!(p1(&[], vec![22], 86), Ok(P1Output { w: 4 }), 7..=7, []);
}

pipeline! {
    fn p2(a: &i64, xs: Vec<i64>) {
        p1(ys = xs, xs = vec![a + 6, a * 2], a = { let first = a * 4; first - a })
            >> try {
                digits(a = a) -> [c] >> { nth(xs, b = xs.iter().map(|item| item % 10).sum::<i64>()) },
            } else {}
            >> rows(xs = xs, b = xs.iter().map(|item| item % 10).sum::<i64>())
    }
}
#[tokio::test]
async fn p2_gives() {
    check!(p2(&48, vec![98, 18]), Ok(P2Output { grid: vec![vec![98, 18]] }), 10..=10, []);
}

pipeline! {
    fn p3(a: i64, xs: &[i64], b: i64) {
        up_to(a = xs.iter().map(|item| item % 10).sum::<i64>()) -> [xs]
            >> repeat(max = 3) {
                match (a % 2 == 0, a % 3) { (true, 0) => {}, _ => {} } -> [a]
                    >> if !xs.is_empty() && let Some(first) = xs.iter().min() { grow(xs = xs) } -> [a as grid],
            } until(a % 4 == 0)
            >> double
    }
}
#[tokio::test]
async fn p3_gives() {
    check!(p3(57, &[43, 44], 16), Ok(P3Output { b: 114 }), 6..=6, []);
}

pipeline! {
    fn p4(xs: &[i64]) -> [c] {
        map(xs as b, limit = xs.len() + 1) {
            again_1: repeat(max = 2, index as i) {
                map(xs as b) { age(a = b, round = i) -> [a as b] >> grow(xs = xs, a = b) },
            } until(b % 4 == 0)
                >> nth -> [d],
        } -> [d]
            >> try {
                halves(ys = xs.iter().map(|item| item + 8).collect::<Vec<i64>>())
                    >> by_2: if false { {} -> [xs] } else if !xs.is_empty() && let Some(xs) = xs.iter().min() {
                        halves(ys = zs) >> late(a = zs.iter().map(|item| item % 10).sum::<i64>(), c = 7),
                    } else if false {
                        weave(ys = xs) -> [ys]
                            >> group_3: {
                                late(a = zs.iter().map(|item| item % 10).sum::<i64>(), c = d.iter().map(|item| item % 10).sum::<i64>())
                                    >> step_4: late,
                            },
                    },
            } else |xs| {} -> [xs as c]
    }
}
#[tokio::test]
async fn p4_gives() {
    check!(p4(&[14]), Err(("xs[0]/nth", "no item 4 of 1")), 6..=6, ["xs[0]/nth"]);
}

pipeline! {
    fn p5(grid: &[Vec<i64>], b: &i64, ys: Vec<i64>) -> [b as g, ys] {
        total(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
            >> map(ys as b) {
                attempt_1: try { if b % 2 == 0 { late(a = c, c = b) >> half } } else { p3(a = ys.iter().map(|item| item % 10).sum::<i64>(), xs = ys) } -> [b, b as ys]
                    >> try { blend(d = c) >> if c % 2 == 1 { late(a) >> heads -> [c as xs, zs] } } else |a| { {} -> [grid] }
                    >> p0,
            }
            >> grow(a = ys.iter().map(|item| item % 10).sum::<i64>())
    }
}
#[tokio::test]
async fn p5_gives() {
    check!(p5(&[vec![27, 7], vec![36], vec![], vec![87]], &10, vec![]), Ok(P5Output { g: 10, ys: vec![0] }), 2..=2, []);
}

pipeline! {
    fn p6(xs: Vec<i64>, b: &i64, a: i64) {
        mix(a = a) -> [d]
    }
}
#[tokio::test]
async fn p6_gives() {
    check!(p6(vec![], &60, 15), Ok(P6Output { d: 105 }), 1..=1, []);
}

pipeline! {
    fn p7(grid: Vec<Vec<i64>>, a: i64, ys: Vec<i64>) -> [ys as w, a as e, grid as g, d as c] {
        up_to >> push >> mix(a, b = a)
    }
}
#[tokio::test]
async fn p7_gives() {
    check!(p7(vec![vec![76, 80, 71, 62], vec![91, 96, 41]], 10, vec![82, 7, 86, 87]), Ok(P7Output { w: vec![82, 7, 86, 87], e: 10, g: vec![vec![76, 80, 71, 62], vec![91, 96, 41]], c: 40 }), 3..=3, []);
}

pipeline! {
    fn p8(ys: Vec<i64>) {
        halves
            >> if true { total(xs = ys.to_vec()) -> [c] >> mix(a = c + 1, b = c) } else if true { map(ys as e) { add_one(a = e) } >> zip_up(ys = ys) } else if xs.len() + 1 > xs.len() && xs.len() < 4 {
                parallel { behead -> [ys], weave(ys = xs) -> [ys as f] } -> [ys],
            }
            >> {
                step_1: total(xs = ys)
                    >> step_2: half(a = c)
                    >> match ys { xs if xs.len() > 1 => step_3: behead(ys = xs), _ => {} },
            }
            >> step_4: zip_up
    }
}
#[tokio::test]
async fn p8_gives() {
    check!(p8(vec![]), Ok(P8Output { zs: vec![], b: 0 }), 6..=6, []);
}

pipeline! {
    fn p9(ys: &[i64], c: &i64) {
        parallel {
            branch_1: match (c % 2 == 0, c % 3) {
                (true, 0) => {},
                _ => map(ys as b) {
                    p6(xs = vec![3, 4], b, a = { let first = c * 1; first - c })
                        >> grow(xs = ys.to_vec(), a = 4)
                        >> step_2: p6(xs = ys.iter().map(|item| item + 3).collect::<Vec<i64>>(), a = b),
                } -> [d],
            },
            branch_3: map(ys as e) {
                p1(ys = ys, xs = ys.to_vec(), a = e) >> turn(b = w, c = e, d = 1) >> step_4: add_one,
            },
        }
            >> zip_up(xs = a.iter().map(|item| item + 7).collect::<Vec<i64>>(), ys = a)
    }
}
#[tokio::test]
async fn p9_gives() {
    check!(p9(&[25, 67, 96], &73), Ok(P9Output { zs: vec![193, 319, 406], b: 6 }), 37..=37, []);
}

pipeline! {
    fn p10(b: i64, a: &i64) -> [w as c, b as grid] {
        digits(a = { let first = b * 4; first - b }) -> [b]
            >> mix(a = b + 5, b = { let first = b * 5; first - b })
            >> if b % 4 == 0 {} else { {} -> [d as w] } -> [b]
            >> map((vec![7, 8]) as a, limit = 1) { p1(ys = vec![b + 9, d * 2], xs = vec![9, 10], a) } -> [w]
    }
}
#[tokio::test]
async fn p10_gives() {
    check!(p10(8, &8), Ok(P10Output { c: vec![18, 18], grid: 2 }), 16..=16, []);
}

pipeline! {
    fn p11(a: &i64, c: &i64, b: i64) {
        if a % 3 == 1 {
            try { nth(xs = vec![4, 5]) -> [d] } else |error| { p10(b = a) } -> [a]
                >> map((0..3_i64) as b) { step_1: late } -> [c as zs]
                >> behead(ys = zs),
        } -> [a as u]
            >> up_to
            >> step_2: p10 -> [c as h]
    }
}
#[tokio::test]
async fn p11_gives() {
    check!(p11(&57, &40, 3), Ok(P11Output { h: vec![18, 18] }), 17..=17, []);
}

pipeline! {
    fn p12(xs: Vec<i64>) {
        group_1: {
            step_2: halves(ys = xs.to_vec())
                >> total(xs) -> [c]
                >> try {
                    match (c % 2 == 0, c % 3) {
                        (_, e) if e > 0 => {},
                        _ => half(a = c) >> digits(a = b + 8),
                    },
                } else |e| { weigh(error = e, a = c) -> [b as e] },
        }
            >> {
                behead(ys = xs) -> [ys]
                    >> match c {
                        0 => {},
                        first if first - c < 2 => attempt_3: try { nth(xs = ys, b = xs.len() as i64) >> late(a = d, c = first) } else { p1(ys = ys, xs = ys.to_vec(), a = first * c % 1_009 + 1) }
                            >> total(xs = xs),
                        _ => {},
                    },
            } -> [c as f]
    }
}
#[tokio::test]
async fn p12_gives() {
    check!(p12(vec![32]), Ok(P12Output { f: 32 }), 14..=14, ["attempt_3/nth"]);
}

pipeline! {
    fn p13(ys: Vec<i64>, b: i64) {
        by_1: match ys.iter().max() {
            Some(a) if a % 2 == 0 => turn(c = { let first = b * 6; first - b }, d = ys.iter().map(|item| item % 10).sum::<i64>())
                >> zip_up(xs = ys) -> [b as a],
            _ => {} -> [ys as c],
        }
            >> zip_up(xs = ys.to_vec(), ys)
            >> step_2: zip_up(xs = zs, ys = ys)
            >> halves
            >> late(a = b, c = { let first = b * 5; first - b })
    }
}
#[tokio::test]
async fn p13_gives() {
    check!(p13(vec![67, 26], 56), Err(("late", "4 and 16 came late")), 4..=4, ["late"]);
}

pipeline! {
    fn p14(c: i64) {
        p10(b = c + 4, a = c)
    }
}
#[tokio::test]
async fn p14_gives() {
    check!(p14(13), Ok(P14Output { c: vec![18, 18], grid: 5 }), 16..=16, []);
}

pipeline! {
    fn p15(c: i64) -> [w] {
        negate(b = c)
            >> try {
                repeat(max = 2, index as i) { half(a = 5) >> step_1: half(a = 2 - i as i64) } until(b % 2 == 1) -> [b as f]
                    >> match f % 4 {
                        1 | 4 => attempt_2: try { late(a = c + 9) >> step_3: turn(b = 2, d = a) } else |xs| {},
                        _ => again_4: repeat(max = 4) { late(a = c) } until(a % 3 == 0) >> blend(d = f),
                    } -> [f],
            } else |e| { up_to(a = e.message().len() as i64) } -> [c as w]
    }
}
#[tokio::test]
async fn p15_gives() {
    check!(p15(9), Ok(P15Output { w: 9998 }), 6..=6, []);
}

pipeline! {
    fn p16(a: &i64) -> [c, b] {
        try { late(c = a) -> [a as grid, c as b] >> step_1: half } else |a| { step_2: bury(error = a) }
            >> digits(a = a + 9)
    }
}
#[tokio::test]
async fn p16_gives() {
    check!(p16(&9), Ok(P16Output { c: 8, b: 1 }), 3..=3, []);
}

pipeline! {
    fn p17(b: &i64, a: &i64) -> [b] {
        attempt_1: try { digits(a = a) } else { half } -> [b]
            >> double(a = a) -> [b]
            >> mix(a, b)
            >> p16(a = b)
    }
}
#[tokio::test]
async fn p17_gives() {
    check!(p17(&2, &42), Ok(P17Output { b: 9 }), 6..=6, ["p16/late"]);
}

pipeline! {
    fn p18(b: &i64, a: i64) {
        blend(c = a, d = a) -> [a]
    }
}
#[tokio::test]
async fn p18_gives() {
    check!(p18(&67, 84), Ok(P18Output { a: 9671 }), 1..=1, []);
}

pipeline! {
    fn p19(xs: Vec<i64>, b: i64) -> [b] {
        map(xs as a) { push(xs, a = a) } -> [a]
            >> blend(c = b, d = b) -> [a as g]
            >> try { late(a = b * b % 1_009 + 1, c = b) >> digits -> [b, c] } else |error| {
                weigh(a = b)
                    >> group_4: { { digits(a = b) -> [c, b] } -> [c, g, b, c as f] }
                    >> step_5: weigh(a = g) -> [b],
            }
    }
}
#[tokio::test]
async fn p19_gives() {
    check!(p19(vec![32, 34], 20), Ok(P19Output { b: 42 }), 5..=5, []);
}

pipeline! {
    fn p20(xs: Vec<i64>, ys: &[i64]) -> [c] {
        halves(ys = vec![8, 9])
            >> weave(ys = ys, xs = zs.iter().map(|item| item + 1).collect::<Vec<i64>>())
            >> group_1: {
                again_2: repeat(max = 2) {
                    halves
                        >> weave(ys = ys, xs = xs.iter().map(|item| item + 7).collect::<Vec<i64>>()) -> [ys],
                } until(ys.is_empty()),
            } -> [xs, ys as zs]
            >> step_3: total
    }
}
#[tokio::test]
async fn p20_gives() {
    check!(p20(vec![52, 11], &[56, 77]), Ok(P20Output { c: 8 }), 8..=8, []);
}

pipeline! {
    fn p21(c: i64, a: i64, ys: Vec<i64>) {
        add_one -> [a as d]
            >> grow(xs = ys)
            >> repeat(max = 1) { total(xs = ys) -> [c] } until(ys.is_empty()) -> [c as a, c as e]
    }
}
#[tokio::test]
async fn p21_gives() {
    check!(p21(67, 91, vec![97, 50]), Ok(P21Output { a: 238, e: 238 }), 4..=4, []);
}

pipeline! {
    fn p22(grid: Vec<Vec<i64>>, a: &i64) -> [grid as u] {
        step_1: p16(a = a) >> if b % 3 == 0 {} -> [grid]
    }
}
#[tokio::test]
async fn p22_gives() {
    check!(p22(vec![vec![34, 83], vec![59, 76, 32, 20]], &14), Ok(P22Output { u: vec![vec![34, 83], vec![59, 76, 32, 20]] }), 3..=3, ["step_1/late"]);
}

pipeline! {
    fn p23(c: i64) {
        half(a = c)
            >> match c {
                xs if xs % 2 == 1 => {},
                first @ 2..=40 => step_1: half(a = c) -> [b] >> match c { 0 => {}, 1 | 4 => {}, b @ 2..=40 => {}, _ => {} },
                0 => up_to(a = c),
                _ => {},
            } -> [c]
            >> p16(a = 6)
    }
}
#[tokio::test]
async fn p23_gives() {
    check!(p23(16), Ok(P23Output { c: 5, b: 1 }), 5..=5, ["p16/late"]);
}

pipeline! {
    fn p24(grid: Vec<Vec<i64>>) -> [ys] {
        flatten(grid = grid) -> [xs] >> weave(ys = xs) -> [ys]
    }
}
#[tokio::test]
async fn p24_gives() {
    check!(p24(vec![vec![63, 61, 59], vec![39, 85, 27], vec![17, 79], vec![91, 3, 70]]), Ok(P24Output { ys: vec![63, 61, 59, 39, 85] }), 2..=2, []);
}

pipeline! {
    fn p25(a: i64, b: i64) -> [a as g, d, b as e] {
        digits(a) >> turn(b = b, c = c, d = a)
    }
}
#[tokio::test]
async fn p25_gives() {
    check!(p25(83, 41), Ok(P25Output { g: 11, d: 91, e: 86 }), 2..=2, []);
}

pipeline! {
    fn p26(xs: Vec<i64>) -> [u as e, xs as g, ys] {
        repeat(max = 4, index as round) {
            p20(xs = vec![2, 3], ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
                >> {
                    stamp(round) -> [xs] >> step_1: double(a = c) -> [b] >> {} >> step_2: stamp(round),
                },
        } until(xs.len() + 1 > xs.len() && xs.len() < 4) -> [xs as ys]
            >> if ys.len() + 1 > ys.len() && ys.len() < 3 {
                by_3: match &ys[..] {
                    [xs, rest @ ..] => { halves(ys = ys) } -> [xs, zs],
                    rest if rest.len() > 2 => {} -> [rest as b],
                    [xs] => repeat(max = ys.len(), index as round) {
                        age(a = xs, round = (xs % 3).unsigned_abs() as usize) -> [a as w]
                            >> step_4: total(xs = ys.to_vec())
                            >> step_5: age(a = 1) -> [a],
                    } until(round > 2) -> [a, ys, a as b],
                    rest => {},
                } -> [xs as f, ys],
            } else if ys.len() + 1 > ys.len() && ys.len() < 4 {
                behead(ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) -> [ys as w]
                    >> match &w[..] {
                        [] => {},
                        [last] => {} -> [xs],
                        e => zip_up(ys = ys.iter().map(|item| item + 8).collect::<Vec<i64>>()),
                    },
            } -> [ys]
            >> halves(ys = vec![6, 7])
            >> weave(ys = vec![0, 1]) -> [ys as u]
    }
}
#[tokio::test]
async fn p26_gives() {
    check!(p26(vec![]), Ok(P26Output { e: vec![6, 0, 1], g: vec![6], ys: vec![0, 0] }), 15..=15, []);
}

pipeline! {
    fn p27(a: i64) -> [a] {
        try {
            mix(b = a)
                >> late(c = a)
                >> map((0..3_i64) as b) {
                    repeat(max = 1) { negate -> [c] >> half } until(d % 4 == 1) -> [c as f, b],
                } -> [b, f as e, b as xs],
        } else { {} -> [a] } -> [a as b]
            >> blend(c = b + 7, d = 9) -> [a]
    }
}
#[tokio::test]
async fn p27_gives() {
    check!(p27(64), Ok(P27Output { a: 26 }), 3..=3, ["late"]);
}

pipeline! {
    fn p28(ys: Vec<i64>, a: &i64, grid: Vec<Vec<i64>>) {
        p0(b = a * a % 1_009 + 6)
            >> if xs % 3 == 1 { blend(c = a, d = { let first = xs * 5; first - a }) } else {
                try {
                    attempt_1: try { nth(xs = vec![a + 8, a * 2], b = xs) >> half } else |error| {},
                } else |a| {
                    if let [rest, last @ ..] = &ys[..] && rest % 2 == 0 { weigh(error = a, a = 7) } else if ys.len() + 1 > ys.len() && ys.len() < 4 { step_2: weigh(error = a, a = xs) },
                } -> [ys as zs, ys],
            } -> [ys]
    }
}
#[tokio::test]
async fn p28_gives() {
    check!(p28(vec![20], &97, vec![vec![], vec![]]), Ok(P28Output { ys: vec![20] }), 12..=12, []);
}

pipeline! {
    fn p29(ys: Vec<i64>, c: &i64, b: i64) -> [g, g as h] {
        repeat(max = ys.len(), index as round) {
            map((vec![2, 3]) as a) {
                by_1: if ys.len() + 1 > ys.len() && ys.len() < 3 { mix(b = b) }
                    >> by_2: if ys.len() + 1 > ys.len() && ys.len() < 4 { age(round = round) -> [a as c] },
            } -> [a as u, b as e, c as g],
        } until(g.len() + 1 > u.len() && g.len() < 4)
    }
}
#[tokio::test]
async fn p29_gives() {
    check!(p29(vec![13, 95, 19, 25], &11, 89), Ok(P29Output { g: vec![11, 11], h: vec![11, 11] }), 1..=1, []);
}

pipeline! {
    fn p30(b: i64) {
        digits(a = b * b % 1_009 + 6)
    }
}
#[tokio::test]
async fn p30_gives() {
    check!(p30(23), Ok(P30Output { b: 53, c: 5 }), 1..=1, []);
}

pipeline! {
    fn p31(grid: &[Vec<i64>], b: i64) -> [grid, b, c as w, grid as d] {
        try {
            half(a = b)
                >> if b % 3 == 1 {
                    map((vec![b + 0, b * 2]) as b) {
                        late(a = { let first = b * 9; first - b }, c = b) -> [a],
                    }
                        >> grow(xs = a.iter().map(|item| item + 4).collect::<Vec<i64>>(), a = b) -> [ys as grid],
                } else if b - b < 2 { step_1: heads } else if b % 4 == 1 {} else { late(a = b, c = b) -> [a, c as e] } -> [b as zs],
        } else { p24(grid = vec![vec![7], vec![]]) }
            >> flatten(grid = grid)
            >> step_2: p24(grid)
            >> step_3: grow(a = b)
            >> p20(xs = xs)
    }
}
#[tokio::test]
async fn p31_gives() {
    check!(p31(&[vec![], vec![64, 31, 70, 49]], 23), Ok(P31Output { grid: vec![vec![], vec![64, 31, 70, 49]], b: 23, w: 8, d: vec![vec![], vec![64, 31, 70, 49]] }), 15..=15, ["half"]);
}

pipeline! {
    fn p32(b: i64, xs: Vec<i64>) {
        late(a = b, c = b)
    }
}
#[tokio::test]
async fn p32_gives() {
    check!(p32(73, vec![31, 41, 57]), Ok(P32Output { a: 146, c: 0 }), 1..=1, []);
}

pipeline! {
    fn p33(xs: Vec<i64>) {
        p20(xs = xs, ys = vec![2, 3]) -> [c]
            >> map(xs as b) {
                try { turn(b, d = b) >> weave(ys = xs, xs = xs) } else |error| {
                    total -> [c]
                        >> map(xs as b) {
                            p21(a = { let first = c * 3; first - c }, ys = xs.to_vec()),
                        },
                } -> [xs, xs as u],
            } -> [xs as e, u]
    }
}
#[tokio::test]
async fn p33_gives() {
    check!(p33(vec![3]), Ok(P33Output { e: vec![vec![3]], u: vec![vec![3]] }), 10..=10, []);
}

pipeline! {
    fn p34(grid: Vec<Vec<i64>>, xs: Vec<i64>, c: &i64) -> [b as zs, xs as e] {
        push(xs = vec![6, 7], a = c + 9) >> step_1: half(a = c)
    }
}
#[tokio::test]
async fn p34_gives() {
    check!(p34(vec![vec![]], vec![54, 55], &60), Ok(P34Output { zs: 30, e: vec![6, 7, 69] }), 2..=2, []);
}

pipeline! {
    fn p35(grid: Vec<Vec<i64>>) -> [c, zs] {
        { p24(grid) >> {} >> heads }
    }
}
#[tokio::test]
async fn p35_gives() {
    check!(p35(vec![vec![54, 24, 47, 17], vec![79, 11, 39], vec![99, 15], vec![49, 86]]), Ok(P35Output { c: 4, zs: vec![54, 79, 99, 49] }), 3..=3, []);
}

pipeline! {
    fn p36(ys: &[i64], b: i64) {
        if let [first, b @ ..] = &ys[..] && first % 2 == 0 {
            map((vec![5, 6]) as a, limit = 2) {
                if first % 3 == 0 { mix(a = a, b = first) } -> [ys],
            } -> [ys as xs]
                >> {}
                >> add_one(a = first + 9),
        } else if let Some(first) = ys.first() {
            each_1: map(ys as a, limit = 2) { mix(a = ys.iter().map(|item| item % 10).sum::<i64>()) },
        }
            >> map((ys) as b) {
                attempt_2: try {
                    map(ys as b, limit = 2) { nth(xs = ys.to_vec(), b = b * b % 1_009 + 8) }
                        >> group_3: { step_4: weave(ys = d, xs = vec![4, 5]) },
                } else |why| {
                    parallel {
                        branch_5: digits(a = b) -> [b as ys, c],
                        branch_6: weigh(error = why, a = b) -> [b] >> rows(xs = ys, b = b),
                    }
                        >> weigh(error = why, a = ys * c % 1_009 + 8),
                }
                    >> turn(c = { let first = b * 5; first - b }, d = b) -> [a]
                    >> rows(xs = ys),
            }
            >> behead
    }
}
#[tokio::test]
async fn p36_gives() {
    check!(p36(&[43, 50, 16, 54], 5), Ok(P36Output { ys: vec![50, 16, 54] }), 33..=45, ["b[0]/attempt_2/ys[2]/nth", "b[1]/attempt_2/ys[2]/nth", "b[2]/attempt_2/ys[2]/nth", "b[3]/attempt_2/ys[2]/nth"]);
}

pipeline! {
    fn p37(c: &i64) -> [c] {
        blend(c = c, d = { let first = c * 3; first - c }) -> [a as e]
            >> up_to(a = { let first = e * 5; first - e })
            >> p30(b = e)
    }
}
#[tokio::test]
async fn p37_gives() {
    check!(p37(&48), Ok(P37Output { c: 3 }), 3..=3, []);
}

pipeline! {
    fn p38(xs: Vec<i64>) -> [xs, xs as ys] {
        attempt_1: try {
            behead(ys = xs)
                >> zip_up(xs = ys, ys = ys)
                >> try {
                    by_2: if let Some(xs) = zs.first() {} >> late(a = b, c = b * b % 1_009 + 8) -> [a, c],
                } else |error| {} -> [xs],
        } else |e| { step_3: zip_up(xs, ys = xs.to_vec()) }
    }
}
#[tokio::test]
async fn p38_gives() {
    check!(p38(vec![]), Ok(P38Output { xs: vec![], ys: vec![] }), 2..=2, ["attempt_1/behead"]);
}

pipeline! {
    fn p39(grid: Vec<Vec<i64>>) -> [grid as d, grid] {
        attempt_1: try {
            both_2: parallel {
                branch_3: heads >> behead(ys = vec![7, 8]) >> up_to(a = ys.len() as i64) -> [xs as b],
                branch_4: late(a = 9, c = 9)
                    >> try { half >> step_5: half(a = c) } else |error| { bury >> flatten }
                    >> try { step_6: half } else |error| {
                        nth(xs = vec![c + 7, c * 2], b = format!("{error:#}").len() as i64)
                            >> step_7: late(a = c, c = d * d % 1_009 + 7),
                    } -> [c, a],
            }
                >> match b {
                    rest if rest.len() > 1 => behead(ys = b)
                        >> repeat(max = 3, index as b) {
                            nth(xs = ys, b = { let first = c * 1; first - a })
                                >> step_8: nth(xs = rest.iter().map(|item| item + 8).collect::<Vec<i64>>(), b = c),
                        } until(b > 0) -> [d],
                    _ => {},
                } -> [a],
        } else { heads } -> [grid]
    }
}
#[tokio::test]
async fn p39_gives() {
    check!(p39(vec![vec![68, 4]]), Ok(P39Output { d: vec![vec![68, 4]], grid: vec![vec![68, 4]] }), 7..=7, []);
}

pipeline! {
    fn p40(xs: Vec<i64>) {
        total
    }
}
#[tokio::test]
async fn p40_gives() {
    check!(p40(vec![]), Ok(P40Output { c: 0 }), 1..=1, []);
}

pipeline! {
    fn p41(ys: Vec<i64>, xs: &[i64]) -> [a as d, c as xs, ys] {
        if !ys.is_empty() && let Some(a) = ys.iter().min() {} else if xs.len() + 1 > ys.len() && xs.len() < 3 { {} -> [ys as w] } -> [xs, xs as g]
            >> zip_up(xs)
            >> grow(xs = ys, a = b)
            >> repeat(max = g.len()) { late(a = b, c = b) } until(g.len() + 1 > g.len() && g.len() < 4)
    }
}
#[tokio::test]
async fn p41_gives() {
    check!(p41(vec![], &[46, 12]), Err(("repeat[0]/late", "2 and 2 came late")), 4..=4, ["repeat[0]/late", "repeat"]);
}

pipeline! {
    fn p42(b: i64, c: &i64, a: &i64) {
        try {
            map((vec![0, 1]) as a, limit = 4) {
                try { step_1: digits(a = c + 3) -> [c as e, b as d] } else |why| {} -> [b as xs],
            }
                >> late(c),
        } else |why| {
            up_to
                >> match xs {
                    last if last.len() > 1 => mix -> [d],
                    _ => weigh(error = why)
                        >> if a % 2 == 0 { step_2: turn(b = c * c % 1_009 + 5, d = 3) >> push(a = b) },
                } -> [xs]
                >> step_3: weigh(error = why),
        }
    }
}
#[tokio::test]
async fn p42_gives() {
    check!(p42(87, &47, &80), Ok(P42Output { a: 127, c: 33, b: 87 }), 3..=3, []);
}

pipeline! {
    fn p43(xs: Vec<i64>, ys: Vec<i64>, grid: Vec<Vec<i64>>) -> [xs, grid] {
        halves(ys = xs)
    }
}
#[tokio::test]
async fn p43_gives() {
    check!(p43(vec![6, 44], vec![], vec![vec![83, 7, 38, 64], vec![12, 26]]), Ok(P43Output { xs: vec![6], grid: vec![vec![83, 7, 38, 64], vec![12, 26]] }), 1..=1, []);
}

pipeline! {
    fn p44(c: i64, b: &i64) {
        parallel {
            { turn(b = b, c = b, d = c) >> blend } -> [a] >> mix,
            double(a = c) >> p10(a = c) -> [c as ys],
        } -> [ys as a, d]
            >> match (b % 2 == 0, b % 3) {
                (_, last) if last > 0 => {},
                (true, 0) => {} -> [c],
                _ => negate,
            }
    }
}
#[tokio::test]
async fn p44_gives() {
    check!(p44(19, &41), Ok(P44Output { c: 19 }), 20..=20, []);
}

pipeline! {
    fn p45(xs: Vec<i64>) -> [zs as c] {
        map(xs as e) {
            halves(ys = xs.to_vec())
                >> if let [n, e @ ..] = &xs[..] && n % 2 == 0 {} else if zs.is_empty() { mix(a = e, b = e) } else if let Some(rest) = xs.first() {
                    total(xs = zs)
                        >> turn(b = rest, d = rest)
                        >> each_1: map(xs as a, limit = zs.len() + 1) {
                            mix(a = d) >> up_to -> [xs] >> behead(ys = zs.to_vec()),
                        },
                } -> [xs],
        } -> [zs]
    }
}
#[tokio::test]
async fn p45_gives() {
    check!(p45(vec![26, 65]), Ok(P45Output { c: vec![vec![65], vec![65]] }), 2..=2, []);
}

pipeline! {
    fn p46(xs: &[i64], c: i64, grid: Vec<Vec<i64>>) -> [grid as u] {
        step_1: p14(c = c)
    }
}
#[tokio::test]
async fn p46_gives() {
    check!(p46(&[72, 23], 41, vec![vec![], vec![]]), Ok(P46Output { u: 13 }), 16..=16, []);
}

pipeline! {
    fn p47(grid: Vec<Vec<i64>>, ys: Vec<i64>) {
        try { heads } else |a| { if !ys.is_empty() && let Some(m) = ys.iter().min() { mix(a = m, b = m) } } -> [grid]
            >> map(grid as ys, limit = 1) { flatten }
    }
}
#[tokio::test]
async fn p47_gives() {
    check!(p47(vec![vec![8, 44], vec![89, 89], vec![99, 13, 69, 59]], vec![]), Ok(P47Output { xs: vec![vec![8, 44, 89, 89, 99], vec![8, 44, 89, 89, 99], vec![8, 44, 89, 89, 99]] }), 4..=4, []);
}

pipeline! {
    fn p48(c: i64) {
        up_to(a = c)
            >> match xs {
                last if last.len() > 1 => zip_up(ys = last.to_vec())
                    >> group_1: {
                        repeat(max = last.len(), index as round) {
                            digits(a = xs.iter().map(|item| item % 10).sum::<i64>()),
                        } until(zs.len() + 1 > zs.len() && zs.len() < 2) -> [c, c as e],
                    } -> [b, e as h, c as a],
                _ => map(xs as b) {
                    map(xs as b) {
                        step_2: halves(ys = xs.iter().map(|item| item + 2).collect::<Vec<i64>>()),
                    } -> [xs as ys, zs, xs as d]
                        >> each_3: map(xs as e, limit = 1) { flatten(grid = vec![vec![2], vec![]]) } -> [xs as e]
                        >> mix(a = c, b) -> [d as w],
                }
                    >> match (c % 2 == 0, c % 3) {
                        (true, b) => repeat(max = 4) { halves(ys = xs) } until(b - b < 3),
                        _ => halves(ys = w),
                    },
            } -> [xs as ys]
    }
}
#[tokio::test]
async fn p48_gives() {
    check!(p48(17), Ok(P48Output { ys: vec![] }), 5..=5, []);
}

pipeline! {
    fn p49(c: i64, ys: &[i64]) {
        repeat(max = 1) {
            try {
                if c - c < 3 { nth(xs = ys, b = c) >> behead } else { step_1: behead(ys) } -> [ys, ys as d],
            } else |xs| { mix(a = c * c % 1_009 + 1, b = c) } -> [ys, ys as g]
                >> step_2: nth(xs = ys.iter().map(|item| item + 1).collect::<Vec<i64>>(), b = { let first = c * 7; first - c })
                >> p37 -> [c],
        } until(g.len() + 1 > g.len() && g.len() < 3) -> [c]
    }
}
#[tokio::test]
async fn p49_gives() {
    check!(p49(45, &[33, 21, 26]), Ok(P49Output { c: 6 }), 7..=7, []);
}

pipeline! {
    fn p50(a: &i64) {
        map((vec![a + 1, a * 2]) as a, limit = 1) { double(a = a) >> add_one -> [a] } -> [a as h, a as g]
    }
}
#[tokio::test]
async fn p50_gives() {
    check!(p50(&16), Ok(P50Output { h: vec![18, 33], g: vec![18, 33] }), 4..=4, []);
}

pipeline! {
    fn p51(grid: &[Vec<i64>]) {
        if true { heads(grid = grid) -> [zs, c] } else if false { step_1: flatten } -> [grid]
            >> p35(grid = vec![vec![1], vec![]])
            >> step_2: heads
            >> half(a = c)
    }
}
#[tokio::test]
async fn p51_gives() {
    check!(p51(&[vec![87, 60, 39, 26], vec![31, 70]]), Ok(P51Output { b: 1 }), 6..=6, []);
}

pipeline! {
    fn p52(grid: Vec<Vec<i64>>, c: &i64) -> [grid] {
        double(a = c)
    }
}
#[tokio::test]
async fn p52_gives() {
    check!(p52(vec![vec![], vec![90, 80, 84]], &18), Ok(P52Output { grid: vec![vec![], vec![90, 80, 84]] }), 1..=1, []);
}

pipeline! {
    fn p53(grid: Vec<Vec<i64>>, a: &i64) -> [a] {
        add_one(a = a) >> p27
    }
}
#[tokio::test]
async fn p53_gives() {
    check!(p53(vec![vec![], vec![75], vec![56], vec![82, 77]], &20), Ok(P53Output { a: 9990 }), 13..=13, []);
}

pipeline! {
    fn p54(xs: Vec<i64>) {
        halves(ys = xs)
            >> try { step_1: halves(ys = xs) -> [zs, xs] >> step_2: halves(ys = xs) } else |why| {
                try {
                    step_3: late(a = format!("{why:#}").len() as i64, c = format!("{why:#}").len() as i64),
                } else { {} -> [xs, xs as a] } -> [xs],
            }
            >> weave(ys = xs) -> [ys]
            >> {}
            >> behead -> [ys as g]
    }
}
#[tokio::test]
async fn p54_gives() {
    check!(p54(vec![]), Err(("behead", "nothing to take")), 5..=5, ["behead"]);
}

pipeline! {
    fn p55(a: &i64) -> [a] {
        blend(c = a, d = a)
            >> half(a = a) -> [b]
            >> try { step_1: half(a = b) } else |error| { attempt_2: try { half -> [b] } else |xs| { {} -> [a as h] } }
            >> step_3: negate(b)
            >> late
    }
}
#[tokio::test]
async fn p55_gives() {
    check!(p55(&9), Err(("half", "9971 is refused")), 2..=2, ["half"]);
}

pipeline! {
    fn p56(grid: Vec<Vec<i64>>) {
        step_1: p24(grid = grid) -> [ys] >> behead(ys = vec![4, 5])
    }
}
#[tokio::test]
async fn p56_gives() {
    check!(p56(vec![vec![97], vec![]]), Ok(P56Output { ys: vec![5] }), 3..=3, []);
}

pipeline! {
    fn p57(a: i64) -> [a as e, w as grid] {
        {
            turn(b = a * a % 1_009 + 2, c = a + 4, d = 9) -> [b as f, d, a as c]
                >> double(a = d)
                >> if d - a < 2 { step_1: p18 } else if f % 2 == 1 {
                    by_2: if b - c < 2 {
                        mix(a, b = c) -> [d as grid] >> double(a = grid) -> [b as grid] >> step_3: half,
                    },
                } -> [a, b, a as w],
        }
    }
}
#[tokio::test]
async fn p57_gives() {
    check!(p57(80), Ok(P57Output { e: 80, grid: 80 }), 2..=2, []);
}

pipeline! {
    fn p58(c: &i64) {
        map((vec![8, 9]) as b) {
            if c - c < 4 {
                if c % 3 == 0 { late(a = c) } else { mix(a = b) >> digits(a = b + 2) -> [b as e, c as u] } -> [c],
            } else if c - c < 3 {
                double(a = c) >> negate(b = { let first = c * 3; first - c }) -> [c as u],
            } else if b % 2 == 1 { step_1: negate >> p27(a = b) } else { turn(d = b * c % 1_009 + 0) } -> [c, b],
        } -> [c as xs, b]
            >> digits(a = 8)
            >> step_2: rows -> [grid as u]
            >> {}
            >> negate
    }
}
#[tokio::test]
async fn p58_gives() {
    check!(p58(&75), Ok(P58Output { c: 0 }), 5..=5, []);
}

pipeline! {
    fn p59(a: i64, xs: Vec<i64>) {
        map(xs as e, limit = 2) {
            repeat(max = 3) { p20(ys = xs) -> [c as ys] } until(a % 2 == 1)
                >> blend(c = ys, d = e)
                >> half -> [b],
        }
            >> add_one
            >> p29(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>(), c = b.len() as i64, b = a)
    }
}
#[tokio::test]
async fn p59_gives() {
    check!(p59(6, vec![]), Ok(P59Output { g: vec![2, 3], h: vec![2, 3] }), 6..=6, []);
}

pipeline! {
    fn p60(c: &i64, a: i64) {
        step_1: up_to(a) >> rows(b = c) -> [grid as u] >> add_one
    }
}
#[tokio::test]
async fn p60_gives() {
    check!(p60(&18, 59), Ok(P60Output { a: 60 }), 3..=3, []);
}

pipeline! {
    fn p61(a: &i64, grid: Vec<Vec<i64>>, b: i64) {
        heads(grid = grid) -> [c, zs]
            >> {}
            >> map(zs as b, limit = 4) {
                parallel {
                    branch_1: attempt_2: try { nth(xs = zs, b = c) >> behead(ys = zs) } else |why| { step_3: turn(c = b, d = a) -> [b, d] },
                    branch_4: add_one,
                    behead(ys = zs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>())
                        >> mix(a = a, b = b) -> [d as e]
                        >> step_5: double -> [b as u],
                } -> [a as e, u, b],
            } -> [u, b as w]
    }
}
#[tokio::test]
async fn p61_gives() {
    check!(p61(&40, vec![vec![91, 45], vec![84, 38]], 77), Ok(P61Output { u: vec![80, 80], w: vec![131, 124] }), 13..=13, ["zs[0]/branch_1/attempt_2/nth", "zs[1]/branch_1/attempt_2/nth"]);
}

pipeline! {
    fn p62(b: i64, a: i64, ys: Vec<i64>) -> [ys] {
        parallel {
            push(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()),
            weave(ys = ys, xs = ys),
        }
    }
}
#[tokio::test]
async fn p62_gives() {
    check!(p62(28, 71, vec![30, 18]), Ok(P62Output { ys: vec![30, 18, 30, 18] }), 2..=2, []);
}

pipeline! {
    fn p63(ys: Vec<i64>, c: i64) {
        nth(xs = vec![9, 10], b = c)
            >> each_1: map(ys as e, limit = 4) { push(xs = ys, a = c) >> p50(a = ys.len() as i64) }
            >> blend
            >> step_2: behead
    }
}
#[tokio::test]
async fn p63_gives() {
    check!(p63(vec![97, 16, 39, 49], 78), Err(("nth", "no item 3 of 2")), 1..=1, ["nth"]);
}

pipeline! {
    fn p64(grid: Vec<Vec<i64>>, ys: Vec<i64>, xs: &[i64]) -> [c as g, b] {
        zip_up
            >> by_1: match &grid[..] {
                rest if rest.len() > 2 => {},
                [m] => total(xs = ys),
                [m, rest @ ..] => match xs.last().copied() {
                    None => heads,
                    Some(n) if n % 2 == 0 => match &grid[..] {
                        b if b.len() > 2 => grow(a = n) -> [ys as h],
                        _ => step_2: grow(a = n) -> [ys],
                    },
                    _ => double(a = b),
                }
                    >> attempt_3: try {
                        map(xs as e, limit = 4) { weave } -> [ys as g] >> { nth } -> [grid as h, d],
                    } else {} -> [b, ys],
                _ => {},
            }
            >> negate -> [c]
    }
}
#[tokio::test]
async fn p64_gives() {
    check!(p64(vec![vec![83, 87]], vec![], &[21, 20, 93]), Ok(P64Output { g: 10004, b: 3 }), 3..=3, []);
}

pipeline! {
    fn p65(b: i64, a: i64, xs: &[i64]) -> [a, b as grid] {
        try {
            repeat(max = xs.len(), index as b) {
                nth(xs = xs, b = 3 - b as i64)
                    >> try { step_1: age(round = 3) >> step_2: nth(b = d) >> half } else { behead(ys = xs) >> step_3: behead -> [ys] } -> [a]
                    >> blend(c = 3) -> [a],
            } until(b > 2),
        } else |a| {
            again_4: repeat(max = 2, index as b) {
                halves(ys = xs.iter().map(|item| item + 2).collect::<Vec<i64>>()),
            } until(b > 1)
                >> p27(a = b),
        }
    }
}
#[tokio::test]
async fn p65_gives() {
    check!(p65(5, 93, &[50, 8]), Ok(P65Output { a: 9974, grid: 5 }), 17..=17, ["repeat[0]/nth", "repeat"]);
}

pipeline! {
    fn p66(grid: &[Vec<i64>], a: i64, ys: &[i64]) {
        up_to
    }
}
#[tokio::test]
async fn p66_gives() {
    check!(p66(&[vec![20, 68], vec![80, 33, 7], vec![27, 49]], 52, &[70, 79, 66, 26]), Ok(P66Output { xs: vec![] }), 1..=1, []);
}

pipeline! {
    fn p67(a: &i64, grid: Vec<Vec<i64>>, ys: Vec<i64>) -> [ys, a] {
        if a - a < 2 {
            p29(c = a, b = a * a % 1_009 + 4)
                >> weave(ys = h, xs = vec![a + 5, a * 2])
                >> {}
                >> parallel {
                    repeat(max = 1, index as round) {
                        turn(b = 3 - round as i64, c = a, d = a) -> [b, a]
                            >> double(a) -> [b]
                            >> stamp(xs = ys),
                    } until(b % 3 == 1)
                        >> blend(c = a, d = h.len() as i64),
                    branch_1: try {
                        nth(xs = g, b = 4)
                            >> step_2: nth(xs = h, b = ys.len() as i64) -> [d]
                            >> behead -> [ys],
                    } else |error| { double(a) },
                },
        } else if let [b, last @ ..] = &ys[..] && b % 2 == 0 {
            map(ys as b) { map(last as a, limit = 1) { digits } -> [b as xs, c as w] } -> [xs, w, b as g],
        }
    }
}
#[tokio::test]
async fn p67_gives() {
    check!(p67(&97, vec![vec![98, 22, 67], vec![2, 88, 55], vec![47, 73, 53, 19]], vec![64]), Ok(P67Output { ys: vec![102, 194, 2, 3], a: 87 }), 13..=13, ["branch_1/nth"]);
}

pipeline! {
    fn p68(ys: Vec<i64>, b: &i64, a: &i64) {
        p57 -> [e, grid as b]
            >> match ys.iter().max() { Some(last) => {}, Some(last) if last % 2 == 0 => {}, _ => {} }
    }
}
#[tokio::test]
async fn p68_gives() {
    check!(p68(vec![29], &87, &95), Ok(P68Output {  }), 2..=2, []);
}

pipeline! {
    fn p69(c: i64, ys: &[i64], a: &i64) {
        blend(c, d = a) -> [a as h]
            >> try {
                step_1: late(a = 2) -> [a as d, c]
                    >> attempt_2: try { behead } else |xs| {
                        nth(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), b = c),
                    } -> [ys as f, ys]
                    >> digits,
            } else |e| {
                bury(error = e) -> [d as grid]
                    >> if !ys.is_empty() && let Some(last) = ys.iter().min() { weigh(error = e) }
                    >> try {
                        behead
                            >> by_3: match &ys[..] {
                                [] => late(a = h + 2, c = c),
                                n if n.len() > 2 => behead,
                                [xs] => half -> [b as zs],
                                _ => step_4: nth(xs = ys, b = h) -> [d],
                            } -> [c, a, ys]
                            >> step_5: bury(error = e) -> [c, d as ys],
                    } else {} -> [c],
            } -> [c]
            >> try {
                nth(xs = ys.iter().map(|item| item + 5).collect::<Vec<i64>>(), b = h * a % 1_009 + 7),
            } else |error| { grow(xs = vec![0, 1]) }
            >> up_to(a = h * a % 1_009 + 0)
    }
}
#[tokio::test]
async fn p69_gives() {
    check!(p69(38, &[21, 50, 71], &64), Ok(P69Output { xs: vec![] }), 10..=10, ["step_1", "nth"]);
}

pipeline! {
    fn p70(grid: Vec<Vec<i64>>, ys: Vec<i64>) {
        if ys.len() + 1 > ys.len() && ys.len() < 2 { zip_up(xs = ys) }
    }
}
#[tokio::test]
async fn p70_gives() {
    check!(p70(vec![vec![30, 19], vec![], vec![65, 53], vec![32, 76]], vec![33, 24]), Ok(P70Output {  }), 0..=0, []);
}

pipeline! {
    fn p71(ys: &[i64], c: &i64) {
        up_to(a = c * c % 1_009 + 6)
    }
}
#[tokio::test]
async fn p71_gives() {
    check!(p71(&[91], &80), Ok(P71Output { xs: vec![] }), 1..=1, []);
}

pipeline! {
    fn p72(a: i64, xs: &[i64]) {
        p37(c = { let first = a * 6; first - a }) -> [c]
    }
}
#[tokio::test]
async fn p72_gives() {
    check!(p72(75, &[65, 67]), Ok(P72Output { c: 1 }), 3..=3, []);
}

pipeline! {
    fn p73(ys: Vec<i64>) {
        repeat(max = ys.len(), index as round) {
            behead(ys) -> [ys as zs]
                >> map((zs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>()) as e, limit = 3) {
                    repeat(max = 1, index as i) {
                        age(a = { let first = e * 5; first - e })
                            >> weave(ys = zs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>(), xs = ys.iter().map(|item| item + 9).collect::<Vec<i64>>()),
                    } until(e % 2 == 1) -> [ys, e as b]
                        >> again_1: repeat(max = 3) { p27(a = e) >> age(a) } until(e - b < 3) -> [a],
                }
                >> stamp(xs = a, round = ys.len()),
        } until(ys.is_empty())
    }
}
#[tokio::test]
async fn p73_gives() {
    check!(p73(vec![87, 24]), Ok(P73Output { xs: vec![9996, 9996, 2] }), 37..=37, ["repeat[0]/e[0]/again_1[0]/p27/late", "repeat[0]/e[1]/again_1[0]/p27/late", "repeat[1]/e[0]/again_1[0]/p27/late", "repeat[1]/e[1]/again_1[0]/p27/late"]);
}

pipeline! {
    fn p74(a: i64, grid: &[Vec<i64>], ys: Vec<i64>) {
        push(xs = vec![a + 5, a * 2]) -> [xs as g] >> nth(xs = ys, b = a)
    }
}
#[tokio::test]
async fn p74_gives() {
    check!(p74(51, &[vec![89], vec![32, 87]], vec![]), Err(("nth", "no item 1 of 0")), 2..=2, ["nth"]);
}

pipeline! {
    fn p75(a: i64, b: i64) {
        half(a = a)
    }
}
#[tokio::test]
async fn p75_gives() {
    check!(p75(14, 67), Ok(P75Output { b: 7 }), 1..=1, []);
}

pipeline! {
    fn p76(xs: Vec<i64>) {
        p54(xs)
    }
}
#[tokio::test]
async fn p76_gives() {
    check!(p76(vec![53]), Err(("p54/behead", "nothing to take")), 5..=5, ["p54/behead"]);
}

pipeline! {
    fn p77(grid: Vec<Vec<i64>>, ys: &[i64], c: i64) {
        p52(c = c * c % 1_009 + 0) >> total(xs = ys) >> add_one(a = c * c % 1_009 + 5) >> p53(a = a)
    }
}
#[tokio::test]
async fn p77_gives() {
    check!(p77(vec![vec![28]], &[52, 33], 90), Ok(P77Output { a: 131 }), 16..=16, []);
}

pipeline! {
    fn p78(b: i64) {
        half(a = b * b % 1_009 + 7)
            >> step_1: half(a = b * b % 1_009 + 2)
            >> both_2: parallel {
                add_one(a = b),
                branch_3: both_4: parallel {
                    branch_5: late(a = b, c = b),
                    turn(b = b, c = b + 6, d = b) -> [a as f, b, d],
                    branch_6: double(a = 6) -> [b as g],
                } -> [a as w, g as ys, d as u, f as e, c]
                    >> step_7: double(a = c)
                    >> if u - c < 4 {
                        negate(b = c + 0) -> [c]
                            >> match ys % 3 {
                                0 => blend(c = b, d = b * b % 1_009 + 5) -> [a] >> step_8: negate,
                                rest if rest - w < 3 => double(a = b) -> [b] >> digits(a = rest),
                                rest => mix(a = ys) >> step_9: blend(d = ys) >> up_to,
                            },
                    } -> [c as u, b],
                p75(a = 5, b = b) -> [b as e],
            }
    }
}
#[tokio::test]
async fn p78_gives() {
    check!(p78(7), Ok(P78Output { a: 394, u: 0, b: 0, e: 2 }), 8..=8, []);
}

pipeline! {
    fn p79(a: &i64, ys: Vec<i64>) {
        add_one(a = ys.len() as i64)
    }
}
#[tokio::test]
async fn p79_gives() {
    check!(p79(&71, vec![]), Ok(P79Output { a: 1 }), 1..=1, []);
}

pipeline! {
    fn p80(grid: Vec<Vec<i64>>) -> [ys as xs] {
        heads >> rows(xs = zs, b = c) >> grow(xs = zs, a = c)
    }
}
#[tokio::test]
async fn p80_gives() {
    check!(p80(vec![vec![65], vec![], vec![1, 78]]), Ok(P80Output { xs: vec![65, -1, 1, 3] }), 3..=3, []);
}

pipeline! {
    fn p81(b: i64) {
        turn(b = b * b % 1_009 + 7, c = b, d = b * b % 1_009 + 6)
            >> attempt_1: try { repeat(max = 1) { step_2: p75(b = a) >> half -> [b] } until(b % 2 == 1) } else |a| { try { bury(error = a) } else |a| {} }
    }
}
#[tokio::test]
async fn p81_gives() {
    check!(p81(81), Ok(P81Output { b: 594, d: 31 }), 4..=4, ["attempt_1/repeat[0]/step_2/half", "attempt_1/repeat"]);
}

pipeline! {
    fn p82(xs: Vec<i64>) -> [xs as f] {
        p40
            >> total
            >> if xs.is_empty() {
                step_1: double(a = xs.len() as i64)
                    >> if xs.len() + 1 > xs.len() && xs.len() < 4 { nth(xs = xs) } else if let Some(m) = xs.first() {} else if let Some(last) = xs.first() { rows } else { weave(ys = xs, xs) >> mix(a = c) },
            } else { {} -> [xs] }
    }
}
#[tokio::test]
async fn p82_gives() {
    check!(p82(vec![44, 88]), Ok(P82Output { f: vec![44, 88] }), 2..=2, []);
}

pipeline! {
    fn p83(ys: Vec<i64>, b: &i64, c: &i64) -> [ys, grid as a, ys as b] {
        by_1: match &ys[..] {
            [last] => try {
                nth(xs = ys)
                    >> blend(d = c * c % 1_009 + 8)
                    >> map(ys as a) { half -> [b] >> step_2: half(a = c + 5) >> p37 } -> [c as g],
            } else |error| {
                repeat(max = ys.len()) { step_3: behead(ys = vec![0, 1]) -> [ys] } until(last - last < 4)
                    >> group_4: { bury } -> [c as a]
                    >> { double },
            },
            [last, .., e] => {},
            _ => again_5: repeat(max = 1) { by_6: match &ys[..] { [] => half(a = b), [xs] => {}, _ => {} } } until(c % 4 == 0) -> [b],
        } -> [b as xs]
            >> again_7: repeat(max = 2, index as round) { add_one(a = xs) } until(ys.is_empty()) -> [a as grid]
            >> mix(a = grid)
            >> step_8: up_to(a = grid)
            >> step_9: grow(a = grid)
    }
}
#[tokio::test]
async fn p83_gives() {
    check!(p83(vec![12, 99], &79, &63), Ok(P83Output { ys: vec![80], a: 80, b: vec![80] }), 6..=6, []);
}

pipeline! {
    fn p84(b: i64, c: &i64, a: i64) {
        by_1: if a % 4 == 0 {
            repeat(max = 1) { mix(b) } until(c % 4 == 0) -> [d as h, c]
                >> again_2: repeat(max = 1, index as round) {
                    try { half(a = a) } else { age(round = round) >> step_3: age(a = 6 - round as i64) }
                        >> double(a = c)
                        >> step_4: negate -> [c],
                } until(c % 2 == 0) -> [c]
                >> map((0..3_i64) as b) {
                    match (h % 2 == 0, b % 3) {
                        (_, rest) if rest > 0 => {},
                        (true, rest) => mix,
                        (true, 0) => digits -> [c, b as ys],
                        _ => {},
                    }
                        >> repeat(max = 4) { step_5: negate } until(a - c < 4)
                        >> { double(a = a) -> [b as g] } -> [g as xs],
                },
        } else if c % 4 == 1 {
            if b % 4 == 0 { up_to } else if a % 2 == 1 {
                again_6: repeat(max = (a % 3).unsigned_abs() as usize, index as i) {
                    step_7: age(round = i) >> age(round = i),
                } until(b % 3 == 0),
            } else { attempt_8: try { half -> [b] } else |xs| { {} -> [b] } },
        }
            >> late(a = a * c % 1_009 + 6, c = c) -> [a as g, c]
    }
}
#[tokio::test]
async fn p84_gives() {
    check!(p84(80, &76, 29), Err(("late", "192 and 76 came late")), 1..=1, ["late"]);
}

pipeline! {
    fn p85(xs: Vec<i64>) -> [c] {
        map((xs) as b, limit = xs.len() + 1) { rows(b) >> try { halves(ys = xs) } else {} -> [xs] } -> [xs as d]
            >> zip_up(ys = xs)
            >> map(xs as a) { zip_up(xs = zs, ys = zs) >> weave(ys = xs.to_vec()) } -> [ys, zs as c]
    }
}
#[tokio::test]
async fn p85_gives() {
    check!(p85(vec![31, 92]), Ok(P85Output { c: vec![vec![279, 828], vec![279, 828]] }), 9..=9, []);
}

pipeline! {
    fn p86(b: i64, c: i64, a: i64) {
        up_to >> {} >> mix(b = a) >> negate
    }
}
#[tokio::test]
async fn p86_gives() {
    check!(p86(76, 18, 68), Ok(P86Output { c: 9931 }), 3..=3, []);
}

pipeline! {
    fn p87(c: i64) {
        step_1: mix(a = c, b = c)
    }
}
#[tokio::test]
async fn p87_gives() {
    check!(p87(1), Ok(P87Output { d: 4 }), 1..=1, []);
}

pipeline! {
    fn p88(b: i64, c: i64, grid: &[Vec<i64>]) {
        step_1: blend(c, d = c) -> [a as d]
    }
}
#[tokio::test]
async fn p88_gives() {
    check!(p88(80, 52, &[vec![81, 89, 13]]), Ok(P88Output { d: 9799 }), 1..=1, []);
}

pipeline! {
    fn p89(ys: Vec<i64>) {
        p85(xs = vec![7, 8])
            >> weave(xs = vec![8, 9])
            >> by_1: if ys.is_empty() {
                weave(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()),
            }
            >> total(xs = ys.to_vec())
    }
}
#[tokio::test]
async fn p89_gives() {
    check!(p89(vec![79, 66]), Ok(P89Output { c: 162 }), 11..=11, []);
}

pipeline! {
    fn p90(c: &i64, a: i64, b: i64) -> [a as b] {
        blend(c = a * c % 1_009 + 5, d = 4) -> [a]
    }
}
#[tokio::test]
async fn p90_gives() {
    check!(p90(&6, 3, 54), Ok(P90Output { b: 3 }), 1..=1, []);
}

pipeline! {
    fn p91(ys: Vec<i64>, c: &i64) -> [c as zs] {
        digits(a = c) >> weave(xs = ys.to_vec()) >> negate
    }
}
#[tokio::test]
async fn p91_gives() {
    check!(p91(vec![47, 93, 58], &13), Ok(P91Output { zs: 10006 }), 3..=3, []);
}

pipeline! {
    fn p92(c: i64, a: &i64) -> [w, b, w as d] {
        attempt_1: try { map((vec![a + 5, a * 2]) as e) { half } -> [b as u] } else |xs| { weigh(error = xs) }
            >> step_2: half
            >> repeat(max = 2, index as i) {
                p57
                    >> negate(b = a * a % 1_009 + 4) -> [c]
                    >> repeat(max = 3, index as round) { mix(a = 1 - i as i64) } until(b - grid < 4) -> [c as w, a, d],
            } until(d - c < 4)
            >> add_one(a = 2)
    }
}
#[tokio::test]
async fn p92_gives() {
    check!(p92(77, &76), Ok(P92Output { w: 9272, b: 38, d: 9272 }), 10..=10, []);
}

pipeline! {
    fn p93(c: i64, b: i64, a: &i64) {
        late(c = b) >> if c % 4 == 1 {} else { {} -> [c as xs] }
    }
}
#[tokio::test]
async fn p93_gives() {
    check!(p93(98, 80, &83), Ok(P93Output {  }), 1..=1, []);
}

pipeline! {
    fn p94(c: &i64) -> [e as ys, b as u, grid] {
        blend(c = c, d = { let first = c * 2; first - c }) >> double(a = a * c % 1_009 + 0) -> [b] >> p57
    }
}
#[tokio::test]
async fn p94_gives() {
    check!(p94(&30), Ok(P94Output { ys: 480, u: 1946, grid: 480 }), 5..=5, []);
}

pipeline! {
    fn p95(a: i64, ys: &[i64]) {
        p71(c = a)
    }
}
#[tokio::test]
async fn p95_gives() {
    check!(p95(96, &[]), Ok(P95Output { xs: vec![0] }), 1..=1, []);
}

pipeline! {
    fn p96(a: &i64) {
        double >> negate -> [c as a] >> try { half -> [b] } else { step_1: late(c = 5) }
    }
}
#[tokio::test]
async fn p96_gives() {
    check!(p96(&42), Err(("step_1", "9923 and 5 came late")), 4..=4, ["half", "step_1"]);
}

pipeline! {
    fn p97(c: i64) {
        add_one(a = c)
            >> p60(c = c, a = a + 4)
            >> {}
            >> blend(d = a)
            >> p75(a = { let first = c * 6; first - a }, b = a)
            >> up_to
    }
}
#[tokio::test]
async fn p97_gives() {
    check!(p97(62), Err(("p75/half", "-9357 is refused")), 6..=6, ["p75/half"]);
}

pipeline! {
    fn p98(c: &i64) {
        add_one(a = c * c % 1_009 + 1)
    }
}
#[tokio::test]
async fn p98_gives() {
    check!(p98(&32), Ok(P98Output { a: 17 }), 1..=1, []);
}

pipeline! {
    fn p99(a: &i64, grid: &[Vec<i64>], b: i64) {
        half(a = 8)
    }
}
#[tokio::test]
async fn p99_gives() {
    check!(p99(&68, &[vec![28], vec![95], vec![8, 21, 13, 97]], 45), Ok(P99Output { b: 4 }), 1..=1, []);
}

pipeline! {
    fn p100(c: &i64) {
        add_one(a = c)
            >> repeat(max = (c % 3).unsigned_abs() as usize, index as i) {
                repeat(max = 1, index as b) {
                    map((vec![4, 5]) as b, limit = 3) { step_1: p57 -> [e] },
                } until(a % 3 == 1),
            } until(e.is_empty()) -> [e as d]
    }
}
#[tokio::test]
async fn p100_gives() {
    check!(p100(&71), Ok(P100Output { d: vec![72, 72] }), 12..=12, []);
}

pipeline! {
    fn p101(c: i64) -> [c as b, d as g] {
        parallel {
            branch_1: map((vec![9, 10]) as b) {
                negate(b = b)
                    >> map((vec![b + 2, b * 2]) as a, limit = 1) { late(c = c) } -> [a as d, c as e]
                    >> map((e) as e) { weave(ys = d, xs = d) -> [ys as h] >> late(a = c, c = b) } -> [a, c as f],
            }
                >> digits(a = c) -> [b as f]
                >> {}
                >> step_2: p87,
            branch_3: step_4: negate(b = c * c % 1_009 + 9) -> [c],
        }
    }
}
#[tokio::test]
async fn p101_gives() {
    check!(p101(82), Err(("branch_1/b[0]/a[1]/late", "18 and 9998 came late")), 3..=11, ["branch_1/b[0]/a[1]/late"]);
}

pipeline! {
    fn p102(xs: Vec<i64>, ys: Vec<i64>, b: &i64) -> [b] {
        p90(c = ys.len() as i64, a = b)
    }
}
#[tokio::test]
async fn p102_gives() {
    check!(p102(vec![80, 2], vec![], &51), Ok(P102Output { b: 9992 }), 1..=1, []);
}

pipeline! {
    fn p103(a: i64) {
        p96(a = a + 2) -> [b, a]
    }
}
#[tokio::test]
async fn p103_gives() {
    check!(p103(59), Ok(P103Output { b: 4942, a: 9885 }), 3..=3, []);
}

pipeline! {
    fn p104(grid: Vec<Vec<i64>>, xs: Vec<i64>, c: i64) {
        add_one(a = xs.iter().map(|item| item % 10).sum::<i64>())
            >> match a % 3 {
                0 => {} -> [xs],
                a => p85
                    >> group_1: {
                        p88(b = a, c = 8) -> [d]
                            >> map(c as xs, limit = 2) { grow(xs = xs) >> negate(b = d) } -> [ys as w],
                    } -> [d, w],
            } -> [xs as u]
            >> if let Some(rest) = xs.first() { push(a = a) -> [xs as zs] } -> [grid as g, grid]
    }
}
#[tokio::test]
async fn p104_gives() {
    check!(p104(vec![vec![87, 87], vec![82, 62, 14, 66], vec![], vec![14, 39, 28, 9]], vec![], 88), Ok(P104Output { g: vec![vec![87, 87], vec![82, 62, 14, 66], vec![], vec![14, 39, 28, 9]], grid: vec![vec![87, 87], vec![82, 62, 14, 66], vec![], vec![14, 39, 28, 9]] }), 3..=3, []);
}

pipeline! {
    fn p105(ys: Vec<i64>) {
        parallel {
            branch_1: halves(ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) -> [zs as a, xs as u],
            zip_up(xs = ys, ys = vec![2, 3]) -> [b as d, zs as grid],
            branch_2: halves >> total -> [c],
        } -> [u, grid as zs, c as h, a as b, d]
            >> digits(a = h)
    }
}
#[tokio::test]
async fn p105_gives() {
    check!(p105(vec![]), Ok(P105Output { b: 0, c: 0 }), 5..=5, []);
}

pipeline! {
    fn p106(grid: Vec<Vec<i64>>) -> [zs, ys as b] {
        heads
            >> p85(xs = vec![8, 9]) -> [c]
            >> weave(ys = vec![6, 7], xs = zs) -> [ys]
            >> if ys.len() + 1 > zs.len() && ys.len() < 3 {
                zip_up(xs = ys)
                    >> if let [a, b @ ..] = &zs[..] && a % 2 == 0 { p91(c = a) } else if b - b < 2 { {} -> [b, c] } else { if let Some(b) = ys.first() { digits(a = b) } -> [b as grid] } -> [c, b, c as d],
            } else { flatten(grid = grid) -> [xs as grid] } -> [c]
            >> repeat(max = zs.len()) { halves(ys = zs) >> step_1: halves } until(false) -> [xs as ys, zs]
    }
}
#[tokio::test]
async fn p106_gives() {
    check!(p106(vec![vec![17, 96], vec![82], vec![], vec![51, 86]]), Ok(P106Output { zs: vec![-1, 51, 6], b: vec![17, 82] }), 21..=21, []);
}

pipeline! {
    fn p107(c: &i64, xs: Vec<i64>, grid: Vec<Vec<i64>>) -> [xs] {
        match xs.last().copied() {
            Some(last) => parallel {
                repeat(max = 3, index as round) {
                    zip_up(ys = xs.to_vec()) >> p88 >> p102(ys = vec![last + 2, d * 2]),
                } until(zs.is_empty()) -> [b],
                rows(xs = xs, b = last + 3),
                branch_1: p90(a = c * last % 1_009 + 5, b = last) -> [b as f],
            },
            None => by_2: if c - c < 3 { push(a = { let first = c * 9; first - c }) } else if !xs.is_empty() && let Some(m) = xs.iter().min() { p98 },
            _ => zip_up(ys = xs)
                >> if b % 2 == 0 { negate(b = c) -> [c] } else { step_3: behead(ys = xs) >> behead },
        } -> [xs, grid, c]
            >> step_4: negate(b = c)
            >> heads(grid = grid)
            >> step_5: up_to(a = c)
    }
}
#[tokio::test]
async fn p107_gives() {
    check!(p107(&68, vec![62, 68, 74, 64], vec![]), Ok(P107Output { xs: vec![0] }), 15..=15, []);
}

pipeline! {
    fn p108(grid: Vec<Vec<i64>>, a: i64, c: i64) {
        by_1: if a % 4 == 0 { group_2: { step_3: double(a = c) } -> [b] } else if c % 4 == 1 { step_4: heads }
    }
}
#[tokio::test]
async fn p108_gives() {
    check!(p108(vec![], 96, 14), Ok(P108Output { c: 14 }), 1..=1, []);
}

pipeline! {
    fn p109(a: i64, xs: &[i64], ys: Vec<i64>) -> [ys as w] {
        repeat(max = (a % 3).unsigned_abs() as usize, index as round) { behead } until(a - a < 4) -> [ys as h]
    }
}
#[tokio::test]
async fn p109_gives() {
    check!(p109(53, &[46, 24, 0], vec![91, 46, 74, 78]), Ok(P109Output { w: vec![91, 46, 74, 78] }), 2..=2, []);
}

pipeline! {
    fn p110(ys: Vec<i64>, b: i64, c: i64) {
        p79(a = ys.iter().map(|item| item % 10).sum::<i64>())
    }
}
#[tokio::test]
async fn p110_gives() {
    check!(p110(vec![32], 75, 94), Ok(P110Output { a: 2 }), 1..=1, []);
}

pipeline! {
    fn p111(a: i64, c: i64, xs: Vec<i64>) -> [b as a, c as u, b as f] {
        zip_up(xs = xs, ys = xs)
            >> behead(ys = zs)
            >> repeat(max = 4, index as round) {
                repeat(max = (c % 3).unsigned_abs() as usize) {
                    {
                        stamp(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
                            >> behead,
                    }
                        >> try { step_1: behead -> [ys] } else |why| { push(xs, a = format!("{why:#}").len() as i64) }
                        >> try { total >> step_2: late >> half } else |a| { digits(a = b) >> p95(a = c) >> grow(xs = zs, a = b) },
                } until(ys.len() + 1 > xs.len() && ys.len() < 2) -> [b],
            } until(round > 1)
    }
}
#[tokio::test]
async fn p111_gives() {
    check!(p111(42, 99, vec![21, 62]), Ok(P111Output { a: 91, u: 99, f: 91 }), 27..=27, ["repeat[0]/repeat[0]/step_1", "repeat[1]/repeat[0]/step_1", "repeat[2]/repeat[0]/step_1"]);
}

pipeline! {
    fn p112(ys: &[i64]) -> [xs] {
        weave(ys = ys.to_vec(), xs = ys)
            >> p105(ys)
            >> blend(d = c)
            >> mix
            >> push(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
    }
}
#[tokio::test]
async fn p112_gives() {
    check!(p112(&[74, 40]), Ok(P112Output { xs: vec![74, 40, 74, 74, 9991] }), 9..=9, []);
}

pipeline! {
    fn p113(ys: Vec<i64>, a: i64, xs: Vec<i64>) -> [a, xs as grid] {
        map(xs as b) { behead -> [ys] } -> [ys as h] >> {} >> rows(b = ys.len() as i64)
    }
}
#[tokio::test]
async fn p113_gives() {
    check!(p113(vec![84, 43], 77, vec![24, 52, 60, 95]), Ok(P113Output { a: 77, grid: vec![24, 52, 60, 95] }), 5..=5, []);
}

pipeline! {
    fn p114(b: i64, a: i64) {
        double
            >> match (a % 2 == 0, b % 3) {
                (true, 0) => by_1: if b % 3 == 0 { add_one(a = b + 5) -> [a] }
                    >> {}
                    >> try {
                        p75(b = b * b % 1_009 + 2)
                            >> match b % 4 {
                                0 => {},
                                xs if xs - b < 4 => {},
                                xs => late(c = { let first = xs * 3; first - xs })
                                    >> blend(c = c, d = c + 4)
                                    >> step_2: mix,
                            }
                            >> if a % 3 == 0 {
                                step_3: late(a, c = a * a % 1_009 + 1) -> [a as e]
                                    >> half(a = e)
                                    >> step_4: add_one -> [a],
                            } else if b - b < 4 { step_5: half(a) -> [b as h] },
                    } else {
                        again_6: repeat(max = 2, index as b) { age(round = b) -> [a] } until(a % 3 == 1) -> [a],
                    },
                (_, last) if last > 0 => {} -> [b],
                _ => step_7: half(a = a) >> step_8: late(c = a),
            } -> [b, a]
            >> repeat(max = 1, index as round) {
                by_9: match a % 2 { 1 | 2 => age(a = b, round = 2) -> [a], a => mix },
            } until(a % 3 == 1)
    }
}
#[tokio::test]
async fn p114_gives() {
    check!(p114(10, 59), Ok(P114Output { a: 124 }), 3..=3, []);
}

pipeline! {
    fn p115(grid: Vec<Vec<i64>>, xs: Vec<i64>, c: &i64) {
        map((vec![4, 5]) as a) {
            p110(ys = xs, b = c * c % 1_009 + 0) -> [a as h]
                >> if !xs.is_empty() && let Some(rest) = xs.iter().min() {
                    {} -> [c, xs, grid as g, rest],
                } else {
                    repeat(max = (h % 3).unsigned_abs() as usize) {
                        zip_up(ys = xs) >> step_1: zip_up(xs = xs, ys = xs) -> [b, zs],
                    } until(xs.len() + 1 > xs.len() && xs.len() < 3) -> [zs, b],
                },
        } -> [c as d, xs as g]
    }
}
#[tokio::test]
async fn p115_gives() {
    check!(p115(vec![vec![36, 24, 44], vec![59]], vec![], &49), Ok(P115Output { d: vec![49, 49], g: vec![vec![], vec![]] }), 8..=8, []);
}

pipeline! {
    fn p116(c: i64, xs: &[i64]) {
        p75(a = xs.iter().map(|item| item % 10).sum::<i64>(), b = c) >> rows(b = 6)
    }
}
#[tokio::test]
async fn p116_gives() {
    check!(p116(55, &[]), Ok(P116Output { grid: vec![] }), 2..=2, []);
}

pipeline! {
    fn p117(c: &i64) {
        by_1: match c {
            b if b % 4 == 1 => {} -> [c],
            n @ 2..=40 => again_2: repeat(max = 2) {
                repeat(max = 4) { half(a = n) >> mix(a = 1) >> add_one(a = 8) } until(n % 4 == 0),
            } until(c % 3 == 1)
                >> p86(b = n),
            b => {} -> [c as u, b as xs],
        }
            >> late(a = c)
            >> mix(a, b = c)
    }
}
#[tokio::test]
async fn p117_gives() {
    check!(p117(&52), Err(("late", "52 and 52 came late")), 1..=1, ["late"]);
}

pipeline! {
    fn p118(xs: Vec<i64>) -> [ys] {
        weave(ys = xs.iter().map(|item| item + 4).collect::<Vec<i64>>())
    }
}
#[tokio::test]
async fn p118_gives() {
    check!(p118(vec![41, 59, 17]), Ok(P118Output { ys: vec![41, 59, 17, 45, 63] }), 1..=1, []);
}

pipeline! {
    fn p119(xs: &[i64]) {
        weave(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
    }
}
#[tokio::test]
async fn p119_gives() {
    check!(p119(&[43, 25]), Ok(P119Output { ys: vec![43, 25, 25, 43, 43] }), 1..=1, []);
}

pipeline! {
    fn p120(ys: Vec<i64>, grid: Vec<Vec<i64>>, c: i64) -> [b as e] {
        map((vec![2, 3]) as b) {
            repeat(max = 2, index as round) {
                if let Some(n) = ys.first() { stamp(xs = ys) >> step_1: digits(a = c + 2) } else { push(xs = ys, a = ys.iter().map(|item| item % 10).sum::<i64>()) }
                    >> map(ys as e, limit = 4) { late(a = b) -> [c] >> digits(a = e) } -> [e, b as g]
                    >> match &g[..] {
                        [last, first @ ..] => {},
                        first if first.len() > 2 => turn(d = first.iter().map(|item| item % 10).sum::<i64>()) -> [a, b as g],
                        first => step_2: p91(ys = first.iter().rev().chain(first.iter()).take(5).copied().collect::<Vec<i64>>(), c = c)
                            >> halves
                            >> p86(a = c) -> [c as zs],
                    } -> [ys as a],
            } until(b % 4 == 0),
        }
            >> map(ys as e) {
                heads(grid = grid) >> zip_up(xs = ys) -> [b, zs as c] >> digits(a = e) -> [b],
            }
    }
}
#[tokio::test]
async fn p120_gives() {
    check!(p120(vec![59, 35], vec![], 36), Ok(P120Output { e: vec![5, 3] }), 32..=32, []);
}

pipeline! {
    fn p121(xs: &[i64], grid: Vec<Vec<i64>>) {
        heads
            >> map((xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) as b, limit = 1) {
                by_1: match xs {
                    last if last.len() > 1 => each_2: map(grid as ys) { zip_up } -> [zs as e]
                        >> each_3: map((zs.iter().rev().chain(last.iter()).take(5).copied().collect::<Vec<i64>>()) as e) {
                            add_one(a = e * c % 1_009 + 7) >> step_4: rows(b = c),
                        } -> [a, c as d, grid as u],
                    last => {},
                } -> [xs as c],
            } -> [c as u]
            >> digits(a = 1)
            >> each_5: map(xs as e, limit = zs.len() + 1) { blend(d = c + 6) >> behead(ys = zs) }
            >> half(a = b)
    }
}
#[tokio::test]
async fn p121_gives() {
    check!(p121(&[99, 13], vec![vec![3, 74], vec![], vec![52, 66]]), Ok(P121Output { b: 0 }), 59..=59, []);
}

pipeline! {
    fn p122(xs: &[i64]) -> [b as w] {
        zip_up(ys = xs.to_vec()) -> [b]
    }
}
#[tokio::test]
async fn p122_gives() {
    check!(p122(&[67, 49]), Ok(P122Output { w: 4 }), 1..=1, []);
}

pipeline! {
    fn p123(b: i64) -> [b as g, b as h] {
        double(a = b)
    }
}
#[tokio::test]
async fn p123_gives() {
    check!(p123(72), Ok(P123Output { g: 144, h: 144 }), 1..=1, []);
}

pipeline! {
    fn p124(b: i64, a: &i64) {
        up_to(a = b)
            >> step_1: double
            >> p98(c = b) -> [a]
            >> step_2: up_to
            >> try { step_3: behead(ys = xs) } else {}
    }
}
#[tokio::test]
async fn p124_gives() {
    check!(p124(71, &71), Ok(P124Output {  }), 5..=5, []);
}

pipeline! {
    fn p125(ys: Vec<i64>) -> [b, g] {
        zip_up(xs = ys, ys)
            >> map(ys as e) {
                repeat(max = ys.len()) {
                    match ys.iter().max() { Some(e) => digits(a = b), _ => {} },
                } until(zs.is_empty()),
            } -> [b as w]
            >> { weave(xs = w) >> half(a = b) -> [b] } -> [b, b as g]
    }
}
#[tokio::test]
async fn p125_gives() {
    check!(p125(vec![59, 18, 68]), Ok(P125Output { b: 3, g: 3 }), 15..=15, []);
}

pipeline! {
    fn p126(ys: &[i64], c: &i64, xs: &[i64]) -> [c, c as b] {
        step_1: total
    }
}
#[tokio::test]
async fn p126_gives() {
    check!(p126(&[27, 2], &93, &[1, 66]), Ok(P126Output { c: 67, b: 67 }), 1..=1, []);
}

pipeline! {
    fn p127(grid: Vec<Vec<i64>>) {
        each_1: map((vec![0, 1]) as e) { blend(c = e * e % 1_009 + 7, d = e + 2) -> [a as e] } -> [e]
            >> try {
                weave(ys = vec![3, 4], xs = e.to_vec())
                    >> match &ys[..] {
                        [n, m @ ..] => {},
                        [] => {} -> [ys as u],
                        [n, .., rest] => nth(xs = e, b = 2),
                        _ => step_2: weave(xs = e),
                    },
            } else |xs| { bury(error = xs) >> weigh(error = xs, a = c) } -> [grid as e]
            >> step_3: heads
            >> by_4: if let Some(m) = zs.first() { {} -> [m, m as grid] } else if !zs.is_empty() && let Some(b) = zs.iter().min() {
                match (b % 2 == 0, b % 3) {
                    (_, a) if a > 0 => step_5: p103 -> [b, a]
                        >> repeat(max = 1, index as round) {
                            stamp(xs = zs, round = round) >> step_6: stamp(xs = xs),
                        } until(b % 4 == 0),
                    _ => up_to(a = b) -> [xs],
                }
                    >> rows(xs, b),
            } else { digits(a = c) } -> [c as w]
    }
}
#[tokio::test]
async fn p127_gives() {
    check!(p127(vec![vec![49, 22, 9, 11], vec![], vec![]]), Ok(P127Output { w: 3 }), 4..=4, []);
}

pipeline! {
    fn p128(ys: Vec<i64>, b: i64) -> [h, g, b as xs] {
        step_1: behead(ys = vec![b + 6, b * 2])
            >> repeat(max = 4) {
                repeat(max = 1, index as round) {
                    match ys.iter().max() {
                        Some(last) if last % 2 == 0 => stamp(xs = ys, round = round),
                        Some(last) => {} -> [ys, b as e],
                        _ => {},
                    },
                } until(ys.len() + 1 > ys.len() && ys.len() < 2)
                    >> halves(ys = ys)
                    >> if let [rest, xs @ ..] = &ys[..] && rest % 2 == 0 { up_to(a = b) } else { zip_up(xs = zs, ys = zs) } -> [b, xs],
            } until(b - b < 3) -> [ys as g, xs, b]
            >> p123
    }
}
#[tokio::test]
async fn p128_gives() {
    check!(p128(vec![71, 82], 44), Ok(P128Output { h: 88, g: 88, xs: 44 }), 7..=7, []);
}

pipeline! {
    fn p129(xs: Vec<i64>, ys: Vec<i64>) -> [ys, xs as a] {
        match &xs[..] {
            [n, .., last] => match &xs[..] {
                [rest, b @ ..] => {},
                b if b.len() > 2 => match &b[..] {
                    [a] => total,
                    [] => {} -> [last],
                    last if last.len() > 2 => {},
                    _ => p110(b = last, c = n),
                },
                [rest] => repeat(max = 2, index as round) { age(a = rest, round) } until(rest % 4 == 1)
                    >> each_1: map((vec![1, 2]) as b) { p119(xs = xs) >> step_2: zip_up(ys) >> digits }
                    >> by_3: match &c[..] {
                        rest if rest.len() > 2 => total(xs),
                        [m, .., xs] => step_4: p86(b = rest, c = xs, a = rest) -> [c],
                        [] => {},
                        rest => p110(b = a, c = c.iter().map(|item| item % 10).sum::<i64>()),
                    } -> [xs, a as h],
                b => grow(xs, a = n),
            } -> [xs, ys as w],
            [n, e @ ..] => again_5: repeat(max = 2, index as round) {
                try { step_6: age(a = 9, round) } else |error| {} >> halves,
            } until(n % 2 == 0),
            e if e.len() > 2 => weave(ys, xs = xs),
            e => {},
        }
    }
}
#[tokio::test]
async fn p129_gives() {
    check!(p129(vec![45, 62], vec![44, 70]), Ok(P129Output { ys: vec![44, 70], a: vec![45, 62] }), 0..=0, []);
}

pipeline! {
    fn p130(grid: &[Vec<i64>]) {
        step_1: heads
    }
}
#[tokio::test]
async fn p130_gives() {
    check!(p130(&[vec![63, 21, 31, 34], vec![17, 71, 25]]), Ok(P130Output { zs: vec![63, 17], c: 2 }), 1..=1, []);
}

pipeline! {
    fn p131(a: i64, grid: &[Vec<i64>], b: &i64) {
        step_1: add_one -> [a]
            >> repeat(max = 3, index as i) {
                again_2: repeat(max = 1) { step_3: p90(c = b, b) -> [b] } until(a - b < 4),
            } until(i > 1) -> [b]
    }
}
#[tokio::test]
async fn p131_gives() {
    check!(p131(78, &[vec![27]], &69), Ok(P131Output { b: 278 }), 8..=8, []);
}

pipeline! {
    fn p132(c: &i64) {
        try {
            up_to(a = 5) -> [xs]
                >> {
                    step_1: late(a = c)
                        >> map(xs as e) {
                            late(a = a * c % 1_009 + 6, c = e)
                                >> behead(ys = vec![a + 2, c * 2]) -> [ys]
                                >> step_2: late(a = c),
                        } -> [a as g, ys as b, e, c as w]
                        >> match a {
                            last @ 2..=40 => step_3: half(a = a * last % 1_009 + 0) -> [b],
                            1 | 4 => {},
                            0 => blend(d = c) -> [a as u],
                            _ => late(c) >> push(xs = w, a = c),
                        } -> [xs, c, xs as ys],
                },
        } else { negate(b = 4) }
    }
}
#[tokio::test]
async fn p132_gives() {
    check!(p132(&31), Ok(P132Output { c: 10003 }), 6..=6, ["xs[0]/step_2"]);
}

pipeline! {
    fn p133(grid: &[Vec<i64>], a: i64) {
        p108(a = a, c = a) >> up_to(a = a + 5)
    }
}
#[tokio::test]
async fn p133_gives() {
    check!(p133(&[vec![79, 42, 80, 4], vec![]], 53), Ok(P133Output { xs: vec![0, 1] }), 2..=2, []);
}

pipeline! {
    fn p134(a: &i64) -> [c, a] {
        late(c = { let first = a * 7; first - a })
            >> add_one(a = a)
            >> try {
                step_1: p90(c = a, b = c) -> [b]
                    >> repeat(max = 1, index as round) {
                        age(a) -> [a as ys]
                            >> late(a = a, c = { let first = ys * 3; first - c }) -> [a as zs]
                            >> negate,
                    } until(round > 0) -> [c as u],
            } else {}
    }
}
#[tokio::test]
async fn p134_gives() {
    check!(p134(&66), Ok(P134Output { c: 9677, a: 463 }), 7..=7, []);
}

pipeline! {
    fn p135(grid: &[Vec<i64>]) {
        repeat(max = 2, index as round) {
            {
                p130 -> [c as grid]
                    >> age(a = { let first = grid * 8; first - grid })
                    >> repeat(max = round + 1, index as round) {
                        blend(c = grid, d = 1 - round as i64) >> p98(c = a) >> up_to -> [xs],
                    } until(grid % 4 == 0) -> [grid as g],
            },
        } until(g % 4 == 0) -> [g]
            >> add_one(a = g * g % 1_009 + 1)
            >> step_1: add_one
            >> up_to(a = a)
    }
}
#[tokio::test]
async fn p135_gives() {
    check!(p135(&[vec![9], vec![18, 42]]), Ok(P135Output { xs: vec![0, 1, 2] }), 19..=19, []);
}

pipeline! {
    fn p136(a: i64, grid: Vec<Vec<i64>>) {
        each_1: map(grid as xs, limit = 1) {
            group_2: {
                parallel {
                    branch_3: add_one(a) >> digits,
                    weave(ys = xs.to_vec()) -> [ys as c] >> halves(ys = xs.to_vec()) -> [zs],
                } -> [c as xs, zs as grid, b as u]
                    >> map(grid as b, limit = 2) {
                        zip_up(xs = grid, ys = vec![9, 10])
                            >> add_one(a = a) -> [a as grid]
                            >> halves(ys = vec![9, 10]) -> [zs, xs as b],
                    }
                    >> parallel {
                        up_to(a = grid.len() as i64) -> [xs],
                        zip_up(xs = grid.iter().map(|item| item + 7).collect::<Vec<i64>>(), ys = grid)
                            >> grow(xs = grid, a),
                        mix(a = u, b = grid.iter().map(|item| item % 10).sum::<i64>())
                            >> half
                            >> step_4: grow(xs = grid, a = d) -> [ys as f],
                    } -> [f],
            } -> [f],
        }
    }
}
#[tokio::test]
async fn p136_gives() {
    check!(p136(46, vec![vec![]]), Ok(P136Output { f: vec![vec![12]] }), 10..=10, []);
}

pipeline! {
    fn p137(b: i64, xs: &[i64]) -> [xs, w] {
        double(a = { let first = b * 1; first - b })
            >> p95(a = b * b % 1_009 + 9, ys = xs)
            >> each_1: map(xs as b, limit = 4) {
                blend(c = b * b % 1_009 + 5, d = b)
                    >> try {
                        match &xs[..] {
                            [a, rest @ ..] => step_2: blend(c = a, d = b),
                            rest if rest.len() > 2 => late(a = b, c = b) >> zip_up(xs, ys = rest),
                            [] => {} -> [b],
                            rest => step_3: late(a = b, c = b)
                                >> step_4: late(a = rest.iter().map(|item| item % 10).sum::<i64>()),
                        }
                            >> map((xs.to_vec()) as b, limit = xs.len() + 1) {
                                behead(ys = vec![b + 4, b * 2]) -> [ys]
                                    >> half(a = b) -> [b]
                                    >> p98(c = a) -> [a],
                            } -> [a as ys, a as u],
                    } else {}
                    >> p109(a = a, xs = xs, ys = vec![5, 6]) -> [w],
            }
    }
}
#[tokio::test]
async fn p137_gives() {
    check!(p137(95, &[]), Ok(P137Output { xs: vec![0, 1, 2], w: vec![vec![5, 6], vec![5, 6], vec![5, 6]] }), 41..=41, []);
}

pipeline! {
    fn p138(grid: Vec<Vec<i64>>, a: i64, b: i64) {
        p130(grid = grid) -> [zs as b]
            >> zip_up(xs = b, ys = vec![4, 5]) -> [zs as a, b as f]
            >> if a.is_empty() { if f % 3 == 1 { {} -> [f as b, f] } -> [f as h] }
    }
}
#[tokio::test]
async fn p138_gives() {
    check!(p138(vec![vec![47, 63], vec![], vec![9]], 18, 63), Ok(P138Output {  }), 2..=2, []);
}

pipeline! {
    fn p139(xs: Vec<i64>, ys: Vec<i64>) -> [zs] {
        p119(xs = ys) -> [ys as zs]
    }
}
#[tokio::test]
async fn p139_gives() {
    check!(p139(vec![18], vec![20, 64]), Ok(P139Output { zs: vec![20, 64, 64, 20, 20] }), 1..=1, []);
}

pipeline! {
    fn p140(c: i64, b: i64) {
        match (c % 2 == 0, c % 3) {
            (_, first) if first > 0 => mix(a = b) -> [d],
            _ => each_1: map((0..3_i64) as b, limit = 4) { step_2: p123 },
        } -> [b as xs]
            >> step_3: mix(a = xs)
    }
}
#[tokio::test]
async fn p140_gives() {
    check!(p140(5, 66), Ok(P140Output { d: 264 }), 2..=2, []);
}

pipeline! {
    fn p141(a: i64) -> [a] {
        p140(c = { let first = a * 0; first - a }, b = 2) >> step_1: mix(b = d) -> [d as h]
    }
}
#[tokio::test]
async fn p141_gives() {
    check!(p141(92), Ok(P141Output { a: 92 }), 5..=5, []);
}

pipeline! {
    fn p142(ys: &[i64], xs: Vec<i64>) -> [ys as a, xs as e] {
        weave
    }
}
#[tokio::test]
async fn p142_gives() {
    check!(p142(&[], vec![87, 36]), Ok(P142Output { a: vec![87, 36], e: vec![87, 36] }), 1..=1, []);
}

pipeline! {
    fn p143(ys: &[i64]) -> [u as a, grid] {
        halves
            >> group_1: {
                each_2: map(ys as e) {
                    map(xs as e, limit = xs.len() + 1) { up_to(a = e + 9) } -> [xs as grid],
                } -> [e as c, grid, e]
                    >> p119(xs = xs) -> [ys],
            }
            >> behead -> [ys as grid]
            >> map(grid as a) { map(grid as b) { p118 -> [ys as zs] } -> [zs as u] }
    }
}
#[tokio::test]
async fn p143_gives() {
    check!(p143(&[92]), Err(("behead", "nothing to take")), 3..=3, ["behead"]);
}

pipeline! {
    fn p144(a: &i64) {
        double -> [b]
    }
}
#[tokio::test]
async fn p144_gives() {
    check!(p144(&70), Ok(P144Output { b: 140 }), 1..=1, []);
}

pipeline! {
    fn p145(ys: &[i64], b: i64, xs: &[i64]) {
        total >> rows -> [grid as u]
    }
}
#[tokio::test]
async fn p145_gives() {
    check!(p145(&[93], 82, &[96, 26, 11]), Ok(P145Output { u: vec![vec![96, 26, 11]] }), 2..=2, []);
}

pipeline! {
    fn p146(a: &i64) {
        double -> [b as w] >> p144
    }
}
#[tokio::test]
async fn p146_gives() {
    check!(p146(&31), Ok(P146Output { b: 62 }), 2..=2, []);
}

pipeline! {
    fn p147(c: &i64, b: &i64, xs: Vec<i64>) -> [xs as g, xs] {
        p144(a = c) >> up_to(a = { let first = c * 5; first - b })
    }
}
#[tokio::test]
async fn p147_gives() {
    check!(p147(&94, &22, vec![44, 25]), Ok(P147Output { g: vec![0, 1], xs: vec![0, 1] }), 2..=2, []);
}

pipeline! {
    fn p148(c: &i64) -> [c as a] {
        repeat(max = 2, index as i) { negate(b = { let first = c * 3; first - c }) -> [c] } until(i > 1)
    }
}
#[tokio::test]
async fn p148_gives() {
    check!(p148(&11), Ok(P148Output { a: 44 }), 3..=3, []);
}

pipeline! {
    fn p149(b: i64, xs: Vec<i64>) {
        total(xs = xs)
            >> map(xs as b) {
                step_1: total
                    >> both_2: parallel {
                        weave(ys = xs.to_vec()) -> [ys as a],
                        branch_3: map(xs as b) {
                            total(xs = xs.to_vec())
                                >> step_4: digits(a = xs.iter().map(|item| item % 10).sum::<i64>()) -> [c as w],
                        }
                            >> double(a = { let first = c * 0; first - b }) -> [b]
                            >> late(a = c, c = c) -> [a as zs, c],
                    },
            } -> [c as u, zs]
            >> {
                turn(c = c, d = zs.len() as i64)
                    >> {
                        match a {
                            0 => {},
                            rest @ 2..=40 => p118 >> digits(a) >> late -> [a, c],
                            1 | 4 => mix(b = b),
                            last => negate(b = c) >> add_one,
                        } -> [d, a, c as zs],
                    },
            }
    }
}
#[tokio::test]
async fn p149_gives() {
    check!(p149(9, vec![77, 54]), Ok(P149Output { d: 11, a: 141, zs: 131 }), 20..=20, []);
}

pipeline! {
    fn p150(grid: Vec<Vec<i64>>) -> [xs as a, zs as u] {
        heads(grid = grid)
            >> p146(a = c + 9)
            >> step_1: heads
            >> again_2: repeat(max = 1) {
                parallel {
                    half(a = 6),
                    branch_3: by_4: if zs.len() + 1 > zs.len() && zs.len() < 3 {
                        flatten(grid = grid) >> grow(a = 1),
                    } else if let Some(first) = zs.first() {
                        step_5: half(a = { let first = b * 0; first - first }) -> [b as u]
                            >> p139(xs = vec![6, 7], ys = zs),
                    } -> [b as ys, zs],
                }
                    >> halves(ys = zs),
            } until(ys % 3 == 0)
    }
}
#[tokio::test]
async fn p150_gives() {
    check!(p150(vec![]), Ok(P150Output { a: vec![], u: vec![] }), 9..=9, []);
}

pipeline! {
    fn p151(a: &i64, b: i64) {
        p140(c = 0, b) >> half(a = a) >> negate
    }
}
#[tokio::test]
async fn p151_gives() {
    check!(p151(&55, 27), Err(("half", "55 is refused")), 5..=5, ["half"]);
}

pipeline! {
    fn p152(grid: Vec<Vec<i64>>, ys: Vec<i64>) -> [grid] {
        again_1: repeat(max = ys.len()) {
            total(xs = ys.to_vec()) -> [c as d]
                >> {}
                >> match &ys[..] {
                    [m, e @ ..] => if !e.is_empty() && let Some(e) = e.iter().min() {
                        p118(xs = ys.iter().map(|item| item + 2).collect::<Vec<i64>>()),
                    } else if m % 3 == 1 {
                        zip_up(xs = e, ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()),
                    } else { rows(xs = ys, b = d) },
                    e if e.len() > 2 => {} -> [d],
                    [m] => map(ys as a, limit = 4) { total(xs = ys) -> [c] }
                        >> repeat(max = 2) { rows(xs = c, b = 8) >> double(a = d) } until(m % 3 == 0) -> [b]
                        >> each_2: map(ys as a, limit = 4) {
                            blend(c = m * b % 1_009 + 4, d = a + 4) -> [a as zs] >> step_3: push(xs = ys),
                        },
                    _ => {},
                },
        } until(ys.len() + 1 > ys.len() && ys.len() < 4) -> [d, ys]
            >> try { flatten(grid = grid) } else |why| { {} -> [grid] }
    }
}
#[tokio::test]
async fn p152_gives() {
    check!(p152(vec![vec![69, 59, 5, 53], vec![11, 72, 47, 45], vec![39, 40]], vec![60, 77, 85]), Ok(P152Output { grid: vec![vec![69, 59, 5, 53], vec![11, 72, 47, 45], vec![39, 40]] }), 8..=8, []);
}

pipeline! {
    fn p153(a: i64, xs: &[i64], c: i64) {
        step_1: p128(ys = xs.to_vec(), b = c)
            >> by_2: if c % 2 == 1 { step_3: negate(b = g) } else {
                parallel {
                    half >> up_to -> [xs],
                    branch_4: add_one >> negate(b = { let first = a * 8; first - h }) -> [c as ys],
                    branch_5: match (c % 2 == 0, c % 3) {
                        (true, e) => {},
                        (_, e) if e > 0 => {} -> [a],
                        _ => half(a = h),
                    } -> [a as d],
                },
            } -> [c as u]
            >> add_one(a = a)
            >> double -> [b as ys]
    }
}
#[tokio::test]
async fn p153_gives() {
    check!(p153(44, &[25, 9], 60), Ok(P153Output { ys: 90 }), 13..=13, []);
}

pipeline! {
    fn p154(a: i64, ys: Vec<i64>, c: i64) {
        weave(xs = ys)
    }
}
#[tokio::test]
async fn p154_gives() {
    check!(p154(34, vec![10, 90, 48], 22), Ok(P154Output { ys: vec![10, 90, 48, 10, 90] }), 1..=1, []);
}

pipeline! {
    fn p155(a: i64, xs: Vec<i64>) {
        again_1: repeat(max = 2) { p146 } until(b - a < 2)
    }
}
#[tokio::test]
async fn p155_gives() {
    check!(p155(43, vec![38, 79, 28]), Ok(P155Output { b: 86 }), 5..=5, []);
}

pipeline! {
    fn p156(grid: Vec<Vec<i64>>, xs: Vec<i64>, ys: Vec<i64>) -> [zs] {
        try { behead(ys = xs) -> [ys as e] >> step_4: behead } else |error| { total(xs = xs) -> [c as u] >> weigh(a = u) -> [b as g] }
            >> halves(ys = ys)
            >> {}
            >> heads(grid = vec![zs.to_vec(), vec![1]])
    }
}
#[tokio::test]
async fn p156_gives() {
    check!(p156(vec![vec![], vec![18, 38]], vec![6, 90], vec![8, 61, 51]), Ok(P156Output { zs: vec![51, 1] }), 4..=4, []);
}

pipeline! {
    fn p157(c: &i64, b: i64, ys: &[i64]) {
        if b % 3 == 0 {} else if b - c < 3 { turn(c = c, d = c) } else if c % 2 == 0 {
            by_1: match c {
                1 | 3 => grow(xs = ys, a = b) -> [ys as c],
                _ => try { halves >> nth(xs = xs, b = { let first = c * 7; first - b }) } else |error| { {} -> [c, c as zs] },
            } -> [b as ys],
        } -> [b as h]
    }
}
#[tokio::test]
async fn p157_gives() {
    check!(p157(&60, 41, &[59, 8, 26]), Ok(P157Output { h: 120 }), 1..=1, []);
}

pipeline! {
    fn p158(grid: Vec<Vec<i64>>) {
        flatten(grid = vec![vec![8], vec![]]) -> [xs] >> weave(ys = xs)
    }
}
#[tokio::test]
async fn p158_gives() {
    check!(p158(vec![]), Ok(P158Output { ys: vec![8, 8] }), 2..=2, []);
}

pipeline! {
    fn p159(ys: Vec<i64>, grid: Vec<Vec<i64>>, c: &i64) {
        match &ys[..] { [xs] => {}, _ => flatten >> nth(b = c) -> [d] }
            >> step_1: nth(xs = ys, b = c)
            >> push(xs = ys, a = c)
    }
}
#[tokio::test]
async fn p159_gives() {
    check!(p159(vec![], vec![vec![], vec![14, 73, 39]], &43), Err(("nth", "no item 3 of 3")), 2..=2, ["nth"]);
}

pipeline! {
    fn p160(grid: Vec<Vec<i64>>, a: i64) {
        mix(a = a, b = a + 8)
            >> try {
                if a % 2 == 0 { by_1: if a - d < 3 { p148(c = d) } } else { step_2: mix(b = a) }
                    >> half(a = a),
            } else |xs| {
                by_3: if a - a < 3 {} else { {} -> [d, d as g] } >> bury(error = xs) -> [d as g],
            } -> [grid]
    }
}
#[tokio::test]
async fn p160_gives() {
    check!(p160(vec![vec![], vec![]], 79), Ok(P160Output { grid: vec![vec![], vec![]] }), 4..=4, ["half"]);
}

pipeline! {
    fn p161(a: i64, ys: Vec<i64>, xs: Vec<i64>) -> [u, a as zs] {
        match ys.iter().max() {
            None => digits(a = a + 5) -> [b as e, c as ys],
            Some(b) => grow(xs = ys),
            Some(b) if b % 2 == 0 => {},
            _ => {},
        } -> [a, a as u]
    }
}
#[tokio::test]
async fn p161_gives() {
    check!(p161(10, vec![91], vec![74, 69]), Ok(P161Output { u: 10, zs: 10 }), 1..=1, []);
}

pipeline! {
    fn p162(grid: Vec<Vec<i64>>) {
        flatten
            >> parallel {
                p156(ys = xs.to_vec()) -> [zs as w],
                branch_1: zip_up(xs = xs, ys = xs) >> step_2: halves(ys = vec![5, 6]),
            } -> [xs, zs]
            >> weave(ys = zs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
    }
}
#[tokio::test]
async fn p162_gives() {
    check!(p162(vec![vec![99], vec![81, 64], vec![9], vec![60, 31, 56, 21]]), Ok(P162Output { ys: vec![5, 6, 5] }), 8..=8, []);
}

pipeline! {
    fn p163(a: &i64) {
        match a { m if m % 3 == 1 => {}, m => {} } -> [a] >> {} >> mix(a = a + 0, b = 6)
    }
}
#[tokio::test]
async fn p163_gives() {
    check!(p163(&42), Ok(P163Output { d: 132 }), 1..=1, []);
}

pipeline! {
    fn p164(b: i64, c: &i64, xs: &[i64]) {
        each_1: map(xs as a, limit = 3) {
            up_to(a)
                >> both_2: parallel {
                    { negate },
                    double
                        >> map((xs) as e) { halves(ys = vec![b + 4, b * 2]) } -> [xs as f, zs as g, xs as grid]
                        >> p147(b = c * a % 1_009 + 7, xs = xs),
                },
        } -> [xs as zs, c as e, g]
    }
}
#[tokio::test]
async fn p164_gives() {
    check!(p164(15, &90, &[]), Ok(P164Output { zs: vec![], e: vec![], g: vec![] }), 0..=0, []);
}

pipeline! {
    fn p165(grid: &[Vec<i64>], xs: &[i64]) {
        if !xs.is_empty() && let Some(rest) = xs.iter().min() { total }
    }
}
#[tokio::test]
async fn p165_gives() {
    check!(p165(&[vec![], vec![97], vec![49, 85], vec![14, 23]], &[79]), Ok(P165Output {  }), 1..=1, []);
}

pipeline! {
    fn p166(grid: Vec<Vec<i64>>, ys: &[i64]) -> [ys as a] {
        map(ys as b) { halves(ys = vec![0, 1]) } >> flatten(grid) -> [xs as ys]
    }
}
#[tokio::test]
async fn p166_gives() {
    check!(p166(vec![vec![39, 51], vec![59, 15]], &[92]), Ok(P166Output { a: vec![39, 51, 59, 15] }), 2..=2, []);
}

pipeline! {
    fn p167(c: i64, a: i64) -> [c] {
        p134
            >> attempt_1: try {
                map((vec![4, 5]) as b) {
                    match b { a @ 2..=40 => half >> step_2: half, last => late(a = a) } -> [b]
                        >> {}
                        >> { behead(ys = vec![0, 1]) } -> [a, ys as e],
                } -> [e as grid, a as xs]
                    >> repeat(max = xs.len()) {
                        try {
                            p144(a = xs.iter().map(|item| item % 10).sum::<i64>()) >> behead(ys = xs),
                        } else |xs| {
                            step_3: heads(grid = vec![vec![6], vec![]]) -> [zs as grid, c],
                        } -> [c],
                    } until(c % 3 == 1),
            } else |e| { bury(error = e) }
    }
}
#[tokio::test]
async fn p167_gives() {
    check!(p167(64, 11), Ok(P167Output { c: 9952 }), 15..=15, ["p134/repeat[0]/late", "p134/repeat"]);
}

pipeline! {
    fn p168(b: &i64) {
        double(a = b + 3)
    }
}
#[tokio::test]
async fn p168_gives() {
    check!(p168(&38), Ok(P168Output { b: 82 }), 1..=1, []);
}

pipeline! {
    fn p169(b: &i64, a: i64, ys: Vec<i64>) {
        map(ys as b) {
            again_1: repeat(max = 1) { digits(a) } until(c % 4 == 1) -> [b] >> step_2: double,
        } -> [a as xs, b as d]
    }
}
#[tokio::test]
async fn p169_gives() {
    check!(p169(&8, 99, vec![31, 32]), Ok(P169Output { xs: vec![99, 99], d: vec![198, 198] }), 6..=6, []);
}

pipeline! {
    fn p170(c: i64) {
        double(a = c)
            >> attempt_1: try { late(a = c) >> {} >> half } else |error| {
                digits(a = c)
                    >> again_2: repeat(max = 3) {
                        repeat(max = 3, index as b) {
                            mix(a = c, b = 9) >> turn(b = d, c = d, d = d),
                        } until(d % 4 == 1) -> [d, b as w, a],
                    } until(c % 4 == 1)
                    >> map((vec![a + 9, c * 2]) as a, limit = 3) {
                        map((vec![0, 1]) as b) { mix(b = c) } -> [d as h]
                            >> {}
                            >> { step_3: bury } -> [c]
                            >> map(h as e) { p139(xs = vec![9, 10], ys = vec![0, 1]) },
                    },
            }
    }
}
#[tokio::test]
async fn p170_gives() {
    check!(p170(46), Ok(P170Output { b: 92 }), 35..=35, ["attempt_1/late"]);
}

pipeline! {
    fn p171(xs: &[i64]) {
        weave(ys = xs, xs)
            >> {}
            >> repeat(max = 2) {
                p139
                    >> repeat(max = 2) {
                        if !zs.is_empty() && let Some(first) = zs.iter().min() {
                            {} -> [xs as h, xs],
                        } else if zs.len() + 1 > zs.len() && zs.len() < 4 {
                            behead(ys = ys)
                                >> weave(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()),
                        } else if !ys.is_empty() && let Some(first) = ys.iter().min() { up_to(a = first) } -> [ys, xs],
                    } until(false),
            } until(ys.is_empty())
            >> try {
                if !ys.is_empty() && let Some(e) = ys.iter().min() {
                    match ys.iter().max() {
                        Some(a) if a % 2 == 0 => rows(xs, b = { let first = a * 1; first - a }) -> [grid as xs]
                            >> behead
                            >> negate(b = 3) -> [c as d],
                        None => digits(a = { let first = e * 3; first - e }),
                        Some(a) => {} -> [a],
                        _ => step_1: negate(b = e + 0) -> [c]
                            >> nth(b = ys.iter().map(|item| item % 10).sum::<i64>()),
                    },
                } else if true { step_2: behead }
                    >> step_3: behead,
            } else |xs| {}
    }
}
#[tokio::test]
async fn p171_gives() {
    check!(p171(&[63, 35]), Ok(P171Output { ys: vec![35, 63, 35] }), 7..=7, []);
}

pipeline! {
    fn p172(grid: &[Vec<i64>], a: i64) -> [b as h] {
        double -> [b]
    }
}
#[tokio::test]
async fn p172_gives() {
    check!(p172(&[vec![37, 47], vec![48], vec![35, 98, 48], vec![28, 89, 33]], 95), Ok(P172Output { h: 190 }), 1..=1, []);
}

pipeline! {
    fn p173(a: i64, b: i64, ys: &[i64]) {
        digits
    }
}
#[tokio::test]
async fn p173_gives() {
    check!(p173(36, 14, &[23]), Ok(P173Output { b: 3, c: 6 }), 1..=1, []);
}

pipeline! {
    fn p174(ys: Vec<i64>) {
        p143(ys = ys.iter().map(|item| item + 5).collect::<Vec<i64>>())
    }
}
#[tokio::test]
async fn p174_gives() {
    check!(p174(vec![12, 52]), Ok(P174Output { a: vec![vec![vec![17, 21], vec![17, 21]], vec![vec![17, 21], vec![17, 21]]], grid: vec![17, 17] }), 9..=9, []);
}

pipeline! {
    fn p175(b: &i64) {
        add_one(a = b) -> [a as u] >> negate(b = u)
    }
}
#[tokio::test]
async fn p175_gives() {
    check!(p175(&41), Ok(P175Output { c: 9965 }), 2..=2, []);
}

pipeline! {
    fn p176(c: i64, grid: Vec<Vec<i64>>) -> [e, xs as ys] {
        again_1: repeat(max = 3, index as round) { age(a = { let first = c * 6; first - c }) } until(a % 4 == 0) -> [a as e]
            >> add_one(a = c)
            >> up_to -> [xs]
    }
}
#[tokio::test]
async fn p176_gives() {
    check!(p176(62, vec![vec![4, 98], vec![22, 47, 53]]), Ok(P176Output { e: 316, ys: vec![0, 1, 2] }), 6..=6, []);
}

pipeline! {
    fn p177(c: i64, b: &i64, xs: &[i64]) {
        mix(a = c)
            >> add_one(a = c * d % 1_009 + 5)
            >> step_1: add_one(a = d) -> [a]
            >> step_2: rows -> [grid]
            >> up_to
    }
}
#[tokio::test]
async fn p177_gives() {
    check!(p177(53, &8, &[97, 70, 45]), Ok(P177Output { xs: vec![] }), 5..=5, []);
}

pipeline! {
    fn p178(a: i64) -> [a, g] {
        map((vec![0, 1]) as e) {
            try { heads(grid = vec![vec![2], vec![]]) >> p144(a = c) } else {
                blend(c = e, d = e + 0) -> [a]
                    >> parallel {
                        branch_1: blend(c = e + 5, d = a),
                        turn(b = e, c = e, d = a) -> [a as zs, b, d],
                    },
            } -> [a as zs, b]
                >> try { half(a = a) -> [b as e] } else {
                    each_2: map((vec![3, 4]) as b) { step_3: blend(c = e * e % 1_009 + 8, d = zs + 2) } -> [a as grid],
                },
        }
            >> mix(a, b = a)
            >> step_5: p147(c = d * a % 1_009 + 3, b = d, xs = e)
    }
}
#[tokio::test]
async fn p178_gives() {
    check!(p178(56), Ok(P178Output { a: 56, g: vec![0] }), 9..=9, []);
}

pipeline! {
    fn p179(ys: &[i64], grid: &[Vec<i64>], a: &i64) {
        step_1: push(xs = ys) >> p175(b = a)
    }
}
#[tokio::test]
async fn p179_gives() {
    check!(p179(&[37, 18, 54], &[vec![13, 43], vec![]], &33), Ok(P179Output { c: 9973 }), 3..=3, []);
}

pipeline! {
    fn p180(ys: Vec<i64>, xs: &[i64], c: &i64) {
        up_to(a = { let first = c * 6; first - c }) -> [xs as e]
            >> try { step_1: late(a = c * c % 1_009 + 4, c) } else |xs| {
                repeat(max = 2, index as i) {
                    bury(error = xs) >> weigh(error = xs, a = d + 3) -> [b],
                } until(e.is_empty()) -> [b, b as f],
            } -> [c]
            >> halves
            >> half(a = c)
            >> step_3: half(a = b)
    }
}
#[tokio::test]
async fn p180_gives() {
    check!(p180(vec![13, 21], &[22, 18], &88), Ok(P180Output { b: 149 }), 5..=5, []);
}

pipeline! {
    fn p181(b: &i64, xs: Vec<i64>) {
        if b % 4 == 1 {} else {
            halves(ys = vec![8, 9])
                >> parallel {
                    branch_1: late(a = { let first = b * 5; first - b }, c = zs.iter().map(|item| item % 10).sum::<i64>())
                        >> by_2: if let [m, b @ ..] = &zs[..] && m % 2 == 0 { behead(ys = zs) -> [ys] } else { half(a = c) >> step_3: grow(xs = zs) -> [ys as g] >> add_one }
                        >> add_one,
                    map(xs as b) {
                        up_to(a = { let first = b * 7; first - b })
                            >> p148(c = xs.iter().map(|item| item % 10).sum::<i64>()),
                    }
                        >> digits(a = b * b % 1_009 + 6)
                        >> try { add_one(a = c) >> behead(ys = zs) } else |error| { bury(error = error) },
                },
        }
            >> up_to(a = b) -> [xs]
            >> step_4: halves(ys = xs) -> [xs, zs]
            >> each_5: map(xs as a) { push(xs) -> [xs] } -> [xs as e]
    }
}
#[tokio::test]
async fn p181_gives() {
    check!(p181(&49, vec![58, 73]), Ok(P181Output { e: vec![] }), 2..=2, []);
}

pipeline! {
    fn p182(c: i64) {
        map((vec![c + 3, c * 2]) as e, limit = 3) {
            parallel {
                branch_1: attempt_2: try { half(a = c + 5) >> late(a = e, c = e + 6) } else |a| { {} -> [c as zs] },
                branch_3: step_4: turn(b = e + 5, d = 1),
                branch_5: step_6: negate(b = c * c % 1_009 + 2)
                    >> up_to(a = 6)
                    >> by_7: if xs.len() + 1 > xs.len() && xs.len() < 4 { grow(a = e) } else if !xs.is_empty() && let Some(b) = xs.iter().min() {} else if let [a, n @ ..] = &xs[..] && a % 2 == 0 {
                        turn(b = c, d = a) >> p164(b = d, c, xs) >> step_8: push(xs) -> [xs as a],
                    } else { {} -> [c] } -> [c as f],
            } -> [d, f as ys, b]
                >> step_9: add_one(a = c * c % 1_009 + 9)
                >> negate,
        } -> [c as h, ys, a]
    }
}
#[tokio::test]
async fn p182_gives() {
    check!(p182(67), Ok(P182Output { h: vec![9939, 9939], ys: vec![9552, 9552], a: vec![463, 463] }), 16..=16, []);
}

pipeline! {
    fn p183(ys: &[i64], b: i64) -> [c, c as e] {
        each_1: map(ys as a) { total(xs = ys) }
    }
}
#[tokio::test]
async fn p183_gives() {
    check!(p183(&[18, 89], 56), Ok(P183Output { c: vec![107, 107], e: vec![107, 107] }), 2..=2, []);
}

pipeline! {
    fn p184(xs: Vec<i64>) {
        halves(ys = xs)
            >> weave(ys = vec![7, 8], xs)
            >> p174(ys = ys)
            >> try {
                map(grid as b) { map(xs as e) { add_one(a = b) } -> [ys as c, e as u] }
                    >> again_1: repeat(max = 4) {
                        late(a = ys.iter().map(|item| item % 10).sum::<i64>(), c = 4) -> [a as w]
                            >> push(a = 8),
                    } until(ys.len() + 1 > zs.len() && ys.len() < 3) -> [xs],
            } else { zip_up(ys = zs) } -> [zs, xs, ys as a]
    }
}
#[tokio::test]
async fn p184_gives() {
    check!(p184(vec![86, 36, 19, 63]), Ok(P184Output { zs: vec![19, 63], xs: vec![36, 8, 8, 8, 8], a: vec![86, 36, 7, 8] }), 46..=46, []);
}

pipeline! {
    fn p185(xs: &[i64], grid: &[Vec<i64>], b: i64) {
        {
            attempt_1: try {
                parallel {
                    half(a = b + 9) >> nth(xs, b = b),
                    branch_2: late(a = b, c = { let first = b * 6; first - b }) -> [a, c as d]
                        >> weave(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()),
                },
            } else |xs| {
                both_3: parallel {
                    branch_4: double(a = b) >> step_5: half(a = b) >> up_to(a = b),
                    heads(grid) >> negate -> [c as ys] >> p168,
                    weigh(error = xs, a = b)
                        >> double(a = { let first = b * 5; first - b })
                        >> step_6: weigh(error = xs, a = 9) -> [b as u],
                } -> [xs, b],
            }
                >> negate(b = b),
        }
    }
}
#[tokio::test]
async fn p185_gives() {
    check!(p185(&[], &[vec![26, 27], vec![27, 57], vec![75, 2], vec![2, 2]], 1), Ok(P185Output { c: 9999 }), 12..=14, ["attempt_1/nth"]);
}

pipeline! {
    fn p186(c: &i64, grid: &[Vec<i64>]) -> [d as w] {
        mix(a = c, b = c) >> step_1: mix(a = d, b = { let first = d * 0; first - d })
    }
}
#[tokio::test]
async fn p186_gives() {
    check!(p186(&58, &[vec![41, 98]]), Ok(P186Output { w: 464 }), 2..=2, []);
}

pipeline! {
    fn p187(c: &i64) {
        each_1: map((vec![0, 1]) as b) {
            parallel {
                blend(c = { let first = c * 6; first - b }, d = b) -> [a]
                    >> parallel {
                        branch_2: blend(c, d = b)
                            >> double(a = { let first = a * 6; first - c }) -> [b as f]
                            >> step_3: negate,
                        branch_4: digits -> [b, c as e],
                    }
                    >> try { late(c = e * e % 1_009 + 7) >> p151(a = e) } else |why| {},
                branch_5: add_one(a = { let first = c * 2; first - b }),
            } -> [a as ys, c]
                >> up_to(a = c) -> [xs as u],
        }
    }
}
#[tokio::test]
async fn p187_gives() {
    check!(p187(&26), Ok(P187Output { u: vec![vec![], vec![]] }), 28..=28, []);
}

pipeline! {
    fn p188(ys: &[i64], b: &i64) -> [xs as c] {
        step_1: grow(xs = ys.to_vec(), a = ys.len() as i64) -> [ys]
            >> repeat(max = 4, index as round) {
                if !ys.is_empty() && let Some(e) = ys.iter().min() {
                    halves(ys = ys)
                        >> stamp(round = (e % 3).unsigned_abs() as usize)
                        >> step_2: stamp(xs = vec![9, 10]) -> [xs],
                } else { { total(xs = vec![b + 2, b * 2]) -> [c as b] } }
                    >> push(xs = ys, a = b * b % 1_009 + 9) -> [xs],
            } until(b % 2 == 0)
    }
}
#[tokio::test]
async fn p188_gives() {
    check!(p188(&[72, 0, 1], &43), Ok(P188Output { c: vec![72, 0, 1, 3, 849] }), 18..=18, []);
}

pipeline! {
    fn p189(a: i64, c: i64, ys: &[i64]) {
        attempt_1: try {
            try { negate(b = c) >> half(a = a) >> nth(xs = vec![c + 9, a * 2], b) } else |error| { bury >> repeat(max = 2) { bury -> [d] } until(d % 2 == 0) },
        } else |why| {
            step_2: weigh(error = why, a = ys.iter().map(|item| item % 10).sum::<i64>()),
        }
    }
}
#[tokio::test]
async fn p189_gives() {
    check!(p189(80, 78, &[15, 94, 36]), Ok(P189Output {  }), 3..=3, []);
}

pipeline! {
    fn p190(ys: &[i64], xs: Vec<i64>, grid: &[Vec<i64>]) -> [c] {
        p174
            >> map(ys as e, limit = grid.len() + 1) {
                blend(c = e, d = e) >> step_1: p183(b = xs.len() as i64) -> [c as f],
            }
            >> total
    }
}
#[tokio::test]
async fn p190_gives() {
    check!(p190(&[15, 41], vec![41, 12], &[vec![74, 46, 60], vec![29, 89], vec![54], vec![8]]), Ok(P190Output { c: 53 }), 16..=16, []);
}

pipeline! {
    fn p191(ys: Vec<i64>) {
        halves -> [zs as d, xs as c]
    }
}
#[tokio::test]
async fn p191_gives() {
    check!(p191(vec![82, 51, 97, 46]), Ok(P191Output { d: vec![97, 46], c: vec![82, 51] }), 1..=1, []);
}

pipeline! {
    fn p192(grid: &[Vec<i64>], xs: &[i64], c: &i64) {
        { heads >> step_1: weave(ys = zs, xs = zs) } -> [xs, grid as f, c, ys]
    }
}
#[tokio::test]
async fn p192_gives() {
    check!(p192(&[vec![45, 7, 57], vec![47, 56], vec![0, 75], vec![47, 22]], &[], &6), Ok(P192Output { xs: vec![], f: vec![vec![45, 7, 57], vec![47, 56], vec![0, 75], vec![47, 22]], c: 4, ys: vec![45, 47, 0, 47, 45] }), 2..=2, []);
}

pipeline! {
    fn p193(grid: Vec<Vec<i64>>) {
        group_1: {
            { p158 -> [ys] >> step_2: p158 -> [ys] }
                >> map(ys as e, limit = 1) {
                    repeat(max = 1) { flatten(grid = grid) } until(ys.len() + 1 > xs.len() && ys.len() < 3)
                        >> {}
                        >> behead -> [ys as a],
                },
        } -> [a as h, a as w]
            >> repeat(max = 2) {
                try {
                    heads(grid = h)
                        >> attempt_3: try { late(a = { let first = c * 3; first - c }) >> digits(a = a) } else { half(a = c * c % 1_009 + 1) >> behead(ys = zs) } -> [w]
                        >> again_4: repeat(max = 3, index as i) {
                            late(a = c) >> behead(ys = zs) >> step_5: negate(b = c),
                        } until(ys.is_empty()),
                } else |why| {}
                    >> flatten
                    >> step_6: heads -> [zs as u, c],
            } until(c % 3 == 0) -> [u as a, c]
    }
}
#[tokio::test]
async fn p193_gives() {
    check!(p193(vec![vec![], vec![61, 7, 0, 50], vec![], vec![36, 36]]), Ok(P193Output { a: vec![-1, 61, -1, 36], c: 4 }), 25..=25, ["repeat[0]/again_4[0]/late", "repeat[0]/again_4", "repeat[1]/again_4[0]/late", "repeat[1]/again_4"]);
}

pipeline! {
    fn p194(grid: &[Vec<i64>]) {
        heads >> halves(ys = zs) -> [zs, xs]
    }
}
#[tokio::test]
async fn p194_gives() {
    check!(p194(&[vec![12, 44, 75, 3], vec![], vec![40, 23], vec![75, 68]]), Ok(P194Output { zs: vec![40, 75], xs: vec![12, -1] }), 2..=2, []);
}

pipeline! {
    fn p195(ys: Vec<i64>) {
        weave(ys = ys, xs = ys) -> [ys] >> total(xs = ys) >> negate(b = c * c % 1_009 + 0)
    }
}
#[tokio::test]
async fn p195_gives() {
    check!(p195(vec![94]), Ok(P195Output { c: 9978 }), 3..=3, []);
}

pipeline! {
    fn p196(ys: Vec<i64>, xs: Vec<i64>) {
        by_1: if xs.len() + 1 > ys.len() && xs.len() < 4 { {} -> [ys as u, ys] } else if let Some(a) = xs.first() {
            try {
                match a % 3 {
                    1 | 3 => {} -> [ys as f],
                    n @ 2..=40 => {},
                    rest if rest % 3 == 1 => {},
                    _ => {} -> [ys],
                }
                    >> negate(b = a)
                    >> nth(xs = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>(), b = c) -> [d as e],
            } else { {} -> [xs, xs as grid] } -> [xs],
        } else if ys.len() + 1 > xs.len() && ys.len() < 3 { weave }
            >> total(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
            >> grow(xs = xs, a = ys.iter().map(|item| item % 10).sum::<i64>()) -> [ys]
            >> add_one(a = c) -> [a]
    }
}
#[tokio::test]
async fn p196_gives() {
    check!(p196(vec![1, 40, 18, 25], vec![70, 1, 12, 4]), Ok(P196Output { a: 86 }), 5..=5, []);
}

pipeline! {
    fn p197(grid: &[Vec<i64>], b: &i64) -> [xs as c] {
        digits(a = b)
            >> attempt_1: try { half(a = 2) -> [b as zs] } else {
                attempt_2: try {
                    half(a = b)
                        >> map((vec![c + 1, c * 2]) as b, limit = 1) {
                            heads(grid) -> [zs as b] >> half(a = c) >> late(a = c * b % 1_009 + 5),
                        } -> [a as ys]
                        >> if b % 3 == 0 { nth(xs = ys) >> behead >> late(a = b, c = c) } else if let Some(b) = ys.first() {
                            halves(ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()),
                        } else if !ys.is_empty() && let Some(xs) = ys.iter().min() {
                            step_3: nth(xs = vec![xs + 5, c * 2]) -> [d as zs]
                                >> rows(xs = vec![5, 6], b = ys.iter().map(|item| item % 10).sum::<i64>())
                                >> p172(grid, a = b) -> [h],
                        },
                } else {
                    repeat(max = (c % 3).unsigned_abs() as usize, index as round) { age(a = 8) } until(b % 3 == 1),
                },
            }
            >> half(a = c) -> [b as grid]
            >> map((vec![9, 10]) as e, limit = 4) { negate(b = b) } -> [c as xs]
    }
}
#[tokio::test]
async fn p197_gives() {
    check!(p197(&[vec![6, 42], vec![90, 72]], &61), Ok(P197Output { c: vec![10001, 10001] }), 5..=5, []);
}

pipeline! {
    fn p198(grid: Vec<Vec<i64>>, b: i64) {
        repeat(max = 4) {
            try {
                p163(a = b + 9) -> [d as f]
                    >> match f % 2 {
                        0 => turn(c = 5, d = f),
                        m @ 2..=40 => late(a = m + 6, c = b) -> [c, a as u]
                            >> step_1: late(a = b) -> [a, c as h]
                            >> step_2: late -> [c],
                        rest => {},
                    } -> [b, b as c],
            } else |xs| { {} -> [grid as f] } -> [b]
                >> step_3: late(a = b, c = 6)
                >> repeat(max = 2) { heads } until(a % 2 == 0) -> [c as e, c as h],
        } until(h % 2 == 0) -> [e as u, h]
            >> again_4: repeat(max = (u % 3).unsigned_abs() as usize, index as i) {
                match (u % 2 == 0, h % 3) {
                    (true, 0) => group_5: {
                        digits(a = 1 - i as i64) -> [b, c as xs]
                            >> {}
                            >> blend(c = 0, d = xs * h % 1_009 + 1),
                    }
                        >> age(round = i),
                    _ => {} -> [grid as a],
                } -> [grid as a],
            } until(i > 1)
    }
}
#[tokio::test]
async fn p198_gives() {
    check!(p198(vec![vec![47], vec![61, 14]], 65), Ok(P198Output { a: vec![vec![47], vec![61, 14]] }), 8..=8, []);
}

pipeline! {
    fn p199(a: &i64) {
        blend(c = a, d = a + 3)
            >> repeat(max = 2) {
                repeat(max = 2) {
                    try { up_to >> behead(ys = xs) >> rows(xs = xs, b = a) } else { step_1: blend(c = a, d = a * a % 1_009 + 5) >> p168(b = 4) },
                } until(a % 2 == 0) -> [a as e]
                    >> step_2: p163(a = a * e % 1_009 + 6)
                    >> {
                        map((0..3_i64) as b) { double(a = e) >> turn(c = b) >> mix(a = e, b = a) } -> [a as xs, e as h, d as b],
                    } -> [h as zs],
            } until(a - e < 2) -> [zs]
            >> p157(c = { let first = a * 1; first - a }, b = a, ys = zs)
    }
}
#[tokio::test]
async fn p199_gives() {
    check!(p199(&42), Ok(P199Output { h: 9824 }), 19..=19, ["repeat[0]/repeat[0]/behead", "p157/by_1/nth"]);
}
