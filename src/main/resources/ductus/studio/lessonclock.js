// How long a lesson takes yet. What comes before the first update has a pace of its own, and the first updates are slower, since
// nothing is warm yet.

const SHARE_OF_WARMING = 1 / 20;

export class LessonClock {
  /** @param {number} done updates that are done already @param {number} now milliseconds */
  constructor(done, now) {
    this.begun = { done, at: now };
  }

  /**
   * The seconds that are left.
   *
   * @param {{ done: number, all: number }} updates
   * @param {number} now milliseconds
   * @returns {number | null} null while that cannot be told
   */
  left({ done, all }, now) {
    const learned = done - this.begun.done;
    if (learned === 0) this.begun.at = now;
    if (learned < all * SHARE_OF_WARMING) return null;
    return ((all - done) * (now - this.begun.at)) / learned / 1000;
  }
}
