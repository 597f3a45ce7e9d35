// The graph of the run's pipeline: the picture that the service draws, whose nodes light up with the events.
import { runPath, send } from "./api.mjs";
import { MARKS, STATUSES } from "./format.mjs";
import { tally, worstOf } from "./model.mjs";

/** Loads the graph of a run into `box`. Returns `null` if the service does not have it. */
export async function loadGraph(box, id, open) {
  const svg = await (await send(runPath(id, "/graph?format=svg"), { headers: { accept: "image/svg+xml" } })).text();
  // The style of the page applies instead, which follows its theme; its policy allows no other.
  const plain = svg.replace(/<style>[^<]*<\/style>/, "");
  const picture = document.importNode(new DOMParser().parseFromString(plain, "image/svg+xml").documentElement, true);
  if (picture.localName !== "svg") return null;
  picture.querySelector(".page")?.remove();
  // A picture with buttons is not an image.
  picture.setAttribute("role", "group");
  const nodes = new Map();
  for (const group of picture.querySelectorAll("g[data-id]")) {
    const id = group.dataset.id;
    nodes.set(id, {
      group,
      kind: group.classList[0],
      title: group.querySelector("title"),
      label: group.querySelector("title").textContent.split(",")[0],
      note: note(group),
    });
    if (!/\btask\b|\bpipeline\b|\bmap\b|\brepeat\b/.test(group.classList[0]) || id.includes("#")) continue;
    group.setAttribute("tabindex", "0");
    group.setAttribute("role", "button");
    group.addEventListener("click", (event) => {
      event.stopPropagation();
      open(id);
    });
    group.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      open(id);
    });
  }
  const focused = box.contains(document.activeElement) && document.activeElement.dataset.id;
  box.replaceChildren(picture);
  if (focused) nodes.get(focused)?.group.focus();
  return { nodes, shown: new Map(), lacks: false };
}

/** Returns the second line of a node, which has the numbers of a step that ran several times. */
const note = (group) =>
  [...group.querySelectorAll("text.note")].find(({ textContent }) => !textContent.startsWith("↺"));

/** Shows the state of a model in the graph. */
export function lightUp(graph, model) {
  for (const [id, { group, kind, title, label, note }] of graph.nodes) {
    const path = model.nodes.get(id);
    const counts = path?.items ?? model.graph.get(id) ?? (path?.attempts.length === 0 ? { [path.status]: 1 } : null);
    if (!counts) continue;
    const total = STATUSES.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
    const status = total ? worstOf(counts) : "";
    const text = total > 1 ? `×${total}  ${tally(counts, MARKS)}` : "";
    const shown = `${status} ${text}`;
    if (graph.shown.get(id) === shown) continue;
    graph.shown.set(id, shown);
    group.setAttribute("class", `${kind} ${status}`);
    title.textContent = status ? `${label}, ${text || status}` : label;
    group.setAttribute("aria-label", title.textContent);
    if (note) note.textContent = text;
    // The picture was drawn before a step ran for the second time.
    else if (text) graph.lacks = true;
  }
}
