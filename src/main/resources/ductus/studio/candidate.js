// A candidate: a tune that was composed, to hear, keep, save, and have changed.
import { address, post } from "./api.js";
import { el, field } from "./dom.js";
import { complain, say } from "./notice.js";
import { Tune, facts } from "./tune.js";

const FORMATS = [["midi", "MIDI"], ["wav", "WAV"], ["svg", "SVG"]];

export class Candidate {
  /** change(from, to) hears of bars to be drawn anew, all from the first on where to is null. */
  constructor(tune, number, hasBars, change) {
    const name = `Candidate ${number}`;
    this.tune = tune;
    this.player = new Tune(name, tune.midi, tune.roll, hasBars ? (from, to) => this.choose(from, to) : undefined);
    this.keep = el("button", { type: "button", onclick: () => this.kept() }, "Keep");
    this.saves = el("div", { class: "actions" });
    this.listSaves();
    this.element = el("article", { class: "card", "aria-label": name },
      el("header", {}, this.player.button,
        el("div", {}, el("h3", {}, name),
          el("p", { class: "facts" }, facts(tune.outline), tune.ended ? "" : " · cut at the limit"))),
      this.player.roll.element, this.player.place, hasBars ? this.bars(change) : null, this.saves);
  }

  bars(change) {
    const bars = this.tune.roll.bars.length;
    const bar = (value) => el("input", { type: "number", min: 1, max: bars, value, oninput: () => this.player.roll.choose(...this.range()) });
    this.from = bar(1);
    this.to = bar(bars);
    return el("details", {}, el("summary", {}, "Change some bars"),
      el("div", { class: "bars" }, field("From bar", this.from), field("to bar", this.to),
        el("button", { type: "button", onclick: () => change(...this.range()) }, "Rewrite these bars"),
        el("button", { type: "button", onclick: () => change(this.range()[0], null) }, "Go on from here")));
  }

  range() {
    return [Number(this.from.value), Number(this.to.value)];
  }

  /** Bars that were chosen with the pointer. */
  choose(from, to) {
    this.from.value = from;
    this.to.value = to;
    this.player.roll.choose(from, to);
  }

  listSaves() {
    const save = ([format, label]) =>
      el("a", { class: "button", href: address("/api/export", { name: this.tune.midi, to: format }), download: "" }, label);
    this.saves.replaceChildren(this.keep,
      el("a", { class: "button", href: `#inside?${new URLSearchParams({ stem: this.tune.stem })}` }, "Look inside"),
      el("span", { class: "pale" }, "Save as"), ...FORMATS.map(save));
  }

  async kept() {
    this.keep.disabled = true;
    try {
      const item = await post("/api/library/keep", { stem: this.tune.stem });
      this.tune.stem = item.stem;
      this.tune.midi = item.files.find((file) => file.endsWith(".mid"));
      // Its files have moved.
      this.player.midi = this.tune.midi;
      this.keep.textContent = `Kept as ${item.name}`;
      this.listSaves();
      say(`${item.name} is in the Library`, { label: "Show it there", run: () => { location.hash = "library"; } });
    } catch (error) {
      this.keep.disabled = false;
      complain(error);
    }
  }
}
