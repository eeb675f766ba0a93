// What was before: states that are gone back to, and come again.
const MOST = 500;

export class History {
  constructor(state) {
    this.past = [];
    this.present = state;
    this.future = [];
  }

  get canUndo() {
    return this.past.length > 0;
  }

  get canRedo() {
    return this.future.length > 0;
  }

  /** A new state; what was undone is gone. */
  push(state) {
    this.past.push(this.present);
    if (this.past.length > MOST) this.past.shift();
    this.present = state;
    this.future = [];
  }

  /** The same state, told otherwise, such as with other notes chosen: nothing to undo. */
  retell(state) {
    this.present = state;
  }

  undo() {
    if (!this.canUndo) return;
    this.future.push(this.present);
    this.present = this.past.pop();
  }

  redo() {
    if (!this.canRedo) return;
    this.past.push(this.present);
    this.present = this.future.pop();
  }
}
