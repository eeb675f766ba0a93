// What a run made on the way: one epoch's sample to hear or read, or two side by side.
import { address, blob, get } from "./api.js";
import { el, field } from "./dom.js";
import { complain } from "./notice.js";
import { hush } from "./player.js";
import { Tune } from "./tune.js";
import { t } from "./words.js";

export class Samples {
  constructor() {
    this.files = [];
    this.newest = new Sample();
    this.other = null;
    this.panes = el("div", { class: "sample-panes" }, this.newest.element);
    this.beside = el("button", { type: "button", class: "plain", hidden: true, onclick: () => this.compare() }, t("train.sideBySide"));
    this.element = el("section", { "aria-label": t("train.samples"), hidden: true }, this.panes, this.beside);
  }

  /** Samples in the order of their epochs; the newest is shown, unless another one was chosen or is being heard. */
  offer(files) {
    if (files.length === this.files.length) return;
    this.files = files;
    this.element.hidden = files.length === 0;
    this.beside.hidden = files.length < 2;
    this.newest.offer(files, true);
    this.other?.offer(files, false);
  }

  /** Another one beside it, the first of all to begin with; or that one away again. */
  compare() {
    if (this.other) {
      this.other.element.remove();
      this.other = null;
    } else {
      this.other = new Sample();
      this.panes.prepend(this.other.element);
      this.other.offer(this.files, false);
    }
    this.beside.textContent = this.other ? t("train.oneOnly") : t("train.sideBySide");
  }
}

class Sample {
  constructor() {
    this.files = [];
    this.number = el("input", { type: "range", min: 0, max: 0, value: 0, oninput: () => this.choose() });
    this.name = el("span", { class: "value" });
    this.place = el("div", { class: "run-sample" });
    const labelled = field(`${t("train.sample")} `, this.number, true);
    labelled.querySelector("label").append(this.name);
    this.element = el("div", { class: "sample-pane" }, labelled, this.place);
  }

  offer(files, follow) {
    const follows = follow && Number(this.number.value) >= this.files.length - 1 && !this.player?.playing;
    this.files = files;
    this.number.max = String(files.length - 1);
    if (follows) this.number.value = this.number.max;
    this.choose();
  }

  async choose() {
    const file = this.files[Number(this.number.value)];
    if (!file || file === this.shown) return;
    this.shown = file;
    const name = t("train.ofEpoch", { epoch: Number(file.match(/(\d+)\.[a-z]+$/)?.[1] ?? 0) });
    this.name.textContent = name;
    this.number.setAttribute("aria-valuetext", name);
    if (this.player?.playing) hush();
    try {
      const shown = await this.picture(file, `${t("train.sample")} ${name}`);
      if (this.shown === file) this.place.replaceChildren(...shown);
    } catch (error) {
      complain(error);
    }
  }

  async picture(file, name) {
    if (file.endsWith(".mid")) {
      const player = new Tune(name, file, await get(address("/api/roll", { name: file })));
      this.player = player;
      return [el("div", { class: "play-line" }, player.button, player.place), player.roll.element];
    }
    if (file.endsWith(".svg")) return [el("img", { class: "page", src: address("/api/file", { name: file }), alt: name })];
    if (file.endsWith(".txt")) return [el("p", { class: "read" }, await (await blob(address("/api/file", { name: file }))).text())];
    return [el("a", { class: "button", href: address("/api/save", { name: file }), download: "" }, t("train.saveSample"))];
  }
}
