// Written by model.py from the seed 7; not to be edited.
use super::{environment::*, resumes, tasks::*};
use runnable::prelude::*;

pipeline! {
    fn p0(b: i64, xs: &[i64]) {
        step_1: halves(ys = xs) -> [xs]
            >> blend(c = b, d = b) -> [a as c]
            >> weave(ys = shuffled(&vec![5, 6]), xs = shuffled(&xs.to_vec()))
            >> total
            >> {
                match &xs[..] {
                    [e, last @ ..] => if flag() { {} -> [ys, ys as g] } else if flag() || last.is_empty() { step_2: mix(a = b, b = shift() + b + 1) } else { mix(a = shift() + 7, b = e) } -> [ys],
                    [e, .., a] => map((items()) as b, limit = 3) {
                        turn(b = shift() + xs.iter().map(|item| item % 10).sum::<i64>(), d = c)
                            >> negate -> [c],
                    } -> [b as grid, c as g],
                    [] => late(a = c, c = shift() + xs.len() as i64),
                    last => nth(b = b),
                },
            }
    }
}
mod p0_changed {
    use super::*;
    pipeline! {
    pub(super) fn p0(b: i64, xs: &[i64]) {
        step_1: halves(ys = xs) -> [xs]
            >> blend(c = b, d = b) -> [a as c]
            >> weave(ys = shuffled(&vec![5, 6]), xs = shuffled(&xs.to_vec()))
            >> total
            >> {
                match &xs[..] {
                    [e, last @ ..] => if flag() { {} -> [ys, ys as g] } else if flag() || last.is_empty() { step_2: mix(a = b, b = shift() + b + 1) } else { mix(a = shift() + 7, b = e) } -> [ys],
                    [e, .., a] => map((items()) as b, limit = 3) {
                        turn(b = shift() + xs.iter().map(|item| item % 10).sum::<i64>(), d = c)
                            >> negate -> [c],
                    } -> [b as grid, c as g],
                    [] => late(a = 7 + c, c = shift() + xs.len() as i64),
                    last => nth(b = b),
                },
            }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p0_resumes() {
    resumes::<P0, p0_changed::P0>("p0", |second| if second { p0(77, &[25, 88, 35]) } else { p0(56, &[78, 64]) }, false).await;
}

pipeline! {
    fn p1(xs: Vec<i64>, ys: Vec<i64>, b: i64) {
        try {
            again_1: repeat(max = 1, index as round) {
                blend(c = b, d = b)
                    >> try { weave(ys) >> grow(xs = items(), a) } else { {} -> [ys] } -> [xs, ys],
            } until(b - a < 4)
                >> {}
                >> halves,
        } else {
            repeat(max = 2, index as round) { zip_up(xs = xs, ys = xs) -> [zs, b] } until(flag()),
        }
            >> both_2: parallel {
                blend(c = shift() + { let first = b * 9; first - b }, d = zs.iter().map(|item| item % 10).sum::<i64>()) -> [a],
                repeat(max = (b % 3).unsigned_abs() as usize, index as i) {
                    negate
                        >> match c % 2 {
                            rest @ 2..=40 => mix(a = c, b = shift() + c * c % 1_009 + 0)
                                >> late(a = rest)
                                >> {}
                                >> age(round = i) -> [a],
                            0 => double(a = c),
                            1 | 2 => {},
                            _ => behead(ys = zs),
                        }
                        >> repeat(max = ys.len()) {
                            negate(b = b) >> weave(xs = shuffled(&vec![c + 6, c * 2])),
                        } until(flag()) -> [ys, ys as w],
                } until(flag()) -> [ys, ys as grid],
                branch_3: map(ys as b, limit = 1) { rows } -> [b as n_4, b as h],
            } -> [h, ys as xs, n_4 as zs, a as f, grid as g]
            >> blend(c = b, d = shift() + f + 2)
    }
}
mod p1_changed {
    use super::*;
    pipeline! {
    pub(super) fn p1(xs: Vec<i64>, ys: Vec<i64>, b: i64) {
        try {
            again_1: repeat(max = 1, index as round) {
                blend(c = b, d = b)
                    >> try { weave(ys) >> grow(xs = items(), a) } else { {} -> [ys] } -> [xs, ys],
            } until(b - a < 4)
                >> {}
                >> halves,
        } else {
            repeat(max = 2, index as round) { zip_up(xs = xs, ys = xs) -> [zs, b] } until(flag()),
        }
            >> both_2: parallel {
                blend(c = shift() + { let first = b * 9; first - b }, d = zs.iter().map(|item| item % 10).sum::<i64>()) -> [a],
                repeat(max = (b % 3).unsigned_abs() as usize, index as i) {
                    negate
                        >> match c % 2 {
                            rest @ 2..=40 => mix(a = c, b = shift() + c * c % 1_009 + 0)
                                >> late(a = rest)
                                >> {}
                                >> age(round = i) -> [a],
                            0 => double(a = c),
                            1 | 2 => {},
                            _ => behead(ys = zs),
                        }
                        >> repeat(max = ys.len()) {
                            negate(b = b) >> weave(xs = shuffled(&vec![c + 6, c * 2])),
                        } until(flag()) -> [ys, ys as w],
                } until(flag()) -> [ys, ys as grid],
                branch_3: map(ys as b, limit = 9) { rows } -> [b as n_4, b as h],
            } -> [h, ys as xs, n_4 as zs, a as f, grid as g]
            >> blend(c = b, d = shift() + f + 2)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p1_resumes() {
    resumes::<P1, p1_changed::P1>("p1", |second| if second { p1(vec![42, 56], vec![13], 0) } else { p1(vec![95, 59, 4], vec![85, 92], 48) }, true).await;
}

pipeline! {
    fn p2(ys: Vec<i64>, a: &i64, b: i64) {
        add_one(a = a)
            >> try {
                step_1: add_one
                    >> map(ys as b, limit = ys.len() + 1) { step_2: zip_up(xs = items()) } -> [ys as f, zs as u],
            } else { step_3: digits -> [b, c] >> step_4: double }
            >> if let [m, xs @ ..] = &ys[..] && m % 2 == 0 {
                repeat(max = usize::from(flag()) + ys.len()) {
                    weave
                        >> repeat(max = xs.len(), index as round) {
                            push(a = m) >> double -> [b as c] >> digits(a = b),
                        } until(b % 2 == 0),
                } until(flag()),
            } -> [b as g, b]
    }
}
mod p2_changed {
    use super::*;
    pipeline! {
    pub(super) fn p2(ys: Vec<i64>, a: &i64, b: i64) {
        add_one(a = a)
            >> try {
                step_1: add_one
                    >> map(ys as b, limit = ys.len() + 1) { step_2: zip_up(xs = items()) } -> [ys as f, zs as u],
            } else { step_3: digits -> [b, c] >> step_4: double }
            >> if let [m, xs @ ..] = &ys[..] && m % 2 == 0 {
                repeat(max = usize::from(flag()) + ys.len()) {
                    weave
                        >> repeat(max = xs.len(), index as round) {
                            push(a = m) >> double -> [b as c] >> another_name: digits(a = b),
                        } until(b % 2 == 0),
                } until(flag()),
            } -> [b as g, b]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p2_resumes() {
    resumes::<P2, p2_changed::P2>("p2", |second| if second { p2(vec![], &92, 61) } else { p2(vec![], &38, 80) }, false).await;
}

pipeline! {
    fn p3(xs: Vec<i64>) {
        weave(ys = shuffled(&xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()))
            >> both_1: parallel {
                try { behead(ys) -> [ys as xs] >> total(xs) -> [c] } else { {} -> [xs] },
                branch_2: weave(xs)
                    >> zip_up(xs = items())
                    >> again_3: repeat(max = usize::from(flag()) + 1, index as i) {
                        by_4: if flag() { negate >> stamp(round = usize::from(flag()) + i + 1) } else if !zs.is_empty() && let Some(a) = zs.iter().min() {
                            step_5: stamp(round = i),
                        } else if i > 2 {
                            step_6: rows >> late(a = shift() + b * b % 1_009 + 2, c = b) -> [c as e, a],
                        }
                            >> map((0..3_i64) as a, limit = 4) {
                                digits(a = a)
                                    >> age(round = usize::from(flag()) + (b % 3).unsigned_abs() as usize)
                                    >> step_7: age(round = i),
                            }
                            >> grow(xs = a, a = b),
                    } until(a.len() + 1 > xs.len() && a.len() < 3),
            } -> [ys as a]
            >> total
            >> behead(ys = a) -> [ys]
    }
}
mod p3_changed {
    use super::*;
    pipeline! {
    pub(super) fn p3(xs: Vec<i64>) {
        weave(ys = shuffled(&xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()))
            >> both_1: parallel {
                try { behead(ys) -> [ys as xs] >> total(xs) -> [c] } else { {} -> [xs] },
                branch_2: weave(xs)
                    >> zip_up(xs = items())
                    >> again_3: repeat(max = usize::from(flag()) + 1, index as i) {
                        by_4: if flag() { negate >> stamp(round = usize::from(flag()) + i + 1) } else if !zs.is_empty() && let Some(a) = zs.iter().min() {
                            step_5: stamp(round = i),
                        } else if i > 2 {
                            step_6: rows >> late(a = shift() + b * b % 1_009 + 2, c = b) -> [c as e, a],
                        }
                            >> map((0..3_i64) as a, limit = 4) {
                                digits(a = a)
                                    >> age(round = usize::from(flag()) + (b % 3).unsigned_abs() as usize)
                                    >> step_7: age(round = i),
                            }
                            >> grow(xs = a, a = 7 + b),
                    } until(a.len() + 1 > xs.len() && a.len() < 3),
            } -> [ys as a]
            >> total
            >> behead(ys = a) -> [ys]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p3_resumes() {
    resumes::<P3, p3_changed::P3>("p3", |second| if second { p3(vec![17]) } else { p3(vec![15, 33, 53]) }, false).await;
}

pipeline! {
    fn p4(ys: &[i64], b: i64) {
        try {
            attempt_1: try {
                repeat(max = ys.len()) {
                    total(xs = ys)
                        >> late(a = shift() + c * b % 1_009 + 9, c = shift() + ys.iter().map(|item| item % 10).sum::<i64>()),
                } until(flag())
                    >> map((vec![9, 10].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., e]), xs)) {
                        blend(d = b) -> [a],
                    } -> [a as zs]
                    >> late(a),
            } else {} -> [ys as a]
                >> if flag() || a.is_empty() {} else if flag() || b % 2 == 1 { parallel { halves, branch_2: half(a = b), behead } } else {
                    again_3: repeat(max = 1, index as i) {
                        weave(ys = a, xs = shuffled(&vec![b + 4, b * 2])),
                    } until(b - b < 3),
                },
        } else {
            try { half(a = b) -> [b] } else {
                map(ys as e, limit = 3) {
                    turn(c = e, d = b * e % 1_009 + 9) >> double >> digits(a = shift() + a + 8),
                } -> [b as f, c, a as zs, b as e],
            },
        }
            >> by_4: if flag() {} else {
                match b {
                    a @ 2..=40 => {},
                    first => if first % 4 == 1 {} else if let [first, last @ ..] = &ys[..] && first % 2 == 0 {
                        step_5: double(a = first),
                    } else { up_to(a = first) -> [xs] >> halves(ys) },
                } -> [ys as a],
            }
            >> blend(c = shift() + ys.len() as i64, d = b)
    }
}
mod p4_changed {
    use super::*;
    pipeline! {
    pub(super) fn p4(ys: &[i64], b: i64) {
        try {
            attempt_1: try {
                repeat(max = ys.len()) {
                    total(xs = ys)
                        >> late(a = shift() + c * b % 1_009 + 9, c = shift() + ys.iter().map(|item| item % 10).sum::<i64>()),
                } until(flag())
                    >> map((vec![9, 10].iter().map(|item| ((item % 10, [*item, 3]), vec![*item, 1])).collect::<Vec<_>>()) as ((_, [.., e]), xs)) {
                        blend(d = b) -> [a],
                    } -> [a as zs]
                    >> late(a),
            } else {} -> [ys as a]
                >> if flag() || a.is_empty() {} else if flag() || b % 2 == 1 { parallel { halves, branch_2: half(a = b), behead } } else {
                    again_3: repeat(max = 1, index as i) {
                        weave(ys = a, xs = shuffled(&vec![b + 4, b * 2])),
                    } until(b - b < 3),
                },
        } else {
            try { half(a = b) -> [b] } else {
                map(ys as e, limit = 3) {
                    turn(c = e, d = b * e % 1_009 + 9) >> double >> digits(a = shift() + a + 8),
                } -> [b as f, c, a as zs, b as e],
            },
        }
            >> by_4: if flag() {} else {
                match b {
                    a @ 2..=40 => {},
                    first => if first % 4 == 1 {} else if let [first, last @ ..] = &ys[..] && first % 2 == 0 {
                        step_5: double(a = first),
                    } else { up_to(a = first) -> [xs] >> halves(ys) },
                } -> [ys as a],
            }
            >> blend(c = shift() + ys.len() as i64, d = 7 + b)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p4_resumes() {
    resumes::<P4, p4_changed::P4>("p4", |second| if second { p4(&[86], 94) } else { p4(&[], 24) }, false).await;
}

pipeline! {
    fn p5(ys: &[i64], b: i64) {
        up_to(a = shift() + 0) -> [xs]
            >> match ys {
                b if b.len() > 1 => {},
                _ => add_one(a = shift() + { let first = b * 8; first - b }) -> [a as f],
            }
            >> negate(b)
            >> again_1: repeat(max = usize::from(flag()) + (c % 3).unsigned_abs() as usize) { late(a = 9) } until(b - b < 3) -> [a, c]
    }
}
mod p5_changed {
    use super::*;
    pipeline! {
    pub(super) fn p5(ys: &[i64], b: i64) {
        up_to(a = shift() + 0) -> [xs]
            >> match ys {
                b if b.len() > 1 => {},
                _ => add_one(a = 7 + shift() + { let first = b * 8; first - b }) -> [a as f],
            }
            >> negate(b)
            >> again_1: repeat(max = usize::from(flag()) + (c % 3).unsigned_abs() as usize) { late(a = 9) } until(b - b < 3) -> [a, c]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p5_resumes() {
    resumes::<P5, p5_changed::P5>("p5", |second| if second { p5(&[42, 0], 98) } else { p5(&[2, 43, 29], 69) }, false).await;
}

pipeline! {
    fn p6(c: i64, grid: Vec<Vec<i64>>) -> [d, a] {
        both_1: parallel {
            repeat(max = usize::from(flag()) + 3, index as round) {
                each_2: map(grid as xs) {
                    turn(b = shift() + xs.len() as i64, c = c, d = c)
                        >> age(round = round)
                        >> weave(ys = shuffled(&xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())),
                }
                    >> up_to(a = shift() + 6) -> [xs]
                    >> step_3: double(a = shift() + c + 2) -> [b as xs],
            } until(c % 2 == 1) -> [xs as a, c as h],
            add_one(a = c) -> [a as b],
            branch_4: group_5: { half(a = c) >> group_6: { flatten >> nth(xs = xs, b = c) } -> [d, grid as e] },
        } -> [h, b, e, a, d]
            >> again_7: repeat(max = 3) { negate >> {} >> add_one } until(flag() || a % 2 == 0)
    }
}
mod p6_changed {
    use super::*;
    pipeline! {
    pub(super) fn p6(c: i64, grid: Vec<Vec<i64>>) -> [d, a] {
        both_1: parallel {
            repeat(max = usize::from(flag()) + 3, index as round) {
                each_2: map(grid as xs) {
                    turn(b = shift() + xs.len() as i64, c = 7 + c, d = c)
                        >> age(round = round)
                        >> weave(ys = shuffled(&xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())),
                }
                    >> up_to(a = shift() + 6) -> [xs]
                    >> step_3: double(a = shift() + c + 2) -> [b as xs],
            } until(c % 2 == 1) -> [xs as a, c as h],
            add_one(a = c) -> [a as b],
            branch_4: group_5: { half(a = c) >> group_6: { flatten >> nth(xs = xs, b = c) } -> [d, grid as e] },
        } -> [h, b, e, a, d]
            >> again_7: repeat(max = 3) { negate >> {} >> add_one } until(flag() || a % 2 == 0)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p6_resumes() {
    resumes::<P6, p6_changed::P6>("p6", |second| if second { p6(45, vec![vec![], vec![], vec![], vec![]]) } else { p6(72, vec![vec![39]]) }, false).await;
}

pipeline! {
    fn p7(ys: Vec<i64>, c: i64, grid: &[Vec<i64>]) {
        attempt_1: try {
            by_2: match ys.last().copied() {
                None => map((shuffled(&ys.to_vec())) as a, limit = ys.len() + 1, index as i) {
                    stamp(xs = ys, round = i),
                },
                _ => {} -> [ys],
            }
                >> by_3: match c {
                    xs @ 2..=40 => blend(d = c) -> [a]
                        >> nth(xs = ys, b = shift() + ys.iter().map(|item| item % 10).sum::<i64>()),
                    0 => push(xs = ys, a = shift() + c + 5),
                    1 | 4 => parallel {
                        branch_4: flatten(grid = grid) -> [xs],
                        branch_5: step_6: nth(xs = items(), b = c),
                    },
                    _ => {},
                },
        } else { halves } -> [c as ys]
    }
}
mod p7_changed {
    use super::*;
    pipeline! {
    pub(super) fn p7(ys: Vec<i64>, c: i64, grid: &[Vec<i64>]) {
        attempt_1: try {
            by_2: match ys.last().copied() {
                None => map((shuffled(&ys.to_vec())) as a, limit = ys.len() + 1, index as i) {
                    stamp(xs = ys, round = i),
                },
                _ => {} -> [ys],
            }
                >> by_3: match c {
                    xs @ 2..=40 => blend(d = c) -> [a]
                        >> another_name: nth(xs = ys, b = shift() + ys.iter().map(|item| item % 10).sum::<i64>()),
                    0 => push(xs = ys, a = shift() + c + 5),
                    1 | 4 => parallel {
                        branch_4: flatten(grid = grid) -> [xs],
                        branch_5: step_6: nth(xs = items(), b = c),
                    },
                    _ => {},
                },
        } else { halves } -> [c as ys]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p7_resumes() {
    resumes::<P7, p7_changed::P7>("p7", |second| if second { p7(vec![], 67, &[]) } else { p7(vec![41, 27, 54, 39], 22, &[vec![74, 23, 25], vec![23, 74, 19, 9]]) }, false).await;
}

pipeline! {
    fn p8(grid: Vec<Vec<i64>>, a: &i64, b: i64) -> [a, f] {
        blend(c = shift() + a * b % 1_009 + 8, d = a)
            >> both_1: parallel {
                branch_2: again_3: repeat(max = (a % 3).unsigned_abs() as usize) {
                    each_4: map((shuffled(&vec![6, 7])) as b, index as i) {
                        add_one
                            >> turn(b, c = a, d = a * b % 1_009 + 5) -> [d as h, a, b as xs]
                            >> step_5: add_one,
                    } -> [a as f]
                        >> repeat(max = 4) { flatten } until(flag()) -> [b as w]
                        >> by_6: if flag() {
                            zip_up(xs = items(), ys = f.to_vec())
                                >> blend(c = shift() + zs.len() as i64, d = b) -> [a as ys]
                                >> late(c = w + 3),
                        },
                } until(f.is_empty()) -> [a],
                branch_7: map((vec![7, 8]) as b, limit = 4) {
                    attempt_8: try { late(c = a) } else { p5(ys = items()) },
                } -> [c, c as f],
            }
    }
}
mod p8_changed {
    use super::*;
    pipeline! {
    pub(super) fn p8(grid: Vec<Vec<i64>>, a: &i64, b: i64) -> [a, f] {
        blend(c = shift() + a * b % 1_009 + 8, d = a)
            >> both_1: parallel {
                branch_2: again_3: repeat(max = (a % 3).unsigned_abs() as usize) {
                    each_4: map((shuffled(&vec![6, 7])) as b, index as i) {
                        add_one
                            >> turn(b, c = a, d = a * b % 1_009 + 5) -> [d as h, a, b as xs]
                            >> step_5: add_one,
                    } -> [a as f]
                        >> repeat(max = 4) { flatten } until(flag()) -> [b as w]
                        >> by_6: if flag() {
                            zip_up(xs = items(), ys = f.to_vec())
                                >> another_name: blend(c = shift() + zs.len() as i64, d = b) -> [a as ys]
                                >> late(c = w + 3),
                        },
                } until(f.is_empty()) -> [a],
                branch_7: map((vec![7, 8]) as b, limit = 4) {
                    attempt_8: try { late(c = a) } else { p5(ys = items()) },
                } -> [c, c as f],
            }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p8_resumes() {
    resumes::<P8, p8_changed::P8>("p8", |second| if second { p8(vec![], &88, 21) } else { p8(vec![vec![90, 24, 0]], &35, 67) }, false).await;
}

pipeline! {
    fn p9(grid: Vec<Vec<i64>>, xs: Vec<i64>, ys: Vec<i64>) {
        try { behead } else {
            total(xs = xs)
                >> again_1: repeat(max = 2) {
                    attempt_2: try { behead(ys = items()) -> [ys] >> step_3: behead } else { total >> heads -> [c] }
                        >> repeat(max = usize::from(flag()) + ys.len(), index as i) {
                            age(a = shift() + 3, round = usize::from(flag()) + i + 1)
                                >> stamp(xs = xs, round = usize::from(flag()) + (c % 3).unsigned_abs() as usize),
                        } until(flag()) -> [xs]
                        >> total(xs = ys),
                } until(c % 4 == 0)
                >> heads(grid = grid),
        } -> [ys, ys as u]
    }
}
mod p9_changed {
    use super::*;
    pipeline! {
    pub(super) fn p9(grid: Vec<Vec<i64>>, xs: Vec<i64>, ys: Vec<i64>) {
        try { behead } else {
            total(xs = xs)
                >> again_1: repeat(max = 2) {
                    attempt_2: try { behead(ys = items()) -> [ys] >> step_3: behead } else { total >> heads -> [c] }
                        >> repeat(max = usize::from(flag()) + ys.len(), index as i) {
                            age(a = 7 + shift() + 3, round = usize::from(flag()) + i + 1)
                                >> stamp(xs = xs, round = usize::from(flag()) + (c % 3).unsigned_abs() as usize),
                        } until(flag()) -> [xs]
                        >> total(xs = ys),
                } until(c % 4 == 0)
                >> heads(grid = grid),
        } -> [ys, ys as u]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p9_resumes() {
    resumes::<P9, p9_changed::P9>("p9", |second| if second { p9(vec![vec![22, 56, 14, 93], vec![87, 81]], vec![85, 55], vec![17, 63]) } else { p9(vec![vec![62]], vec![67, 36], vec![69, 1, 92, 75]) }, false).await;
}

pipeline! {
    fn p10(ys: Vec<i64>) -> [ys as e, c] {
        total(xs = ys.iter().map(|item| item + 6).collect::<Vec<i64>>())
            >> match (c % 2 == 0, c % 3) {
                (true, b) => add_one(a = shift() + ys.iter().map(|item| item % 10).sum::<i64>()),
                _ => step_1: add_one(a = c),
            }
            >> push(xs = ys, a = { let first = c * 8; first - a })
            >> if flag() || ys.is_empty() { step_2: add_one -> [a] } else {
                step_3: total
                    >> each_4: map(xs as a, index as round) { { stamp >> {} >> up_to } } -> [xs as d]
                    >> if flag() || a % 4 == 0 {
                        repeat(max = 3) {
                            blend(d = c) -> [a as c]
                                >> double -> [b]
                                >> push(xs = xs.to_vec(), a = shift() + { let first = b * 5; first - b }) -> [xs],
                        } until(ys.len() + 1 > xs.len() && ys.len() < 2) -> [d, xs as a],
                    } else {
                        by_5: match &xs[..] {
                            [a] => {} -> [ys as u],
                            [a, n @ ..] => {},
                            [] => {} -> [ys],
                            _ => {},
                        }
                            >> map((items()) as e) { turn(b = c, d = c) } -> [b, d as g, xs as zs, a as grid, e, b as w],
                    } -> [c],
            } -> [a, ys, c]
    }
}
mod p10_changed {
    use super::*;
    pipeline! {
    pub(super) fn p10(ys: Vec<i64>) -> [ys as e, c] {
        total(xs = ys.iter().map(|item| item + 6).collect::<Vec<i64>>())
            >> match (c % 2 == 0, c % 3) {
                (true, b) => add_one(a = shift() + ys.iter().map(|item| item % 10).sum::<i64>()),
                _ => step_1: add_one(a = c),
            }
            >> push(xs = ys, a = { let first = c * 8; first - a })
            >> if flag() || ys.is_empty() { step_2: add_one -> [a] } else {
                step_3: total
                    >> each_4: map(xs as a, index as round) { { stamp >> {} >> up_to } } -> [xs as d]
                    >> if flag() || a % 4 == 0 {
                        repeat(max = 3) {
                            blend(d = c) -> [a as c]
                                >> double -> [b]
                                >> push(xs = xs.to_vec(), a = 7 + shift() + { let first = b * 5; first - b }) -> [xs],
                        } until(ys.len() + 1 > xs.len() && ys.len() < 2) -> [d, xs as a],
                    } else {
                        by_5: match &xs[..] {
                            [a] => {} -> [ys as u],
                            [a, n @ ..] => {},
                            [] => {} -> [ys],
                            _ => {},
                        }
                            >> map((items()) as e) { turn(b = c, d = c) } -> [b, d as g, xs as zs, a as grid, e, b as w],
                    } -> [c],
            } -> [a, ys, c]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p10_resumes() {
    resumes::<P10, p10_changed::P10>("p10", |second| if second { p10(vec![3, 61, 63, 9]) } else { p10(vec![72, 7, 99]) }, false).await;
}

pipeline! {
    fn p11(a: i64) -> [a] {
        match a % 4 {
            0 => double(a = shift() + a * a % 1_009 + 2),
            last if last - a < 4 => { half(a = 3) },
            1 | 4 => map((shuffled(&vec![a + 8, a * 2])) as a) {
                group_1: { digits >> mix(a = shift() + c * a % 1_009 + 4) >> add_one(a = d) },
            } -> [a as ys],
            last => {},
        }
    }
}
mod p11_changed {
    use super::*;
    pipeline! {
    pub(super) fn p11(a: i64) -> [a] {
        match a % 4 {
            0 => double(a = shift() + a * a % 1_009 + 2),
            last if last - a < 4 => { half(a = 3) },
            1 | 4 => map((shuffled(&vec![a + 8, a * 2])) as a, limit = 9) {
                group_1: { digits >> mix(a = shift() + c * a % 1_009 + 4) >> add_one(a = d) },
            } -> [a as ys],
            last => {},
        }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p11_resumes() {
    resumes::<P11, p11_changed::P11>("p11", |second| if second { p11(25) } else { p11(2) }, true).await;
}

pipeline! {
    fn p12(grid: Vec<Vec<i64>>, xs: Vec<i64>, a: i64) {
        again_1: repeat(max = 2) {
            step_2: flatten(grid = vec![vec![5], vec![]])
                >> step_3: push(xs = xs, a = 3)
                >> repeat(max = 4) {
                    attempt_4: try {
                        weave(ys = xs) -> [ys as e]
                            >> nth(xs = items(), b = shift() + xs.len() as i64) -> [d]
                            >> behead(ys = vec![d + 2, a * 2]) -> [ys as zs],
                    } else { step_5: weave(ys = xs) >> halves(ys = ys) } -> [zs],
                } until(flag()),
        } until(flag()) -> [zs as d]
            >> p11(a = shift() + d.iter().map(|item| item % 10).sum::<i64>()) -> [a as e]
    }
}
mod p12_changed {
    use super::*;
    pipeline! {
    pub(super) fn p12(grid: Vec<Vec<i64>>, xs: Vec<i64>, a: i64) {
        again_1: repeat(max = 2) {
            step_2: flatten(grid = vec![vec![5], vec![]])
                >> step_3: push(xs = xs, a = 7 + 3)
                >> repeat(max = 4) {
                    attempt_4: try {
                        weave(ys = xs) -> [ys as e]
                            >> nth(xs = items(), b = shift() + xs.len() as i64) -> [d]
                            >> behead(ys = vec![d + 2, a * 2]) -> [ys as zs],
                    } else { step_5: weave(ys = xs) >> halves(ys = ys) } -> [zs],
                } until(flag()),
        } until(flag()) -> [zs as d]
            >> p11(a = shift() + d.iter().map(|item| item % 10).sum::<i64>()) -> [a as e]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p12_resumes() {
    resumes::<P12, p12_changed::P12>("p12", |second| if second { p12(vec![vec![9, 71, 92], vec![20, 38], vec![0], vec![84, 76]], vec![29, 86], 84) } else { p12(vec![vec![87, 98], vec![13], vec![14, 78, 18]], vec![], 1) }, false).await;
}

pipeline! {
    fn p13(ys: Vec<i64>) -> [ys, zs, ys as e] {
        both_1: parallel {
            branch_2: behead(ys = shuffled(&ys.iter().map(|item| item + 8).collect::<Vec<i64>>())) -> [ys],
            total(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) -> [c]
                >> repeat(max = usize::from(flag()) + (c % 3).unsigned_abs() as usize) {
                    match ys {
                        b if b.len() > 1 => digits(a = c) -> [c, b as grid] >> p5(b = c),
                        b => total(xs = b),
                    }
                        >> weave(xs = ys)
                        >> repeat(max = usize::from(flag()) + 1, index as round) {
                            double(a = c) -> [b as f] >> age(a = c, round = round) >> step_3: age -> [a],
                        } until(flag()),
                } until(flag())
                >> grow(xs = ys) -> [ys as zs],
        }
    }
}
mod p13_changed {
    use super::*;
    pipeline! {
    pub(super) fn p13(ys: Vec<i64>) -> [ys, zs, ys as e] {
        both_1: parallel {
            branch_2: another_name: behead(ys = shuffled(&ys.iter().map(|item| item + 8).collect::<Vec<i64>>())) -> [ys],
            total(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) -> [c]
                >> repeat(max = usize::from(flag()) + (c % 3).unsigned_abs() as usize) {
                    match ys {
                        b if b.len() > 1 => digits(a = c) -> [c, b as grid] >> p5(b = c),
                        b => total(xs = b),
                    }
                        >> weave(xs = ys)
                        >> repeat(max = usize::from(flag()) + 1, index as round) {
                            double(a = c) -> [b as f] >> age(a = c, round = round) >> step_3: age -> [a],
                        } until(flag()),
                } until(flag())
                >> grow(xs = ys) -> [ys as zs],
        }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p13_resumes() {
    resumes::<P13, p13_changed::P13>("p13", |second| if second { p13(vec![49, 72]) } else { p13(vec![25, 89, 60, 93]) }, false).await;
}

pipeline! {
    fn p14(ys: &[i64], grid: &[Vec<i64>], c: i64) -> [ys as c, grid as xs, d as g] {
        turn(b = c, d = c) -> [a, b, d]
            >> blend(c = shift() + b + 4) -> [a]
            >> rows(xs = items(), b = shift() + ys.iter().map(|item| item % 10).sum::<i64>())
    }
}
mod p14_changed {
    use super::*;
    pipeline! {
    pub(super) fn p14(ys: &[i64], grid: &[Vec<i64>], c: i64) -> [ys as c, grid as xs, d as g] {
        turn(b = c, d = c) -> [a, b, d]
            >> blend(c = shift() + b + 4) -> [a]
            >> another_name: rows(xs = items(), b = shift() + ys.iter().map(|item| item % 10).sum::<i64>())
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p14_resumes() {
    resumes::<P14, p14_changed::P14>("p14", |second| if second { p14(&[85, 40], &[vec![43, 32, 46, 94], vec![]], 37) } else { p14(&[55, 38, 28], &[vec![21]], 99) }, false).await;
}

pipeline! {
    fn p15(ys: &[i64], grid: Vec<Vec<i64>>) -> [b] {
        p5(ys = items(), b = shift() + 2) -> [a, c]
            >> try {
                if let Some(e) = ys.first() { {} -> [ys] } else if let Some(last) = ys.first() { {} -> [a] } else {
                    try {
                        grow(xs = shuffled(&vec![c + 9, c * 2]), a = shift() + ys.iter().map(|item| item % 10).sum::<i64>())
                            >> nth(xs = ys, b = shift() + 1) -> [d]
                            >> half -> [b],
                    } else { step_1: half -> [b] >> up_to >> total }
                        >> behead,
                }
                    >> step_2: behead,
            } else { add_one }
            >> {
                map(ys as e, limit = 4) {
                    add_one(a = shift() + e * e % 1_009 + 8)
                        >> grow(xs = ys, a = e) -> [ys as b]
                        >> halves(ys = vec![c + 7, c * 2]) -> [xs as ys, zs as a],
                } -> [a as b],
            }
    }
}
mod p15_changed {
    use super::*;
    pipeline! {
    pub(super) fn p15(ys: &[i64], grid: Vec<Vec<i64>>) -> [b] {
        p5(ys = items(), b = shift() + 2) -> [a, c]
            >> try {
                if let Some(e) = ys.first() { {} -> [ys] } else if let Some(last) = ys.first() { {} -> [a] } else {
                    try {
                        grow(xs = shuffled(&vec![c + 9, c * 2]), a = shift() + ys.iter().map(|item| item % 10).sum::<i64>())
                            >> nth(xs = ys, b = 7 + shift() + 1) -> [d]
                            >> half -> [b],
                    } else { step_1: half -> [b] >> up_to >> total }
                        >> behead,
                }
                    >> step_2: behead,
            } else { add_one }
            >> {
                map(ys as e, limit = 4) {
                    add_one(a = shift() + e * e % 1_009 + 8)
                        >> grow(xs = ys, a = e) -> [ys as b]
                        >> halves(ys = vec![c + 7, c * 2]) -> [xs as ys, zs as a],
                } -> [a as b],
            }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p15_resumes() {
    resumes::<P15, p15_changed::P15>("p15", |second| if second { p15(&[], vec![vec![18, 87, 32]]) } else { p15(&[51, 11, 66], vec![vec![63, 55]]) }, false).await;
}

pipeline! {
    fn p16(a: &i64) {
        group_1: {
            parallel {
                branch_2: again_3: repeat(max = usize::from(flag()) + (a % 3).unsigned_abs() as usize, index as round) {
                    turn(b = a, c = a, d = a),
                } until(flag())
                    >> repeat(max = usize::from(flag()) + 2) { add_one >> up_to } until(a % 3 == 1)
                    >> {}
                    >> weave(ys = xs, xs = xs),
                late(c = shift() + a + 7) -> [c] >> half,
            }
                >> turn(c = shift() + ys.len() as i64, d = a) -> [b as g, d as f, a],
        }
            >> repeat(max = usize::from(flag()) + (f % 3).unsigned_abs() as usize) {
                blend(c = shift() + 9, d = shift() + a * g % 1_009 + 9),
            } until(a % 2 == 1)
            >> late(a, c = f)
            >> p11
    }
}
mod p16_changed {
    use super::*;
    pipeline! {
    pub(super) fn p16(a: &i64) {
        group_1: {
            parallel {
                branch_2: again_3: repeat(max = usize::from(flag()) + (a % 3).unsigned_abs() as usize, index as round) {
                    turn(b = a, c = a, d = a),
                } until(flag())
                    >> repeat(max = usize::from(flag()) + 2) { add_one >> up_to } until(a % 3 == 1)
                    >> {}
                    >> weave(ys = xs, xs = xs),
                late(c = shift() + a + 7) -> [c] >> half,
            }
                >> turn(c = shift() + ys.len() as i64, d = a) -> [b as g, d as f, a],
        }
            >> repeat(max = usize::from(flag()) + (f % 3).unsigned_abs() as usize) {
                another_name: blend(c = shift() + 9, d = shift() + a * g % 1_009 + 9),
            } until(a % 2 == 1)
            >> late(a, c = f)
            >> p11
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p16_resumes() {
    resumes::<P16, p16_changed::P16>("p16", |second| if second { p16(&13) } else { p16(&3) }, false).await;
}

pipeline! {
    fn p17(a: &i64) -> [grid as u] {
        try {
            late(c = shift() + a * a % 1_009 + 6)
                >> if flag() { group_1: { blend(d = c) >> double(a = shift() + a + 4) } } else { step_2: late(c) >> { up_to(a = c * c % 1_009 + 3) >> {} >> halves(ys = xs) } },
        } else {}
            >> map((0..3_i64) as a, limit = 4) {
                try {
                    match (a % 2 == 0, a % 3) {
                        (true, m) => {},
                        (_, m) if m > 0 => {},
                        _ => step_3: negate(b = shift() + { let first = a * 5; first - a })
                            >> half(a = shift() + c + 0) -> [b as d],
                    }
                        >> if flag() {
                            p11 >> late(a = a, c = shift() + { let first = a * 8; first - a }),
                        } else { step_4: half },
                } else {},
            } -> [a as grid]
    }
}
mod p17_changed {
    use super::*;
    pipeline! {
    pub(super) fn p17(a: &i64) -> [grid as u] {
        try {
            late(c = shift() + a * a % 1_009 + 6)
                >> if flag() { group_1: { blend(d = c) >> double(a = shift() + a + 4) } } else {
                    step_2: late(c)
                        >> { another_name: up_to(a = c * c % 1_009 + 3) >> {} >> halves(ys = xs) },
                },
        } else {}
            >> map((0..3_i64) as a, limit = 4) {
                try {
                    match (a % 2 == 0, a % 3) {
                        (true, m) => {},
                        (_, m) if m > 0 => {},
                        _ => step_3: negate(b = shift() + { let first = a * 5; first - a })
                            >> half(a = shift() + c + 0) -> [b as d],
                    }
                        >> if flag() {
                            p11 >> late(a = a, c = shift() + { let first = a * 8; first - a }),
                        } else { step_4: half },
                } else {},
            } -> [a as grid]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p17_resumes() {
    resumes::<P17, p17_changed::P17>("p17", |second| if second { p17(&51) } else { p17(&45) }, false).await;
}

pipeline! {
    fn p18(b: i64, ys: Vec<i64>) {
        mix(a = b, b = b)
            >> match &ys[..] {
                [xs] => step_1: rows(xs = ys),
                [xs, last @ ..] => try {
                    late(a = d, c = shift() + last.len() as i64)
                        >> behead(ys = shuffled(&last.iter().map(|item| item + 6).collect::<Vec<i64>>())),
                } else { {} -> [b as u] }
                    >> grow(xs = last.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), a = shift() + last.iter().map(|item| item % 10).sum::<i64>()) -> [ys],
                [xs, .., b] => if flag() || b % 2 == 1 {} else {
                    digits(a = xs)
                        >> if flag() || ys.len() + 1 > ys.len() && ys.len() < 3 { halves } -> [b as c],
                } -> [b as g]
                    >> rows(xs = ys, b = ys.len() as i64)
                    >> nth(xs = items(), b = shift() + { let first = b * 8; first - xs }) -> [d],
                last => {},
            }
    }
}
mod p18_changed {
    use super::*;
    pipeline! {
    pub(super) fn p18(b: i64, ys: Vec<i64>) {
        mix(a = b, b = b)
            >> match &ys[..] {
                [xs] => step_1: rows(xs = ys),
                [xs, last @ ..] => try {
                    late(a = d, c = shift() + last.len() as i64)
                        >> behead(ys = shuffled(&last.iter().map(|item| item + 6).collect::<Vec<i64>>())),
                } else { {} -> [b as u] }
                    >> grow(xs = last.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), a = shift() + last.iter().map(|item| item % 10).sum::<i64>()) -> [ys],
                [xs, .., b] => if flag() || b % 2 == 1 {} else {
                    digits(a = xs)
                        >> if flag() || ys.len() + 1 > ys.len() && ys.len() < 3 { halves } -> [b as c],
                } -> [b as g]
                    >> rows(xs = ys, b = 7 + ys.len() as i64)
                    >> nth(xs = items(), b = shift() + { let first = b * 8; first - xs }) -> [d],
                last => {},
            }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p18_resumes() {
    resumes::<P18, p18_changed::P18>("p18", |second| if second { p18(75, vec![57, 56]) } else { p18(75, vec![6, 99, 32, 3]) }, false).await;
}

pipeline! {
    fn p19(grid: Vec<Vec<i64>>) -> [b as ys, b] {
        p14(ys = items(), c = shift() + 9)
            >> by_1: match &c[..] {
                [rest, n @ ..] => {} -> [n, c],
                [rest, .., m] => p11(a = g),
                n if n.len() > 2 => turn(b = g, c = shift() + 9, d = shift() + g * g % 1_009 + 7),
                n => digits(a = g),
            } -> [xs as a]
            >> turn(b = shift() + g * g % 1_009 + 8, c = g, d = g)
            >> repeat(max = 2) {
                step_2: zip_up(xs = c.iter().rev().chain(c.iter()).take(5).copied().collect::<Vec<i64>>(), ys = shuffled(&c.to_vec()))
                    >> mix(a = shift() + 0),
            } until(a % 3 == 1)
            >> digits(a = g)
    }
}
mod p19_changed {
    use super::*;
    pipeline! {
    pub(super) fn p19(grid: Vec<Vec<i64>>) -> [b as ys, b] {
        p14(ys = items(), c = shift() + 9)
            >> by_1: match &c[..] {
                [rest, n @ ..] => {} -> [n, c],
                [rest, .., m] => another_name: p11(a = g),
                n if n.len() > 2 => turn(b = g, c = shift() + 9, d = shift() + g * g % 1_009 + 7),
                n => digits(a = g),
            } -> [xs as a]
            >> turn(b = shift() + g * g % 1_009 + 8, c = g, d = g)
            >> repeat(max = 2) {
                step_2: zip_up(xs = c.iter().rev().chain(c.iter()).take(5).copied().collect::<Vec<i64>>(), ys = shuffled(&c.to_vec()))
                    >> mix(a = shift() + 0),
            } until(a % 3 == 1)
            >> digits(a = g)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p19_resumes() {
    resumes::<P19, p19_changed::P19>("p19", |second| if second { p19(vec![]) } else { p19(vec![]) }, false).await;
}
