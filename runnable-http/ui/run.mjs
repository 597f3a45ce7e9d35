// A run: its header, graph, timeline, lanes, the details of a step, and the state of the connection.
import { html, useEffect, useLayoutEffect, useRef, useState } from "./vendor/preact.mjs";
import { get, query, runPath, send, skew } from "./api.mjs";
import { markCritical } from "./critical.mjs";
import { Details, Failure, Value } from "./details.mjs";
import { CancelDialog, ForkDialog, ResumeDialog } from "./dialogs.mjs";
import { follow } from "./follow.mjs";
import { MARKS, clock, duration } from "./format.mjs";
import { lightUp, loadGraph } from "./graph.mjs";
import { Lanes } from "./lanes.mjs";
import { RunModel, tally } from "./model.mjs";
import { go, link } from "./place.mjs";
import { Timeline } from "./timeline.mjs";

/** The time between two looks at the record of a run, which changes without an event if its process dies, in milliseconds. */
const LOOK = 2000;
/** The time between two frames in which only clocks change, in milliseconds. */
const TICK = 100;
/** The critical path of a large run that is active is not computed with every event. */
const OFTEN = 2000;
const STEPS = 1000;
/** The number of times that the picture of a graph is loaded at most. */
const DRAWINGS = 8;

/** Everything of a run that is not drawn by preact. */
class LiveRun {
  constructor(id, changed) {
    Object.assign(this, { id, changed, model: new RunModel(), connection: { kind: "loading", since: Date.now() }, record: null, version: 0, drawn: 0 });
    this.options = {};
    this.begin();
    this.look();
    // A run that failed may be resumed elsewhere.
    this.looking = setInterval(() => this.status !== "succeeded" && this.look(), LOOK);
    this.ticking = setInterval(() => this.isActive && this.connection.kind === "live" && this.draw(), TICK);
  }

  begin() {
    this.stop?.();
    this.stop = follow(this.id, this.model, {
      add: (events) => {
        events.forEach((event) => this.model.add(event));
        if (events.some(({ type }) => type === "run.finished" || type === "run.resumed")) this.look();
        this.draw();
      },
      state: (connection) => {
        // Times stand still while nothing is known.
        if (connection.kind === "lost") this.still = this.now;
        this.connection = connection;
        if (connection.kind === "ended") this.refine();
        if (connection.kind === "live" || connection.kind === "gone") this.look();
        this.draw();
      },
      restart: () => {
        this.model = new RunModel();
        this.lanes?.clear();
        this.begin();
      },
    });
  }

  /** Follows a run that had ended. */
  again() {
    this.model.ended = this.model.end = null;
    this.begin();
  }

  /** Reads the record of the run. Its state can change without an event: its process may die. */
  async look() {
    try {
      const { record } = this;
      // The summary has no values, which may be large.
      const { error: _, ...brief } = record ? (await get(`runs${query({ id: this.id, limit: 1 })}`)).runs[0] : {};
      const isSame = record && (brief.status === "running" || (brief.status === record.status && brief.last_seq === record.last_seq));
      this.record = isSame ? { ...record, ...brief } : await get(runPath(this.id));
      // Another tab, or another program, has resumed it.
      if (this.connection.kind === "ended" && (this.record.status === "running" || this.record.last_seq > this.model.seq)) this.again();
    } catch (error) {
      if (error.status) this.problem = error;
    }
    this.draw();
  }

  /** Reads what the events do not have, if anything failed or was interrupted. */
  async refine() {
    const { model } = this;
    if (!model.failures && !model.resumes && this.status !== "interrupted") return;
    const all = [];
    for (let after = 0; after != null; ) {
      const page = await get(runPath(this.id, `/steps${query({ after, limit: STEPS, brief: 1 })}`)).catch(() => null);
      if (!page) return;
      all.push(...page.steps);
      after = page.next;
    }
    if (model !== this.model || !model.end) return;
    model.records(all);
    this.draw();
  }

  get status() {
    return this.model.end?.status ?? (this.model.resumes && this.record?.status !== "interrupted" ? "running" : this.record?.status) ?? "running";
  }

  get isActive() {
    return this.status === "running" || this.status === "interrupted";
  }

  get now() {
    const { model } = this;
    if (model.ended) return model.ended;
    if (this.connection.kind === "lost") return this.still;
    return this.status === "running" && this.connection.kind === "live" ? Math.max(model.last ?? 0, Date.now() - skew.ms) : model.last ?? 0;
  }

