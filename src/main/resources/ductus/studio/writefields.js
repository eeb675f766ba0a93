// How a letter is to look: paper, pen and manner, as fields.
import { el, field, options } from "./dom.js";
import { t } from "./words.js";

const PAPERS = ["a5", "a6", "a4", "letter", "index-card", "envelope-dl", "envelope-c6", "105x42", "70x36"];
const RULINGS = ["plain", "ruled", "squared"];
const ALIGNMENTS = ["left", "center", "right", "block"];
const INKS = { blue: "#1f2f6b", black: "#1b1c20", royal: "#2440a8", sepia: "#5a3a22", green: "#1d5a3c", red: "#a3212b", violet: "#4d2a7c", gray: "#5a6068" };
const PENS = { medium: [0.45, false], fine: [0.3, false], broad: [0.7, false], felt: [1, false], fountain: [0.5, true] };
const PLOTTERS = ["z-axis", "grbl", "marlin", "axidraw", "hpgl"];
const SIDES = ["top", "right", "bottom", "left"];
// Where an envelope has its address, and a label its few lines: top, right, bottom, left in mm, and the size of the letters.
const LAYOUTS = { "envelope-dl": [50, 10, 8, 105], "envelope-c6": [52, 8, 8, 70], "105x42": [5, 5, 4, 6], "70x36": [4, 4, 3, 5] };

/**
 * What the fields say; numbers as they were typed.
 * @typedef {{ paper: string, ruling: string, ink: string, pen: string, landscape: boolean, alignment: string, size: string,
 *   lineSpacing: string, neatness: string, slant: string, plotter: string }} Looks
 */

export class LetterFields {
  constructor(changed) {
    const range = (min, max, step, value) => el("input", { type: "range", min, max, step, value });
    const number = (min, max, step, placeholder) => el("input", { type: "number", min, max, step, placeholder });
    const named = (names, group) => el("select", {}, options(names.map((name) => [name, t(`write.${group}.${name}`)])));
    this.inputs = {
      paper: named(PAPERS, "paper"),
      ruling: named(RULINGS, "ruling"),
      ink: named(Object.keys(INKS), "ink"),
      pen: named(Object.keys(PENS), "pen"),
      landscape: el("input", { type: "checkbox" }),
      alignment: named(ALIGNMENTS, "alignment"),
      size: number(0.5, 20, 0.1, "2.5"),
      lineSpacing: number(1, 60, 0.5, t("write.fitting")),
      neatness: range(0, 1, 0.05, 0.5),
      slant: range(-30, 30, 1, 0),
      plotter: named(PLOTTERS, "plotter"),
    };
    this.margins = Object.fromEntries(SIDES.map((side) => [side, number(0, 200, 1, t("write.fitting"))]));
    for (const input of [...Object.values(this.inputs), ...Object.values(this.margins)]) input.addEventListener("input", changed);
    this.inputs.paper.addEventListener("input", () => this.layout());
    this.usual = this.values();
    const of = (name, wide) => field(t(`write.field.${name}`), this.inputs[name], wide);
    this.inputs.landscape.id = "landscape";
    this.element = el("div", {},
      el("div", { class: "fields" }, of("paper"), of("ruling"), of("ink"), of("pen")),
      el("details", {}, el("summary", {}, t("write.more")),
        el("div", { class: "fields" }, of("neatness", true), of("slant", true), of("size"), of("lineSpacing"), of("alignment"),
          el("div", { class: "field check" }, this.inputs.landscape, el("label", { for: "landscape" }, t("write.field.landscape"))),
          ...SIDES.map((side) => field(t(`write.margin.${side}`), this.margins[side])), of("plotter", true))));
  }

  /** Envelopes and labels have their writing where the post looks for it. */
  layout() {
    const layout = LAYOUTS[this.inputs.paper.value];
    SIDES.forEach((side, i) => { this.margins[side].value = layout ? layout[i] : ""; });
  }

  values() {
    const read = (input) => (input.type === "checkbox" ? input.checked : input.value);
    const looks = Object.fromEntries(Object.entries(this.inputs).map(([name, input]) => [name, read(input)]));
    return {
      .../** @type {Looks} */ (looks),
      margins: SIDES.map((side) => this.margins[side].value),
    };
  }

  set(values = this.usual) {
    for (const [name, input] of Object.entries(this.inputs)) {
      if (values[name] === undefined) continue;
      if (input.type === "checkbox") input.checked = values[name];
      else input.value = values[name];
      if (input.value === "" && input instanceof HTMLSelectElement) input.selectedIndex = 0;
    }
    SIDES.forEach((side, i) => { this.margins[side].value = values.margins?.[i] ?? ""; });
  }

  /** What the server is to be asked for. */
  wish() {
    const { pen, margins, size, lineSpacing, neatness, slant, ...others } = this.values();
    const [nib, pressure] = PENS[pen] ?? PENS.medium;
    const number = (text) => (text === "" ? null : Number(text));
    const given = margins.filter((text) => text !== "").map(Number);
    return {
      ...others, nib, pressure, size: number(size), lineSpacing: number(lineSpacing), neatness: Number(neatness), slant: Number(slant),
      margins: given.length === 0 ? null : margins.map((text) => (text === "" ? Math.min(12, ...given) : Number(text))),
    };
  }
}
