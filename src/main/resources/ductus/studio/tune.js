// A tune that can be seen and heard: play button, roll with a moving cursor, a slider for the place.
import { complain } from "./notice.js";
import { el, svg } from "./dom.js";
import { hush, play, seek } from "./player.js";
import { Roll } from "./roll.js";

const PLAY = "M6 4.5v15l13-7.5z";
const PAUSE = "M6 5h4v14H6zM14 5h4v14h-4z";

export class Tune {
  /** chose(from, to) hears of bars that are chosen with the pointer. */
  constructor(name, midi, roll, chose) {
    this.midi = midi;
    this.seconds = roll.seconds;
    this.roll = new Roll(roll, { chose, sought: (second) => this.go(second) });
    this.icon = svg("path", { d: PLAY });
    this.button = el(
      "button", { type: "button", class: "play", "aria-label": `Play ${name}`, onclick: () => this.toggle() },
      svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, this.icon));
    this.slider = el("input", {
      type: "range", min: 0, max: roll.seconds.toFixed(2), step: 0.05, value: 0, "aria-label": `Place in ${name}`,
      oninput: () => this.go(Number(this.slider.value)),
    });
    this.time = el("span", {}, `0:00 / ${clock(roll.seconds)}`);
    this.place = el("div", { class: "place" }, this.slider, this.time);
    this.name = name;
    this.playing = false;
  }

  async toggle() {
    if (this.playing) {
      hush();
      return;
    }
    this.playing = true;
    this.icon.setAttribute("d", PAUSE);
    this.button.setAttribute("aria-label", `Pause ${this.name}`);
    const from = Number(this.slider.value);
    this.button.setAttribute("aria-busy", "true");
    try {
      await play(this.midi, from >= this.seconds - 0.2 ? 0 : from, this);
    } catch (error) {
      hush();
      if (error.name !== "AbortError") complain(error);
    } finally {
      this.button.removeAttribute("aria-busy");
    }
  }

  go(second) {
    this.at(second);
    seek(this, second);
  }

  at(second) {
    this.slider.value = second;
    this.time.textContent = `${clock(Math.min(second, this.seconds))} / ${clock(this.seconds)}`;
    this.roll.at(second);
  }

  stopped() {
    this.playing = false;
    this.icon.setAttribute("d", PLAY);
    this.button.setAttribute("aria-label", `Play ${this.name}`);
    if (Number(this.slider.value) >= this.seconds - 0.2) {
      this.at(0);
      this.roll.away();
    }
  }
}

function clock(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

export function facts(outline) {
  return [
    outline.key, outline.metre, outline.bars > 0 ? `${outline.bars} bars` : null, `${outline.notes} notes`,
  ].filter(Boolean).join(" · ");
}