  /** Draws with the next frame, once. */
  draw() {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = null;
      const { model, options } = this;
      if (this.status === "interrupted" && model.last) model.interrupt(model.last);
      if (options.critical !== undefined || this.marked !== model.seq) this.mark();
      this.timeline?.show(model, this.now, options);
      this.lanes?.show(model, options.step);
      if (this.graph) lightUp(this.graph, model);
      if (this.graph?.lacks) this.drawGraph();
      // The header shows tenths of seconds at most.
      const now = performance.now();
      if (now - (this.told ?? -Infinity) >= TICK || !this.isActive) {
        this.told = now;
        this.changed(++this.version);
      }
    });
  }

  /** Loads the picture of the graph, again if it lacks something: the service has the layout. */
  async drawGraph() {
    if (this.drawn >= DRAWINGS || this.drawing) return;
    this.drawing = true;
    this.drawn++;
    try {
      this.graph = await loadGraph(this.box, this.id, this.open);
    } catch (problem) {
      if (!this.graph) this.box.replaceChildren(problem.message);
    }
    this.draw();
    setTimeout(() => { this.drawing = false; }, LOOK);
  }

  mark() {
    const isOften = this.isActive && this.model.nodes.size > OFTEN && performance.now() - (this.markedAt ?? -Infinity) < 1000;
    if (isOften || this.marked === this.model.seq) return;
    this.marked = this.model.seq;
    this.markedAt = performance.now();
    markCritical(this.model, this.now);
  }

  end() {
    this.stop();
    clearInterval(this.looking);
    clearInterval(this.ticking);
    cancelAnimationFrame(this.frame);
    this.timeline?.remove();
  }
}

/** The line at the bottom: live, or for how long not. */
function Connection({ live }) {
  const [, again] = useState(0);
  const { kind, since } = live.connection;
  useEffect(() => {
    if (kind !== "lost") return undefined;
    const timer = setInterval(() => again((n) => n + 1), 500);
    return () => clearInterval(timer);
  }, [kind]);
  const missing = live.model.missing.map(([from, to]) => `events ${from}–${to} are no longer in the log`).join(", ");
  const text = {
    loading: "loading", live: live.status === "interrupted" ? "interrupted: waiting for the run to be resumed" : "live", ended: "ended", gone: "not available",
    lost: "connection lost",
  }[kind];
  return html`<footer class=${`line ${kind}`}>
    <span class="dot" aria-hidden="true"></span><span role="status" id="connection">${text}</span>
    ${kind === "lost" && html`<span>${Math.floor((Date.now() - since) / 1000)} s ago – times stand still – trying again</span>`}
    ${missing && html`<span class="dim">${missing}</span>`}
    <span class="space"></span><span class="dim">${live.model.seq} events</span></footer>`;
}

/** The name of a run is cut in the middle of nothing: the whole can be copied. */
function Title({ id, record, status, took, model }) {
  return html`<h1><span class=${`badge ${status}`}><span aria-hidden="true">${MARKS[status]}</span> ${status}</span>
    <span class="pipeline">${record?.pipeline ?? "…"}</span> <code class="id" title=${id}>${id}</code></h1>
    <p class="facts"><span class="took">${took}</span>
      <span>${tally(model.root.steps, MARKS)}</span>
      ${record?.tag && html`<span class="tag">${record.tag}</span>`}
      ${record?.started && html`<span class="dim">${clock(record.started)}</span>`}
      ${record?.parent && html`<a href=${link({ run: record.parent })}>fork of ${record.parent.slice(0, 10)}…</a>`}
      ${record?.code?.git_sha && html`<code class="dim">${record.code.git_sha.slice(0, 7)}${record.code.dirty ? "*" : ""}</code>`}</p>`;
}

