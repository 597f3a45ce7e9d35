// Written by cluster.py from the seed 11; not to be edited.
use super::{check, tasks::*};
use runnable::prelude::*;

pipeline! {
    fn p0(ys: Vec<i64>, xs: Vec<i64>) {
        zip_up
            >> match &xs[..] {
                m if m.len() > 2 => match b {
                    0 => {},
                    last @ 2..=40 => blend(c = b, d = last) -> [a],
                    xs if xs % 3 == 1 => {},
                    xs => push(xs = ys, a = xs) -> [xs]
                        >> {}
                        >> map((ys) as e, limit = 3) { up_to(a = b) -> [xs] >> grow(xs = m, a = b) } -> [zs as c, ys as f]
                        >> negate(b = { let first = b * 8; first - b }),
                },
                [n] => {} -> [ys, ys as u],
                [n, m @ ..] => {},
                m => if let [e, m @ ..] = &m[..] && e % 2 == 0 { rows(xs = ys, b) -> [grid as w] } else if b % 3 == 1 {
                    if zs.is_empty() { half(a = 0) } else if let [rest, b @ ..] = &m[..] && rest % 2 == 0 {} else if let [n, last @ ..] = &m[..] && n % 2 == 0 { total(xs = m) } else { late(a = { let first = b * 2; first - b }, c = b + 6) >> step_1: rows },
                } -> [xs as f],
            } -> [ys, ys as b]
    }
}

