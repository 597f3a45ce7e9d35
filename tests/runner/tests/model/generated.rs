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
                        add_one(a = { let first = b * 1; first - a }) >> negate -> [c],
                    } -> [b as zs, c as h],
                    [] => repeat(max = usize::from(flag()) + (b % 3).unsigned_abs() as usize) {
                        halves(ys = xs),
                    } until(flag() || c % 2 == 1),
                    last => {},
                } -> [xs as b, ys],
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
                    [e, last @ ..] => if flag() { {} -> [ys, ys as g] } else if flag() || last.is_empty() { step_2: mix(a = b, b = shift() + b + 1) } else { mix(a = 7 + shift() + 7, b = e) } -> [ys],
                    [e, .., a] => map((items()) as b, limit = 3) {
                        add_one(a = { let first = b * 1; first - a }) >> negate -> [c],
                    } -> [b as zs, c as h],
                    [] => repeat(max = usize::from(flag()) + (b % 3).unsigned_abs() as usize) {
                        halves(ys = xs),
                    } until(flag() || c % 2 == 1),
                    last => {},
                } -> [xs as b, ys],
            }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p0_resumes() {
    resumes::<P0, p0_changed::P0>("p0", |second| if second { p0(35, &[65, 68]) } else { p0(64, &[65, 25, 88]) }, false).await;
}

