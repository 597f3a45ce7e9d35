//! The critical path, folded maps and dead times of random records, against definitions that are slow and short.

use crate::support::{START, at, run, step};
use runnable_store::{RunRecord, RunStatus, StepRecord, StepStatus};
use runnable_view::{Recording, RunModel, StepShape};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

struct Random(u64);

impl Random {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }
}

/// Returns a run of at most `size` steps in several parts, between which its process was dead.
fn random(seed: u64, size: u64) -> (RunRecord, Vec<StepRecord>, Vec<(u64, u64)>) {
    let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let (mut steps, mut dead, mut now) = (Vec::<StepRecord>::new(), vec![], 0);
    let mut used = BTreeSet::new();
    for part in 0..=random.below(3) {
        let began = now;
        let mut alive = began;
        let mut open = vec![];
        for _ in 0..=random.below(size) {
            let names = ["a", "b", "sub/c", "sub/d", "items", "sub/rows"];
            let mut path = names[usize::try_from(random.below(6)).expect("small")].to_owned();
            if path.ends_with('s') {
                let _ = write!(
                    path,
                    "[{}]/{}",
                    random.below(6),
                    ["x", "y"][usize::try_from(random.below(2)).expect("small")]
                );
            }
            if !used.insert((part, path.clone())) {
                continue;
            }
            let start = now + random.below(20);
            now = start;
            let end = start + random.below(30);
            let statuses = [StepStatus::Succeeded, StepStatus::Failed, StepStatus::Cancelled, StepStatus::Interrupted];
            let status = statuses[usize::try_from(random.below(4)).expect("small")];
            let attempt = u32::try_from(steps.iter().filter(|step| step.path == path).count() + 1).expect("small");
            alive = alive.max(start);
            if status == StepStatus::Interrupted {
                open.push(steps.len());
            } else {
                alive = alive.max(end);
            }
            steps.push(step(&path, attempt, status, start, end));
        }
        now = alive;
        if !open.is_empty() {
            // The process died after its last entry, and was resumed later.
            let resumed = alive + 1 + random.below(10_000);
            for at_ in open {
                steps[at_].ended = Some(at(resumed));
            }
            dead.push((alive, resumed));
            // The next part starts a step, so that the resume shows.
            steps.push(step(&format!("first{part}"), 1, StepStatus::Succeeded, resumed, resumed + 1));
            now = resumed + 1;
        }
    }
    (run(RunStatus::Succeeded, now + 1), steps, dead)
}

fn interval(model: &RunModel<'_>, of: usize) -> (i64, i64) {
    let node = &model.nodes()[of];
    let attempts = model.nodes()[of..node.end].iter().flat_map(|node| &node.attempts);
    let ends: Vec<_> = attempts.map(|attempt| (attempt.start, attempt.end)).collect();
    (ends.iter().map(|end| end.0).min().expect("an attempt"), ends.iter().map(|end| end.1).max().expect("an attempt"))
}

/// Marks the critical children of a node by looking at all pairs.
fn critical(model: &RunModel<'_>, of: Option<usize>, marked: &mut BTreeSet<usize>) {
    let all: Vec<_> = model.children(of).collect();
    let failed = |status| matches!(status, StepStatus::Failed | StepStatus::Recovered);
    let overlap = |a: (i64, i64), b: (i64, i64)| a.0 <= b.1 && b.0 <= a.1;
    let ended = |at: &usize| {
        model.nodes()[*at].status != StepStatus::Cancelled
            || !all.iter().any(|other| {
                failed(model.nodes()[*other].status) && overlap(interval(model, *other), interval(model, *at))
            })
    };
    let mut left: Vec<_> = all.iter().copied().filter(ended).collect();
    let mut before = i64::MAX;
    loop {
        left.retain(|at| interval(model, *at).1 <= before);
        let last = left.iter().copied().max_by_key(|at| (interval(model, *at).1, model.nodes()[*at].first));
        let Some(last) = last else { return };
        marked.insert(last);
        critical(model, Some(last), marked);
        before = interval(model, last).0;
        left.retain(|at| *at != last);
    }
}

#[test]
fn the_critical_path_is_that_of_all_pairs() {
    for seed in 0..400 {
        let (run, steps, _) = random(seed, 30);
        let model = Recording::new(&run, &steps, at(0)).model();
        let mut expected = BTreeSet::new();
        critical(&model, None, &mut expected);
        let marked: BTreeSet<_> = (0..model.nodes().len()).filter(|at| model.nodes()[*at].critical).collect();
        assert_eq!(marked, expected, "seed {seed}");
    }
}

