//! Written by generate.py from the seed 20261; not to be edited.
//!
//! In 200 pipelines: 494 -> [..], 344 a(x = expr), 532 a(x = y), 62 a(x), 486 as, 93 group, 116 labelled, 74 limit, 179 map, 78 nesting 0, 47 nesting 1, 18 nesting 2, 57 nesting 3, 81 parallel, 26 pass-through, 928 step, 126 step name, 115 sub-pipeline, 73 unlabelled.
use super::tasks::*;
use runnable::prelude::*;

pipeline! {
    fn p0(grid: Vec<Vec<i64>>, b: i64) {
        map(grid as e) {
            parallel {
                total(xs = e),
                branch_1: mix(a = b) >> zip_up(xs = e, ys = e) -> [b, zs as f],
                branch_2: blend(c = b + 4, d = { let first = b * 1; first - b }) >> digits(a) -> [b as h, c as xs],
            },
        } -> [b as u, h, xs, f as d, c]
    }
}
#[tokio::test]
async fn p0_gives() {
    check!(p0(vec![vec![5, 15, 18, 9]], 20), P0Output { u: vec![8], h: vec![2], xs: vec![4], d: vec![vec![15, 45, 54, 27]], c: vec![47] }, 5);
}

pipeline! {
    fn p1(b: i64) -> [b, u as g, d] {
        p0(grid = vec![vec![4], vec![]])
            >> step_1: p0(grid = vec![xs.to_vec(), vec![5]], b = b) -> [xs, c, h, d as ys, u as w]
            >> grow(xs = vec![2, 3], a = b + 5)
            >> turn(b, c = b, d = b) -> [b, d, a as u]
    }
}
#[tokio::test]
async fn p1_gives() {
    check!(p1(72), P1Output { b: 144, g: 144, d: 144 }, 22);
}

pipeline! {
    fn p2(c: &i64, xs: &[i64]) {
        blend(d = c + 5)
            >> turn(b = c, c = a, d = xs.iter().map(|item| item % 10).sum::<i64>()) -> [d, b, a as xs]
    }
}
#[tokio::test]
async fn p2_gives() {
    check!(p2(&80, &[62, 76]), P2Output { d: 88, b: 9670, xs: 9742 }, 2);
}

pipeline! {
    fn p3(xs: Vec<i64>, ys: Vec<i64>) {
        group_1: {
            total
                >> map((vec![c + 5, c * 2]) as e) {
                    map(xs as b) { zip_up >> p2(xs) >> step_2: halves -> [zs, xs] } -> [xs as zs, b],
                }
                >> zip_up(xs = xs),
        }
            >> zip_up(xs = xs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>())
    }
}
#[tokio::test]
async fn p3_gives() {
    check!(p3(vec![38, 61, 25, 14], vec![77]), P3Output { zs: vec![168], b: 6 }, 35);
}

pipeline! {
    fn p4(grid: &[Vec<i64>], c: i64, a: &i64) -> [a as b, grid, u] {
        up_to(a = { let first = c * 2; first - a }) >> p0(b = a) >> {} >> blend(c = a, d = h.len() as i64)
    }
}
#[tokio::test]
async fn p4_gives() {
    check!(p4(&[vec![66, 8, 24, 15]], 55, &97), P4Output { b: 92, grid: vec![vec![66, 8, 24, 15]], u: vec![8] }, 7);
}

pipeline! {
    fn p5(a: i64, ys: Vec<i64>) {
        { turn(b = a, c = a, d = a) -> [b, a as ys] >> negate(b = b) -> [c as u] }
    }
}
#[tokio::test]
async fn p5_gives() {
    check!(p5(84, vec![23, 65]), P5Output { u: 9839 }, 2);
}

pipeline! {
    fn p6(c: &i64, xs: &[i64]) {
        p5(a = xs.iter().map(|item| item % 10).sum::<i64>(), ys = xs.iter().map(|item| item + 4).collect::<Vec<i64>>())
    }
}
#[tokio::test]
async fn p6_gives() {
    check!(p6(&22, &[]), P6Output { u: 0 }, 2);
}

pipeline! {
    fn p7(a: i64, grid: Vec<Vec<i64>>, ys: &[i64]) {
        map((vec![1, 2]) as e) { negate(b = e) -> [c] } >> p0(b = c.len() as i64)
    }
}
#[tokio::test]
async fn p7_gives() {
    check!(p7(36, vec![], &[94, 29, 1]), P7Output { u: vec![], h: vec![], xs: vec![], d: vec![], c: vec![] }, 2);
}

pipeline! {
    fn p8(c: i64, b: &i64) {
        mix(a = c)
            >> negate
            >> map((vec![c + 4, b * 2]) as e) {
                p5(a = b, ys = vec![8, 9]) -> [u as e] >> step_1: p0(grid = vec![vec![2], vec![]]),
            } -> [xs as grid, d as w, h, u, c as g]
    }
}
#[tokio::test]
async fn p8_gives() {
    check!(p8(2, &16), P8Output { grid: vec![vec![0, 0], vec![0, 0]], w: vec![vec![vec![6], vec![]], vec![vec![6], vec![]]], h: vec![vec![2, 2], vec![2, 2]], u: vec![vec![2, 0], vec![2, 0]], g: vec![vec![2, 0], vec![2, 0]] }, 26);
}

pipeline! {
    fn p9(grid: Vec<Vec<i64>>, a: i64) {
        p0(grid = vec![vec![5], vec![]], b = a)
            >> group_1: {
                heads
                    >> {}
                    >> zip_up(ys = u)
                    >> blend(c = b, d = zs.iter().map(|item| item % 10).sum::<i64>()) -> [a as c],
            } -> [c as u]
    }
}
#[tokio::test]
async fn p9_gives() {
    check!(p9(vec![vec![52, 90, 26], vec![10], vec![]], 39), P9Output { u: 9961 }, 13);
}

pipeline! {
    fn p10(xs: Vec<i64>) {
        each_1: map(xs as e, limit = 4) {
            map(xs as b) {
                p5(a = b, ys = xs)
                    >> parallel {
                        branch_2: turn(b = e, c = b, d = e)
                            >> blend(c = b, d = { let first = u * 8; first - b })
                            >> add_one,
                        branch_3: halves(ys = vec![b + 9, e * 2]),
                        branch_4: up_to(a = e) -> [xs as grid],
                    }
                    >> zip_up(ys = xs),
            }
                >> group_5: {
                    step_6: mix(a = b.iter().map(|item| item % 10).sum::<i64>(), b = e)
                        >> map((vec![3, 4]) as e) {
                            digits(a = xs.iter().map(|item| item % 10).sum::<i64>())
                                >> step_7: halves(ys = xs)
                                >> p6(c = e + 8),
                        },
                },
        }
            >> zip_up(ys = xs)
    }
}
#[tokio::test]
async fn p10_gives() {
    check!(p10(vec![99, 72]), P10Output { zs: vec![297, 216], b: 4 }, 51);
}

pipeline! {
    fn p11(c: i64, grid: &[Vec<i64>]) -> [xs as u] {
        flatten
            >> parallel {
                p2,
                branch_1: zip_up(ys = vec![c + 9, c * 2]) -> [zs, b as w],
                branch_2: step_3: p0(grid = grid, b = c) -> [u, h, xs as a, d as ys, c],
            }
            >> step_4: digits(a = xs * b % 1_009 + 7) -> [b as g, c]
            >> step_5: flatten(grid = vec![zs.to_vec(), vec![5]]) -> [xs]
    }
}
#[tokio::test]
async fn p11_gives() {
    check!(p11(5, &[vec![80, 65, 77, 47]]), P11Output { u: vec![108, 85, 5] }, 11);
}

pipeline! {
    fn p12(a: i64, b: i64) {
        turn(b = b + 6, c = b, d = a)
            >> each_1: map((vec![b + 5, a * 2]) as a) {
                negate
                    >> map((vec![1, 2]) as a, limit = 2) {
                        group_2: { turn } -> [a, d, a as c] >> negate -> [c],
                    } -> [c as zs]
                    >> {}
                    >> parallel {
                        blend(c = b),
                        branch_3: add_one
                            >> step_4: zip_up(xs = vec![3, 4], ys = zs) -> [zs, b]
                            >> map(zs as e, limit = 1) { zip_up(xs = zs, ys = zs.to_vec()) >> digits } -> [b as ys, c as grid],
                    } -> [a as e, ys],
            }
            >> group_5: { halves(ys = e) -> [zs, xs] }
    }
}
#[tokio::test]
async fn p12_gives() {
    check!(p12(79, 93), P12Output { zs: vec![9289], xs: vec![9289] }, 26);
}

pipeline! {
    fn p13(a: &i64) {
        up_to -> [xs]
            >> step_1: turn(b = xs.iter().map(|item| item % 10).sum::<i64>(), c = xs.len() as i64, d = a) -> [b as c, d as grid]
            >> turn(b = c, d = { let first = a * 8; first - c })
    }
}
#[tokio::test]
async fn p13_gives() {
    check!(p13(&72), P13Output { a: 144, b: 576, d: 576 }, 3);
}

pipeline! {
    fn p14(a: &i64, b: &i64) {
        parallel {
            branch_1: p13(a = a * a % 1_009 + 2) >> step_2: p13,
            branch_3: digits(a = 1) -> [b as h, c],
        } -> [a, h as w, d]
            >> {}
            >> negate(b = w * d % 1_009 + 6)
            >> parallel {
                branch_4: each_5: map((vec![w + 9, d * 2]) as b) {
                    { negate -> [c as w] >> up_to(a = d) } -> [xs, a as e, xs as h],
                }
                    >> rows(xs = e, b = w) -> [grid],
                branch_6: turn,
            }
    }
}
#[tokio::test]
async fn p14_gives() {
    check!(p14(&23, &51), P14Output { grid: vec![], a: 45, b: 8538, d: 8595 }, 14);
}

pipeline! {
    fn p15(a: &i64, c: &i64, ys: Vec<i64>) {
        rows(xs = vec![6, 7], b = c * c % 1_009 + 5) >> up_to -> [xs]
    }
}
#[tokio::test]
async fn p15_gives() {
    check!(p15(&74, &36, vec![30, 94]), P15Output { xs: vec![0, 1] }, 2);
}

pipeline! {
    fn p16(b: &i64) -> [d, h] {
        step_1: p13(a = b) -> [d]
            >> both_2: parallel {
                branch_3: p13(a = b + 4),
                branch_4: {
                    { up_to(a = b + 2) >> rows(b) -> [grid as xs] } -> [xs as w, xs]
                        >> map(xs as e) { rows(xs = vec![9, 10], b = d) } -> [grid as f]
                        >> map(f as e, limit = 3) { double(a = d) } -> [f as grid],
                },
            }
            >> map(grid as e, limit = 2) { mix(b = b) } -> [d as h]
    }
}
#[tokio::test]
async fn p16_gives() {
    check!(p16(&38), P16Output { d: 336, h: vec![600, 600] }, 14);
}

pipeline! {
    fn p17(ys: Vec<i64>, b: i64, xs: Vec<i64>) -> [ys, b, ys as a] {
        p13(a = b) -> [b, a as ys] >> grow(xs = xs.to_vec(), a = ys)
    }
}
#[tokio::test]
async fn p17_gives() {
    check!(p17(vec![98], 77, vec![]), P17Output { ys: vec![156], b: 616, a: vec![156] }, 4);
}

pipeline! {
    fn p18(c: &i64, grid: Vec<Vec<i64>>) -> [u, ys] {
        flatten
            >> up_to(a = c)
            >> parallel {
                blend(d = c) -> [a as u],
                branch_1: { map(xs as e) { halves(ys = vec![8, 9]) >> add_one(a = e) } }
                    >> map((xs) as b) { grow(xs = a, a = c) },
            }
    }
}
#[tokio::test]
async fn p18_gives() {
    check!(p18(&57, vec![vec![34, 0], vec![33, 31, 45, 41], vec![], vec![38]]), P18Output { u: 9779, ys: vec![vec![1, 57]] }, 6);
}

pipeline! {
    fn p19(a: i64, ys: Vec<i64>, b: i64) {
        both_1: parallel {
            map(ys as b, limit = 4) { halves -> [xs as grid] >> p5 },
            branch_2: add_one(a = b),
        }
            >> zip_up(xs = u.to_vec(), ys = u.to_vec())
            >> turn(b = ys.iter().map(|item| item % 10).sum::<i64>(), c = a + 6, d = a)
            >> step_3: digits(a = d)
    }
}
#[tokio::test]
async fn p19_gives() {
    check!(p19(68, vec![79, 95], 74), P19Output { b: 8, c: 9 }, 10);
}

pipeline! {
    fn p20(grid: Vec<Vec<i64>>, b: i64, ys: Vec<i64>) {
        double(a = b)
            >> step_1: double(a = b)
            >> map((ys) as e, limit = 3) {
                rows(xs = ys.iter().map(|item| item + 5).collect::<Vec<i64>>(), b = b),
            } -> [e as xs, grid as zs, e as a]
            >> blend(c = { let first = b * 6; first - b }, d = ys.len() as i64)
            >> map((vec![a + 7, b * 2]) as b) { blend(c = b, d = a) } -> [a as w]
    }
}
#[tokio::test]
async fn p20_gives() {
    check!(p20(vec![vec![41, 52], vec![47]], 87, vec![18, 34, 8]), P20Output { w: vec![3114, 2078] }, 8);
}

pipeline! {
    fn p21(grid: Vec<Vec<i64>>, ys: &[i64]) -> [a as d, c, g as u, zs, w, a as ys] {
        parallel {
            zip_up(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) -> [b]
                >> heads,
            total(xs = ys)
                >> parallel {
                    branch_1: up_to(a = c) -> [xs as c],
                    branch_2: flatten,
                    blend(c = ys.len() as i64, d = c) -> [a],
                } -> [c as w, xs, a],
            branch_3: step_4: total(xs = ys.iter().map(|item| item + 6).collect::<Vec<i64>>()) -> [c as g],
        }
    }
}
#[tokio::test]
async fn p21_gives() {
    check!(p21(vec![vec![54, 5, 66], vec![]], &[]), P21Output { d: 0, c: 2, u: 0, zs: vec![54, -1], w: vec![], ys: 0 }, 7);
}

