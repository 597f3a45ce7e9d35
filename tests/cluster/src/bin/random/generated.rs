// Written by cluster.py from the seed 11; not to be edited.
use super::{check, tasks::*};
use runnable::prelude::*;

pipeline! {
    fn p0(ys: Vec<i64>, xs: Vec<i64>) -> [xs as u, ys as c, zs, b as d] {
        zip_up
            >> match &xs[..] {
                m if m.len() > 2 => map((zs) as e) {
                    again_1: repeat(max = 2, index as i) {
                        step_2: age(a = b, round = i) -> [a]
                            >> zip_up(ys = xs.iter().rev().chain(m.iter()).take(5).copied().collect::<Vec<i64>>())
                            >> step_3: stamp(round = i),
                    } until(b % 3 == 1),
                } -> [xs as g],
                [n] => step_4: zip_up -> [b, zs] >> halves,
                [n, m @ ..] => blend(c = 7, d = b),
                m => step_5: blend(c = 5, d = ys.len() as i64),
            }
    }
}

pipeline! {
    fn p1(b: &i64, ys: &[i64]) -> [a as f, ys, xs as d, zs as b] {
        map((vec![b + 5, b * 2]) as b, index as round) {
            map(ys as b, limit = 4) {
                repeat(max = ys.len(), index as b) { weave(ys, xs = ys) } until(ys.is_empty()) -> [ys]
                    >> zip_up(xs = ys.iter().map(|item| item + 3).collect::<Vec<i64>>())
                    >> parallel {
                        branch_1: age(a = ys.len() as i64),
                        blend(c = b, d = 7 - round as i64)
                            >> stamp(xs = ys.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>(), round)
                            >> step_2: stamp,
                        branch_3: mix(a = b + 4)
                            >> stamp(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
                            >> age(a = b, round = round) -> [a as grid],
                    },
            },
        }
            >> total(xs = ys)
            >> heads -> [zs, c as a]
    }
}

pipeline! {
    fn p2(grid: &[Vec<i64>], a: &i64) {
        both_1: parallel {
            branch_2: try { mix(b = a) -> [d] >> half -> [b] } else {
                late(c = a) -> [a, c as g]
                    >> map(grid as e, limit = 3) {
                        heads -> [c, zs] >> negate(b = a) >> blend(c = c, d = g) -> [a as xs],
                    },
            },
            try { heads >> { half } } else {
                group_3: { heads(grid = grid) >> total(xs = zs) }
                    >> if a % 3 == 1 {}
                    >> try { double -> [b] >> add_one } else { step_4: double -> [b] >> flatten(grid = grid) -> [xs] } -> [a as u, a],
            }
                >> late(c = { let first = a * 3; first - a })
                >> step_5: flatten,
        }
    }
}

pipeline! {
    fn p3(b: i64, a: &i64, ys: &[i64]) -> [a, c] {
        map((ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (a, _)) {
            try {
                late(c = a)
                    >> map((vec![c + 4, b * 2]) as e, limit = 4) { behead >> step_1: behead(ys = ys) } -> [ys as grid]
                    >> try { step_2: half -> [b] } else {},
            } else {
                attempt_3: try { mix(b = b) -> [d as u] >> up_to } else { total(xs = ys) >> negate >> step_4: total(xs = ys) -> [c] },
            } -> [b]
                >> mix
                >> double -> [b],
        } -> [b as xs, b as h]
            >> try { double >> {} >> up_to(a = 7) -> [xs as d] } else {}
            >> map((h.iter().map(|item| item + 8).collect::<Vec<i64>>()) as e, limit = ys.len() + 1) {
                total -> [c],
            } -> [c]
    }
}

pipeline! {
    fn p4(grid: &[Vec<i64>], a: i64) -> [grid, grid as a] {
        attempt_1: try { half(a = 5) >> step_2: half -> [b as zs] } else {
            by_3: match a {
                n @ 2..=40 => up_to,
                e => map((vec![e + 7, a * 2]) as a, limit = 2) { half(a = a) -> [b] },
            } -> [grid],
        }
    }
}

pipeline! {
    fn p5(grid: &[Vec<i64>]) {
        heads(grid = vec![vec![1_i64], vec![]]) -> [zs as g, c as e]
            >> if e % 2 == 0 { total(xs = g) >> { step_1: heads -> [zs, c as ys] } } -> [grid as a]
            >> repeat(max = 1, index as b) {
                try {
                    behead(ys = g)
                        >> {
                            map(g as a, limit = g.len() + 1, on_error = collect) {
                                stamp(xs = ys, round = b),
                            } -> [],
                        },
                } else {} -> [g],
            } until(e - e < 4) -> [a as h]
            >> {}
            >> negate(b = e)
            >> step_2: negate(b = { let first = c * 8; first - e })
    }
}

pipeline! {
    fn p6(b: &i64) {
        late(a = b, c = b * b % 1_009 + 5)
            >> try {
                step_1: half(a = a)
                    >> {
                        map((vec![2_i64, 3]) as a, index as round, limit = 4, on_error = collect) {
                            parallel {
                                negate(b = a * c % 1_009 + 6) >> age(a = c, round),
                                up_to(a = a),
                                branch_2: step_3: half
                                    >> turn(c = a, d = { let first = a * 9; first - b }) -> [a as zs, d, b],
                            }
                                >> again_4: repeat(max = 4, index as round) {
                                    nth -> [d]
                                        >> push(a = { let first = d * 1; first - d }) -> [xs as grid]
                                        >> half,
                                } until(grid.is_empty())
                                >> behead(ys = vec![zs + 6, a * 2]),
                        } -> [],
                    },
            } else {} -> [b as d]
            >> blend
            >> step_5: blend(c = d, d = 1)
    }
}

pipeline! {
    fn p7(xs: &[i64]) {
        map(xs as a) {
            parallel {
                double(a = xs.len() as i64),
                branch_1: match a {
                    n @ 2..=40 => half >> behead(ys = xs) >> mix -> [d],
                    xs if xs - a < 3 => p4(grid = vec![vec![4_i64], vec![]], a) -> [a],
                    0 => grow >> step_2: double >> total(xs = vec![a + 0, a * 2]),
                    _ => negate(b = a),
                } -> [xs],
            } -> [xs, b]
                >> zip_up(ys = xs)
                >> parallel { mix(a = a, b) >> up_to, branch_3: total -> [c as a] },
        } -> [zs as c]
    }
}

pipeline! {
    fn p8(grid: &[Vec<i64>]) -> [xs] {
        each_1: map((vec![7_i64, 8].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (.., b), index as round) {
            step_2: p4(grid = grid, a = b) -> [a as f, grid as h]
                >> map((vec![0_i64, 1]) as b, limit = 4) {
                    attempt_3: try { half(a = b) } else { digits(a = b) -> [c as grid] } -> [b]
                        >> try { add_one(a = b) } else { age(a = b) >> step_4: age(round = round + 1) } -> [a as ys]
                        >> step_5: age(a = 7 - round as i64),
                }
                >> add_one(a = 7),
        }
            >> by_6: if true { flatten >> total } -> [grid]
            >> behead(ys = a.iter().map(|item| item + 3).collect::<Vec<i64>>()) -> [ys]
            >> flatten(grid = grid) -> [xs]
    }
}

pipeline! {
    fn p9(xs: Vec<i64>, a: i64, c: &i64) {
        up_to -> [xs as b]
            >> try {
                late(a = c, c)
                    >> {
                        map((vec![c + 2, c * 2]) as e, on_error = collect) {
                            if !b.is_empty() && let Some(last) = b.iter().min() {
                                p4(grid = vec![xs.to_vec(), vec![7]]) -> [a, grid as e],
                            } -> [xs],
                        } -> [],
                    },
            } else { {} -> [c as xs] } -> [a]
            >> try {
                map(b as a) {
                    weave(ys = xs.iter().rev().chain(b.iter()).take(5).copied().collect::<Vec<i64>>()),
                },
            } else { step_1: up_to }
    }
}

/// Checks every pipeline.
pub(super) async fn each(all: &mut super::All) {
    check!(all, P0, p0(vec![99, 78], vec![62, 32, 1, 47]), Ok(P0Output { u: vec![62, 32, 1, 47], c: vec![99, 78], zs: vec![260, 188], d: 6 }));
    check!(all, P1, p1(&41, &[]), Ok(P1Output { f: 2, ys: vec![], d: vec![vec![], vec![]], b: vec![-1, -1] }));
    check!(all, P2, p2(&[], &62), Ok(P2Output { xs: vec![] }));
    check!(all, P3, p3(43, &4, &[20, 8]), Ok(P3Output { a: 4, c: vec![32, 32, 32, 32] }));
    check!(all, P4, p4(&[vec![58, 62, 70], vec![17], vec![16, 58]], 60), Ok(P4Output { grid: vec![vec![58, 62, 70], vec![17], vec![16, 58]], a: vec![vec![58, 62, 70], vec![17], vec![16, 58]] }));
    check!(all, P5, p5(&[]), Ok(P5Output { c: 18 }));
    check!(all, P6, p6(&56), Ok(P6Output { a: 51 }));
    check!(all, P7, p7(&[44, 86]), Ok(P7Output { c: vec![vec![132, 258], vec![132, 258]] }));
    check!(all, P8, p8(&[vec![27, 41, 93, 86], vec![91, 61]]), Ok(P8Output { xs: vec![27, 41, 93, 86, 91] }));
    check!(all, P9, p9(vec![56, 53, 49, 84], 68, &91), Ok(P9Output { xs: vec![56, 53, 49, 84] }));
}
