use runnable::prelude::*;

#[derive(Debug, Clone, PartialEq)]
enum Mood {
    Calm,
    Angry { level: u32 },
    Named(String),
}

#[task(returns = [text])]
async fn soften(text: String, level: u32) -> String {
    format!("{text} (softened {level})")
}

#[task(returns = [text])]
async fn shout(text: String) -> String {
    text.to_uppercase()
}

#[task(returns = [words])]
async fn count(text: &str) -> usize {
    text.split(' ').count()
}

#[task(returns = [text])]
async fn name(name: String) -> String {
    name
}

pipeline! {
    fn by_mood(mood: Mood, text: String) -> [text, words] {
        match mood {
            Mood::Angry { level } if *level > 3 => soften >> shout,
            Mood::Angry { level } => only: soften,
            Mood::Named(name) => name,
            Mood::Calm => {}
        } >> count
    }
}

#[tokio::test]
async fn a_match_runs_the_arm_that_matches() {
    let run = |mood| async move { by_mood(mood, "a b".into()).execute().await.unwrap().text };
    assert_eq!(run(Mood::Calm).await, "a b");
    assert_eq!(run(Mood::Angry { level: 2 }).await, "a b (softened 2)");
    assert_eq!(run(Mood::Angry { level: 4 }).await, "A B (SOFTENED 4)");
    assert_eq!(run(Mood::Named("me".into())).await, "me");
}

pipeline! {
    fn by_length(text: String, limit: usize) -> [text] {
        count
            >> if words > limit { shout }
            else if words == 0 { fixed: name(name = "nothing".to_owned()) }
            else if let Some(rest) = text.strip_prefix("x ") { stripped: name(name = rest) }
    }
}

#[tokio::test]
async fn an_if_runs_the_first_condition_that_holds() {
    for (text, expected) in [("a b c", "A B C"), ("a", "a"), ("x b", "b")] {
        assert_eq!(by_length(text.into(), 2).execute().await.unwrap().text, expected);
    }
}

pipeline! {
    fn each(moods: Vec<Mood>, text: String) -> [texts] {
        map(moods as mood) {
            parallel {
                one: match mood {
                    Mood::Angry { level } => soften,
                    _ => shout,
                } -> [text as new],
                two: if text.is_empty() { count } else { other: count(text = "a b") },
            }
        } -> [new as texts]
    }
}

#[tokio::test]
async fn a_choice_in_a_parallel_in_a_map_runs() {
    let output = each(vec![Mood::Calm, Mood::Angry { level: 1 }], "a".into()).execute().await.unwrap();
    assert_eq!(output.texts, ["A", "a (softened 1)"]);
}

#[tokio::test]
async fn a_choice_in_an_expression_borrows_from_its_surroundings() {
    let (mood, text) = (Mood::Named("me".into()), String::from("a b"));
    let output = pipeline!(match &mood {
        Mood::Named(name) if name.len() > 1 => name(name = name.clone()),
        _ => shout(text = text.clone()),
    })
    .execute()
    .await
    .unwrap();
    assert_eq!(output.text, "me");
    assert_eq!(mood, Mood::Named("me".into()));
}

pipeline! {
    /// Nothing reads the name that both arms return, so it may have two types.
    fn unread(flag: bool, text: String) -> [words, text] {
        early: count
            >> if flag { late: count -> [words as loud] } else { shout -> [text as loud] }
    }
}

#[tokio::test]
async fn arms_may_return_different_types_for_an_unread_name() {
    assert_eq!(unread(true, "a b".into()).execute().await.unwrap(), UnreadOutput { words: 2, text: "a b".into() });
}
