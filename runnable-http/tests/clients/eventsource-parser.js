// npm `eventsource-parser`: the framing alone.
import { createParser } from "eventsource-parser";

const parser = createParser({
  onEvent: ({ id, data }) => console.log(JSON.stringify({ id, data })),
  onError: (error) => {
    throw error;
  },
});
const response = await fetch(process.argv[2]);
for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
  parser.feed(text);
}
