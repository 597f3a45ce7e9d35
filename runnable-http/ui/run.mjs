// A run: its header, graph, timeline, lanes, the details of a step, and the state of the connection.
import { html, useEffect, useLayoutEffect, useRef, useState } from "./vendor/preact.mjs";
import { get, runPath, send } from "./api.mjs";
import { Details, Value } from "./details.mjs";
import { CancelDialog, ForkDialog, ResumeDialog } from "./dialogs.mjs";
import { MARKS, clock, duration, since } from "./format.mjs";
import { Lanes } from "./lanes.mjs";
import { LiveRun } from "./live.mjs";
import { RunModel, tally } from "./model.mjs";
import { go, link } from "./place.mjs";
import { Timeline } from "./timeline.mjs";

/** The line at the bottom: live, or for how long not. */
function Connection({ live }) {
  const [, again] = useState(0);
  const { kind, since: moment } = live.connection;
  useEffect(() => {
    if (kind !== "lost") return undefined;
    const timer = setInterval(() => again((n) => n + 1), 500);
    return () => clearInterval(timer);
  }, [kind]);
  const missing = live.model.missing.map(([from, to]) => `events ${from}–${to} are no longer in the log`).join(", ");
  const text = {
    loading: "loading",
    live: live.status === "interrupted" ? "interrupted: waiting for the run to be resumed" : "live",
    ended: "ended",
    gone: "not available",
    lost: "connection lost",
  }[kind];
  return html`<footer class=${`line ${kind}`}>
    <span class="dot" aria-hidden="true"></span><span role="status" id="connection">${text}</span>
    ${kind === "lost" && html`<span>
      ${since(moment)} – times stand still – trying again</span>`}
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
      ${record?.code?.git_sha && html`<code class="dim">
        ${record.code.git_sha.slice(0, 7)}${record.code.dirty ? "*" : ""}</code>`}</p>`;
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
    get("pipelines")
      .then(({ pipelines }) => setOnce(new Set(pipelines.find(({ name }) => name === pipeline)?.once ?? [])))
      .catch(() => {});
  }, [pipeline]);

  useEffect(() => {
    if (!live) return;
    Object.assign(live.options, { fold, critical, find: state.q?.toLowerCase() ?? "", step: state.step });
    live.draw();
  }, [live, fold, critical, state.q, state.step]);

  const status = live?.status ?? "running";
  useEffect(() => {
    if (state.view !== "outline") return;
    send(runPath(id, "/graph?format=text"), { headers: { accept: "text/plain" } })
      .then((answer) => answer.text())
      .then(setOutline)
      .catch((problem) => setOutline(problem.message));
  }, [id, state.view, status]);

  useEffect(() => {
    keys.current = {
      j: () => live.timeline.move(1),
      k: () => live.timeline.move(-1),
      ArrowDown: () => live.timeline.move(1),
      ArrowUp: () => live.timeline.move(-1),
      PageDown: () => live.timeline.move(live.timeline.list.page),
      PageUp: () => live.timeline.move(-live.timeline.list.page),
      Home: () => live.timeline.move(-Infinity),
      End: () => live.timeline.move(Infinity),
      Enter: () => live.timeline.enter(),
      f: () => live.timeline.fold(),
      ArrowRight: () => live.timeline.fold(true),
      ArrowLeft: () => live.timeline.fold(false),
      Escape: () => (state.step ? go({ step: null }) : go({}, { from: {} })),
    };
    return () => {
      keys.current = {};
    };
  });

  if (live?.problem && !live.record) {
    return html`<main class="empty"><h1>
      ${live.problem.status === 404 ? "This run does not exist, or is not visible to you." : live.problem.message}</h1>
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
        ${status === "running" && html`<button type="button" class="danger"
          onClick=${() => setDialog("cancel")}>Cancel</button>`}
        ${["failed", "interrupted", "cancelled"].includes(status) && html`<button type="button" class="primary"
          onClick=${() => setDialog("resume")}>Resume</button>`}
        <button type="button" onClick=${() => setDialog("fork")}>Fork at…</button>
      </div>
    </header>
    ${
      error &&
      status !== "running" &&
      html`<details class="cause" open><summary>
        ${error.step ? `${error.step}: ` : ""}${(error.message ?? "").slice(0, 300)}</summary>
      ${error.causes?.length > 0 && html`<ol>${error.causes.map((cause) => html`<li>${cause}</li>`)}</ol>`}</details>`
    }
    <div class="panes">
      <section class="graph" aria-label="graph">
        <header class="bar"><h2>Graph</h2><span class="space"></span>
          <button type="button" class="quiet" aria-pressed=${state.view === "outline"}
            onClick=${() => go({ view: state.view === "outline" ? null : "outline" })}>Outline</button></header>
        ${state.view === "outline" && html`<pre class="outline" tabindex="0" role="group"
          aria-label="outline of the graph">${outline ?? "…"}</pre>`}
        <div class="picture" ref=${graph} hidden=${state.view === "outline"}></div>
      </section>
      <section class="timeline" aria-label="timeline">
        <header class="bar"><h2>Timeline</h2><span class="space"></span>
          <label class="check"><input type="checkbox" checked=${fold}
            onChange=${() => go({ fold: fold ? "0" : null })} />fold maps</label>
          <label class="check"><input type="checkbox" checked=${critical}
            onChange=${() => go({ critical: critical ? null : "1" })} />critical path</label>
          <input type="search" id="search" class="small" placeholder="find a step  /" aria-label="find a step"
            value=${state.q ?? ""} onInput=${(event) => go({ q: event.target.value }, { replace: true })} /></header>
        <div class="rows" ref=${timeline} role="tree" tabindex="0" aria-label="steps"></div>
        ${model.gaps.map((gap) => html`<p
          class="gapnote">⫽ ${gap.why}, ${duration(gap.until - gap.from)} ⫽ resumed</p>`)}
      </section>
    </div>
    ${
      state.step &&
      live &&
      html`<${Details} run=${id} path=${state.step} model=${model} version=${version}
      onClose=${() => go({ step: null })} onFork=${(path) => setDialog({ fork: path })} />`
    }
    <section class="lanes" aria-label="texts" ref=${lanes}></section>
    ${
      record &&
      html`<details class="io"><summary>input and output</summary><div class="values"><${Value} label="input"
        value=${record.input ?? null} path=${runPath(id, "/input")} />
      ${record.output !== undefined && html`<${Value} label="output" value=${record.output}
        path=${runPath(id, "/output")} />`}</div></details>`
    }
    ${live && html`<${Connection} live=${live} />`}
    ${dialog === "cancel" && html`<${CancelDialog} run=${id} onClose=${close} />`}
    ${dialog === "resume" && html`<${ResumeDialog} run=${id} onClose=${close} onDone=${() => live.again()} />`}
    ${(dialog === "fork" || dialog?.fork) && html`<${ForkDialog} run=${id} at=${dialog.fork ?? state.step}
      model=${model} once=${once} onClose=${close} />`}
  </main>`;
}
