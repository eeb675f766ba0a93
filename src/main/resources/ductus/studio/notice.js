// Lines at the foot of the page that go away by themselves; with an action, later.
import { el } from "./dom.js";
import { t } from "./words.js";

const place = document.getElementById("notices");

export function say(text, action) {
  show(text, "notice", action);
}

export function complain(error) {
  show(sentence(error.message), "notice bad");
}

function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function show(text, style, action) {
  const close = el("button", { type: "button", "aria-label": t("page.close"), onclick: () => notice.remove() }, "×");
  const notice = el("div", { class: style }, el("span", {}, text));
  if (action) {
    notice.append(el("button", { type: "button", onclick: () => { notice.remove(); action.run(); } }, action.label));
  }
  notice.append(close);
  place.append(notice);
  setTimeout(() => notice.remove(), style.endsWith("bad") || action ? 15000 : 6000);
}
