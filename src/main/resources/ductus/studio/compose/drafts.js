// Drafts of today: what was made and not kept outlives the page, and can be taken back.
import { address, get } from "../api.js";
import { el } from "../dom.js";
import { complain } from "../notice.js";
import { t } from "../words.js";

export class Drafts {
  /** taken(tune, item) hears of a draft that is taken back. */
  constructor(taken) {
    this.taken = taken;
    this.found = "";
    this.list = el("ul", { class: "draft-list" });
    this.element = el("details", { class: "drafts", hidden: true }, el("summary", {}, t("compose.drafts.title")),
      el("p", { class: "pale small" }, t("compose.drafts.help")), this.list);
    this.element.addEventListener("toggle", () => { if (this.element.open) this.load(); });
  }

  async load() {
    try {
      const { items } = await get("/api/compose/drafts");
      // Asked for again whenever it is opened: what is as it was stays, and the focus in it.
      const found = JSON.stringify(items);
      if (found === this.found) return;
      this.found = found;
      this.element.hidden = items.length === 0;
      this.list.replaceChildren(...items.map((item) => el("li", {},
        el("span", {}, el("b", {}, item.name), " ", el("span", { class: "pale" }, [
          item.kind === "edit" ? t("compose.drafts.edited") : item.model,
          new Date(item.made).toLocaleTimeString([], { timeStyle: "short" }),
        ].join(" · "))),
        el("button", { type: "button", "aria-label": t("compose.drafts.takeNamed", { name: item.name }), onclick: () => this.take(item) },
          t("compose.drafts.take")))));
    } catch (error) {
      complain(error);
    }
  }

  async take(item) {
    try {
      const midi = item.files.find((file) => file.endsWith(".mid"));
      const roll = await get(address("/api/roll", { name: midi }));
      this.taken({ stem: item.stem, midi, outline: roll.outline, ended: true, roll }, item);
    } catch (error) {
      complain(error);
      this.load();
    }
  }
}
