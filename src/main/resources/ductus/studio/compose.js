// New music: what is wished for at the left, candidates at the right.
import { address, get, post } from "./api.js";
import { Candidate } from "./candidate.js";
import { Drafts } from "./compose/drafts.js";
import { given } from "./compose/given.js";
import { Leftovers } from "./compose/leftovers.js";
import { WishForm, nameOf } from "./compose/wish.js";
import { el } from "./dom.js";
import { takeDrops } from "./drop.js";
import { complain, say } from "./notice.js";
import { join } from "./score/join.js";
import { t } from "./words.js";

export const keeps = true;

export function mount(main) {
  const page = new Compose();
  main.append(
    el("h1", {}, t("compose.title")),
    el("p", { class: "lead" }, t("compose.lead")),
    el("div", { class: "desk" }, page.form.element, el("div", { class: "results" }, page.leftovers.element, page.drafts.element, page.results)));
  page.enter();
  return { enter: () => page.enter(), leave: () => page.leave() };
}

function notesOf(tune) {
  return get(address("/api/compose/notes", { name: tune.midi }));
}

class Compose {
  constructor() {
    this.form = new WishForm(() => this.compose(), () => { this.stopped = true; },
      (notes, quarters) => this.answer(notes, quarters), () => this.gather());
    this.drafts = new Drafts((tune, item) => this.take(tune, item));
    this.leftovers = new Leftovers((tune, name) => this.show(tune, t("compose.drafts.taken", { name })).openEditor());
    this.drawing = false;
    this.first = null;
    /** Phrases with their answers, in the order in which they were played. */
    this.turns = [];
    this.results = el("section", { class: "results", "aria-label": t("compose.candidates") },
      el("p", { class: "empty" }, t("compose.empty")));
  }

  async enter() {
    this.ends?.();
    const ready = this.form.load();
    // What is dropped before the models are known waits for them.
    this.ends = takeDrops(({ files: [file] }) => {
      if (file) ready.then(() => this.open(file), complain);
    });
    try {
      await ready;
      this.form.follow();
      this.leftovers.load();
      await this.drafts.load();
    } catch (error) {
      complain(error);
    }
  }

  leave() {
    this.ends();
    this.form.beginning.leave();
  }

  compose() {
    const card = this.form.card();
    return this.draw({ card, conditions: this.form.conditions(), start: this.form.beginning.start(), what: null });
  }

  /**
   * Asks for one candidate after another: each is there as soon as it is drawn, and one can stop. Where there are several ranges of
   * bars to rewrite, each is rewritten in what came of the one before. The answer is the last one; null for none.
   */
  async draw({ card, conditions, start, what, ranges = [null], parent = null, accompany = false, bars = null, count = Number(this.form.count.value) || 1 }) {
    if (this.drawing) return null;
    this.drawing = true;
    this.stopped = false;
    let made = null;
    try {
      const wish = this.form.wish(card, await start, conditions);
      if (bars) wish.bars = bars;
      if (accompany) wish.guidance.accompany = true;
      let group = null;
      for (let from = 0; from < count && !this.stopped; from++) {
        this.tell(from + 1, count);
        let answer = null;
        for (const range of ranges) {
          const piece = answer ? answer.tunes[0].midi : parent?.midi;
          const begun = range ? { piece, from: range[0], to: range[1] } : wish.start;
          answer = await post("/api/compose", { ...wish, start: begun, from });
          wish.seed = answer.seed;
        }
        const [tune] = answer.tunes;
        made = this.candidate(tune, t("compose.candidate", { number: from + 1 }), card, conditions);
        if (parent && ranges[0]) made.player.roll.mark(ranges, parent.roll);
        if (group) group.append(made.element);
        else group = this.group(what ?? t("compose.drawn", { model: nameOf(card), seed: answer.seed }), answer.notice, made.element);
      }
    } catch (error) {
      complain(error);
      await this.form.load().catch(complain);
    } finally {
      this.drawing = false;
      this.tell(0, 0);
    }
    return made;
  }

  /** Answers a phrase with as many bars, plays the answer, and gives the turn back. */
  async answer(notes, quarters) {
    const card = this.form.card();
    const bars = Math.max(1, Math.ceil(quarters / 4 - 0.25));
    const made = await this.draw({
      card, conditions: this.form.conditions(), start: { notes }, what: t("compose.answered"), count: 1, bars: card.bars ? 2 * bars : null,
    });
    if (!made) return;
    this.turns.push(made.tune);
    this.form.beginning.gather.hidden = this.turns.length < 2;
    made.player.go(made.player.heard.bars[bars] ?? 0);
    made.player.ended = () => {
      made.player.ended = () => {};
      this.form.beginning.turn();
    };
    made.player.start();
  }

