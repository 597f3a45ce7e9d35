// npm `cloudevents`: parses each event strictly.
import { CloudEvent } from "cloudevents";


const response = await fetch(process.argv[2], { headers: { accept: "application/x-ndjson" } });
for (const line of (await response.text()).split("\n").filter(Boolean)) {
  // The constructor validates.
  const event = new CloudEvent(JSON.parse(line), true);
  console.log(JSON.stringify({ id: event.id, type: event.type, subject: event.subject, sequence: event.sequence }));
}
