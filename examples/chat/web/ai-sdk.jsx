import { useChat } from "@ai-sdk/react";
import { DefaultChatTransport } from "ai";
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { heading, languages } from "./languages.js";

const api = "agents/assistant";
const id = (sessionStorage.chat ??= crypto.randomUUID());
const transport = new DefaultChatTransport({ api, body: { languages } });
// Without an answer that is being written: the server has it from its beginning.
const saved = JSON.parse(sessionStorage.messages ?? "[]");

function Page() {
  const { messages, sendMessage, status, stop, error } = useChat({ id, transport, messages: saved, resume: true });
  const [text, setText] = useState("");
  const busy = status === "submitted" || status === "streaming";

  useEffect(() => {
    const whole = busy && messages.at(-1)?.role === "assistant" ? messages.slice(0, -1) : messages;
    sessionStorage.messages = JSON.stringify(whole);
  }, [messages, busy]);

  function send(event) {
    event.preventDefault();
    sendMessage({ text });
    setText("");
  }

  // A connection that ends may be a reload. The server stops when it is asked to.
  async function stopAll() {
    await fetch(`${api}/${id}/stop`, { method: "POST" });
    await stop();
  }

  return (
    <>
      {messages.map((message) => (
        <article key={message.id} className={message.role}>
          {message.parts.map((part, index) => part.type === "text" && <Part key={index} {...part} />)}
        </article>
      ))}
      {error && <p className="error">{error.message}</p>}
      <form onSubmit={send}>
        <input aria-label="message" value={text} onChange={(event) => setText(event.target.value)} />
        {busy ? (
          <button type="button" onClick={stopAll}>
            Stop
          </button>
        ) : (
          <button>Send</button>
        )}
      </form>
    </>
  );
}

/** A text. Each step of the run writes a part of its own. */
function Part({ text, providerMetadata }) {
  const path = providerMetadata?.runnable.path;
  return (
    <div className="part">
      {path && <b>{heading(path)}</b>}
      <span>{text}</span>
    </div>
  );
}

createRoot(document.getElementById("page")).render(<Page />);
