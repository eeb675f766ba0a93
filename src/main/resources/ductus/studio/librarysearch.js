// What is looked for in the library: words, a kind, a model, a tag.
import { el, field, options } from "./dom.js";
import { t } from "./words.js";

const PAUSE = 200;

export class LibrarySearch {
  /** changed() hears that something else is looked for. */
  constructor(changed) {
    this.words = el("input", { type: "search", maxlength: 200, autocomplete: "off", placeholder: t("library.searchHint"), oninput: () => this.typed(changed) });
    this.selects = Object.fromEntries(["kind", "model", "tag"].map((name) =>
      [name, el("select", { onchange: changed }, options([["", t(`library.any.${name}`)]]))]));
    this.number = el("p", { class: "pale small", role: "status" });
    this.fields = Object.fromEntries(Object.entries(this.selects).map(([name, control]) => [name, field(t(`library.by.${name}`), control)]));
    this.element = el("search", { class: "shelf-search" }, field(t("library.search"), this.words), Object.values(this.fields), this.number);
  }

  /** Waits until a word is written. */
  typed(changed) {
    clearTimeout(this.timer);
    this.timer = setTimeout(changed, PAUSE);
  }

  query() {
    return { words: this.words.value, kind: this.selects.kind.value, model: this.selects.model.value, tag: this.selects.tag.value };
  }

  /** What there is to choose from. */
  offer({ all, found, kinds, models, tags }) {
    this.element.hidden = all === 0;
    const values = { kind: kinds.map((kind) => [kind, t(`library.kinds.${kind}`)]), model: models.map((model) => [model, model]), tag: tags.map((tag) => [tag, tag]) };
    for (const [name, select] of Object.entries(this.selects)) {
      const before = select.value;
      const said = JSON.stringify(values[name]);
      this.fields[name].hidden = values[name].length === 0;
      if (select.dataset.said === said) continue;
      select.dataset.said = said;
      select.replaceChildren(...options([["", t(`library.any.${name}`)], ...values[name]], before));
    }
    this.number.textContent = found === all ? t("library.things", { count: all }) : t("library.found", { count: found, all });
  }
}
