// Plays notes at once, in the browser itself, a little ahead of time.
import { Port } from "./port.js";
import { Stage } from "./stage.js";
import { strike, tick } from "./tones.js";

const AHEAD = 0.3;
const AHEAD_HIDDEN = 2.5;
const EVERY_MILLIS = 60;
const START = 0.04;
const TAIL = 0.6;
const IDLE_MILLIS = 2000;
let context = null;
let sleep = null;

/** The one context of the page: made at the first press, at rest while nothing sounds. */
function awake() {
  context ??= new AudioContext({ latencyHint: "interactive" });
  clearTimeout(sleep);
  if (context.state !== "running") context.resume();
  return context;
}

// The first press anywhere makes the context, so that the first note need not wait for it. A browser wants one that it counts.
for (const press of /** @type {const} */ (["mousedown", "touchend", "keydown"])) {
  addEventListener(press, (event) => {
    if (context || (event instanceof KeyboardEvent && event.key === "Escape") || !navigator.userActivation?.isActive) return;
    awake();
    rest();
  }, { capture: true, passive: true });
}

function rest() {
  clearTimeout(sleep);
  sleep = setTimeout(() => context.suspend(), IDLE_MILLIS);
}

/** Sounds one note now, as when it is chosen. */
export function ring(note, program = 0) {
  const live = awake();
  const out = new GainNode(live, { gain: 0.7 });
  out.connect(live.destination);
  strike(live, out, { velocity: 90, drum: false, ...note }, program, live.currentTime + 0.005, 0.35)[0].onended = () => out.disconnect();
  rest();
}

/** Sounds a click now. */
export function click(first) {
  const live = awake();
  tick(live, live.destination, first, live.currentTime + 0.005);
  rest();
}

export class Band {
  /**
   * @param {{ notes: object[], voices: { program: number, drum: boolean }[], beats: number[], bars: number[], seconds: number }} tune in seconds
   * @param {import("./mix.js").Mix} mix
   */
  constructor(tune, mix) {
    this.tune = tune;
    this.mix = mix;
    const firsts = new Set(tune.bars);
    this.events = [
      ...tune.notes.map((note) => ({ at: note.start, note })),
      ...tune.beats.map((at) => ({ at, first: firsts.has(at) })),
    ].sort((one, other) => one.at - other.at);
    this.sounding = new Set();
    this.ended = false;
  }

  async start(from) {
    this.context = awake();
    this.stage = new Stage(this.context, this.tune.voices.length);
    this.stage.master.gain.value = this.mix.volume;
    this.port = this.mix.port ? new Port(this.mix.port, this.tune.voices) : null;
    this.follow();
    const begin = this.context.currentTime + START;
    this.anchor(begin + this.countIn(from, begin), from);
    this.schedule();
    this.timer = setInterval(() => this.schedule(), EVERY_MILLIS);
  }

  /** Clicks of a bar before the first note, and how long they take. */
  countIn(from, begin) {
    if (!this.mix.countIn) return 0;
    const { beats, bars, seconds } = this.tune;
    const bar = bars.findLast((each) => each <= from + 1e-6) ?? 0;
    const end = bars.find((each) => each > bar) ?? seconds;
    const inBar = beats.filter((each) => each >= bar && each < end);
    const count = Math.max(2, inBar.length);
    const length = (inBar.length > 1 ? inBar[1] - inBar[0] : (end - bar) / count) / this.mix.tempo;
    for (let i = 0; i < count; i++) this.hold(tick(this.context, this.stage.clicks, i === 0, begin + i * length));
    return count * length;
  }

  /** From a second of the context on the tune goes on from a place, at the tempo of now. */
  anchor(time, place) {
    this.anchors = [...(this.anchors ?? []).filter((each) => each.time < time).slice(-4), { time, place, rate: this.mix.tempo }];
    this.next = this.events.findIndex((event) => event.at >= place - 1e-6);
    if (this.next < 0) this.next = this.events.length;
  }

  /** Where the repetition begins and ends. */
  span() {
    return this.mix.loops ? this.mix.span ?? [0, this.tune.seconds] : [0, this.tune.seconds];
  }

  schedule() {
    const horizon = this.context.currentTime + (document.hidden ? AHEAD_HIDDEN : AHEAD);
    for (let rounds = 0; rounds < 50; rounds++) {
      const { time, place, rate } = this.anchors.at(-1);
      const [from, to] = this.span();
      const end = place < to ? to : this.tune.seconds;
      const last = place + (horizon - time) * rate;
      while (this.next < this.events.length && this.events[this.next].at <= last && this.events[this.next].at < end - 1e-6) {
        const event = this.events[this.next++];
        this.sound(event, time + (event.at - place) / rate, rate, end);
      }
      if (last < end) return;
      if (!this.mix.loops || to - from < 0.05) {
        const over = time + (this.tune.seconds - place) / rate + TAIL;
        if (this.context.currentTime > over) this.ended = true;
        return;
      }
      this.anchor(time + (end - place) / rate, from);
    }
  }

  sound(event, when, rate, end) {
    if (!event.note) {
      if (this.mix.metronome) this.hold(tick(this.context, this.stage.clicks, event.first, when));
      return;
    }
    const { note } = event;
    const held = Math.max(0.03, (Math.min(note.end, end) - note.start) / rate);
    if (this.port) {
      const millis = performance.now() + (when - this.context.currentTime) * 1000;
      if (this.mix.sounds(note.voice)) this.port.strike(note, millis, held * 1000);
      return;
    }
    this.hold(strike(this.context, this.stage.place(note.voice), note, this.tune.voices[note.voice]?.program ?? 0, when, held));
  }

  /** Remembers what sounds until it has ended. */
  hold(sources) {
    for (const source of sources) {
      this.sounding.add(source);
      source.onended = () => {
        source.disconnect();
        this.sounding.delete(source);
      };
    }
  }

  time() {
    const now = this.context.currentTime;
    const { time, place, rate } = this.anchors.findLast((each) => each.time <= now) ?? this.anchors[0];
    return Math.min(this.tune.seconds, place + Math.max(0, now - time) * rate);
  }

  seek(place) {
    this.hush();
    this.anchors = [];
    this.anchor(this.context.currentTime + START, place);
    this.schedule();
  }

  /** What is wished has changed. */
  follow() {
    this.stage.follow(this.mix);
    if (this.anchors && this.anchors.at(-1).rate !== this.mix.tempo) this.seek(this.time());
  }

  hush() {
    this.port?.hush();
    for (const source of this.sounding) {
      source.onended = null;
      source.stop();
      source.disconnect();
    }
    this.sounding.clear();
  }

  stop() {
    clearInterval(this.timer);
    if (!this.stage) return;
    this.stage.close();
    this.port?.hush();
    setTimeout(() => this.hush(), 60);
    rest();
  }
}
