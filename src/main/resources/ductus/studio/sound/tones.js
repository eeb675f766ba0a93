// Strikes notes: builds what sounds, from when to when, and lets it go.
import { drum, recipe } from "./recipes.js";

const QUIET = 0.0008;
const caches = new WeakMap();

/** What a context has computed already: waves, strings, noise. */
function cache(context) {
  if (!caches.has(context)) caches.set(context, { waves: new Map(), strings: new Map(), noise: null });
  return caches.get(context);
}

/** Random numbers that are the same each time: -1 to 1. */
export function noiseOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2147483648 - 1;
  };
}

function wave(context, partials) {
  const { waves } = cache(context);
  if (!waves.has(partials)) {
    const sines = Float32Array.from([0, ...partials]);
    waves.set(partials, context.createPeriodicWave(new Float32Array(sines.length), sines));
  }
  return waves.get(partials);
}

function noise(context) {
  const held = cache(context);
  if (!held.noise) {
    const random = noiseOf(7);
    held.noise = context.createBuffer(1, Math.round(context.sampleRate * 1.5), context.sampleRate);
    held.noise.getChannelData(0).forEach((_, i, samples) => { samples[i] = random(); });
  }
  return held.noise;
}

/** A string that was plucked (Karplus and Strong 1983): noise that goes round a delay and is averaged. */
function string(context, frequency, made) {
  const { strings } = cache(context);
  const key = `${Math.round(frequency * 10)}:${made.bright}:${made.damping}`;
  if (!strings.has(key)) {
    const rate = context.sampleRate;
    // Averaging delays by half a sample; the rest between whole samples is the playback rate's.
    const period = Math.max(2, Math.round(rate / frequency - 0.5));
    const buffer = context.createBuffer(1, Math.round(rate * Math.min(made.decay, 1.2 + 60 / frequency)), rate);
    const samples = buffer.getChannelData(0);
    const random = noiseOf(period);
    let before = 0;
    for (let i = 0; i < period; i++) {
      before += made.bright * (random() - before);
      samples[i] = before;
    }
    const loss = 0.5 ** (1 / (frequency * made.decay * 0.35));
    const share = made.damping;
    for (let i = period; i < samples.length; i++) {
      samples[i] = loss * ((1 - share * 0.5) * samples[i - period] + share * 0.5 * (samples[i - period - 1] ?? 0));
    }
    const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0.001);
    for (let i = 0; i < samples.length; i++) samples[i] /= loudest;
    strings.set(key, { buffer, rate: frequency / (rate / (period + share * 0.5)) });
  }
  return strings.get(key);
}

/**
 * Strikes a note.
 * @param {BaseAudioContext} context
 * @param {AudioNode} out
 * @param {{ pitch: number, velocity: number, drum: boolean }} note
 * @param {number} program of its voice
 * @param {number} when second of the context
 * @param {number} seconds that its key is held
 * @returns {AudioScheduledSourceNode[]} what sounds; the first ends last
 */
export function strike(context, out, note, program, when, seconds) {
  const loud = (note.velocity / 127) ** 1.5;
  if (note.drum) return beat(context, out, drum(note.pitch), loud, when);
  const made = recipe(program);
  const frequency = 440 * 2 ** ((note.pitch - 69) / 12);
  return made.kind === "pluck" ? pluck(context, out, made, frequency, loud, when, seconds) : tone(context, out, made, frequency, loud, when, seconds);
}

function pluck(context, out, made, frequency, loud, when, seconds) {
  const { buffer, rate } = string(context, frequency, made);
  const source = new AudioBufferSourceNode(context, { buffer, playbackRate: rate });
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(made.level * loud, when);
  volume.gain.setTargetAtTime(0, when + seconds, made.release / 3);
  source.connect(volume).connect(out);
  source.start(when);
  source.stop(when + seconds + made.release * 2);
  return [source];
}

function tone(context, out, made, frequency, loud, when, seconds) {
  const source = new OscillatorNode(context, { frequency, periodicWave: wave(context, made.partials) });
  const volume = new GainNode(context, { gain: 0 });
  const top = made.level * loud;
  const held = Math.max(seconds, made.attack);
  volume.gain.setValueAtTime(QUIET * top, when);
  volume.gain.exponentialRampToValueAtTime(Math.max(top, 1e-5), when + made.attack);
  // High strings ring shorter than low ones.
  if (made.decay > 0) volume.gain.setTargetAtTime(0, when + made.attack, (made.decay / 4) * Math.min(2.5, Math.sqrt(262 / frequency)));
  volume.gain.setTargetAtTime(0, when + held, made.release / 3);
  const end = when + held + made.release * 2;
  const sources = [source];
  /** @type {AudioNode} */
  let last = source;
  if (made.bright) {
    const filter = new BiquadFilterNode(context, { type: "lowpass", frequency: Math.min(16000, frequency * made.bright * (0.35 + 0.65 * loud)) });
    if (made.decay > 0) filter.frequency.setTargetAtTime(frequency * 2, when, made.decay / 3);
    last = last.connect(filter);
  }
  if (made.fm) sources.push(modulator(context, source, made.fm, frequency, loud, when));
  if (made.vibrato && seconds > 0.35) sources.push(vibrato(context, source, made.vibrato, when));
  last.connect(volume).connect(out);
  for (const each of sources) {
    each.start(when);
    each.stop(end);
  }
  return sources;
}

function modulator(context, source, fm, frequency, loud, when) {
  const modulating = new OscillatorNode(context, { frequency: frequency * fm.ratio });
  const depth = new GainNode(context, { gain: 0 });
  depth.gain.setValueAtTime(frequency * fm.depth * loud, when);
  depth.gain.setTargetAtTime(0, when, fm.decay);
  modulating.connect(depth).connect(source.frequency);
  return modulating;
}

function vibrato(context, source, cents, when) {
  const swing = new OscillatorNode(context, { frequency: 5.2 });
  const depth = new GainNode(context, { gain: 0 });
  depth.gain.setValueAtTime(0, when + 0.15);
  depth.gain.linearRampToValueAtTime(cents, when + 0.6);
  swing.connect(depth).connect(source.detune);
  return swing;
}

function beat(context, out, made, loud, when) {
  const sources = [];
  const decaying = (level) => {
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(Math.max(1e-5, level * loud), when);
    volume.gain.exponentialRampToValueAtTime(1e-5, when + made.seconds);
    return volume;
  };
  if (made.noise) {
    const hiss = new AudioBufferSourceNode(context, { buffer: noise(context) });
    hiss.connect(new BiquadFilterNode(context, { type: "highpass", frequency: made.above })).connect(decaying(made.noise)).connect(out);
    sources.push(hiss);
  }
  if (made.sine) {
    const sine = new OscillatorNode(context, { frequency: made.from });
    sine.frequency.setValueAtTime(made.from, when);
    sine.frequency.exponentialRampToValueAtTime(made.to, when + Math.min(0.12, made.seconds));
    sine.connect(decaying(made.sine)).connect(out);
    sources.push(sine);
  }
  for (const source of sources) {
    source.start(when);
    source.stop(when + made.seconds);
  }
  return sources;
}

/** A click of the metronome, higher on the first beat of a bar. */
export function tick(context, out, first, when) {
  return beat(context, out, { from: first ? 1760 : 1320, to: first ? 1700 : 1280, sine: 0.5, seconds: 0.05 }, 1, when);
}
