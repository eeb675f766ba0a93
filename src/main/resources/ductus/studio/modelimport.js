// Brings a model in that was saved elsewhere: one file, sent part by part, checked before it is there.
import { post } from "./api.js";
import { base64 } from "./bytes.js";
import { el, field } from "./dom.js";
import { complain, say } from "./notice.js";
import { t } from "./words.js";

const PART = 4 * 2 ** 20;

export class ModelImport {
  /** brought(name) hears of a model that is there now. */
  constructor(brought) {
    this.brought = brought;
    this.file = el("input", { type: "file", accept: ".safetensors", onchange: () => this.take() });
    this.bar = el("progress", { hidden: true, "aria-label": t("train.bringing") });
    this.element = el("details", { class: "bring" }, el("summary", {}, t("train.bringIn")),
      field(t("train.modelFile"), this.file), el("p", { class: "pale small" }, t("train.bringHint")), this.bar);
  }

  async take() {
    const file = this.file.files[0];
    if (!file) return;
    const name = file.name.replace(/\.safetensors$/i, "").replace(/[^\p{L}\p{N} ._-]/gu, "_").replace(/^[^\p{L}\p{N}_]+|[ .]+$/gu, "").slice(0, 60);
    this.file.disabled = true;
    this.bar.hidden = false;
    this.bar.max = file.size || 1;
    try {
      let kept = null;
      for (let offset = 0; kept === null; offset += PART) {
        this.bar.value = offset;
        const last = offset + PART >= file.size;
        const answer = await post("/api/train/import", { name, offset, content: await base64(file.slice(offset, offset + PART)), last });
        if (last) kept = answer;
      }
      say(t("train.brought", { name: kept.name }));
      this.element.open = false;
      this.brought(kept.name);
    } catch (error) {
      complain(error);
    } finally {
      this.file.value = "";
      this.file.disabled = false;
      this.bar.hidden = true;
    }
  }
}
