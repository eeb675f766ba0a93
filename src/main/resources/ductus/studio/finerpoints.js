// What can be asked for beyond a recipe; what is left empty the recipe decides.
import { address, get } from "./api.js";
import { el, field, options } from "./dom.js";
import { complain } from "./notice.js";
import { t } from "./words.js";

const NUMBERS = {
  epochs: { min: 1, max: 10000 }, layers: { min: 1, max: 3 }, hiddenSize: { min: 1, max: 8192 },
  batchSize: { min: 1, max: 4096 }, learningRate: { min: 0, max: 1, step: "any" }, seed: { step: 1 },
};
const CELLS = ["lstm", "gru", "elman"];

export class FinerPoints {
  constructor(changed) {
    this.controls = Object.fromEntries(Object.entries(NUMBERS).map(([name, limits]) =>
      [name, el("input", { type: "number", ...limits, placeholder: t("train.recipes.its"), onchange: changed })]));
    this.cell = el("select", { onchange: changed });
    this.from = el("select", { onchange: changed });
    this.fields = Object.fromEntries(Object.entries({ from: this.from, cell: this.cell, ...this.controls })
      .map(([name, control]) => [name, field(t(`train.finer.${name}`), control, name === "from")]));
    this.element = el("details", { ontoggle: () => { if (this.element.open) this.offerModels(); } },
      el("summary", {}, t("train.finerPoints")), el("div", { class: "fields" }, Object.values(this.fields)),
      el("p", { class: "pale small" }, t("train.finerHint")));
  }

  /** What is usual for a kind stands in the empty fields; what it does not have is not asked. */
  fit(kind) {
    if (!kind || this.kind?.id === kind.id) return;
    this.kind = kind;
    this.controls.epochs.placeholder = t("train.recipes.its");
    for (const name of ["layers", "batchSize", "learningRate", "seed"]) {
      this.fields[name].hidden = kind.usual[name] == null;
      this.controls[name].placeholder = kind.usual[name] ?? "";
      if (this.fields[name].hidden) this.controls[name].value = "";
    }
    this.fields.hiddenSize.hidden = kind.usual.hiddenSize == null;
    if (this.fields.hiddenSize.hidden) this.controls.hiddenSize.value = "";
    this.fields.cell.hidden = kind.usual.cell == null;
    const cells = [...new Set([kind.usual.cell, ...CELLS])].filter(Boolean);
    this.cell.replaceChildren(...options([["", t("train.usually", { what: kind.usual.cell ?? "" })], ...cells.map((cell) => [cell, cell])], ""));
    this.fields.from.hidden = !kind.goesOn;
    this.from.replaceChildren(...options([["", t("train.anew")]]));
    if (this.element.open) this.offerModels();
  }

  /** The models that there are to go on from; looked for when they are wanted, since all are read. */
  async offerModels() {
    const kind = this.kind;
    if (!kind?.goesOn || this.from.dataset.kind === kind.id) return;
    try {
      const { models } = await get(address("/api/train/models", { kind: kind.id }));
      if (this.kind !== kind) return;
      this.from.dataset.kind = kind.id;
      this.from.replaceChildren(...options([["", t("train.anew")], ...models.map((name) => [name, name])]));
    } catch (error) {
      complain(error);
    }
  }

  epochs() {
    return number(this.controls.epochs);
  }

  wish() {
    const { layers, hiddenSize, batchSize, learningRate, seed } = this.controls;
    return {
      cell: this.cell.value || null, layers: number(layers), hiddenSize: number(hiddenSize), batchSize: number(batchSize),
      learningRate: number(learningRate), seed: seed.value.trim() || null, from: this.from.value || null,
    };
  }
}

function number(input) {
  return input.value === "" ? null : Number(input.value);
}
