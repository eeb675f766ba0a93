// Four steps for somebody who has never been here; gone once they were taken or waved away.
import { el } from "./dom.js";
import { t } from "./words.js";

const SEEN = "ductus-seen";
const STEPS = [["compose", "tune"], ["compose", "change"], ["write", "letter"], ["hand", "own"]];

/** What stands above the pages on a first visit; null afterwards. */
export function firstVisit() {
  if (localStorage.getItem(SEEN)) return null;
  const done = () => {
    localStorage.setItem(SEEN, "yes");
    place.remove();
    document.getElementById("page").focus();
  };
  const steps = STEPS.map(([page, step]) =>
    el("li", {}, el("a", { href: `#${page}` }, t(`help.first.${step}.do`)), el("span", {}, t(`help.first.${step}.get`))));
  const place = el("div", { class: "first", role: "region", "aria-label": t("help.first.title") },
    el("h2", {}, t("help.first.title")), el("ol", {}, steps),
    el("button", { type: "button", onclick: done }, t("help.first.done")));
  return place;
}
