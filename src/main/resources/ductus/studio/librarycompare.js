// Two things side by side: to see, to hear, and in what they differ.
import { address, get } from "./api.js";
import { el } from "./dom.js";
import { complain } from "./notice.js";
import { differences } from "./provenance.js";
import { Tune, facts } from "./tune.js";
import { t } from "./words.js";

export class SideBySide {
  constructor() {
    this.heading = el("h2", { tabindex: -1 }, t("library.sideBySide"));
    this.panes = el("div", { class: "sample-panes" });
    this.table = el("div", { class: "numbers", tabindex: 0, role: "region", "aria-label": t("library.differences") });
    this.element = el("section", { class: "card beside", "aria-label": t("library.sideBySide"), hidden: true },
      el("header", {}, this.heading, el("button", { type: "button", class: "plain", onclick: () => this.show([]) }, t("library.closeComparison"))),
      this.panes, this.table);
  }

  /** Shows two things; none takes both away. */
  async show(items) {
    this.element.hidden = items.length !== 2;
    this.panes.replaceChildren();
    this.table.replaceChildren();
    if (items.length !== 2) return;
    try {
      this.panes.append(...await Promise.all(items.map(pane)));
      const [one, other] = await Promise.all(items.map((item) => get(address("/api/file", { name: item.files.at(-1) }))));
      const rows = differences(one, other);
      this.table.append(rows.length === 0 ? el("p", {}, t("library.noDifference"))
        : el("table", {},
          el("thead", {}, el("tr", {}, [t("library.differences"), ...items.map(({ name }) => name)].map((name) => el("th", { scope: "col" }, name)))),
          el("tbody", {}, rows.map(([name, ...values]) => el("tr", {}, el("th", { scope: "row" }, name), values.map((value) => el("td", {}, value)))))));
      this.heading.focus();
    } catch (error) {
      complain(error);
    }
  }
}

async function pane(item) {
  const head = el("h3", {}, item.name);
  const midi = item.files.find((file) => file.endsWith(".mid"));
  if (midi) {
    const roll = await get(address("/api/roll", { name: midi }));
    const tune = new Tune(t("library.comparedTune", { name: item.name }), midi, roll);
    return el("div", { class: "sample-pane" }, head, el("p", { class: "facts" }, facts(roll.outline)),
      el("div", { class: "play-line" }, tune.button, tune.place), tune.roll.element);
  }
  const picture = pictureOf(item);
  return el("div", { class: "sample-pane" }, head,
    picture ? el("img", { class: "page", src: address("/api/file", { name: picture }), alt: item.text ?? t("library.pictureOf", { name: item.name }) }) : el("p", {}, item.text ?? ""));
}

/** The file of a thing that shows it best. */
export function pictureOf(item) {
  return item.files.find((file) => file.endsWith(".svg") && !file.endsWith(".anim.svg")) ?? item.files.find((file) => file.endsWith(".png"));
}
