// The size of all type, as it was chosen on this machine.
import { el } from "./dom.js";
import { t } from "./words.js";

const CHOICE = "ductus-type";
const SIZES = ["100", "115", "130", "150"];

function set(size) {
  document.documentElement.style.fontSize = size === SIZES[0] ? "" : `${size}%`;
}

/** A button that makes the type one step larger, and the largest usual again. */
export function typeSize() {
  const chosen = () => Math.max(0, SIZES.indexOf(localStorage.getItem(CHOICE) ?? SIZES[0]));
  const button = el("button", { type: "button", class: "round", "aria-label": t("page.larger", { size: SIZES[chosen()] }) }, "A");
  button.addEventListener("click", () => {
    const size = SIZES[(chosen() + 1) % SIZES.length];
    localStorage.setItem(CHOICE, size);
    set(size);
    button.setAttribute("aria-label", t("page.larger", { size }));
  });
  set(SIZES[chosen()]);
  return button;
}
