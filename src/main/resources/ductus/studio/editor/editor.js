// Edits the notes of a tune: what is there, what was, what is chosen; sends the whole as a new tune.
import { address, get, post } from "../api.js";
import { el } from "../dom.js";
import { complain } from "../notice.js";
import { Clock } from "../score/clock.js";
import * as edit from "../score/edit.js";
import { History } from "../score/history.js";
import { pitchName } from "../score/pitch.js";
import { ring } from "../sound/band.js";
import { t } from "../words.js";
import { gestures } from "./gestures.js";
import { keys } from "./keys.js";
import { Surface } from "./surface.js";
import { toolbar } from "./toolbar.js";
import * as unsaved from "./unsaved.js";

const LOUDER = 10;
const MOST_RUNG = 6;
/** What was copied last, for all editors of the page: in quarter notes, since resolutions differ. */
let clip = null;

export class Editor {
  /** The editor of a MIDI file; saved(tune) hears of what was sent as a new one. */
  static async open(tune, saved) {
    return new Editor(tune, await get(address("/api/compose/notes", { name: tune.midi })), saved);
  }

  /** @param {import("../tune.js").Tune} tune */
  constructor(tune, score, saved) {
    this.tune = tune;
    this.score = score;
    this.clock = new Clock(score);
    this.history = new History(edit.edition(score.notes));
    this.original = this.history.present.notes;
    this.file = this.original;
    const left = unsaved.left(tune.midi, this.file);
    if (left) this.history.push(edit.edition(left.notes));
    this.edited = this.history.present;
    this.part = 16;
    this.voice = 0;
    this.pencil = false;
    this.several = false;
    this.before = tune.heard;
    this.surface = new Surface(score, this.clock);
    this.tools = toolbar(this);
    this.status = el("p", { class: "pale small", role: "status" });
    this.save = el("button", { type: "button", class: "primary", disabled: true, onclick: () => this.send(saved) }, t("editor.save"));
    this.element = el("section", { class: "editor", "aria-label": t("editor.title", { name: tune.name }) },
      this.tools.element, this.surface.element,
      el("div", { class: "actions" }, this.save, this.status), el("p", { class: "pale small" }, t("editor.help")));
    gestures(this);
    keys(this);
    this.show();
    if (left) this.status.textContent = t("editor.back", { time: new Date(left.at).toLocaleTimeString([], { timeStyle: "short" }) });
  }

  /** Ticks of a line of the grid. */
  get step() {
    return this.clock.step(this.part);
  }

  /** Has come into sight, in an element. */
  enter(within) {
    within.scrollIntoView();
    this.tune.views.push(this);
    if (this.history.canUndo) this.hear();
    this.surface.reveal(edit.openingNotes(this.edited.notes, this.voice));
    this.surface.notes.focus({ preventScroll: true });
  }

  leave() {
    this.tune.views = this.tune.views.filter((view) => view !== this);
    this.tune.hear(this.before);
  }

  at(second) {
    this.surface.showAt(second);
  }

  show() {
    this.surface.draw(this.edited);
    this.tools.tell(this.history, clip);
    this.save.disabled = this.edited.notes === this.original || this.edited.notes.length === 0;
  }

  /** Shows what may become of it, before it is settled. */
  preview(edited) {
    this.edited = edited;
    this.surface.draw(edited);
  }

  drawn(edited) {
    this.preview(edited);
    return edited;
  }

  /** What is not saved outlives the page. */
  hold() {
    if (this.edited.notes === this.original) unsaved.forget(this.tune.midi);
    else unsaved.keep(this.tune.midi, this.file, this.edited.notes);
  }

  /** What is shown is so from now on, and can be undone. */
  settle() {
    if (this.edited.notes !== this.history.present.notes) this.history.push(this.edited);
    this.hold();
    this.show();
    this.tell();
    this.hear();
  }

  apply(edited, rings = true) {
    if (edited === this.edited) return;
    this.edited = edited;
    this.settle();
    this.surface.reveal(edit.chosenNotes(edited));
    if (rings) this.sound();
  }

