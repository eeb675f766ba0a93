// A piano roll: time to the right, pitch upwards, a color for each voice; bars can be chosen in it.
import { el, svg } from "./dom.js";
import { t } from "./words.js";

const WIDTH = 1000;
const NUMBERS = 8;

export class Roll {
  /**
   * chose hears of bars that were chosen by pointer or keys, sought of a place that was pressed.
   * @param {{ notes: object[], bars: number[], seconds: number }} roll
   * @param {{ chose?: (from: number, to: number) => void, sought?: (second: number) => void }} hears
   */
  constructor(roll, { chose, sought = () => {} } = {}) {
    this.roll = roll;
    this.length = Math.max(roll.seconds, 0.1);
    const pitches = roll.notes.map((note) => note.pitch);
    this.low = Math.min(...pitches, 60) - 2;
    this.high = Math.max(...pitches, 72) + 2;
    this.rows = this.high - this.low + 1;
    this.chosen = this.band("chosen");
    this.beneath = svg("g", { class: "beneath" });
    this.picture = svg(
      "svg", { viewBox: `0 0 ${WIDTH} ${this.rows}`, preserveAspectRatio: "none", "aria-hidden": "true" }, this.beneath, this.chosen);
    for (const second of roll.bars) {
      this.picture.append(svg("line", { class: "bar", x1: this.x(second), x2: this.x(second), y1: 0, y2: this.rows }));
    }
    for (const note of roll.notes) {
      this.picture.append(this.note(note, `note-${note.voice % 8}`, 0.45 + (0.55 * note.velocity) / 127));
    }
    this.cursor = el("div", { class: "cursor", hidden: true });
    this.element = el("div", { class: "roll", role: "img", "aria-label": describe(roll) }, this.picture, this.numbers(), this.cursor);
    this.drag(chose ?? (() => {}), sought);
    if (chose && roll.bars.length > 0) this.keys(chose);
  }

  band(name) {
    return svg("rect", { class: name, y: 0, height: this.rows, width: 0 });
  }

  note(note, name, opacity) {
    const end = note.drum ? Math.min(note.end, note.start + 0.12) : note.end;
    return svg("rect", {
      class: name, x: this.x(note.start), y: this.high - note.pitch, height: 0.9, opacity,
      width: Math.max(this.x(end) - this.x(note.start) - 0.8, 1.6),
    });
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

  /**
   * Seconds at which bars, from 1, begin and end.
   * @returns {[number, number]}
   */
  span(from, to) {
    return [this.roll.bars[from - 1] ?? 0, this.roll.bars[to] ?? this.length];
  }

  place(band, from, to) {
    const [start, end] = this.span(from, to);
    band.setAttribute("x", this.x(start));
    band.setAttribute("width", from ? Math.max(0, this.x(end) - this.x(start)) : 0);
  }

  /** Shows bars as chosen, from 1, both included. */
  choose(from, to) {
    this.place(this.chosen, from, to);
    if (!this.element.hasAttribute("aria-valuenow")) return;
    this.element.setAttribute("aria-valuenow", to);
    this.element.setAttribute("aria-valuetext", from === to ? t("compose.bar", { from }) : t("compose.barsTo", { from, to }));
  }

  /** Marks bars that were rewritten, and shows what was there before pale beneath. */
  mark(ranges, before) {
    for (const [from, to] of ranges) {
      const band = this.band("rewritten");
      this.place(band, from, to);
      this.picture.prepend(band);
      const [start, end] = this.span(from, to);
      this.beneath.append(...before.notes.filter((note) => note.start >= start - 1e-4 && note.start < end - 1e-4)
        .map((note) => this.note(note, "was", 1)));
    }
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

  /** Arrows choose a bar, with Shift some. */
  keys(chose) {
    const bars = this.roll.bars.length;
    const values = { role: "slider", tabindex: 0, "aria-valuemin": 1, "aria-valuemax": bars, "aria-valuenow": 1, "aria-valuetext": t("compose.noBars") };
    for (const [name, value] of Object.entries(values)) this.element.setAttribute(name, value);
    this.element.setAttribute("aria-label", t("compose.chooseBars", { roll: describe(this.roll) }));
    let [anchor, at] = [1, 0];
    this.element.addEventListener("keydown", (event) => {
      const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, Home: -bars, End: bars };
      if (!(event.key in steps) || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      at = Math.min(bars, Math.max(1, at + steps[event.key]));
      if (!event.shiftKey) anchor = at;
      chose(Math.min(anchor, at), Math.max(anchor, at));
    });
  }
}

function describe(roll) {
  return t("player.roll", { bars: t("player.bars", { count: roll.bars.length }), notes: t("player.notes", { count: roll.notes.length }) });
}
