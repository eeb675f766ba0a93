// The table of what was read in a corpus; each piece can be seen and heard.
import { address, get, post } from "./api.js";
import { el } from "./dom.js";
import { complain, say } from "./notice.js";
import { Tune } from "./tune.js";

const PART = 100;
const STATES = { READ: "read", TWICE: "twice", LEFT_OUT: "left out" };

export class CorpusTable {
  /** changed() hears that a file came or went; gone(thrown) that the corpus was thrown away. */
  constructor(read, { changed, gone }) {
    this.read = read;
    this.changed = changed;
    this.gone = gone;
    this.next = 0;
    this.heading = el("h2", { tabindex: -1 }, read.name);
    this.body = el("tbody", {});
    this.more = el("button", { type: "button", class: "more", onclick: () => this.fill() }, "Show more");
    this.element = el("article", { class: "card corpus", "aria-label": read.name },
      el("header", {},
        el("div", {}, this.heading, el("p", { class: "facts" }, summary(read))),
        read.rows.some((row) => row.music) ? el("a", { class: "button", href: `#train?${new URLSearchParams({ source: read.id })}` }, "Train on it") : null,
        read.own ? el("button", { type: "button", class: "plain", onclick: () => this.throwAway("") }, "Delete corpus") : null),
      el("div", { class: "corpus-table", role: "region", "aria-label": "Files", tabindex: 0 },
        el("table", {},
          el("thead", {}, el("tr", {},
            ["File", "Kind", "What is in it", "What became of it", "To do"].map((name) => el("th", { scope: "col" }, name)))),
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
    const seen = el("button", { type: "button", class: "plain", "aria-expanded": "false", "aria-label": `Show ${row.name}`, onclick: () => this.show(row, seen, place) }, "Show");
    const gone = el("button", { type: "button", class: "plain", "aria-label": `Delete ${row.name}`, onclick: () => this.throwAway(row.name) }, "Delete");
    const place = el("tr", { class: row.state === "READ" ? "" : "out" },
      el("th", { scope: "row" }, row.name),
      el("td", {}, row.kind),
      el("td", {}, content(row)),
      el("td", {}, row.why ? `${STATES[row.state]}: ${row.why}` : STATES[row.state]),
      el("td", { class: "todo" }, row.state === "LEFT_OUT" ? null : seen, this.read.own ? gone : null));
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
      cell.append(el("div", { class: "inksheet", role: "region", "aria-label": `Ink of ${row.name}`, tabindex: 0 },
        el("img", { src: address("/api/corpora/sheet", piece), alt: `The ink of ${row.name}` })));
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
      say(`${thrown.file} is in the bin`, { label: "Undo", run: () => this.takeBack(thrown) });
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
  const sum = (list, what) => list.reduce((all, each) => all + each[what], 0);
  const number = (state) => read.rows.filter((row) => row.state === state).length;
  const said = [];
  if (music.length > 0) {
    said.push(count(music.length, "piece"), count(sum(music, "bars"), "bar"), count(sum(music, "notes"), "note"), clock(sum(music, "seconds")));
  }
  if (ink.length > 0) {
    said.push(`${count(ink.length, "file")} of ink`, count(sum(ink, "pieces"), "drawing"), count(sum(ink, "strokes"), "stroke"));
  }
  if (read.learnable) said.push(...learnable(read.learnable));
  if (number("TWICE") > 0) said.push(`${number("TWICE")} twice`);
  if (number("LEFT_OUT") > 0) said.push(`${number("LEFT_OUT")} left out`);
  if (read.standBack > 0) said.push(`${count(read.standBack, "file")} standing back for one of the same name in another format`);
  return said.length > 0 ? said.join(" · ") : "Nothing in it yet";
}

/** Lines of people that can be learned from, and what is passed over. */
function learnable({ lines, writers, characters, passedOver }) {
  const said = [`${count(lines, "line")} of ${writers === 1 ? "one person" : `${writers} people`} to learn from`, count(characters, "character")];
  if (passedOver.length > 0) said.push(`passed over ${passedOver.map((each) => `${each.count.toLocaleString("en")} ${each.what}`).join(", ")}`);
  return said;
}

function content({ music, ink }) {
  if (music) {
    return [count(music.bars, "bar"), count(music.notes, "note"), clock(music.seconds), music.metre, music.key].filter(Boolean).join(" · ");
  }
  if (!ink) return "";
  const lines = ink.lines > 0 ? `${count(ink.lines, "line")} to learn from` : null;
  return [count(ink.pieces, "drawing"), lines, count(ink.strokes, "stroke"), count(ink.points, "point")].filter(Boolean).join(" · ");
}

function count(number, what) {
  return number === 1 ? `1 ${what}` : `${number.toLocaleString("en")} ${what}s`;
}

function clock(seconds) {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  const rest = String(whole % 60).padStart(2, "0");
  return minutes < 60 ? `${minutes}:${rest} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
