// The table of what was read in a corpus; each piece can be seen and heard.
import { address, get, post } from "./api.js";
import { el } from "./dom.js";
import { complain, say } from "./notice.js";
import { Tune } from "./tune.js";
import { t } from "./words.js";

const PART = 100;
const COLUMNS = ["file", "kind", "content", "state", "todo"];

export class CorpusTable {
  /** changed() hears that a file came or went; gone(thrown) that the corpus was thrown away. */
  constructor(read, { changed, gone }) {
    this.read = read;
    this.changed = changed;
    this.gone = gone;
    this.next = 0;
    this.heading = el("h2", { tabindex: -1 }, read.name);
    this.body = el("tbody", {});
    this.more = el("button", { type: "button", class: "more", onclick: () => this.fill() }, t("corpus.more"));
    this.element = el("article", { class: "card corpus", "aria-label": read.name },
      el("header", {},
        el("div", {}, this.heading, el("p", { class: "facts" }, summary(read))),
        read.rows.some((row) => row.state === "READ") ? el("a", { class: "button", href: `#train?${new URLSearchParams({ source: read.id })}` }, t("corpus.train")) : null,
        read.own ? el("button", { type: "button", class: "plain", onclick: () => this.throwAway("") }, t("corpus.deleteCorpus")) : null),
      el("div", { class: "corpus-table", role: "region", "aria-label": t("corpus.fileTable"), tabindex: 0 },
        el("table", {},
          el("thead", {}, el("tr", {},
            COLUMNS.map((name) => el("th", { scope: "col" }, t(`corpus.columns.${name}`))))),
          this.body)),
      this.more);
    this.fill();
  }

  fill() {
    const part = this.read.rows.slice(this.next, this.next + PART);
    this.next += part.length;
    this.body.append(...part.map((row) => this.row(row)));
    this.more.hidden = this.next >= this.read.rows.length;
  }

  row(row) {
    const seen = el("button", { type: "button", class: "plain", "aria-expanded": "false", "aria-label": t("corpus.showPiece", { name: row.name }), onclick: () => this.show(row, seen, place) }, t("corpus.show"));
    const gone = el("button", { type: "button", class: "plain", "aria-label": t("corpus.deletePiece", { name: row.name }), onclick: () => this.throwAway(row.name) }, t("corpus.delete"));
    const place = el("tr", { class: row.state === "READ" ? "" : "out" },
      el("th", { scope: "row" }, row.name),
      el("td", {}, row.kind),
      el("td", {}, content(row)),
      el("td", {}, row.why ? t("corpus.because", { state: t(`corpus.states.${row.state}`), why: row.why }) : t(`corpus.states.${row.state}`)),
      el("td", { class: "todo" }, row.state === "LEFT_OUT" || row.text ? null : seen, this.read.own ? gone : null));
    return place;
  }

  async show(row, button, place) {
    if (button.getAttribute("aria-expanded") === "true") {
      button.setAttribute("aria-expanded", "false");
      place.nextElementSibling.remove();
      return;
    }
    button.setAttribute("aria-expanded", "true");
    const cell = el("td", { colspan: 5 });
    place.after(el("tr", { class: "seen" }, cell));
    const piece = { corpus: this.read.id, piece: row.name };
    const isMusic = ["MIDI", "ABC", "MusicXML"].includes(row.kind);
    if (!isMusic) {
      cell.append(el("div", { class: "inksheet", role: "region", "aria-label": t("corpus.inkOf", { name: row.name }), tabindex: 0 },
        el("img", { src: address("/api/corpora/sheet", piece), alt: t("corpus.inkOf", { name: row.name }) })));
      return;
    }
    try {
      const roll = await get(address("/api/corpora/roll", piece));
      const tune = new Tune(row.name, address("/api/corpora/sound", piece), roll);
      cell.append(el("div", { class: "heard" }, tune.button, el("div", {}, tune.roll.element, tune.place)));
    } catch (error) {
      cell.append(el("p", { class: "pale" }, error.message));
    }
  }

  /** A piece's file, or the whole corpus where nothing is named. */
  async throwAway(piece) {
    try {
      const thrown = await post("/api/corpora/delete", { corpus: this.read.id, piece });
      if (!piece) {
        this.gone(thrown);
        return;
      }
      this.changed();
      say(t("corpus.thrown", { name: thrown.file }), { label: t("corpus.undo"), run: () => this.takeBack(thrown) });
    } catch (error) {
      complain(error);
    }
  }

  async takeBack(thrown) {
    try {
      await post("/api/corpora/restore", thrown);
      this.changed();
    } catch (error) {
      complain(error);
    }
  }
}

function summary(read) {
  const music = read.rows.filter((row) => row.music).map((row) => row.music);
  const ink = read.rows.filter((row) => row.ink).map((row) => row.ink);
  const text = read.rows.filter((row) => row.text).map((row) => row.text);
  const sum = (list, what) => list.reduce((all, each) => all + each[what], 0);
  const number = (state) => read.rows.filter((row) => row.state === state).length;
  const said = [];
  if (music.length > 0) {
    said.push(count("pieces", music.length), count("bars", sum(music, "bars")), count("notes", sum(music, "notes")), clock(sum(music, "seconds")));
  }
  if (ink.length > 0) {
    said.push(count("inkFiles", ink.length), count("drawings", sum(ink, "pieces")), count("strokes", sum(ink, "strokes")));
  }
  if (text.length > 0) said.push(count("textFiles", text.length), count("textLines", sum(text, "lines")), count("characters", sum(text, "characters")));
  if (read.learnable) said.push(...learnable(read.learnable));
  if (number("TWICE") > 0) said.push(count("twice", number("TWICE")));
  if (number("LEFT_OUT") > 0) said.push(count("leftOut", number("LEFT_OUT")));
  if (read.standBack > 0) said.push(count("standBack", read.standBack));
  return said.length > 0 ? said.join(" · ") : t("corpus.nothingIn");
}

/** Lines of people that can be learned from, and what is passed over. */
function learnable({ lines, writers, characters, passedOver }) {
  const said = [t("corpus.learnable", { lines: count("lines", lines), people: count("people", writers) }), count("characters", characters)];
  if (passedOver.length > 0) said.push(t("corpus.passedOver", { what: passedOver.map((each) => `${whole(each.count)} ${each.what}`).join(", ") }));
  return said;
}

function content({ music, ink, text }) {
  if (music) {
    return [count("bars", music.bars), count("notes", music.notes), clock(music.seconds), music.metre, music.key].filter(Boolean).join(" · ");
  }
  if (text) return [count("textLines", text.lines), count("characters", text.characters)].join(" · ");
  if (!ink) return "";
  const lines = ink.lines > 0 ? count("linesToLearn", ink.lines) : null;
  return [count("drawings", ink.pieces), lines, count("strokes", ink.strokes), count("points", ink.points)].filter(Boolean).join(" · ");
}

function count(what, number) {
  return t(`corpus.counts.${what}`, { count: number, number: whole(number) });
}

function whole(number) {
  return number.toLocaleString(document.documentElement.lang);
}

function clock(seconds) {
  const all = Math.round(seconds);
  const minutes = Math.floor(all / 60);
  const rest = String(all % 60).padStart(2, "0");
  return minutes < 60 ? t("corpus.minutes", { minutes, rest }) : t("corpus.hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
