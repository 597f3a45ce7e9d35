//! The UI message stream of Vercel's AI SDK, version 1.

use super::{
    Protocol,
    json::Messages,
    meaning::Meaning,
    open::{Calls, End, Open, PartKind, Step, name, reset},
    seen::{Seen, What},
};
use crate::responses::encode::CANCELLED;
use runnable_wire::{Kind, OutcomeName};

/// A run as one message of an assistant: each step writes texts of its own, which may be interleaved.
#[derive(Debug, Default)]
pub(crate) struct AiSdk {
    open: Open,
    begun: bool,
    calls: Calls,
    /// The messages of the end of the run, unless it is resumed.
    end: Vec<u8>,
}

impl Protocol for AiSdk {
    fn event(&mut self, event: &Seen<'_>, to: &mut Messages<'_>) {
        self.end.clear();
        if !self.begun {
            self.begun = true;
            to.typed("start", |message| {
                message.value("messageId", event.run);
            });
            to.typed("start-step", |_| {});
        }
        match event.what {
            What::Own => self.own(event, to),
            What::Gap => data(to, event, "gap", |message| {
                message.json("data", event.data.unwrap_or("null"));
            }),
            What::Lifecycle(kind) => self.lifecycle(kind, event, to),
        }
    }

    fn end(&mut self, to: &mut Vec<u8>) {
        to.append(&mut self.end);
    }
}

impl AiSdk {
    fn lifecycle(&mut self, kind: Kind, event: &Seen<'_>, to: &mut Messages<'_>) {
        match kind {
            // The steps that were running when a process died are reset, or end as cancelled.
            Kind::RunStarted | Kind::RunResumed => {}
            Kind::StepStarted => self.again(event, to),
            Kind::StepReset => {
                end_all(self.open.below(event.path), to);
                self.again(event, to);
                data(to, event, "reset", |message| {
                    message.object("data", |object| reset(object, event.path, event.attempt));
                });
            }
            Kind::StepFinished => end_all(self.open.end(event.path).into_iter().collect(), to),
            Kind::RunFinished => self.finish(event, to),
        }
    }

    fn finish(&mut self, event: &Seen<'_>, to: &mut Messages<'_>) {
        end_all(self.open.all(), to);
        let (end, mut to) = (End::read(event.data), to.kept(&mut self.end));
        match end.outcome {
            OutcomeName::Failed => to.typed("error", |error| {
                error.value("errorText", end.error().0);
            }),
            OutcomeName::Cancelled => to.typed("abort", |abort| {
                abort.value("reason", CANCELLED);
            }),
            OutcomeName::Success => {
                if let Some(result) = end.result {
                    to.typed("data-result", |message| {
                        message.json("data", result.get());
                    });
                }
                to.typed("finish-step", |_| {});
                to.typed("finish", |message| {
                    message.value("finishReason", "stop");
                });
            }
        }
        to.text(|to| to.extend_from_slice(b"[DONE]"));
    }

    fn own(&mut self, event: &Seen<'_>, to: &mut Messages<'_>) {
        match Meaning::of(event) {
            Meaning::Text(piece) => self.piece(PartKind::Text, piece, event, to),
            Meaning::Reasoning(piece) => self.piece(PartKind::Reasoning, piece, event, to),
            Meaning::ToolCall(call) => {
                self.interrupt(event, to);
                let id = self.calls.begin(event.path, &call.id, event.seq);
                to.typed("tool-input-available", |message| {
                    let input = call.input.unwrap_or("{}");
                    message.value("toolCallId", &id).value("toolName", &call.name).json("input", input);
                });
            }
            Meaning::ToolResult(result) => match (self.calls.get(event.path, &result.id), &result.error) {
                (None, _) => other(event, to),
                (Some(id), Some(error)) => to.typed("tool-output-error", |message| {
                    message.value("toolCallId", id).value("errorText", error);
                }),
                (Some(id), None) => to.typed("tool-output-available", |message| {
                    let output = result.output.unwrap_or("null");
                    message.value("toolCallId", id).json("output", output);
                }),
            },
            Meaning::Source(source) => to.typed("source-url", |message| {
                message.value("sourceId", format_args!("{}:{}", name(event.path), event.seq)).value("url", &source.url);
                if let Some(title) = &source.title {
                    message.value("title", title);
                }
            }),
            // The next status of a step replaces the last, and none is kept in the message.
            Meaning::Status => to.typed("data-status", |message| {
                let data = event.data.unwrap_or("{}");
                message.value("id", name(event.path)).json("data", data).value("transient", true);
            }),
            Meaning::Progress => to.typed("data-progress", |message| {
                message.value("id", name(event.path)).json("data", event.data.unwrap_or("{}"));
            }),
            Meaning::Usage(_) | Meaning::Other => other(event, to),
        }
    }

