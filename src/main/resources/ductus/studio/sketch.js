// A place to draw a character or a line with pen, finger or mouse: guide lines, strokes, pressure.
import { svg } from "./dom.js";
import { t } from "./words.js";

/** Units of the picture that are an x-height. */
export const UNITS = 100;

/** Of what is drawn: the frame in units around the origin, and whether its points have times. */
export const CHARACTER = { left: -40, top: -270, width: 480, height: 410, timed: false };
/** People take about 1.15 x-heights a character, spaces included (UNIPEN); the longest sentence has 46. */
export const LINE = { left: -80, top: -330, width: 5200, height: 560, timed: true };

const GUIDES = [["ascender", 180], ["x-height", 100], ["baseline", 0], ["descender", -80]];
const CLOSE = 0.01;

export class Sketch {
  /** ended(strokes) hears of each stroke's end. */
  constructor(ended, frame = CHARACTER) {
    this.ended = ended;
    this.frame = frame;
    this.strokes = [];
    this.ghosts = svg("g", { class: "ghost" });
    this.ink = svg("g", { class: "ink" });
    this.element = svg(
      "svg",
      { class: "sketch", viewBox: `${frame.left} ${frame.top} ${frame.width} ${frame.height}`, tabindex: 0, role: "application" },
      guides(frame), this.ghosts, this.ink);
    this.pen = null;
    this.penSeen = false;
    this.began = null;
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
    this.ink.replaceChildren(...strokes.flatMap((stroke) => this.segments(stroke)));
    this.ghosts.replaceChildren(svg("path", { d: path(others.flat()) }));
  }

  down(event) {
    // A hand that rests on a tablet does not draw.
    if (!event.isPrimary || event.button !== 0 || (this.penSeen && event.pointerType === "touch")) return;
    event.preventDefault();
    this.element.focus({ preventScroll: true });
    this.penSeen ||= event.pointerType === "pen";
    if (this.frame.timed) this.start(event);
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

  /** Sets the clock: a line that is gone on with later goes on a second behind its last point. */
  start(event) {
    const last = this.strokes.at(-1)?.at(-1)?.[2];
    const now = event.timeStamp / 1000;
    if (last === undefined) this.began = now;
    else if (this.began === null) this.began = now - last - 1;
  }

  /** What is drawn next belongs to something else. */
  turn() {
    this.began = null;
  }

  draw() {
    this.growing.replaceChildren(...this.segments(this.strokes.at(-1)));
  }

  /** A stroke as SVG: one line, or where its pressure is known, pieces of it of their own width. */
  segments(stroke) {
    const pressure = this.frame.timed ? 3 : 2;
    if (stroke[0].length <= pressure || stroke.length === 1) return [svg("path", { d: path([stroke]) })];
    return stroke.slice(1).map((point, i) => svg("path", {
      d: path([[stroke[i], point]]), "stroke-width": (4 + 14 * point[pressure]).toFixed(1),
    }));
  }

  /** Of an event: x-heights from the left and over the baseline; seconds in lines; the pressure of pens. */
  point(event) {
    const box = this.element.getBoundingClientRect();
    const { left, top, width, height, timed } = this.frame;
    const x = left + ((event.clientX - box.left) / box.width) * width;
    const y = top + ((event.clientY - box.top) / box.height) * height;
    const place = [within(x, left, width), within(-y, -top - height, height)];
    // Not before the point before, should the events of a device come late.
    if (timed) place.push(Math.max(thousandths(event.timeStamp / 1000 - this.began), this.strokes.at(-1)?.at(-1)?.[2] ?? 0));
    return event.pointerType === "pen" ? [...place, Math.round(event.pressure * 100) / 100] : place;
  }
}

/** A place in x-heights, kept within the frame and its surroundings. */
function within(units, from, size) {
  return thousandths(Math.min(from + 1.3 * size, Math.max(from - 0.3 * size, units)) / UNITS);
}

function thousandths(number) {
  return Math.round(number * 1000) / 1000;
}

function guides(frame) {
  const { left, width } = frame;
  return GUIDES.flatMap(([name, height]) => [
    svg("line", { class: `guide ${name}`, x1: left, x2: left + width, y1: -height, y2: -height }),
    frame === CHARACTER ? svg("text", { class: "guide-name", x: left + width - 6, y: -height - 5 }, t(`hand.guides.${name}`)) : null,
  ]);
}

/** Strokes as path data. */
export function path(strokes) {
  return strokes
    .map((stroke) => stroke.map(([x, y], i) => `${i === 0 ? "M" : "L"}${(x * UNITS).toFixed(1)} ${(-y * UNITS).toFixed(1)}`).join("")
      + (stroke.length === 1 ? "h0.1" : ""))
    .join("");
}
