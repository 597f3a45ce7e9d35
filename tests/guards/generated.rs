// Written by guards.py from the seed 14; not to be edited.
use super::tasks::*;
use runnable::prelude::*;

pipeline! {
    fn p0(ys: &[i64], xs: &[i64]) {
        parallel {
            branch_1: zip_up(xs = ys, ys = xs),
            branch_2: again_3: repeat(max = 1) {
                weave
                    >> attempt_4: try { half(a = ys.iter().map(|item| item % 10).sum::<i64>()) >> weave } else { check_5: none_alive >> {} -> [ys] }
                    >> parallel {
                        branch_6: weave(xs = ys.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
                            >> total,
                        branch_7: total -> [c as a],
                    },
            } until(xs.is_empty())
                >> #[retry(2, backoff = "1ms")] #[timeout("1ms")] tries_9: {
                    #[timeout("5ms")] #[retry(4, backoff = "1ms")] repeat(max = 2) { check_8: none_alive >> double >> weave } until(b % 4 == 0)
                        >> {}
                        >> map(ys as b, index as round) { age(a) >> rows >> add_one } -> [a as grid]
                        >> mix(b = a) -> [d as zs],
                } -> [c, zs as d, c as grid],
        }
            >> blend(c = c, d = grid)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p0_leaves_no_guard() {
    leaves_no_guard!(p0(&[5, 69], &[50, 88]));
}

pipeline! {
    fn p1(c: &i64, ys: Vec<i64>, xs: Vec<i64>) -> [g as zs, e] {
        {
            map(ys as a, limit = 3, on_error = collect) {
                #[retry(2, backoff = "1ms", when = |_| false)] tries_5: parallel {
                    late(a),
                    branch_1: check_6: none_alive
                        >> #[retry(4, backoff = "1ms")] #[timeout("1ms")] parallel {
                            branch_2: check_4: none_alive >> add_one,
                            half -> [b] >> behead(ys = vec![3_i64, 4]),
                            branch_3: double -> [b],
                        } -> [a as w, ys, b],
                } -> [w as b, c, a]
                    >> half
                    >> rows,
            } -> [],
        }
            >> digits(a = c)
            >> #[retry(2, backoff = "1ms", when = |error| error.message().len() % 2 == 0)] #[timeout("8ms")] tries_11: {
                check_12: none_alive
                    >> again_7: repeat(max = 2) {
                        both_8: parallel {
                            branch_9: nth,
                            branch_10: negate(b = c) >> turn(d = c) >> behead,
                        }
                            >> total(xs),
                    } until(b % 3 == 1)
                    >> late(a = 5, c = c),
            } -> [b, a as g, c as e]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p1_leaves_no_guard() {
    leaves_no_guard!(p1(&90, vec![99, 72, 88], vec![79, 20]));
}

pipeline! {
    fn p2(ys: &[i64], xs: Vec<i64>) {
        zip_up -> [zs as u, b as e]
            >> late(a = e, c = e)
            >> attempt_1: try { negate(b = 6) >> behead(ys) } else {
                check_7: none_alive
                    >> {
                        blend(c = a, d = c)
                            >> first_2: {
                                race {
                                    racer_3: halves(ys),
                                    racer_4: total -> [c] >> double >> halves,
                                }
                                    >> check_5: none_alive,
                            } -> [xs, zs]
                            >> map(u as e, limit = 4) {
                                mix(b = c) -> [d] >> add_one >> step_6: add_one,
                            } -> [a as d],
                    } -> [d],
            } -> [a as e, a]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p2_leaves_no_guard() {
    leaves_no_guard!(p2(&[99, 40], vec![53]));
}

pipeline! {
    fn p3(a: i64, ys: &[i64], b: i64) -> [u, c, xs] {
        repeat(max = 4, index as round) {
            rows(xs = ys.to_vec()) -> [grid as c]
                >> #[retry(2, backoff = "1ms")] tries_7: parallel {
                    #[retry(2, backoff = "1ms")] { check_1: none_alive >> age(round = round) >> stamp(xs = ys, round = round) },
                    map(ys as a) {
                        age(a = ys.iter().map(|item| item % 10).sum::<i64>())
                            >> rows(xs = ys)
                            >> step_2: age(round = round),
                    } -> [a as u],
                    branch_3: check_8: none_alive
                        >> map((ys.iter().map(|item| item + 7).collect::<Vec<i64>>()) as b) {
                            age(a = { let first = b * 7; first - b }) >> zip_up(xs = ys, ys),
                        } -> [b as u]
                        >> rows(xs = ys, b = b)
                        >> attempt_4: try { step_5: double(a = { let first = a * 5; first - b }) } else { check_6: none_alive >> {} -> [a] } -> [a as c],
                },
        } until(b - c < 4)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p3_leaves_no_guard() {
    leaves_no_guard!(p3(6, &[14, 81, 20], 63));
}

pipeline! {
    fn p4(a: &i64, ys: &[i64], xs: Vec<i64>) -> [xs as ys] {
        map((0..3_i64) as a, index as i) { age(a, round = 1) } -> [a as zs]
            >> parallel {
                total >> #[timeout("3ms")] map(zs as b, limit = 1) { zip_up >> half(a = a) -> [b as h] },
                branch_1: total -> [c as b],
            }
            >> up_to(a = a)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p4_leaves_no_guard() {
    leaves_no_guard!(p4(&4, &[52, 61], vec![42]));
}

pipeline! {
    fn p5(grid: &[Vec<i64>]) -> [xs as h] {
        flatten
            >> attempt_1: try {
                attempt_2: try {
                    parallel {
                        branch_3: behead(ys = xs) -> [ys],
                        branch_4: weave(ys = xs, xs = xs.iter().map(|item| item + 0).collect::<Vec<i64>>()) -> [ys as g],
                        branch_5: flatten,
                    } -> [ys as h],
                } else |error| { check_6: none_alive >> bury >> late(a = c) } -> [xs]
                    >> behead(ys = xs),
            } else |a| { check_7: none_alive >> total(xs) } -> [grid as xs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p5_leaves_no_guard() {
    leaves_no_guard!(p5(&[vec![], vec![84, 79]]));
}

pipeline! {
    fn p6(b: &i64, xs: Vec<i64>) {
        step_1: behead(ys = xs)
            >> grow(xs = ys, a = b) -> [ys as d]
            >> parallel { total, branch_2: p4(a = b, ys = xs.to_vec(), xs) -> [ys as grid] }
            >> rows -> [grid]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p6_leaves_no_guard() {
    leaves_no_guard!(p6(&60, vec![]));
}

pipeline! {
    fn p7(b: i64) -> [ys as g, b] {
        each_1: map((vec![b + 5, b * 2]) as e, index as i) {
            attempt_2: try {
                parallel {
                    branch_3: age(a = b + 2, round = i) -> [a],
                    half(a = 7),
                    turn(c = b, d = e + 8) -> [b as g, d, a as f] >> age(a = g, round = i) -> [a as d],
                },
            } else |xs| {
                check_7: none_alive
                    >> attempt_4: try { step_5: nth(xs = vec![b + 8, e * 2], b) -> [d as g] } else { check_6: none_alive >> mix(a = b) },
            },
        } -> [b as grid, b as xs]
            >> {}
            >> late(a = b, c = grid.iter().map(|item| item % 10).sum::<i64>())
            >> p4(a = 8, ys = vec![c + 5, c * 2])
            >> {}
            >> behead(ys)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p7_leaves_no_guard() {
    leaves_no_guard!(p7(49));
}

pipeline! {
    fn p8(b: &i64, xs: &[i64]) {
        p4(a = b + 7, ys = xs)
            >> parallel {
                branch_1: mix(a = b + 9),
                rows(b = b),
                behead
                    >> #[retry(2, backoff = "1ms", when = |_| true)] { check_2: none_alive >> blend(c = { let first = b * 5; first - b }, d = b) },
            } -> [a, d as f, grid as h]
            >> attempt_3: try { late(c = a) -> [a as g, c as h] } else |why| { check_4: none_alive } -> [b]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p8_leaves_no_guard() {
    leaves_no_guard!(p8(&29, &[33]));
}

pipeline! {
    fn p9(b: i64) {
        attempt_1: try {
            mix(a = 7) -> [d]
                >> {}
                >> repeat(max = 2) { p4(a = b, ys = vec![d + 2, d * 2], xs = vec![b + 4, d * 2]) } until(b % 2 == 1),
        } else |a| { check_2: none_alive }
            >> up_to(a = b)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p9_leaves_no_guard() {
    leaves_no_guard!(p9(58));
}

pipeline! {
    fn p10(xs: &[i64], c: i64) {
        map(xs as e) {
            first_1: {
                race {
                    racer_2: digits(a = xs.len() as i64)
                        >> #[retry(2, backoff = "1ms", when = |_| true)] tries_3: { check_4: none_alive >> zip_up(xs = xs, ys = xs) } -> [zs],
                    p4(a = e, ys = xs.iter().map(|item| item + 6).collect::<Vec<i64>>()),
                    racer_5: group_6: { half(a = c) >> blend(d = 1) } -> [xs as d, a as b],
                }
                    >> check_7: none_alive,
            },
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p10_leaves_no_guard() {
    leaves_no_guard!(p10(&[18, 86], 82));
}

pipeline! {
    fn p11(xs: &[i64], c: i64) {
        attempt_1: try {
            parallel {
                grow(xs, a = c * c % 1_009 + 2),
                branch_2: late(a = c, c = xs.iter().map(|item| item % 10).sum::<i64>()) >> step_3: late(c = a),
            }
                >> turn(b = { let first = c * 9; first - c }, d = a + 8),
        } else |xs| { check_4: none_alive }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p11_leaves_no_guard() {
    leaves_no_guard!(p11(&[], 0));
}

pipeline! {
    fn p12(a: &i64, grid: Vec<Vec<i64>>) {
        turn(b = 3, c = a, d = { let first = a * 3; first - a })
            >> #[timeout("1ms")] {
                mix
                    >> up_to -> [xs as u]
                    >> attempt_1: try {
                        digits
                            >> attempt_2: try { nth(xs = u) -> [d] >> step_3: nth(xs = u) >> digits } else |a| {
                                check_4: none_alive
                                    >> behead(ys = u.iter().rev().chain(u.iter()).take(5).copied().collect::<Vec<i64>>()),
                            },
                    } else |a| { check_5: none_alive >> {} -> [grid as w, grid as h] },
            }
            >> late(a = b, c = b * d % 1_009 + 8)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p12_leaves_no_guard() {
    leaves_no_guard!(p12(&68, vec![]));
}

pipeline! {
    fn p13(b: &i64, a: i64) {
        attempt_1: try {
            both_2: parallel {
                branch_3: first_4: {
                    race {
                        racer_5: late(a = a, c = { let first = a * 9; first - b }) >> step_6: late(a = 8, c),
                        racer_7: late(a = b + 2, c = a * b % 1_009 + 9) >> blend(d = a) -> [a],
                    }
                        >> check_8: none_alive,
                } -> [a]
                    >> repeat(max = 1, index as round) { late(a = a, c = b) -> [a as f, c as g] } until(round > 1) -> [f, g],
                half
                    >> both_9: parallel {
                        late(c = b),
                        p4(a = b + 4, ys = vec![0_i64, 1], xs = vec![b + 9, b * 2]) -> [ys as zs]
                            >> nth(xs = zs),
                        branch_10: blend(c = { let first = a * 5; first - b }, d = 5) -> [a as h],
                    } -> [a, d, h as u, c],
            } -> [u, a, d as e, g]
                >> late(c = u),
        } else |error| { check_11: none_alive }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p13_leaves_no_guard() {
    leaves_no_guard!(p13(&46, 91));
}

pipeline! {
    fn p14(b: i64) {
        attempt_1: try {
            attempt_2: try { add_one(a = b) -> [a] } else {
                check_4: none_alive
                    >> each_3: map((vec![9_i64, 10]) as b, index as i) { half(a = 8 - i as i64) } -> [b as g],
            },
        } else |a| {
            check_11: none_alive
                >> #[retry(4, backoff = "1ms")] #[timeout("3ms")] {
                    check_10: none_alive
                        >> first_5: {
                            race {
                                racer_6: negate(b = b) >> late(a = c * b % 1_009 + 3),
                                racer_7: negate(b = b),
                                racer_8: weigh(error = a, a = b)
                                    >> bury(error = a)
                                    >> {}
                                    >> up_to(a = format!("{a:#}").len() as i64),
                            } -> [b]
                                >> check_9: none_alive,
                        } -> [b]
                        >> bury(error = a),
                } -> [c as g, d, c]
                >> up_to(a = g),
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p14_leaves_no_guard() {
    leaves_no_guard!(p14(2));
}

pipeline! {
    fn p15(xs: Vec<i64>) {
        {
            map((xs.to_vec()) as a, limit = 4, on_error = collect) {
                #[retry(2, backoff = "1ms")] {
                    repeat(max = 3) { behead(ys = vec![4_i64, 5]) } until(a % 2 == 0) -> [a, ys as e, a as u],
                } -> [u, e, a as g],
            } -> [u as result_1, g as result_2]
                >> sift_3: sift(results = result_1, others = result_2),
        }
            >> attempt_4: try { weave(ys = xs) >> grow(xs, a = c) } else |error| {
                check_5: none_alive
                    >> map(xs as b) {
                        mix(a = xs.len() as i64, b) >> half(a = xs.len() as i64) -> [b as w],
                    },
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p15_leaves_no_guard() {
    leaves_no_guard!(p15(vec![20, 67]));
}

pipeline! {
    fn p16(b: i64) -> [grid as a] {
        map((vec![4_i64, 5]) as b, index as i) {
            parallel {
                #[retry(3, backoff = "1ms", when = runnable::Error::is_retryable)] #[timeout("1ms")] parallel {
                    age(a = b, round = (b % 3).unsigned_abs() as usize) -> [a],
                    up_to(a = b),
                    branch_1: check_2: none_alive >> negate(b = b) >> double(a = 8),
                },
                branch_3: attempt_4: try {
                    nth(xs = vec![1_i64, 2]) >> late(a = d, c = { let first = d * 8; first - b }),
                } else |error| { check_5: none_alive >> negate(b = b * b % 1_009 + 1) },
                branch_6: group_7: { digits(a = b) } -> [b as w, c as f],
            } -> [xs as h, w, f, b as u, c]
                >> age(a = u, round = (u % 3).unsigned_abs() as usize)
                >> #[retry(2, backoff = "1ms")] #[timeout("3ms")] tries_12: if let Some(rest) = h.first() {} else if w % 2 == 1 { half(a = 2 - i as i64) } else {
                    stamp(xs = h.iter().rev().chain(h.iter()).take(5).copied().collect::<Vec<i64>>(), round = i + 1),
                },
        } -> [b as grid]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p16_leaves_no_guard() {
    leaves_no_guard!(p16(24));
}

pipeline! {
    fn p17(a: i64) {
        repeat(max = 2, index as round) {
            if a % 2 == 0 { { age(a = a) >> half(a = a) } } else if a - a < 3 {
                attempt_1: try {
                    step_2: late(c = a) -> [c, a as zs] >> step_3: nth(xs = vec![6_i64, 7], b = c),
                } else |why| {
                    check_4: none_alive >> age(round = round + 1) >> weigh(error = why, a = a) >> double,
                },
            } else {
                p4(a = a + 5, ys = vec![6_i64, 7], xs = vec![5_i64, 6])
                    >> late(a = { let first = a * 6; first - a }, c = a),
            } -> [a, a as ys],
        } until(ys % 4 == 1)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p17_leaves_no_guard() {
    leaves_no_guard!(p17(78));
}

pipeline! {
    fn p18(ys: &[i64], a: i64) {
        p4(a = a + 3, xs = ys)
            >> parallel {
                branch_1: mix(a, b = a),
                branch_2: nth(xs = ys.to_vec(), b = ys.len() as i64) -> [d as h],
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p18_leaves_no_guard() {
    leaves_no_guard!(p18(&[92, 88, 83, 43], 94));
}

pipeline! {
    fn p19(ys: Vec<i64>, b: &i64, grid: Vec<Vec<i64>>) {
        parallel { branch_1: add_one(a = b) -> [a], { step_2: heads } }
            >> zip_up(xs = zs, ys)
            >> p4(a, xs = ys)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p19_leaves_no_guard() {
    leaves_no_guard!(p19(vec![6, 15], &62, vec![vec![40, 40], vec![], vec![10, 26, 65, 79], vec![92, 74]]));
}

pipeline! {
    fn p20(ys: &[i64]) {
        weave(ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), xs = vec![9_i64, 10])
            >> parallel {
                branch_1: step_2: behead(ys) >> behead >> {} >> total(xs = ys),
                branch_3: total(xs = ys) -> [c as xs],
            }
            >> zip_up(xs = ys, ys = ys) -> [zs as xs, b as e]
            >> p4(a = ys.iter().map(|item| item % 10).sum::<i64>())
            >> late(a = e * c % 1_009 + 8)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p20_leaves_no_guard() {
    leaves_no_guard!(p20(&[20, 17, 35]));
}

pipeline! {
    fn p21(xs: Vec<i64>) -> [d] {
        #[timeout("2ms")] #[retry(2, backoff = "1ms")] p4(a = xs.iter().map(|item| item % 10).sum::<i64>(), ys = xs.to_vec()) -> [ys as h]
            >> map(xs as b, index as round) { stamp(xs = h, round = round) } -> [xs as d]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p21_leaves_no_guard() {
    leaves_no_guard!(p21(vec![]));
}

pipeline! {
    fn p22(b: i64) -> [ys as c] {
        p4(a = b, ys = vec![7_i64, 8], xs = vec![6_i64, 7]) -> [ys]
            >> step_1: p4(a = ys.len() as i64, ys = ys.to_vec(), xs = ys)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p22_leaves_no_guard() {
    leaves_no_guard!(p22(54));
}

pipeline! {
    fn p23(ys: &[i64], a: i64, xs: Vec<i64>) {
        #[retry(3, backoff = "1ms", when = |_| false)] tries_2: {
            check_3: none_alive
                >> p4(ys = ys.iter().map(|item| item + 4).collect::<Vec<i64>>(), xs = vec![a + 6, a * 2])
                >> step_1: p4(a = a),
        }
            >> late(a = a + 8, c = ys.len() as i64)
            >> blend(c = ys.iter().map(|item| item % 10).sum::<i64>(), d = a)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p23_leaves_no_guard() {
    leaves_no_guard!(p23(&[34, 99, 67], 55, vec![13]));
}

pipeline! {
    fn p24(c: &i64, a: i64) {
        add_one(a = a)
            >> attempt_1: try {
                {
                    #[retry(2, backoff = "1ms", when = runnable::Error::is_retryable)] #[timeout("9ms")] half
                        >> parallel {
                            branch_2: half(a = a + 6) -> [b]
                                >> up_to(a = c)
                                >> weave(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>(), xs = xs),
                            behead(ys = vec![9_i64, 10]) -> [ys as w],
                        } -> [w],
                } -> [w as zs]
                    >> mix(a = a * c % 1_009 + 9, b = a),
            } else |a| {
                check_5: none_alive
                    >> repeat(max = 3, index as i) {
                        negate(b = c)
                            >> map((vec![c + 0, c * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., c]), ys), limit = 2) {
                                half(a = c * c % 1_009 + 5) >> zip_up(xs = ys) -> [b as w, zs as h],
                            }
                            >> attempt_3: try { weigh(error = a, a = a.message().len() as i64) -> [b] } else { check_4: none_alive >> digits(a = c * c % 1_009 + 2) },
                    } until(b % 3 == 1),
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p24_leaves_no_guard() {
    leaves_no_guard!(p24(&76, 68));
}

pipeline! {
    fn p25(xs: Vec<i64>, b: &i64, ys: Vec<i64>) {
        push(a = b + 2)
            >> {
                group_1: {
                    both_2: parallel {
                        double(a = xs.len() as i64)
                            >> step_3: p4(a = xs.iter().map(|item| item % 10).sum::<i64>(), ys = vec![5_i64, 6], xs = vec![5_i64, 6]),
                        negate(b = ys.len() as i64) >> rows(xs = ys.to_vec()),
                        total,
                    },
                } -> [c, grid as f, ys],
            }
            >> flatten(grid = vec![xs.to_vec(), vec![4]]) -> [xs as b]
            >> map(b as e, limit = b.len() + 1) { add_one(a = c + 7) >> flatten(grid = f) } -> [ys as d]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p25_leaves_no_guard() {
    leaves_no_guard!(p25(vec![39, 43], &34, vec![70]));
}

pipeline! {
    fn p26(b: i64) {
        late(a = b, c = b * b % 1_009 + 1)
            >> negate(b = { let first = c * 6; first - c })
            >> mix(b = c)
            >> attempt_1: try {
                repeat(max = 3) { step_2: late(c = 0) >> step_3: half } until(c - c < 4)
                    >> p4(ys = vec![6_i64, 7], xs = vec![6_i64, 7])
                    >> nth(xs = ys, b) -> [d as g],
            } else |e| { check_4: none_alive } -> [b]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p26_leaves_no_guard() {
    leaves_no_guard!(p26(49));
}

pipeline! {
    fn p27(grid: Vec<Vec<i64>>) -> [grid] {
        flatten(grid = grid) -> [xs as g]
            >> match &grid[..] {
                [a, .., xs] => step_1: p4(a = g.len() as i64, ys = a.iter().map(|item| item + 5).collect::<Vec<i64>>()) -> [ys as zs]
                    >> total(xs = a),
                [] => step_2: flatten
                    >> attempt_3: try {
                        flatten(grid = vec![xs.to_vec(), vec![0]])
                            >> behead(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) -> [ys as h],
                    } else |e| { check_4: none_alive >> {} -> [grid] },
                [a] => {},
                m => {} -> [grid],
            } -> [grid]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p27_leaves_no_guard() {
    leaves_no_guard!(p27(vec![]));
}

pipeline! {
    fn p28(xs: Vec<i64>, a: &i64, b: &i64) {
        negate(b = b + 1) -> [c]
            >> each_1: map(xs as b, limit = 1) {
                turn(b = c, d = a * b % 1_009 + 3) >> step_2: p4(ys = xs.to_vec()),
            } -> [ys, ys as u]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p28_leaves_no_guard() {
    leaves_no_guard!(p28(vec![31, 84, 18], &46, &75));
}

pipeline! {
    fn p29(c: i64, b: i64, xs: &[i64]) {
        weave(ys = xs.to_vec())
            >> p4(a = { let first = b * 5; first - b })
            >> each_1: map((xs.to_vec()) as b, index as round, limit = 2) {
                digits(a = b)
                    >> {
                        each_2: map((ys.iter().map(|item| item + 4).collect::<Vec<i64>>().iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., e]), ys), index as i, on_error = collect) {
                            attempt_3: try {
                                step_4: p4(a = b, ys = ys, xs = vec![c + 9, b * 2]) -> [ys as xs],
                            } else |xs| {
                                check_6: none_alive >> step_5: late(a = b) >> stamp(xs = ys),
                            },
                        } -> [],
                    },
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p29_leaves_no_guard() {
    leaves_no_guard!(p29(20, 97, &[44, 85, 40, 66]));
}

pipeline! {
    fn p30(xs: Vec<i64>, c: i64, grid: Vec<Vec<i64>>) {
        #[retry(3, backoff = "1ms", when = runnable::Error::is_retryable)] tries_5: parallel {
            branch_1: {
                map(xs as b, limit = 2, on_error = collect) {
                    attempt_2: try { blend(d = b) } else { check_3: none_alive } -> [xs as f],
                } -> [],
            },
            branch_4: check_6: none_alive >> p4(a = c, ys = xs, xs = xs.to_vec()) -> [ys] >> mix(a = c + 4, b = c),
        } -> [d as ys]
            >> turn(b = c, c = c * ys % 1_009 + 6, d = c + 2)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p30_leaves_no_guard() {
    leaves_no_guard!(p30(vec![70, 12], 39, vec![]));
}

pipeline! {
    fn p31(a: &i64, c: &i64) {
        by_1: if c % 2 == 0 { turn(b = a, d = a) -> [d, a] } else if c % 2 == 0 {
            attempt_2: try {
                first_3: {
                    race { racer_4: half, racer_5: digits, racer_6: step_7: late >> late(c = c) }
                        >> check_8: none_alive,
                } -> [c, a],
            } else |error| { check_9: none_alive >> {} -> [a as h] }
                >> map((0..3_i64) as a) {
                    #[retry(3, backoff = "1ms")] tries_11: { check_12: none_alive >> step_10: up_to -> [xs] } -> [xs],
                },
        } else if c % 2 == 0 {
            attempt_13: try {
                #[retry(4, backoff = "1ms")] #[timeout("4ms")] behead(ys = vec![c + 5, c * 2])
                    >> #[retry(4, backoff = "1ms")] #[timeout("5ms")] {
                        check_14: none_alive
                            >> grow(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
                            >> double(a = a),
                    } -> [b, c as xs, b as u]
                    >> map((0..3_i64) as e, index as round) { half } -> [e as g, b as d],
            } else |why| {
                check_21: none_alive
                    >> #[retry(3, backoff = "1ms")] tries_16: { check_17: none_alive >> step_15: weigh(error = why) -> [b] }
                    >> first_18: {
                        race {
                            racer_19: turn(b, d = c * c % 1_009 + 6) >> weigh(error = why) -> [b as ys],
                            weigh(error = why),
                        } -> [b]
                            >> check_20: none_alive,
                    } -> [b],
            },
        } else { negate(b = a + 9) >> late(c = c) }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p31_leaves_no_guard() {
    leaves_no_guard!(p31(&23, &67));
}

pipeline! {
    fn p32(a: i64) -> [c, xs] {
        {
            map((vec![6_i64, 7]) as a, limit = 1, on_error = collect) {
                half(a = { let first = a * 3; first - a })
                    >> #[timeout("5ms")] #[retry(2, backoff = "1ms")] within_6: {
                        check_7: none_alive
                            >> map((vec![0_i64, 1]) as b, index as i, on_error = collect) {
                                negate
                                    >> age(round = i)
                                    >> parallel {
                                        late(a = a, c),
                                        branch_1: half(a = a) -> [b as f],
                                        half(a = b + 7) -> [b as w],
                                    } -> [f, a as h, c, w as d],
                            } -> [f as result_2, h as result_3]
                            >> blame_4: blame(results = result_2)
                            >> sift_5: sift(results = result_2, others = result_3),
                    },
            } -> [c as result_8]
                >> sift_9: sift(results = result_8, others = result_8),
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p32_leaves_no_guard() {
    leaves_no_guard!(p32(14));
}

pipeline! {
    fn p33(b: &i64) {
        repeat(max = (b % 3).unsigned_abs() as usize) {
            repeat(max = (b % 3).unsigned_abs() as usize, index as i) {
                group_1: {
                    step_2: age(a = b, round = (b % 3).unsigned_abs() as usize)
                        >> p4(a, ys = vec![a + 6, b * 2], xs = vec![4_i64, 5])
                        >> age(round = 1),
                } -> [b as f, a],
            } until(a % 2 == 0) -> [b, a, f]
                >> attempt_3: try {
                    match f % 4 {
                        0 => {},
                        b @ 2..=40 => add_one(a),
                        1 | 4 => half,
                        last => turn(b = 9, c = { let first = f * 3; first - a }, d = b) >> step_4: half -> [b as xs],
                    },
                } else |why| { check_5: none_alive >> {} -> [b] } -> [b, a],
        } until(a % 4 == 1)
            >> digits(a)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p33_leaves_no_guard() {
    leaves_no_guard!(p33(&72));
}

pipeline! {
    fn p34(ys: &[i64], xs: &[i64], grid: Vec<Vec<i64>>) {
        p4(a = 1, xs) >> step_1: p4(a = 5, ys = xs)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p34_leaves_no_guard() {
    leaves_no_guard!(p34(&[43, 56], &[2], vec![vec![], vec![], vec![48], vec![85, 43]]));
}

pipeline! {
    fn p35(xs: Vec<i64>, a: i64, c: i64) -> [ys as grid, ys] {
        p4(a = { let first = c * 8; first - a }, ys = xs) >> step_1: p4 -> [ys]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p35_leaves_no_guard() {
    leaves_no_guard!(p35(vec![42], 68, 68));
}

pipeline! {
    fn p36(b: i64, a: i64) -> [e, c] {
        mix(b = b)
            >> #[timeout("2ms")] negate(b = a) -> [c]
            >> double
            >> repeat(max = 2, index as round) {
                map((0..3_i64) as e, index as i) {
                    if c % 3 == 0 {} else if e - b < 2 {
                        step_1: double(a = 8 - round as i64)
                            >> step_2: p4(ys = vec![e + 1, e * 2], xs = vec![e + 6, c * 2]) -> [ys]
                            >> total(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()),
                    }
                        >> age(a),
                } -> [d as h, c as e],
            } until(round > 0)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p36_leaves_no_guard() {
    leaves_no_guard!(p36(54, 85));
}

pipeline! {
    fn p37(xs: Vec<i64>) {
        #[timeout("6ms")] within_10: map(xs as b, index as i) {
            attempt_1: try { stamp(round = i) -> [xs as e] >> grow(a = b) } else |xs| {
                check_5: none_alive
                    >> parallel {
                        late(a = b, c = b + 3),
                        branch_2: step_3: weigh(error = xs, a = b),
                        branch_4: turn(b, c = { let first = b * 1; first - b }, d = b) -> [a as grid, b as zs, d],
                    }
                    >> weigh(error = xs),
            } -> [b]
                >> repeat(max = i + 1, index as round) {
                    half(a = b)
                        >> parallel {
                            turn(c = xs.len() as i64, d = b) -> [a] >> stamp(xs, round),
                            branch_6: step_7: up_to(a = 9) >> step_8: push(a = b + 9) -> [xs as f],
                            branch_9: age(a = b) -> [a as zs],
                        },
                } until(b % 4 == 0) -> [f as w, zs],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p37_leaves_no_guard() {
    leaves_no_guard!(p37(vec![16, 3]));
}

pipeline! {
    fn p38(b: i64, ys: Vec<i64>, grid: Vec<Vec<i64>>) -> [a as grid] {
        map(ys as a, index as i) {
            age(round = 3)
                >> if let [rest, m @ ..] = &ys[..] && rest % 2 == 0 {} else if let Some(e) = ys.first() {
                    step_1: age(a = b, round = 1) -> [a]
                        >> #[timeout("5ms")] #[retry(3, backoff = "1ms")] within_3: {
                            check_4: none_alive
                                >> age(a = a, round = 1) -> [a as c]
                                >> step_2: age(a = b, round = i + 1),
                        }
                        >> step_5: age(a = a * e % 1_009 + 0, round = i),
                } else {
                    parallel {
                        turn(c = a * a % 1_009 + 9, d = a) -> [a as ys, b, d] >> step_6: flatten,
                        branch_7: zip_up(xs = ys),
                    } -> [zs, xs],
                } -> [a],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p38_leaves_no_guard() {
    leaves_no_guard!(p38(2, vec![38, 25, 46], vec![vec![30, 5, 32], vec![59, 72]]));
}

pipeline! {
    fn p39(xs: &[i64], c: &i64, a: i64) -> [b, b as g] {
        first_1: {
            race {
                racer_2: parallel {
                    #[timeout("5ms")] { halves(ys = xs) >> nth(b = a) -> [d as u] } -> [u as b],
                    parallel { branch_3: digits(a = a + 9), branch_4: push(a) } -> [b as u, c, xs],
                }
                    >> rows(b = a) -> [grid],
                racer_5: add_one,
            }
                >> check_6: none_alive,
        } -> [a]
            >> nth(xs, b = a)
            >> rows(b = d + 5) -> [grid as b]
            >> digits
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p39_leaves_no_guard() {
    leaves_no_guard!(p39(&[], &49, 98));
}

pipeline! {
    fn p40(ys: &[i64], c: i64) {
        #[timeout("5ms")] #[retry(2, backoff = "1ms")] within_8: {
            check_9: none_alive
                >> attempt_1: try {
                    turn(b = c, c = ys.iter().map(|item| item % 10).sum::<i64>(), d = c)
                        >> step_2: late(a = b, c = b)
                        >> if c % 3 == 1 { behead(ys = ys) >> late(a = c) -> [a as grid] } else { {} -> [ys] },
                } else |xs| {
                    check_7: none_alive
                        >> both_3: parallel {
                            branch_4: weigh(error = xs, a = c + 4),
                            branch_5: weigh(error = xs, a = xs.message().len() as i64)
                                >> step_6: weigh(error = xs, a = c) -> [b as h],
                        } -> [h as u, b]
                        >> p4(a = b, xs = vec![b + 9, u * 2]) -> [ys],
                },
        } -> [ys as b]
            >> total(xs = ys) -> [c]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p40_leaves_no_guard() {
    leaves_no_guard!(p40(&[94], 56));
}

pipeline! {
    fn p41(c: i64, ys: Vec<i64>) -> [d as xs] {
        attempt_1: try { blend(c = c, d = 7) } else |error| { check_3: none_alive >> step_2: p4(a = c, xs = ys) }
            >> {}
            >> step_4: turn(b = c, c = ys.len() as i64, d = c)
            >> nth(xs = ys.to_vec())
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p41_leaves_no_guard() {
    leaves_no_guard!(p41(84, vec![23, 19, 48]));
}

pipeline! {
    fn p42(grid: Vec<Vec<i64>>) {
        p4(a = 4, ys = vec![2_i64, 3], xs = vec![0_i64, 1])
            >> heads(grid)
            >> repeat(max = 1, index as b) {
                attempt_1: try {
                    if let Some(e) = ys.first() { {} -> [grid as c] } else if c % 3 == 0 {} else { up_to(a = c) >> nth(xs = xs, b = c) } -> [grid]
                        >> age(a = 8 - b as i64, round = b + 1),
                } else |why| {
                    check_2: none_alive
                        >> turn(b = { let first = c * 7; first - c }, c = c, d = c)
                        >> #[retry(3, backoff = "1ms")] double -> [b as ys],
                } -> [grid],
            } until(ys.len() + 1 > zs.len() && ys.len() < 4)
            >> double(a = c)
            >> blend(c = zs.iter().map(|item| item % 10).sum::<i64>(), d = b)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p42_leaves_no_guard() {
    leaves_no_guard!(p42(vec![vec![64, 87], vec![76, 50, 4, 59], vec![84, 18, 74, 19], vec![]]));
}

pipeline! {
    fn p43(a: i64, xs: Vec<i64>, grid: &[Vec<i64>]) {
        flatten
            >> grow -> [ys]
            >> p4
            >> attempt_1: try {
                nth(xs = ys, b = a) -> [d]
                    >> mix(a = d + 2, b = xs.iter().map(|item| item % 10).sum::<i64>()) -> [d as grid],
            } else |a| { check_2: none_alive >> heads } -> [a as b, a]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p43_leaves_no_guard() {
    leaves_no_guard!(p43(22, vec![45, 54], &[vec![35, 96], vec![41], vec![80, 0, 1]]));
}

pipeline! {
    fn p44(a: i64) {
        repeat(max = 3) {
            digits -> [c as zs, b]
                >> map((vec![7_i64, 8]) as b, index as round) {
                    attempt_1: try {
                        turn(b = zs, c = a, d = b) >> step_2: turn(c = b * d % 1_009 + 6) -> [d, a as zs, b],
                    } else {
                        check_3: none_alive
                            >> p4(a = zs, ys = vec![a + 7, a * 2], xs = vec![4_i64, 5]) -> [ys as f],
                    },
                } -> [b as d, zs as grid, b as e]
                >> step_4: turn(c = a, d = b) -> [d, b],
        } until(d - d < 3) -> [d, b]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p44_leaves_no_guard() {
    leaves_no_guard!(p44(11));
}

pipeline! {
    fn p45(ys: &[i64], c: i64) -> [w as e, a, d] {
        negate(b = { let first = c * 7; first - c })
            >> blend(d = ys.len() as i64)
            >> #[timeout("1ms")] #[retry(2, backoff = "1ms", when = |_| true)] map((vec![a + 4, a * 2].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (.., a), index as round, limit = 3) {
                #[retry(3, backoff = "1ms", when = runnable::Error::is_retryable)] repeat(max = round + 1, index as i) {
                    check_6: none_alive
                        >> attempt_1: try { age >> behead } else |a| {
                            check_3: none_alive
                                >> step_2: age(a = c + 4, round = (c % 3).unsigned_abs() as usize),
                        }
                        >> age(a = a, round = i)
                        >> attempt_4: try {
                            nth(xs = vec![1_i64, 2], b = ys.iter().map(|item| item % 10).sum::<i64>()),
                        } else |error| { check_5: none_alive >> age } -> [a],
                } until(ys.len() + 1 > ys.len() && ys.len() < 4),
            } -> [a as w, a as d]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p45_leaves_no_guard() {
    leaves_no_guard!(p45(&[49, 76, 18], 68));
}

pipeline! {
    fn p46(xs: &[i64], a: i64, b: i64) {
        total(xs = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
            >> #[timeout("2ms")] repeat(max = (b % 3).unsigned_abs() as usize, index as b) {
                both_1: parallel {
                    branch_2: digits -> [c]
                        >> {}
                        >> attempt_3: try {
                            behead(ys = xs) >> nth(xs = xs, b = { let first = a * 7; first - a }),
                        } else { check_4: none_alive }
                        >> each_5: map((xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) as b) {
                            double(a = a) >> halves(ys = xs) >> weave(ys = vec![4_i64, 5]) -> [ys as b],
                        } -> [b as e, b as g],
                    branch_6: add_one,
                }
                    >> mix(b = a),
            } until(xs.is_empty())
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p46_leaves_no_guard() {
    leaves_no_guard!(p46(&[84], 65, 32));
}

pipeline! {
    fn p47(grid: Vec<Vec<i64>>) {
        repeat(max = 1, index as round) {
            flatten(grid = vec![vec![6_i64], vec![]]) -> [xs as h]
                >> {}
                >> attempt_1: try {
                    repeat(max = 2) { stamp(xs = h, round = h.len()) >> weave(ys = xs) } until(xs.len() + 1 > xs.len() && xs.len() < 3) -> [ys]
                        >> stamp(xs = h, round = round) -> [xs],
                } else |a| {
                    check_4: none_alive
                        >> map(h as e, limit = 4) {
                            weave(ys = h, xs = h) -> [ys]
                                >> flatten(grid = vec![vec![5_i64], vec![]]) -> [xs as f],
                        }
                        >> map((h.to_vec().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (c, _), limit = 4) {
                            step_2: age(a = c)
                                >> stamp(xs = h.to_vec(), round = round)
                                >> step_3: stamp(xs = vec![3_i64, 4]) -> [xs],
                        } -> [xs],
                } -> [grid as b, grid as zs],
        } until(round > 0)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p47_leaves_no_guard() {
    leaves_no_guard!(p47(vec![]));
}

pipeline! {
    fn p48(xs: &[i64], a: i64, grid: Vec<Vec<i64>>) {
        repeat(max = xs.len(), index as b) {
            each_1: map((0..3_i64) as b, index as round) { stamp(xs) } -> [xs as d]
                >> attempt_2: try { stamp(xs = xs, round = b) >> age(round = xs.len()) } else |error| {
                    check_4: none_alive
                        >> each_3: map(xs as b) { heads -> [zs] >> halves(ys = xs) -> [xs as f] }
                        >> map((xs.to_vec()) as e, index as i) { digits } -> [c, c as e],
                } -> [a as ys],
        } until(xs.is_empty())
            >> rows(xs = xs.iter().map(|item| item + 4).collect::<Vec<i64>>(), b = ys) -> [grid]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p48_leaves_no_guard() {
    leaves_no_guard!(p48(&[77, 21], 18, vec![vec![], vec![84, 16], vec![73]]));
}

pipeline! {
    fn p49(xs: Vec<i64>, a: i64, b: &i64) -> [ys, xs as e, a, b as f, d, ys as g] {
        step_1: grow(xs)
            >> #[retry(3, backoff = "1ms", when = |_| true)] #[timeout("6ms")] turn(b = b, c = b, d = 9)
            >> {
                map((ys.iter().map(|item| item + 3).collect::<Vec<i64>>()) as a, on_error = collect) {
                    map(ys as b, index as round, limit = 1) {
                        #[retry(3, backoff = "1ms", when = runnable::Error::is_retryable)] #[timeout("4ms")] parallel {
                            add_one,
                            branch_2: check_3: none_alive >> negate,
                            stamp(round = round),
                        }
                            >> match d % 4 {
                                1 | 4 => {},
                                xs if xs - d < 4 => nth(xs = vec![xs + 0, c * 2]) >> total(xs = ys) -> [c],
                                xs => p4(a = a, xs = ys) -> [ys],
                            } -> [ys]
                            >> zip_up(xs = xs),
                    } -> [b as f, zs],
                } -> [],
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p49_leaves_no_guard() {
    leaves_no_guard!(p49(vec![18, 49], 45, &5));
}

pipeline! {
    fn p50(xs: Vec<i64>, grid: Vec<Vec<i64>>, a: i64) {
        attempt_1: try {
            map(xs as a, index as round) {
                late(a = a, c = a) -> [c]
                    >> attempt_2: try {
                        nth(b = c * a % 1_009 + 6) >> step_3: late(a = c) -> [c, a as f] >> half(a = 2),
                    } else { check_4: none_alive >> stamp(round = 1) >> behead(ys = xs) },
            }
                >> nth(xs = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>(), b = a + 7),
        } else { check_6: none_alive >> step_5: flatten }
            >> step_7: total(xs = xs)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p50_leaves_no_guard() {
    leaves_no_guard!(p50(vec![45, 60, 17, 59], vec![vec![], vec![36]], 82));
}

pipeline! {
    fn p51(grid: &[Vec<i64>], ys: Vec<i64>) {
        #[retry(2, backoff = "1ms")] tries_1: {
            check_2: none_alive
                >> halves(ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
                >> weave,
        } -> [ys]
            >> repeat(max = 1, index as round) {
                by_3: if true {
                    parallel {
                        branch_4: stamp(xs = ys, round = round + 1),
                        stamp(xs = ys.iter().map(|item| item + 4).collect::<Vec<i64>>(), round)
                            >> p4(a = 6 - round as i64, ys = xs, xs = ys),
                    },
                } else { halves(ys = ys) >> heads(grid = grid) }
                    >> repeat(max = 1) {
                        map(ys as b) { rows(xs = vec![b + 7, b * 2], b = b) } -> [grid as xs],
                    } until(round > 1),
            } until(ys.is_empty())
            >> total(xs = ys.to_vec()) -> [c]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p51_leaves_no_guard() {
    leaves_no_guard!(p51(&[vec![], vec![51, 93, 3, 15]], vec![43, 88]));
}

pipeline! {
    fn p52(xs: &[i64], ys: Vec<i64>) {
        weave -> [ys]
            >> parallel { total(xs = xs) -> [c], branch_1: zip_up(ys = xs.to_vec()) }
            >> #[retry(2, backoff = "1ms")] grow(a = xs.len() as i64) -> [ys]
            >> {
                each_2: map(ys as a, limit = xs.len() + 1, on_error = collect) {
                    by_3: if zs.len() + 1 > zs.len() && zs.len() < 3 {} else if a % 3 == 0 { weave } -> [ys, zs as d]
                        >> half(a),
                } -> [b as result_4]
                    >> blame_5: blame(results = result_4)
                    >> sift_6: sift(results = result_4, others = result_4),
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p52_leaves_no_guard() {
    leaves_no_guard!(p52(&[72, 75], vec![58, 31]));
}

pipeline! {
    fn p53(c: &i64, xs: Vec<i64>) -> [zs, xs, ys] {
        step_1: nth(b = c)
            >> p4(a = d, ys = vec![9_i64, 10])
            >> behead(ys = ys)
            >> step_2: p4(a = c, ys = ys.to_vec())
            >> #[timeout("5ms")] #[retry(2, backoff = "1ms")] within_4: {
                check_5: none_alive
                    >> #[timeout("4ms")] within_3: map(ys as b, limit = ys.len() + 1) { add_one(a = d) },
            } -> [xs, a as zs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p53_leaves_no_guard() {
    leaves_no_guard!(p53(&12, vec![]));
}

pipeline! {
    fn p54(xs: &[i64], c: &i64) -> [a, ys, a as grid] {
        both_1: parallel { branch_2: step_3: up_to(a = c * c % 1_009 + 0) -> [xs], total } -> [c as d]
            >> repeat(max = 2) { behead(ys = xs.to_vec()) -> [ys] } until(d - c < 3) -> [ys]
            >> #[timeout("4ms")] grow(a = c)
            >> parallel {
                add_one(a = d),
                branch_4: rows(b = d + 8) -> [grid as e]
                    >> step_5: nth(xs = ys, b = c) -> [d as w]
                    >> {
                        map(e as e, limit = 3, on_error = collect) {
                            #[retry(4, backoff = "1ms", when = |_| false)] late(a = 9, c) >> push(xs = ys),
                        } -> [],
                    },
            } -> [a]
            >> blend
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p54_leaves_no_guard() {
    leaves_no_guard!(p54(&[23, 95], &86));
}

pipeline! {
    fn p55(b: &i64, grid: Vec<Vec<i64>>, a: i64) {
        half
            >> double(a = a) -> [b as e]
            >> mix(b = e + 8)
            >> {}
            >> turn(c = a, d = 6)
            >> parallel {
                branch_1: both_2: parallel {
                    branch_3: map(grid as ys, limit = 3, index as i) {
                        age(round = i + 1) -> [a] >> step_4: flatten(grid) >> nth,
                    } -> [d as ys, d as c],
                    branch_5: p4(ys = vec![3_i64, 4], xs = vec![8_i64, 9]) -> [ys as g],
                    branch_6: half(a = e) -> [b],
                } -> [g, c, ys],
                branch_7: #[timeout("2ms")] #[retry(3, backoff = "1ms")] {
                    check_10: none_alive
                        >> attempt_8: try { half } else |error| { check_9: none_alive >> {} -> [d as u] },
                },
            } -> [b, ys, c as zs, g as u]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p55_leaves_no_guard() {
    leaves_no_guard!(p55(&4, vec![], 62));
}

pipeline! {
    fn p56(ys: Vec<i64>, b: i64, c: i64) {
        {
            map(ys as a, on_error = collect) {
                late(c = a + 4)
                    >> { map((ys.to_vec()) as e, index as i) { behead } -> [ys as grid, a as e] }
                    >> halves,
            } -> [],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p56_leaves_no_guard() {
    leaves_no_guard!(p56(vec![22], 47, 66));
}

pipeline! {
    fn p57(c: i64, grid: &[Vec<i64>], ys: Vec<i64>) {
        {
            map(ys as a, index as round, on_error = collect) { nth(xs = ys, b = c) -> [d] } -> [d as result_1]
                >> sift_2: sift(results = result_1, others = result_1),
        }
            >> again_3: repeat(max = 1, index as round) {
                map((vec![3_i64, 4].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., b]), xs)) {
                    map((vec![6_i64, 7].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., b]), xs)) {
                        p4(a = c, xs = ys) >> stamp,
                    } -> [xs as a],
                },
            } until(round > 0) -> [a, a as f]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p57_leaves_no_guard() {
    leaves_no_guard!(p57(89, &[], vec![15]));
}

pipeline! {
    fn p58(ys: Vec<i64>, xs: &[i64]) -> [xs, c as f, ys] {
        attempt_1: try {
            {
                each_2: map((ys.iter().map(|item| item + 8).collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (.., c), on_error = collect) {
                    attempt_3: try { late(a = c) -> [a, c] >> double(a = c) } else |error| { check_4: none_alive >> bury }
                        >> { half(a = xs.len() as i64) },
                } -> [b as result_5]
                    >> sift_6: sift(results = result_5, others = result_5),
            },
        } else |xs| {
            check_14: none_alive
                >> #[retry(3, backoff = "1ms", when = runnable::Error::is_retryable)] parallel {
                    bury(error = xs),
                    branch_7: check_13: none_alive
                        >> first_8: {
                            race {
                                racer_9: bury(error = xs) >> step_10: bury(error = xs),
                                racer_11: halves(ys = ys.to_vec()),
                            } -> [ys]
                                >> check_12: none_alive,
                        } -> [ys],
                    zip_up(xs = ys, ys) -> [zs, b],
                },
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p58_leaves_no_guard() {
    leaves_no_guard!(p58(vec![43, 33], &[59]));
}

pipeline! {
    fn p59(a: i64, xs: Vec<i64>) -> [c, ys as u, a as grid] {
        step_1: negate(b = a) -> [c]
            >> map((xs.to_vec().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (a, c), limit = 2) {
                attempt_2: try { half -> [b as w] >> weave(ys = vec![6_i64, 7]) } else {
                    check_8: none_alive
                        >> first_3: {
                            race {
                                racer_4: mix(b = c + 8) >> step_5: up_to -> [xs],
                                racer_6: p4(ys = xs, xs = vec![c + 4, a * 2]),
                            }
                                >> check_7: none_alive,
                        } -> [xs]
                        >> { blend(c, d = c) },
                } -> [a],
            } -> [a as ys]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p59_leaves_no_guard() {
    leaves_no_guard!(p59(82, vec![89]));
}

pipeline! {
    fn p60(ys: &[i64], grid: Vec<Vec<i64>>) -> [d as e, ys as b] {
        #[retry(3, backoff = "1ms")] #[timeout("2ms")] tries_4: {
            check_5: none_alive
                >> attempt_1: try {
                    { total(xs = ys) }
                        >> #[timeout("6ms")] if c % 3 == 1 { {} -> [ys] } else {
                            rows(xs = vec![c + 6, c * 2], b = c)
                                >> late(a = c + 7, c = c + 0) -> [c, a]
                                >> half(a = ys.len() as i64),
                        } -> [ys, ys as grid],
                } else {
                    check_3: none_alive
                        >> repeat(max = ys.len()) {
                            total(xs = ys)
                                >> grow(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), a = c)
                                >> add_one(a = 5),
                        } until(ys.len() + 1 > ys.len() && ys.len() < 3)
                        >> push(xs = vec![7_i64, 8], a = ys.iter().map(|item| item % 10).sum::<i64>()) -> [xs]
                        >> each_2: map(xs as a) { zip_up(xs = ys) >> add_one(a = a) >> turn(c = a, d = b) } -> [b],
                } -> [ys as grid]
                >> total(xs = vec![6_i64, 7]) -> [c],
        }
            >> map(ys as a, limit = 1, index as round) { mix(a, b = c) }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p60_leaves_no_guard() {
    leaves_no_guard!(p60(&[70, 84], vec![]));
}

pipeline! {
    fn p61(b: i64, xs: &[i64], a: i64) {
        group_1: {
            parallel {
                parallel {
                    digits,
                    branch_2: step_3: total
                        >> step_4: turn(c = xs.iter().map(|item| item % 10).sum::<i64>(), d = c) -> [a, b as zs, d],
                },
                total -> [c as h],
                half(a = b) -> [b as g],
            },
        }
            >> push(xs = xs, a = a + 9) -> [xs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p61_leaves_no_guard() {
    leaves_no_guard!(p61(73, &[49, 84], 56));
}

pipeline! {
    fn p62(c: &i64, ys: Vec<i64>, b: i64) {
        {
            map(ys as b, on_error = collect) {
                attempt_1: try { late(a = b, c = c) } else |error| {
                    check_2: none_alive
                        >> halves(ys = ys.iter().map(|item| item + 0).collect::<Vec<i64>>()) -> [zs]
                        >> total(xs = zs),
                },
            } -> [c as result_3]
                >> sift_4: sift(results = result_3, others = result_3),
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p62_leaves_no_guard() {
    leaves_no_guard!(p62(&2, vec![42, 78, 81], 80));
}

pipeline! {
    fn p63(xs: &[i64], c: i64) {
        #[retry(2, backoff = "1ms")] match &xs[..] {
            [a, b @ ..] => grow(xs = xs.iter().rev().chain(b.iter()).take(5).copied().collect::<Vec<i64>>()),
            [a, .., m] => {},
            _ => first_1: {
                race {
                    mix(a = xs.len() as i64, b = { let first = c * 1; first - c }),
                    racer_2: repeat(max = 2, index as round) { age(a = c + 4, round) >> stamp } until(xs.len() + 1 > xs.len() && xs.len() < 2) -> [xs as e]
                        >> half(a = c)
                        >> map(xs as e, index as round) { age(a = b) -> [a] },
                }
                    >> check_3: none_alive,
            }
                >> group_4: {
                    attempt_5: try { push(a = c) } else |error| { check_6: none_alive >> zip_up(ys = xs) >> halves(ys = xs) } -> [xs]
                        >> step_7: halves(ys = xs),
                } -> [xs, zs],
        }
            >> half(a = c) -> [b]
            >> attempt_8: try {
                attempt_9: try { up_to(a = c * b % 1_009 + 9) >> step_10: negate(b = c + 9) -> [c] } else { check_11: none_alive }
                    >> behead(ys = vec![c + 1, b * 2]),
            } else |e| { check_12: none_alive >> zip_up(xs = xs, ys = xs) }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p63_leaves_no_guard() {
    leaves_no_guard!(p63(&[2, 79], 93));
}

pipeline! {
    fn p64(c: &i64, grid: &[Vec<i64>]) {
        {
            map(grid as e, index as round, on_error = collect) {
                half(a = e.len() as i64)
                    >> map((grid) as xs, index as round, limit = e.len() + 1) {
                        {
                            map(e as b, limit = 2, index as i, on_error = collect) { late(a = c) } -> [a as result_1, c as result_2]
                                >> sift_3: sift(results = result_1, others = result_2),
                        },
                    } -> [c as d]
                    >> #[retry(3, backoff = "1ms", when = |_| b % 2 == 0)] #[timeout("2ms")] parallel {
                        branch_4: {
                            rows(xs = d)
                                >> nth(xs = e, b)
                                >> step_5: nth(xs = e.iter().map(|item| item + 6).collect::<Vec<i64>>(), b),
                        },
                        branch_6: half(a = { let first = c * 2; first - c }),
                        repeat(max = 3, index as i) {
                            half(a = d.iter().map(|item| item % 10).sum::<i64>()),
                        } until(round > 1) -> [b as e],
                    },
            } -> [d as result_7, b as result_8]
                >> blame_9: blame(results = result_7)
                >> sift_10: sift(results = result_7, others = result_8),
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p64_leaves_no_guard() {
    leaves_no_guard!(p64(&28, &[]));
}

pipeline! {
    fn p65(grid: &[Vec<i64>]) -> [grid] {
        attempt_1: try {
            #[timeout("1ms")] #[retry(4, backoff = "1ms")] within_5: map((grid) as ys, index as round) {
                attempt_2: try { late(a = 6, c = 5) >> step_3: late } else |why| { check_4: none_alive >> {} -> [grid] } -> [grid],
            } -> [grid as d],
        } else |error| { check_6: none_alive >> bury(error = error) } -> [grid]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p65_leaves_no_guard() {
    leaves_no_guard!(p65(&[]));
}

pipeline! {
    fn p66(b: &i64) -> [u] {
        #[timeout("8ms")] within_3: map((0..3_i64) as e, index as round, limit = 2) {
            step_1: p62(c = e, ys = vec![e + 0, b * 2], b = e) -> [c]
                >> repeat(max = 3) {
                    if b - e < 4 { p62(c, ys = vec![b + 2, b * 2]) } else if b % 4 == 0 { age(a = e) >> {} >> turn(b = 6 - round as i64, c = e, d = b) } else if b - b < 4 { step_2: age(a = c) } -> [b as u, e, c],
                } until(round > 0),
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p66_leaves_no_guard() {
    leaves_no_guard!(p66(&42));
}

pipeline! {
    fn p67(grid: &[Vec<i64>]) -> [xs as zs, grid as e, xs] {
        parallel { p65(grid = grid), flatten }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p67_leaves_no_guard() {
    leaves_no_guard!(p67(&[vec![26, 58, 32, 35], vec![66]]));
}

pipeline! {
    fn p68(b: i64, a: i64, grid: &[Vec<i64>]) {
        #[retry(2, backoff = "1ms")] #[timeout("3ms")] parallel { branch_1: step_2: negate, branch_3: flatten -> [xs] }
            >> map((xs.iter().map(|item| item + 4).collect::<Vec<i64>>()) as b, limit = 1) {
                halves(ys = xs.to_vec()) >> p65,
            } -> [grid as w, a as zs]
            >> map(xs as a, limit = xs.len() + 1) {
                total(xs = zs)
                    >> nth -> [d]
                    >> {
                        map((xs.iter().map(|item| item + 7).collect::<Vec<i64>>().iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((a, [c, _]), xs), limit = 4, on_error = collect) {
                            attempt_4: try { grow(a = c) } else { check_5: none_alive >> late(a = d) -> [c, a as ys] } -> [c]
                                >> map(xs as b, limit = 2, index as i) {
                                    behead(ys = xs.to_vec()) >> late -> [c, a as e],
                                } -> [b as f]
                                >> attempt_6: try { step_7: halves(ys = vec![9_i64, 10]) -> [zs] } else { check_8: none_alive >> add_one(a = b) },
                        } -> [a as result_9]
                            >> blame_10: blame(results = result_9)
                            >> sift_11: sift(results = result_9, others = result_9),
                    },
            } -> [d, xs as u, b as g, c as e]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p68_leaves_no_guard() {
    leaves_no_guard!(p68(5, 17, &[vec![11], vec![69, 84, 15, 34]]));
}

pipeline! {
    fn p69(a: i64, b: i64) -> [d] {
        turn(b = b, c = a, d = b)
            >> #[retry(2, backoff = "1ms", when = |_| false)] half(a = d)
            >> #[retry(2, backoff = "1ms", when = |_| d % 2 == 0)] {
                check_9: none_alive
                    >> attempt_1: try {
                        if a - a < 4 {} else if b % 3 == 0 { late(a = d, c = b) } else if b % 3 == 1 { negate(b = a) } else { add_one >> half } -> [a, b, d as ys],
                    } else |error| {
                        check_8: none_alive
                            >> both_2: parallel {
                                branch_3: weigh -> [b] >> step_4: weigh(a) >> double,
                                branch_5: up_to >> weigh(error = error, a = a) -> [b as xs],
                                branch_6: late(c = format!("{error:#}").len() as i64) -> [a],
                            }
                            >> weigh(error = error, a = xs)
                            >> step_7: negate(b = b) -> [c],
                    },
            }
            >> mix
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p69_leaves_no_guard() {
    leaves_no_guard!(p69(88, 27));
}

pipeline! {
    fn p70(ys: &[i64], a: &i64) {
        p4(ys, xs = ys) -> [ys]
            >> repeat(max = (a % 3).unsigned_abs() as usize) {
                zip_up(xs = ys, ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()),
            } until(ys.len() + 1 > ys.len() && ys.len() < 3)
            >> {
                map(zs as a, limit = 2, on_error = collect) { negate } -> [c as result_1]
                    >> blame_2: blame(results = result_1)
                    >> sift_3: sift(results = result_1, others = result_1),
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p70_leaves_no_guard() {
    leaves_no_guard!(p70(&[0, 74], &13));
}

pipeline! {
    fn p71(c: i64) {
        negate(b = c)
            >> map((vec![6_i64, 7]) as e, index as round) {
                attempt_1: try {
                    group_2: {
                        p61(b = c + 6, xs = vec![6_i64, 7], a = 9 - round as i64)
                            >> half(a = e + 9) -> [b as ys],
                    }
                        >> #[retry(3, backoff = "1ms")] tries_3: {
                            check_4: none_alive
                                >> mix(a = ys, b = c + 7) -> [d as g]
                                >> age(a = 2, round = round + 1) -> [a],
                        } -> [ys, a],
                } else |why| { check_5: none_alive },
            }
            >> turn(b = c * c % 1_009 + 5, d = c) -> [d, a]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p71_leaves_no_guard() {
    leaves_no_guard!(p71(35));
}

pipeline! {
    fn p72(ys: &[i64], grid: &[Vec<i64>]) -> [a as grid] {
        map(grid as ys, limit = ys.len() + 1) {
            heads
                >> #[timeout("3ms")] {
                    map(ys as e) {
                        digits(a = ys.len() as i64) -> [b as h, c as u]
                            >> step_1: digits(a = u)
                            >> behead -> [ys],
                    } -> [c as e]
                        >> #[timeout("2ms")] { zip_up(xs = zs, ys = ys) -> [zs as b] }
                        >> #[timeout("5ms")] within_2: behead,
                }
                >> grow(xs = zs, a = c + 0),
        } -> [ys as a]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p72_leaves_no_guard() {
    leaves_no_guard!(p72(&[86, 89], &[vec![99], vec![22, 92], vec![3, 69]]));
}

pipeline! {
    fn p73(b: i64) -> [a as g] {
        attempt_1: try {
            p61(b, xs = vec![b + 4, b * 2], a = b) -> [xs]
                >> group_2: {
                    first_3: {
                        race {
                            racer_4: step_5: double(a = b * b % 1_009 + 9),
                            racer_6: half(a = b) >> grow(xs = xs, a = b),
                            racer_7: half(a = b),
                        }
                            >> check_8: none_alive,
                    } -> [b],
                } -> [b],
        } else |error| { check_9: none_alive >> weigh(a = b) }
            >> {}
            >> blend(c = b, d = { let first = b * 6; first - b })
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p73_leaves_no_guard() {
    leaves_no_guard!(p73(15));
}

pipeline! {
    fn p74(c: &i64, b: i64) {
        each_1: map((0..3_i64) as b) {
            repeat(max = 3, index as b) {
                step_2: up_to(a = 1 - b as i64)
                    >> attempt_3: try { stamp(round = b) >> p4(a = c, ys = xs, xs = xs) } else {
                        check_4: none_alive >> mix(a = 5, b = { let first = c * 8; first - c }),
                    },
            } until(b > 2) -> [c as grid],
        }
            >> p61(xs = grid, a = grid.iter().map(|item| item % 10).sum::<i64>())
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p74_leaves_no_guard() {
    leaves_no_guard!(p74(&65, 45));
}

pipeline! {
    fn p75(a: i64) -> [c, xs] {
        {
            map((vec![a + 6, a * 2]) as a, on_error = collect) {
                attempt_1: try {
                    half
                        >> map((0..3_i64) as b, index as i, limit = 2) {
                            turn(c = a, d = { let first = b * 2; first - b }) >> age(round = i),
                        } -> [a as ys],
                } else |a| {
                    check_4: none_alive
                        >> #[retry(2, backoff = "1ms")] #[timeout("7ms")] tries_2: map((vec![6_i64, 7].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (c, e), index as round) {
                            check_3: none_alive >> half(a = c) >> late(a = e) >> negate,
                        },
                } -> [a as ys]
                    >> add_one(a = ys) -> [a as u]
                    >> parallel {
                        mix(b = a) -> [d as c],
                        branch_5: late(c = a * u % 1_009 + 8) >> mix(b = 3),
                    },
            } -> [c as result_6, d as result_7]
                >> blame_8: blame(results = result_6)
                >> sift_9: sift(results = result_6, others = result_7),
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p75_leaves_no_guard() {
    leaves_no_guard!(p75(74));
}

pipeline! {
    fn p76(ys: &[i64], a: i64) -> [a] {
        repeat(max = 2, index as b) {
            attempt_1: try {
                parallel {
                    branch_2: negate(b = a * a % 1_009 + 2),
                    blend(c = a, d = ys.len() as i64) >> nth(xs = ys, b = a + 5) -> [d],
                } -> [d, c]
                    >> #[retry(4, backoff = "1ms")] #[timeout("2ms")] repeat(max = 3, index as b) {
                        check_3: none_alive >> late(a = d, c = c) -> [a],
                    } until(c % 2 == 0),
            } else |a| {
                check_6: none_alive
                    >> attempt_4: try { behead } else { check_5: none_alive >> stamp(xs = ys, round = ys.len()) }
                    >> bury(error = a),
            }
                >> age(round = b),
        } until(b > 0)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p76_leaves_no_guard() {
    leaves_no_guard!(p76(&[77, 58, 31, 20], 63));
}

pipeline! {
    fn p77(grid: &[Vec<i64>], ys: Vec<i64>, b: &i64) -> [grid] {
        if b % 3 == 1 {
            map((ys.to_vec().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (a, _)) {
                both_1: parallel {
                    heads(grid = vec![vec![5_i64], vec![]]),
                    branch_2: up_to,
                    branch_3: mix -> [d],
                },
            } -> [c as e, d, xs as a, zs]
                >> again_4: repeat(max = 4, index as round) {
                    #[retry(4, backoff = "1ms", when = |_| false)] parallel { stamp(xs = e), age(a = b) >> push(xs = ys) -> [xs as c] } -> [xs, c],
                } until(b % 3 == 1) -> [xs, c as zs],
        } -> [grid]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p77_leaves_no_guard() {
    leaves_no_guard!(p77(&[vec![2, 1], vec![88], vec![56, 54], vec![]], vec![48, 18], &72));
}

pipeline! {
    fn p78(ys: &[i64], a: &i64, b: &i64) -> [b] {
        attempt_1: try {
            #[retry(3, backoff = "1ms")] {
                check_4: none_alive
                    >> map((0..3_i64) as b, index as round, on_error = collect) {
                        negate(b = 0) -> [c as h] >> p62(c = a, ys),
                    } -> [c as result_2]
                    >> sift_3: sift(results = result_2, others = result_2),
            }
                >> half(a = b) -> [b],
        } else |error| { check_5: none_alive } -> [b]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p78_leaves_no_guard() {
    leaves_no_guard!(p78(&[41, 60, 11, 22], &94, &27));
}

pipeline! {
    fn p79(c: i64, b: i64, xs: Vec<i64>) {
        #[timeout("4ms")] #[retry(2, backoff = "1ms")] within_9: match xs {
            m if m.len() > 1 => up_to(a = b),
            _ => {
                attempt_1: try { up_to(a = c) >> nth } else |error| { check_2: none_alive >> behead(ys = xs) }
                    >> first_3: {
                        race {
                            racer_4: rows(xs = xs.to_vec(), b = b) >> step_5: rows -> [grid as d],
                            racer_6: turn(d = c),
                        } -> [c]
                            >> check_7: none_alive,
                    } -> [c]
                    >> again_8: repeat(max = (c % 3).unsigned_abs() as usize) {
                        halves(ys = xs) -> [xs] >> total >> p4(a = { let first = b * 1; first - c }, ys = xs),
                    } until(b - b < 2) -> [ys],
            } -> [ys, xs as g],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p79_leaves_no_guard() {
    leaves_no_guard!(p79(68, 80, vec![66, 49]));
}

pipeline! {
    fn p80(grid: Vec<Vec<i64>>, a: i64) -> [f] {
        attempt_1: try {
            #[retry(3, backoff = "1ms")] {
                check_2: none_alive >> map((0..3_i64) as b) { late(a, c = a) -> [c as b, a] } -> [a as ys],
            } -> [ys as b],
        } else |error| {
            check_4: none_alive
                >> map((vec![6_i64, 7]) as a, limit = 3) {
                    both_3: parallel {
                        late(c = a),
                        p67(grid),
                        weigh(a = { let first = a * 0; first - a }),
                    }
                        >> zip_up(ys = zs) -> [b, zs]
                        >> map((vec![9_i64, 10]) as a, index as round) { age >> up_to } -> [xs as g, a as h],
                },
        } -> [grid as u]
            >> attempt_5: try { negate(b = { let first = a * 2; first - a }) } else |error| {
                check_6: none_alive >> p65(grid = vec![vec![4_i64], vec![]]) -> [grid],
            } -> [a as f]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p80_leaves_no_guard() {
    leaves_no_guard!(p80(vec![vec![], vec![86, 81, 81], vec![51, 63]], 97));
}

pipeline! {
    fn p81(grid: Vec<Vec<i64>>, ys: Vec<i64>, a: i64) -> [xs, b as g, a as ys] {
        parallel {
            branch_1: parallel {
                branch_2: again_3: repeat(max = 2) { blend(c = a, d = a) >> step_4: p67(grid) } until(a - a < 4)
                    >> match (a % 2 == 0, a % 3) { (true, 0) => {}, _ => flatten(grid = e) },
                digits,
            },
            map((ys.iter().map(|item| item + 4).collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (e, a), limit = 1) {
                late(a = e, c = e + 4) -> [c, a] >> weave(ys = vec![a + 0, a * 2], xs = vec![5_i64, 6]),
            } -> [ys as d, a as f],
        }
            >> add_one -> [a]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p81_leaves_no_guard() {
    leaves_no_guard!(p81(vec![], vec![6, 37, 71, 24], 2));
}

pipeline! {
    fn p82(xs: &[i64], b: &i64, ys: &[i64]) -> [b as xs, c] {
        repeat(max = 1, index as i) {
            halves -> [xs as c, zs]
                >> #[retry(2, backoff = "1ms")] {
                    check_1: none_alive
                        >> p4(a = b, xs = zs.iter().map(|item| item + 1).collect::<Vec<i64>>()) -> [ys]
                        >> p62(c = b, ys = zs, b),
                }
                >> weave(xs = vec![c + 6, b * 2]) -> [ys],
        } until(c % 2 == 1) -> [ys as c]
            >> double(a = b)
            >> negate
            >> zip_up(xs = xs, ys = vec![b + 5, c * 2])
            >> digits(a = b)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p82_leaves_no_guard() {
    leaves_no_guard!(p82(&[23], &16, &[90, 46]));
}

pipeline! {
    fn p83(c: i64, xs: Vec<i64>, a: i64) -> [a, e as u, b, xs as w, d, a as c] {
        map((vec![0_i64, 1].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((e, [b, _]), ys)) {
            {
                p4(a = e * a % 1_009 + 6)
                    >> attempt_1: try { nth(xs = ys) >> late(c = e * d % 1_009 + 4) } else { check_2: none_alive >> rows -> [grid as b] } -> [a, c as f],
            },
        } -> [f as e, a as grid]
            >> turn(b = a, d = e.len() as i64)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p83_leaves_no_guard() {
    leaves_no_guard!(p83(26, vec![], 4));
}

pipeline! {
    fn p84(ys: &[i64]) {
        attempt_1: try {
            map(ys as e) {
                map((vec![6_i64, 7]) as b, limit = ys.len() + 1) { add_one(a = 6) -> [a] },
            },
        } else { check_2: none_alive } -> [ys]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p84_leaves_no_guard() {
    leaves_no_guard!(p84(&[8]));
}

pipeline! {
    fn p85(xs: Vec<i64>, ys: Vec<i64>, b: i64) {
        halves -> [zs as c, xs]
            >> each_1: map((vec![b + 7, b * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((a, [c, _]), ys)) {
                p62(b = c * c % 1_009 + 4) -> [xs as u, c],
            } -> [c as zs, c as grid]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p85_leaves_no_guard() {
    leaves_no_guard!(p85(vec![83, 52, 55, 23], vec![93], 57));
}

pipeline! {
    fn p86(a: i64) {
        attempt_1: try {
            repeat(max = 3, index as round) {
                parallel {
                    turn(b = 2 - round as i64, c = a, d = a) >> late(c = 4),
                    branch_2: age >> half(a = a),
                }
                    >> { step_3: late(c = a) >> step_4: late >> step_5: late(c = c) },
            } until(c % 4 == 1),
        } else |why| { check_6: none_alive }
            >> half(a) -> [b]
            >> add_one
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p86_leaves_no_guard() {
    leaves_no_guard!(p86(63));
}

pipeline! {
    fn p87(grid: Vec<Vec<i64>>, c: i64) {
        each_1: map(grid as ys) {
            parallel {
                weave(xs = vec![9_i64, 10]) -> [ys]
                    >> #[retry(2, backoff = "1ms", when = |_| true)] parallel {
                        branch_2: check_6: none_alive >> step_3: p84(ys = ys) -> [ys],
                        branch_4: mix(a = c, b = c),
                        branch_5: halves(ys = ys) -> [zs as f],
                    },
                digits(a = c) -> [b, c],
                total(xs = ys.iter().map(|item| item + 3).collect::<Vec<i64>>()) -> [c as u],
            },
        } -> [d, u, ys, b as g]
            >> nth(xs = d, b = c)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p87_leaves_no_guard() {
    leaves_no_guard!(p87(vec![], 48));
}

pipeline! {
    fn p88(xs: Vec<i64>, ys: Vec<i64>) {
        #[retry(3, backoff = "1ms", when = |_| true)] #[timeout("2ms")] tries_6: repeat(max = 4, index as b) {
            check_7: none_alive
                >> attempt_1: try {
                    p84(ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) -> [ys]
                        >> map((vec![0_i64, 1].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (e, _)) {
                            late(a = xs.len() as i64, c = e) >> half >> step_2: half,
                        } -> [b as d],
                } else |xs| {
                    check_5: none_alive
                        >> stamp(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), round = b)
                        >> step_3: stamp(round = b + 1) -> [xs]
                        >> step_4: p84,
                }
                >> stamp(xs = xs, round = b) -> [xs as g]
                >> map((ys.iter().map(|item| item + 8).collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (a, e)) {
                    behead >> age(a = e, round = b) -> [a as xs],
                } -> [g as a, e as h],
        } until(h.is_empty())
            >> behead -> [ys as e]
            >> #[retry(2, backoff = "1ms")] heads(grid = a)
            >> double(a = ys.iter().map(|item| item % 10).sum::<i64>())
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p88_leaves_no_guard() {
    leaves_no_guard!(p88(vec![74, 51, 33, 40], vec![34, 39]));
}

pipeline! {
    fn p89(a: &i64, b: i64) -> [h as d, grid] {
        parallel {
            {
                map((vec![a + 8, a * 2]) as a, index as round, on_error = collect) {
                    blend(c = a, d = b) -> [a as w] >> half,
                } -> [b as result_1]
                    >> sift_2: sift(results = result_1, others = result_1),
            },
            branch_3: map((vec![a + 0, a * 2]) as b) {
                blend(c = { let first = a * 4; first - a }, d = a * a % 1_009 + 0)
                    >> parallel {
                        branch_4: up_to,
                        branch_5: turn(b = a, c = b, d = { let first = a * 1; first - b })
                            >> double(a = d) -> [b]
                            >> step_6: turn(b = d * b % 1_009 + 4, c = a, d = 2),
                        branch_7: mix(a = b * a % 1_009 + 5, b = b + 6)
                            >> turn(b, c = b)
                            >> blend(c = a * b % 1_009 + 8) -> [a as w],
                    },
            } -> [xs, d as e, b as grid, a as g, w as ys]
                >> up_to(a = g.iter().map(|item| item % 10).sum::<i64>()) -> [xs as h],
        }
            >> repeat(max = 2) {
                weave(ys = xs, xs = vec![b + 2, a * 2])
                    >> repeat(max = 2) { turn(b, c = c, d = b) -> [d as w] } until(ys.len() + 1 > xs.len() && ys.len() < 4) -> [xs],
            } until(b - c < 4)
            >> add_one
            >> #[timeout("4ms")] negate(b = { let first = b * 8; first - c }) -> [c as grid]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p89_leaves_no_guard() {
    leaves_no_guard!(p89(&85, 80));
}

pipeline! {
    fn p90(a: i64, b: &i64, ys: Vec<i64>) {
        parallel { branch_1: p84(ys = ys) >> p61(xs = ys), late(a, c = a) -> [c as ys, a as u] }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p90_leaves_no_guard() {
    leaves_no_guard!(p90(24, &65, vec![79, 78, 79, 30]));
}

pipeline! {
    fn p91(grid: Vec<Vec<i64>>, ys: Vec<i64>) -> [c as g] {
        #[retry(2, backoff = "1ms")] tries_3: map(ys as a, index as i) {
            check_4: none_alive
                >> map(grid as e) {
                    grow(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) -> [ys]
                        >> attempt_1: try { late(c = a) -> [a] } else |e| {
                            check_2: none_alive
                                >> p62(c = ys.iter().map(|item| item % 10).sum::<i64>(), b = a)
                                >> age(round = 1),
                        }
                        >> add_one -> [a as f],
                } -> [f, ys as w, a as h]
                >> {}
                >> match (a % 2 == 0, a % 3) {
                    (true, 0) => {} -> [grid],
                    (_, b) if b > 0 => {},
                    (true, b) => {} -> [grid],
                    _ => {},
                },
        } -> [ys as a, f]
            >> total(xs = ys)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p91_leaves_no_guard() {
    leaves_no_guard!(p91(vec![vec![40, 87, 96], vec![], vec![69, 83]], vec![20, 81]));
}

pipeline! {
    fn p92(ys: Vec<i64>) {
        map((vec![2_i64, 3].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., a]), xs)) {
            step_1: late(a, c = a),
        }
            >> attempt_2: try {
                #[timeout("2ms")] parallel {
                    branch_3: step_4: half(a = 3),
                    branch_5: weave(xs = a) >> { p84(ys = vec![3_i64, 4]) } -> [ys],
                    branch_6: halves(ys = c) -> [zs]
                        >> again_7: repeat(max = 2) { weave(xs = c) >> step_8: weave(xs = a) } until(false)
                        >> zip_up(xs = c, ys = ys) -> [zs, b as grid],
                } -> [b as c, grid, ys as f],
            } else { check_9: none_alive } -> [ys, ys as d]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p92_leaves_no_guard() {
    leaves_no_guard!(p92(vec![66, 72]));
}

pipeline! {
    fn p93(b: i64, ys: Vec<i64>, xs: Vec<i64>) {
        map(xs as b, limit = 1) {
            attempt_1: try {
                attempt_2: try {
                    p4(a = b, xs)
                        >> step_3: behead(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()),
                } else |error| {
                    check_5: none_alive
                        >> behead
                        >> blend(c = b, d = format!("{error:#}").len() as i64)
                        >> step_4: behead,
                } -> [b, ys]
                    >> parallel {
                        branch_6: zip_up(ys = ys),
                        nth(xs = ys, b = ys.iter().map(|item| item % 10).sum::<i64>())
                            >> behead(ys = xs.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()),
                        branch_7: nth(b = xs.iter().map(|item| item % 10).sum::<i64>()),
                    },
            } else |error| {
                check_8: none_alive
                    >> repeat(max = xs.len(), index as i) { total(xs = xs) } until(b % 2 == 0),
            },
        } -> [ys as e, b as d]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p93_leaves_no_guard() {
    leaves_no_guard!(p93(21, vec![55], vec![]));
}

pipeline! {
    fn p94(xs: Vec<i64>) {
        #[retry(3, backoff = "1ms", when = |_| true)] {
            {
                map((xs.iter().map(|item| item + 4).collect::<Vec<i64>>()) as e, on_error = collect) {
                    map((vec![e + 5, e * 2]) as e) {
                        nth(b = e * e % 1_009 + 4) -> [d as xs] >> half(a = e),
                    }
                        >> nth(xs = b, b = e),
                } -> [d as result_1]
                    >> blame_2: blame(results = result_1)
                    >> sift_3: sift(results = result_1, others = result_1),
            },
        }
            >> p62(ys = xs, b = c)
            >> p85(xs = xs.to_vec(), ys = vec![c + 8, c * 2], b = c)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p94_leaves_no_guard() {
    leaves_no_guard!(p94(vec![]));
}

pipeline! {
    fn p95(ys: Vec<i64>) -> [b as f, a as c, ys as g, b] {
        p84 -> [ys]
            >> both_1: parallel {
                #[timeout("1ms")] #[retry(3, backoff = "1ms")] {
                    check_6: none_alive
                        >> zip_up(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
                        >> attempt_2: try {
                            step_3: half(a = b + 6) -> [b as xs]
                                >> nth(xs = zs.to_vec(), b)
                                >> rows(xs = zs, b = b) -> [grid],
                        } else |xs| { check_4: none_alive >> {} -> [b, b as xs] }
                        >> each_5: map((ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (c, _), limit = ys.len() + 1) {
                            mix(a = 0) -> [d]
                                >> zip_up(xs = ys.iter().map(|item| item + 4).collect::<Vec<i64>>())
                                >> turn(b = ys.iter().map(|item| item % 10).sum::<i64>(), c = b * c % 1_009 + 1, d = c) -> [a, d],
                        },
                },
                zip_up(xs = ys) >> negate(b = b) -> [c as e],
            }
            >> turn(b = e + 5, c = e, d = e)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p95_leaves_no_guard() {
    leaves_no_guard!(p95(vec![54, 58, 82]));
}

pipeline! {
    fn p96(grid: Vec<Vec<i64>>, c: &i64) {
        map(grid as e, limit = 3) {
            parallel { negate(b = c), branch_1: halves(ys = vec![c + 7, c * 2]) >> p67 } -> [zs as a, e, xs, c]
                >> map((vec![9_i64, 10].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((c, [e, _]), ys), limit = 4) {
                    attempt_2: try { behead -> [ys as f] } else { check_3: none_alive } -> [c as w],
                },
        }
            >> p67(grid = vec![vec![3_i64], vec![]]) -> [e, zs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p96_leaves_no_guard() {
    leaves_no_guard!(p96(vec![vec![81, 69, 8], vec![17, 1]], &40));
}

pipeline! {
    fn p97(grid: &[Vec<i64>], c: &i64) {
        parallel {
            branch_1: parallel {
                flatten(grid = grid) -> [xs],
                branch_2: #[retry(4, backoff = "1ms")] repeat(max = 4) { check_3: none_alive >> up_to(a = c) >> heads } until(xs.len() + 1 > xs.len() && xs.len() < 3) -> [zs, c, grid as u],
                map(grid as ys, limit = 4) { heads(grid = vec![vec![8_i64], vec![]]) } -> [grid as f, zs as n_4, c as a],
            } -> [xs as d, n_4 as grid, f, zs, c],
            branch_5: map((vec![0_i64, 1].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (b, c)) {
                add_one(a = b)
                    >> flatten(grid = grid)
                    >> step_6: add_one(a = { let first = a * 3; first - a }),
            }
                >> grow(xs = a.iter().map(|item| item + 1).collect::<Vec<i64>>(), a = a.iter().map(|item| item % 10).sum::<i64>()),
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p97_leaves_no_guard() {
    leaves_no_guard!(p97(&[vec![16], vec![], vec![98, 23, 6, 72]], &20));
}

pipeline! {
    fn p98(c: i64, a: i64) {
        each_1: map((vec![8_i64, 9]) as e, limit = 1) {
            blend(c = e * e % 1_009 + 6, d = c * e % 1_009 + 9) >> p84(ys = vec![c + 0, e * 2]),
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p98_leaves_no_guard() {
    leaves_no_guard!(p98(76, 91));
}

pipeline! {
    fn p99(c: &i64, ys: Vec<i64>) {
        #[retry(4, backoff = "1ms", when = |error| error.message().len() % 2 == 0)] {
            check_2: none_alive
                >> each_1: map(ys as b, limit = 3) { nth(xs = ys) -> [d] >> double(a = d) }
                >> grow(xs = vec![3_i64, 4], a = ys.len() as i64) -> [ys]
                >> mix(a = 7, b = c) -> [d],
        } -> [d as b]
            >> turn(b = c * b % 1_009 + 4, d = c)
            >> halves
            >> p98(c, a)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p99_leaves_no_guard() {
    leaves_no_guard!(p99(&90, vec![16, 86]));
}
