// A hand of one's own from running script: a line to write on, the sentences to copy below it.
import { get, post } from "./api.js";
import { el, svg } from "./dom.js";
import { handSheet } from "./handsheet.js";
import { Lesson } from "./lesson.js";
import { complain, say } from "./notice.js";
import { LINE, Sketch, path } from "./sketch.js";
import { t } from "./words.js";

/** A pause of the pen after which the line is kept. */
const REST_MILLIS = 700;

/** Adds the page to main; returns what to call when it is left. */
export function handLines(main) {
  const page = new CopiedLines();
  main.append(el("div", { class: "results line-desk" }, page.panel, page.lesson.element, page.list));
  page.load();
  return () => page.leave();
}

class CopiedLines {
  constructor() {
    this.lines = [];
    this.at = 0;
    this.saving = Promise.resolve();
    this.sketch = new Sketch(() => this.drawn(), LINE);
    this.sketch.element.addEventListener("keydown", (event) => this.key(event));
    this.text = el("h2", { class: "copied" });
    this.doubt = el("p", { class: "doubt", role: "status" });
    this.undo = button(t("hand.undo"), () => this.undoStroke());
    this.redo = button(t("hand.lines.anew"), () => this.wipe());
    this.next = button(t("hand.lines.next"), () => this.goOn(), "primary");
    this.panel = el("section", { class: "panel", "aria-label": t("hand.lines.writing") },
      this.text, el("div", { class: "line-frame" }, this.sketch.element),
      el("div", { class: "actions draw-actions" }, this.undo, this.redo, this.next), this.doubt, handSheet("lines", ({ desk }) => this.lay(desk.lines)));
    this.lesson = new Lesson("/api/hand/lines/learn", () => this.keepNow(), () => this.clear());
    this.list = el("fieldset", { class: "lines" });
  }

  async load() {
    try {
      const desk = await get("/api/hand/lines");
      this.fewest = desk.fewest;
      this.lay(desk.lines);
      this.lesson.watch(desk.lesson, false);
    } catch (error) {
      complain(error);
    }
  }

  /** Lays out all sentences with what is written of them. */
  lay(lines) {
    this.lines = lines;
    this.list.replaceChildren(el("legend", {}, t("hand.lines.sentences")), ...lines.map((line, at) => this.row(line, at)));
    this.choose(Math.max(0, lines.findIndex(({ strokes }) => strokes.length === 0)));
  }

  row(line, at) {
    const input = el("input", { type: "radio", name: "line", value: at, onchange: () => this.turnTo(at) });
    const row = el("label", { class: "copy-row" }, input, el("span", { "aria-hidden": "true" }), el("span", { class: "doubt" }));
    this.fill(row, line, at);
    return row;
  }

  fill(row, line, at) {
    const [input, face, doubt] = row.children;
    const written = line.strokes.length > 0;
    const values = { number: at + 1, text: line.text, doubt: line.doubt };
    input.setAttribute("aria-label",
      !written ? t("hand.lines.empty", values) : line.doubt ? t("hand.lines.doubted", values) : t("hand.lines.written", values));
    row.classList.toggle("drawn", written);
    face.replaceChildren(written ? miniature(line.strokes) : line.text);
    doubt.textContent = line.doubt && at !== this.at ? t("hand.lines.againOrLeave", { wrong: wrong(line) }) : "";
  }

  current() {
    return this.lines[this.at];
  }

  /** Goes to a line, once the one before is kept. */
  async turnTo(at) {
    await this.keepNow();
    this.choose(at);
  }

  choose(at) {
    const before = this.at;
    this.at = at;
    this.asked = Boolean(this.current().doubt);
    this.sketch.turn();
    this.text.replaceChildren(this.current().text);
    this.sketch.element.setAttribute("aria-label", t("hand.lines.place", { number: at + 1 }));
    this.list.querySelectorAll("input")[at].checked = true;
    this.refreshRow(before);
    this.refresh();
  }

  refreshRow(at) {
    const row = this.list.querySelectorAll("label")[at];
    if (row) this.fill(row, this.lines[at], at);
  }

