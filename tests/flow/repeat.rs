use runnable::{Turns, prelude::*};

#[task(returns = [draft, score])]
async fn improve(draft: String, turn: usize) -> (String, usize) {
    let draft = format!("{draft}{turn}");
    let score = draft.len();
    (draft, score)
}

#[task(returns = [length])]
async fn measure(draft: &str) -> usize {
    draft.len()
}

pipeline! {
    fn refine(draft: String, goal: usize) -> [draft, score, length] {
        repeat(max = 5, index as turn) { improve } until(score >= goal) -> [draft, score]
            >> measure
    }
}

#[tokio::test]
async fn a_repeat_carries_values_over_until_its_condition_holds() {
    let output = refine("x".into(), 4).execute().await.unwrap();
    assert_eq!((output.draft.as_str(), output.score, output.length), ("x012", 4, 4));
}

#[tokio::test]
async fn reaching_max_succeeds_and_is_reported() {
    for (goal, count, exhausted) in [(3, 2, false), (100, 5, true)] {
        let mut run = refine("x".into(), goal).execute_streaming();
        let (mut turns, mut paths) = (None, vec![]);
        while let Some(event) = run.next().await {
            if let Some(Lifecycle::LoopFinished(ended)) = event.lifecycle() {
                assert_eq!(event.path(), "repeat");
                let json = serde_json::to_value(&event).unwrap();
                assert_eq!(json["type"], "step.finished");
                assert_eq!(
                    json["data"],
                    serde_json::json!({"outcome": "success", "turns": count, "exhausted": exhausted})
                );
                turns = Some(*ended);
            }
            if matches!(event.lifecycle(), Some(Lifecycle::StepStarted)) {
                paths.push(event.path().to_string());
            }
        }
        let Turns { count: ran, exhausted: out, .. } = turns.unwrap();
        assert_eq!((ran, out), (count, exhausted));
        let mut expected = vec!["repeat".to_owned()];
        expected.extend((0..count).map(|turn| format!("repeat[{turn}]/improve")));
        expected.push("measure".to_owned());
        assert_eq!(paths, expected);
        assert!(run.output().await.is_ok());
    }
}

#[task(returns = [n])]
async fn add(n: u64, step: &u64) -> u64 {
    n + step
}

#[task(returns = [total])]
async fn sum(all: &[u64]) -> u64 {
    all.iter().sum()
}

pipeline! {
    fn nested(starts: Vec<u64>, step: u64, max: usize) -> [all, total] {
        map(starts as n) {
            outer: repeat(max = max) {
                inner: repeat(max = 3) { add } until(n % 10 == 0)
            } until(n > 20)
        } -> [n as all]
            >> sum
    }
}

#[tokio::test]
async fn a_repeat_in_a_repeat_in_a_map_runs() {
    let output = nested(vec![0, 7], 5, 4).execute().await.unwrap();
    // 0: 5, 10 | 15, 20 | 25, 30. 7: 12, 17, 22.
    assert_eq!(output.all, [30, 22]);
    assert_eq!(output.total, 52);
}

#[tokio::test]
async fn a_repeat_in_an_expression_runs() {
    let (limit, begin) = (50, 1);
    let output = pipeline!(start: add(n = begin, step = 0) >> repeat(max = limit / 10) { add(step = n) } until(n > limit as u64)).execute().await.unwrap();
    assert_eq!(output.n, 32);
}
