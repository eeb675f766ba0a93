// What was read of a file: each line's ink, its words below, those in doubt marked; a word is corrected where it stands.
import { address, post } from "./api.js";
import { el, svg } from "./dom.js";
import { complain, say } from "./notice.js";
import { doubtfulLetters, plainText } from "./readwords.js";
import { t } from "./words.js";

export class ReadText {
  /** changed() hears that a reading says something else now. */
  constructor(changed) {
    this.changed = changed;
    this.element = el("div", { class: "reading" }, el("p", { class: "empty" }, t("read.empty")));
  }

  show(reading) {
    this.reading = reading;
    const doubts = reading.lines.flatMap(({ words }) => words).filter(({ doubtful }) => doubtful).length;
    this.doubts = el("p", { class: "pale", role: "status" }, t("read.doubts", { count: doubts }));
    this.element.replaceChildren(
      el("h2", { tabindex: -1 }, reading.name || t("read.drawnLine")), this.doubts,
      el("div", { class: "actions" },
        el("button", { type: "button", class: "primary", onclick: () => this.copy() }, t("read.copy")),
        el("a", { class: "button", href: address("/api/read/pdf", { id: reading.id }), download: "" }, t("read.pdf"))),
      el("ol", { class: "read-lines" }, reading.lines.map((line, at) => this.line(line, at))));
  }

  line(line, at) {
    const words = el("p", { class: "read-words" }, line.words.flatMap((word, i) => [this.word(word, at, i), " "]));
    const right = line.taught
      ? el("span", { class: "pale small" }, t("read.taught"))
      : el("button", { type: "button", class: "plain", "aria-label": t("read.teachLine", { number: at + 1 }), onclick: () => this.teach(at) }, t("read.teach"));
    return el("li", { class: line.taught ? "taught" : "" }, picture(line, at), el("div", { class: "read-said" }, words, right));
  }

  word(word, line, at) {
    const { text, doubtful, percent, parts } = word;
    const doubts = doubtfulLetters(parts);
    const label = !doubtful ? t("read.word", { text }) : doubts === text
      ? t("read.doubtfulWord", { text, percent }) : t("read.doubtfulLetters", { text, percent, letters: doubts });
    return el("button", { type: "button", class: doubtful ? "read-word doubtful" : "read-word", "aria-label": label,
      title: t("read.correct"), onclick: (event) => this.edit(event.currentTarget, word, line, at) },
      el("span", {}, text ? parts.map((part) => (part.doubtful ? el("span", { class: "doubt" }, part.text) : part.text)) : "…"));
  }

  /** Puts a field in a word's place: Enter keeps what it says, Escape leaves the word. */
  edit(button, word, line, at) {
    const input = el("input", { class: "read-edit", value: word.text, maxlength: 100, "aria-label": t("read.editing", { text: word.text }), spellcheck: "false", autocomplete: "off" });
    input.style.width = `${Math.max(4, word.text.length + 2)}ch`;
    let over = false;
    const end = (keep) => {
      if (over) return;
      over = true;
      const text = input.value.trim();
      // Leaving the page's part by a click elsewhere keeps it, too: nothing typed is lost.
      if (keep && text && (text !== word.text || word.doubtful)) this.correct(line, at, text);
      else input.replaceWith(button);
      if (!keep) button.focus();
    };
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === "Escape") {
        event.preventDefault();
        end(event.key === "Enter");
      }
    });
    input.addEventListener("blur", () => end(true));
    button.replaceWith(input);
    input.focus();
    input.select();
  }

  async correct(line, word, text) {
    try {
      this.show(await post("/api/read/correct", { id: this.reading.id, line, word, text }));
      const there = this.element.querySelectorAll(".read-lines > li")[line].querySelectorAll(".read-word")[word];
      if (there instanceof HTMLElement) there.focus();
      this.changed();
    } catch (error) {
      this.show(this.reading);
      complain(error);
    }
  }

  async teach(line) {
    try {
      this.show(await post("/api/read/teach", { id: this.reading.id, line }));
      this.element.querySelector("h2").focus();
      say(t("read.kept"));
      this.changed();
    } catch (error) {
      complain(error);
    }
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(plainText(this.reading));
      say(t("read.copied"));
    } catch {
      complain(new Error(t("read.notCopied")));
    }
  }
}

function picture({ path, width, height, words }, at) {
  const image = svg("svg", { class: "read-ink", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": t("read.inkOf", { number: at + 1 }) },
    words.filter(({ doubtful }) => doubtful).map((word) => svg("rect", { x: word.left, y: 0, width: word.width, height, rx: 6 })),
    svg("path", { d: path }));
  image.style.width = `${width / 10}%`;
  return image;
}
