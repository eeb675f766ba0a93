// What can be learnt from: dropped or chosen files become corpora; what was read in them, what was left out and why.
import { address, get, post } from "./api.js";
import { el, field, options } from "./dom.js";
import { FileDrop } from "./filedrop.js";
import { complain, say } from "./notice.js";
import { CorpusTable } from "./corpustable.js";

const NEW = "";
const USUAL_NAME = "my corpus";

export function mount(main) {
  const page = new Corpora();
  main.append(
    el("h1", {}, "Corpus"),
    el("p", { class: "lead" },
      "What a model can learn from. Drop music or handwriting here and see what was read, hear it and look at it, before anything is trained on it."),
    el("div", { class: "desk" }, page.form, page.results));
  page.load();
  return page.drop.watch();
}

class Corpora {
  constructor() {
    this.shown = null;
    this.largest = Infinity;
    this.into = el("select", { onchange: () => this.ask() });
    this.name = el("input", { maxlength: 60, placeholder: USUAL_NAME, autocomplete: "off" });
    this.naming = field("Its name", this.name, true);
    this.drop = new FileDrop((files) => this.add(files));
    this.progress = el("p", { class: "pale", role: "status" });
    this.stop = el("button", { type: "button", hidden: true, onclick: () => { this.stopped = true; } }, "Stop adding");
    this.list = el("ul", { class: "corpora" });
    this.form = el("form", { class: "panel", "aria-label": "Corpora", onsubmit: (event) => event.preventDefault() },
      el("div", { class: "fields" }, field("Add to", this.into, true), this.naming),
      this.drop.element, this.progress, this.stop,
      el("h2", { class: "corpora-name" }, "To look at"), this.list);
    this.refused = el("div", { hidden: true });
    this.table = el("div", {}, el("p", { class: "empty" }, "What was read will stand here."));
    this.results = el("section", { class: "results", "aria-label": "What was read" }, this.refused, this.table);
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
    this.drop.tell(`MIDI, ABC, MusicXML and ink (InkML, IAM-OnDB, UNIPEN, SVG and more), up to ${Math.floor(shelf.largestFile / 2 ** 20)} MB a file and ${shelf.mostFiles} files a corpus. Archives are not unpacked.`);
    const before = this.into.value;
    const own = this.corpora.filter((corpus) => corpus.own);
    this.into.replaceChildren(...options([[NEW, "a new corpus"], ...own.map((corpus) => [corpus.name, corpus.name])],
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
        el("span", { class: "pale" }, [count(corpus.files, "file"), corpus.own ? null : "ships with Ductus"].filter(Boolean).join(" · "))))));
  }

  async show(id, focus = false) {
    this.shown = id;
    this.mark();
    this.table.setAttribute("aria-busy", "true");
    try {
      const read = await get(address("/api/corpora/table", { corpus: id }));
      if (this.shown !== id) return;
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
    else this.table.replaceChildren(el("p", { class: "empty" }, "What was read will stand here."));
    say(`${thrown.corpus.replace(/^own\//, "")} is in the bin`, {
      label: "Undo",
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
      say("There are no files in it");
      return;
    }
    const folder = folderOf(files);
    const corpus = this.into.value || this.name.value.trim() || nameOf(folder) || USUAL_NAME;
    // A folder that gives the corpus its name need not stand before every file in it.
    const spared = corpus === nameOf(folder) ? folder.length + 1 : 0;
    const refused = [];
    let shown = null;
    this.stopped = false;
    this.stop.hidden = false;
    this.drop.disable(true);
    for (const [index, { path, file }] of files.entries()) {
      if (this.stopped) {
        refused.push(`${path} and those behind it: stopped`);
        break;
      }
      this.progress.textContent = `Adding ${index + 1} of ${files.length} …`;
      try {
        if (file.size > this.largest) {
          refused.push(`${path} has ${Math.ceil(file.size / 2 ** 20)} MB, which is too much`);
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
      el("h2", {}, this.stopped ? "Stopped" : `${count(refused.length, "file")} not taken`),
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

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(Object.assign(new Error("the browser could not read it"), { status: 422 }));
    reader.readAsDataURL(file);
  });
}

function count(number, what) {
  return number === 1 ? `1 ${what}` : `${number} ${what}s`;
}
