// Plays what the server rendered, as MIDI players play it.
import { address, blob, isAddress } from "../api.js";

const audio = new Audio();
const sounds = new Map();
const MOST_SOUNDS = 12;

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

export class Recorded {
  /** @param {string} midi @param {import("./mix.js").Mix} mix */
  constructor(midi, mix) {
    this.midi = midi;
    this.mix = mix;
    this.stopped = false;
  }

  async start(from) {
    const url = await sound(this.midi);
    if (this.stopped) return;
    audio.src = url;
    audio.currentTime = from;
    this.follow();
    await audio.play();
  }

  get ended() {
    return audio.ended;
  }

  time() {
    const [from, to] = this.mix.span ?? [0, Infinity];
    if (this.mix.loops && audio.currentTime >= to) audio.currentTime = from;
    return audio.currentTime;
  }

  seek(place) {
    audio.currentTime = place;
  }

  follow() {
    audio.volume = this.mix.volume;
    audio.playbackRate = this.mix.tempo;
    audio.loop = this.mix.loops && this.mix.span === null;
  }

  stop() {
    this.stopped = true;
    audio.pause();
  }
}
