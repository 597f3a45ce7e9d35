//! The inputs of recalled steps.

use super::*;
use serde::{Deserialize, Serialize};

pipeline! {
    fn bound(name: String) -> [n, last] { pass(n = setting(name) + 10) >> finish }
}

#[tokio::test]
async fn a_recalled_step_with_another_input_is_refused_before_a_body_runs() {
    let (runner, name) = (runner().await, unique("bound"));
    fail(&runner, bound(name.clone()), &name, "finish").await;
    set(&name, 5);
    let error = runner.resume::<Bound>(&name).await.expect_err("the binding has changed");
    refused(&error, &["`pass`", "`n`", "`10` is recorded", "now it is `15`"]);
    assert_eq!(error.path(), "pass");
    assert_eq!(done(&format!("{name}/finish")), 1);
    set(&name, 0);
    assert_eq!(runner.resume::<Bound>(&name).await.expect("it is as before").n, 10);
    assert_eq!((done(&format!("{name}/pass/10")), done(&format!("{name}/finish"))), (1, 2));
}

#[tokio::test]
async fn a_refusal_in_a_sqlite_file_leaves_a_run_that_can_be_resumed() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = folder.path().join("runs.db").display().to_string();
    let name = unique("bound");
    let runner = || async { Runner::builder().run_log(&url).build().await.expect("a runner") };
    fail(&runner().await, bound(name.clone()), &name, "finish").await;
    set(&name, 1);
    let error = runner().await.resume::<Bound>(&name).await.expect_err("the binding has changed");
    refused(&error, &["`n`", "`10`", "`11`"]);
    set(&name, 0);
    let runner = runner().await;
    runner.resume::<Bound>(&name).await.expect("it is as before");
    runner.log().expect("a log").check().await.expect("it is sound");
}

/// A hasher whose order of items the test chooses.
#[derive(Default)]
struct Seeded(DefaultHasher);

static SEED: AtomicU32 = AtomicU32::new(0);

impl Hasher for Seeded {
    fn finish(&self) -> u64 {
        let mut hasher = self.0.clone();
        hasher.write_u32(SEED.load(Ordering::Relaxed));
        hasher.finish()
    }
    fn write(&mut self, bytes: &[u8]) {
        self.0.write(bytes);
    }
}

type Set = HashSet<u32, BuildHasherDefault<Seeded>>;
type Map = HashMap<String, u32, BuildHasherDefault<Seeded>>;

/// Takes what has no order.
#[task(returns = [sum])]
async fn add_up(name: &str, set: Set, map: &Map, nested: Vec<Set>, large: &Set) -> Result<u32, String> {
    act(&format!("{name}/add_up"))?;
    Ok(set.iter().chain(large).chain(map.values()).sum::<u32>() + u32::try_from(nested.len()).unwrap_or(0))
}

pipeline! {
    fn unordered(name: String, set: Set, map: Map, nested: Vec<Set>, large: Set) -> [sum, last] { add_up >> finish }
}

#[tokio::test]
async fn sets_and_maps_in_another_order_are_equal() {
    let (runner, name) = (runner().await, unique("unordered"));
    let set = || (0..20).collect::<Set>();
    let map = (0..20).map(|n| (format!("key {n}"), n)).collect();
    let large = (0..20_000).collect();
    fail(&runner, unordered(name.clone(), set(), map, vec![set(), set()], large), &name, "finish").await;
    let before = set().into_iter().collect::<Vec<_>>();
    SEED.store(77, Ordering::Relaxed);
    assert_ne!(set().into_iter().collect::<Vec<_>>(), before, "the order has changed");
    runner.resume::<Unordered>(&name).await.expect("they are equal");
    assert_eq!(done(&format!("{name}/add_up")), 1);
}

/// Takes values of every kind.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Exact {
    number: u64,
    float: f64,
    text: String,
}

#[expect(clippy::ptr_arg, reason = "a parameter may borrow a list as well as a slice")]
#[task(returns = [size])]
async fn weigh(name: &str, exact: &Exact, text: &str, list: &[u32], items: &Vec<String>) -> Result<usize, String> {
    act(&format!("{name}/weigh"))?;
    Ok(exact.text.len() + text.len() + list.len() + items.len())
}

fn exact(name: &str) -> Exact {
    let change = setting(name);
    Exact {
        number: 9_007_199_254_740_992 + u64::from(change == 1),
        float: if change == 2 { 0.300_000_000_000_000_04 } else { 0.3 },
        text: if change == 3 { "né".into() } else { "ne".into() },
    }
}

pipeline! {
    fn weighed(name: String) -> [size, last] {
        weigh(
            exact = exact(name),
            text = if setting(name) == 4 { "b" } else { "a" },
            list = if setting(name) == 5 { [1, 2] } else { [2, 1] },
            items = vec!["x".repeat(if setting(name) == 6 { 70_001 } else { 70_000 })],
        ) >> finish
    }
}