export function RunView({ id, state, keys }) {
  const [version, setVersion] = useState(0);
  const [dialog, setDialog] = useState(null);
  const [once, setOnce] = useState(new Set());
  const [outline, setOutline] = useState(null);
  const [live, setLive] = useState(null);
  const [graph, timeline, lanes] = [useRef(), useRef(), useRef()];
  const fold = state.fold !== "0";
  const critical = state.critical === "1";
  const openStep = (path) => go({ step: path });

  useLayoutEffect(() => {
    const run = new LiveRun(id, setVersion);
    run.timeline = new Timeline(timeline.current, openStep);
    run.lanes = new Lanes(lanes.current, openStep);
    run.box = graph.current;
    run.open = (node) => openStep([...run.model.nodes.values()].find((step) => step.id === node)?.path ?? node);
    run.drawGraph();
    setLive(run);
    return () => {
      run.end();
      for (const box of [graph, timeline, lanes]) box.current?.replaceChildren();
    };
  }, [id]);

  const pipeline = live?.record?.pipeline;
  useEffect(() => {
    if (!pipeline) return;
    get("pipelines").then(({ pipelines }) => setOnce(new Set(pipelines.find(({ name }) => name === pipeline)?.once ?? []))).catch(() => {});
  }, [pipeline]);

  useEffect(() => {
    if (!live) return;
    Object.assign(live.options, { fold, critical, find: state.q?.toLowerCase() ?? "", step: state.step });
    live.draw();
  }, [live, fold, critical, state.q, state.step]);

  const status = live?.status ?? "running";
  useEffect(() => {
    if (state.view !== "outline") return;
    send(runPath(id, "/graph?format=text"), { headers: { accept: "text/plain" } }).then((answer) => answer.text()).then(setOutline).catch((problem) => setOutline(problem.message));
  }, [id, state.view, status]);

  useEffect(() => {
    keys.current = {
      j: () => live.timeline.move(1), k: () => live.timeline.move(-1), ArrowDown: () => live.timeline.move(1), ArrowUp: () => live.timeline.move(-1),
      PageDown: () => live.timeline.move(live.timeline.list.page), PageUp: () => live.timeline.move(-live.timeline.list.page),
      Home: () => live.timeline.move(-Infinity), End: () => live.timeline.move(Infinity),
      Enter: () => live.timeline.enter(), f: () => live.timeline.fold(), ArrowRight: () => live.timeline.fold(true), ArrowLeft: () => live.timeline.fold(false),
      Escape: () => state.step ? go({ step: null }) : go({}, { from: {} }),
    };
    return () => { keys.current = {}; };
  });

  if (live?.problem && !live.record) {
    return html`<main class="empty"><h1>${live.problem.status === 404 ? "This run does not exist, or is not visible to you." : live.problem.message}</h1>
      <p><code>${id}</code></p><p><a href=${location.pathname}>All runs</a></p></main>`;
  }
  const model = live?.model ?? new RunModel();
  const { record } = live ?? {};
  const took = live && model.started ? duration(model.axis(live.now)) : "–";
  const error = record?.error ?? model.end?.error;
  const close = () => setDialog(null);
  return html`<main class="run">
    <header class="top">
      <a class="back" href=${location.pathname} aria-label="All runs">‹ runs</a>
      <div class="title"><${Title} id=${id} record=${record} status=${status} took=${took} model=${model} /></div>
      <div class="actions">
        ${status === "running" && html`<button type="button" class="danger" onClick=${() => setDialog("cancel")}>Cancel</button>`}
        ${["failed", "interrupted", "cancelled"].includes(status) && html`<button type="button" class="primary" onClick=${() => setDialog("resume")}>Resume</button>`}
        <button type="button" onClick=${() => setDialog("fork")}>Fork at…</button>
      </div>
    </header>
    ${error && status !== "running" && html`<details class="cause" open><summary>${error.step ? `${error.step}: ` : ""}${(error.message ?? "").slice(0, 300)}</summary>
      ${error.causes?.length > 0 && html`<ol>${error.causes.map((cause) => html`<li>${cause}</li>`)}</ol>`}</details>`}
    <div class="panes">
      <section class="graph" aria-label="graph">
        <header class="bar"><h2>Graph</h2><span class="space"></span>
          <button type="button" class="quiet" aria-pressed=${state.view === "outline"} onClick=${() => go({ view: state.view === "outline" ? null : "outline" })}>Outline</button></header>
        ${state.view === "outline" && html`<pre class="outline" tabindex="0" role="group" aria-label="outline of the graph">${outline ?? "…"}</pre>`}
        <div class="picture" ref=${graph} hidden=${state.view === "outline"}></div>
      </section>
      <section class="timeline" aria-label="timeline">
        <header class="bar"><h2>Timeline</h2><span class="space"></span>
          <label class="check"><input type="checkbox" checked=${fold} onChange=${() => go({ fold: fold ? "0" : null })} />fold maps</label>
          <label class="check"><input type="checkbox" checked=${critical} onChange=${() => go({ critical: critical ? null : "1" })} />critical path</label>
          <input type="search" id="search" class="small" placeholder="find a step  /" aria-label="find a step" value=${state.q ?? ""} onInput=${(event) => go({ q: event.target.value }, { replace: true })} /></header>
        <div class="rows" ref=${timeline} role="tree" tabindex="0" aria-label="steps"></div>
        ${model.gaps.map((gap) => html`<p class="gapnote">⫽ ${gap.why}, ${duration(gap.until - gap.from)} ⫽ resumed</p>`)}
      </section>
    </div>
    ${state.step && live && html`<${Details} run=${id} path=${state.step} model=${model} version=${version}
      onClose=${() => go({ step: null })} onFork=${(path) => setDialog({ fork: path })} />`}
    <section class="lanes" aria-label="texts" ref=${lanes}></section>
    ${record && html`<details class="io"><summary>input and output</summary><div class="values"><${Value} label="input" value=${record.input ?? null} path=${runPath(id, "/input")} />
      ${record.output !== undefined && html`<${Value} label="output" value=${record.output} path=${runPath(id, "/output")} />`}</div></details>`}
    ${live && html`<${Connection} live=${live} />`}
    ${dialog === "cancel" && html`<${CancelDialog} run=${id} onClose=${close} />`}
    ${dialog === "resume" && html`<${ResumeDialog} run=${id} onClose=${close} onDone=${() => live.again()} />`}
    ${(dialog === "fork" || dialog?.fork) && html`<${ForkDialog} run=${id} at=${dialog.fork ?? state.step} model=${model} once=${once} onClose=${close} />`}
  </main>`;
}
