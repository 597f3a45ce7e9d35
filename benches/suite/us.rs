//! This crate.

mod steps {
    use crate::{benches, work::steps};

    benches! {
        sequence_of_5 / 5: steps::execute_5;
        sequence_of_100 / 100: steps::execute_100;
        sequence_of_100_events_read / 100: steps::events_read_100;
        sequence_of_100_events_not_read / 100: steps::events_unread_100;
    }
}

mod branches {
    use crate::{benches, work::branches};

    benches! {
        parallel_100 / 100: branches::parallel_100;
        parallel_100_spawned / 100: branches::parallel_spawned_100;
        map_100 / 100: branches::map_100;
        map_100_indexed / 100: branches::map_indexed_100;
        map_100_collecting / 100: branches::map_collecting_100;
        race_100 / 100: branches::race_100;
        map_100_spawned / 100: branches::map_spawned_100;
        diamond / 4: branches::diamond;
    }
}

mod events {
    use crate::{benches, work::events};

    benches! {
        depth_1 / 1000: events::depth_1;
        depth_3 / 1000: events::depth_3;
        depth_8 / 1000: events::depth_8;
        emitter / 1000: events::emitter;
        merged_from_100 / 1000: events::merged;
    }
}

mod wire {
    use crate::{benches, work::wire};

    benches! {
        event_to_writer / 1000: wire::event_to_writer;
        event_to_sse_frame / 1000: wire::frame;
    }
}

mod runs {
    use crate::{
        benches,
        work::{program, start_up},
    };

    benches! {
        one_task / 1: start_up::execute;
        one_task_events_read / 1: start_up::events_read;
        program_of_the_readme / 1: program::with_pipeline;
    }
}

mod policies {
    use crate::{benches, work::policies};

    benches! {
        none / 10: policies::plain;
        retry_unused / 10: policies::retry_unused;
        retry_used / 10: policies::retry_used;
        timeout_unused / 10: policies::timeout_unused;
        group_retry_unused / 10: policies::group_retry_unused;
        group_retry_used / 10: policies::group_retry_used;
        group_timeout_unused / 10: policies::group_timeout_unused;
    }
}

mod control {
    use crate::{benches, work::control};

    benches! {
        plain / 10: control::plain;
        if_untaken / 10: control::if_untaken;
        match_untaken / 10: control::match_untaken;
        try_unused / 10: control::try_unused;
        repeat_turn / 10: control::repeat;
    }
}
