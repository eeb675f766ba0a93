// The words that a person put on a thing.
import { post } from "./api.js";
import { el, field } from "./dom.js";
import { complain } from "./notice.js";
import { t } from "./words.js";

export class Tagging {
  constructor(item) {
    this.item = item;
    this.list = el("ul", { class: "tags", "aria-label": t("library.tagsOf", { name: item.name }) });
    this.word = el("input", { maxlength: 40, autocomplete: "off" });
    this.form = el("form", { class: "actions", hidden: true, onsubmit: (event) => { event.preventDefault(); this.add(); } },
      field(t("library.newTag"), this.word), el("button", { type: "submit" }, t("library.addTag")));
    this.show();
  }

  open() {
    this.form.hidden = !this.form.hidden;
    if (!this.form.hidden) this.word.focus();
  }

  show() {
    this.list.hidden = this.item.tags.length === 0;
    this.list.replaceChildren(...this.item.tags.map((tag) => el("li", {}, tag,
      el("button", { type: "button", "aria-label": t("library.removeTag", { tag, name: this.item.name }), onclick: () => this.put(this.item.tags.filter((each) => each !== tag)) }, "×"))));
  }

  async add() {
    const tag = this.word.value.trim();
    if (tag && await this.put([...this.item.tags, tag])) this.word.value = "";
  }

  async put(tags) {
    try {
      const now = await post("/api/library/tags", { stem: this.item.stem, tags });
      this.item.tags = now.tags;
      if (now.aside) complain(new Error(t("library.tagsBroken", { file: now.aside })));
      this.show();
      return true;
    } catch (error) {
      complain(error);
      return false;
    }
  }
}
