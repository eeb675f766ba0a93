// What can be learnt from: dropped or chosen files become corpora; what was read in them, what was left out and why.
import { get, post } from "./api.js";
import { base64 } from "./bytes.js";
import { el, field, options } from "./dom.js";
import { FileDrop } from "./filedrop.js";
import { complain, say } from "./notice.js";
import { CorpusReading } from "./corpusreading.js";
import { CorpusTable } from "./corpustable.js";
import { t } from "./words.js";

const NEW = "";

export function mount(main) {
  const page = new Corpora();
  main.append(
    el("h1", {}, t("corpus.title")),
    el("p", { class: "lead" }, t("corpus.lead")),
    el("div", { class: "desk" }, page.form, page.results));
  page.load();
  return page.drop.watch();
}

class Corpora {
  constructor() {
    this.shown = null;
    this.largest = Infinity;
    this.into = el("select", { onchange: () => this.ask() });
    this.name = el("input", { maxlength: 60, placeholder: t("corpus.usualName"), autocomplete: "off" });
    this.naming = field(t("corpus.name"), this.name, true);
    this.drop = new FileDrop((files) => this.add(files));
    this.progress = el("p", { class: "pale", role: "status" });
    this.bar = el("progress", { hidden: true, "aria-label": t("corpus.adding") });
    this.stop = el("button", { type: "button", hidden: true, onclick: () => { this.stopped = true; } }, t("corpus.stopAdding"));
    this.reading = new CorpusReading();
    this.list = el("ul", { class: "corpora" });
    this.form = el("form", { class: "panel", "aria-label": t("corpus.corpora"), onsubmit: (event) => event.preventDefault() },
      el("div", { class: "fields" }, field(t("corpus.into"), this.into, true), this.naming),
      this.drop.element, this.progress, this.bar, this.stop,
      el("h2", { class: "corpora-name" }, t("corpus.look")), this.list);
    this.refused = el("div", { hidden: true });
    this.table = el("div", {}, el("p", { class: "empty" }, t("corpus.nothing")));
    this.results = el("section", { class: "results", "aria-label": t("corpus.whatWasRead") }, this.refused, this.reading.element, this.table);
  }

  async load() {
    try {
      await this.refresh();
      if (this.corpora.length > 0) await this.show(this.corpora[0].id);
    } catch (error) {
      complain(error);
    }
  }

  async refresh() {
    const shelf = await get("/api/corpora");
    this.corpora = shelf.corpora;
    this.largest = shelf.largestFile;
    this.drop.tell(t("corpus.takes", { megabytes: Math.floor(shelf.largestFile / 2 ** 20), files: shelf.mostFiles }));
    const before = this.into.value;
    const own = this.corpora.filter((corpus) => corpus.own);
    this.into.replaceChildren(...options([[NEW, t("corpus.new")], ...own.map((corpus) => [corpus.name, corpus.name])],
      own.some((corpus) => corpus.name === before) ? before : NEW));
    this.ask();
    this.mark();
  }

  /** Only a new corpus wants a name. */
  ask() {
    this.naming.hidden = this.into.value !== NEW;
  }

  mark() {
    this.list.replaceChildren(...this.corpora.map((corpus) => el("li", {},
      el("button", { type: "button", "aria-pressed": String(corpus.id === this.shown), onclick: () => this.show(corpus.id, true) },
        el("span", {}, corpus.name),
        el("span", { class: "pale" }, [t("corpus.files", { count: corpus.files }), corpus.own ? null : t("corpus.ships")].filter(Boolean).join(" · "))))));
  }

  async show(id, focus = false) {
    this.shown = id;
    this.mark();
    this.table.setAttribute("aria-busy", "true");
    try {
      const read = await this.reading.read(id);
      if (this.shown !== id) return;
      if (read === null) {
        this.table.replaceChildren(el("p", { class: "empty" }, t("corpus.wasStopped")));
        return;
      }
      const table = new CorpusTable(read, { changed: () => this.changed(), gone: (thrown) => this.gone(thrown) });
      this.table.replaceChildren(table.element);
      if (focus) table.heading.focus();
    } catch (error) {
      complain(error);
    } finally {
      this.table.removeAttribute("aria-busy");
    }
  }

