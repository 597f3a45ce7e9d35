// Written by guards.py from the seed 14; not to be edited.
use super::tasks::*;
use runnable::prelude::*;

pipeline! {
    fn p0(grid: &[Vec<i64>]) {
        parallel {
            branch_1: map(grid as xs) { behead(ys = xs) }
                >> step_2: flatten
                >> {
                    map((0..3_i64) as b, index as round, on_error = collect) {
                        repeat(max = (b % 3).unsigned_abs() as usize, index as round) {
                            late(a = 1, c = b),
                        } until(xs.len() + 1 > xs.len() && xs.len() < 4) -> [c, ys, c as b]
                            >> attempt_3: try { behead(ys = xs) -> [ys as u] >> add_one(a = 3) } else |error| {
                                check_5: none_alive >> step_4: behead(ys = xs) -> [ys],
                            } -> [grid],
                    } -> [],
                },
            branch_6: heads
                >> repeat(max = 4, index as round) {
                    repeat(max = 3) { behead(ys = zs) } until(round > 1)
                        >> by_7: if let Some(xs) = zs.first() { blend(d = xs) } else if c - c < 4 { stamp(xs = vec![c + 8, c * 2], round = round) } else {
                            turn(b = c * c % 1_009 + 2, c = c, d = c * c % 1_009 + 1)
                                >> step_8: stamp(xs = ys) -> [xs]
                                >> grow(xs = vec![c + 0, b * 2], a = a),
                        } -> [ys as w],
                } until(c - c < 2) -> [w],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p0_leaves_no_guard() {
    leaves_no_guard!(p0(&[vec![99, 96]]));
}

pipeline! {
    fn p1(b: i64, a: i64) {
        each_1: map((0..3_i64) as a, index as round) {
            attempt_2: try {
                step_3: age(a = { let first = a * 0; first - b }, round)
                    >> map((vec![9, 10]) as b, limit = 1) {
                        half(a = a) >> nth(xs = vec![a + 6, a * 2]),
                    } -> [b as xs, d as c],
            } else |e| {
                check_5: none_alive
                    >> each_4: map((vec![9, 10]) as b) { digits >> age(a = a, round = round) -> [a] } -> [a as grid, c]
                    >> turn(b, c = a, d = a),
            },
        } -> [b as c, a as w, b as u]
            >> parallel {
                nth(xs = u) -> [d]
                    >> step_6: push(xs = c, a = a + 0) -> [xs]
                    >> both_7: parallel {
                        mix,
                        up_to(a = c.iter().map(|item| item % 10).sum::<i64>())
                            >> turn(b = a, c = b) -> [a, b, d as f],
                    },
                branch_8: push(xs = c.iter().map(|item| item + 7).collect::<Vec<i64>>()) -> [xs]
                    >> digits
                    >> step_9: push -> [xs],
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p1_leaves_no_guard() {
    leaves_no_guard!(p1(20, 91));
}

pipeline! {
    fn p2(b: &i64, a: &i64) -> [a as g, b as d] {
        map((vec![a + 9, a * 2]) as e) { add_one >> step_1: add_one } -> [a as h, a as d]
            >> match d {
                first if first.len() > 1 => attempt_2: try {
                    turn(c = a + 4, d = b + 3)
                        >> parallel {
                            mix(b = a + 4) -> [d as b] >> negate >> half,
                            branch_3: behead(ys = h),
                        },
                } else { check_4: none_alive >> {} -> [b] } -> [b],
                first => {},
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p2_leaves_no_guard() {
    leaves_no_guard!(p2(&94, &6));
}

pipeline! {
    fn p3(c: i64, a: i64) {
        {
            map((vec![7, 8]) as e, on_error = collect) {
                attempt_1: try {
                    half(a = e) -> [b as zs]
                        >> parallel { branch_2: half(a = c) >> double -> [b], up_to } -> [b]
                        >> digits(a = a),
                } else {
                    check_9: none_alive
                        >> if e % 2 == 1 { late(a = a, c = e) } else if e % 3 == 1 { step_3: late(a = a) >> step_4: late(a = c) }
                        >> mix(a = 8, b = 1)
                        >> attempt_5: try { step_6: late -> [a, c] >> up_to >> half(a = 2) } else |xs| { check_8: none_alive >> step_7: half(a = 7) },
                },
            } -> [b as result_10, c as result_11]
                >> blame_12: blame(results = result_10)
                >> sift_13: sift(results = result_10, others = result_11),
        }
            >> up_to(a)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p3_leaves_no_guard() {
    leaves_no_guard!(p3(10, 15));
}

pipeline! {
    fn p4(xs: &[i64], grid: &[Vec<i64>]) {
        attempt_1: try {
            total(xs)
                >> repeat(max = xs.len(), index as b) {
                    flatten(grid = vec![xs.to_vec(), vec![4]]) -> [xs]
                        >> stamp(round = b + 1) -> [xs]
                        >> behead(ys = xs.iter().map(|item| item + 5).collect::<Vec<i64>>()) -> [ys],
                } until(c % 2 == 0),
        } else {
            check_5: none_alive
                >> attempt_2: try {
                    repeat(max = 2, index as i) {
                        step_3: late(a = xs.len() as i64, c = 1 - i as i64) -> [a],
                    } until(i > 2),
                } else |error| { check_4: none_alive >> weave(ys = xs, xs = xs) },
        }
            >> weave(ys = xs) -> [ys]
            >> halves
            >> heads -> [zs as h, c as g]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p4_leaves_no_guard() {
    leaves_no_guard!(p4(&[93, 22], &[]));
}

pipeline! {
    fn p5(grid: &[Vec<i64>]) {
        parallel {
            branch_1: heads
                >> again_2: repeat(max = zs.len()) {
                    map(zs as e, limit = 3, index as round) {
                        age(a = c, round) >> up_to >> step_3: age(a = c) -> [a],
                    }
                        >> rows(xs = zs, b = c)
                        >> again_4: repeat(max = 3, index as b) { heads } until(zs.is_empty()),
                } until(c % 4 == 1) -> [zs, grid as f, c, zs as ys],
            branch_5: flatten(grid = grid)
                >> map((xs) as e, index as round) {
                    map(xs as b, index as round, limit = 1) {
                        age(a = b) >> blend(c = xs.iter().map(|item| item % 10).sum::<i64>(), d = b),
                    }
                        >> age(a = xs.len() as i64),
                },
        }
            >> half(a = c)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p5_leaves_no_guard() {
    leaves_no_guard!(p5(&[vec![18, 7, 13], vec![]]));
}

pipeline! {
    fn p6(ys: &[i64]) {
        behead
            >> each_1: map((ys.iter().map(|item| item + 1).collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (e, a), index as round) {
                total(xs = ys) -> [c as d]
                    >> both_2: parallel {
                        branch_3: add_one(a = e) -> [a] >> weave(ys = ys, xs = ys) -> [ys as w],
                        branch_4: map((vec![2, 3]) as a, index as round) { age(a, round) -> [a as grid] } -> [grid, a as u, grid as f],
                        branch_5: up_to(a = d) -> [xs],
                    }
                    >> parallel {
                        digits(a = d) >> stamp,
                        branch_6: repeat(max = 1, index as round) {
                            stamp(xs = u.to_vec(), round = round + 1) -> [xs]
                                >> step_7: stamp(xs = w, round = w.len())
                                >> age,
                        } until(a % 4 == 1) -> [u, a],
                        age(round = round) -> [a as b],
                    } -> [b as ys, xs, u],
            } -> [a as g, xs as d, ys as grid, f, u as w]
            >> halves(ys = ys.iter().map(|item| item + 1).collect::<Vec<i64>>()) -> [zs as w, xs]
            >> step_8: behead -> [ys]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p6_leaves_no_guard() {
    leaves_no_guard!(p6(&[94]));
}

pipeline! {
    fn p7(a: i64, grid: Vec<Vec<i64>>) {
        turn(b = a * a % 1_009 + 1, c = a, d = a) -> [a as f, d as xs, b]
            >> both_1: parallel {
                blend(c = f + 0, d = xs * xs % 1_009 + 3) >> step_2: blend(c = f, d = b),
                branch_3: {
                    each_4: map(grid as ys, index as i, on_error = collect) {
                        age(a, round = i)
                            >> nth(xs = ys) -> [d as g]
                            >> attempt_5: try { age(round = i) >> nth(xs = ys) >> behead(ys = ys.to_vec()) } else |why| { check_6: none_alive >> {} -> [a] },
                    } -> [a as result_7]
                        >> blame_8: blame(results = result_7)
                        >> sift_9: sift(results = result_7, others = result_7),
                },
            }
            >> half(a = a)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p7_leaves_no_guard() {
    leaves_no_guard!(p7(20, vec![vec![58], vec![17]]));
}

pipeline! {
    fn p8(c: i64, xs: &[i64], grid: &[Vec<i64>]) -> [h, ys] {
        attempt_1: try { blend(d = xs.iter().map(|item| item % 10).sum::<i64>()) } else |error| { check_2: none_alive }
            >> repeat(max = 3, index as round) {
                repeat(max = 1, index as round) {
                    age(a = 8, round = round) >> behead(ys = xs) -> [ys as u],
                } until(xs.len() + 1 > xs.len() && xs.len() < 4) -> [u],
            } until(c - c < 3)
            >> rows(b = c)
            >> parallel {
                half(a = c * c % 1_009 + 1) >> map(u as e) { rows(xs = u) } -> [grid as g, grid as zs],
                branch_3: grow(a = c) -> [ys],
            } -> [ys, zs as h, g]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p8_leaves_no_guard() {
    leaves_no_guard!(p8(46, &[22, 69], &[vec![]]));
}

pipeline! {
    fn p9(c: i64) {
        {
            each_1: map((vec![c + 3, c * 2]) as b, index as round) {
                map((0..3_i64) as e) { negate(b = c) >> add_one(a = 6) }
                    >> age(a = b, round = (c % 3).unsigned_abs() as usize) -> [a],
            } -> [a]
                >> attempt_2: try {
                    attempt_3: try { late(a = c) >> half } else |error| { check_4: none_alive >> weigh(error = error, a = c) } -> [b as grid]
                        >> if c - grid < 3 { {} -> [c as f] } else { behead(ys = a) },
                } else |a| { check_6: none_alive >> step_5: negate(b = 5) },
        } -> [c]
            >> add_one(a = 1)
            >> turn(b = c, c = a * a % 1_009 + 9, d = a)
            >> step_7: blend -> [a as f]
            >> double(a = b) -> [b as u]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p9_leaves_no_guard() {
    leaves_no_guard!(p9(46));
}

pipeline! {
    fn p10(ys: Vec<i64>, a: &i64) -> [a] {
        attempt_1: try {
            {
                map((ys.iter().map(|item| item + 2).collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (.., b), index as round, on_error = collect) {
                    half(a = b),
                } -> [b as result_2]
                    >> blame_3: blame(results = result_2)
                    >> sift_4: sift(results = result_2, others = result_2),
            }
                >> late(a, c),
        } else |error| {
            check_11: none_alive
                >> attempt_5: try {
                    both_6: parallel {
                        branch_7: half(a = a),
                        branch_8: nth(xs = ys.to_vec(), b = a * a % 1_009 + 5) -> [d],
                    } -> [b as e, d]
                        >> behead,
                } else |error| {
                    check_10: none_alive
                        >> again_9: repeat(max = 1, index as round) { bury } until(c % 3 == 1),
                },
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p10_leaves_no_guard() {
    leaves_no_guard!(p10(vec![1, 22], &47));
}

pipeline! {
    fn p11(ys: Vec<i64>, grid: &[Vec<i64>], b: i64) {
        attempt_1: try {
            {
                repeat(max = 2) {
                    mix(a = b, b = b) >> nth(xs = ys.to_vec()) -> [d] >> half(a = 4),
                } until(d % 3 == 1)
                    >> late(a = b, c = b),
            },
        } else |xs| { check_2: none_alive }
            >> map(ys as e, limit = 1) {
                mix(a = { let first = b * 3; first - b }, b = ys.len() as i64)
                    >> late(a = e, c = b)
                    >> parallel { flatten(grid = grid), weave(ys = ys, xs = vec![4, 5]) },
            } -> [xs, ys as w, a as h]
            >> step_3: behead
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p11_leaves_no_guard() {
    leaves_no_guard!(p11(vec![93, 24, 91, 68], &[vec![42, 24]], 49));
}

pipeline! {
    fn p12(b: i64, grid: &[Vec<i64>], a: &i64) {
        {
            map((grid) as e, on_error = collect) {
                {
                    map((e.iter().rev().chain(e.iter()).take(5).copied().collect::<Vec<i64>>()) as e, on_error = collect) {
                        parallel {
                            branch_1: blend(c = 0, d = 0) -> [a as c],
                            double >> half(a = b) -> [b as d] >> late(c = 8) -> [a, c as h],
                            branch_2: half >> negate(b = b) >> mix,
                        } -> [a, h as xs, c as g]
                            >> step_3: half
                            >> step_4: late(a = b + 5, c = { let first = a * 6; first - g }),
                    } -> [a as result_5, c as result_6]
                        >> blame_7: blame(results = result_5)
                        >> sift_8: sift(results = result_5, others = result_6),
                }
                    >> {
                        map((xs) as a, index as round, on_error = collect) {
                            attempt_9: try {
                                step_10: late(c = b * c % 1_009 + 3) -> [c as b, a]
                                    >> stamp(xs = vec![c + 3, b * 2]) -> [xs]
                                    >> behead(ys = xs.iter().map(|item| item + 9).collect::<Vec<i64>>()),
                            } else |xs| { check_11: none_alive },
                        } -> [],
                    },
            } -> [],
        }
            >> heads(grid = grid) -> [c as a, zs as e]
            >> weave(ys = e, xs = vec![9, 10])
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p12_leaves_no_guard() {
    leaves_no_guard!(p12(82, &[], &70));
}

pipeline! {
    fn p13(c: i64) {
        map((vec![5, 6]) as e) { turn(b = 8, c = e, d = c) -> [d, a, b] }
            >> {}
            >> halves(ys = a)
            >> step_1: halves(ys = d)
            >> map((vec![c + 5, c * 2].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (.., a)) {
                turn(b = c, d = c) -> [a]
                    >> if d.len() + 1 > xs.len() && d.len() < 2 {
                        {
                            map(zs as b, limit = 4, on_error = collect) {
                                late(c = a) >> step_2: late,
                            } -> [a as result_3, c as result_4]
                                >> blame_5: blame(results = result_3)
                                >> sift_6: sift(results = result_3, others = result_4),
                        },
                    } else {
                        group_7: { turn(b = c, c = c, d = zs.len() as i64) >> push(xs) } -> [xs, xs as f]
                            >> {}
                            >> grow(xs = f),
                    } -> [xs, c as a]
                    >> push,
            } -> [b as grid, zs as h, xs as w]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p13_leaves_no_guard() {
    leaves_no_guard!(p13(19));
}

pipeline! {
    fn p14(a: i64, xs: Vec<i64>, ys: Vec<i64>) -> [xs, c] {
        attempt_1: try {
            late(c = a)
                >> attempt_2: try { repeat(max = 3, index as round) { age -> [a as c] } until(c % 4 == 0) } else {
                    check_3: none_alive >> nth(b = a * a % 1_009 + 3) >> late(a = a + 1, c = a),
                } -> [c, ys as grid, a],
        } else |error| { check_4: none_alive }
            >> negate(b = a)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p14_leaves_no_guard() {
    leaves_no_guard!(p14(62, vec![67, 99, 4, 47], vec![14, 74, 95, 23]));
}

pipeline! {
    fn p15(a: i64) {
        add_one(a)
            >> {
                map((vec![5, 6]) as a) {
                    negate(b = a) -> [c]
                        >> {
                            map((vec![1, 2]) as a, index as i, on_error = collect) {
                                step_1: turn(b = c * c % 1_009 + 3, d = a * c % 1_009 + 8),
                            } -> [a as result_2, b as result_3]
                                >> blame_4: blame(results = result_2)
                                >> sift_5: sift(results = result_2, others = result_3),
                        },
                } -> [c as h, xs as e]
                    >> {}
                    >> attempt_6: try {
                        again_7: repeat(max = 1) {
                            weave(ys = h, xs = vec![a + 9, a * 2]) >> behead -> [ys],
                        } until(ys.is_empty()) -> [ys as h]
                            >> late(a, c = h.len() as i64),
                    } else { check_8: none_alive >> {} -> [e] }
                    >> {
                        behead(ys = h) -> [ys as e]
                            >> nth(xs = e, b = a)
                            >> parallel {
                                branch_9: add_one >> late(c = a),
                                branch_10: half(a),
                                digits -> [b as g, c as f],
                            } -> [b, f, g, a as e],
                    },
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p15_leaves_no_guard() {
    leaves_no_guard!(p15(64));
}

pipeline! {
    fn p16(a: i64, c: i64) {
        mix(b = c)
            >> p14(xs = vec![d + 6, d * 2], ys = vec![3, 4])
            >> attempt_1: try { nth(xs = xs, b = a) >> digits -> [c] } else |e| {
                check_2: none_alive
                    >> p14(xs = xs, ys = xs.iter().map(|item| item + 6).collect::<Vec<i64>>()),
            }
            >> {}
            >> blend(d = a) -> [a]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p16_leaves_no_guard() {
    leaves_no_guard!(p16(75, 31));
}

pipeline! {
    fn p17(ys: Vec<i64>) -> [g, d, grid] {
        each_1: map(ys as a) {
            nth(xs = ys, b = a)
                >> attempt_2: try {
                    nth(xs = ys, b = d)
                        >> attempt_3: try { double >> behead(ys = ys) -> [ys as zs] >> late(c = a) } else |a| {
                            check_5: none_alive
                                >> step_4: behead(ys = vec![d + 5, d * 2])
                                >> digits(a = d * d % 1_009 + 3),
                        } -> [a, c],
                } else |a| { check_6: none_alive >> bury(error = a) } -> [d as w, c, a]
                >> late(c),
        } -> [d, a, ys as g, c as grid]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p17_leaves_no_guard() {
    leaves_no_guard!(p17(vec![70]));
}

pipeline! {
    fn p18(c: i64, b: i64) -> [xs as h, a] {
        negate(b = b)
            >> map((vec![b + 4, b * 2]) as e, index as round) {
                age(a = e, round = round) -> [a]
                    >> {
                        map((vec![b + 2, e * 2]) as e, on_error = collect) {
                            attempt_1: try { late(a, c = { let first = c * 6; first - c }) } else |why| { check_2: none_alive } -> [a, c as b, a as u]
                                >> blend(c, d = e)
                                >> group_3: { half(a = { let first = e * 8; first - a }) >> blend(d = a) },
                        } -> [a as result_4]
                            >> blame_5: blame(results = result_4)
                            >> sift_6: sift(results = result_4, others = result_4),
                    },
            } -> [c as a, xs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p18_leaves_no_guard() {
    leaves_no_guard!(p18(93, 15));
}

pipeline! {
    fn p19(c: i64, grid: Vec<Vec<i64>>) -> [c] {
        digits(a = c)
            >> attempt_1: try {
                both_2: parallel {
                    late(a = c),
                    half(a = c)
                        >> double(a = { let first = b * 3; first - c })
                        >> p14(a = b, xs = vec![7, 8], ys = vec![6, 7]) -> [xs, c as u],
                }
                    >> step_3: half(a = b),
            } else |error| { check_4: none_alive >> digits(a = c) }
            >> {}
            >> double(a = b)
            >> {}
            >> negate -> [c]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p19_leaves_no_guard() {
    leaves_no_guard!(p19(71, vec![vec![10, 25, 74, 4], vec![]]));
}

pipeline! {
    fn p20(xs: Vec<i64>, c: &i64) -> [zs] {
        turn(b = { let first = c * 3; first - c }, c = c * c % 1_009 + 1, d = c)
            >> repeat(max = (a % 3).unsigned_abs() as usize) {
                p14(a = d, ys = xs) -> [xs, c]
                    >> step_1: p14(a = c, xs = xs.iter().map(|item| item + 6).collect::<Vec<i64>>(), ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
                    >> mix -> [d],
            } until(b - c < 3) -> [d]
            >> attempt_2: try {
                match xs {
                    e if e.len() > 1 => {},
                    _ => repeat(max = 4) {
                        up_to -> [xs] >> rows(b = { let first = d * 7; first - b }) >> late -> [a],
                    } until(a % 2 == 0) -> [a as f, c],
                },
            } else |error| { check_3: none_alive >> {} -> [c] } -> [c as zs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p20_leaves_no_guard() {
    leaves_no_guard!(p20(vec![75, 8], &19));
}

pipeline! {
    fn p21(c: &i64, xs: &[i64], b: i64) -> [h, d as c, f, g, e, b, a, ys] {
        parallel { branch_1: up_to(a = b) -> [xs as zs], branch_2: halves(ys = xs) -> [xs] } -> [xs, zs as g]
            >> blend(c = c + 3, d = b)
            >> repeat(max = 1) {
                mix(a = c, b = 2)
                    >> parallel {
                        branch_3: map((xs.iter().rev().chain(g.iter()).take(5).copied().collect::<Vec<i64>>()) as a) {
                            digits(a) -> [c, b as h],
                        } -> [h, c as grid]
                            >> both_4: parallel {
                                branch_5: behead(ys = g) >> double(a = c),
                                branch_6: negate(b = a) >> turn(b, c) -> [a, b as e, d],
                                branch_7: half(a = a) -> [b as f],
                            },
                        turn(c = d, d = g.iter().map(|item| item % 10).sum::<i64>()) -> [a as w, b as ys, d as h],
                        push(a = b) -> [xs],
                    },
            } until(xs.is_empty()) -> [b, e, xs as f, d, a, h, w as g, ys]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p21_leaves_no_guard() {
    leaves_no_guard!(p21(&31, &[98, 88, 5, 33], 56));
}

pipeline! {
    fn p22(ys: Vec<i64>, c: &i64) -> [xs, c as g, ys as d] {
        p14(a = c, xs = ys, ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
            >> step_1: p14(a = c, ys)
            >> {}
            >> group_2: { p14(a = c, xs = ys.iter().map(|item| item + 2).collect::<Vec<i64>>(), ys = xs) }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p22_leaves_no_guard() {
    leaves_no_guard!(p22(vec![37, 92, 1, 7], &14));
}

pipeline! {
    fn p23(c: i64, grid: Vec<Vec<i64>>, xs: Vec<i64>) {
        zip_up(ys = xs)
            >> {
                map((zs.iter().map(|item| item + 6).collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (c, _), index as round, limit = 1, on_error = collect) {
                    parallel {
                        half(a = c),
                        branch_1: map(xs as a, limit = 2) { late >> zip_up(ys = xs.to_vec()) } -> [a as w, b as g],
                    } -> [g as a, w]
                        >> attempt_2: try {
                            {
                                map(grid as ys, limit = 1, on_error = collect) { step_3: nth } -> [d as result_4]
                                    >> blame_5: blame(results = result_4)
                                    >> sift_6: sift(results = result_4, others = result_4),
                            }
                                >> age(a = 7 - round as i64)
                                >> nth(xs = xs),
                        } else |e| {
                            check_9: none_alive
                                >> attempt_7: try {
                                    digits(a = b)
                                        >> behead(ys = w.iter().map(|item| item + 9).collect::<Vec<i64>>()),
                                } else |error| { check_8: none_alive >> half(a = b) } -> [b as a, xs as ys]
                                >> behead(ys = w),
                        },
                } -> [],
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p23_leaves_no_guard() {
    leaves_no_guard!(p23(27, vec![], vec![17, 11, 28, 24]));
}

pipeline! {
    fn p24(b: &i64, c: i64, a: &i64) {
        map((vec![c + 1, c * 2]) as a) {
            both_1: parallel {
                branch_2: parallel {
                    up_to,
                    branch_3: late(c = c + 2),
                    branch_4: turn(b = c, d = c) -> [a as h, b, d],
                },
                {
                    double(a = b)
                        >> p14(xs = vec![3, 4], ys = vec![b + 5, c * 2])
                        >> turn(b = { let first = a * 1; first - b }, d = b) -> [d as e, b as ys, a],
                } -> [c as f, e, ys as grid, a as w],
                if b % 2 == 0 { mix(b = a + 0) >> half -> [b] } else if c - c < 4 { up_to(a = a) } else if c % 4 == 0 { step_5: turn(d = b) >> add_one } -> [a as zs, b as ys, a as u],
            } -> [d as g, u, e, w, f as n_6, zs as n_7, ys, b, c, grid, xs, h, a],
        } -> [b as grid, ys, n_6, h as g, c as d, w, a as xs, n_7, e as f]
            >> turn(b = c, d = b)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p24_leaves_no_guard() {
    leaves_no_guard!(p24(&80, 57, &66));
}

pipeline! {
    fn p25(c: i64, ys: &[i64]) {
        repeat(max = 4, index as round) {
            attempt_1: try {
                step_2: p14(a = c + 6, xs = vec![1, 2], ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
                    >> behead
                    >> push(xs = xs, a = c),
            } else {
                check_5: none_alive
                    >> parallel {
                        branch_3: age(a = ys.len() as i64, round),
                        branch_4: stamp(xs = vec![5, 6], round = round)
                            >> turn(b = xs.len() as i64, c = c + 6, d = c) -> [a as w, b, d],
                    }
                    >> negate(b = 9) -> [c]
                    >> p14(a, xs = ys, ys = vec![c + 1, d * 2]),
            },
        } until(c % 2 == 0) -> [c, xs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p25_leaves_no_guard() {
    leaves_no_guard!(p25(24, &[91, 57]));
}

pipeline! {
    fn p26(grid: &[Vec<i64>]) {
        map(grid as e, limit = 4) {
            map((e.iter().rev().chain(e.iter()).take(5).copied().collect::<Vec<i64>>()) as a, index as round) {
                {
                    map(e as a, limit = 4, on_error = collect) {
                        zip_up(xs = e, ys = e) >> half -> [b as grid],
                    } -> [grid as result_1]
                        >> blame_2: blame(results = result_1)
                        >> sift_3: sift(results = result_1, others = result_1),
                }
                    >> negate(b = c + 5)
                    >> step_4: age(round = round),
            },
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p26_leaves_no_guard() {
    leaves_no_guard!(p26(&[]));
}

pipeline! {
    fn p27(ys: Vec<i64>) -> [c] {
        map(ys as b, limit = 2) {
            repeat(max = 2) {
                attempt_1: try { turn(b = b + 9, c = b, d = b) -> [d as xs, a] >> behead } else {
                    check_3: none_alive
                        >> step_2: p14(a = 3, xs = ys.iter().map(|item| item + 5).collect::<Vec<i64>>()) -> [c, xs as ys],
                }
                    >> by_4: if b % 2 == 0 {
                        halves(ys) -> [zs as d] >> blend(c = 0, d = { let first = b * 8; first - b }),
                    } else if let [a, e @ ..] = &ys[..] && a % 2 == 0 { grow(xs = e.to_vec()) } else { rows(xs = vec![b + 4, b * 2]) -> [grid] } -> [ys as e],
            } until(b % 2 == 0) -> [e],
        } -> [e, b]
            >> total(xs = b.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
            >> zip_up(xs = b.iter().map(|item| item + 1).collect::<Vec<i64>>())
            >> negate
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p27_leaves_no_guard() {
    leaves_no_guard!(p27(vec![17]));
}

pipeline! {
    fn p28(c: i64) {
        attempt_1: try { p14(a = c, xs = vec![8, 9], ys = vec![4, 5]) } else {
            check_3: none_alive >> step_2: p14(a = c * c % 1_009 + 2, xs = vec![6, 7], ys = vec![2, 3]),
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p28_leaves_no_guard() {
    leaves_no_guard!(p28(56));
}

pipeline! {
    fn p29(ys: &[i64], grid: &[Vec<i64>], b: &i64) {
        negate
            >> nth(xs = ys, b = 2)
            >> zip_up(xs = vec![2, 3]) -> [b as ys, zs as g]
            >> up_to(a = ys)
            >> attempt_1: try { negate(b = b) } else |error| {
                check_5: none_alive
                    >> each_2: map(xs as e, limit = 4, index as round) {
                        parallel {
                            branch_3: age(a = c, round = round)
                                >> {}
                                >> weave(ys = xs) -> [ys as g]
                                >> heads(grid = grid),
                            weigh(a = e),
                            digits(a = error.message().len() as i64) -> [b as w, c as u],
                        } -> [w, b, c as ys]
                            >> step_4: digits(a = ys)
                            >> map(g as a, limit = 2) {
                                behead(ys = xs) -> [ys as f] >> age(round = (c % 3).unsigned_abs() as usize),
                            },
                    } -> [b as h]
                    >> add_one(a = b * ys % 1_009 + 1),
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p29_leaves_no_guard() {
    leaves_no_guard!(p29(&[21, 13, 90], &[vec![34, 91], vec![84, 15, 45], vec![71, 20]], &77));
}

pipeline! {
    fn p30(c: i64, ys: &[i64], b: i64) -> [a, u] {
        up_to(a = 0) -> [xs]
            >> if let [b, first @ ..] = &xs[..] && b % 2 == 0 { {} -> [c] } else if !xs.is_empty() && let Some(b) = xs.iter().min() {
                again_1: repeat(max = 1, index as round) { stamp(xs = xs.to_vec()) >> step_2: stamp(round) } until(ys.len() + 1 > xs.len() && ys.len() < 4)
                    >> {}
                    >> attempt_3: try {
                        attempt_4: try { late(a = c, c = xs.len() as i64) >> step_5: grow -> [ys as zs] } else |error| { check_6: none_alive >> weigh(a = c) } -> [b as f]
                            >> map((xs.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (a, _)) {
                                behead(ys = ys.to_vec()),
                            } -> [ys as d],
                    } else |a| {
                        check_9: none_alive
                            >> parallel {
                                weigh(error = a, a = { let first = b * 1; first - c }) -> [b],
                                bury(error = a) >> step_7: zip_up >> step_8: bury(error = a),
                            },
                    } -> [c],
            } else { double(a = c) >> step_10: total } -> [c, c as u]
            >> {}
            >> turn(b = 1, d = u * c % 1_009 + 4)
            >> add_one
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p30_leaves_no_guard() {
    leaves_no_guard!(p30(6, &[13, 79, 84, 0], 68));
}

pipeline! {
    fn p31(c: i64) {
        blend(d = c)
            >> late(a = c)
            >> attempt_1: try { half(a) -> [b] >> late(c = a) -> [a as xs, c] } else |error| {
                check_8: none_alive
                    >> match c {
                        a if a % 4 == 1 => {} -> [a],
                        0 => {} -> [c as b],
                        _ => attempt_5: try { half(a = error.message().len() as i64) >> bury(error = error) } else |a| {
                            check_7: none_alive
                                >> step_6: bury(error = a)
                                >> mix(a = { let first = d * 4; first - c }, b = { let first = d * 8; first - c }),
                        },
                    }
                    >> mix(b = a)
                    >> bury(error),
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p31_leaves_no_guard() {
    leaves_no_guard!(p31(23));
}

pipeline! {
    fn p32(xs: &[i64], ys: Vec<i64>, c: i64) {
        repeat(max = xs.len()) {
            weave -> [ys]
                >> attempt_1: try {
                    p14(a = { let first = c * 4; first - c })
                        >> by_2: if ys.len() + 1 > xs.len() && ys.len() < 3 { late(a = c) } -> [c],
                } else |e| { check_3: none_alive >> half(a = xs.len() as i64) -> [b] }
                >> turn(b = c, d = 6),
        } until(d % 4 == 1)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p32_leaves_no_guard() {
    leaves_no_guard!(p32(&[78, 61], vec![30], 51));
}

pipeline! {
    fn p33(c: &i64, grid: &[Vec<i64>], a: &i64) -> [zs, b as a, u, c] {
        negate(b = a)
            >> map(grid as e, limit = 3) {
                late(a = e.iter().map(|item| item % 10).sum::<i64>())
                    >> {}
                    >> grow(xs = e)
                    >> both_1: parallel {
                        late(a) -> [c as f, a]
                            >> map(grid as xs, limit = 1, index as round) {
                                age(round = round) >> blend(d = a + 8),
                            } -> [a as xs, f as h],
                        negate(b = 8)
                            >> match ys.first() {
                                Some(rest) if rest % 2 == 0 => {},
                                _ => {} -> [c as a],
                            } -> [a as b]
                            >> step_2: late(a = e.len() as i64, c),
                    },
            } -> [xs, a as zs, c as u, h as b]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p33_leaves_no_guard() {
    leaves_no_guard!(p33(&73, &[vec![52, 29, 76], vec![48, 10], vec![20]], &63));
}

pipeline! {
    fn p34(ys: &[i64], a: i64, grid: &[Vec<i64>]) {
        {
            map((0..3_i64) as a, on_error = collect) { nth(xs = ys, b = a) } -> [d as result_1]
                >> blame_2: blame(results = result_1)
                >> sift_3: sift(results = result_1, others = result_1),
        }
            >> mix(b = a)
            >> attempt_4: try { grow(xs = xs) } else |e| { check_5: none_alive >> weigh(error = e, a = d) } -> [ys, d as c]
            >> total
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p34_leaves_no_guard() {
    leaves_no_guard!(p34(&[84, 73, 14, 77], 2, &[vec![54], vec![], vec![8, 17, 98]]));
}

pipeline! {
    fn p35(ys: &[i64]) {
        {
            map(ys as e, on_error = collect) {
                nth(xs = ys, b = e)
                    >> {}
                    >> match d % 2 {
                        0 => map((vec![5, 6].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((b, [e, _]), xs), index as round) {
                            behead -> [ys],
                        } -> [xs, ys as g],
                        _ => repeat(max = 2, index as b) {
                            late(a = e, c = e) -> [a, c as g] >> behead(ys),
                        } until(a % 4 == 0) -> [ys, e as h]
                            >> again_1: repeat(max = 1, index as round) { digits(a = e) } until(round > 1),
                    },
            } -> [],
        }
            >> attempt_2: try {
                late(a = ys.iter().map(|item| item % 10).sum::<i64>(), c = ys.iter().map(|item| item % 10).sum::<i64>())
                    >> nth(xs = ys, b = c * a % 1_009 + 1),
            } else |e| { check_3: none_alive >> {} -> [ys as xs] }
            >> total(xs = ys)
            >> each_4: map(ys as a, index as i) {
                push(xs = ys.iter().map(|item| item + 9).collect::<Vec<i64>>(), a = a),
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p35_leaves_no_guard() {
    leaves_no_guard!(p35(&[44, 40, 45]));
}

pipeline! {
    fn p36(b: &i64) {
        turn(c = b, d = b)
            >> attempt_1: try { blend(c = a) >> late(c = a) -> [c, a] } else { check_2: none_alive >> add_one }
            >> p26(grid = vec![vec![4], vec![]])
            >> heads(grid = vec![vec![4], vec![]])
            >> p14(a = b, xs = zs, ys = zs)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p36_leaves_no_guard() {
    leaves_no_guard!(p36(&60));
}

pipeline! {
    fn p37(grid: &[Vec<i64>], xs: Vec<i64>, a: &i64) {
        parallel { branch_1: grow(xs = xs, a = a), branch_2: digits, branch_3: p26 }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p37_leaves_no_guard() {
    leaves_no_guard!(p37(&[vec![42, 55, 93], vec![95, 6], vec![61]], vec![81, 99, 69], &2));
}

pipeline! {
    fn p38(a: i64, b: i64) -> [ys as f, ys] {
        p14(a, xs = vec![1, 2], ys = vec![a + 2, b * 2])
            >> turn(d = b)
            >> group_1: {
                push -> [xs as c]
                    >> attempt_2: try {
                        each_3: map((c.to_vec()) as a, limit = 3) { behead(ys = vec![d + 5, d * 2]) }
                            >> map(xs as e) { double(a = e * a % 1_009 + 9) } -> [b as f],
                    } else |why| { check_4: none_alive >> add_one(a = 3) -> [a] >> behead(ys = xs) } -> [d as b, d]
                    >> halves(ys = vec![8, 9]) -> [xs as a, zs],
            }
            >> behead(ys = vec![2, 3])
            >> step_10: behead
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p38_leaves_no_guard() {
    leaves_no_guard!(p38(20, 84));
}

pipeline! {
    fn p39(a: i64, xs: &[i64], ys: Vec<i64>) {
        attempt_1: try { behead } else |error| {
            check_5: none_alive
                >> repeat(max = 3) {
                    each_2: map(ys as e, limit = 2, index as i) { bury >> weigh } >> p14(ys) >> late,
                } until(b.is_empty())
                >> attempt_3: try {
                    map(xs as b) { half >> p14(ys) -> [c as a] } -> [ys as h, a as w]
                        >> mix(b = c * c % 1_009 + 7),
                } else { check_4: none_alive },
        } -> [ys as b]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p39_leaves_no_guard() {
    leaves_no_guard!(p39(17, &[81, 56], vec![24, 35]));
}

pipeline! {
    fn p40(xs: Vec<i64>, b: i64) {
        {
            map((xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (b, _), on_error = collect) {
                nth(xs = vec![9, 10])
                    >> weave(ys = xs, xs = xs)
                    >> repeat(max = 3, index as round) {
                        behead(ys = vec![3, 4])
                            >> {
                                map(ys as a, index as i, limit = xs.len() + 1, on_error = collect) {
                                    half >> late(c = a),
                                } -> [a as result_1, c as result_2]
                                    >> blame_3: blame(results = result_1)
                                    >> sift_4: sift(results = result_1, others = result_2),
                            },
                    } until(c % 2 == 0),
            } -> [c as result_5]
                >> blame_6: blame(results = result_5)
                >> sift_7: sift(results = result_5, others = result_5),
        }
            >> {}
            >> if c % 2 == 1 { double(a = c) } else { digits(a = c * b % 1_009 + 2) -> [c] }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p40_leaves_no_guard() {
    leaves_no_guard!(p40(vec![15, 85, 88, 45], 11));
}

pipeline! {
    fn p41(xs: Vec<i64>) {
        parallel {
            map((vec![7, 8].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (b, _), limit = 4, index as i) {
                age(a = 5 - i as i64, round = 1) >> p14(a = xs.len() as i64, ys = xs),
            } -> [c, xs as d],
            branch_1: attempt_2: try {
                match &xs[..] {
                    n if n.len() > 2 => {},
                    [a, .., first] => behead(ys = xs.to_vec()),
                    [a] => {} -> [a as ys],
                    n => step_3: behead(ys = xs),
                } -> [xs as d]
                    >> step_4: behead(ys = d.iter().rev().chain(d.iter()).take(5).copied().collect::<Vec<i64>>()),
            } else |xs| {
                check_5: none_alive
                    >> repeat(max = 3) { bury(error = xs) >> digits(a = d) -> [b] } until(c % 3 == 0) -> [b, c],
            } -> [xs as w],
        }
            >> {}
            >> heads(grid = d)
            >> zip_up(ys = xs)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p41_leaves_no_guard() {
    leaves_no_guard!(p41(vec![47]));
}

pipeline! {
    fn p42(a: &i64, ys: Vec<i64>, c: &i64) {
        by_1: match c % 4 {
            a if a % 4 == 1 => again_2: repeat(max = 2) {
                rows(xs = ys.to_vec(), b = c)
                    >> by_3: if ys.len() + 1 > ys.len() && ys.len() < 4 {
                        step_4: add_one(a = ys.iter().map(|item| item % 10).sum::<i64>()),
                    } else if ys.len() + 1 > ys.len() && ys.len() < 2 {
                        rows(xs = ys, b = 8) -> [grid as f],
                    } else if ys.is_empty() {
                        behead >> up_to >> p14(a = xs.iter().map(|item| item % 10).sum::<i64>()),
                    },
            } until(c - a < 3)
                >> up_to
                >> attempt_5: try { step_6: behead(ys) } else {
                    check_8: none_alive
                        >> rows(b = xs.len() as i64) -> [grid as a]
                        >> {}
                        >> step_7: blend(d = c + 7),
                } -> [a as h, ys, c],
            _ => {},
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p42_leaves_no_guard() {
    leaves_no_guard!(p42(&65, vec![48, 39, 16], &42));
}

pipeline! {
    fn p43(ys: &[i64], grid: &[Vec<i64>], b: i64) -> [a as xs, u, ys as g] {
        parallel {
            if ys.is_empty() {
                parallel { branch_1: heads(grid = grid), branch_2: weave(xs = ys) } >> flatten(grid = grid),
            } else { {} -> [ys as xs] },
            branch_3: p26(grid = grid) -> [a],
        } -> [a, xs as u]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p43_leaves_no_guard() {
    leaves_no_guard!(p43(&[63, 91], &[vec![28, 19, 49], vec![95, 46, 45], vec![92, 1], vec![84]], 7));
}

pipeline! {
    fn p44(xs: &[i64]) -> [d as c, a] {
        weave(ys = xs, xs = xs) -> [ys]
            >> total -> [c]
            >> parallel { branch_1: halves, late(a = c + 2) }
            >> p14(ys = zs)
            >> map(ys as e, limit = xs.len() + 1, index as round) {
                age(a = a) -> [a] >> p14(xs = xs) -> [xs as d],
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p44_leaves_no_guard() {
    leaves_no_guard!(p44(&[]));
}

pipeline! {
    fn p45(xs: Vec<i64>, ys: &[i64]) -> [ys as b] {
        if true { total(xs = ys) } else {
            {
                map((ys.to_vec().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (.., b), limit = 1, on_error = collect) {
                    late(a = xs.iter().map(|item| item % 10).sum::<i64>(), c = b)
                        >> by_1: match &xs[..] {
                            [xs, m @ ..] => {} -> [xs],
                            [xs, .., b] => {},
                            [] => p14,
                            m => {},
                        } -> [c, ys as grid],
                } -> [c as result_2]
                    >> sift_3: sift(results = result_2, others = result_2),
            }
                >> rows(b = c) -> [grid],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p45_leaves_no_guard() {
    leaves_no_guard!(p45(vec![55, 16, 61], &[76, 90, 48, 88]));
}

pipeline! {
    fn p46(ys: &[i64], grid: Vec<Vec<i64>>) {
        repeat(max = 2) {
            flatten
                >> attempt_1: try {
                    flatten(grid)
                        >> map(xs as e, index as round) {
                            behead(ys = vec![8, 9]) >> half(a = e) -> [b as d],
                        },
                } else |a| { check_3: none_alive >> step_2: flatten >> halves(ys) }
                >> again_4: repeat(max = ys.len(), index as round) {
                    flatten
                        >> attempt_5: try {
                            stamp(xs = xs.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
                                >> behead(ys = xs.to_vec()) -> [ys],
                        } else |error| {
                            check_8: none_alive >> step_6: stamp(xs = xs) >> step_7: behead -> [ys] >> zip_up,
                        } -> [ys as h],
                } until(false),
        } until(false) -> [h]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p46_leaves_no_guard() {
    leaves_no_guard!(p46(&[95, 18], vec![vec![7], vec![80, 11], vec![28, 58, 67]]));
}

pipeline! {
    fn p47(a: i64, b: i64) -> [u as f] {
        turn(c = b * b % 1_009 + 6, d = { let first = b * 4; first - a })
            >> double
            >> blend(c = b + 5, d = { let first = b * 1; first - d })
            >> up_to(a = b) -> [xs as grid]
            >> map((grid.to_vec()) as e) {
                push(xs = grid)
                    >> map(xs as b, limit = xs.len() + 1) {
                        attempt_1: try {
                            behead(ys = vec![b + 9, a * 2]) -> [ys]
                                >> push -> [xs as grid]
                                >> late(a = grid.iter().map(|item| item % 10).sum::<i64>(), c = b + 8),
                        } else {
                            check_3: none_alive
                                >> add_one(a = xs.len() as i64) -> [a as g]
                                >> step_2: add_one
                                >> total,
                        } -> [a],
                    } -> [e as h, a as u],
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p47_leaves_no_guard() {
    leaves_no_guard!(p47(17, 91));
}

pipeline! {
    fn p48(xs: Vec<i64>, a: i64, grid: Vec<Vec<i64>>) -> [b as xs, f as zs, b] {
        double >> p14(xs = xs, ys = xs) >> step_1: double >> p26(grid = grid) -> [a as f]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p48_leaves_no_guard() {
    leaves_no_guard!(p48(vec![], 63, vec![]));
}

pipeline! {
    fn p49(b: i64, a: &i64, xs: &[i64]) {
        map((xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (a, c), index as i) {
            step_1: age(a = b, round = i) -> [a],
        } -> [a as e]
            >> { turn(b = b, c = a, d = a) }
            >> p14(a = d, xs = xs, ys = xs.iter().map(|item| item + 9).collect::<Vec<i64>>())
            >> rows(xs = xs)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p49_leaves_no_guard() {
    leaves_no_guard!(p49(34, &98, &[1]));
}

pipeline! {
    fn p50(grid: &[Vec<i64>]) -> [a, grid] {
        p26(grid = vec![vec![9], vec![]]) -> [a] >> step_1: p26(grid = a)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p50_leaves_no_guard() {
    leaves_no_guard!(p50(&[vec![6, 5]]));
}

pipeline! {
    fn p51(c: i64, a: i64, ys: &[i64]) -> [a as b] {
        attempt_1: try { total(xs = ys) >> weave(xs = ys) -> [ys] } else |a| { check_2: none_alive } -> [ys as d]
            >> map(ys as b) {
                map(d as a, limit = 2, index as round) { blend(d = a) >> step_3: age } -> [a as grid]
                    >> {
                        negate(b = a)
                            >> repeat(max = 3, index as b) {
                                double -> [b] >> p14(xs = grid) -> [xs] >> add_one,
                            } until(b - c < 2) -> [a as h, a],
                    },
            } -> [h, h as grid]
            >> blend(d = a)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p51_leaves_no_guard() {
    leaves_no_guard!(p51(67, 77, &[]));
}

pipeline! {
    fn p52(b: i64, xs: &[i64]) {
        parallel {
            branch_1: parallel {
                branch_2: push(a = { let first = b * 8; first - b }),
                {
                    map((xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) as e, on_error = collect) {
                        nth -> [d as h]
                            >> step_3: nth(xs = vec![4, 5]) -> [d as b]
                            >> late(a = b * h % 1_009 + 7, c = b),
                    } -> [a as result_4, c as result_5]
                        >> blame_6: blame(results = result_4)
                        >> sift_7: sift(results = result_4, others = result_5),
                } -> [xs as ys, c],
                branch_8: add_one(a = b),
            } -> [ys, xs, a],
            branch_9: half(a = b),
            total(xs = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()),
        }
            >> up_to -> [xs as c]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p52_leaves_no_guard() {
    leaves_no_guard!(p52(91, &[31, 46]));
}

pipeline! {
    fn p53(ys: Vec<i64>, xs: Vec<i64>, a: i64) -> [grid, a as c] {
        attempt_1: try {
            attempt_2: try { behead(ys = xs) } else {
                check_3: none_alive >> map(xs as b, index as i) { nth(xs = ys, b = 8) -> [d] },
            }
                >> nth(xs = vec![4, 5], b = 7),
        } else |error| { check_4: none_alive }
            >> {}
            >> rows(xs = ys, b = a)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p53_leaves_no_guard() {
    leaves_no_guard!(p53(vec![51, 36, 61, 12], vec![], 76));
}

pipeline! {
    fn p54(c: i64, a: &i64, xs: Vec<i64>) -> [xs, xs as h] {
        again_1: repeat(max = (a % 3).unsigned_abs() as usize, index as i) {
            both_2: parallel {
                turn(b = a, c = a, d = c)
                    >> attempt_3: try { half >> step_4: late >> late } else |error| {
                        check_5: none_alive >> stamp(xs = xs, round = (c % 3).unsigned_abs() as usize),
                    },
                branch_6: grow(xs = vec![6, 7]),
            } -> [ys, c, xs as h],
        } until(i > 1)
            >> up_to(a = c)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p54_leaves_no_guard() {
    leaves_no_guard!(p54(51, &36, vec![49]));
}

pipeline! {
    fn p55(a: i64, ys: &[i64], xs: Vec<i64>) -> [xs, b, xs as h] {
        grow(a = a) -> [ys as xs]
            >> map((0..3_i64) as b, limit = 2) {
                attempt_1: try {
                    { half -> [b] >> {} >> nth >> rows -> [grid as zs] }
                        >> parallel {
                            branch_2: p14 -> [xs as ys, c as e],
                            branch_3: behead -> [ys as u],
                        },
                } else |why| { check_4: none_alive >> weigh(error = why) }
                    >> repeat(max = 1) {
                        {
                            each_5: map(ys as a, limit = 3, on_error = collect) {
                                behead -> [ys] >> late(c = b),
                            } -> [a as result_6, c as result_7]
                                >> blame_8: blame(results = result_6)
                                >> sift_9: sift(results = result_6, others = result_7),
                        },
                    } until(b % 4 == 0) -> [xs, b],
            } -> [xs as b]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p55_leaves_no_guard() {
    leaves_no_guard!(p55(53, &[30], vec![23]));
}

pipeline! {
    fn p56(ys: &[i64], c: i64) -> [e, c, b] {
        both_1: parallel {
            turn(b = 5, c, d = c)
                >> up_to
                >> both_2: parallel {
                    rows(xs) >> p14(ys = ys),
                    branch_3: rows(xs = ys.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>(), b = xs.iter().map(|item| item % 10).sum::<i64>()) -> [grid],
                } -> [c, xs as b],
            half(a = c)
                >> {
                    attempt_4: try { half(a = c) >> {} >> rows(xs = ys) } else |why| {
                        check_5: none_alive >> weigh(error = why, a = b) >> bury(error = why),
                    } -> [c]
                        >> zip_up(xs = ys.iter().map(|item| item + 9).collect::<Vec<i64>>()),
                }
                >> total(xs = ys.to_vec()) -> [c as e],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p56_leaves_no_guard() {
    leaves_no_guard!(p56(&[49, 58, 64, 86], 60));
}

pipeline! {
    fn p57(xs: &[i64], a: i64, b: i64) {
        nth(xs = vec![a + 9, a * 2], b = a)
            >> double
            >> attempt_1: try {
                parallel {
                    branch_2: by_3: if xs.len() + 1 > xs.len() && xs.len() < 2 {
                        behead(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) -> [ys]
                            >> half(a = a)
                            >> step_4: half(a = a * a % 1_009 + 4),
                    },
                    branch_5: parallel {
                        nth >> step_6: nth(xs = xs) >> step_7: nth(xs, b = xs.len() as i64),
                        mix(b = d * a % 1_009 + 2) -> [d as ys],
                    } -> [d, ys]
                        >> step_8: nth(xs = xs),
                } -> [d, b],
            } else |e| {
                check_9: none_alive
                    >> add_one(a = b) -> [a as ys]
                    >> p53(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>(), xs, a = b),
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p57_leaves_no_guard() {
    leaves_no_guard!(p57(&[73, 28, 60], 80, 96));
}

pipeline! {
    fn p58(ys: Vec<i64>) -> [b as g, zs] {
        repeat(max = 3, index as round) {
            group_1: {
                attempt_2: try { stamp(xs = ys) >> half(a = 5) } else |e| {
                    check_3: none_alive
                        >> p53(ys = ys, xs = ys.to_vec(), a = ys.len() as i64)
                        >> turn(b = { let first = c * 1; first - c }, d = 7 - round as i64) -> [b, a],
                } -> [b, b as ys]
                    >> attempt_4: try { half(a = { let first = ys * 4; first - b }) } else { check_5: none_alive } -> [b],
            } -> [b]
                >> behead,
        } until(ys.is_empty())
            >> zip_up(xs = ys, ys)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p58_leaves_no_guard() {
    leaves_no_guard!(p58(vec![79]));
}

pipeline! {
    fn p59(xs: &[i64], ys: &[i64], a: &i64) {
        weave(xs) -> [ys as d]
            >> {
                map((vec![8, 9].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((c, [a, _]), xs), limit = 3, on_error = collect) {
                    p53
                        >> {
                            map((ys.to_vec()) as e, index as i, limit = ys.len() + 1, on_error = collect) {
                                again_1: repeat(max = 2, index as round) { nth(xs = ys, b = 8) -> [d as b] } until(ys.is_empty()) -> [b],
                            } -> [b as result_2]
                                >> blame_3: blame(results = result_2)
                                >> sift_4: sift(results = result_2, others = result_2),
                        }
                        >> step_5: nth(b = c),
                } -> [d as result_6]
                    >> blame_7: blame(results = result_6)
                    >> sift_8: sift(results = result_6, others = result_6),
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p59_leaves_no_guard() {
    leaves_no_guard!(p59(&[90, 21], &[62, 90, 45, 55], &69));
}

pipeline! {
    fn p60(c: &i64) -> [c as b] {
        attempt_1: try {
            late(a = c, c)
                >> attempt_2: try {
                    if c % 4 == 0 { {} -> [c] } else if a % 3 == 0 {} else if a % 3 == 0 { late } else { step_3: half >> turn(b = c, d = c) >> half }
                        >> repeat(max = 2) { step_4: digits >> {} >> up_to(a) -> [xs] } until(b % 4 == 0) -> [b],
                } else |error| {
                    check_7: none_alive
                        >> attempt_5: try { weigh(error = error, a) } else |error| { check_6: none_alive >> up_to } -> [c as e],
                }
                >> half,
        } else |error| { check_8: none_alive }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p60_leaves_no_guard() {
    leaves_no_guard!(p60(&50));
}

pipeline! {
    fn p61(a: &i64, b: &i64, grid: Vec<Vec<i64>>) -> [xs, c as ys] {
        repeat(max = 3) {
            {
                map((vec![0, 1]) as a, limit = 4, index as i) { age(a = b, round = i) } -> [a as ys]
                    >> weave(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
                    >> parallel {
                        branch_1: step_2: double >> total(xs = ys) -> [c],
                        branch_3: total(xs = ys) -> [c as d],
                    } -> [c as f],
            } -> [f as b],
        } until(b % 4 == 0)
            >> parallel {
                branch_4: repeat(max = 3) {
                    {
                        map(grid as xs, on_error = collect) { step_5: nth } -> [d as result_6]
                            >> sift_7: sift(results = result_6, others = result_6),
                    },
                } until(xs.is_empty()),
                branch_8: {
                    map((vec![2, 3].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., a]), xs), index as i, on_error = collect) {
                        stamp(xs = xs, round = i),
                    } -> [],
                },
            } -> [c, xs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p61_leaves_no_guard() {
    leaves_no_guard!(p61(&0, &63, vec![vec![38, 67, 25, 48], vec![37, 23, 37, 61], vec![22]]));
}

pipeline! {
    fn p62(b: i64, c: &i64) {
        mix(a = b, b = b + 7)
            >> group_1: {
                attempt_2: try {
                    blend(d)
                        >> map((vec![0, 1]) as b, limit = 3) {
                            step_3: late >> nth(xs = vec![a + 1, c * 2]),
                        } -> [d as grid, d as g],
                } else |why| {
                    check_6: none_alive
                        >> step_4: blend
                        >> parallel { add_one(a = c), branch_5: add_one(a = d) -> [a as xs] }
                        >> map((vec![c + 1, d * 2]) as e, index as round, limit = 1) {
                            bury(error = why) >> age(a) -> [a],
                        } -> [a as f],
                } -> [b],
            }
            >> half(a = c)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p62_leaves_no_guard() {
    leaves_no_guard!(p62(25, &13));
}

pipeline! {
    fn p63(ys: &[i64], a: i64) {
        behead(ys = ys) -> [ys]
            >> step_1: nth(xs = vec![7, 8], b = a)
            >> attempt_2: try {
                nth(xs = ys, b = d)
                    >> repeat(max = ys.len()) {
                        parallel {
                            halves -> [zs, xs],
                            branch_3: late(c = ys.len() as i64),
                            branch_4: late(c = a) -> [a as w, c as f],
                        },
                    } until(w % 3 == 1)
                    >> negate(b = w) -> [c],
            } else |why| { check_5: none_alive >> {} -> [ys as h] }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p63_leaves_no_guard() {
    leaves_no_guard!(p63(&[20], 14));
}

pipeline! {
    fn p64(ys: &[i64], xs: Vec<i64>, c: &i64) {
        parallel {
            branch_1: negate(b = c) >> blend(c, d = c + 6) >> step_2: blend(d = ys.len() as i64),
            map((xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) as b, index as i) {
                step_3: age(a = c, round = i) >> {} >> push(a = a) -> [xs as h],
            },
            nth(b = c),
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p64_leaves_no_guard() {
    leaves_no_guard!(p64(&[72], vec![51, 7, 64], &70));
}

pipeline! {
    fn p65(a: i64, ys: Vec<i64>, b: &i64) {
        if a % 4 == 1 { halves >> p53(a = b) -> [c as ys, grid] } else if b % 3 == 0 { {} -> [a as zs] } else { step_1: p14(xs = ys) >> digits } -> [b, b as f]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p65_leaves_no_guard() {
    leaves_no_guard!(p65(31, vec![88, 40, 85], &68));
}

pipeline! {
    fn p66(grid: Vec<Vec<i64>>, a: &i64) {
        turn(b = a + 0, c = a, d = a)
            >> attempt_1: try {
                both_2: parallel {
                    branch_3: half(a),
                    branch_4: flatten(grid) >> zip_up(ys = vec![7, 8]) -> [zs, b as g],
                } -> [b],
            } else { check_5: none_alive } -> [a]
            >> double
            >> step_10: flatten
            >> {}
            >> heads
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p66_leaves_no_guard() {
    leaves_no_guard!(p66(vec![vec![84, 51], vec![50, 58]], &20));
}

pipeline! {
    fn p67(grid: &[Vec<i64>], c: &i64) -> [w, h as xs, u, c as zs] {
        add_one(a = c * c % 1_009 + 7) -> [a]
            >> both_1: parallel {
                branch_2: map((vec![c + 3, a * 2]) as b, limit = 3, index as round) {
                    {
                        each_3: map((vec![5, 6].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (e, a), limit = 4, on_error = collect) {
                            late >> turn(c = a, d = a) -> [d, b as a] >> half,
                        } -> [b as result_4]
                            >> blame_5: blame(results = result_4)
                            >> sift_6: sift(results = result_4, others = result_4),
                    }
                        >> turn(d = b * c % 1_009 + 1)
                        >> repeat(max = 1, index as round) { stamp -> [xs as ys] } until(round > 0) -> [a, ys as e],
                } -> [a as f, grid as g, d as w, e],
                negate(b = 8) -> [c],
                add_one(a = a) -> [a] >> step_7: negate(b = a) -> [c as d],
            } -> [g as u, w, c, d as h, f]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p67_leaves_no_guard() {
    leaves_no_guard!(p67(&[vec![93, 88, 76], vec![]], &36));
}

pipeline! {
    fn p68(a: i64) {
        late(c = a) -> [c, a]
            >> attempt_1: try { late >> map((vec![6, 7]) as b) { { double } } >> total(xs = vec![9, 10]) } else |e| { check_2: none_alive } -> [c]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p68_leaves_no_guard() {
    leaves_no_guard!(p68(41));
}

pipeline! {
    fn p69(ys: Vec<i64>, a: &i64, grid: &[Vec<i64>]) {
        repeat(max = 1, index as round) {
            {
                map((vec![a + 1, a * 2]) as b, on_error = collect) {
                    weave(ys = ys, xs = ys)
                        >> attempt_1: try { half(a = b) -> [b as d] >> nth(xs = ys, b = a) -> [d as u] } else { check_2: none_alive >> late(c = b * a % 1_009 + 5) -> [a, c as d] } -> [a, a as b],
                } -> [a as result_3, b as result_4]
                    >> sift_5: sift(results = result_3, others = result_4),
            }
                >> zip_up,
        } until(b - a < 3) -> [ys as grid, b as c, zs as h]
            >> turn(b = c, c = a, d = a)
            >> { p53(xs = ys, a = d) >> step_6: add_one >> {} >> step_7: turn(c = b, d = b) } -> [d as zs, b, a]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p69_leaves_no_guard() {
    leaves_no_guard!(p69(vec![7, 65], &51, &[vec![29, 29]]));
}

pipeline! {
    fn p70(xs: Vec<i64>) {
        each_1: map(xs as b) {
            zip_up(ys = xs)
                >> attempt_2: try {
                    step_3: weave(ys = zs, xs)
                        >> parallel {
                            late(a = b, c = b * b % 1_009 + 2) -> [a]
                                >> half -> [b]
                                >> p53(ys, xs = ys, a = b),
                            branch_4: step_5: nth(b) >> behead -> [ys],
                            nth(b = { let first = b * 5; first - b }),
                        } -> [c, grid as e, d, ys]
                        >> map((0..3_i64) as a, index as round) { late >> behead(ys = ys) } -> [ys as grid, zs as h],
                } else |error| { check_6: none_alive >> push(xs, a = b) },
        } -> [xs as f]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p70_leaves_no_guard() {
    leaves_no_guard!(p70(vec![45, 78]));
}

pipeline! {
    fn p71(b: i64, c: i64) -> [xs as f] {
        p68(a = b * b % 1_009 + 8) >> {} >> step_1: p68(a = 5) >> step_2: up_to(a = b)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p71_leaves_no_guard() {
    leaves_no_guard!(p71(54, 66));
}

pipeline! {
    fn p72(a: i64, ys: &[i64]) -> [xs as a, c] {
        parallel {
            branch_1: repeat(max = 1, index as b) {
                parallel {
                    branch_2: step_3: age(round = b) -> [a] >> halves -> [xs as grid],
                    branch_4: zip_up(xs = ys, ys = ys),
                },
            } until(b - a < 4)
                >> mix(b)
                >> attempt_5: try {
                    half(a = a * d % 1_009 + 1) -> [b as xs]
                        >> step_6: turn(c = zs.len() as i64, d = b * xs % 1_009 + 2),
                } else { check_7: none_alive },
            map(ys as a, limit = 3) {
                weave(xs = ys) -> [ys]
                    >> {}
                    >> both_8: parallel {
                        branch_9: half(a = a),
                        branch_10: add_one(a = a) -> [a] >> grow(xs = ys, a = a),
                    } -> [b as a, ys as e],
            } -> [e]
                >> step_11: up_to(a = a) -> [xs],
        } -> [d, b, xs, a]
            >> step_12: nth(xs = ys, b = b * b % 1_009 + 8) -> [d as h]
            >> p68(a = xs.len() as i64) -> [c]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p72_leaves_no_guard() {
    leaves_no_guard!(p72(37, &[3, 11, 1, 11]));
}

pipeline! {
    fn p73(grid: &[Vec<i64>]) {
        parallel {
            branch_1: {
                each_2: map(grid as xs, limit = 2, on_error = collect) {
                    behead(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()),
                } -> [],
            }
                >> heads(grid = vec![vec![0], vec![]]) -> [c as e, zs as b],
            flatten,
            branch_3: repeat(max = 3, index as round) {
                heads
                    >> parallel {
                        branch_4: add_one(a = c),
                        branch_5: add_one(a = c)
                            >> age(a = c)
                            >> turn(b = zs.iter().map(|item| item % 10).sum::<i64>(), c, d = a) -> [b, d],
                    },
            } until(d % 3 == 0) -> [grid, b as g, d, a, zs],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p73_leaves_no_guard() {
    leaves_no_guard!(p73(&[vec![72, 1, 95, 28], vec![84, 12, 31, 88]]));
}

pipeline! {
    fn p74(grid: Vec<Vec<i64>>) {
        flatten -> [xs as u]
            >> attempt_1: try {
                parallel {
                    branch_2: by_3: if true { weave(ys = vec![8, 9], xs = vec![5, 6]) },
                    late(a = 6, c = 6) -> [a, c],
                },
            } else |error| { check_4: none_alive }
            >> zip_up(xs = vec![1, 2], ys = u)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p74_leaves_no_guard() {
    leaves_no_guard!(p74(vec![vec![53, 8], vec![47, 28, 16], vec![0, 69], vec![]]));
}

pipeline! {
    fn p75(a: i64, xs: &[i64]) -> [xs as c] {
        match xs {
            xs if xs.len() > 1 => {},
            xs => mix(b = a) -> [d]
                >> attempt_1: try { match &xs[..] { [first, b @ ..] => {}, _ => half } } else {
                    check_5: none_alive
                        >> attempt_2: try { half -> [b] >> step_3: mix(a) >> total(xs = vec![9, 10]) } else |e| {
                            check_4: none_alive >> weigh(error = e, a = e.message().len() as i64),
                        } -> [a as d],
                } -> [d],
        }
            >> push(xs = xs.iter().map(|item| item + 1).collect::<Vec<i64>>())
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p75_leaves_no_guard() {
    leaves_no_guard!(p75(69, &[]));
}

pipeline! {
    fn p76(a: &i64, xs: Vec<i64>, grid: &[Vec<i64>]) {
        rows(b = a)
            >> negate(b = xs.len() as i64)
            >> add_one
            >> map(grid as xs, index as round) {
                map((vec![c + 5, c * 2].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (a, b), limit = 1, index as round) {
                    step_1: age >> stamp,
                } -> [xs as ys]
                    >> nth(b = c),
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p76_leaves_no_guard() {
    leaves_no_guard!(p76(&61, vec![64, 50, 48, 30], &[vec![9], vec![22, 89], vec![12]]));
}

pipeline! {
    fn p77(ys: Vec<i64>, b: i64, xs: &[i64]) {
        map((xs) as b, limit = 2) {
            attempt_1: try {
                nth(xs = xs, b = b) >> each_2: map(xs as a, index as round) { behead } -> [ys as g],
            } else { check_3: none_alive },
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p77_leaves_no_guard() {
    leaves_no_guard!(p77(vec![], 29, &[77, 18, 18, 35]));
}

pipeline! {
    fn p78(grid: Vec<Vec<i64>>, c: i64, xs: Vec<i64>) {
        match xs {
            n if n.len() > 1 => parallel {
                branch_1: repeat(max = (c % 3).unsigned_abs() as usize, index as i) { p68(a = c) } until(i > 0) -> [c]
                    >> parallel {
                        branch_2: weave(ys = n.to_vec())
                            >> negate(b = ys.iter().map(|item| item % 10).sum::<i64>())
                            >> rows(xs = xs.to_vec(), b = c),
                        branch_3: step_4: nth(xs, b = c * c % 1_009 + 7) -> [d],
                    } -> [d as w, grid],
                branch_5: rows(xs = xs, b = c) >> { total },
            },
            _ => {},
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p78_leaves_no_guard() {
    leaves_no_guard!(p78(vec![vec![22, 93], vec![45, 70, 70]], 88, vec![13, 45]));
}

pipeline! {
    fn p79(xs: Vec<i64>, b: &i64, grid: Vec<Vec<i64>>) -> [xs] {
        parallel {
            branch_1: zip_up(ys = xs) -> [zs, b as ys]
                >> digits(a = ys * b % 1_009 + 1)
                >> p53(ys = xs, a = { let first = b * 1; first - b }),
            rows(b = b) -> [grid as ys],
            branch_2: {
                map((xs) as e, on_error = collect) {
                    weave(ys = xs.iter().map(|item| item + 7).collect::<Vec<i64>>()) -> [ys]
                        >> late(a = e * b % 1_009 + 2, c = b)
                        >> mix -> [d],
                } -> [d as result_3]
                    >> blame_4: blame(results = result_3)
                    >> sift_5: sift(results = result_3, others = result_3),
            } -> [xs, c as h],
        }
            >> up_to(a = c)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p79_leaves_no_guard() {
    leaves_no_guard!(p79(vec![51, 19], &81, vec![vec![58, 99, 87], vec![], vec![39, 53]]));
}

pipeline! {
    fn p80(ys: &[i64]) -> [f, d, b] {
        {
            map(ys as b) { push(xs = ys, a = b) -> [xs as zs] }
                >> behead(ys = ys.iter().map(|item| item + 6).collect::<Vec<i64>>()),
        }
            >> repeat(max = 1) { step_1: zip_up(xs = vec![7, 8]) } until(b - b < 4)
            >> digits(a = b + 3) -> [c, b]
            >> again_2: repeat(max = 1) {
                attempt_3: try {
                    half(a = c) >> step_4: nth(xs = ys.iter().map(|item| item + 7).collect::<Vec<i64>>()),
                } else |error| { check_5: none_alive }
                    >> attempt_6: try { late(a = ys.len() as i64, c = c) } else {
                        check_10: none_alive
                            >> attempt_7: try {
                                step_8: blend(d = { let first = b * 9; first - c })
                                    >> nth(xs = zs.iter().map(|item| item + 1).collect::<Vec<i64>>()),
                            } else { check_9: none_alive },
                    } -> [c]
                    >> parallel {
                        branch_11: turn(c = zs.iter().map(|item| item % 10).sum::<i64>(), d = c),
                        total(xs = vec![c + 7, c * 2])
                            >> blend(c = b, d = 9)
                            >> attempt_12: try { late(a = b) >> double(a = a) -> [b] } else |a| { check_13: none_alive >> {} -> [ys as h] } -> [b as f],
                    },
            } until(zs.len() + 1 > ys.len() && zs.len() < 3) -> [d, f, b, a as g]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p80_leaves_no_guard() {
    leaves_no_guard!(p80(&[26, 83, 39]));
}

pipeline! {
    fn p81(a: &i64) {
        map((vec![a + 6, a * 2]) as b, index as i) {
            repeat(max = 2) {
                blend(c = a, d = a)
                    >> repeat(max = 4, index as round) { step_1: p68 } until(round > 2)
                    >> turn(b = b, d = c),
            } until(c % 2 == 1),
        } -> [b, a as g]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p81_leaves_no_guard() {
    leaves_no_guard!(p81(&40));
}

pipeline! {
    fn p82(c: i64) {
        {
            map((vec![2, 3]) as a, limit = 4, on_error = collect) {
                {
                    map((vec![5, 6]) as a, limit = 3, on_error = collect) { double(a = c) } -> [b as result_1]
                        >> blame_2: blame(results = result_1)
                        >> sift_3: sift(results = result_1, others = result_1),
                }
                    >> turn(b = c, d = c) -> [d, a]
                    >> half,
            } -> [b as result_4]
                >> blame_5: blame(results = result_4)
                >> sift_6: sift(results = result_4, others = result_4),
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p82_leaves_no_guard() {
    leaves_no_guard!(p82(69));
}

pipeline! {
    fn p83(xs: Vec<i64>, a: i64, grid: &[Vec<i64>]) {
        map((vec![7, 8].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (.., b), limit = 3) {
            parallel {
                branch_1: rows(xs = xs.iter().map(|item| item + 8).collect::<Vec<i64>>()),
                p26(grid) -> [a],
                branch_2: flatten -> [xs],
            } -> [grid, xs],
        } -> [xs as b]
            >> heads
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p83_leaves_no_guard() {
    leaves_no_guard!(p83(vec![90, 10], 61, &[vec![76, 73], vec![]]));
}

pipeline! {
    fn p84(grid: &[Vec<i64>], c: i64) -> [c] {
        {
            attempt_1: try { nth(xs = vec![c + 3, c * 2], b = c) >> turn(b = d, c = d, d = d) -> [d as c] } else {
                check_6: none_alive
                    >> both_2: parallel {
                        branch_3: digits(a = { let first = c * 7; first - c }),
                        flatten,
                        branch_4: step_5: negate(b = c * c % 1_009 + 3) -> [c as h],
                    } -> [xs as ys, b, h],
            },
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p84_leaves_no_guard() {
    leaves_no_guard!(p84(&[vec![55, 9], vec![28, 53, 15], vec![7, 6, 22, 90], vec![11, 89]], 17));
}

pipeline! {
    fn p85(a: &i64, c: i64, ys: &[i64]) -> [a as d, c] {
        parallel {
            add_one(a = c),
            branch_1: negate(b = a)
                >> attempt_2: try {
                    attempt_3: try { half(a = { let first = c * 8; first - c }) >> behead -> [ys] } else |e| { check_5: none_alive >> step_4: half(a) }
                        >> group_6: { nth(xs = ys, b = c * c % 1_009 + 6) >> half(a = c * a % 1_009 + 0) },
                } else |why| { check_7: none_alive } -> [ys as f]
                >> step_8: negate(b = a),
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p85_leaves_no_guard() {
    leaves_no_guard!(p85(&36, 12, &[94, 88]));
}

pipeline! {
    fn p86(xs: &[i64], c: i64, a: &i64) -> [a, c as u] {
        {
            map((vec![1, 2]) as e, on_error = collect) {
                push(a = c + 3) >> step_1: push(xs) >> grow(xs = xs),
            } -> [],
        }
            >> {}
            >> attempt_2: try {
                attempt_3: try {
                    map(xs as b, index as i) { turn(c, d = b) } -> [a as w, xs as h] >> behead(ys = w),
                } else |error| {
                    check_8: none_alive
                        >> parallel {
                            half,
                            branch_4: nth(xs = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>(), b = c)
                                >> step_5: late(a = format!("{error:#}").len() as i64, c = d) -> [c as grid, a]
                                >> step_6: up_to(a = c),
                            branch_7: half -> [b as d],
                        },
                }
                    >> behead(ys = vec![a + 8, c * 2]) -> [ys as grid]
                    >> {}
                    >> step_9: blend(d = a),
            } else |error| { check_10: none_alive >> total }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p86_leaves_no_guard() {
    leaves_no_guard!(p86(&[51], 85, &63));
}

pipeline! {
    fn p87(a: i64) -> [d] {
        by_1: if a % 3 == 1 {
            up_to
                >> attempt_2: try { map(xs as a) { weave(ys = xs) } -> [ys as e] >> nth(b = a) } else {
                    check_5: none_alive
                        >> parallel {
                            branch_3: mix(b = xs.iter().map(|item| item % 10).sum::<i64>()) -> [d],
                            branch_4: zip_up(xs = xs, ys = xs) >> p68(a),
                        },
                },
        }
            >> step_6: mix(b = a * a % 1_009 + 1)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p87_leaves_no_guard() {
    leaves_no_guard!(p87(32));
}

pipeline! {
    fn p88(xs: Vec<i64>) {
        parallel {
            if xs.len() + 1 > xs.len() && xs.len() < 3 {
                each_1: map((xs) as a, limit = 1) { mix(a = a, b = a + 6) -> [d] },
            } else {
                attempt_2: try { weave(ys = xs, xs = xs) } else |why| { check_3: none_alive } -> [xs as e]
                    >> {
                        map((xs.iter().rev().chain(e.iter()).take(5).copied().collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (e, _), index as i, on_error = collect) {
                            half(a = xs.iter().map(|item| item % 10).sum::<i64>()),
                        } -> [b as result_4]
                            >> sift_5: sift(results = result_4, others = result_4),
                    },
            } -> [xs],
            { map(xs as a, on_error = collect) { up_to(a = a) -> [xs] } -> [] },
        } -> [xs as h]
            >> total(xs = vec![5, 6])
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p88_leaves_no_guard() {
    leaves_no_guard!(p88(vec![31]));
}

pipeline! {
    fn p89(xs: Vec<i64>, c: i64) -> [d, zs] {
        repeat(max = 1) {
            attempt_1: try {
                push(xs = vec![c + 9, c * 2], a = c) -> [xs]
                    >> parallel {
                        branch_2: behead(ys = xs),
                        behead(ys = xs) >> nth(xs = ys.to_vec(), b = c),
                        digits(a = c) >> step_3: behead(ys = xs) >> late(a = b + 7) -> [a],
                    } -> [a, ys],
            } else |error| { check_4: none_alive },
        } until(c % 2 == 0) -> [xs]
            >> halves(ys = xs) -> [xs as d, zs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p89_leaves_no_guard() {
    leaves_no_guard!(p89(vec![37, 84, 45], 33));
}

pipeline! {
    fn p90(grid: Vec<Vec<i64>>) {
        flatten
            >> heads(grid = grid) -> [c, zs as ys]
            >> map(ys as b, index as round, limit = 2) {
                p84(c) >> age(a = xs.iter().map(|item| item % 10).sum::<i64>()) -> [a as h],
            }
            >> nth(b = c)
            >> rows(xs = vec![6, 7], b = d * c % 1_009 + 9)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p90_leaves_no_guard() {
    leaves_no_guard!(p90(vec![vec![17, 16], vec![97, 40, 81]]));
}

pipeline! {
    fn p91(b: &i64) -> [b] {
        attempt_1: try { p68(a = { let first = b * 3; first - b }) } else {
            check_8: none_alive
                >> up_to(a = b * b % 1_009 + 6)
                >> step_2: grow(xs = xs, a = b + 5)
                >> attempt_3: try {
                    attempt_4: try { behead(ys = ys) >> mix(a = b) >> zip_up(ys = ys) -> [b, zs as d] } else {
                        check_5: none_alive >> late(a = 4, c = b + 1) -> [c, a] >> blend(d = b),
                    },
                } else |error| { check_7: none_alive >> bury >> step_6: bury(error = error) } -> [b, ys],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p91_leaves_no_guard() {
    leaves_no_guard!(p91(&14));
}

pipeline! {
    fn p92(xs: Vec<i64>) {
        repeat(max = 1) {
            zip_up(xs = xs, ys = vec![8, 9])
                >> map(xs as e) {
                    digits(a = zs.len() as i64) -> [c, b as ys]
                        >> parallel {
                            branch_1: mix(a = c, b) -> [d] >> add_one(a = b),
                            branch_2: mix(a = ys * c % 1_009 + 1),
                            halves(ys = vec![e + 2, ys * 2]),
                        } -> [zs, a as f, d as c, xs]
                        >> late(a = f),
                },
        } until(c.len() + 1 > zs.len() && c.len() < 4)
            >> total(xs = c)
            >> {
                map(a as b, limit = xs.len() + 1, index as i, on_error = collect) {
                    repeat(max = i + 1, index as round) {
                        map(a as a, index as round) { age(a = a) >> add_one } -> [a as grid],
                    } until(b % 3 == 0)
                        >> nth -> [d],
                } -> [d as result_3]
                    >> blame_4: blame(results = result_3)
                    >> sift_5: sift(results = result_3, others = result_3),
            }
            >> step_6: behead(ys = xs)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p92_leaves_no_guard() {
    leaves_no_guard!(p92(vec![]));
}

pipeline! {
    fn p93(ys: &[i64]) {
        zip_up(xs = ys, ys = vec![1, 2])
            >> parallel {
                branch_1: step_2: total(xs = vec![8, 9]),
                rows(xs = vec![b + 9, b * 2])
                    >> flatten
                    >> by_3: match xs {
                        a if a.len() > 1 => map((xs.iter().map(|item| item + 8).collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (.., b), limit = 4) {
                            flatten(grid = grid) >> digits(a = b),
                        } -> [c as w]
                            >> attempt_4: try {
                                half(a = b)
                                    >> nth(xs = ys)
                                    >> late(a = { let first = b * 3; first - b }, c = b * b % 1_009 + 2),
                            } else { check_5: none_alive >> {} -> [zs, b as f] } -> [zs],
                        a => nth(b = b),
                    },
                weave(ys = ys, xs = zs),
            }
            >> step_6: grow(xs = zs, a = zs.len() as i64)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p93_leaves_no_guard() {
    leaves_no_guard!(p93(&[84, 46]));
}

pipeline! {
    fn p94(b: i64, grid: Vec<Vec<i64>>, ys: Vec<i64>) {
        step_1: up_to(a = b)
            >> repeat(max = 4) {
                parallel {
                    branch_2: attempt_3: try { behead(ys = ys) } else |e| { check_5: none_alive >> step_4: bury(error = e) -> [c as u] },
                    branch_6: repeat(max = 3) { step_7: halves } until(b - b < 3),
                    branch_8: parallel { branch_9: heads, halves(ys = xs) -> [xs, zs as h] } -> [zs as g, c as b, xs as d],
                } -> [xs, d, b, g, zs as ys]
                    >> again_10: repeat(max = ys.len()) {
                        up_to(a = b)
                            >> attempt_11: try { p26(grid = grid) } else |why| { check_12: none_alive >> double(a = b) }
                            >> add_one(a = xs.iter().map(|item| item % 10).sum::<i64>()),
                    } until(d.len() + 1 > g.len() && d.len() < 2) -> [a],
            } until(a % 2 == 1)
            >> add_one
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p94_leaves_no_guard() {
    leaves_no_guard!(p94(36, vec![vec![88, 31], vec![78, 38, 66, 45], vec![23, 27], vec![51, 40, 78]], vec![92]));
}

pipeline! {
    fn p95(xs: &[i64], ys: &[i64]) -> [ys, xs] {
        attempt_1: try {
            attempt_2: try {
                step_3: behead(ys = ys.iter().map(|item| item + 2).collect::<Vec<i64>>()) -> [ys]
                    >> match &ys[..] {
                        [xs] => push(xs = ys, a = xs) >> halves(ys),
                        [] => step_4: behead(ys),
                        m if m.len() > 2 => step_5: halves(ys = ys) -> [xs],
                        _ => behead(ys) -> [ys] >> step_6: behead -> [ys] >> step_7: behead,
                    },
            } else { check_8: none_alive >> late(a = 3, c = xs.len() as i64) -> [c] } -> [xs as b],
        } else |error| { check_9: none_alive >> p88 >> bury }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p95_leaves_no_guard() {
    leaves_no_guard!(p95(&[0, 0, 65, 85], &[8, 92, 28]));
}

pipeline! {
    fn p96(a: i64) {
        blend(c = a * a % 1_009 + 3, d = a)
            >> step_1: late(c = a)
            >> attempt_2: try {
                map((vec![a + 6, a * 2]) as b, index as round) { half(a = 8) >> mix(b = c) }
                    >> attempt_3: try {
                        parallel {
                            branch_4: rows(xs = d.iter().rev().chain(d.iter()).take(5).copied().collect::<Vec<i64>>(), b = a) -> [grid as ys],
                            branch_5: late(a = { let first = c * 7; first - a }, c = d.iter().map(|item| item % 10).sum::<i64>()),
                        }
                            >> attempt_6: try {
                                weave(ys = d, xs = d.iter().rev().chain(d.iter()).take(5).copied().collect::<Vec<i64>>())
                                    >> late(c = { let first = c * 2; first - c }) -> [c as a],
                            } else |e| {
                                check_7: none_alive
                                    >> behead(ys = d.iter().rev().chain(d.iter()).take(5).copied().collect::<Vec<i64>>()),
                            } -> [a as g],
                    } else { check_8: none_alive >> half -> [b] }
                    >> nth(xs = vec![a + 2, a * 2], b = c + 8),
            } else |e| { check_9: none_alive >> bury(error = e) }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p96_leaves_no_guard() {
    leaves_no_guard!(p96(71));
}

pipeline! {
    fn p97(grid: Vec<Vec<i64>>, c: &i64, b: i64) -> [c] {
        attempt_1: try {
            attempt_2: try {
                half(a = c)
                    >> {
                        map((vec![b + 5, c * 2]) as b, limit = 1, index as round, on_error = collect) {
                            turn(d = c),
                        } -> [a as result_3, b as result_4]
                            >> blame_5: blame(results = result_3)
                            >> sift_6: sift(results = result_3, others = result_4),
                    },
            } else |why| {
                check_8: none_alive
                    >> again_7: repeat(max = 2) { late(a = b, c) } until(b % 2 == 0) -> [b]
                    >> repeat(max = (c % 3).unsigned_abs() as usize) {
                        turn(d = b) >> mix(a = c + 3, b = c),
                    } until(b % 2 == 1) -> [d as u],
            } -> [grid as a, b, c, grid]
                >> {
                    map((vec![7, 8]) as a, limit = 3, index as round, on_error = collect) {
                        half
                            >> if b % 2 == 1 { double(a = c) -> [b] >> step_9: half } else { nth(xs = vec![9, 10], b) -> [d as zs] },
                    } -> [b as result_10]
                        >> sift_11: sift(results = result_10, others = result_10),
                },
        } else |xs| { check_12: none_alive >> {} -> [grid] }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p97_leaves_no_guard() {
    leaves_no_guard!(p97(vec![vec![57, 80], vec![49, 98], vec![]], &76, 82));
}

pipeline! {
    fn p98(b: i64, xs: Vec<i64>) {
        negate
            >> both_1: parallel {
                branch_2: attempt_3: try { late(a = b + 1) } else { check_4: none_alive >> {} -> [b as g, b] },
                halves(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()),
                mix(a = c) -> [d as c]
                    >> total(xs = xs.iter().map(|item| item + 6).collect::<Vec<i64>>())
                    >> blend(c = c, d = { let first = b * 1; first - c }),
            }
            >> repeat(max = (c % 3).unsigned_abs() as usize) {
                weave(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()),
            } until(xs.is_empty())
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p98_leaves_no_guard() {
    leaves_no_guard!(p98(48, vec![85, 35, 93, 46]));
}

pipeline! {
    fn p99(xs: Vec<i64>, a: i64, grid: Vec<Vec<i64>>) {
        parallel {
            branch_1: map((vec![a + 8, a * 2]) as b, index as i) {
                attempt_2: try { behead(ys = vec![1, 2]) } else |error| { check_3: none_alive >> half(a) >> bury(error) -> [c] }
                    >> match (b % 2 == 0, a % 3) {
                        (true, 0) => half >> age(round = i),
                        _ => stamp(round = i) >> step_4: age(a, round = (a % 3).unsigned_abs() as usize),
                    },
            } -> [xs as c, grid as ys, a as b],
            branch_5: up_to(a = xs.iter().map(|item| item % 10).sum::<i64>()),
            negate(b = a * a % 1_009 + 5) >> p68 -> [c as zs],
        } -> [xs, b as grid, ys, c]
            >> step_6: negate(b = a + 8)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p99_leaves_no_guard() {
    leaves_no_guard!(p99(vec![48], 86, vec![vec![], vec![33, 20]]));
}
