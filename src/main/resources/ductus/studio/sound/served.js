// Plays at a MIDI port of the machine that the studio runs on: the studio sends the notes.
import { get, post } from "../api.js";
import { complain } from "../notice.js";

const TAIL = 0.4;

/** The names of the ports. */
export async function servedPorts() {
  return (await get("/api/ports")).outputs;
}

export class Served {
  /**
   * @param {string} midi file of the workspace
   * @param {import("./mix.js").Mix} mix
   * @param {number} seconds of the piece
   * @param {number} voices how many it has
   */
  constructor(midi, mix, seconds, voices) {
    this.midi = midi;
    this.mix = mix;
    this.seconds = seconds;
    this.voices = voices;
    this.stopped = false;
    this.failed = false;
  }

  /** Voices that are not heard. */
  silent() {
    return Array.from({ length: this.voices }, (_, voice) => voice).filter((voice) => !this.mix.sounds(voice));
  }

  async start(from) {
    this.rate = this.mix.tempo;
    this.muted = this.silent();
    this.from = from;
    this.begun = null;
    await post("/api/ports/play", { piece: this.midi, port: this.mix.served, from, rate: this.rate, silent: this.muted });
    if (this.stopped) await post("/api/ports/stop", {});
    this.begun = performance.now();
  }

  get ended() {
    return this.failed || (!this.mix.loops && this.place() > this.seconds + TAIL);
  }

  place() {
    return this.begun === null ? this.from : this.from + ((performance.now() - this.begun) / 1000) * this.rate;
  }

  time() {
    const [first, end] = this.mix.loops ? this.mix.span ?? [0, this.seconds] : [0, Infinity];
    if (this.place() >= end) this.seek(first);
    return Math.min(this.seconds, this.place());
  }

  seek(place) {
    this.start(place).catch((error) => {
      this.failed = true;
      complain(error);
    });
  }

  /** What is wished has changed: the studio plays on from here. */
  follow() {
    if (this.rate !== this.mix.tempo || String(this.muted) !== String(this.silent())) this.seek(this.time());
  }

  stop() {
    this.stopped = true;
    post("/api/ports/stop", {}).catch(() => {});
  }
}
