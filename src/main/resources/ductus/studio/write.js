// Handwriting: text, hand and paper at the left, the written pages at the right.
import { address, get, parameter, post } from "./api.js";
import { el, field, options } from "./dom.js";
import { complain, say } from "./notice.js";

const PAPERS = [["a5", "A5"], ["a6", "A6, a postcard"], ["a4", "A4"], ["letter", "US Letter"], ["index-card", "Index card"],
  ["envelope-dl", "Envelope DL"], ["envelope-c6", "Envelope C6"]];
const INKS = ["blue", "black", "royal", "sepia", "green", "red", "violet", "gray"];
const FORMATS = [["svg", "SVG"], ["png", "PNG"], ["pdf", "PDF"], ["gcode", "G-code"]];
const MIX_STEPS = 10;
const LOOK_MILLIS = 500;
const FIRST_HANDS = 6;
const USUAL_HAND = "round";

export function mount(main) {
  const page = new Write();
  main.append(
    el("h1", {}, "Write"),
    el("p", { class: "lead" },
      "Type a text, choose a hand, and watch it being written on real paper. No two pages come out the same."),
    el("div", { class: "desk" }, page.form, page.results));
  page.load();
}

class Write {
  constructor() {
    this.model = parameter("model") ?? "";
    this.text = el("textarea", { rows: 5, required: true, maxlength: 20000, placeholder: "Dear Anna,\n\nthe lake was still this morning …" });
    this.hands = el("div", { class: "hands", role: "radiogroup", "aria-label": "Hand" });
    this.others = el("div", { class: "hands", role: "radiogroup", "aria-label": "More hands" });
    this.mix = el("div", {});
    this.paper = el("select", {}, options(PAPERS));
    this.ruling = el("select", {}, options([["plain", "Plain"], ["ruled", "Ruled"], ["squared", "Squared"]]));
    this.landscape = el("input", { type: "checkbox", id: "landscape" });
    this.alignment = el("select", {}, options([["left", "Left"], ["center", "Center"], ["right", "Right"], ["block", "Block"]]));
    this.ink = el("select", {}, options(INKS.map((ink) => [ink, ink.charAt(0).toUpperCase() + ink.slice(1)])));
    this.size = el("input", { type: "number", min: 0.5, max: 20, step: 0.1, placeholder: "2.5" });
    this.nib = el("input", { type: "number", min: 0.05, max: 10, step: 0.05, placeholder: "0.45" });
    this.neatness = el("input", { type: "range", min: 0, max: 1, step: 0.05, value: 0.5 });
    this.slant = el("input", { type: "range", min: -30, max: 30, step: 1, value: 0 });
    this.seed = el("input", { inputmode: "numeric", pattern: "-?[0-9]{1,18}", placeholder: "a new one" });
    this.go = el("button", { class: "primary", type: "submit" }, "Write");
    this.bar = el("progress", { "aria-label": "Progress of the writing", hidden: true });
    this.form = el(
      "form",
      { class: "panel", "aria-label": "What to write", onsubmit: (event) => { event.preventDefault(); this.write(); } },
      this.model ? el("p", { class: "pale" }, `With what ${this.model} has learned. `, el("a", { href: "#write" }, "Write with the model that ships")) : null,
      field("Text", this.text),
      el("div", { class: "label spaced" }, "Hand"), this.hands,
      el("div", { class: "go" }, this.go, this.bar),
      el("div", { class: "fields" }, field("Paper", this.paper), field("Ruling", this.ruling), field("Ink", this.ink)),
      el("details", {}, el("summary", {}, "More hands"), this.others),
      el("details", {}, el("summary", {}, "Mix hands"),
        el("p", { class: "pale" }, "Any share above 0 here counts in place of the hand above."), this.mix),
      el("details", {}, el("summary", {}, "Manner and page"),
        el("div", { class: "fields" },
          field("Neatness, from loose to neat", this.neatness, true), field("Slant, from left to right", this.slant, true),
          field("Letter height in mm", this.size), field("Nib in mm", this.nib), field("Lines begin", this.alignment),
          el("div", { class: "field check" }, this.landscape, el("label", { for: "landscape" }, "Landscape")),
          field("Seed: the same one writes the same again", this.seed, true))));
    this.results = el("section", { class: "results", "aria-label": "Pages" }, el("p", { class: "empty" }, "Your page will lie here."));
  }

  async load() {
    try {
      const choices = await get(address("/api/write", { model: this.model }));
      const chosen = this.form.querySelector(".hand input:checked")?.value;
      for (const list of [this.hands, this.others, this.mix]) list.replaceChildren();
      const asked = choices.hands.findIndex((hand) => hand.name === parameter("hand"));
      const first = Math.max(0, asked);
      // Those in sight first; what the address asks for must be in sight.
      choices.hands.unshift(...choices.hands.splice(first, 1));
      // One's own hand first, else one that everybody can read.
      const usual = choices.hands.find((hand) => hand.name === chosen) ?? choices.hands.find((hand) => hand.added || hand.name === USUAL_HAND) ?? choices.hands[0];
      choices.hands.forEach((hand, index) => {
        (index < FIRST_HANDS ? this.hands : this.others).append(choice(hand, hand === usual, this.model));
        const share = el("input", { type: "range", min: 0, max: MIX_STEPS, value: 0, "data-hand": hand.name });
        this.mix.append(field(hand.name, share));
      });
    } catch (error) {
      complain(error);
    }
  }

