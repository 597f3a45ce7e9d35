//! Written by generate.py from the seed 20261; not to be edited.
//!
//! In 200 pipelines: 536 -> [..], 420 a(x = expr), 635 a(x = y), 86 a(x), 414 as, 54 carried, 28 collect, 8 failures among siblings, 48 group, 53 if, 19 if let, 39 index, 63 labelled, 27 limit, 95 map, 56 match, 72 nesting 0, 31 nesting 1, 20 nesting 2, 77 nesting 3, 42 parallel, 24 pass-through, 19 pattern, 75 repeat, 22 runs that fail, 19 runs that recover, 1043 step, 184 step name, 121 sub-pipeline, 69 try, 40 unlabelled, 33 {} -> [..].
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
    fn p4(xs: &[i64]) -> [b] {
        map((xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (c, e), index as round) {
            grow(a = e)
                >> {
                    each_1: map(ys as e, index as i, on_error = collect) { behead(ys = xs) -> [ys] } -> [],
                },
        }
            >> {}
            >> p3(a = xs.iter().map(|item| item % 10).sum::<i64>(), xs, b = 8)
    }
}
#[tokio::test]
async fn p4_gives() {
    check!(p4(&[85]), Ok(P4Output { b: 10 }), 12..=12, []);
}

pipeline! {
    fn p5(grid: Vec<Vec<i64>>) {
        heads(grid = vec![vec![8], vec![]])
    }
}
#[tokio::test]
async fn p5_gives() {
    check!(p5(vec![vec![], vec![]]), Ok(P5Output { zs: vec![8, -1], c: 2 }), 1..=1, []);
}

pipeline! {
    fn p6(b: &i64) {
        {
            {
                map((vec![2, 3]) as a, index as round, on_error = collect) {
                    step_1: late(c = { let first = b * 3; first - a })
                        >> late
                        >> if c % 4 == 1 { half } else if c - a < 3 { step_2: half >> step_3: age -> [a as u] } else { {} -> [b as xs] },
                } -> [b as result_4]
                    >> sift_5: sift(results = result_4, others = result_4),
            }
                >> step_6: rows -> [grid as ys]
                >> match &xs[..] {
                    [] => {} -> [xs as e, c as zs],
                    [a, .., n] => zip_up(ys = xs.iter().map(|item| item + 3).collect::<Vec<i64>>()) -> [b as e],
                    [a, first @ ..] => {},
                    _ => {} -> [b as d],
                },
        }
    }
}
#[tokio::test]
async fn p6_gives() {
    check!(p6(&16), Ok(P6Output {  }), 4..=4, ["a[0]/step_1", "a[1]/step_1"]);
}

pipeline! {
    fn p7(ys: Vec<i64>) {
        p4(xs = ys)
    }
}
#[tokio::test]
async fn p7_gives() {
    check!(p7(vec![94, 78]), Ok(P7Output { b: 24 }), 19..=19, []);
}

pipeline! {
    fn p8(a: i64) -> [a, a as ys] {
        late(c = a)
    }
}
#[tokio::test]
async fn p8_gives() {
    check!(p8(82), Err(("late", "82 and 82 came late")), 1..=1, ["late"]);
}

pipeline! {
    fn p9(c: i64, b: &i64, xs: Vec<i64>) {
        halves(ys = vec![b + 5, b * 2])
    }
}
#[tokio::test]
async fn p9_gives() {
    check!(p9(88, &40, vec![46]), Ok(P9Output { xs: vec![45], zs: vec![80] }), 1..=1, []);
}

pipeline! {
    fn p10(c: i64, ys: Vec<i64>, b: i64) {
        push(xs = ys, a = b)
    }
}
#[tokio::test]
async fn p10_gives() {
    check!(p10(35, vec![], 39), Ok(P10Output { xs: vec![39] }), 1..=1, []);
}

pipeline! {
    fn p11(grid: &[Vec<i64>], ys: &[i64]) {
        {
            weave(ys = ys, xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) -> [ys as c]
                >> by_1: match ys { first if first.len() > 1 => {} -> [grid as a], _ => behead(ys = c) }
                >> zip_up(xs = c.to_vec()),
        }
            >> if b % 2 == 1 {
                p9(c = zs.iter().map(|item| item % 10).sum::<i64>(), b, xs = ys.iter().map(|item| item + 5).collect::<Vec<i64>>()),
            } else {
                try {
                    try {
                        step_2: weave(ys = ys, xs = zs.iter().map(|item| item + 2).collect::<Vec<i64>>())
                            >> p10(c = b, b = b * b % 1_009 + 5),
                    } else |why| { grow(xs = ys, a = b) },
                } else |error| { step_3: weave(ys = zs, xs = ys.to_vec()) }
                    >> heads(grid) -> [c as g, zs]
                    >> step_4: flatten(grid = grid),
            }
    }
}
#[tokio::test]
async fn p11_gives() {
    check!(p11(&[vec![54, 73], vec![], vec![64, 94]], &[36, 1, 2]), Ok(P11Output { xs: vec![54, 73, 64, 94], zs: vec![74, 3, 40] }), 6..=6, []);
}

pipeline! {
    fn p12(c: i64, a: i64, xs: Vec<i64>) -> [ys] {
        step_1: grow(a = a)
    }
}
#[tokio::test]
async fn p12_gives() {
    check!(p12(87, 29, vec![84, 80, 50]), Ok(P12Output { ys: vec![84, 80, 50, 29] }), 1..=1, []);
}

pipeline! {
    fn p13(xs: Vec<i64>, grid: &[Vec<i64>]) -> [xs, a] {
        step_1: total
            >> add_one(a = xs.iter().map(|item| item % 10).sum::<i64>())
            >> if let Some(xs) = xs.first() { flatten }
    }
}
#[tokio::test]
async fn p13_gives() {
    check!(p13(vec![14, 23, 89], &[vec![97, 75], vec![24, 53], vec![68, 62], vec![96]]), Ok(P13Output { xs: vec![97, 75, 24, 53, 68], a: 17 }), 3..=3, []);
}

pipeline! {
    fn p14(grid: Vec<Vec<i64>>, a: &i64, xs: &[i64]) {
        double >> heads >> half(a)
    }
}
#[tokio::test]
async fn p14_gives() {
    check!(p14(vec![], &73, &[4, 21]), Ok(P14Output { b: 36 }), 3..=3, []);
}

pipeline! {
    fn p15(b: i64, xs: Vec<i64>, ys: Vec<i64>) {
        p10(c = xs.len() as i64, b = b) -> [xs]
            >> each_1: map((vec![3, 4].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., a]), ys)) {
                double(a = b)
                    >> p4(xs = ys.iter().map(|item| item + 2).collect::<Vec<i64>>())
                    >> p12(c = a, a = a * b % 1_009 + 9, xs),
            } -> [ys as grid]
    }
}
#[tokio::test]
async fn p15_gives() {
    check!(p15(48, vec![14, 87], vec![44]), Ok(P15Output { grid: vec![vec![44, 48, 57], vec![44, 48, 63]] }), 46..=46, []);
}

pipeline! {
    fn p16(grid: Vec<Vec<i64>>) {
        heads(grid = grid) -> [zs, c as grid]
    }
}
#[tokio::test]
async fn p16_gives() {
    check!(p16(vec![]), Ok(P16Output { zs: vec![], grid: 0 }), 1..=1, []);
}

pipeline! {
    fn p17(b: &i64, grid: Vec<Vec<i64>>) {
        {
            match b % 2 {
                n @ 2..=40 => double(a = b * n % 1_009 + 4),
                first if first - b < 2 => flatten -> [xs],
                0 => step_1: negate(b = b * b % 1_009 + 9),
                _ => {
                    map(grid as xs, index as i, on_error = collect) { half(a = b) -> [b as a] } -> [a as result_2]
                        >> blame_3: blame(results = result_2)
                        >> sift_4: sift(results = result_2, others = result_2),
                }
                    >> up_to(a = b)
                    >> negate,
            }
                >> step_5: flatten
                >> step_6: flatten,
        }
    }
}
#[tokio::test]
async fn p17_gives() {
    check!(p17(&7, vec![vec![0, 68, 83, 6]]), Ok(P17Output { xs: vec![0, 68, 83, 6] }), 3..=3, []);
}

pipeline! {
    fn p18(c: i64, ys: Vec<i64>, b: i64) {
        map(ys as e, index as i, limit = 1) { p12(c = 2, a = e, xs = vec![e + 2, e * 2]) } -> [ys as a]
    }
}
#[tokio::test]
async fn p18_gives() {
    check!(p18(99, vec![71, 87, 39], 22), Ok(P18Output { a: vec![vec![73, 142, 71], vec![89, 174, 87], vec![41, 78, 39]] }), 3..=3, []);
}

pipeline! {
    fn p19(b: i64, c: i64, grid: &[Vec<i64>]) -> [b, zs as h] {
        repeat(max = 4, index as round) {
            add_one(a = 8 - round as i64)
                >> {
                    map(grid as xs, on_error = collect) {
                        try { behead(ys = xs.to_vec()) -> [ys] >> step_1: behead(ys = ys) } else |a| { mix(a = { let first = c * 4; first - b }, b = b) },
                    } -> [],
                }
                >> {
                    by_2: match a {
                        xs @ 2..=40 => {},
                        b if b % 4 == 1 => step_3: turn(b, d = a) >> p16(grid) -> [grid, zs],
                        _ => mix(a = b * b % 1_009 + 4) -> [d as g],
                    } -> [b, b as zs]
                        >> negate
                        >> heads,
                },
        } until(c % 3 == 0)
            >> flatten
            >> blend(d = { let first = b * 9; first - b }) -> [a as zs]
    }
}
#[tokio::test]
async fn p19_gives() {
    check!(p19(71, 54, &[vec![99, 8], vec![26, 34], vec![], vec![34, 41, 72]]), Ok(P19Output { b: 71, h: 7171 }), 47..=47, ["repeat[0]/grid[2]/behead", "repeat[1]/grid[2]/behead", "repeat[2]/grid[2]/behead", "repeat[3]/grid[2]/behead"]);
}

pipeline! {
    fn p20(a: i64) {
        step_1: digits
            >> match (c % 2 == 0, c % 3) {
                (true, 0) => p8,
                (_, e) if e > 0 => parallel {
                    branch_2: by_3: if a % 2 == 0 { half(a = b) >> p8 }
                        >> group_4: {
                            double(a = { let first = b * 9; first - a })
                                >> blend(d = c * b % 1_009 + 5)
                                >> turn(c = b * b % 1_009 + 7, d = b),
                        },
                    try { negate(b) >> half -> [b] } else |xs| { digits >> weigh(error = xs, a = c) -> [b] } -> [b as grid],
                },
                _ => {},
            }
    }
}
#[tokio::test]
async fn p20_gives() {
    check!(p20(6), Err(("p8/late", "6 and 6 came late")), 2..=2, ["p8/late"]);
}

pipeline! {
    fn p21(ys: Vec<i64>) {
        halves(ys = vec![0, 1])
            >> step_1: halves(ys = xs.iter().map(|item| item + 1).collect::<Vec<i64>>())
            >> p7(ys = zs)
    }
}
#[tokio::test]
async fn p21_gives() {
    check!(p21(vec![29, 22]), Ok(P21Output { b: 2 }), 14..=14, []);
}

pipeline! {
    fn p22(b: i64, a: i64, ys: Vec<i64>) {
        zip_up(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
    }
}
#[tokio::test]
async fn p22_gives() {
    check!(p22(67, 62, vec![0, 63, 19]), Ok(P22Output { zs: vec![19, 189, 38], b: 8 }), 1..=1, []);
}

pipeline! {
    fn p23(ys: Vec<i64>) {
        parallel {
            branch_1: zip_up(xs = ys) -> [zs as a, b],
            branch_2: try {
                behead
                    >> again_3: repeat(max = 2) { weave(ys = ys, xs = vec![1, 2]) >> behead } until(ys.is_empty()) -> [ys as a],
            } else |a| { weave(ys = vec![5, 6], xs = ys) }
                >> zip_up(xs = ys, ys = ys) -> [zs as d, b as g],
        }
            >> total(xs = ys.iter().map(|item| item + 6).collect::<Vec<i64>>())
    }
}
#[tokio::test]
async fn p23_gives() {
    check!(p23(vec![59, 30, 65, 63]), Ok(P23Output { c: 241 }), 9..=9, []);
}

pipeline! {
    fn p24(grid: Vec<Vec<i64>>, c: i64, xs: Vec<i64>) {
        each_1: map(grid as xs) { nth(b = { let first = c * 2; first - c }) -> [d] }
            >> group_2: {
                repeat(max = 1, index as round) {
                    stamp(xs) -> [xs as e] >> age(a = c, round) -> [a],
                } until(a % 3 == 1)
                    >> map((xs.iter().map(|item| item + 3).collect::<Vec<i64>>().iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((c, [b, _]), ys), limit = 2) {
                        parallel {
                            flatten,
                            branch_3: step_4: blend(d = c) -> [a as h],
                            heads >> up_to(a = a) -> [xs as f],
                        }
                            >> attempt_5: try {
                                step_6: mix(b) >> nth(b = ys.iter().map(|item| item % 10).sum::<i64>()),
                            } else |xs| {
                                bury(error = xs) -> [c]
                                    >> total(xs = ys)
                                    >> halves(ys = f.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()),
                            } -> [xs],
                    } -> [h as g, ys as zs, xs as u, d as b]
                    >> total,
            } -> [u as f, grid as d, zs as b]
            >> negate(b = c)
            >> repeat(max = 3, index as b) { age(a = c, round = b) >> heads } until(a % 3 == 0)
    }
}
#[tokio::test]
async fn p24_gives() {
    check!(p24(vec![vec![31, 12], vec![18, 98], vec![26, 57], vec![37, 90]], 96, vec![48, 6]), Ok(P24Output { zs: vec![31, 18, 26, 37], c: 4 }), 28..=28, []);
}

pipeline! {
    fn p25(b: i64) -> [b as ys] {
        by_1: match b % 2 { n @ 2..=40 => late(a = n, c = b), 0 => {}, m => {} }
            >> by_2: match b % 3 {
                e if e - b < 3 => both_3: parallel {
                    match (e % 2 == 0, b % 3) {
                        (_, rest) if rest > 0 => {} -> [b],
                        (true, rest) => {},
                        _ => digits(a = { let first = b * 3; first - b }) -> [c, b],
                    },
                    branch_4: step_5: p8(a = b + 6) >> step_6: digits(a) >> late(c),
                    p8(a = e)
                        >> both_7: parallel {
                            branch_8: double >> digits,
                            branch_9: mix(a = 5, b = a + 6) >> up_to(a = e) >> p18(c = 6, ys = xs, b = e) -> [a as ys],
                            branch_10: turn(b = b, c = b + 0, d = ys)
                                >> step_11: turn(b = d, c = e, d = a)
                                >> step_12: turn(c = d, d = e) -> [a, b as xs, d],
                        } -> [b as grid, c as f, ys, a as u, xs, d],
                } -> [ys, d as g, f, a, b as xs, u as e],
                _ => {},
            }
            >> {}
            >> step_13: blend(c = b + 0, d = b) -> [a]
    }
}
#[tokio::test]
async fn p25_gives() {
    check!(p25(93), Err(("by_2/both_3/p8/late", "0 and 0 came late")), 1..=4, ["by_2/both_3/p8/late"]);
}

pipeline! {
    fn p26(b: &i64, c: i64, grid: Vec<Vec<i64>>) {
        late(a = b + 1, c)
    }
}
#[tokio::test]
async fn p26_gives() {
    check!(p26(&23, 57, vec![]), Ok(P26Output { a: 81, c: 9974 }), 1..=1, []);
}

pipeline! {
    fn p27(xs: &[i64], b: &i64) {
        repeat(max = xs.len()) { rows(b = b) } until(b % 4 == 0) -> [grid]
            >> p1(ys = xs, xs = xs.to_vec(), a = b)
    }
}
#[tokio::test]
async fn p27_gives() {
    check!(p27(&[69, 9], &47), Ok(P27Output { w: 36 }), 10..=10, []);
}

pipeline! {
    fn p28(b: i64, xs: Vec<i64>, ys: Vec<i64>) {
        digits(a = ys.len() as i64) -> [b, c as grid]
            >> map((xs.to_vec()) as b) { negate >> up_to(a = b) } -> [xs as a, xs as g]
            >> behead -> [ys as grid]
    }
}
#[tokio::test]
async fn p28_gives() {
    check!(p28(97, vec![29, 88], vec![1]), Ok(P28Output { grid: vec![] }), 6..=6, []);
}

pipeline! {
    fn p29(ys: &[i64]) -> [xs as h, zs] {
        step_1: halves
    }
}
#[tokio::test]
async fn p29_gives() {
    check!(p29(&[18, 4, 58, 48]), Ok(P29Output { h: vec![18, 4], zs: vec![58, 48] }), 1..=1, []);
}

pipeline! {
    fn p30(a: i64, grid: Vec<Vec<i64>>) -> [ys as c, g as d] {
        parallel {
            branch_1: try {
                try { p5(grid = vec![vec![0], vec![]]) -> [zs as grid] } else |error| {} -> [a as f, a as xs]
                    >> late(c = { let first = f * 3; first - xs })
                    >> step_2: half(a = xs + 4) -> [b as h],
            } else |error| {
                parallel {
                    branch_3: bury(error = error),
                    branch_4: step_5: bury(error = error) -> [c as h, d as w],
                } -> [d, h, w as c],
            },
            branch_6: step_7: double -> [b as c],
        } -> [h, c]
            >> turn(b = c, d = a * h % 1_009 + 1) -> [d, a as g]
            >> up_to
            >> behead(ys = xs)
    }
}
#[tokio::test]
async fn p30_gives() {
    check!(p30(90, vec![]), Ok(P30Output { c: vec![1], d: 360 }), 7..=7, []);
}

pipeline! {
    fn p31(a: i64, grid: Vec<Vec<i64>>) {
        by_1: match a % 4 {
            0 => { negate(b = a + 4) >> step_2: up_to },
            _ => late(a = a, c = { let first = a * 3; first - a }),
        } -> [a as ys]
            >> each_3: map(grid as ys) {
                try {
                    {
                        map(ys as a, limit = 4, index as round, on_error = collect) {
                            behead(ys) -> [ys as xs],
                        } -> [],
                    }
                        >> match a % 3 {
                            0 => half(a = ys.iter().map(|item| item % 10).sum::<i64>())
                                >> nth(xs = ys.to_vec()) -> [d],
                            1 | 3 => late(a = ys.len() as i64, c = a),
                            _ => {},
                        } -> [a as h],
                } else {
                    try {
                        step_4: nth(xs = ys, b = ys.iter().map(|item| item % 10).sum::<i64>()) -> [d]
                            >> step_5: nth(xs = ys, b = d * d % 1_009 + 5),
                    } else { step_6: up_to } -> [a],
                }
                    >> step_7: half(a)
                    >> p3(xs = ys) -> [b as w],
            }
            >> each_8: map((w.iter().map(|item| item + 9).collect::<Vec<i64>>().iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., e]), xs)) {
                late(a, c = a),
            } -> [a as xs, w as b, c, grid as zs]
    }
}
#[tokio::test]
async fn p31_gives() {
    check!(p31(51, vec![]), Ok(P31Output { xs: vec![], b: vec![], c: vec![], zs: vec![] }), 1..=1, []);
}

