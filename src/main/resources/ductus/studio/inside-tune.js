// A tune from inside: its tokens, and what each was drawn from.
import { address, get } from "./api.js";
import { entropy, tokens } from "./distribution.js";
import { el, field, svg } from "./dom.js";
import { complain } from "./notice.js";
import { Tune } from "./tune.js";
import { units } from "./units.js";
import { t } from "./words.js";

const SHOWN = 10;
const HIGHEST = 6;

export class TuneInside {
  constructor(item, tune) {
    this.item = item;
    this.tune = tune;
    this.step = 0;
    this.player = new Tune(item.name, tune.midi, tune.roll);
    this.strip = strip(tune.tokens);
    this.mark = el("div", { class: "mark" });
    this.surprise = el("div", {
      class: "surprise", onpointerdown: (event) => this.point(event),
      onpointermove: (event) => { if (event.buttons > 0) this.point(event); },
    }, this.strip, this.mark);
    this.slider = el("input", { type: "range", min: 1, max: tune.tokens.length, value: 1, oninput: () => this.go(Number(this.slider.value) - 1) });
    this.said = el("p", { class: "said", role: "status" });
    this.temperature = el("input", { type: "range", min: 0, max: 2, step: 0.05, oninput: () => this.draw() });
    this.told = el("span", { class: "value" });
    this.topK = el("input", { type: "number", min: 0, oninput: () => this.draw() });
    this.topP = el("input", { type: "number", min: 0.01, max: 1, step: 0.01, oninput: () => this.draw() });
    this.bars = el("ol", { class: "bars-list" });
    this.guard = el("p", { class: "facts guard", hidden: true });
    this.figures = el("p", { class: "facts" });
    this.units = el("div", {});
    const temperature = field(`${t("inside.temperature")} `, this.temperature, true);
    temperature.querySelector("label").append(this.told);
    this.elements = [
      el("article", { class: "card", "aria-label": item.name },
        el("header", {}, this.player.button, el("div", {}, el("h2", {}, item.name),
          el("p", { class: "facts" }, manner(item, tune.sampling)))),
        this.player.roll.element, this.player.place,
        el("p", { class: "pale legend" }, t("inside.tokens")),
        this.surprise, field(tune.cut ? t("inside.tokenOfShown", { tokens: tune.tokens.length }) : t("inside.tokenOf", { tokens: tune.tokens.length }), this.slider), this.said),
      el("div", { class: "halves" },
        el("section", { class: "card", "aria-label": t("inside.drawnFrom") }, el("h2", {}, t("inside.drawnFrom")),
          el("div", { class: "fields" }, temperature, field(t("inside.topK"), this.topK), field(t("inside.topP"), this.topP),
            el("div", { class: "actions wide" },
              el("button", { type: "button", class: "plain", onclick: () => this.reset() }, t("inside.asDrawn")))),
          this.bars, this.guard, el("details", {}, el("summary", {}, t("inside.exactly")), this.figures)),
        el("section", { class: "card", "aria-label": t("inside.units") }, el("h2", {}, t("inside.unitsHere")),
          el("p", { class: "facts" }, t("inside.unitsExplained")),
          this.units)),
    ];
  }

  /** Begins with the token that was expected least. */
  open() {
    this.setSampling();
    const surprises = this.tune.tokens.map((token) => (token.given ? 0 : token.nats));
    return this.go(surprises.indexOf(Math.max(...surprises)));
  }

  setSampling() {
    this.temperature.value = this.tune.sampling.temperature;
    this.topK.value = this.tune.sampling.topK;
    this.topP.value = this.tune.sampling.topP;
  }

  reset() {
    this.setSampling();
    this.draw();
  }

  point(event) {
    const box = this.surprise.getBoundingClientRect();
    const share = Math.min(0.999999, Math.max(0, (event.clientX - box.left) / box.width));
    this.go(Math.floor(share * this.tune.tokens.length));
  }

