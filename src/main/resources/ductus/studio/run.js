// One training run: what it is doing, its charts while they grow, what it can play already.
import { address, blob, get, post } from "./api.js";
import { Chart, short } from "./chart.js";
import { el, field } from "./dom.js";
import { complain } from "./notice.js";
import { hush } from "./player.js";
import { span } from "./span.js";
import { Tune } from "./tune.js";

export const STATES = {
  STARTING: "Starting", RUNNING: "Training", PAUSED: "Paused", STOPPING: "Stopping", STOPPED: "Stopped", DONE: "Done", DIED: "Ended early",
};

const ENDED = ["DONE", "STOPPED", "DIED"];

/** The page on which the models of a task are used, and what the way there is called. */
const USES = { music: ["compose", "Compose with it"], hands: ["write", "Write with it"] };

const COMMANDS = {
  pause: ["Pause", ["RUNNING"]],
  unpause: ["Go on", ["PAUSED"]],
  stop: ["Stop", ["RUNNING", "PAUSED"]],
};

export class Run {
  /** changed(card) hears of every change of the run, gone(thrown) that it was thrown away. */
  constructor(name, { changed, gone }) {
    this.gone = gone;
    this.name = name;
    this.changed = changed;
    this.updates = [];
    this.samples = [];
    this.heading = el("h2", { tabindex: -1 }, name);
    this.facts = el("p", { class: "facts" });
    this.bar = el("progress", { max: 1, value: 0, "aria-label": `Progress of ${name}` });
    this.actions = el("div", { class: "actions" });
    this.loss = new Chart("Loss", { across: "epochs", up: "nats" });
    this.rate = new Chart("Learning rate", { across: "epochs", up: "rate" });
    this.layers = new Chart("Gradient by layer", { across: "epochs", up: "norm", logarithmic: true });
    this.lags = new Chart("Gradient by time lag", { across: "steps back", up: "norm", logarithmic: true });
    this.sampleNumber = el("input", { type: "range", min: 0, max: 0, value: 0, oninput: () => this.chooseSample() });
    this.sampleName = el("span", { class: "value" });
    this.sample = el("div", { class: "run-sample" });
    const sampleField = field("Sample ", this.sampleNumber, true);
    sampleField.querySelector("label").append(this.sampleName);
    this.hearing = el("section", { "aria-label": "Samples", hidden: true }, sampleField, this.sample);
    this.table = el("table", {});
    this.numbers = el("details", { hidden: true }, el("summary", {}, "Epochs in numbers"), el("div", { class: "numbers", tabindex: 0, role: "region", "aria-label": "Epochs in numbers" }, this.table));
    const charts = [this.loss, this.rate, this.layers, this.lags];
    for (const chart of charts) chart.element.hidden = true;
    this.element = el("article", { class: "card run", "aria-label": name },
      el("header", {}, el("div", {}, this.heading, this.facts)), this.bar, this.actions, this.hearing,
      el("div", { class: "charts" }, charts.map((chart) => chart.element)), this.numbers);
  }

  /** Looks while the page can be seen. */
  watch() {
    this.seen = () => (document.hidden ? this.close() : this.open());
    document.addEventListener("visibilitychange", this.seen);
    this.open();
  }

  leave() {
    document.removeEventListener("visibilitychange", this.seen);
    this.close();
  }

  open() {
    if (this.source) return;
    this.source = new EventSource(address("/api/train/events", { run: this.name }));
    this.source.addEventListener("run", (event) => this.take(JSON.parse(event.data)));
    this.source.onerror = () => {
      // The browser tries again by itself, unless it was refused.
      if (this.source?.readyState === EventSource.CLOSED) this.facts.textContent = "This run cannot be watched just now: reload the page to try again.";
    };
  }

  close() {
    this.source?.close();
    this.source = null;
  }

  take(news) {
    if (news.anew) this.updates = [];
    this.updates.push(...news.updates.rows);
    if (news.rest) this.rest = news.rest;
    this.show(news.run);
    this.draw(news.updates.columns, this.rest);
    this.list(this.rest.epochs);
    this.offer(this.rest.samples);
  }

  show(card) {
    const before = this.card?.state;
    this.card = card;
    this.facts.replaceChildren(state(card), ...words(card).map((part) => ` · ${part}`));
    this.bar.max = card.epochs || 1;
    this.bar.value = card.state === "DONE" ? this.bar.max : Math.min(card.epochsDone, this.bar.max);
    this.bar.hidden = card.epochs === 0;
    if (before !== card.state) this.command(card);
    this.changed(card);
  }

  /** The buttons that fit. */
  command(card) {
    const had = this.actions.contains(document.activeElement);
    const buttons = Object.entries(COMMANDS)
      .filter(([, [, states]]) => states.includes(card.state))
      .map(([name, [label]]) => el("button", { type: "button", onclick: () => this.tell(name) }, label));
    if (card.resumable) buttons.push(el("button", { type: "button", class: "primary", onclick: () => this.tell("resume") }, "Go on from here"));
    const [page, words] = USES[card.task] ?? [];
    if (card.bestEpoch > 0 && page) {
      buttons.push(el("a", { class: "button", href: `#${page}?${new URLSearchParams({ model: card.name })}` }, words));
    }
    if (ENDED.includes(card.state)) {
      buttons.push(el("button", { type: "button", class: "plain", onclick: () => this.remove() }, "Delete"));
    }
    this.actions.replaceChildren(...buttons);
    if (had) (buttons[0] ?? this.heading).focus();
  }