pipeline! {
    fn p32(ys: Vec<i64>, xs: &[i64]) -> [a as d, c as xs, ys] {
        if !ys.is_empty() && let Some(a) = ys.iter().min() {} else if xs.len() + 1 > ys.len() && xs.len() < 3 { {} -> [ys as w] } -> [xs, xs as g]
            >> zip_up(xs)
            >> grow(xs = ys, a = b)
            >> repeat(max = g.len()) { late(a = b, c = b) } until(g.len() + 1 > g.len() && g.len() < 4)
    }
}
#[tokio::test]
async fn p32_gives() {
    check!(p32(vec![], &[46, 12]), Err(("repeat[0]/late", "2 and 2 came late")), 4..=4, ["repeat[0]/late", "repeat"]);
}

pipeline! {
    fn p33(b: i64, c: &i64, a: &i64) {
        try {
            {
                map((vec![c + 4, b * 2].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (.., c), on_error = collect) {
                    match a {
                        e @ 2..=40 => {} -> [c as xs],
                        m if m % 3 == 1 => nth(xs = vec![6, 7]) -> [d as g],
                        1 | 3 => {} -> [b],
                        m => step_1: turn(c = 0, d = c),
                    } -> [a, b]
                        >> up_to,
                } -> [],
            }
                >> late(a = c + 0, c = { let first = c * 7; first - a }) -> [a as f],
        } else |e| { weigh(error = e) }
    }
}
#[tokio::test]
async fn p33_gives() {
    check!(p33(80, &27, &27), Ok(P33Output { b: 80 }), 3..=3, []);
}

pipeline! {
    fn p34(b: i64) -> [a] {
        repeat(max = 3) {
            p33(c = b, a = 4)
                >> map((vec![b + 0, b * 2]) as e, index as i) {
                    digits(a = 9 - i as i64) -> [b as u, c as h],
                }
                >> repeat(max = 4, index as round) {
                    late(a = { let first = b * 2; first - b }, c = b) -> [a as e]
                        >> try { step_1: mix(a = b, b = 3 - round as i64) } else { age(a = e, round = 2) -> [a] }
                        >> step_2: age(a = b, round = 2),
                } until(b % 2 == 0),
        } until(h.is_empty()) -> [a]
    }
}
#[tokio::test]
async fn p34_gives() {
    check!(p34(61), Err(("repeat[0]/repeat[0]/late", "24 and 24 came late")), 9..=9, ["repeat[0]/p33/late", "repeat[0]/repeat[0]/late", "repeat[0]/repeat", "repeat"]);
}

pipeline! {
    fn p35(grid: Vec<Vec<i64>>, ys: Vec<i64>, xs: Vec<i64>) {
        group_1: {
            halves(ys = ys.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) -> [zs as u, xs],
        } -> [u, xs as e]
    }
}
#[tokio::test]
async fn p35_gives() {
    check!(p35(vec![vec![15, 18], vec![75, 26]], vec![81], vec![76, 79, 39]), Ok(P35Output { u: vec![79, 39], e: vec![81, 76] }), 1..=1, []);
}

pipeline! {
    fn p36(a: &i64, ys: Vec<i64>) {
        step_1: p4(xs = ys)
            >> total(xs = ys)
            >> each_2: map((ys) as e) {
                double(a)
                    >> zip_up(xs = ys, ys = ys)
                    >> rows(xs = zs, b = ys.iter().map(|item| item % 10).sum::<i64>()) -> [grid as a],
            } -> [zs as f, ys as w, a as h]
    }
}
#[tokio::test]
async fn p36_gives() {
    check!(p36(&0, vec![95]), Ok(P36Output { f: vec![vec![285]], w: vec![vec![95]], h: vec![vec![vec![285], vec![286]]] }), 16..=16, []);
}

pipeline! {
    fn p37(c: &i64, grid: Vec<Vec<i64>>) -> [c as e, a] {
        turn(b = c, c = c, d = c) -> [d, a]
            >> if d % 2 == 0 { double }
            >> attempt_1: try { late } else |a| {}
    }
}
#[tokio::test]
async fn p37_gives() {
    check!(p37(&31, vec![vec![59, 25, 23]]), Ok(P37Output { e: 31, a: 93 }), 3..=3, []);
}

pipeline! {
    fn p38(b: i64, ys: Vec<i64>) -> [b as f] {
        try {
            attempt_1: try { mix(a = b * b % 1_009 + 1) >> half(a = d) >> nth(xs = ys.to_vec()) -> [d] } else { step_2: nth(xs = ys) }
                >> try { push(xs = ys, a = d) >> late(a = xs.len() as i64, c = b) } else {
                    map((vec![2, 3]) as e, index as round) { step_3: digits(a = 6 - round as i64) } -> [c as e, b as grid],
                }
                >> repeat(max = 2, index as b) {
                    map((ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) as e, index as round, limit = 3) {
                        digits(a = e) -> [b] >> p27(xs = ys),
                    }
                        >> step_4: stamp(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), round = b),
                } until(d - d < 2) -> [ys as grid, xs as a],
        } else |error| { weave(ys = ys, xs = ys) }
            >> digits(a = b)
    }
}
#[tokio::test]
async fn p38_gives() {
    check!(p38(72, vec![37, 55, 68, 14]), Ok(P38Output { f: 7 }), 73..=73, []);
}

pipeline! {
    fn p39(c: i64, ys: &[i64], b: &i64) -> [c] {
        repeat(max = ys.len(), index as b) {
            age(a = c, round = b + 1)
                >> by_1: match a {
                    1 | 2 => {} -> [c],
                    last if last % 2 == 1 => late(a = 9 - b as i64, c = c),
                    0 => age(round = b + 1)
                        >> each_2: map(ys as e, limit = 3) { age(a = a, round = b) >> double } -> [b as grid, c as xs, e],
                    _ => {},
                },
        } until(ys.is_empty()) -> [c]
            >> negate
    }
}
#[tokio::test]
async fn p39_gives() {
    check!(p39(74, &[39, 75, 53, 8], &41), Ok(P39Output { c: 9966 }), 8..=8, []);
}

pipeline! {
    fn p40(xs: &[i64]) -> [b as zs] {
        weave(ys = xs, xs = xs) >> zip_up
    }
}
#[tokio::test]
async fn p40_gives() {
    check!(p40(&[15, 65, 39]), Ok(P40Output { zs: 8 }), 2..=2, []);
}

pipeline! {
    fn p41(a: &i64, ys: Vec<i64>) -> [zs as ys] {
        late(c = a * a % 1_009 + 1) -> [a as zs]
    }
}
#[tokio::test]
async fn p41_gives() {
    check!(p41(&92, vec![21, 94, 10, 34]), Ok(P41Output { ys: 485 }), 1..=1, []);
}

pipeline! {
    fn p42(xs: &[i64], ys: &[i64], a: i64) {
        attempt_1: try {
            step_2: half
                >> parallel {
                    branch_3: repeat(max = 4, index as round) { p28 } until(xs.is_empty()),
                    branch_4: { late(a = a, c = a) } >> step_5: turn(d = a),
                },
        } else |error| { {} -> [xs as d] } -> [a as b]
            >> push(a = a)
            >> late(a = b, c = { let first = b * 8; first - b })
    }
}
#[tokio::test]
async fn p42_gives() {
    check!(p42(&[39, 51], &[83, 81], 0), Err(("late", "0 and 0 came late")), 4..=29, ["attempt_1/branch_4/late", "late"]);
}

pipeline! {
    fn p43(ys: &[i64], grid: &[Vec<i64>], xs: Vec<i64>) -> [c as f, ys, b, grid] {
        flatten(grid = grid)
            >> {}
            >> behead(ys) -> [ys as d]
            >> {
                map(d as e, on_error = collect) {
                    late(a = e + 4, c = { let first = e * 2; first - e })
                        >> { behead(ys = xs) }
                        >> match (c % 2 == 0, a % 3) {
                            (_, a) if a > 0 => by_1: match d {
                                e if e.len() > 1 => half >> late(c = { let first = a * 5; first - c }),
                                _ => nth(xs = vec![e + 8, c * 2], b = e),
                            } -> [e, c, a],
                            (true, a) => nth(xs, b = c * c % 1_009 + 2),
                            _ => again_2: repeat(max = (a % 3).unsigned_abs() as usize, index as round) {
                                age(a = c, round = round) >> step_3: age(round = round),
                            } until(ys.is_empty()),
                        } -> [c, a, ys],
                } -> [c as result_4, a as result_5]
                    >> blame_6: blame(results = result_4)
                    >> sift_7: sift(results = result_4, others = result_5),
            }
            >> mix(a = c, b = d.len() as i64) -> [d]
            >> digits(a = xs.iter().map(|item| item % 10).sum::<i64>())
    }
}
#[tokio::test]
async fn p43_gives() {
    check!(p43(&[64, 30, 76], &[vec![2, 57, 25, 46], vec![14, 99, 1, 56]], vec![65, 19, 91]), Ok(P43Output { f: 0, ys: vec![64, 30, 76], b: 0, grid: vec![vec![2, 57, 25, 46], vec![14, 99, 1, 56]] }), 8..=8, ["d[0]/late", "d[1]/late"]);
}

pipeline! {
    fn p44(xs: Vec<i64>, ys: &[i64], grid: Vec<Vec<i64>>) {
        {
            {
                heads(grid = grid) -> [c as e]
                    >> try { weave -> [ys] >> behead } else |e| { {} -> [xs as c] },
            } -> [ys as d, grid, e]
                >> step_1: heads(grid = vec![vec![8], vec![]])
                >> match &grid[..] {
                    [m, .., xs] => {} -> [xs],
                    [m] => p12(c = c, a = e, xs = m),
                    first => half(a = e) >> push(a = b),
                },
        }
            >> { group_2: { p29 } >> step_3: weave(ys = vec![0, 1], xs) >> step_5: behead } -> [grid as a, zs, ys, xs as d]
            >> step_6: behead(ys) -> [ys as a]
    }
}
#[tokio::test]
async fn p44_gives() {
    check!(p44(vec![52, 34], &[], vec![vec![48, 27, 43, 49]]), Ok(P44Output { a: vec![0, 1] }), 9..=9, []);
}

pipeline! {
    fn p45(grid: Vec<Vec<i64>>) {
        heads
            >> {}
            >> double(a = zs.iter().map(|item| item % 10).sum::<i64>()) -> [b]
            >> nth(xs = zs, b = zs.len() as i64)
            >> step_1: double(a = 6)
            >> {
                map(zs as b, index as round, on_error = collect) {
                    repeat(max = zs.len()) {
                        repeat(max = 2) { step_2: nth(xs = zs) >> age(a = c) } until(b - b < 3)
                            >> age(a, round = round) -> [a],
                    } until(b % 2 == 0)
                        >> behead(ys = vec![2, 3]),
                } -> [],
            }
    }
}
#[tokio::test]
async fn p45_gives() {
    check!(p45(vec![vec![30, 63], vec![49, 37], vec![11, 49]]), Err(("nth", "no item 3 of 3")), 3..=3, ["nth"]);
}

