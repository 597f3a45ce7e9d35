//! 20 secrets in 20 places: none is readable anywhere, and a resumed run has the output of an undisturbed run.

use super::*;
use runnable::{Attempt, DynEvent, Emitter, store::catalog::CatalogStore};
use std::{collections::BTreeMap, fmt::Write as _, process::Command, sync::atomic::AtomicU32};

/// Secrets of eight and more characters with everything that JSON, `{:?}` and URLs escape.
const VALUES: [&str; 20] = [
    "k-123456",
    "hunter2-\"quoted\"",
    "it's 'single'",
    "back\\slash\\n",
    "two\nlines\nhere",
    "tab\tand\rreturn",
    "pä55wörter",
    "日本語のひみつです",
    "😀😀😀😀😀😀😀😀",
    "100%25%2F%zz",
    "a+b+c+d+e+f",
    "p@ss/w:rd?x=1&y",
    "<script>alert(1)</script>",
    "{\"json\":\"inside\"}",
    "$secret{api_key;;0;00}",
    "$2b$12$saltsaltsalt",
    "20242024",
    " spaces around ",
    "eyJhbGciOiJIUzI1NiJ9.e30.x",
    "\u{1}control\u{7f}\u{200b}",
];

/// The part of the run: the first fails with an error, the second with a panic, the third succeeds.
static PART: AtomicU32 = AtomicU32::new(0);

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
struct Request {
    url: String,
    nested: Vec<Option<String>>,
    by_key: BTreeMap<String, String>,
}

#[derive(Debug, Clone, TaskEvent)]
enum Progress {
    At { text: String, by_key: BTreeMap<String, String> },
    Done { streamed: String },
}

/// A value that is shown by `{:?}`.
#[derive(Debug)]
struct Refused {
    #[expect(dead_code, reason = "`Debug` shows it")]
    key: String,
    source: std::io::Error,
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the call was refused")
    }
}

