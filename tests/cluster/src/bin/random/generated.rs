// Written by cluster.py from the seed 11; not to be edited.
use super::{check, tasks::*};
use runnable::prelude::*;

pipeline! {
    fn p0(c: i64, grid: Vec<Vec<i64>>, a: &i64) {
        blend(d = a)
            >> double(a = a)
            >> if a % 3 == 1 {
                parallel {
                    negate(b = a * a % 1_009 + 3),
                    branch_1: flatten -> [xs],
                    late -> [a, c as zs],
                }
                    >> try {
                        map((0..3_i64) as b) { late(a, c = zs + 3) } -> [grid as u, a as ys, c as e],
                    } else { nth }
                    >> both_2: parallel {
                        branch_3: zip_up(ys = xs),
                        branch_4: { negate(b = b + 5) } -> [grid],
                    },
            }
    }
}

pipeline! {
    fn p1(a: i64, ys: Vec<i64>, c: i64) {
        turn(b = a, c = c, d = c)
            >> repeat(max = 4, index as b) {
                map((ys.to_vec()) as b, limit = 2) {
                    by_1: match (a % 2 == 0, a % 3) {
                        (true, 0) => {},
                        (_, rest) if rest > 0 => {},
                        (true, rest) => {},
                        _ => up_to -> [xs as a],
                    } -> [ys as h]
                        >> nth(xs = h.to_vec()) -> [d]
                        >> step_2: rows(xs = ys, b = ys.len() as i64),
                }
                    >> add_one(a = ys.len() as i64),
            } until(ys.is_empty())
            >> try { digits(a) } else { add_one(a = ys.iter().map(|item| item % 10).sum::<i64>()) -> [a] }
            >> halves
            >> zip_up
    }
}

pipeline! {
    fn p2(a: i64, grid: &[Vec<i64>], xs: Vec<i64>) {
        { total }
            >> heads(grid) -> [c as xs, zs as w]
            >> turn(b = a + 0, c = c, d = a)
            >> each_1: map(grid as ys) { mix(b = b) } -> [grid as g, d as e]
    }
}

pipeline! {
    fn p3(grid: Vec<Vec<i64>>, xs: Vec<i64>, c: &i64) {
        map(xs as e, limit = 4) {
            late(a = { let first = c * 9; first - e }, c = e) -> [c, a as f],
        } -> [c as b, xs as w, c as e]
            >> {}
            >> repeat(max = 2, index as b) {
                parallel {
                    branch_1: p2(a = { let first = c * 9; first - c }) >> blend(d = 6) >> age(round = 2),
                    branch_2: repeat(max = 3) { stamp(xs = e, round = 2) } until(c - c < 4),
                }
                    >> by_3: match e { b if b.len() > 1 => late, _ => {} -> [grid] } -> [a, grid as g, c as zs, a as d],
            } until(d % 4 == 1) -> [g, xs]
            >> turn(b = c, c = { let first = c * 3; first - c }, d = c + 6)
            >> if a - b < 2 { {} -> [grid, grid as b] } -> [g as h, grid]
    }
}

pipeline! {
    fn p4(xs: Vec<i64>) -> [b as a, c as g] {
        group_1: {
            parallel {
                branch_2: {
                    zip_up(xs, ys = xs) >> up_to(a = b) -> [xs] >> blend(c = b, d = b * b % 1_009 + 3),
                }
                    >> late(a = a, c = a),
                behead(ys = xs) -> [ys as h],
                branch_3: halves(ys = xs)
                    >> try {
                        total(xs = zs.iter().map(|item| item + 8).collect::<Vec<i64>>())
                            >> late(a = zs.iter().map(|item| item % 10).sum::<i64>()),
                    } else {
                        step_4: total >> half(a = zs.iter().map(|item| item % 10).sum::<i64>()),
                    } -> [xs as zs],
            } -> [a, h as u, zs]
                >> weave(ys = zs)
                >> map(u as b, limit = u.len() + 1) {
                    digits
                        >> try {
                            turn(b = b, d = zs.iter().map(|item| item % 10).sum::<i64>())
                                >> nth(xs = vec![a + 6, c * 2]),
                        } else {}
                        >> step_5: digits,
                },
        }
    }
}

pipeline! {
    fn p5(c: i64) {
        mix(a = 0, b = c)
            >> if d % 2 == 1 {
                again_1: repeat(max = 3) {
                    attempt_2: try { blend(c = { let first = d * 5; first - d }) >> behead(ys = vec![1, 2]) } else { double(a = { let first = c * 8; first - d }) -> [b] }
                        >> map((0..3_i64) as a) {
                            p2(grid = vec![vec![6], vec![]], xs = vec![c + 6, a * 2]) -> [g, e as h],
                        } -> [h, g as ys]
                        >> group_3: { late(a = c) },
                } until(a - a < 3) -> [a, c, h as b],
            } else if c - c < 4 {} else { step_4: mix(a = c, b = d) }
            >> up_to(a = c * c % 1_009 + 9) -> [xs]
    }
}

