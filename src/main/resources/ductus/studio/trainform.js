// What to learn from and how: a source, a kind, a recipe; what that would take is measured before it begins.
import { parameter, post } from "./api.js";
import { el, field, options } from "./dom.js";
import { FinerPoints } from "./finerpoints.js";
import { span } from "./span.js";
import { t } from "./words.js";

const RECIPES = ["small", "medium", "large"];

export class TrainForm {
  /** begin(wish) is asked to begin a run, taken(name) whether there is one of the name. */
  constructor({ begin, taken }) {
    this.taken = taken;
    this.measured = new Map();
    this.source = el("select", { required: true, onchange: () => { this.offerKinds(); this.chosen(); } });
    this.kind = el("select", { onchange: () => this.chosen() });
    this.recipes = RECIPES.map((name) => this.recipe(name));
    this.outcome = el("p", { class: "outcome pale small" });
    this.name = el("input", { required: true, maxlength: 60, autocomplete: "off", spellcheck: "false", oninput: () => { this.named = true; } });
    this.expected = el("p", { class: "expected", "aria-live": "polite" });
    this.finer = new FinerPoints(() => this.chosen());
    this.go = el("button", { class: "primary", type: "submit" }, t("train.start"));
    this.element = el(
      "form", { class: "panel", "aria-label": t("train.what"), onsubmit: (event) => { event.preventDefault(); begin(this.wish()); } },
      el("div", { class: "fields" }, field(t("train.source"), this.source, true), field(t("train.kind"), this.kind, true)),
      el("fieldset", { class: "recipes" }, el("legend", { class: "label" }, t("train.recipe")), this.recipes.map((recipe) => recipe.element)),
      el("div", { class: "fields" }, field(t("train.name"), this.name, true)),
      el("div", { class: "actions" }, this.go),
      this.expected, this.outcome, this.finer.element);
  }

  recipe(name) {
    const input = el("input", { type: "radio", name: "recipe", value: name, checked: name === "medium", onchange: () => this.chosen() });
    return { name, input, element: el("label", { class: "recipe", title: t(`train.recipes.${name}.hint`) }, input,
      el("span", {}, el("b", {}, t(`train.recipes.${name}.name`)))) };
  }

  offer({ sources, kinds }) {
    this.sources = sources;
    this.kinds = kinds;
    // One's own first, else music, of which most is soonest learned.
    const usual = sources.find(({ id }) => id.startsWith("own/")) ?? sources.find(({ files }) => files.music) ?? sources[0];
    const asked = parameter("source") ?? usual?.id;
    for (const [prefix, label] of [["own/", t("train.own")], ["ships/", t("train.ships")]]) {
      const group = sources.filter(({ id }) => id.startsWith(prefix)).map(({ id, name, files }) => [id, `${name}: ${filesOf(files)}`]);
      if (group.length > 0) this.source.append(el("optgroup", { label }, options(group, asked ?? "")));
    }
    this.offerKinds();
    this.go.disabled = sources.length === 0;
    if (sources.length > 0) this.chosen();
    else this.expected.textContent = t("train.nothing");
  }

  wish() {
    return {
      source: this.source.value, kind: this.kind.value, recipe: this.recipes.find(({ input }) => input.checked).name,
      epochs: this.finer.epochs(), name: this.name.value, finer: this.finer.wish(),
    };
  }

  /** What the tasks that know the files of a source can learn from them. */
  offerKinds() {
    const files = this.sources.find(({ id }) => id === this.source.value)?.files ?? {};
    this.kind.replaceChildren(...options(this.kinds.filter(({ task }) => task in files).map(({ id }) => [id, t(`train.kinds.${id}`)]), this.kind.value));
  }

  /** Another choice has another name, and takes another time. */
  chosen() {
    const { source, kind, recipe } = this.wish();
    const known = this.kinds.find(({ id }) => id === kind);
    this.finer.fit(known);
    this.outcome.textContent = known ? `${t(`train.makes.${known.task}`)} ${t(`train.recipes.${recipe}.hint`)}` : "";
    if (!this.named) this.rename(`${source.replace(/^[a-z]+\//, "")}-${recipe}`);
    this.measure();
  }

  rename(base) {
    let name = base;
    for (let n = 2; this.taken(name); n++) name = `${base}-${n}`;
    this.name.value = name;
  }

  /** A run of the name was begun: the next one has another. */
  begun() {
    this.named = false;
    this.rename(this.name.value.replace(/-\d+$/, ""));
  }

  /** One measurement at a time, of what is chosen then: it takes the processor for some seconds. */
  async measure() {
    const wanted = () => JSON.stringify({ ...this.wish(), name: null });
    if (this.measuring) return;
    this.measuring = true;
    for (let asked = null; asked !== wanted();) {
      asked = wanted();
      if (!this.measured.has(asked)) {
        this.expected.textContent = t("train.measuring");
        await post("/api/train/expect", JSON.parse(asked))
          .then((expectation) => this.measured.set(asked, describe(expectation)), (error) => { this.refusal = sentence(error.message); });
      }
      this.expected.textContent = this.measured.get(asked) ?? this.refusal;
    }
    this.measuring = false;
  }
}

function describe({ what, pieces, heldOut, leftOut, weights, epochs, bytes, fits, seconds }) {
  const memory = bytes >= 1e9 ? t("train.gigabytes", { number: (bytes / 1e9).toFixed(1) }) : t("train.megabytes", { number: Math.max(1, Math.round(bytes / 1e6)) });
  const counted = [
    t("train.toLearn", { pieces: piecesOf(what, pieces) }),
    heldOut > 0 ? t("train.heldOut", { number: heldOut }) : null, leftOut > 0 ? t("train.leftOut", { count: leftOut }) : null,
  ].filter(Boolean).join(", ");
  const learned = t("train.learned", { counted, weights: weights.toLocaleString(document.documentElement.lang), epochs });
  if (!fits) return t("train.tooLarge", { memory, learned });
  const ready = new Date(Date.now() + seconds * 1000).toLocaleString(document.documentElement.lang, seconds < 12 * 3600 ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" });
  return t("train.takes", { time: span(seconds), ready, memory, learned });
}

/** What is learned from, by its name; as the task calls it where there is no word for it. */
function piecesOf(what, count) {
  const said = t(`train.whats.${what}`, { count });
  return said.startsWith("train.") ? `${count} ${what}` : said;
}

function filesOf(files) {
  return t("train.pieces", { count: Math.max(...Object.values(files)) });
}

function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
