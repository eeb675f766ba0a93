// The lesson in which the model learns a hand: its name, how far it is, and the way to a letter in it.
import { get, post } from "./api.js";
import { el, field } from "./dom.js";
import { result } from "./learned.js";
import { LessonProgress } from "./lessonprogress.js";
import { complain } from "./notice.js";
import { t } from "./words.js";

const LOOK_MILLIS = 400;

export class Lesson {
  /** learn is where to ask for it; ready() waits until all drawings are saved; clear() puts them aside. */
  constructor(learn, ready, clear) {
    this.address = learn;
    this.ready = ready;
    this.count = el("p", { class: "drawn-count", role: "status" });
    this.hand = el("input", { required: true, maxlength: 64, placeholder: "anna", autocomplete: "off", spellcheck: "false" });
    this.teach = el("button", { type: "submit", class: "primary" }, t("hand.lesson.learn"));
    this.said = el("div", { class: "actions", role: "status" });
    this.element = el("form", { class: "panel", "aria-label": t("hand.lesson.form"), onsubmit: (event) => { event.preventDefault(); this.learn(false); } },
      this.count, field(t("hand.lesson.name"), this.hand), el("div", { class: "actions teach" }, this.teach,
        el("button", { type: "button", class: "plain", onclick: clear }, t("hand.lesson.over"))), this.said);
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
      const yes = el("button", { type: "button", onclick: () => this.learn(true) }, t("hand.lesson.replace", { name }));
      this.said.replaceChildren(el("span", {}, t("hand.lesson.taken", { name })), yes);
      yes.focus();
    }
  }

  /** Learns once more what was stopped or failed. */
  async again() {
    try {
      this.watch(await post("/api/hand/again", {}), true);
    } catch (error) {
      complain(error);
    }
  }

  /** Shows how far the model is, until it is done. */
  watch(lesson, asked) {
    const { name, error } = lesson;
    this.learning = name !== "" && !error && !lesson.learned && !lesson.stopped;
    this.allow();
    if (lesson.stopped || error) {
      this.said.replaceChildren(
        el("span", {}, lesson.stopped ? t("hand.lesson.stopped", { name }) : t("hand.lesson.failed", { name, error })),
        el("button", { type: "button", onclick: () => this.again() }, t("hand.lesson.again")));
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
      this.bar = new LessonProgress({
        learning: t("hand.lesson.learning", { name }),
        minute: t("hand.lesson.minute"),
        left: (time) => t("hand.lesson.left", { span: time }),
        stop: t("hand.lesson.stop"),
        stopping: t("hand.lesson.stopping"),
      }, done, () => this.end());
      this.stage = el("span", {});
      this.said.replaceChildren(...this.bar.parts, this.stage, el("p", { class: "pale small" }, t("hand.lesson.leave")));
    }
    this.tellStage(done / all);
    this.bar.reached({ done, all });
  }

  /** Says in plain words what the model is about. */
  tellStage(share) {
    const words = share === 0 ? t("hand.lesson.stages.compares") : share < 0.5 ? t("hand.lesson.stages.shapes") : t("hand.lesson.stages.rhythm");
    if (this.stage.textContent !== words) this.stage.textContent = words;
  }

  async look() {
    try {
      this.watch(await get("/api/hand/lesson"), true);
    } catch (error) {
      complain(error);
    }
  }

  async end() {
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
