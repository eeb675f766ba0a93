// Bars of a tune, chosen here or in its picture, to be rewritten, to go on from, to be kept while the rest is new.
import { el, field } from "../dom.js";
import { allBut, everyOther } from "../score/ranges.js";
import { t } from "../words.js";

export class Bars {
  /**
   * chose(from, to) hears of bars that were chosen; change({ what, ranges }) of bars to be rewritten, change({ what, from }) of
   * going on from a bar.
   */
  constructor(bars, chose, change) {
    this.bars = bars;
    this.chose = chose;
    const bar = (value) => el("input", { type: "number", min: 1, max: bars, value, oninput: () => this.chose(...this.range()) });
    this.from = bar(1);
    this.to = bar(bars);
    const button = (label, run, hint) => el("button", { type: "button", title: hint ?? false, onclick: run }, label);
    this.element = el("details", { class: "change" }, el("summary", {}, t("compose.change")),
      el("div", { class: "bars" }, field(t("compose.fromBar"), this.from), field(t("compose.toBar"), this.to),
        button(t("compose.rewrite"), () => change({ what: rewritten(...this.range()), ranges: [this.range()] })),
        button(t("compose.rest"), () => this.rest(change), t("compose.restHint")),
        button(t("compose.goOn"), () => change({ what: t("compose.anew", { from: this.range()[0] }), from: this.range()[0] })),
        button(t("compose.vary"), () => change({ what: t("compose.varied"), ranges: everyOther(bars) }), t("compose.varyHint"))),
      el("p", { class: "pale small" }, t("compose.changeHelp")));
  }

  rest(change) {
    const [from, to] = this.range();
    const ranges = allBut(from, to, this.bars);
    if (ranges.length > 0) change({ what: t("compose.locked", { bars: words(from, to) }), ranges });
  }

  range() {
    const [one, other] = [Number(this.from.value) || 1, Number(this.to.value) || this.bars];
    return [one, other];
  }

  /** Bars that were chosen elsewhere. */
  choose(from, to) {
    this.from.value = from;
    this.to.value = to;
  }
}

function words(from, to) {
  return from === to ? t("compose.bar", { from }) : t("compose.barsTo", { from, to });
}

function rewritten(from, to) {
  return t("compose.rewritten", { bars: words(from, to) });
}
