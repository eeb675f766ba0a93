// Letters that were written and not kept, newest first; they lie there for a day.
import { address, get, post } from "./api.js";
import { el } from "./dom.js";
import { complain, say } from "./notice.js";
import { t } from "./words.js";

const LONGEST = 80;

export class DraftShelf {
  /** @param {(text: string) => void} take takes up the text of a letter */
  constructor(take) {
    this.take = take;
    this.list = el("ul", { class: "drafts" });
    this.empty = el("p", { class: "pale" }, t("write.drafts.none"));
    this.element = el("details", { ontoggle: () => this.load() }, el("summary", {}, t("write.drafts.title")), this.empty, this.list);
  }

  async load() {
    if (!this.element.open) return;
    try {
      const { drafts } = await get("/api/write/drafts");
      this.empty.hidden = drafts.length > 0;
      this.list.replaceChildren(...drafts.map((draft) => this.card(draft)));
    } catch (error) {
      complain(error);
    }
  }

  card(draft) {
    const begin = draft.text.length > LONGEST ? `${draft.text.slice(0, LONGEST)} …` : draft.text;
    return el("li", {},
      el("img", { src: address("/api/file", { name: draft.picture }), alt: "", loading: "lazy" }),
      el("div", {}, el("p", {}, begin), el("p", { class: "pale small" }, draft.style),
        el("div", { class: "actions" },
          el("button", { type: "button", onclick: () => this.take(draft.text) }, t("write.drafts.take")),
          el("button", { type: "button", onclick: () => this.keep(draft) }, t("write.keep")),
          el("a", { class: "button", href: address("/api/export", { name: draft.pages, to: "pdf", page: 0 }), download: "" }, "PDF"))));
  }

  async keep(draft) {
    try {
      const item = await post("/api/library/keep", { stem: draft.stem });
      say(t("write.kept", { name: item.name }));
      await this.load();
    } catch (error) {
      complain(error);
    }
  }
}
