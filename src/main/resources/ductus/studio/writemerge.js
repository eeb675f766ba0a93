// Letters from a table: one for each row, looked at one after another, all saved as one file.
import { post } from "./api.js";
import { el, field } from "./dom.js";
import { complain } from "./notice.js";
import { span } from "./span.js";
import { t } from "./words.js";

const MOST_BYTES = 1 << 20;

export class Merge {
  /** @param {{ changed: () => void, text: () => string, save: (text: string) => Promise<{pages: string}>, done: (name: string) => void }} told */
  constructor(told) {
    this.told = told;
    this.index = 0;
    this.letters = [];
    this.table = el("textarea", { rows: 4, placeholder: t("write.merge.example"), oninput: () => { this.index = 0; told.changed(); } });
    const file = el("input", { type: "file", accept: ".csv,.tsv,text/csv", onchange: () => this.take(file.files[0]) });
    this.facts = el("p", { class: "pale", role: "status" });
    this.place = el("span", {});
    const step = (label, by) => el("button", { type: "button", onclick: () => this.step(by) }, label);
    this.bind = ["pdf", "zip"].map((to) => el("button", { type: "button", onclick: () => this.all(to) }, t(`write.merge.${to}`)));
    this.bar = el("progress", { "aria-label": t("write.merge.progress"), hidden: true });
    this.left = el("span", { class: "pale", "aria-live": "off" });
    this.actions = el("div", { hidden: true },
      el("div", { class: "actions" }, step(t("write.merge.previous"), -1), this.place, step(t("write.merge.next"), 1)),
      el("div", { class: "actions" }, this.bind, this.bar, this.left));
    this.element = el("details", { ondragover: (event) => event.preventDefault(), ondrop: (event) => this.dropped(event) },
      el("summary", {}, t("write.merge.title")), el("p", { class: "pale" }, t("write.merge.how", { place: "{name}" })),
      field(t("write.merge.table"), this.table), field(t("write.merge.file"), file), this.facts, this.actions);
  }

  isOn() {
    return this.table.value.trim() !== "";
  }

  clear() {
    this.table.value = "";
    this.index = 0;
    this.filled("");
  }

  dropped(event) {
    event.preventDefault();
    event.stopPropagation();
    this.take(event.dataTransfer.files[0]);
  }

  async take(file) {
    if (!file) return;
    if (file.size > MOST_BYTES) {
      complain(new Error(t("write.merge.large")));
      return;
    }
    this.table.value = await file.text();
    this.index = 0;
    this.told.changed();
  }

  step(by) {
    this.index = (this.index + by + this.letters.length) % this.letters.length;
    this.told.changed();
  }

  /** The text of the letter that is looked at; the text itself where there is no table. */
  async filled(text) {
    this.actions.hidden = !this.isOn();
    if (!this.isOn()) {
      this.facts.textContent = "";
      this.letters = [];
      return text;
    }
    const { columns, unknown, letters } = await post("/api/write/letters", { csv: this.table.value, text });
    this.letters = letters;
    this.index = Math.min(this.index, Math.max(0, letters.length - 1));
    const letter = letters[this.index];
    this.actions.hidden = !letter;
    this.place.textContent = letter ? t("write.merge.place", { number: this.index + 1, count: letters.length, name: letter.name }) : "";
    const blank = letters.filter((each) => each.blank.length > 0).map((each) => each.name);
    this.facts.textContent = [
      t("write.merge.rows", { count: letters.length, columns: columns.map((name) => `{${name}}`).join(", ") }),
      unknown.length > 0 ? t("write.merge.unknown", { names: unknown.map((name) => `{${name}}`).join(", ") }) : "",
      blank.length > 0 ? t("write.merge.blank", { names: blank.slice(0, 5).join(", ") }) : "",
    ].join(" ");
    for (const button of this.bind) button.disabled = unknown.length > 0 || letters.length === 0;
    return letter ? letter.text : text;
  }

  /** Writes all letters, and binds them into one file. */
  async all(to) {
    const pages = [];
    this.bar.max = this.letters.length;
    this.bar.hidden = false;
    for (const button of this.bind) button.disabled = true;
    try {
      await this.filled(this.told.text());
      const begun = performance.now();
      for (const letter of this.letters) {
        this.bar.value = pages.length;
        this.tell((performance.now() - begun) / 1000 / pages.length * (this.letters.length - pages.length));
        pages.push((await this.told.save(letter.text)).pages);
      }
      this.told.done((await post("/api/write/bind", { pages, to })).name);
    } catch (error) {
      complain(error);
    } finally {
      this.bar.hidden = true;
      this.left.textContent = "";
      for (const button of this.bind) button.disabled = false;
    }
  }

  tell(seconds) {
    this.left.textContent = Number.isFinite(seconds) ? t("write.merge.left", { span: span(seconds) }) : "";
  }
}
