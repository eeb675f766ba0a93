// Lines over a common axis, drawn anew whenever there is more to draw.
import { el, svg } from "./dom.js";
import { t } from "./words.js";

const WIDTH = 560;
const HEIGHT = 250;
const LEFT = 62;
const RIGHT = 12;
const TOP = 10;
const BOTTOM = 32;
const MOST_POINTS = 500;

export class Chart {
  /** across and up name the axes; a logarithmic chart leaves out what is not above 0. */
  constructor(title, { across, up, logarithmic = false }) {
    this.title = title;
    this.logarithmic = logarithmic;
    this.across = across;
    this.legend = el("ul", { class: "legend" });
    this.picture = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img" });
    this.element = el("figure", { class: "chart" },
      el("figcaption", {}, el("h3", {}, title), el("span", { class: "pale" }, t("train.charts.axes", { up, across }))), this.picture, this.legend);
  }

  /** Lines of { name, points: [[x, y], ...], faint }. */
  draw(lines) {
    const shown = lines.map((line, index) => ({ ...line, index, points: thin(line.points.filter((point) => this.fits(point))) }))
      .filter((line) => line.points.length > 0);
    this.element.hidden = shown.length === 0;
    if (shown.length === 0) return;
    const all = shown.flatMap((line) => line.points);
    const x = scale(rounds(all.map(([value]) => value), 0), LEFT, WIDTH - RIGHT);
    const values = all.map(([, value]) => value);
    const y = this.logarithmic
      ? scale(powers(values), HEIGHT - BOTTOM, TOP, Math.log10)
      : scale(rounds(values, 1), HEIGHT - BOTTOM, TOP);
    this.picture.replaceChildren(
      ...y.ticks.flatMap((tick) => [
        svg("line", { class: "grid", x1: LEFT, x2: WIDTH - RIGHT, y1: y.at(tick), y2: y.at(tick) }),
        svg("text", { x: LEFT - 6, y: y.at(tick) + 5, "text-anchor": "end" }, short(tick))]),
      ...x.ticks.map((tick) => svg("text", { x: x.at(tick), y: HEIGHT - 8, "text-anchor": "middle" }, short(tick))),
      ...shown.map((line) => path(line, x, y)));
    this.picture.setAttribute("aria-label", `${this.title}: ${shown.map((line) => this.say(line)).join("; ")}`);
    this.legend.replaceChildren(...shown.map((line) =>
      el("li", {}, el("span", { class: `swatch voice-${line.index % 8}${line.faint ? " faint" : ""}`, "aria-hidden": "true" }),
        `${line.name} `, el("b", {}, short(line.points.at(-1)[1])))));
  }

  fits([x, y]) {
    return x != null && y != null && (!this.logarithmic || y > 0);
  }

  say(line) {
    const [x, y] = line.points.at(-1);
    return t("train.charts.point", { name: line.name, value: short(y), across: this.across, place: short(x) });
  }
}

function path(line, x, y) {
  const style = `line voice-${line.index % 8}${line.faint ? " faint" : ""}`;
  const points = line.points.map(([across, up]) => [x.at(across), y.at(up)]);
  if (points.length === 1) return svg("circle", { class: `${style} dot`, cx: points[0][0], cy: points[0][1], r: 3.5 });
  return svg("path", { class: style, d: `M${points.map((point) => point.join(" ")).join("L")}` });
}

/** At most so many, the last one always. */
function thin(points) {
  const every = Math.ceil(points.length / MOST_POINTS);
  return points.filter((_, index) => index % every === 0 || index === points.length - 1);
}

/** From values between low and high to places between two of the picture. */
function scale({ low, high, ticks }, from, to, map = (value) => value) {
  const width = map(high) - map(low) || 1;
  return { ticks, at: (value) => Math.round((from + ((map(value) - map(low)) / width) * (to - from)) * 100) / 100 };
}

/** Round values to name; beyond is 1 where the last of them stands above the highest value. */
function rounds(values, beyond) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const raw = (high - low || Math.abs(high) || 1) / 4;
  const tens = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((factor) => factor * tens).find((each) => each >= raw);
  const ticks = [];
  for (let n = Math.floor(low / step); n <= high / step + beyond * 0.999; n++) ticks.push(Number((n * step).toPrecision(6)));
  return { low: Math.min(low, ticks[0]), high: Math.max(high, ticks.at(-1)), ticks };
}

function powers(values) {
  const first = Math.floor(Math.log10(Math.min(...values)));
  const last = Math.ceil(Math.log10(Math.max(...values)));
  const every = Math.max(1, Math.ceil((last - first) / 5));
  const ticks = [];
  for (let exponent = first; exponent < last + every; exponent += every) ticks.push(10 ** exponent);
  return { low: ticks[0], high: ticks.at(-1), ticks };
}

function power(value) {
  const [mantissa, exponent] = value.toExponential(0).split("e");
  const raised = exponent.replace("+", "").replace(/./g, (sign) => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(sign)]);
  return mantissa === "1" ? `10${raised}` : `${mantissa}·10${raised}`;
}

/** A number in a few characters. */
export function short(value) {
  const size = Math.abs(value);
  if (value === 0) return "0";
  if (size >= 1e5 || size < 1e-3) return power(value);
  return String(Number(value.toPrecision(size >= 100 ? 4 : 3)));
}
