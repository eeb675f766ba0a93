// The notes that are edited, drawn to scale: keys at the left, bars above, time to the right.
import { el, set, svg } from "../dom.js";
import { isBlack, pitchName } from "../score/pitch.js";
import { t } from "../words.js";

const HIGHEST = 127;
const RULER = 46;
const WIDEST = 60_000;
/** How near the right edge of a note, in pixels, one takes hold of its end. */
const EDGE = 8;

export class Surface {
  /** @param {import("../score/clock.js").Clock} clock */
  constructor(score, clock) {
    this.score = score;
    this.clock = clock;
    this.row = 12;
    this.quarter = 48;
    this.shapes = new Map();
    this.back = svg("g", {});
    this.front = svg("g", {});
    this.box = svg("rect", { class: "box", visibility: "hidden" });
    this.cursor = svg("line", { class: "edit-cursor", visibility: "hidden" });
    this.notes = svg("svg", { class: "edit-notes", tabindex: 0, role: "application", "aria-label": t("editor.surface") },
      this.back, this.front, this.box, this.cursor);
    this.keys = svg("svg", { class: "edit-keys", "aria-hidden": "true" });
    this.bars = el("div", { class: "edit-bars", "aria-hidden": "true" });
    this.element = el("div", { class: "edit-scroll" }, this.bars, el("div", { class: "edit-sheet" }, this.keys, this.notes));
    this.layOut();
  }

  /** Ticks that are drawn: the piece and a bar to grow into. */
  get length() {
    return Math.max(this.score.length, this.end ?? 0) + 4 * this.score.ticksPerQuarter;
  }

  x(tick) {
    return (tick / this.score.ticksPerQuarter) * this.quarter;
  }

  y(pitch) {
    return (HIGHEST - pitch) * this.row;
  }

  /** Tick and pitch at a pointer. */
  at(event) {
    const corner = this.notes.getBoundingClientRect();
    return {
      tick: Math.max(0, ((event.clientX - corner.left) / this.quarter) * this.score.ticksPerQuarter),
      pitch: Math.min(HIGHEST, Math.max(0, HIGHEST - Math.floor((event.clientY - corner.top) / this.row))),
    };
  }

  /** The id of the note at a pointer and whether it is held at its end; null for none. */
  held(event) {
    const id = Number(event.target.dataset?.id);
    if (!id) return null;
    const shape = event.target.getBoundingClientRect();
    return { id, end: shape.right - event.clientX < Math.min(EDGE, shape.width / 3) };
  }

  /** Wider by a factor. */
  zoom(factor) {
    const middle = (this.element.scrollLeft + this.element.clientWidth / 2) / this.quarter;
    const quarters = this.length / this.score.ticksPerQuarter;
    this.quarter = Math.min(240, WIDEST / quarters, Math.max(8, this.quarter * factor));
    this.row = Math.min(22, Math.max(9, this.row * Math.sqrt(factor)));
    const top = this.element.scrollTop / this.element.scrollHeight;
    this.layOut();
    this.draw(this.shown);
    this.element.scrollLeft = middle * this.quarter - this.element.clientWidth / 2;
    this.element.scrollTop = top * this.element.scrollHeight;
  }

