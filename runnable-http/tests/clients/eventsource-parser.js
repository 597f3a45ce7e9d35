// npm `eventsource-parser`: only parses blocks.
import { createParser } from "eventsource-parser";
import { connections } from "./connections.js";

await connections(async (response, seen) => {
  const parser = createParser({
    onEvent: seen,
    onError: (error) => {
      throw error;
    },
  });
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    parser.feed(text);
  }
});