  async go(step) {
    this.step = step;
    this.slider.value = step + 1;
    const token = this.tune.tokens[step];
    this.slider.setAttribute("aria-valuetext", `${step + 1}, ${token.name}`);
    this.mark.style.left = `${((step + 0.5) / this.tune.tokens.length) * 100}%`;
    this.said.replaceChildren(el("strong", {}, token.name), ` · ${t("inside.tokenNumber", { number: step + 1 })}`,
      token.bar > 0 ? ` · ${t("inside.bar", { bar: token.bar })}` : "",
      ` · ${token.given ? t("inside.given") : t("inside.expected", { percent: percent(Math.exp(-token.nats)) })}`);
    this.place(token);
    try {
      const found = await get(address("/api/inside/token", { stem: this.item.stem, step }));
      if (step !== this.step) return;
      this.choices = found.choices;
      this.bars.dataset.token = step + 1;
      this.units.replaceChildren(units(found.units, step, this.tune.tokens.length));
      this.draw();
    } catch (error) {
      complain(error);
    }
  }

  /** Where the token is in the piano roll. */
  place(token) {
    const { bars, seconds } = this.tune.roll;
    this.player.roll.choose(token.bar, token.bar);
    if (token.bar > 0 && token.bar <= bars.length) {
      const from = bars[token.bar - 1];
      const to = bars[token.bar] ?? seconds;
      this.player.go(from + token.share * (to - from));
    } else {
      this.player.roll.away();
    }
  }

  /** The distribution at what the sliders say. */
  draw() {
    if (!this.choices) return;
    const sampling = {
      temperature: Number(this.temperature.value), topK: Math.max(0, Math.floor(Number(this.topK.value))),
      topP: Math.min(1, Math.max(0.01, Number(this.topP.value) || 1)),
    };
    this.told.textContent = sampling.temperature.toFixed(2);
    const all = tokens(this.choices, sampling);
    const shown = all.slice(0, SHOWN);
    const drawn = all.find((choice) => choice.drawn);
    if (drawn && !shown.includes(drawn)) shown.splice(SHOWN - 1, 1, drawn);
    const rest = all.filter((choice) => !shown.includes(choice));
    const others = rest.reduce((sum, choice) => sum + choice.probability, 0);
    this.bars.replaceChildren(...shown.map((choice) => bar(choice.name, choice.probability, choice)),
      ...(rest.length > 0 ? [bar(t("inside.others", { count: rest.length }), others)] : []));
    const again = all.filter((choice) => choice.turnedDown);
    this.guard.hidden = again.length === 0;
    this.guard.textContent = t("inside.guard", { share: percent(again.reduce((sum, choice) => sum + choice.probability, 0)) });
    const surprise = !drawn ? t("inside.undrawable")
      : drawn.probability > 0 ? t("inside.surprise", { nats: (-Math.log(drawn.probability)).toFixed(2) }) : t("inside.impossible");
    this.figures.textContent = t("inside.entropy", { nats: entropy(all.map((choice) => choice.probability)).toFixed(2), surprise });
  }
}

function manner(item, { temperature, topK, topP }) {
  return [t("inside.from", { model: item.model }), t("inside.atTemperature", { temperature }), topK > 0 ? t("inside.top", { topK }) : null, topP < 1 ? t("inside.nucleus", { topP }) : null]
    .filter(Boolean).join(", ");
}

function bar(name, probability, { drawn = false, turnedDown = false } = {}) {
  const fill = el("div", { class: "bar-fill" });
  fill.style.width = `${probability * 100}%`;
  return el("li", { class: drawn ? "drawn" : "", "data-probability": probability },
    el("span", { class: "bar-name" }, name, drawn ? el("span", { class: "tag" }, t("inside.drawn")) : null,
      turnedDown ? el("span", { class: "tag" }, t("inside.turnedDown")) : null),
    el("div", { class: "bar-room" }, fill), el("span", { class: "number" }, percent(probability)));
}

function percent(probability) {
  if (probability === 0) return "0";
  return probability < 0.001 ? "< 0.1 %" : `${(probability * 100).toFixed(1)} %`;
}

function strip(all) {
  return svg("svg", { viewBox: `0 0 ${all.length} ${HIGHEST}`, preserveAspectRatio: "none", "aria-hidden": "true" },
    all.map((token, i) => {
      const height = Math.max(0.08, Math.min(HIGHEST, token.nats));
      return svg("rect", { class: token.given ? "given" : "", x: i + 0.1, y: HIGHEST - height, width: 0.8, height });
    }));
}