  layOut() {
    const [width, height] = [Math.ceil(this.x(this.length)), this.row * (HIGHEST + 1)];
    set(this.notes, { width, height });
    set(this.keys, { width: RULER, height });
    this.bars.style.width = `${width + RULER}px`;
    const lines = [];
    const keys = [];
    for (let pitch = 0; pitch <= HIGHEST; pitch++) {
      const place = { y: this.y(pitch), height: this.row, x: 0 };
      if (isBlack(pitch)) lines.push(svg("rect", { class: "black-row", width, ...place }));
      keys.push(svg("rect", { class: isBlack(pitch) ? "black-key" : "white-key", width: isBlack(pitch) ? RULER * 0.62 : RULER, ...place }));
      if (pitch % 12 === 0) keys.push(svg("text", { class: "key-name", x: RULER - 4, y: this.y(pitch) + this.row - 2 }, pitchName(pitch)));
    }
    for (let quarter = 0; quarter * this.score.ticksPerQuarter < this.length; quarter++) {
      const x = quarter * this.quarter;
      lines.push(svg("line", { class: "beat", x1: x, x2: x, y1: 0, y2: height }));
    }
    for (const bar of this.score.bars) {
      lines.push(svg("line", { class: "bar", x1: this.x(bar), x2: this.x(bar), y1: 0, y2: height }));
    }
    this.back.replaceChildren(...lines);
    this.keys.replaceChildren(...keys);
    const every = Math.max(1, Math.ceil(30 / (this.x(this.score.bars[1] ?? this.length) || 30)));
    this.bars.replaceChildren(...this.score.bars.filter((_, index) => index % every === 0).map((bar, index) => {
      const number = el("span", {}, String(index * every + 1));
      number.style.left = `${this.x(bar) + RULER + 3}px`;
      return number;
    }));
    this.laidOut = this.length;
  }

  /** Draws what is there; only what is new or changed is made again. @param {import("../score/edit.js").Edition} edited */
  draw(edited) {
    this.shown = edited;
    this.end = edited.notes.reduce((end, note) => Math.max(end, note.onset + note.duration), 0);
    if (this.length > this.laidOut) this.layOut();
    const gone = new Set(this.shapes.keys());
    for (const note of edited.notes) {
      gone.delete(note.id);
      if (!this.shapes.has(note.id)) {
        const shape = svg("rect", { "data-id": note.id, rx: 2 });
        this.shapes.set(note.id, shape);
        this.front.append(shape);
      }
      const shape = this.shapes.get(note.id);
      const look = {
        class: `note-${note.voice % 8}${edited.chosen.has(note.id) ? " picked" : ""}`,
        x: this.x(note.onset), y: this.y(note.pitch) + 0.5, width: Math.max(4, this.x(note.duration) - 1), height: this.row - 1,
        "fill-opacity": (0.4 + (0.6 * note.velocity) / 127).toFixed(2),
      };
      for (const [name, value] of Object.entries(look)) if (shape.getAttribute(name) !== String(value)) shape.setAttribute(name, value);
    }
    for (const id of gone) {
      this.shapes.get(id).remove();
      this.shapes.delete(id);
    }
  }

  /** Shows the box that chooses; null for none. */
  drawBox(from, to) {
    this.box.setAttribute("visibility", from ? "visible" : "hidden");
    if (!from) return;
    const [left, right] = [this.x(Math.min(from.tick, to.tick)), this.x(Math.max(from.tick, to.tick))];
    const [top, bottom] = [this.y(Math.max(from.pitch, to.pitch)), this.y(Math.min(from.pitch, to.pitch)) + this.row];
    set(this.box, { x: left, y: top, width: right - left, height: bottom - top });
  }

  /** The cursor at a second, kept in sight. */
  showAt(second) {
    const x = this.x(this.clock.tick(second));
    set(this.cursor, { visibility: "visible", x1: x, x2: x, y1: 0, y2: this.row * (HIGHEST + 1) });
    const { scrollLeft, clientWidth } = this.element;
    if (x < scrollLeft || x > scrollLeft + clientWidth - RULER - 20) this.element.scrollLeft = x - 40;
  }

  /** Brings notes into sight. */
  reveal(notes) {
    if (notes.length === 0) return;
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.element;
    const x = this.x(notes[0].onset);
    const y = this.y(notes[0].pitch);
    if (x < scrollLeft || x > scrollLeft + clientWidth - RULER - 30) this.element.scrollLeft = x - clientWidth / 3;
    if (y < scrollTop || y > scrollTop + clientHeight - 40) this.element.scrollTop = y - clientHeight / 2;
  }
}
