// The timeline of a run: a row for each step, with a bar for each attempt. It bypasses preact: a run may have 10,000
// steps.
import { MARKS, duration } from "./format.mjs";
import { tally } from "./model.mjs";
import { Rows, element, write } from "./rows.mjs";

const HEIGHT = 28;

export class Timeline {
  /** `open` is called with the path of a row that the user opens. */
  constructor(box, open) {
    this.open = open;
    this.selected = 0;
    this.list = new Rows(box, { height: HEIGHT, make, fill: (slot, node, at) => this.fill(slot, node, at) });
    box.addEventListener("click", (event) => {
      const slot = this.list.slotOf(event.target);
      if (!slot?.item) return;
      this.selected = slot.at;
      if (slot.fold.contains(event.target)) this.fold();
      else open(slot.item.path);
      this.list.draw();
    });
  }

  /** Shows a model at a moment. */
  show(model, now, options) {
    const shape = [model.shape, options.fold, options.critical, options.find, this.folds].join();
    this.now = now;
    this.model = model;
    this.options = options;
    this.total = Math.max(1, model.axis(now));
    if (shape !== this.shape || options.critical) {
      this.shape = shape;
      const current = this.list.rows[this.selected];
      const rows = model.rows(options);
      this.selected = Math.max(0, rows.indexOf(current));
      this.list.set(rows);
    } else this.list.draw();
  }

  fill(slot, node, at) {
    const folds = node.children.length > 0;
    const isOpen =
      folds &&
      (this.options.find ? true : (node.open ?? !(this.options.fold && node.items && node.children.length > 4)));
    const chosen = node.path === this.options.step;
    slot.row.id = `row${at}`;
    slot.row.className = `row${at === this.selected ? " at" : ""}${chosen ? " chosen" : ""}`;
    slot.row.setAttribute("aria-selected", at === this.selected);
    slot.row.setAttribute("aria-level", node.depth + 1);
    if (folds) slot.row.setAttribute("aria-expanded", isOpen);
    else slot.row.removeAttribute("aria-expanded");
    slot.name.style.paddingLeft = `${Math.min(node.depth, 16) * 14 + 6}px`;
    write(slot.fold, folds ? (isOpen ? "▾" : "▸") : "");
    slot.mark.className = `mark ${node.status}`;
    write(slot.mark, MARKS[node.status]);
    write(slot.text, this.options.find ? node.path : node.items ? `${node.name} ×${node.children.length}` : node.name);
    slot.text.title = node.path;
    const end = node.steps.running ? this.now : node.stop;
    const took = duration(this.model.axis(end) - this.model.axis(node.start));
    const more = node.items
      ? tally(node.items, MARKS)
      : node.attempts.length > 1
        ? `${node.attempts.length} attempts`
        : "";
    write(slot.took, took);
    write(slot.more, more);
    this.bars(slot, node, end);
  }

  bars(slot, node, end) {
    const critical = node.critical ? " critical" : "";
    const bars = node.attempts.length
      ? node.attempts.map(({ start, stop, status, number }) => [
          start,
          stop ?? end,
          `attempt ${status}${critical}`,
          `attempt ${number}: ${status}`,
        ])
      : [[node.start, end, `group ${node.status}${critical}`, node.status]];
    // A gap has no width: the time between crash and resume is cut out.
    for (const gap of this.model.gaps)
      bars.push([gap.from, gap.from, "gap", `⫽ ${gap.why}, ${duration(gap.until - gap.from)} ⫽ resumed`]);
    while (slot.bars.childElementCount > bars.length) slot.bars.lastChild.remove();
    bars.slice(-200).forEach(([start, stop, name, title], i) => {
      const bar = slot.bars.children[i] ?? slot.bars.appendChild(document.createElement("span"));
      const [from, to] = [this.model.axis(start), this.model.axis(stop)];
      if (bar.className !== name) bar.className = name;
      bar.title = title;
      bar.style.left = `${((100 * from) / this.total).toFixed(3)}%`;
      bar.style.width = `${((100 * Math.max(0, to - from)) / this.total).toFixed(3)}%`;
    });
  }

  move(by) {
    const last = this.list.rows.length - 1;
    this.selected = Math.max(0, Math.min(last, this.selected + by));
    this.list.reveal(this.selected);
    this.list.box.setAttribute("aria-activedescendant", `row${this.selected}`);
  }

  /** Selects the row of a path, if it is shown. */
  select(path) {
    const at = this.list.rows.findIndex((node) => node.path === path);
    if (at >= 0) this.move(at - this.selected);
  }

  /** Folds or unfolds the selected row. */
  fold(to) {
    const node = this.list.rows[this.selected];
    if (!node?.children.length) return;
    const isOpen = node.open ?? !(this.options.fold && node.items && node.children.length > 4);
    if (to === isOpen) return;
    node.open = !isOpen;
    this.folds = (this.folds ?? 0) + 1;
    this.show(this.model, this.now, this.options);
  }

  enter() {
    const node = this.list.rows[this.selected];
    if (node) this.open(node.path);
  }

  remove() {
    this.list.remove();
  }
}

function make() {
  const row = element("div", "row");
  row.setAttribute("role", "treeitem");
  const [name, fold, mark, text] = [
    element("span", "name"),
    element("span", "fold"),
    element("span", "mark"),
    element("span", "text"),
  ];
  name.append(fold, mark, text);
  const [bars, note, took, more] = [
    element("span", "bars"),
    element("span", "note"),
    element("span", "took"),
    element("span", "more"),
  ];
  note.append(took, more);
  row.append(name, bars, note);
  return { row, name, fold, mark, text, bars, took, more };
}
