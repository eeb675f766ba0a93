// What becomes of a letter: kept, saved in any format, watched, or sent to a plotter.
import { address, blob, post, postForFile } from "./api.js";
import { el } from "./dom.js";
import { complain, say } from "./notice.js";
import { BAUD, commands, send } from "./serial.js";
import { t } from "./words.js";

const FORMATS = ["pdf", "svg", "png"];
const MORE = ["animated-svg", "json"];
const OF_ALL = ["pdf", "json"];
const LONG_ENOUGH = 60_000;
const ON_PAPER = ["pdf", "png"];
const PROGRAMS = { axidraw: "ebb", hpgl: "hpgl" };
const LANGUAGES = { gcode: { end: "\n", up: ["G0 Z3"] }, ebb: { end: "\r", up: ["SP,1,200"] } };

export class Saving {
  /** @param {{ settled: () => Promise<void>, wish: () => any, saved: () => void, paper: () => Promise<string> }} told */
  constructor(told) {
    this.told = told;
    this.keep = el("button", { type: "button", class: "primary", onclick: () => this.try(() => this.kept()) }, t("write.keep"));
    const button = (label, run) => el("button", { type: "button", onclick: () => this.try(run) }, label);
    const save = (format) => button(t(`write.format.${format}`), () => this.save(format));
    this.plotting = button(t("write.plot.send"), () => this.plot());
    this.halt = el("button", { type: "button", hidden: true, onclick: () => this.stopper?.abort() }, t("write.plot.stop"));
    this.onPaper = el("input", { type: "checkbox", id: "on-paper", checked: true });
    this.paper = el("label", { class: "check small", for: "on-paper", hidden: true }, this.onPaper, t("write.ground.with"));
    this.element = el("div", { class: "actions saving", role: "group", "aria-label": t("write.save") }, this.keep,
      el("span", { class: "pale" }, t("write.save")), FORMATS.map(save), this.paper,
      el("details", { class: "menu" }, el("summary", {}, t("write.saves")),
        el("div", { class: "panel" }, MORE.map(save), button(t("write.plot.program"), () => this.save(this.program())), this.plotting, this.halt)));
    this.made = { wish: "", letter: null };
  }

  program() {
    return PROGRAMS[this.told.wish().plotter] ?? "gcode";
  }

  async try(run) {
    try {
      await run();
    } catch (error) {
      complain(error);
    }
  }

  /** The letter as it stands in files, written once. */
  async letter() {
    await this.told.settled();
    const wish = this.told.wish();
    if (!wish.text.trim()) throw new Error(t("write.nothing"));
    const text = JSON.stringify(wish);
    if (this.made.wish !== text) {
      this.made = { wish: text, letter: await post("/api/write", wish) };
      this.told.saved();
    }
    return this.made.letter;
  }

  async kept() {
    const letter = await this.letter();
    if (letter.kept) {
      say(t("write.kept", { name: letter.kept }));
      return;
    }
    const item = await post("/api/library/keep", { stem: letter.stem });
    this.made.letter = {
      stem: item.stem, kept: item.name,
      pages: item.files.find((file) => file.endsWith(".page.json")), pictures: item.files.filter((file) => file.endsWith(".svg")),
    };
    this.told.saved();
    say(t("write.kept", { name: item.name }), { label: t("write.show"), run: () => { location.hash = "library"; } });
  }

  async save(format) {
    const { pages, pictures } = await this.letter();
    const count = OF_ALL.includes(format) ? 1 : pictures.length;
    const paper = ON_PAPER.includes(format) && !this.paper.hidden && this.onPaper.checked ? await this.told.paper() : null;
    for (let page = 0; page < count; page++) {
      if (paper) await this.saveOnPaper(pages, format, page, paper);
      else download(address("/api/export", { name: pages, to: format, page }));
    }
  }

  async saveOnPaper(pages, to, page, picture) {
    const file = await postForFile("/api/write/onpaper", { pages, to, page, picture });
    const from = URL.createObjectURL(file);
    const stem = pages.split("/").pop().replace(".page.json", "");
    download(from, `${stem}${OF_ALL.includes(to) ? "" : `-${page + 1}`}.${to}`);
    setTimeout(() => URL.revokeObjectURL(from), LONG_ENOUGH);
  }

  /** Says whether there is a picture of paper that a letter can be saved with. */
  offerPaper(there) {
    this.paper.hidden = !there;
  }

  async plot() {
    const language = LANGUAGES[this.program()];
    if (!navigator.serial || !language) {
      say(t("write.plot.none"));
      return;
    }
    const port = await navigator.serial.requestPort().catch(() => null);
    if (!port) return;
    const { pages, pictures } = await this.letter();
    this.stopper = new AbortController();
    this.halt.hidden = false;
    try {
      await port.open({ baudRate: BAUD });
      for (let page = 0; page < pictures.length; page++) {
        const lines = commands(await (await blob(address("/api/export", { name: pages, to: this.program(), page }))).text());
        const told = (sent) => { this.plotting.textContent = t("write.plot.sent", { percent: Math.round(100 * sent / lines.length), page: page + 1 }); };
        if (!await send(lines, port, told, this.stopper.signal, language)) break;
        if (page + 1 < pictures.length && !confirm(t("write.plot.next"))) break;
      }
    } finally {
      await port.close().catch(() => {});
      this.halt.hidden = true;
      this.plotting.textContent = t("write.plot.send");
    }
  }
}

export function download(from, name = "") {
  const link = el("a", { href: from, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
}
