// npm `@microsoft/fetch-event-source`: its parser, which reports every block that it takes for an event.
import parse from "@microsoft/fetch-event-source/lib/cjs/parse.js";
import { connections } from "./connections.js";

const { getBytes, getLines, getMessages } = parse;
await connections((response, seen) => getBytes(response.body, getLines(getMessages(() => {}, () => {}, seen))));
