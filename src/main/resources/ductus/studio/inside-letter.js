// Handwriting from inside: the points of a line, and what each was drawn from.
import { address, get } from "./api.js";
import { ellipse, pen } from "./distribution.js";
import { el, field, options, set, svg } from "./dom.js";
import { complain } from "./notice.js";
import { units } from "./units.js";
import { t } from "./words.js";

const UNIT = 100;
const END = Symbol("end");
const BEFORE = 40;
const LEAST_REACH = 0.22;
const SIGMAS = [2, 1];

export class LetterInside {
  constructor(item, letter) {
    this.item = item;
    this.letter = letter;
    this.lines = el("select", { onchange: () => this.openLine() }, options(letter.lines.map((text, i) => [i, `${i + 1}: ${text}`])));
    this.view = el("div", { class: "pen-line", tabindex: 0, role: "group", "aria-label": t("inside.lineWritten") });
    this.slider = el("input", { type: "range", min: 1, value: 1, oninput: () => this.go(Number(this.slider.value) - 1) });
    this.said = el("p", { class: "said", role: "status" });
    this.temperature = el("input", { type: "range", min: 0.1, max: 2, step: 0.05, oninput: () => this.draw() });
    this.told = el("span", { class: "value" });
    this.bias = el("input", { type: "range", min: 0, max: 4, step: 0.05, oninput: () => this.draw() });
    this.biasTold = el("span", { class: "value" });
    this.density = el("div", { class: "density" });
    this.pen = el("div", { class: "pen-up" });
    this.attention = el("ol", { class: "attention", tabindex: 0, "aria-label": t("inside.window") });
    this.units = el("div", {});
    const temperature = field(`${t("inside.temperature")} `, this.temperature, true);
    temperature.querySelector("label").append(this.told);
    const bias = field(`${t("inside.bias")} `, this.bias, true);
    bias.querySelector("label").append(this.biasTold);
    this.elements = [
      el("article", { class: "card", "aria-label": item.name },
        el("header", {}, el("div", {}, el("h2", {}, item.name),
          el("p", { class: "facts" }, t("inside.writtenIn", { hand: letter.hand, bias: letter.bias.toFixed(2) })))),
        letter.lines.length > 1 ? field(t("inside.line"), this.lines) : null, this.view, field(t("inside.point"), this.slider), this.said,
        el("h3", {}, t("inside.looked")), this.attention),
      el("div", { class: "halves" },
        el("section", { class: "card", "aria-label": t("inside.drawnFrom") }, el("h2", {}, t("inside.drawnFrom")),
          el("div", { class: "fields" }, temperature, bias, el("div", { class: "actions wide" },
            el("button", { type: "button", class: "plain", onclick: () => this.reset() }, t("inside.asDrawn")))),
          this.density, this.pen),
        el("section", { class: "card", "aria-label": t("inside.units") }, el("h2", {}, t("inside.unitsHere")),
          el("p", { class: "facts" }, t("inside.unitsExplained")),
          this.units)),
    ];
  }

  open() {
    this.setSampling();
    return this.openLine();
  }

  setSampling() {
    this.temperature.value = "1";
    this.bias.value = this.letter.bias;
  }

  reset() {
    this.setSampling();
    this.draw();
  }

  async openLine() {
    try {
      this.line = await get(address("/api/inside/line", { stem: this.item.stem, line: this.lines.value }));
      this.found = null;
      this.slider.max = this.line.points.length;
      this.show();
      await this.go(Math.floor(this.line.points.length / 3));
    } catch (error) {
      complain(error);
    }
  }

  /** The line as it was written; a point of it can be chosen. */
  show() {
    const { points } = this.line;
    const xs = points.map((point) => point.x);
    const ys = points.map((point) => point.y);
    const [left, right] = [Math.min(...xs) - 0.4, Math.max(...xs) + 0.4];
    const [bottom, top] = [Math.min(...ys, 0) - 0.4, Math.max(...ys, 1) + 0.4];
    this.left = left;
    this.right = right;
    this.dot = svg("circle", { class: "dot", r: 14 });
    const picture = svg("svg", {
      viewBox: `${left * UNIT} ${-top * UNIT} ${(right - left) * UNIT} ${(top - bottom) * UNIT}`, role: "img",
      "aria-label": t("inside.theLine", { text: this.line.characters.join("") }),
      onpointerdown: (event) => this.point(event, left, right, top, bottom),
      onpointermove: (event) => { if (event.buttons > 0) this.point(event, left, right, top, bottom); },
    }, svg("path", { d: path(points) }), this.dot);
    this.view.replaceChildren(picture);
  }

  point(event, left, right, top, bottom) {
    const box = event.currentTarget.getBoundingClientRect();
    const x = left + ((event.clientX - box.left) / box.width) * (right - left);
    const y = top - ((event.clientY - box.top) / box.height) * (top - bottom);
    const far = this.line.points.map((each) => Math.hypot(each.x - x, each.y - y));
    this.go(far.indexOf(Math.min(...far)));
  }