pipeline! {
    fn p22(grid: Vec<Vec<i64>>, xs: &[i64]) {
        heads
            >> zip_up(xs = xs, ys = vec![7, 8]) -> [b]
            >> {}
            >> p18
            >> step_1: up_to(a = { let first = b * 3; first - b })
    }
}
#[tokio::test]
async fn p22_gives() {
    check!(p22(vec![], &[]), P22Output { xs: vec![] }, 6);
}

pipeline! {
    fn p23(c: i64) {
        map((0..3_i64) as b) { double(a = c * b % 1_009 + 2) }
    }
}
#[tokio::test]
async fn p23_gives() {
    check!(p23(81), P23Output { b: vec![4, 166, 328] }, 3);
}

pipeline! {
    fn p24(ys: Vec<i64>, grid: &[Vec<i64>]) {
        zip_up(xs = ys)
            >> {
                parallel {
                    branch_1: map(ys as b, limit = 1) { step_2: negate } -> [c]
                        >> map(zs as b) {
                            rows(xs = zs)
                                >> step_3: p2(c = { let first = b * 8; first - b }, xs = c) -> [b, d]
                                >> add_one(a = d),
                        },
                    branch_4: map(zs as b, limit = 4) { double(a = b) -> [b] >> mix(a = b, b = b) -> [d] },
                }
                    >> halves,
            } -> [ys as grid, xs as h, zs, a as b]
            >> each_5: map((h.to_vec()) as a, limit = h.len() + 1) { up_to }
            >> step_6: halves(ys = zs)
    }
}
#[tokio::test]
async fn p24_gives() {
    check!(p24(vec![94, 26, 51, 37], &[vec![], vec![56, 40]]), P24Output { xs: vec![51], zs: vec![37] }, 33);
}

pipeline! {
    fn p25(xs: &[i64], c: &i64, b: i64) {
        blend(d = { let first = c * 5; first - b }) -> [a]
            >> turn(b = 1, c = 7, d = a)
            >> double(a = 6)
            >> rows(xs = vec![4, 5])
    }
}
#[tokio::test]
async fn p25_gives() {
    check!(p25(&[46, 34, 42], &22, 21), P25Output { grid: vec![] }, 4);
}

pipeline! {
    fn p26(ys: Vec<i64>, xs: &[i64], c: &i64) {
        group_1: {
            up_to(a = c)
                >> turn(b = c, d = c * c % 1_009 + 7)
                >> map(ys as e) {
                    total(xs = ys.iter().map(|item| item + 3).collect::<Vec<i64>>()) >> rows,
                },
        }
            >> negate(b = c)
    }
}
#[tokio::test]
async fn p26_gives() {
    check!(p26(vec![40, 24], &[69, 41], &41), P26Output { c: 9966 }, 7);
}

pipeline! {
    fn p27(b: i64) {
        double(a = b) >> mix(a = b, b = 0)
    }
}
#[tokio::test]
async fn p27_gives() {
    check!(p27(11), P27Output { d: 66 }, 2);
}

pipeline! {
    fn p28(ys: Vec<i64>, c: i64, xs: &[i64]) {
        double(a = c) >> blend(c = 5, d = c) -> [a as xs] >> step_1: mix(a = c, b = b)
    }
}
#[tokio::test]
async fn p28_gives() {
    check!(p28(vec![], 31, &[33, 95, 75, 1]), P28Output { d: 155 }, 3);
}

pipeline! {
    fn p29(ys: Vec<i64>, xs: Vec<i64>) -> [zs, xs] {
        halves
    }
}
#[tokio::test]
async fn p29_gives() {
    check!(p29(vec![99, 11, 85], vec![88, 68]), P29Output { zs: vec![11, 85], xs: vec![99] }, 1);
}

pipeline! {
    fn p30(b: &i64, grid: Vec<Vec<i64>>, a: i64) {
        map((vec![a + 1, b * 2]) as e) { flatten >> grow(a = e) -> [ys as xs] }
    }
}
#[tokio::test]
async fn p30_gives() {
    check!(p30(&58, vec![vec![52, 49]], 33), P30Output { xs: vec![vec![52, 49, 34], vec![52, 49, 116]] }, 4);
}

pipeline! {
    fn p31(grid: Vec<Vec<i64>>, b: i64) {
        digits(a = b + 4)
            >> both_1: parallel {
                branch_2: blend(d = b),
                map(grid as ys, limit = 1) {
                    map(grid as ys) { rows(xs = ys) -> [grid as a] >> flatten -> [xs] } -> [grid as zs, xs]
                        >> flatten(grid = grid)
                        >> negate(b = ys.iter().map(|item| item % 10).sum::<i64>()),
                } -> [c as xs, c as h],
                branch_3: double(a = b),
            }
            >> turn(c = c, d = a * a % 1_009 + 5) -> [d, a, b as g]
            >> up_to
    }
}
#[tokio::test]
async fn p31_gives() {
    check!(p31(vec![], 66), P31Output { xs: vec![0, 1] }, 5);
}

pipeline! {
    fn p32(b: &i64) -> [c as b] {
        parallel {
            branch_1: { add_one(a = b + 5) >> double(a = a) } >> negate -> [c],
            parallel {
                parallel {
                    branch_2: digits(a = b) >> step_3: digits(a = c) -> [b],
                    turn(c = b + 4, d = b) -> [a, b as f, d],
                } -> [d, a as e, f as grid, b as c]
                    >> p23(c = c),
                branch_4: blend(c = b, d = b),
            } -> [a, b as ys],
        } -> [c, a as e]
    }
}
#[tokio::test]
async fn p32_gives() {
    check!(p32(&80), P32Output { b: 9835 }, 10);
}

pipeline! {
    fn p33(b: &i64) {
        negate
            >> mix(a = b, b = b)
            >> step_1: mix(a = b, b = b) -> [d]
            >> step_2: negate
            >> group_3: { { negate(b = d) } } -> [c]
    }
}
#[tokio::test]
async fn p33_gives() {
    check!(p33(&58), P33Output { c: 9775 }, 5);
}

pipeline! {
    fn p34(b: &i64) {
        turn(b, c = b * b % 1_009 + 2, d = b * b % 1_009 + 5)
            >> step_1: add_one(a) -> [a as c]
            >> step_2: turn(c = a)
            >> {}
            >> add_one
    }
}
#[tokio::test]
async fn p34_gives() {
    check!(p34(&50), P34Output { a: 1506 }, 4);
}

pipeline! {
    fn p35(xs: Vec<i64>, grid: &[Vec<i64>]) {
        map(xs as e, limit = 1) {
            group_1: { p30(b = e, grid = vec![vec![2], vec![]], a = e) -> [xs as b] } -> [e as zs, b, grid]
                >> turn(b = zs * e % 1_009 + 6, c = zs, d = 4)
                >> map(xs as e) {
                    halves(ys = xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) -> [zs, xs],
                } -> [zs as g, a as h, xs as f],
        }
    }
}
#[tokio::test]
async fn p35_gives() {
    check!(p35(vec![77, 14], &[vec![72, 91], vec![97, 38], vec![9, 63], vec![49, 3, 73, 65]]), P35Output { g: vec![vec![vec![77, 14], vec![77, 14]], vec![vec![77, 14], vec![77, 14]]], h: vec![vec![967, 967], vec![216, 216]], f: vec![vec![vec![14, 77], vec![14, 77]], vec![vec![14, 77], vec![14, 77]]] }, 14);
}

pipeline! {
    fn p36(c: i64) {
        add_one(a = c) >> up_to(a = a * c % 1_009 + 5) >> turn(b = a, d = c)
    }
}
#[tokio::test]
async fn p36_gives() {
    check!(p36(7), P36Output { a: 15, b: 14, d: 15 }, 3);
}

pipeline! {
    fn p37(c: i64) -> [d as u, c as zs, d] {
        mix(a = c + 6, b = c)
            >> digits(a = 0)
            >> step_1: mix(a = { let first = c * 9; first - b }, b = c * d % 1_009 + 9)
            >> p13(a = c) -> [d, b as c]
    }
}
#[tokio::test]
async fn p37_gives() {
    check!(p37(97), P37Output { u: 0, zs: 0, d: 0 }, 6);
}

pipeline! {
    fn p38(c: i64, a: &i64, xs: Vec<i64>) {
        p33(b = xs.len() as i64) -> [c]
            >> {
                map(xs as b) {
                    map((0..3_i64) as e) {
                        negate >> blend(d = xs.iter().map(|item| item % 10).sum::<i64>()),
                    } -> [a as g]
                        >> map(xs as e, limit = 4) {
                            double >> {} >> step_1: turn(d = b) -> [a as h, d, b],
                        } -> [d, b as f, h as grid],
                },
            }
    }
}
#[tokio::test]
async fn p38_gives() {
    check!(p38(55, &64, vec![69, 32, 27]), P38Output { d: vec![vec![256, 256, 256], vec![256, 256, 256], vec![256, 256, 256]], f: vec![vec![116, 116, 116], vec![116, 116, 116], vec![116, 116, 116]], grid: vec![vec![116, 116, 116], vec![116, 116, 116], vec![116, 116, 116]] }, 41);
}

