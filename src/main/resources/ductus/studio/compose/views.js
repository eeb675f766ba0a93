// A tune as notes, as a piano roll, or as both.
import { el } from "../dom.js";
import { Sheet } from "../sheet.js";
import { t } from "../words.js";

const VIEWS = ["roll", "notes", "both"];

/** A switch, and what it shows; the sheet is made when it is wanted first. */
export class Views {
  /** @param {import("../tune.js").Tune} tune */
  constructor(tune) {
    this.tune = tune;
    this.sheet = null;
    this.place = el("div", { class: "sheet-place", hidden: true });
    this.buttons = VIEWS.map((view) => el("button", {
      type: "button", class: "plain", "aria-pressed": String(view === "roll"), onclick: () => this.show(view),
    }, t(`compose.view.${view}`)));
    this.switch = el("div", { class: "views", role: "group", "aria-label": t("compose.view.title") }, this.buttons);
    this.element = el("div", {}, this.place, tune.roll.element);
  }

  show(view) {
    this.buttons.forEach((button, index) => button.setAttribute("aria-pressed", String(VIEWS[index] === view)));
    if (view !== "roll" && !this.sheet) {
      this.sheet = new Sheet(this.tune.midi);
      this.place.append(this.sheet.element);
      this.tune.views.push(this.sheet);
    }
    this.place.hidden = view === "roll";
    this.tune.roll.element.hidden = view === "notes";
  }

  /** The tune's file is elsewhere by now, under another name. */
  moved() {
    this.sheet?.load(this.tune.midi);
  }

  choose(from, to) {
    this.sheet?.choose(from, to);
  }
}
