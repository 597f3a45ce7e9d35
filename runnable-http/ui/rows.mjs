// A list of any length as a pool of elements: as many as fit on the screen.

/** Shows rows of a fixed height in `box`. `make` creates the element of a slot, `fill` writes a row into it. */
export class Rows {
  constructor(box, { height, make, fill, seen }) {
    Object.assign(this, { box, height, make, fill, seen, rows: [], total: 0, pool: [] });
    this.space = box.appendChild(document.createElement("div"));
    this.space.className = "space";
    // A generic container: the rows are the children that assistive technology sees.
    this.space.setAttribute("role", "presentation");
    box.addEventListener("scroll", () => this.draw(), { passive: true });
    this.sizes = new ResizeObserver(() => this.draw());
    this.sizes.observe(box);
  }

  /** Sets the rows. `total` is their number if not all of them are loaded. */
  set(rows, total = rows.length) {
    this.rows = rows;
    this.total = Math.max(total, rows.length);
    this.space.style.height = `${this.total * this.height}px`;
    this.draw();
  }

  draw() {
    const first = Math.max(0, Math.floor(this.box.scrollTop / this.height) - 3);
    const fits = Math.min(200, Math.ceil(this.box.clientHeight / this.height) + 6);
    while (this.pool.length < Math.min(fits, this.total)) {
      const slot = this.make();
      this.pool.push(slot);
      this.space.append(slot.row);
    }
    this.seen?.(first, first + fits);
    // A row keeps its slot while it moves, so that its focus stays.
    this.pool.forEach((slot, i) => {
      const at = first + ((((i - first) % this.pool.length) + this.pool.length) % this.pool.length);
      const row = this.rows[at];
      slot.at = at;
      slot.item = row;
      slot.row.hidden = !row || at >= first + fits;
      if (slot.row.hidden) return;
      slot.row.style.transform = `translateY(${at * this.height}px)`;
      this.fill(slot, row, at);
    });
  }

  slotOf(element) {
    return this.pool.find((slot) => slot.row.contains(element));
  }

  /** Returns the slot of a row, once the row is in view. */
  reveal(at) {
    const { box, height } = this;
    const top = Math.min(at * height, Math.max(box.scrollTop, (at + 1) * height - box.clientHeight));
    if (top !== box.scrollTop) box.scrollTop = top;
    this.draw();
    return this.pool.find((slot) => slot.at === at && !slot.row.hidden);
  }

  get page() {
    return Math.max(1, Math.floor(this.box.clientHeight / this.height) - 1);
  }

  remove() {
    this.sizes.disconnect();
  }
}

/** Creates an element with a class and a text, which is never read as HTML. */
export const element = (type, name, text) => {
  const made = document.createElement(type);
  if (name) made.className = name;
  if (text !== undefined) made.textContent = text;
  return made;
};

/** Writes a text if it differs: the browser would lay out the same text again. */
export const write = (to, text) => {
  if (to.textContent !== text) to.textContent = text;
};
