// Asks before something that cannot be undone.
import { el } from "./dom.js";
import { t } from "./words.js";

/**
 * Whether the user says yes.
 * @param {string} question
 * @param {string} more what follows from it
 * @param {string} yes label of the button that does it
 * @returns {Promise<boolean>}
 */
export function sure(question, more, yes) {
  return new Promise((answer) => {
    const dialog = el("dialog", { "aria-labelledby": "sure-question", onclose: () => { dialog.remove(); answer(dialog.returnValue === "yes"); } },
      el("h2", { id: "sure-question" }, question),
      el("p", {}, more),
      el("div", { class: "actions" },
        el("button", { type: "button", class: "primary", onclick: () => dialog.close("yes") }, yes),
        el("button", { type: "button", autofocus: true, onclick: () => dialog.close("") }, t("page.cancel"))));
    document.body.append(dialog);
    dialog.showModal();
  });
}
