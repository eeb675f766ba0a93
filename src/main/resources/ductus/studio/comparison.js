// Chosen runs by their curves in one chart.
import { get } from "./api.js";
import { Chart } from "./chart.js";
import { el } from "./dom.js";
import { complain } from "./notice.js";
import { unitName } from "./runwords.js";
import { t } from "./words.js";

const MOST = 8;

export class Comparison {
  constructor() {
    this.chart = new Chart(t("train.comparison"), { across: t("train.epochs"), up: t("train.lowerIsBetter") });
    this.note = el("p", { class: "pale small", role: "status" });
    this.element = el("section", { class: "card comparison", "aria-label": t("train.comparison"), hidden: true }, this.chart.element, this.note);
  }

  /** Draws runs by their names; nothing where there are fewer than two. */
  async show(names) {
    this.names = names;
    this.element.hidden = names.length === 0;
    if (names.length < 2) {
      this.chart.element.hidden = true;
      this.note.textContent = t("train.chooseAnother");
      return;
    }
    const shown = names.slice(0, MOST);
    try {
      const { curves } = await get(`/api/train/curves?${new URLSearchParams(shown.map((run) => ["run", run]))}`);
      if (this.names !== names) return;
      this.chart.draw(curves.map(({ run, heldOut }) => ({ name: run, points: heldOut.map((loss, index) => [index + 1, loss]) })));
      const units = new Set(curves.map(({ unit }) => unit));
      this.note.textContent = units.size > 1 ? t("train.differentUnits") : t("train.sameUnit", { unit: unitName([...units][0]) });
    } catch (error) {
      complain(error);
    }
  }
}
