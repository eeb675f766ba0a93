// What the page that is shown is for, and what its words mean: beside it, on demand.
import { el } from "./dom.js";
import { t } from "./words.js";

/** Entries of each page: a word and what it means, under help.PAGE.ENTRY. */
const ENTRIES = {
  compose: ["model", "wildness", "form", "bars", "seed"],
  write: ["hand", "neatness", "again", "plotter"],
  hand: ["letters", "sentences", "lesson"],
  read: ["doubt", "correct"],
  corpus: ["kinds", "twice"],
  train: ["recipe", "loss", "stop"],
  inside: ["chance", "surprise"],
  library: ["again", "bin"],
};

export class Help {
  constructor() {
    this.button = el("button", {
      type: "button", class: "round", "aria-expanded": "false", "aria-controls": "help", "aria-label": t("help.button"),
      onclick: () => (this.element.hidden ? this.open() : this.close()),
    }, "?");
    this.heading = el("h2", { tabindex: -1 });
    this.body = el("div", {});
    this.element = el("aside", { id: "help", class: "help", hidden: true, "aria-label": t("help.button") },
      el("button", { type: "button", class: "round", "aria-label": t("page.close"), onclick: () => this.close() }, "×"),
      this.heading, this.body);
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
  }

  /** Speaks of this page from now on. */
  tell(page) {
    this.heading.textContent = t(`${page}.title`);
    this.body.replaceChildren(
      el("p", {}, t(`help.${page}.lead`)),
      el("dl", {}, (ENTRIES[page] ?? []).flatMap((entry) =>
        [el("dt", {}, t(`help.${page}.${entry}.word`)), el("dd", {}, t(`help.${page}.${entry}.means`))])));
    this.button.hidden = !(page in ENTRIES);
    if (this.button.hidden) this.element.hidden = true;
  }

  open() {
    this.element.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    this.heading.focus();
  }

  close() {
    this.element.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
    this.button.focus();
  }
}
