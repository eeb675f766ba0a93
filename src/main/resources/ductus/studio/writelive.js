// Asks for ink while one types: one request at a time, the latest wish next, nothing stale shown. No page is needed.

/**
 * @typedef {object} Asking
 * @property {(wish: any, signal: AbortSignal) => Promise<any>} send
 * @property {(answer: any, wish: any) => void} show
 * @property {(error: Error) => void} fail
 * @property {(busy: boolean) => void} tell whether something is under way
 * @property {() => void} [halt] tells the server to stop
 */
export class Live {
  /** Waits a little for the next key; what takes longer than patience is given up for something newer. */
  constructor(/** @type {Asking} */ asking, { wait = 120, patience = 1200 } = {}) {
    this.asking = asking;
    this.wait = wait;
    this.patience = patience;
    this.wish = undefined;
    this.turn = 0;
    this.under = null;
    this.timer = undefined;
    this.waiting = [];
  }

  /** Waits until what was asked for last is shown, or given up. */
  settled() {
    return this.under || this.wish !== undefined ? new Promise((done) => this.waiting.push(done)) : Promise.resolve();
  }

  rest() {
    this.asking.tell(false);
    for (const done of this.waiting.splice(0)) done(undefined);
  }

  ask(wish) {
    this.wish = wish;
    this.asking.tell(true);
    if (this.under) {
      const left = this.patience - (Date.now() - this.under.since);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.giveUp(), Math.max(0, left));
      return;
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.next(), this.wait);
  }

  giveUp() {
    if (this.under && this.wish !== undefined) this.under.controller.abort();
  }

  async next() {
    if (this.wish === undefined || this.under) return;
    const wish = this.wish;
    const turn = ++this.turn;
    const controller = new AbortController();
    this.wish = undefined;
    this.under = { controller, since: Date.now() };
    try {
      const answer = await this.asking.send(wish, controller.signal);
      if (turn === this.turn && !controller.signal.aborted) this.asking.show(answer, wish);
    } catch (error) {
      if (turn === this.turn && !controller.signal.aborted) this.asking.fail(error);
    }
    if (turn !== this.turn) return;
    this.under = null;
    clearTimeout(this.timer);
    if (this.wish === undefined) this.rest();
    else this.next();
  }

  /** Ends what is under way; whether there was something. */
  stop() {
    const busy = this.under != null || this.wish !== undefined;
    clearTimeout(this.timer);
    this.turn++;
    this.wish = undefined;
    this.under?.controller.abort();
    this.under = null;
    if (busy) {
      this.asking.halt?.();
      this.rest();
    }
    return busy;
  }
}