  /** All turns so far as one tune. */
  async gather() {
    const [first, ...others] = this.turns;
    try {
      let all = await notesOf(first);
      for (const turn of others) all = { ...all, notes: join(all, await notesOf(turn)) };
      this.show(await post("/api/compose/edit", { parent: first.midi, notes: all.notes }), t("compose.gathered", { count: this.turns.length }));
    } catch (error) {
      complain(error);
    }
  }

  tell(number, of) {
    this.results.setAttribute("aria-busy", String(number > 0));
    this.form.tell(number, of);
  }

  /** A tune as it is shown, with the model that goes on with it. */
  candidate(tune, name, card, conditions, model = true) {
    return new Candidate(tune, { name, hasBars: card.bars, model }, {
      change: (self, wish) => this.change(self.tune, card, conditions, wish),
      edited: (self, edited) => this.show(edited, t("compose.edited", { name: self.name }), card, conditions),
      joined: (self) => this.join(self, card, conditions),
      bands: this.form.models.filter((each) => each.guidance.accompany),
      harmonized: (self, kind) => this.harmonize(self, kind),
      accompanied: (self, band) => this.draw({
        card: band, conditions: [], start: { piece: self.tune.midi }, accompany: true, what: t("compose.more.banded", { name: self.name }),
      }),
    });
  }

  /** A place for candidates that were asked for together, above those before. */
  group(words, notice, first) {
    this.results.querySelector(".empty")?.remove();
    const heading = el("h2", { tabindex: -1 }, words);
    const said = notice ? el("p", { class: "pale" }, notice) : null;
    const group = el("div", { class: "results" }, heading, said, first);
    this.results.prepend(group);
    heading.focus();
    // Where the form stands above the candidates, it makes room for them.
    if (matchMedia("(max-width: 60rem)").matches) heading.scrollIntoView();
    return group;
  }

  /** Shows a tune that no model drew; the answer is its candidate. */
  show(tune, what, card = this.form.card(), conditions = this.form.conditions(), model = false) {
    const made = this.candidate(tune, tune.stem.split("/").at(-1), card, conditions, model);
    this.group(what, "", made.element);
    return made;
  }

  /** With the model that drew it. */
  change(tune, card, conditions, { what, ranges, from }) {
    const start = from ? { piece: tune.midi, from, to: null } : { piece: tune.midi };
    return this.draw({ card, conditions, start, what, ranges: ranges ?? [null], parent: ranges ? tune : null });
  }

  /** Chords, a bass, drums or voices to a tune. */
  async harmonize({ tune, name }, kind) {
    try {
      const made = kind === "drums"
        ? await post("/api/compose/drums", { piece: tune.midi }) : await post("/api/compose/harmonize", { piece: tune.midi, with: kind });
      this.show(made, t(`compose.more.with.${kind}`, { name }));
    } catch (error) {
      complain(error);
    }
  }

  /** A file to see, edit and go on with. */
  async open(file) {
    try {
      this.show(await post("/api/compose/open", await given(file)), t("compose.opened", { name: file.name }));
    } catch (error) {
      complain(error);
    }
  }

  /** A draft of today. */
  take(tune, item) {
    const card = this.form.models.find((each) => each.model === item.model) ?? this.form.card();
    this.show(tune, t("compose.drafts.taken", { name: item.name }), card, [], item.kind === "music");
  }

  /** Two presses put two tunes together: the first one, then the one that follows it. */
  async join(candidate, card, conditions) {
    const first = this.first;
    this.first = null;
    if (!first) {
      this.first = candidate;
      candidate.join.setAttribute("aria-pressed", "true");
      say(t("compose.joinNext", { name: candidate.name }));
      return;
    }
    first.join.removeAttribute("aria-pressed");
    try {
      const joined = join(await notesOf(first.tune), await notesOf(candidate.tune));
      this.show(await post("/api/compose/edit", { parent: first.tune.midi, notes: joined }),
        t("compose.joined", { first: first.name, second: candidate.name }), card, conditions);
    } catch (error) {
      complain(error);
    }
  }
}
