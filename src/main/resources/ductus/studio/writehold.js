// Taking hold of what is written: a word to be written anew, a line or a block to be moved, with pointer, touch or keys.
import { set } from "./dom.js";

const FAR = 4;
/** @type {Record<string, [number, number]>} */
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

export class Hold {
  /**
   * @param {import("./writesheets.js").Sheets} sheets
   * @param {{ chosen: (word: any) => void, anew: (word: any) => void, move: (line: number, right: number, up: number) => void, with: (line: number) => number[] }} told
   */
  constructor(sheets, told) {
    this.sheets = sheets;
    this.told = told;
    this.current = null;
    const pages = sheets.element;
    pages.addEventListener("click", (event) => this.choose(wordOf(event.target)));
    pages.addEventListener("dblclick", (event) => wordOf(event.target) && this.told.anew(place(wordOf(event.target))));
    pages.addEventListener("focusin", (event) => wordOf(event.target) && this.choose(wordOf(event.target)));
    pages.addEventListener("keydown", (event) => this.key(event));
    pages.addEventListener("pointerdown", (event) => this.take(event));
    pages.addEventListener("pointermove", (event) => this.drag(event));
    pages.addEventListener("pointerup", () => this.drop());
    pages.addEventListener("pointercancel", () => this.letGo());
  }

  choose(word) {
    this.current = word ? place(word) : null;
    this.mark();
    this.told.chosen(this.current);
  }

  /** Marks the word that is held, after lines were drawn anew; the way by Tab leads to it, or to the first. */
  mark() {
    const words = this.sheets.words();
    const held = this.current && this.sheets.word(this.current.line, this.current.word);
    if (this.current && !held) this.current = null;
    words.forEach((word, i) => {
      word.classList.toggle("held", word === held);
      set(word, { tabindex: word === (held ?? words[0]) ? 0 : -1, "aria-pressed": String(word === held) });
    });
    return held;
  }

  key(event) {
    const word = wordOf(event.target);
    if (!word) return;
    const step = STEPS[event.key];
    if (event.key === "Enter" || event.key === " ") this.told.anew(place(word));
    else if (step && event.shiftKey) this.told.move(place(word).line, ...step);
    else if (step) this.go(word, event.key);
    else return;
    event.preventDefault();
  }

  go(word, key) {
    const words = this.sheets.words();
    const at = words.indexOf(word);
    if (key === "ArrowLeft" || key === "ArrowRight") {
      words[at + (key === "ArrowLeft" ? -1 : 1)]?.focus();
      return;
    }
    const lines = [...new Set(words.map((each) => each.parentNode))];
    const next = lines[lines.indexOf(word.parentNode) + (key === "ArrowUp" ? -1 : 1)];
    const first = /** @type {SVGElement | null} */ (next?.querySelector(".ink-word"));
    first?.focus();
  }

  take(event) {
    const word = wordOf(event.target);
    // A finger scrolls the page, unless it lies on the word that is held.
    if (!word || event.button > 0 || (event.pointerType === "touch" && !word.classList.contains("held"))) return;
    const sheet = word.ownerSVGElement;
    const scale = sheet.viewBox.baseVal.width / sheet.getBoundingClientRect().width;
    this.taken = { line: place(word).line, x: event.clientX, y: event.clientY, scale, right: 0, up: 0, moving: false };
    event.preventDefault();
    word.focus({ preventScroll: true });
  }

  drag(event) {
    const taken = this.taken;
    if (!taken) return;
    const x = event.clientX - taken.x;
    const y = event.clientY - taken.y;
    if (!taken.moving && Math.hypot(x, y) < FAR) return;
    if (!taken.moving) this.sheets.element.setPointerCapture(event.pointerId);
    taken.moving = true;
    taken.right = x * taken.scale;
    taken.up = -y * taken.scale;
    this.shift(taken);
  }

  shift({ line, right, up }) {
    const lines = this.told.with(line);
    for (const word of this.sheets.words()) {
      if (!lines.includes(place(word).line)) continue;
      if (right || up) word.setAttribute("transform", `translate(${right} ${-up})`);
      else word.removeAttribute("transform");
    }
  }

  drop() {
    const taken = this.taken;
    this.taken = null;
    if (taken?.moving) this.told.move(taken.line, taken.right, taken.up);
  }

  /** Leaves what was dragged where it was; whether something was. */
  letGo() {
    const taken = this.taken;
    this.taken = null;
    if (!taken?.moving) return false;
    this.shift({ line: taken.line, right: 0, up: 0 });
    return true;
  }
}

function wordOf(target) {
  return target.closest?.(".ink-word");
}

function place(word) {
  return { line: Number(word.dataset.line), word: Number(word.dataset.word), text: word.getAttribute("aria-label") };
}
