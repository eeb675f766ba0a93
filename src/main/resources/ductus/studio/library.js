// Everything that was made, newest first.
import { address, get, post } from "./api.js";
import { el, field } from "./dom.js";
import { complain, say } from "./notice.js";
import { t } from "./words.js";
import { Tune, facts } from "./tune.js";

const KINDS = { music: "music", handwriting: "handwriting", harmony: "harmony", drawing: "drawing", hearing: "notes heard", text: "text" };
const SCORE_FORMATS = [["wav", "WAV"], ["musicxml", "MusicXML"], ["abc", "ABC"], ["csv", "CSV"]];
const PAGE_FORMATS = [["png", "PNG"], ["pdf", "PDF"], ["gcode", "G-code"], ["animated-svg", "animated SVG"]];

export function mount(main) {
  const shelf = new Shelf();
  main.append(
    el("h1", {}, "Library"),
    el("p", { class: "lead" }, "Everything that was made here or on the command line, newest first, each with where it comes from."),
    el("p", {}, el("a", { href: "#bin" }, t("library.bin"))),
    shelf.list, shelf.more);
  shelf.load();
  return () => shelf.observer.disconnect();
}

class Shelf {
  constructor() {
    this.shown = 0;
    this.list = el("ul", { class: "shelf" });
    this.more = el("button", { type: "button", class: "more", hidden: true, onclick: () => this.load() }, "Show more");
    // Pieces are read when they come into sight.
    this.observer = new IntersectionObserver((entries) => {
      for (const entry of entries.filter((each) => each.isIntersecting)) {
        this.observer.unobserve(entry.target);
        entry.target.dispatchEvent(new Event("sight"));
      }
    }, { rootMargin: "300px" });
  }

  async load() {
    try {
      const part = await get(address("/api/library", { from: this.shown }));
      this.shown += part.items.length;
      this.list.append(...part.items.map((item) => this.place(item)));
      this.more.hidden = this.shown >= part.all;
      if (part.all === 0) {
        this.list.append(el("li", { class: "empty" }, "Nothing yet. ", el("a", { href: "#compose" }, "Compose something"), "."));
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
    place.replaceChildren(new Card(this, place, item).element);
  }
}

class Card {
  constructor(shelf, place, item) {
    this.shelf = shelf;
    this.place = place;
    this.item = item;
    this.head = el("header", {}, el("div", {}, el("h2", {}, item.name), this.facts()));
    this.view = el("div", {});
    this.name = el("input", { value: item.name, maxlength: 80 });
    this.rename = el("form", { class: "actions", hidden: true, onsubmit: (event) => { event.preventDefault(); this.renamed(); } },
      field("New name", this.name), el("button", { type: "submit" }, "Rename"));
    this.element = el("article", { class: "card", "aria-label": item.name },
      this.head, this.view, this.details(), this.saves(),
      el("div", { class: "actions" },
        this.inside(),
        this.button("Make again", () => this.again()),
        this.button("Rename", () => { this.rename.hidden = !this.rename.hidden; this.name.select(); }),
        this.button("Delete", () => this.remove())),
      this.rename);
    this.draw();
  }

  button(label, run) {
    return el("button", { type: "button", class: "plain", "aria-label": `${label} ${this.item.name}`, onclick: run }, label);
  }

  /** The way to what the model said, of what can be looked into. */
  inside() {
    return ["music", "handwriting"].includes(this.item.kind)
      ? el("a", { class: "button", href: `#inside?${new URLSearchParams({ stem: this.item.stem })}`, "aria-label": `Look inside ${this.item.name}` }, "Look inside")
      : null;
  }

  file(ending) {
    return this.item.files.find((file) => file.endsWith(ending));
  }

  facts() {
    const made = new Date(this.item.made).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
    return el("p", { class: "facts" }, [KINDS[this.item.kind] ?? this.item.kind, this.item.model, made].join(" · "));
  }

  draw() {
    const midi = this.file(".mid");
    if (midi) {
      this.view.className = "roll";
      this.element.addEventListener("sight", () => this.roll(midi));
      this.shelf.observer.observe(this.element);
      return;
    }
    const picture = this.item.files.find((file) => file.endsWith(".svg") && !file.endsWith(".anim.svg")) ?? this.file(".png");
    if (picture) {
      this.view.append(el("img", {
        class: "sheet", loading: "lazy", src: address("/api/file", { name: picture }),
        alt: this.item.text ?? `Picture of ${this.item.name}`,
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
    const details = el("details", {}, el("summary", {}, "Where it comes from"), list);
    details.addEventListener("toggle", async () => {
      if (!details.open || list.childElementCount > 0) return;
      try {
        list.append(...rows(await get(address("/api/file", { name: this.item.files.at(-1) }))));
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
    return el("details", {}, el("summary", {}, "Download"), el("ul", { class: "saves" }, links.map((link) => el("li", {}, link))));
  }

  async again() {
    say(`Making ${this.item.name} again …`);
    try {
      const again = await post("/api/library/again", { stem: this.item.stem });
      this.shelf.list.prepend(this.shelf.place(again.item));
      say(again.different.length === 0
        ? `${again.item.name} has the same bytes as ${this.item.name}`
        : `${again.item.name} differs from ${this.item.name} in ${again.different.join(", ")}`);
    } catch (error) {
      complain(error);
    }
  }

  async renamed() {
    try {
      const item = await post("/api/library/rename", { stem: this.item.stem, name: this.name.value });
      this.shelf.fill(this.place, item);
      say(`Renamed to ${item.name}`);
      this.place.querySelector("summary").focus();
    } catch (error) {
      complain(error);
    }
  }

  async remove() {
    try {
      const inBin = await post("/api/library/delete", { stem: this.item.stem });
      this.place.hidden = true;
      say(`${this.item.name} is in the bin`, { label: "Undo", run: () => this.restore(inBin) });
    } catch (error) {
      complain(error);
    }
  }

  async restore(inBin) {
    try {
      this.shelf.fill(this.place, await post("/api/library/restore", { stem: inBin.stem }));
      this.place.hidden = false;
    } catch (error) {
      complain(error);
    }
  }
}

function save(href, label) {
  return el("a", { href, download: "" }, label);
}

/** What the sidecar says, but for long lists and the files' sums. */
function rows(provenance, prefix = "") {
  return Object.entries(provenance).flatMap(([name, value]) => {
    if (name === "files" || Array.isArray(value)) return [];
    if (value !== null && typeof value === "object") return rows(value, `${prefix}${name} `);
    return [el("dt", {}, prefix + name), el("dd", {}, String(value))];
  });
}
