// npm `@microsoft/fetch-event-source`: its parser, which tells of every block that it takes for an event.
import parse from "@microsoft/fetch-event-source/lib/cjs/parse.js";

const { getBytes, getLines, getMessages } = parse;
const onMessage = ({ id, data }) => console.log(JSON.stringify({ id, data }));
const response = await fetch(process.argv[2]);
await getBytes(response.body, getLines(getMessages(() => {}, () => {}, onMessage)));
