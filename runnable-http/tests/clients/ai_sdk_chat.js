// npm `ai` in a version: sends a message to an agent, loses the connection, and reconnects, `node ai_sdk_chat.js URL VERSION`.
const [api, version] = process.argv.slice(2);
const { DefaultChatTransport, readUIMessageStream } = await import(`ai-${version}`);

const transport = new DefaultChatTransport({ api });
const chatId = `chat-${version}`;
const messages = [{ id: "1", role: "user", parts: [{ type: "text", text: "where?" }] }];
const nothing = await transport.reconnectToStream({ chatId });
const lost = new AbortController();
const body = { languages: ["de"], pause_ms: 200 };
const request = { chatId, messages, trigger: "submit-message", body, abortSignal: lost.signal };
const begun = (await transport.sendMessages(request)).getReader();
const first = (await begun.read()).value;
lost.abort();
await begun.cancel().catch(() => {});
const stream = await transport.reconnectToStream({ chatId });
let message;
for await (message of readUIMessageStream({ stream, terminateOnError: true })) {
}
const again = await transport.reconnectToStream({ chatId });
console.log(JSON.stringify({ nothing, first, id: message.id, parts: message.parts, again }));
