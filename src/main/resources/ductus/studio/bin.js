// What was deleted or started over: brought back, or deleted for ever.
import { get, post } from "./api.js";
import { sure } from "./ask.js";
import { el } from "./dom.js";
import { complain, say } from "./notice.js";
import { size } from "./size.js";
import { language, t } from "./words.js";

export function mount(main) {
  const bin = new Bin();
  main.append(el("h1", {}, t("bin.title")), el("p", { class: "lead" }, t("bin.lead")), bin.list, bin.emptying);
  bin.load();
}

class Bin {
  constructor() {
    this.entries = [];
    this.list = el("ul", { class: "bin", "aria-live": "polite" });
    this.emptying = el("button", { type: "button", hidden: true, onclick: () => this.empty() }, t("bin.empty"));
  }

  async load() {
    try {
      this.entries = (await get("/api/bin")).entries;
    } catch (error) {
      complain(error);
      return;
    }
    this.emptying.hidden = this.entries.length === 0;
    this.list.replaceChildren(...this.entries.map((entry) => this.row(entry)));
    if (this.entries.length === 0) this.list.append(el("li", { class: "pale" }, t("bin.nothing")));
  }

  row(entry) {
    const name = called(entry);
    const thrown = new Date(entry.thrown).toLocaleString(language(), { dateStyle: "medium", timeStyle: "short" });
    return el("li", { class: "card" },
      el("div", {}, el("h2", {}, name),
        el("p", { class: "facts" }, [t(`bin.kind.${entry.kind}`), thrown, size(entry.size)].join(" · "))),
      el("button", { type: "button", "aria-label": t("bin.restoreNamed", { name }), onclick: () => this.restore(entry, name) },
        t("bin.restore")));
  }

  async restore(entry, name) {
    try {
      const back = await post("/api/bin/restore", { number: entry.number });
      const now = called({ ...entry, name: back.name });
      say(now === name ? t("bin.back", { name }) : t("bin.backAs", { name, now }));
    } catch (error) {
      complain(error);
    }
    this.load();
  }

  async empty() {
    const count = this.entries.length;
    const bytes = size(this.entries.reduce((sum, entry) => sum + entry.size, 0));
    if (!await sure(t("bin.sure", { count }), t("bin.forever", { size: bytes }), t("bin.empty"))) return;
    try {
      const emptied = await post("/api/bin/empty", { last: this.entries[0].number });
      say(t("bin.emptied", { count: emptied.count }));
    } catch (error) {
      complain(error);
    }
    this.load();
  }
}

/** Drawings have no name of their own. */
function called({ kind, name }) {
  return kind === "CHARACTERS" || kind === "LINES" ? t(`bin.name.${kind}`) : name.replace(/^\.studio\/(corpora|drafts)\//, "");
}