  choose(edited) {
    this.edited = edited;
    this.history.retell(edited);
    this.show();
    this.tell();
    this.surface.reveal(edited.chosen.size === 1 ? edit.chosenNotes(edited) : []);
    this.sound();
  }

  /** One hears what is chosen. */
  sound() {
    if (this.tune.playing) return;
    for (const note of edit.chosenNotes(this.edited).slice(0, MOST_RUNG)) {
      const voice = this.score.voices[note.voice];
      ring({ pitch: note.pitch, velocity: note.velocity, drum: voice.drum }, voice.program);
    }
  }

  hear() {
    const { bars, beats } = this.before;
    const voices = this.score.voices;
    const notes = this.clock.sounding(this.edited.notes, voices);
    const seconds = Math.max(this.before.seconds, ...notes.slice(-50).map((note) => note.end));
    this.tune.hear({ notes, bars, beats, voices, seconds });
  }

  tell() {
    const chosen = edit.chosenNotes(this.edited);
    if (chosen.length !== 1) {
      this.status.textContent = chosen.length === 0 ? "" : t("editor.chosen", { count: chosen.length });
      return;
    }
    const { bar, quarter } = this.clock.place(chosen[0].onset);
    const round = (number) => Math.round(number * 100) / 100;
    this.status.textContent = t("editor.note", {
      pitch: pitchName(chosen[0].pitch), bar, quarter: round(quarter),
      length: round(chosen[0].duration / this.score.ticksPerQuarter), velocity: chosen[0].velocity,
    });
  }

  move(steps, semitones) {
    this.apply(edit.move(this.edited, steps * this.step, semitones), semitones !== 0);
  }

  lengthen(steps) {
    this.apply(edit.lengthen(this.edited, steps * this.step, this.step), false);
  }

  louder(steps) {
    this.apply(edit.louder(this.edited, steps * LOUDER));
  }

  /** A note as it is added at a place. */
  fresh({ tick, pitch }) {
    return { onset: this.clock.floor(tick, this.step), duration: Math.max(this.step, this.clock.step(8)), pitch, velocity: 90, voice: this.voice };
  }

  /** Adds a note at a place, or behind what is chosen. */
  add(at) {
    const last = edit.chosenNotes(this.edited).at(-1);
    const place = at ?? (last ? { tick: last.onset + last.duration, pitch: last.pitch } : { tick: 0, pitch: 60 });
    this.apply(edit.add(this.edited, [this.fresh(place)]));
  }

  remove() {
    if (this.edited.chosen.size > 0) this.apply(edit.remove(this.edited), false);
  }

  copy() {
    if (this.edited.chosen.size === 0) return;
    const { notes, from, to } = edit.copy(this.edited);
    clip = { notes, from, to, ticksPerQuarter: this.score.ticksPerQuarter };
    this.show();
    this.status.textContent = t("editor.copied", { count: notes.length });
  }

  /** Puts what was copied behind what is chosen, at the grid. */
  paste() {
    if (!clip) return;
    const scale = this.score.ticksPerQuarter / clip.ticksPerQuarter;
    const notes = clip.notes.map((note) => ({
      ...note, onset: Math.round(note.onset * scale), duration: Math.max(1, Math.round(note.duration * scale)),
      voice: Math.min(note.voice, this.score.voices.length - 1),
    }));
    const chosen = edit.chosenNotes(this.edited);
    const end = Math.max(0, ...chosen.map((note) => note.onset + note.duration));
    this.apply(edit.paste(this.edited, { notes, from: Math.round(clip.from * scale) }, end));
  }

  undo() {
    this.history.undo();
    this.return();
  }

  redo() {
    this.history.redo();
    this.return();
  }

  return() {
    this.edited = this.history.present;
    this.hold();
    this.show();
    this.tell();
    this.hear();
  }

  async send(saved) {
    this.save.disabled = true;
    try {
      const notes = this.edited.notes.map(({ onset, duration, pitch, velocity, voice }) => ({ onset, duration, pitch, velocity, voice }));
      const tune = await post("/api/compose/edit", { parent: this.tune.midi, notes });
      this.original = this.edited.notes;
      this.hold();
      saved(tune);
    } catch (error) {
      complain(error);
      this.show();
    }
  }
}