  /** Weights of the hands: those of the mix, or the one that is chosen. */
  weights() {
    const mixed = [...this.mix.querySelectorAll("input")]
      .filter((share) => Number(share.value) > 0)
      .map((share) => [share.dataset.hand, Number(share.value)]);
    const chosen = this.form.querySelector(".hand input:checked");
    return Object.fromEntries(mixed.length > 0 || !chosen ? mixed : [[chosen.value, 1]]);
  }

  async write() {
    const number = (input) => (input.value === "" ? null : Number(input.value));
    this.go.disabled = true;
    this.go.textContent = "Writing …";
    const look = setInterval(() => this.look(), LOOK_MILLIS);
    try {
      const letter = await post("/api/write", {
        text: this.text.value,
        hands: this.weights(),
        neatness: number(this.neatness),
        slant: number(this.slant),
        paper: this.paper.value,
        landscape: this.landscape.checked,
        ruling: this.ruling.value,
        alignment: this.alignment.value,
        size: number(this.size),
        ink: this.ink.value,
        nib: number(this.nib),
        seed: this.seed.value,
        model: this.model,
      });
      this.results.querySelector(".empty")?.remove();
      const shown = new Letter(letter, this.text.value);
      this.results.prepend(shown.element);
      shown.heading.focus();
      if (matchMedia("(max-width: 60rem)").matches) shown.heading.scrollIntoView();
      tellSubstitutes(letter.substitutes);
    } catch (error) {
      complain(error);
      // The hand may be gone by now.
      await this.load();
    } finally {
      clearInterval(look);
      this.bar.hidden = true;
      this.go.disabled = false;
      this.go.textContent = "Write";
    }
  }

  /** A short text is there before one looks; a long one says how far it is. */
  async look() {
    const reached = await get("/api/write/reached").catch(() => ({ all: 0 }));
    if (reached.all === 0 || !this.go.disabled) return;
    this.bar.max = reached.all;
    this.bar.value = reached.characters;
    this.bar.hidden = false;
  }
}

function choice(hand, checked, model) {
  const input = el("input", { type: "radio", name: "hand", value: hand.name, checked });
  const name = hand.added ? `${hand.name}, yours` : hand.name;
  return el("label", { class: "hand" }, input,
    el("img", { src: address("/api/write/sample", { hand: hand.name, model }), alt: "", loading: "lazy" }), el("span", {}, name));
}

function tellSubstitutes(substitutes) {
  const said = Object.entries(substitutes).map(([character, other]) =>
    other.trim() ? `${other.trim()} for ${character}` : `nothing for ${character}`);
  if (said.length > 0) say(`The hand lacks some characters; it wrote ${said.join(", ")}`);
}

class Letter {
  constructor(letter, text) {
    this.letter = letter;
    this.text = text;
    this.moving = true;
    this.heading = el("h2", { tabindex: -1 }, letter.style);
    this.sheets = el("div", { class: "sheets" });
    this.still = el("button", { type: "button", onclick: () => { this.moving = !this.moving; this.draw(); } });
    this.keep = el("button", { type: "button", onclick: () => this.kept() }, "Keep");
    this.actions = el("div", { class: "actions" });
    this.element = el("article", { class: "card", "aria-label": `${letter.style}, seed ${letter.seed}` },
      el("header", {}, el("div", {}, this.heading, el("p", { class: "facts" }, `seed ${letter.seed}`))), this.actions, this.sheets);
    this.draw();
  }

  draw() {
    const { pages, pictures } = this.letter;
    const several = pictures.length > 1;
    this.sheets.replaceChildren(...pictures.map((picture, page) => el("img", {
      class: "page",
      src: this.moving
        ? address("/api/export", { name: pages, to: "animated-svg", page })
        : address("/api/file", { name: picture }),
      alt: several ? `Page ${page + 1} of: ${this.text}` : this.text,
    })));
    this.still.textContent = this.moving ? "Show it at once" : "Watch it being written";
    const saves = pictures.flatMap((_, page) =>
      FORMATS.filter(([format]) => page === 0 || format !== "pdf").map(([format, label]) =>
        el("a", { class: "button", href: address("/api/export", { name: pages, to: format, page }), download: "" },
          several && format !== "pdf" ? `${label}, page ${page + 1}` : label)));
    this.actions.replaceChildren(this.keep, this.still, el("span", { class: "pale" }, "Save as"), ...saves);
  }

  async kept() {
    this.keep.disabled = true;
    try {
      const item = await post("/api/library/keep", { stem: this.letter.stem });
      this.letter.stem = item.stem;
      this.letter.pages = item.files.find((file) => file.endsWith(".page.json"));
      this.letter.pictures = item.files.filter((file) => file.endsWith(".svg"));
      this.keep.textContent = `Kept as ${item.name}`;
      this.moving = false;
      this.draw();
      say(`${item.name} is in the Library`, { label: "Show it there", run: () => { location.hash = "library"; } });
    } catch (error) {
      this.keep.disabled = false;
      complain(error);
    }
  }
}
