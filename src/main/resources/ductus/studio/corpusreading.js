// The reading of a corpus: how many of its files are done, and the way to stop it.
import { address, get, post } from "./api.js";
import { el } from "./dom.js";
import { t } from "./words.js";

const LOOK_EVERY = 300;

export class CorpusReading {
  constructor() {
    this.bar = el("progress", { "aria-label": t("corpus.reading") });
    this.said = el("p", { class: "pale", role: "status" });
    this.stop = el("button", { type: "button", onclick: () => this.end() }, t("corpus.stopReading"));
    this.element = el("div", { class: "corpus-reading", hidden: true }, this.said, this.bar, this.stop);
  }

  /** The table of a corpus; null if it was stopped, or another one was wanted meanwhile. */
  async read(corpus) {
    this.end();
    const name = crypto.randomUUID();
    this.name = name;
    this.tell({ done: 0, total: 0 });
    // What is read at once needs no telling.
    const timer = setInterval(() => this.look(name), LOOK_EVERY);
    try {
      return await get(address("/api/corpora/table", { corpus, reading: name }));
    } catch (error) {
      if (error.status === 409 && this.name !== name) return null;
      throw error;
    } finally {
      clearInterval(timer);
      if (this.name === name) {
        this.name = null;
        this.element.hidden = true;
      }
    }
  }

  async look(name) {
    const progress = await get(address("/api/corpora/progress", { reading: name })).catch(() => null);
    if (this.name !== name || progress === null) return;
    this.element.hidden = false;
    this.tell(progress);
  }

  tell({ done, total }) {
    if (total > 0) {
      this.bar.max = total;
      this.bar.value = done;
    } else {
      this.bar.removeAttribute("value");
    }
    const said = total > 0 ? t("corpus.readOf", { done, total }) : t("corpus.reading");
    if (this.said.textContent !== said) this.said.textContent = said;
  }

  /** Stops what is being read, if anything is. */
  end() {
    if (!this.name) return;
    const reading = this.name;
    this.name = null;
    this.element.hidden = true;
    post("/api/corpora/stop", { reading }).catch(() => {});
  }
}
