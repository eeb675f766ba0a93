// Training: what to learn from and how at the left, the runs and the one that is watched at the right.
import { get, parameter, post } from "./api.js";
import { el, field, options } from "./dom.js";
import { complain, say } from "./notice.js";
import { Run, STATES, state, words } from "./run.js";
import { span } from "./span.js";

const RECIPES = [
  ["small", "Small", "half as many units, half as long"], ["medium", "Medium", "what suits most"],
  ["large", "Large", "twice as many units, for much to learn"],
];
const LIST_EVERY = 5000;

export function mount(main) {
  const page = new Train();
  main.append(
    el("h1", {}, "Train"),
    el("p", { class: "lead" },
      "Let a network learn from music, handwriting, text or tables: see how well it does, and hear what it makes of it on the way. It goes on when this page or the studio is closed."),
    el("div", { class: "desk" }, page.form, page.results));
  page.load();
  return () => page.leave();
}

class Train {
  constructor() {
    this.runs = [];
    this.measured = new Map();
    this.source = el("select", { required: true, onchange: () => { this.offerKinds(); this.chosen(); } });
    this.kind = el("select", { onchange: () => this.chosen() });
    this.recipes = RECIPES.map(([name, label, hint]) => this.recipe(name, label, hint));
    this.epochs = el("input", { type: "number", min: 1, max: 10000, placeholder: "the recipe’s", onchange: () => this.chosen() });
    this.name = el("input", { required: true, maxlength: 60, autocomplete: "off", spellcheck: "false", oninput: () => { this.named = true; } });
    this.expected = el("p", { class: "expected", "aria-live": "polite" });
    this.go = el("button", { class: "primary", type: "submit" }, "Start training");
    this.form = el(
      "form", { class: "panel", "aria-label": "What to train", onsubmit: (event) => { event.preventDefault(); this.begin(); } },
      el("div", { class: "fields" }, field("Learn from", this.source, true), field("What to learn", this.kind, true)),
      el("fieldset", { class: "recipes" }, el("legend", { class: "label" }, "Recipe"), this.recipes.map((recipe) => recipe.element)),
      el("div", { class: "fields" }, field("Name", this.name, true)),
      el("details", {}, el("summary", {}, "Finer points"), el("div", { class: "fields" }, field("Epochs at most", this.epochs, true))),
      this.expected,
      el("div", { class: "actions" }, this.go));
    this.list = el("ul", { class: "runs" });
    this.empty = el("p", { class: "empty" }, "No training run yet. One that you start here, or with ductus train, will stand here.");
    this.place = el("div", {});
    this.results = el("section", { class: "results", "aria-label": "Training runs" }, this.empty, this.list, this.place);
  }

  recipe(name, label, hint) {
    const input = el("input", { type: "radio", name: "recipe", value: name, checked: name === "medium", onchange: () => this.chosen() });
    return { name, input, element: el("label", { class: "recipe" }, input, el("span", {}, el("b", {}, label), el("span", { class: "pale" }, hint))) };
  }

  async load() {
    try {
      const { sources, kinds } = await get("/api/train");
      this.sources = sources;
      this.kinds = kinds;
      // One's own first, else music, of which most is soonest learned.
      const usual = sources.find(({ id }) => id.startsWith("own/")) ?? sources.find(({ files }) => files.music) ?? sources[0];
      const asked = parameter("source") ?? usual?.id;
      for (const [prefix, label] of [["own/", "Your own"], ["ships/", "Come with Ductus"]]) {
        const group = sources.filter(({ id }) => id.startsWith(prefix)).map(({ id, name, files }) => [id, `${name}: ${filesOf(files)}`]);
        if (group.length > 0) this.source.append(el("optgroup", { label }, options(group, asked ?? "")));
      }
      this.offerKinds();
      this.go.disabled = sources.length === 0;
      await this.look();
      const busy = this.runs.find((run) => ["RUNNING", "PAUSED", "STARTING"].includes(run.state)) ?? this.runs[0];
      if (busy) this.watch(busy.name);
      this.timer = setInterval(() => { if (!document.hidden) this.look().catch(() => {}); }, LIST_EVERY);
      if (sources.length > 0) this.chosen();
      else this.expected.textContent = "There is nothing to learn from: drop music or handwriting in at Corpus.";
    } catch (error) {
      complain(error);
    }
  }

  leave() {
    this.left = true;
    clearInterval(this.timer);
    this.run?.leave();
  }