pipeline! {
    fn p1(grid: &[Vec<i64>]) {
        try {
            {
                map((vec![7_i64, 8].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (a, _), limit = 3, on_error = collect) {
                    group_1: { half >> step_2: half(a = a * b % 1_009 + 9) >> late(a = a, c = b) -> [a] }
                        >> behead(ys = vec![2_i64, 3]),
                } -> [],
            }
                >> half(a = 4),
        } else {}
            >> flatten(grid = grid)
            >> heads(grid)
    }
}

pipeline! {
    fn p2(b: &i64, xs: Vec<i64>, c: &i64) {
        try {
            map(xs as a) {
                behead(ys = xs.iter().map(|item| item + 8).collect::<Vec<i64>>())
                    >> try { nth(xs = ys, b = b) >> rows } else { step_1: behead(ys = ys) >> step_2: behead } -> [ys as b]
                    >> step_3: late(c = 8),
            } -> [c as g, a as d],
        } else {} -> [b as d]
            >> step_4: negate(b)
            >> zip_up(ys = xs)
    }
}

pipeline! {
    fn p3(a: i64) {
        repeat(max = (a % 3).unsigned_abs() as usize, index as round) {
            double >> negate(b = { let first = a * 7; first - b }),
        } until(c % 2 == 1) -> [c as d]
            >> turn(b = a, c = a, d = 1)
            >> mix(a)
            >> attempt_1: try { half(a = a) >> late(a, c = b * d % 1_009 + 4) } else { {} -> [b] } -> [a, b as c]
            >> {
                map((vec![b + 1, a * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((c, [e, _]), xs), on_error = collect) {
                    try {
                        match a { 1 | 2 => {}, 0 => step_2: half, _ => {} }
                            >> parallel {
                                branch_3: turn(b = d * a % 1_009 + 9),
                                branch_4: behead(ys = xs) >> step_5: half(a = b) -> [b as grid],
                                branch_6: late(a = { let first = b * 2; first - d }, c = 8) -> [a as f, c],
                            },
                    } else { nth }
                        >> step_7: late
                        >> step_8: nth(xs) -> [d],
                } -> [d as result_9]
                    >> sift_10: sift(results = result_9, others = result_9),
            }
    }
}

pipeline! {
    fn p4(a: i64) -> [b, a] {
        turn(b = a * a % 1_009 + 3, c = a, d = a + 5) -> [b as ys, a as f]
            >> if f % 3 == 1 {
                again_1: repeat(max = 3) {
                    repeat(max = 3, index as i) { add_one(a) -> [a as u] >> step_2: add_one(a) } until(u % 4 == 0)
                        >> up_to(a = ys * ys % 1_009 + 3),
                } until(xs.len() + 1 > xs.len() && xs.len() < 4),
            } else {
                {
                    map((vec![9_i64, 10]) as e, on_error = collect) {
                        group_3: { late(c = ys + 9) >> step_4: add_one(a = a) -> [a as h] },
                    } -> [h as result_5]
                        >> sift_6: sift(results = result_5, others = result_5),
                }
                    >> try {
                        half(a = ys)
                            >> each_7: map(xs as b, index as round) {
                                double(a = xs.len() as i64) -> [b as grid] >> half >> step_8: behead(ys = xs),
                            } -> [grid, ys as u]
                            >> halves(ys = grid),
                    } else {}
                    >> each_9: map((vec![c + 6, f * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., a]), ys), limit = 1, index as round) {
                        half -> [b as grid] >> {} >> stamp >> age(round = round),
                    } -> [a as grid],
            }
            >> step_10: turn(b = a + 4, c = f, d = ys)
    }
}

pipeline! {
    fn p5(b: i64, grid: Vec<Vec<i64>>, ys: &[i64]) {
        negate
            >> {
                map(ys as a, limit = 2, on_error = collect) { late >> step_1: digits } -> [b as result_2, c as result_3]
                    >> sift_4: sift(results = result_2, others = result_3),
            }
            >> repeat(max = (b % 3).unsigned_abs() as usize) {
                map(ys as b) {
                    map((vec![c + 3, b * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., c]), ys), index as i) {
                        stamp(round = i) >> age(a = b, round = i + 1) -> [a as grid],
                    } -> [grid as g, c as d]
                        >> add_one(a = d.iter().map(|item| item % 10).sum::<i64>()) -> [a],
                }
                    >> step_5: total
                    >> match a.first() {
                        None => step_6: add_one(a = c),
                        Some(last) => {} -> [b as ys],
                        _ => match ys.last().copied() {
                            Some(rest) if rest % 2 == 0 => total,
                            None => {},
                            _ => {},
                        },
                    } -> [c],
            } until(a.len() + 1 > a.len() && a.len() < 3)
            >> double(a = 3)
    }
}

pipeline! {
    fn p6(c: i64, xs: Vec<i64>, b: i64) {
        parallel {
            branch_1: try {
                match (b % 2 == 0, b % 3) {
                    (true, n) => weave(ys = xs, xs = xs) -> [ys as h],
                    (true, 0) => late(a = c + 0, c = c) -> [c as w] >> step_2: digits(a = b),
                    (_, n) if n > 0 => {},
                    _ => behead(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
                        >> {}
                        >> step_3: behead,
                } -> [b, c as g]
                    >> mix(a = { let first = g * 8; first - b }),
            } else {
                map(xs as a, index as round, limit = 3) {
                    total(xs = xs) >> halves(ys = xs.to_vec()) -> [xs as g] >> age(round = round) -> [a],
                },
            } -> [c],
            zip_up(ys = xs) -> [b as h, zs as g],
        } -> [c as xs, g as e]
            >> step_4: digits(a = c * b % 1_009 + 9)
    }
}

pipeline! {
    fn p7(ys: &[i64]) -> [xs] {
        match ys.first() {
            Some(e) if e % 2 == 0 => zip_up(xs = ys) >> half(a = b) -> [b],
            None => {},
            Some(e) => match e { 0 => {} -> [ys], _ => digits(a = e) }
                >> map(ys as e, index as i) {
                    by_1: if e % 2 == 1 { stamp(xs = ys, round = i) >> step_2: stamp(round = i) -> [xs] } else if e - e < 4 { step_3: stamp(xs = ys, round = i) } else {
                        total(xs = ys) -> [c]
                            >> {}
                            >> step_4: stamp(xs = ys, round = i)
                            >> age(a = c, round = i),
                    } -> [e as w]
                        >> stamp(xs = ys, round = i + 1)
                        >> age(a = w, round = i),
                },
            _ => {},
        } -> [ys as xs]
    }
}

pipeline! {
    fn p8(b: i64, grid: &[Vec<i64>], a: i64) {
        negate
            >> up_to
            >> by_1: if c % 2 == 1 {} else { push(xs = xs, a) } -> [xs]
            >> {
                blend(c = b, d = a)
                    >> {
                        map((xs.iter().map(|item| item + 3).collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (b, _), on_error = collect) {
                            { nth(b = b + 0) >> step_2: nth >> mix(a = c) }
                                >> double(a)
                                >> step_3: nth(xs = vec![1_i64, 2]),
                        } -> [d as result_4]
                            >> sift_5: sift(results = result_4, others = result_4),
                    }
                    >> try {
                        map(xs as b) {
                            half(a = xs.iter().map(|item| item % 10).sum::<i64>()) >> double,
                        } -> [a as h, b as w]
                            >> repeat(max = 2, index as round) { nth(b = c) -> [d] >> age } until(c % 4 == 0),
                    } else {},
            } -> [b, b as e]
            >> grow(xs = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
    }
}

pipeline! {
    fn p9(a: i64) -> [b, xs] {
        map((vec![a + 6, a * 2]) as e, limit = 4) { step_1: double }
            >> map(b as a, limit = 1) { behead(ys = b.to_vec()) >> { up_to } }
    }
}

/// Checks every pipeline.
pub(super) async fn each(all: &mut super::All) {
    check!(all, P0, p0(vec![], vec![68]), Ok(P0Output { ys: vec![], b: vec![] }));
    check!(all, P1, p1(&[vec![49], vec![1, 22], vec![4, 94], vec![48]]), Ok(P1Output { zs: vec![49, 1, 4, 48], c: 4 }));
    check!(all, P2, p2(&61, vec![57, 18, 22], &51), Ok(P2Output { zs: vec![171, 54, 66], b: 6 }));
    check!(all, P3, p3(8), Ok(P3Output { xs: vec![], c: 2 }));
    check!(all, P4, p4(76), Err(("each_9[0]/half", "3 is refused")));
    check!(all, P5, p5(47, vec![], &[94, 75]), Ok(P5Output { b: 6 }));
    check!(all, P6, p6(97, vec![55], 32), Ok(P6Output { b: 8, c: 6 }));
    check!(all, P7, p7(&[40, 9, 32]), Ok(P7Output { xs: vec![40, 9, 32] }));
    check!(all, P8, p8(24, &[vec![24, 90, 89], vec![38, 39], vec![66, 83], vec![3]], 48), Ok(P8Output { ys: vec![48] }));
    check!(all, P9, p9(99), Ok(P9Output { b: vec![198, 198], xs: vec![vec![0, 1], vec![0, 1]] }));
}
