// All characters of a hand, each a cell that shows what is drawn of it.
import { el, svg } from "./dom.js";
import { UNITS, path } from "./sketch.js";
import { t } from "./words.js";

const GROUPS = [
  ["small", (c) => /[a-z]/.test(c)], ["capitals", (c) => /[A-Z]/.test(c)], ["digits", (c) => /[0-9]/.test(c)],
  ["signs", (c) => /[^a-zA-Z0-9]/.test(c)],
];

export class Cells {
  /** choose(character) hears of the one that is turned to. */
  constructor(choose) {
    this.choose = choose;
    this.element = el("div", { class: "cells" });
  }

  /** Lays out characters with the examples of each, and those that are in doubt marked. */
  lay(characters, drawings, doubtful) {
    this.element.replaceChildren(...GROUPS.map(([name, belongs]) =>
      el("fieldset", {}, el("legend", {}, t(`hand.groups.${name}`)),
        el("div", { class: "cell-grid" }, characters.filter(belongs).map((character) => {
          const input = el("input", { type: "radio", name: "character", value: character, onchange: () => this.choose(character) });
          const cell = el("label", { class: "cell" }, input, el("span", { "aria-hidden": "true" }));
          fill(cell, character, drawings[character] ?? [], doubtful.has(character));
          return cell;
        })))));
  }

  /** Shows what is drawn of a character now. */
  show(character, examples, doubtful) {
    const cell = this.radio(character)?.parentElement;
    if (cell) fill(cell, character, examples, doubtful);
  }

  check(character) {
    const radio = this.radio(character);
    if (radio) radio.checked = true;
  }

  /** @returns {HTMLInputElement | null} */
  radio(character) {
    return this.element.querySelector(`input[value="${CSS.escape(character)}"]`);
  }
}

function fill(cell, character, examples, doubtful) {
  const drawn = examples.length > 0;
  const [input, face] = cell.children;
  const state = drawn ? t("hand.cells.drawn", { character, count: examples.length }) : t("hand.cells.empty", { character });
  input.setAttribute("aria-label", doubtful ? t("hand.cells.doubtful", { state }) : state);
  cell.classList.toggle("drawn", drawn);
  cell.classList.toggle("doubtful", doubtful);
  face.replaceChildren(drawn ? miniature(examples[0]) : character);
}

function miniature(strokes) {
  const points = strokes.flat();
  const middle = UNITS * (Math.min(...points.map(([x]) => x)) + Math.max(...points.map(([x]) => x))) / 2;
  return svg("svg", { viewBox: `${middle - 150} -210 300 320` }, svg("path", { d: path(strokes) }));
}