  /** A file of the corpus that is shown came or went. */
  async changed() {
    try {
      await this.refresh();
      await this.show(this.shown);
    } catch (error) {
      complain(error);
    }
  }

  /** The corpus that is shown was thrown away. */
  async gone(thrown) {
    await this.refresh();
    const next = this.corpora[0];
    if (next) await this.show(next.id, true);
    else this.table.replaceChildren(el("p", { class: "empty" }, t("corpus.nothing")));
    say(t("corpus.thrown", { name: thrown.corpus.replace(/^own\//, "") }), {
      label: t("corpus.undo"),
      run: async () => {
        try {
          const back = await post("/api/corpora/restore", thrown);
          await this.refresh();
          await this.show(back.id, true);
        } catch (error) {
          complain(error);
        }
      },
    });
  }

  /** Takes files one after another; what is not taken is listed with the reason. */
  async add(files) {
    if (files.length === 0) {
      say(t("corpus.empty"));
      return;
    }
    const folder = folderOf(files);
    const corpus = this.into.value || this.name.value.trim() || nameOf(folder) || t("corpus.usualName");
    // A folder that gives the corpus its name need not stand before every file in it.
    const spared = corpus === nameOf(folder) ? folder.length + 1 : 0;
    const refused = [];
    let shown = null;
    this.stopped = false;
    this.stop.hidden = false;
    this.bar.hidden = false;
    this.bar.max = files.length;
    this.drop.disable(true);
    for (const [index, { path, file }] of files.entries()) {
      if (this.stopped) {
        refused.push(t("corpus.stoppedAt", { path }));
        break;
      }
      this.progress.textContent = t("corpus.addingOne", { number: index + 1, files: files.length });
      this.bar.value = index;
      try {
        if (file.size > this.largest) {
          refused.push(t("corpus.tooLarge", { path, megabytes: Math.ceil(file.size / 2 ** 20) }));
          continue;
        }
        const taken = await post("/api/corpora/add", { corpus, path: path.slice(spared), content: await base64(file) });
        shown ??= taken.corpus;
        if (taken.refusal) refused.push(`${path} ${taken.refusal}`);
      } catch (error) {
        refused.push(`${path}: ${error.message}`);
        // A full disk, or a server that is gone, takes the next one no better.
        if (error.status === undefined || error.status === 507) break;
      }
    }
    this.progress.textContent = "";
    this.stop.hidden = true;
    this.bar.hidden = true;
    this.drop.disable(false);
    this.name.value = "";
    this.tellRefused(refused);
    try {
      if (shown) this.shown = shown;
      await this.refresh();
      if (shown) {
        this.into.value = shown.replace(/^own\//, "");
        this.ask();
        await this.show(shown, true);
      }
    } catch (error) {
      complain(error);
    }
  }

  tellRefused(refused) {
    this.refused.hidden = refused.length === 0;
    this.refused.replaceChildren(el("div", { class: "panel warning", role: "status" },
      el("h2", {}, this.stopped ? t("corpus.stopped") : t("corpus.notTaken", { count: refused.length })),
      el("ul", { tabindex: 0 }, refused.map((line) => el("li", {}, line)))));
  }
}

/** The one folder in which all files lie; empty if there is none. */
function folderOf(files) {
  const folder = files[0].path.split("/")[0];
  return files.every(({ path }) => path.startsWith(`${folder}/`)) ? folder : "";
}

/** What a corpus of a folder can be called. */
function nameOf(folder) {
  return folder.replace(/[^\p{L}\p{N} ._-]/gu, "_").replace(/^[^\p{L}\p{N}_]+/u, "").slice(0, 60).replace(/[ .]+$/, "");
}
