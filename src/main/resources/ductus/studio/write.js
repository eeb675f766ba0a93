// Handwriting: the paper in the middle, written as one types; what it says and how it looks at its side.
import { address, parameter, post } from "./api.js";
import { el } from "./dom.js";
import { complain, say } from "./notice.js";
import { blockOf, carried, nothing, withPlaces, withWordAnew } from "./writeanchors.js";
import { Arranged } from "./writearranged.js";
import { LetterFields } from "./writefields.js";
import { Hands } from "./writehands.js";
import { Hold } from "./writehold.js";
import { Live } from "./writelive.js";
import { Merge } from "./writemerge.js";
import { recalled, remember } from "./writememory.js";
import { download, Saving } from "./writesave.js";
import { Sheets } from "./writesheets.js";
import { DraftShelf } from "./writeshelf.js";
import { LetterText } from "./writetext.js";
import { Zoom } from "./writezoom.js";
import { Ground } from "./writeground.js";
import { t } from "./words.js";

export const keeps = true;

const MINUTE = 60;

export function mount(main) {
  const page = new Write();
  main.append(page.element);
  page.enter();
  return { enter: () => page.enter(), leave: () => page.live.stop() };
}

class Write {
  constructor() {
    this.desk = crypto.randomUUID();
    this.arranged = new Arranged();
    this.shownText = "";
    this.seed = newSeed();
    const changed = () => this.changed();
    this.text = new LetterText({ changed, align: (lines, alignment) => this.arrange(withPlaces(this.arranged.now, lines, () => ({ alignment }))) });
    this.hands = new Hands(changed);
    this.fields = new LetterFields(changed);
    this.merge = new Merge({
      changed, text: () => this.text.value, save: (text) => post("/api/write", this.wish(text)),
      done: (name) => { download(address("/api/save", { name })); say(t("write.merge.done")); this.shelf.load(); },
    });
    this.shelf = new DraftShelf((text) => { this.text.value = text; this.changed(); });
    this.sheets = new Sheets();
    this.zoom = new Zoom(this.sheets);
    this.hold = new Hold(this.sheets, {
      chosen: (word) => this.chose(word), anew: (word) => this.anew(word),
      move: (line, right, up) => this.move(line, right, up), with: (line) => this.together(line),
    });
    this.ground = new Ground(this.sheets, () => this.saving.offerPaper(this.ground.picture != null));
    this.saving = new Saving({ settled: () => this.live.settled(), wish: () => this.wish(this.shownText), saved: () => this.shelf.load(), paper: () => this.ground.base64(...this.sheets.size()) });
    this.live = new Live({
      send: (text, signal) => this.ask(text, signal), show: (view) => this.show(view), fail: (error) => this.fail(error),
      tell: (busy) => this.tell(busy), halt: () => { post("/api/write/stop", { desk: this.desk }).catch(() => {}); },
    });
    this.element = this.build();
    this.element.addEventListener("keydown", (event) => this.key(event));
    this.recall();
  }

  build() {
    const button = (label, run) => el("button", { type: "button", onclick: run }, label);
    this.again = button(t("write.anew"), () => this.hold.current && this.anew(this.hold.current));
    this.undo = button(t("write.undo"), () => this.undone());
    this.again.disabled = true;
    this.undo.disabled = true;
    this.block = el("input", { type: "checkbox", id: "whole-block" });
    this.status = el("p", { class: "written", role: "status" }, t("write.empty"));
    this.trouble = el("p", { class: "trouble", role: "alert", hidden: true });
    return el("div", { class: "writing" },
      el("form", { class: "panel letter", "aria-label": t("write.form"), onsubmit: (event) => event.preventDefault() },
        el("div", { class: "letter-text" }, el("h1", {}, t("write.title")), this.text.element),
        el("div", { class: "letter-more" }, this.hands.element, this.fields.element, this.ground.element, this.merge.element, this.shelf.element,
          el("details", {}, el("summary", {}, t("write.start")),
            el("div", { class: "actions" }, button(t("write.fresh"), () => this.fresh()), button(t("write.clear"), () => this.clear()))))),
      el("section", { class: "desktop", "aria-label": t("write.paper.label") },
        el("div", { class: "desktop-bar" }, this.saving.element, this.zoom.choice),
        el("div", { class: "desktop-bar" }, this.again, this.undo,
          el("label", { class: "check small", for: "whole-block" }, this.block, t("write.block")), this.status),
        this.trouble, this.zoom.element, el("p", { class: "pale small how", id: "write-how" }, t("write.how"))));
  }

  /** What the address asks for is taken over, whatever was there before. */
  async enter() {
    const model = parameter("model") ?? "";
    try {
      if (this.model === model) {
        if (parameter("hand")) this.hands.choose(parameter("hand"));
        await this.shelf.load();
      } else {
        this.model = model;
        await this.hands.load(model, this.wished);
      }
      if (this.text.value.trim()) this.changed();
    } catch (error) {
      complain(error);
    }
  }

