// A place to drop files and folders, or to choose them: what was given, with paths.
import { el, field } from "./dom.js";
import { takeDrops } from "./drop.js";
import { t } from "./words.js";

export class FileDrop {
  /** given(files) hears of a list of { path, file }. */
  constructor(given) {
    this.given = given;
    this.files = el("input", { type: "file", multiple: true, onchange: () => this.chosen(this.files) });
    this.folder = el("input", { type: "file", webkitdirectory: true, onchange: () => this.chosen(this.folder) });
    this.hint = el("p", { class: "pale small" });
    this.element = el("div", { class: "drop" },
      el("p", {}, t("corpus.drop")),
      field(t("corpus.dropFiles"), this.files), field(t("corpus.dropFolder"), this.folder), this.hint);
  }

  /** Takes what is dropped anywhere on the page; the answer ends it. */
  watch() {
    return takeDrops((given) => {
      if (!this.files.disabled) this.dropped(given);
    }, this.element);
  }

  tell(hint) {
    this.hint.textContent = hint;
  }

  disable(disabled) {
    this.files.disabled = disabled;
    this.folder.disabled = disabled;
  }

  chosen(input) {
    const files = [...input.files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
    input.value = "";
    this.give(files);
  }

  async dropped(transfer) {
    // Entries are gone when the event is over: all are asked for before the first is waited for.
    const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    if (entries.length === 0) {
      this.give([...transfer.files].map((file) => ({ path: file.name, file })));
      return;
    }
    const files = [];
    for (const entry of entries) await walk(entry, files);
    this.give(files);
  }

  /** Hidden files, which systems put beside others, are nobody's music. */
  give(files) {
    this.given(files.filter(({ path }) => !path.split("/").some((part) => part.startsWith("."))));
  }
}

async function walk(entry, files) {
  if (entry.isFile) {
    files.push({ path: entry.fullPath.replace(/^\//, ""), file: await new Promise((done, failed) => entry.file(done, failed)) });
    return;
  }
  const reader = entry.createReader();
  while (true) {
    // A reader gives a hundred at a time, and none at the end.
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0) return;
    for (const each of some) await walk(each, files);
  }
}
