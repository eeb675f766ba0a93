// Where voices stand: a volume for each, a little of the room, and a limit to loudness.
import { noiseOf } from "./tones.js";

const ROOM_SECONDS = 1.3;
const WET = 0.16;
const rooms = new WeakMap();

/** How a room answers: noise that dies away. */
function room(context) {
  if (!rooms.has(context)) {
    const buffer = context.createBuffer(2, Math.round(context.sampleRate * ROOM_SECONDS), context.sampleRate);
    for (let channel = 0; channel < 2; channel++) {
      const random = noiseOf(channel + 1);
      const samples = buffer.getChannelData(channel);
      for (let i = 0; i < samples.length; i++) samples[i] = random() * (1 - i / samples.length) ** 4;
    }
    rooms.set(context, buffer);
  }
  return rooms.get(context);
}

export class Stage {
  /** @param {BaseAudioContext} context @param {number} voices how many */
  constructor(context, voices) {
    this.context = context;
    this.master = new GainNode(context);
    this.clicks = new GainNode(context, { gain: 0.6 });
    this.dry = new GainNode(context, { gain: 0.8 });
    const answer = new ConvolverNode(context, { buffer: room(context) });
    this.places = Array.from({ length: Math.max(1, voices) }, (_, voice) => {
      const volume = new GainNode(context);
      const side = voices > 1 ? (((voice % 4) - 1.5) / 1.5) * 0.35 : 0;
      volume.connect(new StereoPannerNode(context, { pan: side })).connect(this.dry);
      return volume;
    });
    this.dry.connect(this.master);
    this.dry.connect(new GainNode(context, { gain: WET })).connect(answer).connect(this.master);
    this.clicks.connect(this.master);
    this.master.connect(new DynamicsCompressorNode(context, { threshold: -10, ratio: 6, attack: 0.004, release: 0.2 })).connect(context.destination);
  }

  place(voice) {
    return this.places[voice] ?? this.places[0];
  }

  /** Follows what is wished: @param {import("./mix.js").Mix} mix */
  follow(mix) {
    const now = this.context.currentTime;
    this.master.gain.setTargetAtTime(mix.volume, now, 0.015);
    this.places.forEach((place, voice) => place.gain.setTargetAtTime(mix.sounds(voice) ? 1 : 0, now, 0.015));
  }

  /** Silence from now on; what was built is let go. */
  close() {
    const now = this.context.currentTime;
    this.master.gain.cancelScheduledValues(now);
    this.master.gain.setTargetAtTime(0, now, 0.01);
    setTimeout(() => {
      for (const node of [...this.places, this.clicks, this.dry, this.master]) node.disconnect();
    }, 80);
  }
}