#[tokio::test]
async fn every_difference_of_a_value_is_found() {
    let (runner, name) = (runner().await, unique("weighed"));
    fail(&runner, weighed(name.clone()), &name, "finish").await;
    for (change, input) in [(1, "exact"), (2, "exact"), (3, "exact"), (4, "text"), (5, "list"), (6, "items")] {
        set(&name, change);
        let error = runner.resume::<Weighed>(&name).await.expect_err("a value has changed");
        refused(&error, &["`weigh`", &format!("`{input}`")]);
    }
    assert_eq!(done(&format!("{name}/finish")), 1);
    set(&name, 0);
    runner.resume::<Weighed>(&name).await.expect("all is as before");
    assert_eq!(done(&format!("{name}/weigh")), 1);
}

#[tokio::test]
async fn a_large_input_is_recorded_as_a_hash() {
    let (runner, name) = (runner().await, unique("weighed"));
    fail(&runner, weighed(name.clone()), &name, "finish").await;
    let steps = steps(&runner, &name).await;
    let inputs = steps[0].inputs.as_ref().expect("they are recorded").get();
    assert!(inputs.len() < 1000 && inputs.contains(r#""text":"a""#), "{inputs}");
    let [hashed] = &*steps[0].hashed else { panic!("a single input is large") };
    assert_eq!((hashed.name.as_str(), hashed.size, hashed.hash.len()), ("items", 70_004, 64));
}

/// Does not serialize.
struct Handle(u32);

/// Has an implementation that fails.
#[derive(Debug, Clone)]
struct Stubborn(u32);

impl Serialize for Stubborn {
    fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("it will not"))
    }
}

#[task(returns = [n])]
async fn hold(name: &str, handle: &Handle, stubborn: &Stubborn, n: u32) -> Result<u32, String> {
    act(&format!("{name}/hold"))?;
    Ok(handle.0 + stubborn.0 + n)
}

pipeline! {
    fn handled(name: String) -> [n, last] {
        hold(handle = Handle(setting(name)), stubborn = Stubborn(setting(name)), n = 1) >> finish
    }
}

#[tokio::test]
async fn an_input_that_does_not_serialize_is_listed_as_unchecked() {
    let (runner, name) = (runner().await, unique("handled"));
    fail(&runner, handled(name.clone()), &name, "finish").await;
    let steps = steps(&runner, &name).await;
    assert_eq!(steps[0].unchecked, ["handle", "stubborn"]);
    assert!(steps[1].unchecked.is_empty());
    set(&name, 4);
    assert_eq!(runner.resume::<Handled>(&name).await.expect("they are not compared").n, 1);
}

#[derive(Debug, Clone, Serialize)]
struct Client(u32);

#[task(returns = [n])]
async fn call(name: &str, client: &Client, run: runnable::RunId) -> Result<u32, String> {
    act(&format!("{name}/call/{run}"))?;
    Ok(client.0)
}

pipeline! { fn inner(name: String, #[resource] client: Client) -> [n] { call } }
pipeline! {
    fn with_client(name: String, #[resource] client: Client) -> [a, b, last] {
        parallel { one: call -> [n as a], two: inner(client) -> [n as b] } >> finish
    }
}

#[tokio::test]
async fn a_resource_is_not_compared() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = folder.path().join("runs.db").display().to_string();
    let name = unique("client");
    let runner = |client| {
        let builder = Runner::builder().run_log(&url).resource(Client(client));
        async { builder.build().await.expect("a runner") }
    };
    fail(&runner(1).await, with_client(name.clone(), Client(1)), &name, "finish").await;
    let output = runner(2).await.resume::<WithClient>(&name).await.expect("it is a resource");
    assert_eq!((output.a, output.b), (1, 1));
}

#[tokio::test]
async fn differing_values_are_shortened_and_secrets_are_masked() {
    use runnable::store::secrets::{Fixed, Secrets};
    #[task(returns = [text])]
    async fn sign(api_key: runnable::store::secrets::Secret<String>, name: &str) -> String {
        format!("{} {name}", api_key.expose())
    }
    #[task(returns = [length])]
    async fn publish(text: String) -> usize {
        text.len()
    }
    pipeline! {
        fn signed(name: String) -> [length, last] {
            sign >> publish(text = format!("{}{text}{}", "é".repeat(300), "z".repeat(300 + setting(name) as usize))) >> finish
        }
    }

    let (name, secret) = (unique("masked"), "swordfish-1234");
    let secrets = Secrets::new().with_source(Fixed::new().with("api_key", secret));
    let runner = Runner::builder().run_log("memory:").secrets(secrets).build().await.expect("a runner");
    fail(&runner, signed(name.clone()), &name, "finish").await;
    set(&name, 1);
    let error = runner.resume::<Signed>(&name).await.expect_err("the text is longer");
    refused(&error, &["`publish`", "`text`"]);
    let text = format!("{error:#} {error:?}");
    assert!(!text.contains(secret) && text.len() < 1500, "{text}");
}
