// All that was read so far, to be searched and opened again.
import { el, field } from "./dom.js";
import { found, marked } from "./readwords.js";
import { t } from "./words.js";

const MOST_SHOWN = 50;
const MOST_HITS = 5;

export class Shelf {
  /** open(id) hears of the reading that is to be shown. */
  constructor(open) {
    this.open = open;
    this.readings = [];
    this.search = el("input", { type: "search", autocomplete: "off", spellcheck: "false", oninput: () => this.list() });
    this.count = el("p", { class: "pale", role: "status" });
    this.found = el("ul", { class: "read-shelf" });
    this.element = el("section", { class: "panel", "aria-label": t("read.shelf"), hidden: true },
      el("h2", {}, t("read.shelf")), field(t("read.search"), this.search), this.count, this.found);
  }

  show({ readings }) {
    this.readings = readings;
    this.element.hidden = readings.length === 0;
    this.list();
  }

  list() {
    const wanted = this.search.value;
    const all = found(this.readings, wanted);
    this.count.textContent = wanted.trim() === "" ? "" : t("read.found", { count: all.length });
    this.found.replaceChildren(...all.slice(0, MOST_SHOWN).map((reading) => el("li", {},
      el("button", { type: "button", class: "plain", onclick: () => this.open(reading.id) }, reading.name || t("read.drawnLine")),
      el("span", { class: "pale small" }, new Date(reading.date).toLocaleString(document.documentElement.lang)),
      reading.hits.slice(0, MOST_HITS).map((line) => el("p", {}, marked(line, wanted).map(({ text, hit }) => (hit ? el("mark", {}, text) : text)))))));
  }
}