pipeline! {
    fn p39(ys: &[i64]) -> [b as grid, a as f] {
        {
            both_1: parallel {
                branch_2: p29(ys = ys, xs = ys)
                    >> map((vec![4, 5]) as e, limit = 3) { p5(a = e, ys = vec![e + 7, e * 2]) }
                    >> zip_up,
                branch_3: zip_up(xs = ys, ys = ys) -> [zs as g, b as f]
                    >> digits(a = f) -> [c as g]
                    >> parallel {
                        branch_4: rows(xs = ys, b = g),
                        mix(a = { let first = g * 9; first - f }, b = g),
                    },
                branch_5: zip_up(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
                    >> both_6: parallel { add_one(a = b), branch_7: step_8: mix(a = b) } -> [a, d as g],
            },
        }
            >> zip_up(xs = ys.iter().map(|item| item + 1).collect::<Vec<i64>>())
    }
}
#[tokio::test]
async fn p39_gives() {
    check!(p39(&[50, 8]), P39Output { grid: 4, f: 7 }, 14);
}

pipeline! {
    fn p40(xs: Vec<i64>, b: i64) {
        group_1: { grow(a = b) }
    }
}
#[tokio::test]
async fn p40_gives() {
    check!(p40(vec![10, 82], 15), P40Output { ys: vec![10, 82, 15] }, 1);
}

pipeline! {
    fn p41(b: i64) -> [g, ys as e] {
        mix(a = b * b % 1_009 + 6, b = b)
            >> step_1: negate
            >> {}
            >> parallel {
                map((vec![8, 9]) as e) {
                    each_2: map((vec![6, 7]) as a, limit = 1) { turn(c = d * b % 1_009 + 9, d = a) } -> [e as g, a],
                },
                p27(b = { let first = c * 3; first - c }),
                negate,
            } -> [a as e, d as h, g as xs, c as f]
            >> step_3: add_one(a = h)
            >> each_4: map((0..3_i64) as e) {
                map((0..3_i64) as e) { flatten(grid = vec![vec![2], vec![]]) -> [xs as b] } -> [d as zs, b as ys, d as g],
            }
    }
}
#[tokio::test]
async fn p41_gives() {
    check!(p41(40), P41Output { g: vec![vec![1831, 1831, 1831], vec![1831, 1831, 1831], vec![1831, 1831, 1831]], e: vec![vec![vec![2], vec![2], vec![2]], vec![vec![2], vec![2], vec![2]], vec![vec![2], vec![2], vec![2]]] }, 19);
}

pipeline! {
    fn p42(grid: &[Vec<i64>]) -> [d as f, d as c] {
        step_1: heads >> mix(a = c, b = c + 8)
    }
}
#[tokio::test]
async fn p42_gives() {
    check!(p42(&[vec![72, 47], vec![]]), P42Output { f: 16, c: 16 }, 2);
}

pipeline! {
    fn p43(b: &i64, c: i64, ys: Vec<i64>) -> [zs, ys as h, b as u] {
        parallel { negate >> zip_up(xs = ys) -> [b, zs], grow(xs = ys, a = c) }
    }
}
#[tokio::test]
async fn p43_gives() {
    check!(p43(&26, 82, vec![46, 4]), P43Output { zs: vec![138, 12], h: vec![46, 4, 82], u: 4 }, 3);
}

pipeline! {
    fn p44(ys: Vec<i64>) -> [h, f, c] {
        {
            halves -> [xs]
                >> parallel {
                    branch_1: total(xs = xs),
                    parallel {
                        total
                            >> p17(ys = ys, b = c, xs = ys.iter().map(|item| item + 4).collect::<Vec<i64>>()),
                        zip_up(xs = ys.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) -> [zs, b as g],
                    } -> [ys as f, zs as a, g as w, b as xs]
                        >> parallel {
                            branch_2: up_to(a = w) >> turn(b = w, c = w, d = w) -> [d as ys, b as g, a as zs],
                            branch_3: digits(a = a.len() as i64),
                        } -> [ys, g, zs, b, c as e],
                } -> [b, e as xs, g, ys as h, c]
                >> both_4: parallel { branch_5: halves -> [xs as grid, zs as h], digits(a = 0) } -> [c, grid as h, b as f],
        }
    }
}
#[tokio::test]
async fn p44_gives() {
    check!(p44(vec![]), P44Output { h: vec![], f: 0, c: 0 }, 13);
}

pipeline! {
    fn p45(b: &i64, a: i64) {
        parallel {
            digits -> [b as f, c as u],
            branch_1: map((vec![a + 7, b * 2]) as e) {
                { p13(a) -> [b, a, d as ys] >> blend(c = a, d = 5) } >> digits,
            } -> [b as ys],
            up_to,
        } -> [f, u, ys as grid]
            >> mix(b = { let first = a * 3; first - f })
            >> step_2: up_to(a = grid.len() as i64)
            >> map((vec![d + 8, u * 2]) as a) {
                rows(xs = grid.iter().map(|item| item + 8).collect::<Vec<i64>>()),
            } -> [grid as g]
            >> zip_up(ys = grid.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>())
    }
}
#[tokio::test]
async fn p45_gives() {
    check!(p45(&34, 82), P45Output { zs: vec![28, 29], b: 6 }, 17);
}

pipeline! {
    fn p46(b: &i64, a: &i64) {
        double(a = a + 2) >> turn(c = b * b % 1_009 + 0, d = a) >> digits(a = a) >> negate
    }
}
#[tokio::test]
async fn p46_gives() {
    check!(p46(&45, &19), P46Output { c: 9928 }, 4);
}

pipeline! {
    fn p47(xs: &[i64], c: &i64) {
        { p23 -> [b] } -> [b as d]
            >> total
            >> rows(xs = xs.iter().map(|item| item + 3).collect::<Vec<i64>>(), b = c)
            >> mix(a = c, b = 0)
    }
}
#[tokio::test]
async fn p47_gives() {
    check!(p47(&[54, 20], &31), P47Output { d: 222 }, 6);
}

pipeline! {
    fn p48(a: i64, xs: Vec<i64>) {
        up_to >> p46(b = a) >> blend(d = a)
    }
}
#[tokio::test]
async fn p48_gives() {
    check!(p48(74, vec![]), P48Output { a: 9532 }, 6);
}

pipeline! {
    fn p49(a: &i64, xs: Vec<i64>, ys: Vec<i64>) {
        mix(a = a, b = a * a % 1_009 + 4) >> map(xs as b) { add_one } -> [a as w]
    }
}
#[tokio::test]
async fn p49_gives() {
    check!(p49(&29, vec![19, 64, 39, 77], vec![]), P49Output { w: vec![30, 30, 30, 30] }, 5);
}

pipeline! {
    fn p50(xs: Vec<i64>, ys: Vec<i64>, a: i64) {
        p17(ys = ys.to_vec(), b = a) -> [b as f, ys, a]
            >> total -> [c]
            >> each_1: map(ys as a, limit = ys.len() + 1) {
                turn(b = c, c = c, d = xs.len() as i64) >> {} >> mix(a = { let first = a * 0; first - a }),
            }
    }
}
#[tokio::test]
async fn p50_gives() {
    check!(p50(vec![41, 89], vec![12, 96], 51), P50Output { d: vec![9359, 9359, 9359] }, 11);
}

pipeline! {
    fn p51(b: &i64, grid: &[Vec<i64>], c: i64) {
        mix(a = b) -> [d]
    }
}
#[tokio::test]
async fn p51_gives() {
    check!(p51(&46, &[vec![], vec![68, 21]], 99), P51Output { d: 184 }, 1);
}

pipeline! {
    fn p52(c: i64, b: &i64) {
        map((vec![9, 10]) as a) {
            map((vec![b + 4, b * 2]) as b, limit = 3) { p46(a) } -> [c as h]
                >> group_1: {
                    group_2: { halves(ys = h) >> total(xs) -> [c] } >> total(xs = vec![3, 4]) -> [c as a],
                } -> [h, a, h as u],
        } -> [a, u, h as d]
            >> {
                each_3: map(a as a) {
                    p18(grid = vec![vec![3], vec![]]) >> heads(grid = vec![vec![9], vec![]]),
                } -> [zs, u as h, c as e, a as grid],
            } -> [d, h]
    }
}
#[tokio::test]
async fn p52_gives() {
    check!(p52(59, &74), P52Output { d: vec![vec![9957, 9957], vec![9947, 9947]], h: vec![9771, 9771] }, 48);
}

pipeline! {
    fn p53(c: i64, xs: Vec<i64>, grid: Vec<Vec<i64>>) {
        halves(ys = xs) -> [zs as a]
    }
}
#[tokio::test]
async fn p53_gives() {
    check!(p53(67, vec![72, 96], vec![vec![68, 39, 75]]), P53Output { a: vec![96] }, 1);
}

pipeline! {
    fn p54(c: i64) -> [b, d, a, b as zs] {
        parallel {
            digits(a = 0),
            parallel {
                branch_1: map((0..3_i64) as a) { mix(a = a, b = a) >> turn(b = a + 7, c) } -> [d, a as h, b]
                    >> step_2: halves(ys = d)
                    >> negate(b = c),
                branch_3: turn(b = c + 1, c = c, d = { let first = c * 6; first - c }) >> double(a = c) -> [b],
                branch_4: digits(a = c) -> [c, b] >> turn(b = c, d = b) -> [a, b as ys, d],
            } -> [a, c as grid, ys],
        }
            >> {}
            >> step_5: turn(c = ys * grid % 1_009 + 9, d = a + 4) -> [b, d as c, a as e]
            >> map((0..3_i64) as e) { up_to(a = grid) } -> [xs, c as zs, e as g, grid as h]
            >> zip_up(xs = g, ys = g.to_vec()) -> [zs as d, b]
    }
}
#[tokio::test]
async fn p54_gives() {
    check!(p54(13), P54Output { b: 6, d: vec![0, 3, 6], a: 6, zs: 6 }, 18);
}

pipeline! {
    fn p55(grid: Vec<Vec<i64>>, b: i64, a: i64) {
        mix(a = b + 7)
            >> group_1: {
                map(grid as e, limit = 2) {
                    turn(b = 1, c = d, d = b)
                        >> {
                            blend(c = e.iter().map(|item| item % 10).sum::<i64>(), d = { let first = d * 5; first - a })
                                >> rows(xs = e.iter().map(|item| item + 5).collect::<Vec<i64>>(), b = d)
                                >> step_2: blend(c = a),
                        },
                } -> [a as u],
            } -> [a, a as w]
            >> step_3: blend(c = a, d = a)
            >> flatten(grid = grid) -> [xs]
    }
}
#[tokio::test]
async fn p55_gives() {
    check!(p55(vec![vec![40, 83, 55, 7]], 20, 29), P55Output { xs: vec![40, 83, 55, 7] }, 7);
}

pipeline! {
    fn p56(grid: &[Vec<i64>]) -> [xs as f, u as grid] {
        flatten >> group_1: { halves(ys = xs) } -> [xs, zs as u]
    }
}
#[tokio::test]
async fn p56_gives() {
    check!(p56(&[vec![58, 51], vec![43], vec![70, 7]]), P56Output { f: vec![58, 51], grid: vec![43, 70, 7] }, 2);
}

pipeline! {
    fn p57(ys: Vec<i64>) {
        p29(xs = vec![7, 8]) -> [zs, xs as grid]
            >> parallel { branch_1: halves -> [xs, zs] >> step_2: halves, branch_3: halves >> total }
    }
}
#[tokio::test]
async fn p57_gives() {
    check!(p57(vec![59, 52]), P57Output { xs: vec![59], zs: vec![52], c: 59 }, 5);
}

pipeline! {
    fn p58(c: i64) -> [zs as w, c as u] {
        map((vec![c + 2, c * 2]) as a, limit = 2) {
            up_to(a = c + 9) >> both_1: parallel { mix(a = c, b = a), digits },
        } -> [b]
            >> map((b.iter().map(|item| item + 3).collect::<Vec<i64>>()) as b) {
                mix(a = c, b = { let first = b * 6; first - b }) -> [d as a],
            }
            >> turn(b = 1, c = c, d = c)
            >> p27
            >> each_2: map((vec![3, 4]) as a) { add_one -> [a] } -> [a as zs]
    }
}
#[tokio::test]
async fn p58_gives() {
    check!(p58(75), P58Output { w: vec![4, 5], u: 75 }, 13);
}

pipeline! {
    fn p59(ys: Vec<i64>, grid: Vec<Vec<i64>>, c: &i64) -> [u, g] {
        map((ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) as e) {
            blend(d = e)
                >> halves(ys)
                >> group_1: { map(zs as b) { step_2: zip_up >> digits -> [c as a] } -> [a as u, c as g] },
        }
    }
}
#[tokio::test]
async fn p59_gives() {
    check!(p59(vec![13], vec![vec![67, 4, 30], vec![], vec![]], &63), P59Output { u: vec![vec![5], vec![5]], g: vec![vec![63], vec![63]] }, 8);
}

pipeline! {
    fn p60(grid: Vec<Vec<i64>>, xs: Vec<i64>) {
        heads(grid = grid)
            >> rows(xs = xs, b = c) -> [grid as h]
            >> step_1: rows(xs = xs, b = c)
            >> grow(xs, a = { let first = c * 3; first - c })
    }
}
#[tokio::test]
async fn p60_gives() {
    check!(p60(vec![vec![], vec![19, 90, 98]], vec![29, 19, 79]), P60Output { ys: vec![29, 19, 79, 4] }, 4);
}

pipeline! {
    fn p61(b: &i64) {
        parallel {
            branch_1: step_2: up_to(a = b),
            branch_3: map((vec![5, 6]) as b) {
                parallel {
                    branch_4: negate(b = 5) >> step_5: negate(b = { let first = c * 0; first - c }),
                    add_one(a = { let first = b * 1; first - b }) >> mix(b = a),
                } -> [c]
                    >> both_6: parallel {
                        up_to(a = c) -> [xs as w],
                        branch_7: mix(a = c * c % 1_009 + 4) -> [d as zs],
                        branch_8: negate,
                    }
                    >> step_9: mix(a = c + 9) -> [d as f],
            },
        } -> [xs as e, f]
            >> step_10: rows(xs = f, b = b + 7)
            >> map((vec![4, 5]) as a) {
                step_11: halves(ys = f)
                    >> map((0..3_i64) as e, limit = 4) { digits -> [b, c] } -> [c, xs as ys, b as d],
            }
    }
}
#[tokio::test]
async fn p61_gives() {
    check!(p61(&45), P61Output { c: vec![vec![4, 4, 4], vec![5, 5, 5]], ys: vec![vec![vec![17], vec![17], vec![17]], vec![vec![17], vec![17], vec![17]]], d: vec![vec![0, 0, 0], vec![0, 0, 0]] }, 26);
}

pipeline! {
    fn p62(xs: Vec<i64>, c: i64) -> [b, xs as zs] {
        zip_up(ys = vec![c + 3, c * 2])
    }
}
#[tokio::test]
async fn p62_gives() {
    check!(p62(vec![19, 38, 73], 41), P62Output { b: 5, zs: vec![19, 38, 73] }, 1);
}

pipeline! {
    fn p63(b: i64, c: &i64) {
        step_1: negate
    }
}
#[tokio::test]
async fn p63_gives() {
    check!(p63(86, &27), P63Output { c: 9921 }, 1);
}

pipeline! {
    fn p64(c: i64, b: &i64) -> [zs as g, xs as grid, w, zs as a] {
        turn(b = { let first = b * 2; first - c }, d = b)
            >> map((vec![d + 6, d * 2]) as e) { double >> turn(b = c + 5, d) -> [a, b as c] } -> [b as w, c as ys]
            >> halves
    }
}
#[tokio::test]
async fn p64_gives() {
    check!(p64(99, &82), P64Output { g: vec![246], grid: vec![246], w: vec![328, 328], a: vec![246] }, 6);
}

pipeline! {
    fn p65(ys: Vec<i64>) -> [c as u] {
        { total(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) }
    }
}
#[tokio::test]
async fn p65_gives() {
    check!(p65(vec![]), P65Output { u: 0 }, 1);
}

pipeline! {
    fn p66(b: i64, a: &i64) {
        negate(b = b) -> [c as b] >> step_1: negate(b = b)
    }
}
#[tokio::test]
async fn p66_gives() {
    check!(p66(60, &66), P66Output { c: 60 }, 2);
}

pipeline! {
    fn p67(b: i64, ys: &[i64]) -> [b as g, a as c] {
        turn(c = b, d = ys.len() as i64)
            >> p46(b = a * d % 1_009 + 0, a)
            >> up_to -> [xs as w]
            >> add_one(a = 4) -> [a as d]
    }
}
#[tokio::test]
async fn p67_gives() {
    check!(p67(28, &[92, 26, 70, 82]), P67Output { g: 32, c: 56 }, 7);
}

pipeline! {
    fn p68(xs: Vec<i64>, c: i64) {
        digits(a = c) >> negate(b = { let first = c * 6; first - c }) -> [c as w]
    }
}
#[tokio::test]
async fn p68_gives() {
    check!(p68(vec![61, 86], 39), P68Output { w: 9962 }, 2);
}

pipeline! {
    fn p69(xs: &[i64], ys: Vec<i64>, grid: Vec<Vec<i64>>) -> [xs, a as b, ys as u] {
        { { parallel { total(xs), branch_1: total(xs = vec![0, 1]) -> [c as b] } } } -> [b as d]
            >> parallel {
                double(a = d) -> [b as w] >> grow(a = d),
                branch_2: map(ys as b) { total >> {} >> blend(d = b) },
                branch_3: up_to(a = xs.len() as i64),
            }
    }
}
#[tokio::test]
async fn p69_gives() {
    check!(p69(&[20, 26], vec![79, 39, 18, 0], vec![vec![94, 21]]), P69Output { xs: vec![0, 1], b: vec![9658, 9858, 9963, 46], u: vec![20, 26, 1] }, 13);
}

pipeline! {
    fn p70(xs: &[i64], a: &i64) {
        halves(ys = xs) >> negate(b = a) -> [c as zs]
    }
}
#[tokio::test]
async fn p70_gives() {
    check!(p70(&[9, 35, 21], &69), P70Output { zs: 9938 }, 2);
}

pipeline! {
    fn p71(c: i64, a: i64) {
        group_1: { { turn(b = a + 5, d = a) } >> add_one } -> [a as w]
            >> map((vec![w + 3, c * 2]) as e, limit = 3) {
                group_2: {
                    add_one -> [a]
                        >> group_3: { digits -> [c] >> step_4: digits(a = a * c % 1_009 + 6) >> negate(b = c) } -> [b as g]
                        >> step_5: negate(b = g + 4),
                } -> [a as u]
                    >> map((vec![2, 3]) as b) { digits(a = a + 9) >> add_one(a = w) } -> [a as xs],
            }
            >> digits(a) -> [c, b as xs]
    }
}
#[tokio::test]
async fn p71_gives() {
    check!(p71(44, 13), P71Output { c: 3, xs: 1 }, 21);
}

pipeline! {
    fn p72(b: i64, xs: Vec<i64>) -> [zs as h, zs as e] {
        p57(ys = xs)
            >> each_1: map(xs as e, limit = 1) { step_2: double(a = e + 8) } -> [b as d]
            >> zip_up(ys = zs)
    }
}
#[tokio::test]
async fn p72_gives() {
    check!(p72(21, vec![58, 33, 77, 0]), P72Output { h: vec![212, 33], e: vec![212, 33] }, 8);
}

pipeline! {
    fn p73(xs: &[i64], c: &i64) {
        blend(d = c)
            >> map(xs as a) {
                grow
                    >> mix(b = a * a % 1_009 + 1)
                    >> map(xs as b) {
                        { rows(b = b) -> [grid] }
                            >> total(xs) -> [c]
                            >> {
                                zip_up(xs = vec![c + 3, a * 2]) -> [b, zs as d]
                                    >> flatten(grid = grid)
                                    >> step_1: flatten(grid = grid),
                            } -> [xs, d as u],
                    } -> [a as b, xs as grid, ys as w, u, a as f],
            }
            >> turn(b = c * a % 1_009 + 6, d = xs.iter().map(|item| item % 10).sum::<i64>()) -> [d as h, a as e, b as g]
            >> total
            >> flatten(grid = vec![vec![1], vec![]]) -> [xs]
    }
}
#[tokio::test]
async fn p73_gives() {
    check!(p73(&[69, 48], &79), P73Output { xs: vec![1] }, 28);
}

pipeline! {
    fn p74(c: i64) {
        map((0..3_i64) as a, limit = 1) { up_to }
            >> {}
            >> both_1: parallel { flatten(grid = xs) >> double(a = xs.len() as i64), branch_2: up_to(a = 0) } -> [xs as w, b]
            >> digits(a = w.iter().map(|item| item % 10).sum::<i64>())
    }
}
#[tokio::test]
async fn p74_gives() {
    check!(p74(55), P74Output { b: 0, c: 0 }, 7);
}

pipeline! {
    fn p75(b: i64, xs: Vec<i64>) {
        add_one(a = b) >> p65(ys = xs) -> [u]
    }
}
#[tokio::test]
async fn p75_gives() {
    check!(p75(35, vec![50, 57]), P75Output { u: 214 }, 2);
}

pipeline! {
    fn p76(a: &i64, grid: &[Vec<i64>]) -> [xs, zs as h, a as c] {
        map(grid as e) {
            p62(xs = e, c = a) -> [zs, b]
                >> halves(ys = zs) -> [zs as b]
                >> {
                    map((vec![a + 1, a * 2]) as b, limit = 2) { mix -> [d] }
                        >> p37(c = { let first = a * 1; first - a }) -> [zs, u],
                } -> [b, zs],
        }
            >> map(b as xs, limit = 4) { rows(xs = xs, b = a) } -> [b as w, grid as e, b as f]
            >> double -> [b]
            >> halves(ys = zs)
    }
}
#[tokio::test]
async fn p76_gives() {
    check!(p76(&59, &[vec![], vec![]]), P76Output { xs: vec![0], h: vec![0], c: 59 }, 24);
}

pipeline! {
    fn p77(grid: Vec<Vec<i64>>, b: &i64) -> [xs, zs as u] {
        heads
            >> map(zs as a) {
                { p64 } -> [g, a, w as u, c, grid as b, g as h]
                    >> each_1: map(g as e) {
                        turn(b = e, d = c) >> map(grid as ys) { turn >> flatten -> [xs] },
                    },
            }
            >> each_2: map(zs as b, limit = 1) {
                {
                    total(xs = zs) -> [c as xs]
                        >> {}
                        >> halves(ys = zs)
                        >> map(xs as b, limit = 4) { flatten } -> [xs as e],
                } -> [xs as u, e as zs, c]
                    >> step_3: heads
                    >> group_4: { negate -> [c] } -> [c, u as f],
            } -> [xs as g, b as a, f, c as d, xs as u]
            >> halves(ys = zs.to_vec())
    }
}
#[tokio::test]
async fn p77_gives() {
    check!(p77(vec![vec![89, 26, 17]], &76), P77Output { xs: vec![], u: vec![89] }, 15);
}

pipeline! {
    fn p78(ys: Vec<i64>, c: &i64) -> [b as g, grid, zs, a] {
        parallel {
            rows(xs = ys.iter().map(|item| item + 2).collect::<Vec<i64>>(), b = ys.len() as i64) -> [grid],
            map((vec![4, 5]) as a, limit = 4) { negate(b = a) } -> [c as g, c as xs] >> zip_up(ys = ys),
            mix(a = c, b = c) -> [d as xs]
                >> each_1: map(ys as b, limit = 1) {
                    blend(d = b)
                        >> each_2: map(ys as a) { digits(a) >> p65 -> [u] >> step_3: digits } -> [c as grid, b as d, c as g]
                        >> add_one(a),
                },
        }
    }
}
#[tokio::test]
async fn p78_gives() {
    check!(p78(vec![59, 23], &12), P78Output { g: 4, grid: vec![vec![61, 25], vec![62, 26]], zs: vec![114, 41], a: vec![9725, 9905] }, 21);
}

pipeline! {
    fn p79(ys: Vec<i64>, grid: Vec<Vec<i64>>, a: &i64) -> [c as h] {
        both_1: parallel {
            add_one(a = ys.len() as i64),
            branch_2: both_3: parallel {
                branch_4: grow(xs = ys, a = a + 0) >> flatten,
                branch_5: both_6: parallel {
                    p68(xs = ys.to_vec(), c = a),
                    add_one >> zip_up(xs = vec![a + 8, a * 2]),
                } -> [b as g, zs],
            }
                >> step_7: halves,
        }
            >> zip_up(xs) -> [zs]
            >> up_to(a = a) -> [xs]
            >> p46(b = 4)
    }
}
#[tokio::test]
async fn p79_gives() {
    check!(p79(vec![15], vec![vec![97], vec![9, 59]], &29), P79Output { h: 10000 }, 14);
}

pipeline! {
    fn p80(grid: Vec<Vec<i64>>, ys: Vec<i64>, c: &i64) -> [xs as zs, xs] {
        total(xs = ys) >> flatten
    }
}
#[tokio::test]
async fn p80_gives() {
    check!(p80(vec![vec![3], vec![12, 44, 7, 87], vec![81, 49, 84, 43], vec![78]], vec![22, 80], &27), P80Output { zs: vec![3, 12, 44, 7, 87], xs: vec![3, 12, 44, 7, 87] }, 2);
}

pipeline! {
    fn p81(c: i64, a: i64, grid: Vec<Vec<i64>>) {
        map((vec![5, 6]) as e, limit = 2) {
            mix(a = { let first = e * 0; first - e }, b = { let first = a * 1; first - e })
                >> turn(b = e, c = d * d % 1_009 + 3) -> [a as f, d as xs],
        }
            >> parallel {
                rows(b = c)
                    >> up_to(a = f.iter().map(|item| item % 10).sum::<i64>())
                    >> turn(b = a, d = a) -> [d, b],
                branch_1: step_2: up_to,
            }
    }
}
#[tokio::test]
async fn p81_gives() {
    check!(p81(35, 57, vec![]), P81Output { d: 114, b: 92, xs: vec![0] }, 8);
}

pipeline! {
    fn p82(b: i64) {
        double(a = b * b % 1_009 + 2)
            >> map((vec![b + 6, b * 2]) as a) { negate -> [c] }
            >> map(c as a) { blend(c = a, d = b) >> total(xs = c) } -> [c as a, c as ys]
    }
}
#[tokio::test]
async fn p82_gives() {
    check!(p82(86), P82Output { a: vec![8667, 8667], ys: vec![8667, 8667] }, 7);
}

pipeline! {
    fn p83(ys: Vec<i64>) -> [xs] {
        halves(ys) >> step_1: halves(ys = vec![4, 5])
    }
}
#[tokio::test]
async fn p83_gives() {
    check!(p83(vec![31, 95, 51]), P83Output { xs: vec![4] }, 2);
}

pipeline! {
    fn p84(b: i64) {
        double(a = b + 2)
    }
}
#[tokio::test]
async fn p84_gives() {
    check!(p84(60), P84Output { b: 124 }, 1);
}

pipeline! {
    fn p85(b: i64, c: &i64) {
        p63 -> [c as u]
            >> {
                up_to(a = c * b % 1_009 + 8)
                    >> map(xs as a) {
                        both_1: parallel {
                            branch_2: grow(a) >> total(xs = xs.to_vec()) >> blend(c = b, d = u),
                            branch_3: grow(xs, a = b),
                        },
                    }
                    >> each_4: map(ys as xs) { turn(b = c, d = { let first = u * 4; first - b }) } -> [a as f, b as g],
            }
            >> total(xs = f.iter().rev().chain(f.iter()).take(5).copied().collect::<Vec<i64>>()) -> [c]
    }
}
#[tokio::test]
async fn p85_gives() {
    check!(p85(11, &47), P85Output { c: 188 }, 8);
}

pipeline! {
    fn p86(grid: Vec<Vec<i64>>, b: i64, a: i64) {
        digits(a = a * b % 1_009 + 1)
            >> both_1: parallel {
                branch_2: add_one -> [a as ys],
                flatten >> blend(c = c, d = xs.iter().map(|item| item % 10).sum::<i64>()),
            }
    }
}
#[tokio::test]
async fn p86_gives() {
    check!(p86(vec![vec![1, 92, 94], vec![], vec![38, 28]], 97, 78), P86Output { ys: 79, a: 9896 }, 4);
}

pipeline! {
    fn p87(grid: &[Vec<i64>], xs: Vec<i64>) -> [u] {
        zip_up(ys = xs) -> [zs as u]
    }
}
#[tokio::test]
async fn p87_gives() {
    check!(p87(&[vec![], vec![]], vec![87, 66]), P87Output { u: vec![261, 198] }, 1);
}

pipeline! {
    fn p88(c: i64, a: i64) {
        map((vec![4, 5]) as b) { add_one(a) >> negate(b = a) } -> [a as g, c as b] >> p64(b = a)
    }
}
#[tokio::test]
async fn p88_gives() {
    check!(p88(87, 65), P88Output { g: vec![195], grid: vec![195], w: vec![260, 260], a: vec![195] }, 10);
}

pipeline! {
    fn p89(xs: Vec<i64>, b: i64) -> [c] {
        map((vec![3, 4]) as a, limit = xs.len() + 1) {
            parallel {
                { grow(a = b) >> turn(b = b, c = b, d = 2) } -> [d, a as zs]
                    >> both_1: parallel { branch_2: rows(xs = xs), digits(a = zs) >> step_3: digits } -> [c, b],
                branch_4: negate(b = a) -> [c as f],
            },
        } -> [c]
            >> up_to(a = { let first = b * 5; first - b })
            >> negate -> [c]
            >> p63(c = c) -> [c]
    }
}
#[tokio::test]
async fn p89_gives() {
    check!(p89(vec![79, 36], 73), P89Output { c: 9934 }, 15);
}

pipeline! {
    fn p90(grid: &[Vec<i64>], a: &i64, xs: Vec<i64>) -> [d] {
        add_one -> [a as d]
    }
}
#[tokio::test]
async fn p90_gives() {
    check!(p90(&[], &8, vec![96, 22, 49, 95]), P90Output { d: 9 }, 1);
}

pipeline! {
    fn p91(xs: Vec<i64>) -> [c as e] {
        p65(ys = xs.to_vec()) >> total
    }
}
#[tokio::test]
async fn p91_gives() {
    check!(p91(vec![]), P91Output { e: 0 }, 2);
}

pipeline! {
    fn p92(xs: Vec<i64>, ys: &[i64], grid: Vec<Vec<i64>>) -> [b] {
        map(ys as e) {
            {
                parallel {
                    branch_1: add_one(a = e) >> heads(grid = grid) -> [c, zs as xs] >> grow(xs = ys),
                    halves,
                    branch_2: total -> [c as grid],
                }
                    >> {
                        digits(a = grid)
                            >> rows(b = ys.iter().map(|item| item % 10).sum::<i64>())
                            >> p70(xs = zs.to_vec(), a = e),
                    }
                    >> step_3: p63(b = { let first = zs * 2; first - e }, c = ys.iter().map(|item| item % 10).sum::<i64>()) -> [c],
            },
        }
            >> zip_up
            >> p66(a = zs.len() as i64)
    }
}
#[tokio::test]
async fn p92_gives() {
    check!(p92(vec![71, 77], &[2, 56, 41, 30], vec![vec![57, 17, 29, 43], vec![96, 17, 19]]), P92Output { b: 6 }, 43);
}

pipeline! {
    fn p93(b: i64, grid: &[Vec<i64>], ys: &[i64]) {
        digits(a = b) >> heads(grid = vec![ys.to_vec(), vec![7]]) >> step_1: negate(b = b)
    }
}
#[tokio::test]
async fn p93_gives() {
    check!(p93(52, &[], &[7, 97]), P93Output { c: 10002 }, 3);
}

pipeline! {
    fn p94(c: i64, grid: Vec<Vec<i64>>) -> [grid, h, xs as u] {
        map(grid as e, limit = 3) {
            halves(ys = e) -> [zs] >> group_1: { digits(a = e.len() as i64) -> [b as u, c as h] } -> [h, c],
        } -> [h, c as xs, e]
    }
}
#[tokio::test]
async fn p94_gives() {
    check!(p94(21, vec![vec![73, 69, 45, 21], vec![39, 85, 86, 12], vec![]]), P94Output { grid: vec![vec![73, 69, 45, 21], vec![39, 85, 86, 12], vec![]], h: vec![4, 4, 0], u: vec![21, 21, 21] }, 6);
}

pipeline! {
    fn p95(a: i64) -> [d, c] {
        map((vec![8, 9]) as e) {
            both_1: parallel {
                branch_2: negate(b = e) -> [c],
                branch_3: p74(c = 6) >> mix(a = a + 2, b = a),
            },
        }
    }
}
#[tokio::test]
async fn p95_gives() {
    check!(p95(30), P95Output { d: vec![126, 126], c: vec![9999, 9998] }, 18);
}

pipeline! {
    fn p96(c: &i64, ys: Vec<i64>) -> [c as ys, g as e] {
        total(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>())
            >> turn(b = ys.iter().map(|item| item % 10).sum::<i64>(), d = c)
            >> digits -> [c, b]
            >> grow(xs = ys, a = b)
            >> both_1: parallel {
                zip_up(xs = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), ys = ys) -> [zs]
                    >> step_2: zip_up(xs = ys),
                branch_3: p91(xs = ys),
            } -> [zs as c, b as g, e]
    }
}
#[tokio::test]
async fn p96_gives() {
    check!(p96(&80, vec![22, 68, 96]), P96Output { ys: vec![66, 204, 288, 87], e: 8 }, 8);
}

