// What one says of a training run: in plain words first, and exactly.
import { span } from "./span.js";
import { t } from "./words.js";

const ENDED = ["DONE", "STOPPED", "DIED", "IMPORTED"];

/**
 * @typedef {object} RunCard
 * @property {string} name
 * @property {string} state
 * @property {string | null} [reason]
 * @property {string | null} [task]
 * @property {string | null} [source]
 * @property {string} unit
 * @property {number} epochsDone
 * @property {number} epochs
 * @property {number | null} [heldOutNats]
 * @property {number | null} [countingNats]
 * @property {number} bestEpoch
 * @property {number | null} [secondsLeft]
 * @property {number | null} [seconds]
 * @property {{ cell?: string, layers?: number, hiddenSize?: number } | null} [size]
 */

/** Whether nothing more happens to a run by itself. */
export function ended(card) {
  return ENDED.includes(card.state);
}

export function stateName(state) {
  return t(`train.states.${state}`);
}

/** What a run learns, by the name of its task. */
export function taskName(card) {
  return card.task ? t(`train.tasks.${card.task}`) : t("train.unknownTask");
}

/** By which share of what counting leaves open it predicts better, in percent; null where nothing is counted. */
export function percentBetter({ heldOutNats, countingNats }) {
  return heldOutNats == null || !(countingNats > 0) ? null : Math.round(100 * (1 - heldOutNats / countingNats));
}

/** How good a run is, in plain words; null before its first epoch has ended. */
export function better(card) {
  if (card.heldOutNats == null) return null;
  const percent = percentBetter(card);
  if (percent === null) return t("train.bestAfter", { epoch: card.bestEpoch });
  return percent > 0 ? t("train.better", { percent }) : t("train.notBetter");
}

/** How good it is, for those who know what nats are. */
export function exact(card) {
  return card.heldOutNats == null ? null
    : t("train.exact", { nats: card.heldOutNats.toFixed(3), unit: unitName(card.unit), epoch: card.bestEpoch });
}

/** One of what a loss is of; as the run calls it where there is no word for it. */
export function unitName(unit) {
  const said = t(`train.units.${unit}`);
  return said.startsWith("train.") ? unit.replaceAll("_", " ") : said;
}

export function size(card) {
  const { cell, layers, hiddenSize } = card.size ?? {};
  const units = hiddenSize == null ? null : layers == null ? String(hiddenSize) : `${layers} × ${hiddenSize}`;
  return [cell, units].filter(Boolean).join(" ");
}

/** What one says of a run in a line. */
export function words(card) {
  const epoch = Math.min(Math.floor(card.epochsDone) + (ended(card) ? 0 : 1), card.epochs);
  return [
    card.reason,
    card.epochs > 0 ? t("train.epoch", { epoch, epochs: card.epochs }) : null,
    better(card),
    card.secondsLeft != null ? t("train.left", { time: span(card.secondsLeft) }) : null,
    card.source ? t("train.from", { source: card.source }) : null,
  ].filter(Boolean);
}

const KEYS = {
  name: (card) => card.name.toLowerCase(),
  task: (card) => (card.task ? taskName(card).toLowerCase() : null),
  source: (card) => card.source?.toLowerCase() ?? null,
  size: (card) => (card.size?.hiddenSize == null ? null : card.size.hiddenSize * (card.size.layers ?? 1)),
  // Losses of different things cannot be compared, but how much better than counting each is can.
  best: (card) => (percentBetter(card) === null ? null : -percentBetter(card)),
  seconds: (card) => card.seconds ?? null,
  state: (card) => stateName(card.state).toLowerCase(),
};

/**
 * Runs in the order of a column, as they came where it says nothing of them; those come last either way.
 * @param {RunCard[]} cards
 * @param {keyof typeof KEYS} column
 * @param {boolean} downwards
 */
export function sorted(cards, column, downwards) {
  const key = KEYS[column];
  const sign = downwards ? -1 : 1;
  return [...cards].sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left < right ? -1 : left > right ? 1 : 0);
  });
}
