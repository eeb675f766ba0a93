// How far a lesson is: a bar, the time left, and a button that stops it.
import { el } from "./dom.js";
import { LessonClock } from "./lessonclock.js";
import { span } from "./span.js";

/**
 * @typedef {object} Words
 * @property {string} learning
 * @property {string} minute how long it takes, before that is known
 * @property {(span: string) => string} left
 * @property {string} stop
 * @property {string} stopping
 */

export class LessonProgress {
  /**
   * @param {Words} words
   * @param {number} done updates that are done already
   * @param {() => void} end stops the lesson
   */
  constructor(words, done, end) {
    this.words = words;
    this.clock = new LessonClock(done, performance.now());
    this.bar = el("progress", { "aria-label": words.learning });
    this.left = el("span", { class: "pale", "aria-live": "off" }, words.minute);
    this.stop = el("button", { type: "button", onclick: () => this.end(end) }, words.stop);
    this.parts = [el("span", {}, words.learning, " "), this.bar, this.left, this.stop];
    this.first = done;
  }

  /** @param {{ done: number, all: number }} updates */
  reached(updates) {
    const seconds = this.clock.left(updates, performance.now());
    if (updates.done !== this.first) {
      this.bar.max = updates.all;
      this.bar.value = updates.done;
    }
    if (seconds !== null) this.left.textContent = this.words.left(span(seconds));
  }

  end(end) {
    this.stop.disabled = true;
    this.stop.textContent = this.words.stopping;
    end();
  }
}