pipeline! {
    fn p97(c: i64, a: i64, ys: Vec<i64>) {
        step_1: total(xs = ys)
    }
}
#[tokio::test]
async fn p97_gives() {
    check!(p97(29, 52, vec![]), P97Output { c: 0 }, 1);
}

pipeline! {
    fn p98(a: i64, c: i64) -> [a as e] {
        blend(c = c, d = a)
    }
}
#[tokio::test]
async fn p98_gives() {
    check!(p98(52, 14), P98Output { e: 9761 }, 1);
}

pipeline! {
    fn p99(ys: Vec<i64>, c: i64, xs: Vec<i64>) {
        zip_up(xs = ys, ys = vec![c + 6, c * 2])
            >> group_1: {
                step_2: double(a = 1) -> [b]
                    >> parallel {
                        branch_3: up_to(a = xs.iter().map(|item| item % 10).sum::<i64>())
                            >> turn(b = c, d = 1)
                            >> map(xs as a, limit = 4) { step_4: total >> rows },
                        branch_5: up_to(a = { let first = b * 8; first - b })
                            >> map((xs) as a, limit = zs.len() + 1) { step_6: turn(d = b) >> add_one },
                        double(a = b) >> map(zs as a) { negate(b) >> halves } -> [xs as w, zs as u],
                    }
                    >> p65,
            }
            >> step_7: zip_up
    }
}
#[tokio::test]
async fn p99_gives() {
    check!(p99(vec![53], 24, vec![11, 34]), P99Output { zs: vec![117], b: 3 }, 16);
}

