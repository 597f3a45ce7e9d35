import { HttpAgent } from "@ag-ui/client";
import {
  AssistantRuntimeProvider,
  ComposerPrimitive,
  ErrorPrimitive,
  MessagePrimitive,
  ThreadPrimitive,
} from "@assistant-ui/react";
import { useAgUiRuntime } from "@assistant-ui/react-ag-ui";
import { createRoot } from "react-dom/client";
import { languages } from "./languages.js";

const url = "agents/assistant";
const threadId = (sessionStorage.thread ??= crypto.randomUUID());
// The answer that is being written, if the page was reloaded meanwhile: the server sends it from its beginning.
let running = await fetch(`${url}/${threadId}/stream?format=ag-ui`);

class Agent extends HttpAgent {
  // A connection that ends may be a reload. The server stops when it is asked to.
  abortRun() {
    fetch(`${url}/${threadId}/stop`, { method: "POST" });
    super.abortRun();
  }

  runAgent(parameters, ...rest) {
    return super.runAgent({ ...parameters, forwardedProps: { languages } }, ...rest);
  }
}

const agent = new Agent({
  url,
  threadId,
  fetch: (url, options) => {
    const answer = running?.status === 200 ? running : fetch(url, options);
    running = undefined;
    return Promise.resolve(answer);
  },
});

const history = {
  load: async () => ({
    messages: JSON.parse(sessionStorage.history ?? "[]").map(({ parentId, message }) => ({
      parentId,
      message: { ...message, createdAt: new Date(message.createdAt) },
    })),
    unstable_resume: running?.status === 200,
  }),
  append: async (entry) => {
    const entries = JSON.parse(sessionStorage.history ?? "[]");
    sessionStorage.history = JSON.stringify([...entries, entry]);
  },
};

function Page() {
  const runtime = useAgUiRuntime({ agent, adapters: { history } });
  return (
    <AssistantRuntimeProvider runtime={runtime}>
      <ThreadPrimitive.Root>
        <ThreadPrimitive.Messages components={{ UserMessage, AssistantMessage }} />
        <ComposerPrimitive.Root>
          <ComposerPrimitive.Input aria-label="message" />
          <ThreadPrimitive.If running={false}>
            <ComposerPrimitive.Send>Send</ComposerPrimitive.Send>
          </ThreadPrimitive.If>
          <ThreadPrimitive.If running>
            <ComposerPrimitive.Cancel>Stop</ComposerPrimitive.Cancel>
          </ThreadPrimitive.If>
        </ComposerPrimitive.Root>
      </ThreadPrimitive.Root>
    </AssistantRuntimeProvider>
  );
}

const UserMessage = () => (
  <MessagePrimitive.Root className="user">
    <MessagePrimitive.Parts components={{ Text }} />
  </MessagePrimitive.Root>
);

const AssistantMessage = () => (
  <MessagePrimitive.Root className="assistant">
    <MessagePrimitive.Parts components={{ Text }} />
    <MessagePrimitive.Error>
      <p className="error">
        <ErrorPrimitive.Message />
      </p>
    </MessagePrimitive.Error>
  </MessagePrimitive.Root>
);

/** A text. Each branch of the run writes a part of its own. */
const Text = ({ text }) => <div className="part">{text}</div>;

createRoot(document.getElementById("page")).render(<Page />);
