// Written by guards.py from the seed 14; not to be edited.
use super::tasks::*;
use runnable::prelude::*;

pipeline! {
    fn p0(xs: Vec<i64>, a: &i64) -> [b as h, a as zs] {
        attempt_1: try {
            late(a = a, c = a)
                >> parallel {
                    halves(ys = xs.iter().map(|item| item + 7).collect::<Vec<i64>>()),
                    parallel {
                        branch_2: up_to(a = { let first = a * 4; first - c }),
                        behead(ys = xs),
                    }
                        >> step_3: behead,
                } -> [zs as grid, ys, xs as h],
        } else |a| { check_4: none_alive } -> [xs]
            >> up_to
            >> half(a = a)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p0_leaves_no_guard() {
    leaves_no_guard!(p0(vec![], &3));
}

pipeline! {
    fn p1(grid: Vec<Vec<i64>>) {
        attempt_1: try { behead(ys = vec![5, 6]) } else {
            check_3: none_alive
                >> map((vec![8, 9]) as b) {
                    heads(grid = vec![vec![8], vec![]])
                        >> by_2: if zs.is_empty() {
                            digits(a = zs.iter().map(|item| item % 10).sum::<i64>()),
                        },
                }
                >> weave(ys = b.iter().map(|item| item + 2).collect::<Vec<i64>>(), xs = b) -> [ys as zs],
        } -> [grid]
            >> attempt_4: try {
                map(grid as ys) { half(a = ys.iter().map(|item| item % 10).sum::<i64>()) } -> [b, ys as zs],
            } else |error| { check_5: none_alive } -> [grid as h]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p1_leaves_no_guard() {
    leaves_no_guard!(p1(vec![vec![22], vec![0, 34, 42], vec![13, 31, 13, 66], vec![57, 4, 33, 42]]));
}

pipeline! {
    fn p2(xs: Vec<i64>, grid: &[Vec<i64>]) -> [g, g as h] {
        repeat(max = xs.len()) {
            attempt_1: try { behead(ys = xs) -> [ys] } else |error| {
                check_2: none_alive
                    >> map((xs.to_vec()) as e) {
                        weigh(a = { let first = e * 6; first - e }) -> [b]
                            >> total(xs = vec![e + 0, b * 2])
                            >> bury(error = error),
                    }
                    >> zip_up(xs, ys = xs) -> [b as g]
                    >> weigh(a = g) -> [b as f],
            },
        } until(true) -> [xs as g]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p2_leaves_no_guard() {
    leaves_no_guard!(p2(vec![], &[vec![68, 42, 64], vec![]]));
}

pipeline! {
    fn p3(c: i64, grid: Vec<Vec<i64>>, xs: Vec<i64>) -> [b] {
        turn(b = c, d = xs.len() as i64) -> [d, b as xs, a as g]
            >> map(grid as xs) {
                rows(b = { let first = c * 3; first - c })
                    >> attempt_1: try {
                        up_to(a = d * c % 1_009 + 5)
                            >> {}
                            >> attempt_2: try { turn(b = g, d = 6) >> {} >> half(a = d) } else |a| {
                                check_4: none_alive >> step_3: bury(error = a) >> push(a = g),
                            },
                    } else { check_5: none_alive >> digits(a = g) }
                    >> double(a = d + 0),
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p3_leaves_no_guard() {
    leaves_no_guard!(p3(90, vec![], vec![32, 21]));
}

pipeline! {
    fn p4(ys: &[i64]) -> [d] {
        both_1: parallel {
            branch_2: map(ys as e, limit = 3) {
                attempt_3: try { zip_up(xs = ys) >> late(a = e, c = e + 0) >> double } else |e| { check_4: none_alive >> total(xs = ys) >> behead(ys = ys) }
                    >> rows(xs = ys, b = e)
                    >> add_one(a = e),
            },
            total(xs = ys.to_vec())
                >> turn(b = { let first = c * 0; first - c }, d = c)
                >> add_one(a = b * d % 1_009 + 6) -> [a as d],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p4_leaves_no_guard() {
    leaves_no_guard!(p4(&[36, 88]));
}

pipeline! {
    fn p5(xs: Vec<i64>, a: &i64) -> [a] {
        attempt_1: try {
            half -> [b]
                >> attempt_2: try { behead(ys = xs) } else |xs| { check_3: none_alive >> half(a = a) -> [b] } -> [b]
                >> nth(b = a + 4),
        } else { check_4: none_alive >> p1(grid = vec![vec![2], vec![]]) -> [h] }
            >> blend(c = a, d = a)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p5_leaves_no_guard() {
    leaves_no_guard!(p5(vec![14], &10));
}

pipeline! {
    fn p6(a: i64, xs: Vec<i64>, grid: Vec<Vec<i64>>) {
        attempt_1: try {
            push(xs = xs.iter().map(|item| item + 0).collect::<Vec<i64>>()) -> [xs]
                >> half(a = a * a % 1_009 + 9)
                >> add_one(a = a),
        } else |xs| {
            check_2: none_alive
                >> map(grid as ys, limit = 1) {
                    map(grid as xs) { rows(b = 7) >> p2(xs = xs, grid = grid) },
                } -> [a as f, g, h as zs]
                >> p1(grid = vec![vec![2], vec![]]),
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p6_leaves_no_guard() {
    leaves_no_guard!(p6(36, vec![66, 71, 47, 63], vec![vec![70]]));
}

pipeline! {
    fn p7(ys: Vec<i64>) {
        zip_up(xs = ys)
            >> map(ys as a, limit = 2) {
                attempt_1: try {
                    attempt_2: try { mix >> half } else |a| {
                        check_4: none_alive
                            >> bury(error = a)
                            >> step_3: mix(a = format!("{a:#}").len() as i64),
                    },
                } else { check_5: none_alive >> push(xs = zs, a = ys.len() as i64) }
                    >> {}
                    >> p2(xs = ys, grid = vec![zs.to_vec(), vec![6]]),
            } -> [g as h]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p7_leaves_no_guard() {
    leaves_no_guard!(p7(vec![32, 28]));
}

pipeline! {
    fn p8(c: &i64, a: i64) {
        attempt_1: try {
            late(a = c * c % 1_009 + 7)
                >> attempt_2: try {
                    repeat(max = 4, index as round) {
                        step_3: up_to -> [xs as zs] >> half -> [b as f],
                    } until(a % 4 == 1) -> [f]
                        >> parallel {
                            branch_4: half >> mix(a = { let first = b * 9; first - c }),
                            branch_5: step_6: half(a) -> [b],
                        } -> [b, d as g]
                        >> again_7: repeat(max = 3) {
                            half -> [b] >> late(a = a + 5) -> [c as zs] >> blend(d = 8),
                        } until(f % 4 == 0) -> [g],
                } else |a| {
                    check_10: none_alive
                        >> up_to(a = c)
                        >> map((0..3_i64) as a, limit = 4) {
                            step_8: double(a = xs.len() as i64) -> [b]
                                >> total -> [c as e]
                                >> step_9: digits(a),
                        } -> [c as f, b],
                },
        } else |a| { check_11: none_alive >> {} -> [c] } -> [c]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p8_leaves_no_guard() {
    leaves_no_guard!(p8(&42, 59));
}

pipeline! {
    fn p9(c: i64, a: i64, ys: &[i64]) -> [h, b, h as g] {
        p2(xs = ys, grid = vec![ys.to_vec(), vec![5]]) -> [h]
            >> map(h as b) {
                zip_up(xs = vec![b + 3, a * 2], ys = ys) >> p1(grid = vec![zs.to_vec(), vec![3]]),
            } -> [a as zs, h as g]
            >> {}
            >> digits(a = a)
            >> negate
            >> double(a = a) -> [b]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p9_leaves_no_guard() {
    leaves_no_guard!(p9(75, 14, &[1, 27]));
}

pipeline! {
    fn p10(c: &i64) {
        double(a = c + 9)
            >> {
                {
                    map((0..3_i64) as a, limit = 3) {
                        p1(grid = vec![vec![7], vec![]]) -> [h as zs]
                            >> step_1: flatten(grid = vec![vec![1], vec![]]),
                    },
                } -> [c as a, xs, c]
                    >> step_2: half(a = a)
                    >> negate,
            } -> [c as zs]
            >> {}
            >> step_3: p2(xs = vec![c + 1, zs * 2], grid = vec![vec![1], vec![]]) -> [g, h as ys]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p10_leaves_no_guard() {
    leaves_no_guard!(p10(&74));
}

pipeline! {
    fn p11(a: &i64, ys: &[i64]) {
        each_1: map(ys as e) { rows(xs = ys, b = e) >> step_2: rows(xs = ys, b = e) }
            >> negate(b = a + 5)
            >> halves -> [zs as a, xs]
            >> p1(grid = vec![ys.to_vec(), vec![4]])
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p11_leaves_no_guard() {
    leaves_no_guard!(p11(&31, &[]));
}

pipeline! {
    fn p12(xs: Vec<i64>, c: i64) {
        double(a = c) -> [b]
            >> negate(b = c)
            >> parallel {
                branch_1: { nth -> [d] } >> weave(ys = xs, xs = xs),
                branch_2: double(a = 1) -> [b],
                branch_3: turn(c = b, d = { let first = b * 5; first - c }) -> [b, a as u, d]
                    >> attempt_4: try {
                        each_5: map(xs as e, limit = 2) {
                            late(a = xs.len() as i64, c = c + 7) -> [c, a] >> negate -> [c],
                        } -> [c as w]
                            >> parallel {
                                behead(ys = xs) -> [ys as c],
                                branch_6: step_7: turn(b = c)
                                    >> half(a = u)
                                    >> push(a = xs.iter().map(|item| item % 10).sum::<i64>()) -> [xs],
                            },
                    } else |error| { check_8: none_alive >> {} -> [xs as h] } -> [xs as a],
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p12_leaves_no_guard() {
    leaves_no_guard!(p12(vec![], 95));
}

pipeline! {
    fn p13(a: &i64, xs: &[i64], ys: &[i64]) {
        behead -> [ys]
            >> attempt_1: try { half(a) } else |a| {
                check_6: none_alive
                    >> both_2: parallel {
                        halves -> [zs as w, xs as d],
                        total(xs = xs),
                        branch_3: parallel {
                            branch_4: zip_up,
                            p2(grid = vec![vec![4], vec![]]),
                            branch_5: bury(error = a) -> [d, c],
                        } -> [zs, b, g, h, d as u, c as f],
                    } -> [g, u as ys, h, b as zs, f, w, c, d as e],
            } -> [a]
            >> digits(a = ys.len() as i64)
            >> zip_up(ys) -> [b, zs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p13_leaves_no_guard() {
    leaves_no_guard!(p13(&43, &[88], &[31, 92, 39]));
}

pipeline! {
    fn p14(xs: &[i64], a: &i64, ys: &[i64]) -> [xs as b, xs] {
        late(c = a)
            >> step_1: push
            >> attempt_2: try {
                map(xs as b, limit = 2) {
                    { half >> step_3: half(a = c) } -> [b as e, ys as d, xs as c] >> {} >> nth(b = a),
                }
                    >> p1(grid = vec![ys.to_vec(), vec![0]]) -> [h as u],
            } else { check_10: none_alive >> turn(b = c, d = ys.len() as i64) >> mix(b = c) -> [d] } -> [xs, xs as e]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p14_leaves_no_guard() {
    leaves_no_guard!(p14(&[92, 39, 14, 38], &15, &[92]));
}

pipeline! {
    fn p15(grid: &[Vec<i64>], ys: Vec<i64>, a: &i64) -> [h, grid as g] {
        parallel {
            branch_1: map(grid as ys, limit = 3) {
                by_2: match (a % 2 == 0, a % 3) {
                    (true, 0) => halves,
                    (_, rest) if rest > 0 => zip_up(xs = ys.to_vec()),
                    _ => {} -> [ys as zs, a as e],
                } -> [zs as grid]
                    >> zip_up(xs = ys, ys = ys),
            },
            mix(a, b = a),
            digits(a = a * a % 1_009 + 2) >> double(a) -> [b as ys],
        } -> [zs as h, d, b as a]
            >> attempt_3: try { half(a = d) >> {} >> behead } else |error| { check_4: none_alive }
            >> p1
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p15_leaves_no_guard() {
    leaves_no_guard!(p15(&[vec![8, 14, 74]], vec![], &10));
}

pipeline! {
    fn p16(grid: &[Vec<i64>], a: i64) {
        parallel {
            branch_1: again_2: repeat(max = 1) { digits >> double } until(c - c < 3) -> [c as u]
                >> map(grid as xs) {
                    map((xs.to_vec()) as b, limit = 2) { digits >> up_to(a = 4) } -> [xs as b]
                        >> double
                        >> attempt_3: try {
                            nth(xs = xs.iter().map(|item| item + 0).collect::<Vec<i64>>()) >> half(a = b),
                        } else |a| { check_5: none_alive >> step_4: nth >> mix(a = u + 3) },
                } -> [b as e]
                >> behead(ys = e),
            branch_6: map(grid as e, limit = 4) {
                parallel {
                    branch_7: weave(ys = e, xs = e.iter().map(|item| item + 4).collect::<Vec<i64>>())
                        >> flatten
                        >> heads,
                    branch_8: double(a = a),
                }
                    >> nth(xs = zs) -> [d],
            } -> [d as w]
                >> push(xs = vec![a + 8, a * 2], a = a),
        } -> [xs, ys]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p16_leaves_no_guard() {
    leaves_no_guard!(p16(&[], 84));
}

pipeline! {
    fn p17(b: i64, ys: &[i64]) -> [b, e] {
        map(ys as a) {
            map(ys as a) {
                attempt_1: try { negate(b = ys.iter().map(|item| item % 10).sum::<i64>()) } else |e| {
                    check_2: none_alive
                        >> p2(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), grid = vec![ys.to_vec(), vec![5]]) -> [h, g],
                },
            } -> [b as e],
        }
            >> by_3: if b % 2 == 0 { rows(xs = ys) >> late(a = b, c = b) -> [a as h, c] } else if b - b < 2 { double(a = b + 2) -> [b] >> push(xs = ys, a = b) }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p17_leaves_no_guard() {
    leaves_no_guard!(p17(72, &[16, 91]));
}

pipeline! {
    fn p18(b: &i64) {
        attempt_1: try {
            late(a = b * b % 1_009 + 5, c = b)
                >> attempt_2: try {
                    parallel {
                        branch_3: late(a = b) >> step_4: late -> [a, c] >> half(a = c) -> [b],
                        blend(c = a, d = a * a % 1_009 + 3) >> late(a, c = 2) >> add_one,
                    }
                        >> step_5: late
                        >> both_6: parallel {
                            branch_7: half(a = c),
                            branch_8: add_one(a) -> [a as grid] >> negate >> p1(grid = vec![vec![2], vec![]]),
                        } -> [h, b],
                } else |a| { check_9: none_alive >> {} -> [b as c] },
        } else { check_10: none_alive >> {} -> [b as g] }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p18_leaves_no_guard() {
    leaves_no_guard!(p18(&63));
}

pipeline! {
    fn p19(grid: Vec<Vec<i64>>, a: i64, xs: Vec<i64>) {
        repeat(max = 1, index as round) {
            both_1: parallel {
                add_one(a = 3 - round as i64) -> [a as c]
                    >> parallel {
                        branch_2: blend(c = c, d = c + 7)
                            >> zip_up(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()),
                        branch_3: step_4: blend(c = xs.iter().map(|item| item % 10).sum::<i64>(), d = a + 3),
                        negate(b = c),
                    } -> [zs, c, a as d],
                branch_5: stamp,
            } -> [zs, d as b, xs as e, c],
        } until(e.len() + 1 > zs.len() && e.len() < 3)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p19_leaves_no_guard() {
    leaves_no_guard!(p19(vec![vec![65, 18], vec![42, 1], vec![74, 37], vec![37, 31, 8]], 99, vec![]));
}

pipeline! {
    fn p20(xs: Vec<i64>, grid: Vec<Vec<i64>>, b: i64) {
        again_1: repeat(max = 4, index as round) {
            map(grid as xs, limit = xs.len() + 1) { zip_up(xs, ys = xs) } -> [zs, b as w, zs as e]
                >> again_2: repeat(max = 2) {
                    grow(a = b)
                        >> stamp(xs = w, round = xs.len())
                        >> map(ys as b, limit = ys.len() + 1) { age(a = b, round = 1) },
                } until(b % 4 == 1),
        } until(a.is_empty()) -> [a]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p20_leaves_no_guard() {
    leaves_no_guard!(p20(vec![84, 5, 67, 1], vec![vec![85]], 21));
}

pipeline! {
    fn p21(c: i64, grid: Vec<Vec<i64>>) {
        up_to(a = c) -> [xs]
            >> late(a = c)
            >> attempt_1: try {
                nth(b = c)
                    >> {}
                    >> both_2: parallel {
                        branch_3: behead(ys = xs.to_vec())
                            >> map(xs as a) {
                                weave(ys = xs, xs = xs.iter().map(|item| item + 4).collect::<Vec<i64>>()),
                            } -> [ys as u, c as g]
                            >> half,
                        branch_4: parallel {
                            branch_5: total(xs = xs),
                            branch_6: weave(ys = xs, xs = xs) >> half,
                            half >> behead(ys = xs),
                        } -> [c, b as h, ys],
                    },
            } else |xs| { check_7: none_alive >> {} -> [c] }
            >> mix(b = c)
            >> add_one
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p21_leaves_no_guard() {
    leaves_no_guard!(p21(17, vec![vec![53], vec![40, 47, 8]]));
}

pipeline! {
    fn p22(grid: Vec<Vec<i64>>, a: i64, c: i64) -> [xs as b, a, grid, g] {
        mix(b = c)
            >> negate(b = d * d % 1_009 + 2)
            >> repeat(max = 2) {
                turn(b = c * d % 1_009 + 8) -> [b, d, a as zs]
                    >> map((0..3_i64) as e) {
                        group_1: { half(a) }
                            >> double
                            >> both_2: parallel {
                                digits(a = b * b % 1_009 + 9)
                                    >> turn(b = d, c = d)
                                    >> heads(grid = grid) -> [zs as w, c as grid],
                                branch_3: negate >> step_4: negate >> half,
                            } -> [grid, b, w],
                    } -> [b as xs, w as g, b as f],
            } until(a - c < 2)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p22_leaves_no_guard() {
    leaves_no_guard!(p22(vec![], 62, 43));
}

pipeline! {
    fn p23(xs: Vec<i64>) {
        zip_up(ys = xs.to_vec()) -> [zs as xs]
            >> parallel {
                branch_1: halves(ys = xs) >> zip_up(ys = zs),
                map((xs) as a) { mix(b = 3) >> {} >> digits } -> [b as n_2, c],
            }
            >> digits(a = b) -> [b, c as g]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p23_leaves_no_guard() {
    leaves_no_guard!(p23(vec![]));
}

pipeline! {
    fn p24(b: i64, c: &i64) -> [b as h] {
        parallel {
            branch_1: mix(a = { let first = c * 1; first - c }) -> [d] >> step_2: negate(b) -> [c],
            branch_3: map((vec![9, 10]) as a) {
                both_4: parallel {
                    branch_5: digits(a = 6) >> add_one,
                    branch_6: double >> p23(xs = vec![a + 7, a * 2]) -> [g, b as f],
                }
                    >> blend(d = 4)
                    >> by_7: if g % 3 == 1 { step_8: double >> {} >> step_9: double(a) } else if g % 4 == 0 {} else if c % 2 == 1 {} else { up_to },
            } -> [b as u],
        }
            >> half(a = c)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p24_leaves_no_guard() {
    leaves_no_guard!(p24(69, &41));
}

pipeline! {
    fn p25(xs: Vec<i64>) {
        attempt_1: try {
            p23(xs = xs.iter().map(|item| item + 2).collect::<Vec<i64>>()) -> [b, g as c] >> blend(d = b),
        } else |xs| { check_2: none_alive >> bury(error = xs) }
            >> step_3: p23(xs = xs)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p25_leaves_no_guard() {
    leaves_no_guard!(p25(vec![94, 37]));
}

pipeline! {
    fn p26(xs: Vec<i64>, b: i64, grid: Vec<Vec<i64>>) {
        {
            add_one(a = b)
                >> repeat(max = xs.len(), index as round) {
                    if xs.is_empty() { add_one >> half -> [b] >> stamp }
                        >> map((0..3_i64) as a) {
                            stamp >> add_one(a = a * b % 1_009 + 4) >> step_1: half,
                        } -> [grid as u],
                } until(xs.is_empty()),
        }
            >> nth(b = b)
            >> map(grid as xs) {
                late(a = b, c = b)
                    >> attempt_2: try {
                        blend >> late(a = xs.iter().map(|item| item % 10).sum::<i64>()) -> [a as g],
                    } else |why| { check_3: none_alive >> weave(ys = xs.to_vec()) },
            }
            >> step_4: nth
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p26_leaves_no_guard() {
    leaves_no_guard!(p26(vec![40], 31, vec![]));
}

pipeline! {
    fn p27(ys: &[i64], a: i64, grid: Vec<Vec<i64>>) {
        parallel {
            map(ys as a) {
                turn(b = a, c = ys.iter().map(|item| item % 10).sum::<i64>(), d = a) -> [d, b, a],
            } -> [b, a as d],
            grow(xs = ys, a) -> [ys]
                >> parallel {
                    branch_1: zip_up(xs = ys) >> parallel { branch_2: add_one, double -> [b as w] } -> [a],
                    branch_3: negate(b = a),
                    parallel { add_one -> [a], digits }
                        >> repeat(max = 2) { negate >> step_4: negate } until(b - a < 3)
                        >> push(xs = ys.to_vec(), a = c) -> [xs],
                } -> [c, a as grid, xs as h],
        }
            >> halves(ys = b.iter().map(|item| item + 6).collect::<Vec<i64>>())
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p27_leaves_no_guard() {
    leaves_no_guard!(p27(&[25, 89, 59], 25, vec![vec![64, 2], vec![63, 98, 89], vec![36, 82]]));
}

pipeline! {
    fn p28(grid: Vec<Vec<i64>>) -> [grid, b as zs, g as xs] {
        both_1: parallel {
            flatten
                >> map(xs as b, limit = 4) {
                    parallel {
                        halves(ys = xs),
                        p19(a = b) -> [zs as ys, b, e, c as u],
                        branch_2: blend(c = b, d = b) >> rows(xs = xs) >> push(a = 1) -> [xs as h],
                    }
                        >> digits(a = b),
                },
            branch_3: heads(grid = grid) -> [c, zs] >> flatten(grid = grid),
        } -> [xs as g, c, b]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p28_leaves_no_guard() {
    leaves_no_guard!(p28(vec![vec![88, 71], vec![37, 2, 93, 19]]));
}

pipeline! {
    fn p29(c: &i64) {
        double(a = c) -> [b]
            >> both_1: parallel {
                branch_2: attempt_3: try {
                    by_4: if c - b < 3 { late(a = c, c) >> negate >> step_5: half(a = 5) } else if b % 3 == 1 { half(a = b) -> [b] } else if c % 4 == 0 { add_one(a = b) }
                        >> attempt_6: try {
                            step_7: mix(a = 1, b = 4) -> [d]
                                >> half(a = { let first = d * 1; first - c }) -> [b],
                        } else |why| {
                            check_8: none_alive
                                >> weigh(error = why, a = { let first = c * 8; first - c }) -> [b],
                        } -> [b as ys],
                } else |error| {
                    check_10: none_alive
                        >> repeat(max = 3, index as b) {
                            age(a = c, round = 2) -> [a]
                                >> step_9: age(a = a, round = b)
                                >> weigh(error = error),
                        } until(b - a < 2) -> [b],
                },
                branch_11: map((vec![c + 6, b * 2]) as e) {
                    attempt_12: try {
                        behead(ys = vec![4, 5]) -> [ys]
                            >> add_one(a = e) -> [a as xs]
                            >> step_13: half(a = c),
                    } else |e| { check_14: none_alive >> {} -> [b] },
                } -> [c as g],
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p29_leaves_no_guard() {
    leaves_no_guard!(p29(&10));
}

pipeline! {
    fn p30(c: &i64, grid: Vec<Vec<i64>>) -> [b] {
        attempt_1: try {
            each_2: map(grid as e) {
                attempt_3: try { behead(ys = e) >> half(a = c) } else |why| {
                    check_5: none_alive >> late(a = c, c = c) -> [c, a] >> step_4: behead(ys = e),
                }
                    >> map((0..3_i64) as b) { negate >> behead(ys = e) -> [ys as f] },
            } -> [grid as e, f]
                >> mix(a = c, b = c + 5),
        } else |xs| { check_6: none_alive }
            >> double(a = { let first = c * 9; first - c })
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p30_leaves_no_guard() {
    leaves_no_guard!(p30(&97, vec![vec![48, 9], vec![38], vec![98, 45, 92, 17]]));
}

pipeline! {
    fn p31(b: &i64) {
        blend(c = b * b % 1_009 + 4, d = b)
            >> parallel {
                branch_1: blend(c = 9, d = b),
                branch_2: turn(c = b, d = a)
                    >> step_3: add_one(a = d)
                    >> step_4: p20(xs = vec![b + 8, b * 2], grid = vec![vec![1], vec![]], b = b) -> [a as zs],
            } -> [a as e]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p31_leaves_no_guard() {
    leaves_no_guard!(p31(&23));
}

pipeline! {
    fn p32(ys: &[i64]) {
        zip_up(xs = ys.to_vec(), ys = ys.iter().map(|item| item + 8).collect::<Vec<i64>>())
            >> each_1: map(zs as a) {
                attempt_2: try { zip_up(xs = ys.to_vec()) -> [b] } else |a| {
                    check_5: none_alive
                        >> attempt_3: try { up_to(a = b) >> weave(xs = xs) } else |error| { check_4: none_alive >> weigh(error = error, a = b) }
                        >> p23(xs = vec![b + 4, b * 2]),
                }
                    >> grow(xs = ys.to_vec(), a = a)
                    >> late(c = b),
            } -> [c as g, a]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p32_leaves_no_guard() {
    leaves_no_guard!(p32(&[89, 16, 81, 71]));
}

pipeline! {
    fn p33(ys: Vec<i64>, xs: &[i64], c: i64) -> [c, b] {
        grow(xs = xs, a = c)
            >> negate(b = xs.len() as i64)
            >> parallel {
                half(a = ys.len() as i64),
                p23 >> mix(a = b * b % 1_009 + 4, b = b + 8) >> step_1: total(xs = xs),
            }
            >> step_2: half(a = xs.iter().map(|item| item % 10).sum::<i64>())
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p33_leaves_no_guard() {
    leaves_no_guard!(p33(vec![80, 83, 88], &[], 25));
}

pipeline! {
    fn p34(ys: Vec<i64>) {
        halves -> [zs]
            >> parallel {
                branch_1: behead -> [ys],
                branch_2: attempt_3: try { behead(ys) >> step_4: behead(ys) -> [ys] } else |e| { check_6: none_alive >> step_5: bury(error = e) } -> [ys as g],
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p34_leaves_no_guard() {
    leaves_no_guard!(p34(vec![49, 67]));
}

pipeline! {
    fn p35(b: &i64, ys: Vec<i64>, a: i64) {
        p34 >> step_1: p34(ys = ys) >> late(a = g.iter().map(|item| item % 10).sum::<i64>(), c = a)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p35_leaves_no_guard() {
    leaves_no_guard!(p35(&54, vec![65, 82, 0, 12], 55));
}

pipeline! {
    fn p36(ys: &[i64], b: i64, c: i64) {
        map(ys as e) {
            rows(xs = vec![e + 0, e * 2], b = c)
                >> by_1: match &ys[..] {
                    first if first.len() > 2 => by_2: if c % 4 == 0 { turn(d = c) >> negate >> grow(xs = first, a) } else if e - c < 2 {
                        flatten(grid = grid) >> step_3: negate(b = { let first = e * 3; first - e }) -> [c],
                    } else if b - e < 4 { half(a = 9) >> step_4: half(a = c) } -> [c, ys as xs]
                        >> map((vec![e + 7, e * 2]) as a) {
                            mix(a = first.len() as i64, b) >> digits >> step_5: mix,
                        } -> [d],
                    [last, .., rest] => {},
                    _ => {},
                },
        }
            >> push(xs = ys.iter().map(|item| item + 6).collect::<Vec<i64>>(), a = ys.iter().map(|item| item % 10).sum::<i64>())
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p36_leaves_no_guard() {
    leaves_no_guard!(p36(&[], 71, 57));
}

pipeline! {
    fn p37(a: i64, b: i64) {
        map((vec![3, 4]) as a) {
            match a {
                xs if xs - a < 4 => {},
                1 | 4 => {} -> [a as b],
                _ => parallel {
                    late(c = b) -> [c, a as g],
                    add_one(a = a) >> {} >> negate -> [c] >> digits -> [b as f, c as e],
                },
            },
        } -> [b as h]
            >> both_1: parallel { push(xs = h) -> [xs], p23(xs = h) }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p37_leaves_no_guard() {
    leaves_no_guard!(p37(31, 87));
}

pipeline! {
    fn p38(a: &i64, b: &i64, grid: &[Vec<i64>]) -> [xs] {
        repeat(max = 2, index as round) {
            attempt_1: try {
                both_2: parallel {
                    double(a) >> age -> [a],
                    branch_3: late(c = b * b % 1_009 + 6) -> [c as f],
                }
                    >> half(a = f),
            } else {
                check_5: none_alive
                    >> map((vec![5, 6]) as e, limit = 3) {
                        flatten >> step_4: p34(ys = xs) >> total(xs = ys),
                    },
            }
                >> map((vec![a + 7, a * 2]) as e) {
                    attempt_6: try { half -> [b] } else |error| { check_7: none_alive >> negate },
                } -> [b as u, e]
                >> map((e.to_vec()) as b) { age } -> [a as xs, b as g],
        } until(round > 1) -> [g, xs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p38_leaves_no_guard() {
    leaves_no_guard!(p38(&84, &13, &[vec![], vec![32, 83], vec![91, 39, 15]]));
}

pipeline! {
    fn p39(grid: Vec<Vec<i64>>, a: i64, ys: Vec<i64>) {
        negate(b = ys.len() as i64)
            >> mix(a = ys.iter().map(|item| item % 10).sum::<i64>(), b = a)
            >> {}
            >> repeat(max = 3) {
                both_1: parallel {
                    parallel {
                        branch_2: blend,
                        branch_3: halves(ys = ys) >> turn(b = ys.len() as i64, c = a + 8, d) >> zip_up(xs),
                        branch_4: late(a) -> [a as g, c],
                    }
                        >> total(xs = ys.to_vec()) -> [c]
                        >> step_5: late(a = c, c = c),
                    map((vec![c + 9, c * 2]) as b) {
                        halves >> {} >> total -> [c] >> zip_up(xs = ys.to_vec()) -> [zs, b],
                    },
                    branch_6: rows(xs = ys, b = c),
                },
            } until(a % 4 == 0)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p39_leaves_no_guard() {
    leaves_no_guard!(p39(vec![vec![], vec![52, 7]], 1, vec![77]));
}

pipeline! {
    fn p40(b: i64, grid: Vec<Vec<i64>>, c: i64) -> [b] {
        double(a = c)
            >> step_1: negate(b)
            >> attempt_2: try {
                add_one(a = b)
                    >> map(grid as e) {
                        attempt_3: try { late(a) >> nth(xs = e) -> [d as zs] } else |e| { check_4: none_alive >> {} -> [b, b as h] } -> [b, b as zs]
                            >> half,
                    } -> [b as g],
            } else |error| { check_5: none_alive >> {} -> [b] }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p40_leaves_no_guard() {
    leaves_no_guard!(p40(40, vec![vec![95, 14], vec![15, 16, 75]], 52));
}

pipeline! {
    fn p41(ys: &[i64]) {
        p23(xs = ys) -> [b] >> p34
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p41_leaves_no_guard() {
    leaves_no_guard!(p41(&[]));
}

pipeline! {
    fn p42(a: i64, grid: Vec<Vec<i64>>, xs: Vec<i64>) {
        add_one(a) >> p34(ys = xs) >> p23(xs = ys) -> [g, b as h] >> step_1: add_one(a = h)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p42_leaves_no_guard() {
    leaves_no_guard!(p42(13, vec![vec![98, 34], vec![10, 96]], vec![18, 1]));
}

pipeline! {
    fn p43(c: &i64, ys: Vec<i64>) -> [grid as xs, grid as b] {
        grow(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), a = { let first = c * 2; first - c })
            >> map(ys as a, limit = 1) {
                map(ys as b) {
                    total(xs = ys) >> up_to(a = { let first = b * 9; first - c }) -> [xs as a],
                } -> [a as b]
                    >> rows(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), b = a)
                    >> half,
            }
            >> map((ys.iter().map(|item| item + 9).collect::<Vec<i64>>()) as a) {
                each_1: map(ys as e) { rows(xs = b, b = c) } >> p23(xs = vec![c + 1, c * 2]),
            } -> [b as g, c as f]
            >> rows(xs = vec![c + 9, c * 2], b = c) -> [grid]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p43_leaves_no_guard() {
    leaves_no_guard!(p43(&36, vec![40, 56]));
}

pipeline! {
    fn p44(ys: &[i64], grid: Vec<Vec<i64>>) {
        match &ys[..] {
            [a] => {},
            [] => weave(xs = ys) -> [ys] >> behead(ys = ys),
            last if last.len() > 2 => {} -> [ys],
            _ => attempt_1: try { behead(ys = ys.to_vec()) >> group_2: { total(xs = ys) } } else |error| {
                check_5: none_alive >> attempt_3: try { behead } else |a| { check_4: none_alive >> heads },
            } -> [ys as zs],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p44_leaves_no_guard() {
    leaves_no_guard!(p44(&[3, 70], vec![vec![], vec![35, 13, 50]]));
}

pipeline! {
    fn p45(xs: Vec<i64>) {
        each_1: map(xs as a) { up_to >> p23 } >> weave(ys = xs)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p45_leaves_no_guard() {
    leaves_no_guard!(p45(vec![30]));
}

pipeline! {
    fn p46(b: i64, xs: &[i64], a: i64) {
        halves(ys = xs)
            >> parallel {
                branch_1: digits(a = b * b % 1_009 + 0),
                branch_2: map((zs.to_vec()) as a) { p23 } -> [g, xs as f],
            }
            >> step_3: halves(ys = vec![b + 4, b * 2])
            >> mix
            >> add_one(a = c) -> [a as d]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p46_leaves_no_guard() {
    leaves_no_guard!(p46(89, &[0, 80, 85, 70], 68));
}

pipeline! {
    fn p47(ys: Vec<i64>, xs: &[i64]) -> [b as a] {
        match ys { first if first.len() > 1 => {}, first => {} }
            >> total(xs = ys.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
            >> each_1: map((vec![4, 5]) as a) { double(a = { let first = a * 9; first - a }) }
            >> p23(xs = b) -> [b]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p47_leaves_no_guard() {
    leaves_no_guard!(p47(vec![35, 56], &[77, 92]));
}

pipeline! {
    fn p48(a: &i64) {
        add_one
            >> p44(ys = vec![8, 9], grid = vec![vec![4], vec![]]) -> [ys]
            >> {}
            >> map((vec![8, 9]) as b, limit = 1) {
                halves >> map(ys as b) { up_to } -> [xs as h, b as g],
            } -> [ys as xs, h, zs as c]
            >> p19(grid = c, a = a, xs = ys)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p48_leaves_no_guard() {
    leaves_no_guard!(p48(&31));
}

pipeline! {
    fn p49(b: i64, c: i64) -> [b as a] {
        map((vec![5, 6]) as e) { late(a = b + 0) -> [a] }
            >> attempt_1: try { repeat(max = 4) { late(a = c) -> [a as zs, c as u] } until(zs - b < 2) } else |why| {
                check_6: none_alive
                    >> attempt_2: try { group_3: { weigh(error = why, a = why.message().len() as i64) } } else {
                        check_5: none_alive
                            >> double(a = c)
                            >> step_4: weigh(error = why, a = a.len() as i64) -> [b],
                    } -> [a as f, b as grid],
            } -> [b as c]
            >> p23(xs = a.iter().map(|item| item + 2).collect::<Vec<i64>>())
            >> push(xs = vec![g + 7, b * 2], a = b) -> [xs as b]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p49_leaves_no_guard() {
    leaves_no_guard!(p49(67, 35));
}

pipeline! {
    fn p50(ys: &[i64], b: &i64) {
        group_1: {
            double(a = b)
                >> attempt_2: try { late(a = b, c = ys.len() as i64) >> step_3: late >> behead } else |why| {
                    check_7: none_alive
                        >> weigh(error = why, a = b) -> [b as w]
                        >> attempt_4: try { behead(ys = ys) >> negate(b = b) } else |e| {
                            check_6: none_alive
                                >> weigh(error = why, a = w)
                                >> step_5: weigh(error = why, a = b),
                        }
                        >> {}
                        >> bury(error = why),
                }
                >> step_8: total(xs = vec![b + 7, b * 2]),
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p50_leaves_no_guard() {
    leaves_no_guard!(p50(&[], &10));
}

pipeline! {
    fn p51(grid: Vec<Vec<i64>>, xs: Vec<i64>, ys: Vec<i64>) {
        repeat(max = 2, index as i) {
            parallel { stamp(round = i), heads(grid = vec![xs.to_vec(), vec![0]]) }
                >> repeat(max = 4) {
                    map((zs.to_vec()) as a, limit = 4) {
                        age(round = (c % 3).unsigned_abs() as usize) >> nth(xs = ys, b = a * c % 1_009 + 3),
                    }
                        >> stamp(xs = d, round = (c % 3).unsigned_abs() as usize),
                } until(i > 2)
                >> age(a = c, round = i) -> [a],
        } until(a % 3 == 1)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p51_leaves_no_guard() {
    leaves_no_guard!(p51(vec![vec![56, 74], vec![51, 40, 56, 0]], vec![12, 18, 79], vec![]));
}

pipeline! {
    fn p52(a: i64) -> [a] {
        repeat(max = 2, index as i) {
            attempt_1: try {
                mix(b = a)
                    >> attempt_2: try { up_to >> total -> [c as g] } else { check_3: none_alive >> blend(c = d, d = d) }
                    >> repeat(max = 2) { late(c = d) -> [a, c] >> blend >> step_4: blend } until(d % 2 == 1) -> [d],
            } else |error| {
                check_9: none_alive
                    >> both_5: parallel {
                        branch_6: step_7: digits(a = a),
                        branch_8: p51(grid = vec![vec![5], vec![]], xs = vec![1, 2], ys = vec![a + 4, a * 2]),
                    } -> [c, b, a],
            },
        } until(a % 3 == 1) -> [a]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p52_leaves_no_guard() {
    leaves_no_guard!(p52(55));
}

pipeline! {
    fn p53(ys: &[i64], xs: Vec<i64>, grid: Vec<Vec<i64>>) -> [zs, b] {
        zip_up(xs, ys = vec![7, 8])
            >> attempt_1: try { add_one(a = b) >> behead >> {} >> step_2: behead } else |error| {
                check_7: none_alive
                    >> map(zs as b, limit = 2) {
                        parallel {
                            branch_3: mix(a = b, b = b) -> [d as grid],
                            branch_4: double(a = b),
                            branch_5: weigh(error = error, a = b)
                                >> step_6: weigh(error = error, a = b) -> [b]
                                >> weave(xs = xs.iter().map(|item| item + 6).collect::<Vec<i64>>()) -> [ys],
                        } -> [grid as e, ys],
                    } -> [e as u, ys as c, grid as a]
                    >> bury -> [d as h],
            } -> [ys as zs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p53_leaves_no_guard() {
    leaves_no_guard!(p53(&[], vec![], vec![vec![], vec![44, 49, 31]]));
}

pipeline! {
    fn p54(c: i64, b: &i64) {
        map((vec![3, 4]) as b) {
            mix(a = c)
                >> late(a = { let first = c * 1; first - d }, c = { let first = b * 1; first - d })
                >> both_1: parallel {
                    branch_2: digits -> [b as xs, c as ys]
                        >> parallel {
                            branch_3: turn(b = 8, c = 4) -> [d as g, b, a] >> blend(c, d) -> [a as d],
                            branch_4: add_one(a = c) >> double(a = d),
                            branch_5: add_one(a) >> step_6: double >> mix -> [d as grid],
                        }
                        >> repeat(max = 2, index as round) { age -> [a] } until(xs % 3 == 1),
                    blend -> [a] >> step_7: late -> [a as g, c],
                } -> [c as h, g as f, a],
        }
            >> negate
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p54_leaves_no_guard() {
    leaves_no_guard!(p54(99, &60));
}

pipeline! {
    fn p55(ys: &[i64]) {
        map(ys as e) {
            digits(a = e)
                >> attempt_1: try { behead } else |e| {
                    check_2: none_alive >> bury(error = e) -> [c, d as grid] >> mix(a = grid) -> [d],
                }
                >> if let Some(e) = ys.first() {
                    attempt_3: try { late(a = b, c = e + 6) >> nth(xs = ys) -> [d] } else |error| { check_4: none_alive >> bury -> [d as zs, c] },
                },
        }
            >> attempt_5: try { { halves } -> [xs as b, zs as f] >> {} >> behead(ys = b) } else |why| { check_6: none_alive }
            >> weave(xs = ys)
            >> zip_up(xs = ys)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p55_leaves_no_guard() {
    leaves_no_guard!(p55(&[21, 82, 20, 49]));
}

pipeline! {
    fn p56(c: &i64, xs: &[i64]) {
        again_1: repeat(max = 3) {
            up_to(a = c)
                >> map(xs as b) {
                    attempt_2: try { mix(a = xs.len() as i64) -> [d] } else |a| {
                        check_3: none_alive
                            >> digits(a = c)
                            >> halves(ys = xs)
                            >> late(a = format!("{a:#}").len() as i64, c = c + 7),
                    }
                        >> push(xs = xs.to_vec(), a = xs.len() as i64) -> [xs as b],
                },
        } until(c % 4 == 1) -> [b]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p56_leaves_no_guard() {
    leaves_no_guard!(p56(&63, &[63]));
}

pipeline! {
    fn p57(xs: Vec<i64>, ys: Vec<i64>) {
        each_1: map((ys.iter().map(|item| item + 2).collect::<Vec<i64>>()) as a) {
            zip_up(ys = ys) -> [b as a, zs]
                >> parallel {
                    branch_2: map((ys.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>()) as b) {
                        rows(xs, b = ys.len() as i64) >> {} >> step_3: rows -> [grid],
                    }
                        >> total,
                    turn(b = a * a % 1_009 + 4, c = a, d = a) -> [b as h, a, d],
                },
        }
            >> halves -> [xs as u, zs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p57_leaves_no_guard() {
    leaves_no_guard!(p57(vec![4, 74], vec![78, 87]));
}

pipeline! {
    fn p58(xs: Vec<i64>, a: &i64) {
        map(xs as e) {
            rows(xs, b = a)
                >> map(grid as xs, limit = 4) {
                    blend(c = e, d = e)
                        >> if xs.is_empty() {
                            half(a = xs.len() as i64) -> [b] >> step_1: zip_up(ys = xs),
                        } else if e % 2 == 0 {
                            p40(b = a, grid = vec![vec![8], vec![]], c = a + 2) -> [b]
                                >> step_2: blend(c = e, d = a + 2),
                        }
                        >> add_one,
                } -> [a as ys],
        } -> [ys]
            >> digits(a = xs.len() as i64)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p58_leaves_no_guard() {
    leaves_no_guard!(p58(vec![47, 82, 41], &74));
}

pipeline! {
    fn p59(ys: &[i64], a: i64, c: &i64) {
        repeat(max = 4) {
            map(ys as e, limit = 1) {
                double
                    >> map(ys as a, limit = 4) {
                        weave(ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), xs = ys) -> [ys]
                            >> {}
                            >> total(xs = vec![0, 1])
                            >> step_1: weave(xs = ys) -> [ys],
                    } -> [ys as g]
                    >> up_to -> [xs as grid],
            }
                >> p40(b = ys.len() as i64, c = ys.len() as i64),
        } until(b % 4 == 0) -> [b]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p59_leaves_no_guard() {
    leaves_no_guard!(p59(&[75, 71], 88, &50));
}

pipeline! {
    fn p60(b: i64, ys: Vec<i64>, a: &i64) {
        p23(xs = vec![4, 5]) >> p57(xs = ys, ys = ys)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p60_leaves_no_guard() {
    leaves_no_guard!(p60(11, vec![86, 95, 86, 15], &17));
}

pipeline! {
    fn p61(grid: Vec<Vec<i64>>, c: i64) {
        attempt_1: try {
            again_2: repeat(max = 3, index as round) {
                { half(a = 1 - round as i64) }
                    >> parallel {
                        rows(xs = vec![9, 10], b = b) >> age(a = c, round = round),
                        turn(b = b, d = c + 5) -> [a as f, b, d],
                    }
                    >> step_3: age -> [a],
            } until(round > 1)
                >> attempt_4: try {
                    map((vec![c + 7, c * 2]) as b, limit = 4) {
                        negate(b = { let first = b * 0; first - a }),
                    } -> [c as xs]
                        >> parallel {
                            branch_5: push(a = a) -> [xs],
                            branch_6: halves(ys = xs) -> [xs as b, zs],
                        },
                } else |xs| {
                    check_7: none_alive >> p40(b = a * c % 1_009 + 4, c = c) >> late -> [c, a],
                },
        } else {
            check_8: none_alive
                >> repeat(max = (c % 3).unsigned_abs() as usize, index as round) {
                    age(a = c, round = (c % 3).unsigned_abs() as usize) -> [a],
                } until(a - a < 3),
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p61_leaves_no_guard() {
    leaves_no_guard!(p61(vec![vec![75], vec![14, 3]], 46));
}

pipeline! {
    fn p62(ys: &[i64], b: &i64) {
        push(xs = ys.iter().map(|item| item + 7).collect::<Vec<i64>>(), a = b)
            >> late(a = b, c = b)
            >> attempt_1: try {
                attempt_2: try { map(xs as a) { p57(xs = ys.to_vec(), ys) } >> {} >> late(c) } else |e| { check_3: none_alive >> {} -> [ys] }
                    >> p34(ys = xs),
            } else |error| { check_4: none_alive >> weigh(error = error) }
            >> turn(b = { let first = c * 1; first - c }, d = a)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p62_leaves_no_guard() {
    leaves_no_guard!(p62(&[5, 40, 31], &35));
}

pipeline! {
    fn p63(grid: Vec<Vec<i64>>) {
        attempt_1: try { late(a = 6, c = 2) >> step_2: late -> [c as e, a as h] } else |why| {
            check_10: none_alive
                >> attempt_3: try {
                    repeat(max = 2, index as round) {
                        heads
                            >> push(xs = zs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>(), a = c)
                            >> blend(c = 9 - round as i64, d = c),
                    } until(zs.is_empty()),
                } else |a| {
                    check_9: none_alive
                        >> heads
                        >> attempt_4: try {
                            behead(ys = zs.iter().map(|item| item + 0).collect::<Vec<i64>>())
                                >> step_5: behead -> [ys],
                        } else {
                            check_7: none_alive
                                >> step_6: weave(ys = vec![1, 2], xs = zs)
                                >> up_to(a = c) -> [xs]
                                >> flatten -> [xs as zs],
                        }
                        >> step_8: bury(error = why),
                },
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p63_leaves_no_guard() {
    leaves_no_guard!(p63(vec![vec![86, 47, 58, 15], vec![7]]));
}

pipeline! {
    fn p64(ys: &[i64], c: i64) -> [ys, ys as g] {
        nth(xs = vec![c + 4, c * 2], b = c) -> [d]
            >> attempt_1: try {
                attempt_2: try {
                    parallel {
                        behead >> step_3: behead,
                        branch_4: zip_up(xs = ys) >> digits(a = d * c % 1_009 + 6) >> late(a = d),
                        branch_5: total(xs = ys.to_vec()) -> [c as xs],
                    } -> [ys, c, a, xs]
                        >> step_6: behead,
                } else |why| { check_7: none_alive },
            } else { check_8: none_alive } -> [ys]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p64_leaves_no_guard() {
    leaves_no_guard!(p64(&[41, 73], 85));
}

pipeline! {
    fn p65(ys: Vec<i64>) -> [ys] {
        attempt_1: try {
            each_2: map((0..3_i64) as e, limit = 4) {
                half(a = { let first = e * 7; first - e }) >> add_one(a = b + 9),
            }
                >> map(ys as b, limit = 1) {
                    map(ys as e, limit = 1) { nth(xs = a, b = { let first = b * 6; first - b }) } -> [d as f],
                } -> [f],
        } else { check_3: none_alive }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p65_leaves_no_guard() {
    leaves_no_guard!(p65(vec![25, 4]));
}

pipeline! {
    fn p66(c: i64, b: i64, ys: Vec<i64>) -> [c] {
        half(a = b) >> p57(xs = ys) >> p65
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p66_leaves_no_guard() {
    leaves_no_guard!(p66(3, 79, vec![3, 75]));
}

pipeline! {
    fn p67(b: i64) -> [b, b as h] {
        attempt_1: try {
            attempt_2: try {
                half(a = b)
                    >> attempt_3: try {
                        digits(a = b * b % 1_009 + 5) -> [b, c]
                            >> turn(b = c, d = c + 2) -> [d as u, b as h, a as w]
                            >> step_4: half(a = u) -> [b],
                    } else |a| {
                        check_5: none_alive
                            >> half(a = { let first = b * 6; first - b }) -> [b as d]
                            >> late(a = d, c = b),
                    },
            } else |error| {
                check_9: none_alive >> weigh(error = error, a = { let first = b * 8; first - b }),
            }
                >> attempt_10: try {
                    late(a = b, c = b) -> [a as e] >> blend(c = b, d = { let first = b * 8; first - b }),
                } else {
                    check_12: none_alive
                        >> map((vec![4, 5]) as b) {
                            late(a = b, c = b) -> [c as w, a as u] >> step_11: late(a = b, c = w),
                        },
                } -> [b as xs, b as ys],
        } else |why| {
            check_13: none_alive >> p20(xs = vec![b + 8, b * 2], grid = vec![vec![1], vec![]]) -> [a],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p67_leaves_no_guard() {
    leaves_no_guard!(p67(62));
}

pipeline! {
    fn p68(ys: Vec<i64>) {
        p65(ys = ys)
            >> parallel {
                halves,
                weave(xs = ys.to_vec()) >> behead(ys = ys) >> p34(ys),
                branch_1: zip_up(xs = ys) -> [zs] >> step_2: zip_up(xs = vec![3, 4]) -> [zs as f, b],
            } -> [ys, b, f as h, xs as w]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p68_leaves_no_guard() {
    leaves_no_guard!(p68(vec![22, 33, 83, 77]));
}

pipeline! {
    fn p69(b: &i64, a: i64, grid: &[Vec<i64>]) {
        digits(a)
            >> attempt_1: try {
                parallel {
                    branch_2: attempt_3: try { late >> half(a = c) -> [b as f] } else {
                        check_4: none_alive >> flatten >> nth(xs = xs, b = xs.len() as i64) -> [d as ys],
                    },
                    branch_5: flatten(grid = grid) -> [xs],
                }
                    >> behead(ys = xs),
            } else { check_6: none_alive >> half >> negate -> [c] } -> [c as u]
            >> double(a)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p69_leaves_no_guard() {
    leaves_no_guard!(p69(&13, 43, &[]));
}

pipeline! {
    fn p70(ys: Vec<i64>) -> [e as u, g, a as w, zs as ys] {
        each_1: map(ys as b) { p65 } -> [ys as a]
            >> map(a as e, limit = 2) { halves(ys = e) -> [zs as a, xs as c] } -> [c as g, a as zs, e]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p70_leaves_no_guard() {
    leaves_no_guard!(p70(vec![43, 46]));
}

pipeline! {
    fn p71(c: i64, grid: &[Vec<i64>], b: &i64) -> [ys] {
        map((vec![c + 5, b * 2]) as e, limit = 1) {
            attempt_1: try { late(a = e + 3) -> [a as ys] } else |why| {
                check_4: none_alive
                    >> bury(error = why) -> [c]
                    >> attempt_2: try { p1 >> turn(b = 7, c = c, d = e) } else |error| { check_3: none_alive >> {} -> [e] } -> [b as ys, b]
                    >> weigh(error = why, a = e),
            }
                >> both_5: parallel { branch_6: heads(grid = vec![vec![1], vec![]]), p1 -> [h] },
        } -> [grid as e, c as xs, h, zs as a]
            >> grow(xs, a = xs.iter().map(|item| item % 10).sum::<i64>())
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p71_leaves_no_guard() {
    leaves_no_guard!(p71(38, &[], &72));
}

pipeline! {
    fn p72(xs: Vec<i64>, grid: Vec<Vec<i64>>, a: i64) {
        parallel {
            rows(b = a),
            push(xs = vec![a + 8, a * 2])
                >> attempt_1: try { late(c = a) } else |error| { check_2: none_alive >> {} -> [xs as f] },
            blend(c = a, d = { let first = a * 5; first - a })
                >> map(xs as e, limit = 3) {
                    map((vec![9, 10]) as a) { rows(b = xs.len() as i64) } -> [grid as d]
                        >> if let Some(e) = xs.first() { negate(b = e) -> [c as zs] } -> [xs, xs as b],
                } -> [xs as d],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p72_leaves_no_guard() {
    leaves_no_guard!(p72(vec![13], vec![vec![28, 86], vec![33, 2], vec![44, 24, 15]], 62));
}

pipeline! {
    fn p73(a: i64, xs: Vec<i64>, b: &i64) -> [a, b, w, g] {
        map(xs as e, limit = xs.len() + 1) { mix >> add_one >> nth }
            >> {}
            >> repeat(max = 3) {
                match xs.last().copied() {
                    Some(first) if first % 2 == 0 => {},
                    _ => map((d.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) as b) {
                        half,
                    } -> [b as f]
                        >> half(a = f.iter().map(|item| item % 10).sum::<i64>())
                        >> each_1: map(d as e, limit = f.len() + 1) {
                            turn(c = e, d = b + 7) >> p65(ys = vec![2, 3]) >> halves(ys = xs),
                        } -> [xs as h, zs, e],
                } -> [b as g],
            } until(a % 4 == 0) -> [b, d as w, g]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p73_leaves_no_guard() {
    leaves_no_guard!(p73(41, vec![51, 65], &98));
}

pipeline! {
    fn p74(c: i64) -> [c, zs] {
        parallel {
            branch_1: p2(xs = vec![9, 10], grid = vec![vec![8], vec![]]) -> [g as f, h as zs],
            branch_2: up_to(a = c)
                >> group_3: {
                    attempt_4: try { p70(ys = xs) -> [w, u as b, ys] >> digits(a = c) } else |a| { check_5: none_alive >> {} -> [xs as zs, c] } -> [c],
                } -> [c]
                >> step_6: total(xs = xs.iter().map(|item| item + 5).collect::<Vec<i64>>()),
            {
                match (c % 2 == 0, c % 3) {
                    (true, 0) => blend(c = c, d = c * c % 1_009 + 0),
                    (_, e) if e > 0 => {},
                    _ => step_7: blend(d = c),
                },
            },
        }
            >> negate(b = c) -> [c]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p74_leaves_no_guard() {
    leaves_no_guard!(p74(11));
}

pipeline! {
    fn p75(b: &i64, a: i64) {
        map((vec![1, 2]) as a, limit = 1) {
            parallel {
                branch_1: attempt_2: try { negate >> p70(ys = vec![b + 5, b * 2]) -> [w, u as c, ys] } else |xs| { check_3: none_alive }
                    >> add_one,
                branch_4: blend(c = a * a % 1_009 + 0, d = b) -> [a as c],
                branch_5: turn(c = { let first = b * 2; first - a }, d = a + 2) -> [a as ys, b, d],
            }
                >> {}
                >> map((vec![5, 6]) as b, limit = 1) {
                    attempt_6: try { half(a) >> step_7: half(a = b) } else |error| { check_8: none_alive >> weigh(error = error) >> bury }
                        >> map((vec![d + 4, c * 2]) as e) { mix -> [d as e] }
                        >> mix(a = c) -> [d as ys],
                } -> [ys as zs],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p75_leaves_no_guard() {
    leaves_no_guard!(p75(&63, 52));
}

pipeline! {
    fn p76(grid: &[Vec<i64>]) -> [c] {
        map((vec![6, 7]) as b, limit = 1) {
            attempt_1: try {
                parallel {
                    branch_2: half(a = b),
                    branch_3: up_to(a = { let first = b * 0; first - b })
                        >> weave(ys = xs, xs = xs) -> [ys]
                        >> halves(ys) -> [xs, zs],
                }
                    >> step_4: grow(a = zs.len() as i64)
                    >> late(a = xs.len() as i64, c = b) -> [a, c],
            } else |error| {
                check_5: none_alive >> map((grid) as xs) { weigh(a = b) -> [b as u] >> bury },
            } -> [grid as w]
                >> {
                    map(w as ys, limit = 1) {
                        rows(xs = ys) -> [grid as b] >> flatten(grid = grid) -> [xs] >> {} >> total,
                    },
                } -> [c],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p76_leaves_no_guard() {
    leaves_no_guard!(p76(&[vec![65, 14, 1, 4], vec![]]));
}

pipeline! {
    fn p77(a: &i64, xs: &[i64], b: &i64) {
        grow(xs = xs)
            >> map(ys as b) {
                repeat(max = ys.len(), index as round) {
                    attempt_1: try {
                        stamp(xs, round = round)
                            >> half(a = xs.iter().map(|item| item % 10).sum::<i64>()) -> [b as zs],
                    } else { check_2: none_alive >> p56(c = a + 3, xs = vec![a + 9, a * 2]) } -> [a as zs],
                } until(ys.is_empty())
                    >> add_one,
            } -> [ys as grid]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p77_leaves_no_guard() {
    leaves_no_guard!(p77(&15, &[49, 52, 98, 90], &57));
}

pipeline! {
    fn p78(xs: Vec<i64>) {
        zip_up(ys = xs.to_vec()) -> [b, zs]
            >> p57(ys = zs)
            >> total
            >> each_1: map((zs.iter().rev().chain(u.iter()).take(5).copied().collect::<Vec<i64>>()) as b) {
                total,
            } -> [zs as ys, c as w]
            >> late(a = b)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p78_leaves_no_guard() {
    leaves_no_guard!(p78(vec![60, 48, 46, 13]));
}

pipeline! {
    fn p79(xs: &[i64], grid: Vec<Vec<i64>>, ys: Vec<i64>) -> [a as xs] {
        map(ys as a) {
            double -> [b as d]
                >> attempt_1: try {
                    up_to
                        >> map(xs as b) {
                            nth(xs = vec![0, 1], b = ys.iter().map(|item| item % 10).sum::<i64>())
                                >> blend(c = ys.iter().map(|item| item % 10).sum::<i64>(), d)
                                >> step_2: up_to,
                        } -> [xs as h]
                        >> nth(xs = xs, b = d * a % 1_009 + 4),
                } else |xs| {
                    check_6: none_alive
                        >> step_4: mix(a = ys.len() as i64, b = a)
                        >> step_5: weave(ys = vec![9, 10], xs = ys),
                } -> [ys, d]
                >> flatten(grid),
        } -> [grid as a, xs as d]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p79_leaves_no_guard() {
    leaves_no_guard!(p79(&[56], vec![vec![50, 6], vec![73, 67], vec![48, 24]], vec![92, 83]));
}

pipeline! {
    fn p80(b: i64, xs: Vec<i64>, grid: Vec<Vec<i64>>) {
        attempt_1: try {
            by_2: if let Some(first) = xs.first() { flatten -> [xs] } else if xs.len() + 1 > xs.len() && xs.len() < 3 { nth -> [d] } else { behead(ys = vec![0, 1]) -> [ys] }
                >> attempt_3: try { nth >> behead(ys = xs) } else |xs| {
                    check_7: none_alive
                        >> parallel {
                            half(a = format!("{xs:#}").len() as i64) >> step_4: weigh(error = xs, a = b + 6),
                            weigh(error = xs, a = b * b % 1_009 + 5)
                                >> step_5: half(a = 5) -> [b as ys]
                                >> step_6: half(a = ys) -> [b as ys],
                        }
                        >> map((vec![b + 9, ys * 2]) as b, limit = 2) {
                            late(a = b, c = b) >> add_one(a),
                        },
                }
                >> repeat(max = (b % 3).unsigned_abs() as usize, index as round) {
                    map(grid as e) {
                        stamp(xs, round) -> [xs] >> blend(c = b + 6, d = xs.len() as i64) -> [a],
                    },
                } until(xs.is_empty()) -> [a as w],
        } else |error| {
            check_9: none_alive
                >> again_8: repeat(max = 2) { add_one(a = 9) } until(a % 2 == 1) -> [a as e, a as xs],
        } -> [b]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p80_leaves_no_guard() {
    leaves_no_guard!(p80(67, vec![], vec![vec![82, 17, 64, 62], vec![]]));
}

pipeline! {
    fn p81(a: &i64) -> [c, u] {
        turn(b = a * a % 1_009 + 1, c = { let first = a * 2; first - a }, d = a + 2)
            >> attempt_1: try { p70(ys = vec![a + 2, d * 2]) >> late(c = d) } else |error| {
                check_3: none_alive
                    >> turn(b, c = b, d = error.message().len() as i64) -> [d as u, a]
                    >> step_2: p56(c = d + 7, xs = vec![5, 6]) -> [b as xs],
            } -> [a as u, a as grid]
            >> negate(b = a)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p81_leaves_no_guard() {
    leaves_no_guard!(p81(&58));
}

pipeline! {
    fn p82(grid: Vec<Vec<i64>>, xs: Vec<i64>, a: i64) {
        flatten(grid = vec![vec![2], vec![]]) -> [xs as g]
            >> match &grid[..] {
                [n, e @ ..] => repeat(max = 3) {
                    half
                        >> attempt_1: try { late(a = b, c = b * a % 1_009 + 9) } else {
                            check_2: none_alive >> digits(a = { let first = a * 0; first - a }),
                        }
                        >> attempt_3: try { up_to(a = a) -> [xs] >> late >> nth(xs, b = a) -> [d as u] } else |why| {
                            check_5: none_alive >> halves(ys = g) >> step_4: weigh(error = why),
                        },
                } until(c - c < 4) -> [b],
                e if e.len() > 2 => {},
                [n] => {} -> [grid as e],
                _ => {} -> [grid],
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p82_leaves_no_guard() {
    leaves_no_guard!(p82(vec![vec![36, 34]], vec![41, 51, 6], 86));
}

pipeline! {
    fn p83(ys: Vec<i64>, xs: &[i64], c: i64) -> [grid as e, d] {
        map(ys as b) {
            negate(b = xs.iter().map(|item| item % 10).sum::<i64>())
                >> weave(ys = vec![c + 7, b * 2], xs = xs),
        } -> [b, ys as a]
            >> if c - c < 3 {}
            >> each_1: map(a as xs) {
                step_2: zip_up -> [zs, b]
                    >> group_3: {
                        attempt_4: try { half(a = c) >> late(a = b) >> step_5: half -> [b as ys] } else { check_6: none_alive >> p19(grid = a, a = b) } -> [zs, b as grid, c],
                    } -> [zs as ys],
            } -> [ys as d]
            >> rows(b = c)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p83_leaves_no_guard() {
    leaves_no_guard!(p83(vec![2, 76, 57, 14], &[], 63));
}

pipeline! {
    fn p84(c: i64, xs: &[i64]) -> [b as u, a as w] {
        attempt_1: try { up_to(a = c * c % 1_009 + 6) } else |error| {
            check_6: none_alive
                >> attempt_2: try {
                    map(xs as b) { grow(xs = xs, a = b) }
                        >> by_3: match &xs[..] {
                            [last] => step_4: half(a = c) >> bury,
                            xs if xs.len() > 2 => weave(ys = xs.to_vec(), xs = xs),
                            [last, .., a] => nth(b = last),
                            _ => turn(b = error.message().len() as i64, d = xs.iter().map(|item| item % 10).sum::<i64>()),
                        } -> [c],
                } else |error| { check_5: none_alive >> weave(ys = xs.to_vec()) }
                >> p65(ys = xs) -> [ys],
        }
            >> turn(b = xs.iter().map(|item| item % 10).sum::<i64>(), d = c) -> [b, a, d]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p84_leaves_no_guard() {
    leaves_no_guard!(p84(1, &[86, 61]));
}

pipeline! {
    fn p85(c: i64, ys: &[i64]) {
        both_1: parallel {
            branch_2: mix(a = c * c % 1_009 + 2, b = c) -> [d]
                >> map((vec![c + 7, c * 2]) as e) {
                    zip_up(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), ys)
                        >> attempt_3: try {
                            step_4: behead(ys = zs.iter().map(|item| item + 6).collect::<Vec<i64>>())
                                >> half(a = c) -> [b as grid],
                        } else |why| { check_5: none_alive },
                } -> [zs, ys as g, zs as w],
            branch_6: each_7: map((ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) as a) {
                turn(b = c, d = a),
            },
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p85_leaves_no_guard() {
    leaves_no_guard!(p85(65, &[50, 6]));
}

pipeline! {
    fn p86(ys: &[i64], grid: Vec<Vec<i64>>, b: i64) -> [c as g, zs as d, e as a, b] {
        rows(xs = ys.iter().map(|item| item + 6).collect::<Vec<i64>>())
            >> parallel {
                branch_1: push(xs = ys, a = b),
                branch_2: match ys { m if m.len() > 1 => {} -> [grid], m => {} },
            }
            >> p1 -> [h]
            >> step_3: rows(xs = ys)
            >> step_4: p19(a = b)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p86_leaves_no_guard() {
    leaves_no_guard!(p86(&[65, 27], vec![vec![85, 96, 61, 18]], 58));
}

pipeline! {
    fn p87(a: i64) {
        step_1: up_to -> [xs]
            >> repeat(max = 1, index as i) {
                map(xs as b) {
                    map((xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) as e) {
                        step_2: push(xs = xs, a = a + 5)
                            >> {}
                            >> p65(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()),
                    }
                        >> step_3: stamp(round = xs.len())
                        >> map(xs as b, limit = 2) {
                            weave(ys = xs)
                                >> stamp(xs = ys, round = i + 1) -> [xs]
                                >> p70 -> [u as h, w, ys as zs, g],
                        },
                }
                    >> age(round = i) -> [a],
            } until(a - a < 2)
            >> attempt_4: try { nth(b = a) } else |error| { check_5: none_alive } -> [a]
            >> weave(ys = xs)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p87_leaves_no_guard() {
    leaves_no_guard!(p87(38));
}

pipeline! {
    fn p88(c: i64, ys: Vec<i64>) {
        each_1: map(ys as a, limit = 1) {
            push(xs = ys, a = c) -> [xs] >> step_2: grow(xs = xs.to_vec()) -> [ys as grid] >> p85(c),
        }
            >> halves -> [zs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p88_leaves_no_guard() {
    leaves_no_guard!(p88(50, vec![85, 36, 46]));
}

pipeline! {
    fn p89(c: i64, xs: Vec<i64>) -> [c as f] {
        attempt_1: try { behead(ys = xs.to_vec()) } else {
            check_6: none_alive
                >> attempt_2: try {
                    each_3: map(xs as b) {
                        step_4: late(a = b * c % 1_009 + 8) >> half(a = xs.len() as i64),
                    },
                } else { check_5: none_alive >> {} -> [xs, c as e] },
        } -> [xs, xs as f]
            >> up_to(a = { let first = c * 7; first - c })
            >> p34(ys = xs) -> [ys, g]
            >> total(xs = ys)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p89_leaves_no_guard() {
    leaves_no_guard!(p89(10, vec![73, 43, 23]));
}

pipeline! {
    fn p90(xs: Vec<i64>, b: &i64, ys: &[i64]) -> [b] {
        if !ys.is_empty() && let Some(last) = ys.iter().min() { step_1: double(a = last) } else if let Some(xs) = xs.first() {} else if b - b < 4 { {} -> [xs as g] } else {
            map(ys as a) {
                parallel {
                    branch_2: rows(xs = xs) -> [grid] >> half(a = a) -> [b] >> step_3: push(a = a + 8),
                    p65 -> [ys as a] >> grow(a = b) -> [ys as d] >> weave,
                    branch_4: rows(b = b),
                }
                    >> repeat(max = (a % 3).unsigned_abs() as usize) { half } until(ys.is_empty())
                    >> step_5: p65,
            } -> [ys as h, b as w, ys as f],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p90_leaves_no_guard() {
    leaves_no_guard!(p90(vec![10, 18, 14], &49, &[]));
}

pipeline! {
    fn p91(ys: Vec<i64>, b: i64) {
        p85(c = b)
            >> weave(ys = a, xs = b)
            >> parallel {
                zip_up(xs = ys, ys = d.to_vec()) >> total(xs = d),
                branch_2: behead
                    >> attempt_3: try { half(a = a.iter().map(|item| item % 10).sum::<i64>()) } else |error| { check_4: none_alive >> heads(grid = w) } -> [a]
                    >> attempt_5: try {
                        step_6: behead -> [ys as g]
                            >> both_7: parallel { branch_8: zip_up(xs = vec![1, 2]), behead },
                    } else |error| { check_9: none_alive } -> [ys as zs],
            } -> [c]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p91_leaves_no_guard() {
    leaves_no_guard!(p91(vec![33, 0, 62], 63));
}

pipeline! {
    fn p92(ys: &[i64]) -> [b, zs as f, ys, xs as c] {
        map(ys as b) {
            repeat(max = 3, index as round) {
                p23(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) -> [b as e]
                    >> stamp(xs = vec![e + 1, b * 2])
                    >> { step_1: stamp(round = round) },
            } until(ys.is_empty()) -> [xs]
                >> {}
                >> push(a = b),
        }
            >> attempt_2: try {
                behead >> p65(ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()),
            } else |why| { check_3: none_alive >> bury(error = why) } -> [ys, ys as w]
            >> zip_up(xs = ys.to_vec(), ys = ys.iter().rev().chain(w.iter()).take(5).copied().collect::<Vec<i64>>())
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p92_leaves_no_guard() {
    leaves_no_guard!(p92(&[58, 34, 18, 47]));
}

pipeline! {
    fn p93(ys: &[i64], a: i64, grid: &[Vec<i64>]) {
        attempt_1: try {
            each_2: map(ys as e) { repeat(max = 2) { half } until(ys.is_empty()) >> half } -> [b]
                >> map(ys as a) {
                    attempt_3: try { heads >> p20(xs = ys, b = a) } else |a| { check_4: none_alive >> behead -> [ys as d] } -> [grid]
                        >> match &grid[..] {
                            [b, .., e] => half >> blend(c = b, d = a) -> [a],
                            last if last.len() > 2 => {},
                            [b] => flatten(grid),
                            last => {},
                        }
                        >> {}
                        >> total(xs = b),
                },
        } else |why| {
            check_6: none_alive
                >> if ys.is_empty() { weigh(error = why) } else { bury(error = why) >> step_5: weigh(error = why, a = a) } -> [b as a],
        }
            >> turn(b = a, c = a + 1, d = a)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p93_leaves_no_guard() {
    leaves_no_guard!(p93(&[], 80, &[vec![]]));
}

pipeline! {
    fn p94(a: &i64) -> [g, grid] {
        add_one(a = a) -> [a]
            >> step_1: up_to
            >> negate(b = a * a % 1_009 + 2)
            >> parallel {
                map((vec![3, 4]) as b) { map(xs as b) { negate(b = c) } -> [c as ys, c as f] }
                    >> p19(grid = ys, a = c)
                    >> rows(xs = zs, b),
                weave(ys = xs) >> blend(d = { let first = a * 3; first - a }) -> [a],
            } -> [a as g, grid]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p94_leaves_no_guard() {
    leaves_no_guard!(p94(&93));
}

pipeline! {
    fn p95(xs: &[i64], b: &i64) -> [ys as xs] {
        nth(b = b + 7)
            >> mix(a = b, b = { let first = d * 9; first - b })
            >> {
                double(a = xs.iter().map(|item| item % 10).sum::<i64>())
                    >> attempt_1: try {
                        nth
                            >> map(xs as e) {
                                p85(c = e * b % 1_009 + 8, ys = xs)
                                    >> halves(ys = d)
                                    >> behead(ys = a) -> [ys],
                            },
                    } else |why| { check_2: none_alive } -> [xs]
                    >> parallel {
                        halves(ys = xs),
                        push(a = xs.iter().map(|item| item % 10).sum::<i64>()) -> [xs as ys],
                    } -> [xs as b, zs, ys],
            } -> [zs as g, ys, b]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p95_leaves_no_guard() {
    leaves_no_guard!(p95(&[86, 35, 46, 84], &87));
}

pipeline! {
    fn p96(b: i64, ys: Vec<i64>, xs: Vec<i64>) -> [ys as u, a as d, xs as g] {
        late(a = b, c = b)
            >> up_to(a = c)
            >> digits(a = ys.len() as i64)
            >> map(ys as a) {
                up_to(a = ys.len() as i64)
                    >> attempt_1: try { flatten(grid = vec![vec![3], vec![]]) } else |a| { check_2: none_alive >> bury(error = a) }
                    >> map(xs as e) {
                        step_3: up_to
                            >> digits(a)
                            >> repeat(max = 3) { rows } until(a % 3 == 1) -> [grid, xs],
                    } -> [xs as f],
            }
            >> attempt_4: try { rows(xs, b = ys.len() as i64) >> zip_up(xs = ys, ys = xs) } else |error| { check_5: none_alive >> {} -> [a, a as ys] } -> [b, a]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p96_leaves_no_guard() {
    leaves_no_guard!(p96(46, vec![31, 79], vec![61, 61, 51, 94]));
}

pipeline! {
    fn p97(xs: Vec<i64>, b: i64) -> [xs as a, xs] {
        push(a = b)
            >> attempt_1: try {
                repeat(max = 4, index as b) {
                    attempt_2: try { behead(ys = xs) >> step_3: behead } else |error| {
                        check_6: none_alive
                            >> step_4: behead(ys = vec![1, 2])
                            >> step_5: stamp(xs = ys, round = 2),
                    } -> [xs as u, xs],
                } until(b > 1),
            } else { check_7: none_alive } -> [xs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p97_leaves_no_guard() {
    leaves_no_guard!(p97(vec![87], 20));
}

pipeline! {
    fn p98(ys: Vec<i64>) {
        attempt_1: try { behead(ys = ys) >> zip_up(xs = ys) } else |error| {
            check_4: none_alive
                >> p65
                >> repeat(max = 1) {
                    group_3: { zip_up(xs = ys) >> weigh(error = error, a = b) >> bury } -> [c, d as h],
                } until(ys.is_empty()) -> [c as d],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p98_leaves_no_guard() {
    leaves_no_guard!(p98(vec![45, 94]));
}

pipeline! {
    fn p99(c: i64) -> [a] {
        map((0..3_i64) as b) {
            p2(xs = vec![c + 1, c * 2], grid = vec![vec![3], vec![]])
                >> zip_up(xs = h, ys = g.iter().map(|item| item + 7).collect::<Vec<i64>>())
                >> add_one(a = zs.len() as i64),
        } -> [a]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p99_leaves_no_guard() {
    leaves_no_guard!(p99(24));
}