  refresh() {
    const { strokes, doubt } = this.current();
    this.sketch.show([...strokes], []);
    this.undo.disabled = strokes.length === 0;
    this.redo.disabled = strokes.length === 0;
    const shown = doubt && this.asked;
    this.next.textContent = strokes.length === 0 ? t("hand.skip") : shown ? t("hand.lines.keep") : t("hand.lines.next");
    this.doubt.textContent = shown ? t("hand.lines.anewOrKeep", { wrong: wrong(this.current()) }) : "";
    this.refreshRow(this.at);
    const written = this.lines.filter((line) => line.strokes.length > 0);
    const characters = written.reduce((sum, { text }) => sum + text.length, 0);
    this.lesson.tell(said(written.length, this.lines.length, characters >= this.fewest), characters >= this.fewest);
  }

  /** A stroke ended. */
  drawn() {
    this.keep([...this.sketch.strokes]);
  }

  undoStroke() {
    this.keep(this.current().strokes.slice(0, -1));
  }

  wipe() {
    this.keep([]);
    this.sketch.element.focus();
  }

  /** Keeps the strokes of the line in hand: at once on the page, on disk when the pen rests. */
  keep(strokes) {
    Object.assign(this.current(), { strokes, doubt: null });
    this.asked = false;
    this.changed = this.current();
    this.refresh();
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.keepNow(), REST_MILLIS);
  }

  /** Resolves when all is on disk, and checked. */
  keepNow() {
    clearTimeout(this.resting);
    const line = this.changed;
    this.changed = null;
    if (line) this.saving = this.saving.then(() => this.save(line));
    return this.saving;
  }

  async save(line) {
    const { text, strokes } = line;
    try {
      const kept = await post("/api/hand/lines/write", { text, strokes });
      // It may have grown in the meantime.
      if (line.strokes === strokes) line.doubt = kept.doubt ?? null;
    } catch (error) {
      complain(error);
    }
  }

  /** The next line that is not written yet, or just the next; one that the reader doubts is shown first. */
  async goOn() {
    const line = this.current();
    await this.keepNow();
    if (line !== this.current()) return;
    if (line.doubt && !this.asked) {
      this.asked = true;
      this.refresh();
      return;
    }
    const order = this.lines.map((_, i) => (this.at + 1 + i) % this.lines.length);
    this.choose(order.find((i) => this.lines[i].strokes.length === 0 && i !== this.at) ?? order[0]);
    this.sketch.element.focus({ preventScroll: true });
  }

  step(by) {
    this.turnTo((this.at + by + this.lines.length) % this.lines.length);
  }

  key(event) {
    const actions = {
      Enter: () => this.goOn(), Delete: () => this.wipe(), Backspace: () => this.undoStroke(),
      ArrowDown: () => this.step(1), ArrowUp: () => this.step(-1),
    };
    if (!actions[event.key] || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    actions[event.key]();
  }

  async clear() {
    try {
      await this.keepNow();
      this.lay((await post("/api/hand/lines/clear", {})).lines);
      say(t("hand.lines.aside"), { label: t("hand.back"), run: () => this.restore() });
    } catch (error) {
      complain(error);
    }
  }

  async restore() {
    try {
      this.lay((await post("/api/hand/lines/restore", {})).lines);
    } catch (error) {
      complain(error);
    }
  }

  leave() {
    this.keepNow();
    this.lesson.leave();
  }
}

function said(count, all, enough) {
  if (!enough) return t("hand.lines.few", { count, all });
  if (count < all) return t("hand.lines.enough", { count, all });
  return t("hand.lines.all");
}

/** Such as: The reader finds "ten" in it, not "tea". */
function wrong({ doubt, text }) {
  return t("hand.lines.wrong", { doubt: `${doubt[0].toUpperCase()}${doubt.slice(1)}`, text });
}

function button(label, run, style = "") {
  return el("button", { type: "button", class: style, onclick: run }, label);
}

function miniature(strokes) {
  return svg("svg", { viewBox: `${LINE.left} -230 ${LINE.width} 360`, preserveAspectRatio: "xMinYMid meet" }, svg("path", { d: path(strokes) }));
}
