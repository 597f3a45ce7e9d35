// The list of runs: filters, a search and live counts over rows of any number.
import { html, useEffect, useLayoutEffect, useRef, useState } from "./vendor/preact.mjs";
import { get, query, skew } from "./api.mjs";
import { MARKS, STATUSES, ago, count, duration, since } from "./format.mjs";
import { go, link } from "./place.mjs";
import { StartDialog } from "./dialogs.mjs";
import { Rows, element, write } from "./rows.mjs";

const ROW = 40;
const PAGES = 500;
/** The number of the newest runs that are read again and again. */
const NEWEST = 100;
/** The number of runs in view that are read again because they are active and not among the newest. */
const AGAIN = 10;
const REFRESH = 1500;
const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Splits a search into what the service selects and the words that are searched in the rows. */
export function parsed(text = "") {
  const [filter, words] = [{}, []];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const [, name, value] = word.match(/^(tag|pipeline|since):(.+)$/) ?? [];
    const [, amount, unit] = (name === "since" && value.match(/^(\d+)([smhd])$/)) || [];
    if (amount) filter.since = Math.floor((Date.now() - amount * UNITS[unit]) / 60_000) * 60_000;
    else if (name && name !== "since") filter[name] = value;
    else words.push(word.toLowerCase());
  }
  return { filter, words };
}

const text = (run) =>
  `${run.id} ${run.pipeline} ${run.tag ?? ""} ${run.error?.message ?? ""} ${run.error?.step ?? ""}`.toLowerCase();

/** The runs that are loaded, the newest first. */
class RunList {
  constructor(search, status, changed) {
    const { filter, words } = parsed(search);
    Object.assign(this, {
      filter: { ...filter, status },
      words,
      changed,
      all: [],
      byId: new Map(),
      more: true,
      counts: null,
      total: 0,
      lost: null,
    });
    this.refresh();
    this.timer = setInterval(() => this.refresh(), REFRESH);
  }

  get rows() {
    return this.words.length
      ? this.all.filter((run) => this.words.every((word) => text(run).includes(word)))
      : this.all;
  }

  merge(runs, { newest = false } = {}) {
    const added = [];
    for (const run of runs) {
      const known = this.byId.get(run.id);
      if (known) Object.assign(known, run);
      else {
        this.byId.set(run.id, run);
        added.push(run);
      }
    }
    this.all = newest ? [...added, ...this.all] : [...this.all, ...added];
  }

  async refresh() {
    if (this.busy) return;
    this.busy = true;
    const { status: _, ...others } = this.filter;
    try {
      const [page, counts, ...again] = await Promise.all([
        get(`runs${query({ ...this.filter, limit: this.all.length ? NEWEST : PAGES })}`),
        // A cluster does not count its runs.
        get(`runs/counts${query(others)}`).catch((problem) => {
          if (problem.status === 501) return null;
          throw problem;
        }),
        ...(this.active?.() ?? []).slice(0, AGAIN).map((id) => get(`runs${query({ id, limit: 1 })}`)),
        ...(this.all.length ? [] : this.words.slice(0, 1).map((word) => this.byPrefix(word))),
      ]);
      if (!this.all.length) this.more = page.runs.length === PAGES;
      this.merge(page.runs, { newest: true });
      again.forEach(({ runs }) => this.merge(runs));
      this.counts = counts?.counts ?? null;
      this.lost = null;
      this.problem = null;
    } catch (error) {
      if (error.status) this.problem = error;
      else this.lost ??= Date.now();
    }
    this.ready = true;
    this.busy = false;
    this.changed();
  }

  /** Ids are found wherever they are, by their beginning. */
  byPrefix(word) {
    return get(`runs${query({ ...this.filter, id: word.toUpperCase(), limit: NEWEST })}`);
  }

  /** Loads further runs if the rows up to this one are not loaded. */
  async need(at) {
    if (!this.ready || !this.more || this.loading || at < this.rows.length) return;
    this.loading = true;
    try {
      const { runs } = await get(`runs${query({ ...this.filter, limit: PAGES, before: this.all.at(-1)?.id })}`);
      this.more = runs.length === PAGES;
      this.merge(runs);
    } catch {
      // The next look at the list tries again.
    }
    this.loading = false;
    this.changed();
  }

  end() {
    clearInterval(this.timer);
    this.changed = () => {};
  }
}

function makeRow() {
  const [row, anchor] = [element("div", "entry"), element("a")];
  row.setAttribute("role", "listitem");
  const slot = { row, anchor };
  for (const name of ["mark", "pipeline", "id", "tag", "why", "steps", "took", "started"])
    anchor.append((slot[name] = element("span", name)));
  slot.mark.setAttribute("aria-hidden", "true");
  anchor.append((slot.status = element("span", "spoken")));
  row.append(anchor);
  return slot;
}

