// The details of a step: its attempts with their inputs, outputs and errors.
import { html, useEffect, useRef, useState } from "./vendor/preact.mjs";
import { download, get, query, runPath, send } from "./api.mjs";
import { LARGE, MARKS, bytes, clock, duration, pretty } from "./format.mjs";

/** The largest number of files of a step that are shown. */
const FILES = 1000;

/** Returns the start of a value at an address, without reading the rest. */
async function firstPart(path) {
  const reader = (await send(path)).body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (let part; text.length < LARGE && !(part = await reader.read()).done;) text += part.value;
  reader.cancel().catch(() => {});
  return text.slice(0, LARGE);
}

/**
 * A value: the whole, or the first part of a large value with a button that saves the whole. `path` is the address of
 * the whole.
 */
export function Value({ label, value, path }) {
  const [part, setPart] = useState(null);
  const [copied, setCopied] = useState(false);
  const mark = value?.truncated === true && typeof value.url === "string" ? value : null;
  // The address that the service writes begins at the root of the host, as does the address of this page.
  const whole = mark ? mark.url : path;
  const text = mark ? part : pretty(value);
  const large = mark || text.length > LARGE;
  const copy = async () => {
    await navigator.clipboard.writeText(mark ? await (await send(whole)).text() : text);
    setCopied(true);
    setTimeout(() => setCopied(false), 1200);
  };
  const save = () =>
    mark || path
      ? download(whole, `${label}.json`)
      : Object.assign(document.createElement("a"), {
          href: URL.createObjectURL(new Blob([text])),
          download: `${label}.txt`,
        }).click();
  return html`<section class="value">
    <header><h3>${label}</h3>
      ${large && html`<span class="dim">${bytes(mark?.size ?? text.length)}, the first part</span>`}
      <span class="space"></span>
      ${mark && part == null && html`<button type="button" class="quiet"
        onClick=${async () => setPart(await firstPart(whole))}>Show</button>`}
      ${large && html`<button type="button" class="quiet" onClick=${save}>Download</button>`}
      <button type="button" class="quiet" onClick=${copy} aria-label=${`Copy ${label}`}>${copied ? "Copied" : "Copy"}
        </button>
    </header>
    ${text != null && html`<pre tabindex="0" role="group" aria-label=${label}>${text.slice(0, LARGE)}${large && "…"}
      </pre>`}
  </section>`;
}

/** An error with its causes, the innermost last. */
export function Failure({ error }) {
  return html`<section class="value failure">
    <header><h3>error</h3>${error.code && error.code !== "failed" && html`<code>${error.code}</code>`}
      ${error.max_attempts > 1 && html`<span class="dim">${error.max_attempts} attempts at most</span>`}</header>
    <pre tabindex="0" role="group" aria-label="error">${error.message}</pre>
    ${error.causes?.length > 0 && html`<ol>${error.causes.map((cause) => html`<li>${cause}</li>`)}</ol>`}
  </section>`;
}

const Members = ({ label, values, path }) =>
  values &&
  (values.truncated === true || typeof values !== "object" || Array.isArray(values)
    ? html`<${Value} label=${label} value=${values} path=${path} />`
    : Object.entries(values).map(
        ([name, value]) => html`<${Value} key=${label + name} label=${`${label} · ${name}`} value=${value} />`,
      ));

/** The files that an attempt of a step put and got. */
const Files = ({ files }) =>
  files.length > 0 &&
  html`<section class="value files">
    <header><h3>files</h3></header>
    <ul>${files.map(
      (file) => html`<li key=${`${file.put}${file.name}${file.at}`} title=${`BLAKE3 ${file.hash}`}>
      <span class="dim">${file.put ? "put" : "got"}</span> ${file.name} <span class="dim">${bytes(file.size)},
      ${" "}${file.media_type}</span></li>`,
    )}</ul>
  </section>`;

const took = ({ started, ended }) => (ended ? ` after ${duration(Date.parse(ended) - Date.parse(started))}` : "");

/** The details of the step at a path. */
export function Details({ run, path, model, version, onClose, onFork }) {
  const [loaded, setLoaded] = useState({});
  const [stored, setStored] = useState({});
  const node = model.nodes.get(path);
  // Loaded again when the step has changed its status, not with every token.
  const state = `${node?.status} ${node?.attempts.length}`;
  useEffect(() => {
    const stop = new AbortController();
    get(runPath(run, `/step${query({ path })}`), { signal: stop.signal })
      .then(({ attempts }) => setLoaded({ path, attempts }))
      .catch((problem) => stop.signal.aborted || setLoaded({ path, problem }));
    get(runPath(run, `/files${query({ step: path, limit: FILES })}`), { signal: stop.signal })
      .then(({ files }) => setStored({ path, files }))
      .catch(() => {});
    return () => stop.abort();
  }, [run, path, state]);
  const box = useRef();
  // On a narrow screen, the details are below everything else.
  useEffect(() => box.current.scrollIntoView({ block: "nearest" }), [path]);
  const isStep = !node || node.attempts.length > 0;
  const attempts = loaded.path === path && loaded.attempts;
  const filesOf = ({ attempt }) =>
    stored.path === path ? stored.files.filter((file) => file.attempt === attempt) : [];
  const inner = node?.children.length > 0 && node.attempts.length === 0;
  const events = node?.events > 0 ? ` · ${node.events} events` : "";
  return html`<aside class="details" ref=${box} aria-label=${`details of ${path}`}>
    <header class="bar">
      <span class=${`mark ${node?.status ?? ""}`} aria-hidden="true">${MARKS[node?.status] ?? ""}</span>
      <h2>${path}</h2>
      <span class="dim">${node?.status ?? "has not started"}${events}</span>
      <span class="space"></span>
      ${isStep && node && html`<button type="button" onClick=${() => onFork(path)}>Fork at…</button>`}
      <button type="button" class="quiet" onClick=${onClose} aria-label="Close the details">✕</button>
    </header>
    <div class="scroll">
    ${inner && html`<p class="dim">${node.items ? `${node.children.length} items` : `${node.children.length} steps`}
      </p>`}
    ${
      attempts &&
      attempts
        .slice()
        .reverse()
        .map(
          (attempt) => html`<article key=${`${attempt.attempt}${attempt.started}`}>
      <p class="when"><span class=${`mark ${attempt.status}`}>${MARKS[attempt.status]}</span>
        attempt ${attempt.attempt}, ${attempt.status}${took(attempt)}
        <span class="dim">${clock(attempt.started)}</span></p>
      ${attempt.error && html`<${Failure} error=${attempt.error} />`}
      <div class="values">
      <${Members} label="in" values=${attempt.inputs} />
      <${Members} label="out" values=${attempt.output} path=${runPath(run, `/output${query({ step: path })}`)} />
      <${Files} files=${filesOf(attempt)} />
      </div>
    </article>`,
        )
    }
    ${
      !attempts &&
      !inner &&
      (loaded.problem && loaded.path === path
        ? html`<p class="dim">${loaded.problem.message}</p>${node?.attempts.at(-1)?.error && html`<${Failure}
          error=${node.attempts.at(-1).error} />`}`
        : html`<p class="dim">…</p>`)
    }
    </div>
  </aside>`;
}
