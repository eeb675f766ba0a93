// A tune that can be seen and heard: play button, roll with a moving cursor, a slider for the place, the wishes of the sound.
import { complain } from "./notice.js";
import { el, svg } from "./dom.js";
import { follow, hush, play, seek } from "./player.js";
import { Roll } from "./roll.js";
import { Band } from "./sound/band.js";
import { Mix } from "./sound/mix.js";
import { Recorded } from "./sound/recorded.js";
import { Served } from "./sound/served.js";
import { heardLast } from "./sound/space.js";
import { t } from "./words.js";

const PLAY = "M6 4.5v15l13-7.5z";
const PAUSE = "M6 5h4v14H6zM14 5h4v14h-4z";

export class Tune {
  /** chose(from, to) hears of bars that are chosen in the picture; views are told at(seconds) as the tune is heard. */
  constructor(name, midi, roll, chose) {
    this.midi = midi;
    this.name = name;
    this.heard = roll;
    this.mix = new Mix();
    this.views = [];
    this.roll = new Roll(roll, { chose, sought: (second) => this.go(second) });
    this.icon = svg("path", { d: PLAY });
    this.button = el(
      "button", { type: "button", class: "play", "aria-label": t("player.play", { name }), onclick: () => this.toggle() },
      svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, this.icon));
    this.slider = el("input", {
      type: "range", min: 0, max: roll.seconds.toFixed(2), step: 0.05, value: 0, "aria-label": t("player.place", { name }),
      oninput: () => this.go(Number(this.slider.value)),
    });
    this.time = el("span", {}, `0:00 / ${clock(roll.seconds)}`);
    this.place = el("div", { class: "place" }, this.slider, this.time);
    this.playing = false;
  }

  get seconds() {
    return this.heard.seconds;
  }

  /** Has been heard to its end. */
  ended() {}

  /** Is heard as these notes from now on: { notes, voices, bars, beats, seconds }. */
  hear(notes) {
    this.heard = notes;
    this.slider.max = notes.seconds.toFixed(2);
    if (this.playing) this.start();
  }

  /** What is wished of the sound has changed. */
  follow(anew = false) {
    if (anew && this.playing) this.start();
    else follow(this);
  }

  toggle() {
    if (this.playing) hush();
    else this.start();
  }

  async start() {
    const at = Number(this.slider.value);
    const from = at >= this.seconds - 0.2 ? 0 : at;
    const [first, end] = this.mix.loops && this.mix.span ? this.mix.span : [0, Infinity];
    const source = this.source();
    hush();
    this.playing = true;
    heardLast(this.button);
    this.icon.setAttribute("d", PAUSE);
    this.button.setAttribute("aria-label", t("player.pause", { name: this.name }));
    this.button.setAttribute("aria-busy", "true");
    try {
      await play(source, from < first || from >= end ? first : from, this);
    } catch (error) {
      hush();
      if (error.name !== "AbortError") complain(error);
    } finally {
      this.button.removeAttribute("aria-busy");
    }
  }

  /** Who makes the sound. */
  source() {
    if (this.mix.served) return new Served(this.midi, this.mix, this.seconds, this.heard.voices?.length ?? 0);
    return this.mix.recorded ? new Recorded(this.midi, this.mix) : new Band({ voices: [], beats: [], ...this.heard }, this.mix);
  }

  go(second) {
    this.at(second);
    seek(this, second);
  }

  at(second) {
    this.slider.value = second;
    this.time.textContent = `${clock(Math.min(second, this.seconds))} / ${clock(this.seconds)}`;
    this.roll.at(second);
    for (const view of this.views) view.at(second);
  }

  stopped() {
    this.playing = false;
    this.icon.setAttribute("d", PLAY);
    this.button.setAttribute("aria-label", t("player.play", { name: this.name }));
    if (Number(this.slider.value) >= this.seconds - 0.2) {
      this.at(0);
      this.roll.away();
      this.ended();
    }
  }
}

function clock(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** A key such as "Eb major" as musicians of the language call it. @param {string} [key] */
function keyName(key) {
  const [, tonic, mode] = /^([A-G][#b]?) (\w+)$/.exec(key ?? "") ?? [];
  const name = mode && t(`player.keys.${mode}`, { tonic: t(`player.tonics.${tonic}`) });
  return !name || name.startsWith("player.") ? key : name;
}

export function facts(outline) {
  return [
    keyName(outline.key), outline.metre, outline.bars > 0 ? t("player.bars", { count: outline.bars }) : null,
    t("player.notes", { count: outline.notes }),
  ].filter(Boolean).join(" · ");
}
