// A place to draw a character with pen, finger or mouse: guide lines, strokes, pressure.
import { svg } from "./dom.js";

/** Units of the picture that are an x-height. */
export const UNITS = 100;

const LEFT = -40;
const TOP = -270;
const WIDTH = 480;
const HEIGHT = 410;
const GUIDES = [["ascender", "tall letters", 180], ["x-height", "small letters", 100], ["baseline", "the line", 0], ["descender", "tails", -80]];
const CLOSE = 0.01;

export class Sketch {
  /** ended(strokes) hears of each stroke's end. */
  constructor(ended) {
    this.ended = ended;
    this.strokes = [];
    this.ghosts = svg("g", { class: "ghost" });
    this.ink = svg("g", { class: "ink" });
    this.element = svg(
      "svg",
      { class: "sketch", viewBox: `${LEFT} ${TOP} ${WIDTH} ${HEIGHT}`, tabindex: 0, role: "application" },
      guides(), this.ghosts, this.ink);
    this.pen = null;
    this.penSeen = false;
    this.element.addEventListener("pointerdown", (event) => this.down(event));
    this.element.addEventListener("pointermove", (event) => this.move(event));
    for (const end of ["pointerup", "pointercancel"]) {
      this.element.addEventListener(end, (event) => this.up(event));
    }
  }

  /** Shows strokes to go on with, and pale ones behind them. */
  show(strokes, others) {
    this.pen = null;
    this.strokes = strokes;
    this.ink.replaceChildren(...strokes.flatMap(segments));
    this.ghosts.replaceChildren(svg("path", { d: path(others.flat()) }));
  }

  down(event) {
    // A hand that rests on a tablet does not draw.
    if (!event.isPrimary || event.button !== 0 || (this.penSeen && event.pointerType === "touch")) return;
    event.preventDefault();
    this.element.focus({ preventScroll: true });
    this.penSeen ||= event.pointerType === "pen";
    this.pen = event.pointerId;
    this.element.setPointerCapture(event.pointerId);
    this.strokes.push([this.point(event)]);
    this.growing = svg("g");
    this.ink.append(this.growing);
    this.draw();
  }

  move(event) {
    if (event.pointerId !== this.pen) return;
    const stroke = this.strokes.at(-1);
    const events = event.getCoalescedEvents?.() ?? [];
    for (const each of events.length > 0 ? events : [event]) {
      const point = this.point(each);
      const last = stroke.at(-1);
      if (Math.hypot(point[0] - last[0], point[1] - last[1]) >= CLOSE) stroke.push(point);
    }
    this.draw();
  }

  up(event) {
    if (event.pointerId !== this.pen) return;
    this.pen = null;
    this.ended(this.strokes);
  }

  draw() {
    this.growing.replaceChildren(...segments(this.strokes.at(-1)));
  }

  /** Of an event: x-heights from the left and over the baseline; the pressure of pens. */
  point(event) {
    const box = this.element.getBoundingClientRect();
    const x = LEFT + ((event.clientX - box.left) / box.width) * WIDTH;
    const y = TOP + ((event.clientY - box.top) / box.height) * HEIGHT;
    const place = [x / UNITS, -y / UNITS].map((number) => Math.round(Math.min(9, Math.max(-9, number)) * 1000) / 1000);
    return event.pointerType === "pen" ? [...place, Math.round(event.pressure * 100) / 100] : place;
  }
}

function guides() {
  return GUIDES.flatMap(([name, words, height]) => [
    svg("line", { class: `guide ${name}`, x1: LEFT, x2: LEFT + WIDTH, y1: -height, y2: -height }),
    svg("text", { class: "guide-name", x: LEFT + WIDTH - 6, y: -height - 5 }, words),
  ]);
}

/** A stroke as SVG: one line, or where its pressure is known, pieces of it of their own width. */
function segments(stroke) {
  if (stroke[0].length < 3 || stroke.length === 1) return [svg("path", { d: path([stroke]) })];
  return stroke.slice(1).map((point, i) => svg("path", {
    d: path([[stroke[i], point]]), "stroke-width": (4 + 14 * point[2]).toFixed(1),
  }));
}

/** Strokes as path data. */
export function path(strokes) {
  return strokes
    .map((stroke) => stroke.map(([x, y], i) => `${i === 0 ? "M" : "L"}${(x * UNITS).toFixed(1)} ${(-y * UNITS).toFixed(1)}`).join("")
      + (stroke.length === 1 ? "h0.1" : ""))
    .join("");
}
