// Written by guards.py from the seed 14; not to be edited.
use super::tasks::*;
use runnable::prelude::*;

pipeline! {
    fn p0(grid: &[Vec<i64>]) {
        parallel {
            branch_1: flatten,
            branch_2: parallel {
                flatten,
                heads >> turn(b = c, d = zs.iter().map(|item| item % 10).sum::<i64>()),
            } -> [d, xs, a, b]
                >> weave(ys = xs.iter().map(|item| item + 3).collect::<Vec<i64>>()),
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p0_leaves_no_guard() {
    leaves_no_guard!(p0(&[vec![6], vec![38, 65]]));
}

pipeline! {
    fn p1(xs: Vec<i64>, c: i64, a: &i64) {
        p0(grid = vec![xs.to_vec(), vec![7]])
            >> halves -> [zs as grid, xs]
            >> step_1: weave(xs = grid) -> [ys as h]
            >> {
                map(ys as e, on_error = collect) { nth(b = a * e % 1_009 + 8) >> behead(ys = xs) } -> [],
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p1_leaves_no_guard() {
    leaves_no_guard!(p1(vec![43, 31], 82, &39));
}

pipeline! {
    fn p2(grid: &[Vec<i64>], b: i64) {
        add_one(a = b + 9)
            >> match a {
                0 => {},
                1 | 3 => {},
                a if a - b < 3 => turn(b, c = a, d = a)
                    >> digits(a = { let first = b * 2; first - d }) -> [b as e, c]
                    >> attempt_1: try {
                        both_2: parallel { late >> negate, half >> turn(c = e, d) >> step_3: half(a = d) },
                    } else {
                        check_4: none_alive >> if e % 2 == 0 { p0(grid = vec![vec![7_i64], vec![]]) },
                    },
                a => {},
            }
            >> flatten
            >> half
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p2_leaves_no_guard() {
    leaves_no_guard!(p2(&[], 96));
}

pipeline! {
    fn p3(b: i64, xs: &[i64], c: i64) -> [b, c] {
        both_1: parallel {
            branch_2: p0(grid = vec![vec![7_i64], vec![]]),
            map((xs.iter().map(|item| item + 9).collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (e, _), limit = 4) {
                push(a = c),
            } -> [xs as n_3],
        }
            >> {}
            >> parallel {
                branch_4: behead,
                branch_5: attempt_6: try {
                    first_7: {
                        race {
                            racer_8: step_9: nth >> p0(grid = vec![xs.to_vec(), vec![4]]) >> negate(b = b),
                            behead(ys = ys),
                        }
                            >> check_10: none_alive,
                    } -> [c, ys],
                } else |error| { check_11: none_alive } -> [c, ys as grid],
            }
            >> {}
            >> digits(a = c + 5)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p3_leaves_no_guard() {
    leaves_no_guard!(p3(65, &[68, 56], 32));
}

pipeline! {
    fn p4(a: i64, b: i64, xs: Vec<i64>) {
        parallel {
            branch_1: map((xs) as b, limit = 3, index as round) {
                attempt_2: try {
                    half(a = xs.iter().map(|item| item % 10).sum::<i64>())
                        >> p0(grid = vec![vec![2_i64], vec![]])
                        >> nth,
                } else |error| { check_3: none_alive >> {} -> [a as c] }
                    >> attempt_4: try { nth >> behead(ys = xs) } else |xs| {
                        check_6: none_alive >> step_5: add_one(a = { let first = b * 5; first - a }),
                    } -> [a as f]
                    >> rows(xs = vec![4_i64, 5]),
            },
            grow(xs),
        } -> [ys, grid as f]
            >> weave
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p4_leaves_no_guard() {
    leaves_no_guard!(p4(90, 90, vec![78, 82, 53, 82]));
}

pipeline! {
    fn p5(xs: &[i64]) {
        behead(ys = xs)
            >> {
                map((ys.iter().map(|item| item + 8).collect::<Vec<i64>>()) as e, limit = 1, on_error = collect) {
                    repeat(max = xs.len()) { half(a = e) } until(ys.is_empty()),
                } -> [b as result_1]
                    >> blame_2: blame(results = result_1)
                    >> sift_3: sift(results = result_1, others = result_1),
            }
            >> p0(grid = vec![ys.to_vec(), vec![4]])
            >> zip_up(xs = xs) -> [zs]
            >> {
                attempt_4: try {
                    map(ys as a, limit = 2) { push -> [xs as d] } >> behead(ys = vec![c + 4, c * 2]),
                } else |a| { check_5: none_alive },
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p5_leaves_no_guard() {
    leaves_no_guard!(p5(&[]));
}

pipeline! {
    fn p6(ys: Vec<i64>, a: i64) -> [n_3, ys, zs, xs] {
        parallel {
            branch_1: halves,
            branch_2: map((ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>().iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((b, [c, _]), ys)) {
                up_to(a = ys.iter().map(|item| item % 10).sum::<i64>()) -> [xs],
            } -> [xs as n_3],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p6_leaves_no_guard() {
    leaves_no_guard!(p6(vec![39], 10));
}

pipeline! {
    fn p7(ys: &[i64]) -> [c as g] {
        attempt_1: try {
            behead(ys = ys.iter().map(|item| item + 7).collect::<Vec<i64>>())
                >> weave(ys, xs = ys.iter().map(|item| item + 1).collect::<Vec<i64>>()),
        } else |why| {
            check_11: none_alive
                >> parallel {
                    branch_2: both_3: parallel {
                        branch_4: bury(error = why) -> [c as grid, d],
                        branch_5: p6(ys = ys, a = ys.iter().map(|item| item % 10).sum::<i64>()) >> halves,
                        branch_6: bury(error = why) -> [c, d as g],
                    },
                    branch_7: {
                        map(ys as a, limit = 2, on_error = collect) {
                            rows(xs = vec![a + 4, a * 2], b = { let first = a * 7; first - a })
                                >> late(a = a, c = 7),
                        } -> [a as result_8, c as result_9]
                            >> sift_10: sift(results = result_8, others = result_9),
                    } -> [xs as a, c as h],
                },
        }
            >> weave(ys = ys.to_vec(), xs = ys)
            >> total(xs = ys.to_vec()) -> [c as zs]
            >> push(xs = vec![4_i64, 5], a = zs)
            >> negate(b = zs)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p7_leaves_no_guard() {
    leaves_no_guard!(p7(&[]));
}

pipeline! {
    fn p8(ys: Vec<i64>) -> [zs as b] {
        group_1: {
            parallel {
                branch_2: zip_up(xs = ys, ys = ys.iter().map(|item| item + 9).collect::<Vec<i64>>()) >> total(xs = zs),
                branch_3: attempt_4: try { step_5: halves -> [zs, xs] } else |why| { check_6: none_alive }
                    >> repeat(max = 4, index as round) {
                        step_7: zip_up(xs = ys.iter().map(|item| item + 3).collect::<Vec<i64>>()),
                    } until(zs.is_empty())
                    >> mix(a = b),
                branch_8: halves(ys = ys) -> [xs],
            },
        } -> [d, c as g, xs]
            >> grow(xs = ys, a = xs.len() as i64) -> [ys as zs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p8_leaves_no_guard() {
    leaves_no_guard!(p8(vec![58, 23]));
}

pipeline! {
    fn p9(c: &i64, a: i64, ys: Vec<i64>) -> [grid] {
        map(ys as e, index as round) {
            age(a = a, round = round) -> [a as c] >> map(ys as a) { rows(xs = ys, b = e + 0) },
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p9_leaves_no_guard() {
    leaves_no_guard!(p9(&1, 36, vec![]));
}

pipeline! {
    fn p10(ys: &[i64]) -> [b as ys, c] {
        map((vec![6_i64, 7]) as a, limit = ys.len() + 1) { negate(b = a) } -> [c]
            >> p6(a = ys.iter().map(|item| item % 10).sum::<i64>()) -> [xs, n_3 as g]
            >> zip_up(ys = ys.iter().rev().chain(c.iter()).take(5).copied().collect::<Vec<i64>>())
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p10_leaves_no_guard() {
    leaves_no_guard!(p10(&[5, 98]));
}

pipeline! {
    fn p11(ys: Vec<i64>, c: i64) {
        step_1: turn(b = c, d = ys.len() as i64)
            >> weave(ys = ys, xs = ys)
            >> {}
            >> first_2: {
                race {
                    racer_3: parallel {
                        branch_4: repeat(max = 1) {
                            rows(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), b = d)
                                >> late(a = 1) -> [c, a],
                        } until(d - c < 2)
                            >> turn
                            >> first_5: {
                                race {
                                    grow(xs = ys),
                                    racer_6: weave(xs = ys.iter().map(|item| item + 2).collect::<Vec<i64>>())
                                        >> turn(c = 8)
                                        >> {}
                                        >> mix,
                                    racer_7: step_8: mix,
                                } -> [ys, d]
                                    >> check_9: none_alive,
                            } -> [ys, d],
                        branch_10: attempt_11: try { p9(a = ys.len() as i64, ys) >> half(a = c + 0) -> [b] } else |e| { check_12: none_alive >> {} -> [ys, ys as d] } -> [b, ys]
                            >> step_13: weave(xs = ys)
                            >> total(xs = ys),
                    } -> [c, ys],
                    racer_14: up_to,
                }
                    >> check_15: none_alive,
            } -> [c, ys]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p11_leaves_no_guard() {
    leaves_no_guard!(p11(vec![75, 33], 76));
}

pipeline! {
    fn p12(c: i64, ys: Vec<i64>) {
        double(a = c + 6)
            >> blend(d = b)
            >> by_1: match ys.last().copied() {
                Some(rest) if rest % 2 == 0 => {},
                _ => double >> step_2: weave(xs = ys) -> [ys as w],
            } -> [a, ys as f, b]
            >> attempt_3: try {
                zip_up(xs = ys)
                    >> map(ys as e) { behead(ys = zs.to_vec()) -> [ys] >> halves -> [zs] } -> [zs as xs],
            } else |error| { check_4: none_alive >> {} -> [ys as g, a as e] }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p12_leaves_no_guard() {
    leaves_no_guard!(p12(60, vec![86, 76, 97, 52]));
}

pipeline! {
    fn p13(xs: Vec<i64>) {
        both_1: parallel {
            branch_2: behead(ys = xs),
            branch_3: if xs.len() + 1 > xs.len() && xs.len() < 2 { {} -> [xs] }
                >> group_4: { zip_up(xs = xs, ys = vec![2_i64, 3]) } -> [zs, b, zs as f],
            branch_5: attempt_6: try {
                attempt_7: try {
                    weave(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>(), xs = xs) -> [ys]
                        >> zip_up(ys = ys)
                        >> late(a = b, c = xs.len() as i64),
                } else { check_8: none_alive >> {} -> [xs as ys] },
            } else |xs| { check_9: none_alive >> p0(grid = vec![vec![2_i64], vec![]]) },
        }
            >> behead
            >> turn(c = b, d = b)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p13_leaves_no_guard() {
    leaves_no_guard!(p13(vec![46, 31, 8, 2]));
}

pipeline! {
    fn p14(xs: Vec<i64>, a: &i64, grid: Vec<Vec<i64>>) {
        group_1: {
            map((vec![a + 6, a * 2].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (c, _), index as round) {
                parallel {
                    branch_2: blend(c = c, d = xs.len() as i64) >> p9(a = a + 4, ys = xs) >> up_to -> [xs as ys],
                    up_to -> [xs as w],
                    blend(d = 7),
                },
            } -> [a as zs, w],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p14_leaves_no_guard() {
    leaves_no_guard!(p14(vec![89], &37, vec![]));
}

pipeline! {
    fn p15(c: &i64) -> [xs, c as u] {
        step_1: digits(a = 8)
            >> {
                map((0..3_i64) as e, index as i, on_error = collect) {
                    repeat(max = 1) {
                        attempt_2: try { p9(a = c, ys = vec![c + 8, e * 2]) } else {
                            check_4: none_alive >> step_3: age(a = e * c % 1_009 + 0, round = i) -> [a as c],
                        } -> [c],
                    } until(i > 1) -> [b, c]
                        >> add_one(a = e + 8) -> [a as f],
                } -> [f as result_5]
                    >> sift_6: sift(results = result_5, others = result_5),
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p15_leaves_no_guard() {
    leaves_no_guard!(p15(&60));
}

pipeline! {
    fn p16(b: i64, a: i64) {
        first_1: {
            race {
                racer_2: mix,
                racer_3: half
                    >> attempt_4: try {
                        repeat(max = 1) { negate(b = 0) } until(b % 4 == 0) -> [c]
                            >> each_5: map((vec![a + 0, b * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((e, [b, _]), ys), index as round) {
                                step_6: nth(xs = ys) >> late -> [a, c as f] >> nth(xs = ys) -> [d as xs],
                            }
                            >> up_to,
                    } else |e| { check_7: none_alive >> {} -> [b as w] },
            } -> [b]
                >> check_8: none_alive,
        } -> [b]
            >> blend(c = { let first = a * 9; first - a }, d = a) -> [a as e]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p16_leaves_no_guard() {
    leaves_no_guard!(p16(7, 37));
}

pipeline! {
    fn p17(xs: Vec<i64>, ys: Vec<i64>, c: i64) {
        nth(xs = xs.to_vec(), b = c) -> [d]
            >> attempt_1: try {
                double(a = xs.len() as i64)
                    >> first_2: {
                        race {
                            racer_3: again_4: repeat(max = ys.len()) { p6(ys = ys, a = d) } until(b % 2 == 1)
                                >> attempt_5: try { p10 -> [ys] >> late(a = c + 2, c = b) } else { check_6: none_alive >> digits(a = c) -> [b] },
                            behead(ys = ys) -> [ys],
                        }
                            >> check_7: none_alive,
                    } -> [c, b, ys],
            } else { check_8: none_alive >> {} -> [xs as c] } -> [ys]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p17_leaves_no_guard() {
    leaves_no_guard!(p17(vec![14, 1, 41, 60], vec![9, 54], 66));
}

pipeline! {
    fn p18(a: &i64, grid: Vec<Vec<i64>>) {
        heads(grid = vec![vec![2_i64], vec![]])
            >> step_1: heads(grid = grid)
            >> attempt_2: try {
                step_3: nth(xs = zs, b = c)
                    >> attempt_4: try { weave(ys = zs, xs = zs) } else { check_5: none_alive >> {} -> [a as zs] } -> [d, c as w],
            } else |error| {
                check_6: none_alive
                    >> p14(xs = zs.to_vec(), grid = vec![zs.to_vec(), vec![4]])
                    >> halves(ys = zs),
            } -> [zs, a]
            >> step_7: add_one(a)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p18_leaves_no_guard() {
    leaves_no_guard!(p18(&78, vec![vec![], vec![29, 69, 82, 2]]));
}

pipeline! {
    fn p19(b: i64) -> [u] {
        p15(c = b) >> step_1: p15(c = b + 3)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p19_leaves_no_guard() {
    leaves_no_guard!(p19(7));
}

pipeline! {
    fn p20(a: i64, c: &i64) -> [c, a as g, c as f] {
        match c % 4 {
            1 | 4 => repeat(max = 4) { late(c = 9) } until(a % 3 == 1) -> [c as e, a] >> p15 -> [xs, u as ys],
            0 => attempt_1: try {
                attempt_2: try { up_to -> [xs] >> total(xs = vec![1_i64, 2]) -> [c as xs] } else |why| { check_4: none_alive >> late(c) >> step_3: late -> [c, a] }
                    >> double,
            } else |e| { check_5: none_alive >> digits -> [c, b] } -> [b, c],
            _ => late -> [a, c],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p20_leaves_no_guard() {
    leaves_no_guard!(p20(51, &96));
}

pipeline! {
    fn p21(c: i64, xs: Vec<i64>) {
        mix(a = c, b = c) -> [d]
            >> step_1: mix(a = xs.len() as i64, b = { let first = d * 5; first - d })
            >> step_2: mix(a = d, b = c) -> [d]
            >> map(xs as a, index as round) {
                rows(xs = xs, b = xs.iter().map(|item| item % 10).sum::<i64>())
                    >> repeat(max = xs.len()) {
                        {
                            map(xs as b, on_error = collect) { double(a = a) } -> [b as result_3]
                                >> blame_4: blame(results = result_3)
                                >> sift_5: sift(results = result_3, others = result_3),
                        }
                            >> age(round = xs.len()) -> [a],
                    } until(a % 2 == 0) -> [a],
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p21_leaves_no_guard() {
    leaves_no_guard!(p21(81, vec![31]));
}

pipeline! {
    fn p22(a: i64, xs: Vec<i64>, c: &i64) -> [xs, c, a as h, ys as g] {
        step_1: weave(ys = xs)
            >> attempt_2: try {
                match ys.first() {
                    Some(m) if m % 2 == 0 => parallel {
                        branch_3: total >> p6(a) >> step_4: behead,
                        mix(a = c, b = ys.len() as i64) >> behead(ys = ys) -> [ys as g],
                    }
                        >> half,
                    _ => {
                        map(xs as e, on_error = collect) { total } -> [c as result_5]
                            >> blame_6: blame(results = result_5)
                            >> sift_7: sift(results = result_5, others = result_5),
                    },
                }
                    >> late(c = c) -> [c as w, a],
            } else { check_8: none_alive }
            >> {
                each_9: map(xs as a, index as round, limit = 2, on_error = collect) {
                    half(a = c)
                        >> map((ys) as e) {
                            stamp(round)
                                >> age(a = 4, round = round)
                                >> {}
                                >> map((ys.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) as e, index as round) {
                                    rows(xs, b = b) -> [grid],
                                } -> [grid, grid as h],
                        },
                } -> [],
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p22_leaves_no_guard() {
    leaves_no_guard!(p22(26, vec![49, 39], &56));
}

pipeline! {
    fn p23(xs: Vec<i64>) {
        first_1: {
            race {
                racer_2: each_3: map((vec![9_i64, 10]) as e, limit = 4, index as round) {
                    age(a = 1 - round as i64) >> half(a),
                }
                    >> zip_up(ys = b.to_vec()),
                racer_4: parallel {
                    map(xs as a) {
                        total(xs = vec![a + 2, a * 2])
                            >> blend(c = c, d = a)
                            >> {}
                            >> negate(b = c) -> [c as b],
                    },
                    branch_5: halves(ys = xs) -> [xs, zs]
                        >> first_6: {
                            race {
                                racer_7: halves(ys = zs.iter().map(|item| item + 1).collect::<Vec<i64>>())
                                    >> behead(ys = zs.iter().map(|item| item + 7).collect::<Vec<i64>>()),
                                racer_8: total(xs = xs) -> [c] >> negate(b = c),
                            }
                                >> check_9: none_alive,
                        },
                }
                    >> weave(ys = xs),
            }
                >> check_10: none_alive,
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p23_leaves_no_guard() {
    leaves_no_guard!(p23(vec![46, 25]));
}

pipeline! {
    fn p24(b: i64, grid: Vec<Vec<i64>>) -> [c as a] {
        both_1: parallel {
            blend(c = b * b % 1_009 + 2, d = 8) -> [a as f],
            branch_2: if b - b < 4 {
                attempt_3: try { late(a = b, c = b + 7) -> [a as xs, c] >> step_4: negate } else { check_5: none_alive } -> [b as f]
                    >> blend(c = f, d = { let first = b * 8; first - b }),
            },
        }
            >> turn(c = b, d = { let first = b * 2; first - f }) -> [d as f, b as c, a]
            >> negate
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p24_leaves_no_guard() {
    leaves_no_guard!(p24(94, vec![vec![18, 66, 73], vec![75, 64], vec![52, 17, 76], vec![34, 99]]));
}

pipeline! {
    fn p25(grid: Vec<Vec<i64>>, c: i64) -> [b] {
        double(a = c)
            >> if c % 3 == 1 { p24(b = c, grid = grid) >> step_1: p24 >> digits } -> [b]
            >> half(a = 8)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p25_leaves_no_guard() {
    leaves_no_guard!(p25(vec![], 96));
}

pipeline! {
    fn p26(xs: Vec<i64>, c: &i64) -> [a as u, a as w] {
        p9(a = 7, ys = xs)
            >> {
                both_1: parallel {
                    parallel {
                        branch_2: double(a = c),
                        branch_3: p10(ys = xs.to_vec()) -> [c as u, ys],
                    }
                        >> attempt_4: try { late(a = 0) >> step_5: mix } else { check_6: none_alive },
                    branch_7: double(a = { let first = c * 3; first - c })
                        >> attempt_8: try { nth(xs, b = xs.len() as i64) >> behead(ys = xs) } else |error| { check_9: none_alive >> bury -> [c as e, d as w] },
                },
            } -> [xs as b]
            >> blend(c = c, d = c * c % 1_009 + 0)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p26_leaves_no_guard() {
    leaves_no_guard!(p26(vec![3, 99, 15, 94], &72));
}

pipeline! {
    fn p27(ys: &[i64], xs: &[i64]) {
        weave(xs = xs)
            >> if xs.is_empty() {
                map((ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) as b, index as round, limit = 2) {
                    parallel {
                        negate -> [c],
                        branch_1: age(a = b + 4) >> p9(c = 4) >> step_2: age(round),
                        branch_3: stamp(round) -> [xs],
                    } -> [c as zs, xs as u, a as h],
                },
            } else if let Some(a) = ys.first() { {} -> [ys] }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p27_leaves_no_guard() {
    leaves_no_guard!(p27(&[], &[45, 0]));
}

pipeline! {
    fn p28(c: &i64) {
        add_one(a = c)
            >> digits(a = c * a % 1_009 + 7)
            >> both_1: parallel { branch_2: step_3: p15, branch_4: half(a) } -> [xs as a, u, b]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p28_leaves_no_guard() {
    leaves_no_guard!(p28(&98));
}

pipeline! {
    fn p29(xs: Vec<i64>) -> [xs] {
        repeat(max = 1) {
            parallel {
                weave(ys = xs, xs),
                branch_1: by_2: match xs {
                    e if e.len() > 1 => {},
                    e => zip_up(ys = e.iter().map(|item| item + 5).collect::<Vec<i64>>()) -> [zs, b as h],
                },
            } -> [ys]
                >> halves(ys = xs.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
                >> if true { map(xs as e) { up_to(a = e) } -> [xs as grid, xs as g] } else {
                    attempt_3: try { behead(ys = xs.to_vec()) } else |a| { check_4: none_alive >> p10 >> weigh(error = a, a = ys) }
                        >> both_5: parallel {
                            halves -> [xs as h, zs as grid],
                            branch_6: weave
                                >> step_7: weave
                                >> halves(ys = ys.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()),
                        }
                        >> step_8: halves(ys = vec![6_i64, 7]),
                } -> [xs],
        } until(xs.len() + 1 > zs.len() && xs.len() < 2)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p29_leaves_no_guard() {
    leaves_no_guard!(p29(vec![90, 23, 40]));
}

pipeline! {
    fn p30(c: i64, xs: Vec<i64>, ys: &[i64]) -> [u, xs] {
        {
            each_1: map((xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (b, e), limit = 4, on_error = collect) {
                attempt_2: try {
                    halves >> map(zs as e, index as round) { age(a = { let first = b * 0; first - c }) },
                } else |error| {
                    check_4: none_alive
                        >> parallel {
                            branch_3: bury(error = error),
                            p6(ys, a = c) >> bury -> [d as g],
                        },
                } -> [xs, c, xs as w],
            } -> [c as result_5]
                >> blame_6: blame(results = result_5)
                >> sift_7: sift(results = result_5, others = result_5),
        }
            >> p15
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p30_leaves_no_guard() {
    leaves_no_guard!(p30(33, vec![14, 69, 51, 10], &[15, 44, 6, 8]));
}

pipeline! {
    fn p31(xs: Vec<i64>, b: &i64) {
        again_1: repeat(max = (b % 3).unsigned_abs() as usize, index as round) {
            { halves(ys = xs.to_vec()) } -> [xs]
                >> map(xs as b) {
                    again_2: repeat(max = round + 1, index as round) {
                        age(a = b + 3, round) -> [a] >> step_3: p15(c = 5) >> nth,
                    } until(a % 2 == 0) -> [d as grid]
                        >> each_4: map((xs.to_vec()) as e) { stamp(xs = xs) -> [xs as e] }
                        >> stamp,
                } -> [xs as grid, e, xs as c],
        } until(xs.is_empty()) -> [c as g, b as a, e]
            >> blend(c = a, d = a + 3) -> [a as d]
            >> step_5: blend(c = a)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p31_leaves_no_guard() {
    leaves_no_guard!(p31(vec![40, 35, 85], &10));
}

pipeline! {
    fn p32(xs: &[i64], ys: Vec<i64>) {
        repeat(max = 4, index as b) {
            attempt_1: try {
                halves(ys) -> [xs, zs]
                    >> attempt_2: try { half(a = xs.iter().map(|item| item % 10).sum::<i64>()) } else |error| { check_3: none_alive >> behead } -> [ys]
                    >> both_4: parallel {
                        branch_5: behead(ys)
                            >> zip_up
                            >> step_6: behead(ys = ys.iter().map(|item| item + 9).collect::<Vec<i64>>()) -> [ys],
                        behead(ys = ys.to_vec()) -> [ys as grid],
                        branch_7: stamp(xs = xs, round = b),
                    } -> [ys as zs, xs as c, grid as w],
            } else |xs| {
                check_12: none_alive
                    >> first_8: {
                        race {
                            halves,
                            racer_9: weave(xs = ys),
                            racer_10: bury(error = xs) -> [d, c]
                                >> stamp(xs = vec![c + 3, d * 2], round = b)
                                >> digits(a = c),
                        } -> [ys as w]
                            >> check_11: none_alive,
                    } -> [w],
            } -> [w as zs, w]
                >> weave(ys = w),
        } until(xs.len() + 1 > zs.len() && xs.len() < 2) -> [ys as u]
            >> halves
            >> step_13: halves -> [xs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p32_leaves_no_guard() {
    leaves_no_guard!(p32(&[0, 87, 40, 15], vec![30, 11, 70, 66]));
}

pipeline! {
    fn p33(a: i64, grid: Vec<Vec<i64>>) {
        attempt_1: try {
            attempt_2: try { heads(grid = grid) } else |why| {
                check_6: none_alive
                    >> attempt_3: try { late(a, c = 9) -> [a as xs, c] >> p0(grid = grid) >> behead } else |error| { check_5: none_alive >> step_4: late(c = a) },
            } -> [a as u],
        } else {
            check_7: none_alive
                >> repeat(max = (a % 3).unsigned_abs() as usize) { p0(grid) } until(xs.len() + 1 > xs.len() && xs.len() < 2) -> [ys, xs],
        } -> [a as u, a]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p33_leaves_no_guard() {
    leaves_no_guard!(p33(40, vec![vec![68], vec![], vec![99, 17]]));
}

pipeline! {
    fn p34(grid: Vec<Vec<i64>>, c: &i64, xs: Vec<i64>) -> [d, grid, u as ys, xs as h] {
        parallel {
            parallel {
                branch_1: push(a = c),
                branch_2: flatten -> [xs as b],
                branch_3: nth(b = c),
            },
            branch_4: attempt_5: try {
                turn(b = c, d = c) >> repeat(max = 1, index as round) { up_to(a = d) } until(xs.is_empty()),
            } else {
                check_9: none_alive
                    >> attempt_6: try {
                        grow(xs = xs, a = c * c % 1_009 + 8) -> [ys] >> flatten(grid = grid) >> up_to(a = c),
                    } else |a| {
                        check_8: none_alive
                            >> weigh(error = a, a = c) -> [b]
                            >> step_7: weigh(error = a, a = { let first = c * 1; first - c }),
                    } -> [xs, xs as zs],
            } -> [xs as u],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p34_leaves_no_guard() {
    leaves_no_guard!(p34(vec![vec![11], vec![98, 90], vec![]], &84, vec![49, 15, 26, 6]));
}

pipeline! {
    fn p35(a: &i64, b: i64) {
        step_1: p15(c = 7) -> [xs as zs, u] >> p15(c = b)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p35_leaves_no_guard() {
    leaves_no_guard!(p35(&92, 50));
}

pipeline! {
    fn p36(ys: Vec<i64>, b: i64) -> [c as g, xs, b] {
        {
            map((vec![6_i64, 7].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., b]), ys), index as round, on_error = collect) {
                if b - b < 3 {
                    both_1: parallel {
                        stamp(xs = ys.iter().map(|item| item + 1).collect::<Vec<i64>>(), round = ys.len()) -> [xs],
                        total(xs = vec![0_i64, 1]) -> [c as a],
                    }
                        >> both_2: parallel {
                            branch_3: step_4: zip_up(xs, ys = ys) >> nth(xs = vec![a + 0, a * 2]) -> [d],
                            branch_5: nth(xs = ys) -> [d]
                                >> step_6: nth(xs = vec![9_i64, 10])
                                >> step_7: nth(b = a) -> [d as u],
                            branch_8: late(a = { let first = a * 4; first - b }, c = a),
                        },
                } else { parallel { nth(xs = ys, b = 9), branch_9: behead } },
            } -> [d as result_10]
                >> sift_11: sift(results = result_10, others = result_10),
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p36_leaves_no_guard() {
    leaves_no_guard!(p36(vec![66, 79], 43));
}

pipeline! {
    fn p37(b: &i64, xs: &[i64]) {
        attempt_1: try {
            nth
                >> attempt_2: try {
                    first_3: {
                        race {
                            racer_4: nth(xs)
                                >> weave(ys = xs, xs = vec![1_i64, 2]) -> [ys]
                                >> mix(a = b, b = b * d % 1_009 + 2),
                            racer_5: digits(a = 2),
                            racer_6: behead(ys = xs) -> [ys] >> zip_up(xs = ys, ys = xs) -> [zs as w, b as a],
                        }
                            >> check_7: none_alive,
                    } -> [d, b]
                        >> first_8: {
                            race {
                                racer_9: halves(ys = xs) -> [xs as w, zs as e],
                                racer_10: behead(ys = vec![b + 9, b * 2]) >> half(a = d) -> [b as grid],
                            } -> [b as grid]
                                >> check_11: none_alive,
                        } -> [grid]
                        >> { behead(ys = xs) } -> [b],
                } else |xs| { check_12: none_alive } -> [xs],
        } else |a| { check_13: none_alive >> bury(error = a) }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p37_leaves_no_guard() {
    leaves_no_guard!(p37(&92, &[7, 74, 69, 68]));
}

pipeline! {
    fn p38(grid: &[Vec<i64>], b: &i64) {
        repeat(max = 2, index as b) {
            parallel {
                branch_1: if false { heads >> age(a = c, round = b) -> [a] } else { {} -> [grid] },
                branch_2: p0 -> [xs, ys]
                    >> map((xs) as e) {
                        rows(xs = xs.to_vec(), b = e + 4)
                            >> blend(c = ys.iter().map(|item| item % 10).sum::<i64>(), d = 6),
                    },
            }
                >> stamp(xs = a, round = a.len()),
        } until(xs.len() + 1 > xs.len() && xs.len() < 2) -> [xs as grid]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p38_leaves_no_guard() {
    leaves_no_guard!(p38(&[vec![27, 51, 32, 6], vec![11], vec![6, 36], vec![57]], &2));
}

pipeline! {
    fn p39(c: i64, grid: Vec<Vec<i64>>, ys: &[i64]) {
        map(grid as xs, limit = 1) {
            late(a = c)
                >> add_one(a = c)
                >> first_1: {
                    race {
                        racer_2: add_one(a = c) >> half,
                        racer_3: parallel {
                            branch_4: push(xs = xs),
                            branch_5: turn(b = ys.len() as i64, c, d = ys.iter().map(|item| item % 10).sum::<i64>()),
                        },
                    }
                        >> check_6: none_alive,
                } -> [b, xs, a],
        }
            >> attempt_7: try { each_8: map(xs as e) { behead } -> [ys as w] } else {
                check_9: none_alive
                    >> rows(xs = ys.iter().rev().chain(b.iter()).take(5).copied().collect::<Vec<i64>>(), b = c),
            } -> [grid as xs, a as h]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p39_leaves_no_guard() {
    leaves_no_guard!(p39(59, vec![vec![30, 29, 91, 8], vec![66, 27, 17, 42], vec![20, 8], vec![]], &[35, 78, 20]));
}

pipeline! {
    fn p40(xs: Vec<i64>, a: i64) -> [xs as w, d, a] {
        p6(ys = xs)
            >> push(xs = ys) -> [xs]
            >> parallel {
                branch_1: turn(b = a * a % 1_009 + 5, c = xs.len() as i64, d = a) -> [b as xs, d],
                add_one(a = a),
                branch_2: behead(ys = vec![7_i64, 8])
                    >> {
                        map(ys as a, index as round, on_error = collect) {
                            attempt_3: try { nth(xs = vec![a + 4, a * 2], b = a + 9) -> [d] } else |why| {
                                check_5: none_alive >> step_4: nth(b = format!("{why:#}").len() as i64),
                            }
                                >> stamp,
                        } -> [],
                    },
            } -> [a, d, xs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p40_leaves_no_guard() {
    leaves_no_guard!(p40(vec![17, 89], 62));
}

pipeline! {
    fn p41(ys: Vec<i64>) -> [e, u as a, c, xs as ys, zs as h] {
        halves(ys = ys)
            >> parallel {
                branch_1: parallel {
                    map((xs.iter().map(|item| item + 6).collect::<Vec<i64>>().iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., e]), xs)) {
                        digits(a = e),
                    },
                    total(xs = zs) -> [c]
                        >> push(a = c)
                        >> if let [xs, b @ ..] = &ys[..] && xs % 2 == 0 {
                            grow(xs = b.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>(), a = zs.iter().map(|item| item % 10).sum::<i64>()),
                        } else { behead } -> [c as a],
                    branch_2: zip_up -> [b as h, zs],
                } -> [c, a, zs, b as xs, h],
                branch_3: halves(ys = xs.iter().map(|item| item + 6).collect::<Vec<i64>>()) -> [xs as e, zs as u],
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p41_leaves_no_guard() {
    leaves_no_guard!(p41(vec![55, 88, 21, 78]));
}

pipeline! {
    fn p42(a: i64) {
        attempt_1: try {
            first_2: {
                race {
                    racer_3: late(a = a * a % 1_009 + 0, c = a) -> [c as u, a]
                        >> attempt_4: try { half >> nth(xs = vec![8_i64, 9]) } else {
                            check_6: none_alive >> step_5: nth(xs = vec![3_i64, 4], b = u * a % 1_009 + 5),
                        } -> [d, u as w],
                    blend(c = a, d = a),
                }
                    >> check_7: none_alive,
            } -> [a]
                >> first_8: {
                    race {
                        racer_9: parallel {
                            negate(b = a),
                            branch_10: step_11: double(a = a) >> turn(c = b, d = 6) -> [d, b as xs, a as zs],
                        }
                            >> half,
                        racer_12: half,
                    }
                        >> check_13: none_alive,
                } -> [b]
                >> late(c = a + 8) -> [c, a],
        } else |e| { check_14: none_alive }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p42_leaves_no_guard() {
    leaves_no_guard!(p42(15));
}

pipeline! {
    fn p43(c: &i64, a: i64) {
        both_1: parallel {
            branch_2: attempt_3: try { p15 } else |why| {
                check_4: none_alive
                    >> map((vec![7_i64, 8]) as b, limit = 4, index as round) { bury(error = why) } -> [d],
            } -> [c],
            blend(d = a + 7),
            branch_5: attempt_6: try {
                up_to
                    >> parallel {
                        branch_7: behead(ys = vec![a + 9, c * 2]) >> nth(xs, b = c),
                        late,
                        add_one(a = c) >> nth(b = c * a % 1_009 + 3) -> [d as grid],
                    },
            } else |xs| {
                check_9: none_alive
                    >> step_8: blend(c = xs.message().len() as i64, d = a)
                    >> bury(error = xs),
            } -> [d, a as b, c as grid],
        } -> [grid as g, d, b, c as f, a]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p43_leaves_no_guard() {
    leaves_no_guard!(p43(&79, 57));
}

pipeline! {
    fn p44(c: i64, xs: Vec<i64>, a: i64) -> [a as u, xs] {
        repeat(max = (a % 3).unsigned_abs() as usize, index as round) {
            both_1: parallel {
                match a % 2 {
                    1 | 2 => p9(ys = xs) >> halves(ys = xs),
                    0 => {},
                    b @ 2..=40 => stamp(xs = vec![b + 8, a * 2], round = xs.len()) -> [xs],
                    rest => step_2: stamp,
                },
                push >> weave(ys = xs),
                branch_3: p6(ys = xs) >> p24(b = a, grid = n_3),
            },
        } until(ys.len() + 1 > ys.len() && ys.len() < 4)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p44_leaves_no_guard() {
    leaves_no_guard!(p44(53, vec![87], 76));
}

pipeline! {
    fn p45(c: i64) -> [c, e as ys, d as a, u, xs] {
        turn(b = { let first = c * 3; first - c }, c = { let first = c * 3; first - c }, d = c + 6) -> [b as e, a as u, d]
            >> up_to(a = 1) -> [xs]
            >> match xs.first() {
                Some(last) if last % 2 == 0 => parallel {
                    {
                        map(xs as e, index as round, limit = 3, on_error = collect) {
                            double(a = last * d % 1_009 + 3) >> grow(a = d),
                        } -> [],
                    }
                        >> p9(a = e, ys = xs) -> [grid],
                    branch_1: both_2: parallel {
                        push(a = c * last % 1_009 + 4),
                        rows(xs = xs.to_vec(), b = last + 9),
                        branch_3: rows(b = c)
                            >> weave(ys = xs.iter().map(|item| item + 5).collect::<Vec<i64>>(), xs = vec![d + 6, c * 2])
                            >> late(a = e),
                    }
                        >> map((0..3_i64) as b) { push >> digits -> [b, c] } -> [c as w, b],
                } -> [grid as g, w, b as a],
                _ => {},
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p45_leaves_no_guard() {
    leaves_no_guard!(p45(63));
}

pipeline! {
    fn p46(xs: Vec<i64>) -> [xs, xs as e] {
        attempt_1: try {
            map(xs as a, limit = 4) {
                attempt_2: try { add_one -> [a] >> half(a = xs.len() as i64) >> negate } else |error| { check_3: none_alive >> weigh -> [b as xs] >> late(c = xs + 4) }
                    >> group_4: { weave(ys = xs.iter().map(|item| item + 0).collect::<Vec<i64>>()) >> late },
            }
                >> nth(b = 2),
        } else |xs| { check_5: none_alive } -> [xs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p46_leaves_no_guard() {
    leaves_no_guard!(p46(vec![8]));
}

pipeline! {
    fn p47(grid: &[Vec<i64>], a: i64, xs: Vec<i64>) -> [grid, b, a] {
        {
            attempt_1: try { map(xs as b, limit = xs.len() + 1) { push(a = a * b % 1_009 + 5) } -> [xs as e] } else { check_2: none_alive >> {} -> [grid as c, grid as a] } -> [grid]
                >> parallel {
                    parallel {
                        branch_3: blend(c = a, d = a) -> [a],
                        behead(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()),
                    } -> [a],
                    branch_4: attempt_5: try { behead(ys = xs) >> step_6: behead(ys = xs.to_vec()) -> [ys as d] } else {
                        check_7: none_alive
                            >> late(c = { let first = a * 9; first - a }) -> [a as grid, c]
                            >> digits,
                    },
                }
                >> zip_up(xs = xs, ys = xs),
        }
            >> up_to(a)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p47_leaves_no_guard() {
    leaves_no_guard!(p47(&[vec![58]], 48, vec![36, 41]));
}

pipeline! {
    fn p48(grid: Vec<Vec<i64>>) -> [xs as f, xs as g] {
        map((vec![1_i64, 2].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (e, _), limit = 3) {
            up_to(a = e * e % 1_009 + 6)
                >> attempt_1: try {
                    weave(ys = vec![1_i64, 2]) -> [ys as b] >> behead(ys = vec![0_i64, 1]) -> [ys],
                } else {
                    check_6: none_alive
                        >> map(grid as e, index as round) { heads >> blend(d = c) >> halves(ys = zs) } -> [xs as h, zs]
                        >> first_2: {
                            race { racer_3: negate(b = e + 7), racer_4: double(a = e + 7) }
                                >> check_5: none_alive,
                        },
                },
        } -> [grid as xs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p48_leaves_no_guard() {
    leaves_no_guard!(p48(vec![vec![], vec![39, 29], vec![]]));
}

pipeline! {
    fn p49(c: i64, grid: &[Vec<i64>]) {
        double(a = c) -> [b as w]
            >> attempt_1: try {
                heads(grid = grid) -> [zs]
                    >> parallel {
                        digits(a = zs.len() as i64) -> [b as d, c],
                        branch_2: map((grid) as ys, index as round) { double(a = ys.len() as i64) -> [b] } -> [b as d]
                            >> push(xs = d, a = w)
                            >> {}
                            >> flatten,
                        branch_3: parallel {
                            branch_4: nth(xs = zs.iter().map(|item| item + 3).collect::<Vec<i64>>(), b = w) -> [d],
                            branch_5: late(a = c) -> [a, c],
                        } -> [c as b, a, d]
                            >> half,
                    },
            } else |a| { check_6: none_alive >> {} -> [c as g] }
            >> attempt_7: try { behead(ys = vec![c + 8, w * 2]) >> add_one(a = c) } else { check_8: none_alive }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p49_leaves_no_guard() {
    leaves_no_guard!(p49(55, &[vec![15, 71], vec![78, 33]]));
}

pipeline! {
    fn p50(xs: &[i64], grid: Vec<Vec<i64>>, c: &i64) {
        {
            map(grid as ys, limit = 2, on_error = collect) {
                repeat(max = 4) {
                    first_1: {
                        race {
                            racer_2: p24(b = c) >> rows(b = ys.len() as i64) -> [grid],
                            racer_3: negate(b = c) >> step_4: half(a = c) -> [b],
                            racer_5: nth(b = 2) >> flatten,
                        }
                            >> check_6: none_alive,
                    } -> [grid, xs],
                } until(ys.len() + 1 > ys.len() && ys.len() < 2),
            } -> [],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p50_leaves_no_guard() {
    leaves_no_guard!(p50(&[35, 62, 94], vec![vec![78], vec![77, 62]], &38));
}

pipeline! {
    fn p51(c: &i64, xs: Vec<i64>, b: i64) -> [c as xs] {
        attempt_1: try {
            both_2: parallel {
                branch_3: total(xs = vec![5_i64, 6])
                    >> map(xs as a, index as i) {
                        age(a = a, round = (a % 3).unsigned_abs() as usize),
                    },
                branch_4: attempt_5: try { negate -> [c as e] >> late(a = b) } else |error| { check_7: none_alive >> half(a = b) >> step_6: half(a = b + 4) },
            } -> [a as d, c],
        } else |a| {
            check_11: none_alive
                >> total(xs = xs)
                >> again_8: repeat(max = xs.len(), index as i) {
                    total -> [c]
                        >> again_9: repeat(max = 3) {
                            bury(error = a) >> double(a = c) >> step_10: bury(error = a),
                        } until(b - c < 2) -> [c, d],
                } until(i > 2)
                >> blend(d = 9),
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p51_leaves_no_guard() {
    leaves_no_guard!(p51(&12, vec![43, 7, 81], 3));
}

pipeline! {
    fn p52(a: i64, ys: &[i64]) {
        turn(b = a, c = { let first = a * 1; first - a }, d = a) -> [a as grid]
            >> halves(ys = ys) -> [xs as d]
            >> match d {
                xs if xs.len() > 1 => {},
                _ => attempt_1: try {
                    half(a = a)
                        >> if a % 3 == 0 {
                            nth(xs = ys.to_vec())
                                >> p9(c = d, a) -> [grid as f]
                                >> late(c = d * d % 1_009 + 4),
                        }
                        >> first_2: {
                            race {
                                racer_3: step_4: nth(xs = ys.iter().rev().chain(d.iter()).take(5).copied().collect::<Vec<i64>>(), b = a) -> [d as b],
                                racer_5: total(xs = ys.iter().rev().chain(d.iter()).take(5).copied().collect::<Vec<i64>>()) -> [c as ys]
                                    >> mix(a = grid, b),
                            } -> [b as w, a as grid]
                                >> check_6: none_alive,
                        } -> [w, grid],
                } else |e| {
                    check_9: none_alive
                        >> attempt_7: try {
                            bury(error = e)
                                >> nth(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), b = c),
                        } else {
                            check_8: none_alive
                                >> negate(b = { let first = a * 4; first - a })
                                >> p9 -> [grid as ys]
                                >> up_to(a = c),
                        } -> [ys],
                },
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p52_leaves_no_guard() {
    leaves_no_guard!(p52(69, &[21, 48]));
}

pipeline! {
    fn p53(ys: &[i64], grid: Vec<Vec<i64>>) {
        map((ys.to_vec().iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((b, [e, _]), xs), index as round, limit = 2) {
            if b - b < 4 { p0 } else {
                parallel {
                    branch_1: step_2: p14(xs, a = e, grid),
                    age(a = e, round = round) >> {} >> heads(grid = vec![vec![3_i64], vec![]]) >> step_3: age,
                },
            },
        } -> [ys as d, grid as g, xs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p53_leaves_no_guard() {
    leaves_no_guard!(p53(&[28, 68], vec![]));
}

pipeline! {
    fn p54(b: i64) -> [g as d, xs, c, grid] {
        digits(a = b) -> [c as w]
            >> map((vec![w + 4, b * 2]) as a) { blend(c = b * b % 1_009 + 1, d = w * a % 1_009 + 6) } -> [a, w as c]
            >> both_1: parallel {
                p10(ys = vec![b + 3, w * 2]) -> [c as grid, ys as g],
                branch_2: up_to(a = b + 1),
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p54_leaves_no_guard() {
    leaves_no_guard!(p54(99));
}

pipeline! {
    fn p55(c: i64, ys: Vec<i64>, grid: Vec<Vec<i64>>) -> [zs as d, b] {
        by_1: match c {
            b @ 2..=40 => {},
            1 | 4 => turn(b = c, c = c, d = c) -> [b as h, d as ys, a as u]
                >> attempt_2: try { late(a = c, c = u) -> [a, c as zs] >> half(a = u) } else |xs| { check_3: none_alive >> bury(error = xs) -> [d] },
            first if first - c < 4 => {} -> [c, c as a],
            _ => if c % 4 == 0 { {} -> [c] } else {
                parallel {
                    branch_4: blend(c = c + 0, d = c),
                    branch_5: grow(xs = vec![1_i64, 2], a = 6)
                        >> turn(b = c, d = c + 5)
                        >> step_6: grow(xs = ys.to_vec()),
                }
                    >> step_7: turn(b = c, d = c) -> [d as h, b]
                    >> {}
                    >> rows(xs = ys.to_vec(), b = h),
            },
        }
            >> zip_up(xs = ys)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p55_leaves_no_guard() {
    leaves_no_guard!(p55(98, vec![48, 71], vec![]));
}

pipeline! {
    fn p56(ys: Vec<i64>) {
        weave(xs = vec![1_i64, 2])
            >> parallel {
                halves(ys),
                branch_1: {
                    both_2: parallel {
                        branch_3: p10(ys = ys.iter().map(|item| item + 5).collect::<Vec<i64>>())
                            >> up_to(a = c.len() as i64) -> [xs as h]
                            >> {}
                            >> negate(b = 5),
                        branch_4: halves -> [zs],
                        weave(ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()),
                    }
                        >> p9(a = c, ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) -> [grid],
                },
            }
            >> step_5: halves -> [xs as e]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p56_leaves_no_guard() {
    leaves_no_guard!(p56(vec![70]));
}

pipeline! {
    fn p57(xs: Vec<i64>) {
        zip_up(ys = xs.iter().map(|item| item + 0).collect::<Vec<i64>>()) -> [b]
            >> up_to(a = xs.iter().map(|item| item % 10).sum::<i64>()) -> [xs as grid]
            >> attempt_1: try { repeat(max = 2, index as b) { behead(ys = grid.to_vec()) } until(true) } else {
                check_8: none_alive
                    >> attempt_2: try {
                        first_3: {
                            race {
                                racer_4: half(a = b) >> behead(ys = grid),
                                racer_5: total >> behead(ys = grid.to_vec()),
                                push(xs = grid, a = b),
                            }
                                >> check_6: none_alive,
                        } -> [xs],
                    } else |error| { check_7: none_alive >> {} -> [xs] },
            }
            >> total(xs = xs) -> [c]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p57_leaves_no_guard() {
    leaves_no_guard!(p57(vec![60, 38]));
}

pipeline! {
    fn p58(a: i64, c: &i64, b: i64) {
        digits(a)
            >> p15 -> [u as d, xs as w]
            >> map(w as b, limit = w.len() + 1) {
                total(xs = vec![b + 6, d * 2]) >> p6(ys = vec![6_i64, 7], a = d),
            } -> [xs, ys]
            >> blend(d = c)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p58_leaves_no_guard() {
    leaves_no_guard!(p58(43, &29, 9));
}

pipeline! {
    fn p59(grid: Vec<Vec<i64>>, b: i64) {
        attempt_1: try { double(a = b) >> late(a = b + 0, c = b) } else { check_2: none_alive } -> [grid]
            >> turn(c = b, d = 7) -> [b, d, a]
            >> parallel {
                repeat(max = 3, index as i) {
                    attempt_3: try { half -> [b] } else |xs| {
                        check_4: none_alive >> blend(c = b, d = b) -> [a] >> age(round = i) -> [a],
                    } -> [b, a]
                        >> blend(c = b, d = b) -> [a],
                } until(i > 2) -> [a],
                heads >> step_5: negate(b = c) -> [c],
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p59_leaves_no_guard() {
    leaves_no_guard!(p59(vec![vec![33, 1, 71], vec![]], 30));
}

pipeline! {
    fn p60(a: i64, b: i64) -> [w, a, b as zs] {
        each_1: map((vec![b + 2, b * 2]) as e) {
            turn(b = b, c = a + 8, d = b)
                >> attempt_2: try {
                    attempt_3: try { late(c = a + 2) } else |a| { check_4: none_alive >> {} -> [e] } -> [a],
                } else |a| { check_5: none_alive },
        } -> [d as u, a as w]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p60_leaves_no_guard() {
    leaves_no_guard!(p60(1, 83));
}

pipeline! {
    fn p61(a: i64, c: i64) -> [zs, zs as a] {
        parallel {
            map((0..3_i64) as a, limit = 1) {
                parallel { branch_1: digits, branch_2: double -> [b as grid] } -> [grid, c],
            } -> [grid as w, c as ys],
            branch_3: turn(b = a + 8, c = { let first = c * 3; first - a }, d = a) >> p60(b = b) >> negate -> [c],
        }
            >> halves
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p61_leaves_no_guard() {
    leaves_no_guard!(p61(47, 28));
}

pipeline! {
    fn p62(a: i64) {
        map((0..3_i64) as a) {
            each_1: map((vec![a + 2, a * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((e, [a, _]), ys)) {
                attempt_2: try {
                    digits -> [b, c as grid]
                        >> late(a = { let first = grid * 2; first - e }, c = b)
                        >> zip_up(xs = ys),
                } else |error| { check_3: none_alive >> up_to >> weave(xs = xs.to_vec()) },
            },
        }
            >> by_4: if a % 3 == 1 { add_one(a = a) }
            >> late(a, c = a) -> [c, a as ys]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p62_leaves_no_guard() {
    leaves_no_guard!(p62(72));
}

pipeline! {
    fn p63(a: i64) -> [b, zs as a] {
        up_to(a = a)
            >> parallel {
                branch_1: rows(xs, b = a) -> [grid] >> weave(ys = xs, xs = xs),
                branch_2: attempt_3: try { step_4: late(c = a) >> behead(ys = xs) } else {
                    check_5: none_alive
                        >> map(xs as a, index as round, limit = 1) {
                            half >> turn(c = a, d = b) >> zip_up(ys = xs),
                        },
                } -> [a],
            } -> [ys, a]
            >> step_6: zip_up(ys = xs) -> [b, zs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p63_leaves_no_guard() {
    leaves_no_guard!(p63(64));
}

pipeline! {
    fn p64(ys: &[i64]) {
        attempt_1: try { step_2: behead -> [ys as d] >> behead(ys) -> [ys as e] } else |error| {
            check_11: none_alive
                >> parallel {
                    branch_3: if ys.len() + 1 > ys.len() && ys.len() < 4 { total(xs = ys) } else if ys.is_empty() { halves },
                    branch_4: attempt_5: try {
                        step_6: late(a = error.message().len() as i64, c = error.message().len() as i64)
                            >> step_7: negate(b = a * c % 1_009 + 9),
                    } else |a| { check_8: none_alive >> halves(ys = vec![8_i64, 9]) },
                }
                >> match ys.last().copied() {
                    Some(a) => both_9: parallel {
                        branch_10: p9(c = a) >> {} >> mix(a, b = ys.len() as i64),
                        turn(b = a * a % 1_009 + 8, c = a, d = a) -> [a, b, d as xs],
                    },
                    None => {
                        map(ys as a, on_error = collect) {
                            blend(c = a, d = 2)
                                >> behead(ys = ys.iter().map(|item| item + 3).collect::<Vec<i64>>()),
                        } -> [],
                    },
                    _ => {} -> [ys as u],
                }
                >> weave(ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), xs = ys) -> [ys],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p64_leaves_no_guard() {
    leaves_no_guard!(p64(&[63]));
}

pipeline! {
    fn p65(c: i64, b: &i64) {
        each_1: map((vec![c + 0, c * 2]) as a) {
            first_2: {
                race {
                    racer_3: { digits >> late(c = a) -> [c as e, a] >> step_4: digits -> [b as xs] }
                        >> step_5: p15(c = c),
                    racer_6: add_one(a = a),
                }
                    >> check_7: none_alive,
            } -> [a]
                >> attempt_8: try {
                    half(a = c) >> parallel { branch_9: double(a = b), branch_10: p60(a = b) -> [w] },
                } else |e| { check_11: none_alive >> {} -> [c, c as e] } -> [b, c],
        } -> [c as ys, b as e, c as grid]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p65_leaves_no_guard() {
    leaves_no_guard!(p65(93, &51));
}

pipeline! {
    fn p66(xs: Vec<i64>) {
        weave(ys = xs)
            >> attempt_1: try { step_2: half(a = 8) } else |error| {
                check_3: none_alive >> zip_up(ys) >> weigh(a = b + 3) >> add_one(a = b),
            }
            >> p10
            >> first_4: {
                race { racer_5: nth(b = ys), racer_6: add_one(a = ys + 8) } -> [xs as g]
                    >> check_7: none_alive,
            } -> [g]
            >> step_8: total
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p66_leaves_no_guard() {
    leaves_no_guard!(p66(vec![71, 44]));
}

pipeline! {
    fn p67(a: i64, ys: Vec<i64>) {
        first_1: {
            race {
                racer_2: negate(b = a * a % 1_009 + 0)
                    >> { nth(xs = ys, b = 6) >> p10(ys = vec![d + 0, c * 2]) -> [c as h, ys] } -> [d as grid, ys, h as b],
                racer_3: map((ys.iter().map(|item| item + 7).collect::<Vec<i64>>()) as b, index as i) {
                    negate(b = 8 - i as i64)
                        >> repeat(max = 2) {
                            rows(xs = vec![b + 5, a * 2], b = c) >> {} >> halves >> step_4: p15(c = a),
                        } until(i > 2),
                },
            } -> [a as xs]
                >> check_5: none_alive,
        } -> [xs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p67_leaves_no_guard() {
    leaves_no_guard!(p67(45, vec![38, 19]));
}

pipeline! {
    fn p68(b: i64) {
        late(a = b, c = b)
            >> attempt_1: try { mix } else {
                check_6: none_alive
                    >> attempt_2: try { half(a = b) >> p60 -> [a, zs as h] } else |error| {
                        check_5: none_alive
                            >> attempt_3: try { late >> p15(c = error.message().len() as i64) } else |a| { check_4: none_alive >> weigh(a = b + 7) },
                    },
            } -> [a, a as h]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p68_leaves_no_guard() {
    leaves_no_guard!(p68(11));
}

pipeline! {
    fn p69(b: &i64, xs: Vec<i64>, ys: Vec<i64>) {
        repeat(max = 3) {
            match b {
                1 | 3 => {},
                m => late(a = b + 5, c = m)
                    >> attempt_1: try {
                        behead >> half(a = { let first = a * 2; first - c }) >> zip_up(xs = xs, ys = xs),
                    } else |error| { check_2: none_alive },
            }
                >> step_3: p15(c = b * b % 1_009 + 7),
        } until(u % 4 == 0)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p69_leaves_no_guard() {
    leaves_no_guard!(p69(&62, vec![65, 1, 98], vec![57]));
}

pipeline! {
    fn p70(ys: Vec<i64>, xs: Vec<i64>) {
        parallel {
            branch_1: weave -> [ys as zs]
                >> p10
                >> by_2: match &xs[..] {
                    [first, .., xs] => digits(a = zs.iter().map(|item| item % 10).sum::<i64>()),
                    rest => {},
                } -> [ys],
            repeat(max = ys.len()) {
                zip_up(ys = ys)
                    >> step_3: zip_up(xs, ys = ys)
                    >> map(zs as a, index as round) { p10 >> nth(xs = c, b) },
            } until(b - b < 3) -> [d as e, d],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p70_leaves_no_guard() {
    leaves_no_guard!(p70(vec![60], vec![]));
}

pipeline! {
    fn p71(grid: &[Vec<i64>], xs: Vec<i64>) -> [b as d, a] {
        halves(ys = xs.to_vec())
            >> behead(ys = xs.iter().map(|item| item + 5).collect::<Vec<i64>>())
            >> step_1: halves
            >> each_2: map((ys) as b) {
                push(a = b)
                    >> double(a = b)
                    >> p15(c = zs.iter().map(|item| item % 10).sum::<i64>()) -> [u, xs],
            } -> [u as b, u as a]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p71_leaves_no_guard() {
    leaves_no_guard!(p71(&[vec![31], vec![2, 46, 72]], vec![]));
}

pipeline! {
    fn p72(a: &i64, grid: Vec<Vec<i64>>, b: &i64) {
        group_1: {
            again_2: repeat(max = 3, index as i) {
                repeat(max = i + 1, index as b) { negate(b = a + 9) >> double -> [b] >> add_one } until(c - c < 2) -> [a]
                    >> map((vec![9_i64, 10].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., c]), ys), index as round) {
                        age(a = ys.len() as i64)
                            >> weave(xs = vec![a + 0, b * 2]) -> [ys]
                            >> step_3: age(a = ys.iter().map(|item| item % 10).sum::<i64>(), round = (b % 3).unsigned_abs() as usize),
                    } -> [a as ys, a as g]
                    >> parallel {
                        branch_4: stamp(xs = g, round = ys.len()),
                        branch_5: stamp(xs = g, round = (a % 3).unsigned_abs() as usize) -> [xs as h],
                    },
            } until(a % 2 == 1) -> [h, xs as d],
        } -> [h]
            >> rows(xs = vec![a + 8, a * 2])
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p72_leaves_no_guard() {
    leaves_no_guard!(p72(&70, vec![vec![53], vec![19, 22]], &94));
}

pipeline! {
    fn p73(b: i64, ys: Vec<i64>) {
        mix(a = b, b = ys.len() as i64)
            >> by_1: if let [b, rest @ ..] = &ys[..] && b % 2 == 0 {
                attempt_2: try {
                    attempt_3: try { zip_up(xs = rest) >> half(a = b + 3) } else |xs| { check_4: none_alive >> behead(ys) } -> [ys, ys as a]
                        >> attempt_5: try { half(a = 2) } else {
                            check_6: none_alive
                                >> rows(xs = ys.iter().map(|item| item + 1).collect::<Vec<i64>>()),
                        }
                        >> nth(xs = vec![5_i64, 6]),
                } else |e| { check_7: none_alive >> { add_one(a = d) } } -> [d]
                    >> rows(xs = ys)
                    >> add_one(a = 4) -> [a as f],
            } else { blend(c = d, d = b) } -> [b, b as a]
            >> turn(b = d, c = d)
            >> {}
            >> p9(c = b, a = b * b % 1_009 + 6)
            >> p60(b = { let first = d * 1; first - a }) -> [w, a]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p73_leaves_no_guard() {
    leaves_no_guard!(p73(70, vec![75, 93, 71]));
}

pipeline! {
    fn p74(c: &i64, xs: Vec<i64>) {
        parallel {
            grow(xs = xs, a = c),
            branch_1: step_2: weave(ys = xs) >> double(a = c),
            branch_3: halves(ys = xs)
                >> step_6: halves(ys = zs) -> [xs, zs]
                >> step_8: negate(b = { let first = c * 8; first - c }),
        }
            >> match (c % 2 == 0, c % 3) {
                (_, rest) if rest > 0 => attempt_9: try {
                    push(xs = ys, a = rest)
                        >> {}
                        >> again_10: repeat(max = 3, index as i) {
                            half(a = 4) >> grow(xs, a = ys.iter().map(|item| item % 10).sum::<i64>()),
                        } until(c % 3 == 0) -> [ys as w],
                } else |a| { check_11: none_alive } -> [ys as f, b, c],
                (true, 0) => {},
                _ => p6(a = { let first = c * 7; first - c }),
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p74_leaves_no_guard() {
    leaves_no_guard!(p74(&36, vec![]));
}

pipeline! {
    fn p75(ys: &[i64], b: &i64) {
        step_1: turn(c = b, d = b) -> [a, b]
            >> each_2: map(ys as a, index as round, limit = 1) {
                parallel {
                    branch_3: attempt_4: try { blend(c = 8, d = a) >> up_to(a = 7) -> [xs as ys] } else |error| {
                        check_5: none_alive >> weigh(a = ys.iter().map(|item| item % 10).sum::<i64>()),
                    },
                    branch_6: {
                        map((0..3_i64) as a, limit = 2, on_error = collect) {
                            up_to -> [xs] >> behead,
                        } -> [],
                    },
                    branch_7: zip_up(xs = ys, ys = ys) -> [zs, b as xs],
                } -> [b, xs, zs, ys as d]
                    >> stamp(xs = vec![a + 6, b * 2]) -> [xs as b],
            } -> [zs, d, b as w]
            >> {}
            >> late(c = ys.iter().map(|item| item % 10).sum::<i64>())
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p75_leaves_no_guard() {
    leaves_no_guard!(p75(&[78, 58], &73));
}

pipeline! {
    fn p76(xs: Vec<i64>) -> [ys] {
        repeat(max = 1, index as round) {
            {
                map((xs.iter().map(|item| item + 1).collect::<Vec<i64>>().iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((a, [b, _]), ys), limit = 2, index as round, on_error = collect) {
                    nth(b)
                        >> both_1: parallel {
                            branch_2: age(a, round = ys.len()) >> nth >> step_3: nth(xs = xs) -> [d],
                            branch_4: stamp(xs = xs.iter().map(|item| item + 9).collect::<Vec<i64>>(), round = round),
                        } -> [xs, d],
                } -> [d as result_5]
                    >> sift_6: sift(results = result_5, others = result_5),
            }
                >> p10(ys = xs.to_vec()) -> [c, ys],
        } until(ys % 2 == 0) -> [c as w, ys]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p76_leaves_no_guard() {
    leaves_no_guard!(p76(vec![8, 25]));
}

pipeline! {
    fn p77(ys: Vec<i64>) {
        weave(ys = ys, xs = ys)
            >> step_45: behead(ys = ys)
            >> attempt_46: try {
                late(a = 4, c = ys.iter().map(|item| item % 10).sum::<i64>())
                    >> repeat(max = ys.len()) {
                        both_47: parallel {
                            p9(ys = ys) >> step_48: turn(b = a, d = a + 8),
                            branch_49: blend(c = a, d = a) -> [a as zs],
                        } -> [zs, d as f, b],
                    } until(b % 2 == 0)
                    >> attempt_50: try {
                        both_51: parallel {
                            branch_52: halves
                                >> blend(c = zs.iter().map(|item| item % 10).sum::<i64>(), d = a * b % 1_009 + 0)
                                >> nth(xs = vec![f + 6, b * 2], b = c),
                            branch_53: behead(ys = ys),
                        } -> [ys],
                    } else { check_54: none_alive >> half(a = zs) },
            } else {
                check_57: none_alive
                    >> attempt_55: try { behead -> [ys as a] } else |why| { check_56: none_alive >> bury(error = why) -> [c] },
            } -> [ys]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p77_leaves_no_guard() {
    leaves_no_guard!(p77(vec![10, 53, 12, 44]));
}

pipeline! {
    fn p78(a: i64, grid: Vec<Vec<i64>>) {
        p0 -> [xs as ys]
            >> attempt_1: try {
                double
                    >> again_2: repeat(max = 1) {
                        half(a = a)
                            >> map(ys as e, limit = 4) {
                                step_3: weave(ys = ys.iter().map(|item| item + 3).collect::<Vec<i64>>(), xs = ys.iter().map(|item| item + 9).collect::<Vec<i64>>())
                                    >> push(xs = ys, a = a) -> [xs],
                            },
                    } until(a - b < 3),
            } else |error| { check_4: none_alive >> weigh(a = a) }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p78_leaves_no_guard() {
    leaves_no_guard!(p78(70, vec![vec![47, 29], vec![47, 23]]));
}

pipeline! {
    fn p79(xs: &[i64]) {
        repeat(max = xs.len()) {
            attempt_1: try { p10(ys = xs.to_vec()) -> [c, ys as d] } else { check_2: none_alive >> zip_up(xs, ys = xs) >> total } -> [xs]
                >> weave(ys = xs.iter().map(|item| item + 8).collect::<Vec<i64>>()),
        } until(true) -> [ys]
            >> total(xs = xs)
            >> p15
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p79_leaves_no_guard() {
    leaves_no_guard!(p79(&[30, 26]));
}

pipeline! {
    fn p80(b: i64, ys: Vec<i64>, a: &i64) -> [zs, b, xs, ys as w, a as u, zs as f] {
        halves
            >> {
                map(xs as b, on_error = collect) {
                    {
                        map((vec![7_i64, 8].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (b, c), limit = 2, on_error = collect) {
                            half(a = a)
                                >> repeat(max = xs.len()) { weave } until(ys.len() + 1 > zs.len() && ys.len() < 3),
                        } -> [],
                    },
                } -> [],
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p80_leaves_no_guard() {
    leaves_no_guard!(p80(62, vec![62, 2, 26], &16));
}

pipeline! {
    fn p81(grid: Vec<Vec<i64>>, c: i64, ys: &[i64]) {
        attempt_1: try { turn(b = c, d = ys.iter().map(|item| item % 10).sum::<i64>()) } else |error| { check_2: none_alive } -> [grid as e]
            >> {
                map((grid) as e, on_error = collect) { half(a = c) } -> [b as result_3]
                    >> sift_4: sift(results = result_3, others = result_3),
            }
            >> repeat(max = 3) {
                digits(a = ys.iter().map(|item| item % 10).sum::<i64>())
                    >> push(xs = ys, a = c * b % 1_009 + 0),
            } until(b % 3 == 1)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p81_leaves_no_guard() {
    leaves_no_guard!(p81(vec![vec![6], vec![67, 78], vec![53], vec![15, 77]], 17, &[23]));
}

pipeline! {
    fn p82(grid: Vec<Vec<i64>>, b: &i64) {
        attempt_1: try {
            late(a = b, c = b + 4)
                >> match (a % 2 == 0, a % 3) {
                    (_, first) if first > 0 => attempt_2: try { turn(d = { let first = b * 8; first - a }) >> double(a = a) -> [b] } else |a| { check_3: none_alive >> late(a = c, c = c * c % 1_009 + 2) },
                    _ => half(a = a),
                },
        } else |xs| {
            check_4: none_alive >> blend(c = 2, d = b) >> add_one(a = format!("{xs:#}").len() as i64),
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p82_leaves_no_guard() {
    leaves_no_guard!(p82(vec![vec![25], vec![67, 26]], &32));
}

pipeline! {
    fn p83(b: i64, a: &i64) {
        p15(c = b) >> halves(ys = xs) >> p80(ys = zs, a = u)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p83_leaves_no_guard() {
    leaves_no_guard!(p83(79, &33));
}

pipeline! {
    fn p84(ys: &[i64], xs: Vec<i64>, a: &i64) {
        step_1: total(xs = xs) -> [c]
            >> negate(b = c) -> [c]
            >> push(xs = ys, a = a * a % 1_009 + 8)
            >> attempt_2: try {
                {
                    attempt_3: try { p9(a = c) >> halves(ys = ys) } else |xs| { check_4: none_alive >> late(a = c + 8) }
                        >> half
                        >> map(xs as b) { behead } -> [b as g, ys as f],
                }
                    >> late,
            } else |error| {
                check_6: none_alive
                    >> parallel {
                        blend(d = c) -> [a],
                        weigh,
                        branch_5: p60(a = { let first = c * 1; first - c }, b = a) >> add_one -> [a as h],
                    },
            }
            >> nth(b = a)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p84_leaves_no_guard() {
    leaves_no_guard!(p84(&[], vec![28, 61, 27], &4));
}

pipeline! {
    fn p85(xs: Vec<i64>) {
        p10(ys = xs)
            >> blend(c = ys, d = { let first = ys * 7; first - ys }) -> [a]
            >> weave(ys = xs)
            >> map((ys) as b) { rows >> step_4: up_to(a = xs.len() as i64) } -> [xs as f, a as e]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p85_leaves_no_guard() {
    leaves_no_guard!(p85(vec![]));
}

pipeline! {
    fn p86(ys: Vec<i64>, a: i64) {
        attempt_1: try { half } else |error| { check_2: none_alive >> {} -> [a] }
            >> step_3: double(a = a)
            >> first_4: {
                race {
                    racer_5: p15(c = a * b % 1_009 + 3) >> weave(xs = vec![a + 0, u * 2]),
                    racer_6: late(c = a),
                }
                    >> check_7: none_alive,
            } -> [ys, a]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p86_leaves_no_guard() {
    leaves_no_guard!(p86(vec![], 5));
}

pipeline! {
    fn p87(b: &i64, c: &i64, a: i64) {
        step_1: blend(c = b, d = c)
            >> attempt_2: try { late(a) -> [c, a as d] } else |a| {
                check_8: none_alive
                    >> step_3: late(a = c, c = b)
                    >> {
                        map((vec![4_i64, 5].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((b, [c, _]), xs), limit = 1, on_error = collect) {
                            late(a = a),
                        } -> [a as result_4, c as result_5]
                            >> blame_6: blame(results = result_4)
                            >> sift_7: sift(results = result_4, others = result_5),
                    },
            }
            >> negate
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p87_leaves_no_guard() {
    leaves_no_guard!(p87(&52, &92, 44));
}

pipeline! {
    fn p88(b: i64, grid: &[Vec<i64>], xs: Vec<i64>) {
        attempt_1: try {
            group_2: {
                map((xs) as a, index as round) { heads -> [zs as f] >> stamp } -> [xs as u, xs as w],
            } -> [w, u],
        } else |xs| {
            check_3: none_alive
                >> flatten -> [xs as w]
                >> late(a = w.iter().map(|item| item % 10).sum::<i64>(), c = 9) -> [c, a as zs]
                >> bury(error = xs),
        } -> [b as c]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p88_leaves_no_guard() {
    leaves_no_guard!(p88(24, &[], vec![31, 34]));
}

pipeline! {
    fn p89(ys: Vec<i64>, xs: Vec<i64>) -> [zs, u, w, f, xs, b] {
        p10 >> p80(b = ys, ys = vec![ys + 3, ys * 2], a = ys)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p89_leaves_no_guard() {
    leaves_no_guard!(p89(vec![54, 66, 54, 92], vec![78, 78]));
}

pipeline! {
    fn p90(a: i64, c: i64, grid: &[Vec<i64>]) {
        map(grid as e, limit = 3) {
            match (a % 2 == 0, a % 3) {
                (true, 0) => digits(a = c * c % 1_009 + 2)
                    >> push(xs = e)
                    >> attempt_1: try { step_2: late(a = a) >> mix(b = b * c % 1_009 + 4) } else |e| { check_3: none_alive },
                (_, n) if n > 0 => halves(ys = e),
                _ => repeat(max = 4) { double >> up_to -> [xs as ys] } until(ys.is_empty()) -> [ys, grid],
            } -> [grid],
        } -> [grid as f, e, a as xs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p90_leaves_no_guard() {
    leaves_no_guard!(p90(29, 80, &[]));
}

pipeline! {
    fn p91(xs: Vec<i64>) -> [zs] {
        zip_up(ys = xs)
            >> both_1: parallel {
                push(a = zs.len() as i64) -> [xs]
                    >> p9(c = 7, a = b, ys = zs)
                    >> parallel {
                        branch_2: up_to(a = b),
                        blend(c = b, d = b),
                        branch_3: repeat(max = 2, index as round) {
                            age(a = b, round = xs.len()) >> negate -> [c],
                        } until(b % 4 == 0)
                            >> { push(a = b) }
                            >> attempt_4: try { behead(ys = zs) >> half(a = xs.len() as i64) >> late(a = b) } else |error| { check_5: none_alive >> {} -> [grid] } -> [c as f, grid as zs],
                    },
                branch_6: total,
            } -> [xs as w, zs, c]
            >> blend(d = c)
            >> step_8: halves(ys = w)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p91_leaves_no_guard() {
    leaves_no_guard!(p91(vec![28, 77, 10]));
}

pipeline! {
    fn p92(a: i64, b: i64, c: i64) {
        blend(d = b)
            >> map((vec![9_i64, 10]) as e, index as round) {
                attempt_1: try {
                    parallel { branch_2: half(a = 8 - round as i64) -> [b as f], branch_3: half }
                        >> attempt_4: try { late >> behead(ys = vec![7_i64, 8]) >> stamp(xs = ys) } else { check_5: none_alive >> blend(d = f) -> [a] },
                } else {
                    check_8: none_alive
                        >> again_6: repeat(max = 4, index as round) { step_7: age(round = round) -> [a as zs] } until(zs % 4 == 0),
                },
            } -> [a as g]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p92_leaves_no_guard() {
    leaves_no_guard!(p92(36, 6, 57));
}

pipeline! {
    fn p93(b: i64, ys: &[i64]) -> [ys as zs, ys as b] {
        again_1: repeat(max = 4, index as round) {
            parallel {
                rows(xs = ys)
                    >> stamp(xs = ys, round) -> [xs as b]
                    >> map(ys as b, index as round) { double(a = b + 5) } -> [grid as g],
                grow(xs = vec![3_i64, 4], a = { let first = b * 7; first - b })
                    >> attempt_2: try { age(a = b, round) } else |error| { check_3: none_alive },
            },
        } until(b - b < 3)
            >> blend(c = 4, d = b)
            >> behead(ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p93_leaves_no_guard() {
    leaves_no_guard!(p93(25, &[80, 68]));
}

pipeline! {
    fn p94(b: &i64, a: &i64, c: &i64) -> [a] {
        add_one(a) -> [a]
            >> parallel { branch_1: double(a = 6), digits -> [b as h, c], branch_2: p15 }
            >> step_3: add_one -> [a]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p94_leaves_no_guard() {
    leaves_no_guard!(p94(&68, &7, &67));
}

pipeline! {
    fn p95(b: i64, c: i64, xs: &[i64]) -> [ys, d, h, g, e, grid] {
        {
            map(xs as b, limit = 2, index as round, on_error = collect) { half(a = b + 4) } -> [b as result_1]
                >> sift_2: sift(results = result_1, others = result_1),
        }
            >> add_one(a = b)
            >> halves(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
            >> late(c = { let first = b * 6; first - b })
            >> each_3: map(xs as b, index as i, limit = xs.len() + 1) {
                up_to >> turn(d = a) >> step_4: p80(ys = vec![b + 8, a * 2]),
            } -> [w as d, xs as h, a as ys, f as grid, b as e, u as g]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p95_leaves_no_guard() {
    leaves_no_guard!(p95(33, 17, &[71, 96]));
}

pipeline! {
    fn p96(ys: &[i64], b: i64, c: i64) {
        step_1: up_to(a = b) -> [xs]
            >> if let Some(a) = ys.first() { {} -> [ys] } else if let [last, rest @ ..] = &xs[..] && last % 2 == 0 { map(ys as e) { rows } -> [grid] } else if xs.is_empty() {
                digits(a = ys.len() as i64)
                    >> attempt_2: try {
                        map((vec![7_i64, 8].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., e]), ys), index as i) {
                            step_3: behead(ys = xs) >> step_4: late(a = b) >> late -> [c as grid, a],
                        }
                            >> behead,
                    } else |e| {
                        check_10: none_alive
                            >> first_5: {
                                race {
                                    racer_6: push(xs = vec![2_i64, 3], a = c)
                                        >> weigh(error = e, a = c * c % 1_009 + 5)
                                        >> step_7: blend(c = c + 9, d = { let first = b * 4; first - c }),
                                    racer_8: bury(error = e),
                                }
                                    >> check_9: none_alive,
                            } -> [c],
                    } -> [ys, c],
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p96_leaves_no_guard() {
    leaves_no_guard!(p96(&[20, 26, 78], 20, 90));
}

pipeline! {
    fn p97(c: &i64, grid: Vec<Vec<i64>>, a: &i64) -> [zs as b, c as e, a] {
        add_one(a = c)
            >> parallel {
                branch_1: attempt_2: try {
                    parallel {
                        branch_3: add_one >> half(a) -> [b],
                        late(c = 6) >> step_4: late(a = a * a % 1_009 + 5, c = c) >> step_5: late(c = c + 5),
                    },
                } else |error| {
                    check_8: none_alive
                        >> parallel {
                            turn(b = c, d = c) >> negate(b = d) -> [c],
                            branch_6: step_7: bury(error = error) -> [d] >> double >> negate -> [c as grid],
                        } -> [c as xs],
                },
                branch_9: heads -> [zs, c as e],
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p97_leaves_no_guard() {
    leaves_no_guard!(p97(&69, vec![vec![15, 95], vec![8, 55, 7]], &22));
}

pipeline! {
    fn p98(ys: Vec<i64>, c: &i64, a: i64) {
        add_one(a = c)
            >> zip_up(xs = ys)
            >> attempt_1: try {
                total(xs = vec![c + 1, b * 2])
                    >> {
                        map(ys as b, limit = ys.len() + 1, on_error = collect) {
                            nth(xs = zs)
                                >> map(ys as a) {
                                    behead(ys = ys.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>())
                                        >> p6(a = d)
                                        >> late(c = a) -> [c as g, a as f],
                                },
                        } -> [],
                    }
                    >> if a % 3 == 0 { {} -> [ys as grid, ys] },
            } else |error| { check_2: none_alive >> {} -> [ys, c] } -> [ys as w]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p98_leaves_no_guard() {
    leaves_no_guard!(p98(vec![54, 60, 5, 36], &36, 99));
}

pipeline! {
    fn p99(b: &i64) -> [d as b] {
        step_1: negate
            >> map((vec![8_i64, 9]) as a, index as round, limit = 1) {
                parallel { age, blend(d = c) -> [a as xs] } >> step_2: age >> mix,
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p99_leaves_no_guard() {
    leaves_no_guard!(p99(&37));
}