    /// Writes a piece of a text, and what begins it.
    fn piece(&mut self, kind: PartKind, piece: &str, event: &Seen<'_>, to: &mut Messages<'_>) {
        if self.open.get(event.path).is_none() {
            self.open.begin(event.path, event.attempt, None, false);
        }
        let Some(step) = self.open.get(event.path) else { return };
        if step.writing(kind).is_none() {
            end_part(step, to);
            begin_part(step, kind, event, to);
        }
        if let Some(part) = step.writing(kind) {
            to.text(|to| {
                to.extend_from_slice(&part.prefix);
                to.extend_from_slice(piece.as_bytes());
                to.push(b'}');
            });
        }
    }

    /// Another attempt of a step begins.
    fn again(&mut self, event: &Seen<'_>, to: &mut Messages<'_>) {
        if let Some(step) = self.open.get(event.path) {
            end_part(step, to);
            step.again(event.attempt);
        }
    }

    /// Ends the text of a step, after which something else follows.
    fn interrupt(&mut self, event: &Seen<'_>, to: &mut Messages<'_>) {
        if let Some(step) = self.open.get(event.path) {
            end_part(step, to);
        }
    }
}

/// Writes an event that is a part of its own.
fn other(event: &Seen<'_>, to: &mut Messages<'_>) {
    data(to, event, event.event_type, |message| {
        message.json("data", event.data.unwrap_or("{}"));
    });
}

fn data(to: &mut Messages<'_>, event: &Seen<'_>, kind: &str, write: impl FnOnce(&mut super::json::Object<'_>)) {
    to.object(|message| {
        message.value("type", format_args!("data-{kind}"));
        match event.what {
            What::Gap => message.value("id", event.id),
            _ => message.value("id", format_args!("{}:{}", name(event.path), event.seq)),
        };
        write(message);
    });
}

fn names(kind: PartKind) -> [&'static str; 3] {
    match kind {
        PartKind::Text => ["text-start", "text-delta", "text-end"],
        PartKind::Reasoning => ["reasoning-start", "reasoning-delta", "reasoning-end"],
    }
}

fn begin_part(step: &mut Step, kind: PartKind, event: &Seen<'_>, to: &mut Messages<'_>) {
    let [start, delta, _] = names(kind);
    let part = step.write(kind);
    to.typed(start, |message| {
        message.value("id", &part.id);
        // The client keeps this with the part, and the id it drops.
        message.object("providerMetadata", |providers| {
            providers.object("runnable", |place| {
                place.json("path", event.path).value("attempt", event.attempt);
            });
        });
    });
    let id = serde_json::Value::from(part.id.as_str());
    part.prefix = format!(r#"{{"type":"{delta}","id":{id},"delta":"#).into_bytes();
}

fn end_part(step: &mut Step, to: &mut Messages<'_>) {
    if let Some(part) = step.take_part() {
        let [.., end] = names(part.kind);
        to.typed(end, |message| {
            message.value("id", &part.id);
        });
    }
}

fn end_all(steps: Vec<Step>, to: &mut Messages<'_>) {
    for mut step in steps {
        end_part(&mut step, to);
    }
}