  async remove() {
    try {
      this.gone(await post("/api/train/delete", { run: this.name }));
    } catch (error) {
      complain(error);
    }
  }

  async tell(command) {
    try {
      this.show(await post(`/api/train/${command}`, { run: this.name }));
    } catch (error) {
      complain(error);
    }
  }

  draw(columns, { epochs, lags }) {
    const at = columns.indexOf("epochs");
    const line = (column) => this.updates.map((row) => [row[at], row[column]]);
    const loss = columns.findIndex((column) => column.startsWith("training_nats_per_"));
    const byEpoch = (start) => {
      const column = epochs.columns.findIndex((name) => name.startsWith(start));
      return epochs.rows.map((row) => [row[0], row[column]]);
    };
    this.loss.draw([
      { name: "training", points: byEpoch("training_nats_per_") },
      { name: "held out", points: byEpoch("validation_nats_per_") },
      { name: "this epoch so far", points: loss < 0 ? [] : line(loss), faint: true }]);
    this.rate.draw([{ name: "rate", points: line(columns.indexOf("learning_rate")) }]);
    this.layers.draw(columns
      .map((name, column) => ({ name: name.replace("gradient_norm_", ""), layer: name.startsWith("gradient_norm_"), column }))
      .filter((column) => column.layer)
      .map(({ name, column }) => ({ name, points: line(column) })));
    this.lags.draw(lags.rows.map((row) => ({
      name: `epoch ${row[0]}`, points: row.slice(1).map((norm, index) => [index + 1, norm]),
    })));
    if (this.card.state !== "STARTING" && this.actions.children.length === 0) this.command(this.card);
    if (this.card.bestEpoch > 0 && !this.usable) {
      this.usable = true;
      this.command(this.card);
    }
  }

  list({ columns, rows }) {
    this.numbers.hidden = rows.length === 0;
    if (rows.length === this.rows) return;
    this.rows = rows.length;
    const wanted = columns.map((name, column) => [name.replaceAll("_", " "), column]);
    this.table.replaceChildren(
      el("thead", {}, el("tr", {}, wanted.map(([name]) => el("th", { scope: "col" }, name)))),
      el("tbody", {}, rows.map((row) => el("tr", {}, wanted.map(([, column]) => el("td", {}, row[column] == null ? "" : short(row[column])))))));
  }

  /** The newest sample, unless another one was chosen or is being heard. */
  offer(samples) {
    const last = this.samples.length - 1;
    const follows = Number(this.sampleNumber.value) >= last && !this.player?.playing;
    if (samples.length === this.samples.length) return;
    this.samples = samples;
    this.hearing.hidden = samples.length === 0;
    this.sampleNumber.max = samples.length - 1;
    if (follows) {
      this.sampleNumber.value = samples.length - 1;
      this.chooseSample();
    }
  }

  async chooseSample() {
    const file = this.samples[Number(this.sampleNumber.value)];
    if (!file || file === this.shownSample) return;
    this.shownSample = file;
    const name = `of epoch ${Number(file.match(/(\d+)\.[a-z]+$/)?.[1] ?? 0)}`;
    this.sampleName.textContent = name;
    this.sampleNumber.setAttribute("aria-valuetext", name);
    if (this.player?.playing) hush();
    try {
      const shown = await this.picture(file, name);
      if (this.shownSample === file) this.sample.replaceChildren(...shown);
    } catch (error) {
      complain(error);
    }
  }

  async picture(file, name) {
    if (file.endsWith(".mid")) {
      const player = new Tune(`sample ${name}`, file, await get(address("/api/roll", { name: file })));
      this.player = player;
      return [el("div", { class: "play-line" }, player.button, player.place), player.roll.element];
    }
    if (file.endsWith(".svg")) return [el("img", { class: "page", src: address("/api/file", { name: file }), alt: `Sample ${name}` })];
    if (file.endsWith(".txt")) return [el("p", { class: "read" }, await (await blob(address("/api/file", { name: file }))).text())];
    return [el("a", { class: "button", href: address("/api/save", { name: file }), download: "" }, "Save this sample")];
  }
}

/** The state of a run as a mark. */
export function state(card) {
  return el("span", { class: `state ${card.state.toLowerCase()}` }, STATES[card.state]);
}

/** What one says of a run in a line. */
export function words(card) {
  const ended = ENDED.includes(card.state);
  return [
    card.reason,
    card.epochs > 0 ? `epoch ${Math.min(Math.floor(card.epochsDone) + (ended ? 0 : 1), card.epochs)} of ${card.epochs}` : null,
    card.heldOutNats != null ? `best ${card.heldOutNats.toFixed(3)} nats a ${card.unit.replaceAll("_", " ")}, epoch ${card.bestEpoch}` : null,
    card.secondsLeft != null ? `${span(card.secondsLeft)} left` : null,
    card.source ? `from ${card.source}` : null,
  ].filter(Boolean);
}
