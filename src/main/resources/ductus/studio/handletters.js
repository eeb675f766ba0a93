// A hand of one's own from single characters: a place to draw at the left, all of them at the right.
import { address, get, post } from "./api.js";
import { el, svg } from "./dom.js";
import { Cells } from "./handcells.js";
import { handSheet } from "./handsheet.js";
import { Lesson } from "./lesson.js";
import { complain, say } from "./notice.js";
import { Sketch, UNITS } from "./sketch.js";
import { t } from "./words.js";

const MOST_EXAMPLES = 5;
const SMALL = /^[a-z]$/;

/** Adds the page to main; returns what to call when it is left. */
export function handLetters(main) {
  const page = new Letters();
  main.append(el("div", { class: "desk hand-desk" }, page.panel, page.board));
  page.load();
  return () => page.leave();
}

class Letters {
  constructor() {
    this.drawings = {};
    this.characters = [];
    this.doubtful = new Set();
    this.character = "a";
    this.example = 0;
    this.saving = Promise.resolve();
    this.sketch = new Sketch(() => this.drawn());
    this.sketch.element.addEventListener("keydown", (event) => this.key(event));
    this.name = el("h2", {});
    this.word = el("div", { class: "word" });
    this.undo = button(t("hand.undo"), () => this.undoStroke());
    this.redo = button(t("hand.letters.anew"), () => this.wipe());
    this.another = button(t("hand.letters.another"), () => this.more());
    this.next = button(t("hand.letters.next"), () => this.goOn(), "primary");
    this.panel = el("section", { class: "panel", "aria-label": t("hand.letters.drawing") },
      this.name, this.sketch.element,
      el("div", { class: "actions draw-actions" }, this.undo, this.redo, this.another, this.next), this.word,
      handSheet("letters", (taken) => this.take(taken)));
    this.lesson = new Lesson("/api/hand/learn", () => this.saving, () => this.clear());
    this.cells = new Cells((character) => this.choose(character));
    this.board = el("div", { class: "results" }, this.lesson.element, this.cells.element);
  }

  async load() {
    try {
      const desk = await get("/api/hand");
      this.characters = [...desk.characters];
      this.fewest = desk.fewest;
      this.lay(desk.drawings);
      this.lesson.watch(desk.lesson, false);
    } catch (error) {
      complain(error);
    }
  }

  /** Lays out all characters with what is drawn of them. */
  lay(drawings) {
    this.drawings = drawings;
    this.cells.lay(this.characters, drawings, this.doubtful);
    this.choose(this.characters.find((character) => this.doubtful.has(character) || !this.has(character)) ?? this.characters[0]);
  }

  /** What a sheet brought; characters that may be wrong are to be looked at. */
  take({ desk, doubtful }) {
    this.doubtful = new Set(doubtful ?? []);
    this.lay(desk.drawings);
  }

  has(character) {
    return (this.drawings[character] ?? []).length > 0;
  }

  /** Goes to a character. */
  choose(character) {
    this.character = character;
    const examples = this.drawings[character] ?? [];
    this.example = Math.max(0, examples.length - 1);
    this.name.replaceChildren(`${t("hand.letters.draw")} `, el("span", { class: "big" }, character));
    this.sketch.element.setAttribute("aria-label", t("hand.letters.place", { character }));
    this.cells.check(character);
    this.refresh();
    this.showWord(null);
    if (this.has(character)) this.askWord(character);
  }

  current() {
    return (this.drawings[this.character] ?? [])[this.example] ?? [];
  }

  refresh() {
    const examples = this.drawings[this.character] ?? [];
    const own = this.current();
    this.sketch.show([...own], examples.filter((_, i) => i !== this.example));
    this.undo.disabled = own.length === 0;
    this.redo.disabled = own.length === 0;
    this.another.disabled = own.length === 0 || examples.length >= MOST_EXAMPLES;
    this.next.textContent = own.length === 0 ? t("hand.skip") : t("hand.letters.next");
    this.cells.show(this.character, examples, this.doubtful.has(this.character));
    const drawn = this.characters.filter((each) => this.has(each));
    this.lesson.tell(said(drawn, this.characters, this.fewest), drawn.length >= this.fewest);
  }

