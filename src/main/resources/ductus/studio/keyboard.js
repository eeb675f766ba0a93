// A piano on the screen: two octaves whose keys sound and tell their note in JFugue's notation.
import { el } from "./dom.js";

const NAMES = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];
const FIRST = 60;
const KEYS = 25;
let context = null;

export function keyboard(played) {
  const board = el("div", { class: "keys", role: "group", "aria-label": "Piano keys" });
  const whites = Array.from({ length: KEYS }, (_, i) => FIRST + i).filter((pitch) => !isBlack(pitch)).length;
  let white = 0;
  for (let pitch = FIRST; pitch < FIRST + KEYS; pitch++) {
    const note = pitchName(pitch);
    const key = el(
      "button",
      {
        type: "button", class: isBlack(pitch) ? "black" : "white", "aria-label": note.replace("#", " sharp "),
        onclick: () => { ring(pitch); played(note); },
      },
      pitch % 12 === 0 ? note : "");
    if (isBlack(pitch)) key.style.left = `${(white / whites) * 100 - 2.3}%`;
    else white++;
    board.append(key);
  }
  return board;
}

function isBlack(pitch) {
  return NAMES[pitch % 12].length > 1;
}

/** A MIDI key number in JFugue's notation, where C5 is middle C. */
export function pitchName(pitch) {
  return `${NAMES[pitch % 12]}${Math.floor(pitch / 12)}`;
}

/** Sounds a MIDI key. */
export function ring(pitch) {
  sound("triangle", 440 * 2 ** ((pitch - 69) / 12), 0.25, 0.6);
}

/** Sounds a metronome's click, higher on the first beat. */
export function click(first) {
  sound("square", first ? 1760 : 1320, 0.1, 0.05);
}

function sound(type, frequency, loudness, seconds) {
  context ??= new AudioContext();
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.type = type;
  tone.frequency.value = frequency;
  volume.gain.setValueAtTime(loudness, context.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + seconds);
  tone.connect(volume).connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + seconds);
}
