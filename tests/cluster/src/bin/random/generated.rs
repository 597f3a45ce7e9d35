// Written by cluster.py from the seed 11; not to be edited.
use super::{check, tasks::*};
use runnable::prelude::*;

pipeline! {
    fn p0(a: i64, c: i64, b: i64) -> [w, b, zs as h] {
        negate
            >> {
                repeat(max = 4, index as round) {
                    try { age >> late } else { step_1: age(round = round) >> blend(d = c) }
                        >> step_2: age(a = b),
                } until(a % 3 == 0),
            }
            >> group_3: {
                turn(d = a * a % 1_009 + 1)
                    >> digits
                    >> map((0..3_i64) as b, index as round, limit = 4) {
                        age
                            >> parallel {
                                branch_4: negate,
                                branch_5: half(a = 1 - round as i64) >> turn(c = c, d = d + 9) -> [b, d, a],
                                negate -> [c as u] >> step_6: age(round = round) -> [a as g],
                            },
                    } -> [a as ys, d as w, b as f],
            }
            >> zip_up(xs = w)
    }
}

pipeline! {
    fn p1(ys: Vec<i64>) {
        weave(ys = ys, xs = vec![1, 2])
            >> behead(ys = ys)
            >> halves(ys = ys)
            >> by_1: if ys.is_empty() {
                map(zs as b) { double(a = b) >> rows } -> [grid] >> behead -> [ys as zs],
            }
    }
}

pipeline! {
    fn p2(c: &i64, ys: Vec<i64>, xs: Vec<i64>) {
        step_1: halves
            >> map((xs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>()) as a, limit = 3) {
                half,
            } -> [b]
            >> total
    }
}

pipeline! {
    fn p3(b: &i64) {
        late(a = b, c = b)
            >> try {
                step_1: late(a = a) -> [a]
                    >> add_one
                    >> map((vec![9, 10]) as b) {
                        repeat(max = 1, index as i) { p1(ys = vec![b + 9, c * 2]) } until(c % 2 == 1)
                            >> {}
                            >> {
                                negate(b = 0) -> [c as b]
                                    >> late(a = zs.iter().map(|item| item % 10).sum::<i64>()),
                            },
                    } -> [b as xs, c as grid, a as ys],
            } else { double } -> [b, c]
    }
}

pipeline! {
    fn p4(b: i64, ys: Vec<i64>, a: i64) {
        try {
            if let Some(n) = ys.first() {
                map((vec![3, 4].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((a, [c, _]), xs)) {
                    step_1: grow -> [ys as w],
                },
            }
                >> { late(c = b * b % 1_009 + 2) -> [a, c] },
        } else {}
            >> push(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), a = b * a % 1_009 + 6)
            >> map(ys as a, index as round, limit = ys.len() + 1) {
                match b {
                    e if e % 2 == 1 => age(round = round)
                        >> {}
                        >> step_2: age(round = (b % 3).unsigned_abs() as usize)
                        >> try { behead(ys = xs) >> step_3: behead } else { mix(a = 9 - round as i64, b = e + 4) },
                    1 | 2 => {},
                    a @ 2..=40 => negate -> [c] >> step_4: mix(a),
                    _ => {},
                },
            } -> [ys as grid]
    }
}

