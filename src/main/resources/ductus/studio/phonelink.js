// The way from a phone: off until it is switched on, told on the screen while it is open, and what comes is taken in.
import { address, blob, get, post } from "./api.js";
import { el, svg } from "./dom.js";
import { complain } from "./notice.js";
import { t } from "./words.js";

const LOOK_MILLIS = 1000;
const QUIET = 4;

/** came(file) hears of each picture; returns the element, and end() to be called when the page is left. */
export function phoneLink(came) {
  const link = new PhoneLink(came);
  return { element: link.element, end: () => link.leave() };
}

class PhoneLink {
  constructor(came) {
    this.came = came;
    this.code = el("div", { class: "phone-code" });
    this.said = el("p", { role: "status" });
    this.left = el("p", { class: "pale small" });
    this.open = el("button", { type: "button", onclick: () => this.ask("/api/phone/open") }, t("hand.phone.open"));
    this.close = el("button", { type: "button", hidden: true, onclick: () => this.ask("/api/phone/close") }, t("hand.phone.close"));
    this.element = el("details", { class: "phone" }, el("summary", {}, t("hand.phone.title")),
      el("p", { class: "pale small" }, t("hand.phone.how")), el("div", { class: "actions" }, this.open, this.close), this.said, this.code, this.left);
  }

  async ask(path) {
    try {
      if (!this.known) this.known = new Set((await get("/api/phone")).pictures);
      this.show(await post(path, {}));
    } catch (error) {
      complain(error);
    }
  }

  show(state) {
    const open = state.address !== "";
    this.open.hidden = open;
    this.close.hidden = !open;
    if (open !== this.shown || state.used !== this.used) this.tell(state, open);
    this.left.textContent = open ? t("hand.phone.left", { count: Math.ceil(state.seconds / 60) }) : "";
    this.take(state.pictures);
    clearTimeout(this.later);
    if (open) this.later = setTimeout(() => this.look(), LOOK_MILLIS);
  }

  tell({ address: to, code, size, used }, open) {
    const was = this.shown;
    this.shown = open;
    this.used = used;
    this.said.textContent = open ? (used ? t("hand.phone.used") : t("hand.phone.listening", { address: to })) : was ? t("hand.phone.over") : "";
    this.code.replaceChildren(...(open && !used
      ? [svg("svg", { viewBox: `${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}`, role: "img", "aria-label": t("hand.phone.code", { address: to }), "shape-rendering": "crispEdges" },
        svg("path", { d: code }))] : []));
  }

  async look() {
    try {
      this.show(await get("/api/phone"));
    } catch (error) {
      complain(error);
    }
  }

  async take(names) {
    for (const name of names.filter((each) => !this.known.has(each))) {
      this.known.add(name);
      try {
        this.came(new File([await blob(address("/api/phone/picture", { name }))], name));
      } catch (error) {
        complain(error);
      }
    }
  }

  leave() {
    clearTimeout(this.later);
    if (this.shown) post("/api/phone/close", {}).catch(() => {});
  }
}
