//! The requests of front ends, in the protocols that they speak.

use super::{
    conversation::{Chat, ChatContext, ChatTool, InvalidChat},
    message::{ChatMessage, ChatRole, text_of},
};
use crate::service::access::{FieldError, Problem};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Map, Value};
use serde_path_to_error::Segment;

/// A request to continue a conversation.
#[derive(Debug)]
pub(in crate::service) struct ChatRequest {
    pub(in crate::service) chat: Chat,
    pub(in crate::service) protocol: ChatProtocol,
    /// The id that the front end gives the run, which a repeated request has as well.
    pub(in crate::service) run: Option<String>,
}

/// The protocol of a front end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::service) enum ChatProtocol {
    AgUi,
    AiSdk,
}

/// `RunAgentInput` of AG-UI. Members that are not here have no meaning to a pipeline.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct AgUiRequest {
    thread_id: String,
    run_id: String,
    messages: Vec<AgUiMessage>,
    #[serde(default)]
    state: Value,
    #[serde(default)]
    tools: Vec<ChatTool>,
    #[serde(default)]
    context: Vec<ChatContext>,
    #[serde(default)]
    forwarded_props: Option<Map<String, Value>>,
}

#[derive(Deserialize)]
struct AgUiMessage {
    id: String,
    role: ChatRole,
    #[serde(default)]
    content: Value,
}

/// The request of the AI SDK's `DefaultChatTransport`.
#[derive(Deserialize)]
struct AiSdkRequest {
    id: String,
    messages: Vec<AiSdkMessage>,
}

#[derive(Deserialize)]
struct AiSdkMessage {
    id: String,
    role: ChatRole,
    parts: Vec<Value>,
}

/// The members of the AI SDK's request that are its own.
const AI_SDK: [&str; 4] = ["id", "messages", "trigger", "messageId"];

impl ChatRequest {
    /// Reads a request. `threadId` and `runId` are the marks of AG-UI.
    pub(in crate::service) fn read(body: Map<String, Value>) -> Result<Self, Problem> {
        if body.contains_key("threadId") || body.contains_key("runId") { Self::ag_ui(body) } else { Self::ai_sdk(body) }
    }

    fn ag_ui(body: Map<String, Value>) -> Result<Self, Problem> {
        let body = Value::Object(body);
        let read: AgUiRequest = typed(&body)?;
        let message = |(AgUiMessage { id, role, content }, source)| {
            let text = text_of(&content).unwrap_or_default();
            ChatMessage { id, role, text, source }
        };
        let messages = read.messages.into_iter().zip(sources(body)).map(message).collect();
        let forwarded = read.forwarded_props.unwrap_or_default();
        let (state, tools, context) = (read.state, read.tools, read.context);
        let chat = Chat { id: read.thread_id, messages, forwarded, state, tools, context };
        Ok(Self { chat, protocol: ChatProtocol::AgUi, run: Some(read.run_id) })
    }

    fn ai_sdk(body: Map<String, Value>) -> Result<Self, Problem> {
        let mut body = Value::Object(body);
        let read: AiSdkRequest = typed(&body)?;
        let forwarded = match &mut body {
            Value::Object(members) => {
                let others: Vec<_> = members.keys().filter(|name| !AI_SDK.contains(&name.as_str())).cloned().collect();
                others.into_iter().filter_map(|name| members.remove_entry(&name)).collect()
            }
            _ => Map::new(),
        };
        let message = |(AiSdkMessage { id, role, parts }, source)| {
            let text = text_of(&Value::Array(parts)).unwrap_or_default();
            ChatMessage { id, role, text, source }
        };
        let messages = read.messages.into_iter().zip(sources(body)).map(message).collect();
        let chat = Chat { id: read.id, messages, forwarded, ..Chat::default() };
        Ok(Self { chat, protocol: ChatProtocol::AiSdk, run: None })
    }
}

/// Returns the messages of a request as they were sent.
fn sources(mut body: Value) -> Vec<Value> {
    if let Value::Array(messages) = body["messages"].take() { messages } else { Vec::new() }
}

