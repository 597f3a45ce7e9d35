//! Written by generate.py from the seed 20261; not to be edited.
//!
//! In 200 pipelines: 561 -> [..], 413 a(x = expr), 529 a(x = y), 72 a(x), 404 as, 61 carried, 4 failures among siblings, 49 group, 60 if, 29 if let, 37 index, 43 labelled, 45 limit, 103 map, 50 match, 70 nesting 0, 29 nesting 1, 19 nesting 2, 82 nesting 3, 31 parallel, 41 pass-through, 16 pattern, 77 repeat, 25 runs that fail, 17 runs that recover, 1013 step, 153 step name, 122 sub-pipeline, 75 try, 33 unlabelled, 46 {} -> [..].
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
    fn p4(c: i64) -> [b as e, c] {
        double(a = { let first = c * 5; first - c })
            >> step_1: digits(a = 9)
            >> {}
            >> step_2: double(a = { let first = b * 1; first - b }) -> [b]
            >> step_3: add_one(a = c + 5)
            >> if a % 2 == 0 {
                add_one -> [a as e]
                    >> p1(ys = vec![1, 2], xs = vec![a + 5, e * 2], a = c + 5)
                    >> repeat(max = 4) { p3(xs = vec![b + 8, b * 2], b) } until(a - b < 3) -> [b],
            } else if c % 2 == 0 { up_to(a = a) } else { negate(b = a) -> [c as grid] >> late -> [c, a as g] } -> [c, b]
    }
}
#[tokio::test]
async fn p4_gives() {
    check!(p4(55), Err(("late", "15 and 9 came late")), 6..=6, ["late"]);
}

pipeline! {
    fn p5(a: &i64) -> [zs as ys] {
        each_1: map((vec![9, 10]) as b) { up_to -> [xs] } -> [xs as zs]
    }
}
#[tokio::test]
async fn p5_gives() {
    check!(p5(&41), Ok(P5Output { ys: vec![vec![0], vec![0]] }), 2..=2, []);
}

pipeline! {
    fn p6(grid: Vec<Vec<i64>>, b: &i64) {
        step_1: negate(b = 1) >> up_to(a = 8) >> p1(ys = xs, a = c * b % 1_009 + 7)
    }
}
#[tokio::test]
async fn p6_gives() {
    check!(p6(vec![vec![45], vec![85]], &79), Ok(P6Output { w: 0 }), 9..=9, []);
}

pipeline! {
    fn p7(a: &i64, xs: Vec<i64>) -> [d as c, xs as b] {
        behead(ys = xs) >> mix(a = a, b = ys.len() as i64)
    }
}
#[tokio::test]
async fn p7_gives() {
    check!(p7(&36, vec![63, 23]), Ok(P7Output { c: 109, b: vec![63, 23] }), 2..=2, []);
}

pipeline! {
    fn p8(grid: Vec<Vec<i64>>) -> [grid, xs] {
        flatten(grid = vec![vec![2], vec![]]) >> by_1: if let Some(b) = xs.first() {}
    }
}
#[tokio::test]
async fn p8_gives() {
    check!(p8(vec![vec![], vec![42, 66, 23, 98]]), Ok(P8Output { grid: vec![vec![], vec![42, 66, 23, 98]], xs: vec![2] }), 1..=1, []);
}

pipeline! {
    fn p9(c: &i64, grid: &[Vec<i64>]) {
        late(a = c * c % 1_009 + 4, c = c) -> [a as u, c]
    }
}
#[tokio::test]
async fn p9_gives() {
    check!(p9(&66, &[vec![97, 50]]), Ok(P9Output { u: 390, c: 258 }), 1..=1, []);
}

pipeline! {
    fn p10(b: i64) {
        match (b % 2 == 0, b % 3) {
            (true, xs) => try { step_1: half(a = b) >> half(a = xs + 8) } else |e| {
                weigh(error = e, a = b) >> each_2: map((vec![9, 10]) as a) { weigh(error = e) } -> [b as a],
            },
            (true, 0) => map((0..3_i64) as a, limit = 4) { p5 >> mix } -> [d],
            _ => {},
        } -> [b as d]
            >> mix(a = b) -> [d]
            >> again_3: repeat(max = 3, index as round) { double(a = { let first = d * 6; first - b }) -> [b] } until(b - b < 3)
            >> digits(a = { let first = d * 9; first - b })
            >> turn(c = { let first = b * 7; first - d })
    }
}
#[tokio::test]
async fn p10_gives() {
    check!(p10(77), Ok(P10Output { a: 9083, b: 9468, d: 231 }), 5..=5, []);
}

pipeline! {
    fn p11(b: &i64, ys: &[i64]) {
        map(ys as e, limit = 4, index as i) {
            try {
                match e {
                    xs if xs - b < 3 => age(a = b, round = i),
                    xs => push(xs = ys, a = e * b % 1_009 + 3),
                }
                    >> half(a = b),
            } else |a| {
                p5(a = ys.len() as i64) -> [ys]
                    >> map(ys as ys, index as round, limit = 4) {
                        rows(xs = ys, b = e) -> [grid as f] >> step_1: weigh(error = a, a = e),
                    } -> [b as grid],
            }
                >> step_2: age(a = e, round = i)
                >> step_4: push(xs = ys, a = e),
        } -> [e, xs as h]
    }
}
#[tokio::test]
async fn p11_gives() {
    check!(p11(&47, &[13, 31]), Ok(P11Output { e: vec![13, 31], h: vec![vec![13, 31, 13], vec![13, 31, 31]] }), 20..=20, ["ys[0]/half", "ys[1]/half"]);
}