#[test]
fn folded_maps_count_the_worst_status_of_each_item() {
    for seed in 0..400 {
        let (run, steps, _) = random(seed, 60);
        let model = Recording::new(&run, &steps, at(0)).model();
        let mut last: BTreeMap<&str, StepStatus> = BTreeMap::new();
        steps.iter().for_each(|step| _ = last.insert(&step.path, step.status));
        for node in model.nodes().iter().filter(|node| node.shape == StepShape::Items) {
            let mut items: BTreeMap<&str, Vec<StepStatus>> = BTreeMap::new();
            for (path, status) in &last {
                if let Some(rest) = path.strip_prefix(node.path).and_then(|rest| rest.strip_prefix('[')) {
                    items.entry(rest.split(']').next().expect("an index")).or_default().push(*status);
                }
            }
            let worst = |of: &[StepStatus]| {
                let order = [StepStatus::Failed, StepStatus::Interrupted, StepStatus::Cancelled];
                order.into_iter().find(|status| of.contains(status)).unwrap_or(StepStatus::Succeeded)
            };
            for status in [StepStatus::Succeeded, StepStatus::Failed, StepStatus::Cancelled, StepStatus::Interrupted] {
                let expected = items.values().filter(|of| worst(of) == status).count();
                assert_eq!(node.items.of(status), expected, "seed {seed}, {}, {status}", node.path);
            }
        }
    }
}

#[test]
fn dead_times_are_those_in_which_the_process_was_dead() {
    for seed in 0..400 {
        let (run, steps, dead) = random(seed, 30);
        let model = Recording::new(&run, &steps, at(0)).model();
        let relative = |moment: i64| u64::try_from(moment).expect("after the epoch") - START;
        let gaps: Vec<_> = model.gaps().iter().map(|gap| (relative(gap.from), relative(gap.until))).collect();
        assert_eq!(gaps, dead, "seed {seed}");
        // The axis counts each living millisecond once.
        let end = relative(model.parts().last().expect("a part").end);
        let mut work = 0;
        for moment in 0..=end {
            let passed = model.work_before(i64::try_from(START + moment).expect("small"));
            assert_eq!(passed.as_millis(), work, "seed {seed}, {moment} ms");
            work += u128::from(!dead.iter().any(|(from, until)| *from <= moment && moment < *until));
        }
    }
}

#[test]
fn many_and_deep_paths_are_quick_and_do_not_overflow_the_stack() {
    let run = run(RunStatus::Succeeded, 10_000);
    let path = |i: u64| format!("{}{}", "deep/".repeat(2_000), i % 7);
    let steps: Vec<_> = (0..300).map(|i| step(&path(i), 1, StepStatus::Succeeded, i, i + 1)).collect();
    let model = Recording::new(&run, &steps, at(0)).model();
    assert_eq!(model.nodes().len(), 2_000 + 7);
    assert!(model.tree(&runnable_view::TextStyle::new()).lines().count() < 2_020);
    let flat: Vec<_> =
        (0..10_000).map(|i| step(&format!("items[{i}]/work"), 1, StepStatus::Succeeded, i, i + 1)).collect();
    let model = Recording::new(&run, &flat, at(0)).model();
    assert_eq!(model.nodes().len(), 20_001);
    assert_eq!(model.critical().count(), 10_000);
}

#[test]
fn times_out_of_order_are_harmless() {
    let mut run = run(RunStatus::Failed, 10);
    let mut steps = vec![
        step("a", 1, StepStatus::Succeeded, 50, 20),
        step("b[0]/c", 1, StepStatus::Interrupted, 90, 1),
        step("b[1]/c", 2, StepStatus::Running, 5, 5),
        step("a", 2, StepStatus::Failed, 0, 1_000_000_000_000),
    ];
    steps[1].started = std::time::UNIX_EPOCH - std::time::Duration::from_hours(1_000_000);
    steps[2].ended = Some(std::time::UNIX_EPOCH + std::time::Duration::from_hours(1_000_000_000));
    for parent in [None, Some("other".to_owned())] {
        run.parent = parent;
        let model = Recording::new(&run, &steps, std::time::UNIX_EPOCH).model();
        let style = runnable_view::TextStyle::new();
        for text in [model.tree(&style), model.timeline(&style), model.html()] {
            assert!(text.contains("translate_all"));
        }
        assert!(model.nodes().iter().flat_map(|node| &node.attempts).all(|attempt| attempt.start <= attempt.end));
    }
}