/// Reads a request, or returns the problem that names the member which is wrong.
fn typed<T: DeserializeOwned>(body: &Value) -> Result<T, Problem> {
    serde_path_to_error::deserialize(body).map_err(|error| {
        let mut path: Vec<_> = error
            .path()
            .iter()
            .filter_map(|segment| match segment {
                Segment::Seq { index } => Some(index.to_string()),
                Segment::Map { key } => Some(key.clone()),
                Segment::Enum { .. } | Segment::Unknown => None,
            })
            .collect();
        let detail = error.inner().to_string();
        let missing = detail.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`'));
        path.extend(missing.map(ToOwned::to_owned));
        let code = if missing.is_some() { "missing" } else { "mistyped" };
        invalid(FieldError { path, code, detail })
    })
}

fn invalid(error: FieldError) -> Problem {
    Problem::invalid("the request is neither `RunAgentInput` of AG-UI nor the AI SDK's request for a chat")
        .with_field(error)
}

impl From<InvalidChat> for Problem {
    fn from(error: InvalidChat) -> Self {
        let detail = error.to_string();
        let problem = Self::invalid(&*detail);
        match error.field {
            Some(field) => problem.with_field(FieldError { path: vec![field], code: "mistyped", detail }),
            None => problem,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(body: Value) -> Result<ChatRequest, Vec<FieldError>> {
        let Value::Object(body) = body else { panic!("an object") };
        ChatRequest::read(body).map_err(Problem::into_fields)
    }

    #[test]
    fn a_message_has_the_text_of_its_content_and_its_source() {
        let request = read(json!({
            "threadId": "t", "runId": "r", "state": { "a": 1 }, "forwardedProps": { "language": "es" },
            "tools": [{ "name": "search", "description": "Searches", "parameters": {} }],
            "context": [{ "description": "the time", "value": "noon" }],
            "messages": [
                { "id": "1", "role": "developer", "content": "be brief" },
                { "id": "2", "role": "assistant", "toolCalls": [] },
                { "id": "3", "role": "user", "content": [{ "type": "text", "text": "a" }, { "type": "image" }, { "type": "text", "text": "b" }] },
            ],
        }))
        .expect("it is valid");
        let chat = &request.chat;
        let messages: Vec<_> = chat.messages.iter().map(|message| (message.role, &*message.text)).collect();
        assert_eq!(messages, [(ChatRole::System, "be brief"), (ChatRole::Assistant, ""), (ChatRole::User, "ab")]);
        assert_eq!(chat.messages[1].source, json!({ "id": "2", "role": "assistant", "toolCalls": [] }));
        assert_eq!((chat.prompt(), &*chat.id, request.run.as_deref()), (Ok("ab"), "t", Some("r")));
        assert_eq!((&chat.state, &chat.forwarded["language"]), (&json!({ "a": 1 }), &json!("es")));
        assert_eq!((&*chat.tools[0].name, &*chat.context[0].value), ("search", "noon"));
    }

    #[test]
    fn members_that_the_ai_sdk_does_not_define_are_forwarded() {
        let parts = json!([{ "type": "step-start" }, { "type": "text", "text": "hi" }]);
        let messages = json!([{ "id": "1", "role": "user", "parts": parts, "metadata": {} }]);
        let body =
            json!({ "id": "c", "messages": messages, "trigger": "submit-message", "messageId": null, "model": "m" });
        let request = read(body).expect("it is valid");
        assert_eq!((request.protocol, request.chat.prompt()), (ChatProtocol::AiSdk, Ok("hi")));
        assert_eq!(Value::Object(request.chat.forwarded), json!({ "model": "m" }));
    }

    #[test]
    fn the_member_that_is_wrong_is_named() {
        let user = json!({ "id": "1", "role": "user", "content": "a" });
        for (body, path, code) in [
            (json!({ "threadId": "t", "messages": [] }), "runId", "missing"),
            (json!({ "threadId": 1, "runId": "r", "messages": [] }), "threadId", "mistyped"),
            (json!({ "threadId": "t", "runId": "r", "messages": [user, { "id": "2" }] }), "messages/1/role", "missing"),
            (
                json!({ "threadId": "t", "runId": "r", "messages": [{ "id": "1", "role": "bot" }] }),
                "messages/0/role",
                "mistyped",
            ),
            (json!({ "threadId": "t", "runId": "r", "messages": [], "tools": [{}] }), "tools/0/name", "missing"),
            (
                json!({ "threadId": "t", "runId": "r", "messages": [], "forwardedProps": 1 }),
                "forwardedProps",
                "mistyped",
            ),
            (json!({}), "id", "missing"),
            (json!({ "id": "c", "messages": {} }), "messages", "mistyped"),
            (json!({ "id": "c", "messages": [{ "id": "1", "role": "user" }] }), "messages/0/parts", "missing"),
        ] {
            let errors = read(body.clone()).expect_err("it is invalid");
            assert_eq!((errors[0].path.join("/"), errors[0].code), (path.to_owned(), code), "{body}");
        }
    }

    #[test]
    fn a_conversation_without_a_last_message_of_the_user_has_no_prompt() {
        for messages in [
            json!([]),
            json!([{ "id": "1", "role": "assistant", "parts": [] }]),
            json!([{ "id": "1", "role": "user", "parts": [] }]),
        ] {
            let request = read(json!({ "id": "c", "messages": messages })).expect("it is valid");
            let problem = Problem::from(request.chat.prompt().expect_err("no prompt").clone());
            assert_eq!(problem.into_fields()[0].path, ["messages"]);
        }
    }
}
