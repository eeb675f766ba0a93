// Records notes from a MIDI keyboard, to a click if wanted, as JFugue's notation.
import { el, field } from "./dom.js";
import { pitchName } from "./score/pitch.js";
import { click, ring } from "./sound/band.js";
import { t } from "./words.js";

const COUNT_IN = 4;
/** Quarter notes of silence that end a phrase, where turns are taken: hands stay on the keys. */
const SILENCE = 2;
const STEPS = 4;
const MOST_STEPS = 64;
const DOTTED = { 3: "i.", 6: "q.", 12: "h." };
/** @type {[string, number][]} */
const LETTERS = [["w", 16], ["h", 8], ["q", 4], ["i", 2], ["s", 1]];
const NOTE_ON = 0x90;
const NOTE_OFF = 0x80;

export class Recorder {
  /**
   * recorded(notes, tempo, quarters) hears of what was played, in JFugue's notation, quarter notes a minute and quarter notes;
   * endsBySilence() says whether a phrase ends when nothing is played any more.
   */
  constructor(recorded, endsBySilence = () => false) {
    this.recorded = recorded;
    this.endsBySilence = endsBySilence;
    this.access = null;
    this.ends = () => {};
    this.silence = null;
    this.button = el("button", { type: "button", onclick: () => this.toggle() }, t("compose.record.start"));
    this.tempo = el("input", { type: "number", min: 40, max: 240, value: 100 });
    this.clicks = el("input", { type: "checkbox", id: "clicks", checked: true });
    this.status = el("p", { class: "pale small", role: "status" });
    this.element = el("div", { class: "recorder" },
      el("div", { class: "fields" }, field(t("compose.record.tempo"), this.tempo),
        el("div", { class: "field check" }, this.clicks, el("label", { for: "clicks" }, t("compose.record.clicks")))),
      el("div", { class: "actions" }, this.button), this.status);
  }

  async toggle() {
    if (this.notes) {
      this.stop();
      return;
    }
    if (!navigator.requestMIDIAccess) {
      this.status.textContent = t("compose.record.unable");
      return;
    }
    try {
      this.access ??= await navigator.requestMIDIAccess();
    } catch {
      this.status.textContent = t("compose.record.forbidden");
      return;
    }
    if (this.access.inputs.size === 0) {
      this.status.textContent = t("compose.record.none");
      return;
    }
    this.start();
  }

  start() {
    this.quarter = 60000 / Math.min(240, Math.max(40, Number(this.tempo.value) || 100));
    this.notes = [];
    this.sounding = new Map();
    const counted = this.clicks.checked ? COUNT_IN : 0;
    // Without a click time begins with the first note.
    this.from = counted > 0 ? performance.now() + counted * this.quarter : null;
    this.button.textContent = t("compose.record.stop");
    this.button.setAttribute("aria-pressed", "true");
    for (const input of this.access.inputs.values()) input.onmidimessage = (event) => this.hear(event);
    this.status.textContent = counted > 0 ? t("compose.record.counted", { counted }) : t("compose.record.play");
    if (counted === 0) return;
    let beat = 0;
    const tick = () => {
      click(beat % COUNT_IN === 0);
      if (++beat === counted + 1) this.status.textContent = t("compose.record.play");
    };
    tick();
    const timer = setInterval(tick, this.quarter);
    this.ends = () => clearInterval(timer);
  }

  hear({ data, timeStamp }) {
    const [status, pitch, velocity] = data;
    clearTimeout(this.silence);
    const kind = status & 0xf0;
    if (kind === NOTE_ON && velocity > 0) {
      ring({ pitch });
      this.from ??= timeStamp;
      // Whoever comes in a little early means the beat.
      if (timeStamp < this.from - this.quarter / 2) return;
      const note = { pitch, on: Math.max(0, timeStamp - this.from), off: null };
      this.notes.push(note);
      this.sounding.set(pitch, note);
      this.status.textContent = t("player.notes", { count: this.notes.length });
    } else if (kind === NOTE_OFF || kind === NOTE_ON) {
      this.end(pitch, timeStamp);
    }
  }

  end(pitch, time) {
    const note = this.sounding.get(pitch);
    if (note) note.off = time - this.from;
    this.sounding.delete(pitch);
    clearTimeout(this.silence);
    if (this.sounding.size === 0 && this.notes?.length > 0 && this.endsBySilence()) {
      this.silence = setTimeout(() => this.stop(), SILENCE * this.quarter);
    }
  }

  /** Ends a recording, if there is one. */
  stop() {
    if (!this.notes) return;
    clearTimeout(this.silence);
    this.ends();
    for (const input of this.access.inputs.values()) input.onmidimessage = null;
    for (const pitch of [...this.sounding.keys()]) this.end(pitch, performance.now());
    clearTimeout(this.silence);
    const played = this.notes;
    this.notes = null;
    this.button.textContent = t("compose.record.start");
    this.button.removeAttribute("aria-pressed");
    if (played.length === 0) {
      this.status.textContent = t("compose.record.silent");
      return;
    }
    this.status.textContent = t("compose.record.done", { notes: t("player.notes", { count: played.length }) });
    this.recorded(notation(played, this.quarter), Math.round(60000 / this.quarter), Math.max(...played.map(({ off }) => off)) / this.quarter);
  }
}

/** The highest notes as a tune on a grid of sixteenths; times in milliseconds. */
export function notation(notes, quarter) {
  const step = quarter / STEPS;
  const highest = new Map();
  for (const { pitch, on, off } of notes) {
    const start = Math.round(on / step);
    const end = Math.max(start + 1, Math.round(off / step));
    if (!(highest.get(start)?.pitch > pitch)) highest.set(start, { pitch, start, end });
  }
  const tune = [...highest.values()].sort((one, other) => one.start - other.start);
  const words = [];
  tune.forEach(({ pitch, start, end }, index) => {
    const next = tune[index + 1]?.start;
    // A finger lifts a little before the next note: that is no rest.
    const held = next === undefined ? end : next - end <= Math.max(1, (next - start) / 4) ? next : end;
    words.push(pitchName(pitch) + length(held - start));
    if (next > held) words.push(`R${length(next - held)}`);
  });
  return words.join(" ");
}

function length(steps) {
  let left = Math.min(steps, MOST_STEPS);
  if (DOTTED[left]) return DOTTED[left];
  let letters = "";
  for (const [letter, size] of LETTERS) {
    for (; left >= size; left -= size) letters += letter;
  }
  return letters;
}
