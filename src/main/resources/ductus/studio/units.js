// The hidden units that fire most, each as a strip along the piece.
import { el } from "./dom.js";
import { t } from "./words.js";

/** A list of strips with a mark at a step. */
export function units(all, step, steps) {
  if (all.length === 0) return el("p", { class: "pale" }, t("inside.noLayer"));
  return el("ol", { class: "units" }, all.map((unit) => {
    const name = t("inside.unit", { layer: unit.layer + 1, unit: unit.unit + 1 });
    const mark = el("div", { class: "mark" });
    mark.style.left = `${((step + 0.5) / steps) * 100}%`;
    const now = unit.course[step].toFixed(2);
    return el("li", {}, el("span", { class: "unit-name" }, name),
      el("div", { class: "strip", role: "img", "aria-label": t("inside.unitNow", { name, now }) }, strip(unit.course), mark),
      el("span", { class: "number" }, now));
  }));
}

/** Warm where the unit is above 0, the accent's color below. */
function strip(course) {
  const canvas = el("canvas", { width: course.length, height: 1, "aria-hidden": "true" });
  const context = canvas.getContext("2d");
  const style = getComputedStyle(document.documentElement);
  const [above, below] = ["--warm", "--accent"].map((name) => style.getPropertyValue(name));
  course.forEach((state, x) => {
    context.globalAlpha = Math.min(1, Math.abs(state));
    context.fillStyle = state > 0 ? above : below;
    context.fillRect(x, 0, 1, 1);
  });
  return canvas;
}
