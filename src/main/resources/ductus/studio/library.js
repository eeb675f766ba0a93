// Everything that was made, newest first: searched, tagged, compared, and taken along.
import { address, get, post } from "./api.js";
import { el } from "./dom.js";
import { LibraryCard } from "./librarycard.js";
import { SideBySide } from "./librarycompare.js";
import { LibrarySearch } from "./librarysearch.js";
import { complain } from "./notice.js";
import { t } from "./words.js";

export function mount(main) {
  const shelf = new Shelf();
  main.append(
    el("h1", {}, t("library.title")), el("p", { class: "lead" }, t("library.lead")),
    el("p", {}, el("a", { href: "#bin" }, t("library.bin"))),
    shelf.search.element, shelf.chosenBar, shelf.beside.element, shelf.list, shelf.more);
  shelf.load();
  return () => shelf.observer.disconnect();
}

class Shelf {
  constructor() {
    this.chosen = new Map();
    this.search = new LibrarySearch(() => this.anew());
    this.list = el("ul", { class: "shelf" });
    this.more = el("button", { type: "button", class: "more", hidden: true, onclick: () => this.load() }, t("library.more"));
    this.beside = new SideBySide();
    this.number = el("span", { role: "status" });
    this.compare = el("button", { type: "button", onclick: () => this.beside.show([...this.chosen.values()]) }, t("library.compare"));
    this.none = el("button", { type: "button", class: "plain", onclick: () => this.chooseNone() }, t("library.chooseNone"));
    this.zip = el("button", { type: "button", onclick: () => this.archive() }, t("library.zipAll"));
    this.chosenBar = el("div", { class: "actions chosen-bar", role: "group", "aria-label": t("library.take") }, this.number, this.compare, this.none, this.zip);
    // Pieces are read when they come into sight.
    this.observer = new IntersectionObserver((entries) => {
      for (const entry of entries.filter((each) => each.isIntersecting)) {
        this.observer.unobserve(entry.target);
        entry.target.dispatchEvent(new Event("sight"));
      }
    }, { rootMargin: "300px" });
    this.mark();
  }

  anew() {
    this.shown = 0;
    return this.load(true);
  }

  async load(anew = false) {
    const asked = this.search.query();
    this.wanted = asked;
    try {
      const part = await get(address("/api/library/search", { ...asked, from: this.shown ?? 0 }));
      if (this.wanted !== asked) return;
      if (anew) this.list.replaceChildren();
      this.shown = (this.shown ?? 0) + part.items.length;
      this.list.append(...part.items.map((item) => this.place({ ...item, tags: part.tagged[item.stem] ?? [] })));
      this.more.hidden = this.shown >= part.found;
      this.search.offer(part);
      this.chosenBar.hidden = part.all === 0;
      if (part.all === 0) {
        this.list.append(el("li", { class: "empty" }, `${t("library.nothing")} `, el("a", { href: "#compose" }, t("library.composeSomething"))));
      } else if (part.found === 0) {
        this.list.append(el("li", { class: "empty" }, t("library.notFound")));
      }
    } catch (error) {
      complain(error);
    }
  }

  place(item) {
    const place = el("li", {});
    this.fill(place, item);
    return place;
  }

  fill(place, item) {
    place.replaceChildren(new LibraryCard(this, place, item).element);
  }

  /** What is to be compared, or put into an archive. */
  choose(item, wanted) {
    if (wanted) this.chosen.set(item.stem, item);
    else this.chosen.delete(item.stem);
    this.mark();
  }

  chooseNone() {
    this.chosen.clear();
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (this.list.querySelectorAll(".choose input"))) box.checked = false;
    this.beside.show([]);
    this.mark();
    this.zip.focus();
  }

  mark() {
    const count = this.chosen.size;
    this.number.textContent = count > 0 ? t("library.chosen", { count }) : "";
    this.compare.hidden = count !== 2;
    this.none.hidden = count === 0;
    this.zip.textContent = count > 0 ? t("library.zipChosen") : t("library.zipAll");
  }

  async archive() {
    try {
      const { ticket } = await post("/api/library/archive", { stems: this.chosen.size > 0 ? [...this.chosen.keys()] : null });
      el("a", { href: address("/api/library/zip", { ticket }), download: "" }).click();
    } catch (error) {
      complain(error);
    }
  }
}
