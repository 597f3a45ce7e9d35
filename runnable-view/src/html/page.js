// Rows are text nodes in a pool of elements: as many as fit on the screen.
const packed = Uint8Array.from(atob(document.getElementById("data").textContent), (char) => char.charCodeAt(0));
const data = JSON.parse(await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"))).text());
const $ = (id) => document.getElementById(id);
const [H, names] = [22, ["running", "succeeded", "failed", "cancelled", "interrupted", "recovered"]];
const marks = ["●", "✓", "✗", "⊘", "↯", "↷"];
const nodes = data.rows.map(([depth, name, status, size, attempts, critical, items], i) => ({
  i, depth, name: name < 0 ? `[${-1 - name}]` : data.names[name], status, end: i + size, critical, items, open: !items || size < 5,
  attempts: attempts.map(([start, length, own, number, values], at) => [start, length, own ?? status, number ?? at + 1, values]),
}));
// Parents, and the time from the first to the last attempt below.
const stack = [];
for (const node of nodes) {
  while (stack.length && stack.at(-1).end <= node.i) stack.pop();
  node.parent = stack.at(-1);
  stack.push(node);
  node.path = (node.parent ? node.parent.path.slice(-400) + (node.name[0] === "[" ? "" : "/") : "") + node.name;
}
for (let i = nodes.length - 1; i >= 0; i--) {
  const node = nodes[i];
  for (const [start, length] of node.attempts) {
    node.start = Math.min(node.start ?? Infinity, start);
    node.stop = Math.max(node.stop ?? 0, start + length);
  }
  const up = node.parent;
  if (up) {
    up.start = Math.min(up.start ?? Infinity, node.start ?? Infinity);
    up.stop = Math.max(up.stop ?? 0, node.stop ?? 0);
  }
}
const duration = (ms) => ms < 1 ? "<1 ms" : ms < 1000 ? `${ms} ms` : ms < 10000 ? `${(Math.floor(ms / 10) / 100).toFixed(2)}s` : ms < 60000 ? `${(Math.floor(ms / 100) / 10).toFixed(1)}s`
  : ms < 3600000 ? `${Math.floor(ms / 60000)} min ${Math.floor(ms / 1000) % 60} s` : `${Math.floor(ms / 3600000)} h ${Math.floor(ms / 60000) % 60} min`;
let [rows, selected, total] = [[], 0, Math.max(data.total, 1)];
const element = (parent, type, name, text) => {
  const made = parent.appendChild(document.createElement(type));
  made.className = name;
  if (text !== undefined) made.textContent = text;
  return made;
};
const note = (node) => duration((node.stop ?? 0) - (node.start ?? 0)) + (node.items ? "  " + node.items.map((n, s) => n ? `${n} ${marks[s]}` : "").filter(Boolean).join(" ") : "")
  + (node.attempts.length > 1 ? `  ${node.attempts.length} attempts` : "");
function list() {
  const [find, critical] = [$("find").value.toLowerCase(), $("critical").checked];
  const shown = rows[selected];
  rows = [];
  for (let i = 0; i < nodes.length;) {
    const node = nodes[i];
    if (find ? node.path.toLowerCase().includes(find) : !critical || node.critical) rows.push(node);
    i = find || node.open ? i + 1 : node.end;
  }
  selected = Math.max(0, rows.indexOf(shown));
  $("space").style.height = rows.length * H + "px";
  $("count").textContent = `${rows.length} rows`;
  draw();
}
const pool = [];
function draw() {
  const main = $("rows");
  const [first, fits] = [Math.max(0, Math.floor(main.scrollTop / H) - 4), Math.ceil(main.clientHeight / H) + 8];
  while (pool.length < fits) {
    const row = element($("space"), "div", "row");
    row.setAttribute("role", "treeitem");
    pool.push({ row, name: element(row, "span", "name"), bars: element(row, "span", "bars"), note: element(row, "span", "note") });
  }
  pool.forEach((slot, i) => {
    const node = rows[first + i];
    slot.row.hidden = !node || i >= fits;
    slot.row.style.display = slot.row.hidden ? "none" : "";
    if (slot.row.hidden) return;
    slot.node = node;
    slot.row.id = "row" + (first + i);
    slot.row.style.top = (first + i) * H + "px";
    slot.row.setAttribute("aria-selected", first + i === selected);
    slot.row.setAttribute("aria-level", node.depth + 1);
    if (node.end > node.i + 1) slot.row.setAttribute("aria-expanded", node.open); else slot.row.removeAttribute("aria-expanded");
    slot.name.style.paddingLeft = Math.min(node.depth, 20) * 14 + 8 + "px";
    slot.name.textContent = `${node.end > node.i + 1 ? (node.open ? "▾ " : "▸ ") : ""}${marks[node.status]} ${$("find").value ? node.path : node.name}${node.items ? " ×" + node.items.reduce((a, b) => a + b) : ""}`;
    slot.note.textContent = note(node);
    slot.bars.textContent = "";
    const bar = (start, length, name, title) => {
      const made = element(slot.bars, "span", name);
      made.style.left = 100 * start / total + "%";
      made.style.width = 100 * length / total + "%";
      made.title = title;
    };
    if (!node.attempts.length && node.stop !== undefined) bar(node.start, node.stop - node.start, `bar group s${node.status}${node.critical ? " c" : ""}`, note(node));
    node.attempts.forEach(([start, length, status, number]) => bar(start, length, `bar s${status}${node.critical ? " c" : ""}`, `attempt ${number}: ${names[status]}, ${duration(length)}`));
    data.gaps.forEach(([at, text]) => bar(at, 0, "gap", text));
  });
  main.setAttribute("aria-activedescendant", "row" + selected);
}
function select(at) {
  selected = Math.max(0, Math.min(rows.length - 1, at));
  const main = $("rows");
  main.scrollTop = Math.min(selected * H, Math.max(main.scrollTop, (selected + 1) * H - main.clientHeight));
  draw();
}
function toggle() {
  const node = rows[selected];
  if (node && node.end > node.i + 1) { node.open = !node.open; list(); }
}
function open() {
  const [node, detail] = [rows[selected], $("detail")];
  detail.textContent = "";
  if (!node) return;
  element(detail, "h2", "", `${node.path}  ${names[node.status]}`);
  for (const [, length, status, number, values] of node.attempts) {
    element(detail, "div", "", `attempt ${number}: ${names[status]}, ${duration(length)}`);
    for (const [name, text] of values ?? []) element(detail, "pre", "", `${name} ${text}`);
  }
}
document.querySelector("h1").textContent = data.title;
$("why").textContent = data.why;
$("gaps").textContent = data.gaps.map(([, text]) => text).join(" · ");
$("rows").addEventListener("scroll", draw, { passive: true });
$("rows").addEventListener("click", (event) => {
  const slot = pool.find((slot) => slot.row.contains(event.target));
  if (!slot) return;
  const again = rows.indexOf(slot.node) === selected;
  select(rows.indexOf(slot.node));
  if (again || event.target === slot.name) toggle();
  open();
});
$("fold").addEventListener("change", () => { nodes.forEach((node) => { node.open = !node.items || !$("fold").checked || node.end - node.i < 5; }); list(); });
$("critical").addEventListener("change", list);
$("find").addEventListener("input", list);
addEventListener("resize", draw);
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target === $("find")) { if (event.key === "Escape") { $("find").value = ""; list(); $("rows").focus(); } return; }
  const page = Math.floor($("rows").clientHeight / H);
  const keys = {
    j: () => select(selected + 1), ArrowDown: () => select(selected + 1), k: () => select(selected - 1), ArrowUp: () => select(selected - 1),
    PageDown: () => select(selected + page), PageUp: () => select(selected - page), Home: () => select(0), End: () => select(rows.length - 1),
    Enter: open, f: toggle, ArrowRight: () => rows[selected]?.open || toggle(), ArrowLeft: () => rows[selected]?.open && toggle(),
    "/": () => $("find").focus(), Escape: () => { $("detail").textContent = ""; },
  };
  if (event.target.type === "checkbox" && event.key === " ") return;
  if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
});
list();
