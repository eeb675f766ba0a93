// A model's card: what it learned from, who may use that, all its figures; read when it is wanted.
import { address, get } from "./api.js";
import { el } from "./dom.js";
import { complain } from "./notice.js";
import { t } from "./words.js";

export class ModelAbout {
  constructor(name) {
    this.name = name;
    this.place = el("div", {});
    this.element = el("details", { hidden: true, ontoggle: () => this.open() }, el("summary", {}, t("train.about")), this.place);
  }

  async open() {
    if (!this.element.open || this.asked) return;
    this.asked = true;
    try {
      const about = await get(address("/api/train/about", { run: this.name }));
      this.place.replaceChildren(
        el("dl", {},
          el("dt", {}, t("train.learnedFrom")), el("dd", {}, about.source ?? t("train.learnedElsewhere")),
          el("dt", {}, t("train.fileSize")), el("dd", {}, t("train.megabytes", { number: (about.bytes / 1e6).toFixed(1) }))),
        el("h3", {}, t("train.licences")),
        ...(about.licences.length === 0 ? [el("p", { class: "pale" }, t("train.noLicence"))]
          : about.licences.map(({ name, text }) => el("details", {}, el("summary", {}, name), el("pre", { class: "read", tabindex: 0 }, text)))),
        el("details", {}, el("summary", {}, t("train.inspected")), el("pre", { class: "read", tabindex: 0 }, about.report)));
    } catch (error) {
      this.asked = false;
      complain(error);
    }
  }
}