pipeline! {
    fn p5(grid: &[Vec<i64>]) {
        repeat(max = 2, index as round) {
            heads(grid = grid)
                >> map((zs.iter().map(|item| item + 9).collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (.., e), limit = 2) {
                    stamp(xs = zs) -> [xs as h]
                        >> by_1: if let [e, m @ ..] = &h[..] && e % 2 == 0 { {} -> [grid] }
                        >> turn(b = e, d = c),
                }
                >> step_2: stamp(xs = vec![3, 4], round) -> [xs as c],
        } until(true)
            >> map((c) as b) {
                grow(xs = c, a = b)
                    >> zip_up(xs = ys.iter().map(|item| item + 4).collect::<Vec<i64>>())
                    >> nth(xs = zs.to_vec(), b = b),
            }
    }
}

pipeline! {
    fn p6(c: i64, b: i64) -> [zs, d as c] {
        map((vec![c + 7, c * 2]) as e, limit = 4) { step_1: add_one(a = b) >> half(a = 4) } -> [b as xs]
            >> halves(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
            >> mix(a = b + 6)
    }
}

pipeline! {
    fn p7(c: i64, b: i64) -> [a, ys] {
        map((vec![b + 5, c * 2]) as b) {
            digits(a = c)
                >> map((0..3_i64) as e, limit = 1) {
                    repeat(max = (b % 3).unsigned_abs() as usize) { step_1: blend(d = b) } until(c % 2 == 1),
                }
                >> halves(ys = a) -> [zs],
        }
            >> repeat(max = 3) {
                blend(d = b) -> [a]
                    >> add_one
                    >> try {
                        step_2: blend(d = a)
                            >> map((vec![c + 8, a * 2].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (c, b), limit = 4) {
                                half(a = b) >> nth(xs = vec![1, 2], b) >> step_3: half(a),
                            } -> [b as ys, d as xs],
                    } else { digits(a = c) } -> [a, c as ys],
            } until(b - a < 2)
    }
}

pipeline! {
    fn p8(grid: &[Vec<i64>]) {
        each_1: map((vec![1, 2]) as a) {
            up_to
                >> rows(xs = xs, b = xs.iter().map(|item| item % 10).sum::<i64>())
                >> attempt_2: try { halves(ys = xs) } else { {} -> [grid] } -> [xs as f],
        }
    }
}

pipeline! {
    fn p9(ys: Vec<i64>, c: i64) {
        repeat(max = 3, index as round) {
            try {
                mix(a = c, b = c) >> map((vec![0, 1]) as b, index as i) { turn } -> [d as e, a, b],
            } else { {} -> [ys] } -> [ys]
                >> each_1: map((ys.iter().map(|item| item + 1).collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (c, _)) {
                    try { half(a = 5) -> [b as a] } else { grow(xs = ys, a = 2 - round as i64) }
                        >> attempt_2: try { half(a = c) -> [b] >> late(a = ys.len() as i64) } else {},
                } -> [c as f]
                >> match f { m if m.len() > 1 => {}, _ => add_one(a = c + 2) } -> [c],
        } until(round > 1)
    }
}

/// Checks every pipeline.
pub(super) async fn each(all: &mut super::All) {
    check!(all, P0, p0(84, 79, 32), Err(("group_3/b[2]/branch_5/half", "-1 is refused")));
    check!(all, P1, p1(vec![77, 93]), Ok(P1Output { zs: vec![77, 93] }));
    check!(all, P2, p2(&39, vec![78, 31, 26, 22], vec![]), Err(("a[0]/half", "31 is refused")));
    check!(all, P3, p3(&35), Ok(P3Output { b: 140, c: 0 }));
    check!(all, P4, p4(56, vec![89, 18, 73, 81], 99), Ok(P4Output { grid: vec![vec![89, 18, 73, 81], vec![89, 18, 73, 81], vec![89, 18, 73, 81], vec![89, 18, 73, 81]] }));
    check!(all, P5, p5(&[vec![], vec![97, 89, 89]]), Ok(P5Output { d: vec![13, 16, 4] }));
    check!(all, P6, p6(93, 28), Ok(P6Output { zs: vec![2, 2], c: 130 }));
    check!(all, P7, p7(61, 8), Ok(P7Output { a: 22, ys: 1 }));
    check!(all, P8, p8(&[vec![37, 9, 67]]), Ok(P8Output { f: vec![vec![], vec![0]] }));
    check!(all, P9, p9(vec![], 47), Ok(P9Output { c: 47 }));
}
