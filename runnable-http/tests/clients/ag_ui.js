// npm `@ag-ui/client`: what it makes of a run. Any warning of the client fails.
import { HttpAgent } from "@ag-ui/client";

for (const level of ["warn", "error"]) {
  console[level] = (...words) => {
    throw new Error(`the client warns: ${words.join(" ")}`);
  };
}
const url = process.argv[2];
const agent = new HttpAgent({ url, fetch: (_, { signal }) => fetch(url, { signal }) });
// The client also resolves for a stream that is cut.
let last, error;
try {
  await agent.runAgent({}, { onEvent: ({ event }) => void (last = event.type) });
} catch (reason) {
  error = reason.message;
}
const messages = agent.messages.map(({ id, role, content, toolCalls }) => ({
  id,
  role,
  content,
  tools: toolCalls?.map((call) => call.function),
}));
console.log(JSON.stringify({ last, error, messages, state: agent.state }));
