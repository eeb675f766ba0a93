// One sound at a time, rendered by the server; tells whoever plays it where it is.
import { address, blob, isAddress } from "./api.js";

const audio = new Audio();
const sounds = new Map();
const MOST_SOUNDS = 12;
let playing = null;

/** What the sound of a MIDI file of the workspace, or an address of a sound, plays from; fetched once. */
async function sound(midi) {
  if (!sounds.has(midi)) {
    const from = isAddress(midi) ? midi : address("/api/sound", { name: midi });
    const url = URL.createObjectURL(await blob(from));
    if (sounds.size >= MOST_SOUNDS) {
      const [oldest, old] = sounds.entries().next().value;
      sounds.delete(oldest);
      URL.revokeObjectURL(old);
    }
    sounds.set(midi, url);
  }
  return sounds.get(midi);
}

/** Plays from a second on. The listener hears at(seconds) and stopped(). */
export async function play(midi, seconds, listener) {
  hush();
  playing = listener;
  const url = await sound(midi);
  if (playing !== listener) return;
  audio.src = url;
  audio.currentTime = seconds;
  await audio.play();
  tick(listener);
}

function tick(listener) {
  if (playing !== listener) return;
  listener.at(audio.currentTime);
  if (audio.ended) hush();
  else requestAnimationFrame(() => tick(listener));
}

export function seek(listener, seconds) {
  if (playing === listener) audio.currentTime = seconds;
}

/** Ends what is playing. */
export function hush() {
  const before = playing;
  playing = null;
  audio.pause();
  before?.stopped();
}