pipeline! {
    fn p6(grid: Vec<Vec<i64>>, a: i64, ys: Vec<i64>) {
        parallel {
            rows(xs = ys, b = a * a % 1_009 + 8),
            branch_1: double(a = ys.len() as i64),
            map(ys as e) {
                mix(b = a * e % 1_009 + 5) >> add_one(a = { let first = a * 7; first - a }),
            } -> [ys as e]
                >> repeat(max = 2, index as round) { stamp(xs = ys, round = ys.len()) >> heads } until(zs.len() + 1 > zs.len() && zs.len() < 4),
        }
            >> again_2: repeat(max = 3) {
                grow(xs = ys, a = b + 9)
                    >> if c % 2 == 1 {
                        step_3: halves
                            >> push(a = a) -> [xs]
                            >> parallel {
                                branch_4: nth(xs = vec![a + 8, c * 2], b) >> double(a = d),
                                weave(xs = xs) -> [ys],
                                digits >> step_5: half -> [b as f] >> step_6: half -> [b as u],
                            } -> [ys as w, u],
                    },
            } until(c - a < 4) -> [b]
    }
}

pipeline! {
    fn p7(a: &i64, xs: Vec<i64>) -> [xs as a] {
        both_1: parallel {
            branch_2: weave(ys = xs) -> [ys as f] >> push,
            try {
                map((0..3_i64) as e, limit = 2) { push(xs = xs) } -> [xs as w]
                    >> try { grow(xs = xs, a = xs.len() as i64) -> [ys] >> total } else { half(a = a) }
                    >> blend(c = xs.len() as i64, d = a),
            } else {},
            branch_3: halves(ys = vec![a + 0, a * 2]) -> [xs as u, zs],
        }
            >> turn(b = a, c = a + 3, d = a)
            >> add_one -> [a as grid]
    }
}

pipeline! {
    fn p8(b: i64) {
        map((vec![b + 4, b * 2]) as a) { negate(b = b) >> up_to >> step_1: negate(b = c) -> [c] }
            >> nth(xs = vec![b + 8, b * 2])
            >> step_2: halves(ys = c)
            >> by_3: if zs.len() + 1 > zs.len() && zs.len() < 2 {
                match xs {
                    last if last.len() > 1 => grow(a = b) -> [ys as g]
                        >> step_4: digits(a = d)
                        >> map(xs as b) { push(a = c) >> halves(ys = vec![3, 4]) >> behead(ys = g) },
                    _ => try { late(a = b, c = d) >> nth } else {} -> [xs],
                } -> [xs, zs]
                    >> turn(c = b) -> [a, b as c]
                    >> step_5: double -> [b as w],
            }
            >> blend(c = b) -> [a]
    }
}

pipeline! {
    fn p9(b: i64, a: i64, ys: &[i64]) -> [e] {
        map(ys as a) {
            {
                map((0..3_i64) as b) {
                    rows(xs = ys.iter().map(|item| item + 8).collect::<Vec<i64>>()),
                },
            }
                >> try {
                    parallel {
                        branch_1: half >> late(c = ys.iter().map(|item| item % 10).sum::<i64>()) -> [c, a],
                        branch_2: half >> nth(xs = ys, b = b) -> [d],
                    }
                        >> half -> [b as d]
                        >> step_3: half -> [b as xs],
                } else {
                    total(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()),
                } -> [grid],
        } -> [a as e]
    }
}

/// Checks every pipeline.
pub(super) async fn each(all: &mut super::All) {
    check!(all, P0, p0(92, vec![vec![6, 15, 39, 41], vec![74]], &15), Ok(P0Output { b: 34, grid: vec![vec![6, 15, 39, 41], vec![74]] }));
    check!(all, P1, p1(13, vec![5, 33, 36, 38], 37), Ok(P1Output { zs: vec![15, 99], b: 6 }));
    check!(all, P2, p2(91, &[vec![25, 82, 77]], vec![46]), Ok(P2Output { g: vec![vec![vec![25, 82, 77]]], e: vec![548] }));
    check!(all, P3, p3(vec![], vec![], &13), Ok(P3Output { h: vec![], grid: vec![] }));
    check!(all, P4, p4(vec![12, 69]), Err(("group_1/branch_2/late", "9916 and 9916 came late")));
    check!(all, P5, p5(91), Ok(P5Output { xs: vec![0] }));
    check!(all, P6, p6(vec![vec![86, 6, 69, 36], vec![13, 86]], 57, vec![90, 4]), Ok(P6Output { b: 4 }));
    check!(all, P7, p7(&93, vec![38, 20]), Ok(P7Output { a: vec![38, 20, 93] }));
    check!(all, P8, p8(80), Ok(P8Output { a: 9647 }));
    check!(all, P9, p9(20, 14, &[]), Ok(P9Output { e: vec![] }));
}
