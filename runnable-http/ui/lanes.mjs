// The text of steps that run at the same time, beside each other. Tokens are appended to text nodes, once per frame.
import { MARKS } from "./format.mjs";
import { element, write } from "./rows.mjs";

/** The number of lanes that are shown: those that run, then those that spoke last. */
const SHOWN = 50;
/** The number of characters of a lane that its element keeps. */
const SHOWN_TEXT = 32 * 1024;

export class Lanes {
  constructor(box, open) {
    Object.assign(this, { box, cards: new Map() });
    box.addEventListener("click", (event) => {
      const path = event.target.closest(".lane header")?.dataset.path;
      if (path) open(path);
    });
  }

  /** Shows the lanes of a model. */
  show(model, step) {
    for (const lane of this.chosen(model)) {
      const card = this.cards.get(lane) ?? this.add(lane);
      if (card.version !== lane.version) {
        card.version = lane.version;
        card.text.data = lane.text;
      } else if (lane.fresh) card.text.appendData(lane.fresh);
      if (card.text.length > 2 * SHOWN_TEXT) card.text.deleteData(0, card.text.length - SHOWN_TEXT);
      lane.fresh = "";
      const status = lane.node.status;
      write(card.mark, MARKS[status]);
      card.mark.className = `mark ${status}`;
      card.lane.classList.toggle("chosen", lane.node.path === step);
    }
    const hidden = model.lanes.length - this.cards.size;
    for (const lane of model.lanes) if (!this.cards.has(lane)) lane.fresh = "";
    write((this.more ??= this.box.appendChild(element("p", "more"))), hidden > 0 ? `and ${hidden} more` : "");
  }

  /** Returns the lanes that are shown. Lanes that have ended make room for those that run. */
  chosen(model) {
    if (model.lanes.length <= SHOWN) return model.lanes;
    const running = model.lanes.filter((lane) => lane.node.status === "running").slice(0, SHOWN);
    const rest = model.lanes.filter((lane) => lane.node.status !== "running");
    const chosen = new Set([...running, ...rest.slice(Math.min(0, running.length - SHOWN) || rest.length)]);
    for (const [lane, card] of this.cards) {
      if (chosen.has(lane)) continue;
      card.lane.remove();
      this.cards.delete(lane);
    }
    return model.lanes.filter((lane) => chosen.has(lane));
  }

  add(lane) {
    const card = {
      lane: element("section", "lane"),
      mark: element("span", "mark"),
      text: document.createTextNode(""),
      version: null,
    };
    const [header, name, body] = [element("header"), element("button", "path", lane.node.path), element("div", "body")];
    name.type = "button";
    header.dataset.path = lane.node.path;
    header.append(card.mark, name);
    const inner = element("p");
    inner.append(card.text);
    body.append(inner);
    // A text that scrolls can be reached with the keyboard.
    body.tabIndex = 0;
    body.setAttribute("role", "group");
    body.setAttribute("aria-label", `text of ${lane.node.path}`);
    card.lane.append(header, body);
    this.box.insertBefore(card.lane, this.more ?? null);
    this.cards.set(lane, card);
    return card;
  }

  clear() {
    this.cards.clear();
    this.more = undefined;
    this.box.replaceChildren();
  }
}
