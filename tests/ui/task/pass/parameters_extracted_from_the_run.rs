use runnable::{Attempt, prelude::*};

struct Tenant(String);

impl<E> FromRun<E> for Tenant {
    fn from_run(step: &runnable::StepContext<'_, E>) -> Result<Self, runnable::BoxError> {
        Ok(Self(step.run_id().to_string()))
    }
}

#[task(returns = [n])]
async fn work(
    text: String,
    events: Emitter<DynEvent>,
    id: RunId,
    attempt: Attempt,
    cancellation: Cancellation,
    #[from_run] tenant: Tenant,
    #[input] other: u32,
) -> usize {
    drop((events, id, attempt, cancellation));
    text.len() + tenant.0.len() + other as usize
}

fn main() {
    drop(Work { text: String::new(), other: 1 });
}
