// Dialogs: for what changes runs, for the start of a run, for the keys and for the token.
import { html, useEffect, useLayoutEffect, useRef, useState } from "./vendor/preact.mjs";
import { get, post, runPath, token } from "./api.mjs";
import { go } from "./place.mjs";

/** A modal dialog. Escape closes it, and the focus returns to where it was. */
export function Modal({ title, onClose, children }) {
  const dialog = useRef();
  useLayoutEffect(() => {
    const before = document.activeElement;
    dialog.current.showModal();
    return () => before?.isConnected && before.focus();
  }, []);
  return html`<dialog ref=${dialog} aria-label=${title} onClose=${onClose} onCancel=${(event) => {
    event.preventDefault();
    onClose();
  }}>
    <h2>${title}</h2>${children}</dialog>`;
}

/** Runs an action, and knows if it is under way and its problem. */
function useAction(run) {
  const [state, setState] = useState({});
  const start = async (event) => {
    event?.preventDefault();
    setState({ busy: true });
    try {
      await run();
    } catch (problem) {
      setState({ problem });
    }
  };
  return [state, start];
}

const Problems = ({ problem }) =>
  problem &&
  html`<div class="problem" role="alert"><p>${problem.message}</p>
  ${problem.errors?.length > 0 && html`<ul>${problem.errors.map(({ pointer, detail }) => html`<li><code>
    ${pointer.replace(/^#\//, "")}</code> ${detail}</li>`)}</ul>`}</div>`;

/** Asks before an action. */
function Confirm({ title, action, danger, asks, run, onClose, children }) {
  const [{ busy, problem }, start] = useAction(run);
  return html`<${Modal} title=${title} onClose=${onClose}><form onSubmit=${start}>
    ${children}<${Problems} problem=${problem} />
    <footer><button type="button" onClick=${onClose}>Back</button>
      <button type="submit" class=${danger ? "danger" : "primary"} disabled=${busy} autofocus=${!asks}>${action}
        </button></footer>
  </form><//>`;
}

export function CancelDialog({ run, onClose }) {
  return html`<${Confirm} title="Cancel this run?" action="Cancel the run" danger onClose=${onClose}
    run=${async () => {
      await post(runPath(run, "/cancel"));
      onClose();
    }}>
    <p>The steps that are running stop. The results of the steps that have ended stay in the log, and the run can be
      resumed.</p><//>`;
}

export function ResumeDialog({ run, onClose, onDone }) {
  return html`<${Confirm} title="Resume this run?" action="Resume" onClose=${onClose}
    run=${async () => {
      await post(runPath(run, "/resume"));
      onClose();
      onDone();
    }}>
    <p>Steps that have succeeded are not run again. All others run.</p><//>`;
}

/** Asks for the step of a fork, and names the steps with `effect = "once"` that the fork runs again. */
export function ForkDialog({ run, at, model, once, onClose }) {
  const [path, setPath] = useState(at ?? "");
  const [key] = useState(() => crypto.randomUUID());
  const steps = [...model.nodes.values()].filter((node) => node.attempts.length > 0);
  const from = model.nodes.get(path);
  const again = from
    ? steps.filter(
        (node) => once.has(node.id) && !(node.status === "succeeded" && node.stop <= from.start && node !== from),
      )
    : [];
  return html`<${Confirm} title="Fork this run" action="Fork" asks=${!at} onClose=${onClose}
    run=${async () => {
      const { id } = await post(runPath(run, "/fork"), { at: path }, { key });
      onClose();
      go({ run: id }, { from: {} });
    }}>
    <p>A new run with the same input. It takes over the results of the steps that had completed before this step
      started:</p>
    <label>step<input list="steps" required autofocus=${!at} value=${path}
      onInput=${(event) => setPath(event.target.value)} autocomplete="off" spellcheck=${false} /></label>
    <datalist id="steps">${steps.slice(0, 500).map((node) => html`<option value=${node.path} />`)}</datalist>
    ${
      again.length > 0 &&
      html`<div class="warning" role="alert">
        <p>These steps have an effect that should happen once. The fork runs them again:</p>
      <ul>${again.slice(0, 20).map((node) => html`<li><code>${node.path}</code></li>`)}</ul>
        ${again.length > 20 && html`<p>and ${again.length - 20} more</p>`}</div>`
    }
    <//>`;
}

/** Reads the text of a field as the value that its schema expects. */
function fieldValue(schema, text) {
  const types = [schema.type].flat();
  if (text === "" && !(types.includes("string") && schema.asked)) return undefined;
  if (types.includes("string") || schema.enum) return text;
  if (types.includes("boolean")) return text === "true";
  try {
    return JSON.parse(text);
  } catch {
    // A field of any type takes a text without quotes.
    return text;
  }
}