  /** A stroke ended. */
  drawn() {
    this.keep([...this.sketch.strokes]);
  }

  undoStroke() {
    this.keep(this.current().slice(0, -1));
  }

  wipe() {
    this.keep([]);
    this.sketch.element.focus();
  }

  /** Keeps the strokes of the example in hand. */
  keep(strokes) {
    const examples = [...(this.drawings[this.character] ?? [])];
    if (strokes.length > 0) examples[this.example] = strokes;
    else examples.splice(this.example, 1);
    this.drawings[this.character] = examples;
    this.doubtful.delete(this.character);
    this.refresh();
    this.save(this.character);
  }

  /** One after the other, so that the last one counts. */
  save(character) {
    const examples = this.drawings[character];
    this.saving = this.saving.then(async () => {
      try {
        const answer = await post("/api/hand/draw", { character, examples });
        if (character === this.character) this.showWord(answer.word);
      } catch (error) {
        complain(error);
      }
    });
  }

  async askWord(character) {
    try {
      const answer = await get(address("/api/hand/word", { character }));
      if (character === this.character) this.showWord(answer.word);
    } catch (error) {
      complain(error);
    }
  }

  showWord(word) {
    if (!word) {
      this.word.replaceChildren(el("p", { class: "pale" }, t("hand.letters.word")));
      return;
    }
    const width = Math.max(word.width + 60, 500);
    const left = (word.width - width) / 2;
    this.word.replaceChildren(svg(
      "svg",
      { viewBox: `${left} -250 ${width} 370`, role: "img", "aria-label": t("hand.letters.inWord", { character: this.character, word: word.text }) },
      svg("line", { class: "guide baseline", x1: left, x2: left + width, y1: 0, y2: 0 }),
      svg("line", { class: "guide x-height", x1: left, x2: left + width, y1: -UNITS, y2: -UNITS }),
      svg("path", { class: "others", d: word.others }), svg("path", { class: "own", d: word.own })));
  }

  more() {
    this.example = (this.drawings[this.character] ?? []).length;
    this.refresh();
    this.sketch.element.focus();
  }

  /** The next that is not drawn yet, or just the next. */
  goOn() {
    const at = this.characters.indexOf(this.character);
    const later = [...this.characters.slice(at + 1), ...this.characters.slice(0, at)];
    this.choose(later.find((character) => !this.has(character)) ?? later[0]);
    this.sketch.element.focus({ preventScroll: true });
  }

  step(by) {
    const at = this.characters.indexOf(this.character);
    this.choose(this.characters[(at + by + this.characters.length) % this.characters.length]);
  }

  key(event) {
    const actions = {
      Enter: () => this.goOn(), Delete: () => this.wipe(), Backspace: () => this.undoStroke(),
      ArrowRight: () => this.step(1), ArrowLeft: () => this.step(-1),
    };
    if (!actions[event.key] || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    actions[event.key]();
  }

  async clear() {
    try {
      await this.saving;
      this.lay((await post("/api/hand/clear", {})).drawings);
      say(t("hand.letters.aside"), { label: t("hand.back"), run: () => this.restore() });
    } catch (error) {
      complain(error);
    }
  }

  async restore() {
    try {
      this.lay((await post("/api/hand/restore", {})).drawings);
    } catch (error) {
      complain(error);
    }
  }

  leave() {
    this.lesson.leave();
  }
}

function said(drawn, characters, fewest) {
  const missing = characters.filter((character) => SMALL.test(character) && !drawn.includes(character));
  const count = drawn.length;
  if (count < fewest) return t("hand.letters.few", { count, fewest });
  if (missing.length > 0) return t("hand.letters.missing", { drawn: count, letters: missing.join(" "), count: missing.length });
  return t("hand.letters.all", { count });
}

function button(label, run, style = "") {
  return el("button", { type: "button", class: style, onclick: run }, label);
}
