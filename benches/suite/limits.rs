//! Hand-written code.

mod steps {
    use crate::{benches, work::steps};

    benches! {
        direct_await_5 / 5: steps::by_hand_5;
        direct_await_100 / 100: steps::by_hand_100;
        boxed_with_events_through_a_channel_100 / 100: steps::channel_read_100;
    }
}

mod branches {
    use crate::{benches, work::branches};

    benches! {
        join_100 / 100: branches::join_100;
        futures_unordered_100 / 100: branches::futures_unordered_100;
        futures_buffered_100 / 100: branches::futures_buffered_100;
        select_ok_100 / 100: branches::select_ok_100;
        tokio_spawn_100 / 100: branches::spawn_100;
        diamond / 4: branches::diamond_by_hand;
    }
}

mod events {
    use crate::{benches, work::events};

    benches! {
        stream_0_layers / 1000: events::stream_0;
        stream_1_layer / 1000: events::stream_1;
        stream_3_layers / 1000: events::stream_3;
        channel_of_one / 1000: events::channel;
        select_all_of_100 / 1000: events::merged_by_hand;
    }
}

mod wire {
    use crate::{benches, work::wire};

    benches! {
        to_writer_of_a_plain_struct / 1000: wire::to_writer;
    }
}

mod runs {
    use crate::{
        benches,
        work::{policies, program, start_up},
    };

    benches! {
        one_await / 1: start_up::by_hand;
        boxed_await_and_a_channel / 1: start_up::channel_read;
        retry_loop / 10: policies::retry_by_hand;
        tokio_timeout / 10: policies::timeout_by_hand;
        program_of_the_readme / 1: program::by_hand;
    }
}
