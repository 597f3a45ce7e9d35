use runnable::prelude::*;

mod model {
    #[derive(Debug, Clone)]
    pub struct Report;
}

use model::Report;

#[task(returns = [report], node = MakeReport)]
async fn report() -> Report {
    Report
}

mod by_its_path {
    use super::model;
    use runnable::prelude::*;

    #[task(returns = [report])]
    pub async fn report() -> model::Report {
        model::Report
    }
}

pipeline! {
    fn both() -> [report, again] { report >> second: by_its_path::report -> [report as again] }
}

fn main() {}