pipeline! {
    fn p100(grid: &[Vec<i64>]) -> [c] {
        heads -> [zs, c as grid] >> step_1: negate(b = grid)
    }
}
#[tokio::test]
async fn p100_gives() {
    check!(p100(&[vec![58, 44, 46], vec![15, 78]]), P100Output { c: 10005 }, 2);
}

pipeline! {
    fn p101(b: i64, xs: Vec<i64>) -> [grid as f, b, w, xs, h as e] {
        step_1: rows(b = xs.len() as i64) >> halves(ys = vec![b + 4, b * 2]) -> [zs as h, xs as w]
    }
}
#[tokio::test]
async fn p101_gives() {
    check!(p101(0, vec![52, 74]), P101Output { f: vec![vec![52, 74], vec![53, 75]], b: 0, w: vec![4], xs: vec![52, 74], e: vec![0] }, 2);
}

pipeline! {
    fn p102(grid: Vec<Vec<i64>>, a: &i64) {
        flatten
    }
}
#[tokio::test]
async fn p102_gives() {
    check!(p102(vec![vec![36]], &67), P102Output { xs: vec![36] }, 1);
}

pipeline! {
    fn p103(a: i64, ys: Vec<i64>, b: &i64) -> [h as xs, g] {
        each_1: map(ys as e) {
            parallel {
                negate,
                branch_2: map(ys as e, limit = 4) { p82 >> up_to(a = b) >> zip_up } -> [b as zs, b as n_3],
            }
                >> up_to
                >> add_one(a = b),
        } -> [ys as h, a as g]
    }
}
#[tokio::test]
async fn p103_gives() {
    check!(p103(32, vec![], &32), P103Output { xs: vec![], g: vec![] }, 0);
}

pipeline! {
    fn p104(b: i64, grid: &[Vec<i64>]) {
        step_1: digits(a = b) -> [c as e, b as g]
    }
}
#[tokio::test]
async fn p104_gives() {
    check!(p104(93, &[vec![7, 13, 42], vec![18, 94]]), P104Output { e: 3, g: 9 }, 1);
}

pipeline! {
    fn p105(b: &i64, xs: Vec<i64>, grid: &[Vec<i64>]) {
        parallel {
            mix(a = b, b = b),
            branch_1: both_2: parallel {
                branch_3: flatten(grid = vec![vec![0], vec![]]),
                branch_4: step_5: flatten(grid = vec![vec![0], vec![]]) -> [xs]
                    >> group_6: { heads >> blend(d = 6) >> step_7: heads -> [c, zs] },
                branch_8: turn(c = xs.iter().map(|item| item % 10).sum::<i64>(), d = b),
            } -> [a, xs, c]
                >> {}
                >> parallel { heads, branch_9: mix(a = b) } -> [d as f, c],
        }
            >> add_one(a = c)
    }
}
#[tokio::test]
async fn p105_gives() {
    check!(p105(&64, vec![], &[vec![91, 19, 87], vec![86, 68, 88], vec![], vec![55, 43, 57]]), P105Output { a: 5 }, 10);
}

pipeline! {
    fn p106(xs: &[i64], ys: Vec<i64>) {
        both_1: parallel {
            branch_2: zip_up(ys = ys),
            branch_3: total,
            total(xs = xs) -> [c as e]
                >> map(xs as b) {
                    up_to(a = ys.len() as i64)
                        >> parallel {
                            branch_4: rows(b = e) -> [grid as a],
                            branch_5: negate >> total,
                            branch_6: rows,
                        },
                } -> [a as f, c as u, grid as g],
        }
            >> blend(d = c)
    }
}
#[tokio::test]
async fn p106_gives() {
    check!(p106(&[27, 10], vec![4, 83]), P106Output { a: 9859 }, 14);
}

pipeline! {
    fn p107(xs: Vec<i64>, ys: Vec<i64>, b: i64) -> [d] {
        halves >> map(zs as b, limit = 1) { step_1: mix(a = b, b = b) }
    }
}
#[tokio::test]
async fn p107_gives() {
    check!(p107(vec![82, 11, 93, 24], vec![], 60), P107Output { d: vec![] }, 1);
}

pipeline! {
    fn p108(xs: Vec<i64>) -> [c] {
        zip_up(xs = xs, ys = xs)
            >> both_1: parallel {
                branch_2: rows(b = b),
                branch_3: add_one(a = b) -> [a],
                branch_4: add_one(a = b) >> negate -> [c] >> step_5: up_to(a = b),
            }
            >> map((0..3_i64) as b) { negate }
    }
}
#[tokio::test]
async fn p108_gives() {
    check!(p108(vec![82, 86, 75]), P108Output { c: vec![0, 10006, 10005] }, 9);
}

pipeline! {
    fn p109(grid: &[Vec<i64>]) {
        heads
            >> map(grid as e) {
                both_1: parallel {
                    branch_2: group_3: { total(xs = e) >> rows(xs = vec![c + 9, c * 2], b = c) } -> [grid, grid as u],
                    map(zs as e) { blend(c = e, d = zs.len() as i64) -> [a as f] },
                    branch_4: grow(xs = zs, a = c),
                }
                    >> blend(d = e.iter().map(|item| item % 10).sum::<i64>()) -> [a],
            }
            >> each_5: map(a as b, limit = a.len() + 1) {
                step_6: zip_up(xs = a, ys = vec![b + 9, b * 2]) >> p88(a = 1),
            } -> [grid as h, w, zs as u, a as xs, g as f]
    }
}
#[tokio::test]
async fn p109_gives() {
    check!(p109(&[vec![84]]), P109Output { h: vec![vec![3]], w: vec![vec![4, 4]], u: vec![vec![9968]], xs: vec![vec![3]], f: vec![vec![3]] }, 17);
}

pipeline! {
    fn p110(xs: &[i64], ys: Vec<i64>, b: &i64) {
        zip_up(xs = xs.iter().map(|item| item + 9).collect::<Vec<i64>>()) -> [zs as d, b]
    }
}
#[tokio::test]
async fn p110_gives() {
    check!(p110(&[91, 55, 33], vec![7], &18), P110Output { d: vec![114], b: 4 }, 1);
}

pipeline! {
    fn p111(xs: Vec<i64>) {
        both_1: parallel {
            p91 -> [e],
            branch_2: map(xs as a) { map(xs as b) { mix -> [d] >> up_to(a = b) >> grow(a = b) } },
        }
    }
}
#[tokio::test]
async fn p111_gives() {
    check!(p111(vec![]), P111Output { e: 0, ys: vec![] }, 2);
}

pipeline! {
    fn p112(xs: Vec<i64>, b: i64, grid: &[Vec<i64>]) -> [b as w, ys] {
        heads(grid = grid) >> grow(xs = xs, a = b + 7)
    }
}
#[tokio::test]
async fn p112_gives() {
    check!(p112(vec![62, 11], 62, &[vec![], vec![26, 18]]), P112Output { w: 62, ys: vec![62, 11, 69] }, 2);
}

pipeline! {
    fn p113(c: i64, ys: Vec<i64>) {
        zip_up(xs = ys.iter().map(|item| item + 5).collect::<Vec<i64>>())
            >> step_1: negate(b = c)
            >> grow(xs = vec![c + 2, c * 2], a = c)
            >> total(xs = zs)
    }
}
#[tokio::test]
async fn p113_gives() {
    check!(p113(32, vec![47, 94]), P113Output { c: 433 }, 4);
}

pipeline! {
    fn p114(ys: Vec<i64>, xs: Vec<i64>, a: &i64) {
        zip_up(xs)
    }
}
#[tokio::test]
async fn p114_gives() {
    check!(p114(vec![58, 2, 38, 43], vec![90, 45], &31), P114Output { zs: vec![206, 49], b: 6 }, 1);
}

pipeline! {
    fn p115(grid: Vec<Vec<i64>>, ys: Vec<i64>, xs: Vec<i64>) {
        flatten(grid = vec![xs.to_vec(), vec![9]]) -> [xs] >> zip_up(xs = vec![6, 7]) >> { heads }
    }
}
#[tokio::test]
async fn p115_gives() {
    check!(p115(vec![vec![85, 23]], vec![8], vec![]), P115Output { zs: vec![85], c: 1 }, 3);
}

pipeline! {
    fn p116(c: &i64) {
        group_1: { blend(d = c * c % 1_009 + 1) } -> [a]
    }
}
#[tokio::test]
async fn p116_gives() {
    check!(p116(&94), P116Output { a: 6276 }, 1);
}

pipeline! {
    fn p117(b: &i64, grid: Vec<Vec<i64>>, c: &i64) {
        map(grid as xs, limit = 3) {
            map(xs as b, limit = xs.len() + 1) {
                p94(c)
                    >> parallel {
                        branch_1: turn(d = b),
                        zip_up(xs = h.iter().rev().chain(h.iter()).take(5).copied().collect::<Vec<i64>>(), ys = h) -> [zs, b as e],
                    },
            } -> [a, d, zs as e]
                >> zip_up(ys = d) -> [zs, b as d],
        }
            >> flatten(grid = vec![vec![4], vec![]]) -> [xs as a]
            >> each_2: map((0..3_i64) as a, limit = 1) {
                zip_up(xs = d.iter().rev().chain(d.iter()).take(5).copied().collect::<Vec<i64>>(), ys = d)
                    >> step_3: halves(ys = zs.to_vec()) -> [xs as f, zs as a]
                    >> map(f as e, limit = 1) {
                        map(a as e, limit = 3) { flatten(grid) >> digits(a = b * b % 1_009 + 4) } -> [c as w],
                    },
            }
    }
}
#[tokio::test]
async fn p117_gives() {
    check!(p117(&27, vec![vec![89, 41], vec![21, 87]], &31), P117Output { w: vec![vec![vec![0]], vec![vec![0]], vec![vec![0]]] }, 39);
}

pipeline! {
    fn p118(ys: Vec<i64>) {
        p91(xs = ys.iter().map(|item| item + 5).collect::<Vec<i64>>())
            >> p88(c = e, a = e * e % 1_009 + 0)
            >> grow(xs = g.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), a = e * e % 1_009 + 1)
            >> turn(b = e, c = e, d = ys.iter().map(|item| item % 10).sum::<i64>()) -> [a as e, b]
    }
}
#[tokio::test]
async fn p118_gives() {
    check!(p118(vec![1, 72, 86]), P118Output { e: 348, b: 198 }, 14);
}

pipeline! {
    fn p119(b: &i64, ys: &[i64]) {
        group_1: { turn(b = b, c = b * b % 1_009 + 5, d = b) } -> [a]
            >> both_2: parallel {
                add_one >> up_to -> [xs],
                branch_3: turn(b = b * b % 1_009 + 4, c = { let first = a * 4; first - b }, d = b)
                    >> group_4: { map(ys as b, limit = 2) { halves(ys = ys) } >> p83 } -> [xs as g],
            }
    }
}
#[tokio::test]
async fn p119_gives() {
    check!(p119(&36, &[37, 48]), P119Output { xs: vec![0], g: vec![4] }, 8);
}

pipeline! {
    fn p120(grid: &[Vec<i64>], c: &i64) {
        map((vec![3, 4]) as a, limit = 1) {
            {
                group_1: { negate(b = a) -> [c as u] >> digits(a = c * c % 1_009 + 5) >> turn(d = b) }
                    >> { add_one(a = 8) },
            },
        }
            >> each_2: map((vec![1, 2]) as a, limit = 3) { heads } -> [zs, c as f]
            >> step_3: zip_up(xs = a.iter().rev().chain(a.iter()).take(5).copied().collect::<Vec<i64>>(), ys = vec![c + 3, c * 2]) -> [b]
            >> map(grid as xs, limit = 2) {
                map(xs as b) {
                    {
                        negate
                            >> heads(grid = grid) -> [zs as d]
                            >> up_to(a = { let first = c * 0; first - c }),
                    } -> [xs as w]
                        >> digits(a = b)
                        >> step_4: heads(grid),
                } -> [zs as w, c as d],
            }
            >> rows(xs = a)
    }
}
#[tokio::test]
async fn p120_gives() {
    check!(p120(&[vec![5, 57, 12], vec![83], vec![49, 5]], &34), P120Output { grid: vec![] }, 42);
}

pipeline! {
    fn p121(xs: &[i64], b: i64, a: i64) -> [xs, xs as u] {
        grow >> halves(ys = ys) >> step_1: up_to(a = b)
    }
}
#[tokio::test]
async fn p121_gives() {
    check!(p121(&[81, 13], 69, 51), P121Output { xs: vec![0], u: vec![0] }, 3);
}

