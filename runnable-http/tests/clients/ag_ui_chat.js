// npm `@ag-ui/client`: two turns of a conversation with an agent, `node ag_ui_chat.js URL`. Any warning of the client fails.
import { HttpAgent } from "@ag-ui/client";

for (const level of ["warn", "error"]) {
  console[level] = (...words) => {
    throw new Error(`the client warns: ${words.join(" ")}`);
  };
}
const agent = new HttpAgent({ url: process.argv[2], threadId: "thread" });
const turns = [];
for (const [runId, content] of [
  ["run-1", "where?"],
  ["run-2", "and when?"],
]) {
  agent.addMessage({ id: `user-${runId}`, role: "user", content });
  const events = [];
  const forwardedProps = { languages: ["de"] };
  await agent.runAgent({ runId, forwardedProps }, { onEvent: ({ event }) => void events.push(event) });
  const { threadId, runId: run } = events[0];
  turns.push({ threadId, run, last: events.at(-1).type, outcome: events.at(-1).outcome?.type });
}
const texts = agent.messages.filter(({ role }) => role === "user" || role === "assistant");
console.log(JSON.stringify({ turns, texts: texts.map(({ id, role, content }) => ({ id, role, content })) }));
