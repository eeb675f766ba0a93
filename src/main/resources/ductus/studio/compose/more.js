// What a tune can be given: chords, a bass, drums, voices, a band; each alone.
import { el } from "../dom.js";
import { t } from "../words.js";
import { nameOf } from "./wish.js";

const KINDS = ["chords", "bass", "drums", "voices"];

/**
 * @param {object[]} bands cards of the models that accompany a tune
 * @param {(kind: string) => Promise<void>} harmonize hears of "chords", "bass", "drums" or "voices"
 * @param {(card: object) => Promise<void>} accompany hears of the model that is to accompany
 */
export function more(bands, harmonize, accompany) {
  const button = (label, run) => {
    const made = el("button", {
      type: "button",
      onclick: async () => {
        made.disabled = true;
        await run();
        made.disabled = false;
      },
    }, label);
    return made;
  };
  return el("details", {}, el("summary", {}, t("compose.more.title")),
    el("div", { class: "actions" },
      KINDS.map((kind) => button(t(`compose.more.${kind}`), () => harmonize(kind))),
      bands.map((card) => button(t("compose.more.band", { model: nameOf(card) }), () => accompany(card)))));
}
