// The arrangement of a letter while its text changes, and the way back to each that was before. No page is needed.
import { carried, nothing } from "./writeanchors.js";

/** @typedef {import("./writeanchors.js").Arrangement} Arrangement */

export class Arranged {
  constructor() {
    this.begin("", nothing());
  }

  /**
   * A text with its arrangement, and nothing before it.
   * @param {string} text
   * @param {Arrangement} now
   */
  begin(text, now) {
    this.text = text;
    this.now = now;
    /** @type {{ text: string, now: Arrangement }[]} */
    this.earlier = [];
  }

  /** The text has become another. */
  follow(text) {
    this.now = carried(this.now, this.text, text);
    this.text = text;
  }

  /** @param {Arrangement} now */
  change(now) {
    this.earlier.push({ text: this.text, now: this.now });
    this.now = now;
  }

  get changed() {
    return this.earlier.length > 0;
  }

  /** Takes the last change back, and leaves the text as it is; false where there was none. */
  back() {
    const before = this.earlier.pop();
    if (before) this.now = carried(before.now, before.text, this.text);
    return before !== undefined;
  }
}
