// A candidate: a tune that was composed, to hear, keep, save, edit, and have changed.
import { address, post } from "./api.js";
import { Bars } from "./compose/bars.js";
import { more } from "./compose/more.js";
import { Views } from "./compose/views.js";
import { el } from "./dom.js";
import { Editor } from "./editor/editor.js";
import { rename } from "./editor/unsaved.js";
import { complain, say } from "./notice.js";
import { mixer } from "./sound/mixer.js";
import { Tune, facts } from "./tune.js";
import { t } from "./words.js";

const FORMATS = [["midi", "MIDI"], ["sheet-pdf", "PDF"], ["wav", "WAV"], ["svg", "SVG"]];

export class Candidate {
  /**
   * @param {{ stem: string, midi: string, outline: object, ended: boolean, roll: object }} tune
   * @param {{ name: string, hasBars: boolean, model: boolean }} known whether a model drew it, which can be looked into
   * @param {object} hears change of a wish for other bars, edited of a tune that was edited from it, joined of a wish to put another one
   *   behind it, harmonized and accompanied of a wish for more voices; bands are the models that can do the last
   */
  constructor(tune, { name, hasBars, model }, { change, edited, joined, bands, harmonized, accompanied }) {
    this.tune = tune;
    this.name = name;
    this.model = model;
    this.hasBars = hasBars && tune.roll.bars.length > 0;
    this.player = new Tune(name, tune.midi, tune.roll, (from, to) => this.choose(from, to));
    this.views = new Views(this.player);
    this.change = this.hasBars ? new Bars(tune.roll.bars.length, (from, to) => this.choose(from, to), (wish) => change(this, wish)) : null;
    this.keep = el("button", { type: "button", onclick: () => this.kept() }, t("compose.keep"));
    this.openEditor = () => this.edits(edited);
    this.edit = el("button", { type: "button", "aria-expanded": "false", onclick: this.openEditor }, t("compose.edit"));
    this.join = el("button", { type: "button", onclick: () => joined(this), title: t("compose.joinHint") }, t("compose.join"));
    this.saves = el("div", { class: "actions" });
    this.listSaves();
    this.element = el("article", { class: "card", "aria-label": name },
      el("header", {}, this.player.button,
        el("div", {}, el("h3", {}, name),
          el("p", { class: "facts" }, facts(tune.outline), tune.ended ? "" : ` · ${t("compose.cut")}`)), this.views.switch),
      this.views.element, this.player.place, this.saves, mixer(this.player), this.change?.element,
      more(bands, (kind) => harmonized(this, kind), (card) => accompanied(this, card)));
  }

  /** Bars that were chosen: what is repeated, too. */
  choose(from, to) {
    this.change?.choose(from, to);
    this.player.roll.choose(from, to);
    this.views.choose(from, to);
    this.player.mix.span = this.player.roll.span(from, to);
  }

  async edits(edited) {
    const opens = this.editor?.element.hidden ?? true;
    this.edit.disabled = true;
    try {
      if (!this.editor) {
        this.editor = await Editor.open(this.player, (tune) => edited(this, tune));
        this.editor.element.hidden = true;
        this.player.place.after(this.editor.element);
      }
      this.editor.element.hidden = !opens;
      this.views.element.hidden = opens;
      this.edit.setAttribute("aria-expanded", String(opens));
      if (opens) this.editor.enter(this.element);
      else this.editor.leave();
    } catch (error) {
      complain(error);
    } finally {
      this.edit.disabled = false;
    }
  }

  listSaves() {
    const save = ([format, label]) =>
      el("a", { class: "button", href: address("/api/export", { name: this.tune.midi, to: format }), download: "" }, label);
    this.saves.replaceChildren(this.keep, this.edit, this.join,
      this.model ? el("a", { class: "button", href: `#inside?${new URLSearchParams({ stem: this.tune.stem })}` }, t("compose.inside")) : "",
      el("span", { class: "pale" }, t("compose.saveAs")), ...FORMATS.map(save));
  }

  async kept() {
    this.keep.disabled = true;
    try {
      const item = await post("/api/library/keep", { stem: this.tune.stem });
      const before = this.tune.midi;
      this.tune.stem = item.stem;
      this.tune.midi = item.files.find((file) => file.endsWith(".mid"));
      // Its files have moved.
      this.player.midi = this.tune.midi;
      rename(before, this.tune.midi);
      this.views.moved();
      this.keep.textContent = t("compose.kept", { name: item.name });
      this.listSaves();
      say(t("compose.inLibrary", { name: item.name }), { label: t("compose.showThere"), run: () => { location.hash = "library"; } });
    } catch (error) {
      this.keep.disabled = false;
      complain(error);
    }
  }
}