pipeline! {
    fn p12(xs: &[i64], grid: &[Vec<i64>], b: i64) -> [grid as w, xs] {
        grow(a = b)
            >> attempt_1: try {
                map((vec![b + 8, b * 2].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (b, _), index as i) {
                    map((vec![b + 1, b * 2]) as b) {
                        age(a = b, round = i) >> behead(ys = vec![a + 0, b * 2]),
                    } -> [ys as g]
                        >> stamp(round = ys.len()) -> [xs]
                        >> if xs.len() + 1 > ys.len() && xs.len() < 3 { double(a = b + 1) } else if b % 4 == 1 {
                            age(a = b, round = i) >> half(a = a * a % 1_009 + 5) >> nth,
                        } else { step_2: half(a = b) >> step_3: age(a = b, round = i + 1) },
                } -> [b as g]
                    >> mix(a = 3),
            } else {
                parallel {
                    branch_4: weave(xs = ys)
                        >> match (b % 2 == 0, b % 3) {
                            (true, 0) => {},
                            (_, last) if last > 0 => add_one(a = b),
                            _ => p8(grid = grid),
                        },
                    branch_5: total(xs = ys),
                    branch_6: push(a = b) -> [xs as g],
                },
            }
    }
}
#[tokio::test]
async fn p12_gives() {
    check!(p12(&[44], &[vec![], vec![63, 2, 80, 12]], 61), Ok(P12Output { w: vec![vec![], vec![63, 2, 80, 12]], xs: vec![44] }), 14..=14, []);
}

pipeline! {
    fn p13(a: &i64, grid: Vec<Vec<i64>>, b: &i64) {
        p9(c = { let first = a * 0; first - a }, grid = grid)
            >> repeat(max = 3) {
                double(a) -> [b]
                    >> map((vec![c + 9, a * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((a, [e, _]), ys), limit = 2) {
                        total(xs = ys) >> halves,
                    },
            } until(c % 4 == 0)
            >> if c - a < 3 {
                try {
                    late(a = { let first = u * 2; first - a })
                        >> map((0..3_i64) as b) {
                            digits
                                >> {}
                                >> late(a)
                                >> blend(c = { let first = b * 9; first - c }, d = a) -> [a],
                        } -> [a as h]
                        >> step_1: digits,
                } else |xs| { heads(grid = zs) } -> [b, c as ys],
            } else if c % 4 == 1 { flatten } -> [grid]
            >> blend(d = u)
    }
}
#[tokio::test]
async fn p13_gives() {
    check!(p13(&25, vec![], &51), Err(("p9/late", "629 and -25 came late")), 1..=1, ["p9/late"]);
}

pipeline! {
    fn p14(grid: &[Vec<i64>]) {
        map((vec![1, 2]) as a) {
            group_1: {
                step_2: up_to(a = a)
                    >> blend(c = xs.iter().map(|item| item % 10).sum::<i64>(), d = a)
                    >> weave(ys = xs) -> [ys as d],
            },
        }
    }
}
#[tokio::test]
async fn p14_gives() {
    check!(p14(&[vec![32], vec![14, 17, 47]]), Ok(P14Output { d: vec![vec![0, 0], vec![0, 1, 0, 1]] }), 6..=6, []);
}

pipeline! {
    fn p15(a: i64) {
        digits(a = a) >> double(a = { let first = c * 6; first - a }) >> late(c = b) >> up_to -> [xs as zs]
    }
}
#[tokio::test]
async fn p15_gives() {
    check!(p15(56), Ok(P15Output { zs: vec![] }), 4..=4, []);
}

pipeline! {
    fn p16(ys: Vec<i64>, b: i64, grid: Vec<Vec<i64>>) {
        zip_up(xs = ys.iter().map(|item| item + 7).collect::<Vec<i64>>()) >> late(a = b, c = b)
    }
}
#[tokio::test]
async fn p16_gives() {
    check!(p16(vec![27], 95, vec![vec![83], vec![]]), Err(("late", "2 and 2 came late")), 2..=2, ["late"]);
}

pipeline! {
    fn p17(ys: Vec<i64>, c: i64, b: i64) {
        again_1: repeat(max = 2) {
            repeat(max = 1, index as b) {
                if c % 2 == 1 { negate(b = c * c % 1_009 + 8) } else if c - c < 3 {} else if c - c < 2 { step_2: negate(b = c) },
            } until(b > 0)
                >> rows(xs = ys, b = b) -> [grid as h],
        } until(ys.is_empty())
    }
}
#[tokio::test]
async fn p17_gives() {
    check!(p17(vec![84, 59, 30, 65], 63, 35), Ok(P17Output { h: vec![vec![84, 59, 30, 65], vec![85, 60, 31, 66]] }), 7..=7, []);
}

pipeline! {
    fn p18(xs: Vec<i64>, c: i64) {
        p15(a = c) >> step_1: late(a = { let first = c * 5; first - c })
    }
}
#[tokio::test]
async fn p18_gives() {
    check!(p18(vec![51, 2, 96], 91), Err(("p15/late", "91 and 9837 came late")), 3..=3, ["p15/late"]);
}

pipeline! {
    fn p19(grid: Vec<Vec<i64>>) {
        repeat(max = 1) {
            heads
                >> map(zs as a) {
                    total(xs = zs.to_vec())
                        >> late(c = zs.len() as i64) -> [a, c as xs]
                        >> match (a % 2 == 0, c % 3) {
                            (_, first) if first > 0 => negate(b = xs),
                            _ => {},
                        },
                } -> [c as xs]
                >> turn(b = c, c = c + 0, d = xs.len() as i64),
        } until(b - d < 3) -> [b as zs, d as u, a as h]
            >> mix(a = zs + 4, b = { let first = u * 6; first - u }) -> [d]
    }
}
#[tokio::test]
async fn p19_gives() {
    check!(p19(vec![vec![8, 88], vec![14, 79, 68, 1], vec![20, 87, 28]]), Ok(P19Output { d: 60 }), 10..=10, []);
}

pipeline! {
    fn p20(b: &i64) {
        negate(b = b * b % 1_009 + 0) -> [c]
            >> { mix(a = c) >> add_one(a = b) >> late(c = d * c % 1_009 + 7) }
    }
}
#[tokio::test]
async fn p20_gives() {
    check!(p20(&43), Ok(P20Output { a: 862, c: 9233 }), 4..=4, []);
}

pipeline! {
    fn p21(ys: &[i64]) -> [g] {
        halves
            >> zip_up(xs = xs.iter().map(|item| item + 2).collect::<Vec<i64>>(), ys = ys)
            >> {}
            >> each_1: map((zs.iter().map(|item| item + 1).collect::<Vec<i64>>()) as a, limit = 4) {
                weave(xs = vec![9, 10]),
            } -> [zs as u, ys as g, a]
    }
}
#[tokio::test]
async fn p21_gives() {
    check!(p21(&[52, 29]), Ok(P21Output { g: vec![vec![9, 10, 52, 29]] }), 3..=3, []);
}

pipeline! {
    fn p22(b: &i64, xs: Vec<i64>, ys: Vec<i64>) {
        weave
    }
}
#[tokio::test]
async fn p22_gives() {
    check!(p22(&65, vec![11, 41], vec![]), Ok(P22Output { ys: vec![11, 41] }), 1..=1, []);
}

pipeline! {
    fn p23(xs: Vec<i64>, grid: Vec<Vec<i64>>, c: i64) {
        weave(ys = xs)
            >> p5(a = c)
            >> map(ys as xs) {
                attempt_1: try {
                    by_2: if c % 2 == 0 { {} -> [xs as g] } else if let [n, a @ ..] = &xs[..] && n % 2 == 0 { p20(b = a.len() as i64) } else { nth(b = xs.len() as i64) -> [d] } -> [c]
                        >> by_3: match &xs[..] {
                            [] => rows(b = c) >> halves(ys = xs),
                            [last, .., rest] => double(a = xs.len() as i64),
                            n if n.len() > 2 => nth(xs = xs, b = 3) -> [d as grid]
                                >> {}
                                >> step_4: push(a = xs.iter().map(|item| item % 10).sum::<i64>())
                                >> zip_up(ys = n.to_vec()),
                            n => {},
                        },
                } else |error| {},
            } -> [xs as zs, xs as d]
    }
}
#[tokio::test]
async fn p23_gives() {
    check!(p23(vec![1, 35, 46], vec![vec![37, 33, 27, 33], vec![], vec![46, 43, 49]], 52), Ok(P23Output { zs: vec![vec![], vec![]], d: vec![vec![], vec![]] }), 7..=7, []);
}

pipeline! {
    fn p24(a: i64, b: i64, c: &i64) {
        step_1: up_to
            >> each_2: map((0..3_i64) as b) {
                weave(ys = xs, xs = xs) >> repeat(max = 3) { add_one(a = a) -> [a as d] } until(d % 4 == 0),
            } -> [d as h, a as w]
    }
}
#[tokio::test]
async fn p24_gives() {
    check!(p24(30, 99, &21), Ok(P24Output { h: vec![31, 31, 31], w: vec![30, 30, 30] }), 16..=16, []);
}

pipeline! {
    fn p25(ys: Vec<i64>, grid: Vec<Vec<i64>>, a: i64) {
        step_1: half(a = a) >> match ys { n if n.len() > 1 => {}, _ => {} }
    }
}
#[tokio::test]
async fn p25_gives() {
    check!(p25(vec![], vec![vec![87, 36], vec![], vec![32, 47, 93, 34]], 4), Ok(P25Output {  }), 1..=1, []);
}

pipeline! {
    fn p26(xs: Vec<i64>, a: i64, ys: &[i64]) -> [xs, xs as u] {
        by_1: if a % 2 == 0 {} else {
            group_2: {
                repeat(max = 3, index as round) { behead(ys = ys) -> [ys] } until(ys.len() + 1 > xs.len() && ys.len() < 3) -> [xs],
            } -> [xs],
        }
    }
}
#[tokio::test]
async fn p26_gives() {
    check!(p26(vec![81], 0, &[]), Ok(P26Output { xs: vec![81], u: vec![81] }), 0..=0, []);
}

pipeline! {
    fn p27(b: i64, grid: &[Vec<i64>]) -> [d as grid] {
        mix(a = b + 6)
    }
}
#[tokio::test]
async fn p27_gives() {
    check!(p27(56, &[]), Ok(P27Output { grid: 242 }), 1..=1, []);
}

pipeline! {
    fn p28(ys: &[i64]) {
        try {
            map(ys as a) {
                map(ys as b, index as i) {
                    age(round = i)
                        >> total(xs = ys.iter().map(|item| item + 2).collect::<Vec<i64>>())
                        >> push(xs = ys.to_vec(), a = a + 0) -> [xs as e],
                }
                    >> if a % 4 == 0 { nth(xs = ys, b = a) >> late(c = a) }
                    >> zip_up(xs = ys),
            }
                >> {}
                >> heads(grid = vec![ys.to_vec(), vec![7]]),
        } else |error| { halves >> try { group_1: { bury } } else { {} -> [xs] } }
            >> p21 -> [g]
    }
}
#[tokio::test]
async fn p28_gives() {
    check!(p28(&[1, 95]), Ok(P28Output { g: vec![vec![9, 10, 1, 95]] }), 18..=18, []);
}

pipeline! {
    fn p29(ys: Vec<i64>, a: i64) {
        rows(xs = vec![a + 8, a * 2], b = a * a % 1_009 + 4) -> [grid]
            >> repeat(max = 1, index as i) { age(round = i) } until(ys.len() + 1 > ys.len() && ys.len() < 3) -> [a]
    }
}
#[tokio::test]
async fn p29_gives() {
    check!(p29(vec![86, 3, 89], 92), Ok(P29Output { a: 92 }), 3..=3, []);
}

pipeline! {
    fn p30(ys: &[i64], b: i64, c: i64) {
        repeat(max = 2) {
            behead
                >> {}
                >> blend(d = { let first = b * 6; first - c })
                >> {
                    if ys.is_empty() {} else if let Some(first) = ys.first() { halves } else if c % 2 == 0 { push(xs = ys, a = c) >> add_one -> [a] } -> [a as f],
                },
        } until(ys.len() + 1 > ys.len() && ys.len() < 4)
            >> blend(d = 1)
            >> p22(xs = ys.iter().map(|item| item + 1).collect::<Vec<i64>>())
    }
}
#[tokio::test]
async fn p30_gives() {
    check!(p30(&[29, 93, 91, 16], 67, 16), Ok(P30Output { ys: vec![30, 94, 92, 17, 29] }), 6..=6, []);
}

pipeline! {
    fn p31(a: i64, grid: Vec<Vec<i64>>) -> [grid, a as zs] {
        match (a % 2 == 0, a % 3) {
            (_, m) if m > 0 => digits(a = a) >> turn(c = m, d = { let first = b * 8; first - m }) >> add_one,
            (true, m) => flatten,
            (true, 0) => by_1: if a % 2 == 1 {},
            _ => try {
                { p9(c = a * a % 1_009 + 0, grid) >> late >> step_2: late } -> [a as u, c as w]
                    >> step_3: late(c = u),
            } else |a| {},
        }
    }
}
#[tokio::test]
async fn p31_gives() {
    check!(p31(71, vec![vec![18, 99, 26, 6], vec![], vec![41, 53]]), Ok(P31Output { grid: vec![vec![18, 99, 26, 6], vec![], vec![41, 53]], zs: 10 }), 3..=3, []);
}

pipeline! {
    fn p32(b: i64, c: i64) -> [ys] {
        map((vec![c + 6, b * 2]) as e) {
            negate(b = b) -> [c] >> blend(d = c * e % 1_009 + 7) >> double,
        } -> [b as g]
            >> each_1: map((g.to_vec()) as e, index as i) {
                repeat(max = 1) { up_to(a = c) >> negate >> stamp(round = 2) } until(e - c < 3)
                    >> {}
                    >> step_2: p15(a = b),
            }
            >> flatten(grid = vec![g.to_vec(), vec![8]]) -> [xs as ys]
    }
}
#[tokio::test]
async fn p32_gives() {
    check!(p32(29, 73), Ok(P32Output { ys: vec![7549, 4209, 8] }), 23..=23, []);
}

pipeline! {
    fn p33(b: i64) {
        {
            match b % 3 {
                1 | 3 => both_1: parallel {
                    double(a = b),
                    blend(c = { let first = b * 0; first - b }, d = b) >> up_to(a = b) >> late(c = b),
                    branch_2: blend(c = b + 7, d = b) >> turn(c = b, d = b) -> [a as g, b as w, d],
                } -> [c, a, w as grid, d as xs, b],
                e if e - b < 3 => if b % 2 == 0 { step_3: up_to(a = e) >> up_to(a = b) -> [xs as d] } else { blend(c = b, d = b) >> mix } -> [b, b as grid]
                    >> add_one(a = b) -> [a as f],
                e => {},
            }
                >> repeat(max = 1) { blend(c = b + 4, d = b) } until(a - a < 2),
        }
            >> again_4: repeat(max = 3, index as round) { age(a, round) >> step_5: age(round = round + 1) } until(b % 4 == 1)
    }
}
#[tokio::test]
async fn p33_gives() {
    check!(p33(14), Ok(P33Output { a: 9982 }), 12..=12, []);
}

pipeline! {
    fn p34(ys: Vec<i64>, grid: &[Vec<i64>], a: i64) {
        map(grid as ys) {
            try {
                each_1: map((ys.iter().map(|item| item + 3).collect::<Vec<i64>>()) as b, index as round) {
                    age(a = a),
                } -> [a as xs]
                    >> by_2: match xs { b if b.len() > 1 => halves, _ => {} },
            } else |why| { weigh(error = why) -> [b] } -> [ys, ys as grid]
                >> map((ys.iter().rev().chain(grid.iter()).take(5).copied().collect::<Vec<i64>>()) as b, limit = 1) {
                    match ys.iter().max() {
                        Some(last) if last % 2 == 0 => p22(xs = ys),
                        _ => turn(b = b, c = b, d = b),
                    } -> [ys],
                } -> [ys as u, ys as w],
        }
            >> digits
            >> nth(xs = ys, b = ys.len() as i64)
    }
}
#[tokio::test]
async fn p34_gives() {
    check!(p34(vec![56, 50, 18, 60], &[vec![41, 4, 73], vec![4], vec![26, 53, 35], vec![50]], 25), Err(("nth", "no item 4 of 4")), 26..=26, ["nth"]);
}

pipeline! {
    fn p35(a: i64) {
        mix(a = { let first = a * 2; first - a }, b = a) >> negate(b = 8) -> [c]
    }
}
#[tokio::test]
async fn p35_gives() {
    check!(p35(90), Ok(P35Output { c: 9999 }), 2..=2, []);
}

pipeline! {
    fn p36(b: i64, ys: Vec<i64>, c: &i64) {
        match ys {
            b if b.len() > 1 => group_1: { grow(xs = ys, a = c + 7) -> [ys] >> add_one(a = c) } >> double,
            b => {},
        }
            >> p15(a = c)
    }
}
#[tokio::test]
async fn p36_gives() {
    check!(p36(84, vec![39, 62], &87), Err(("p15/late", "87 and 9917 came late")), 6..=6, ["p15/late"]);
}

pipeline! {
    fn p37(b: i64) -> [b as xs] {
        add_one(a = b + 3) -> [a]
    }
}
#[tokio::test]
async fn p37_gives() {
    check!(p37(10), Ok(P37Output { xs: 10 }), 1..=1, []);
}

pipeline! {
    fn p38(ys: Vec<i64>, grid: Vec<Vec<i64>>, a: i64) -> [a as h] {
        late(a, c = { let first = a * 5; first - a })
    }
}
#[tokio::test]
async fn p38_gives() {
    check!(p38(vec![37, 66, 88], vec![vec![60, 31, 69], vec![34]], 31), Ok(P38Output { h: 155 }), 1..=1, []);
}

pipeline! {
    fn p39(a: &i64) {
        step_1: mix(b = a) -> [d]
    }
}
#[tokio::test]
async fn p39_gives() {
    check!(p39(&13), Ok(P39Output { d: 52 }), 1..=1, []);
}

pipeline! {
    fn p40(c: &i64, xs: &[i64]) -> [h as d, w] {
        grow(a = c + 8) >> p24(a = c, b = c)
    }
}
#[tokio::test]
async fn p40_gives() {
    check!(p40(&39, &[80, 66]), Ok(P40Output { d: vec![40, 40, 40], w: vec![39, 39, 39] }), 11..=11, []);
}

pipeline! {
    fn p41(xs: Vec<i64>, grid: &[Vec<i64>]) {
        repeat(max = xs.len(), index as round) {
            repeat(max = xs.len(), index as round) {
                repeat(max = xs.len(), index as round) {
                    behead(ys = xs.iter().map(|item| item + 6).collect::<Vec<i64>>()) -> [ys as f]
                        >> {}
                        >> weave(ys = f),
                } until(f.is_empty())
                    >> if let [n, a @ ..] = &ys[..] && n % 2 == 0 {
                        digits(a = n) >> {} >> p17(ys = vec![c + 8, n * 2]),
                    } else {
                        weave(ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
                            >> step_1: weave(xs = vec![0, 1]),
                    },
            } until(round > 0)
                >> step_2: behead(ys = ys) -> [ys]
                >> flatten(grid),
        } until(xs.is_empty()) -> [xs as a]
            >> flatten
            >> halves(ys = xs)
            >> behead(ys = zs.iter().map(|item| item + 0).collect::<Vec<i64>>()) -> [ys]
    }
}
#[tokio::test]
async fn p41_gives() {
    check!(p41(vec![29, 40, 92], &[vec![94], vec![], vec![43, 33], vec![4, 39, 48]]), Ok(P41Output { ys: vec![4, 39] }), 99..=99, []);
}

pipeline! {
    fn p42(ys: Vec<i64>, b: i64) {
        repeat(max = 1, index as round) { negate >> p15(a = b) } until(b - c < 4) -> [zs, zs as xs]
    }
}
#[tokio::test]
async fn p42_gives() {
    check!(p42(vec![84, 53, 50, 44], 86), Ok(P42Output { zs: vec![0], xs: vec![0] }), 6..=6, []);
}

pipeline! {
    fn p43(b: i64) {
        map((0..3_i64) as b, limit = 3) {
            if b % 2 == 0 { {} -> [b, b as a] } else if b % 4 == 0 {
                if b - b < 4 {
                    p35(a = { let first = b * 5; first - b }) >> up_to(a = b * b % 1_009 + 7) -> [xs as w],
                } else if b % 4 == 0 { digits(a = b) } else if b - b < 4 { step_1: up_to(a = b + 6) >> step_2: digits(a = b) } else { p5(a = b) -> [ys] >> step_3: up_to(a = b) >> behead(ys = xs) -> [ys] },
            } else { step_4: up_to(a = 3) } -> [b],
        } -> [b as w]
            >> mix(a = { let first = b * 0; first - b }, b)
            >> zip_up(xs = w, ys = w)
            >> late(a = { let first = d * 9; first - d }, c = zs.len() as i64)
            >> weave(ys = vec![7, 8], xs = zs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>())
    }
}
#[tokio::test]
async fn p43_gives() {
    check!(p43(83), Ok(P43Output { ys: vec![6, 3, 0, 0, 3] }), 5..=5, []);
}

pipeline! {
    fn p44(b: i64, a: i64, ys: Vec<i64>) -> [ys] {
        parallel {
            push(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()),
            weave(ys = ys, xs = ys),
        }
    }
}
#[tokio::test]
async fn p44_gives() {
    check!(p44(28, 71, vec![30, 18]), Ok(P44Output { ys: vec![30, 18, 30, 18] }), 2..=2, []);
}

pipeline! {
    fn p45(ys: Vec<i64>, a: &i64, grid: Vec<Vec<i64>>) {
        step_1: double(a)
    }
}
#[tokio::test]
async fn p45_gives() {
    check!(p45(vec![41, 21], &30, vec![vec![85, 78, 94], vec![31, 52, 59], vec![36, 65, 12], vec![14]]), Ok(P45Output { b: 60 }), 1..=1, []);
}

pipeline! {
    fn p46(a: &i64, xs: &[i64], c: &i64) -> [ys as b, g, ys as a] {
        p21(ys = xs)
            >> blend(c = c, d = a)
            >> add_one(a = c) -> [a]
            >> behead(ys = xs)
            >> try {
                try { heads(grid = vec![vec![6], vec![]]) } else {
                    half
                        >> map(ys as e, index as round) {
                            half
                                >> late(c = a)
                                >> step_1: nth(xs = ys.iter().map(|item| item + 3).collect::<Vec<i64>>()),
                        }
                        >> step_2: behead,
                }
                    >> step_3: half,
            } else |why| {} -> [a as ys]
    }
}
#[tokio::test]
async fn p46_gives() {
    check!(p46(&49, &[97, 8, 37], &59), Ok(P46Output { b: 60, g: vec![vec![9, 10, 97, 8, 37]], a: 60 }), 8..=8, []);
}

pipeline! {
    fn p47(a: i64, ys: Vec<i64>, grid: Vec<Vec<i64>>) -> [a as ys] {
        step_1: p16(b = a) -> [c, a]
            >> repeat(max = (a % 3).unsigned_abs() as usize, index as round) {
                both_2: parallel {
                    branch_3: match ys {
                        xs if xs.len() > 1 => halves,
                        _ => heads >> p27(b = zs.iter().map(|item| item % 10).sum::<i64>(), grid = grid),
                    } -> [a as grid, a]
                        >> age(a = grid)
                        >> half,
                    mix(b = c) >> p22(b = a, xs = ys),
                } -> [ys as g, b],
            } until(ys.len() + 1 > ys.len() && ys.len() < 2) -> [b as c, g as a]
    }
}
#[tokio::test]
async fn p47_gives() {
    check!(p47(66, vec![], vec![vec![33, 62], vec![83, 60], vec![19, 9]]), Err(("step_1/late", "0 and 0 came late")), 2..=2, ["step_1/late"]);
}

pipeline! {
    fn p48(b: i64, grid: Vec<Vec<i64>>, xs: Vec<i64>) {
        weave(ys = xs.iter().map(|item| item + 7).collect::<Vec<i64>>())
            >> group_1: { add_one(a = b) >> zip_up(xs = vec![7, 8]) >> grow -> [ys as f] }
            >> step_2: weave
            >> {}
            >> if let Some(m) = xs.first() {
                by_3: if b - m < 3 {
                    double(a = m) -> [b as h] >> late(a = h, c = { let first = m * 6; first - h }),
                } else if b % 3 == 1 { half(a = { let first = b * 6; first - b }) } else if xs.len() + 1 > f.len() && xs.len() < 2 { digits(a = b) },
            }
    }
}
#[tokio::test]
async fn p48_gives() {
    check!(p48(96, vec![vec![2, 52, 34, 60], vec![27], vec![87, 2, 92, 21], vec![69, 33]], vec![90, 6, 65]), Ok(P48Output { b: 96 }), 5..=5, []);
}

pipeline! {
    fn p49(b: i64, grid: &[Vec<i64>], xs: Vec<i64>) {
        mix(a = b)
            >> repeat(max = 4) {
                map(xs as b, index as round) {
                    p22(xs = xs, ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
                        >> match &ys[..] { [m, e @ ..] => up_to(a = b), e => {} -> [b] },
                } -> [xs as c, b as e],
            } until(e.len() + 1 > xs.len() && e.len() < 4) -> [c, xs as b, e as g]
            >> halves(ys = g.iter().map(|item| item + 3).collect::<Vec<i64>>())
            >> total
    }
}
#[tokio::test]
async fn p49_gives() {
    check!(p49(69, &[vec![33, 13, 65, 91], vec![87, 79, 50, 41], vec![68, 42, 30, 15], vec![82]], vec![13, 10]), Ok(P49Output { c: 16 }), 8..=8, []);
}

pipeline! {
    fn p50(ys: Vec<i64>, c: i64, b: i64) -> [c as g, b, ys] {
        map(ys as e, index as i) {
            push(xs = ys, a = b)
                >> by_1: if ys.len() + 1 > xs.len() && ys.len() < 3 {} else if let Some(a) = ys.first() {
                    age(a = { let first = c * 8; first - b }, round = 3)
                        >> repeat(max = i + 1, index as round) {
                            p22(b = xs.iter().map(|item| item % 10).sum::<i64>()) -> [ys as d]
                                >> age(a = b, round = 3)
                                >> turn(d = c),
                        } until(e % 4 == 0) -> [d, b as h, a],
                },
        }
    }
}
#[tokio::test]
async fn p50_gives() {
    check!(p50(vec![19, 23, 69], 72, 36), Ok(P50Output { g: 72, b: 36, ys: vec![19, 23, 69] }), 27..=27, []);
}

pipeline! {
    fn p51(grid: Vec<Vec<i64>>, ys: &[i64]) -> [xs, grid, xs as h] {
        halves
            >> by_1: match xs.iter().max() {
                Some(b) if b % 2 == 0 => {} -> [grid, grid as a],
                _ => repeat(max = 4) {
                    repeat(max = 2, index as round) {
                        heads -> [zs as f, c] >> halves >> step_2: weave,
                    } until(c % 3 == 0)
                        >> behead
                        >> again_3: repeat(max = 1, index as i) { stamp(xs = vec![5, 6], round = 2) } until(i > 2),
                } until(true),
            }
    }
}
#[tokio::test]
async fn p51_gives() {
    check!(p51(vec![vec![87, 28, 83, 19], vec![18, 15], vec![], vec![22, 59, 35]], &[86]), Ok(P51Output { xs: vec![5, 6, 2], grid: vec![vec![87, 28, 83, 19], vec![18, 15], vec![], vec![22, 59, 35]], h: vec![5, 6, 2] }), 12..=12, []);
}

pipeline! {
    fn p52(ys: Vec<i64>) {
        try {
            match &ys[..] {
                [e] => if let Some(m) = ys.first() { {} -> [m as a, ys as h] } else { half(a = e) }
                    >> group_1: { nth(xs = ys, b = e) }
                    >> if e % 3 == 0 { {} -> [ys] } else if let [n, first @ ..] = &ys[..] && n % 2 == 0 {
                        late(a = 0, c = d) >> step_2: late(c),
                    } else if e % 3 == 1 { step_3: late(a = d, c = d) },
                [e, b @ ..] => {} -> [b as w],
                [e, .., last] => attempt_4: try { behead >> step_5: behead >> step_6: behead } else |error| { bury -> [d as g] },
                b => {},
            }
                >> halves(ys = ys) -> [zs, xs],
        } else |xs| {
            behead -> [ys as b] >> zip_up(xs = ys.iter().map(|item| item + 0).collect::<Vec<i64>>()),
        }
            >> step_7: behead(ys = ys)
    }
}
#[tokio::test]
async fn p52_gives() {
    check!(p52(vec![90, 85, 51, 95]), Ok(P52Output { ys: vec![85, 51, 95] }), 2..=2, []);
}

pipeline! {
    fn p53(a: &i64, ys: &[i64]) {
        map((ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>().iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((c, [b, _]), ys)) {
            mix(a = ys.iter().map(|item| item % 10).sum::<i64>())
                >> repeat(max = 3, index as b) { double(a = c) >> rows(xs = vec![3, 4], b = c) } until(b % 2 == 1) -> [a, grid as c],
        } -> [a as g]
    }
}
#[tokio::test]
async fn p53_gives() {
    check!(p53(&33, &[41, 26, 69, 79]), Ok(P53Output { g: vec![33, 33, 33, 33, 33] }), 40..=40, []);
}

pipeline! {
    fn p54(xs: &[i64], grid: Vec<Vec<i64>>, c: i64) {
        by_1: match (c % 2 == 0, c % 3) { (_, last) if last > 0 => {}, _ => {} } -> [xs]
    }
}
#[tokio::test]
async fn p54_gives() {
    check!(p54(&[], vec![vec![4, 56]], 81), Ok(P54Output { xs: vec![] }), 0..=0, []);
}

pipeline! {
    fn p55(ys: &[i64], xs: Vec<i64>, c: i64) {
        match &ys[..] {
            [a] => {} -> [ys as w],
            first if first.len() > 2 => step_1: nth(b = c),
            [a, first @ ..] => map((xs) as a) { try { total } else { p21(ys = vec![a + 0, c * 2]) -> [g] } } -> [c as e, c as f]
                >> half(a = c) -> [b]
                >> try {
                    p21(ys = first.iter().map(|item| item + 4).collect::<Vec<i64>>())
                        >> each_2: map(f as e) { behead(ys = vec![0, 1]) } -> [a as h, ys as zs, g as d, b as w]
                        >> p53(ys = w),
                } else |e| {} -> [ys as h],
            _ => zip_up,
        }
    }
}
#[tokio::test]
async fn p55_gives() {
    check!(p55(&[], vec![4, 31], 26), Ok(P55Output {  }), 1..=1, []);
}

pipeline! {
    fn p56(xs: Vec<i64>, c: i64, ys: &[i64]) {
        halves(ys = ys.to_vec())
    }
}
#[tokio::test]
async fn p56_gives() {
    check!(p56(vec![56], 89, &[98, 79]), Ok(P56Output { xs: vec![98], zs: vec![79] }), 1..=1, []);
}

pipeline! {
    fn p57(c: &i64, grid: Vec<Vec<i64>>) {
        negate(b = c + 3)
    }
}
#[tokio::test]
async fn p57_gives() {
    check!(p57(&89, vec![vec![24, 25, 10, 12], vec![31], vec![34, 95, 5]]), Ok(P57Output { c: 9915 }), 1..=1, []);
}

pipeline! {
    fn p58(a: i64, b: i64, ys: Vec<i64>) -> [zs as u, b] {
        step_1: behead(ys = ys) >> zip_up(xs = ys.to_vec())
    }
}
#[tokio::test]
async fn p58_gives() {
    check!(p58(81, 98, vec![67]), Ok(P58Output { u: vec![], b: 0 }), 2..=2, []);
}

pipeline! {
    fn p59(c: i64, grid: &[Vec<i64>]) {
        match c % 2 {
            first if first % 2 == 1 => {},
            1 | 2 => step_1: p20(b = c)
                >> try { add_one -> [a] } else |error| {} -> [a]
                >> repeat(max = (c % 3).unsigned_abs() as usize, index as round) {
                    if a % 2 == 1 { double(a = c) >> blend(d = 6) -> [a] } else if a - a < 4 {} else if a % 4 == 0 { age(round = round) >> step_2: age >> flatten -> [xs] } -> [a]
                        >> try { step_3: blend(d = c) >> add_one -> [a] } else |e| {
                            step_4: age -> [a]
                                >> {}
                                >> weigh(error = e)
                                >> step_5: weigh(error = e, a = c * b % 1_009 + 9),
                        } -> [a],
                } until(c % 3 == 1) -> [a as d, grid],
            first => {} -> [c],
        }
            >> step_6: negate(b = c)
    }
}
#[tokio::test]
async fn p59_gives() {
    check!(p59(21, &[vec![73, 19, 10], vec![]]), Ok(P59Output { c: 9986 }), 1..=1, []);
}

pipeline! {
    fn p60(a: i64, grid: Vec<Vec<i64>>, ys: Vec<i64>) {
        {
            map(ys as b) {
                by_1: if !ys.is_empty() && let Some(last) = ys.iter().min() {} else { double } -> [b]
                    >> negate,
            }
                >> each_2: map(ys as e, index as round) {
                    age(round = round) >> heads >> {} >> step_3: age -> [a],
                } -> [grid as f],
        } -> [f]
            >> digits
    }
}
#[tokio::test]
async fn p60_gives() {
    check!(p60(97, vec![], vec![19, 9, 95]), Ok(P60Output { b: 9, c: 7 }), 13..=13, []);
}

pipeline! {
    fn p61(ys: &[i64], xs: Vec<i64>) {
        p21
    }
}
#[tokio::test]
async fn p61_gives() {
    check!(p61(&[60, 12, 41, 97], vec![58, 31, 39]), Ok(P61Output { g: vec![vec![9, 10, 60, 12, 41], vec![9, 10, 60, 12, 41]] }), 4..=4, []);
}

pipeline! {
    fn p62(a: i64) {
        blend(c = a, d = a + 3) >> add_one(a = { let first = a * 2; first - a })
    }
}
#[tokio::test]
async fn p62_gives() {
    check!(p62(80), Ok(P62Output { a: 9673 }), 2..=2, []);
}

pipeline! {
    fn p63(a: &i64, b: &i64) {
        repeat(max = 2) { by_1: match a { 0 => {} -> [a], xs => {} } } until(b % 3 == 0) -> [a, b as d]
    }
}
#[tokio::test]
async fn p63_gives() {
    check!(p63(&13, &97), Ok(P63Output { a: 13, d: 97 }), 1..=1, []);
}

pipeline! {
    fn p64(ys: Vec<i64>, c: i64, xs: Vec<i64>) {
        map((ys.to_vec().iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((b, [a, _]), ys), index as round, limit = 3) {
            match xs {
                n if n.len() > 1 => {} -> [ys as xs],
                _ => half(a = a * c % 1_009 + 1) -> [b as f],
            } -> [xs],
        } -> [xs as g]
            >> parallel {
                branch_1: digits(a = xs.len() as i64) -> [c, b],
                branch_2: group_3: {
                    map((vec![5, 6].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., b]), xs), index as round) {
                        behead -> [ys],
                    } -> [ys as u]
                        >> map((ys) as e, limit = 3) { zip_up(ys = ys) },
                } -> [zs, b as u],
            } -> [b, c as xs, zs as h, u]
            >> try {
                late(a = c + 2) -> [c as g]
                    >> step_4: push(xs = u.iter().rev().chain(u.iter()).take(5).copied().collect::<Vec<i64>>(), a = c),
            } else { group_5: { { turn(d = xs) } } } -> [b as c, ys]
            >> negate(b = b)
    }
}
#[tokio::test]
async fn p64_gives() {
    check!(p64(vec![84, 53], 48, vec![74, 41]), Ok(P64Output { c: 0 }), 8..=8, []);
}

pipeline! {
    fn p65(c: i64, a: i64) {
        repeat(max = 4) { turn(b = 2, c = c, d = c) -> [a as c, d] } until(c % 2 == 0)
    }
}
#[tokio::test]
async fn p65_gives() {
    check!(p65(43, 32), Ok(P65Output { c: 51, d: 51 }), 5..=5, []);
}

pipeline! {
    fn p66(grid: Vec<Vec<i64>>) {
        if true {
            parallel {
                branch_1: heads -> [c as b]
                    >> add_one(a = b + 8)
                    >> map((vec![2, 3]) as e) { negate(b = b) >> heads >> blend(d = b) } -> [b as u, a as h],
                branch_2: flatten,
            } -> [h as d, u as w, xs]
                >> p61(ys = d),
        }
    }
}
#[tokio::test]
async fn p66_gives() {
    check!(p66(vec![vec![51, 96, 96]]), Ok(P66Output {  }), 12..=12, []);
}

pipeline! {
    fn p67(a: i64) {
        negate(b = a)
            >> {
                by_1: match c {
                    n if n % 4 == 1 => {} -> [a],
                    last @ 2..=40 => {} -> [a],
                    1 | 4 => p63(b = { let first = a * 5; first - a }),
                    _ => repeat(max = 4) { half -> [b] >> double(a) -> [b] } until(c - c < 2)
                        >> digits(a) -> [c as d, b],
                }
                    >> if c % 2 == 1 { {} -> [c, c as w] },
            }
            >> double(a)
    }
}
#[tokio::test]
async fn p67_gives() {
    check!(p67(78), Ok(P67Output { b: 156 }), 2..=2, []);
}

pipeline! {
    fn p68(grid: Vec<Vec<i64>>, c: i64) -> [grid as e, b as g] {
        try {
            try {
                group_1: { half(a = c) -> [b as ys] }
                    >> try {
                        late(a = c, c = ys)
                            >> step_2: late(a = c, c = c + 8)
                            >> {}
                            >> blend(c = a, d = c + 7) -> [a],
                    } else |why| { half(a = format!("{why:#}").len() as i64) },
            } else {},
        } else {}
            >> repeat(max = (c % 3).unsigned_abs() as usize, index as round) { double(a = c + 1) } until(b - b < 4)
    }
}
#[tokio::test]
async fn p68_gives() {
    check!(p68(vec![vec![68, 84, 74, 4], vec![67, 92]], 16), Ok(P68Output { e: vec![vec![68, 84, 74, 4], vec![67, 92]], g: 34 }), 5..=5, ["late"]);
}

pipeline! {
    fn p69(b: &i64) -> [c] {
        try {
            match (b % 2 == 0, b % 3) {
                (_, e) if e > 0 => try { negate -> [c as u] >> digits(a = e * u % 1_009 + 6) >> double(a = c) } else |xs| { up_to(a = e) -> [xs as grid] } -> [b],
                _ => {} -> [b as a],
            },
        } else |error| {}
            >> {}
            >> each_1: map((vec![7, 8]) as b, limit = 3, index as round) {
                up_to(a = 3) -> [xs]
                    >> total(xs = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()),
            }
    }
}
#[tokio::test]
async fn p69_gives() {
    check!(p69(&60), Ok(P69Output { c: vec![4, 4] }), 4..=4, []);
}

pipeline! {
    fn p70(ys: &[i64], grid: &[Vec<i64>]) {
        behead(ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) -> [ys]
            >> heads(grid = grid) -> [zs, c as b]
            >> blend(c = zs.len() as i64, d = b) -> [a]
            >> match ys.iter().max() {
                Some(a) if a % 2 == 0 => each_1: map(ys as e, index as round) {
                    again_2: repeat(max = 2, index as b) { mix(b = ys.len() as i64) >> half -> [b as w] } until(zs.len() + 1 > ys.len() && zs.len() < 2) -> [w, w as d]
                        >> match ys {
                            n if n.len() > 1 => zip_up(xs = ys.iter().map(|item| item + 4).collect::<Vec<i64>>(), ys = zs.to_vec())
                                >> step_3: stamp(xs = zs)
                                >> p54(c = e + 5),
                            n => up_to,
                        },
                },
                Some(a) => turn(c = b, d = b) -> [a, b, d as e] >> halves(ys = zs) -> [zs] >> up_to(a = e),
                _ => step_4: heads >> step_5: flatten,
            } -> [ys]
    }
}
#[tokio::test]
async fn p70_gives() {
    check!(p70(&[36], &[vec![70, 28, 82], vec![], vec![], vec![73, 80]]), Ok(P70Output { ys: vec![36] }), 9..=9, []);
}

pipeline! {
    fn p71(ys: &[i64], c: &i64, a: &i64) -> [c] {
        negate(b = a)
    }
}
#[tokio::test]
async fn p71_gives() {
    check!(p71(&[85, 17], &77, &9), Ok(P71Output { c: 9998 }), 1..=1, []);
}

pipeline! {
    fn p72(grid: &[Vec<i64>], c: i64, xs: Vec<i64>) -> [a, d as h, grid, b] {
        step_1: turn(b = c * c % 1_009 + 2, c = c, d = xs.iter().map(|item| item % 10).sum::<i64>())
    }
}
#[tokio::test]
async fn p72_gives() {
    check!(p72(&[vec![58, 74, 18], vec![25, 36, 52]], 73, vec![94, 20]), Ok(P72Output { a: 359, h: 290, grid: vec![vec![58, 74, 18], vec![25, 36, 52]], b: 77 }), 1..=1, []);
}

pipeline! {
    fn p73(xs: Vec<i64>, a: &i64) {
        grow >> behead >> up_to -> [xs as w] >> step_1: grow(a)
    }
}
#[tokio::test]
async fn p73_gives() {
    check!(p73(vec![13, 13, 85], &6), Ok(P73Output { ys: vec![13, 13, 85, 6] }), 4..=4, []);
}

pipeline! {
    fn p74(xs: Vec<i64>) {
        attempt_1: try {
            repeat(max = 4, index as round) { map(xs as e) { nth(b = e + 2) -> [d as c] } } until(true) -> [c as d]
                >> nth(xs, b = xs.len() as i64)
                >> by_2: match xs {
                    a if a.len() > 1 => {},
                    a => if xs.len() + 1 > xs.len() && xs.len() < 2 {
                        late(a = d + 8, c = d) -> [a] >> halves(ys = xs.to_vec()),
                    },
                },
        } else |error| { p61(ys = vec![6, 7]) }
            >> zip_up(xs = xs, ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
            >> try {
                behead(ys = zs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) -> [ys]
                    >> total
                    >> late(a = b, c),
            } else |xs| { {} -> [zs] }
            >> double(a = zs.iter().map(|item| item % 10).sum::<i64>()) -> [b as ys]
    }
}
#[tokio::test]
async fn p74_gives() {
    check!(p74(vec![49, 66]), Ok(P74Output { ys: 10 }), 10..=11, ["attempt_1/repeat[0]/xs[1]/nth", "attempt_1/repeat"]);
}

pipeline! {
    fn p75(xs: Vec<i64>, a: &i64, grid: Vec<Vec<i64>>) {
        mix(b = a * a % 1_009 + 9)
            >> map((vec![a + 4, a * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((b, [c, _]), xs)) {
                flatten(grid = vec![vec![9], vec![]]) >> step_1: flatten,
            } -> [d as b, xs as u, d as c]
    }
}
#[tokio::test]
async fn p75_gives() {
    check!(p75(vec![41, 4, 7], &3, vec![vec![59, 67]]), Ok(P75Output { b: vec![27, 27], u: vec![vec![59, 67], vec![59, 67]], c: vec![27, 27] }), 5..=5, []);
}

pipeline! {
    fn p76(grid: &[Vec<i64>], a: i64) -> [xs as u, xs] {
        flatten
    }
}
#[tokio::test]
async fn p76_gives() {
    check!(p76(&[], 53), Ok(P76Output { u: vec![], xs: vec![] }), 1..=1, []);
}

pipeline! {
    fn p77(xs: &[i64], ys: &[i64]) {
        weave
            >> group_1: {
                try { step_2: weave(ys, xs = xs) } else {} -> [ys as a]
                    >> p61(xs = a)
                    >> map(ys as e, limit = 3, index as round) {
                        double(a = 6) >> group_3: { p56(c = b) >> step_4: age(a = b) } -> [a],
                    } -> [b as d],
            }
            >> match ys {
                b if b.len() > 1 => halves,
                _ => if let Some(a) = d.first() {} else if d.len() + 1 > d.len() && d.len() < 3 {
                    step_5: halves(ys = vec![9, 10]) -> [xs, zs as g] >> step_6: halves >> {} >> p61(ys = d),
                }
                    >> repeat(max = ys.len(), index as round) {
                        by_7: if ys.len() + 1 > xs.len() && ys.len() < 4 {
                            zip_up(xs, ys = ys.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()),
                        } else if let [first, xs @ ..] = &d[..] && first % 2 == 0 { {} -> [xs as g] },
                    } until(xs.is_empty()) -> [d],
            }
            >> step_8: halves
    }
}
#[tokio::test]
async fn p77_gives() {
    check!(p77(&[64, 84, 76, 63], &[81, 8, 90]), Ok(P77Output { xs: vec![64, 84], zs: vec![76, 63, 81] }), 23..=23, []);
}

pipeline! {
    fn p78(c: &i64) {
        p63(a = c, b = c) -> [d, a as c] >> step_8: p62(a = c) -> [a] >> {} >> p65(a = a)
    }
}
#[tokio::test]
async fn p78_gives() {
    check!(p78(&60), Ok(P78Output { c: 62, d: 62 }), 5..=5, []);
}

pipeline! {
    fn p79(b: i64) {
        step_1: p78(c = b)
            >> mix(a = d)
            >> turn(b = c) -> [d, b as w]
            >> p63(a = w + 5, b = c)
            >> each_2: map((vec![d + 5, b * 2]) as e) {
                map((vec![1, 2]) as b) { add_one(a = a) -> [a] } -> [a as g],
            }
    }
}
#[tokio::test]
async fn p79_gives() {
    check!(p79(76), Ok(P79Output { g: vec![vec![394, 394], vec![394, 394]] }), 12..=12, []);
}

pipeline! {
    fn p80(b: i64, c: i64, ys: Vec<i64>) {
        grow(xs = ys, a = b)
    }
}
#[tokio::test]
async fn p80_gives() {
    check!(p80(22, 8, vec![96, 3, 49, 75]), Ok(P80Output { ys: vec![96, 3, 49, 75, 22] }), 1..=1, []);
}

pipeline! {
    fn p81(c: i64, grid: Vec<Vec<i64>>, xs: Vec<i64>) {
        map((vec![c + 3, c * 2]) as a, limit = 1) {
            by_1: match (c % 2 == 0, a % 3) {
                (true, xs) => {},
                _ => map((0..3_i64) as b, limit = 4) {
                    push(xs = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
                        >> grow(a = a),
                } -> [ys as b, ys],
            },
        } -> [c as a]
    }
}
#[tokio::test]
async fn p81_gives() {
    check!(p81(7, vec![vec![24, 84], vec![28, 87]], vec![0, 83, 87, 87]), Ok(P81Output { a: vec![7, 7] }), 12..=12, []);
}

pipeline! {
    fn p82(ys: Vec<i64>, a: i64, xs: Vec<i64>) {
        repeat(max = (a % 3).unsigned_abs() as usize) {
            repeat(max = 4, index as round) {
                attempt_1: try { behead >> {} >> zip_up(ys = xs) >> negate } else |error| { bury }
                    >> age(round = round + 1),
            } until(round > 0) -> [a]
                >> parallel {
                    mix(a = a, b = 2) -> [d] >> grow(a = { let first = a * 4; first - d }) -> [ys],
                    branch_2: weave(xs = xs.to_vec()) -> [ys as b],
                    up_to -> [xs],
                }
                >> { blend(c = a, d = a + 8) },
        } until(b.len() + 1 > ys.len() && b.len() < 3)
            >> up_to
    }
}
#[tokio::test]
async fn p82_gives() {
    check!(p82(vec![62], 40, vec![77]), Ok(P82Output { xs: vec![0, 1, 2] }), 16..=16, []);
}

pipeline! {
    fn p83(ys: &[i64], a: i64) -> [f, xs, a, c as zs, d] {
        map(ys as e, index as i) { stamp(xs = ys, round = i) >> p67 } -> [xs as f, b as c, ys as d, xs]
    }
}
#[tokio::test]
async fn p83_gives() {
    check!(p83(&[19], 86), Ok(P83Output { f: vec![vec![19, 0]], xs: vec![vec![19, 0]], a: 86, zs: vec![172], d: vec![vec![19]] }), 3..=3, []);
}

pipeline! {
    fn p84(xs: Vec<i64>) -> [c] {
        total(xs = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
            >> nth(xs = xs.iter().map(|item| item + 3).collect::<Vec<i64>>(), b = c + 9)
            >> mix(a = c, b = d)
    }
}
#[tokio::test]
async fn p84_gives() {
    check!(p84(vec![86]), Err(("nth", "no item 1 of 1")), 2..=2, ["nth"]);
}

pipeline! {
    fn p85(c: i64) -> [a] {
        late(a = 9)
    }
}
#[tokio::test]
async fn p85_gives() {
    check!(p85(27), Err(("late", "9 and 27 came late")), 1..=1, ["late"]);
}

pipeline! {
    fn p86(c: i64, ys: Vec<i64>, b: i64) -> [h, f as grid, w as g] {
        halves
            >> map(ys as e, limit = 4) {
                if xs.is_empty() { {} -> [c as ys] } else if c % 2 == 0 {
                    step_1: grow(a = c) -> [ys as b]
                        >> try { rows(b = e + 4) } else {
                            grow(a = e) >> mix(a = e + 3, b = { let first = e * 3; first - e }),
                        },
                } else { up_to(a = xs.iter().map(|item| item % 10).sum::<i64>()) -> [xs as w] } -> [c],
            } -> [xs as h, b as w, c as f]
    }
}
#[tokio::test]
async fn p86_gives() {
    check!(p86(47, vec![17, 60], 80), Ok(P86Output { h: vec![vec![17], vec![17]], grid: vec![47, 47], g: vec![80, 80] }), 3..=3, []);
}

pipeline! {
    fn p87(ys: Vec<i64>) -> [ys as w, xs as b] {
        try { halves(ys = ys) -> [zs, xs] } else {}
            >> repeat(max = 2, index as round) {
                if round > 1 {
                    by_1: match ys { rest if rest.len() > 1 => {}, rest => behead } -> [ys],
                } else { stamp(xs = ys) >> p61(xs = ys.to_vec()) }
                    >> {}
                    >> attempt_2: try {
                        behead -> [ys]
                            >> map((ys.iter().map(|item| item + 2).collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (e, _), limit = ys.len() + 1) {
                                step_3: late(a = { let first = e * 2; first - e }, c = e) -> [a as d],
                            } -> [ys as zs, d as a, ys as e],
                    } else {
                        stamp(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()),
                    }
                    >> both_4: parallel {
                        branch_5: stamp(xs = ys, round = round),
                        weave(ys, xs = ys),
                        branch_6: map((ys.iter().map(|item| item + 7).collect::<Vec<i64>>()) as a) {
                            stamp(xs = ys, round = round) >> age(a = a + 8) -> [a],
                        },
                    },
            } until(ys.len() + 1 > a.len() && ys.len() < 3)
    }
}
#[tokio::test]
async fn p87_gives() {
    check!(p87(vec![88]), Ok(P87Output { w: vec![88, 88], b: vec![88, 0] }), 10..=10, []);
}

pipeline! {
    fn p88(c: &i64) -> [w] {
        step_1: up_to(a = 6)
            >> repeat(max = 1) {
                repeat(max = 3) {
                    match &xs[..] {
                        [] => halves(ys = xs) -> [zs, xs] >> nth(xs = vec![c + 0, c * 2], b = c),
                        [a, e @ ..] => add_one,
                        e if e.len() > 2 => {},
                        _ => {},
                    }
                        >> group_2: { step_3: p62(a = c) >> step_4: mix(b = a) -> [d as g] },
                } until(g % 4 == 0) -> [g as grid]
                    >> half(a = 2) -> [b as zs]
                    >> step_5: behead(ys = xs.to_vec()) -> [ys as w],
            } until(w.len() + 1 > w.len() && w.len() < 4)
    }
}
#[tokio::test]
async fn p88_gives() {
    check!(p88(&49), Ok(P88Output { w: vec![1] }), 17..=17, []);
}

pipeline! {
    fn p89(xs: Vec<i64>) {
        zip_up(ys = xs.to_vec())
    }
}
#[tokio::test]
async fn p89_gives() {
    check!(p89(vec![48, 85]), Ok(P89Output { zs: vec![144, 255], b: 4 }), 1..=1, []);
}

pipeline! {
    fn p90(ys: Vec<i64>) -> [grid as w] {
        weave(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) -> [ys as u]
            >> {}
            >> step_1: total(xs = u) -> [c]
            >> rows(xs = ys, b = c * c % 1_009 + 7)
    }
}
#[tokio::test]
async fn p90_gives() {
    check!(p90(vec![85]), Ok(P90Output { w: vec![] }), 3..=3, []);
}

pipeline! {
    fn p91(xs: Vec<i64>, b: i64) -> [c as ys] {
        digits(a = { let first = b * 2; first - b })
            >> { late(a = 4, c) >> halves(ys = xs.iter().map(|item| item + 9).collect::<Vec<i64>>()) } -> [b, xs as zs]
            >> step_1: digits(a = { let first = c * 7; first - b })
    }
}
#[tokio::test]
async fn p91_gives() {
    check!(p91(vec![30, 50], 89), Ok(P91Output { ys: 5 }), 4..=4, []);
}

pipeline! {
    fn p92(ys: Vec<i64>, b: i64, grid: Vec<Vec<i64>>) {
        blend(c = b, d = b) >> late(c = ys.iter().map(|item| item % 10).sum::<i64>()) >> p58(a = c)
    }
}
#[tokio::test]
async fn p92_gives() {
    check!(p92(vec![], 84, vec![]), Err(("p58/step_1", "nothing to take")), 3..=3, ["p58/step_1"]);
}

pipeline! {
    fn p93(ys: &[i64], a: i64, c: i64) -> [c, d, c as f] {
        map((ys) as a) {
            double -> [b]
                >> p63(b = { let first = a * 7; first - a })
                >> repeat(max = 4, index as round) {
                    step_1: nth(xs = ys) -> [d as a]
                        >> stamp(xs = ys.iter().map(|item| item + 5).collect::<Vec<i64>>()) -> [xs],
                } until(round > 2) -> [xs],
        }
            >> again_2: repeat(max = 1, index as i) {
                try {
                    late(a = { let first = a * 9; first - c }) -> [c]
                        >> each_3: map((ys.to_vec().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (b, _), index as i) {
                            stamp(xs = ys.to_vec(), round = i),
                        } -> [xs as f],
                } else {}
                    >> {}
                    >> up_to(a = c * a % 1_009 + 2) -> [xs as d],
            } until(d.is_empty())
            >> step_4: turn(b = { let first = a * 0; first - a }, c = a, d = c)
            >> push(xs = ys) -> [xs as c]
    }
}
#[tokio::test]
async fn p93_gives() {
    check!(p93(&[53, 8], 97, 47), Ok(P93Output { c: vec![53, 8, 0], d: 9957, f: vec![53, 8, 0] }), 29..=29, []);
}

pipeline! {
    fn p94(xs: Vec<i64>) -> [xs] {
        {
            again_1: repeat(max = 1) {
                by_2: if false { total >> turn(b = c, d = { let first = c * 6; first - c }) } else if let Some(a) = xs.first() { {} -> [xs] } else { halves(ys = vec![3, 4]) }
                    >> halves(ys = xs)
                    >> {}
                    >> match &xs[..] {
                        [last, a @ ..] => {} -> [a as c, a],
                        [last] => total >> step_3: halves(ys = xs) -> [xs, zs],
                        [] => p84(xs = zs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>()) -> [c],
                        a => {} -> [xs as h],
                    },
            } until(false),
        } -> [zs, xs]
            >> p84
            >> match zs.first() {
                None => {} -> [xs as u, xs as grid],
                Some(b) if b % 2 == 0 => {} -> [xs],
                _ => match (c % 2 == 0, c % 3) {
                    (_, e) if e > 0 => step_4: zip_up(ys = vec![7, 8]) -> [zs],
                    (true, 0) => total,
                    _ => {},
                }
                    >> turn(b = c, c = 3, d = c),
            }
    }
}
#[tokio::test]
async fn p94_gives() {
    check!(p94(vec![44, 75]), Err(("p84/nth", "no item 2 of 1")), 4..=4, ["p84/nth"]);
}

pipeline! {
    fn p95(b: i64, c: i64) -> [d] {
        up_to(a = c + 3)
            >> parallel {
                negate >> halves(ys = vec![4, 5]),
                branch_1: map(xs as b, index as round) {
                    rows(xs = xs)
                        >> { step_2: rows(b = b) >> add_one(a = c + 1) } -> [a, xs]
                        >> try { age(a = b) >> late(c) -> [a, c] } else {},
                } -> [c as d, a as h]
                    >> map(h as e) {
                        up_to(a = c * e % 1_009 + 6) -> [xs as u] >> {} >> grow(a = c) >> half(a = e),
                    } -> [b as f, ys],
            }
            >> mix(a = c, b = b)
    }
}
#[tokio::test]
async fn p95_gives() {
    check!(p95(38, 74), Ok(P95Output { d: 260 }), 12..=12, []);
}

pipeline! {
    fn p96(xs: &[i64]) -> [xs as grid] {
        try {
            half(a = xs.len() as i64) >> nth >> map((0..3_i64) as b) { { push(a = b) } } -> [xs as g],
        } else |why| {
            map(xs as e, limit = 4) {
                { mix(a = e, b = e) >> weigh(error = why, a = e) -> [b] } -> [b],
            }
                >> try {
                    step_1: bury(error = why) -> [c as grid, d as w]
                        >> step_2: nth(b = why.message().len() as i64),
                } else |a| { bury(error = why) -> [c as grid, d as w] }
                >> total,
        }
    }
}
#[tokio::test]
async fn p96_gives() {
    check!(p96(&[37, 15]), Ok(P96Output { grid: vec![37, 15] }), 5..=5, []);
}

pipeline! {
    fn p97(grid: Vec<Vec<i64>>, ys: Vec<i64>) -> [ys, xs as b] {
        p90(ys = ys) -> [w]
            >> try {
                nth(xs = ys, b = 3)
                    >> by_1: if let Some(rest) = ys.first() { late(a = d, c = rest) } else {
                        half(a = { let first = d * 9; first - d }) -> [b as w]
                            >> step_2: late(a = d, c = w)
                            >> parallel {
                                branch_3: nth(xs = ys, b = 4) -> [d as u],
                                nth(xs = ys, b = a),
                                branch_4: step_5: half,
                            },
                    } -> [d as e]
                    >> p81(c = d + 5, xs = ys.iter().map(|item| item + 0).collect::<Vec<i64>>()),
            } else |error| {} -> [grid]
            >> flatten(grid)
    }
}
#[tokio::test]
async fn p97_gives() {
    check!(p97(vec![vec![12, 67, 20, 84], vec![74], vec![0, 62], vec![93]], vec![54, 86]), Ok(P97Output { ys: vec![54, 86], b: vec![12, 67, 20, 84, 74] }), 5..=5, ["nth"]);
}

pipeline! {
    fn p98(xs: &[i64]) {
        again_1: repeat(max = 3) {
            zip_up(xs, ys = xs)
                >> double(a = b)
                >> repeat(max = 4) {
                    map((xs.to_vec().iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((c, [e, _]), xs), index as round) {
                        weave(ys = zs, xs = xs),
                    }
                        >> double(a = b * b % 1_009 + 2),
                } until(b - b < 3) -> [b],
        } until(b - b < 2) -> [b as grid]
            >> halves(ys = xs)
    }
}
#[tokio::test]
async fn p98_gives() {
    check!(p98(&[88]), Ok(P98Output { xs: vec![], zs: vec![88] }), 7..=7, []);
}

pipeline! {
    fn p99(b: &i64, c: i64, xs: &[i64]) -> [a] {
        map((xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) as e, limit = xs.len() + 1, index as i) {
            match xs.first() {
                None => {},
                Some(a) => {},
                Some(a) if a % 2 == 0 => {} -> [b as grid, b as e],
                _ => parallel {
                    branch_1: up_to(a = e) >> negate(b = xs.len() as i64) -> [c] >> step_2: age(a = b, round = i + 1),
                    branch_3: p61(ys = vec![c + 6, c * 2]),
                }
                    >> repeat(max = (e % 3).unsigned_abs() as usize, index as b) {
                        weave(ys = vec![9, 10], xs),
                    } until(c % 4 == 1),
            } -> [e as xs]
                >> age(a = 3, round = i),
        }
    }
}
#[tokio::test]
async fn p99_gives() {
    check!(p99(&5, 67, &[78, 96]), Ok(P99Output { a: vec![3, 6, 9, 12] }), 4..=4, []);
}

pipeline! {
    fn p100(xs: &[i64]) -> [c] {
        zip_up(ys = xs) -> [b] >> negate
    }
}
#[tokio::test]
async fn p100_gives() {
    check!(p100(&[65, 0, 94]), Ok(P100Output { c: 10001 }), 2..=2, []);
}

pipeline! {
    fn p101(b: &i64, c: &i64, grid: &[Vec<i64>]) {
        try { late(a = b) >> half >> flatten(grid = vec![vec![7], vec![]]) } else {
            match c % 4 {
                last if last - c < 4 => heads
                    >> map((zs.iter().map(|item| item + 2).collect::<Vec<i64>>()) as b, index as round, limit = 1) {
                        age(a = c) >> stamp(xs = zs),
                    },
                1 | 4 => {},
                0 => {},
                _ => {},
            } -> [b as h]
                >> map(grid as ys) {
                    try {
                        p63(a = ys.iter().map(|item| item % 10).sum::<i64>())
                            >> behead -> [ys]
                            >> zip_up(xs = ys),
                    } else |error| { weigh(a = error.message().len() as i64) },
                } -> [b as xs, b as w],
        } -> [c]
    }
}
#[tokio::test]
async fn p101_gives() {
    check!(p101(&66, &16, &[vec![82]]), Ok(P101Output { c: 16 }), 3..=3, []);
}

pipeline! {
    fn p102(c: i64, b: i64, ys: Vec<i64>) -> [a, d, b as zs] {
        try {
            repeat(max = 2, index as round) {
                step_1: age(a = b)
                    >> try {
                        nth(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
                            >> zip_up(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()),
                    } else {},
            } until(a % 4 == 1),
        } else {} -> [b, b as d]
            >> step_2: mix(a = { let first = c * 3; first - c }) -> [d as xs]
            >> by_3: if ys.is_empty() {} else if !ys.is_empty() && let Some(a) = ys.iter().min() {} else {
                again_4: repeat(max = ys.len(), index as i) { nth(xs = ys) } until(ys.is_empty()) -> [d as c],
            } -> [ys, c as xs]
            >> halves(ys)
            >> turn -> [a, b, d]
    }
}
#[tokio::test]
async fn p102_gives() {
    check!(p102(39, 63, vec![77, 71]), Ok(P102Output { a: 45, d: 12, zs: 45 }), 10..=10, []);
}

pipeline! {
    fn p103(c: i64, ys: &[i64], a: &i64) -> [ys as w] {
        attempt_1: try {
            repeat(max = 2) {
                if a - a < 4 {} else if let Some(a) = ys.first() {
                    late(c) >> weave(xs = ys) >> step_2: rows(xs = vec![c + 9, a * 2], b = a),
                } else if a % 3 == 1 {} else { behead(ys = ys) >> step_3: nth(xs = vec![a + 4, c * 2], b = c) }
                    >> digits,
            } until(c % 3 == 1)
                >> if !ys.is_empty() && let Some(m) = ys.iter().min() {
                    halves(ys = ys.iter().map(|item| item + 0).collect::<Vec<i64>>()),
                } else if let Some(e) = ys.first() {
                    match (a % 2 == 0, a % 3) {
                        (true, 0) => late(a = c) -> [c as g, a as u],
                        _ => step_4: late,
                    },
                } -> [a, c]
                >> weave(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) -> [ys as a],
        } else |xs| { weigh(error = xs) -> [b] } -> [c]
            >> blend(c, d = 1)
            >> behead
    }
}
#[tokio::test]
async fn p103_gives() {
    check!(p103(60, &[27, 32, 13], &5), Ok(P103Output { w: vec![32, 13] }), 7..=7, []);
}

pipeline! {
    fn p104(grid: Vec<Vec<i64>>) {
        heads >> push(xs = vec![c + 9, c * 2], a = { let first = c * 7; first - c })
    }
}
#[tokio::test]
async fn p104_gives() {
    check!(p104(vec![vec![]]), Ok(P104Output { xs: vec![10, 2, 6] }), 2..=2, []);
}

pipeline! {
    fn p105(a: i64, xs: &[i64], ys: Vec<i64>) {
        grow(a = { let first = a * 8; first - a }) -> [ys]
            >> try { half -> [b] } else |why| { {} -> [a as w] } -> [a as grid]
            >> up_to
    }
}
#[tokio::test]
async fn p105_gives() {
    check!(p105(91, &[96, 56], vec![88, 79, 3]), Ok(P105Output { xs: vec![0, 1, 2] }), 3..=3, ["half"]);
}

pipeline! {
    fn p106(b: &i64, ys: Vec<i64>, c: &i64) {
        map(ys as e, index as i, limit = 3) {
            zip_up(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) -> [b, zs as d],
        } -> [d, b as g, d as xs]
            >> behead
            >> try {
                try {
                    late(a = c)
                        >> parallel {
                            branch_1: half,
                            nth(xs = vec![7, 8]),
                            branch_2: p91(xs = vec![c + 2, a * 2])
                                >> digits(a = { let first = b * 2; first - a })
                                >> p72(grid = vec![vec![6], vec![]], c = g.iter().map(|item| item % 10).sum::<i64>(), xs = vec![c + 6, c * 2]) -> [a as xs, b as w],
                        } -> [w as g, xs, d as f, b],
                } else { add_one(a = 1) } -> [b as u]
                    >> step_3: half(a = b),
            } else |why| { {} -> [ys as xs, ys] } -> [b as d, ys as h]
    }
}
#[tokio::test]
async fn p106_gives() {
    check!(p106(&28, vec![27, 77, 91], &29), Ok(P106Output { d: 14, h: vec![77, 91] }), 8..=11, ["nth"]);
}

pipeline! {
    fn p107(grid: &[Vec<i64>], c: i64) -> [b as h] {
        half(a = 3) -> [b]
    }
}
#[tokio::test]
async fn p107_gives() {
    check!(p107(&[vec![87, 14, 56, 6], vec![96, 70, 15, 50]], 60), Err(("half", "3 is refused")), 1..=1, ["half"]);
}

pipeline! {
    fn p108(b: i64, ys: Vec<i64>) -> [a, c] {
        step_1: half(a = b)
            >> halves
            >> group_2: { step_3: late(a = zs.iter().map(|item| item % 10).sum::<i64>(), c = zs.len() as i64) }
    }
}
#[tokio::test]
async fn p108_gives() {
    check!(p108(66, vec![73]), Err(("group_2/step_3", "3 and 1 came late")), 3..=3, ["group_2/step_3"]);
}

pipeline! {
    fn p109(c: i64) {
        add_one(a = c)
            >> p69(b = { let first = a * 8; first - a })
            >> rows(xs = c.iter().rev().chain(c.iter()).take(5).copied().collect::<Vec<i64>>(), b = { let first = a * 4; first - a })
    }
}
#[tokio::test]
async fn p109_gives() {
    check!(p109(33), Ok(P109Output { grid: vec![] }), 9..=9, []);
}

pipeline! {
    fn p110(grid: Vec<Vec<i64>>, a: i64, xs: &[i64]) -> [a as d] {
        digits(a = 1) -> [b as zs, c] >> blend(d = zs) -> [a]
    }
}
#[tokio::test]
async fn p110_gives() {
    check!(p110(vec![vec![67, 8, 76], vec![84, 21, 55], vec![40, 59]], 61, &[33, 8]), Ok(P110Output { d: 1 }), 2..=2, []);
}

pipeline! {
    fn p111(ys: Vec<i64>) {
        p98(xs = ys)
    }
}
#[tokio::test]
async fn p111_gives() {
    check!(p111(vec![15]), Ok(P111Output { xs: vec![], zs: vec![15] }), 7..=7, []);
}

pipeline! {
    fn p112(a: i64, xs: Vec<i64>, c: i64) -> [a, grid as xs] {
        rows(b = a) >> {} >> add_one -> [a]
    }
}
#[tokio::test]
async fn p112_gives() {
    check!(p112(61, vec![], 60), Ok(P112Output { a: 62, xs: vec![vec![]] }), 2..=2, []);
}

pipeline! {
    fn p113(ys: Vec<i64>, b: i64, a: &i64) {
        if ys.is_empty() {
            repeat(max = 1, index as round) {
                stamp(xs = ys)
                    >> {}
                    >> again_1: repeat(max = 4) {
                        age(a = { let first = a * 0; first - a }, round) >> stamp(xs = xs) -> [xs],
                    } until(a - b < 4)
                    >> if a - b < 4 { step_2: up_to },
            } until(a % 4 == 1),
        } else if ys.len() + 1 > ys.len() && ys.len() < 4 { push(xs = ys, a = a) } else {
            again_3: repeat(max = 1) { half -> [b] >> group_4: { up_to(a = b) >> add_one(a = 0) >> p111 } } until(a % 2 == 0) -> [a as f, a],
        } -> [a as e]
    }
}
#[tokio::test]
async fn p113_gives() {
    check!(p113(vec![74, 56, 45, 8], 23, &35), Err(("again_3[0]/half", "35 is refused")), 2..=2, ["again_3[0]/half", "again_3"]);
}

pipeline! {
    fn p114(b: &i64, ys: Vec<i64>) {
        total(xs = ys)
            >> p84(xs = ys)
            >> behead
            >> if b % 3 == 1 {
                grow(xs = vec![c + 8, b * 2], a = b) -> [ys]
                    >> group_1: {
                        halves
                            >> late(a = b, c = b * b % 1_009 + 1) -> [a, c as e]
                            >> both_2: parallel {
                                behead(ys = xs),
                                branch_3: step_4: grow(xs = xs, a) -> [ys] >> p112 >> digits,
                            },
                    } -> [c as grid, ys, b as a, c],
            }
            >> step_5: zip_up(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
    }
}
#[tokio::test]
async fn p114_gives() {
    check!(p114(&47, vec![42]), Err(("p84/nth", "no item 3 of 1")), 3..=3, ["p84/nth"]);
}

pipeline! {
    fn p115(grid: &[Vec<i64>]) -> [a, c] {
        heads -> [c as d, zs]
            >> digits(a = d)
            >> parallel {
                branch_1: group_2: {
                    by_3: if zs.is_empty() { rows(xs = zs) -> [grid] >> step_4: late(a = c) } else if let Some(first) = zs.first() { {} -> [grid] } else if let Some(xs) = zs.first() { p104(grid) -> [xs] >> up_to(a = c) } else { double(a = b) >> behead(ys = zs) }
                        >> grow(xs = vec![5, 6], a = zs.len() as i64)
                        >> add_one(a = zs.iter().map(|item| item % 10).sum::<i64>()),
                },
                zip_up(xs = zs, ys = zs),
            } -> [b, a]
            >> turn
            >> try {
                map(zs as e) { behead(ys = zs) -> [ys] } -> [e, ys as g, zs as h, e as w] >> late(a = a),
            } else |error| {}
    }
}
#[tokio::test]
async fn p115_gives() {
    check!(p115(&[vec![84, 52, 31]]), Ok(P115Output { a: 3, c: 1 }), 8..=8, ["late"]);
}

pipeline! {
    fn p116(grid: Vec<Vec<i64>>, a: i64) {
        turn(b = a, c = a + 8, d = a)
    }
}
#[tokio::test]
async fn p116_gives() {
    check!(p116(vec![vec![], vec![1, 38], vec![34, 3, 77]], 66), Ok(P116Output { a: 140, b: 140, d: 132 }), 1..=1, []);
}

pipeline! {
    fn p117(a: i64) -> [b] {
        double(a = { let first = a * 2; first - a })
    }
}
#[tokio::test]
async fn p117_gives() {
    check!(p117(97), Ok(P117Output { b: 194 }), 1..=1, []);
}

pipeline! {
    fn p118(xs: Vec<i64>, a: &i64, grid: &[Vec<i64>]) {
        halves(ys = vec![a + 9, a * 2])
            >> repeat(max = (a % 3).unsigned_abs() as usize, index as b) {
                map((vec![a + 6, a * 2]) as e) {
                    p81(c = a, xs = zs) -> [a as h] >> double(a = a * a % 1_009 + 2),
                } -> [b as c]
                    >> heads(grid) -> [zs as h, c as ys],
            } until(xs.is_empty())
            >> negate(b = zs.len() as i64)
            >> p75
            >> mix(b = a) -> [d as e]
    }
}
#[tokio::test]
async fn p118_gives() {
    check!(p118(vec![52, 99, 65], &17, &[vec![15, 61], vec![8, 3, 66], vec![42, 92], vec![32, 30, 13, 96]]), Ok(P118Output { e: 68 }), 63..=63, []);
}

pipeline! {
    fn p119(a: &i64, ys: Vec<i64>) {
        try { half -> [b] >> grow(xs = ys) } else |a| {
            map((vec![3, 4].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (b, _)) {
                p83(ys = ys, a = b) -> [xs, a, zs, f, d]
                    >> repeat(max = (b % 3).unsigned_abs() as usize) {
                        rows(xs = zs)
                            >> weave(xs = zs.iter().map(|item| item + 0).collect::<Vec<i64>>()) -> [ys],
                    } until(a % 4 == 1) -> [b as zs, grid, ys as e]
                    >> push(xs = e.iter().map(|item| item + 1).collect::<Vec<i64>>()),
            },
        }
            >> {}
            >> step_1: half(a = { let first = a * 7; first - a })
    }
}
#[tokio::test]
async fn p119_gives() {
    check!(p119(&73, vec![21, 42]), Ok(P119Output { b: 219 }), 3..=3, []);
}

pipeline! {
    fn p120(a: i64, xs: Vec<i64>, ys: Vec<i64>) {
        mix(b = a)
    }
}
#[tokio::test]
async fn p120_gives() {
    check!(p120(93, vec![47], vec![33, 80, 77]), Ok(P120Output { d: 372 }), 1..=1, []);
}

pipeline! {
    fn p121(a: i64) -> [f] {
        { late(c = a) } -> [c as f]
    }
}
#[tokio::test]
async fn p121_gives() {
    check!(p121(57), Ok(P121Output { f: 0 }), 1..=1, []);
}

pipeline! {
    fn p122(xs: &[i64]) {
        p89 -> [zs as e, b as c]
            >> negate(b = c * c % 1_009 + 2)
            >> {}
            >> p79(b = 4)
            >> step_1: late(a = c, c = xs.iter().map(|item| item % 10).sum::<i64>())
    }
}
#[tokio::test]
async fn p122_gives() {
    check!(p122(&[98, 80, 83]), Err(("step_1", "9969 and 11 came late")), 15..=15, ["step_1"]);
}

pipeline! {
    fn p123(grid: Vec<Vec<i64>>) {
        flatten -> [xs as h]
            >> weave(ys = h.iter().rev().chain(h.iter()).take(5).copied().collect::<Vec<i64>>(), xs = h)
            >> group_1: {
                heads >> step_2: up_to(a = zs.len() as i64) >> push(a = { let first = c * 8; first - c }),
            }
            >> heads(grid)
            >> step_3: heads(grid = vec![vec![8], vec![]]) -> [c]
    }
}
#[tokio::test]
async fn p123_gives() {
    check!(p123(vec![]), Ok(P123Output { c: 2 }), 7..=7, []);
}

pipeline! {
    fn p124(ys: &[i64], b: &i64, xs: &[i64]) {
        add_one(a = b)
            >> both_1: parallel {
                branch_2: by_3: match &ys[..] {
                    [first] => {} -> [ys as d],
                    xs if xs.len() > 2 => { turn(c = xs.iter().map(|item| item % 10).sum::<i64>(), d = b) >> p100 },
                    [first, xs @ ..] => {},
                    _ => {},
                },
                branch_4: nth(xs, b = ys.iter().map(|item| item % 10).sum::<i64>()) -> [d as u]
                    >> weave(ys = xs, xs = xs),
            } -> [ys as d]
    }
}
#[tokio::test]
async fn p124_gives() {
    check!(p124(&[], &5, &[]), Err(("both_1/branch_4/nth", "no item 0 of 0")), 2..=2, ["both_1/branch_4/nth"]);
}

pipeline! {
    fn p125(b: i64) -> [b] {
        try {
            repeat(max = 3, index as b) {
                nth(xs = vec![8, 9], b = 0 - b as i64) >> late(a = d, c = 8 - b as i64),
            } until(c - c < 3) -> [a as grid, c as u],
        } else |xs| { {} -> [b] }
    }
}
#[tokio::test]
async fn p125_gives() {
    check!(p125(75), Ok(P125Output { b: 75 }), 3..=3, ["repeat[0]/late", "repeat"]);
}

pipeline! {
    fn p126(xs: Vec<i64>) {
        zip_up(ys = xs.to_vec())
            >> p91
            >> by_1: if let Some(a) = zs.first() { {} -> [ys as h] } else { halves(ys = xs) >> blend(c = b, d = b) }
            >> up_to(a = b) -> [xs as ys]
    }
}
#[tokio::test]
async fn p126_gives() {
    check!(p126(vec![86, 10]), Err(("p91/late", "4 and 4 came late")), 3..=3, ["p91/late"]);
}

pipeline! {
    fn p127(a: &i64, c: &i64) {
        try {
            match c {
                1 | 4 => try { step_1: half >> step_2: half } else |why| { bury(error = why) >> late(a = d) -> [a, c as xs] },
                a if a % 4 == 1 => {},
                0 => try { step_3: mix(b = 6) -> [d] } else |a| {},
                _ => step_4: late(c)
                    >> parallel {
                        branch_5: half(a = a + 2),
                        branch_6: digits -> [b as ys, c],
                        p117 -> [b as u],
                    }
                    >> attempt_7: try { half >> {} >> add_one >> late(c = a * c % 1_009 + 2) -> [c as e] } else { step_8: late >> p117 >> step_9: half(a = ys) },
            }
                >> up_to,
        } else {}
    }
}
#[tokio::test]
async fn p127_gives() {
    check!(p127(&64, &7), Ok(P127Output {  }), 6..=6, ["attempt_7/half", "attempt_7/step_8"]);
}

pipeline! {
    fn p128(ys: Vec<i64>, a: i64, c: &i64) -> [xs, ys, c] {
        attempt_1: try { behead >> late(a = { let first = a * 6; first - a }) } else |xs| {
            if c % 4 == 0 { p111(ys = ys) } else if !ys.is_empty() && let Some(a) = ys.iter().min() {
                weigh(error = xs) >> step_2: weigh(error = xs, a = b) -> [b],
            } -> [ys]
                >> step_3: weigh(error = xs, a = c * a % 1_009 + 5),
        }
            >> each_4: map((vec![8, 9]) as e, limit = ys.len() + 1, index as i) { halves(ys = ys) }
            >> p105(xs = vec![c + 5, a * 2])
    }
}
#[tokio::test]
async fn p128_gives() {
    check!(p128(vec![5, 28, 75, 99], 84, &28), Ok(P128Output { xs: vec![], ys: vec![5, 28, 75, 99], c: 28 }), 18..=18, ["attempt_1/late"]);
}

pipeline! {
    fn p129(a: i64, b: &i64, c: &i64) {
        step_1: p121(a = { let first = a * 5; first - b }) -> [f as b] >> add_one(a = c)
    }
}
#[tokio::test]
async fn p129_gives() {
    check!(p129(85, &26, &22), Ok(P129Output { a: 23 }), 2..=2, []);
}

pipeline! {
    fn p130(b: &i64) {
        p117(a = b) >> p129(a = b, c = b)
    }
}
#[tokio::test]
async fn p130_gives() {
    check!(p130(&74), Err(("p129/step_1/late", "592 and 592 came late")), 2..=2, ["p129/step_1/late"]);
}

pipeline! {
    fn p131(c: &i64) {
        try { double(a = c) >> {} >> half(a = b) } else |xs| { bury(error = xs) } -> [c as u]
    }
}
#[tokio::test]
async fn p131_gives() {
    check!(p131(&52), Ok(P131Output { u: 52 }), 2..=2, []);
}

pipeline! {
    fn p132(ys: Vec<i64>) -> [c] {
        total(xs = ys.to_vec())
            >> p117(a = { let first = c * 0; first - c })
            >> by_1: if let [last, rest @ ..] = &ys[..] && last % 2 == 0 { step_2: blend(c, d = last) }
    }
}
#[tokio::test]
async fn p132_gives() {
    check!(p132(vec![53, 56, 6]), Ok(P132Output { c: 115 }), 2..=2, []);
}

pipeline! {
    fn p133(grid: Vec<Vec<i64>>, a: i64, c: i64) {
        p121(a = a * c % 1_009 + 8)
    }
}
#[tokio::test]
async fn p133_gives() {
    check!(p133(vec![vec![], vec![], vec![99], vec![63, 67, 84, 73]], 55, 32), Ok(P133Output { f: 0 }), 1..=1, []);
}

pipeline! {
    fn p134(c: i64, ys: Vec<i64>, b: i64) {
        p132(ys = ys)
            >> repeat(max = 4) { { double(a = b) } -> [b] >> negate } until(ys.len() + 1 > ys.len() && ys.len() < 2)
    }
}
#[tokio::test]
async fn p134_gives() {
    check!(p134(85, vec![72], 82), Ok(P134Output { c: 9843 }), 6..=6, []);
}

pipeline! {
    fn p135(b: &i64, grid: Vec<Vec<i64>>, c: i64) {
        if c % 3 == 0 {
            repeat(max = 3) {
                half(a = b)
                    >> each_1: map(grid as e, limit = 4, index as round) {
                        p98(xs = e.to_vec())
                            >> age(a = c, round = round) -> [a as ys]
                            >> p131(c = b) -> [u as d],
                    },
            } until(d.is_empty()),
        } -> [b]
    }
}
#[tokio::test]
async fn p135_gives() {
    check!(p135(&86, vec![vec![52, 8, 55], vec![26]], 48), Err(("repeat[1]/half", "43 is refused")), 25..=25, ["repeat[1]/half", "repeat"]);
}

pipeline! {
    fn p136(xs: Vec<i64>, b: &i64) {
        grow(a = b) -> [ys]
    }
}
#[tokio::test]
async fn p136_gives() {
    check!(p136(vec![84], &58), Ok(P136Output { ys: vec![84, 58] }), 1..=1, []);
}

pipeline! {
    fn p137(grid: &[Vec<i64>], c: &i64) {
        blend(d = c + 6)
    }
}
#[tokio::test]
async fn p137_gives() {
    check!(p137(&[vec![63, 63, 2, 47], vec![49]], &16), Ok(P137Output { a: 9913 }), 1..=1, []);
}

pipeline! {
    fn p138(ys: Vec<i64>, c: i64) -> [b] {
        digits(a = c * c % 1_009 + 8)
            >> repeat(max = 1) {
                if c % 3 == 0 {
                    if b - c < 3 {
                        turn(b = ys.len() as i64, c = b, d = ys.len() as i64) >> zip_up(xs = ys),
                    } else if c - b < 4 { behead(ys = ys) -> [ys as e] } else {
                        digits(a = ys.len() as i64) -> [b]
                            >> blend(d = b * c % 1_009 + 9)
                            >> step_1: half(a = a * a % 1_009 + 4),
                    } -> [b],
                },
            } until(b - b < 2) -> [b]
    }
}
#[tokio::test]
async fn p138_gives() {
    check!(p138(vec![16, 23, 54], 92), Ok(P138Output { b: 40 }), 3..=3, []);
}

pipeline! {
    fn p139(xs: Vec<i64>, b: &i64) -> [xs as u, b as zs] {
        again_1: repeat(max = 1) {
            up_to(a = b) -> [xs as u]
                >> parallel {
                    map(u as e, index as round) {
                        zip_up(xs = xs, ys = vec![b + 4, e * 2]) -> [b, zs as xs] >> stamp -> [xs as w],
                    },
                    digits(a = b),
                    p120(a = b, ys = xs),
                }
                >> try {
                    {
                        flatten(grid = vec![u.to_vec(), vec![9]]) >> p125(b = c) >> late(a = b, c = c + 2),
                    },
                } else |error| { total } -> [c],
        } until(d - d < 3) -> [c]
            >> if xs.is_empty() {
                parallel {
                    branch_2: nth,
                    { turn(b = c, c = xs.iter().map(|item| item % 10).sum::<i64>(), d = c) } -> [b, xs, a, d as h, b as e]
                        >> double,
                },
            }
            >> up_to(a = b) -> [xs]
    }
}
#[tokio::test]
async fn p139_gives() {
    check!(p139(vec![59], &64), Ok(P139Output { u: vec![], zs: 64 }), 10..=10, ["again_1[0]/p125/repeat[0]/late", "again_1[0]/p125/repeat"]);
}

pipeline! {
    fn p140(a: i64, grid: Vec<Vec<i64>>) {
        add_one(a = a + 9) -> [a as grid]
            >> half(a = { let first = grid * 9; first - a }) -> [b as e]
            >> double(a)
            >> {}
            >> map((0..3_i64) as b) { digits } -> [b as d, c]
            >> blend(c = grid * a % 1_009 + 3, d = b)
    }
}
#[tokio::test]
async fn p140_gives() {
    check!(p140(42, vec![vec![78, 86], vec![77, 95, 25, 19], vec![16]]), Ok(P140Output { a: 9756 }), 7..=7, []);
}

pipeline! {
    fn p141(ys: Vec<i64>) -> [d as c] {
        each_1: map((0..3_i64) as b, limit = 2) {
            map((vec![b + 2, b * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((b, [c, _]), xs), index as round, limit = ys.len() + 1) {
                negate(b = ys.iter().map(|item| item % 10).sum::<i64>()) -> [c as e]
                    >> {}
                    >> stamp(xs, round = round),
            }
                >> behead(ys),
        } -> [xs as w]
            >> map(ys as e, limit = 2) {
                grow(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), a = e),
            } -> [ys as d]
    }
}
#[tokio::test]
async fn p141_gives() {
    check!(p141(vec![57, 61, 13]), Ok(P141Output { c: vec![vec![13, 61, 57, 57, 61, 57], vec![13, 61, 57, 57, 61, 61], vec![13, 61, 57, 57, 61, 13]] }), 18..=18, []);
}

pipeline! {
    fn p142(b: i64) {
        step_1: p121(a = b)
    }
}
#[tokio::test]
async fn p142_gives() {
    check!(p142(16), Err(("step_1/late", "16 and 16 came late")), 1..=1, ["step_1/late"]);
}

pipeline! {
    fn p143(grid: Vec<Vec<i64>>, xs: Vec<i64>) {
        step_1: p141(ys = xs)
    }
}
#[tokio::test]
async fn p143_gives() {
    check!(p143(vec![vec![68, 51, 76, 44], vec![], vec![50, 18], vec![20]], vec![73]), Ok(P143Output { c: vec![vec![73, 73, 73]] }), 16..=16, []);
}

pipeline! {
    fn p144(a: i64) -> [ys, zs as g] {
        mix(b = a)
            >> map((vec![d + 0, d * 2]) as e, index as round) {
                map((vec![d + 7, e * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((e, [c, _]), xs), limit = 4) {
                    p131
                        >> try { turn(b = a, c = e, d) >> nth -> [d as h] } else { age(round = round) -> [a] } -> [u, a, c]
                        >> parallel {
                            branch_1: add_one,
                            stamp(round = round),
                            branch_2: up_to(a = d) -> [xs as d],
                        } -> [d as g, a],
                } -> [g as zs]
                    >> flatten(grid = vec![vec![9], vec![]]) -> [xs]
                    >> blend(c = e, d = d) -> [a],
            } -> [a as c, xs as zs, d as grid, a as ys]
    }
}
#[tokio::test]
async fn p144_gives() {
    check!(p144(36), Ok(P144Output { ys: vec![9431, 9575], g: vec![vec![9], vec![9]] }), 34..=34, ["e[0]/map[1]/nth"]);
}

pipeline! {
    fn p145(grid: &[Vec<i64>], c: i64, ys: Vec<i64>) {
        repeat(max = ys.len(), index as round) {
            up_to(a = 6 - round as i64)
                >> both_1: parallel {
                    parallel {
                        halves(ys) >> weave(ys),
                        p117(a = c) >> behead >> age(a = xs.iter().map(|item| item % 10).sum::<i64>()),
                        branch_2: grow(xs = vec![c + 0, c * 2], a = c)
                            >> step_3: turn(b = c, d = c * c % 1_009 + 9)
                            >> double(a = c) -> [b],
                    } -> [ys, b, a as g],
                    branch_4: { stamp >> p132(ys = xs) } -> [c],
                }
                >> digits(a = c * c % 1_009 + 3),
        } until(xs.len() + 1 > ys.len() && xs.len() < 3)
            >> group_5: { add_one(a = { let first = c * 5; first - b }) }
    }
}
#[tokio::test]
async fn p145_gives() {
    check!(p145(&[vec![80, 60], vec![], vec![]], 46, vec![9, 10, 44, 50]), Ok(P145Output { a: 43 }), 58..=58, []);
}

pipeline! {
    fn p146(grid: &[Vec<i64>], a: &i64) {
        try {
            up_to(a = a)
                >> {}
                >> group_1: {
                    by_2: if a % 4 == 1 { total }
                        >> p111(ys = xs.iter().map(|item| item + 1).collect::<Vec<i64>>()),
                }
                >> double,
        } else |error| {
            try {
                map((vec![a + 6, a * 2]) as b, limit = 3) { up_to(a = a) } >> {} >> step_3: late(c = a),
            } else |why| { {} -> [grid] },
        }
            >> digits(a)
            >> flatten(grid = grid)
    }
}
#[tokio::test]
async fn p146_gives() {
    check!(p146(&[vec![11, 44]], &8), Ok(P146Output { xs: vec![11, 44] }), 10..=10, []);
}

pipeline! {
    fn p147(grid: Vec<Vec<i64>>) {
        flatten(grid)
    }
}
#[tokio::test]
async fn p147_gives() {
    check!(p147(vec![vec![42, 65, 67], vec![65], vec![41, 71]]), Ok(P147Output { xs: vec![42, 65, 67, 65, 41] }), 1..=1, []);
}

pipeline! {
    fn p148(b: &i64, c: i64, xs: &[i64]) -> [xs as c, zs] {
        p105(a = c, xs = xs.to_vec(), ys = xs)
            >> {}
            >> halves(ys = xs.iter().map(|item| item + 4).collect::<Vec<i64>>())
    }
}
#[tokio::test]
async fn p148_gives() {
    check!(p148(&32, 80, &[67]), Ok(P148Output { c: vec![], zs: vec![] }), 4..=4, []);
}

pipeline! {
    fn p149(ys: Vec<i64>, xs: &[i64], grid: Vec<Vec<i64>>) {
        p111
    }
}
#[tokio::test]
async fn p149_gives() {
    check!(p149(vec![59, 40, 84], &[43, 90], vec![]), Ok(P149Output { xs: vec![59], zs: vec![40, 84] }), 9..=9, []);
}

pipeline! {
    fn p150(grid: &[Vec<i64>], xs: &[i64]) -> [xs] {
        if let Some(e) = xs.first() {}
            >> group_1: {
                map(xs as e) { nth(b = xs.iter().map(|item| item % 10).sum::<i64>()) } -> [d as zs]
                    >> group_2: { heads >> rows(xs, b = 9) } -> [grid as g]
                    >> halves(ys = xs) -> [xs as w, zs as d],
            } -> [d, w]
            >> p111(ys = xs) -> [xs]
    }
}
#[tokio::test]
async fn p150_gives() {
    check!(p150(&[vec![26], vec![83, 92], vec![]], &[77, 5, 72, 7]), Ok(P150Output { xs: vec![77, 5] }), 17..=17, []);
}

pipeline! {
    fn p151(xs: &[i64], a: i64) -> [b, b as u] {
        each_1: map(xs as b, limit = 3) {
            p125(b = b)
                >> map(xs as a, limit = xs.len() + 1) {
                    blend(c = b, d = b)
                        >> map(xs as a, limit = 2) {
                            turn(c = xs.iter().map(|item| item % 10).sum::<i64>(), d = 2) -> [a as w]
                                >> negate,
                        } -> [c],
                }
                >> repeat(max = 3, index as round) {
                    behead(ys = xs) -> [ys]
                        >> blend(c = a, d = ys.len() as i64)
                        >> by_2: if let Some(m) = ys.first() { stamp -> [xs] },
                } until(b - b < 4),
        } -> [xs as grid]
            >> negate(b = a)
            >> map(grid as ys) {
                try { behead } else |e| {
                    if let Some(m) = xs.first() { {} -> [xs as c] } else { half >> p147(grid = grid) } -> [xs],
                } -> [xs, ys]
                    >> p129(a = c, b = a, c) -> [a as b],
            }
    }
}
#[tokio::test]
async fn p151_gives() {
    check!(p151(&[43, 85], 62), Ok(P151Output { b: vec![9946, 9946], u: vec![9946, 9946] }), 41..=41, ["each_1[0]/p125/repeat[0]/late", "each_1[0]/p125/repeat", "each_1[1]/p125/repeat[0]/late", "each_1[1]/p125/repeat"]);
}

pipeline! {
    fn p152(c: i64, grid: &[Vec<i64>], ys: Vec<i64>) {
        repeat(max = 3) {
            group_1: {
                attempt_2: try {
                    turn(b = ys.len() as i64, c, d = c) -> [b, a, d]
                        >> nth(xs = vec![8, 9], b = d)
                        >> late(a = ys.iter().map(|item| item % 10).sum::<i64>(), c) -> [c],
                } else |xs| {} -> [c],
            },
        } until(ys.is_empty()) -> [c as f, grid as a]
            >> if c - c < 2 {
                match ys {
                    n if n.len() > 1 => p131
                        >> try {
                            weave(ys = ys, xs = vec![2, 3]) >> half(a = c) >> halves -> [zs, xs],
                        } else |error| { behead }
                        >> heads,
                    _ => mix(a = 3, b = { let first = f * 8; first - c }),
                },
            } else if ys.len() + 1 > ys.len() && ys.len() < 3 {}
            >> step_10: total(xs = ys)
    }
}
#[tokio::test]
async fn p152_gives() {
    check!(p152(11, &[vec![57, 44], vec![95, 80, 45], vec![87, 50], vec![]], vec![58, 35, 65]), Ok(P152Output { c: 158 }), 14..=14, ["repeat[0]/group_1/attempt_2/nth", "repeat[1]/group_1/attempt_2/nth", "repeat[2]/group_1/attempt_2/nth", "half"]);
}

pipeline! {
    fn p153(c: i64) {
        up_to(a = c) >> weave(ys = vec![3, 4], xs = xs)
    }
}
#[tokio::test]
async fn p153_gives() {
    check!(p153(34), Ok(P153Output { ys: vec![0, 1, 3, 4] }), 2..=2, []);
}

pipeline! {
    fn p154(a: i64, grid: Vec<Vec<i64>>) {
        digits(a = 4) -> [b, c]
    }
}
#[tokio::test]
async fn p154_gives() {
    check!(p154(29, vec![]), Ok(P154Output { b: 0, c: 4 }), 1..=1, []);
}

pipeline! {
    fn p155(c: i64, a: i64, grid: Vec<Vec<i64>>) {
        repeat(max = (c % 3).unsigned_abs() as usize, index as b) {
            p117(a = { let first = c * 8; first - c }) -> [b] >> double(a) -> [b as w],
        } until(b % 2 == 1) -> [w as ys]
            >> {}
            >> up_to(a)
            >> flatten(grid) -> [xs]
            >> if c % 2 == 0 { {} -> [c as ys] } else { step_1: up_to }
    }
}
#[tokio::test]
async fn p155_gives() {
    check!(p155(90, 25, vec![vec![94, 68, 75], vec![50, 96]]), Ok(P155Output { ys: 90, xs: vec![94, 68, 75, 50, 96] }), 5..=5, []);
}

pipeline! {
    fn p156(xs: &[i64]) -> [xs] {
        map((xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) as b, limit = 1) {
            parallel {
                branch_1: try { mix(a = b) } else |why| { weigh(error = why, a = b) },
                branch_2: rows
                    >> match &grid[..] {
                        xs if xs.len() > 2 => late(a = b, c = b),
                        [e, .., first] => negate,
                        [e, xs @ ..] => p147(grid = xs),
                        xs => {},
                    } -> [xs as d]
                    >> nth(xs) -> [d],
            }
                >> map((vec![b + 0, d * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((e, [b, _]), ys), index as i) {
                    by_3: match &ys[..] {
                        m if m.len() > 2 => {},
                        [a, m @ ..] => {} -> [d as e, a as c],
                        [] => age(a = 1 - i as i64, round = i) >> weave(xs = xs),
                        m => {} -> [xs],
                    },
                } -> [b as u, ys as c],
        } -> [u]
    }
}
#[tokio::test]
async fn p156_gives() {
    check!(p156(&[56, 67, 4, 5]), Err(("b[1]/branch_2/nth", "no item 4 of 4")), 7..=8, ["b[1]/branch_2/nth"]);
}

pipeline! {
    fn p157(a: i64, ys: Vec<i64>) -> [f, f as a] {
        both_1: parallel {
            branch_2: map((ys) as a, limit = 2) {
                each_3: map(ys as e, limit = 1) { double(a = e) >> late(c = e) -> [c as b, a as w] },
            }
                >> up_to
                >> step_4: p137(grid = w, c = a),
            branch_5: try { nth(xs = ys, b = ys.len() as i64) >> if let Some(n) = ys.first() { {} -> [a] } } else |e| {
                step_6: digits
                    >> map((ys.iter().map(|item| item + 2).collect::<Vec<i64>>()) as e) {
                        nth(xs = ys.to_vec()) >> step_7: blend >> mix -> [d],
                    },
            } -> [a as w]
                >> try {
                    by_8: match &ys[..] {
                        e if e.len() > 2 => {},
                        [n, e @ ..] => behead(ys = ys) >> p117,
                        [n] => {} -> [a],
                        _ => {},
                    },
                } else { {} -> [w] } -> [a as xs, w],
        }
            >> p121
            >> push(xs = ys)
            >> late(a = { let first = f * 7; first - w }, c = w)
            >> again_9: repeat(max = 3) { negate(b = w) -> [c as f] } until(xs.len() + 1 > xs.len() && xs.len() < 2)
    }
}
#[tokio::test]
async fn p157_gives() {
    check!(p157(7, vec![]), Err(("late", "-7 and 7 came late")), 7..=7, ["both_1/branch_5/nth", "late"]);
}

pipeline! {
    fn p158(grid: Vec<Vec<i64>>, a: &i64) {
        by_1: if a - a < 2 {
            map((0..3_i64) as a, index as round, limit = 1) {
                match (a % 2 == 0, a % 3) {
                    (true, 0) => flatten(grid = grid) -> [xs] >> p125(b = xs.len() as i64),
                    _ => {},
                },
            }
                >> repeat(max = 1) {
                    double(a = a + 7)
                        >> {
                            add_one(a = b) >> step_2: blend(c = 7, d = { let first = b * 6; first - a }),
                        },
                } until(a % 2 == 1)
                >> each_3: map((vec![a + 4, a * 2]) as a) {
                    match a % 2 { 1 | 2 => {} -> [grid as e], e => heads(grid = grid) },
                },
        } else if a % 2 == 0 { {} -> [grid as e] } else { heads } -> [a, a as b]
            >> half -> [b]
            >> blend(c = a, d = 8)
            >> digits(a = b) -> [c, b as g]
            >> map(grid as ys, index as i) {
                rows(xs = vec![3, 4], b = a) >> zip_up(xs = vec![4, 5], ys) -> [b as d, zs as c],
            } -> [d]
    }
}
#[tokio::test]
async fn p158_gives() {
    check!(p158(vec![vec![97, 61], vec![]], &4), Ok(P158Output { d: vec![4, 2] }), 16..=16, ["by_1/a[0]/p125/repeat[0]/late", "by_1/a[0]/p125/repeat"]);
}

pipeline! {
    fn p159(xs: &[i64], ys: &[i64], grid: Vec<Vec<i64>>) {
        weave(ys = ys.to_vec()) >> repeat(max = 3) { total(xs = ys) -> [c] } until(ys.is_empty())
    }
}
#[tokio::test]
async fn p159_gives() {
    check!(p159(&[69, 43], &[73, 99, 71], vec![vec![54, 71], vec![95, 4, 84, 89]]), Ok(P159Output { c: 355 }), 5..=5, []);
}

pipeline! {
    fn p160(ys: &[i64], grid: &[Vec<i64>]) -> [grid as h, ys] {
        weave(xs = vec![9, 10])
    }
}
#[tokio::test]
async fn p160_gives() {
    check!(p160(&[5, 89, 77, 28], &[vec![78], vec![59, 4], vec![99, 37, 10, 15], vec![46, 59]]), Ok(P160Output { h: vec![vec![78], vec![59, 4], vec![99, 37, 10, 15], vec![46, 59]], ys: vec![9, 10, 5, 89, 77] }), 1..=1, []);
}

pipeline! {
    fn p161(c: i64) {
        digits(a = 8) -> [c as e, b]
            >> group_1: {
                map((vec![c + 7, e * 2]) as e, index as round) {
                    age(a = b)
                        >> try { step_2: age(round = round) >> step_3: age >> late(a, c) } else { mix(a = b * e % 1_009 + 2, b = 7) >> up_to -> [xs] } -> [e, a as u, c]
                        >> step_4: age(round = 1),
                },
            }
    }
}
#[tokio::test]
async fn p161_gives() {
    check!(p161(41), Ok(P161Output { a: vec![3, 6] }), 11..=11, []);
}

pipeline! {
    fn p162(ys: Vec<i64>) {
        zip_up(xs = ys, ys = vec![5, 6]) >> turn(c = b, d = b) -> [d, a as e, b]
    }
}
#[tokio::test]
async fn p162_gives() {
    check!(p162(vec![82, 45]), Ok(P162Output { d: 8, e: 8, b: 8 }), 2..=2, []);
}

pipeline! {
    fn p163(c: i64) {
        map((vec![c + 1, c * 2]) as a, index as i, limit = 3) {
            again_1: repeat(max = (a % 3).unsigned_abs() as usize, index as round) {
                parallel {
                    p131 -> [u] >> age,
                    add_one >> digits(a = c) >> up_to,
                    late(a = a) -> [a as w, c],
                }
                    >> map(xs as a, limit = 2) {
                        add_one >> {} >> age(a, round) >> turn(b = a + 5, d = w),
                    } -> [b as h, a as u, c as f],
            } until(w % 2 == 0),
        } -> [f as g, u, h]
            >> p140(a = 1, grid = vec![vec![1], vec![]])
    }
}
#[tokio::test]
async fn p163_gives() {
    check!(p163(65), Ok(P163Output { a: 4 }), 41..=41, []);
}

pipeline! {
    fn p164(b: &i64) {
        double(a = 4)
    }
}
#[tokio::test]
async fn p164_gives() {
    check!(p164(&90), Ok(P164Output { b: 8 }), 1..=1, []);
}

pipeline! {
    fn p165(ys: &[i64], xs: Vec<i64>) {
        map((ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>().iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., c]), xs), limit = 2) {
            blend(d = xs.len() as i64) >> rows(b = a),
        }
            >> zip_up(xs, ys = xs) -> [zs, b as w]
            >> match w {
                m @ 2..=40 => {},
                xs if xs % 3 == 1 => step_1: add_one(a = xs * xs % 1_009 + 4) -> [a as xs],
                xs => {},
            } -> [ys as w]
            >> step_2: halves(ys) -> [xs as u]
            >> repeat(max = 2, index as round) {
                stamp -> [xs] >> step_3: stamp(xs) -> [xs as g] >> {} >> step_4: stamp -> [xs as c],
            } until(ys.len() + 1 > zs.len() && ys.len() < 3) -> [c]
    }
}
#[tokio::test]
async fn p165_gives() {
    check!(p165(&[], vec![30]), Ok(P165Output { c: vec![30, 0, 1, 1] }), 9..=9, []);
}

pipeline! {
    fn p166(c: &i64) {
        half(a = 4) -> [b] >> step_1: p121(a = 0) >> add_one(a = f + 0)
    }
}
#[tokio::test]
async fn p166_gives() {
    check!(p166(&72), Err(("step_1/late", "0 and 0 came late")), 2..=2, ["step_1/late"]);
}

pipeline! {
    fn p167(a: &i64, grid: Vec<Vec<i64>>, c: i64) {
        up_to(a = c)
            >> by_1: if !xs.is_empty() && let Some(rest) = xs.iter().min() { total(xs) } else if let [xs, last @ ..] = &xs[..] && xs % 2 == 0 { {} -> [a, a as c] } else if xs.is_empty() {} else {
                behead(ys = xs)
                    >> map(grid as xs, limit = 3, index as i) {
                        try { half >> up_to } else |a| {
                            zip_up -> [b, zs]
                                >> age(a = c, round = i) -> [a as g]
                                >> grow(xs = xs, a = g * c % 1_009 + 5),
                        }
                            >> step_2: age(a = a, round = i) -> [a as b]
                            >> p125(b = b),
                    },
            } -> [c as u, a, c]
            >> double
    }
}
#[tokio::test]
async fn p167_gives() {
    check!(p167(&68, vec![], 14), Ok(P167Output { b: 136 }), 3..=3, []);
}

pipeline! {
    fn p168(b: i64, a: i64, grid: Vec<Vec<i64>>) -> [a as c] {
        mix -> [d as grid]
            >> try {
                half(a = a * b % 1_009 + 2)
                    >> step_1: mix(a = grid)
                    >> map((vec![8, 9].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (b, _), limit = 4) {
                        try { double(a = grid) -> [b as ys] >> half } else |xs| {},
                    } -> [b as f, b as xs],
            } else { {} -> [b as f] } -> [a as c]
            >> double(a = grid)
    }
}
#[tokio::test]
async fn p168_gives() {
    check!(p168(24, 36, vec![]), Ok(P168Output { c: 36 }), 8..=8, []);
}

pipeline! {
    fn p169(xs: Vec<i64>) {
        zip_up(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
            >> p164
            >> nth(xs, b = b)
    }
}
#[tokio::test]
async fn p169_gives() {
    check!(p169(vec![78, 65, 92, 84]), Ok(P169Output { d: 84 }), 3..=3, []);
}

pipeline! {
    fn p170(b: &i64, a: &i64, ys: Vec<i64>) -> [b, a, d as g] {
        add_one >> double >> turn(c = { let first = a * 7; first - b }, d = b)
    }
}
#[tokio::test]
async fn p170_gives() {
    check!(p170(&15, &22, vec![75, 68]), Ok(P170Output { b: 161, a: 161, g: 92 }), 3..=3, []);
}

pipeline! {
    fn p171(c: i64) -> [c, w] {
        blend(d = { let first = c * 1; first - c })
            >> repeat(max = 2, index as round) {
                if c % 2 == 1 {
                    try { half(a = c) } else { {} -> [c] }
                        >> parallel {
                            negate(b = 7) -> [c],
                            branch_1: up_to(a = c) -> [xs as grid]
                                >> stamp(xs = grid)
                                >> {}
                                >> turn(b = c, d = a) -> [d],
                        } -> [c]
                        >> if a - a < 3 { age(round = round) -> [a] },
                } else { p153 },
            } until(c % 3 == 1) -> [a as f]
            >> parallel {
                branch_2: step_3: late(c = f),
                up_to -> [xs] >> digits -> [c as grid],
                branch_4: step_5: up_to(a = c * f % 1_009 + 2),
            } -> [a, xs as f, grid as w, c]
    }
}
#[tokio::test]
async fn p171_gives() {
    check!(p171(76), Err(("branch_2/step_3", "76 and 76 came late")), 5..=8, ["branch_2/step_3"]);
}

pipeline! {
    fn p172(ys: Vec<i64>, xs: Vec<i64>, c: &i64) -> [zs, b] {
        grow(a = c) >> zip_up(xs = xs, ys = xs)
    }
}
#[tokio::test]
async fn p172_gives() {
    check!(p172(vec![], vec![1, 1, 1, 87], &13), Ok(P172Output { zs: vec![3, 3, 3, 261], b: 8 }), 2..=2, []);
}

pipeline! {
    fn p173(ys: &[i64], c: i64, b: i64) -> [b, ys, c] {
        p132(ys = ys.to_vec())
    }
}
#[tokio::test]
async fn p173_gives() {
    check!(p173(&[96, 80], 7, 29), Ok(P173Output { b: 29, ys: vec![96, 80], c: 176 }), 3..=3, []);
}

pipeline! {
    fn p174(grid: Vec<Vec<i64>>, b: i64, a: i64) {
        parallel {
            parallel {
                branch_1: heads >> map(zs as b, limit = zs.len() + 1) { double >> step_2: p137 >> flatten },
                p154 >> flatten >> add_one(a = b),
            },
            double,
        }
    }
}
#[tokio::test]
async fn p174_gives() {
    check!(p174(vec![], 30, 95), Ok(P174Output { xs: vec![], a: 1, b: 190 }), 5..=5, []);
}

pipeline! {
    fn p175(b: i64) -> [b, d, a] {
        repeat(max = 2) {
            by_1: if b - b < 3 {
                p164 -> [b] >> map((vec![b + 1, b * 2]) as a, index as round, limit = 3) { age -> [a] },
            } else if b - b < 3 {},
        } until(b % 2 == 0) -> [b as f]
            >> turn(c = b, d = f)
    }
}
#[tokio::test]
async fn p175_gives() {
    check!(p175(28), Ok(P175Output { b: 56, d: 56, a: 56 }), 5..=5, []);
}

pipeline! {
    fn p176(ys: Vec<i64>, xs: &[i64]) {
        again_1: repeat(max = xs.len()) { behead } until(xs.is_empty()) -> [ys as zs, ys]
            >> each_2: map((xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) as b, index as round) {
                nth,
            }
            >> step_3: zip_up(ys = d)
            >> {}
            >> negate
            >> total -> [c as xs]
    }
}
#[tokio::test]
async fn p176_gives() {
    check!(p176(vec![18], &[]), Ok(P176Output { xs: 0 }), 5..=5, []);
}

pipeline! {
    fn p177(xs: Vec<i64>, a: i64, c: i64) {
        match xs {
            a if a.len() > 1 => {} -> [c],
            _ => match (a % 2 == 0, a % 3) {
                (true, 0) => add_one(a = a),
                (true, a) => map((vec![c + 8, c * 2]) as e, limit = 4, index as round) {
                    p153(c = { let first = c * 0; first - a }) -> [ys as c] >> stamp -> [xs] >> step_1: stamp,
                } -> [xs as u],
                _ => weave(ys = vec![c + 3, a * 2])
                    >> {}
                    >> both_2: parallel {
                        digits(a = 1) >> p162 >> nth(b = { let first = e * 0; first - a }),
                        branch_3: blend(d = c),
                        branch_4: blend(c = a * a % 1_009 + 4, d = a) -> [a as h],
                    } -> [d, a, h],
            }
                >> try { step_5: late(a, c = c) } else |error| { weigh(error = error) },
        } -> [a, c as g]
            >> blend(d = xs.len() as i64)
    }
}
#[tokio::test]
async fn p177_gives() {
    check!(p177(vec![69, 86], 7, 97), Ok(P177Output { a: 87 }), 1..=1, []);
}

pipeline! {
    fn p178(a: &i64) -> [a as d] {
        p142(b = a)
    }
}
#[tokio::test]
async fn p178_gives() {
    check!(p178(&33), Ok(P178Output { d: 33 }), 1..=1, []);
}

pipeline! {
    fn p179(a: &i64) {
        step_1: turn(b = a, c = a, d = a)
            >> match d % 4 { 0 => {}, _ => {} }
            >> by_2: if d % 3 == 1 { digits } else if b % 2 == 1 { map((0..3_i64) as a) { step_3: mix >> double } -> [b as w] }
            >> repeat(max = 4, index as round) { age(round) -> [a as c] } until(d % 2 == 0)
    }
}
#[tokio::test]
async fn p179_gives() {
    check!(p179(&42), Ok(P179Output { c: 84 }), 3..=3, []);
}

pipeline! {
    fn p180(xs: Vec<i64>) {
        step_1: zip_up(ys = xs)
            >> parallel {
                push(xs, a = xs.iter().map(|item| item % 10).sum::<i64>()),
                branch_2: zip_up(ys = xs),
                branch_3: attempt_4: try {
                    nth
                        >> group_5: { behead(ys = xs) >> step_6: behead -> [ys] >> p176(xs) } -> [xs as ys, zs as h]
                        >> repeat(max = 2, index as i) { half(a = d) } until(h.len() + 1 > zs.len() && h.len() < 4),
                } else |e| {} -> [b as ys],
            } -> [b as w, zs, ys, xs as g]
            >> total
    }
}
#[tokio::test]
async fn p180_gives() {
    check!(p180(vec![83]), Ok(P180Output { c: 83 }), 5..=5, ["branch_3/attempt_4/nth"]);
}

pipeline! {
    fn p181(xs: Vec<i64>) -> [xs, b as a, w] {
        map((0..3_i64) as e, limit = 4) {
            add_one(a = e) -> [a]
                >> if a - a < 4 {
                    turn(b = xs.iter().map(|item| item % 10).sum::<i64>(), c = a, d = a * a % 1_009 + 5),
                } else { step_1: grow(xs = xs) >> {} >> weave(ys = ys, xs) -> [ys] }
                >> step_2: turn(b = e, c = e, d = 1),
        }
            >> group_3: { p169 -> [d] >> add_one(a = b.iter().map(|item| item % 10).sum::<i64>()) } -> [a as w, b, xs]
    }
}
#[tokio::test]
async fn p181_gives() {
    check!(p181(vec![99, 89, 59, 62]), Ok(P181Output { xs: vec![99, 89, 59, 62], a: vec![1, 2, 3], w: 7 }), 13..=13, []);
}

pipeline! {
    fn p182(c: &i64, ys: Vec<i64>) {
        map(ys as a) { push(xs = vec![c + 7, a * 2], a = c) >> behead } -> [ys as b]
            >> weave(xs = ys.to_vec())
            >> turn(b = c + 0, d = c + 6)
            >> push(xs = ys)
    }
}
#[tokio::test]
async fn p182_gives() {
    check!(p182(&1, vec![29, 19]), Ok(P182Output { xs: vec![29, 19, 29, 19, 2] }), 7..=7, []);
}

pipeline! {
    fn p183(ys: Vec<i64>, b: &i64, xs: &[i64]) -> [ys, xs as c, ys as f] {
        try {
            attempt_1: try {
                map((xs.iter().map(|item| item + 0).collect::<Vec<i64>>()) as e, limit = 1) {
                    p173(c = e),
                } -> [c as g, ys as w]
                    >> again_2: repeat(max = 3) { p153(c = b + 6) } until(b % 3 == 1),
            } else |a| { behead }
                >> add_one(a = xs.iter().map(|item| item % 10).sum::<i64>())
                >> nth(xs = ys),
        } else |a| { {} -> [ys] } -> [ys as f]
            >> negate
            >> behead(ys = vec![5, 6])
    }
}
#[tokio::test]
async fn p183_gives() {
    check!(p183(vec![83, 14, 31], &1, &[3, 55]), Ok(P183Output { ys: vec![6], c: vec![3, 55], f: vec![6] }), 11..=11, []);
}

pipeline! {
    fn p184(b: i64, grid: Vec<Vec<i64>>, xs: Vec<i64>) -> [a, d as w, b as xs, a as grid] {
        turn(b = { let first = b * 7; first - b }, c = b, d = b)
    }
}
#[tokio::test]
async fn p184_gives() {
    check!(p184(52, vec![vec![68]], vec![22, 61, 32, 10]), Ok(P184Output { a: 364, w: 364, xs: 104, grid: 364 }), 1..=1, []);
}

pipeline! {
    fn p185(c: i64, ys: Vec<i64>) {
        negate(b = 5)
    }
}
#[tokio::test]
async fn p185_gives() {
    check!(p185(14, vec![]), Ok(P185Output { c: 10002 }), 1..=1, []);
}

pipeline! {
    fn p186(xs: Vec<i64>, ys: Vec<i64>) {
        weave(xs = xs) >> step_1: behead
    }
}
#[tokio::test]
async fn p186_gives() {
    check!(p186(vec![46, 86], vec![75, 48, 96, 38]), Ok(P186Output { ys: vec![86, 75, 48, 96] }), 2..=2, []);
}

pipeline! {
    fn p187(ys: &[i64], b: i64) {
        weave(xs = ys.to_vec())
    }
}
#[tokio::test]
async fn p187_gives() {
    check!(p187(&[20], 92), Ok(P187Output { ys: vec![20, 20] }), 1..=1, []);
}

pipeline! {
    fn p188(a: &i64, grid: Vec<Vec<i64>>, c: &i64) -> [c as ys] {
        flatten(grid = vec![vec![1], vec![]])
            >> step_1: flatten
            >> negate(b = { let first = a * 5; first - c })
    }
}
#[tokio::test]
async fn p188_gives() {
    check!(p188(&51, vec![vec![92, 96, 14]], &88), Ok(P188Output { ys: 9840 }), 3..=3, []);
}

pipeline! {
    fn p189(b: i64) {
        if b - b < 4 { p175(b = b) } -> [b]
    }
}
#[tokio::test]
async fn p189_gives() {
    check!(p189(65), Ok(P189Output { b: 130 }), 8..=8, []);
}

pipeline! {
    fn p190(grid: Vec<Vec<i64>>, xs: Vec<i64>, a: i64) -> [ys as w] {
        weave(ys = vec![a + 5, a * 2], xs = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
            >> map(xs as b) {
                repeat(max = 1) {
                    { zip_up } -> [zs as w, ys as d, b] >> nth(xs = ys, b = ys.len() as i64),
                } until(b - b < 4)
                    >> digits(a = ys.iter().map(|item| item % 10).sum::<i64>()),
            }
            >> match a % 4 {
                last if last - a < 4 => {},
                _ => step_1: weave(ys = c.iter().map(|item| item + 4).collect::<Vec<i64>>()),
            }
    }
}
#[tokio::test]
async fn p190_gives() {
    check!(p190(vec![vec![2, 47], vec![20, 39]], vec![36, 66], 39), Ok(P190Output { w: vec![66, 36, 36, 66, 44] }), 9..=9, []);
}

pipeline! {
    fn p191(ys: Vec<i64>) {
        halves(ys = ys)
    }
}
#[tokio::test]
async fn p191_gives() {
    check!(p191(vec![67, 99]), Ok(P191Output { xs: vec![67], zs: vec![99] }), 1..=1, []);
}

pipeline! {
    fn p192(c: &i64, b: i64, xs: Vec<i64>) -> [xs] {
        match xs.last().copied() {
            Some(first) => repeat(max = 2) { step_1: turn(b, d = b) } until(xs.len() + 1 > xs.len() && xs.len() < 4),
            _ => {},
        }
            >> up_to(a = xs.iter().map(|item| item % 10).sum::<i64>())
    }
}
#[tokio::test]
async fn p192_gives() {
    check!(p192(&43, 84, vec![45, 5]), Ok(P192Output { xs: vec![0, 1] }), 3..=3, []);
}

pipeline! {
    fn p193(b: i64, a: i64, xs: Vec<i64>) {
        attempt_1: try {
            weave(ys = xs, xs = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()),
        } else |e| {
            map(xs as e, index as i) {
                try { double -> [b] } else |error| {
                    late(a = b, c = { let first = a * 0; first - b }) >> blend(c = c, d = e) -> [a],
                }
                    >> step_2: double(a = a)
                    >> rows(xs = vec![2, 3]) -> [grid],
            },
        } -> [xs]
            >> map(xs as b) { half >> push -> [xs] >> step_3: digits } -> [b as f]
    }
}
#[tokio::test]
async fn p193_gives() {
    check!(p193(90, 8, vec![79, 4]), Ok(P193Output { f: vec![0, 0] }), 7..=7, []);
}

pipeline! {
    fn p194(grid: Vec<Vec<i64>>, c: i64, ys: Vec<i64>) {
        weave(ys = ys, xs = ys)
            >> nth(xs = ys, b = ys.len() as i64) -> [d]
            >> push(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), a = d * c % 1_009 + 5)
    }
}
#[tokio::test]
async fn p194_gives() {
    check!(p194(vec![vec![84, 44], vec![98, 72, 89, 67]], 93, vec![65, 8, 16]), Ok(P194Output { xs: vec![65, 16, 8, 65, 1005] }), 3..=3, []);
}

pipeline! {
    fn p195(a: i64, c: &i64) {
        map((vec![a + 3, a * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((e, [c, _]), ys), limit = 3) {
            repeat(max = 4) { digits(a = c) } until(ys.is_empty()),
        } -> [ys, c as zs, b as grid]
            >> step_1: heads(grid = vec![vec![6], vec![]])
            >> try { behead(ys = zs) -> [ys] >> step_2: behead(ys = ys) -> [ys] } else { step_3: behead(ys = zs) -> [ys] }
    }
}
#[tokio::test]
async fn p195_gives() {
    check!(p195(66, &76), Ok(P195Output { ys: vec![] }), 13..=13, []);
}

pipeline! {
    fn p196(grid: Vec<Vec<i64>>) -> [h, w as g, h as a] {
        { flatten -> [xs as w] } -> [w as h, w]
    }
}
#[tokio::test]
async fn p196_gives() {
    check!(p196(vec![vec![90, 34, 20, 6], vec![54, 6, 45, 77]]), Ok(P196Output { h: vec![90, 34, 20, 6, 54], g: vec![90, 34, 20, 6, 54], a: vec![90, 34, 20, 6, 54] }), 1..=1, []);
}

pipeline! {
    fn p197(ys: Vec<i64>) {
        halves
    }
}
#[tokio::test]
async fn p197_gives() {
    check!(p197(vec![16, 44, 74, 96]), Ok(P197Output { xs: vec![16, 44], zs: vec![74, 96] }), 1..=1, []);
}

pipeline! {
    fn p198(grid: Vec<Vec<i64>>, a: &i64) {
        half
            >> each_1: map(grid as ys, limit = 4) {
                heads(grid = grid) >> late(a = c + 8, c = c) -> [c as ys, a],
            } -> [grid as g, a as h]
    }
}
#[tokio::test]
async fn p198_gives() {
    check!(p198(vec![vec![23, 98]], &20), Ok(P198Output { g: vec![vec![vec![23, 98]]], h: vec![10] }), 3..=3, []);
}

pipeline! {
    fn p199(b: i64, xs: Vec<i64>) -> [b, xs as zs, b as w] {
        weave(ys = vec![b + 5, b * 2], xs) >> double(a = b * b % 1_009 + 4)
    }
}
#[tokio::test]
async fn p199_gives() {
    check!(p199(63, vec![62, 71, 97, 82]), Ok(P199Output { b: 1892, zs: vec![62, 71, 97, 82], w: 1892 }), 2..=2, []);
}