function fillRow(slot, run, now) {
  slot.anchor.href = link({ run: run.id });
  slot.mark.className = `mark ${run.status}`;
  write(slot.mark, MARKS[run.status]);
  write(slot.status, run.status);
  write(slot.pipeline, run.pipeline);
  write(slot.id, run.id);
  write(slot.tag, run.tag ?? "");
  write(
    slot.why,
    run.error ? `${run.error.step ? `${run.error.step}: ` : ""}${run.error.message}` : run.parent ? "fork" : "",
  );
  write(slot.steps, run.steps ? `${run.steps.succeeded}/${run.steps.started}` : "");
  const ended = run.ended ? Date.parse(run.ended) : run.status === "running" ? now : null;
  write(slot.took, ended == null ? "" : duration(ended - Date.parse(run.started)));
  write(slot.started, ago(now - Date.parse(run.started)));
}

export function ListView({ state, keys }) {
  const box = useRef();
  const [, redraw] = useState(0);
  const [view, setView] = useState(null);
  const [pipelines, setPipelines] = useState([]);
  const current = useRef(0);

  useEffect(() => {
    get("pipelines")
      .then((all) => setPipelines(all.pipelines))
      .catch(() => {});
  }, []);

  useLayoutEffect(() => {
    const list = new RunList(state.q, state.status, () => {
      rows.set(list.rows, !list.words.length && list.more && list.counts ? total(list) : 0);
      redraw((n) => n + 1);
    });
    const time = () => (list.lost ?? Date.now()) - skew.ms;
    const rows = new Rows(box.current, {
      height: ROW,
      make: makeRow,
      fill: (slot, run) => fillRow(slot, run, time()),
      seen: (_, last) => list.need(last),
    });
    list.active = () =>
      rows.pool
        .filter(({ row, item, at }) => !row.hidden && item?.status === "running" && at >= NEWEST)
        .map(({ item }) => item.id);
    const ticking = setInterval(() => list.lost || rows.draw(), 500);
    current.current = 0;
    setView({ list, rows });
    return () => {
      clearInterval(ticking);
      list.end();
      rows.remove();
      box.current?.replaceChildren();
    };
  }, [state.q, state.status]);

  useEffect(() => {
    const move = (by) => {
      const focused = view.rows.slotOf(document.activeElement);
      const from = focused ? focused.at : by > 0 ? -1 : 0;
      current.current = Math.max(0, Math.min(view.rows.rows.length - 1, from + by));
      view.rows.reveal(current.current)?.anchor.focus({ preventScroll: true });
    };
    keys.current = {
      j: () => move(1),
      k: () => move(-1),
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      PageDown: () => move(view.rows.page),
      PageUp: () => move(-view.rows.page),
      Home: () => move(-Infinity),
      End: () => move(Infinity),
      // The focused row is a link, and opens by itself.
      Enter: () => view.rows.rows[0] && go({ run: view.rows.rows[0].id }, { from: {} }),
      Escape: () => {
        if (state.q || state.status) go({ q: null, status: null });
      },
    };
    return () => {
      keys.current = {};
    };
  });

  const list = view?.list;
  const chosen = new Set(state.status?.split(",") ?? []);
  const toggle = (status) => {
    const next = new Set(chosen);
    if (!next.delete(status)) next.add(status);
    go({ status: [...next].join(",") });
  };
  const lost = list?.lost ?? null;
  const isFiltered = state.q || state.status;
  const unreachable = lost !== null ? "The service cannot be reached." : null;
  const nothing = list?.problem?.message ?? unreachable ?? (isFiltered ? "No run matches." : "No runs yet.");
  return html`<main class="list">
    <header class="top">
      <h1>Runs</h1>
      <input type="search" id="search" placeholder="id, error, tag:… pipeline:… since:2h   /"
        aria-label="search runs"
        value=${state.q ?? ""}
        onInput=${(event) => go({ q: event.target.value }, { replace: true })} autocomplete="off" spellcheck=${false} />
      <div class="chips" role="group" aria-label="status">${STATUSES.filter((status) => status !== "recovered").map(
        (status) => html`
        <button type="button" class=${`chip ${status}`} aria-pressed=${chosen.has(status)}
          onClick=${() => toggle(status)}>
          <span class=${`mark ${status}`} aria-hidden="true">${MARKS[status]}</span>${status}
          ${list?.counts && html`<b>${count(list.counts[status] ?? 0)}</b>`}</button>`,
      )}</div>
      <span class="space"></span>
      ${pipelines.length > 0 && html`<button type="button" class="primary"
        onClick=${() => go({ start: pipelines[0].name })}>Start a run</button>`}
    </header>
    <div class="runs" role="list" aria-label="runs" ref=${box} tabindex=${list?.rows.length ? undefined : 0}></div>
    ${list?.ready && !list.rows.length && html`<p class="empty">
      ${nothing}</p>`}
    <footer class=${`line ${lost ? "lost" : "live"}`}><span class="dot" aria-hidden="true"></span>
      <span role="status" id="connection">${lost ? "connection lost" : "live"}</span>
      ${lost && html`<span>${since(lost)} – times stand still – trying again</span>`}
      <span class="space"></span><span class="dim">${list ? `${count(list.rows.length)} loaded` : ""}</span></footer>
    ${state.start && html`<${StartDialog} pipeline=${state.start} pipelines=${pipelines}
      onClose=${() => go({ start: null })} />`}
  </main>`;
}

/** Returns the number of runs that the chosen statuses select. */
function total({ counts, filter }) {
  const chosen = filter.status ? filter.status.split(",") : STATUSES;
  return chosen.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
}
