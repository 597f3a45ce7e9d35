// npm `eventsource`: reads until the server answers 204.
import { EventSource } from "eventsource";

const source = new EventSource(process.argv[2]);
source.onmessage = ({ lastEventId, data }) => console.log(JSON.stringify({ id: lastEventId, data }));
source.onerror = ({ code }) => {
  if (source.readyState === EventSource.CLOSED) {
    console.log(JSON.stringify({ closed: code }));
  }
};
