// The lesson in which the model learns a hand: its name, how far it is, and the way to a letter in it.
import { address, get, post } from "./api.js";
import { el, field } from "./dom.js";
import { complain } from "./notice.js";
import { span } from "./span.js";

const LOOK_MILLIS = 400;

export class Lesson {
  /** learn is where to ask for it; ready() waits until all drawings are saved; clear() puts them aside. */
  constructor(learn, ready, clear) {
    this.address = learn;
    this.ready = ready;
    this.count = el("p", { class: "drawn-count", role: "status" });
    this.hand = el("input", { required: true, maxlength: 64, placeholder: "anna", autocomplete: "off", spellcheck: "false" });
    this.teach = el("button", { type: "submit", class: "primary" }, "Learn my hand");
    this.said = el("div", { class: "actions", role: "status" });
    this.element = el("form", { class: "panel", "aria-label": "Your hand", onsubmit: (event) => { event.preventDefault(); this.learn(false); } },
      this.count, field("Name of your hand", this.hand), el("div", { class: "actions teach" }, this.teach,
        el("button", { type: "button", class: "plain", onclick: clear }, "Start over")), this.said);
  }

  /** Says how far the drawing is, and whether that is enough for a hand. */
  tell(how, enough) {
    this.enough = enough;
    this.count.textContent = how;
    this.allow();
  }

  allow() {
    this.teach.disabled = !this.enough || this.learning === true;
  }

  async learn(replace) {
    const name = this.hand.value.trim();
    this.said.replaceChildren();
    try {
      await this.ready();
      this.watch(await post(this.address, { name, replace }), true);
    } catch (error) {
      if (error.status !== 409) {
        complain(error);
        return;
      }
      const yes = el("button", { type: "button", onclick: () => this.learn(true) }, `Replace ${name}`);
      this.said.replaceChildren(el("span", {}, `You have a hand ${name} already.`), yes);
      yes.focus();
    }
  }

  /** Shows how far the model is, until it is done. */
  watch(lesson, asked) {
    this.learning = lesson.name !== "" && !lesson.error && !lesson.learned && !lesson.stopped;
    this.allow();
    if (lesson.stopped) {
      this.said.replaceChildren(`Learning ${lesson.name} was stopped; nothing of it is kept`);
    } else if (lesson.error) {
      this.said.replaceChildren(`The model could not learn ${lesson.name}: ${lesson.error}`);
    } else if (lesson.learned) {
      this.said.replaceChildren(...result(lesson, asked));
      if (asked) this.said.querySelector("a").focus();
    } else if (this.learning) {
      this.show(lesson);
      this.later = setTimeout(() => this.look(), LOOK_MILLIS);
    }
    if (!this.learning) this.bar = null;
  }

  show({ name, done, all }) {
    if (!this.bar) {
      this.bar = el("progress", { "aria-label": `Learning ${name}` });
      this.left = el("span", { class: "pale", "aria-live": "off" }, "about a minute");
      const stop = el("button", { type: "button", onclick: () => this.stop(stop) }, "Stop");
      this.said.replaceChildren(el("span", {}, `Learning ${name} …`), this.bar, this.left, stop);
      this.begun = { done, at: performance.now() };
    }
    const learned = done - this.begun.done;
    if (learned === 0) return;
    this.bar.max = all;
    this.bar.value = done;
    // The first updates are slower, since nothing is warm yet.
    if (learned < all / 20) return;
    const seconds = ((all - done) * (performance.now() - this.begun.at)) / learned / 1000;
    this.left.textContent = `about ${span(seconds)} left`;
  }

  async look() {
    try {
      this.watch(await get("/api/hand/lesson"), true);
    } catch (error) {
      complain(error);
    }
  }

  async stop(button) {
    button.disabled = true;
    button.textContent = "Stopping …";
    try {
      await post("/api/hand/stop", {});
    } catch (error) {
      complain(error);
    }
  }

  leave() {
    clearTimeout(this.later);
  }
}

function result(lesson, fresh) {
  const { name, learned } = lesson;
  const lines = learned.lines > 0;
  const missing = learned.missing
    ? lines ? ` Not in your lines, so written as in ${learned.nearest}: ${learned.missing}` : ` Not drawn: ${learned.missing}`
    : "";
  return [
    el("img", { class: "sample", src: address("/api/write/sample", { hand: name }), alt: `A few words in the hand ${name}` }),
    el("span", {}, `${name} is learned${fresh ? `, in ${Math.round(learned.seconds)} s` : ""}.`, missing),
    ...learned.leftOut.map((each) => el("span", { class: "pale" }, `Left out: ${each}`)),
    el("a", { class: "button primary", href: `#write?${new URLSearchParams({ hand: name })}` }, `Write a letter as ${name}`),
  ];
}
