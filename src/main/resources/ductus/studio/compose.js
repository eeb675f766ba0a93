// New music: what is wished for at the left, candidates at the right.
import { get, parameter, post } from "./api.js";
import { Candidate } from "./candidate.js";
import { el, field, options } from "./dom.js";
import { keyboard } from "./keyboard.js";
import { complain } from "./notice.js";
import { Recorder } from "./recorder.js";

const SHIPPED = { folk: "Folk tunes", chorales: "Chorales in four voices", leadsheet: "Tunes with chords", drums: "Drum patterns" };
const MODES = [["", "major"], ["m", "minor"], ["dor", "dorian"], ["mix", "mixolydian"]];
const TONICS = ["C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];
const METRES = ["4/4", "3/4", "2/4", "6/8", "9/8", "12/8", "2/2", "3/2"];
const LENGTHS = [["i", "Eighth"], ["q", "Quarter"], ["q.", "Dotted quarter"], ["h", "Half"], ["w", "Whole"]];
const LARGEST_FILE = 8 << 20;

export function mount(main) {
  const page = new Compose();
  main.append(
    el("h1", {}, "Compose"),
    el("p", { class: "lead" },
      "Press Compose, and new tunes are written for you. Play them, keep what you like, and have bars that you do not like written anew."),
    el("div", { class: "desk" }, page.form, page.results));
  page.load();
  return () => page.leave();
}

class Compose {
  constructor() {
    this.models = [];
    this.model = el("select", { required: true, onchange: () => this.choose() });
    this.count = el("input", { type: "number", min: 1, max: 12, value: 3 });
    this.key = el("select", {},
      options([["", "any"], ...MODES.flatMap(([ending, mode]) =>
        TONICS.map((tonic) => [tonic + ending, `${tonic} ${mode}`]))]));
    this.metre = el("select", {}, options([["", "any"], ...METRES.map((metre) => [metre, metre])]));
    this.bars = el("input", { type: "number", min: 1, max: 64, placeholder: "any" });
    this.strains = el("input", { placeholder: "any, such as AABB", autocomplete: "off", spellcheck: "false" });
    this.cadences = el("input", { placeholder: "any, such as G D Em G", autocomplete: "off", spellcheck: "false" });
    this.traits = el("div", { class: "fields wide" });
    this.accompany = el("input", { type: "checkbox", id: "accompany" });
    this.tempo = el("input", { type: "number", min: 10, max: 1000, placeholder: "usual" });
    this.instruments = el("datalist", { id: "instruments" });
    this.instrument = el("input", { list: "instruments", placeholder: "Acoustic Grand Piano" });
    this.temperature = el("input", { type: "range", min: 0, max: 2, step: 0.05, value: 1, oninput: () => this.tell() });
    this.told = el("span", { class: "value" });
    this.topK = el("input", { type: "number", min: 0, value: 0 });
    this.topP = el("input", { type: "number", min: 0.01, max: 1, step: 0.01, value: 1 });
    this.seed = el("input", { inputmode: "numeric", pattern: "-?[0-9]{1,18}", placeholder: "a new one" });
    this.notes = el("input", { placeholder: "C5q D5q E5h", autocomplete: "off", spellcheck: "false" });
    this.length = el("select", {}, options(LENGTHS, "q"));
    this.recorder = new Recorder((notes, tempo) => {
      this.notes.value = notes;
      this.tempo.value = tempo;
    });
    this.file = el("input", { type: "file", accept: ".mid,.midi,.abc,.musicxml,.mxl,.xml" });
    this.go = el("button", { class: "primary", type: "submit", disabled: true }, "Compose");
    this.stop = el("button", { type: "button", hidden: true, onclick: () => { this.stopped = true; } }, "Stop");
    this.progress = el("p", { class: "pale small", role: "status" });
    this.asked = 0;
    this.form = this.layOut();
    this.results = el("section", { class: "results", "aria-label": "Candidates" },
      el("p", { class: "empty" }, "New tunes will stand here."));
  }

  layOut() {
    const temperature = field("Temperature, from tame to wild ", this.temperature, true);
    temperature.querySelector("label").append(this.told);
    this.guided = {
      form: field("Form: strains that return", this.strains, true),
      cadences: field("Chords that phrases end on", this.cadences, true),
      accompany: el("div", { class: "check" }, this.accompany,
        el("label", { for: "accompany" }, "Write chords and a piano to this tune")),
    };
    return el(
      "form",
      { class: "panel", "aria-label": "What to compose", onsubmit: (event) => { event.preventDefault(); this.compose(this.start()); } },
      field("Model", this.model),
      el("div", { class: "go" }, this.go, this.stop, this.progress),
      el("div", { class: "fields" },
        field("Key", this.key), field("Metre", this.metre), field("Bars", this.bars),
        field("Tempo", this.tempo), field("Instrument", this.instrument, true), this.instruments,
        this.guided.form, this.guided.cadences, this.traits,
        temperature, field("Candidates", this.count)),
      el("details", {}, el("summary", {}, "Begin with your own notes"),
        field("Notes", this.notes, true), keyboard((note) => this.add(note)),
        el("div", { class: "fields" }, field("Length of a key's note", this.length),
          el("div", { class: "field actions" },
            el("button", { type: "button", class: "plain", onclick: () => this.undo() }, "Undo a note"))),
        this.recorder.element,
        field("Or a MIDI, ABC or MusicXML file", this.file, true),
        this.guided.accompany),
      el("details", {}, el("summary", {}, "Finer points of chance"),
        el("div", { class: "fields" }, field("Top-k (0 for all)", this.topK), field("Nucleus (top-p)", this.topP),
          field("Seed: the same one composes the same again", this.seed, true)),
        el("p", { class: "pale small" },
          "Of the notes that may come next, top-k leaves the k likeliest, and the nucleus the likeliest that make up this share of all chance.")));
  }

  leave() {
    this.stopped = true;
    this.recorder.stop();
  }

  async load() {
    try {
      const choices = await get("/api/compose");
      this.instruments.append(...choices.instruments.map((name) => el("option", { value: name })));
      this.offer(choices.models);
      this.choose();
      this.go.disabled = choices.models.length === 0;
    } catch (error) {
      complain(error);
    }
  }

  offer(models) {
    const before = this.model.value || parameter("model");
    this.models = models;
    this.model.replaceChildren(...options(models.map((card) => [card.model, nameOf(card)]), before));
  }

  /** A model may be gone by now. */
  async refresh() {
    try {
      const before = this.model.value;
      this.offer((await get("/api/compose")).models);
      if (this.model.value !== before) this.choose();
    } catch {
      // What went wrong has been said.
    }
  }

  card() {
    return this.models.find((card) => card.model === this.model.value);
  }

  /** Another model has other defaults. */
  choose() {
    const card = this.card();
    if (!card) return;
    this.temperature.value = card.sampling.temperature;
    this.topK.value = card.sampling.topK;
    this.topP.value = card.sampling.topP;
    this.instrument.disabled = !card.instrument;
    this.bars.max = card.mostBars;
    for (const [name, element] of Object.entries(this.guided)) element.hidden = !card.guidance[name];
    this.traits.hidden = card.guidance.conditions.length === 0;
    this.traits.replaceChildren(...card.guidance.conditions.map(({ name, labels }) =>
      field(capital(name), el("select", { name }, options([["", "any"], ...labels.map((label) => [label, label])])), true)));
    this.tell();
  }

  tell() {
    this.told.textContent = Number(this.temperature.value).toFixed(2);
  }

  add(note) {
    this.notes.value = `${this.notes.value} ${note}${this.length.value}`.trim();
  }

  undo() {
    this.notes.value = this.notes.value.trim().split(/\s+/).slice(0, -1).join(" ");
  }

  async start() {
    const file = this.file.files[0];
    if (file) {
      if (file.size > LARGEST_FILE) throw new Error(`${file.name} has more than 8 MB`);
      return { fileName: file.name, fileContent: base64(new Uint8Array(await file.arrayBuffer())) };
    }
    return this.notes.value.trim() ? { notes: this.notes.value } : null;
  }

  /** Asks for one candidate after another: each is there as soon as it is drawn, and one can stop. */
  async compose(beginning, what = "", card = this.card(), conditions = this.conditions()) {
    if (this.asked > 0) return;
    this.stopped = false;
    this.asked = Number(this.count.value) || 1;
    this.tellProgress(1);
    try {
      const wish = this.wish(card, await beginning, conditions);
      let group = null;
      for (let from = 0; from < this.asked && !this.stopped; from++) {
        this.tellProgress(from + 1);
        const answer = await post("/api/compose", { ...wish, from });
        wish.seed = answer.seed;
        const [tune] = answer.tunes;
        const { element } = new Candidate(tune, from + 1, card.bars, (first, last) => this.change(tune, card, conditions, first, last));
        if (group) group.append(element);
        else group = this.group(what || `${nameOf(card)}, seed ${answer.seed}`, answer.notice, element);
      }
    } catch (error) {
      complain(error);
      await this.refresh();
    } finally {
      this.asked = 0;
      this.tellProgress(0);
    }
  }

  /** What is asked of the pieces, such as dance=jig. */
  conditions() {
    return [...this.traits.querySelectorAll("select")]
      .filter((select) => select.value).map((select) => `${select.name}=${select.value}`);
  }

  wish(card, start, conditions) {
    const number = (input) => (input.value === "" ? null : Number(input.value));
    const own = start?.piece == null;
    const can = card.guidance;
    return {
      model: card.model,
      count: 1,
      key: own ? this.key.value : "",
      metre: own ? this.metre.value : "",
      bars: own ? number(this.bars) : null,
      tempo: number(this.tempo),
      instrument: this.instrument.disabled ? "" : this.instrument.value,
      temperature: number(this.temperature),
      topK: number(this.topK),
      topP: number(this.topP),
      seed: this.seed.value,
      start,
      guidance: {
        form: own && can.form ? this.strains.value : "",
        cadences: own && can.cadences ? this.cadences.value : "",
        conditions,
        accompany: own && can.accompany && this.accompany.checked,
      },
    };
  }

  /** Says which candidate is being drawn; 0 for none. */
  tellProgress(number) {
    this.go.disabled = number > 0;
    this.stop.hidden = number === 0;
    this.results.setAttribute("aria-busy", String(number > 0));
    this.progress.textContent = number > 0 ? `Composing ${number} of ${this.asked} …` : "";
  }

  /** A place for candidates that were asked for together, above those before. */
  group(words, notice, first) {
    this.results.querySelector(".empty")?.remove();
    const heading = el("h2", { tabindex: -1 }, words);
    const said = notice ? el("p", { class: "pale" }, notice) : null;
    const group = el("div", { class: "results" }, heading, said, first);
    this.results.prepend(group);
    heading.focus();
    // Where the form stands above the candidates, it makes room for them.
    if (matchMedia("(max-width: 60rem)").matches) heading.scrollIntoView();
    return group;
  }

  /** With the model that drew it. */
  change(tune, card, conditions, from, to) {
    const what = to === null ? `Anew from bar ${from}` : from === to ? `Bar ${from} rewritten` : `Bars ${from} to ${to} rewritten`;
    return this.compose({ piece: tune.midi, from, to }, what, card, conditions);
  }
}

function nameOf(card) {
  return SHIPPED[card.model] ?? `${card.model}: ${card.kind}`;
}

function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function base64(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
