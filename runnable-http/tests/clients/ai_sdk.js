// npm `ai` in a version: the message that `useChat` shows for a run.
const [url, version] = process.argv.slice(2);
const { DefaultChatTransport, readUIMessageStream } = await import(`ai-${version}`);

const transport = new DefaultChatTransport({ fetch: () => fetch(url) });
const stream = await transport.sendMessages({
  chatId: "chat",
  trigger: "submit-message",
  messages: [{ id: "1", role: "user", parts: [{ type: "text", text: "where?" }] }],
});
const types = new Set();
const [seen, read] = stream.tee();
const listing = (async () => {
  for await (const chunk of seen) {
    types.add(chunk.type);
  }
})();
let message, error;
try {
  for await (message of readUIMessageStream({ stream: read, terminateOnError: true })) {
  }
} catch (reason) {
  error = reason.message;
}
await listing.catch(() => {});
console.log(JSON.stringify({ id: message?.id, parts: message?.parts, error, end: [...types].at(-1) }));
