// What is wished of the sound of a tune.

export class Mix {
  constructor() {
    this.volume = 0.8;
    this.tempo = 1;
    this.metronome = false;
    this.countIn = false;
    this.loops = false;
    /** Seconds that are repeated; null for all of it. @type {[number, number] | null} */
    this.span = null;
    this.muted = new Set();
    this.solo = new Set();
    /** Whether the sound is made by the server, as MIDI players play it. */
    this.recorded = false;
    /** The id of the MIDI port that is played to; null for none. @type {string | null} */
    this.port = null;
    /** The name of the studio's own MIDI port that is played to; null for none. @type {string | null} */
    this.served = null;
  }

  /** Whether a voice is heard: none but those with a solo, if there is one. */
  sounds(voice) {
    return this.solo.size > 0 ? this.solo.has(voice) : !this.muted.has(voice);
  }
}