  wish(text) {
    return {
      text, hands: this.hands.weights(), seed: this.seed, model: this.model,
      arrangement: carried(this.arranged.now, this.text.value, text), ...this.fields.wish(),
    };
  }

  changed() {
    this.arranged.follow(this.text.value);
    remember({
      text: this.arranged.text, arrangement: this.arranged.now, seed: this.seed, fields: this.fields.values(), hand: this.hands.chosen() ?? this.wished });
    this.trouble.hidden = true;
    if (this.text.value.trim()) {
      this.live.ask(this.text.value);
      return;
    }
    this.live.stop();
    this.sheets.clear();
    this.shownText = "";
    this.status.textContent = t("write.empty");
  }

  async ask(text, signal) {
    const filled = await this.merge.filled(text);
    const letter = { ...this.wish(filled), arrangement: carried(this.arranged.now, this.text.value, filled) };
    return { text: filled, ...await post("/api/write/live", { desk: this.desk, have: this.sheets.have(), letter }, signal) };
  }

  show(view) {
    this.shownText = view.text;
    this.sheets.show(view);
    this.zoom.lay();
    const lost = document.activeElement === document.body && this.focusing;
    const held = this.hold.mark();
    if (lost) held?.focus({ preventScroll: true });
    this.focusing = false;
    this.again.disabled = !this.hold.current;
    const lacking = Object.entries(view.substitutes).map(([character, other]) =>
      other.trim() ? t("write.instead", { other: other.trim(), character }) : t("write.leftOut", { character }));
    this.status.textContent = [
      t("write.sheets", { count: view.pages.length }),
      view.plotSeconds == null ? t("write.plot.cannot") : time(view.plotSeconds),
      lacking.length > 0 ? t("write.lacks", { lacking: lacking.join(", ") }) : "",
    ].filter(Boolean).join(" · ");
  }

  fail(error) {
    this.trouble.textContent = error.message;
    this.trouble.hidden = false;
    this.status.textContent = "";
  }

  tell(busy) {
    this.element.classList.toggle("busy", busy);
    if (busy) this.status.textContent = t("write.busy");
  }

  /** A place on the page that is shown, in the text as it is now; null where it is gone. */
  now({ line, word = 0 }) {
    const { words } = carried({ words: [{ line, word, take: 1 }], paragraphs: [] }, this.shownText, this.text.value);
    return words[0] ?? null;
  }

  chose(word) {
    this.again.disabled = !word;
    this.again.textContent = word ? t("write.anewWord", { word: word.text }) : t("write.anew");
  }

  anew(word) {
    const place = this.now(word);
    this.focusing = this.zoom.element.contains(document.activeElement);
    if (place) this.arrange(withWordAnew(this.arranged.now, place.line, place.word));
  }

  together(line) {
    return this.block.checked ? blockOf(this.shownText, line) : [line];
  }

  /** Moves a line or its block by some millimetres, as far as the paper reaches. */
  move(line, right, up) {
    const moved = this.together(line);
    const [x, y] = this.sheets.within(moved, right, -up);
    const lines = moved.map((each) => this.now({ line: each })?.line).filter((each) => each != null);
    this.focusing = true;
    this.arrange(withPlaces(this.arranged.now, lines, (place) => ({ right: round(place.right + x), up: round(place.up - y) })));
  }

  arrange(arrangement) {
    this.arranged.change(arrangement);
    this.undo.disabled = false;
    this.changed();
  }

  undone() {
    if (this.arranged.back()) this.changed();
    this.undo.disabled = !this.arranged.changed;
  }

  key(event) {
    if (event.key === "Escape" && (this.hold.letGo() || this.live.stop())) this.status.textContent = t("write.stopped");
    if (event.key === "z" && (event.ctrlKey || event.metaKey) && this.zoom.element.contains(event.target)) {
      event.preventDefault();
      this.undone();
    }
  }

  /** All of it is written anew: no line is as it was. */
  fresh() {
    this.seed = newSeed();
    this.arrange({ ...this.arranged.now, words: [] });
  }

  clear() {
    this.undo.disabled = true;
    this.merge.clear();
    this.text.value = "";
    this.arranged.begin("", nothing());
    this.fields.set();
    this.seed = newSeed();
    this.changed();
    this.text.area.focus();
  }

  recall() {
    const letter = recalled();
    if (!letter) return;
    this.text.value = letter.text;
    this.arranged.begin(letter.text, letter.arrangement);
    this.seed = letter.seed;
    this.wished = letter.hand;
    this.fields.set(letter.fields);
  }
}

function newSeed() {
  return String(crypto.getRandomValues(new Uint32Array(1))[0]);
}

function round(millimetres) {
  return Math.round(millimetres * 10) / 10;
}

function time(seconds) {
  return seconds < MINUTE ? t("write.plot.seconds", { count: Math.round(seconds) }) : t("write.plot.minutes", { count: Math.round(seconds / MINUTE) });
}
