// A time in words.
import { t } from "./words.js";

export function span(seconds) {
  if (seconds < 90) return t("train.span.seconds", { number: Math.max(1, Math.round(seconds)) });
  if (seconds < 90 * 60) return t("train.span.minutes", { number: Math.round(seconds / 60) });
  return t("train.span.hours", { number: (seconds / 3600).toFixed(1) });
}
