// Follows the events of a run over as many connections as it takes, and knows if the connection is alive.
import { Problem, get, lines, query, runPath, send } from "./api.mjs";

/** The silence after which the service is asked for a sign of life, in milliseconds. */
const SILENCE = 500;
/** The time that the service has to answer, in milliseconds. Together with the silence, it is less than two seconds. */
const PATIENCE = 1000;
/** The time between two looks for a silence, in milliseconds. */
const LISTEN = 150;
/** The time that an answer may take, in milliseconds. Some proxies wait for the first keep-alive. */
const CONNECT = 20_000;
/** The time before the next connection, in milliseconds. */
const RETRY = 400;
/** The number of steps in a page. */
const STEPS_PAGE = 1000;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Calls `add` with the events that arrived together, and `state` with `{ kind, since }` when the connection changes:
 * `loading`, `live`, `lost`, `ended` or `gone`. Returns the function that stops.
 */
export function follow(id, model, { add, state, restart }) {
  const stop = new AbortController();
  let kind = "loading",
    heard = Date.now(),
    connection = null;
  const become = (next) => {
    if (next !== kind && !stop.signal.aborted) state({ kind: (kind = next), since: Date.now() });
  };

  async function connect() {
    connection = new AbortController();
    stop.signal.addEventListener("abort", () => connection.abort());
    const path = runPath(id, `/events${query({ after: model.seq })}`);
    // A service that hangs would keep the request for ever.
    const limit = setTimeout(() => connection.abort(), CONNECT);
    const { signal } = connection;
    const answer = send(path, { headers: { accept: "application/x-ndjson" }, signal });
    const response = await answer.finally(() => clearTimeout(limit));
    if (response.status === 204) return become("ended");
    heard = Date.now();
    become("live");
    for await (const some of lines(response)) {
      heard = Date.now();
      become("live");
      const events = some.map((line) => JSON.parse(line));
      add(events);
      if (events.some(({ type }) => type === "run.finished")) return become("ended");
    }
    become("lost");
  }

  /** Reads the steps of a run whose events are no longer in the log. */
  async function readSteps() {
    for (let after = 0; after != null;) {
      const page = await get(runPath(id, `/steps${query({ after, limit: STEPS_PAGE, brief: 1 })}`), {
        signal: stop.signal,
      });
      model.records(page.steps);
      add([]);
      after = page.next;
    }
    become("ended");
  }

  (async () => {
    while (!stop.signal.aborted && kind !== "ended" && kind !== "gone") {
      try {
        await connect();
      } catch (error) {
        const status = error instanceof Problem ? error.status : 0;
        if (status === 410) await readSteps().catch(() => become("lost"));
        // The log does not have the events that were read: it is an older copy. They are read again.
        else if (status === 422 && model.seq > 0) restart();
        else if (status >= 400 && status < 500) become("gone");
        else become("lost");
      }
      if (kind === "lost") await pause(RETRY);
    }
  })();

  // A connection that is cut somewhere on the way, or a service that hangs, looks like silence.
  let isAsking = false;
  const watch = setInterval(async () => {
    if (kind !== "live" || isAsking || Date.now() - heard < SILENCE) return;
    isAsking = true;
    const asked = Date.now();
    try {
      await send("healthz", { signal: AbortSignal.timeout(PATIENCE) });
      heard = Math.max(heard, asked);
    } catch (error) {
      if (error instanceof Problem || kind !== "live" || heard > asked) return;
      become("lost");
      connection?.abort();
    } finally {
      isAsking = false;
    }
  }, LISTEN);

  return () => {
    clearInterval(watch);
    stop.abort();
  };
}
