// One training run: what it is doing, its charts while they grow, what it can play already, its model.
import { address, post } from "./api.js";
import { Chart, short } from "./chart.js";
import { el } from "./dom.js";
import { ModelAbout } from "./modelabout.js";
import { complain } from "./notice.js";
import { stateMark } from "./runtable.js";
import { ended, exact, words } from "./runwords.js";
import { Samples } from "./samples.js";
import { t } from "./words.js";

/** The page on which the models of a task are used. */
const USES = { music: "compose", hands: "write" };

const COMMANDS = { pause: ["RUNNING"], unpause: ["PAUSED"], stop: ["RUNNING", "PAUSED"] };

export class Run {
  /** changed(card) hears of every change of the run, gone(thrown) that it was thrown away. */
  constructor(name, { changed, gone }) {
    this.gone = gone;
    this.name = name;
    this.changed = changed;
    this.updates = [];
    this.heading = el("h2", { tabindex: -1 }, name);
    this.facts = el("p", { class: "facts" });
    this.bar = el("progress", { max: 1, value: 0, "aria-label": t("train.progress", { name }) });
    this.actions = el("div", { class: "actions" });
    const across = t("train.epochs");
    this.loss = new Chart(t("train.charts.loss"), { across, up: t("train.lowerIsBetter") });
    this.rate = new Chart(t("train.charts.rate"), { across, up: t("train.charts.rateUnit") });
    this.layers = new Chart(t("train.charts.layers"), { across, up: t("train.charts.norm"), logarithmic: true });
    this.lags = new Chart(t("train.charts.lags"), { across: t("train.charts.stepsBack"), up: t("train.charts.norm"), logarithmic: true });
    const exactly = [this.rate, this.layers, this.lags];
    for (const chart of [this.loss, ...exactly]) chart.element.hidden = true;
    this.samples = new Samples();
    this.exact = el("p", {});
    this.table = el("table", {});
    this.numbers = el("div", { class: "numbers", tabindex: 0, role: "region", "aria-label": t("train.numbers") }, this.table);
    this.details = el("details", { hidden: true }, el("summary", {}, t("train.details")), this.exact,
      el("p", { class: "pale small" }, t("train.charts.explained")),
      el("div", { class: "charts" }, exactly.map((chart) => chart.element)), el("h3", {}, t("train.numbers")), this.numbers);
    this.about = new ModelAbout(name);
    this.element = el("article", { class: "card run", "aria-label": name },
      el("header", {}, el("div", {}, this.heading, this.facts)), this.bar, this.actions, this.samples.element,
      el("div", { class: "charts" }, this.loss.element), this.details, this.about.element);
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
      if (this.source?.readyState === EventSource.CLOSED) this.facts.textContent = t("train.unwatched");
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
    this.samples.offer(this.rest.samples);
  }

  show(card) {
    this.facts.replaceChildren(stateMark(card), ...words(card).map((part) => ` · ${part}`));
    this.exact.textContent = exact(card) ?? "";
    this.bar.max = card.epochs || 1;
    this.bar.value = card.state === "DONE" ? this.bar.max : Math.min(card.epochsDone, this.bar.max);
    this.bar.hidden = card.epochs === 0;
    this.about.element.hidden = !card.hasModel;
    const before = this.card;
    this.card = card;
    if (before?.state !== card.state || before.hasModel !== card.hasModel) this.command(card);
    this.changed(card);
  }

  /** The buttons that fit. */
  command(card) {
    const had = this.actions.contains(document.activeElement);
    /** @type {HTMLElement[]} */
    const buttons = Object.entries(COMMANDS)
      .filter(([, states]) => states.includes(card.state))
      .map(([name]) => el("button", { type: "button", onclick: () => this.tell(name) }, t(`train.commands.${name}`)));
    if (card.resumable) buttons.push(el("button", { type: "button", class: "primary", onclick: () => this.tell("resume") }, t("train.commands.resume")));
    const use = USES[card.task];
    if (card.hasModel && use) {
      buttons.push(el("a", { class: "button", href: `#${use}?${new URLSearchParams({ model: this.name })}` }, t(`train.uses.${use}`)));
    }
    if (card.hasModel) {
      buttons.push(el("a", { class: "button", href: address("/api/train/export", { run: this.name }), download: "" }, t("train.saveModel")));
    }
    if (ended(card)) buttons.push(el("button", { type: "button", class: "plain", onclick: () => this.remove() }, t("train.commands.delete")));
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
      { name: t("train.charts.learned"), points: byEpoch("training_nats_per_") },
      { name: t("train.charts.heldOut"), points: byEpoch("validation_nats_per_") },
      { name: t("train.charts.soFar"), points: loss < 0 ? [] : line(loss), faint: true }]);
    this.rate.draw([{ name: t("train.charts.rateUnit"), points: line(columns.indexOf("learning_rate")) }]);
    this.layers.draw(columns
      .map((name, column) => ({ name: name.replace("gradient_norm_", ""), layer: name.startsWith("gradient_norm_"), column }))
      .filter((column) => column.layer)
      .map(({ name, column }) => ({ name, points: line(column) })));
    this.lags.draw(lags.rows.map((row) => ({
      name: t("train.charts.epoch", { epoch: row[0] }), points: row.slice(1).map((norm, index) => [index + 1, norm]),
    })));
  }

  list({ columns, rows }) {
    this.details.hidden = rows.length === 0;
    if (rows.length === this.rows) return;
    this.rows = rows.length;
    const wanted = columns.map((name, column) => [name.replaceAll("_", " "), column]);
    this.table.replaceChildren(
      el("thead", {}, el("tr", {}, wanted.map(([name]) => el("th", { scope: "col" }, name)))),
      el("tbody", {}, rows.map((row) => el("tr", {}, wanted.map(([, column]) => el("td", {}, row[column] == null ? "" : short(row[column])))))));
  }
}
