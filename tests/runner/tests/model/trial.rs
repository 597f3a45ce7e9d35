//! A run that is cut short and resumed while its values change, and the undisturbed runs to which it is compared.

use super::{
    end::{End, part, until},
    environment::Environment,
    log::Log,
    process::{Way, Work},
    random::Random,
};
use runnable::{
    runner::{Runnable, Runner},
    store::{Json, StepStatus},
};
use std::{collections::BTreeMap, fmt::Debug};

/// The inputs and outputs of the steps that succeeded, by path.
type Steps = BTreeMap<String, [Option<String>; 2]>;

/// The values of a part.
#[derive(Debug, Clone, PartialEq)]
struct Values {
    environment: Environment,
    /// True if the run has its second input.
    other: bool,
}

/// The undisturbed outcomes of the values so far.
#[derive(Debug, Default)]
pub(crate) struct Trial {
    parts: Vec<(Values, End, Steps)>,
    history: Vec<String>,
}

/// An undisturbed run.
struct Undisturbed {
    events: u64,
    input: String,
}

impl Trial {
    pub(crate) async fn run<P, Changed>(
        mut self,
        id: &str,
        random: &mut Random,
        log: &mut Log,
        make: &impl Fn(bool) -> P,
        same: bool,
    ) -> End
    where
        P: Runnable<Output: Debug>,
        Changed: Runnable<Output: Debug>,
    {
        let mut values = Values { environment: Environment::random(random), other: random.below(2) == 0 };
        let Undisturbed { events, .. } = self.undisturbed(&values, make).await;
        let cut = Some(random.below(events + 1));
        let mut end = begin::<P, Changed>(id, Way::Run, &values, log, random, cut, make).await;
        self.check(id, &end, log).await;
        for _ in 0..4 {
            let decides =
                matches!(log, Log::Killed(..)) && matches!(&end, End::Refused(why) if why.contains("Interrupted"));
            if !decides && matches!(end, End::Output(_) | End::Refused(_) | End::Over) {
                break;
            }
            if random.below(2) == 0 {
                values.environment = values.environment.changed(random);
            }
            if random.below(6) == 0 {
                let other = Values { other: !values.other, ..values.clone() };
                let Undisturbed { input, .. } = self.undisturbed(&other, make).await;
                if log.change_input(id, &input).await {
                    values = other;
                } else {
                    self.parts.pop();
                }
            }
            let Undisturbed { events, .. } = self.undisturbed(&values, make).await;
            let cut = (random.below(3) == 0).then(|| random.below(events + 1));
            let changed = random.below(5) == 0;
            let way = if changed { Way::Changed } else { Way::Resume };
            end = begin::<P, Changed>(id, way, &values, log, random, cut, make).await;
            if changed && !same && !matches!(end, End::Over | End::Cut) {
                assert!(matches!(end, End::Refused(_)), "{id}: another definition was resumed: {end:?}, {self:#?}");
                end = End::Cut;
                continue;
            }
            self.check(id, &end, log).await;
        }
        end
    }

    /// Runs the pipeline alone.
    async fn undisturbed<P: Runnable<Output: Debug>>(
        &mut self,
        values: &Values,
        make: &impl Fn(bool) -> P,
    ) -> Undisturbed {
        values.environment.enter();
        let runner = Log::Memory(None).runner().await;
        let run = runner.run(make(values.other)).streaming().await.expect("it starts");
        let id = run.id().to_string();
        let (end, events) = until(run, None).await;
        self.parts.push((values.clone(), end, steps(&runner, &id).await));
        let record = runner.log().expect("a log").run(&id).await.expect("it can be read").expect("it is recorded");
        Undisturbed { events, input: record.input.get().to_owned() }
    }

    /// Compares the end of a part with the undisturbed outcomes.
    async fn check(&mut self, id: &str, end: &End, log: &mut Log) {
        self.history.push(format!("{end:?}"));
        let current = self.parts.last().map(|(values, ..)| values);
        let differs = self.parts.iter().any(|(other, ..)| Some(other) != current);
        let steps = match log {
            Log::Killed(..) => {
                let runner = log.runner().await;
                runner.log().expect("a log").check().await.expect("it is sound");
                let steps = steps(&runner, id).await;
                runner.shutdown().await.expect("it stops");
                steps
            }
            Log::Memory(Some(runner)) | Log::Database(_, Some(runner)) => steps(runner, id).await,
            Log::Memory(None) | Log::Database(_, None) => unreachable!("a part has begun"),
        };
        let allowed = match end {
            End::Cut | End::Over => true,
            // A step whose effect may have happened is never repeated silently.
            End::Refused(why) => differs || why.contains("Interrupted"),
            end => self.parts.iter().any(|(_, undisturbed, others)| undisturbed == end && agree(&steps, others)),
        };
        assert!(allowed, "{id}: {end:?} is not the outcome of any part: {self:#?}, {steps:#?}");
    }
}

/// Executes a part, which may be cut short.
async fn begin<P, Changed>(
    id: &str,
    way: Way,
    values: &Values,
    log: &mut Log,
    random: &mut Random,
    cut: Option<u64>,
    make: &impl Fn(bool) -> P,
) -> End
where
    P: Runnable<Output: Debug>,
    Changed: Runnable<Output: Debug>,
{
    if let Log::Killed(database, killing) = log {
        let decides = random.below(2) == 0;
        let work = Work::new(id, way, &values.environment, values.other, decides);
        return killing.part(&database.clone(), random, cut.is_some(), work);
    }
    let runner = log.runner().await;
    match way {
        Way::Run => part(runner.run(make(values.other)).run_id(id).streaming(), cut).await,
        Way::Resume => part(runner.resume::<P>(id).streaming(), cut).await,
        Way::Changed => part(runner.resume::<Changed>(id).streaming(), cut).await,
    }
}

/// Compares the steps of two runs; beside a failed step, others may have run in only one of them.
fn agree(one: &Steps, other: &Steps) -> bool {
    one.iter().all(|(path, step)| other.get(path).is_none_or(|other| step == other))
}

async fn steps(runner: &Runner, id: &str) -> Steps {
    let steps = runner.log().expect("a log").steps(id).await.expect("it can be read");
    // A branch that loses a race is not recalled, so it may have run with the values of an earlier part.
    let has_lost = |path: &str| path.split('/').any(|name| name.starts_with("lost_"));
    let steps = steps.into_iter().filter(|step| step.status == StepStatus::Succeeded && !has_lost(&step.path));
    let text = |json: Option<Json>| json.map(|json| json.get().to_owned());
    steps.map(|step| (step.path, [text(step.inputs), text(step.output)])).collect()
}
