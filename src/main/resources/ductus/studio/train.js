// Training: what to learn from and how at the left, the runs and the one that is watched at the right.
import { get, post } from "./api.js";
import { Comparison } from "./comparison.js";
import { el } from "./dom.js";
import { ModelImport } from "./modelimport.js";
import { complain, say } from "./notice.js";
import { Run } from "./run.js";
import { RunTable } from "./runtable.js";
import { stateName } from "./runwords.js";
import { TrainForm } from "./trainform.js";
import { t } from "./words.js";

const LIST_EVERY = 5000;

export function mount(main) {
  const page = new Train();
  main.append(el("div", { class: "train-page" },
    el("h1", {}, t("train.title")), el("p", { class: "lead" }, t("train.lead")),
    el("div", { class: "desk" }, page.form.element, page.results)));
  page.load();
  return () => page.leave();
}

class Train {
  constructor() {
    this.runs = [];
    this.form = new TrainForm({ begin: (wish) => this.begin(wish), taken: (name) => this.runs.some((run) => run.name === name) });
    this.comparison = new Comparison();
    this.table = new RunTable({ chose: (name) => this.watch(name), compared: (names) => this.comparison.show(names) });
    this.bring = new ModelImport(async (name) => {
      await this.look().catch(complain);
      this.watch(name);
    });
    this.place = el("div", {});
    this.results = el("section", { class: "results", "aria-label": t("train.runs") },
      this.table.element, this.comparison.element, this.place, this.bring.element);
  }

  async load() {
    try {
      const [choices] = await Promise.all([get("/api/train"), this.look()]);
      const busy = this.runs.find((run) => ["RUNNING", "PAUSED", "STARTING"].includes(run.state)) ?? this.runs[0];
      if (busy) this.watch(busy.name);
      this.form.offer(choices);
      this.timer = setInterval(() => { if (!document.hidden) this.look().catch(() => {}); }, LIST_EVERY);
      if (this.left) clearInterval(this.timer);
    } catch (error) {
      complain(error);
    }
  }

  leave() {
    this.left = true;
    clearInterval(this.timer);
    this.run?.leave();
  }

  async begin(wish) {
    this.form.go.disabled = true;
    try {
      const card = await post("/api/train/begin", wish);
      say(t("train.starts", { name: card.name }));
      await this.look();
      this.watch(card.name);
      this.run.heading.focus();
      this.form.begun();
    } catch (error) {
      complain(error);
    } finally {
      this.form.go.disabled = false;
    }
  }

  async look() {
    const { runs } = await get("/api/train/runs");
    this.runs = runs;
    this.show();
  }

  show() {
    this.table.show(this.runs, this.run?.name);
  }

  watch(name) {
    if (this.left || this.run?.name === name) return;
    this.run?.leave();
    this.run = new Run(name, { changed: (card) => this.changed(card), gone: (thrown) => this.gone(thrown) });
    this.place.replaceChildren(this.run.element);
    this.run.watch();
    this.show();
  }

  /** The run that is shown was thrown away. */
  async gone(thrown) {
    this.run.leave();
    this.run = null;
    this.place.replaceChildren();
    say(t("train.thrown", { name: thrown.run }), thrown.number > 0 ? { label: t("train.undo"), run: () => this.restore(thrown) } : undefined);
    await this.look().catch(complain);
    if (this.runs.length > 0) {
      this.watch(this.runs[0].name);
      this.run.heading.focus();
    }
  }

  async restore(thrown) {
    try {
      const card = await post("/api/train/restore", thrown);
      await this.look();
      this.watch(card.name);
    } catch (error) {
      complain(error);
    }
  }

  changed(card) {
    const before = this.runs.find((run) => run.name === card.name);
    if (before && before.state !== card.state) say(t("train.nowIs", { name: card.name, state: stateName(card.state) }));
    this.runs = this.runs.map((run) => (run.name === card.name ? card : run));
    this.show();
  }
}