pipeline! {
    fn p122(grid: &[Vec<i64>], xs: Vec<i64>, ys: &[i64]) {
        map(grid as ys, limit = xs.len() + 1) { halves } -> [zs as w, ys as h, zs]
    }
}
#[tokio::test]
async fn p122_gives() {
    check!(p122(&[], vec![], &[74, 30, 34]), P122Output { w: vec![], h: vec![], zs: vec![] }, 0);
}

pipeline! {
    fn p123(grid: &[Vec<i64>], a: i64, b: &i64) -> [xs, u as e, g, ys as b, f] {
        blend(c = a, d = a)
            >> turn(c = a, d = a + 8) -> [b, d, a as h]
            >> step_1: blend(c = b * d % 1_009 + 3)
            >> {
                map(grid as xs) {
                    each_2: map(xs as e, limit = 1) { grow >> digits(a = a) >> total } -> [xs as w]
                        >> both_3: parallel {
                            branch_4: rows(xs = xs) >> step_5: rows(b = h) >> halves(ys = vec![d + 5, h * 2]),
                            branch_6: step_7: heads -> [zs] >> {} >> step_8: turn(b, c = b, d) -> [d, b, a],
                        },
                } -> [d as ys, a as g, xs, b as u, zs as f],
            }
    }
}
#[tokio::test]
async fn p123_gives() {
    check!(p123(&[vec![55, 85, 94], vec![28], vec![46, 62], vec![]], 63, &44), P123Output { xs: vec![vec![9812], vec![9812], vec![9812], vec![9812]], e: vec![9311, 9311, 9311, 9311], g: vec![9015, 9015, 9015, 9015], b: vec![9311, 9311, 9311, 9311], f: vec![vec![19598], vec![19598], vec![19598], vec![19598]] }, 41);
}

pipeline! {
    fn p124(c: &i64, ys: &[i64]) -> [ys, ys as grid] {
        halves(ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) -> [zs as ys, xs]
            >> p97(c, a = c) -> [c as d]
            >> map((ys.to_vec()) as b) { digits(a = d) >> step_1: digits(a = b) -> [b, c] } -> [d as e, b, xs as zs, c as grid, ys as a, d as h]
            >> grow(xs = ys, a = c * c % 1_009 + 0)
    }
}
#[tokio::test]
async fn p124_gives() {
    check!(p124(&45, &[51]), P124Output { ys: vec![51, 7], grid: vec![51, 7] }, 5);
}

pipeline! {
    fn p125(ys: Vec<i64>, a: i64, grid: Vec<Vec<i64>>) -> [zs as w, c as g, zs] {
        add_one
            >> turn(b = a, c = a, d = a * a % 1_009 + 0)
            >> p115(grid = vec![vec![8], vec![]], ys, xs = ys)
    }
}
#[tokio::test]
async fn p125_gives() {
    check!(p125(vec![69, 96, 20], 53, vec![vec![], vec![34, 89], vec![18, 96], vec![98, 92, 70, 99]]), P125Output { w: vec![8, -1], g: 2, zs: vec![8, -1] }, 5);
}

pipeline! {
    fn p126(b: i64) {
        blend(c = b, d = b)
            >> p116(c = b)
            >> step_1: negate
            >> map((vec![a + 9, b * 2]) as a, limit = 2) { blend(d = b) >> up_to >> p91 -> [e as a] } -> [a as u]
    }
}
#[tokio::test]
async fn p126_gives() {
    check!(p126(17), P126Output { u: vec![0, 0] }, 11);
}

pipeline! {
    fn p127(c: i64, ys: Vec<i64>, a: i64) -> [d] {
        p107(xs = ys, ys, b = a * a % 1_009 + 6) >> group_1: { digits(a) } -> [b as d, c]
    }
}
#[tokio::test]
async fn p127_gives() {
    check!(p127(95, vec![3, 31, 11, 59], 2), P127Output { d: 0 }, 4);
}

pipeline! {
    fn p128(c: &i64) {
        map((vec![c + 2, c * 2]) as b, limit = 1) {
            { mix(a = c, b) } >> p98(a = d * b % 1_009 + 6),
        }
            >> double(a = c)
    }
}
#[tokio::test]
async fn p128_gives() {
    check!(p128(&4), P128Output { b: 8 }, 5);
}

pipeline! {
    fn p129(xs: &[i64], b: i64) {
        map(xs as b) {
            map(xs as a, limit = 2) {
                step_1: p113(c = a, ys = xs)
                    >> map(xs as a, limit = 4) { p101 } -> [f, c as h, a as g, w as d, e, b as u],
            } -> [h as ys, d, f as grid, u],
        } -> [d as g, ys as u, grid]
    }
}
#[tokio::test]
async fn p129_gives() {
    check!(p129(&[], 14), P129Output { g: vec![], u: vec![], grid: vec![] }, 0);
}

pipeline! {
    fn p130(grid: &[Vec<i64>]) {
        {
            heads
                >> map(grid as xs) {
                    blend(c = c, d = zs.iter().map(|item| item % 10).sum::<i64>())
                        >> mix(a = xs.iter().map(|item| item % 10).sum::<i64>(), b = c),
                },
        }
            >> zip_up(xs = d.iter().rev().chain(d.iter()).take(5).copied().collect::<Vec<i64>>(), ys = d)
            >> negate
    }
}
#[tokio::test]
async fn p130_gives() {
    check!(p130(&[vec![95, 82], vec![45, 74]]), P130Output { c: 10001 }, 7);
}

pipeline! {
    fn p131(grid: Vec<Vec<i64>>, xs: Vec<i64>, ys: Vec<i64>) {
        halves(ys = vec![9, 10])
            >> step_1: halves
            >> both_2: parallel {
                branch_3: zip_up(xs = xs, ys = xs.to_vec()),
                branch_4: flatten(grid = grid) -> [xs as grid] >> { total } >> up_to(a = c),
            } -> [zs as ys, b, xs as u]
    }
}
#[tokio::test]
async fn p131_gives() {
    check!(p131(vec![vec![88, 52], vec![], vec![67, 2, 48], vec![]], vec![4, 38, 1], vec![93, 7]), P131Output { ys: vec![279], b: 2, u: vec![0] }, 6);
}

pipeline! {
    fn p132(xs: Vec<i64>, a: i64, ys: Vec<i64>) {
        mix(a = a, b = xs.iter().map(|item| item % 10).sum::<i64>())
            >> step_1: up_to
            >> group_2: { negate(b = a) >> group_3: { add_one } >> halves }
            >> negate(b = d) -> [c]
            >> add_one
    }
}
#[tokio::test]
async fn p132_gives() {
    check!(p132(vec![41, 12], 92, vec![]), P132Output { a: 93 }, 7);
}

pipeline! {
    fn p133(c: i64, ys: Vec<i64>, xs: Vec<i64>) {
        halves
            >> parallel {
                map(zs as b) {
                    map(zs as b, limit = 3) {
                        step_1: negate >> up_to(a = b + 0) >> add_one(a = c * c % 1_009 + 8) -> [a as b],
                    } -> [b as f]
                        >> parallel {
                            branch_2: rows(xs = ys) >> blend(c, d = c) -> [a],
                            branch_3: mix(a = { let first = b * 1; first - b }, b = b)
                                >> {}
                                >> blend(c = b * b % 1_009 + 1) -> [a as e],
                            branch_4: add_one(a = b) -> [a as w],
                        }
                        >> {
                            blend(c = b, d = { let first = b * 2; first - a }) -> [a as grid] >> rows,
                        } -> [zs],
                } -> [zs as f],
                branch_5: total >> step_6: negate(b = xs.iter().map(|item| item % 10).sum::<i64>()) >> zip_up,
            } -> [b, f, zs]
    }
}
#[tokio::test]
async fn p133_gives() {
    check!(p133(14, vec![81, 20, 89], vec![62, 82, 78]), P133Output { b: 4, f: vec![vec![20, 89], vec![20, 89]], zs: vec![243] }, 30);
}

pipeline! {
    fn p134(xs: &[i64], a: i64, ys: &[i64]) {
        map((0..3_i64) as a, limit = 3) { zip_up }
            >> turn(b = { let first = a * 8; first - a }, c = a, d = a * a % 1_009 + 0)
    }
}
#[tokio::test]
async fn p134_gives() {
    check!(p134(&[79, 80], 97, &[52, 56, 90, 95]), P134Output { a: 776, b: 425, d: 1007 }, 4);
}

pipeline! {
    fn p135(a: i64, ys: Vec<i64>) {
        p97(c = a, a = a + 1, ys = ys)
    }
}
#[tokio::test]
async fn p135_gives() {
    check!(p135(91, vec![]), P135Output { c: 0 }, 1);
}

pipeline! {
    fn p136(grid: Vec<Vec<i64>>) {
        heads >> negate(b = 1)
    }
}
#[tokio::test]
async fn p136_gives() {
    check!(p136(vec![vec![29, 59, 15, 97]]), P136Output { c: 10006 }, 2);
}

pipeline! {
    fn p137(a: i64) -> [w, ys] {
        each_1: map((vec![1, 2]) as e, limit = 3) {
            map((0..3_i64) as a) {
                mix(a, b = e)
                    >> map((vec![a + 8, a * 2]) as b, limit = 1) { step_2: add_one } -> [a as b]
                    >> add_one -> [a as e],
            } -> [b]
                >> parallel { branch_3: mix(b = e), branch_4: { double -> [b] >> p128(c = 1) } } -> [d as w]
                >> {
                    heads(grid = vec![vec![9], vec![]])
                        >> parallel {
                            blend(c, d = w),
                            negate(b = c),
                            branch_5: halves(ys = zs) >> blend(d = c + 4) -> [a as d],
                        } -> [d, c]
                        >> flatten(grid = vec![zs.to_vec(), vec![1]]),
                } -> [w, a, xs],
        } -> [e, xs as h, w, a as ys]
    }
}
#[tokio::test]
async fn p137_gives() {
    check!(p137(12), P137Output { w: vec![37, 38], ys: vec![12, 12] }, 50);
}

pipeline! {
    fn p138(c: i64, ys: Vec<i64>, b: &i64) {
        { up_to(a = c) } >> map(xs as e, limit = 2) { p129(b = c) }
    }
}
#[tokio::test]
async fn p138_gives() {
    check!(p138(9, vec![39, 76], &1), P138Output { g: vec![vec![vec![vec![vec![4]]]]], u: vec![vec![vec![vec![5]]]], grid: vec![vec![vec![vec![vec![vec![0]]]]]] }, 7);
}

pipeline! {
    fn p139(b: &i64, c: i64) {
        up_to(a = b) >> rows(b = c) >> halves(ys = xs) >> total(xs = vec![9, 10])
    }
}
#[tokio::test]
async fn p139_gives() {
    check!(p139(&92, 39), P139Output { c: 19 }, 4);
}

pipeline! {
    fn p140(ys: &[i64]) {
        p111(xs = ys) -> [e as u, ys]
    }
}
#[tokio::test]
async fn p140_gives() {
    check!(p140(&[63, 38]), P140Output { u: 101, ys: vec![vec![vec![0, 1, 2, 63], vec![0, 1, 38]], vec![vec![0, 1, 2, 63], vec![0, 1, 38]]] }, 14);
}

pipeline! {
    fn p141(c: &i64) -> [b] {
        add_one(a = c) >> p116(c = c) >> { digits(a) } -> [c, b as zs] >> up_to(a = a) >> double
    }
}
#[tokio::test]
async fn p141_gives() {
    check!(p141(&87), P141Output { b: 5111 }, 5);
}

pipeline! {
    fn p142(ys: Vec<i64>) -> [b, zs as w] {
        zip_up(xs = ys.to_vec(), ys = ys.to_vec())
    }
}
#[tokio::test]
async fn p142_gives() {
    check!(p142(vec![]), P142Output { b: 0, w: vec![] }, 1);
}

pipeline! {
    fn p143(grid: Vec<Vec<i64>>, c: i64, b: i64) -> [g, b] {
        negate
            >> turn(d = b)
            >> map((0..3_i64) as b, limit = 4) {
                step_1: turn(c = c)
                    >> map(grid as ys, limit = 4) { { step_2: flatten(grid) >> turn -> [a, d as c] } } -> [c as g],
            }
            >> double -> [b]
    }
}
#[tokio::test]
async fn p143_gives() {
    check!(p143(vec![vec![16, 18], vec![25, 28, 69, 75], vec![88], vec![49, 69, 77]], 86, 95), P143Output { g: vec![vec![285, 285, 285, 285], vec![286, 286, 286, 286], vec![287, 287, 287, 287]], b: 0 }, 30);
}

pipeline! {
    fn p144(b: &i64, ys: &[i64]) -> [h, b, a as w, xs] {
        p142(ys)
            >> {
                parallel {
                    branch_1: parallel {
                        branch_2: zip_up(xs = w, ys = w.to_vec()) >> add_one(a = b),
                        branch_3: step_4: double(a = b),
                        branch_5: step_6: p116(c = b) -> [a as h],
                    },
                    branch_7: map(w as b) { p124(c = b) } -> [ys as f, grid as e]
                        >> grow(xs = w.iter().rev().chain(w.iter()).take(5).copied().collect::<Vec<i64>>(), a = b)
                        >> flatten(grid = f),
                },
            }
    }
}
#[tokio::test]
async fn p144_gives() {
    check!(p144(&34, &[67, 67]), P144Output { h: 9926, b: 8, w: 5, xs: vec![67, 67, 41, 67, 67] }, 21);
}

pipeline! {
    fn p145(ys: &[i64], grid: Vec<Vec<i64>>) -> [b, zs, b as h] {
        heads -> [zs, c as grid]
            >> blend(c = zs.iter().map(|item| item % 10).sum::<i64>(), d = { let first = grid * 9; first - grid }) -> [a]
            >> p114(xs = zs, a = a)
    }
}
#[tokio::test]
async fn p145_gives() {
    check!(p145(&[50, 22, 83, 36], vec![vec![72]]), P145Output { b: 5, zs: vec![172], h: 5 }, 3);
}

pipeline! {
    fn p146(ys: &[i64]) {
        halves(ys = ys.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>()) -> [zs, xs as f]
            >> step_1: p111(xs = ys) -> [e as w]
            >> add_one(a = { let first = w * 6; first - w })
            >> negate(b = w) -> [c as h]
    }
}
#[tokio::test]
async fn p146_gives() {
    check!(p146(&[34, 25]), P146Output { h: 9948 }, 17);
}

