// Sheet music of a tune: the server engraves it for the width there is; notes and bars can be pointed at.
import { address } from "./api.js";
import { el } from "./dom.js";
import { complain } from "./notice.js";

const NARROWEST = 240;
const WIDEST = 2000;
const SVG = "image/svg+xml";

export class Sheet {
  /**
   * @param {string} midi file of the workspace
   * @param {{ onbar?: (bar: number) => void, onnote?: (notes: number[], element: Element) => void }} [heard]
   *   onbar hears the number of a bar, from 1; onnote the places of a head's notes among those of the piano roll
   */
  constructor(midi, { onbar = () => {}, onnote = () => {} } = {}) {
    this.onbar = onbar;
    this.onnote = onnote;
    this.element = el("div", { class: "sheet" });
    this.element.addEventListener("click", (event) => this.point(event.target));
    this.element.addEventListener("keydown", (event) => this.key(event));
    this.notes = [];
    this.bars = [];
    this.sounding = new Set();
    this.chosen = [0, 0];
    this.asked = 0;
    this.drawn = 0;
    this.watch();
    if (midi) this.load(midi);
  }

  /** Shows a file; resolves when it is drawn. */
  async load(midi) {
    this.midi = midi;
    const asked = ++this.asked;
    this.element.setAttribute("aria-busy", "true");
    try {
      // Who made the sheet puts it into the page next; only then is its width known.
      await new Promise((resolve) => { setTimeout(resolve); });
      this.drawn = this.width();
      const picture = await engraved(midi, this.drawn);
      if (asked !== this.asked) return;
      this.show(picture);
    } catch (error) {
      if (asked === this.asked) complain(error);
    } finally {
      if (asked === this.asked) this.element.removeAttribute("aria-busy");
    }
  }

  /** Moves the cursor: the notes that sound are marked, and their system comes into view. */
  at(seconds) {
    const now = this.notes.filter((note) => note.start <= seconds + 1e-3 && seconds < note.end);
    const elements = new Set(now.map((note) => note.element));
    this.sounding.forEach((element) => !elements.has(element) && element.classList.remove("sounding"));
    elements.forEach((element) => element.classList.add("sounding"));
    this.sounding = elements;
    const bar = this.bars.find((each) => each.start <= seconds + 1e-3 && seconds < each.end);
    if (bar && bar !== this.bar) {
      this.bar?.element.classList.remove("playing");
      bar.element.classList.add("playing");
      this.bar = bar;
      this.reveal(bar.element);
    }
  }

  /** Takes the cursor away. */
  away() {
    this.sounding.forEach((element) => element.classList.remove("sounding"));
    this.sounding = new Set();
    this.bar?.element.classList.remove("playing");
    this.bar = null;
  }

  /** Shows bars as chosen, from 1, both included; none for 0. */
  choose(fromBar, toBar) {
    this.chosen = [fromBar, toBar];
    for (const { number, element } of this.bars) {
      element.classList.toggle("chosen", number >= fromBar && number <= toBar);
    }
  }

  /** The elements of a note, by its place among the notes of the piano roll. */
  of(note) {
    return this.notes.filter((each) => each.notes.includes(note)).map((each) => each.element);
  }

  show(picture) {
    this.bar = null;
    this.sounding = new Set();
    this.element.replaceChildren(picture);
    this.bars = [...picture.querySelectorAll(".bar")].map((element) => ({
      element, number: Number(element.dataset.bar), start: Number(element.dataset.start), end: Number(element.dataset.end),
    }));
    this.notes = [...picture.querySelectorAll(".note")].map((element) => ({
      element,
      notes: element.dataset.note.split(" ").map(Number),
      start: Number(element.dataset.start),
      end: Number(element.dataset.end),
    }));
    this.choose(...this.chosen);
  }

  point(target) {
    const note = target.closest?.(".note");
    const bar = target.closest?.("[data-bar]");
    if (note) this.onnote(note.dataset.note.split(" ").map(Number), note);
    if (bar) this.onbar(Number(bar.dataset.bar));
  }

  key(event) {
    if (event.key !== "Enter" && event.key !== " ") return;
    if (!event.target.closest?.(".note")) return;
    event.preventDefault();
    this.point(event.target);
  }

  width() {
    const wide = Math.round(this.element.clientWidth || 900);
    return Math.min(WIDEST, Math.max(NARROWEST, wide));
  }

  /** Engraves anew when the room changes by more than a little, once it rests. */
  watch() {
    let timer;
    const observer = new ResizeObserver(() => {
      clearTimeout(timer);
      if (!this.midi || !this.element.clientWidth || Math.abs(this.width() - this.drawn) <= 24) return;
      timer = setTimeout(() => this.load(this.midi), 300);
    });
    observer.observe(this.element);
  }

  reveal(element) {
    const box = element.getBoundingClientRect();
    const view = this.element.scrollHeight > this.element.clientHeight + 1
      ? this.element.getBoundingClientRect() : { top: 0, bottom: window.innerHeight };
    if (box.top >= view.top && box.bottom <= view.bottom) return;
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ block: "center", inline: "nearest", behavior: calm ? "auto" : "smooth" });
  }
}

/** The picture as an element of this page. */
async function engraved(midi, width) {
  const response = await fetch(address("/api/sheet", { name: midi, width }));
  if (!response.ok) {
    const { error } = await response.json().catch(() => ({}));
    throw new Error(error ?? response.statusText);
  }
  const parsed = new DOMParser().parseFromString(await response.text(), SVG);
  const picture = document.adoptNode(parsed.documentElement);
  picture.setAttribute("role", "group");
  picture.setAttribute("aria-label", picture.querySelector("title")?.textContent ?? midi);
  return picture;
}
