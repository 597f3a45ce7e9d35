//! The schemas that all services have.

use serde_json::{Map, Value, json};

/// Returns the schemas by their names.
pub(super) fn schemas() -> Map<String, Value> {
    [values(), runs(), steps(), events(), chats()].into_iter().filter_map(into_object).flatten().collect()
}

fn into_object(value: Value) -> Option<Map<String, Value>> {
    if let Value::Object(members) = value { Some(members) } else { None }
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// Returns the schema of an object in which all `required` members are present.
fn object(about: &str, required: &[&str], properties: &Value) -> Value {
    json!({ "type": "object", "description": about, "properties": properties, "required": required })
}

fn text(about: &str) -> Value {
    json!({ "type": "string", "description": about })
}

fn time(about: &str) -> Value {
    json!({ "type": "string", "format": "date-time", "description": about })
}

fn number(about: &str) -> Value {
    json!({ "type": "integer", "minimum": 0, "description": about })
}

/// Returns the schema of the member `next` of a page.
fn next_page() -> Value {
    json!({ "type": ["integer", "null"], "minimum": 0, "description": "The `after` of the next page" })
}

fn list_of(name: &str) -> Value {
    json!({ "type": "array", "items": reference(name) })
}

/// Returns the schema of a value of a pipeline, in whose place there may be a mark.
fn value(about: &str) -> Value {
    json!({ "description": about, "anyOf": [reference("Truncated"), true] })
}

fn values() -> Value {
    let problem_members = json!({
        "type": text("The kind of the error: `urn:runnable:problem:` and its code"),
        "title": text("The kind of the error in words"),
        "status": json!({ "type": "integer" }),
        "detail": text("The error in words"),
        "errors": list_of("FieldError"),
        "error": reference("Error"),
    });
    let field_members = json!({
        "pointer": text("The place of the field in the input: a JSON pointer that begins with `#`"),
        "code": { "type": "string", "enum": ["missing", "unknown", "mistyped"] },
        "detail": text("The error in words"),
    });
    let mark_members = json!({
        "truncated": { "const": true },
        "size": number("The size of the whole value as JSON, in bytes"),
        "url": text("The address of the whole value"),
    });
    let error_members = json!({
        "code": text("The kind of the error, such as `failed` or `timed_out`"),
        "message": text("The error itself, without its place"),
        "causes": { "type": "array", "items": { "type": "string" } },
        "retryable": { "type": "boolean" },
        "max_attempts": number("The number of the last attempt that the step may make"),
        "step": text("The path of the step that failed"),
        "attempt": number("The attempt of that step that failed last"),
        "truncated": { "const": true, "description": "The message is cut: `url` is the address of the whole error" },
        "size": number("The size of the whole error as JSON, in bytes"),
        "url": text("The address of the whole error"),
    });
    let pipeline_members = json!({
        "name": { "type": "string" },
        "docs": text("The text of its doc comment"),
        "parameters": { "type": "array", "items": {
            "type": "object",
            "properties": {
                "name": { "type": "string" },
                "type": text("The type in Rust, as written"),
                "has_default": { "type": "boolean" },
            },
            "required": ["name", "type", "has_default"],
        } },
        "once": {
            "type": "array",
            "items": { "type": "string" },
            "description": "The ids of the steps with `effect = \"once\"`",
        },
    });
    let graph_members = json!({
        "name": { "type": "string" },
        "nodes": { "type": "array", "items": {
            "type": "object",
            "properties": {
                "id": text("The path of the node without the numbers of items"),
                "name": { "type": "string" },
                "parent": text("The id of the composite around the node"),
                "kind": { "type": "string" },
                "task": text("The task or the pipeline that a step runs"),
            },
            "required": ["id", "name", "kind"],
        } },
        "edges": { "type": "array", "items": {
            "type": "object",
            "properties": {
                "from": { "type": "string" },
                "to": { "type": "string" },
                "names": { "type": "array", "items": { "type": "string" } },
            },
            "required": ["from", "to", "names"],
        } },
    });
    let schema_members = json!({
        "input": { "type": ["object", "boolean"] },
        "output": { "type": ["object", "boolean"] },
        "events": { "type": ["object", "boolean"] },
    });
    json!({
        "Problem": object("An error: RFC 9457.", &["type", "title", "status", "detail"], &problem_members),
        "FieldError": object("An invalid field of an input.", &["pointer", "code", "detail"], &field_members),
        "Truncated": object("A mark in the place of a large value.", &["truncated", "size", "url"], &mark_members),
        "Error": object("The error of a run or a step.", &["code", "message"], &error_members),
        "Pipeline": object("A pipeline, or a task.", &["name", "docs", "parameters", "once"], &pipeline_members),
        "Pipelines": object("The pipelines.", &["pipelines"], &json!({ "pipelines": list_of("Pipeline") })),
        "Graph": object("The steps of a pipeline, and what passes between them.", &["name", "nodes", "edges"], &graph_members),
        "Schemas": object("The JSON Schemas of a pipeline.", &["input"], &schema_members),
        "Health": object("The state of the server.", &["status"], &json!({ "status": { "const": "ok" } })),
    })
}

fn runs() -> Value {
    let statuses = json!({ "type": "string", "enum": ["running", "succeeded", "failed", "cancelled", "interrupted"] });
    let summary = json!({
        "id": { "type": "string" },
        "pipeline": { "type": "string" },
        "definition_hash": text("The hash of the pipeline's definition"),
        "status": reference("RunStatus"),
        "started": time("The time at which the run started"),
        "ended": time("The time at which the run ended"),
        "tag": text("The label of the run"),
        "parent": text("The run from which this run was forked"),
        "last_seq": number("The number of the last recorded event, or 0"),
        "steps": {
            "type": "object",
            "description": "The numbers of steps at the end of the run",
            "properties": {
                "started": number("The number of steps that started"),
                "succeeded": number("The number of steps that succeeded"),
            },
            "required": ["started", "succeeded"],
        },
        "error": reference("Error"),
    });
    let code = json!({
        "name": { "type": ["string", "null"] },
        "version": { "type": ["string", "null"] },
        "git_sha": { "type": ["string", "null"] },
        "dirty": { "type": ["boolean", "null"] },
    });
    let mut run = summary.clone();
    run["code"] = object("The code that the run executes.", &[], &code);
    run["input"] = value("The parameters by name");
    run["output"] = value("The returns by name, if the run succeeded");
    let counts = json!({
        "counts": { "type": "object", "additionalProperties": number("The number of runs with this status") },
        "total": number("The number of all runs"),
    });
    let accepted =
        json!({ "id": { "type": "string" }, "url": text("Its address"), "events": text("The address of its events") });
    let cancelling = json!({ "id": { "type": "string" }, "status": { "const": "cancelling" } });
    let assumptions = json!({
        "assume_done": { "type": "object", "description": "The steps that had their effect, and their returns" },
        "assume_retry": { "type": "array", "items": { "type": "string" }, "description": "The steps that may run again" },
    });
    let required = ["id", "pipeline", "definition_hash", "status", "started", "last_seq"];
    let mut assumptions = object("Decisions about interrupted steps with `effect = \"once\"`.", &[], &assumptions);
    assumptions["additionalProperties"] = json!(false);
    let at = json!({ "at": text("The path of the step at which the fork starts") });
    let mut fork = object("The point at which a fork starts.", &["at"], &at);
    fork["additionalProperties"] = json!(false);
    json!({
        "RunStatus": statuses,
        "RunSummary": object("A run in a list.", &required, &summary),
        "Run": object("A run.", &[&required[..], &["input"]].concat(), &run),
        "Runs": object("Runs, the newest first.", &["runs"], &json!({ "runs": list_of("RunSummary") })),
        "RunCounts": object("The numbers of runs.", &["counts", "total"], &counts),
        "Accepted": object("A run that has started.", &["id", "url", "events"], &accepted),
        "Cancelling": object("A run that is being cancelled.", &["id", "status"], &cancelling),
        "Assumptions": assumptions,
        "ForkPoint": fork,
    })
}

fn chats() -> Value {
    let message = json!({
        "id": { "type": "string" },
        "role": { "enum": ["user", "assistant", "system", "developer", "tool", "reasoning", "activity"] },
    });
    let mut ag_ui_message = message.clone();
    ag_ui_message["content"] = json!({ "description": "A text, or a list of parts" });
    let mut ai_sdk_message = message;
    ai_sdk_message["parts"] = json!({ "type": "array", "items": { "type": "object" } });
    let ag_ui = json!({
        "threadId": text("The id of the conversation"),
        "runId": text("The id of the run, which a repeated request has as well"),
        "messages": { "type": "array", "items": object("A message.", &["id", "role"], &ag_ui_message) },
        "state": { "description": "The state that the front end shares" },
        "tools": { "type": "array", "items": object("A tool.", &["name"], &json!({
            "name": { "type": "string" }, "description": { "type": "string" }, "parameters": {}
        })) },
        "context": { "type": "array", "items": object("A context.", &["description", "value"], &json!({
            "description": { "type": "string" }, "value": { "type": "string" }
        })) },
        "forwardedProps": { "type": "object" },
    });
    let ai_sdk = json!({
        "id": text("The id of the conversation"),
        "messages": { "type": "array", "items": object("A message.", &["id", "role", "parts"], &ai_sdk_message) },
    });
    json!({
        "ChatRequest": { "anyOf": [reference("RunAgentInput"), reference("UiMessages")] },
        "RunAgentInput": object("A conversation of AG-UI.", &["threadId", "runId", "messages"], &ag_ui),
        "UiMessages": object("A conversation of the AI SDK.", &["id", "messages"], &ai_sdk),
    })
}

fn steps() -> Value {
    let hashed = json!({
        "name": { "type": "string" },
        "hash": text("The BLAKE3 hash of the JSON text"),
        "unordered": text("The same hash with sorted lists"),
        "size": number("The size of the JSON text in bytes"),
    });
    let step = json!({
        "path": text("The path, such as `languages[2]/translate`"),
        "attempt": number("The number of the attempt, from 1"),
        "status": { "type": "string" },
        "started": time("The time at which the attempt started"),
        "ended": time("The time at which the attempt ended"),
        "inputs": value("The inputs by name"),
        "hashed": { "type": "array", "items": object("A large input.", &["name", "hash", "size"], &hashed) },
        "unchecked": { "type": "array", "items": { "type": "string" } },
        "output": value("The returns by name, if the attempt succeeded"),
        "error": reference("Error"),
    });
    let page = json!({
        "steps": list_of("StepAttempt"),
        "next": next_page(),
        "total": number("The number of all attempts"),
    });
    let attempts = json!({ "path": { "type": "string" }, "attempts": list_of("StepAttempt") });
    let file = json!({
        "name": text("The name, a relative path with `/`"),
        "step": text("The path of the step"),
        "attempt": number("The number of the attempt of the step, from 1"),
        "put": { "type": "boolean", "description": "`true` if the step put the file, `false` if it got the file" },
        "hash": text("The BLAKE3 hash of the content, in hexadecimal digits"),
        "size": number("The size in bytes"),
        "media_type": text("The media type"),
        "at": time("The time of the put or get"),
    });
    let file_page = json!({
        "files": list_of("File"),
        "next": next_page(),
        "total": number("The number of all files that are selected"),
    });
    let file_members = ["name", "step", "attempt", "put", "hash", "size", "media_type", "at"];
    json!({
        "File": object("A file that a step put or got.", &file_members, &file),
        "FilePage": object("Files in the order in which they were put and got.", &["files", "next", "total"], &file_page),
        "StepAttempt": object("An attempt of a step.", &["path", "attempt", "status", "started"], &step),
        "StepPage": object("Attempts in the order in which they started.", &["steps", "next", "total"], &page),
        "Step": object("All attempts of a step.", &["path", "attempts"], &attempts),
    })
}

fn events() -> Value {
    let envelope = json!({
        "v": { "const": runnable_wire::VERSION },
        "id": text("`RUN:NUMBER`"),
        "seq": number("The number of the event in its run, from 1"),
        "run": { "type": "string" },
        "type": { "type": "string" },
        "ts": time("The time at which the event was sent"),
        "path": { "type": "array", "items": { "type": "string" } },
        "attempt": number("The attempt of the step, from 1"),
        "data": value("The fields of the event"),
    });
    let flat = json!({
        "type": { "type": "string" },
        "path": { "type": "array", "items": { "type": "string" }, "description": "The path of the step, with `path=1`" },
    });
    let required = ["id", "seq", "run", "type", "ts", "path", "attempt"];
    json!({
        "AnyEvent": { "anyOf": [reference("Event"), reference("FlatEvent")] },
        "Event": object("An event of a run in its envelope.", &required, &envelope),
        "FlatEvent": object(
            "An event in the flat form, `flat=1`: its fields beside its type. Each pipeline has a schema of its own.",
            &["type"],
            &flat,
        ),
    })
}