  async go(step) {
    this.step = step;
    this.slider.value = step + 1;
    const point = this.line.points[step];
    const letter = this.line.characters[point.character];
    this.slider.setAttribute("aria-valuetext", t("inside.pointOfLetter", { number: step + 1, letter }));
    set(this.dot, { cx: point.x * UNIT, cy: -point.y * UNIT });
    center(this.view, (point.x - this.left) / (this.right - this.left));
    this.said.replaceChildren(el("strong", {}, letter), ` · ${t("inside.pointOf", { number: step + 1, points: this.line.points.length })}`,
      point.up ? ` · ${t("inside.liftedThere")}` : "");
    try {
      const line = this.lines.value;
      const found = await get(address("/api/inside/point", { stem: this.item.stem, line, point: step }));
      if (step !== this.step || line !== this.lines.value) return;
      this.found = found;
      this.density.dataset.point = step + 1;
      this.attention.replaceChildren(...attention(this.line.characters, found.attention));
      center(this.attention, point.character / this.line.characters.length);
      this.units.replaceChildren(units(found.units, step, this.line.points.length));
      this.draw();
    } catch (error) {
      complain(error);
    }
  }

  /** The mixture at what the sliders say. */
  draw() {
    if (!this.found) return;
    const sampling = { temperature: Number(this.temperature.value), bias: Number(this.bias.value) };
    this.told.textContent = sampling.temperature.toFixed(2);
    this.biasTold.textContent = sampling.bias.toFixed(2);
    const mixture = pen(this.found, sampling);
    this.density.replaceChildren(density(mixture, this.found, this.line.points, this.step));
    const lifted = this.line.points[this.step].up;
    const fill = el("div", { class: "bar-fill" });
    fill.style.width = `${mixture.penUp * 100}%`;
    this.pen.replaceChildren(el("span", {}, t("inside.lifted")), el("div", { class: "bar-room" }, fill),
      el("span", { class: "number" }, `${(mixture.penUp * 100).toFixed(1)} %`),
      el("span", { class: "tag" }, lifted ? t("inside.itWas") : t("inside.itWasNot")));
  }
}

/** Scrolls to a share of something that may be wider than the page. */
function center(element, share) {
  element.scrollLeft = share * element.scrollWidth - element.clientWidth / 2;
}

function path(points) {
  return points
    .map(({ x, y, up }, i) => {
      const begins = i === 0 || points[i - 1].up;
      return `${begins ? "M" : "L"}${(x * UNIT).toFixed(1)} ${(-y * UNIT).toFixed(1)}${begins && up ? "h0.1" : ""}`;
    })
    .join("");
}

/** Ellipses of the mixture around the point before, the way there, and where the pen went. */
function density(mixture, found, points, step) {
  const at = { x: points[step].x - found.deltaX, y: points[step].y - found.deltaY };
  const likely = mixture.components.filter(({ weight }) => weight > 0.05);
  const reach = 1.15 * Math.max(LEAST_REACH, Math.abs(found.deltaX), Math.abs(found.deltaY),
    ...likely.flatMap((each) => [Math.abs(each.meanX) + each.deviationX, Math.abs(each.meanY) + each.deviationY]));
  const size = reach * UNIT;
  const before = points.slice(Math.max(0, step - BEFORE), step).map((point) => ({ ...point, x: point.x - at.x, y: point.y - at.y }));
  const shapes = mixture.components.filter(({ weight }) => weight > 0.002).flatMap((each) => {
    const { long, short, angle } = ellipse(each);
    return SIGMAS.map((sigma) => svg("ellipse", {
      rx: Math.max(0.6, long * sigma * UNIT), ry: Math.max(0.6, short * sigma * UNIT), "fill-opacity": (0.06 + 0.44 * each.weight).toFixed(3),
      transform: `translate(${each.meanX * UNIT} ${-each.meanY * UNIT}) rotate(${-angle})`,
    }));
  });
  const dot = size / 45;
  return svg("svg", {
    viewBox: `${-1.6 * size} ${-size} ${3.2 * size} ${2 * size}`, role: "img",
    "aria-label": t("inside.density", { count: likely.length, right: found.deltaX.toFixed(2), up: found.deltaY.toFixed(2) }),
  }, svg("path", { class: "way", d: path(before), "stroke-width": size / 60 }), shapes,
  svg("line", { class: "went", x1: 0, y1: 0, x2: found.deltaX * UNIT, y2: -found.deltaY * UNIT, "stroke-width": size / 90 }),
  svg("circle", { class: "here", r: dot }),
  svg("circle", { class: "ring", r: dot * 1.4, "stroke-width": dot / 2, cx: found.deltaX * UNIT, cy: -found.deltaY * UNIT }));
}

/** A bar over each character, and over the end. */
function attention(characters, weights) {
  const most = Math.max(...weights, 0.2);
  return [...characters, END].map((character, i) => {
    const fill = el("div", { class: "look" });
    fill.style.height = `${((weights[i] ?? 0) / most) * 100}%`;
    return el("li", { "aria-label": `${character === " " ? t("inside.space") : character === END ? t("inside.end") : character}: ${(weights[i] ?? 0).toFixed(2)}` },
      el("div", { class: "look-room", "aria-hidden": "true" }, fill),
      el("span", { "aria-hidden": "true", class: character === END ? "pale end" : "" }, character === " " ? "\u00a0" : character === END ? t("inside.end") : character));
  });
}