pipeline! {
    fn p147(xs: Vec<i64>, ys: Vec<i64>, grid: Vec<Vec<i64>>) -> [grid] {
        heads -> [c] >> mix(a = c, b = c) -> [d] >> p139(b = c) >> rows(b = c)
    }
}
#[tokio::test]
async fn p147_gives() {
    check!(p147(vec![0, 18, 40, 79], vec![45, 58, 87, 16], vec![vec![91, 47, 7], vec![11, 94], vec![]]), P147Output { grid: vec![vec![0, 18, 40, 79]] }, 7);
}

pipeline! {
    fn p148(c: i64, b: i64) -> [c] {
        step_1: p128 >> negate(b = { let first = c * 9; first - c })
    }
}
#[tokio::test]
async fn p148_gives() {
    check!(p148(6, 46), P148Output { c: 9959 }, 6);
}

pipeline! {
    fn p149(xs: Vec<i64>) {
        map(xs as a, limit = 1) {
            map((vec![1, 2]) as a) {
                group_1: { up_to(a) >> zip_up(ys = vec![2, 3]) -> [zs as grid] >> add_one(a = a + 5) } -> [a]
                    >> negate(b = a)
                    >> p148(b = a),
            },
        } -> [c, c as f]
            >> { total(xs = xs) >> turn(b = c, d = c) }
            >> add_one(a = b) -> [a]
            >> p135(ys = xs) -> [c as d]
    }
}
#[tokio::test]
async fn p149_gives() {
    check!(p149(vec![78, 97, 77, 65]), P149Output { d: 317 }, 84);
}

pipeline! {
    fn p150(b: i64, a: i64, c: i64) {
        map((vec![a + 4, b * 2]) as e) { p148 >> {} >> step_1: mix(a, b = c) } -> [d, b as w]
            >> negate -> [c]
            >> total(xs = d.to_vec())
    }
}
#[tokio::test]
async fn p150_gives() {
    check!(p150(56, 39, 11), P150Output { c: 58 }, 16);
}

pipeline! {
    fn p151(c: i64, a: i64, xs: Vec<i64>) {
        map((xs.to_vec()) as b) {
            p129
                >> add_one -> [a as g]
                >> parallel {
                    map((0..3_i64) as a, limit = xs.len() + 1) { mix >> total } -> [g as d, c as w],
                    p116(c) -> [a],
                },
        } -> [u, w as ys, g, a as h, d]
            >> each_1: map((0..3_i64) as b) { add_one -> [a] } -> [a as f]
    }
}
#[tokio::test]
async fn p151_gives() {
    check!(p151(84, 24, vec![73, 22, 53]), P151Output { f: vec![25, 25, 25] }, 297);
}

pipeline! {
    fn p152(c: i64) {
        { digits(a = c) >> p116 }
            >> negate(b = c)
            >> mix(a = c + 5, b = { let first = c * 5; first - a })
            >> step_1: digits
            >> turn
    }
}
#[tokio::test]
async fn p152_gives() {
    check!(p152(68), P152Output { a: 969, b: 9795, d: 757 }, 6);
}

pipeline! {
    fn p153(c: &i64) {
        mix(a = c, b = { let first = c * 8; first - c })
            >> double(a = c) -> [b]
            >> map((vec![b + 4, d * 2]) as b) {
                double(a = c)
                    >> step_1: add_one(a = c * c % 1_009 + 3)
                    >> map((vec![6, 7]) as e, limit = 1) {
                        blend(d = b) -> [a as d] >> step_2: blend(d = e),
                    } -> [b as xs, a as w],
            } -> [xs as zs]
    }
}
#[tokio::test]
async fn p153_gives() {
    check!(p153(&65), P153Output { zs: vec![vec![130, 130], vec![130, 130]] }, 14);
}

pipeline! {
    fn p154(c: i64, b: i64) {
        p152(c = { let first = b * 0; first - c })
    }
}
#[tokio::test]
async fn p154_gives() {
    check!(p154(33, 72), P154Output { a: 980, b: 526, d: 1498 }, 6);
}

pipeline! {
    fn p155(grid: &[Vec<i64>], a: i64) {
        flatten -> [xs as f]
            >> mix(a = a, b = a)
            >> { total(xs = f) >> turn(b = f.iter().map(|item| item % 10).sum::<i64>(), d = d) } -> [a, b as h, d, a as ys]
            >> map((vec![3, 4]) as b, limit = 3) {
                each_1: map((f) as a) {
                    map((f.iter().map(|item| item + 9).collect::<Vec<i64>>()) as a) {
                        mix(b) >> step_2: blend(c = b, d = f.len() as i64) >> turn(b = d, c = d, d),
                    } -> [h as e, d as g, a as zs, b as u]
                        >> blend(c = { let first = b * 6; first - a }, d = h),
                } -> [u as xs, a as c]
                    >> {}
                    >> up_to(a = 7) -> [xs]
                    >> blend(c = h, d = a),
            } -> [a as xs, h as b]
            >> double(a = ys)
    }
}
#[tokio::test]
async fn p155_gives() {
    check!(p155(&[vec![5, 26, 22, 79], vec![37, 30], vec![99, 10, 90, 80]], 91), P155Output { b: 396 }, 169);
}

pipeline! {
    fn p156(b: i64) {
        double(a = b) >> digits(a = b * b % 1_009 + 9)
    }
}
#[tokio::test]
async fn p156_gives() {
    check!(p156(8), P156Output { b: 26, c: 5 }, 2);
}

pipeline! {
    fn p157(grid: Vec<Vec<i64>>, c: i64, b: &i64) {
        turn(c = b, d = b + 6) >> group_1: { flatten >> p116 -> [a as grid] } -> [a, b as xs, grid, d as c]
    }
}
#[tokio::test]
async fn p157_gives() {
    check!(p157(vec![vec![]], 67, &10), P157Output { a: 20, xs: 26, grid: 7804, c: 26 }, 3);
}

pipeline! {
    fn p158(grid: Vec<Vec<i64>>, c: i64, xs: &[i64]) -> [grid as c, zs, xs as a] {
        zip_up(ys = xs)
    }
}
#[tokio::test]
async fn p158_gives() {
    check!(p158(vec![vec![10, 49, 64], vec![86], vec![11, 54, 89]], 24, &[53, 96]), P158Output { c: vec![vec![10, 49, 64], vec![86], vec![11, 54, 89]], zs: vec![159, 288], a: vec![53, 96] }, 1);
}

pipeline! {
    fn p159(xs: &[i64], grid: Vec<Vec<i64>>) {
        step_1: total >> up_to(a = c)
    }
}
#[tokio::test]
async fn p159_gives() {
    check!(p159(&[24], vec![vec![], vec![63, 5, 56]]), P159Output { xs: vec![] }, 2);
}

pipeline! {
    fn p160(b: i64, grid: Vec<Vec<i64>>, xs: Vec<i64>) {
        map(xs as a) {
            parallel {
                branch_1: each_2: map((xs.iter().rev().chain(xs.iter()).take(5).copied().collect::<Vec<i64>>()) as b, limit = xs.len() + 1) {
                    p136 >> zip_up(ys = xs.iter().map(|item| item + 4).collect::<Vec<i64>>()) >> flatten,
                } -> [xs as f],
                map(xs as b, limit = xs.len() + 1) { total(xs = xs) -> [c] >> negate(b = a) }
                    >> grow(xs) -> [ys]
                    >> add_one(a = ys.len() as i64),
            } -> [a as ys, f as c]
                >> turn(c = b, d = xs.len() as i64) -> [a as f, b as g, d as w]
                >> heads,
        }
    }
}
#[tokio::test]
async fn p160_gives() {
    check!(p160(15, vec![vec![45], vec![96, 4]], vec![]), P160Output { zs: vec![], c: vec![] }, 0);
}

pipeline! {
    fn p161(grid: Vec<Vec<i64>>) -> [zs as u, c] {
        group_1: { step_2: flatten >> flatten >> step_3: p122(ys = xs) } >> {} >> step_4: heads(grid)
    }
}
#[tokio::test]
async fn p161_gives() {
    check!(p161(vec![vec![32], vec![76, 33, 27, 24]]), P161Output { u: vec![32, 76], c: 2 }, 5);
}

pipeline! {
    fn p162(b: i64) {
        {
            both_1: parallel {
                branch_2: map((vec![b + 1, b * 2]) as e) {
                    up_to(a = e) >> step_3: up_to(a = xs.iter().map(|item| item % 10).sum::<i64>()) >> total,
                } -> [c, xs]
                    >> map(c as a) { double(a = a) >> flatten(grid = vec![vec![2], vec![]]) } -> [xs as zs, a],
                branch_4: negate -> [c as b],
            }
                >> flatten(grid = zs),
        } -> [xs]
            >> p128(c = b)
            >> grow(xs = xs, a = b) -> [ys]
    }
}
#[tokio::test]
async fn p162_gives() {
    check!(p162(34), P162Output { ys: vec![2, 2, 68] }, 18);
}

pipeline! {
    fn p163(xs: &[i64], a: i64) {
        p127(c = a, ys = xs.to_vec())
    }
}
#[tokio::test]
async fn p163_gives() {
    check!(p163(&[40, 59, 65], 59), P163Output { d: 5 }, 4);
}

pipeline! {
    fn p164(ys: Vec<i64>, b: &i64, xs: Vec<i64>) {
        negate >> up_to(a = xs.len() as i64) -> [xs] >> mix(a = b) >> turn(b = d, d = c)
    }
}
#[tokio::test]
async fn p164_gives() {
    check!(p164(vec![], &76, vec![34]), P164Output { a: 228, b: 9855, d: 228 }, 4);
}

pipeline! {
    fn p165(b: i64, grid: Vec<Vec<i64>>) {
        { turn(b = b, c = 3, d = b) } -> [b, a]
    }
}
#[tokio::test]
async fn p165_gives() {
    check!(p165(88, vec![vec![], vec![78]]), P165Output { b: 91, a: 91 }, 1);
}

pipeline! {
    fn p166(b: &i64) -> [grid] {
        negate(b = b) -> [c as grid]
    }
}
#[tokio::test]
async fn p166_gives() {
    check!(p166(&31), P166Output { grid: 9976 }, 1);
}

pipeline! {
    fn p167(xs: Vec<i64>, a: i64) {
        up_to(a = a) -> [xs]
            >> mix(a = xs.len() as i64, b = xs.iter().map(|item| item % 10).sum::<i64>()) -> [d]
            >> map((vec![9, 10]) as a) { mix(b = a) } -> [d as g]
            >> map((xs) as b) {
                each_1: map(xs as b) {
                    step_2: rows
                        >> map((xs) as e) { turn(c = d, d = e) } -> [b as u, e, d as f]
                        >> p158(c = d + 1) -> [zs as b, c, a],
                } -> [a as w, f, b as u, c]
                    >> map(xs as b, limit = 2) { { rows(xs = xs) >> negate -> [c] >> blend(c) } } -> [d as e],
            } -> [e]
            >> group_3: { { total >> up_to } -> [xs as h] >> step_4: halves(ys = h) >> digits -> [c] }
    }
}
#[tokio::test]
async fn p167_gives() {
    check!(p167(vec![7, 78, 2], 89), P167Output { c: 9 }, 14);
}

pipeline! {
    fn p168(xs: &[i64]) -> [zs] {
        zip_up(xs, ys = xs)
    }
}
#[tokio::test]
async fn p168_gives() {
    check!(p168(&[5, 52]), P168Output { zs: vec![15, 156] }, 1);
}

pipeline! {
    fn p169(b: i64, c: i64, a: i64) -> [d, zs] {
        mix
            >> each_1: map((vec![0, 1]) as e) {
                map((vec![d + 2, d * 2]) as b) {
                    parallel {
                        turn(b = c + 9, d = d),
                        up_to(a = { let first = b * 4; first - b }),
                    } -> [a as w, d, b, xs]
                        >> step_2: grow(a),
                }
                    >> mix(b = d) -> [d as b]
                    >> p165(b = d, grid = ys),
            } -> [a as xs, b as g]
            >> step_3: halves(ys = vec![2, 3])
    }
}
#[tokio::test]
async fn p169_gives() {
    check!(p169(22, 0, 87), P169Output { d: 283, zs: vec![3] }, 18);
}

pipeline! {
    fn p170(c: &i64, grid: Vec<Vec<i64>>) -> [a, d] {
        mix(a = { let first = c * 0; first - c }, b = 3) -> [d]
            >> p141(c = c) -> [b as grid]
            >> turn(b = grid, c = grid, d = grid) -> [a]
    }
}
#[tokio::test]
async fn p170_gives() {
    check!(p170(&2, vec![vec![61], vec![93, 52, 58], vec![92, 1]]), P170Output { a: 9915, d: 10004 }, 7);
}

pipeline! {
    fn p171(a: &i64, b: i64) -> [c as w, a as g, d] {
        mix >> map((vec![d + 4, a * 2]) as e) { mix(b = 5) >> up_to -> [xs as a] } -> [e as ys, a as c]
    }
}
#[tokio::test]
async fn p171_gives() {
    check!(p171(&54, 17), P171Output { w: vec![vec![0, 1], vec![0, 1]], g: 54, d: 179 }, 5);
}

pipeline! {
    fn p172(a: i64) -> [b, d] {
        p154(c = a, b = 1)
    }
}
#[tokio::test]
async fn p172_gives() {
    check!(p172(47), P172Output { b: 438, d: 1434 }, 6);
}

