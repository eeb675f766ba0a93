// The text of a letter, and what letters have: a heading, a list, a date at the right, a signature.
import { el, field } from "./dom.js";
import { language, t } from "./words.js";

const ALIGNMENTS = ["left", "center", "right"];

export class LetterText {
  /** @param {{ changed: () => void, align: (lines: number[], alignment: string | null) => void }} told */
  constructor(told) {
    this.told = told;
    this.area = el("textarea", { rows: 9, maxlength: 20000, spellcheck: true, placeholder: t("write.placeholder"), oninput: () => told.changed() });
    const button = (label, run) => el("button", { type: "button", onclick: run }, label);
    this.element = el("div", {}, field(t("write.text"), this.area),
      el("div", { class: "textbar", role: "toolbar", "aria-label": t("write.format.label") },
        button(t("write.format.heading"), () => this.begin("# ")),
        button(t("write.format.list"), () => this.begin("- ")),
        button(t("write.format.date"), () => this.date()),
        button(t("write.format.signature"), () => this.sign()),
        ALIGNMENTS.map((name) => button(t(`write.format.${name}`), () => told.align(this.lines(), name === "left" ? null : name)))));
  }

  get value() {
    return this.area.value;
  }

  set value(text) {
    this.area.value = text;
  }

  /** The lines that the cursor or the selection touches. */
  lines() {
    const upTo = (at) => this.value.slice(0, at).split("\n").length - 1;
    const first = upTo(this.area.selectionStart);
    return Array.from({ length: upTo(this.area.selectionEnd) - first + 1 }, (_, i) => first + i);
  }

  /** Begins the chosen lines with a mark, or takes it away. */
  begin(mark) {
    const lines = this.value.split("\n");
    for (const line of this.lines()) lines[line] = lines[line].startsWith(mark) ? lines[line].slice(mark.length) : mark + lines[line].replace(/^(#{1,3}|[-*]) /, "");
    this.change(lines.join("\n"));
  }

  date() {
    const today = new Intl.DateTimeFormat(language(), { dateStyle: "long" }).format(new Date());
    this.change(`${today}\n\n${this.value}`);
    this.told.align([0], "right");
  }

  sign() {
    const text = `${this.value.trimEnd()}\n\n`;
    this.change(text + t("write.name"));
    this.area.setSelectionRange(text.length, this.value.length);
    this.told.align(this.lines(), "right");
  }

  change(text) {
    this.value = text;
    this.area.focus();
    this.told.changed();
  }
}
