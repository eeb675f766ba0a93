// Reads handwriting: a line that is drawn, a file of ink, or a picture of paper; what was read stands below, to be searched.
import { get, post } from "./api.js";
import { el } from "./dom.js";
import { base64 } from "./bytes.js";
import { complain } from "./notice.js";
import { ReadLesson } from "./readlesson.js";
import { ReadSource } from "./readsource.js";
import { Shelf } from "./readshelf.js";
import { ReadText } from "./readtext.js";
import { t } from "./words.js";

const MOST_MB = 11;

export const keeps = true;

export function mount(main) {
  const page = new Read();
  main.append(
    el("h1", {}, t("read.title")), el("p", { class: "lead" }, t("read.lead")),
    el("div", { class: "desk read-desk" }, page.panel, page.results));
  page.load();
  let away = page.source.watch();
  return {
    enter() {
      away = page.source.watch();
      page.load();
    },
    leave() {
      away();
    },
  };
}

class Read {
  constructor() {
    this.source = new ReadSource((file) => this.file(file), (strokes) => this.drawn(strokes));
    this.shelf = new Shelf((id) => this.open(id));
    this.said = el("p", { class: "pale", role: "status" });
    this.bar = el("progress", { "aria-label": t("read.readingLine"), hidden: true });
    this.text = new ReadText(() => this.load());
    this.lesson = new ReadLesson(() => this.load());
    this.panel = el("section", { class: "panel", "aria-label": t("read.source") }, this.source.element, this.said, this.bar);
    this.results = el("div", { class: "results" }, this.text.element, this.lesson.element, this.shelf.element);
  }

  async load() {
    try {
      const all = await get("/api/read");
      this.shelf.show(all);
      this.lesson.show(all);
    } catch (error) {
      complain(error);
    }
  }

  async file(file) {
    if (file.size > MOST_MB << 20) {
      complain(new Error(t("read.large", { name: file.name, most: MOST_MB })));
      return;
    }
    await this.ask(t("read.reading", { name: file.name }), async () => post("/api/read/file", { name: file.name, bytes: await base64(file), mine: this.lesson.mine }));
  }

  async drawn(strokes) {
    await this.ask(t("read.readingLine"), () => post("/api/read/drawn", { strokes, mine: this.lesson.mine }));
  }

  /** One at a time; the page says what it reads, and what came of it. */
  async ask(words, read) {
    this.source.disable(true);
    this.said.textContent = words;
    this.bar.hidden = false;
    try {
      const reading = await read();
      this.text.show(reading);
      this.said.textContent = t("read.done", { count: reading.lines.length });
      this.load();
    } catch (error) {
      this.said.textContent = "";
      complain(error);
    } finally {
      this.bar.hidden = true;
      this.source.disable(false);
    }
  }

  async open(id) {
    try {
      this.text.show(await get(`/api/read/one?${new URLSearchParams({ id })}`));
      this.text.element.querySelector("h2").focus();
    } catch (error) {
      complain(error);
    }
  }
}