pipeline! {
    fn p173(a: i64, xs: Vec<i64>, grid: Vec<Vec<i64>>) {
        {
            map(xs as e) {
                total(xs)
                    >> {}
                    >> step_1: total(xs = xs)
                    >> parallel {
                        branch_2: turn(b = a, c = { let first = e * 8; first - e }, d = xs.iter().map(|item| item % 10).sum::<i64>()) -> [a, b, d],
                        branch_3: up_to(a = e) >> step_4: up_to,
                        branch_5: blend(d = e) -> [a as f],
                    } -> [a as g, f as u, xs],
            } -> [xs as h, g as e, u]
                >> each_6: map((e) as e, limit = 3) {
                    each_7: map((u.iter().rev().chain(u.iter()).take(5).copied().collect::<Vec<i64>>()) as e, limit = 4) {
                        heads(grid = h)
                            >> turn(b = a, c = zs.iter().map(|item| item % 10).sum::<i64>(), d = a),
                    } -> [zs, b, a as w, d, zs as f]
                        >> group_8: { heads -> [c as h] },
                } -> [b, u as c, h as f],
        } -> [b, f as g, b as u]
            >> total(xs = g)
            >> turn(b = a, d = c + 9) -> [d, b, a]
            >> map((xs) as a) { heads(grid) >> add_one -> [a as b] } -> [b as ys, a as w]
    }
}
#[tokio::test]
async fn p173_gives() {
    check!(p173(82, vec![61, 43], vec![vec![94], vec![85], vec![19, 30]]), P173Output { ys: vec![62, 44], w: vec![61, 43] }, 36);
}

pipeline! {
    fn p174(b: &i64) {
        add_one(a = b) -> [a]
    }
}
#[tokio::test]
async fn p174_gives() {
    check!(p174(&32), P174Output { a: 33 }, 1);
}

pipeline! {
    fn p175(c: i64, ys: Vec<i64>, b: &i64) {
        map(ys as b) {
            turn(b, d = b) -> [a, b as f, d]
                >> step_1: turn(c = ys.iter().map(|item| item % 10).sum::<i64>()),
        } -> [d, ys as a, d as g]
    }
}
#[tokio::test]
async fn p175_gives() {
    check!(p175(55, vec![78, 25, 60, 12], &62), P175Output { d: vec![234, 75, 180, 36], a: vec![vec![78, 25, 60, 12], vec![78, 25, 60, 12], vec![78, 25, 60, 12], vec![78, 25, 60, 12]], g: vec![234, 75, 180, 36] }, 8);
}

pipeline! {
    fn p176(ys: Vec<i64>) {
        zip_up(xs = ys)
            >> up_to(a = 8)
            >> p164(ys = zs, b)
            >> {}
            >> grow(a = ys.iter().map(|item| item % 10).sum::<i64>()) -> [ys as h]
    }
}
#[tokio::test]
async fn p176_gives() {
    check!(p176(vec![57, 64]), P176Output { h: vec![11] }, 7);
}

pipeline! {
    fn p177(b: i64, ys: Vec<i64>) -> [c] {
        map(ys as b) { negate } -> [c]
    }
}
#[tokio::test]
async fn p177_gives() {
    check!(p177(38, vec![]), P177Output { c: vec![] }, 0);
}

pipeline! {
    fn p178(a: i64, ys: &[i64], c: i64) {
        mix(b = a)
            >> { map(ys as b, limit = ys.len() + 1) { step_1: double -> [b] } -> [b] } -> [b]
            >> each_2: map((vec![2, 3]) as b) { double(a = d) -> [b] } -> [b as w]
            >> rows(xs = w.iter().rev().chain(ys.iter()).take(5).copied().collect::<Vec<i64>>(), b = d) -> [grid]
    }
}
#[tokio::test]
async fn p178_gives() {
    check!(p178(14, &[], 48), P178Output { grid: vec![vec![112, 112], vec![113, 113]] }, 4);
}

pipeline! {
    fn p179(c: i64) {
        { digits(a = c) }
            >> turn(b = b, c = b + 3, d = 3)
            >> {}
            >> double
            >> map((vec![c + 1, b * 2]) as a) {
                p139
                    >> parallel {
                        branch_1: map((vec![b + 9, a * 2]) as b, limit = 1) {
                            add_one(a = a + 6) >> turn(c = b) -> [b as xs, a as e],
                        },
                        branch_2: p174 >> up_to(a = b + 8) -> [xs as h],
                    },
            }
    }
}
#[tokio::test]
async fn p179_gives() {
    check!(p179(32), P179Output { xs: vec![vec![33, 12], vec![33, 78]], e: vec![vec![54, 12], vec![54, 144]], h: vec![vec![0, 1], vec![0, 1]] }, 23);
}

pipeline! {
    fn p180(c: i64, grid: Vec<Vec<i64>>, a: i64) {
        add_one(a = a)
            >> map(grid as e) {
                map(e as e, limit = 3) {
                    heads
                        >> negate(b = e)
                        >> {
                            digits
                                >> p163(xs = zs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>(), a = e)
                                >> step_1: up_to(a = c),
                        },
                },
            }
            >> heads(grid = grid)
            >> step_2: add_one -> [a as g]
            >> negate(b = zs.iter().map(|item| item % 10).sum::<i64>()) -> [c]
    }
}
#[tokio::test]
async fn p180_gives() {
    check!(p180(57, vec![vec![46, 32, 95]], 65), P180Output { c: 10001 }, 25);
}

pipeline! {
    fn p181(xs: Vec<i64>, ys: &[i64]) {
        total(xs = ys.iter().map(|item| item + 2).collect::<Vec<i64>>()) >> double(a = c * c % 1_009 + 4)
    }
}
#[tokio::test]
async fn p181_gives() {
    check!(p181(vec![34, 93, 68], &[]), P181Output { b: 8 }, 2);
}

pipeline! {
    fn p182(ys: &[i64]) {
        total(xs = ys)
    }
}
#[tokio::test]
async fn p182_gives() {
    check!(p182(&[85]), P182Output { c: 85 }, 1);
}

pipeline! {
    fn p183(xs: Vec<i64>, grid: &[Vec<i64>], b: i64) {
        map((xs) as b) {
            total -> [c as g]
                >> step_1: total(xs = xs) -> [c as w]
                >> p182(ys = xs.iter().map(|item| item + 1).collect::<Vec<i64>>()),
        } -> [c]
    }
}
#[tokio::test]
async fn p183_gives() {
    check!(p183(vec![50, 25], &[], 75), P183Output { c: vec![77, 77] }, 6);
}

pipeline! {
    fn p184(ys: &[i64], grid: Vec<Vec<i64>>) -> [ys as f, b as c, zs] {
        halves(ys = ys)
            >> map(ys as e) { step_1: rows(b = { let first = e * 2; first - e }) } -> [grid as b, ys as c, grid as h]
            >> p168(xs = ys)
    }
}
#[tokio::test]
async fn p184_gives() {
    check!(p184(&[], vec![vec![6, 93], vec![], vec![], vec![51, 22]]), P184Output { f: vec![], c: vec![], zs: vec![] }, 2);
}

pipeline! {
    fn p185(ys: Vec<i64>) -> [zs, b, c as f] {
        halves
            >> group_1: { total -> [c] } -> [xs, c as b]
            >> step_2: double(a = b)
            >> parallel {
                negate,
                branch_3: map((ys) as a, limit = 3) { total(xs = zs) -> [c] } >> grow(a = b) -> [ys] >> add_one(a = b),
            }
    }
}
#[tokio::test]
async fn p185_gives() {
    check!(p185(vec![35, 38, 13]), P185Output { zs: vec![38, 13], b: 70, f: 9937 }, 9);
}

pipeline! {
    fn p186(a: i64, xs: &[i64]) {
        rows(b = a)
    }
}
#[tokio::test]
async fn p186_gives() {
    check!(p186(5, &[85, 97]), P186Output { grid: vec![vec![85, 97], vec![86, 98]] }, 1);
}

pipeline! {
    fn p187(xs: &[i64]) {
        p168(xs)
            >> {}
            >> both_1: parallel {
                branch_2: map(xs as b) {
                    rows
                        >> parallel {
                            branch_3: step_4: double(a = xs.iter().map(|item| item % 10).sum::<i64>()),
                            digits(a = xs.len() as i64) -> [c, b as e] >> flatten >> grow(xs = xs, a = 0),
                            branch_5: turn(c = b, d = b) -> [a, b as g, d],
                        } -> [g as e, ys, a, d as b],
                },
                map(zs as e, limit = zs.len() + 1) {
                    each_6: map(zs as b) { rows >> digits(a = b) -> [b as d, c as ys] }
                        >> digits(a = e) -> [b as xs, c],
                } -> [xs as f, c],
            }
    }
}
#[tokio::test]
async fn p187_gives() {
    check!(p187(&[41, 87, 53]), P187Output { e: vec![82, 174, 106], ys: vec![vec![41, 87, 53, 42, 88, 0], vec![0], vec![41, 87, 53, 42, 88, 0]], a: vec![82, 174, 106], b: vec![82, 174, 106], f: vec![12, 26, 15], c: vec![3, 1, 9] }, 40);
}

pipeline! {
    fn p188(ys: Vec<i64>, a: &i64, b: i64) -> [ys, a] {
        add_one(a) >> {} >> p175(c = { let first = b * 9; first - b }) -> [g, d as ys]
    }
}
#[tokio::test]
async fn p188_gives() {
    check!(p188(vec![64, 35], &81, 84), P188Output { ys: vec![192, 105], a: 82 }, 5);
}

pipeline! {
    fn p189(a: i64, ys: &[i64]) {
        p166(b = a) -> [grid as ys]
    }
}
#[tokio::test]
async fn p189_gives() {
    check!(p189(96, &[]), P189Output { ys: 9911 }, 1);
}

pipeline! {
    fn p190(ys: Vec<i64>, b: i64, xs: Vec<i64>) {
        map(xs as e) { digits(a = e) } -> [b as a]
            >> negate(b = b) -> [c]
            >> mix(a = c, b = 4) -> [d]
            >> p175(ys = xs, b = c) -> [d, g as f, a]
            >> step_1: heads(grid = a)
    }
}
#[tokio::test]
async fn p190_gives() {
    check!(p190(vec![67, 36, 79, 49], 54, vec![59]), P190Output { zs: vec![59], c: 1 }, 6);
}

pipeline! {
    fn p191(xs: Vec<i64>, c: i64) {
        zip_up(xs = xs, ys = xs) >> negate(b = b) >> up_to(a = b)
    }
}
#[tokio::test]
async fn p191_gives() {
    check!(p191(vec![53, 98], 26), P191Output { xs: vec![] }, 3);
}

pipeline! {
    fn p192(a: i64, c: i64) {
        parallel {
            branch_1: blend(c = c, d = c * c % 1_009 + 7) >> double,
            turn(b = c, d = c * a % 1_009 + 8) >> step_2: turn(d) >> add_one,
            blend(c = c + 0, d = 1) -> [a as xs],
        } -> [a as w, b as xs]
    }
}
#[tokio::test]
async fn p192_gives() {
    check!(p192(37, 47), P192Output { w: 833, xs: 8121 }, 6);
}

pipeline! {
    fn p193(xs: Vec<i64>, ys: Vec<i64>) {
        total(xs = ys) >> {} >> step_1: p192(a = c) -> [xs, w] >> blend(d = c)
    }
}
#[tokio::test]
async fn p193_gives() {
    check!(p193(vec![53, 3, 51, 38], vec![68, 75, 58]), P193Output { a: 9203 }, 8);
}

pipeline! {
    fn p194(xs: Vec<i64>, c: i64) {
        add_one(a = c) -> [a]
            >> {
                step_1: mix(a = a + 6, b = c) >> map((0..3_i64) as b) { mix } -> [d as h, xs as b] >> blend,
            }
            >> {}
            >> zip_up(ys = xs)
    }
}
#[tokio::test]
async fn p194_gives() {
    check!(p194(vec![40, 8, 25, 20], 21), P194Output { zs: vec![120, 24, 75, 60], b: 8 }, 7);
}

pipeline! {
    fn p195(b: i64) {
        step_1: p166 -> [grid as xs]
    }
}
#[tokio::test]
async fn p195_gives() {
    check!(p195(46), P195Output { xs: 9961 }, 1);
}

pipeline! {
    fn p196(c: i64) {
        each_1: map((0..3_i64) as b) {
            {
                map((vec![8, 9]) as a, limit = 3) { p195 >> mix(a = b * b % 1_009 + 3) }
                    >> each_2: map((vec![8, 9]) as a) { p174 -> [a] >> turn(b, c = b, d = b) >> blend(c) } -> [a]
                    >> double(a = b * b % 1_009 + 1),
            } -> [b as g]
                >> digits(a = c) -> [c as d]
                >> step_3: add_one(a = g) -> [a as ys],
        } -> [ys]
    }
}
#[tokio::test]
async fn p196_gives() {
    check!(p196(4), P196Output { ys: vec![3, 5, 11] }, 39);
}

pipeline! {
    fn p197(grid: &[Vec<i64>], ys: &[i64]) {
        total(xs = ys)
            >> parallel {
                branch_1: map(ys as e) {
                    heads(grid = vec![ys.to_vec(), vec![0]])
                        >> grow(xs = vec![1, 2], a = e)
                        >> negate(b = zs.len() as i64),
                } -> [c as b, zs],
                map(grid as e) {
                    map(e as b) { heads } -> [e as f, c as u, zs]
                        >> flatten
                        >> parallel {
                            heads,
                            grow(a = 3) -> [ys] >> rows(b = c),
                            branch_2: negate(b = { let first = c * 7; first - c }) -> [c as w],
                        } -> [w, grid, c],
                } -> [w, c as h, grid as e],
            }
    }
}
#[tokio::test]
async fn p197_gives() {
    check!(p197(&[vec![90]], &[32, 76, 48]), P197Output { b: vec![10005, 10005, 10005], zs: vec![vec![32, 0], vec![32, 0], vec![32, 0]], w: vec![9071], h: vec![1], e: vec![vec![]] }, 16);
}

pipeline! {
    fn p198(b: i64, grid: &[Vec<i64>], a: &i64) {
        p195
            >> parallel { p174(b) >> group_1: { add_one } -> [a], up_to -> [xs as h] }
            >> group_2: { mix -> [d] >> zip_up(xs = h, ys = h) } -> [b, zs]
            >> zip_up(xs = zs, ys = h)
            >> step_3: zip_up(xs = zs.iter().rev().chain(zs.iter()).take(5).copied().collect::<Vec<i64>>(), ys = h)
    }
}
#[tokio::test]
async fn p198_gives() {
    check!(p198(47, &[vec![54, 47, 87], vec![97]], &4), P198Output { zs: vec![], b: 0 }, 8);
}

pipeline! {
    fn p199(b: &i64) {
        double(a = b)
    }
}
#[tokio::test]
async fn p199_gives() {
    check!(p199(&36), P199Output { b: 72 }, 1);
}
