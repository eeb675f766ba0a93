// The lesson in which the model learns a hand: its name, how far it is, and the way to a letter in it.
import { address, get, post } from "./api.js";
import { el, field } from "./dom.js";
import { complain } from "./notice.js";
import { span } from "./span.js";

const LOOK_MILLIS = 400;
const SMALL = /^[a-z]$/;

export class Lesson {
  /** ready() waits until all drawings are saved; clear() puts them aside. */
  constructor(ready, clear) {
    this.ready = ready;
    this.count = el("p", { class: "drawn-count", role: "status" });
    this.hand = el("input", { required: true, maxlength: 64, placeholder: "anna", autocomplete: "off", spellcheck: "false" });
    this.teach = el("button", { type: "submit", class: "primary" }, "Learn my hand");
    this.said = el("div", { class: "actions", role: "status" });
    this.element = el("form", { class: "panel", "aria-label": "Your hand", onsubmit: (event) => { event.preventDefault(); this.learn(false); } },
      this.count, field("Name of your hand", this.hand), el("div", { class: "actions teach" }, this.teach,
        el("button", { type: "button", class: "plain", onclick: clear }, "Start over")), this.said);
  }

  /** Says how far the drawing is. */
  tell(characters, isDrawn, fewest) {
    const count = characters.filter(isDrawn).length;
    this.enough = count >= fewest;
    const missing = characters.filter((character) => SMALL.test(character) && !isDrawn(character));
    this.count.textContent = said(count, fewest, missing);
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
      this.watch(await post("/api/hand/learn", { name, replace }), true);
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
    this.learning = lesson.name !== "" && !lesson.error && !lesson.learned;
    this.allow();
    if (lesson.error) {
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
      this.said.replaceChildren(el("span", {}, `Learning ${name} …`), this.bar, this.left);
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

  leave() {
    clearTimeout(this.later);
  }
}

function said(count, fewest, missing) {
  if (count < fewest) return `${count} drawn. With ${fewest} you can try your hand, but draw a to z if you can.`;
  if (missing.length > 0) return `${count} drawn; of the small letters ${missing.join(" ")} ${missing.length === 1 ? "is" : "are"} missing.`;
  return `${count} drawn, all small letters among them: give your hand a name and let the page learn it. Whatever is missing can be drawn later.`;
}

function result(lesson, fresh) {
  const { name, learned } = lesson;
  const missing = learned.missing ? ` Not drawn: ${learned.missing}` : "";
  return [
    el("img", { class: "sample", src: address("/api/write/sample", { hand: name }), alt: `A few words in the hand ${name}` }),
    el("span", {}, `${name} is learned${fresh ? `, in ${Math.round(learned.seconds)} s` : ""}.`, missing),
    el("a", { class: "button primary", href: `#write?${new URLSearchParams({ hand: name })}` }, `Write a letter as ${name}`),
  ];
}
