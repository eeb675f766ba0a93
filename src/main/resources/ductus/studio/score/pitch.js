// Names of keys.
const NAMES = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];

/** A MIDI key number in JFugue's notation, where C5 is middle C. */
export function pitchName(pitch) {
  return `${NAMES[pitch % 12]}${Math.floor(pitch / 12)}`;
}

export function isBlack(pitch) {
  return NAMES[pitch % 12].length > 1;
}