  wish() {
    return {
      source: this.source.value, kind: this.kind.value, recipe: this.recipes.find(({ input }) => input.checked).name,
      epochs: this.epochs.value === "" ? null : Number(this.epochs.value), name: this.name.value,
    };
  }

  /** What the tasks that know the files of a source can learn from them. */
  offerKinds() {
    const files = this.sources.find(({ id }) => id === this.source.value)?.files ?? {};
    this.kind.replaceChildren(...options(this.kinds.filter(({ task }) => task in files).map(({ id, words }) => [id, words]), this.kind.value));
  }

  /** Another choice has another name, and takes another time. */
  chosen() {
    const { source, recipe } = this.wish();
    if (!this.named) this.name.value = this.freeName(`${source.replace(/^[a-z]+\//, "")}-${recipe}`);
    this.measure();
  }

  /** One measurement at a time, of what is chosen then: it takes the processor for some seconds. */
  async measure() {
    const wanted = () => JSON.stringify({ ...this.wish(), name: null });
    if (this.measuring) return;
    this.measuring = true;
    for (let asked = null; asked !== wanted();) {
      asked = wanted();
      if (!this.measured.has(asked)) {
        this.expected.textContent = "Measuring what it would take …";
        await post("/api/train/expect", JSON.parse(asked))
          .then((expectation) => this.measured.set(asked, describe(expectation)), (error) => { this.refusal = sentence(error.message); });
      }
      this.expected.textContent = this.measured.get(asked) ?? this.refusal;
    }
    this.measuring = false;
  }

  freeName(base) {
    const taken = new Set(this.runs.map((run) => run.name));
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base}-${n}`;
    return name;
  }

  async begin() {
    this.go.disabled = true;
    try {
      const card = await post("/api/train/begin", this.wish());
      this.named = false;
      say(`${card.name} starts`);
      await this.look();
      this.watch(card.name);
      this.run.heading.focus();
      this.name.value = this.freeName(this.name.value.replace(/-\d+$/, ""));
    } catch (error) {
      complain(error);
    } finally {
      this.go.disabled = false;
    }
  }

  async look() {
    const { runs } = await get("/api/train/runs");
    this.runs = runs;
    this.show();
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
    say(`${thrown.run} is in the bin`, thrown.number > 0 ? { label: "Undo", run: () => this.restore(thrown) } : undefined);
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
    if (before && before.state !== card.state) say(`${card.name}: ${STATES[card.state].toLowerCase()}`);
    this.runs = this.runs.map((run) => (run.name === card.name ? card : run));
    this.show();
  }

  /** The list, in which what has the focus stays where it is. */
  show() {
    this.empty.hidden = this.runs.length > 0;
    const rows = new Map([...this.list.children].map((row) => [row.dataset.run, row]));
    const shown = this.runs.map((card) => {
      const row = rows.get(card.name) ?? this.row(card.name);
      const chosen = card.name === this.run?.name;
      row.button.setAttribute("aria-pressed", String(chosen));
      const said = [card.name, card.state, ...words(card)].join();
      if (row.said !== said) {
        row.said = said;
        row.button.replaceChildren(el("b", {}, card.name), state(card), el("span", { class: "pale" }, words(card).slice(0, 2).join(" · ")));
      }
      return row;
    });
    if (shown.some((row, index) => this.list.children[index] !== row) || this.list.children.length !== shown.length) {
      this.list.replaceChildren(...shown);
    }
  }

  row(name) {
    const button = el("button", { type: "button", class: "run-row", onclick: () => this.watch(name) });
    const row = el("li", { "data-run": name }, button);
    row.button = button;
    return row;
  }
}

function describe(expectation) {
  const { what, pieces, heldOut, leftOut, weights, epochs, bytes, fits, seconds } = expectation;
  const memory = bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.max(1, Math.round(bytes / 1e6))} MB`;
  const counted = [
    `${pieces} ${pieces === 1 ? what.replace(/s$/, "") : what} to learn`, heldOut > 0 ? `${heldOut} held out` : null,
    leftOut > 0 ? `${leftOut === 1 ? "1 file" : `${leftOut} files`} left out` : null,
  ].filter(Boolean).join(", ");
  const learned = `${counted}; ${weights.toLocaleString("en")} weights; ${epochs} epochs at most.`;
  if (!fits) return `This needs ${memory} of memory, more than there is: choose a smaller recipe. ${learned}`;
  return `About ${span(seconds)} on this machine as busy as it is now, and ${memory} of memory. ${learned}`;
}

function filesOf(files) {
  const all = Math.max(...Object.values(files));
  return all === 1 ? "1 piece" : `${all} pieces`;
}

function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