impl std::error::Error for Refused {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

fn percent(text: &str) -> String {
    text.bytes().fold(String::new(), |mut encoded, byte| {
        let _ = write!(encoded, "%{byte:02X}");
        encoded
    })
}

/// The text of a secret as it is, in JSON, in a URL and as `{:?}` shows it.
fn written(key: &str) -> String {
    format!("{key} {} {} {key:?}", serde_json::json!({ "key": key }), percent(key))
}

#[task(returns = [early])]
async fn before(request: &Request) -> Request {
    request.clone()
}

#[task(returns = [streamed])]
fn streams(early: Request) -> impl Stream<Item = Progress> {
    stream! {
        let by_key = early.by_key.clone();
        yield Progress::At { text: written(&early.url), by_key };
        yield Progress::Done { streamed: early.url };
    }
}

#[task(returns = [emitted])]
async fn emits(bound: String, events: Emitter<DynEvent>) -> String {
    events.emit(DynEvent::new("call").with(bound.clone(), 1).with("text", bound.clone())).await;
    events.emit(DynEvent::new(bound.clone())).await;
    bound
}

#[task(returns = [item_text])]
async fn each(item: String) -> String {
    format!("item {}", written(&item))
}

#[task(returns = [carried, turns])]
async fn grow(carried: String, turn: usize) -> (String, usize) {
    (format!("{carried}{turn}"), turn)
}

#[task(returns = [files])]
async fn stores(emitted: &str, catalog: Catalog) -> Result<Vec<String>, runnable::store::StoreError> {
    let name = format!("of-{}.txt", emitted.chars().filter(|c| c.is_alphanumeric()).collect::<String>());
    catalog.put_bytes(&name, "content").await?;
    // Some secrets cannot be names of files.
    drop(catalog.put_bytes(&format!("plain-{emitted}"), "content").await);
    Ok(catalog.list().await?.into_iter().map(|file| file.name).collect())
}

#[task(returns = [tried], retry(2, backoff = "1ms"))]
async fn retries(emitted: &str, attempt: Attempt) -> Result<String, String> {
    if attempt.get() % 2 == 1 { Err(format!("once more: {}", written(emitted))) } else { Ok(emitted.to_owned()) }
}

#[task(returns = [caught])]
async fn throws(emitted: &str) -> Result<String, Refused> {
    Err(Refused { key: emitted.to_owned(), source: std::io::Error::other(written(emitted)) })
}

#[task(returns = [caught])]
async fn catches(error: &runnable::Error) -> String {
    format!("caught {error:#}")
}

#[task(returns = [signed, number])]
async fn signs_late(api_key: Secret<String>) -> (String, u64) {
    (format!("https://h/?key={}", percent(api_key.expose())), api_key.expose().parse().unwrap_or(7))
}

#[task(returns = [passed])]
async fn passes(signed: &str, number: u64, streamed: &str) -> Result<bool, Refused> {
    match PART.load(SeqCst) {
        1 => Err(Refused { key: signed.to_owned(), source: std::io::Error::other(written(streamed)) }),
        2 => panic!("{signed} {} {number}", written(streamed)),
        _ => Ok(number > 0),
    }
}

pipeline! {
    fn inside(request: &Request) -> [early, streamed] { before >> streams }
}

pipeline! {
    fn everywhere(request: Request, items: Vec<String>, carried: String)
        -> [early, streamed, emitted, item_texts, carried, files, tried, caught, signed, number, passed]
    {
        inside
            >> emits(bound = early.url.clone())
            >> map(items as item) { each } -> [item_text as item_texts]
            >> repeat(max = 3, index as turn) { grow } until(*turns > 1)
            >> parallel { stores, retries }
            >> try { throws } else |error| { catches }
            >> signs_late >> passes
    }
}

fn input(key: &str) -> Everywhere {
    let by_key = BTreeMap::from([(key.to_owned(), written(key))]);
    let request = Request { url: key.to_owned(), nested: vec![None, Some(written(key))], by_key };
    everywhere(request, vec![key.to_owned(), "other".to_owned(), written(key)], written(key))
}

async fn runner(folder: Option<&Path>, key: &str) -> Runner {
    let url = folder.map_or("memory:".to_owned(), |folder| format!("sqlite:{}", folder.join("runs.db").display()));
    let builder = Runner::builder().run_log(&url).catalog(CatalogStore::memory()).secrets(with_key(key));
    builder.build().await.expect("a runner")
}

/// Runs each secret through every place. Its output is captured by the test below.
#[tokio::test]
async fn inner_everywhere() {
    let Some(folder) = std::env::var_os("RUNNABLE_TEST_EVERYWHERE") else { return };
    for (number, key) in VALUES.into_iter().enumerate() {
        let folder = Path::new(&folder).join(number.to_string());
        std::fs::create_dir(&folder).expect("a folder");
        PART.store(0, SeqCst);
        let expected = runner(None, key).await.run(input(key)).await.expect("an undisturbed run succeeds");
        PART.store(1, SeqCst);
        let first = runner(Some(&folder), key).await;
        let error = first.run(input(key)).run_id("r").tag(format!("tag {key}")).await.map(drop).expect_err("it fails");
        eprintln!("{error} {error:#} {error:?} {:?}", std::error::Error::source(&error));
        for part in [2, 3] {
            PART.store(part, SeqCst);
            let later = runner(Some(&folder), key).await;
            let result = later.resume::<Everywhere>("r").await;
            eprintln!("{}", all_of(&**later.log().expect("a log"), "r").await);
            eprintln!("{:?}", later.log().expect("a log").artifacts("r").await.expect("its files"));
            match result {
                Ok(output) => assert!(part == 3 && output == expected, "the output of secret {number} differs"),
                Err(error) => {
                    assert_eq!((part, error.kind()), (2, ErrorKind::Panicked), "secret {number}: {error:#}");
                    eprintln!("{error:?}");
                }
            }
            // Dropped without a checkpoint, so that the WAL stays.
        }
    }
}

/// Returns the texts of a secret that nobody must read.
fn forms(key: &str) -> Vec<String> {
    let json = serde_json::to_string(key).expect("a string");
    let debug = format!("{key:?}");
    let all = [
        key.to_owned(),
        key.trim().to_owned(),
        json[1..json.len() - 1].to_owned(),
        debug[1..debug.len() - 1].to_owned(),
    ];
    [all.to_vec(), vec![percent(key), percent(key).to_lowercase()]].concat()
}

#[test]
fn twenty_secrets_in_twenty_places_are_readable_nowhere_and_come_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut inner = Command::new(std::env::current_exe().expect("a program"));
    inner.args(["--exact", "everywhere::inner_everywhere", "--nocapture"]);
    let output = inner.env("RUNNABLE_TEST_EVERYWHERE", folder.path()).output().expect("it starts");
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
    assert!(said.contains("panicked at") && said.contains("***"), "{said}");
    for (number, key) in VALUES.into_iter().enumerate() {
        let mut texts = vec![("output".to_owned(), said.clone())];
        for file in std::fs::read_dir(folder.path().join(number.to_string())).expect("a folder") {
            let path = file.expect("a file").path();
            if path.is_file() {
                let bytes = std::fs::read(&path).expect("it can be read");
                texts.push((path.display().to_string(), String::from_utf8_lossy(&bytes).into_owned()));
            }
        }
        assert!(texts.len() > 1);
        for (place, text) in texts {
            for form in forms(key) {
                if let Some(at) = text.find(&form) {
                    let (from, to) =
                        (text.floor_char_boundary(at.saturating_sub(200)), text.ceil_char_boundary(at + 200));
                    panic!("secret {number} {form:?} is in {place}: {}", &text[from..to]);
                }
            }
        }
    }
}
