// The sheets of a letter: paper, printed lines and ink, word by word. Only lines that are new are drawn again.
import { el, svg } from "./dom.js";
import { t } from "./words.js";

const RULE = 0.18;

export class Sheets {
  constructor() {
    this.element = el("div", { class: "paper-sheets" });
    this.lines = new Map();
    this.sheets = [];
    this.ground = null;
  }

  /** Keys of the lines that are drawn. */
  have() {
    return [...this.lines.keys()];
  }

  /** Shows pages as the server tells them; lines that it does not tell are there. */
  show(view) {
    const lines = new Map();
    while (this.sheets.length > view.pages.length) this.sheets.pop().svg.remove();
    view.pages.forEach((page, index) => {
      this.sheets[index] ??= this.sheet();
      this.lay(this.sheets[index], page, index, view.pages.length);
      const ink = this.sheets[index].ink;
      const drawn = page.lines.map((line) => {
        const group = (line.words ? null : this.lines.get(line.key)) ?? drawLine(line);
        lines.set(line.key, group);
        return group;
      });
      style(ink, view);
      if (drawn.length !== ink.childNodes.length || drawn.some((group, i) => ink.childNodes[i] !== group)) ink.replaceChildren(...drawn);
    });
    this.lines = lines;
  }

  sheet() {
    const ground = svg("image", { preserveAspectRatio: "none", class: "ground" });
    const rules = svg("path", { class: "rules", fill: "none", stroke: "#c9d4e3", "stroke-width": RULE });
    const ink = svg("g", { "stroke-linecap": "round", "stroke-linejoin": "round" });
    const sheet = { svg: svg("svg", { class: "paper-sheet", role: "group" }, ground, rules, ink), ground, rules, ink };
    this.element.append(sheet.svg);
    return sheet;
  }

  lay(sheet, page, index, count) {
    sheet.width = page.width;
    sheet.height = page.height;
    sheet.svg.setAttribute("viewBox", `0 0 ${page.width} ${page.height}`);
    sheet.svg.setAttribute("aria-label", t("write.page", { page: index + 1, count }));
    sheet.rules.setAttribute("d", page.rules.map(([x1, y1, x2, y2]) => `M${x1} ${y1}L${x2} ${y2}`).join(""));
    sheet.ground.setAttribute("width", page.width);
    sheet.ground.setAttribute("height", page.height);
    this.lieOn(this.ground);
  }

  /** Lays a picture of paper under the writing. */
  lieOn(address) {
    this.ground = address;
    for (const { ground } of this.sheets) {
      if (address) ground.setAttribute("href", address);
      else ground.removeAttribute("href");
    }
  }

  /** Width and height of the first sheet, in mm. */
  size() {
    return [this.sheets[0].width, this.sheets[0].height];
  }

  /** All words, as they stand. @returns {SVGGElement[]} */
  words() {
    return [.../** @type {NodeListOf<SVGGElement>} */ (this.element.querySelectorAll(".ink-word"))];
  }

  /** The word of a text. */
  word(line, word) {
    return this.words().find((each) => Number(each.dataset.line) === line && Number(each.dataset.word) === word);
  }

  /** The part of a way in mm, x and y downwards, on which the words of some lines stay on their paper. */
  within(lines, x, y) {
    let [right, down] = [x, y];
    for (const word of this.words().filter((each) => lines.includes(Number(each.dataset.line)))) {
      const box = word.querySelector("rect");
      const paper = word.ownerSVGElement.viewBox.baseVal;
      const [left, top, width, height] = ["x", "y", "width", "height"].map((name) => Number(box.getAttribute(name)));
      right = Math.max(Math.min(0, -left), Math.min(Math.max(0, paper.width - left - width), right));
      down = Math.max(Math.min(0, -top), Math.min(Math.max(0, paper.height - top - height), down));
    }
    return [right, down];
  }

  clear() {
    this.element.replaceChildren();
    this.sheets = [];
    this.lines.clear();
  }
}

function style(ink, { color, nib }) {
  ink.setAttribute("fill", nib ? "none" : color);
  ink.setAttribute("stroke", nib ? color : "none");
  ink.setAttribute("stroke-width", nib);
}

function drawLine(line) {
  return svg("g", {}, (line.words ?? []).filter((word) => word.box.length > 0).map((word) => {
    const [left, top, width, height] = word.box;
    return svg("g", { class: "ink-word", role: "button", tabindex: -1, "aria-label": word.text, "data-line": word.line, "data-word": word.word },
      svg("rect", { class: "hit", x: left - 0.7, y: top - 0.7, width: width + 1.4, height: height + 1.4, rx: 0.8 }),
      svg("path", { d: word.d }));
  }));
}
