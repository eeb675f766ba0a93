// Looks inside: what a model said before each token of a tune, or each point of a line.
import { address, get, parameter } from "./api.js";
import { el, field, options } from "./dom.js";
import { LetterInside } from "./inside-letter.js";
import { TuneInside } from "./inside-tune.js";
import { complain } from "./notice.js";
import { t } from "./words.js";

const KINDS = ["music", "handwriting"];
const MOST_SHELVES = 4;

export function mount(main) {
  const page = new Inside();
  main.append(
    el("h1", {}, t("inside.title")),
    el("p", { class: "lead" }, t("inside.lead")),
    page.chooser, page.view);
  page.load();
}

class Inside {
  constructor() {
    this.thing = el("select", { onchange: () => this.look() });
    this.chooser = el("div", { class: "chooser" }, field(t("inside.what"), this.thing));
    this.view = el("div", { class: "inside", "aria-live": "off" });
  }

  async load() {
    try {
      const items = await this.items();
      const asked = parameter("stem");
      const known = items.map((item) => [item.stem, t("inside.item", { name: item.name, kind: t(`library.kinds.${item.kind}`) })]);
      if (asked && !items.some((item) => item.stem === asked)) known.unshift([asked, asked.split("/").at(-1)]);
      if (known.length === 0) {
        this.chooser.hidden = true;
        this.view.replaceChildren(el("p", { class: "empty" }, t("inside.nothing"), " ",
          el("a", { href: "#compose" }, t("inside.compose")), " · ", el("a", { href: "#write" }, t("inside.write"))));
        return;
      }
      this.thing.append(...options(known, asked ?? known[0][0]));
      await this.look();
    } catch (error) {
      complain(error);
    }
  }

  async items() {
    const items = [];
    let all = Infinity;
    for (let shelf = 0, from = 0; shelf < MOST_SHELVES && from < all; shelf++) {
      const part = await get(address("/api/library", { from }));
      all = part.all;
      from += part.items.length;
      items.push(...part.items.filter((item) => KINDS.includes(item.kind)));
      if (part.items.length === 0) break;
    }
    return items;
  }

  async look() {
    const stem = this.thing.value;
    this.view.replaceChildren(el("p", { class: "pale", role: "status" }, t("inside.again")));
    try {
      const found = await get(address("/api/inside", { stem }));
      if (stem !== this.thing.value) return;
      const shown = found.tune ? new TuneInside(found.item, found.tune) : new LetterInside(found.item, found.letter);
      this.view.replaceChildren(...shown.elements);
      await shown.open();
    } catch (error) {
      this.view.replaceChildren(el("p", { class: "empty" }, t("inside.cannot")));
      complain(error);
    }
  }
}
