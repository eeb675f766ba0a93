// Notes that were changed and not saved before the page was left: a line for each, to go on with them or to drop them.
import { address, get } from "../api.js";
import { el } from "../dom.js";
import { forget, leftOf, restore } from "../editor/unsaved.js";
import { complain, say } from "../notice.js";
import { t } from "../words.js";

const MOST = 3;

export class Leftovers {
  /** taken(tune, name) hears of a tune whose notes are to be gone on with. */
  constructor(taken) {
    this.taken = taken;
    this.element = el("div", { class: "leftovers", role: "status" });
  }

  /** Looks once what was left; what is edited now is no leftover. */
  load() {
    if (this.looked) return;
    this.looked = true;
    this.element.replaceChildren(...leftOf().slice(0, MOST).map((each) => this.line(each)));
  }

  line({ midi, at }) {
    const name = midi.split("/").at(-1).replace(/\.mid$/, "");
    const time = new Date(at).toLocaleTimeString([], { timeStyle: "short" });
    const line = el("p", { class: "leftover" }, el("span", {}, t("compose.left.line", { name, time })),
      el("button", { type: "button", onclick: () => this.take(midi, name, line) }, t("compose.left.go")),
      el("button", { type: "button", class: "plain", onclick: () => this.drop(midi, line) }, t("compose.left.drop")));
    return line;
  }

  async take(midi, name, line) {
    try {
      const roll = await get(address("/api/roll", { name: midi }));
      line.remove();
      this.taken({ stem: midi.replace(/\.mid$/, ""), midi, outline: roll.outline, ended: true, roll }, name);
    } catch (error) {
      // The draft is gone, and its notes have nowhere to go.
      if (error.status === 404) {
        forget(midi);
        line.remove();
      }
      complain(error);
    }
  }

  drop(midi, line) {
    const dropped = forget(midi);
    const next = line.nextSibling;
    line.remove();
    say(t("compose.left.dropped"), {
      label: t("editor.undo"),
      run: () => {
        restore(dropped);
        this.element.insertBefore(line, next?.isConnected ? next : null);
      },
    });
  }
}
