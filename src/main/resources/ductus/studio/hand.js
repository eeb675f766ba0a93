// A hand of one's own, from characters (a place to draw at the left, all of them at the right) or from sentences.
import { address, get, parameter, post } from "./api.js";
import { el, svg } from "./dom.js";
import { handLines } from "./handlines.js";
import { handSheet } from "./handsheet.js";
import { Lesson } from "./lesson.js";
import { complain, say } from "./notice.js";
import { Sketch, UNITS, path } from "./sketch.js";

const MOST_EXAMPLES = 5;
const GROUPS = [
  ["Small letters", (c) => /[a-z]/.test(c)], ["Capitals", (c) => /[A-Z]/.test(c)], ["Digits", (c) => /[0-9]/.test(c)],
  ["Signs", (c) => /[^a-zA-Z0-9]/.test(c)],
];

const SMALL = /^[a-z]$/;
const WAYS = [["", "Single characters", "Draw each character once, with pen, finger or mouse. The small letters are enough to begin with; a minute later the page writes in your hand. Nothing leaves this machine."],
  ["sentences", "Running script", "Copy sentences as you always write, joined or not, with pen, finger or mouse: the page learns how your letters hang together. Three lines are enough to begin with, all ten are better. Nothing leaves this machine."]];

export function mount(main) {
  const by = parameter("by") ?? "";
  const [, , lead] = WAYS.find(([way]) => way === by) ?? WAYS[0];
  main.append(
    el("h1", {}, "My hand"),
    el("nav", { class: "ways", "aria-label": "How to show your hand" }, WAYS.map(([way, name]) =>
      el("a", { href: way ? `#hand?by=${way}` : "#hand", "aria-current": way === by ? "true" : null }, name))),
    el("p", { class: "lead" }, lead));
  if (by === "sentences") return handLines(main);
  const page = new MyHand();
  main.append(el("div", { class: "desk hand-desk" }, page.panel, page.board));
  page.load();
  return () => page.leave();
}

class MyHand {
  constructor() {
    this.drawings = {};
    this.characters = [];
    this.character = "a";
    this.example = 0;
    this.saving = Promise.resolve();
    this.sketch = new Sketch(() => this.drawn());
    this.sketch.element.addEventListener("keydown", (event) => this.key(event));
    this.name = el("h2", {});
    this.word = el("div", { class: "word" });
    this.undo = button("Undo stroke", () => this.undoStroke());
    this.redo = button("Draw anew", () => this.wipe());
    this.another = button("Another example", () => this.more());
    this.next = button("Next", () => this.goOn(), "primary");
    this.panel = el("section", { class: "panel", "aria-label": "Drawing" },
      this.name, this.sketch.element,
      el("div", { class: "actions draw-actions" }, this.undo, this.redo, this.another, this.next), this.word,
      handSheet((desk) => this.lay(desk.drawings)));
    this.lesson = new Lesson("/api/hand/learn", () => this.saving, () => this.clear());
    this.cells = el("div", { class: "cells" });
    this.board = el("div", { class: "results" }, this.lesson.element, this.cells);
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
    this.cells.replaceChildren(...GROUPS.map(([name, belongs]) =>
      el("fieldset", {}, el("legend", {}, name),
        el("div", { class: "cell-grid" }, this.characters.filter(belongs).map((character) => this.cell(character))))));
    this.choose(this.characters.find((character) => !this.has(character)) ?? this.characters[0]);
  }

  cell(character) {
    const input = el("input", { type: "radio", name: "character", value: character, onchange: () => this.choose(character) });
    const cell = el("label", { class: "cell" }, input, el("span", { "aria-hidden": "true" }));
    this.fill(cell, character);
    return cell;
  }

  fill(cell, character) {
    const examples = this.drawings[character] ?? [];
    const drawn = examples.length > 0;
    const [input, face] = cell.children;
    input.setAttribute("aria-label", `${character}, ${drawn ? `drawn${examples.length > 1 ? ` ${examples.length} times` : ""}` : "not drawn yet"}`);
    cell.classList.toggle("drawn", drawn);
    face.replaceChildren(drawn ? miniature(examples[0]) : character);
  }

  has(character) {
    return (this.drawings[character] ?? []).length > 0;
  }

  /** Goes to a character. */
  choose(character) {
    this.character = character;
    const examples = this.drawings[character] ?? [];
    this.example = Math.max(0, examples.length - 1);
    this.name.replaceChildren("Draw ", el("span", { class: "big" }, character));
    this.sketch.element.setAttribute("aria-label",
      `Place to draw ${character}. Enter goes to the next character, Delete begins it anew, arrow keys choose another.`);
    const radio = this.cells.querySelector(`input[value="${CSS.escape(character)}"]`);
    if (radio) radio.checked = true;
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
    this.next.textContent = own.length === 0 ? "Skip" : "Next";
    const cell = this.cells.querySelector(`input[value="${CSS.escape(this.character)}"]`)?.parentElement;
    if (cell) this.fill(cell, this.character);
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
      this.word.replaceChildren(el("p", { class: "pale" }, "Here you will see it in a word of yours."));
      return;
    }
    const width = Math.max(word.width + 60, 500);
    const left = (word.width - width) / 2;
    this.word.replaceChildren(svg(
      "svg",
      { viewBox: `${left} -250 ${width} 370`, role: "img", "aria-label": `${this.character} in "${word.text}", as it will be written` },
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
      say("All drawings are put aside", { label: "Undo", run: () => this.restore() });
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
  if (count < fewest) return `${count} drawn. With ${fewest} you can try your hand, but draw a to z if you can.`;
  if (missing.length > 0) return `${count} drawn; of the small letters ${missing.join(" ")} ${missing.length === 1 ? "is" : "are"} missing.`;
  return `${count} drawn, all small letters among them: give your hand a name and let the page learn it. Whatever is missing can be drawn later.`;
}

function button(label, run, style = "") {
  return el("button", { type: "button", class: style, onclick: run }, label);
}

function miniature(strokes) {
  const points = strokes.flat();
  const middle = UNITS * (Math.min(...points.map(([x]) => x)) + Math.max(...points.map(([x]) => x))) / 2;
  return svg("svg", { viewBox: `${middle - 150} -210 300 320` }, svg("path", { d: path(strokes) }));
}
