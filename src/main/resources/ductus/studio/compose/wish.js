// What is wished for: the form at the left.
import { get, parameter } from "../api.js";
import { el, field, options } from "../dom.js";
import { t } from "../words.js";
import { Beginning } from "./beginning.js";

const SHIPPED = ["folk", "chorales", "leadsheet", "pop", "drums"];
const MODES = [["", "major"], ["m", "minor"], ["dor", "dorian"], ["mix", "mixolydian"]];
const TONICS = ["C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];
/** Plans that are often played; any other can be typed. */
const PROGRESSIONS = ["C G Am F", "C Am F G", "Am F C G", "G D Em C", "Dm7 G7 C Am7", "C C C C F F C C G F C G"];
const METRES = ["4/4", "3/4", "2/4", "6/8", "9/8", "12/8", "2/2", "3/2"];

export class WishForm {
  /** asked() hears of a press of Compose, stopped() of one of Stop, phrased(notes, quarters) of a phrase that wants an answer, gathered()
   *  of a wish for all turns in one. */
  constructor(asked, stopped, phrased, gathered) {
    const any = t("compose.any");
    this.models = [];
    this.model = el("select", { required: true, onchange: () => this.choose() });
    this.count = el("input", { type: "number", min: 1, max: 12, value: 3 });
    this.key = el("select", {}, options([["", any], ...MODES.flatMap(([ending, mode]) =>
      TONICS.map((tonic) => [tonic + ending, `${tonic} ${t(`compose.mode.${mode}`)}`]))]));
    this.metre = el("select", {}, options([["", any], ...METRES.map((metre) => [metre, metre])]));
    this.bars = el("input", { type: "number", min: 1, max: 64, placeholder: any });
    this.strains = el("input", { placeholder: t("compose.formHint"), autocomplete: "off", spellcheck: "false" });
    this.cadences = el("input", { placeholder: t("compose.cadencesHint"), autocomplete: "off", spellcheck: "false" });
    this.chords = el("input", {
      list: "progressions", placeholder: t("compose.chordsHint"), title: t("compose.chordsHelp"), autocomplete: "off", spellcheck: "false",
    });
    this.traits = el("div", { class: "fields wide" });
    this.tempo = el("input", { type: "number", min: 10, max: 1000, placeholder: t("compose.usual") });
    this.instruments = el("datalist", { id: "instruments" });
    this.instrument = el("input", { list: "instruments", placeholder: "Acoustic Grand Piano" });
    this.wildness = el("input", { type: "range", min: 0, max: 2, step: 0.05, value: 1,
      oninput: () => { this.temperature.value = Number(this.wildness.value).toFixed(2); } });
    this.temperature = el("input", { type: "number", min: 0, max: 2, step: 0.05, value: "1.00",
      oninput: () => { this.wildness.value = this.temperature.value; } });
    this.topK = el("input", { type: "number", min: 0, value: 0 });
    this.topP = el("input", { type: "number", min: 0.01, max: 1, step: 0.01, value: 1 });
    this.seed = el("input", { inputmode: "numeric", pattern: "-?[0-9]{1,18}", placeholder: t("compose.newSeed") });
    this.beginning = new Beginning((tempo) => { this.tempo.value = tempo; }, phrased, gathered);
    this.go = el("button", { class: "primary", type: "submit", disabled: true }, t("compose.go"));
    this.stop = el("button", { type: "button", hidden: true, onclick: stopped }, t("compose.stop"));
    this.progress = el("p", { class: "pale small", role: "status" });
    this.guided = {
      form: field(t("compose.form"), this.strains, true),
      cadences: field(t("compose.cadences"), this.cadences, true),
      chords: field(t("compose.chords"), this.chords, true),
      accompany: this.beginning.accompanied,
    };
    this.element = el(
      "form",
      { class: "panel", "aria-label": t("compose.what"), onsubmit: (event) => { event.preventDefault(); asked(); } },
      field(t("compose.model"), this.model),
      el("div", { class: "go" }, this.go, this.stop, this.progress),
      el("div", { class: "fields" },
        field(t("compose.key"), this.key), field(t("compose.metre"), this.metre), field(t("compose.bars"), this.bars),
        field(t("compose.tempo"), this.tempo), field(t("compose.instrument"), this.instrument, true), this.instruments,
        this.guided.chords, el("datalist", { id: "progressions" }, PROGRESSIONS.map((value) => el("option", { value }))),
        this.guided.form, this.guided.cadences, this.traits,
        field(t("compose.wildness"), this.wildness, true), field(t("compose.candidates"), this.count)),
      this.beginning.element,
      el("details", {}, el("summary", {}, t("compose.chance")),
        el("div", { class: "fields" }, field(t("compose.temperature"), this.temperature), field(t("compose.topK"), this.topK),
          field(t("compose.topP"), this.topP), field(t("compose.seed"), this.seed, true)),
        el("p", { class: "pale small" }, t("compose.chanceHelp"))));
  }

  async load() {
    const choices = await get("/api/compose");
    this.instruments.replaceChildren(...choices.instruments.map((name) => el("option", { value: name })));
    const before = this.model.value;
    this.offer(choices.models);
    if (this.model.value !== before) this.choose();
    this.go.disabled = this.drawing === true || choices.models.length === 0;
  }

  offer(models) {
    const before = this.model.value || parameter("model");
    this.models = models;
    this.model.replaceChildren(...options(models.map((card) => [card.model, nameOf(card)]), before));
  }

  /** Chooses the model that the address names, if there is such a one. */
  follow() {
    const named = parameter("model");
    if (named === null || named === this.model.value || !this.models.some((card) => card.model === named)) return;
    this.model.value = named;
    this.choose();
  }

  card() {
    return this.models.find((card) => card.model === this.model.value);
  }

  /** Another model has other defaults. */
  choose() {
    const card = this.card();
    if (!card) return;
    this.wildness.value = card.sampling.temperature;
    this.temperature.value = card.sampling.temperature.toFixed(2);
    this.topK.value = card.sampling.topK;
    this.topP.value = card.sampling.topP;
    this.instrument.disabled = !card.instrument;
    this.bars.max = card.mostBars;
    for (const [name, element] of Object.entries(this.guided)) element.hidden = !card.guidance[name];
    this.traits.hidden = card.guidance.conditions.length === 0;
    this.traits.replaceChildren(...card.guidance.conditions.map(({ name, labels }) =>
      field(trait(name), el("select", { name }, options([["", t("compose.any")], ...labels.map((label) => [label, label])])), true)));
  }

  /** What is asked of the pieces, such as dance=jig. */
  conditions() {
    return [...this.traits.querySelectorAll("select")]
      .filter((select) => select.value).map((select) => `${select.name}=${select.value}`);
  }

  /** What the server is asked for, from a start on; null for none. */
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
        chords: own && can.chords ? this.chords.value : "",
        conditions,
        accompany: own && can.accompany && this.beginning.accompany.checked,
      },
    };
  }

  /** Says which candidate of how many is being drawn; 0 for none. */
  tell(number, of) {
    this.drawing = number > 0;
    this.go.disabled = this.drawing;
    this.stop.hidden = !this.drawing;
    this.progress.textContent = this.drawing ? t("compose.progress", { number, of }) : "";
  }
}

export function nameOf(card) {
  return SHIPPED.includes(card.model) ? t(`compose.shipped.${card.model}`) : `${card.model}: ${card.kind}`;
}

/** What a model calls a trait, such as dance, in the words of the page; as the model says it where there is none. */
function trait(name) {
  const said = t(`compose.traits.${name}`);
  return said.startsWith("compose.") ? name.charAt(0).toUpperCase() + name.slice(1) : said;
}