/** Follows a reference inside of a schema. */
function resolved(schema, root) {
  const target =
    schema?.$ref?.startsWith("#/") &&
    schema.$ref
      .slice(2)
      .split("/")
      .reduce((at, name) => at?.[name], root);
  return { ...(target || {}), ...schema };
}

function Field({ name, schema, required, value, onInput }) {
  const types = [schema.type].flat();
  const options = schema.enum ?? schema.oneOf?.map((one) => one.const).filter((one) => typeof one === "string");
  const hint = schema.description ?? (typeof schema.$comment === "string" ? schema.$comment : "");
  const shared = {
    name,
    required,
    value,
    onInput: (event) => onInput(event.target.value),
    "aria-describedby": `hint-${name}`,
  };
  const choice = options?.length ? options : types.includes("boolean") ? ["true", "false"] : null;
  return html`<label><span>${name}${schema.asked && html`<span class="dim"> required</span>`}</span>
    ${
      choice
        ? html`<select ...${shared}><option value="">–</option>${choice.map((one) => html`<option value=${one}>${one}
          </option>`)}</select>`
        : types.includes("integer") || types.includes("number")
          ? html`<input type="number" step=${types.includes("number") ? "any" : 1} ...${shared} />`
          : html`<textarea rows=${types.includes("string") ? 2 : 3} spellcheck=${types.includes("string")}
            placeholder=${types.includes("string") || !schema.type ? "" : "JSON"} ...${shared}></textarea>`
    }
    <span class="dim hint" id=${`hint-${name}`}>${hint}</span></label>`;
}

/** Starts a run of a pipeline with the values that its schema asks for. */
export function StartDialog({ pipeline, pipelines, onClose }) {
  const [schema, setSchema] = useState(null);
  const [values, setValues] = useState({});
  const [key] = useState(() => crypto.randomUUID());
  const [{ busy, problem }, start] = useAction(async () => {
    const entries = fields.map(([name, field]) => [name, fieldValue(field, values[name] ?? "")]);
    const input = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
    const { id } = await post(`pipelines/${encodeURIComponent(pipeline)}`, input, { key });
    go({ run: id }, { from: {} });
  });
  useEffect(() => {
    setSchema(null);
    setValues({});
    if (pipeline)
      get(`pipelines/${encodeURIComponent(pipeline)}/schema`)
        .then(({ input }) => setSchema(input))
        .catch((error) => setSchema({ error }));
  }, [pipeline]);
  const needed = new Set(schema?.required ?? []);
  const fields = Object.entries(schema?.properties ?? {}).map(([name, field]) => [
    name,
    { ...resolved(field, schema), asked: needed.has(name) },
  ]);
  return html`<${Modal} title="Start a run" onClose=${onClose}><form onSubmit=${start}>
    <label>pipeline<select value=${pipeline}
      onChange=${(event) => go({ start: event.target.value }, { replace: true })}>
      ${pipelines.map(({ name }) => html`<option value=${name}>${name}</option>`)}</select></label>
    ${schema?.error && html`<${Problems} problem=${schema.error} />`}
    ${fields.map(
      ([
        name,
        field,
      ]) => html`<${Field} key=${name} name=${name} schema=${field}
        required=${needed.has(name) && ![field.type].flat().includes("string")}
      value=${values[name] ?? ""} onInput=${(text) => setValues((all) => ({ ...all, [name]: text }))} />`,
    )}
    <${Problems} problem=${problem} />
    <footer><button type="button" onClick=${onClose}>Back</button><button type="submit" class="primary"
      disabled=${busy || !schema}>Start</button></footer>
  </form><//>`;
}

const KEYS = [
  ["/", "search"],
  ["j k", "next and previous row"],
  ["Enter", "open"],
  ["f", "fold or unfold"],
  ["Esc", "close, or back to the runs"],
  ["?", "this help"],
];

export const HelpDialog = ({ onClose }) => html`<${Modal} title="Keys" onClose=${onClose}>
  <dl class="keys">${KEYS.map(([key, text]) => html`<dt>${key.split(" ").map((one) => html`<kbd>${one}</kbd>`)}</dt>
    <dd>${text}</dd>`)}</dl>
  <footer><button type="button" onClick=${onClose} autofocus>Close</button></footer><//>`;

/** Asks for a token. It stays in this tab, until the tab is closed. */
export function Login({ onDone }) {
  const refused = token.get() !== null;
  const [text, setText] = useState("");
  const enter = (event) => {
    event.preventDefault();
    token.set(text.trim());
    onDone();
  };
  return html`<main class="login"><form onSubmit=${enter}>
    <h1>runnable</h1><p>
      ${refused ? "The service does not know this token, or it has expired." : "This service asks for a token."}</p>
    <label>token<input type="password" required autofocus autocomplete="off" value=${text}
      onInput=${(event) => setText(event.target.value)} /></label>
    <footer><button type="submit" class="primary">Continue</button></footer></form></main>`;
}
