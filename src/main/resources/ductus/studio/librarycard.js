// A thing of the library: to see and hear, and what can be done with it.
import { address, get, post } from "./api.js";
import { el, field } from "./dom.js";
import { pictureOf } from "./librarycompare.js";
import { Tagging } from "./librarytags.js";
import { complain, say } from "./notice.js";
import { rows } from "./provenance.js";
import { Tune, facts } from "./tune.js";
import { t } from "./words.js";

const SCORE_FORMATS = [["sheet-pdf", t("library.sheet")], ["wav", "WAV"], ["musicxml", "MusicXML"], ["abc", "ABC"], ["csv", "CSV"]];
const PAGE_FORMATS = [["png", "PNG"], ["pdf", "PDF"], ["gcode", "G-code"], ["animated-svg", t("library.animated")]];

export class LibraryCard {
  constructor(shelf, place, item) {
    this.shelf = shelf;
    this.place = place;
    this.item = item;
    this.head = el("header", {}, el("div", {}, el("h2", {}, item.name), this.facts()), this.choice());
    this.tagging = new Tagging(item);
    this.view = el("div", {});
    this.name = el("input", { value: item.name, maxlength: 80 });
    this.rename = el("form", { class: "actions", hidden: true, onsubmit: (event) => { event.preventDefault(); this.renamed(); } },
      field(t("library.newName"), this.name), el("button", { type: "submit" }, t("library.rename")));
    this.element = el("article", { class: "card", "aria-label": item.name },
      this.head, this.view, this.tagging.list, this.details(), this.saves(),
      el("div", { class: "actions" },
        this.inside(),
        this.button("again", () => this.again()),
        this.button("tag", () => this.tagging.open()),
        this.button("rename", () => { this.rename.hidden = !this.rename.hidden; this.name.select(); }),
        this.button("delete", () => this.remove())),
      this.tagging.form, this.rename);
    this.draw();
  }

  button(name, run) {
    const label = t(`library.${name}`);
    return el("button", { type: "button", class: "plain", "aria-label": `${label} ${this.item.name}`, onclick: run }, label);
  }

  choice() {
    const box = el("input", { type: "checkbox", "aria-label": t("library.choose", { name: this.item.name }), checked: this.shelf.chosen.has(this.item.stem), onchange: () => this.shelf.choose(this.item, box.checked) });
    return el("span", { class: "choose" }, box);
  }

  /** The way to what the model said, of what can be looked into. */
  inside() {
    return ["music", "handwriting"].includes(this.item.kind)
      ? el("a", { class: "button", href: `#inside?${new URLSearchParams({ stem: this.item.stem })}`, "aria-label": `${t("library.inside")} ${this.item.name}` }, t("library.inside"))
      : null;
  }

  file(ending) {
    return this.item.files.find((file) => file.endsWith(ending));
  }

  facts() {
    const made = new Date(this.item.made).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
    return el("p", { class: "facts" }, [t(`library.kinds.${this.item.kind}`), this.item.model, made].join(" · "));
  }

  draw() {
    const midi = this.file(".mid");
    if (midi) {
      this.view.className = "roll";
      this.element.addEventListener("sight", () => this.roll(midi));
      this.shelf.observer.observe(this.element);
      return;
    }
    const picture = pictureOf(this.item);
    if (picture) {
      this.view.append(el("img", {
        class: "sheet", loading: "lazy", src: address("/api/file", { name: picture }),
        alt: this.item.text ?? t("library.pictureOf", { name: this.item.name }),
      }));
    } else if (this.item.text) {
      this.view.append(el("p", {}, this.item.text));
    }
  }

  async roll(midi) {
    try {
      const roll = await get(address("/api/roll", { name: midi }));
      const tune = new Tune(this.item.name, midi, roll);
      this.view.replaceWith(tune.roll.element);
      tune.roll.element.after(tune.place);
      this.head.prepend(tune.button);
      this.head.querySelector(".facts").append(` · ${facts(roll.outline)}`);
    } catch (error) {
      this.view.replaceWith(el("p", { class: "pale" }, error.message));
    }
  }

  details() {
    const list = el("dl", {});
    const details = el("details", {}, el("summary", {}, t("library.provenance")), list);
    details.addEventListener("toggle", async () => {
      if (!details.open || list.childElementCount > 0) return;
      try {
        const said = rows(await get(address("/api/file", { name: this.item.files.at(-1) })));
        list.append(...said.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));
      } catch (error) {
        complain(error);
      }
    });
    return details;
  }

  saves() {
    const links = this.item.files.map((file) =>
      save(address("/api/save", { name: file }), file.slice(this.item.stem.length)));
    const midi = this.file(".mid");
    const pages = this.file(".page.json");
    for (const [format, label] of midi ? SCORE_FORMATS : pages ? PAGE_FORMATS : []) {
      links.push(save(address("/api/export", { name: midi ?? pages, to: format }), label));
    }
    links.push(save(address("/api/library/share", { stem: this.item.stem }), t("library.share")));
    return el("details", {}, el("summary", {}, t("library.download")), el("ul", { class: "saves" }, links.map((link) => el("li", {}, link))));
  }

  async again() {
    say(t("library.making", { name: this.item.name }));
    try {
      const again = await post("/api/library/again", { stem: this.item.stem });
      this.shelf.list.prepend(this.shelf.place({ ...again.item, tags: [] }));
      say(again.different.length === 0
        ? t("library.same", { again: again.item.name, name: this.item.name })
        : t("library.differs", { again: again.item.name, name: this.item.name, files: again.different.join(", ") }));
    } catch (error) {
      complain(error);
    }
  }

  async renamed() {
    try {
      const item = await post("/api/library/rename", { stem: this.item.stem, name: this.name.value });
      this.shelf.choose(this.item, false);
      this.shelf.fill(this.place, { ...item, tags: this.item.tags });
      say(t("library.renamed", { name: item.name }));
      this.place.querySelector("summary").focus();
    } catch (error) {
      complain(error);
    }
  }

  async remove() {
    try {
      const inBin = await post("/api/library/delete", { stem: this.item.stem });
      this.place.hidden = true;
      this.shelf.choose(this.item, false);
      say(t("library.thrown", { name: this.item.name }), { label: t("library.undo"), run: () => this.restore(inBin) });
    } catch (error) {
      complain(error);
    }
  }

  async restore(inBin) {
    try {
      this.shelf.fill(this.place, { ...await post("/api/library/restore", { stem: inBin.stem }), tags: this.item.tags });
      this.place.hidden = false;
    } catch (error) {
      complain(error);
    }
  }
}

function save(href, label) {
  return el("a", { href, download: "" }, label);
}
