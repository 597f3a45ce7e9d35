// Written by model.py from the seed 7; not to be edited.
use super::{environment::*, resumes, tasks::*};
use runnable::prelude::*;

pipeline! {
    fn p0(b: i64, xs: &[i64]) {
        step_1: halves(ys = xs) -> [xs]
            >> blend(c = b, d = b) -> [a as c]
            >> weave(ys = shuffled(&vec![5_i64, 6]), xs = shuffled(&xs.to_vec()))
            >> total
            >> parallel {
                match xs.iter().max() {
                    None => behead >> digits(a = c),
                    Some(e) if e % 2 == 0 => match &xs[..] {
                        [n, e @ ..] => {},
                        [n] => {},
                        e if e.len() > 2 => {},
                        _ => {} -> [c, c as e],
                    },
                    _ => step_2: total -> [c]
                        >> match (b % 2 == 0, b % 3) {
                            (_, first) if first > 0 => step_3: total,
                            _ => add_one(a = { let first = b * 1; first - c }),
                        }
                        >> race {
                            lost_4: pause_5: pause(ms = 3600000)
                                >> blend(d = shift() + xs.iter().map(|item| item % 10).sum::<i64>()),
                            racer_6: mix(a = c) >> halves(ys = ys) >> step_7: halves(ys = zs) -> [xs],
                        },
                }
                    >> late(a = shift() + b * b % 1_009 + 1) -> [c as f],
                turn(b = shift() + { let first = b * 4; first - c }, c, d = b) -> [a as ys, b, d as xs],
            }
    }
}
mod p0_changed {
    use super::*;
    pipeline! {
    pub(super) fn p0(b: i64, xs: &[i64]) {
        step_1: halves(ys = xs) -> [xs]
            >> blend(c = b, d = b) -> [a as c]
            >> another_name: weave(ys = shuffled(&vec![5_i64, 6]), xs = shuffled(&xs.to_vec()))
            >> total
            >> parallel {
                match xs.iter().max() {
                    None => behead >> digits(a = c),
                    Some(e) if e % 2 == 0 => match &xs[..] {
                        [n, e @ ..] => {},
                        [n] => {},
                        e if e.len() > 2 => {},
                        _ => {} -> [c, c as e],
                    },
                    _ => step_2: total -> [c]
                        >> match (b % 2 == 0, b % 3) {
                            (_, first) if first > 0 => step_3: total,
                            _ => add_one(a = { let first = b * 1; first - c }),
                        }
                        >> race {
                            lost_4: pause_5: pause(ms = 3600000)
                                >> blend(d = shift() + xs.iter().map(|item| item % 10).sum::<i64>()),
                            racer_6: mix(a = c) >> halves(ys = ys) >> step_7: halves(ys = zs) -> [xs],
                        },
                }
                    >> late(a = shift() + b * b % 1_009 + 1) -> [c as f],
                turn(b = shift() + { let first = b * 4; first - c }, c, d = b) -> [a as ys, b, d as xs],
            }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p0_resumes() {
    resumes::<P0, p0_changed::P0>("p0", |second| if second { p0(43, &[25, 45]) } else { p0(90, &[65, 51]) }, false).await;
}

pipeline! {
    fn p1(c: &i64, a: &i64) {
        map((shuffled(&vec![0_i64, 1])) as a) {
            attempt_1: try {
                match c % 2 {
                    0 => late -> [a] >> half -> [b as f],
                    last if last - a < 2 => double >> nth(xs = shuffled(&vec![5_i64, 6])),
                    n @ 2..=40 => step_2: late,
                    last => {},
                },
            } else {}
                >> try { repeat(max = 4) { late >> up_to -> [xs] } until(a % 2 == 1) >> nth(b = c) } else { { negate(b = c) } }
                >> step_3: add_one(a = c),
        } -> [a as f]
            >> step_4: total(xs = items())
    }
}
mod p1_changed {
    use super::*;
    pipeline! {
    pub(super) fn p1(c: &i64, a: &i64) {
        map((shuffled(&vec![0_i64, 1])) as a, limit = 9) {
            attempt_1: try {
                match c % 2 {
                    0 => late -> [a] >> half -> [b as f],
                    last if last - a < 2 => double >> nth(xs = shuffled(&vec![5_i64, 6])),
                    n @ 2..=40 => step_2: late,
                    last => {},
                },
            } else {}
                >> try { repeat(max = 4) { late >> up_to -> [xs] } until(a % 2 == 1) >> nth(b = c) } else { { negate(b = c) } }
                >> step_3: add_one(a = c),
        } -> [a as f]
            >> step_4: total(xs = items())
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p1_resumes() {
    resumes::<P1, p1_changed::P1>("p1", |second| if second { p1(&73, &96) } else { p1(&91, &48) }, true).await;
}

pipeline! {
    fn p2(b: i64, grid: Vec<Vec<i64>>, c: i64) -> [b as f, d, a as u] {
        digits(a = shift() + 0)
            >> repeat(max = 4, index as round) {
                if flag() || b - b < 4 {}
                    >> race {
                        lost_1: pause_2: pause(ms = 3600000)
                            >> repeat(max = 1, index as round) {
                                double(a = shift() + 8) -> [b]
                                    >> age(a = shift() + c + 5, round = usize::from(flag()) + round + 1) -> [a],
                            } until(flag()),
                        racer_3: age(a = c, round = round)
                            >> attempt_4: try { heads >> step_5: blend(c = shift() + 2, d = b) } else { digits }
                            >> step_6: age(round = round),
                    } -> [a as c]
                    >> age(a = c),
            } until(flag())
            >> mix(a = b, b)
            >> by_7: match d % 2 { 1 | 2 => late(c = shift() + 6), 0 => {}, _ => digits }
            >> turn(b = c, c = shift() + { let first = d * 3; first - a })
    }
}
mod p2_changed {
    use super::*;
    pipeline! {
    pub(super) fn p2(b: i64, grid: Vec<Vec<i64>>, c: i64) -> [b as f, d, a as u] {
        digits(a = shift() + 0)
            >> repeat(max = 4, index as round) {
                if flag() || b - b < 4 {}
                    >> race {
                        lost_1: pause_2: pause(ms = 3600000)
                            >> repeat(max = 1, index as round) {
                                double(a = shift() + 8) -> [b]
                                    >> age(a = shift() + c + 5, round = usize::from(flag()) + round + 1) -> [a],
                            } until(flag()),
                        racer_3: age(a = c, round = round)
                            >> attempt_4: try { heads >> step_5: blend(c = shift() + 2, d = b) } else { digits }
                            >> step_6: age(round = round),
                    } -> [a as c]
                    >> age(a = 7 + c),
            } until(flag())
            >> mix(a = b, b)
            >> by_7: match d % 2 { 1 | 2 => late(c = shift() + 6), 0 => {}, _ => digits }
            >> turn(b = c, c = shift() + { let first = d * 3; first - a })
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p2_resumes() {
    resumes::<P2, p2_changed::P2>("p2", |second| if second { p2(53, vec![vec![91, 32, 9, 15], vec![], vec![63, 28]], 60) } else { p2(62, vec![vec![62], vec![70, 14, 26, 60]], 9) }, false).await;
}

pipeline! {
    fn p3(grid: Vec<Vec<i64>>) {
        parallel { heads(grid), branch_1: flatten(grid) }
            >> {
                map(zs as e, on_error = collect) {
                    attempt_2: try {
                        nth(b = e)
                            >> {
                                behead(ys = xs) -> [ys]
                                    >> late(a = shift() + xs.iter().map(|item| item % 10).sum::<i64>(), c = e),
                            }
                            >> step_3: late(a, c = a),
                    } else { { step_4: late(a = c, c) -> [c as zs, a] } } -> [c as ys, a]
                        >> add_one,
                } -> [a as result_5]
                    >> sift_6: sift(results = result_5, others = result_5),
            }
            >> map(xs as e, limit = 4, index as round) {
                repeat(max = 2) {
                    {
                        map(grid as e, on_error = collect) { behead(ys = xs) -> [ys as grid] } -> [],
                    }
                        >> halves(ys = zs),
                } until(flag() || round > 0),
            } -> [zs as g, xs as e]
            >> mix(a = shift() + 7, b = shift() + xs.iter().map(|item| item % 10).sum::<i64>())
    }
}
mod p3_changed {
    use super::*;
    pipeline! {
    pub(super) fn p3(grid: Vec<Vec<i64>>) {
        parallel { heads(grid), branch_1: flatten(grid) }
            >> {
                map(zs as e, limit = 9, on_error = collect) {
                    attempt_2: try {
                        nth(b = e)
                            >> {
                                behead(ys = xs) -> [ys]
                                    >> late(a = shift() + xs.iter().map(|item| item % 10).sum::<i64>(), c = e),
                            }
                            >> step_3: late(a, c = a),
                    } else { { step_4: late(a = c, c) -> [c as zs, a] } } -> [c as ys, a]
                        >> add_one,
                } -> [a as result_5]
                    >> sift_6: sift(results = result_5, others = result_5),
            }
            >> map(xs as e, limit = 4, index as round) {
                repeat(max = 2) {
                    {
                        map(grid as e, on_error = collect) { behead(ys = xs) -> [ys as grid] } -> [],
                    }
                        >> halves(ys = zs),
                } until(flag() || round > 0),
            } -> [zs as g, xs as e]
            >> mix(a = shift() + 7, b = shift() + xs.iter().map(|item| item % 10).sum::<i64>())
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p3_resumes() {
    resumes::<P3, p3_changed::P3>("p3", |second| if second { p3(vec![vec![73, 30]]) } else { p3(vec![vec![50, 46, 37, 9], vec![70, 8, 76, 27], vec![21, 29, 85]]) }, true).await;
}

pipeline! {
    fn p4(b: &i64, grid: Vec<Vec<i64>>) {
        parallel {
            branch_1: mix(a = b) -> [d as xs]
                >> try {
                    by_2: if b - xs < 3 { half(a = b) } else if flag() || b - b < 2 { step_3: half(a = xs) -> [b as c] } else { flatten >> nth -> [d] >> double(a = { let first = b * 6; first - b }) }
                        >> match xs % 3 {
                            0 => half(a = shift() + xs + 3),
                            e @ 2..=40 => heads,
                            1 | 3 => digits(a = xs) >> {} >> turn(b, c = c, d = b),
                            last => flatten,
                        } -> [b as d],
                } else { {} -> [xs as e] },
            branch_4: repeat(max = usize::from(flag()) + 2) {
                repeat(max = 1, index as i) { digits(a = b) >> late(a = 0) } until(flag() || a - b < 2)
                    >> heads(grid = grid) -> [c as w, zs],
            } until(a - w < 2) -> [w],
        } -> [w as xs]
    }
}
mod p4_changed {
    use super::*;
    pipeline! {
    pub(super) fn p4(b: &i64, grid: Vec<Vec<i64>>) {
        parallel {
            branch_1: mix(a = 7 + b) -> [d as xs]
                >> try {
                    by_2: if b - xs < 3 { half(a = b) } else if flag() || b - b < 2 { step_3: half(a = xs) -> [b as c] } else { flatten >> nth -> [d] >> double(a = { let first = b * 6; first - b }) }
                        >> match xs % 3 {
                            0 => half(a = shift() + xs + 3),
                            e @ 2..=40 => heads,
                            1 | 3 => digits(a = xs) >> {} >> turn(b, c = c, d = b),
                            last => flatten,
                        } -> [b as d],
                } else { {} -> [xs as e] },
            branch_4: repeat(max = usize::from(flag()) + 2) {
                repeat(max = 1, index as i) { digits(a = b) >> late(a = 0) } until(flag() || a - b < 2)
                    >> heads(grid = grid) -> [c as w, zs],
            } until(a - w < 2) -> [w],
        } -> [w as xs]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p4_resumes() {
    resumes::<P4, p4_changed::P4>("p4", |second| if second { p4(&98, vec![vec![15, 90, 61, 91], vec![], vec![53, 34, 45], vec![52, 0]]) } else { p4(&52, vec![vec![]]) }, false).await;
}

pipeline! {
    fn p5(a: i64, b: &i64) -> [f] {
        if a % 3 == 1 { group_1: { half } -> [b] }
            >> race {
                racer_2: add_one(a = a) >> turn(b = a, c = b, d = b) -> [a, d as u],
                lost_3: pause_6: pause(ms = 3600000)
                    >> match a % 2 {
                        0 => turn(b, c = shift() + b * b % 1_009 + 5, d = shift() + b + 0) -> [b as c, d, a],
                        first @ 2..=40 => {},
                        last => match (a % 2 == 0, last % 3) {
                            (true, a) => blend(c = last, d = last * last % 1_009 + 1)
                                >> step_4: blend(c = a, d = a * last % 1_009 + 6) -> [a]
                                >> add_one(a = b + 8),
                            (_, a) if a > 0 => mix,
                            _ => step_5: turn(b = shift() + 9, c = a, d = shift() + { let first = last * 0; first - a })
                                >> up_to(a = d * last % 1_009 + 4)
                                >> zip_up(xs, ys = xs),
                        },
                    } -> [a, b as xs, a as zs],
            }
            >> step_7: turn(b = shift() + b + 8, c = a, d = b) -> [a, d, b as f]
    }
}
mod p5_changed {
    use super::*;
    pipeline! {
    pub(super) fn p5(a: i64, b: &i64) -> [f] {
        if a % 3 == 1 { group_1: { half } -> [b] }
            >> race {
                racer_2: add_one(a = a) >> another_name: turn(b = a, c = b, d = b) -> [a, d as u],
                lost_3: pause_6: pause(ms = 3600000)
                    >> match a % 2 {
                        0 => turn(b, c = shift() + b * b % 1_009 + 5, d = shift() + b + 0) -> [b as c, d, a],
                        first @ 2..=40 => {},
                        last => match (a % 2 == 0, last % 3) {
                            (true, a) => blend(c = last, d = last * last % 1_009 + 1)
                                >> step_4: blend(c = a, d = a * last % 1_009 + 6) -> [a]
                                >> add_one(a = b + 8),
                            (_, a) if a > 0 => mix,
                            _ => step_5: turn(b = shift() + 9, c = a, d = shift() + { let first = last * 0; first - a })
                                >> up_to(a = d * last % 1_009 + 4)
                                >> zip_up(xs, ys = xs),
                        },
                    } -> [a, b as xs, a as zs],
            }
            >> step_7: turn(b = shift() + b + 8, c = a, d = b) -> [a, d, b as f]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p5_resumes() {
    resumes::<P5, p5_changed::P5>("p5", |second| if second { p5(3, &92) } else { p5(90, &88) }, false).await;
}

pipeline! {
    fn p6(a: i64, ys: &[i64], b: i64) {
        {
            map((shuffled(&vec![b + 8, a * 2])) as a, index as i, on_error = collect) {
                step_1: weave(ys = vec![a + 6, a * 2], xs = ys)
                    >> attempt_2: try {
                        match &ys[..] {
                            [] => {},
                            _ => late(a = shift() + ys.len() as i64, c = a)
                                >> nth(xs = ys.iter().map(|item| item + 8).collect::<Vec<i64>>(), b = shift() + b + 6),
                        } -> [a]
                            >> {
                                map((items()) as a, on_error = collect) { age(a, round = i) } -> [a as result_3]
                                    >> sift_4: sift(results = result_3, others = result_3),
                            },
                    } else {
                        race {
                            racer_5: stamp(xs = ys, round = i)
                                >> {}
                                >> age(a = a, round = (a % 3).unsigned_abs() as usize)
                                >> step_6: age(a, round = usize::from(flag()) + i + 1),
                            lost_7: pause_8: pause(ms = 3600000) >> half(a),
                        }
                            >> grow(xs = ys, a = shift() + { let first = a * 1; first - b }) -> [ys],
                    } -> [ys as zs],
            } -> [],
        }
            >> nth(xs = ys.to_vec())
            >> late(a = shift() + ys.iter().map(|item| item % 10).sum::<i64>(), c = shift() + b * a % 1_009 + 6)
            >> by_9: if let [xs, last @ ..] = &ys[..] && xs % 2 == 0 {
                turn(d) >> {} >> halves(ys = vec![2_i64, 3]) -> [zs, xs as e],
            } else if flag() { mix(b = a) -> [d] } else if let [first, a @ ..] = &ys[..] && first % 2 == 0 { {} -> [first, a, first as u] } -> [d, ys as a]
    }
}
mod p6_changed {
    use super::*;
    pipeline! {
    pub(super) fn p6(a: i64, ys: &[i64], b: i64) {
        {
            map((shuffled(&vec![b + 8, a * 2])) as a, limit = 9, index as i, on_error = collect) {
                step_1: weave(ys = vec![a + 6, a * 2], xs = ys)
                    >> attempt_2: try {
                        match &ys[..] {
                            [] => {},
                            _ => late(a = shift() + ys.len() as i64, c = a)
                                >> nth(xs = ys.iter().map(|item| item + 8).collect::<Vec<i64>>(), b = shift() + b + 6),
                        } -> [a]
                            >> {
                                map((items()) as a, on_error = collect) { age(a, round = i) } -> [a as result_3]
                                    >> sift_4: sift(results = result_3, others = result_3),
                            },
                    } else {
                        race {
                            racer_5: stamp(xs = ys, round = i)
                                >> {}
                                >> age(a = a, round = (a % 3).unsigned_abs() as usize)
                                >> step_6: age(a, round = usize::from(flag()) + i + 1),
                            lost_7: pause_8: pause(ms = 3600000) >> half(a),
                        }
                            >> grow(xs = ys, a = shift() + { let first = a * 1; first - b }) -> [ys],
                    } -> [ys as zs],
            } -> [],
        }
            >> nth(xs = ys.to_vec())
            >> late(a = shift() + ys.iter().map(|item| item % 10).sum::<i64>(), c = shift() + b * a % 1_009 + 6)
            >> by_9: if let [xs, last @ ..] = &ys[..] && xs % 2 == 0 {
                turn(d) >> {} >> halves(ys = vec![2_i64, 3]) -> [zs, xs as e],
            } else if flag() { mix(b = a) -> [d] } else if let [first, a @ ..] = &ys[..] && first % 2 == 0 { {} -> [first, a, first as u] } -> [d, ys as a]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p6_resumes() {
    resumes::<P6, p6_changed::P6>("p6", |second| if second { p6(17, &[44, 72], 50) } else { p6(95, &[77, 98, 51, 20], 48) }, true).await;
}

pipeline! {
    fn p7(xs: Vec<i64>) -> [ys as g] {
        again_1: repeat(max = usize::from(flag()) + xs.len(), index as b) {
            stamp(xs = vec![5_i64, 6], round = b)
                >> total
                >> try {
                    nth(xs = shuffled(&vec![3_i64, 4]), b = shift() + 1)
                        >> step_2: nth(xs = items(), b = shift() + xs.len() as i64)
                        >> behead(ys = xs),
                } else {
                    step_3: stamp(round = b)
                        >> by_4: match &xs[..] {
                            [a, e @ ..] => stamp(xs = shuffled(&vec![3_i64, 4]), round = b) -> [xs],
                            [a] => step_5: stamp(round = b) -> [xs] >> turn(b = c, c = xs.len() as i64, d = c),
                            e if e.len() > 2 => age(a = 3 - b as i64, round = b) -> [a as h]
                                >> step_6: stamp(round = usize::from(flag()) + b + 1) -> [xs as a],
                            e => mix(a = shift() + 6 - b as i64, b = c)
                                >> step_7: stamp(xs = xs.iter().map(|item| item + 7).collect::<Vec<i64>>(), round = b),
                        } -> [xs],
                },
        } until(flag())
            >> step_8: halves(ys = shuffled(&xs.iter().map(|item| item + 5).collect::<Vec<i64>>())) -> [xs as e]
            >> weave(ys = shuffled(&e.to_vec()))
    }
}
mod p7_changed {
    use super::*;
    pipeline! {
    pub(super) fn p7(xs: Vec<i64>) -> [ys as g] {
        again_1: repeat(max = usize::from(flag()) + xs.len(), index as b) {
            stamp(xs = vec![5_i64, 6], round = b)
                >> total
                >> try {
                    nth(xs = shuffled(&vec![3_i64, 4]), b = shift() + 1)
                        >> step_2: nth(xs = items(), b = shift() + xs.len() as i64)
                        >> another_name: behead(ys = xs),
                } else {
                    step_3: stamp(round = b)
                        >> by_4: match &xs[..] {
                            [a, e @ ..] => stamp(xs = shuffled(&vec![3_i64, 4]), round = b) -> [xs],
                            [a] => step_5: stamp(round = b) -> [xs] >> turn(b = c, c = xs.len() as i64, d = c),
                            e if e.len() > 2 => age(a = 3 - b as i64, round = b) -> [a as h]
                                >> step_6: stamp(round = usize::from(flag()) + b + 1) -> [xs as a],
                            e => mix(a = shift() + 6 - b as i64, b = c)
                                >> step_7: stamp(xs = xs.iter().map(|item| item + 7).collect::<Vec<i64>>(), round = b),
                        } -> [xs],
                },
        } until(flag())
            >> step_8: halves(ys = shuffled(&xs.iter().map(|item| item + 5).collect::<Vec<i64>>())) -> [xs as e]
            >> weave(ys = shuffled(&e.to_vec()))
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p7_resumes() {
    resumes::<P7, p7_changed::P7>("p7", |second| if second { p7(vec![44, 22, 14, 13]) } else { p7(vec![82, 31, 61, 88]) }, false).await;
}

pipeline! {
    fn p8(ys: Vec<i64>, xs: Vec<i64>) -> [ys as b, ys] {
        behead(ys = ys)
            >> zip_up(xs)
            >> total(xs = items()) -> [c]
            >> negate(b = b)
            >> match (c % 2 == 0, c % 3) {
                (true, 0) => by_1: match zs {
                    rest if rest.len() > 1 => {},
                    _ => digits(a = b + 5)
                        >> race {
                            racer_2: step_3: grow(a = shift() + 4) >> negate(b),
                            lost_4: pause_6: pause(ms = 3600000)
                                >> step_5: weave(ys = ys, xs = shuffled(&vec![8_i64, 9]))
                                >> double(a = shift() + { let first = c * 5; first - c }),
                        }
                        >> first_7: race {
                            lost_8: turn(b = shift() + xs.iter().map(|item| item % 10).sum::<i64>(), d = c)
                                >> pause_9: pause(ms = 3600000)
                                >> add_one -> [a],
                            racer_10: mix(a = b) >> step_11: grow(xs = items(), a = c) -> [ys],
                        },
                },
                (true, last) => add_one(a = shift() + zs.len() as i64),
                _ => {},
            } -> [ys]
    }
}
mod p8_changed {
    use super::*;
    pipeline! {
    pub(super) fn p8(ys: Vec<i64>, xs: Vec<i64>) -> [ys as b, ys] {
        behead(ys = ys)
            >> zip_up(xs)
            >> total(xs = items()) -> [c]
            >> negate(b = b)
            >> match (c % 2 == 0, c % 3) {
                (true, 0) => by_1: match zs {
                    rest if rest.len() > 1 => {},
                    _ => digits(a = b + 5)
                        >> race {
                            racer_2: another_name: grow(a = shift() + 4) >> negate(b),
                            lost_4: pause_6: pause(ms = 3600000)
                                >> step_5: weave(ys = ys, xs = shuffled(&vec![8_i64, 9]))
                                >> double(a = shift() + { let first = c * 5; first - c }),
                        }
                        >> first_7: race {
                            lost_8: turn(b = shift() + xs.iter().map(|item| item % 10).sum::<i64>(), d = c)
                                >> pause_9: pause(ms = 3600000)
                                >> add_one -> [a],
                            racer_10: mix(a = b) >> step_11: grow(xs = items(), a = c) -> [ys],
                        },
                },
                (true, last) => add_one(a = shift() + zs.len() as i64),
                _ => {},
            } -> [ys]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p8_resumes() {
    resumes::<P8, p8_changed::P8>("p8", |second| if second { p8(vec![72, 37], vec![31, 20, 16, 74]) } else { p8(vec![34, 35], vec![62, 2, 43]) }, false).await;
}

pipeline! {
    fn p9(xs: Vec<i64>, c: i64) -> [c] {
        attempt_1: try {
            repeat(max = (c % 3).unsigned_abs() as usize, index as round) {
                try { late(a = c, c = c) -> [a, c as e] >> stamp(xs = xs) -> [xs] } else { nth(b = shift() + c * c % 1_009 + 8) }
                    >> race {
                        lost_2: pause_3: pause(ms = 3600000) >> nth(b = c),
                        racer_4: age(a = c) -> [a] >> weave(ys = xs),
                        lost_5: step_6: late(a = c) -> [a as b, c]
                            >> pause_7: pause(ms = 3600000)
                            >> halves(ys = items()),
                    }
                    >> behead(ys = vec![5_i64, 6]) -> [ys as f],
            } until(c - c < 2) -> [c, f]
                >> push(xs = xs, a = shift() + c * c % 1_009 + 4) -> [xs]
                >> nth(b = c),
        } else {} -> [xs as u, xs]
            >> {}
            >> digits(a = c) -> [c]
    }
}
mod p9_changed {
    use super::*;
    pipeline! {
    pub(super) fn p9(xs: Vec<i64>, c: i64) -> [c] {
        attempt_1: try {
            repeat(max = (c % 3).unsigned_abs() as usize, index as round) {
                try { late(a = c, c = c) -> [a, c as e] >> stamp(xs = xs) -> [xs] } else { nth(b = shift() + c * c % 1_009 + 8) }
                    >> race {
                        lost_2: pause_3: pause(ms = 3600000) >> nth(b = c),
                        racer_4: age(a = c) -> [a] >> weave(ys = xs),
                        lost_5: step_6: late(a = c) -> [a as b, c]
                            >> pause_7: pause(ms = 3600000)
                            >> another_name: halves(ys = items()),
                    }
                    >> behead(ys = vec![5_i64, 6]) -> [ys as f],
            } until(c - c < 2) -> [c, f]
                >> push(xs = xs, a = shift() + c * c % 1_009 + 4) -> [xs]
                >> nth(b = c),
        } else {} -> [xs as u, xs]
            >> {}
            >> digits(a = c) -> [c]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p9_resumes() {
    resumes::<P9, p9_changed::P9>("p9", |second| if second { p9(vec![25, 89, 60, 93], 40) } else { p9(vec![56, 65], 54) }, false).await;
}

pipeline! {
    fn p10(xs: Vec<i64>, ys: Vec<i64>, c: i64) -> [a as e] {
        double(a = shift() + c * c % 1_009 + 1)
            >> step_1: double(a = shift() + ys.len() as i64)
            >> if !ys.is_empty() && let Some(rest) = ys.iter().min() {
                by_2: match (b % 2 == 0, rest % 3) {
                    (_, b) if b > 0 => {},
                    (true, 0) => if !xs.is_empty() && let Some(rest) = xs.iter().min() {
                        grow(a = xs.len() as i64),
                    } else if !xs.is_empty() && let Some(rest) = xs.iter().min() {
                        double(a = shift() + 4),
                    },
                    _ => first_3: race {
                        lost_4: pause_5: pause(ms = 3600000)
                            >> mix(a = rest, b = shift() + xs.iter().map(|item| item % 10).sum::<i64>()),
                        racer_6: total(xs = xs) >> turn(c = rest, d = c) >> step_7: total(xs),
                    },
                }
                    >> { behead } -> [b]
                    >> rows(xs = ys, b = c),
            } else { digits(a = b) >> if c % 4 == 0 {} -> [xs] }
            >> step_8: digits(a = shift() + c + 8)
            >> blend(d = c)
    }
}
mod p10_changed {
    use super::*;
    pipeline! {
    pub(super) fn p10(xs: Vec<i64>, ys: Vec<i64>, c: i64) -> [a as e] {
        double(a = shift() + c * c % 1_009 + 1)
            >> step_1: double(a = shift() + ys.len() as i64)
            >> if !ys.is_empty() && let Some(rest) = ys.iter().min() {
                by_2: match (b % 2 == 0, rest % 3) {
                    (_, b) if b > 0 => {},
                    (true, 0) => if !xs.is_empty() && let Some(rest) = xs.iter().min() {
                        grow(a = xs.len() as i64),
                    } else if !xs.is_empty() && let Some(rest) = xs.iter().min() {
                        another_name: double(a = shift() + 4),
                    },
                    _ => first_3: race {
                        lost_4: pause_5: pause(ms = 3600000)
                            >> mix(a = rest, b = shift() + xs.iter().map(|item| item % 10).sum::<i64>()),
                        racer_6: total(xs = xs) >> turn(c = rest, d = c) >> step_7: total(xs),
                    },
                }
                    >> { behead } -> [b]
                    >> rows(xs = ys, b = c),
            } else { digits(a = b) >> if c % 4 == 0 {} -> [xs] }
            >> step_8: digits(a = shift() + c + 8)
            >> blend(d = c)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p10_resumes() {
    resumes::<P10, p10_changed::P10>("p10", |second| if second { p10(vec![6, 14, 10, 69], vec![47, 58, 90, 22], 4) } else { p10(vec![20, 82, 6, 40], vec![1], 79) }, false).await;
}

pipeline! {
    fn p11(b: i64, grid: Vec<Vec<i64>>, c: &i64) -> [d] {
        parallel {
            {
                group_1: { up_to(a = shift() + b + 1) >> double(a = b) }
                    >> {}
                    >> try { half(a = b) >> late(a = { let first = c * 8; first - c }) } else {
                        step_2: half(a = shift() + { let first = c * 9; first - b }) -> [b as d]
                            >> turn(c = d) -> [b, d],
                    } -> [c, b as w],
            } -> [c],
            branch_3: match b % 2 {
                b @ 2..=40 => {},
                1 | 2 => step_4: up_to(a = b) -> [xs],
                _ => step_5: half(a = shift() + { let first = b * 1; first - b }),
            } -> [b as h]
                >> double(a = c),
        } -> [c as ys, b as d]
            >> mix(a = d)
    }
}
mod p11_changed {
    use super::*;
    pipeline! {
    pub(super) fn p11(b: i64, grid: Vec<Vec<i64>>, c: &i64) -> [d] {
        parallel {
            {
                group_1: { up_to(a = shift() + b + 1) >> double(a = b) }
                    >> {}
                    >> try { half(a = b) >> late(a = 7 + { let first = c * 8; first - c }) } else {
                        step_2: half(a = shift() + { let first = c * 9; first - b }) -> [b as d]
                            >> turn(c = d) -> [b, d],
                    } -> [c, b as w],
            } -> [c],
            branch_3: match b % 2 {
                b @ 2..=40 => {},
                1 | 2 => step_4: up_to(a = b) -> [xs],
                _ => step_5: half(a = shift() + { let first = b * 1; first - b }),
            } -> [b as h]
                >> double(a = c),
        } -> [c as ys, b as d]
            >> mix(a = d)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p11_resumes() {
    resumes::<P11, p11_changed::P11>("p11", |second| if second { p11(51, vec![], &86) } else { p11(74, vec![vec![74]], &30) }, false).await;
}

pipeline! {
    fn p12(b: i64, a: i64, grid: &[Vec<i64>]) {
        map((vec![7_i64, 8]) as e) {
            repeat(max = 4) { step_1: late(c = shift() + e * e % 1_009 + 4) -> [c, a as ys] } until(flag()) -> [ys]
                >> blend(c = ys, d = ys),
        } -> [a as u]
            >> {
                map((items().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (c, b), index as round, limit = 3, on_error = collect) {
                    age(a = shift() + u.iter().map(|item| item % 10).sum::<i64>(), round)
                        >> attempt_2: try {
                            map(u as e, limit = u.len() + 1) { half >> {} >> negate -> [c] } -> [u as h, c as xs, u as g]
                                >> step_3: late,
                        } else {
                            try { age } else { late(c = a) >> stamp(xs = u, round = round) }
                                >> half
                                >> nth(xs = u, b = shift() + 2),
                        } -> [a as grid, c as f, a],
                } -> [grid as result_4, f as result_5]
                    >> sift_6: sift(results = result_4, others = result_5),
            }
    }
}
mod p12_changed {
    use super::*;
    pipeline! {
    pub(super) fn p12(b: i64, a: i64, grid: &[Vec<i64>]) {
        map((vec![7_i64, 8]) as e) {
            repeat(max = 4) { step_1: late(c = shift() + e * e % 1_009 + 4) -> [c, a as ys] } until(flag()) -> [ys]
                >> blend(c = ys, d = ys),
        } -> [a as u]
            >> {
                map((items().iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (c, b), index as round, limit = 3, on_error = collect) {
                    age(a = shift() + u.iter().map(|item| item % 10).sum::<i64>(), round)
                        >> attempt_2: try {
                            map(u as e, limit = u.len() + 1) { half >> {} >> negate -> [c] } -> [u as h, c as xs, u as g]
                                >> another_name: late,
                        } else {
                            try { age } else { late(c = a) >> stamp(xs = u, round = round) }
                                >> half
                                >> nth(xs = u, b = shift() + 2),
                        } -> [a as grid, c as f, a],
                } -> [grid as result_4, f as result_5]
                    >> sift_6: sift(results = result_4, others = result_5),
            }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p12_resumes() {
    resumes::<P12, p12_changed::P12>("p12", |second| if second { p12(55, 2, &[vec![7, 8, 28], vec![25, 28, 77]]) } else { p12(68, 89, &[vec![24, 47], vec![3, 40, 43, 59], vec![59]]) }, false).await;
}

pipeline! {
    fn p13(b: i64, grid: Vec<Vec<i64>>, c: &i64) -> [a as b] {
        mix(a = shift() + c * b % 1_009 + 3, b = c)
            >> race {
                racer_1: add_one(a = shift() + { let first = c * 6; first - d }) >> flatten,
                lost_2: pause_5: pause(ms = 3600000)
                    >> if flag() {} else {
                        by_3: match b % 3 {
                            n if n % 3 == 1 => step_4: up_to(a = b),
                            last @ 2..=40 => {},
                            n => late(a = c),
                        },
                    },
            } -> [grid]
            >> repeat(max = usize::from(flag()) + (b % 3).unsigned_abs() as usize, index as b) {
                age(a = c, round = b) -> [a],
            } until(flag())
    }
}
mod p13_changed {
    use super::*;
    pipeline! {
    pub(super) fn p13(b: i64, grid: Vec<Vec<i64>>, c: &i64) -> [a as b] {
        mix(a = shift() + c * b % 1_009 + 3, b = c)
            >> race {
                racer_1: add_one(a = 7 + shift() + { let first = c * 6; first - d }) >> flatten,
                lost_2: pause_5: pause(ms = 3600000)
                    >> if flag() {} else {
                        by_3: match b % 3 {
                            n if n % 3 == 1 => step_4: up_to(a = b),
                            last @ 2..=40 => {},
                            n => late(a = c),
                        },
                    },
            } -> [grid]
            >> repeat(max = usize::from(flag()) + (b % 3).unsigned_abs() as usize, index as b) {
                age(a = c, round = b) -> [a],
            } until(flag())
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p13_resumes() {
    resumes::<P13, p13_changed::P13>("p13", |second| if second { p13(24, vec![vec![88, 80, 40]], &70) } else { p13(66, vec![vec![34, 66, 18], vec![21, 62, 8], vec![69, 27], vec![74, 75]], &60) }, false).await;
}

pipeline! {
    fn p14(ys: &[i64], grid: Vec<Vec<i64>>, c: i64) {
        by_1: if flag() || ys.is_empty() {
            again_2: repeat(max = 3) { zip_up(xs = shuffled(&ys.to_vec())) } until(flag() || c % 4 == 0)
                >> parallel {
                    branch_3: both_4: parallel {
                        mix(a = c),
                        branch_5: total(xs = items()) >> step_6: weave(xs = items()) -> [ys] >> heads,
                        branch_7: blend(d = b),
                    },
                    parallel {
                        blend(c = c, d = c) >> step_8: halves >> heads(grid),
                        branch_9: grow(xs = zs, a = b) -> [ys as f],
                    } -> [zs as g, c as e, f],
                },
        }
            >> try {
                nth(xs = ys, b = c) -> [d as grid]
                    >> late(a = shift() + { let first = grid * 0; first - grid }, c = c),
            } else { {} -> [grid] }
            >> step_10: nth(xs = items(), b = c)
    }
}
mod p14_changed {
    use super::*;
    pipeline! {
    pub(super) fn p14(ys: &[i64], grid: Vec<Vec<i64>>, c: i64) {
        by_1: if flag() || ys.is_empty() {
            again_2: repeat(max = 3) { zip_up(xs = shuffled(&ys.to_vec())) } until(flag() || c % 4 == 0)
                >> parallel {
                    branch_3: both_4: parallel {
                        mix(a = c),
                        branch_5: total(xs = items()) >> step_6: weave(xs = items()) -> [ys] >> heads,
                        branch_7: blend(d = 7 + b),
                    },
                    parallel {
                        blend(c = c, d = c) >> step_8: halves >> heads(grid),
                        branch_9: grow(xs = zs, a = b) -> [ys as f],
                    } -> [zs as g, c as e, f],
                },
        }
            >> try {
                nth(xs = ys, b = c) -> [d as grid]
                    >> late(a = shift() + { let first = grid * 0; first - grid }, c = c),
            } else { {} -> [grid] }
            >> step_10: nth(xs = items(), b = c)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p14_resumes() {
    resumes::<P14, p14_changed::P14>("p14", |second| if second { p14(&[28, 0, 95, 58], vec![vec![89], vec![75, 4, 16], vec![97, 53, 58]], 92) } else { p14(&[58, 93, 35, 37], vec![vec![76, 9], vec![34, 79, 23]], 52) }, false).await;
}

pipeline! {
    fn p15(c: i64) {
        if flag() {
            map((0..3_i64) as e, limit = 3) { up_to(a = shift() + c * c % 1_009 + 8) }
                >> mix(a = shift() + 1, b = c),
        } else if flag() { blend(d = c) >> step_1: late -> [c as ys, a] } else if flag() {}
            >> p13(b = shift() + c + 5, grid = vec![vec![3_i64], vec![]], c = c * c % 1_009 + 6) -> [b as c]
    }
}
mod p15_changed {
    use super::*;
    pipeline! {
    pub(super) fn p15(c: i64) {
        if flag() {
            map((0..3_i64) as e, limit = 3) { up_to(a = shift() + c * c % 1_009 + 8) }
                >> mix(a = shift() + 1, b = c),
        } else if flag() { another_name: blend(d = c) >> step_1: late -> [c as ys, a] } else if flag() {}
            >> p13(b = shift() + c + 5, grid = vec![vec![3_i64], vec![]], c = c * c % 1_009 + 6) -> [b as c]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p15_resumes() {
    resumes::<P15, p15_changed::P15>("p15", |second| if second { p15(11) } else { p15(3) }, false).await;
}

pipeline! {
    fn p16(xs: Vec<i64>, b: i64) -> [b, xs as h] {
        if let [n, m @ ..] = &xs[..] && n % 2 == 0 { step_1: halves(ys = items()) } else if flag() || xs.is_empty() {
            attempt_2: try { half(a = shift() + b * b % 1_009 + 6) } else { {} -> [xs] },
        } else { behead(ys = items()) -> [ys] }
            >> nth(xs = items(), b = { let first = b * 0; first - b })
    }
}
mod p16_changed {
    use super::*;
    pipeline! {
    pub(super) fn p16(xs: Vec<i64>, b: i64) -> [b, xs as h] {
        if let [n, m @ ..] = &xs[..] && n % 2 == 0 { step_1: halves(ys = items()) } else if flag() || xs.is_empty() {
            attempt_2: try { half(a = shift() + b * b % 1_009 + 6) } else { {} -> [xs] },
        } else { behead(ys = items()) -> [ys] }
            >> nth(xs = items(), b = 7 + { let first = b * 0; first - b })
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p16_resumes() {
    resumes::<P16, p16_changed::P16>("p16", |second| if second { p16(vec![33, 90, 97, 44], 31) } else { p16(vec![97, 69, 99, 63], 72) }, false).await;
}

pipeline! {
    fn p17(a: &i64, b: i64) {
        repeat(max = 1, index as b) {
            map((vec![a + 3, a * 2]) as e, limit = 4) {
                try { half(a = a + 3) >> double -> [b as g] >> negate(b) } else {} -> [a]
                    >> {}
                    >> attempt_1: try { half >> p16(xs = items()) -> [b as w, h as u] } else { blend(c = shift() + 0 - b as i64, d = a) -> [a] },
            } -> [a as g],
        } until(a - a < 4)
            >> race {
                lost_2: pause_5: pause(ms = 3600000)
                    >> half
                    >> by_3: match a % 4 {
                        1 | 4 => blend(c = a, d = b)
                            >> {}
                            >> map((g) as b) {
                                zip_up(xs = items(), ys = g)
                                    >> step_4: turn(c = b, d = g.len() as i64) -> [b],
                            } -> [b as d],
                        0 => {} -> [a as g],
                        _ => late(c = b),
                    } -> [a as g],
                racer_6: up_to(a = b + 9),
            } -> [a as zs]
    }
}
mod p17_changed {
    use super::*;
    pipeline! {
    pub(super) fn p17(a: &i64, b: i64) {
        repeat(max = 1, index as b) {
            map((vec![a + 3, a * 2]) as e, limit = 4) {
                try { half(a = a + 3) >> double -> [b as g] >> negate(b) } else {} -> [a]
                    >> {}
                    >> attempt_1: try { half >> p16(xs = items()) -> [b as w, h as u] } else { another_name: blend(c = shift() + 0 - b as i64, d = a) -> [a] },
            } -> [a as g],
        } until(a - a < 4)
            >> race {
                lost_2: pause_5: pause(ms = 3600000)
                    >> half
                    >> by_3: match a % 4 {
                        1 | 4 => blend(c = a, d = b)
                            >> {}
                            >> map((g) as b) {
                                zip_up(xs = items(), ys = g)
                                    >> step_4: turn(c = b, d = g.len() as i64) -> [b],
                            } -> [b as d],
                        0 => {} -> [a as g],
                        _ => late(c = b),
                    } -> [a as g],
                racer_6: up_to(a = b + 9),
            } -> [a as zs]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p17_resumes() {
    resumes::<P17, p17_changed::P17>("p17", |second| if second { p17(&47, 0) } else { p17(&81, 18) }, false).await;
}

pipeline! {
    fn p18(xs: Vec<i64>, b: i64) -> [d, a as xs, b] {
        repeat(max = 2) {
            map((items().iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((b, [a, _]), xs)) {
                match &xs[..] {
                    [e, rest @ ..] => half,
                    [e] => total >> digits(a = c) -> [b],
                    [e, .., m] => {},
                    rest => up_to(a = shift() + rest.iter().map(|item| item % 10).sum::<i64>()) -> [xs]
                        >> add_one
                        >> halves(ys = rest.iter().map(|item| item + 1).collect::<Vec<i64>>()) -> [zs as f, xs],
                }
                    >> first_1: race {
                        racer_2: push -> [xs as w] >> up_to(a = a) -> [xs as d],
                        lost_3: pause_6: pause(ms = 3600000) >> step_4: add_one(a) -> [a as g] >> step_5: grow,
                    },
            }
                >> digits(a = shift() + { let first = b * 2; first - b }),
        } until(flag()) -> [c, c as d]
            >> step_7: turn(b = b, d = shift() + { let first = c * 7; first - d })
    }
}
mod p18_changed {
    use super::*;
    pipeline! {
    pub(super) fn p18(xs: Vec<i64>, b: i64) -> [d, a as xs, b] {
        repeat(max = 2) {
            map((items().iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((b, [a, _]), xs)) {
                match &xs[..] {
                    [e, rest @ ..] => half,
                    [e] => total >> digits(a = 7 + c) -> [b],
                    [e, .., m] => {},
                    rest => up_to(a = shift() + rest.iter().map(|item| item % 10).sum::<i64>()) -> [xs]
                        >> add_one
                        >> halves(ys = rest.iter().map(|item| item + 1).collect::<Vec<i64>>()) -> [zs as f, xs],
                }
                    >> first_1: race {
                        racer_2: push -> [xs as w] >> up_to(a = a) -> [xs as d],
                        lost_3: pause_6: pause(ms = 3600000) >> step_4: add_one(a) -> [a as g] >> step_5: grow,
                    },
            }
                >> digits(a = shift() + { let first = b * 2; first - b }),
        } until(flag()) -> [c, c as d]
            >> step_7: turn(b = b, d = shift() + { let first = c * 7; first - d })
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p18_resumes() {
    resumes::<P18, p18_changed::P18>("p18", |second| if second { p18(vec![8, 7, 52, 93], 44) } else { p18(vec![70, 2, 19], 6) }, false).await;
}

pipeline! {
    fn p19(b: &i64, a: i64, ys: &[i64]) -> [ys as w, b, d as f] {
        grow(xs = ys)
            >> match ys {
                n if n.len() > 1 => {} -> [b as a],
                _ => both_1: parallel {
                    rows(xs = shuffled(&vec![b + 7, b * 2])),
                    map((items()) as a, limit = 4) { grow(xs = shuffled(&ys.to_vec())) } -> [ys as xs],
                    map(ys as e, limit = 2) { double >> {} >> step_2: negate(b = b) },
                } -> [grid as g, c, xs]
                    >> step_3: p13(b = shift() + b + 3, grid = g, c = a),
            } -> [a, b]
            >> turn(b = shift() + b * b % 1_009 + 5, c = a, d = ys.iter().map(|item| item % 10).sum::<i64>())
    }
}
mod p19_changed {
    use super::*;
    pipeline! {
    pub(super) fn p19(b: &i64, a: i64, ys: &[i64]) -> [ys as w, b, d as f] {
        grow(xs = ys)
            >> match ys {
                n if n.len() > 1 => {} -> [b as a],
                _ => both_1: parallel {
                    rows(xs = shuffled(&vec![b + 7, b * 2])),
                    map((items()) as a, limit = 9) { grow(xs = shuffled(&ys.to_vec())) } -> [ys as xs],
                    map(ys as e, limit = 2) { double >> {} >> step_2: negate(b = b) },
                } -> [grid as g, c, xs]
                    >> step_3: p13(b = shift() + b + 3, grid = g, c = a),
            } -> [a, b]
            >> turn(b = shift() + b * b % 1_009 + 5, c = a, d = ys.iter().map(|item| item % 10).sum::<i64>())
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p19_resumes() {
    resumes::<P19, p19_changed::P19>("p19", |second| if second { p19(&85, 90, &[45, 83]) } else { p19(&89, 38, &[33, 23, 6]) }, true).await;
}
