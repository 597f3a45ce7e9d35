//! The events of a run of a service.

use super::{
    Service,
    client::{Client, Fault},
    records,
};
use crate::{failure::Result, terminal::stderr_line};
use reqwest::{Response, StatusCode};
use runnable_store::{EventRecord, RunRecord, RunStatus};
use std::time::Duration;
use tokio::time::{sleep, timeout};

/// The time without events after which the state of the run is read: the events of a run that is interrupted do not end.
const IDLE: Duration = Duration::from_secs(2);
/// The number of attempts to connect again, and the time between two.
const TRIES: u32 = 15;
const PAUSE: Duration = Duration::from_secs(1);

/// The events of a run of a service. A lost connection is made again.
pub(crate) struct ServiceEvents<'a> {
    service: &'a Service,
    run: &'a str,
    after: u64,
    /// The last event to read, if those to come are not waited for.
    last: Option<u64>,
    lines: Option<Lines>,
    /// The number of attempts since the last event.
    tries: u32,
}

/// The lines of an answer.
struct Lines {
    response: Response,
    buffer: Vec<u8>,
}

impl Lines {
    /// Returns further whole lines, or `None` after the last. If the future is dropped, nothing is lost.
    async fn next(&mut self, client: &Client) -> std::result::Result<Option<Vec<u8>>, Fault> {
        loop {
            match self.response.chunk().await.map_err(|error| client.transport(error))? {
                Some(bytes) => self.buffer.extend_from_slice(&bytes),
                None => return Ok(None),
            }
            if let Some(end) = self.buffer.iter().rposition(|byte| *byte == b'\n') {
                let rest = self.buffer.split_off(end + 1);
                return Ok(Some(std::mem::replace(&mut self.buffer, rest)));
            }
        }
    }
}

impl<'a> ServiceEvents<'a> {
    pub(in crate::source) fn new(service: &'a Service, run: &'a RunRecord, after: u64, follow: bool) -> Self {
        let last = (!follow || run.status != RunStatus::Running).then_some(run.last_seq);
        Self { service, run: &run.id, after, last, lines: None, tries: 0 }
    }

    pub(in crate::source) async fn page(&mut self) -> Result<Option<Vec<EventRecord>>> {
        loop {
            if self.is_over() {
                return Ok(None);
            }
            let read = match &mut self.lines {
                None => self.connect().await,
                Some(lines) => match timeout(IDLE, lines.next(&self.service.client)).await {
                    Ok(Ok(Some(lines))) => {
                        let events = self.events(&lines)?;
                        if events.is_empty() {
                            continue;
                        }
                        return Ok(Some(events));
                    }
                    Ok(Ok(None)) => {
                        self.lines = None;
                        let looked = self.look().await;
                        if looked.is_ok() && !self.is_over() {
                            self.wait().await;
                        }
                        looked
                    }
                    Ok(Err(fault)) => Err(fault),
                    Err(_) => self.look().await,
                },
            };
            match read {
                Ok(()) => {}
                Err(fault) if fault.is_temporary && self.tries < TRIES => self.wait().await,
                Err(fault) => return Err(fault.into()),
            }
        }
    }

    fn is_over(&self) -> bool {
        self.last.is_some_and(|last| self.after >= last)
    }

    async fn connect(&mut self) -> std::result::Result<(), Fault> {
        let response = self.service.stream(self.run, self.after).await?;
        if response.status() == StatusCode::NO_CONTENT {
            self.last = Some(self.after);
        } else {
            self.lines = Some(Lines { response, buffer: Vec::new() });
        }
        Ok(())
    }

    /// Reads the state of the run: no events follow the last event of a run that does not run.
    async fn look(&mut self) -> std::result::Result<(), Fault> {
        if self.last.is_none() {
            let run: records::SentRun = self.service.client.get(&["runs", self.run], &[]).await?;
            self.last = run.end();
        }
        Ok(())
    }

    /// Waits before the next attempt to connect.
    async fn wait(&mut self) {
        if self.tries == 0 {
            stderr_line("note: the connection to the service was lost; connecting again");
        }
        self.lines = None;
        self.tries += 1;
        sleep(PAUSE).await;
    }

    /// Reads the events of lines. Those that were read before a connection was lost do not count again.
    fn events(&mut self, lines: &[u8]) -> Result<Vec<EventRecord>> {
        let mut events = Vec::new();
        for line in lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            let Some(event) = records::event(line)? else { continue };
            let is_next = event.seq > self.after && self.last.is_none_or(|last| event.seq <= last);
            if is_next {
                self.after = event.seq;
                events.push(event);
            }
        }
        self.tries = 0;
        Ok(events)
    }
}
