// The hands that can write, each with a few words by it, and a mix of them.
import { address, get, parameter } from "./api.js";
import { el, field } from "./dom.js";
import { t } from "./words.js";

const MIX_STEPS = 10;
const FIRST_HANDS = 4;
const USUAL_HAND = "round";

export class Hands {
  constructor(changed) {
    this.list = el("div", { class: "hands", role: "radiogroup", "aria-label": t("write.hand") });
    this.others = el("div", { class: "hands", role: "radiogroup", "aria-label": t("write.hands.more") });
    this.mix = el("div", {});
    this.element = el("div", {}, el("div", { class: "label spaced" }, t("write.hand")), this.list,
      el("details", { ontoggle: () => this.draw() }, el("summary", {}, t("write.hands.more")), this.others),
      el("details", {}, el("summary", {}, t("write.hands.mix")), el("p", { class: "pale" }, t("write.hands.share")), this.mix));
    this.element.addEventListener("input", changed);
  }

  /** Shows the hands of a model; the one that is wished for stands in sight. */
  async load(model, wished) {
    const choices = await get(address("/api/write", { model }));
    const asked = parameter("hand") ?? wished;
    const usual = choices.hands.find(({ name }) => name === asked)
      ?? choices.hands.find((hand) => hand.added || hand.name === USUAL_HAND) ?? choices.hands[0];
    for (const list of [this.list, this.others, this.mix]) list.replaceChildren();
    const hands = [usual, ...choices.hands.filter((hand) => hand !== usual)];
    hands.forEach((hand, index) => {
      (index < FIRST_HANDS ? this.list : this.others).append(choice(hand, hand === usual));
      this.mix.append(field(hand.name, el("input", { type: "range", min: 0, max: MIX_STEPS, value: 0, "data-hand": hand.name })));
    });
    this.model = model;
    this.draw();
  }

  /** Has the hands that are in sight write a few words, one after another: a letter that is written meanwhile goes first. */
  async draw() {
    if (this.drawing) return;
    this.drawing = true;
    for (let image = this.next(); image; image = this.next()) {
      image.src = address("/api/write/sample", { hand: image.dataset.hand, model: this.model });
      await image.decode().catch(() => {});
    }
    this.drawing = false;
  }

  /** @returns {any} */
  next() {
    return [...this.element.querySelectorAll(".hand img:not([src])")].find((image) => image.closest("details")?.open ?? true);
  }

  chosen() {
    return this.inputs().find(({ checked }) => checked)?.value;
  }

  choose(name) {
    const input = this.inputs().find(({ value }) => value === name);
    if (input) input.checked = true;
  }

  /** @returns {HTMLInputElement[]} */
  inputs() {
    return [.../** @type {NodeListOf<HTMLInputElement>} */ (this.element.querySelectorAll(".hand input"))];
  }

  /** Weights of the hands: those of the mix, or the one that is chosen. */
  weights() {
    const mixed = [...this.mix.querySelectorAll("input")]
      .filter((share) => Number(share.value) > 0)
      .map((share) => [share.dataset.hand, Number(share.value)]);
    return Object.fromEntries(mixed.length > 0 || !this.chosen() ? mixed : [[this.chosen(), 1]]);
  }
}

function choice(hand, checked) {
  return el("label", { class: "hand" },
    el("input", { type: "radio", name: "hand", value: hand.name, checked }),
    el("img", { alt: "", "data-hand": hand.name }),
    el("span", {}, hand.added ? t("write.hands.yours", { name: hand.name }) : hand.name));
}
