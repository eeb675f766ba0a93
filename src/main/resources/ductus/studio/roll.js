// A piano roll: time to the right, pitch upwards, a color for each track; bars can be chosen in it.
import { el, svg } from "./dom.js";

const WIDTH = 1000;
const NUMBERS = 8;

export class Roll {
  constructor(roll, { chose = () => {}, sought = () => {} } = {}) {
    this.roll = roll;
    this.length = Math.max(roll.seconds, 0.1);
    const pitches = roll.notes.map((note) => note.pitch);
    this.low = Math.min(...pitches, 60) - 2;
    this.high = Math.max(...pitches, 72) + 2;
    const rows = this.high - this.low + 1;
    this.chosen = svg("rect", { class: "chosen", y: 0, height: rows, width: 0 });
    this.picture = svg(
      "svg", { viewBox: `0 0 ${WIDTH} ${rows}`, preserveAspectRatio: "none", "aria-hidden": "true" }, this.chosen);
    for (const second of roll.bars) {
      this.picture.append(svg("line", { class: "bar", x1: this.x(second), x2: this.x(second), y1: 0, y2: rows }));
    }
    for (const note of roll.notes) {
      this.picture.append(svg("rect", {
        class: `note-${note.voice % 8}`,
        x: this.x(note.start),
        y: this.high - note.pitch,
        width: Math.max(this.x(note.drum ? Math.min(note.end, note.start + 0.12) : note.end) - this.x(note.start) - 0.8, 1.6),
        height: 0.9,
        opacity: 0.45 + (0.55 * note.velocity) / 127,
      }));
    }
    this.cursor = el("div", { class: "cursor", hidden: true });
    this.element = el(
      "div", { class: "roll", role: "img", "aria-label": describe(roll) }, this.picture, this.numbers(), this.cursor);
    this.drag(chose, sought);
  }

  x(second) {
    return Math.round((second / this.length) * WIDTH * 100) / 100;
  }

  numbers() {
    const every = Math.max(1, 2 ** Math.ceil(Math.log2(this.roll.bars.length / NUMBERS)));
    return this.roll.bars
      .map((second, index) => [second, index])
      .filter(([, index]) => index % every === 0)
      .map(([second, index]) => {
        const number = el("span", { class: "number" }, String(index + 1));
        number.style.left = `${(second / this.length) * 100}%`;
        return number;
      });
  }

  /** Number of the bar, from 1, at a second. */
  barAt(second) {
    return Math.max(1, this.roll.bars.filter((start) => start <= second + 1e-6).length);
  }

  at(second) {
    this.cursor.hidden = false;
    this.cursor.style.left = `${Math.min(1, second / this.length) * 100}%`;
  }

  away() {
    this.cursor.hidden = true;
  }

  /** Shows bars as chosen, from 1, both included. */
  choose(from, to) {
    const start = this.roll.bars[from - 1] ?? 0;
    const end = this.roll.bars[to] ?? this.length;
    this.chosen.setAttribute("x", this.x(start));
    this.chosen.setAttribute("width", from ? Math.max(0, this.x(end) - this.x(start)) : 0);
  }

  drag(chose, sought) {
    const second = (event) => {
      const box = this.element.getBoundingClientRect();
      return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * this.length;
    };
    let begun = null;
    this.element.addEventListener("pointerdown", (event) => { begun = second(event); });
    this.element.addEventListener("pointermove", (event) => {
      if (begun === null || event.buttons === 0) return;
      const bars = [this.barAt(begun), this.barAt(second(event))];
      if (Math.abs(second(event) - begun) > this.length / 60) chose(Math.min(...bars), Math.max(...bars));
    });
    this.element.addEventListener("pointerup", (event) => {
      if (begun !== null && Math.abs(second(event) - begun) <= this.length / 60) sought(second(event));
      begun = null;
    });
  }
}

function describe(roll) {
  const bars = roll.bars.length === 1 ? "1 bar" : `${roll.bars.length} bars`;
  return `Piano roll: ${bars}, ${roll.notes.length} notes`;
}
