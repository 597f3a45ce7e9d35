// Written by guards.py from the seed 14; not to be edited.
use super::tasks::*;
use runnable::prelude::*;

pipeline! {
    fn p0(grid: Vec<Vec<i64>>) {
        group_1: {
            attempt_2: try {
                each_3: map((grid) as ys, limit = 2) { behead(ys = ys) -> [ys] }
                    >> behead(ys = vec![2, 3])
                    >> step_4: behead,
            } else |why| { check_5: none_alive >> flatten -> [xs as ys] } -> [ys as grid]
                >> weave(ys = grid, xs = grid)
                >> total(xs = grid),
        }
            >> half(a = c)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p0_leaves_no_guard() {
    leaves_no_guard!(p0(vec![vec![55, 29, 5, 48], vec![15, 47, 53, 16], vec![76, 62], vec![]]));
}

pipeline! {
    fn p1(xs: Vec<i64>, c: &i64) -> [grid as d] {
        grow(a = c)
            >> digits(a = c)
            >> map((vec![b + 7, c * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((e, [b, _]), ys), limit = 1) {
                parallel { mix(a = 0), weave(xs = vec![7, 8]) }
                    >> map((xs.iter().map(|item| item + 8).collect::<Vec<i64>>().iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., e]), ys), limit = 3, index as round) {
                        parallel {
                            total,
                            branch_1: age(a = { let first = b * 5; first - d }, round) >> step_2: add_one,
                        },
                    } -> [ys as w, c as u, a]
                    >> {
                        attempt_3: try {
                            late(a = xs.iter().map(|item| item % 10).sum::<i64>(), c = e) >> {} >> digits(a),
                        } else |a| { check_5: none_alive >> step_4: behead(ys = xs) } -> [c, ys],
                    } -> [c],
            } -> [c as g, e as u, xs as grid]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p1_leaves_no_guard() {
    leaves_no_guard!(p1(vec![15, 68], &42));
}

pipeline! {
    fn p2(b: i64, ys: Vec<i64>, a: i64) {
        attempt_1: try {
            {
                step_2: turn(c = ys.len() as i64, d = b)
                    >> attempt_3: try { double -> [b as f] >> half(a) -> [b as grid] } else |xs| { check_4: none_alive >> {} -> [b, b as d] },
            } -> [d as e, ys, b]
                >> {}
                >> nth(xs = ys)
                >> map(ys as e) { halves(ys = ys.iter().map(|item| item + 9).collect::<Vec<i64>>()) },
        } else { check_5: none_alive } -> [b]
            >> step_6: late(a = a, c = a)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p2_leaves_no_guard() {
    leaves_no_guard!(p2(28, vec![44, 54, 49, 57], 39));
}

pipeline! {
    fn p3(c: &i64) {
        attempt_1: try {
            negate(b = { let first = c * 1; first - c }) >> by_2: if c - c < 3 {} else if c % 2 == 0 {},
        } else |error| {
            check_6: none_alive
                >> attempt_3: try {
                    both_4: parallel {
                        digits(a = c) -> [c as ys],
                        negate(b = c)
                            >> half(a = c)
                            >> late(a = error.message().len() as i64, c = b * b % 1_009 + 9),
                    }
                        >> if ys % 4 == 1 { {} -> [ys as e] }
                        >> half(a = ys * a % 1_009 + 3),
                } else |xs| { check_5: none_alive >> {} -> [c as g, c] }
                >> bury(error = error),
        }
            >> step_7: turn(b = c * c % 1_009 + 6, c, d = c)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p3_leaves_no_guard() {
    leaves_no_guard!(p3(&20));
}

pipeline! {
    fn p4(b: &i64) {
        repeat(max = 3) {
            p2(b, ys = vec![b + 4, b * 2], a = { let first = b * 8; first - b })
                >> by_1: if a % 2 == 0 { digits -> [c as w, b] }
                >> step_2: p2(b, ys = vec![1, 2], a = a * a % 1_009 + 6),
        } until(c % 2 == 1) -> [c as zs, a as xs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p4_leaves_no_guard() {
    leaves_no_guard!(p4(&89));
}

pipeline! {
    fn p5(c: &i64) -> [ys as w, h] {
        both_1: parallel {
            blend(d = c)
                >> digits(a = a * a % 1_009 + 9) -> [b, c as e]
                >> step_2: up_to(a = 5) -> [xs as ys],
            parallel {
                branch_3: each_4: map((0..3_i64) as a, index as round) {
                    blend(d = { let first = c * 5; first - c }) -> [a] >> late,
                } -> [a as b, c as xs],
                branch_5: double(a = c) -> [b as f],
            }
                >> attempt_6: try {
                    double(a = c)
                        >> attempt_7: try {
                            halves(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
                                >> nth(b)
                                >> late(a = d),
                        } else |e| { check_8: none_alive } -> [c],
                } else |error| { check_9: none_alive >> {} -> [c] },
            turn(b = c, d = c),
        } -> [ys, d as h, a as xs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p5_leaves_no_guard() {
    leaves_no_guard!(p5(&78));
}

pipeline! {
    fn p6(b: &i64, grid: Vec<Vec<i64>>, xs: &[i64]) {
        repeat(max = 1, index as round) {
            weave(ys = xs.to_vec(), xs = vec![0, 1])
                >> mix(a = b, b = ys.iter().map(|item| item % 10).sum::<i64>()) -> [d]
                >> by_1: if !ys.is_empty() && let Some(a) = ys.iter().min() { {} -> [a as b] } else {
                    attempt_2: try {
                        flatten(grid = vec![ys.to_vec(), vec![1]])
                            >> {}
                            >> step_3: p2(b = d, a = ys.iter().map(|item| item % 10).sum::<i64>()),
                    } else { check_4: none_alive >> push(xs = xs, a = b) }
                        >> {}
                        >> mix(a = d),
                },
        } until(round > 0) -> [d, b]
            >> double(a = d) -> [b as zs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p6_leaves_no_guard() {
    leaves_no_guard!(p6(&26, vec![vec![39], vec![30, 46, 41, 34]], &[]));
}

pipeline! {
    fn p7(ys: Vec<i64>, b: i64) {
        push(xs = ys, a = b) -> [xs]
            >> nth
            >> attempt_1: try { rows >> weave -> [ys] } else |error| { check_2: none_alive } -> [ys]
            >> each_3: map(ys as e) {
                map(ys as a, limit = 2) {
                    attempt_4: try {
                        step_5: digits -> [b as zs] >> late(a = xs.len() as i64, c = b) >> half -> [b],
                    } else { check_6: none_alive },
                } -> [b as u]
                    >> nth -> [d],
            } -> [d as a]
            >> parallel {
                branch_7: map((vec![1, 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., a]), ys)) {
                    push(xs = ys.to_vec(), a = d),
                } -> [xs as f, xs as u],
                up_to(a = b),
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p7_leaves_no_guard() {
    leaves_no_guard!(p7(vec![76, 39, 92, 61], 59));
}

pipeline! {
    fn p8(ys: Vec<i64>, b: i64) -> [ys, ys as f] {
        up_to(a = b * b % 1_009 + 4)
            >> attempt_1: try {
                parallel {
                    branch_2: nth -> [d as e],
                    parallel {
                        nth >> zip_up(xs = vec![6, 7], ys = xs) >> blend(c = b),
                        branch_3: behead(ys = ys.iter().map(|item| item + 6).collect::<Vec<i64>>())
                            >> step_4: behead(ys = xs),
                        behead -> [ys as h] >> step_5: nth(b = xs.iter().map(|item| item % 10).sum::<i64>()),
                    },
                    branch_6: repeat(max = xs.len()) { step_7: blend(c = b, d = b) } until(xs.is_empty()) -> [a as c],
                },
            } else |error| { check_8: none_alive >> {} -> [ys as a] } -> [ys]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p8_leaves_no_guard() {
    leaves_no_guard!(p8(vec![45, 26, 50], 18));
}

pipeline! {
    fn p9(a: i64, grid: &[Vec<i64>], xs: Vec<i64>) {
        zip_up(ys = xs)
            >> total(xs = zs)
            >> attempt_1: try {
                map(xs as b, index as i) {
                    each_2: map(zs as e, limit = 1) {
                        stamp(xs = zs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>(), round = i)
                            >> half(a = 8)
                            >> late(a = a, c = a),
                    } -> [c as g, zs as f, a as ys],
                }
                    >> half -> [b as grid],
            } else |e| {
                check_5: none_alive >> p2(b = e.message().len() as i64, ys = xs.to_vec(), a = b),
            } -> [a]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p9_leaves_no_guard() {
    leaves_no_guard!(p9(97, &[vec![59, 14, 72, 69], vec![15, 88]], vec![63, 82]));
}

pipeline! {
    fn p10(ys: Vec<i64>) -> [ys as zs] {
        zip_up(xs = ys)
            >> {}
            >> attempt_1: try {
                again_2: repeat(max = 3) {
                    match (b % 2 == 0, b % 3) { (_, a) if a > 0 => {} -> [ys as b], _ => behead } -> [ys, ys as d]
                        >> attempt_3: try { weave(xs = vec![0, 1]) } else { check_5: none_alive >> step_4: late(a = b, c = b) }
                        >> up_to(a = 5),
                } until(b - b < 2) -> [d, ys, zs, d as grid],
            } else |error| {
                check_8: none_alive
                    >> attempt_6: try { late(a = b + 2, c = b * b % 1_009 + 2) } else |xs| { check_7: none_alive >> {} -> [ys] } -> [ys],
            } -> [ys, zs, b as d]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p10_leaves_no_guard() {
    leaves_no_guard!(p10(vec![51, 63]));
}

pipeline! {
    fn p11(a: i64, b: &i64, xs: &[i64]) {
        rows(xs = xs)
            >> {}
            >> group_1: { turn(c = 5, d = a) -> [a, b] }
            >> attempt_2: try { nth(xs = xs) >> push(xs = xs) -> [xs] } else |a| { check_3: none_alive >> halves(ys = xs) }
            >> attempt_4: try { double >> nth } else {
                check_5: none_alive
                    >> zip_up(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) -> [zs as ys],
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p11_leaves_no_guard() {
    leaves_no_guard!(p11(32, &4, &[]));
}

pipeline! {
    fn p12(xs: &[i64]) {
        {
            parallel { halves(ys = xs), p10(ys = vec![6, 7]) -> [zs as grid] } -> [zs as ys, xs, grid]
                >> step_1: zip_up(xs = xs.iter().map(|item| item + 7).collect::<Vec<i64>>(), ys = xs) -> [zs as e, b],
        } -> [b, ys as h]
            >> total
            >> attempt_2: try {
                attempt_3: try { nth(xs = xs, b = b) } else {
                    check_4: none_alive
                        >> map(xs as b, index as i, limit = xs.len() + 1) { half(a = 0 - i as i64) } -> [b as zs]
                        >> halves(ys = zs),
                } -> [h]
                    >> nth(xs = h) -> [d],
            } else |why| { check_5: none_alive >> {} -> [h as g, c] }
            >> grow(xs = h.to_vec(), a = b)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p12_leaves_no_guard() {
    leaves_no_guard!(p12(&[12, 78, 95]));
}

pipeline! {
    fn p13(b: i64, xs: Vec<i64>) {
        step_1: rows
            >> parallel {
                branch_2: attempt_3: try {
                    repeat(max = 3) { step_4: nth(b = b) >> step_5: total(xs = xs.to_vec()) } until(xs.len() + 1 > xs.len() && xs.len() < 2) -> [c as e, c as b],
                } else {
                    check_6: none_alive
                        >> push(a = 7)
                        >> double(a = xs.iter().map(|item| item % 10).sum::<i64>()) -> [b]
                        >> map(xs as b, limit = 3) {
                            p2(ys = xs.iter().map(|item| item + 5).collect::<Vec<i64>>(), a = b) -> [a, c]
                                >> grow(xs = xs, a = b),
                        },
                },
                flatten,
                rows,
            }
            >> step_7: flatten(grid = grid)
            >> half(a = b * b % 1_009 + 6)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p13_leaves_no_guard() {
    leaves_no_guard!(p13(11, vec![5]));
}

pipeline! {
    fn p14(ys: Vec<i64>) {
        weave(xs = ys)
            >> step_1: weave(xs = ys) -> [ys]
            >> attempt_2: try {
                match ys {
                    rest if rest.len() > 1 => attempt_3: try { halves >> step_4: halves(ys) } else |xs| { check_5: none_alive >> total(xs = rest) -> [c] >> half(a = 7) } -> [ys as grid]
                        >> weave(xs = grid),
                    rest => {},
                }
                    >> zip_up(xs = ys, ys = ys)
                    >> mix(a = { let first = b * 9; first - b }, b = b),
            } else |a| { check_6: none_alive >> {} -> [ys as grid] }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p14_leaves_no_guard() {
    leaves_no_guard!(p14(vec![24, 38]));
}

pipeline! {
    fn p15(ys: &[i64]) -> [zs, zs as u] {
        behead
            >> zip_up(xs = ys)
            >> attempt_1: try { behead >> grow(xs = zs, a = b) } else |xs| {
                check_7: none_alive
                    >> attempt_2: try {
                        attempt_3: try {
                            weigh(error = xs, a = b)
                                >> late(a = b, c = b)
                                >> step_4: bury(error = xs) -> [c as ys, d],
                        } else |a| {
                            check_5: none_alive >> turn(b = b * b % 1_009 + 4, c = b, d = b),
                        } -> [b]
                            >> bury(error = xs),
                    } else |e| { check_6: none_alive >> weigh(error = e, a = b) } -> [b as f],
            } -> [zs as xs, ys as g]
            >> push(a = b)
            >> blend(c = b, d = b) -> [a as zs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p15_leaves_no_guard() {
    leaves_no_guard!(p15(&[6, 98, 14]));
}

pipeline! {
    fn p16(ys: Vec<i64>) {
        total(xs = vec![6, 7]) -> [c]
            >> both_1: parallel {
                branch_2: digits(a = 9),
                branch_3: map((vec![8, 9].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (.., b), index as round, limit = ys.len() + 1) {
                    step_4: stamp(xs = ys, round = 1),
                },
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p16_leaves_no_guard() {
    leaves_no_guard!(p16(vec![35, 57]));
}

pipeline! {
    fn p17(c: &i64, grid: &[Vec<i64>], a: i64) {
        attempt_1: try {
            attempt_2: try { late -> [c, a] } else |why| {
                check_5: none_alive
                    >> bury(error = why)
                    >> attempt_3: try { late -> [a, c as u] >> {} >> half(a) } else { check_4: none_alive >> p10(ys = vec![9, 10]) >> bury(error = why) },
            },
        } else |a| {
            check_8: none_alive
                >> map((vec![c + 5, c * 2]) as b, index as round) {
                    attempt_6: try { half(a = c) -> [b] >> turn(c = b * c % 1_009 + 7, d = b) } else |error| { check_7: none_alive >> age(a = b) -> [a] } -> [b as c],
                } -> [c as u],
        }
            >> add_one
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p17_leaves_no_guard() {
    leaves_no_guard!(p17(&14, &[vec![23, 15, 74], vec![]], 72));
}

pipeline! {
    fn p18(xs: Vec<i64>) -> [b] {
        {
            attempt_1: try {
                total(xs = xs)
                    >> attempt_2: try { p16(ys = xs) } else |error| {
                        check_3: none_alive >> behead(ys = xs) >> late(a = c + 8) -> [a as h],
                    } -> [c],
            } else |error| {
                check_7: none_alive
                    >> attempt_4: try { behead(ys = xs) >> bury(error = error) } else |xs| {
                        check_6: none_alive
                            >> step_5: bury
                            >> add_one(a = error.message().len() as i64)
                            >> weigh(a),
                    },
            }
                >> total -> [c],
        } -> [c as zs]
            >> turn(b = zs + 8, c = zs, d = zs)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p18_leaves_no_guard() {
    leaves_no_guard!(p18(vec![78, 46, 6]));
}

pipeline! {
    fn p19(b: i64, a: &i64) {
        half(a = a)
            >> {}
            >> map((vec![a + 2, b * 2]) as e) {
                repeat(max = 2, index as b) {
                    map((vec![8, 9].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., e]), ys), index as round) {
                        stamp(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), round = (a % 3).unsigned_abs() as usize)
                            >> blend(c = e, d = e)
                            >> weave -> [ys],
                    }
                        >> repeat(max = 2) { mix(b = a) -> [d] >> heads(grid = ys) } until(d - d < 3),
                } until(a % 3 == 1)
                    >> rows(xs = zs),
            }
            >> double(a = b) -> [b as c]
            >> mix -> [d]
            >> step_4: mix(b = c)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p19_leaves_no_guard() {
    leaves_no_guard!(p19(1, &21));
}

pipeline! {
    fn p20(xs: &[i64], ys: Vec<i64>) -> [c, xs as grid, ys] {
        total
            >> {}
            >> match &ys[..] {
                e if e.len() > 2 => map((0..3_i64) as a) { add_one } -> [e as d, a as zs, xs as grid]
                    >> parallel {
                        branch_1: zip_up(xs = e, ys = zs)
                            >> negate
                            >> map((xs) as e, index as i, limit = ys.len() + 1) {
                                age(a = 1, round = i) -> [a],
                            },
                        mix(a = c, b = 8) -> [d as e],
                        branch_2: parallel {
                            negate(b = c) -> [c],
                            branch_3: step_4: digits(a = c) -> [b, c as g],
                        }
                            >> {}
                            >> map((vec![g + 6, c * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((a, [e, _]), ys), index as round) {
                                zip_up >> age(a, round) >> p16(ys = ys.to_vec()) -> [c, xs, b as w],
                            } -> [g as h, xs as w, c as f]
                            >> zip_up -> [b, zs],
                    },
                [n, .., rest] => map(xs as e, limit = ys.len() + 1) { half(a = e) },
                [] => {},
                e => {},
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p20_leaves_no_guard() {
    leaves_no_guard!(p20(&[73, 26], vec![42]));
}

pipeline! {
    fn p21(xs: &[i64]) {
        zip_up(xs = vec![8, 9], ys = xs)
            >> rows
            >> parallel {
                repeat(max = 1, index as round) {
                    attempt_1: try { late(a = b, c = b) >> step_2: late(a) } else |error| { check_3: none_alive >> p2(ys = zs, a = b) -> [c, a] } -> [a]
                        >> age -> [a as f]
                        >> step_4: age(a = b) -> [a],
                } until(b - a < 4),
                p16(ys = zs) -> [c, b, xs] >> {} >> add_one(a = b) -> [a as d],
            } -> [a as ys]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p21_leaves_no_guard() {
    leaves_no_guard!(p21(&[97, 51, 33]));
}

pipeline! {
    fn p22(a: &i64) -> [a as g] {
        match (a % 2 == 0, a % 3) {
            (true, e) => map((0..3_i64) as b, index as round) {
                age
                    >> parallel {
                        branch_1: step_2: age(round = round) -> [a] >> mix >> digits,
                        branch_3: age,
                        branch_4: age -> [a as d],
                    } -> [a as xs, c as u, b, d],
            }
                >> attempt_5: try { grow(xs = u.iter().map(|item| item + 7).collect::<Vec<i64>>(), a = a) } else { check_6: none_alive >> {} -> [xs as zs] },
            _ => if a - a < 4 {
                parallel {
                    add_one >> blend(c = a, d = a),
                    branch_7: add_one(a = a * a % 1_009 + 7) -> [a] >> up_to(a = a * a % 1_009 + 7),
                    branch_8: mix(b = a + 6),
                } -> [a, xs as w],
            } else {
                match (a % 2 == 0, a % 3) {
                    (_, b) if b > 0 => {},
                    (true, 0) => step_9: mix(a = a, b = a) >> step_10: add_one,
                    _ => {} -> [a as c],
                },
            } -> [a],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p22_leaves_no_guard() {
    leaves_no_guard!(p22(&48));
}

pipeline! {
    fn p23(c: &i64) -> [b, h as d, c] {
        map((vec![c + 2, c * 2]) as a, limit = 2) {
            mix(a = { let first = a * 8; first - c }, b = a),
        }
            >> grow(xs = d, a = d.iter().map(|item| item % 10).sum::<i64>())
            >> attempt_1: try {
                mix(a = c, b = c) >> grow(xs = ys.to_vec(), a = c) >> {} >> total(xs = ys.to_vec()),
            } else { check_2: none_alive >> push(xs = ys, a = c) -> [xs] } -> [c as h]
            >> weave(ys = ys.to_vec(), xs = ys)
            >> digits(a = h) -> [b, c]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p23_leaves_no_guard() {
    leaves_no_guard!(p23(&26));
}

pipeline! {
    fn p24(grid: &[Vec<i64>], ys: Vec<i64>) -> [ys, h, f, ys as b] {
        attempt_1: try {
            total(xs = ys.iter().map(|item| item + 6).collect::<Vec<i64>>())
                >> late(a = ys.iter().map(|item| item % 10).sum::<i64>()),
        } else |e| {
            check_2: none_alive >> match ys.last().copied() { None => bury(error = e), _ => {} },
        }
            >> repeat(max = 2, index as round) {
                parallel {
                    branch_3: attempt_4: try {
                        behead
                            >> total(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()),
                    } else |a| { check_5: none_alive >> stamp(xs = ys, round) -> [xs] }
                        >> stamp(xs = ys, round = round),
                    flatten(grid) -> [xs as f],
                } -> [xs, f],
            } until(ys.len() + 1 > f.len() && ys.len() < 4) -> [f, xs as h]
            >> weave(ys = f, xs = vec![4, 5])
            >> attempt_6: try {
                heads -> [c, zs as g]
                    >> parallel {
                        behead(ys = g.iter().map(|item| item + 8).collect::<Vec<i64>>()),
                        map((ys) as a) { nth(xs = f, b = 6) } -> [d as u, a, ys as zs],
                    } -> [ys as d, zs, a as c, u],
            } else { check_7: none_alive }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p24_leaves_no_guard() {
    leaves_no_guard!(p24(&[vec![21, 99, 62, 87], vec![78], vec![47, 86], vec![34, 50, 18, 6]], vec![59, 12]));
}

pipeline! {
    fn p25(a: &i64) -> [xs as w] {
        mix(a = a, b = a) -> [d as grid]
            >> if a % 2 == 0 { p16(ys = vec![3, 4]) }
            >> negate(b = 1)
            >> {
                parallel {
                    if grid - a < 2 { late >> up_to(a) -> [xs] },
                    { step_1: negate(b = a) >> step_2: mix(a = a, b = 4) },
                    branch_3: match grid % 4 {
                        rest if rest % 4 == 1 => up_to(a = grid) >> late(a = grid + 5, c = rest),
                        0 => digits -> [c as h, b as xs] >> add_one(a = a) >> double(a = c + 1),
                        _ => {} -> [c],
                    } -> [a],
                },
            }
            >> step_4: up_to(a = a)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p25_leaves_no_guard() {
    leaves_no_guard!(p25(&71));
}

pipeline! {
    fn p26(grid: &[Vec<i64>]) {
        {
            flatten
                >> attempt_1: try {
                    map((xs.iter().map(|item| item + 3).collect::<Vec<i64>>().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (c, a), index as i) {
                        nth(xs = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>(), b = a)
                            >> age(round = i),
                    }
                        >> zip_up(ys = a.to_vec()),
                } else {
                    check_8: none_alive
                        >> both_2: parallel {
                            branch_3: p10(ys = xs.to_vec()),
                            branch_4: weave(ys = xs) >> step_5: weave(xs = ys) >> heads -> [zs as f, c],
                            branch_6: step_7: halves(ys = xs) -> [zs as g],
                        }
                        >> mix(a = c, b = c + 5),
                },
        }
            >> step_9: flatten
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p26_leaves_no_guard() {
    leaves_no_guard!(p26(&[vec![83, 34], vec![64, 14, 58], vec![25, 34]]));
}

pipeline! {
    fn p27(a: i64, xs: Vec<i64>) -> [b as d] {
        if a - a < 2 {
            attempt_1: try {
                parallel {
                    branch_2: step_3: mix(a = xs.iter().map(|item| item % 10).sum::<i64>(), b = a * a % 1_009 + 3),
                    branch_4: half(a = a + 7) >> p10(ys = vec![8, 9]) -> [zs] >> step_5: late(c = a) -> [a as e, c],
                } -> [c, e as w]
                    >> step_6: half(a = w) -> [b],
            } else |xs| {
                check_7: none_alive >> bury(error = xs) -> [c, d] >> p16(ys = vec![d + 9, c * 2]),
            } -> [b]
                >> map(xs as b) { weave(ys = xs) } -> [ys, b as zs, ys as w],
        }
            >> turn(b = a, c = a, d = a)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p27_leaves_no_guard() {
    leaves_no_guard!(p27(3, vec![47]));
}

pipeline! {
    fn p28(c: i64, b: i64) -> [c, a as h] {
        turn(d = b + 0)
            >> again_1: repeat(max = (b % 3).unsigned_abs() as usize) {
                by_2: match d { xs @ 2..=40 => {} -> [c as e], 0 => {}, _ => blend }
                    >> repeat(max = 1, index as i) {
                        attempt_3: try {
                            negate
                                >> step_4: late(c = { let first = c * 9; first - a }) -> [c as b, a]
                                >> late -> [a as grid, c],
                        } else |xs| { check_5: none_alive >> turn(d = d) },
                    } until(i > 0) -> [c, d, a as h]
                    >> half(a = b),
            } until(b - c < 3)
            >> p2(ys = vec![b + 5, b * 2])
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p28_leaves_no_guard() {
    leaves_no_guard!(p28(58, 1));
}

pipeline! {
    fn p29(b: &i64, xs: &[i64]) {
        step_1: p10(ys = xs) -> [zs as xs]
            >> if xs.len() + 1 > xs.len() && xs.len() < 2 { {} -> [xs as grid, xs] } else { mix(a = xs.iter().map(|item| item % 10).sum::<i64>()) >> weave(ys = xs) }
            >> step_2: p10(ys = xs.to_vec())
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p29_leaves_no_guard() {
    leaves_no_guard!(p29(&23, &[69, 11]));
}

pipeline! {
    fn p30(grid: &[Vec<i64>]) -> [a] {
        parallel {
            map((grid) as e, limit = 3, index as i) { stamp(xs = e, round = e.len()) },
            branch_1: heads -> [c],
            flatten(grid = grid) -> [xs as e],
        }
            >> blend(c = c, d = c)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p30_leaves_no_guard() {
    leaves_no_guard!(p30(&[vec![95, 75]]));
}

pipeline! {
    fn p31(grid: &[Vec<i64>], xs: &[i64]) -> [xs] {
        total -> [c]
            >> behead(ys = xs) -> [ys as c]
            >> {
                heads
                    >> negate(b = c)
                    >> {
                        map(grid as e, limit = 1) {
                            up_to(a = xs.iter().map(|item| item % 10).sum::<i64>()) -> [xs],
                        } -> [xs as b, zs as d]
                            >> each_1: map(grid as e, index as round) {
                                age(a = c, round = round) >> blend(c = c + 2, d = a + 5),
                            }
                            >> weave(ys = vec![6, 7], xs = a),
                    } -> [ys],
            }
            >> zip_up(ys = c) -> [zs as xs, b]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p31_leaves_no_guard() {
    leaves_no_guard!(p31(&[vec![], vec![81]], &[29, 68]));
}

pipeline! {
    fn p32(b: &i64) {
        attempt_1: try {
            repeat(max = 3, index as round) {
                late(a = b, c = b)
                    >> map((0..3_i64) as a) { late >> age(a = b, round = round + 1) } -> [a as xs]
                    >> parallel {
                        branch_2: step_3: late >> nth(xs = xs, b),
                        nth(xs = xs, b) >> rows(xs) >> step_4: late(a = d, c),
                    },
            } until(c % 2 == 0),
        } else |a| {
            check_9: none_alive
                >> if b % 4 == 1 {}
                >> again_5: repeat(max = 3) {
                    digits(a = b)
                        >> step_6: double(a = b + 0) -> [b]
                        >> if b % 2 == 1 { add_one(a = b) } else if c % 3 == 0 {
                            late(a = { let first = c * 0; first - c }, c = a.message().len() as i64)
                                >> mix(b = c)
                                >> step_7: up_to(a = a * a % 1_009 + 5),
                        } else if c - c < 2 { step_8: blend(c, d = b + 3) } -> [b as f],
                } until(b % 3 == 0),
        }
            >> blend(c = { let first = b * 8; first - b }, d = b)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p32_leaves_no_guard() {
    leaves_no_guard!(p32(&28));
}

pipeline! {
    fn p33(ys: Vec<i64>) -> [w, d, e as h, f, g as c] {
        zip_up(xs = ys)
            >> step_1: p2(b, ys = ys, a = b)
            >> map(ys as a, limit = 1) {
                map(ys as e) {
                    double
                        >> map(zs as b) {
                            p2(b = zs.len() as i64, ys = ys) >> grow(xs = ys.to_vec(), a),
                        } -> [c as u, ys as f],
                } -> [c as e, ys as d, u as g, f, c as w],
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p33_leaves_no_guard() {
    leaves_no_guard!(p33(vec![]));
}

pipeline! {
    fn p34(ys: Vec<i64>, a: i64) -> [zs as w] {
        attempt_1: try {
            attempt_2: try { half -> [b as w] } else |error| {
                check_4: none_alive >> each_3: map((vec![1, 2]) as a) { bury(error) } >> behead(ys = d),
            },
        } else {
            check_7: none_alive
                >> repeat(max = 3) {
                    parallel {
                        branch_5: blend(c = { let first = a * 3; first - a }, d = ys.iter().map(|item| item % 10).sum::<i64>()),
                        digits(a = a * a % 1_009 + 2),
                        branch_6: blend(c = a, d = a + 3) -> [a as w],
                    },
                } until(c - b < 2),
        }
            >> p10
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p34_leaves_no_guard() {
    leaves_no_guard!(p34(vec![84], 88));
}

pipeline! {
    fn p35(ys: Vec<i64>) {
        p16
            >> push(xs = ys, a = 3) -> [xs as f]
            >> late(a = b)
            >> nth(xs = f.to_vec(), b = ys.len() as i64)
            >> step_1: p10
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p35_leaves_no_guard() {
    leaves_no_guard!(p35(vec![26, 12, 74, 43]));
}

pipeline! {
    fn p36(c: i64) -> [b] {
        parallel {
            negate(b = c)
                >> step_1: p2(b = { let first = c * 8; first - c }, ys = vec![c + 5, c * 2], a = c * c % 1_009 + 5)
                >> step_2: p16(ys = vec![a + 6, a * 2]),
            branch_3: digits(a = 1) >> step_4: digits(a = b) -> [b as h, c as u],
        }
            >> p30(grid = xs)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p36_leaves_no_guard() {
    leaves_no_guard!(p36(12));
}

pipeline! {
    fn p37(a: &i64, c: i64) -> [d, d as f] {
        up_to(a = c)
            >> both_1: parallel { weave(ys = xs, xs = vec![4, 5]), branch_2: double }
            >> map(xs as b, index as round) {
                attempt_3: try { step_4: late(c = { let first = c * 8; first - c }) } else |a| {
                    check_7: none_alive
                        >> attempt_5: try { turn(d = c) >> {} >> nth(b) >> rows(xs = xs, b = d * d % 1_009 + 1) } else |e| { check_6: none_alive >> add_one(a = c) } -> [c],
                }
                    >> attempt_8: try { map(xs as a) { half(a = a) >> digits -> [b as d, c] } -> [c as h] } else |xs| { check_9: none_alive >> bury(error = xs) >> stamp(xs = ys) },
            } -> [xs as d]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p37_leaves_no_guard() {
    leaves_no_guard!(p37(&61, 74));
}

pipeline! {
    fn p38(b: i64) -> [a as d, c as g] {
        parallel {
            branch_1: negate -> [c as b],
            repeat(max = 2) { add_one(a = 0) } until(b % 3 == 0) -> [a],
        }
            >> p2(ys = vec![5, 6], a = 0)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p38_leaves_no_guard() {
    leaves_no_guard!(p38(67));
}

pipeline! {
    fn p39(grid: Vec<Vec<i64>>) -> [u, u as e] {
        heads(grid = grid) -> [zs, c]
            >> negate(b = c) -> [c]
            >> map(zs as e) {
                map((zs.to_vec().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (e, b)) {
                    p2(b = c, ys = zs, a = zs.len() as i64)
                        >> attempt_1: try { negate(b = b) -> [c] >> {} >> behead(ys = zs) } else |why| { check_2: none_alive >> up_to(a = e) } -> [c as u, b as g],
                } -> [u, g],
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p39_leaves_no_guard() {
    leaves_no_guard!(p39(vec![vec![10, 42], vec![], vec![22, 58, 91], vec![76, 81, 17, 43]]));
}

pipeline! {
    fn p40(ys: &[i64], grid: Vec<Vec<i64>>, b: i64) -> [zs as u, xs as a, d as e, b] {
        attempt_1: try {
            late(a = b, c = b) -> [a]
                >> match a {
                    1 | 4 => step_2: late(a = b, c = a + 8),
                    e @ 2..=40 => attempt_3: try {
                        behead
                            >> nth(xs = vec![8, 9], b)
                            >> zip_up(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), ys = ys.to_vec()),
                    } else |e| { check_4: none_alive >> late(a = b, c = ys.len() as i64) }
                        >> blend(c = b + 6, d = e),
                    0 => {},
                    _ => {},
                } -> [a]
                >> group_5: { { negate >> up_to -> [xs] } -> [xs as zs] },
        } else |error| { check_7: none_alive >> step_6: push(xs = ys, a = b) -> [xs] }
            >> negate -> [c as h]
            >> map((vec![b + 0, b * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((e, [c, _]), ys)) {
                zip_up(xs = ys),
            } -> [zs, b as d, zs as xs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p40_leaves_no_guard() {
    leaves_no_guard!(p40(&[13], vec![vec![96, 62], vec![16, 85]], 33));
}

pipeline! {
    fn p41(grid: Vec<Vec<i64>>, b: i64, a: &i64) -> [b] {
        negate
            >> attempt_1: try {
                map((vec![c + 9, b * 2]) as e) {
                    attempt_2: try { add_one -> [a as zs] } else |why| { check_3: none_alive },
                }
                    >> turn(b = a, c = a, d = b * a % 1_009 + 3) -> [d as xs, a]
                    >> half,
            } else { check_4: none_alive >> p30 -> [a as h] }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p41_leaves_no_guard() {
    leaves_no_guard!(p41(vec![vec![48, 23], vec![80, 87]], 75, &32));
}

pipeline! {
    fn p42(c: i64) -> [b] {
        mix(a = c, b = c)
            >> add_one(a = 2)
            >> repeat(max = 4, index as i) {
                if d - d < 4 {
                    parallel {
                        digits(a = a) >> age(round = i) -> [a] >> step_1: digits(a = d) -> [b as d, c as a],
                        blend(d = 5 - i as i64) -> [a as w],
                        branch_2: turn(b = c, c = a) -> [a as g, d as e],
                    }
                        >> both_3: parallel { digits(a = w), branch_4: step_5: up_to(a = 1 - i as i64) } -> [xs as grid, c as h],
                } else if a - a < 4 {
                    step_6: age(a = d, round = 1)
                        >> {}
                        >> map((vec![a + 6, c * 2].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((e, [a, _]), ys), index as round) {
                            negate(b = ys.len() as i64),
                        } -> [c as ys]
                        >> repeat(max = 1) {
                            age(a = c + 3, round = i) -> [a]
                                >> rows(xs = ys.to_vec(), b = d)
                                >> step_7: age(a = d, round = i) -> [a],
                        } until(ys.is_empty()) -> [a],
                } else { mix(a = d, b = c) -> [d] } -> [a, d as c]
                    >> double,
            } until(c - d < 2)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p42_leaves_no_guard() {
    leaves_no_guard!(p42(95));
}

pipeline! {
    fn p43(b: &i64, a: i64) {
        attempt_1: try {
            late(a = 0, c = b * b % 1_009 + 5) >> parallel { branch_2: late, half(a) } -> [b as f, c, a as g],
        } else {
            check_3: none_alive
                >> map((vec![b + 4, b * 2]) as e, index as round) {
                    blend(c = e, d = { let first = a * 2; first - b }),
                } -> [a as h],
        }
            >> p10(ys = vec![5, 6])
            >> zip_up(xs = vec![3, 4], ys = zs.iter().map(|item| item + 8).collect::<Vec<i64>>())
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p43_leaves_no_guard() {
    leaves_no_guard!(p43(&80, 65));
}

pipeline! {
    fn p44(a: i64, xs: Vec<i64>) {
        total
            >> step_1: total
            >> if xs.len() + 1 > xs.len() && xs.len() < 2 {
                parallel {
                    turn(b = a, c = c + 1, d = a)
                        >> attempt_2: try { p16(ys = vec![b + 1, a * 2]) >> mix(a = b * d % 1_009 + 7) >> half } else { check_3: none_alive >> behead(ys = xs.to_vec()) >> push },
                    branch_4: repeat(max = 3, index as i) { age(round = 2) } until(c % 3 == 0)
                        >> attempt_5: try { step_6: double(a = c + 2) >> late } else { check_7: none_alive }
                        >> map((xs) as a) {
                            mix(b = { let first = a * 5; first - c }) >> halves(ys = xs),
                        } -> [xs as u, zs as g],
                    double(a = a + 2) -> [b as d],
                } -> [d as f],
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p44_leaves_no_guard() {
    leaves_no_guard!(p44(73, vec![36, 0, 23]));
}

pipeline! {
    fn p45(c: i64, grid: Vec<Vec<i64>>, xs: Vec<i64>) {
        step_1: digits(a = c)
            >> attempt_2: try {
                nth(xs = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()),
            } else |a| { check_3: none_alive >> behead(ys = vec![b + 7, b * 2]) }
            >> { parallel { branch_4: double(a = b), branch_5: negate(b = 8) } -> [c, b] }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p45_leaves_no_guard() {
    leaves_no_guard!(p45(83, vec![vec![37], vec![68, 49, 17]], vec![22, 16]));
}

pipeline! {
    fn p46(grid: &[Vec<i64>]) -> [c] {
        parallel {
            heads
                >> halves(ys = zs)
                >> parallel {
                    push(xs = xs, a = c),
                    branch_1: parallel {
                        branch_2: heads >> step_3: late(a = 7) >> double(a),
                        branch_4: late(a = c * c % 1_009 + 7) >> total,
                    } -> [c, b],
                    branch_5: heads -> [c, zs as w] >> step_6: heads(grid = vec![vec![4], vec![]]) -> [zs, c as d],
                } -> [xs, b, c, d as w],
            flatten(grid = grid) -> [xs as f],
        } -> [xs, c, f, b as grid]
            >> total
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p46_leaves_no_guard() {
    leaves_no_guard!(p46(&[vec![47, 2], vec![]]));
}

pipeline! {
    fn p47(grid: &[Vec<i64>], ys: Vec<i64>) {
        map((ys.to_vec().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (a, _), index as round) {
            attempt_1: try {
                attempt_2: try {
                    half -> [b]
                        >> rows(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()),
                } else |e| {
                    check_3: none_alive >> nth(xs = ys, b = format!("{e:#}").len() as i64),
                }
                    >> attempt_4: try { stamp(xs = vec![a + 6, a * 2]) >> age(a, round = round) -> [a] } else {
                        check_7: none_alive
                            >> step_5: stamp(xs = ys, round = (a % 3).unsigned_abs() as usize) -> [xs as h]
                            >> step_6: behead -> [ys],
                    } -> [a, ys, a as xs]
                    >> if ys.is_empty() {} else if xs % 3 == 1 {},
            } else |xs| { check_8: none_alive >> add_one } -> [grid],
        } -> [grid as u]
            >> heads
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p47_leaves_no_guard() {
    leaves_no_guard!(p47(&[vec![77, 57, 2, 85], vec![98], vec![4]], vec![64, 37]));
}

pipeline! {
    fn p48(c: i64, grid: Vec<Vec<i64>>) {
        by_1: match c {
            0 => blend(d = 5)
                >> map((vec![9, 10]) as b) {
                    map(grid as xs, index as i, limit = 3) {
                        stamp(xs = xs.iter().map(|item| item + 8).collect::<Vec<i64>>(), round = i),
                    },
                },
            b => p30(grid = grid)
                >> map(grid as ys) {
                    push(xs = ys.iter().map(|item| item + 5).collect::<Vec<i64>>()) >> negate(b = a),
                } -> [b as g, c as h],
        }
            >> each_2: map(grid as e) { add_one(a = c) -> [a] }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p48_leaves_no_guard() {
    leaves_no_guard!(p48(32, vec![vec![74], vec![34, 16, 20, 49]]));
}

pipeline! {
    fn p49(grid: &[Vec<i64>]) -> [b, c as h] {
        heads(grid)
            >> halves(ys = zs)
            >> again_1: repeat(max = 3) {
                attempt_2: try {
                    both_3: parallel {
                        weave(ys = zs) >> step_4: weave(xs = vec![5, 6]) -> [ys as f],
                        half(a = c * c % 1_009 + 4) -> [b as d],
                    },
                } else |error| { check_5: none_alive },
            } until(c % 2 == 0) -> [grid]
            >> step_6: halves(ys = xs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>())
            >> parallel {
                double(a = c),
                branch_7: step_8: halves(ys = xs) >> step_9: double(a = c * c % 1_009 + 2) -> [b as a],
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p49_leaves_no_guard() {
    leaves_no_guard!(p49(&[vec![57, 6]]));
}

pipeline! {
    fn p50(ys: Vec<i64>, xs: Vec<i64>) -> [xs as c] {
        map(ys as b, index as round) {
            map((ys.to_vec()) as e, index as round, limit = ys.len() + 1) { p10 }
                >> age(a = b * b % 1_009 + 5) -> [a],
        }
            >> halves
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p50_leaves_no_guard() {
    leaves_no_guard!(p50(vec![73], vec![69, 20]));
}

pipeline! {
    fn p51(b: i64) -> [b] {
        by_1: if b % 2 == 0 { mix(a = b) } else if b % 2 == 1 {
            attempt_2: try {
                late(a = b * b % 1_009 + 8, c = b)
                    >> map((vec![1, 2]) as a) { half(a = c + 5) } -> [b as w]
                    >> half(a) -> [b],
            } else {
                check_4: none_alive
                    >> parallel {
                        double(a = b + 6),
                        add_one(a = b) >> p16(ys = vec![a + 2, a * 2]) -> [xs as u, b as a, c],
                        branch_3: half(a = b) >> turn(c = b, d = b + 7) -> [a as h, b as g, d],
                    },
            }
                >> p16(ys = vec![5, 6]),
        } -> [b]
            >> half(a = b * b % 1_009 + 3)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p51_leaves_no_guard() {
    leaves_no_guard!(p51(90));
}

pipeline! {
    fn p52(a: i64, xs: Vec<i64>) {
        attempt_1: try {
            attempt_2: try {
                repeat(max = 3) { behead(ys = xs) } until(xs.is_empty()) -> [ys as d]
                    >> step_3: negate(b = a) -> [c],
            } else |a| {
                check_6: none_alive
                    >> behead(ys = xs)
                    >> again_4: repeat(max = 4, index as round) {
                        total >> behead(ys = ys.iter().map(|item| item + 3).collect::<Vec<i64>>()),
                    } until(ys.len() + 1 > ys.len() && ys.len() < 4) -> [ys as w, ys]
                    >> step_5: behead,
            }
                >> attempt_7: try { halves(ys = xs.iter().map(|item| item + 5).collect::<Vec<i64>>()) } else {
                    check_9: none_alive
                        >> behead(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
                        >> match &xs[..] {
                            [] => {},
                            [rest, xs @ ..] => {},
                            [rest] => nth(b = a) >> step_8: behead(ys = xs),
                            xs => {},
                        } -> [ys],
                },
        } else { check_10: none_alive >> total }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p52_leaves_no_guard() {
    leaves_no_guard!(p52(33, vec![29, 67, 8, 78]));
}

pipeline! {
    fn p53(b: i64, a: i64, c: i64) {
        attempt_1: try { p30(grid = vec![vec![2], vec![]]) } else { check_2: none_alive }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p53_leaves_no_guard() {
    leaves_no_guard!(p53(84, 89, 24));
}

pipeline! {
    fn p54(c: &i64, grid: &[Vec<i64>]) {
        both_1: parallel {
            p30,
            branch_2: parallel {
                flatten,
                up_to(a = c * c % 1_009 + 9)
                    >> parallel {
                        branch_3: mix(a = c, b = c + 7) -> [d] >> p30,
                        turn(b = c, c = c, d = c) -> [a as g, b, d],
                    } -> [g, b, a as zs, d],
            } -> [g, b, xs, zs],
        }
            >> heads(grid = grid)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p54_leaves_no_guard() {
    leaves_no_guard!(p54(&49, &[]));
}

pipeline! {
    fn p55(xs: Vec<i64>, a: &i64) {
        parallel {
            branch_1: p2(b = a * a % 1_009 + 8, ys = vec![a + 2, a * 2]),
            branch_2: map(xs as e, limit = 3) {
                each_3: map((vec![1, 2]) as b, index as i) { age(a, round = i) } -> [a as u]
                    >> map(u as e, limit = 3) {
                        up_to(a) -> [xs as e]
                            >> turn(b = { let first = a * 1; first - a }, c = a, d = 5) -> [d]
                            >> rows(xs = u, b = a),
                    },
            },
            branch_4: map(xs as a, limit = xs.len() + 1) {
                parallel { branch_5: step_6: push, late(c = a) } -> [c],
            } -> [c as n_7],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p55_leaves_no_guard() {
    leaves_no_guard!(p55(vec![99, 97], &28));
}

pipeline! {
    fn p56(c: i64) {
        double(a = c)
            >> map((0..3_i64) as b, index as round) {
                match c % 2 {
                    a @ 2..=40 => attempt_1: try { negate(b = a) >> late } else |e| { check_2: none_alive >> age(a = a) }
                        >> p53(c = b)
                        >> age(round),
                    1 | 2 => step_3: age(a = c, round = round),
                    m if m - c < 2 => {},
                    _ => {},
                },
            }
            >> digits(a = b)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p56_leaves_no_guard() {
    leaves_no_guard!(p56(43));
}

pipeline! {
    fn p57(xs: Vec<i64>, grid: &[Vec<i64>], c: &i64) -> [xs as grid] {
        attempt_1: try {
            attempt_2: try { late(a = c) } else |why| {
                check_8: none_alive
                    >> step_3: late(a = xs.iter().map(|item| item % 10).sum::<i64>())
                    >> parallel {
                        branch_4: behead(ys = vec![6, 7]),
                        branch_5: weigh(error = why, a = xs.iter().map(|item| item % 10).sum::<i64>()),
                        branch_6: behead(ys = xs) >> blend(d = c) -> [a as xs],
                    }
                    >> { heads >> half >> step_7: late(a = 5) },
            }
                >> by_9: if !xs.is_empty() && let Some(m) = xs.iter().min() {
                    match c % 3 {
                        n if n % 3 == 1 => {},
                        1 | 3 => push(xs = xs, a = a) -> [xs],
                        m @ 2..=40 => heads(grid = vec![vec![0], vec![]]) >> behead(ys = vec![9, 10]),
                        n => late(a = a, c = c) >> nth(xs = xs, b = c),
                    },
                },
        } else { check_10: none_alive }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p57_leaves_no_guard() {
    leaves_no_guard!(p57(vec![28, 66], &[], &73));
}

pipeline! {
    fn p58(a: i64) {
        p53(b = a, a, c = a) -> [a as u]
            >> up_to
            >> group_1: {
                negate(b = a)
                    >> map(xs as e, limit = 1) { digits(a) } -> [c as zs]
                    >> zip_up(ys = xs) -> [b, zs],
            } -> [zs as g, b as h, zs]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p58_leaves_no_guard() {
    leaves_no_guard!(p58(28));
}

pipeline! {
    fn p59(a: &i64, ys: Vec<i64>, xs: &[i64]) {
        parallel {
            branch_1: map(xs as b) {
                each_2: map(ys as b) { halves(ys) >> half(a = xs.len() as i64) } -> [ys as grid, b as e]
                    >> map(xs as a, limit = e.len() + 1) { mix(b = a + 9) -> [d as a] >> up_to } -> [b as zs],
            },
            branch_3: rows(xs = xs.iter().map(|item| item + 7).collect::<Vec<i64>>(), b = a) -> [grid]
                >> step_4: halves(ys = vec![a + 3, a * 2]) -> [xs as grid, zs as h],
        } -> [h, grid as c, zs]
            >> digits(a = a)
            >> mix(a = ys.iter().map(|item| item % 10).sum::<i64>(), b = ys.iter().map(|item| item % 10).sum::<i64>())
            >> map(xs as e) { zip_up(xs = xs, ys = xs) } -> [b as grid, zs as g, c as u]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p59_leaves_no_guard() {
    leaves_no_guard!(p59(&58, vec![99], &[62, 94, 69]));
}

pipeline! {
    fn p60(grid: Vec<Vec<i64>>, a: i64, ys: Vec<i64>) {
        {
            rows(xs = ys, b = { let first = a * 6; first - a })
                >> attempt_1: try {
                    parallel {
                        digits(a = a * a % 1_009 + 7) >> halves >> half,
                        branch_2: add_one
                            >> nth(xs = ys.iter().map(|item| item + 4).collect::<Vec<i64>>(), b = a * a % 1_009 + 9)
                            >> heads,
                        branch_3: behead(ys) -> [ys as xs],
                    }
                        >> late(c = a)
                        >> each_4: map(zs as e) { add_one -> [a] } -> [a as e, zs as u, c as h, a as d],
                } else { check_5: none_alive >> {} -> [grid as e] } -> [grid],
        }
            >> match a % 4 {
                m @ 2..=40 => {} -> [grid],
                0 => {},
                n if n % 4 == 1 => zip_up(xs = ys, ys = ys)
                    >> each_6: map(grid as e) {
                        attempt_7: try { double } else { check_8: none_alive >> push(xs = e, a = a) -> [xs] },
                    } -> [zs as c, b as w],
                n => step_9: zip_up(xs = vec![a + 1, n * 2]) -> [b, zs] >> weave(xs = vec![5, 6]),
            }
            >> turn(b = a, c = ys.len() as i64, d = 6) -> [d as u]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p60_leaves_no_guard() {
    leaves_no_guard!(p60(vec![], 66, vec![]));
}

pipeline! {
    fn p61(ys: &[i64], b: i64) {
        p53(a = ys.len() as i64, c = 1) -> [a]
            >> blend(c = ys.iter().map(|item| item % 10).sum::<i64>(), d = b)
            >> attempt_1: try { map(ys as a, limit = 1) { half(a = a) } -> [b as u] >> add_one(a = a) } else { check_2: none_alive >> blend(c = b, d = a) }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p61_leaves_no_guard() {
    leaves_no_guard!(p61(&[], 27));
}

pipeline! {
    fn p62(grid: Vec<Vec<i64>>, b: i64, a: i64) {
        flatten
            >> turn(c = { let first = b * 6; first - a }, d = a * b % 1_009 + 6)
            >> attempt_1: try {
                attempt_2: try {
                    zip_up(xs = vec![b + 6, b * 2], ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
                        >> map(xs as b, index as round, limit = 1) { step_3: stamp -> [xs as b] } -> [b as u],
                } else |why| {
                    check_5: none_alive
                        >> step_4: late(c = 5)
                        >> { bury(error = why) -> [c, d] } -> [d as xs, c]
                        >> p30(grid = grid),
                }
                    >> up_to,
            } else |why| { check_6: none_alive } -> [xs]
            >> up_to -> [xs as g]
            >> step_7: flatten
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p62_leaves_no_guard() {
    leaves_no_guard!(p62(vec![], 49, 2));
}

pipeline! {
    fn p63(grid: &[Vec<i64>], c: &i64) -> [a as h] {
        each_1: map((vec![5, 6]) as a, limit = 4, index as i) { p30(grid = vec![vec![3], vec![]]) }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p63_leaves_no_guard() {
    leaves_no_guard!(p63(&[], &55));
}

pipeline! {
    fn p64(ys: Vec<i64>) -> [ys] {
        weave(ys = ys, xs = ys)
            >> match &ys[..] {
                [] => behead(ys = ys.to_vec())
                    >> zip_up(xs = ys, ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()),
                [n, a @ ..] => {},
                [n, .., e] => {},
                a => attempt_1: try {
                    attempt_2: try { weave(xs = a) } else {
                        check_3: none_alive
                            >> total(xs = ys.iter().map(|item| item + 5).collect::<Vec<i64>>()),
                    } -> [ys]
                        >> attempt_4: try { behead >> step_5: behead -> [ys] >> weave(xs = ys) -> [ys] } else |e| {
                            check_6: none_alive >> p16(ys = a.to_vec()) -> [c, xs, b as h],
                        },
                } else {
                    check_8: none_alive
                        >> each_7: map((ys.to_vec()) as e, limit = 4) {
                            turn(b = e, c = e, d = e + 0) >> rows(xs = ys) -> [grid as a] >> behead(ys = ys),
                        } -> [a as xs, ys as d, a as b],
                },
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p64_leaves_no_guard() {
    leaves_no_guard!(p64(vec![95, 20, 48]));
}

pipeline! {
    fn p65(grid: Vec<Vec<i64>>, xs: Vec<i64>) {
        attempt_1: try {
            map((xs.to_vec().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (e, a)) {
                double(a) >> {} >> map(xs as a, limit = 2) { nth(xs = xs) },
            },
        } else |error| {
            check_3: none_alive
                >> bury
                >> repeat(max = xs.len(), index as round) {
                    map(xs as a, limit = 1, index as round) {
                        weigh(error, a) >> bury(error = error),
                    } -> [c as zs, d as b, c as f]
                        >> age(a = d) -> [a],
                } until(d % 3 == 0),
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p65_leaves_no_guard() {
    leaves_no_guard!(p65(vec![], vec![9, 59]));
}

pipeline! {
    fn p66(ys: &[i64], a: i64) {
        attempt_1: try { p10(ys = ys) } else |error| { check_2: none_alive }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p66_leaves_no_guard() {
    leaves_no_guard!(p66(&[74, 63, 88], 21));
}

pipeline! {
    fn p67(a: i64) {
        digits >> parallel { blend(d = c) >> half(a = b * a % 1_009 + 1), p53(b) -> [a as grid] }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p67_leaves_no_guard() {
    leaves_no_guard!(p67(1));
}

pipeline! {
    fn p68(c: &i64, xs: Vec<i64>, b: i64) {
        attempt_1: try { late(a = c + 4, c = c) } else |xs| {
            check_5: none_alive
                >> attempt_2: try { p53(a = b, c = b) >> step_3: half(a = c + 4) } else |a| { check_4: none_alive } -> [b],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p68_leaves_no_guard() {
    leaves_no_guard!(p68(&86, vec![63], 61));
}

pipeline! {
    fn p69(ys: Vec<i64>) {
        attempt_1: try {
            map((ys) as e) {
                attempt_2: try { behead -> [ys as a] } else |error| {
                    check_3: none_alive >> blend(c = e, d = error.message().len() as i64),
                } -> [ys as b]
                    >> rows(xs = ys, b = e),
            }
                >> late(a = ys.len() as i64, c = ys.iter().map(|item| item % 10).sum::<i64>()) -> [c, a]
                >> weave(ys = ys, xs = vec![3, 4]),
        } else |error| { check_5: none_alive >> bury(error = error) }
            >> zip_up(xs = ys, ys = ys)
            >> repeat(max = (b % 3).unsigned_abs() as usize) { double(a = b) -> [b as u] } until(ys.is_empty()) -> [u as b]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p69_leaves_no_guard() {
    leaves_no_guard!(p69(vec![70, 65, 83, 17]));
}

pipeline! {
    fn p70(xs: &[i64], c: i64) -> [xs, zs as g] {
        mix(a = { let first = c * 0; first - c }, b = c)
            >> {
                parallel { branch_1: up_to(a = { let first = d * 4; first - c }), behead(ys = xs) }
                    >> match xs.iter().max() {
                        Some(m) if m % 2 == 0 => parallel {
                            branch_2: add_one(a = xs.len() as i64),
                            turn(b = ys.len() as i64, d = m)
                                >> grow(a)
                                >> step_3: turn(c = m) -> [a as e, b, d],
                        } -> [b, e as f, d],
                        _ => add_one(a = ys.len() as i64)
                            >> halves(ys = xs.iter().map(|item| item + 0).collect::<Vec<i64>>()) -> [zs, xs as grid],
                    } -> [d]
                    >> again_4: repeat(max = ys.len(), index as b) {
                        step_5: grow(xs = ys, a = xs.len() as i64),
                    } until(b > 1),
            }
            >> p10
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p70_leaves_no_guard() {
    leaves_no_guard!(p70(&[11], 64));
}

pipeline! {
    fn p71(xs: Vec<i64>) -> [ys as grid] {
        attempt_1: try {
            attempt_2: try {
                late(a = xs.iter().map(|item| item % 10).sum::<i64>(), c = xs.len() as i64)
                    >> step_3: late(a = a, c)
                    >> nth(b = 1),
            } else |error| {
                check_4: none_alive >> half(a = xs.iter().map(|item| item % 10).sum::<i64>()) -> [b],
            } -> [xs]
                >> step_5: behead(ys = xs),
        } else |why| {
            check_7: none_alive >> step_6: bury(error = why) >> digits(a = d) -> [c as a, b as grid],
        } -> [xs as grid]
            >> behead(ys = xs)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p71_leaves_no_guard() {
    leaves_no_guard!(p71(vec![35, 84]));
}

pipeline! {
    fn p72(a: i64) -> [a, b as zs] {
        repeat(max = (a % 3).unsigned_abs() as usize, index as i) {
            turn(b = 7, c = a, d = a * a % 1_009 + 0)
                >> {}
                >> map((0..3_i64) as b) {
                    age(a, round = i + 1)
                        >> attempt_1: try { half(a = a) >> late(a = b, c = d) -> [a as u] } else |why| { check_2: none_alive >> {} -> [a as b, a as h] }
                        >> attempt_3: try { late(c = b) >> add_one } else |xs| { check_4: none_alive >> weigh(error = xs) },
                } -> [b as g]
                >> if g.len() + 1 > g.len() && g.len() < 4 {
                    age(round = (d % 3).unsigned_abs() as usize)
                        >> attempt_5: try { nth(xs = vec![9, 10]) -> [d] >> digits } else |a| { check_6: none_alive >> age(a = d, round = i) },
                } else { up_to },
        } until(g.is_empty())
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p72_leaves_no_guard() {
    leaves_no_guard!(p72(23));
}

pipeline! {
    fn p73(grid: &[Vec<i64>], b: i64) {
        up_to(a = b)
            >> attempt_1: try {
                map(grid as e, index as round) {
                    map(grid as e) { behead(ys = e) >> {} >> stamp(xs) } -> [xs as f],
                } -> [f],
            } else |a| { check_2: none_alive }
            >> step_3: zip_up(ys = xs.to_vec())
            >> flatten(grid = grid) -> [xs]
            >> rows(xs = zs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>())
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p73_leaves_no_guard() {
    leaves_no_guard!(p73(&[], 68));
}

pipeline! {
    fn p74(xs: &[i64], b: i64) {
        attempt_1: try {
            map(xs as e) {
                attempt_2: try { step_3: late(a = 4, c = b) >> blend(d = e + 6) } else |error| {
                    check_5: none_alive
                        >> behead(ys = xs.iter().map(|item| item + 1).collect::<Vec<i64>>())
                        >> step_4: late(a = b, c = b) -> [c as zs, a],
                },
            },
        } else |why| { check_6: none_alive >> digits(a = b) -> [c, b] >> grow(xs = xs, a = b) } -> [xs]
            >> {}
            >> attempt_7: try { half(a = xs.len() as i64) >> late(a = 9, c = b) -> [a, c] >> step_8: half } else |error| {
                check_11: none_alive
                    >> {
                        attempt_9: try { behead(ys = vec![b + 7, b * 2]) } else |xs| { check_10: none_alive >> turn(c = b, d = b) >> mix },
                    } -> [b],
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p74_leaves_no_guard() {
    leaves_no_guard!(p74(&[48, 58, 99], 89));
}

pipeline! {
    fn p75(xs: Vec<i64>, ys: &[i64]) -> [c] {
        each_1: map(ys as e) {
            p53(b = 4, a = { let first = e * 4; first - e }, c = e)
                >> behead -> [ys]
                >> negate(b = xs.iter().map(|item| item % 10).sum::<i64>()),
        }
            >> zip_up
            >> step_2: p68(c = b, b)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p75_leaves_no_guard() {
    leaves_no_guard!(p75(vec![52, 44, 68, 75], &[36, 97]));
}

pipeline! {
    fn p76(xs: Vec<i64>, a: &i64) -> [b as grid] {
        halves(ys = xs)
            >> repeat(max = 1, index as round) {
                attempt_1: try { map(zs as a) { half(a = a) } } else |a| {
                    check_7: none_alive
                        >> both_2: parallel {
                            branch_3: step_4: bury(error = a),
                            branch_5: step_6: bury(error = a) >> double(a = format!("{a:#}").len() as i64),
                            weave(ys = xs, xs = zs.iter().map(|item| item + 6).collect::<Vec<i64>>()),
                        },
                } -> [xs]
                    >> double,
            } until(xs.len() + 1 > xs.len() && xs.len() < 2)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p76_leaves_no_guard() {
    leaves_no_guard!(p76(vec![], &94));
}

pipeline! {
    fn p77(xs: &[i64], b: &i64) -> [grid as c] {
        group_1: {
            map((vec![b + 3, b * 2].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (.., e)) {
                parallel { turn(c = xs.len() as i64, d = e), branch_2: grow(a = 8) }
                    >> attempt_3: try {
                        nth(xs = xs, b) >> turn(c = ys.iter().map(|item| item % 10).sum::<i64>(), d),
                    } else |a| {
                        check_4: none_alive >> weigh(error = a, a = d) >> mix(a = e, b = b),
                    } -> [b, e, a, d]
                    >> weave(ys = ys),
            }
                >> map((vec![b + 8, b * 2]) as b) { zip_up(xs = xs, ys = xs) >> blend(c = b, d = b) }
                >> rows(b),
        } -> [grid as a]
            >> map(a as ys, limit = 3) { turn(c = 1, d = b) -> [a as zs, d, b] } -> [zs as w, d as e, b as c]
            >> negate
            >> step_6: rows -> [grid]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p77_leaves_no_guard() {
    leaves_no_guard!(p77(&[97, 4, 63], &83));
}

pipeline! {
    fn p78(b: &i64, xs: Vec<i64>, grid: Vec<Vec<i64>>) {
        map((xs) as a, limit = 3, index as round) {
            map(grid as ys, limit = xs.len() + 1, index as round) {
                p30 -> [a as d]
                    >> attempt_1: try {
                        half(a = 1) >> step_2: half(a = ys.iter().map(|item| item % 10).sum::<i64>()),
                    } else |xs| { check_3: none_alive >> {} -> [b] }
                    >> attempt_4: try { grow >> flatten(grid = grid) >> late(c = a + 1) } else |a| { check_5: none_alive } -> [a as d],
            } -> [d, d as u],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p78_leaves_no_guard() {
    leaves_no_guard!(p78(&79, vec![0], vec![vec![], vec![38, 51, 70]]));
}

pipeline! {
    fn p79(c: &i64) {
        negate(b = c)
            >> by_1: match c % 2 { e if e - c < 2 => {} -> [c], _ => step_2: half(a = c) -> [b] } -> [c as zs]
            >> double(a = c)
            >> step_3: negate(b = c)
            >> attempt_4: try {
                map((0..3_i64) as b) {
                    attempt_5: try { late(a = c, c) -> [c, a as u] >> half(a = c) } else { check_7: none_alive >> step_6: late(a = 2, c = b * zs % 1_009 + 5) },
                } -> [b as d]
                    >> both_8: parallel {
                        branch_9: step_10: late(a = c),
                        branch_11: attempt_12: try { late(a = c * b % 1_009 + 4) >> step_13: nth(xs = d) } else |xs| { check_14: none_alive >> weigh(error = xs, a = b + 7) -> [b] } -> [c as u, b],
                        branch_15: if !d.is_empty() && let Some(a) = d.iter().min() {} -> [c as ys],
                    },
            } else { check_16: none_alive >> {} -> [b] } -> [c, b, zs, c as h]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p79_leaves_no_guard() {
    leaves_no_guard!(p79(&81));
}

pipeline! {
    fn p80(c: &i64, a: i64, ys: Vec<i64>) -> [b, a as g] {
        turn(b = a, d = a)
            >> map((0..3_i64) as a) {
                map((ys) as b) {
                    p68(xs = ys)
                        >> digits(a = ys.iter().map(|item| item % 10).sum::<i64>())
                        >> map((vec![3, 4].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((b, [a, _]), xs)) {
                            p16(ys = xs.to_vec())
                                >> weave(ys = ys.iter().map(|item| item + 5).collect::<Vec<i64>>(), xs = ys)
                                >> double -> [b],
                        } -> [b as e, c as xs],
                },
            }
            >> add_one
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p80_leaves_no_guard() {
    leaves_no_guard!(p80(&2, 7, vec![90, 17, 82]));
}

pipeline! {
    fn p81(grid: Vec<Vec<i64>>, a: i64, c: &i64) -> [b] {
        add_one(a = c)
            >> again_1: repeat(max = 1) {
                attempt_2: try { double } else |error| { check_3: none_alive >> p63(c = a) -> [h] } -> [grid, grid as zs]
                    >> map(grid as xs, limit = 4) {
                        by_4: if c - c < 2 { negate(b = c * c % 1_009 + 7) -> [c] } else if let Some(m) = xs.first() {} else if c % 2 == 1 {
                            step_5: blend(d = xs.iter().map(|item| item % 10).sum::<i64>()),
                        } else { halves(ys = xs) -> [xs as f] } -> [a as d, c, grid],
                    } -> [grid as b, zs as e, c as d],
            } until(a % 2 == 0) -> [b, e, d]
            >> step_6: heads -> [c, zs as b]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p81_leaves_no_guard() {
    leaves_no_guard!(p81(vec![vec![32, 79, 26], vec![94, 18]], 67, &30));
}

pipeline! {
    fn p82(xs: Vec<i64>) -> [xs] {
        attempt_1: try {
            behead(ys = xs.to_vec()) -> [ys]
                >> map((xs.to_vec().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (c, a), limit = 3) {
                    attempt_2: try {
                        half -> [b as d] >> nth(b = 4) >> late(a = { let first = c * 4; first - d }, c),
                    } else { check_3: none_alive >> behead },
                } -> [ys as w, c as d, a],
        } else |e| {
            check_9: none_alive
                >> attempt_4: try {
                    attempt_5: try { behead(ys = xs) } else |xs| {
                        check_6: none_alive
                            >> p68(c = xs.message().len() as i64, xs = vec![3, 4], b = 1) -> [c, b],
                    } -> [xs]
                        >> again_7: repeat(max = xs.len()) {
                            bury(error = e)
                                >> zip_up(ys = xs)
                                >> nth(xs = zs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>(), b = b),
                        } until(d - b < 3),
                } else |error| { check_8: none_alive },
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p82_leaves_no_guard() {
    leaves_no_guard!(p82(vec![]));
}

pipeline! {
    fn p83(ys: &[i64], c: &i64, xs: &[i64]) -> [xs as b] {
        group_1: {
            attempt_2: try {
                repeat(max = 1) { halves } until(c % 3 == 0)
                    >> attempt_3: try { total(xs = ys) } else { check_4: none_alive } -> [c]
                    >> behead -> [ys],
            } else { check_5: none_alive >> push(a = c) }
                >> each_6: map(xs as e) {
                    map((vec![e + 8, c * 2].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (e, b), limit = 1) {
                        double(a = ys.iter().map(|item| item % 10).sum::<i64>()),
                    },
                },
        } -> [b]
            >> flatten(grid = b)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p83_leaves_no_guard() {
    leaves_no_guard!(p83(&[31], &62, &[30, 59, 84, 80]));
}

pipeline! {
    fn p84(ys: Vec<i64>, c: &i64, grid: Vec<Vec<i64>>) {
        push(xs = vec![c + 5, c * 2], a = 2) -> [xs]
            >> map(xs as e) {
                rows(b = { let first = e * 4; first - e })
                    >> map(ys as e, limit = 3) { zip_up(xs, ys = ys) -> [b as c] >> flatten } -> [xs as b],
            }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p84_leaves_no_guard() {
    leaves_no_guard!(p84(vec![42, 68], &94, vec![vec![56, 10]]));
}

pipeline! {
    fn p85(c: i64) -> [c] {
        attempt_1: try {
            both_2: parallel {
                branch_3: attempt_4: try { blend(c, d = c) >> negate(b = c) >> double(a = a + 6) } else |e| { check_5: none_alive >> bury(error = e) } -> [c as a, c],
                half(a = c),
            } -> [b as w, c, a as zs]
                >> negate(b = zs * w % 1_009 + 7),
        } else |a| {
            check_15: none_alive
                >> attempt_6: try { up_to(a = c) } else |e| {
                    check_9: none_alive
                        >> attempt_7: try {
                            nth(xs = vec![8, 9], b = c)
                                >> add_one(a = format!("{e:#}").len() as i64)
                                >> weigh(error = e, a = { let first = a * 1; first - d }),
                        } else |e| { check_8: none_alive >> late(a = 4, c = c) } -> [c as w],
                }
                >> attempt_10: try {
                    attempt_11: try {
                        half(a = { let first = c * 4; first - c }) >> double(a = c) -> [b] >> bury(error = a),
                    } else |e| { check_13: none_alive >> step_12: half(a = c) } -> [c as ys]
                        >> { up_to(a = ys) -> [xs] },
                } else { check_14: none_alive },
        } -> [c]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p85_leaves_no_guard() {
    leaves_no_guard!(p85(17));
}

pipeline! {
    fn p86(grid: &[Vec<i64>], c: i64) -> [grid as g] {
        attempt_1: try {
            attempt_2: try {
                step_3: add_one(a = { let first = c * 3; first - c }) -> [a] >> half(a = c) -> [b],
            } else {
                check_5: none_alive >> step_4: half(a = c) >> {} >> p63(grid) >> late(a = b + 9, c = b),
            }
                >> mix(a = c, b = c),
        } else |error| { check_6: none_alive >> half(a = c) } -> [grid]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p86_leaves_no_guard() {
    leaves_no_guard!(p86(&[], 41));
}

pipeline! {
    fn p87(xs: Vec<i64>) {
        by_1: if xs.is_empty() {
            parallel {
                branch_2: map(xs as a) { behead(ys = xs) } -> [ys],
                branch_3: parallel {
                    branch_4: behead(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()),
                    branch_5: weave(ys = xs, xs = xs.to_vec()) -> [ys as e],
                    branch_6: step_7: total
                        >> add_one(a = c * c % 1_009 + 8)
                        >> p68(xs = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>(), b = a) -> [c as u],
                } -> [ys as w, e, u],
            } -> [w as f, e, u],
        }
            >> total
            >> zip_up(xs = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>(), ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) -> [zs, b]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p87_leaves_no_guard() {
    leaves_no_guard!(p87(vec![95, 0, 20, 14]));
}

pipeline! {
    fn p88(c: i64, a: &i64, xs: Vec<i64>) {
        attempt_1: try { total } else |e| {
            check_3: none_alive
                >> p2(b = c, ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
                >> step_2: rows(b = e.message().len() as i64),
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p88_leaves_no_guard() {
    leaves_no_guard!(p88(30, &53, vec![12, 36]));
}

pipeline! {
    fn p89(ys: Vec<i64>, grid: &[Vec<i64>], c: i64) {
        flatten
            >> up_to(a = c * c % 1_009 + 8)
            >> blend(c = xs.len() as i64, d = c)
            >> again_1: repeat(max = 2, index as b) { blend(c = xs.len() as i64, d = c + 4) } until(c - c < 4) -> [a as u, a as ys]
            >> map(grid as xs, limit = 1, index as i) {
                age(round = i)
                    >> attempt_2: try {
                        parallel {
                            branch_3: behead(ys = xs.to_vec()),
                            branch_4: mix(a = ys, b = c) >> late(a = d, c = c),
                        } -> [a as w, c as xs, ys as g],
                    } else |error| { check_5: none_alive >> map(xs as a) { p10(ys = xs) -> [zs] } } -> [ys, ys as b],
            } -> [b as h, ys as d]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p89_leaves_no_guard() {
    leaves_no_guard!(p89(vec![], &[], 44));
}

pipeline! {
    fn p90(b: i64) {
        map((vec![b + 2, b * 2].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (.., c), limit = 3) {
            repeat(max = 3) { step_1: negate(b) -> [c as grid] >> p53(a = b) } until(b - b < 4),
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p90_leaves_no_guard() {
    leaves_no_guard!(p90(14));
}

pipeline! {
    fn p91(xs: Vec<i64>, grid: &[Vec<i64>]) {
        attempt_1: try {
            attempt_2: try {
                nth(xs = xs, b = 7) -> [d as grid] >> digits(a = grid) -> [c as d, b] >> step_3: nth(b),
            } else |a| { check_4: none_alive >> {} -> [xs] } -> [xs]
                >> behead(ys = xs.to_vec()),
        } else |xs| { check_5: none_alive >> heads }
            >> weave(ys = xs)
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p91_leaves_no_guard() {
    leaves_no_guard!(p91(vec![92], &[vec![], vec![]]));
}

pipeline! {
    fn p92(c: i64) {
        both_1: parallel {
            branch_2: mix(a = c + 5, b = c),
            branch_3: parallel {
                digits(a = c),
                branch_4: map((vec![5, 6].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., b]), xs)) {
                    weave(ys = xs.iter().map(|item| item + 1).collect::<Vec<i64>>()) -> [ys],
                },
            },
        }
            >> p30(grid = ys)
            >> negate
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p92_leaves_no_guard() {
    leaves_no_guard!(p92(30));
}

pipeline! {
    fn p93(grid: Vec<Vec<i64>>, ys: Vec<i64>, xs: Vec<i64>) {
        map((xs.to_vec().iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((c, [b, _]), ys), limit = ys.len() + 1) {
            attempt_1: try { p84(ys = ys) } else |a| { check_2: none_alive >> {} -> [xs as f] } -> [ys]
                >> half(a = b)
                >> {}
                >> mix(a = b, b = c),
        } -> [d]
            >> flatten(grid = vec![vec![2], vec![]])
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p93_leaves_no_guard() {
    leaves_no_guard!(p93(vec![vec![77, 88], vec![54]], vec![], vec![44]));
}

pipeline! {
    fn p94(xs: &[i64], c: i64, b: &i64) {
        {
            {
                blend(d = c)
                    >> attempt_1: try { behead(ys = xs) } else { check_2: none_alive >> turn(b = 4, d = c) >> digits }
                    >> step_3: blend(d = xs.iter().map(|item| item % 10).sum::<i64>()),
            } -> [a as d]
                >> {}
                >> push(xs = xs, a = c * b % 1_009 + 0)
                >> weave(ys = xs.iter().map(|item| item + 1).collect::<Vec<i64>>(), xs = xs),
        }
            >> {
                turn(d = c)
                    >> if ys.len() + 1 > ys.len() && ys.len() < 2 { {} -> [xs as w] } else { p16(ys = vec![d + 4, d * 2]) } -> [c],
            }
            >> repeat(max = 4) { late(a = c, c = b) } until(b - c < 2) -> [b, c, xs]
            >> halves
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p94_leaves_no_guard() {
    leaves_no_guard!(p94(&[64], 1, &46));
}

pipeline! {
    fn p95(grid: Vec<Vec<i64>>, c: i64) -> [d] {
        attempt_1: try {
            half(a = { let first = c * 3; first - c }) -> [b]
                >> both_2: parallel {
                    map((vec![c + 3, c * 2]) as b) { late(a = c * b % 1_009 + 5) } -> [a as u, c as g]
                        >> by_3: if b - c < 4 { negate } else if u.len() + 1 > u.len() && u.len() < 4 {} else { half(a = { let first = c * 1; first - c }) },
                    branch_4: each_5: map((vec![7, 8].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (b, e)) {
                        heads -> [c as b, zs as g],
                    } -> [b as u, g],
                    branch_6: up_to(a = c * b % 1_009 + 6) -> [xs as ys],
                }
                >> map((0..3_i64) as a, limit = ys.len() + 1) {
                    step_7: behead
                        >> map(u as e, index as round, limit = 4) {
                            nth(xs = ys.iter().rev().chain(u.iter()).take(5).copied().collect::<Vec<i64>>(), b = a)
                                >> blend(c = 4 - round as i64),
                        } -> [a as w]
                        >> rows(xs = ys, b),
                } -> [grid as zs, grid as e],
        } else |xs| { check_8: none_alive } -> [grid as d]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p95_leaves_no_guard() {
    leaves_no_guard!(p95(vec![vec![9, 85]], 68));
}

pipeline! {
    fn p96(xs: Vec<i64>) {
        attempt_1: try {
            repeat(max = 1) {
                attempt_2: try { behead(ys = xs) } else |e| {
                    check_4: none_alive >> weave(ys = xs, xs = xs) -> [ys] >> step_3: behead(ys = ys),
                }
                    >> weave
                    >> halves,
            } until(true)
                >> behead(ys = zs.iter().map(|item| item + 8).collect::<Vec<i64>>())
                >> {
                    again_5: repeat(max = zs.len(), index as round) {
                        halves -> [xs as w, zs] >> step_6: halves(ys = w) >> {} >> half(a = 2 - round as i64),
                    } until(b % 2 == 1),
                },
        } else |a| {
            check_11: none_alive
                >> attempt_7: try { weave(ys = xs.to_vec(), xs) >> behead -> [ys] >> step_8: halves -> [zs, xs] } else {
                    check_10: none_alive
                        >> parallel { total -> [c as ys], branch_9: total(xs = xs) -> [c] }
                        >> bury(error = a),
                } -> [xs]
                >> bury(error = a) -> [c, d],
        }
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p96_leaves_no_guard() {
    leaves_no_guard!(p96(vec![33, 54, 89, 47]));
}

pipeline! {
    fn p97(b: i64, c: i64) {
        attempt_1: try {
            parallel {
                branch_2: up_to(a = b),
                double(a = b),
                late(a = c + 7, c = c) -> [a as d, c],
            } -> [xs, d as g],
        } else |error| { check_3: none_alive }
            >> map((vec![7, 8].iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (e, _), index as i) {
                p90 -> [a] >> stamp(xs = a, round = i) -> [xs as h] >> double(a = c),
            } -> [b as xs, c as e]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p97_leaves_no_guard() {
    leaves_no_guard!(p97(61, 48));
}

pipeline! {
    fn p98(xs: Vec<i64>, b: &i64) {
        map((0..3_i64) as a, index as round) { p53(a, c = b) >> stamp } -> [xs as ys]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p98_leaves_no_guard() {
    leaves_no_guard!(p98(vec![], &44));
}

pipeline! {
    fn p99(a: i64) {
        double(a)
            >> blend(c = a * a % 1_009 + 7, d = b)
            >> both_1: parallel { p53(a = b * b % 1_009 + 5, c = b), mix }
            >> each_2: map((vec![b + 4, a * 2]) as a) {
                repeat(max = (b % 3).unsigned_abs() as usize) {
                    attempt_3: try { late(c = { let first = b * 1; first - a }) } else |a| { check_5: none_alive >> step_4: bury(error = a) }
                        >> step_6: digits(a),
                } until(c - d < 3)
                    >> attempt_7: try { half -> [b as xs] } else |a| { check_8: none_alive } -> [c, b as ys, d as a]
                    >> attempt_9: try {
                        attempt_10: try { half(a) } else |a| { check_11: none_alive } -> [b as d, a as w]
                            >> { late },
                    } else |why| { check_12: none_alive >> {} -> [a] } -> [a, c as w, ys as grid, a as u],
            } -> [u, grid, a as h]
    }
}
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p99_leaves_no_guard() {
    leaves_no_guard!(p99(34));
}
