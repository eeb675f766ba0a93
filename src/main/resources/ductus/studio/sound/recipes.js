// How each General MIDI program sounds: sums of partials, frequency modulation, or a plucked string.

/**
 * @typedef {{ kind: "tone" | "pluck", partials?: number[], attack: number, decay: number, release: number, level: number,
 *   bright?: number, vibrato?: number, fm?: { ratio: number, depth: number, decay: number }, damping?: number }} Recipe
 *   attack, decay and release in seconds; a decay of 0 holds the tone as long as its note
 */
const PIANO = { kind: "tone", partials: [1, 0.55, 0.32, 0.2, 0.12, 0.08, 0.05, 0.03], attack: 0.004, decay: 2.4, release: 0.18, level: 0.5, bright: 9 };
const ELECTRIC = { kind: "tone", partials: [1, 0.1], attack: 0.004, decay: 2.2, release: 0.2, level: 0.5, fm: { ratio: 14, depth: 0.5, decay: 0.25 } };
const HARPSICHORD = { kind: "pluck", attack: 0.001, decay: 2, release: 0.08, level: 0.55, bright: 1, damping: 0.2 };
const BELL = { kind: "tone", partials: [1], attack: 0.002, decay: 2.6, release: 0.6, level: 0.4, fm: { ratio: 3.5, depth: 2, decay: 0.9 } };
const MALLET = { kind: "tone", partials: [1, 0, 0, 0.35], attack: 0.002, decay: 0.7, release: 0.2, level: 0.55 };
const ORGAN = { kind: "tone", partials: [1, 0.7, 0.35, 0.5, 0, 0.25, 0, 0.3], attack: 0.015, decay: 0, release: 0.07, level: 0.24 };
const GUITAR = { kind: "pluck", attack: 0.001, decay: 2.2, release: 0.12, level: 0.7, bright: 0.6, damping: 0.5 };
const BASS = { kind: "pluck", attack: 0.001, decay: 1.8, release: 0.1, level: 0.9, bright: 0.3, damping: 0.5 };
const STRINGS = { kind: "tone", partials: [1, 0.6, 0.45, 0.33, 0.26, 0.2, 0.15, 0.1], attack: 0.09, decay: 0, release: 0.22, level: 0.22, bright: 6, vibrato: 5 };
const CHOIR = { kind: "tone", partials: [1, 0.45, 0.3, 0.1, 0.05], attack: 0.12, decay: 0, release: 0.3, level: 0.3, vibrato: 6 };
const BRASS = { kind: "tone", partials: [1, 0.85, 0.7, 0.5, 0.35, 0.25, 0.15, 0.1], attack: 0.04, decay: 0, release: 0.1, level: 0.22, bright: 7 };
const REED = { kind: "tone", partials: [1, 0.08, 0.6, 0.06, 0.35, 0.05, 0.2, 0.03, 0.1], attack: 0.03, decay: 0, release: 0.08, level: 0.26, vibrato: 3 };
const PIPE = { kind: "tone", partials: [1, 0.2, 0.08, 0.03], attack: 0.05, decay: 0, release: 0.1, level: 0.42, vibrato: 5 };
const LEAD = { kind: "tone", partials: [1, 0.5, 0.33, 0.25, 0.2, 0.16, 0.14], attack: 0.01, decay: 0, release: 0.1, level: 0.22, bright: 8 };
const PAD = { kind: "tone", partials: [1, 0.5, 0.25, 0.12], attack: 0.3, decay: 0, release: 0.6, level: 0.26, vibrato: 4 };

/** By eights, as General MIDI orders its programs. */
const FAMILIES = [PIANO, BELL, ORGAN, GUITAR, BASS, STRINGS, CHOIR, BRASS, REED, PIPE, LEAD, PAD, PAD, GUITAR, MALLET, PAD];
const EXCEPTIONS = {
  4: ELECTRIC, 5: ELECTRIC, 6: HARPSICHORD, 7: HARPSICHORD, 12: MALLET, 13: MALLET, 15: GUITAR, 45: GUITAR, 46: GUITAR, 47: MALLET,
  48: STRINGS, 49: STRINGS, 50: STRINGS, 51: STRINGS, 55: MALLET, 110: STRINGS, 109: REED, 111: REED,
};

/** The recipe of a program, 0 to 127. @returns {Recipe} */
export function recipe(program) {
  return EXCEPTIONS[program] ?? FAMILIES[program >> 3] ?? PIANO;
}

/**
 * What a drum is made of: a falling sine from one frequency to another, and noise above one.
 * @typedef {{ from?: number, to?: number, sine?: number, noise?: number, above?: number, seconds: number }} Drum
 */
const KICK = { from: 150, to: 45, sine: 1, noise: 0.05, above: 1500, seconds: 0.3 };
const SNARE = { from: 220, to: 160, sine: 0.35, noise: 0.55, above: 1400, seconds: 0.2 };
const CLOSED = { noise: 0.3, above: 7500, seconds: 0.06 };
const OPEN = { noise: 0.3, above: 7000, seconds: 0.38 };
const CRASH = { noise: 0.38, above: 4200, seconds: 1.3 };
const RIDE = { from: 5200, to: 5200, sine: 0.05, noise: 0.2, above: 6500, seconds: 0.5 };
const STICK = { from: 1700, to: 1500, sine: 0.35, noise: 0.12, above: 3000, seconds: 0.05 };
const DRUMS = {
  35: KICK, 36: KICK, 37: STICK, 38: SNARE, 39: SNARE, 40: SNARE, 42: CLOSED, 44: CLOSED, 46: OPEN,
  49: CRASH, 51: RIDE, 52: CRASH, 53: RIDE, 55: CRASH, 57: CRASH, 59: RIDE, 31: STICK, 33: STICK, 75: STICK, 76: STICK, 77: STICK,
  54: CLOSED, 69: CLOSED, 70: CLOSED, 82: CLOSED, 81: OPEN, 80: CLOSED,
};

/** The drum of a key on the drum channel; toms and hand drums by their pitch. @returns {Drum} */
export function drum(pitch) {
  if (DRUMS[pitch]) return DRUMS[pitch];
  const from = 90 * 2 ** ((pitch - 41) / 14);
  return { from: from * 1.5, to: from, sine: 0.8, noise: 0.05, above: 1200, seconds: 0.32 };
}
