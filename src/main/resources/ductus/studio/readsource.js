// Where ink to be read comes from: a line to write on, and a file to drop or choose.
import { el, field } from "./dom.js";
import { takeDrops } from "./drop.js";
import { LINE, Sketch } from "./sketch.js";
import { t } from "./words.js";

/** About half a line fits the panel; a longer one is written in the wide frame of the page of one's hand. */
const SHORT = { ...LINE, width: 2300, timed: true };

export class ReadSource {
  /** file(file) and drawn(strokes) hear of what is to be read. */
  constructor(file, drawn) {
    this.given = file;
    this.input = el("input", { type: "file", onchange: () => this.chosen() });
    this.sketch = new Sketch(() => this.allow(), SHORT);
    this.sketch.element.setAttribute("aria-label", t("read.place"));
    this.read = el("button", { type: "button", class: "primary", onclick: () => drawn(this.sketch.strokes) }, t("read.go"));
    this.undo = el("button", { type: "button", onclick: () => this.keep(this.sketch.strokes.slice(0, -1)) }, t("read.undo"));
    this.anew = el("button", { type: "button", onclick: () => this.keep([]) }, t("read.anew"));
    this.drop = el("div", { class: "drop" }, el("p", {}, t("read.drop")), field(t("read.file"), this.input),
      el("p", { class: "pale small" }, t("read.formats")));
    this.element = el("div", {}, el("h2", {}, t("read.write")), this.sketch.element,
      el("div", { class: "actions draw-actions" }, this.undo, this.anew, this.read), this.drop);
    this.allow();
  }

  chosen() {
    const [file] = this.input.files;
    this.input.value = "";
    if (file) this.given(file);
  }

  keep(strokes) {
    this.sketch.turn();
    this.sketch.show([...strokes], []);
    this.allow();
  }

  allow() {
    const empty = this.busy || this.sketch.strokes.length === 0;
    for (const button of [this.read, this.undo, this.anew]) button.disabled = empty;
  }

  disable(busy) {
    this.busy = busy;
    this.input.disabled = busy;
    this.allow();
  }

  /** Takes a file that is dropped anywhere on the page; the answer ends it. */
  watch() {
    return takeDrops(({ files: [file] }) => {
      if (file && !this.busy) this.given(file);
    }, this.drop);
  }
}