pipeline! {
    fn p46(c: &i64, a: i64, xs: Vec<i64>) {
        map(xs as e, index as i) {
            map((xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>().iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((b, [a, _]), xs), index as i, limit = xs.len() + 1) {
                repeat(max = 1, index as i) {
                    grow(a)
                        >> double -> [b]
                        >> total(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) -> [c],
                } until(b % 4 == 1)
                    >> mix,
            },
        }
            >> mix(b = a)
            >> {
                again_1: repeat(max = xs.len()) {
                    repeat(max = 4, index as i) {
                        nth(xs = xs, b = d) -> [d] >> p29(ys = xs) -> [zs],
                    } until(xs.is_empty()) -> [zs],
                } until(a - c < 2),
            } -> [zs as grid, a as g]
    }
}
#[tokio::test]
async fn p46_gives() {
    check!(p46(&59, 12, vec![43, 27]), Err(("again_1[0]/repeat[0]/nth", "no item 3 of 2")), 44..=44, ["again_1[0]/repeat[0]/nth", "again_1[0]/repeat", "again_1"]);
}

pipeline! {
    fn p47(xs: &[i64], ys: &[i64]) {
        p4(xs = ys)
    }
}
#[tokio::test]
async fn p47_gives() {
    check!(p47(&[57, 57, 32], &[44, 22]), Ok(P47Output { b: 12 }), 22..=22, []);
}

pipeline! {
    fn p48(ys: &[i64], b: i64, a: &i64) {
        step_1: push(xs = vec![2, 3])
            >> zip_up
            >> if a % 2 == 0 {
                turn(c = xs.iter().map(|item| item % 10).sum::<i64>(), d = xs.len() as i64),
            } else { {} -> [xs] } -> [ys as c, b as g, xs as u, a as grid, ys as e]
            >> step_2: behead
            >> match (g % 2 == 0, a % 3) {
                (_, m) if m > 0 => behead(ys),
                (true, m) => step_3: behead(ys),
                _ => step_4: behead,
            }
    }
}
#[tokio::test]
async fn p48_gives() {
    check!(p48(&[60, 53, 80, 61], 66, &43), Ok(P48Output { ys: vec![80, 61] }), 4..=4, []);
}

pipeline! {
    fn p49(xs: &[i64], c: &i64, a: i64) {
        halves(ys = vec![c + 3, c * 2])
    }
}
#[tokio::test]
async fn p49_gives() {
    check!(p49(&[45, 88], &64, 82), Ok(P49Output { xs: vec![67], zs: vec![128] }), 1..=1, []);
}

pipeline! {
    fn p50(xs: Vec<i64>, a: &i64) -> [a as e] {
        double
            >> negate
            >> {}
            >> turn(b = b, c = b * c % 1_009 + 0, d = xs.iter().map(|item| item % 10).sum::<i64>()) -> [a as b, d]
            >> step_1: blend
    }
}
#[tokio::test]
async fn p50_gives() {
    check!(p50(vec![88], &10), Ok(P50Output { e: 9847 }), 4..=4, []);
}

pipeline! {
    fn p51(ys: Vec<i64>, c: i64) {
        weave(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
            >> nth(xs = ys, b = c + 9)
            >> step_1: rows(xs = ys, b = d)
            >> step_2: nth(xs = ys, b = c)
            >> step_3: add_one(a = d)
    }
}
#[tokio::test]
async fn p51_gives() {
    check!(p51(vec![67], 24), Err(("nth", "no item 3 of 3")), 2..=2, ["nth"]);
}

pipeline! {
    fn p52(ys: &[i64]) {
        weave(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
            >> zip_up(xs = ys)
            >> rows(xs = zs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>())
    }
}
#[tokio::test]
async fn p52_gives() {
    check!(p52(&[51, 48, 1, 83]), Ok(P52Output { grid: vec![vec![153, 153, 144, 3, 249]] }), 3..=3, []);
}

pipeline! {
    fn p53(c: &i64) {
        p8(a = c)
            >> digits
            >> {
                map((0..3_i64) as e, on_error = collect) {
                    if a % 4 == 0 {
                        repeat(max = (a % 3).unsigned_abs() as usize) { half(a = c + 6) } until(ys % 4 == 1) -> [b as zs],
                    } else { {} -> [c] },
                } -> [c as result_1]
                    >> sift_2: sift(results = result_1, others = result_1),
            }
    }
}
#[tokio::test]
async fn p53_gives() {
    check!(p53(&3), Ok(P53Output { xs: vec![12, 12, 12], c: 0 }), 3..=3, []);
}

pipeline! {
    fn p54(xs: Vec<i64>) {
        both_1: parallel {
            branch_2: behead(ys = xs) >> repeat(max = 4, index as round) { step_3: zip_up } until(round > 2),
            total(xs = xs) -> [c as g] >> p41(a = g, ys = xs),
            halves(ys = xs) -> [xs, zs as d],
        } -> [b as a, zs as g, ys as f]
            >> rows(b = a)
    }
}
#[tokio::test]
async fn p54_gives() {
    check!(p54(vec![]), Err(("both_1/branch_2/behead", "nothing to take")), 1..=4, ["both_1/branch_2/behead"]);
}

pipeline! {
    fn p55(ys: &[i64], grid: Vec<Vec<i64>>) {
        weave(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) -> [ys as xs]
            >> parallel {
                parallel {
                    branch_1: heads
                        >> repeat(max = 3) {
                            nth(xs = xs, b = { let first = c * 1; first - c }) -> [d]
                                >> step_2: grow(a = xs.len() as i64),
                        } until(c % 4 == 1) -> [d, xs, ys as u, d as e]
                        >> up_to(a = { let first = e * 8; first - d }) -> [xs as zs],
                    branch_3: total,
                }
                    >> attempt_4: try {
                        step_5: behead >> group_6: { late(a = c) >> {} >> total >> nth(xs = xs, b = c) },
                    } else |error| { flatten } -> [zs, xs as f, zs as u],
                zip_up
                    >> { negate(b = { let first = b * 2; first - b }) }
                    >> mix(a = 2, b = { let first = c * 2; first - c }) -> [d as c],
            }
            >> { step_7: late(a = c) }
            >> p26(b = a, grid = grid)
    }
}
#[tokio::test]
async fn p55_gives() {
    check!(p55(&[], vec![vec![29], vec![77, 49], vec![]]), Err(("branch_1/repeat[0]/nth", "no item 0 of 0")), 4..=8, ["branch_1/repeat[0]/nth", "branch_1/repeat"]);
}

pipeline! {
    fn p56(c: i64) -> [d as e] {
        mix(a = { let first = c * 6; first - c }, b = c)
    }
}
#[tokio::test]
async fn p56_gives() {
    check!(p56(45), Ok(P56Output { e: 720 }), 1..=1, []);
}

pipeline! {
    fn p57(b: i64, xs: Vec<i64>, grid: Vec<Vec<i64>>) -> [b] {
        if b % 2 == 0 { turn(c = b, d = b) -> [b, d as g] } else {
            negate(b = b)
                >> {}
                >> match &xs[..] {
                    last if last.len() > 2 => total(xs = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()),
                    [first, .., rest] => {},
                    last => {},
                },
        }
            >> double(a = { let first = b * 0; first - b })
    }
}
#[tokio::test]
async fn p57_gives() {
    check!(p57(29, vec![72], vec![vec![20], vec![94, 13, 17]]), Ok(P57Output { b: 9949 }), 2..=2, []);
}

pipeline! {
    fn p58(b: i64, a: &i64, ys: Vec<i64>) {
        { map(ys as e, index as i, on_error = collect) { behead(ys) } -> [] }
    }
}
#[tokio::test]
async fn p58_gives() {
    check!(p58(44, &29, vec![60, 38, 45, 64]), Ok(P58Output {  }), 4..=4, []);
}

pipeline! {
    fn p59(c: i64, ys: &[i64], grid: &[Vec<i64>]) -> [grid, b, a as d, grid as u] {
        match ys {
            a if a.len() > 1 => grow(xs = ys.iter().map(|item| item + 4).collect::<Vec<i64>>(), a = c),
            a => nth(xs = a, b = 7),
        }
            >> step_1: turn(b = c, d = c)
    }
}
#[tokio::test]
async fn p59_gives() {
    check!(p59(17, &[46], &[vec![19], vec![82, 94]]), Err(("nth", "no item 2 of 1")), 1..=1, ["nth"]);
}

pipeline! {
    fn p60(b: i64, xs: Vec<i64>, c: i64) -> [b as u, ys] {
        both_1: parallel {
            weave(ys = xs.iter().map(|item| item + 2).collect::<Vec<i64>>(), xs = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()),
            branch_2: repeat(max = xs.len()) { mix(a = 7) -> [d] } until(b % 3 == 1) -> [d]
                >> step_3: negate
                >> again_4: repeat(max = xs.len()) {
                    negate
                        >> step_5: p18(ys = xs.iter().map(|item| item + 8).collect::<Vec<i64>>(), b = d) -> [a]
                        >> step_6: double(a = b),
                } until(xs.is_empty()) -> [b],
        } -> [ys, b]
    }
}
#[tokio::test]
async fn p60_gives() {
    check!(p60(48, vec![89, 86], 2), Ok(P60Output { u: 192, ys: vec![86, 89, 89, 86, 91] }), 14..=14, []);
}

pipeline! {
    fn p61(b: i64, c: i64) {
        try { late(a = c * c % 1_009 + 7) -> [c, a] >> add_one(a = b) } else |a| { digits(a = c) -> [b as w, c] }
    }
}
#[tokio::test]
async fn p61_gives() {
    check!(p61(24, 25), Ok(P61Output { c: 25 }), 2..=2, []);
}

pipeline! {
    fn p62(xs: Vec<i64>, b: &i64, grid: &[Vec<i64>]) -> [zs as xs, c as d] {
        try {
            parallel {
                half(a = b),
                if !xs.is_empty() && let Some(rest) = xs.iter().min() {
                    zip_up(xs, ys = xs) >> weave(ys = vec![rest + 0, rest * 2]),
                } else if xs.is_empty() {} else { rows(xs = xs) },
                branch_1: late(a = b, c = b) >> step_2: late,
            }
                >> heads(grid = grid),
        } else |a| {}
            >> step_3: double(a = b)
            >> step_4: heads
    }
}
#[tokio::test]
async fn p62_gives() {
    check!(p62(vec![27, 17, 5, 51], &96, &[]), Ok(P62Output { xs: vec![], d: 0 }), 3..=6, ["branch_1/late"]);
}

pipeline! {
    fn p63(a: i64, xs: Vec<i64>) {
        try { p41(ys = xs) -> [ys] } else { weave(ys = xs) -> [ys] } -> [a]
            >> digits
            >> rows(b) -> [grid]
            >> halves(ys = xs.to_vec()) -> [zs, xs as e]
    }
}
#[tokio::test]
async fn p63_gives() {
    check!(p63(81, vec![28, 87]), Ok(P63Output { zs: vec![87], e: vec![28] }), 4..=4, []);
}

pipeline! {
    fn p64(a: &i64, b: &i64, c: i64) {
        double(a = c * b % 1_009 + 4) -> [b]
    }
}
#[tokio::test]
async fn p64_gives() {
    check!(p64(&54, &88, 60), Ok(P64Output { b: 478 }), 1..=1, []);
}

pipeline! {
    fn p65(a: i64, xs: Vec<i64>, b: &i64) -> [c, c as f] {
        late(c = b)
            >> {}
            >> zip_up(ys = xs)
            >> each_1: map(zs as e) {
                {
                    match c {
                        rest @ 2..=40 => {} -> [zs as xs],
                        _ => rows(xs, b = a) >> behead(ys = xs) >> heads(grid = grid) -> [c as e, zs as a],
                    } -> [xs as f, e as d, xs as g]
                        >> try { p40 >> nth(xs = xs) } else |e| { bury(error = e) } -> [d, g as xs, c, d as zs],
                } -> [c as e, xs, d]
                    >> push -> [xs],
            } -> [xs as h]
            >> {}
            >> total(xs = zs) -> [c as a]
    }
}
#[tokio::test]
async fn p65_gives() {
    check!(p65(6, vec![0, 30], &72), Ok(P65Output { c: 9941, f: 9941 }), 19..=19, ["each_1[0]/nth", "each_1[1]/nth"]);
}

pipeline! {
    fn p66(grid: Vec<Vec<i64>>, xs: Vec<i64>) -> [ys as xs, c as g] {
        p40(xs = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) -> [zs]
            >> mix(a = zs, b = zs)
            >> zip_up(xs = xs, ys = xs.iter().map(|item| item + 6).collect::<Vec<i64>>())
            >> p41(a = b * b % 1_009 + 4, ys = xs)
            >> total(xs = xs)
    }
}
#[tokio::test]
async fn p66_gives() {
    check!(p66(vec![vec![22, 56], vec![86, 94]], vec![59, 72, 99]), Err(("p41/late", "40 and 592 came late")), 5..=5, ["p41/late"]);
}

pipeline! {
    fn p67(ys: Vec<i64>) -> [zs, b] {
        zip_up(xs = ys, ys = ys)
    }
}
#[tokio::test]
async fn p67_gives() {
    check!(p67(vec![88, 94]), Ok(P67Output { zs: vec![264, 282], b: 4 }), 1..=1, []);
}

pipeline! {
    fn p68(grid: Vec<Vec<i64>>, a: i64) {
        if a - a < 2 {
            {
                map(grid as e, on_error = collect) {
                    repeat(max = 3, index as round) {
                        nth(xs = e.iter().map(|item| item + 2).collect::<Vec<i64>>(), b = a) >> half(a = d),
                    } until(round > 0)
                        >> grow(xs = e, a = a + 6)
                        >> blend(c = b, d = b),
                } -> [a as result_1]
                    >> blame_2: blame(results = result_1)
                    >> sift_3: sift(results = result_1, others = result_1),
            },
        }
    }
}
#[tokio::test]
async fn p68_gives() {
    check!(p68(vec![vec![83, 45], vec![28, 1, 37, 93]], 73), Ok(P68Output {  }), 7..=7, ["grid[0]/repeat[0]/nth", "grid[0]/repeat", "grid[1]/repeat[0]/half", "grid[1]/repeat"]);
}

pipeline! {
    fn p69(c: i64, xs: Vec<i64>, grid: &[Vec<i64>]) {
        rows(b = c) -> [grid] >> add_one(a = c)
    }
}
#[tokio::test]
async fn p69_gives() {
    check!(p69(52, vec![91, 49, 5, 33], &[]), Ok(P69Output { a: 53 }), 2..=2, []);
}

pipeline! {
    fn p70(ys: Vec<i64>, b: &i64, xs: Vec<i64>) -> [grid as e, b as c] {
        rows
    }
}
#[tokio::test]
async fn p70_gives() {
    check!(p70(vec![9], &51, vec![]), Ok(P70Output { e: vec![], c: 51 }), 1..=1, []);
}

pipeline! {
    fn p71(b: i64) -> [e, b, grid as f] {
        repeat(max = 2, index as round) {
            repeat(max = 2, index as round) {
                repeat(max = 1) { age(a = { let first = b * 3; first - b }) } until(b % 3 == 1)
                    >> age(round = round)
                    >> attempt_1: try { age(a = b) } else |e| {
                        p33(b, c = 5, a = b) >> step_2: age(a = a, round = round) >> step_3: negate(b = a),
                    } -> [a as zs],
            } until(a % 2 == 0) -> [zs as u]
                >> blend(c = b, d = u) -> [a as xs]
                >> {}
                >> parallel { turn(c = u, d = b) -> [b as e, a as w], age(a = b, round = round) } -> [a as grid, w as b, e],
        } until(u % 3 == 1)
    }
}
#[tokio::test]
async fn p71_gives() {
    check!(p71(54), Ok(P71Output { e: 216, b: 216, f: 111 }), 17..=17, []);
}

pipeline! {
    fn p72(xs: Vec<i64>, grid: Vec<Vec<i64>>) {
        {
            map((xs) as a, index as i, on_error = collect) {
                match &xs[..] { [rest] => {}, [rest, m @ ..] => {}, _ => {} } >> half,
            } -> [b as result_1]
                >> blame_2: blame(results = result_1)
                >> sift_3: sift(results = result_1, others = result_1),
        }
    }
}
#[tokio::test]
async fn p72_gives() {
    check!(p72(vec![], vec![vec![], vec![]]), Ok(P72Output { xs: vec![], c: 0 }), 2..=2, []);
}

pipeline! {
    fn p73(ys: &[i64], a: &i64, grid: &[Vec<i64>]) -> [xs] {
        p47(xs = ys.to_vec())
            >> repeat(max = (b % 3).unsigned_abs() as usize, index as round) {
                map(grid as e, index as i) { halves(ys) },
            } until(a - b < 3)
            >> { mix(a = a) >> p69(c = b, xs = ys) >> push(xs = ys.to_vec()) } -> [xs, xs as c]
    }
}
#[tokio::test]
async fn p73_gives() {
    check!(p73(&[21, 51, 40], &45, &[vec![90, 45, 82, 18], vec![44]]), Ok(P73Output { xs: vec![21, 51, 40, 5] }), 38..=38, []);
}

pipeline! {
    fn p74(grid: Vec<Vec<i64>>) {
        p49(xs = vec![5, 6], c = 6, a = 7)
    }
}
#[tokio::test]
async fn p74_gives() {
    check!(p74(vec![]), Ok(P74Output { xs: vec![9], zs: vec![12] }), 1..=1, []);
}

pipeline! {
    fn p75(c: i64) -> [xs as a] {
        by_1: if c % 4 == 0 {} else { step_2: digits(a = c) -> [b, c] }
            >> step_3: mix(a = 5, b = c) -> [d]
            >> {
                map((vec![d + 6, c * 2]) as b, on_error = collect) {
                    up_to(a = { let first = c * 1; first - c }) -> [xs as g]
                        >> late(a = b, c)
                        >> double -> [b],
                } -> [b as result_4]
                    >> blame_5: blame(results = result_4)
                    >> sift_6: sift(results = result_4, others = result_4),
            }
            >> attempt_7: try {
                grow(xs = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>(), a = xs.len() as i64) -> [ys]
                    >> negate(b = d),
            } else |error| { {} -> [c] } -> [c as xs]
    }
}
#[tokio::test]
async fn p75_gives() {
    check!(p75(97), Ok(P75Output { a: 9985 }), 12..=12, []);
}

pipeline! {
    fn p76(grid: Vec<Vec<i64>>, a: i64, b: &i64) -> [c, xs, c as b] {
        {
            each_1: map((vec![7, 8]) as b, index as round, limit = 4, on_error = collect) { heads } -> [c as result_2]
                >> blame_3: blame(results = result_2)
                >> sift_4: sift(results = result_2, others = result_2),
        }
    }
}
#[tokio::test]
async fn p76_gives() {
    check!(p76(vec![vec![47, 75], vec![12, 30]], 75, &19), Ok(P76Output { c: 0, xs: vec![4, 4], b: 0 }), 4..=4, []);
}

pipeline! {
    fn p77(a: i64, b: i64) {
        negate(b = { let first = b * 6; first - a }) -> [c as f]
            >> group_1: {
                negate
                    >> step_2: negate
                    >> repeat(max = 1, index as round) {
                        parallel {
                            branch_3: late(a = c) -> [c as zs],
                            p56(c = 4 - round as i64) -> [e] >> step_4: blend(d = 8 - round as i64),
                            branch_5: digits,
                        }
                            >> by_6: if c - f < 2 { p53 } else { blend(c = a, d = c) }
                            >> if a - c < 2 { mix } else { age(round) },
                    } until(zs - f < 3) -> [f, zs, c, a],
            }
            >> {}
            >> late
    }
}
#[tokio::test]
async fn p77_gives() {
    check!(p77(32, 43), Err(("group_1/repeat[0]/branch_3/late", "9964 and 9964 came late")), 5..=8, ["group_1/repeat[0]/branch_3/late", "group_1/repeat"]);
}

pipeline! {
    fn p78(xs: Vec<i64>, a: i64) -> [b] {
        map(xs as a, index as round) {
            map(xs as b, index as round) {
                try { nth(xs = xs) } else |a| { age(a = b, round = round + 1) }
                    >> halves(ys = xs) -> [xs, zs as d],
            } -> [d, xs as ys, d as c]
                >> map((vec![a + 6, a * 2]) as e, index as i) {
                    map(xs as b, index as round) {
                        total(xs) -> [c as zs] >> stamp(xs = xs, round = xs.len()),
                    } -> [xs as b, xs as f],
                } -> [b],
        } -> [d]
            >> double
    }
}
#[tokio::test]
async fn p78_gives() {
    check!(p78(vec![86, 15, 22], 84), Ok(P78Output { b: 168 }), 55..=55, []);
}

pipeline! {
    fn p79(a: i64) -> [a] {
        blend(c = a, d = a)
    }
}
#[tokio::test]
async fn p79_gives() {
    check!(p79(46), Ok(P79Output { a: 9823 }), 1..=1, []);
}

pipeline! {
    fn p80(a: i64, ys: Vec<i64>) {
        parallel {
            branch_1: turn(b = a, c = ys.iter().map(|item| item % 10).sum::<i64>(), d = a * a % 1_009 + 8),
            branch_2: halves,
            try {
                behead(ys = ys) >> again_3: repeat(max = 4) { late(c = 5) -> [a] } until(a - a < 4),
            } else |e| {
                try {
                    zip_up(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), ys = ys)
                        >> half(a = ys.iter().map(|item| item % 10).sum::<i64>()) -> [b],
                } else |why| {}
                    >> { bury(error = e) -> [c, d] }
                    >> parallel { branch_4: half(a), digits >> step_5: behead, late(a = a) } -> [c as u, ys as zs, b],
            } -> [a as h],
        } -> [b as h, d, a, zs as xs]
    }
}
#[tokio::test]
async fn p80_gives() {
    check!(p80(13, vec![84]), Ok(P80Output { h: 181, d: 190, a: 17, xs: vec![84] }), 5..=5, []);
}

pipeline! {
    fn p81(grid: &[Vec<i64>], xs: Vec<i64>, a: i64) -> [b as ys, zs, xs as u] {
        weave(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>(), xs = xs)
            >> rows(xs = ys.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>(), b = a * a % 1_009 + 7)
            >> map((0..3_i64) as b, limit = ys.len() + 1) {
                add_one(a = a * b % 1_009 + 2) -> [a as grid]
                    >> repeat(max = 4) {
                        total -> [c]
                            >> match (c % 2 == 0, grid % 3) {
                                (_, n) if n > 0 => {} -> [grid, grid as u],
                                (true, 0) => p56(c = a) -> [e] >> mix(a = c),
                                _ => half,
                            }
                            >> p67(ys),
                    } until(grid - c < 3) -> [zs as grid, b],
            } -> [ys as zs, grid as h, b]
            >> halves(ys = b)
    }
}
#[tokio::test]
async fn p81_gives() {
    check!(p81(&[vec![], vec![76, 49], vec![10, 64, 59, 75], vec![59, 18]], vec![8, 84, 67], 74), Ok(P81Output { ys: vec![10, 10, 10], zs: vec![10, 10], u: vec![10] }), 16..=16, []);
}

pipeline! {
    fn p82(xs: Vec<i64>) {
        if !xs.is_empty() && let Some(rest) = xs.iter().min() {
            try {
                if xs.len() + 1 > xs.len() && xs.len() < 3 {
                    step_1: p56(c = 4) -> [e as b] >> double(a = rest) >> half(a = b) -> [b as xs],
                } else if rest % 4 == 0 {
                    step_2: half(a = rest) -> [b]
                        >> step_3: half(a = 1)
                        >> behead(ys = vec![rest + 9, rest * 2]),
                } else if rest % 3 == 0 { up_to(a = 3) >> step_4: half(a = rest * rest % 1_009 + 8) } -> [rest]
                    >> repeat(max = 3) { half(a = rest) >> grow(xs = xs, a = b) } until(ys.is_empty()) -> [rest as zs, ys]
                    >> step_5: half(a = zs),
            } else |why| {},
        } -> [xs]
            >> weave(ys = xs)
            >> halves
            >> {}
            >> step_6: zip_up(xs = zs, ys = xs)
    }
}
#[tokio::test]
async fn p82_gives() {
    check!(p82(vec![12]), Ok(P82Output { zs: vec![36], b: 2 }), 14..=14, []);
}

pipeline! {
    fn p83(c: i64) -> [c as f] {
        negate(b = c)
            >> attempt_1: try {
                each_2: map((vec![5, 6]) as e, limit = 1) {
                    parallel {
                        branch_3: blend(c = e, d = e),
                        branch_4: half(a = 5) -> [b],
                        branch_5: p79(a = 9) -> [a as d],
                    } -> [a, b, d],
                },
            } else {}
    }
}
#[tokio::test]
async fn p83_gives() {
    check!(p83(48), Ok(P83Output { f: 9959 }), 7..=7, []);
}

pipeline! {
    fn p84(b: i64) {
        blend(c = b * b % 1_009 + 7, d = b)
            >> add_one
            >> repeat(max = 3) {
                match a % 4 {
                    b if b - a < 4 => try { step_1: blend(c = a, d = a * a % 1_009 + 1) } else |error| { weigh } -> [a],
                    1 | 4 => negate(b),
                    0 => mix(a = b, b = b),
                    _ => map((vec![b + 9, b * 2].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (e, a), index as i) {
                        p61(c = 2 - i as i64) >> step_2: negate(b = e) >> add_one(a = 0 - i as i64),
                    } -> [a as u],
                },
            } until(b % 3 == 0)
            >> step_3: add_one
    }
}
#[tokio::test]
async fn p84_gives() {
    check!(p84(84), Ok(P84Output { a: 5573 }), 5..=5, []);
}

pipeline! {
    fn p85(a: i64, xs: Vec<i64>, b: &i64) {
        weave(ys = xs) >> push(a = a)
    }
}
#[tokio::test]
async fn p85_gives() {
    check!(p85(57, vec![88, 32, 85, 29], &17), Ok(P85Output { xs: vec![88, 32, 85, 29, 57] }), 2..=2, []);
}

pipeline! {
    fn p86(xs: Vec<i64>) {
        repeat(max = 3) {
            zip_up(xs = xs, ys = vec![9, 10])
                >> { if b % 3 == 0 { nth(b) >> behead(ys = xs) } } -> [xs]
                >> each_1: map((vec![6, 7]) as e, limit = 2) { nth(xs = vec![b + 5, b * 2]) -> [d] },
        } until(b % 4 == 0) -> [d as w]
            >> step_2: halves(ys = xs)
            >> step_3: total
            >> {}
            >> if w.is_empty() {} else {
                {
                    if xs.len() + 1 > xs.len() && xs.len() < 3 {
                        grow(xs = vec![3, 4], a = zs.iter().map(|item| item % 10).sum::<i64>()) -> [ys as u]
                            >> rows(xs, b = w.len() as i64),
                    } else if xs.len() + 1 > xs.len() && xs.len() < 4 {} else if xs.len() + 1 > xs.len() && xs.len() < 2 {
                        blend(c = c * c % 1_009 + 0, d = c) >> step_4: negate(b = a),
                    },
                }
                    >> weave(ys = w, xs),
            }
    }
}
#[tokio::test]
async fn p86_gives() {
    check!(p86(vec![50, 87, 52, 63]), Ok(P86Output {  }), 21..=21, []);
}

pipeline! {
    fn p87(a: &i64, c: i64, xs: Vec<i64>) -> [c, ys] {
        p60(b = a, xs = xs) -> [ys]
    }
}
#[tokio::test]
async fn p87_gives() {
    check!(p87(&98, 55, vec![8, 45, 9, 50]), Ok(P87Output { c: 55, ys: vec![50, 9, 45, 8, 8] }), 32..=32, []);
}

pipeline! {
    fn p88(grid: Vec<Vec<i64>>, b: &i64) {
        heads -> [zs as xs, c] >> step_1: heads(grid)
    }
}
#[tokio::test]
async fn p88_gives() {
    check!(p88(vec![], &48), Ok(P88Output { zs: vec![], c: 0 }), 2..=2, []);
}

pipeline! {
    fn p89(a: &i64, xs: Vec<i64>, b: i64) -> [zs as d, a] {
        match xs {
            last if last.len() > 1 => both_1: parallel {
                branch_2: behead(ys = last),
                branch_3: weave(ys = last) >> p61(c = b) -> [c] >> negate,
                branch_4: add_one(a = b) -> [a as u],
            }
                >> mix(a = last.len() as i64)
                >> digits -> [b as d, c as h],
            last => parallel { branch_5: rows(xs = last), half },
        } -> [b]
            >> zip_up(xs = xs, ys = xs) -> [zs, b as d]
            >> blend(c = a + 2) -> [a]
    }
}
#[tokio::test]
async fn p89_gives() {
    check!(p89(&31, vec![8, 68, 23], 95), Ok(P89Output { d: vec![24, 204, 69], a: 3 }), 10..=10, []);
}

pipeline! {
    fn p90(ys: &[i64], grid: Vec<Vec<i64>>, xs: Vec<i64>) {
        attempt_1: try {
            repeat(max = 1) { map((ys) as e, limit = ys.len() + 1) { zip_up >> add_one(a = e) } } until(false)
                >> again_2: repeat(max = 4) { flatten(grid) >> step_3: total(xs) -> [c as d] } until(d - d < 4) -> [d],
        } else |a| {
            again_4: repeat(max = 4, index as round) {
                stamp(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), round = 1),
            } until(true) -> [xs],
        }
            >> p74(grid = grid) -> [xs]
    }
}
#[tokio::test]
async fn p90_gives() {
    check!(p90(&[5], vec![vec![], vec![14, 75]], vec![36, 2, 18, 25]), Ok(P90Output { xs: vec![9] }), 7..=7, []);
}

pipeline! {
    fn p91(b: i64, grid: Vec<Vec<i64>>) {
        p79(a = { let first = b * 0; first - b })
    }
}
#[tokio::test]
async fn p91_gives() {
    check!(p91(41, vec![vec![62, 42, 69, 90], vec![78], vec![47, 85, 38]]), Ok(P91Output { a: 164 }), 1..=1, []);
}

pipeline! {
    fn p92(xs: Vec<i64>, c: &i64) {
        step_1: p83
            >> map(xs as b, limit = 1) {
                repeat(max = 1, index as round) {
                    {
                        map((xs.iter().map(|item| item + 1).collect::<Vec<i64>>()) as b, index as round, on_error = collect) {
                            late(a = f) -> [a] >> step_2: stamp(round = round),
                        } -> [],
                    },
                } until(xs.is_empty()),
            }
            >> add_one(a = c)
    }
}
#[tokio::test]
async fn p92_gives() {
    check!(p92(vec![23], &97), Ok(P92Output { a: 98 }), 11..=11, []);
}

pipeline! {
    fn p93(ys: Vec<i64>, b: i64, c: i64) -> [b as f] {
        half(a = c + 4)
    }
}
#[tokio::test]
async fn p93_gives() {
    check!(p93(vec![85, 16], 79, 11), Err(("half", "15 is refused")), 1..=1, ["half"]);
}

pipeline! {
    fn p94(b: i64) -> [b as xs, c] {
        negate >> late(a = c) -> [c] >> by_1: if b % 2 == 0 { up_to(a = { let first = c * 4; first - b }) }
    }
}
#[tokio::test]
async fn p94_gives() {
    check!(p94(31), Err(("late", "9976 and 9976 came late")), 2..=2, ["late"]);
}

pipeline! {
    fn p95(grid: &[Vec<i64>]) -> [zs, c, grid] {
        heads(grid = grid)
    }
}
#[tokio::test]
async fn p95_gives() {
    check!(p95(&[vec![86, 25], vec![79, 57, 17, 2], vec![89, 21, 8, 51], vec![82, 76]]), Ok(P95Output { zs: vec![86, 79, 89, 82], c: 4, grid: vec![vec![86, 25], vec![79, 57, 17, 2], vec![89, 21, 8, 51], vec![82, 76]] }), 1..=1, []);
}

pipeline! {
    fn p96(xs: &[i64]) -> [b, d, a] {
        if let [a, n @ ..] = &xs[..] && a % 2 == 0 {
            if let Some(n) = n.first() {
                {
                    map((vec![9, 10]) as b, index as i, on_error = collect) {
                        half -> [b as c] >> nth,
                    } -> [d as result_1]
                        >> blame_2: blame(results = result_1)
                        >> sift_3: sift(results = result_1, others = result_1),
                },
            } else if xs.is_empty() {
                rows(xs = xs, b = xs.len() as i64) -> [grid]
                    >> again_4: repeat(max = 1, index as i) { p56(c = a) } until(e % 4 == 1),
            } else if !xs.is_empty() && let Some(a) = xs.iter().min() {}
                >> again_5: repeat(max = (a % 3).unsigned_abs() as usize, index as b) {
                    double -> [b]
                        >> repeat(max = 2, index as b) {
                            age(round = b) -> [a]
                                >> behead(ys = n.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()),
                        } until(b > 0)
                        >> rows(xs = vec![b + 1, b * 2], b = xs.len() as i64),
                } until(n.is_empty()) -> [grid, xs as d, grid as ys],
        } else if xs.len() + 1 > xs.len() && xs.len() < 3 {} else if false { weave(ys = xs.iter().map(|item| item + 6).collect::<Vec<i64>>()) -> [ys as g] }
            >> zip_up(ys = xs)
            >> step_6: rows
            >> negate
            >> turn(b = b + 3, c = xs.iter().map(|item| item % 10).sum::<i64>(), d = c)
    }
}
#[tokio::test]
async fn p96_gives() {
    check!(p96(&[]), Ok(P96Output { b: 0, d: 3, a: 3 }), 4..=4, []);
}

pipeline! {
    fn p97(grid: Vec<Vec<i64>>, a: i64) {
        mix(b = a) >> heads >> step_1: mix(b = a)
    }
}
#[tokio::test]
async fn p97_gives() {
    check!(p97(vec![vec![92, 7], vec![]], 43), Ok(P97Output { d: 172 }), 3..=3, []);
}

pipeline! {
    fn p98(c: i64) {
        map((vec![c + 9, c * 2]) as a) {
            repeat(max = 3, index as b) {
                age(round = (a % 3).unsigned_abs() as usize)
                    >> both_1: parallel {
                        branch_2: up_to >> stamp(round = xs.len()) -> [xs],
                        branch_3: age(a = a * c % 1_009 + 0, round = (a % 3).unsigned_abs() as usize),
                    },
            } until(c % 2 == 0) -> [xs, a as h]
                >> try {
                    match h % 4 {
                        0 => half -> [b],
                        1 | 4 => zip_up(ys = vec![1, 2]) >> behead(ys = zs.to_vec()) -> [ys as b],
                        e if e % 4 == 1 => {},
                        e => weave(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>(), xs = xs) -> [ys as zs]
                            >> step_4: weave(ys = zs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>(), xs = xs),
                    }
                        >> step_5: behead(ys = vec![3, 4]) -> [ys]
                        >> nth(xs = xs, b = c + 9),
                } else |xs| { blend(d = h) -> [a as d] >> weigh(error = xs, a = 6) } -> [c, c as e],
        } -> [e as ys]
            >> digits(a = c + 6)
    }
}
#[tokio::test]
async fn p98_gives() {
    check!(p98(55), Ok(P98Output { b: 6, c: 1 }), 39..=39, ["a[0]/nth", "a[1]/nth"]);
}

pipeline! {
    fn p99(c: i64) {
        if c % 4 == 0 {
            again_1: repeat(max = 1) {
                add_one(a = c)
                    >> match (c % 2 == 0, c % 3) {
                        (true, e) => negate(b = { let first = e * 1; first - a }) -> [c] >> step_2: add_one >> digits,
                        _ => {},
                    }
                    >> both_3: parallel {
                        branch_4: double >> negate -> [c],
                        turn(b = 9, c = c, d = c) -> [b, d as ys, a as xs]
                            >> add_one
                            >> digits -> [b, c as w],
                        branch_5: half(a = a) -> [b as h],
                    } -> [w, b as d, h, c],
            } until(w - d < 4) -> [d as u, c, h as e, w],
        } -> [c as e]
            >> step_6: digits(a = { let first = c * 5; first - e })
    }
}
#[tokio::test]
async fn p99_gives() {
    check!(p99(21), Ok(P99Output { b: 8, c: 4 }), 1..=1, []);
}

pipeline! {
    fn p100(a: i64, c: i64, ys: &[i64]) -> [ys] {
        grow(xs = vec![c + 2, c * 2])
    }
}
#[tokio::test]
async fn p100_gives() {
    check!(p100(42, 29, &[51, 26]), Ok(P100Output { ys: vec![31, 58, 42] }), 1..=1, []);
}

pipeline! {
    fn p101(grid: Vec<Vec<i64>>, c: &i64, xs: Vec<i64>) -> [ys] {
        if xs.is_empty() { try { step_1: nth(b = c) >> negate(b = c) } else |error| {} } else { {} -> [grid] }
            >> if xs.is_empty() { p100(a = c, ys = xs) } else { behead(ys = xs) }
    }
}
#[tokio::test]
async fn p101_gives() {
    check!(p101(vec![], &58, vec![]), Ok(P101Output { ys: vec![60, 116, 58] }), 2..=2, ["step_1"]);
}

pipeline! {
    fn p102(c: &i64) {
        map((0..3_i64) as e) {
            map((vec![e + 2, c * 2]) as b, limit = 1, index as round) {
                map((vec![0, 1]) as a, limit = 1, index as round) {
                    digits(a = b) >> negate -> [c] >> step_1: negate,
                } -> [c as h]
                    >> {}
                    >> map((h.iter().rev().chain(h.iter()).take(5).copied().collect::<Vec<i64>>()) as e, index as i) {
                        turn(c = 6 - round as i64, d = b) >> stamp(xs = h) -> [xs],
                    } -> [d, xs],
            },
        } -> [xs as u, d]
            >> again_2: repeat(max = 3, index as round) {
                step_3: p94(b = c) >> repeat(max = 2) { add_one(a = xs) } until(a - c < 3),
            } until(c % 3 == 0)
    }
}
#[tokio::test]
async fn p102_gives() {
    check!(p102(&2), Ok(P102Output { a: 3 }), 91..=91, []);
}

pipeline! {
    fn p103(grid: Vec<Vec<i64>>) {
        step_1: flatten -> [xs]
            >> if false {
                parallel {
                    branch_2: behead(ys = vec![1, 2]) -> [ys] >> flatten,
                    branch_3: total(xs = xs) -> [c as xs]
                        >> by_4: if xs - xs < 2 { digits(a = xs) } else if xs - xs < 4 {
                            double(a = xs * xs % 1_009 + 7) -> [b as f]
                                >> negate(b = xs)
                                >> mix(a = f, b = c),
                        },
                } -> [xs as c],
            } else if let [n, rest @ ..] = &xs[..] && n % 2 == 0 {} else if let Some(n) = xs.first() { p64(a = n, b = n, c = 8) -> [b as f] >> flatten }
    }
}
#[tokio::test]
async fn p103_gives() {
    check!(p103(vec![vec![36, 77], vec![33, 27, 74]]), Ok(P103Output { xs: vec![36, 77, 33, 27, 74] }), 1..=1, []);
}

pipeline! {
    fn p104(ys: Vec<i64>, b: i64, a: &i64) {
        digits -> [c as e, b]
    }
}
#[tokio::test]
async fn p104_gives() {
    check!(p104(vec![35, 89, 38], 45, &2), Ok(P104Output { e: 2, b: 0 }), 1..=1, []);
}

pipeline! {
    fn p105(ys: &[i64], a: i64, b: &i64) -> [d as zs, a as c] {
        double
            >> match ys { n if n.len() > 1 => {}, _ => {} }
            >> nth(xs = vec![2, 3], b = { let first = a * 2; first - b })
    }
}
#[tokio::test]
async fn p105_gives() {
    check!(p105(&[17, 29], 85, &57), Ok(P105Output { zs: 2, c: 85 }), 2..=2, []);
}

pipeline! {
    fn p106(a: &i64, ys: &[i64], b: &i64) {
        repeat(max = 4) {
            step_1: mix
                >> try { nth(xs = ys) >> add_one >> half(a = a * d % 1_009 + 4) } else |e| { double >> negate }
                >> {}
                >> push(xs = ys),
        } until(d % 4 == 1) -> [a as ys, a]
    }
}
#[tokio::test]
async fn p106_gives() {
    check!(p106(&93, &[81, 57, 10], &7), Ok(P106Output { ys: 93, a: 93 }), 21..=21, []);
}

pipeline! {
    fn p107(grid: &[Vec<i64>], c: i64) {
        step_1: late(a = c)
            >> if c - a < 3 {
                add_one(a = 4)
                    >> map((vec![a + 9, a * 2]) as e) {
                        turn(b = c, c = 5, d = e) >> step_2: p64(a = 0, c = a) >> double,
                    }
                    >> grow(xs = b, a),
            } else if c - c < 4 {}
    }
}
#[tokio::test]
async fn p107_gives() {
    check!(p107(&[vec![81, 42, 81, 5], vec![62]], 88), Err(("step_1", "88 and 88 came late")), 1..=1, ["step_1"]);
}

pipeline! {
    fn p108(b: &i64) -> [b] {
        by_1: if b % 4 == 1 {} else if b % 3 == 1 {
            map((vec![b + 7, b * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((e, [b, _]), xs)) {
                try { step_2: turn(c = b * e % 1_009 + 3, d = e) >> behead(ys = xs.to_vec()) } else |xs| { add_one(a = b) -> [a] >> digits } -> [e, xs as u],
            }
                >> turn(c = 4, d = b)
                >> {
                    each_3: map((vec![d + 9, a * 2].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (.., a), on_error = collect) {
                        if let [rest, a @ ..] = &e[..] && rest % 2 == 0 { {} -> [e as w] } else if e.is_empty() { half(a = d) -> [b] } -> [b as g]
                            >> behead(ys = e)
                            >> match ys { first if first.len() > 1 => step_4: half, _ => {} },
                    } -> [b as result_5]
                        >> blame_6: blame(results = result_5)
                        >> sift_7: sift(results = result_5, others = result_5),
                },
        } else {
            try {
                if b % 3 == 0 { half(a = b + 9) >> step_8: half(a = b + 8) } else if b % 3 == 1 { {} -> [b as a] }
                    >> negate
                    >> {}
                    >> flatten(grid = vec![vec![5], vec![]]),
            } else |why| {},
        }
    }
}
#[tokio::test]
async fn p108_gives() {
    check!(p108(&16), Ok(P108Output { b: 16 }), 9..=9, []);
}

pipeline! {
    fn p109(ys: &[i64], grid: Vec<Vec<i64>>, c: i64) -> [grid, ys as f, c] {
        {
            each_1: map(grid as e, on_error = collect) { weave(ys, xs = ys.to_vec()) -> [ys] } -> [],
        }
    }
}
#[tokio::test]
async fn p109_gives() {
    check!(p109(&[79, 18, 6], vec![vec![84], vec![72], vec![61], vec![]], 89), Ok(P109Output { grid: vec![vec![84], vec![72], vec![61], vec![]], f: vec![79, 18, 6], c: 89 }), 4..=4, []);
}

pipeline! {
    fn p110(c: i64, grid: &[Vec<i64>]) {
        double(a = c)
    }
}
#[tokio::test]
async fn p110_gives() {
    check!(p110(93, &[vec![83, 73, 79, 82], vec![76, 18]]), Ok(P110Output { b: 186 }), 1..=1, []);
}

pipeline! {
    fn p111(b: i64, c: i64) {
        add_one(a = c)
    }
}
#[tokio::test]
async fn p111_gives() {
    check!(p111(11, 86), Ok(P111Output { a: 87 }), 1..=1, []);
}

pipeline! {
    fn p112(c: i64, xs: Vec<i64>, ys: Vec<i64>) {
        p94(b = c)
    }
}
#[tokio::test]
async fn p112_gives() {
    check!(p112(36, vec![63, 3, 60], vec![1, 12, 44, 11]), Ok(P112Output { xs: 36, c: 0 }), 3..=3, []);
}

pipeline! {
    fn p113(xs: Vec<i64>, grid: Vec<Vec<i64>>, c: &i64) -> [b] {
        late(a = c + 3, c = c)
            >> repeat(max = 4) {
                {
                    map((vec![c + 1, a * 2]) as a, on_error = collect) {
                        behead(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
                            >> match &grid[..] {
                                [] => blend(c = xs.len() as i64, d = c),
                                [a, rest @ ..] => nth(b = c) >> step_1: behead,
                                [a] => mix(a = c, b = c)
                                    >> step_2: nth(xs, b = xs.iter().map(|item| item % 10).sum::<i64>()),
                                rest => step_3: nth(b = c) >> step_4: nth(b = a),
                            }
                            >> match ys { e if e.len() > 1 => step_5: behead, _ => half -> [b as h] },
                    } -> [],
                }
                    >> grow
                    >> turn(b = a + 5, d = c),
            } until(xs.is_empty()) -> [b, grid]
    }
}
#[tokio::test]
async fn p113_gives() {
    check!(p113(vec![20, 67, 21], vec![], &9), Ok(P113Output { b: 6 }), 34..=34, []);
}

pipeline! {
    fn p114(b: i64, grid: Vec<Vec<i64>>) -> [b as u, c, zs] {
        heads(grid = vec![vec![2], vec![]])
    }
}
#[tokio::test]
async fn p114_gives() {
    check!(p114(7, vec![vec![23, 46, 64, 44], vec![44, 93]]), Ok(P114Output { u: 7, c: 2, zs: vec![2, -1] }), 1..=1, []);
}

pipeline! {
    fn p115(ys: Vec<i64>, b: i64, a: i64) {
        up_to >> add_one(a = xs.iter().map(|item| item % 10).sum::<i64>())
    }
}
#[tokio::test]
async fn p115_gives() {
    check!(p115(vec![48], 58, 37), Ok(P115Output { a: 1 }), 2..=2, []);
}

pipeline! {
    fn p116(b: i64, c: i64) {
        repeat(max = (b % 3).unsigned_abs() as usize, index as i) {
            up_to(a = 6 - i as i64) >> age(a = xs.iter().map(|item| item % 10).sum::<i64>(), round = i),
        } until(c % 4 == 0) -> [a, b]
            >> digits(a = { let first = c * 5; first - b })
            >> again_1: repeat(max = 1) { half(a) -> [b] } until(c % 3 == 1)
            >> { mix(a = b) }
            >> double(a = b)
    }
}
#[tokio::test]
async fn p116_gives() {
    check!(p116(39, 30), Ok(P116Output { b: 0 }), 8..=8, []);
}

pipeline! {
    fn p117(xs: Vec<i64>, grid: Vec<Vec<i64>>, c: &i64) -> [xs] {
        flatten
    }
}
#[tokio::test]
async fn p117_gives() {
    check!(p117(vec![20, 4, 57], vec![vec![], vec![50, 1, 53, 53], vec![25], vec![60, 21]], &17), Ok(P117Output { xs: vec![50, 1, 53, 53, 25] }), 1..=1, []);
}

pipeline! {
    fn p118(ys: Vec<i64>, grid: &[Vec<i64>]) -> [xs, xs as ys] {
        step_1: halves(ys = ys.iter().map(|item| item + 3).collect::<Vec<i64>>())
    }
}
#[tokio::test]
async fn p118_gives() {
    check!(p118(vec![], &[vec![0, 34, 36, 73], vec![]]), Ok(P118Output { xs: vec![], ys: vec![] }), 1..=1, []);
}

pipeline! {
    fn p119(grid: &[Vec<i64>]) -> [d, zs, xs] {
        heads(grid = vec![vec![6], vec![]]) -> [zs, c as w]
            >> turn(b = w * w % 1_009 + 9, c = w, d = w) -> [a, d, b as grid]
            >> map(zs as a, index as round) {
                map((zs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>()) as b, limit = zs.len() + 1) {
                    try { late(c = a) >> p100(ys = zs) } else {}
                        >> map(zs as a, limit = 2) {
                            stamp(xs = zs.iter().map(|item| item + 1).collect::<Vec<i64>>())
                                >> step_1: stamp(xs = xs)
                                >> up_to,
                        },
                } -> [xs],
            }
            >> halves(ys = vec![8, 9])
    }
}
#[tokio::test]
async fn p119_gives() {
    check!(p119(&[vec![98, 62], vec![41, 86], vec![56], vec![4, 62, 52, 30]]), Ok(P119Output { d: 15, zs: vec![9], xs: vec![8] }), 63..=63, ["zs[0]/b[0]/late", "zs[0]/b[1]/late", "zs[0]/b[2]/late", "zs[0]/b[3]/late"]);
}

pipeline! {
    fn p120(a: &i64, b: i64, xs: &[i64]) -> [ys, a as g] {
        step_1: weave(ys = xs)
    }
}
#[tokio::test]
async fn p120_gives() {
    check!(p120(&67, 85, &[8, 42, 74, 13]), Ok(P120Output { ys: vec![8, 42, 74, 13, 8], g: 67 }), 1..=1, []);
}

pipeline! {
    fn p121(ys: Vec<i64>) -> [b, b as d] {
        p116(b = ys.iter().map(|item| item % 10).sum::<i64>(), c = 8)
    }
}
#[tokio::test]
async fn p121_gives() {
    check!(p121(vec![19, 39]), Ok(P121Output { b: 0, d: 0 }), 8..=8, []);
}

pipeline! {
    fn p122(a: &i64, ys: Vec<i64>) {
        if ys.len() + 1 > ys.len() && ys.len() < 4 { turn(b = 8, c = a, d = a) } else {
            {
                group_1: {
                    push(xs = vec![a + 9, a * 2], a = a)
                        >> add_one
                        >> step_2: blend(c = a, d = xs.iter().map(|item| item % 10).sum::<i64>()),
                } -> [a]
                    >> half,
            },
        }
            >> zip_up(xs = ys)
            >> add_one(a = { let first = b * 8; first - a })
    }
}
#[tokio::test]
async fn p122_gives() {
    check!(p122(&38, vec![46, 98, 55, 25]), Ok(P122Output { a: 27 }), 6..=6, []);
}

pipeline! {
    fn p123(a: &i64) {
        map((vec![3, 4].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (e, c), index as round, limit = 4) {
            attempt_1: try {
                repeat(max = 3) {
                    step_2: mix(b = c) >> half(a = c) -> [b as grid] >> p79(a = e) -> [a as g],
                } until(d % 2 == 1) -> [g, g as h],
            } else { age(a = c) >> digits >> negate } -> [c],
        }
            >> if !c.is_empty() && let Some(a) = c.iter().min() { weave(ys = c, xs = c) } else { p94(b = c.len() as i64) } -> [a]
    }
}
#[tokio::test]
async fn p123_gives() {
    check!(p123(&37), Ok(P123Output { a: 37 }), 15..=15, []);
}

pipeline! {
    fn p124(a: i64, grid: Vec<Vec<i64>>, xs: &[i64]) -> [d] {
        halves(ys = xs.to_vec()) >> mix(b = xs.len() as i64)
    }
}
#[tokio::test]
async fn p124_gives() {
    check!(p124(93, vec![], &[21, 88, 9, 16]), Ok(P124Output { d: 281 }), 2..=2, []);
}

pipeline! {
    fn p125(c: i64) {
        if c - c < 3 {} -> [c as w]
            >> mix(a = 2, b = c + 3)
            >> {
                each_1: map((0..3_i64) as b, on_error = collect) {
                    repeat(max = 3, index as round) { mix(a = w, b = w) -> [d as xs] } until(c % 4 == 0)
                        >> late(a = w * b % 1_009 + 7),
                } -> [a as result_2, c as result_3]
                    >> blame_4: blame(results = result_2)
                    >> sift_5: sift(results = result_2, others = result_3),
            }
            >> behead(ys = xs) -> [ys]
    }
}
#[tokio::test]
async fn p125_gives() {
    check!(p125(88), Ok(P125Output { ys: vec![190, 366] }), 13..=13, []);
}

pipeline! {
    fn p126(xs: &[i64]) {
        each_1: map((vec![4, 5]) as e) {
            weave(ys = xs, xs = xs) -> [ys as f] >> blend(c = e, d = e) -> [a],
        } -> [a]
            >> step_2: zip_up(ys = xs)
            >> both_3: parallel {
                branch_4: match a {
                    last if last.len() > 1 => step_5: turn(b = b, c = b, d = b) >> step_6: behead(ys = last),
                    last => up_to(a = last.len() as i64),
                }
                    >> digits(a = b)
                    >> step_7: up_to(a = b),
                branch_8: up_to(a = b) -> [xs] >> p111(b = 8, c = a.len() as i64) -> [a],
                branch_9: {
                    late(a = b, c = a.iter().map(|item| item % 10).sum::<i64>())
                        >> if !xs.is_empty() && let Some(e) = xs.iter().min() {
                            step_10: push -> [xs] >> weave(ys = zs),
                        } else { blend(c = b, d = b) },
                } -> [a as u],
            }
    }
}
#[tokio::test]
async fn p126_gives() {
    check!(p126(&[]), Err(("both_3/branch_9/late", "0 and 8 came late")), 6..=12, ["both_3/branch_9/late"]);
}

pipeline! {
    fn p127(ys: &[i64], c: &i64, a: i64) -> [a, d] {
        step_1: blend(c = a, d = c * a % 1_009 + 7) -> [a as g]
            >> turn(b = c + 5, d = ys.iter().map(|item| item % 10).sum::<i64>())
    }
}
#[tokio::test]
async fn p127_gives() {
    check!(p127(&[93, 28], &84, 77), Ok(P127Output { a: 173, d: 100 }), 2..=2, []);
}

pipeline! {
    fn p128(a: i64, grid: Vec<Vec<i64>>, b: i64) {
        attempt_1: try {
            repeat(max = 1) {
                late(a, c = a + 5)
                    >> match a % 2 {
                        last if last % 2 == 1 => {},
                        0 => step_2: late(a, c = a * b % 1_009 + 8) >> step_3: late(c = b) -> [c as d, a],
                        last => half >> up_to(a = a) >> step_4: flatten,
                    },
            } until(b - a < 2) -> [a]
                >> late(a = b * a % 1_009 + 2, c = b)
                >> match a % 4 {
                    1 | 4 => {} -> [a],
                    a if a % 4 == 1 => {} -> [c],
                    0 => again_5: repeat(max = 1, index as i) { late -> [a as ys, c] } until(a - a < 2)
                        >> again_6: repeat(max = 4) { digits } until(a - b < 2) -> [c, b],
                    a => negate(b = a + 6),
                },
        } else |error| { add_one -> [a as ys] }
            >> negate(b)
            >> repeat(max = 3) { step_7: negate(b = 8) -> [c] >> step_8: blend(d = b) -> [a] } until(b % 2 == 1)
    }
}
#[tokio::test]
async fn p128_gives() {
    check!(p128(79, vec![vec![35, 18, 65], vec![8, 68, 57, 86], vec![], vec![83, 94, 99]], 69), Ok(P128Output { a: 9654 }), 8..=8, []);
}

pipeline! {
    fn p129(ys: Vec<i64>, a: i64) {
        {
            by_1: if ys.is_empty() {
                repeat(max = 1) { push(xs = ys.to_vec(), a) >> step_2: p120(b = a) >> digits } until(xs.is_empty()),
            } -> [ys as g]
                >> add_one -> [a]
                >> parallel {
                    branch_3: blend(c = a, d = g.len() as i64) -> [a as d]
                        >> turn(b = d, c = ys.iter().map(|item| item % 10).sum::<i64>(), d = d),
                    branch_4: add_one >> behead(ys = ys.to_vec()),
                    branch_5: halves(ys = ys),
                },
        } -> [b, a as u, zs, ys]
    }
}
#[tokio::test]
async fn p129_gives() {
    check!(p129(vec![43, 15], 5), Ok(P129Output { b: 4, u: 4, zs: vec![15], ys: vec![15] }), 6..=6, []);
}

pipeline! {
    fn p130(ys: Vec<i64>, xs: Vec<i64>) {
        both_1: parallel {
            branch_2: match &ys[..] {
                [last] => parallel {
                    branch_3: zip_up(ys) >> total(xs) >> {} >> grow(a = zs.len() as i64),
                    branch_4: push(xs = xs, a = last) -> [xs],
                    push(xs = xs, a = ys.len() as i64) >> behead -> [ys as d],
                },
                a => zip_up,
            },
            { match xs { b if b.len() > 1 => {}, b => {} } } >> halves >> p121,
        }
    }
}
#[tokio::test]
async fn p130_gives() {
    check!(p130(vec![], vec![18, 61]), Ok(P130Output { ys: vec![], xs: vec![18, 61], b: 0, d: 0 }), 10..=10, []);
}

pipeline! {
    fn p131(a: i64) {
        by_1: if a % 2 == 0 { mix(b = a) } else if a % 2 == 0 {}
    }
}
#[tokio::test]
async fn p131_gives() {
    check!(p131(6), Ok(P131Output {  }), 1..=1, []);
}

pipeline! {
    fn p132(xs: Vec<i64>, a: &i64, b: i64) -> [f, b as g, w] {
        behead(ys = vec![a + 1, b * 2])
            >> digits -> [c, b as h]
            >> match &ys[..] {
                [last] => {},
                [] => {},
                n if n.len() > 2 => {},
                _ => by_1: if h % 4 == 1 { {} -> [h as f, a] },
            }
            >> turn(d = 6)
            >> map((vec![7, 8]) as b, limit = xs.len() + 1) { p127(c = d) } -> [xs as f, d as g, xs as w]
    }
}
#[tokio::test]
async fn p132_gives() {
    check!(p132(vec![99], &85, 34), Ok(P132Output { f: vec![vec![99], vec![99]], g: 11, w: vec![vec![99], vec![99]] }), 7..=7, []);
}

pipeline! {
    fn p133(ys: Vec<i64>, b: &i64, grid: Vec<Vec<i64>>) -> [ys as e] {
        flatten -> [xs] >> step_1: p127(c = ys.len() as i64, a = b) >> up_to -> [xs]
    }
}
#[tokio::test]
async fn p133_gives() {
    check!(p133(vec![], &96, vec![vec![97, 67, 69, 84], vec![8, 97, 31, 79]]), Ok(P133Output { e: vec![] }), 4..=4, []);
}

pipeline! {
    fn p134(c: i64, ys: Vec<i64>) -> [a as h] {
        turn(b = c, c = c, d = c)
            >> by_1: match ys {
                rest if rest.len() > 1 => try {
                    nth(xs = vec![c + 9, d * 2])
                        >> map(ys as a, index as round) {
                            stamp(xs = rest.iter().map(|item| item + 8).collect::<Vec<i64>>())
                                >> total(xs = vec![d + 2, d * 2]),
                        } -> [c as f, d as g, a as grid]
                        >> map(rest as e, index as i) { stamp(xs = ys, round = ys.len()) -> [xs] },
                } else |a| { zip_up(xs = ys) } -> [a, d as xs, b],
                rest => {},
            }
    }
}
#[tokio::test]
async fn p134_gives() {
    check!(p134(53, vec![]), Ok(P134Output { h: 106 }), 1..=1, []);
}

pipeline! {
    fn p135(grid: Vec<Vec<i64>>, b: i64) {
        heads >> negate -> [c]
    }
}
#[tokio::test]
async fn p135_gives() {
    check!(p135(vec![vec![97, 30], vec![], vec![]], 63), Ok(P135Output { c: 9944 }), 2..=2, []);
}

pipeline! {
    fn p136(b: &i64, grid: Vec<Vec<i64>>, ys: Vec<i64>) {
        rows(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), b = ys.iter().map(|item| item % 10).sum::<i64>())
            >> if ys.len() + 1 > ys.len() && ys.len() < 2 {
                zip_up(xs = ys.to_vec())
                    >> match zs { a if a.len() > 1 => {} -> [zs], _ => {} }
                    >> repeat(max = zs.len()) {
                        try {
                            p117(xs = zs, c = b) >> half(a = b) >> turn(c = b, d = b * b % 1_009 + 1),
                        } else { add_one(a = b) }
                            >> try { weave(xs = zs) -> [ys] >> digits(a) -> [b as f, c as xs] } else |a| { step_1: weave(xs = ys) },
                    } until(zs.len() + 1 > zs.len() && zs.len() < 3),
            } else { step_2: halves }
    }
}
#[tokio::test]
async fn p136_gives() {
    check!(p136(&97, vec![vec![99, 29, 93, 59], vec![50, 85, 55, 87]], vec![85, 70]), Ok(P136Output { ys: vec![85, 70] }), 2..=2, []);
}

pipeline! {
    fn p137(b: i64, grid: Vec<Vec<i64>>) {
        double(a = b) -> [b as u]
            >> flatten -> [xs]
            >> p97(grid, a = { let first = u * 0; first - b }) -> [d]
    }
}
#[tokio::test]
async fn p137_gives() {
    check!(p137(54, vec![vec![58, 80, 89, 57], vec![46, 38, 74, 73], vec![15, 59, 67]]), Ok(P137Output { d: 9791 }), 5..=5, []);
}

pipeline! {
    fn p138(xs: Vec<i64>, grid: &[Vec<i64>], b: i64) {
        both_1: parallel {
            negate(b = b),
            branch_2: try {
                attempt_3: try { nth(xs = xs) >> rows(xs) >> total(xs) } else { {} -> [xs as e, xs] } -> [xs, xs as e]
                    >> map((xs.to_vec().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (a, c)) {
                        digits(a = c) -> [b as grid, c],
                    } -> [grid as d, c as g],
            } else |xs| {
                step_4: bury(error = xs)
                    >> both_5: parallel {
                        branch_6: bury(error = xs) -> [d as grid, c],
                        branch_7: mix(a = c) -> [d as h] >> half(a = b) >> negate(b = c) -> [c as u],
                    } -> [c as xs, grid as b, u],
            } -> [b as xs],
        }
    }
}
#[tokio::test]
async fn p138_gives() {
    check!(p138(vec![92, 83], &[vec![41], vec![28, 3]], 4), Ok(P138Output { c: 10003, xs: 4 }), 4..=4, ["both_1/branch_2/attempt_3/nth"]);
}

pipeline! {
    fn p139(ys: &[i64], c: &i64) {
        {
            map(ys as b, limit = ys.len() + 1, on_error = collect) {
                repeat(max = 2) { behead(ys) } until(b - c < 4) >> step_1: nth(xs = vec![6, 7], b) -> [d],
            } -> [d as result_2]
                >> blame_3: blame(results = result_2)
                >> sift_4: sift(results = result_2, others = result_2),
        }
            >> step_5: double(a = { let first = c * 4; first - c }) -> [b]
    }
}
#[tokio::test]
async fn p139_gives() {
    check!(p139(&[84], &58), Ok(P139Output { b: 6 }), 6..=6, ["ys[0]/repeat[1]/behead", "ys[0]/repeat"]);
}

pipeline! {
    fn p140(xs: &[i64], ys: Vec<i64>, c: i64) {
        by_1: match &ys[..] {
            [m, .., b] => {} -> [xs as d, xs as b],
            [m, first @ ..] => turn(b = c, c = c, d = c),
            [m] => {},
            first => parallel {
                if c - c < 4 { blend(c = c, d = c) } else { step_2: turn(b = c + 0, c = c, d = c + 6) -> [a as b, d as c] }
                    >> try {
                        half(a = c * c % 1_009 + 6) -> [b]
                            >> step_3: blend(c = c, d = c) -> [a as d]
                            >> step_4: half(a = b) -> [b],
                    } else |e| {
                        bury(error = e) >> {} >> step_5: weigh(error = e, a = c) -> [b as grid],
                    } -> [xs]
                    >> if c % 4 == 0 { zip_up(ys = vec![2, 3]) } else { step_6: blend(d = c * c % 1_009 + 8) } -> [first],
                branch_7: grow(xs, a = c)
                    >> halves
                    >> group_8: { double(a = c) >> rows(b = c) -> [grid] } -> [ys, grid],
                branch_9: up_to(a = c) >> add_one(a = ys.iter().map(|item| item % 10).sum::<i64>()),
            },
        }
    }
}
#[tokio::test]
async fn p140_gives() {
    check!(p140(&[73, 68, 40, 50], vec![], 78), Ok(P140Output { ys: vec![73, 68, 40, 50, 78] }), 11..=11, []);
}

pipeline! {
    fn p141(xs: &[i64], c: i64, a: i64) -> [a, b] {
        turn(b = a, d = xs.len() as i64)
    }
}
#[tokio::test]
async fn p141_gives() {
    check!(p141(&[0], 15, 42), Ok(P141Output { a: 57, b: 16 }), 1..=1, []);
}

pipeline! {
    fn p142(ys: Vec<i64>, c: i64) {
        by_1: match ys.first() {
            Some(a) => {},
            Some(a) if a % 2 == 0 => {},
            None => p121 >> rows(xs = ys, b),
            _ => {} -> [ys as w, ys],
        } -> [ys]
            >> {
                map(ys as b, index as round, on_error = collect) {
                    by_2: match c {
                        0 => parallel {
                            stamp(xs = ys, round = round),
                            branch_3: nth(xs = ys, b = b) -> [d] >> half(a = b),
                            branch_4: half(a = b) -> [b as w],
                        }
                            >> nth(xs = xs),
                        xs => {},
                    } -> [ys]
                        >> step_5: age(a = b),
                } -> [a as result_6]
                    >> blame_7: blame(results = result_6)
                    >> sift_8: sift(results = result_6, others = result_6),
            }
    }
}
#[tokio::test]
async fn p142_gives() {
    check!(p142(vec![], 53), Ok(P142Output { xs: vec![], c: 0 }), 11..=11, []);
}

pipeline! {
    fn p143(grid: &[Vec<i64>], b: i64) -> [b as zs, e] {
        map(grid as ys) {
            {
                halves
                    >> parallel {
                        p118 >> rows(b = b) -> [grid] >> p109(c = b),
                        branch_1: zip_up(ys = zs) -> [zs, b] >> p105(a = b) -> [zs] >> add_one(a = b),
                    } -> [a as b],
            }
                >> add_one(a = b * b % 1_009 + 7) -> [a],
        }
            >> grow(xs = vec![b + 6, b * 2], a = b) -> [ys as zs]
            >> push(xs = a, a = b * b % 1_009 + 9)
            >> try { step_2: nth(xs = vec![6, 7]) } else |error| { {} -> [grid as d] } -> [grid as e]
    }
}
#[tokio::test]
async fn p143_gives() {
    check!(p143(&[vec![94, 62], vec![68]], 18), Ok(P143Output { zs: 18, e: vec![vec![94, 62], vec![68]] }), 19..=19, ["step_2"]);
}

pipeline! {
    fn p144(c: i64) {
        p116(b = c)
            >> double(a = c)
            >> try { half(a = b * b % 1_009 + 8) } else |e| { step_1: double(a = b) }
    }
}
#[tokio::test]
async fn p144_gives() {
    check!(p144(0), Ok(P144Output { b: 4 }), 10..=10, []);
}

pipeline! {
    fn p145(b: i64) -> [b as f, a] {
        turn(b = b, c = b + 6, d = b + 1)
    }
}
#[tokio::test]
async fn p145_gives() {
    check!(p145(45), Ok(P145Output { f: 97, a: 96 }), 1..=1, []);
}

pipeline! {
    fn p146(ys: Vec<i64>) -> [b, e] {
        match ys { b if b.len() > 1 => {}, _ => {} }
            >> map((vec![4, 5]) as e) { p125(c = e) -> [ys] } -> [ys as a]
            >> step_1: total(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
            >> total(xs = ys)
            >> p104(b = ys.iter().map(|item| item % 10).sum::<i64>(), a = 3)
    }
}
#[tokio::test]
async fn p146_gives() {
    check!(p146(vec![6, 0]), Ok(P146Output { b: 0, e: 3 }), 35..=35, ["e[1]/p125/each_1[0]/late"]);
}

pipeline! {
    fn p147(a: &i64, c: i64) {
        p116(b = { let first = a * 9; first - c }, c = c)
    }
}
#[tokio::test]
async fn p147_gives() {
    check!(p147(&11, 68), Ok(P147Output { b: 0 }), 8..=8, []);
}

pipeline! {
    fn p148(b: i64, c: i64, a: i64) -> [xs, xs as u] {
        if a % 2 == 0 {
            mix
                >> try {
                    turn(c = a)
                        >> map((0..3_i64) as e, limit = 3) {
                            digits(a = e) -> [c] >> mix >> late(c = 7),
                        } -> [e as g, a as w, c as ys, d as u]
                        >> { late -> [c, a as xs] },
                } else |a| {
                    again_1: repeat(max = (c % 3).unsigned_abs() as usize) {
                        digits(a = b) >> half(a = c + 0),
                    } until(b - b < 4) -> [b as h],
                },
        }
            >> up_to(a)
    }
}
#[tokio::test]
async fn p148_gives() {
    check!(p148(92, 62, 59), Ok(P148Output { xs: vec![0, 1, 2], u: vec![0, 1, 2] }), 1..=1, []);
}

pipeline! {
    fn p149(b: &i64, grid: Vec<Vec<i64>>, ys: &[i64]) {
        by_1: match &grid[..] {
            [first, e @ ..] => p141(xs = ys, c = b, a = b)
                >> { map(ys as e, index as round, on_error = collect) { behead } -> [] },
            [] => try {
                match &grid[..] {
                    [n, .., first] => late(a = b, c = first.iter().map(|item| item % 10).sum::<i64>()) -> [a],
                    [] => nth(xs = ys.iter().map(|item| item + 3).collect::<Vec<i64>>()) -> [d as f],
                    xs if xs.len() > 2 => {} -> [b],
                    _ => {},
                }
                    >> group_2: {
                        half(a = b)
                            >> late(a = { let first = b * 1; first - b }, c = b)
                            >> {}
                            >> nth(xs = ys),
                    },
            } else {
                repeat(max = (b % 3).unsigned_abs() as usize, index as i) {
                    p111(b = b, c = b + 2),
                } until(a - b < 2) -> [ys, a as f]
                    >> again_3: repeat(max = 1) { p105(a = b) } until(b - b < 3)
                    >> add_one(a = zs),
            },
            e if e.len() > 2 => {} -> [b as c],
            e => {},
        }
    }
}
#[tokio::test]
async fn p149_gives() {
    check!(p149(&80, vec![vec![29, 4, 88], vec![29, 41, 97], vec![23, 58]], &[59]), Ok(P149Output {  }), 2..=2, []);
}

pipeline! {
    fn p150(a: i64, ys: Vec<i64>) {
        p139(c = a) -> [b]
    }
}
#[tokio::test]
async fn p150_gives() {
    check!(p150(59, vec![59, 65, 24, 68]), Ok(P150Output { b: 18 }), 17..=17, ["p139/ys[0]/step_1", "p139/ys[2]/step_1", "p139/ys[3]/step_1"]);
}

pipeline! {
    fn p151(a: i64, ys: &[i64]) -> [e, ys] {
        p116(b = { let first = a * 9; first - a }, c = a)
            >> blend(c = ys.iter().map(|item| item % 10).sum::<i64>(), d = b) -> [a as e]
    }
}
#[tokio::test]
async fn p151_gives() {
    check!(p151(77, &[]), Ok(P151Output { e: 0, ys: vec![] }), 9..=9, []);
}

pipeline! {
    fn p152(grid: &[Vec<i64>], ys: &[i64]) {
        match ys {
            e if e.len() > 1 => {},
            _ => p118(ys = ys, grid) >> zip_up(xs = ys) >> step_1: heads,
        }
            >> attempt_2: try { p118(ys = ys, grid = grid) >> behead(ys = xs) -> [ys] } else {}
    }
}
#[tokio::test]
async fn p152_gives() {
    check!(p152(&[vec![77, 15, 50, 97]], &[74, 56]), Ok(P152Output { ys: vec![] }), 2..=2, []);
}

pipeline! {
    fn p153(a: &i64, grid: &[Vec<i64>]) {
        try {
            half
                >> repeat(max = 4) {
                    double(a = b + 9)
                        >> map((vec![b + 3, a * 2]) as a) {
                            late(a = b + 3, c = a) >> step_1: late(c),
                        } -> [c as u, a as e],
                } until(u.is_empty())
                >> p118(ys = e, grid = grid),
        } else |a| {
            attempt_2: try {
                parallel {
                    branch_3: behead(ys = vec![7, 8]),
                    branch_4: late(a = 6, c = format!("{a:#}").len() as i64) -> [a],
                }
                    >> attempt_5: try { half(a = a) -> [b as zs] >> late(c = zs) } else |xs| { step_6: half -> [b as zs] },
            } else |a| { flatten(grid = grid) } -> [grid]
                >> bury(error = a),
        } -> [a as c]
            >> mix(b = c)
            >> add_one
    }
}
#[tokio::test]
async fn p153_gives() {
    check!(p153(&37, &[vec![], vec![71, 42, 19]]), Ok(P153Output { a: 38 }), 25..=25, []);
}

pipeline! {
    fn p154(xs: Vec<i64>, c: i64) {
        rows(xs = xs, b = c)
    }
}
#[tokio::test]
async fn p154_gives() {
    check!(p154(vec![90, 82], 53), Ok(P154Output { grid: vec![vec![90, 82], vec![91, 83]] }), 1..=1, []);
}

pipeline! {
    fn p155(ys: &[i64]) -> [ys] {
        behead(ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
            >> weave(xs = ys)
    }
}
#[tokio::test]
async fn p155_gives() {
    check!(p155(&[10, 40]), Ok(P155Output { ys: vec![10, 10, 40, 10, 10] }), 2..=2, []);
}

pipeline! {
    fn p156(xs: Vec<i64>, a: &i64, b: &i64) {
        weave(ys = xs.iter().map(|item| item + 5).collect::<Vec<i64>>(), xs = xs)
            >> turn(b = b, c = b, d = ys.iter().map(|item| item % 10).sum::<i64>()) -> [b as xs, d]
            >> halves -> [xs, zs as u]
            >> add_one
    }
}
#[tokio::test]
async fn p156_gives() {
    check!(p156(vec![6, 75], &70, &2), Ok(P156Output { a: 71 }), 4..=4, []);
}

pipeline! {
    fn p157(xs: &[i64], ys: &[i64]) -> [xs, w] {
        repeat(max = xs.len(), index as round) {
            if let [e, m @ ..] = &xs[..] && e % 2 == 0 {} else if !xs.is_empty() && let Some(first) = xs.iter().min() {
                by_1: match &xs[..] {
                    [m] => digits(a = m),
                    [] => step_2: age(a = first + 8, round),
                    rest if rest.len() > 2 => step_3: stamp(round = (first % 3).unsigned_abs() as usize),
                    _ => p134(c = first, ys) >> stamp,
                },
            } else if round > 0 { behead } -> [ys as grid, xs as a, ys],
        } until(false) -> [a, ys as c, grid as w]
            >> halves(ys)
    }
}
#[tokio::test]
async fn p157_gives() {
    check!(p157(&[92], &[89, 60, 2, 54]), Ok(P157Output { xs: vec![89, 60], w: vec![89, 60, 2, 54] }), 2..=2, []);
}

pipeline! {
    fn p158(a: i64, xs: Vec<i64>) {
        total
            >> p154
            >> each_1: map((0..3_i64) as a) {
                try {
                    by_2: if !xs.is_empty() && let Some(rest) = xs.iter().min() {
                        p156(a = a, b = c) >> grow,
                    } else {
                        late(a = xs.iter().map(|item| item % 10).sum::<i64>(), c) >> up_to -> [xs as d],
                    },
                } else |a| { { add_one(a = c) -> [a as xs] } -> [xs] } -> [a as h]
                    >> step_3: p141(c = a),
            } -> [a as u, b, h]
            >> step_4: late(a = c)
    }
}
#[tokio::test]
async fn p158_gives() {
    check!(p158(33, vec![33, 40, 14]), Ok(P158Output { a: 174, c: 0 }), 21..=21, []);
}

pipeline! {
    fn p159(b: i64, xs: &[i64]) {
        { zip_up(ys = xs) -> [zs, b] >> add_one(a = b) }
    }
}
#[tokio::test]
async fn p159_gives() {
    check!(p159(89, &[31, 92, 85, 67]), Ok(P159Output { a: 9 }), 2..=2, []);
}

pipeline! {
    fn p160(c: i64, a: i64, ys: Vec<i64>) {
        match (a % 2 == 0, c % 3) {
            (true, 0) => {},
            (true, rest) => {},
            _ => p145(b = a)
                >> parallel {
                    zip_up(xs = ys, ys = ys)
                        >> again_1: repeat(max = 1) { weave(xs = zs) } until(zs.len() + 1 > ys.len() && zs.len() < 4),
                    branch_2: p115(b = c + 6),
                    branch_3: halves(ys = ys),
                },
        }
            >> p132(xs = ys, b = c)
            >> double -> [b as h]
    }
}
#[tokio::test]
async fn p160_gives() {
    check!(p160(49, 77, vec![75, 59]), Ok(P160Output { h: 2 }), 15..=15, []);
}

pipeline! {
    fn p161(c: i64, xs: Vec<i64>) {
        grow(xs = xs, a = { let first = c * 7; first - c })
            >> repeat(max = 2) {
                p156(a = c, b = xs.iter().map(|item| item % 10).sum::<i64>()) -> [a]
                    >> {
                        by_1: match &ys[..] {
                            [] => step_2: p115(b = a),
                            [b] => half,
                            xs if xs.len() > 2 => negate(b = c),
                            xs => turn(b = a * c % 1_009 + 0, d = c) >> double(a = b),
                        }
                            >> grow(xs = xs, a = a),
                    }
                    >> if let [n, m @ ..] = &xs[..] && n % 2 == 0 { turn(b = a, d = n) },
            } until(c % 4 == 0) -> [c as h, a as zs, c as u]
    }
}
#[tokio::test]
async fn p161_gives() {
    check!(p161(31, vec![69, 70, 50, 96]), Ok(P161Output { h: 31, zs: 32, u: 31 }), 14..=14, []);
}

pipeline! {
    fn p162(grid: &[Vec<i64>]) {
        flatten(grid = grid)
            >> p155(ys = xs)
            >> if false {} else if ys.is_empty() { total } -> [grid, grid as e]
            >> step_1: p155 -> [ys as c]
    }
}
#[tokio::test]
async fn p162_gives() {
    check!(p162(&[vec![9, 94], vec![], vec![86, 31, 21, 50]]), Ok(P162Output { c: vec![9, 94, 86, 31, 9] }), 5..=5, []);
}

pipeline! {
    fn p163(xs: &[i64], c: i64) {
        turn(b = c, d = xs.len() as i64)
            >> if xs.is_empty() {
                step_1: p134(c = { let first = b * 7; first - d }, ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) -> [h as grid],
            }
            >> step_2: turn(b = a, c = b * b % 1_009 + 4, d = d)
    }
}
#[tokio::test]
async fn p163_gives() {
    check!(p163(&[55, 75, 90], 71), Ok(P163Output { a: 577, b: 509, d: 216 }), 2..=2, []);
}

pipeline! {
    fn p164(b: &i64) -> [xs] {
        try {
            {
                map((vec![b + 5, b * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., a]), ys), on_error = collect) {
                    { p147(a = b, c = b) } >> {} >> { blend(c = b, d = b) >> half(a = a) },
                } -> [b as result_1]
                    >> blame_2: blame(results = result_1)
                    >> sift_3: sift(results = result_1, others = result_1),
            }
                >> late(a = b) -> [c, a as xs],
        } else |xs| {}
            >> up_to(a = 4)
    }
}
#[tokio::test]
async fn p164_gives() {
    check!(p164(&4), Ok(P164Output { xs: vec![] }), 24..=24, ["late"]);
}

pipeline! {
    fn p165(ys: &[i64], c: &i64, xs: &[i64]) {
        each_1: map((ys.iter().map(|item| item + 2).collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (c, a), index as i) {
            stamp(xs = ys, round = i)
                >> halves
                >> if !xs.is_empty() && let Some(n) = xs.iter().min() { weave } else { up_to },
        } -> [xs as g, ys as e]
            >> rows(b = ys.iter().map(|item| item % 10).sum::<i64>())
    }
}
#[tokio::test]
async fn p165_gives() {
    check!(p165(&[43, 88, 1, 24], &77, &[90, 19, 89]), Ok(P165Output { grid: vec![vec![90, 19, 89]] }), 13..=13, []);
}

pipeline! {
    fn p166(grid: &[Vec<i64>], c: &i64) {
        add_one(a = c)
            >> each_1: map((vec![a + 4, a * 2]) as e) { negate(b = c) -> [c] } -> [c as w]
            >> step_2: p125(c = 2)
            >> mix(b = c)
    }
}
#[tokio::test]
async fn p166_gives() {
    check!(p166(&[vec![4, 25], vec![70, 50]], &14), Ok(P166Output { d: 59 }), 23..=23, []);
}

pipeline! {
    fn p167(xs: Vec<i64>) {
        behead(ys = xs)
            >> parallel {
                zip_up(ys = vec![3, 4]),
                weave >> p121(ys = ys) >> { step_1: p127(c = b * b % 1_009 + 2, a = b) } -> [d],
            } -> [d as w, b as f, zs as h]
            >> if h.len() + 1 > xs.len() && h.len() < 2 { {} -> [xs as w] } else {
                repeat(max = 2, index as i) { zip_up(xs = ys) } until(w - f < 4) >> step_2: half(a = f),
            } -> [xs]
    }
}
#[tokio::test]
async fn p167_gives() {
    check!(p167(vec![44, 43, 53]), Ok(P167Output { xs: vec![44, 43, 53] }), 17..=17, []);
}

pipeline! {
    fn p168(ys: Vec<i64>, grid: Vec<Vec<i64>>) -> [grid as b] {
        behead(ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) -> [ys]
            >> {
                map(grid as xs, on_error = collect) {
                    attempt_1: try { behead(ys = vec![1, 2]) } else |xs| { step_2: behead(ys = ys) -> [ys] }
                        >> match &ys[..] {
                            [e, a @ ..] => try { heads >> p127(a = c) -> [a as c, d] } else |e| { behead } -> [ys as g]
                                >> step_3: late(a = e, c = 2),
                            [e, .., b] => double(a = e) -> [b as ys]
                                >> try { nth >> step_4: nth } else |error| { p150(a = b, ys = vec![e + 1, ys * 2]) } -> [b],
                            a => {},
                        },
                } -> [],
            }
    }
}
#[tokio::test]
async fn p168_gives() {
    check!(p168(vec![16], vec![]), Ok(P168Output { b: vec![] }), 1..=1, []);
}

pipeline! {
    fn p169(a: &i64, grid: Vec<Vec<i64>>, c: &i64) -> [c as h, grid, a] {
        step_1: mix(b = a)
            >> match a { b @ 2..=40 => half(a = a) -> [b], m if m % 3 == 1 => {} -> [a], _ => {} }
    }
}
#[tokio::test]
async fn p169_gives() {
    check!(p169(&64, vec![vec![98, 60, 44, 14], vec![93, 65, 21, 96], vec![24, 56], vec![28, 17, 45]], &21), Ok(P169Output { h: 21, grid: vec![vec![98, 60, 44, 14], vec![93, 65, 21, 96], vec![24, 56], vec![28, 17, 45]], a: 64 }), 1..=1, []);
}

pipeline! {
    fn p170(b: i64, grid: &[Vec<i64>]) -> [ys, ys as xs] {
        p125(c = b)
    }
}
#[tokio::test]
async fn p170_gives() {
    check!(p170(88, &[vec![95, 75]]), Ok(P170Output { ys: vec![190, 366], xs: vec![190, 366] }), 13..=13, []);
}

pipeline! {
    fn p171(a: i64, ys: Vec<i64>) {
        zip_up(xs = ys) -> [b, zs] >> double(a = a) >> total(xs = zs)
    }
}
#[tokio::test]
async fn p171_gives() {
    check!(p171(24, vec![14, 80, 65, 99]), Ok(P171Output { c: 774 }), 3..=3, []);
}

pipeline! {
    fn p172(grid: Vec<Vec<i64>>, b: i64, xs: Vec<i64>) {
        mix(a = b, b = b) >> p132(a = d + 3, b)
    }
}
#[tokio::test]
async fn p172_gives() {
    check!(p172(vec![vec![95, 68], vec![57, 29]], 73, vec![]), Ok(P172Output { f: vec![vec![], vec![]], g: 11, w: vec![vec![], vec![]] }), 8..=8, []);
}

pipeline! {
    fn p173(xs: Vec<i64>, b: i64) {
        again_1: repeat(max = 4) {
            p147(a = { let first = b * 9; first - b }, c = b)
                >> map((vec![3, 4].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((b, [a, _]), xs), limit = xs.len() + 1, index as round) {
                    p165(ys = xs, c = a) -> [grid as b],
                } -> [b as e],
        } until(b % 4 == 1)
    }
}
#[tokio::test]
async fn p173_gives() {
    check!(p173(vec![89, 51, 0, 21], 98), Ok(P173Output { e: vec![vec![vec![3, 1]], vec![vec![4, 1], vec![5, 2]]] }), 89..=89, []);
}

pipeline! {
    fn p174(a: i64) {
        {
            map((vec![7, 8]) as b, on_error = collect) {
                map((vec![a + 0, b * 2]) as e, limit = 1) {
                    late(a = a + 9, c = e)
                        >> map((vec![a + 2, c * 2]) as a, limit = 4) {
                            half(a = 0) -> [b] >> step_1: half(a = a),
                        } -> [a as d, b as zs, a as ys]
                        >> mix -> [d],
                } -> [d]
                    >> parallel {
                        total(xs = d) -> [c as b],
                        blend(c = 6, d = { let first = a * 0; first - b }) -> [a],
                        push(xs = d.iter().map(|item| item + 1).collect::<Vec<i64>>()),
                    } -> [b as ys, xs]
                    >> map(xs as a) {
                        map(xs as e, limit = 2, index as round) {
                            behead(ys = d.to_vec()) >> late(c = b) >> step_2: late(a = e, c = e),
                        } -> [a as u, e, c]
                            >> try { add_one -> [a] >> behead(ys = u.to_vec()) } else |e| { rows(b) -> [grid] } -> [a as g]
                            >> late(a = b, c = b) -> [a, c as g],
                    } -> [g, a as e],
            } -> [],
        }
            >> add_one(a = a)
            >> repeat(max = 2) { mix(b = a) } until(d % 4 == 1)
    }
}
#[tokio::test]
async fn p174_gives() {
    check!(p174(68), Ok(P174Output { d: 276 }), 10..=14, ["b[0]/e[0]/a[0]/step_1", "b[1]/e[0]/a[0]/step_1"]);
}

pipeline! {
    fn p175(b: i64) {
        parallel { digits(a = b) -> [b as f], turn(c = b, d = b) }
    }
}
#[tokio::test]
async fn p175_gives() {
    check!(p175(0), Ok(P175Output { f: 0, a: 0, b: 0, d: 0 }), 2..=2, []);
}

pipeline! {
    fn p176(b: i64) {
        step_1: mix(a = b + 8, b) -> [d]
            >> mix(a = { let first = d * 6; first - b })
            >> turn(b = d, c = b + 8)
    }
}
#[tokio::test]
async fn p176_gives() {
    check!(p176(0), Ok(P176Output { a: 440, b: 440, d: 864 }), 3..=3, []);
}

pipeline! {
    fn p177(c: &i64, ys: Vec<i64>) {
        repeat(max = 3) {
            by_1: match c {
                0 => match ys.iter().max() {
                    Some(xs) => push(xs = ys.to_vec(), a = xs),
                    None => up_to(a = ys.iter().map(|item| item % 10).sum::<i64>())
                        >> step_2: turn(b = ys.len() as i64, d = c),
                    _ => p156(xs = ys, a = c, b = ys.len() as i64),
                } -> [c],
                _ => group_3: {
                    rows(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), b = c)
                        >> mix(a = c, b = c),
                } -> [ys]
                    >> behead -> [ys as b],
            } -> [c],
        } until(c - c < 4)
            >> digits(a = c + 3)
            >> blend(c, d = b)
            >> match &ys[..] {
                [m, .., n] => {},
                [] => step_4: blend(c, d = c + 6),
                a if a.len() > 2 => step_5: nth(xs = a),
                _ => step_6: weave(xs = vec![0, 1]),
            } -> [a, a as c]
            >> p141(xs = ys, c = c)
    }
}
#[tokio::test]
async fn p177_gives() {
    check!(p177(&15, vec![47]), Ok(P177Output { a: 6, b: 4 }), 8..=8, []);
}

pipeline! {
    fn p178(grid: Vec<Vec<i64>>, b: i64, a: i64) {
        repeat(max = (b % 3).unsigned_abs() as usize, index as round) {
            group_1: { age(a, round = 2) -> [a as f] >> {} >> step_2: age(round = round + 1) },
        } until(round > 0)
            >> map((vec![b + 3, a * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., e]), xs)) {
                blend(c = a, d = b) -> [a as zs] >> flatten(grid = grid) -> [xs as u],
            }
    }
}
#[tokio::test]
async fn p178_gives() {
    check!(p178(vec![vec![40, 57], vec![4], vec![27, 15, 17, 96], vec![46, 20, 27]], 53, 47), Ok(P178Output { u: vec![vec![40, 57, 4, 27, 15], vec![40, 57, 4, 27, 15]] }), 9..=9, []);
}

pipeline! {
    fn p179(b: i64, ys: Vec<i64>) -> [zs, a as e] {
        p171(a = b * b % 1_009 + 3)
            >> p154(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), c = 0)
            >> halves(ys = ys)
            >> add_one(a = c + 6)
    }
}
#[tokio::test]
async fn p179_gives() {
    check!(p179(40, vec![58, 98, 74, 36]), Ok(P179Output { zs: vec![74, 36], e: 805 }), 6..=6, []);
}

pipeline! {
    fn p180(b: i64, c: i64, ys: &[i64]) {
        step_1: digits(a = c + 4)
            >> zip_up(xs = ys.iter().map(|item| item + 4).collect::<Vec<i64>>()) -> [zs as g]
            >> each_2: map(g as e) {
                map((vec![9, 10].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (b, _), limit = 1) {
                    match &g[..] {
                        [first, n @ ..] => halves(ys = ys.iter().map(|item| item + 3).collect::<Vec<i64>>()),
                        [] => {},
                        n => turn(b = c, d = b) >> step_3: blend(c = c) -> [a],
                    }
                        >> rows(xs = g)
                        >> repeat(max = 2) {
                            negate(b = { let first = c * 4; first - e })
                                >> zip_up(xs = g)
                                >> total(xs = vec![c + 8, e * 2]) -> [c],
                        } until(zs.len() + 1 > ys.len() && zs.len() < 2),
                } -> [ys as zs, grid as d, ys as a],
            }
            >> repeat(max = ys.len(), index as round) { stamp(xs = g) } until(b % 4 == 0)
    }
}
#[tokio::test]
async fn p180_gives() {
    check!(p180(61, 63, &[5, 87]), Ok(P180Output { xs: vec![19, 265, 1] }), 41..=41, []);
}

pipeline! {
    fn p181(c: &i64, xs: Vec<i64>, b: &i64) -> [grid as u, ys as c, xs as h] {
        parallel {
            branch_1: step_2: behead(ys = xs) >> weave(xs = ys) >> add_one(a = c),
            branch_3: negate(b = xs.len() as i64),
        }
            >> rows(xs = xs)
            >> map((xs.iter().map(|item| item + 6).collect::<Vec<i64>>()) as a, index as round) {
                match (a % 2 == 0, c % 3) {
                    (true, 0) => {},
                    (_, a) if a > 0 => parallel {
                        halves(ys = xs)
                            >> p175(b = { let first = b * 3; first - c }) -> [b as e, a as xs, f as u, d],
                        add_one >> age(a = 3 - round as i64) >> step_4: age(round = round),
                    },
                    _ => group_5: { flatten },
                } -> [a],
            } -> [xs as zs, a as ys]
    }
}
#[tokio::test]
async fn p181_gives() {
    check!(p181(&58, vec![60], &5), Ok(P181Output { u: vec![vec![60], vec![61]], c: vec![3], h: vec![60] }), 11..=11, []);
}

pipeline! {
    fn p182(ys: Vec<i64>, a: i64, b: i64) {
        push(xs = ys, a = b)
            >> turn(c = b, d = 3)
            >> map((xs.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>().iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((e, [b, _]), ys)) {
                if !xs.is_empty() && let Some(first) = xs.iter().min() {
                    p147(a = b, c = { let first = b * 5; first - a }) -> [b as grid],
                } -> [ys]
                    >> add_one
                    >> map((xs.iter().map(|item| item + 1).collect::<Vec<i64>>()) as a) {
                        try { negate(b = d) } else { mix(a = a + 5) >> half(a = { let first = d * 3; first - a }) },
                    } -> [a as c, b as f],
            }
            >> mix(a = 9)
            >> halves -> [zs as a, xs]
    }
}
#[tokio::test]
async fn p182_gives() {
    check!(p182(vec![99, 71, 30], 18, 53), Ok(P182Output { a: vec![71, 30], xs: vec![99] }), 69..=69, []);
}

pipeline! {
    fn p183(a: &i64) {
        mix(b = { let first = a * 4; first - a }) -> [d as f]
            >> try { half(a = a) -> [b] } else |e| {
                p175(b = f) -> [a, f as xs, d]
                    >> map((vec![5, 6]) as e, index as round) {
                        attempt_1: try { half >> late(a, c = f + 0) >> step_2: half -> [b] } else { blend(c = xs, d = a) >> step_3: half(a = e + 2) -> [b] }
                            >> parallel { up_to(a = b), add_one >> step_4: up_to >> step_5: p175 } -> [f as ys, b as e, xs, d, a as w],
                    } -> [w, e as h, ys, d as u, xs as c, b],
            } -> [a as h, a as c]
    }
}
#[tokio::test]
async fn p183_gives() {
    check!(p183(&32), Ok(P183Output { h: 32, c: 32 }), 2..=2, []);
}

pipeline! {
    fn p184(a: i64, c: i64, ys: Vec<i64>) {
        p155
    }
}
#[tokio::test]
async fn p184_gives() {
    check!(p184(80, 3, vec![]), Err(("p155/behead", "nothing to take")), 1..=1, ["p155/behead"]);
}

pipeline! {
    fn p185(grid: &[Vec<i64>], b: i64, a: i64) {
        step_1: up_to(a = a * b % 1_009 + 5)
    }
}
#[tokio::test]
async fn p185_gives() {
    check!(p185(&[vec![99], vec![29, 6], vec![14, 71, 27, 26], vec![85, 21, 59, 86]], 62, 32), Ok(P185Output { xs: vec![] }), 1..=1, []);
}

pipeline! {
    fn p186(ys: Vec<i64>) {
        zip_up(xs = ys, ys = ys.to_vec()) >> p150(a = b)
    }
}
#[tokio::test]
async fn p186_gives() {
    check!(p186(vec![92, 71]), Ok(P186Output { b: 6 }), 12..=12, ["p150/p139/ys[0]/step_1"]);
}

pipeline! {
    fn p187(ys: Vec<i64>) {
        total(xs = ys.iter().map(|item| item + 9).collect::<Vec<i64>>())
    }
}
#[tokio::test]
async fn p187_gives() {
    check!(p187(vec![]), Ok(P187Output { c: 0 }), 1..=1, []);
}

pipeline! {
    fn p188(ys: &[i64], xs: Vec<i64>) -> [xs as u] {
        weave
    }
}
#[tokio::test]
async fn p188_gives() {
    check!(p188(&[84], vec![55, 40, 8]), Ok(P188Output { u: vec![55, 40, 8] }), 1..=1, []);
}

pipeline! {
    fn p189(c: &i64) {
        up_to(a = c)
    }
}
#[tokio::test]
async fn p189_gives() {
    check!(p189(&93), Ok(P189Output { xs: vec![0] }), 1..=1, []);
}

pipeline! {
    fn p190(ys: Vec<i64>, a: &i64) {
        behead(ys = ys.to_vec())
            >> p145(b = a) -> [f, a]
            >> map((vec![6, 7].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (a, _), limit = 1) {
                try {
                    push(xs = ys.to_vec(), a = ys.iter().map(|item| item % 10).sum::<i64>())
                        >> double(a = 8)
                        >> behead(ys = ys),
                } else |why| {} -> [ys]
                    >> late(c = 5),
            } -> [a as h, c as zs, ys as e]
            >> repeat(max = 2, index as round) {
                map(zs as b) {
                    {
                        each_1: map(zs as b, index as round, on_error = collect) {
                            stamp(xs = vec![3, 4], round = round) -> [xs as g]
                                >> age(a = f, round = zs.len())
                                >> nth(xs = h.iter().map(|item| item + 2).collect::<Vec<i64>>(), b = ys.len() as i64) -> [d],
                        } -> [d as result_2]
                            >> blame_3: blame(results = result_2)
                            >> sift_4: sift(results = result_2, others = result_2),
                    }
                        >> {
                            map(zs as e, on_error = collect) {
                                age(a = a) >> up_to(a = a) -> [xs] >> behead(ys = ys),
                            } -> [],
                        }
                        >> turn(d = { let first = a * 5; first - a }) -> [b as h, d, a],
                } -> [h as xs, zs as d, a as grid]
                    >> stamp,
            } until(f % 4 == 1)
    }
}
#[tokio::test]
async fn p190_gives() {
    check!(p190(vec![14, 15, 62], &88), Err(("map[1]/late", "7 and 5 came late")), 10..=10, ["map[1]/late"]);
}

pipeline! {
    fn p191(ys: &[i64], b: i64) -> [zs] {
        halves(ys)
    }
}
#[tokio::test]
async fn p191_gives() {
    check!(p191(&[23, 36, 21, 67], 26), Ok(P191Output { zs: vec![21, 67] }), 1..=1, []);
}

pipeline! {
    fn p192(ys: &[i64], a: i64, b: i64) {
        up_to >> p165(c = a)
    }
}
#[tokio::test]
async fn p192_gives() {
    check!(p192(&[44, 59, 35], 68, 49), Ok(P192Output { grid: vec![] }), 11..=11, []);
}

pipeline! {
    fn p193(ys: &[i64]) {
        {
            by_1: match &ys[..] {
                [] => weave(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) -> [ys as a]
                    >> group_2: { weave(ys = a, xs = vec![3, 4]) },
                rest if rest.len() > 2 => {},
                [e] => {} -> [ys],
                rest => {},
            },
        }
            >> map((ys.to_vec().iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., c]), ys), limit = 2) {
                digits(a = ys.len() as i64),
            } -> [b as e, c as zs]
    }
}
#[tokio::test]
async fn p193_gives() {
    check!(p193(&[8, 71]), Ok(P193Output { e: vec![0, 0], zs: vec![2, 2] }), 2..=2, []);
}

pipeline! {
    fn p194(c: i64, a: &i64, ys: Vec<i64>) -> [c as u, zs as grid, a as f] {
        weave(ys, xs = vec![3, 4])
            >> rows(xs = vec![8, 9], b = c)
            >> digits(a = c)
            >> heads(grid = grid) -> [c, zs]
    }
}
#[tokio::test]
async fn p194_gives() {
    check!(p194(29, &90, vec![92, 86]), Ok(P194Output { u: 2, grid: vec![8, 9], f: 90 }), 4..=4, []);
}

pipeline! {
    fn p195(xs: Vec<i64>, grid: Vec<Vec<i64>>, ys: Vec<i64>) -> [ys, e] {
        behead(ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
            >> total(xs = ys) -> [c as e]
    }
}
#[tokio::test]
async fn p195_gives() {
    check!(p195(vec![46, 84], vec![vec![44]], vec![]), Err(("behead", "nothing to take")), 1..=1, ["behead"]);
}

pipeline! {
    fn p196(ys: &[i64], b: i64, grid: &[Vec<i64>]) -> [c, a] {
        if b % 2 == 1 { late(a = b, c = b) } >> step_1: late(a = { let first = b * 3; first - b }, c = b)
    }
}
#[tokio::test]
async fn p196_gives() {
    check!(p196(&[92], 68, &[vec![52], vec![31, 75]]), Err(("step_1", "136 and 68 came late")), 1..=1, ["step_1"]);
}

pipeline! {
    fn p197(xs: Vec<i64>) {
        p188(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>(), xs = xs.iter().map(|item| item + 2).collect::<Vec<i64>>())
    }
}
#[tokio::test]
async fn p197_gives() {
    check!(p197(vec![30, 48]), Ok(P197Output { u: vec![32, 50] }), 1..=1, []);
}

pipeline! {
    fn p198(grid: &[Vec<i64>]) {
        try { behead(ys = vec![9, 10]) } else |why| {
            parallel {
                flatten
                    >> map(xs as e, index as round) {
                        age(a = format!("{why:#}").len() as i64, round = round + 1)
                            >> add_one
                            >> bury(error = why),
                    },
                branch_1: step_2: flatten,
                branch_3: bury(error = why) -> [c as zs, d as a],
            },
        }
            >> {}
            >> step_4: flatten(grid)
            >> zip_up(xs = xs, ys = xs) -> [b]
            >> each_5: map(xs as e) {
                rows(b) -> [grid]
                    >> digits(a = b)
                    >> if b - c < 2 {
                        mix(a = xs.len() as i64)
                            >> {
                                p195(grid, ys = xs) -> [ys]
                                    >> double(a = c) -> [b as zs]
                                    >> halves -> [zs, xs as e],
                            },
                    } -> [grid],
            } -> [grid as d]
    }
}
#[tokio::test]
async fn p198_gives() {
    check!(p198(&[vec![], vec![14, 5, 89], vec![1, 90]]), Ok(P198Output { d: vec![vec![vec![14, 5, 89, 1, 90]], vec![vec![14, 5, 89, 1, 90]], vec![vec![14, 5, 89, 1, 90]], vec![vec![14, 5, 89, 1, 90]], vec![vec![14, 5, 89, 1, 90]]] }), 38..=38, []);
}

pipeline! {
    fn p199(ys: Vec<i64>, b: i64, grid: Vec<Vec<i64>>) {
        digits(a = ys.len() as i64) -> [c]
            >> halves
            >> attempt_1: try { behead(ys = ys) } else |a| {
                try {
                    nth
                        >> try { step_2: nth(b = c) >> {} >> push(a = a.message().len() as i64) } else |a| { mix(a = d) -> [d as f] }
                        >> weigh(error = a, a = d),
                } else |error| {}
                    >> zip_up(xs),
            }
            >> up_to(a = c) -> [xs]
            >> p172(grid = grid, b = c, xs = xs)
    }
}
#[tokio::test]
async fn p199_gives() {
    check!(p199(vec![57, 58], 27, vec![vec![53, 10, 73, 58], vec![54, 20, 95, 27]]), Ok(P199Output { f: vec![vec![0, 1], vec![0, 1]], g: 7, w: vec![vec![0, 1], vec![0, 1]] }), 12..=12, []);
}
