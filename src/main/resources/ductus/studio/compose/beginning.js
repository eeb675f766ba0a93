// What a tune begins with: notes from the keys, a MIDI keyboard or a file.
import { el, field, options } from "../dom.js";
import { keyboard } from "../keyboard.js";
import { Recorder } from "../recorder.js";
import { t } from "../words.js";
import { ACCEPTED, given } from "./given.js";

const LENGTHS = ["i", "q", "q.", "h", "w"];

export class Beginning {
  /**
   * recorded(tempo) hears of the tempo that was played at, phrased(notes, quarters) of what is to be answered in turn, gathered() of a
   * wish for all turns in one.
   */
  constructor(recorded, phrased, gathered) {
    this.notes = el("input", { placeholder: "C5q D5q E5h", autocomplete: "off", spellcheck: "false" });
    this.length = el("select", {}, options(LENGTHS.map((length) => [length, t(`compose.length.${length.replace(".", "dotted")}`)]), "q"));
    this.turns = el("input", { type: "checkbox", id: "turns" });
    this.recorder = new Recorder((notes, tempo, quarters) => {
      this.notes.value = notes;
      recorded(tempo);
      if (this.turns.checked) phrased(notes, quarters);
    }, () => this.turns.checked);
    this.gather = el("button", { type: "button", hidden: true, onclick: gathered }, t("compose.gather"));
    this.file = el("input", { type: "file", accept: ACCEPTED });
    this.accompany = el("input", { type: "checkbox", id: "accompany" });
    this.accompanied = el("div", { class: "check" }, this.accompany, el("label", { for: "accompany" }, t("compose.accompany")));
    this.element = el("details", {}, el("summary", {}, t("compose.begin")),
      field(t("compose.notes"), this.notes, true), keyboard((note) => this.add(note)),
      el("div", { class: "fields" }, field(t("compose.keyLength"), this.length),
        el("div", { class: "field actions" },
          el("button", { type: "button", class: "plain", onclick: () => this.undo() }, t("compose.undoNote")))),
      this.recorder.element,
      el("div", { class: "check" }, this.turns, el("label", { for: "turns" }, t("compose.turns"))),
      el("div", { class: "actions" }, this.gather),
      field(t("compose.file"), this.file, true),
      this.accompanied);
  }

  add(note) {
    this.notes.value = `${this.notes.value} ${note}${this.length.value}`.trim();
  }

  undo() {
    this.notes.value = this.notes.value.trim().split(/\s+/).slice(0, -1).join(" ");
  }

  /** It is the player's turn again, if turns are taken. */
  turn() {
    if (this.turns.checked && !this.recorder.notes && this.element.checkVisibility()) this.recorder.toggle();
  }

  /** The page is turned away from: nobody plays any more. */
  leave() {
    this.turns.checked = false;
    this.recorder.stop();
  }

  /** What the server is told; null for nothing. */
  async start() {
    const file = this.file.files[0];
    if (file) return given(file);
    return this.notes.value.trim() ? { notes: this.notes.value } : null;
  }
}
