// How large the sheets are shown: as wide as there is room, as real paper, or twice that; pulled about with the mouse.
import { el } from "./dom.js";
import { t } from "./words.js";

const SCALES = [["fit", 0], ["real", 1], ["double", 2]];
const MARGIN = 24;
const WIDEST = 900;

export class Zoom {
  constructor(sheets) {
    this.sheets = sheets;
    this.scale = 0;
    this.element = el("div", { class: "stage", tabindex: 0, role: "region", "aria-label": t("write.pages"), "aria-describedby": "write-how" }, sheets.element);
    this.choice = el("div", { class: "zoom", role: "group", "aria-label": t("write.zoom.label") },
      SCALES.map(([name, scale]) => el("button", { type: "button", "aria-pressed": String(scale === 0), onclick: (event) => this.set(scale, event.target) }, t(`write.zoom.${name}`))));
    new ResizeObserver(() => this.lay()).observe(this.element);
    this.element.addEventListener("pointerdown", (event) => this.take(event));
    this.element.addEventListener("pointermove", (event) => this.pull(event));
    this.element.addEventListener("pointerup", () => { this.held = null; });
    this.element.addEventListener("pointercancel", () => { this.held = null; });
  }

  set(scale, pressed) {
    this.scale = scale;
    for (const button of this.choice.children) button.setAttribute("aria-pressed", String(button === pressed));
    this.lay();
  }

  /** A CSS millimetre is one of real paper where the screen has 96 dots an inch. */
  lay() {
    const room = Math.min(WIDEST, this.element.clientWidth - 2 * MARGIN);
    for (const { svg, width } of this.sheets.sheets) {
      svg.style.width = this.scale ? `${width * this.scale}mm` : `${Math.max(120, room)}px`;
    }
  }

  take(event) {
    if (event.pointerType !== "mouse" || event.target.closest(".ink-word")) return;
    this.held = { x: event.clientX + this.element.scrollLeft, y: event.clientY + this.element.scrollTop };
  }

  pull(event) {
    if (!this.held) return;
    this.element.scrollTo(this.held.x - event.clientX, this.held.y - event.clientY);
  }
}
