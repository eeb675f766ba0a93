// Plays notes on a MIDI port of this machine, through Web MIDI.

const NOTE_ON = 0x90;
const NOTE_OFF = 0x80;
const PROGRAM = 0xc0;
const CONTROL = 0xb0;
const ALL_SOUND_OFF = 120;
const DRUMS = 9;
let access = null;

/** The ports that can be played to: [id, name]. Refused where there is no Web MIDI, or none is allowed. */
export async function ports() {
  access ??= await navigator.requestMIDIAccess();
  return [...access.outputs.values()].map((output) => [output.id, output.name]);
}

/** Plays as Band's own tones do, to a port. */
export class Port {
  /** @param {string} id of the port @param {{ program: number, drum: boolean }[]} voices */
  constructor(id, voices) {
    this.output = access.outputs.get(id);
    // The drums have a channel of their own; a voice beyond the fifteen others shares the last one.
    let next = 0;
    this.channels = voices.map((voice) => {
      if (voice.drum) return DRUMS;
      const channel = next < DRUMS ? next : Math.min(15, next + 1);
      next++;
      return channel;
    });
    voices.forEach((voice, number) => {
      if (!voice.drum) this.output.send([PROGRAM | this.channels[number], voice.program]);
    });
  }

  /** Strikes a note; times are milliseconds of the page, as performance.now() tells them. */
  strike(note, when, millis) {
    const channel = this.channels[note.voice] ?? 0;
    this.output.send([NOTE_ON | channel, note.pitch, note.velocity], when);
    this.output.send([NOTE_OFF | channel, note.pitch, 64], when + millis);
  }

  hush() {
    this.output.clear?.();
    for (const channel of new Set(this.channels)) this.output.send([CONTROL | channel, ALL_SOUND_OFF, 0]);
  }
}