pipeline! {
    fn p1(grid: Vec<Vec<i64>>) {
        try {
            again_1: repeat(max = 1, index as round) {
                heads(grid = vec![vec![3], vec![]])
                    >> again_2: repeat(max = 4, index as i) { late(a = shift() + 8) } until(flag() || i > 0) -> [a],
            } until(flag() || c % 2 == 0)
                >> mix(b = a),
        } else { {} -> [grid, grid as f] }
            >> heads -> [zs]
            >> try { halves(ys = items()) >> {} >> half(a = shift() + xs.len() as i64) } else { zip_up(xs = zs, ys = items()) -> [zs] }
    }
}
mod p1_changed {
    use super::*;
    pipeline! {
    pub(super) fn p1(grid: Vec<Vec<i64>>) {
        try {
            again_1: repeat(max = 1, index as round) {
                heads(grid = vec![vec![3], vec![]])
                    >> again_2: repeat(max = 4, index as i) { late(a = shift() + 8) } until(flag() || i > 0) -> [a],
            } until(flag() || c % 2 == 0)
                >> mix(b = a),
        } else { {} -> [grid, grid as f] }
            >> heads -> [zs]
            >> try { another_name: halves(ys = items()) >> {} >> half(a = shift() + xs.len() as i64) } else { zip_up(xs = zs, ys = items()) -> [zs] }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p1_resumes() {
    resumes::<P1, p1_changed::P1>("p1", |second| if second { p1(vec![vec![91, 87, 88], vec![29, 10, 3, 5], vec![81], vec![13, 48]]) } else { p1(vec![]) }, false).await;
}

pipeline! {
    fn p2(grid: &[Vec<i64>], c: &i64, ys: &[i64]) -> [c as a] {
        {
            map((shuffled(&ys.iter().map(|item| item + 9).collect::<Vec<i64>>()).iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (b, e), limit = 2, on_error = collect) {
                up_to(a = ys.iter().map(|item| item % 10).sum::<i64>())
                    >> {
                        attempt_1: try { late(a = e * c % 1_009 + 7, c = c) -> [c, a] } else {
                            half(a = shift() + { let first = e * 4; first - b }) >> step_2: half(a = c),
                        }
                            >> negate,
                    }
                    >> half(a = c),
            } -> [b as result_3]
                >> sift_4: sift(results = result_3, others = result_3),
        }
            >> heads -> [zs, c]
            >> negate(b = c)
            >> turn(b = zs.len() as i64, c, d = c)
            >> {}
            >> step_5: negate(b = shift() + xs.len() as i64) -> [c]
    }
}
mod p2_changed {
    use super::*;
    pipeline! {
    pub(super) fn p2(grid: &[Vec<i64>], c: &i64, ys: &[i64]) -> [c as a] {
        {
            map((shuffled(&ys.iter().map(|item| item + 9).collect::<Vec<i64>>()).iter().map(|item| (item % 10, item + 1)).collect::<Vec<_>>()) as (b, e), limit = 2, on_error = collect) {
                another_name: up_to(a = ys.iter().map(|item| item % 10).sum::<i64>())
                    >> {
                        attempt_1: try { late(a = e * c % 1_009 + 7, c = c) -> [c, a] } else {
                            half(a = shift() + { let first = e * 4; first - b }) >> step_2: half(a = c),
                        }
                            >> negate,
                    }
                    >> half(a = c),
            } -> [b as result_3]
                >> sift_4: sift(results = result_3, others = result_3),
        }
            >> heads -> [zs, c]
            >> negate(b = c)
            >> turn(b = zs.len() as i64, c, d = c)
            >> {}
            >> step_5: negate(b = shift() + xs.len() as i64) -> [c]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p2_resumes() {
    resumes::<P2, p2_changed::P2>("p2", |second| if second { p2(&[vec![15, 47], vec![48, 21]], &56, &[18]) } else { p2(&[vec![95, 38, 75, 75]], &56, &[13, 60, 41, 47]) }, false).await;
}

pipeline! {
    fn p3(ys: Vec<i64>, b: i64, xs: Vec<i64>) {
        repeat(max = usize::from(flag()) + ys.len(), index as round) { total } until(flag())
            >> map(xs as b) {
                repeat(max = 2) {
                    repeat(max = (c % 3).unsigned_abs() as usize) {
                        up_to(a = c) -> [xs] >> add_one(a = b + 7),
                    } until(flag() || a - a < 4)
                        >> double(a = b) -> [b]
                        >> halves(ys),
                } until(flag()) -> [xs, zs],
            } -> [xs as a]
            >> { try { late(a = b, c = b) -> [a as f, c] } else { {} -> [b as e, ys, xs] } }
            >> up_to(a = c)
    }
}
mod p3_changed {
    use super::*;
    pipeline! {
    pub(super) fn p3(ys: Vec<i64>, b: i64, xs: Vec<i64>) {
        repeat(max = usize::from(flag()) + ys.len(), index as round) { total } until(flag())
            >> map(xs as b) {
                repeat(max = 2) {
                    repeat(max = (c % 3).unsigned_abs() as usize) {
                        up_to(a = c) -> [xs] >> add_one(a = b + 7),
                    } until(flag() || a - a < 4)
                        >> double(a = b) -> [b]
                        >> another_name: halves(ys),
                } until(flag()) -> [xs, zs],
            } -> [xs as a]
            >> { try { late(a = b, c = b) -> [a as f, c] } else { {} -> [b as e, ys, xs] } }
            >> up_to(a = c)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p3_resumes() {
    resumes::<P3, p3_changed::P3>("p3", |second| if second { p3(vec![56], 49, vec![35, 46, 19]) } else { p3(vec![], 83, vec![33, 25]) }, false).await;
}

pipeline! {
    fn p4(grid: Vec<Vec<i64>>) -> [xs as ys, h as b] {
        flatten(grid = grid)
            >> zip_up(xs = xs, ys = shuffled(&xs.to_vec())) -> [b, zs]
            >> try {
                map(zs as b, limit = 3) {
                    map(grid as ys) { heads } -> [c]
                        >> half(a = shift() + b + 6)
                        >> if flag() {
                            weave(ys = xs.to_vec(), xs = shuffled(&c.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())),
                        } else if flag() { grow(a = b) -> [ys as c] } -> [c],
                },
            } else { negate(b = b) } -> [grid, grid as h]
    }
}
mod p4_changed {
    use super::*;
    pipeline! {
    pub(super) fn p4(grid: Vec<Vec<i64>>) -> [xs as ys, h as b] {
        flatten(grid = grid)
            >> zip_up(xs = xs, ys = shuffled(&xs.to_vec())) -> [b, zs]
            >> try {
                map(zs as b, limit = 9) {
                    map(grid as ys) { heads } -> [c]
                        >> half(a = shift() + b + 6)
                        >> if flag() {
                            weave(ys = xs.to_vec(), xs = shuffled(&c.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())),
                        } else if flag() { grow(a = b) -> [ys as c] } -> [c],
                },
            } else { negate(b = b) } -> [grid, grid as h]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p4_resumes() {
    resumes::<P4, p4_changed::P4>("p4", |second| if second { p4(vec![]) } else { p4(vec![vec![27, 76]]) }, true).await;
}

pipeline! {
    fn p5(c: i64, b: &i64, grid: Vec<Vec<i64>>) {
        late(a = c) -> [a as w, c]
            >> attempt_1: try { heads >> late(a = shift() + b * w % 1_009 + 5) } else {
                if b % 3 == 0 {} else if flag() {
                    turn(b = b, c = 1, d = c)
                        >> again_2: repeat(max = 1, index as round) { blend } until(flag() || b - a < 2) -> [a],
                } else if w % 3 == 1 { digits(a = w) -> [c as u, b] >> half(a = 0) } else { step_3: negate },
            }
    }
}
mod p5_changed {
    use super::*;
    pipeline! {
    pub(super) fn p5(c: i64, b: &i64, grid: Vec<Vec<i64>>) {
        another_name: late(a = c) -> [a as w, c]
            >> attempt_1: try { heads >> late(a = shift() + b * w % 1_009 + 5) } else {
                if b % 3 == 0 {} else if flag() {
                    turn(b = b, c = 1, d = c)
                        >> again_2: repeat(max = 1, index as round) { blend } until(flag() || b - a < 2) -> [a],
                } else if w % 3 == 1 { digits(a = w) -> [c as u, b] >> half(a = 0) } else { step_3: negate },
            }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p5_resumes() {
    resumes::<P5, p5_changed::P5>("p5", |second| if second { p5(13, &91, vec![]) } else { p5(16, &1, vec![vec![59, 80], vec![37, 3]]) }, false).await;
}

pipeline! {
    fn p6(xs: Vec<i64>) {
        weave(ys = xs)
            >> again_1: repeat(max = 2) {
                {
                    each_2: map((items()) as b, limit = 4, index as i, on_error = collect) {
                        halves(ys = items()),
                    } -> [],
                }
                    >> total -> [c],
            } until(flag()) -> [c as zs]
            >> mix(a = zs, b = zs) -> [d]
            >> total
            >> try { step_3: total(xs = xs) >> group_4: { { behead } } } else { {} -> [xs] }
    }
}
mod p6_changed {
    use super::*;
    pipeline! {
    pub(super) fn p6(xs: Vec<i64>) {
        weave(ys = xs)
            >> again_1: repeat(max = 2) {
                {
                    each_2: map((items()) as b, limit = 4, index as i, on_error = collect) {
                        halves(ys = items()),
                    } -> [],
                }
                    >> total -> [c],
            } until(flag()) -> [c as zs]
            >> mix(a = zs, b = zs) -> [d]
            >> total
            >> try { step_3: total(xs = xs) >> group_4: { { another_name: behead } } } else { {} -> [xs] }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p6_resumes() {
    resumes::<P6, p6_changed::P6>("p6", |second| if second { p6(vec![33, 36, 70]) } else { p6(vec![36]) }, false).await;
}

pipeline! {
    fn p7(b: i64, c: &i64) -> [b] {
        late(a = c, c = c)
            >> mix(a = a)
            >> try {
                half(a = b)
                    >> {}
                    >> {
                        step_1: half(a = shift() + 3)
                            >> repeat(max = usize::from(flag()) + 3, index as round) {
                                late >> mix -> [d],
                            } until(flag() || b % 4 == 0),
                    } -> [d as e],
            } else {
                map((shuffled(&vec![c + 4, b * 2])) as e, index as round) {
                    age >> try { step_2: age >> half -> [b] } else { step_3: half -> [b] },
                } -> [b as h]
                    >> push(xs = items(), a = shift() + { let first = c * 5; first - a }),
            }
            >> each_4: map((shuffled(&vec![c + 7, d * 2])) as e) { mix } -> [d as f]
    }
}
mod p7_changed {
    use super::*;
    pipeline! {
    pub(super) fn p7(b: i64, c: &i64) -> [b] {
        late(a = c, c = c)
            >> mix(a = 7 + a)
            >> try {
                half(a = b)
                    >> {}
                    >> {
                        step_1: half(a = shift() + 3)
                            >> repeat(max = usize::from(flag()) + 3, index as round) {
                                late >> mix -> [d],
                            } until(flag() || b % 4 == 0),
                    } -> [d as e],
            } else {
                map((shuffled(&vec![c + 4, b * 2])) as e, index as round) {
                    age >> try { step_2: age >> half -> [b] } else { step_3: half -> [b] },
                } -> [b as h]
                    >> push(xs = items(), a = shift() + { let first = c * 5; first - a }),
            }
            >> each_4: map((shuffled(&vec![c + 7, d * 2])) as e) { mix } -> [d as f]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p7_resumes() {
    resumes::<P7, p7_changed::P7>("p7", |second| if second { p7(45, &69) } else { p7(62, &56) }, false).await;
}

pipeline! {
    fn p8(xs: &[i64], grid: Vec<Vec<i64>>) -> [a as w] {
        halves(ys = items())
            >> attempt_1: try {
                behead(ys = shuffled(&xs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>()))
                    >> try {
                        step_2: late(a = shift() + ys.iter().map(|item| item % 10).sum::<i64>(), c = 7)
                            >> {
                                map(ys as e, limit = ys.len() + 1, on_error = collect) {
                                    blend(c = a, d = xs.iter().map(|item| item % 10).sum::<i64>()),
                                } -> [a as result_3]
                                    >> sift_4: sift(results = result_3, others = result_3),
                            },
                    } else { {} -> [xs, xs as ys] }
                    >> heads -> [c as grid],
            } else { weave(ys = zs) } -> [xs as a]
    }
}
mod p8_changed {
    use super::*;
    pipeline! {
    pub(super) fn p8(xs: &[i64], grid: Vec<Vec<i64>>) -> [a as w] {
        halves(ys = items())
            >> attempt_1: try {
                behead(ys = shuffled(&xs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>()))
                    >> try {
                        step_2: late(a = shift() + ys.iter().map(|item| item % 10).sum::<i64>(), c = 7)
                            >> {
                                map(ys as e, limit = ys.len() + 1, on_error = collect) {
                                    blend(c = a, d = xs.iter().map(|item| item % 10).sum::<i64>()),
                                } -> [a as result_3]
                                    >> sift_4: sift(results = result_3, others = result_3),
                            },
                    } else { {} -> [xs, xs as ys] }
                    >> another_name: heads -> [c as grid],
            } else { weave(ys = zs) } -> [xs as a]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p8_resumes() {
    resumes::<P8, p8_changed::P8>("p8", |second| if second { p8(&[], vec![vec![30, 70], vec![18, 48, 68], vec![56]]) } else { p8(&[15, 92], vec![vec![64, 52], vec![8, 98, 9, 46], vec![13, 17, 88, 2]]) }, false).await;
}

pipeline! {
    fn p9(c: i64, xs: Vec<i64>) {
        nth(xs = xs, b = c)
            >> both_1: parallel {
                blend(c, d = shift() + c + 9) >> late(a = shift() + c + 8) -> [c as w],
                rows(xs = shuffled(&xs.iter().map(|item| item + 2).collect::<Vec<i64>>()), b = shift() + c + 9),
            }
            >> heads(grid = grid)
            >> negate(b = c * d % 1_009 + 4)
    }
}
mod p9_changed {
    use super::*;
    pipeline! {
    pub(super) fn p9(c: i64, xs: Vec<i64>) {
        nth(xs = xs, b = c)
            >> both_1: parallel {
                blend(c, d = shift() + c + 9) >> late(a = shift() + c + 8) -> [c as w],
                rows(xs = shuffled(&xs.iter().map(|item| item + 2).collect::<Vec<i64>>()), b = shift() + c + 9),
            }
            >> heads(grid = grid)
            >> another_name: negate(b = c * d % 1_009 + 4)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p9_resumes() {
    resumes::<P9, p9_changed::P9>("p9", |second| if second { p9(68, vec![86, 6, 96]) } else { p9(89, vec![92, 88]) }, false).await;
}

pipeline! {
    fn p10(b: i64, grid: Vec<Vec<i64>>) -> [h] {
        repeat(max = 3, index as round) {
            try {
                p9(c = shift() + b * b % 1_009 + 1, xs = vec![b + 7, b * 2])
                    >> by_1: if b % 2 == 0 { {} -> [c] } else if flag() { late(a = b) } else { double(a = c) } -> [c as d, b as h, c as w],
            } else {
                if flag() || b % 3 == 1 { age(a = shift() + 3, round) } else if b - b < 3 { step_2: half(a = b) -> [b] },
            }
                >> try {
                    try {
                        half(a = shift() + { let first = b * 4; first - b })
                            >> behead(ys = vec![4, 5]) -> [ys as c],
                    } else {}
                        >> again_3: repeat(max = 2, index as b) { half(a = shift() + 6) } until(flag()),
                } else {
                    map(grid as e) { stamp(xs = vec![b + 9, b * 2]) -> [xs] }
                        >> flatten(grid = vec![vec![0], vec![]])
                        >> double(a = b),
                } -> [b as h],
        } until(flag() || b % 4 == 0)
    }
}
mod p10_changed {
    use super::*;
    pipeline! {
    pub(super) fn p10(b: i64, grid: Vec<Vec<i64>>) -> [h] {
        repeat(max = 3, index as round) {
            try {
                p9(c = shift() + b * b % 1_009 + 1, xs = vec![b + 7, b * 2])
                    >> by_1: if b % 2 == 0 { {} -> [c] } else if flag() { late(a = b) } else { double(a = c) } -> [c as d, b as h, c as w],
            } else {
                if flag() || b % 3 == 1 { age(a = shift() + 3, round) } else if b - b < 3 { step_2: half(a = b) -> [b] },
            }
                >> try {
                    try {
                        half(a = shift() + { let first = b * 4; first - b })
                            >> behead(ys = vec![4, 5]) -> [ys as c],
                    } else {}
                        >> again_3: repeat(max = 2, index as b) { half(a = shift() + 6) } until(flag()),
                } else {
                    map(grid as e, limit = 9) { stamp(xs = vec![b + 9, b * 2]) -> [xs] }
                        >> flatten(grid = vec![vec![0], vec![]])
                        >> double(a = b),
                } -> [b as h],
        } until(flag() || b % 4 == 0)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p10_resumes() {
    resumes::<P10, p10_changed::P10>("p10", |second| if second { p10(86, vec![vec![]]) } else { p10(12, vec![vec![31, 62, 29, 16], vec![95], vec![], vec![]]) }, true).await;
}

pipeline! {
    fn p11(xs: Vec<i64>, b: &i64, a: &i64) {
        if let Some(n) = xs.first() {} else if flag() || b % 4 == 0 { {} -> [xs as g] } else if let [e, a @ ..] = &xs[..] && e % 2 == 0 { {} -> [xs] } else { {} -> [xs as grid] }
            >> match &xs[..] {
                [a, e @ ..] => group_1: { step_2: blend(c = a, d = a) >> {} >> up_to } -> [xs, a],
                [] => mix(b = 9),
                e if e.len() > 2 => try {
                    by_3: match &e[..] {
                        m if m.len() > 2 => {} -> [xs as u, xs],
                        [e, m @ ..] => late(a = m.len() as i64, c = shift() + xs.len() as i64) >> nth(b = c),
                        [e, .., xs] => step_4: late(c = shift() + 0),
                        m => {},
                    } -> [a as b, xs]
                        >> {
                            map(xs as a, on_error = collect) {
                                weave(ys = items(), xs = xs)
                                    >> behead(ys = e.iter().rev().chain(e.iter()).take(5).copied().collect::<Vec<i64>>()),
                            } -> [],
                        },
                } else { push },
                e => add_one -> [a]
                    >> parallel {
                        double(a = shift() + e.len() as i64),
                        branch_5: add_one >> total(xs = xs),
                    },
            }
            >> negate
    }
}
mod p11_changed {
    use super::*;
    pipeline! {
    pub(super) fn p11(xs: Vec<i64>, b: &i64, a: &i64) {
        if let Some(n) = xs.first() {} else if flag() || b % 4 == 0 { {} -> [xs as g] } else if let [e, a @ ..] = &xs[..] && e % 2 == 0 { {} -> [xs] } else { {} -> [xs as grid] }
            >> match &xs[..] {
                [a, e @ ..] => group_1: { step_2: blend(c = a, d = a) >> {} >> up_to } -> [xs, a],
                [] => mix(b = 9),
                e if e.len() > 2 => try {
                    by_3: match &e[..] {
                        m if m.len() > 2 => {} -> [xs as u, xs],
                        [e, m @ ..] => late(a = m.len() as i64, c = shift() + xs.len() as i64) >> nth(b = c),
                        [e, .., xs] => step_4: late(c = shift() + 0),
                        m => {},
                    } -> [a as b, xs]
                        >> {
                            map(xs as a, limit = 9, on_error = collect) {
                                weave(ys = items(), xs = xs)
                                    >> behead(ys = e.iter().rev().chain(e.iter()).take(5).copied().collect::<Vec<i64>>()),
                            } -> [],
                        },
                } else { push },
                e => add_one -> [a]
                    >> parallel {
                        double(a = shift() + e.len() as i64),
                        branch_5: add_one >> total(xs = xs),
                    },
            }
            >> negate
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p11_resumes() {
    resumes::<P11, p11_changed::P11>("p11", |second| if second { p11(vec![], &66, &52) } else { p11(vec![12, 90, 17, 24], &39, &23) }, true).await;
}

pipeline! {
    fn p12(ys: Vec<i64>) -> [a as c, b as zs, ys as u, d, a] {
        match ys {
            xs if xs.len() > 1 => parallel {
                branch_1: zip_up(xs = vec![1, 2]) -> [b, zs],
                zip_up(ys = xs)
                    >> {}
                    >> try { digits(a = shift() + b + 2) >> late(a = shift() + c + 8) >> half } else { nth } -> [b as u, b as a],
                branch_2: repeat(max = 4) { weave } until(flag() || xs.is_empty()) -> [ys],
            }
                >> {}
                >> step_3: late(c = b) -> [c]
                >> turn(d = b),
            _ => {},
        }
            >> halves(ys)
            >> {
                map(xs as e, index as round, on_error = collect) { double(a = e) } -> [b as result_4]
                    >> sift_5: sift(results = result_4, others = result_4),
            }
            >> step_6: halves
            >> step_7: turn(b = c, c = 0, d = shift() + zs.iter().map(|item| item % 10).sum::<i64>())
    }
}
mod p12_changed {
    use super::*;
    pipeline! {
    pub(super) fn p12(ys: Vec<i64>) -> [a as c, b as zs, ys as u, d, a] {
        match ys {
            xs if xs.len() > 1 => parallel {
                branch_1: zip_up(xs = vec![1, 2]) -> [b, zs],
                zip_up(ys = xs)
                    >> {}
                    >> try { digits(a = shift() + b + 2) >> late(a = shift() + c + 8) >> half } else { nth } -> [b as u, b as a],
                branch_2: repeat(max = 4) { another_name: weave } until(flag() || xs.is_empty()) -> [ys],
            }
                >> {}
                >> step_3: late(c = b) -> [c]
                >> turn(d = b),
            _ => {},
        }
            >> halves(ys)
            >> {
                map(xs as e, index as round, on_error = collect) { double(a = e) } -> [b as result_4]
                    >> sift_5: sift(results = result_4, others = result_4),
            }
            >> step_6: halves
            >> step_7: turn(b = c, c = 0, d = shift() + zs.iter().map(|item| item % 10).sum::<i64>())
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p12_resumes() {
    resumes::<P12, p12_changed::P12>("p12", |second| if second { p12(vec![9, 92, 39]) } else { p12(vec![8, 80]) }, false).await;
}

pipeline! {
    fn p13(ys: Vec<i64>, grid: Vec<Vec<i64>>) -> [ys, d as a] {
        p9(c = shift() + 6, xs = ys.to_vec())
            >> rows(xs = ys, b = shift() + c * c % 1_009 + 7) -> [grid]
            >> by_1: if flag() { p9(xs = vec![0, 1]) -> [c] }
            >> grow(xs = vec![0, 1], a = shift() + c + 2)
            >> mix(a = c, b = shift() + { let first = c * 3; first - c }) -> [d]
    }
}
mod p13_changed {
    use super::*;
    pipeline! {
    pub(super) fn p13(ys: Vec<i64>, grid: Vec<Vec<i64>>) -> [ys, d as a] {
        p9(c = shift() + 6, xs = ys.to_vec())
            >> rows(xs = ys, b = shift() + c * c % 1_009 + 7) -> [grid]
            >> by_1: if flag() { p9(xs = vec![0, 1]) -> [c] }
            >> grow(xs = vec![0, 1], a = shift() + c + 2)
            >> mix(a = 7 + c, b = shift() + { let first = c * 3; first - c }) -> [d]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p13_resumes() {
    resumes::<P13, p13_changed::P13>("p13", |second| if second { p13(vec![47, 75], vec![vec![28, 21, 71, 60], vec![3, 78], vec![22, 38], vec![35, 48]]) } else { p13(vec![59], vec![vec![13], vec![], vec![77, 89]]) }, false).await;
}

pipeline! {
    fn p14(grid: Vec<Vec<i64>>, xs: Vec<i64>, b: i64) -> [ys, xs] {
        again_1: repeat(max = 2) { push(xs, a = shift() + 7) -> [xs as g] } until(g.len() + 1 > xs.len() && g.len() < 4) -> [g as d]
            >> group_2: {
                try {
                    nth >> behead(ys = shuffled(&xs.iter().map(|item| item + 2).collect::<Vec<i64>>())),
                } else {
                    map(xs as b, limit = 4) {
                        total(xs = shuffled(&d.iter().rev().chain(d.iter()).take(5).copied().collect::<Vec<i64>>()))
                            >> late(a = c),
                    }
                        >> parallel {
                            branch_3: double(a = b),
                            branch_4: add_one(a = b) -> [a] >> p9(c = a) -> [c] >> flatten(grid = grid),
                        } -> [xs],
                }
                    >> heads(grid = grid) -> [c as grid],
            }
            >> step_5: double(a = xs.iter().map(|item| item % 10).sum::<i64>()) -> [b as ys]
    }
}
mod p14_changed {
    use super::*;
    pipeline! {
    pub(super) fn p14(grid: Vec<Vec<i64>>, xs: Vec<i64>, b: i64) -> [ys, xs] {
        again_1: repeat(max = 2) { push(xs, a = shift() + 7) -> [xs as g] } until(g.len() + 1 > xs.len() && g.len() < 4) -> [g as d]
            >> group_2: {
                try {
                    nth >> behead(ys = shuffled(&xs.iter().map(|item| item + 2).collect::<Vec<i64>>())),
                } else {
                    map(xs as b, limit = 4) {
                        total(xs = shuffled(&d.iter().rev().chain(d.iter()).take(5).copied().collect::<Vec<i64>>()))
                            >> late(a = c),
                    }
                        >> parallel {
                            branch_3: double(a = b),
                            branch_4: add_one(a = 7 + b) -> [a] >> p9(c = a) -> [c] >> flatten(grid = grid),
                        } -> [xs],
                }
                    >> heads(grid = grid) -> [c as grid],
            }
            >> step_5: double(a = xs.iter().map(|item| item % 10).sum::<i64>()) -> [b as ys]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p14_resumes() {
    resumes::<P14, p14_changed::P14>("p14", |second| if second { p14(vec![vec![21, 13, 58, 93], vec![]], vec![64], 96) } else { p14(vec![vec![43, 52, 20, 48], vec![52, 19, 18]], vec![7, 25, 42], 19) }, false).await;
}

pipeline! {
    fn p15(xs: &[i64], ys: Vec<i64>, grid: Vec<Vec<i64>>) {
        flatten
            >> by_1: match &grid[..] {
                [rest, m @ ..] => zip_up >> half(a = shift() + zs.len() as i64),
                [] => total >> {} >> blend(d = shift() + xs.iter().map(|item| item % 10).sum::<i64>()),
                m if m.len() > 2 => attempt_2: try {
                    weave
                        >> by_3: if !xs.is_empty() && let Some(first) = xs.iter().min() { {} -> [ys] } else if false { behead }
                        >> flatten,
                } else { total(xs = ys.to_vec()) }
                    >> repeat(max = 3) {
                        heads -> [zs, c as a]
                            >> {}
                            >> if flag() { double(a) } else { digits >> step_4: up_to(a = 1) } -> [m],
                    } until(ys.len() + 1 > zs.len() && ys.len() < 3),
                _ => {} -> [xs as ys],
            }
            >> heads
            >> nth(b = c + 6)
    }
}
mod p15_changed {
    use super::*;
    pipeline! {
    pub(super) fn p15(xs: &[i64], ys: Vec<i64>, grid: Vec<Vec<i64>>) {
        flatten
            >> by_1: match &grid[..] {
                [rest, m @ ..] => zip_up >> half(a = shift() + zs.len() as i64),
                [] => total >> {} >> blend(d = shift() + xs.iter().map(|item| item % 10).sum::<i64>()),
                m if m.len() > 2 => attempt_2: try {
                    weave
                        >> by_3: if !xs.is_empty() && let Some(first) = xs.iter().min() { {} -> [ys] } else if false { another_name: behead }
                        >> flatten,
                } else { total(xs = ys.to_vec()) }
                    >> repeat(max = 3) {
                        heads -> [zs, c as a]
                            >> {}
                            >> if flag() { double(a) } else { digits >> step_4: up_to(a = 1) } -> [m],
                    } until(ys.len() + 1 > zs.len() && ys.len() < 3),
                _ => {} -> [xs as ys],
            }
            >> heads
            >> nth(b = c + 6)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p15_resumes() {
    resumes::<P15, p15_changed::P15>("p15", |second| if second { p15(&[], vec![78, 73], vec![]) } else { p15(&[92, 93], vec![81, 27], vec![vec![24], vec![38, 43, 31]]) }, false).await;
}

pipeline! {
    fn p16(b: i64, c: &i64) -> [b, u as c] {
        late(a = c) -> [c, a as u]
            >> mix(a = u)
            >> repeat(max = usize::from(flag()) + 1, index as round) {
                map((shuffled(&vec![b + 4, d * 2])) as b) {
                    parallel {
                        branch_1: age(a = u) >> add_one(a = shift() + 3 - round as i64) >> step_2: age -> [a as grid],
                        branch_3: negate(b = d),
                    } -> [grid as u],
                } -> [u as f],
            } until(f.len() + 1 > f.len() && f.len() < 4) -> [f]
            >> try { step_4: zip_up(xs = f, ys = items()) >> half(a = d) } else {
                match u {
                    1 | 4 => {},
                    _ => map(f as b) { add_one(a = shift() + b * d % 1_009 + 1) },
                }
                    >> digits(a = d) -> [c],
            }
    }
}
mod p16_changed {
    use super::*;
    pipeline! {
    pub(super) fn p16(b: i64, c: &i64) -> [b, u as c] {
        late(a = c) -> [c, a as u]
            >> mix(a = u)
            >> repeat(max = usize::from(flag()) + 1, index as round) {
                map((shuffled(&vec![b + 4, d * 2])) as b) {
                    parallel {
                        branch_1: age(a = u) >> add_one(a = shift() + 3 - round as i64) >> step_2: age -> [a as grid],
                        branch_3: negate(b = d),
                    } -> [grid as u],
                } -> [u as f],
            } until(f.len() + 1 > f.len() && f.len() < 4) -> [f]
            >> try { step_4: zip_up(xs = f, ys = items()) >> half(a = d) } else {
                match u {
                    1 | 4 => {},
                    _ => map(f as b) { another_name: add_one(a = shift() + b * d % 1_009 + 1) },
                }
                    >> digits(a = d) -> [c],
            }
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p16_resumes() {
    resumes::<P16, p16_changed::P16>("p16", |second| if second { p16(64, &68) } else { p16(21, &23) }, false).await;
}

pipeline! {
    fn p17(a: &i64, xs: Vec<i64>) {
        map(xs as e) { zip_up(ys = vec![a + 8, a * 2]) }
            >> repeat(max = 2) {
                try {
                    half(a) -> [b as w]
                        >> repeat(max = 3, index as round) {
                            stamp(round = usize::from(flag()) + xs.len())
                                >> late(a, c = shift() + xs.len() as i64)
                                >> step_1: late(a = c, c = w),
                        } until(flag() || b.len() + 1 > xs.len() && b.len() < 4) -> [c, a as zs],
                } else {
                    negate(b = a) -> [c as ys]
                        >> flatten(grid = zs) -> [xs as h]
                        >> match (a % 2 == 0, a % 3) {
                            (true, 0) => {},
                            (_, m) if m > 0 => {},
                            (true, m) => double,
                            _ => {},
                        } -> [ys as a, zs],
                } -> [xs, a],
            } until(flag()) -> [a as grid, xs as g]
            >> heads(grid = vec![vec![6], vec![]])
            >> again_2: repeat(max = usize::from(flag()) + 1, index as round) {
                map(xs as a) {
                    { p9(xs = b) -> [c] }
                        >> weave(ys = shuffled(&xs.iter().rev().chain(g.iter()).take(5).copied().collect::<Vec<i64>>())),
                },
            } until(flag() || c % 3 == 1)
    }
}
mod p17_changed {
    use super::*;
    pipeline! {
    pub(super) fn p17(a: &i64, xs: Vec<i64>) {
        map(xs as e) { zip_up(ys = vec![a + 8, a * 2]) }
            >> repeat(max = 2) {
                try {
                    half(a) -> [b as w]
                        >> repeat(max = 3, index as round) {
                            stamp(round = usize::from(flag()) + xs.len())
                                >> late(a, c = shift() + xs.len() as i64)
                                >> step_1: late(a = c, c = 7 + w),
                        } until(flag() || b.len() + 1 > xs.len() && b.len() < 4) -> [c, a as zs],
                } else {
                    negate(b = a) -> [c as ys]
                        >> flatten(grid = zs) -> [xs as h]
                        >> match (a % 2 == 0, a % 3) {
                            (true, 0) => {},
                            (_, m) if m > 0 => {},
                            (true, m) => double,
                            _ => {},
                        } -> [ys as a, zs],
                } -> [xs, a],
            } until(flag()) -> [a as grid, xs as g]
            >> heads(grid = vec![vec![6], vec![]])
            >> again_2: repeat(max = usize::from(flag()) + 1, index as round) {
                map(xs as a) {
                    { p9(xs = b) -> [c] }
                        >> weave(ys = shuffled(&xs.iter().rev().chain(g.iter()).take(5).copied().collect::<Vec<i64>>())),
                },
            } until(flag() || c % 3 == 1)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p17_resumes() {
    resumes::<P17, p17_changed::P17>("p17", |second| if second { p17(&13, vec![86, 58, 13]) } else { p17(&62, vec![]) }, false).await;
}

pipeline! {
    fn p18(c: i64, a: i64, ys: Vec<i64>) {
        negate(b = a) -> [c as b]
            >> repeat(max = 4) { turn(c = b, d = shift() + { let first = c * 1; first - b }) } until(b - c < 4) -> [a, c, b]
            >> zip_up(xs = vec![4, 5], ys = shuffled(&vec![8, 9]))
            >> again_1: repeat(max = 3, index as round) { p9(xs = zs) -> [c] } until(flag())
            >> p9(xs = ys)
    }
}
mod p18_changed {
    use super::*;
    pipeline! {
    pub(super) fn p18(c: i64, a: i64, ys: Vec<i64>) {
        negate(b = a) -> [c as b]
            >> repeat(max = 4) { turn(c = b, d = shift() + { let first = c * 1; first - b }) } until(b - c < 4) -> [a, c, b]
            >> zip_up(xs = vec![4, 5], ys = shuffled(&vec![8, 9]))
            >> again_1: repeat(max = 3, index as round) { p9(xs = zs) -> [c] } until(flag())
            >> another_name: p9(xs = ys)
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p18_resumes() {
    resumes::<P18, p18_changed::P18>("p18", |second| if second { p18(17, 74, vec![51, 93]) } else { p18(11, 54, vec![71, 48, 56]) }, false).await;
}

pipeline! {
    fn p19(xs: Vec<i64>) -> [xs as b, c, g as e] {
        total(xs = vec![8, 9])
            >> halves(ys = items()) -> [xs, zs as g]
            >> nth(xs = shuffled(&vec![c + 4, c * 2]), b = shift() + xs.len() as i64) -> [d]
            >> if flag() { late(a = d, c = c) } -> [g, c, xs]
    }
}
mod p19_changed {
    use super::*;
    pipeline! {
    pub(super) fn p19(xs: Vec<i64>) -> [xs as b, c, g as e] {
        total(xs = vec![8, 9])
            >> halves(ys = items()) -> [xs, zs as g]
            >> nth(xs = shuffled(&vec![c + 4, c * 2]), b = shift() + xs.len() as i64) -> [d]
            >> if flag() { late(a = 7 + d, c = c) } -> [g, c, xs]
    }
}
}
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn p19_resumes() {
    resumes::<P19, p19_changed::P19>("p19", |second| if second { p19(vec![]) } else { p19(vec![81, 58, 11]) }, false).await;
}
