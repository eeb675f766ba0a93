// The reader: which one reads, and the lesson in which it learns the lines that are right.
import { get, post } from "./api.js";
import { el, field } from "./dom.js";
import { LessonProgress } from "./lessonprogress.js";
import { complain } from "./notice.js";
import { t } from "./words.js";

const LOOK_MILLIS = 400;
const READER = "ductus.reader";

export class ReadLesson {
  /** learned() hears that another reader is there. */
  constructor(learned) {
    this.learned = learned;
    this.choice = el("select", { onchange: () => localStorage.setItem(READER, this.choice.value) },
      el("option", { value: "shipped" }, t("read.reader.shipped")), el("option", { value: "mine" }, t("read.reader.mine")));
    this.chosen = field(t("read.reader.who"), this.choice);
    this.count = el("p", { class: "small" });
    this.teach = el("button", { type: "button", onclick: () => this.learn() }, t("read.reader.teach"));
    this.said = el("div", { class: "actions", role: "status" });
    this.more = el("p", { class: "pale small" });
    this.element = el("section", { class: "panel read-lesson", "aria-label": t("read.reader.title"), hidden: true },
      el("h2", {}, t("read.reader.title")), this.chosen, this.count, el("div", { class: "actions" }, this.teach), this.said, this.more);
  }

  /** Whether the reader reads that was taught here. */
  get mine() {
    return !this.chosen.hidden && this.choice.value === "mine";
  }

  show({ corpus, taught, mine, lesson }) {
    this.element.hidden = taught === 0 && !mine;
    this.chosen.hidden = !mine;
    this.choice.value = mine && localStorage.getItem(READER) !== "shipped" ? "mine" : "shipped";
    this.lines = taught;
    this.count.textContent = taught === 0 ? "" : t("read.reader.lines", { count: taught });
    this.more.replaceChildren(t("read.reader.corpus", { corpus }), " ", el("a", { href: "#train" }, t("read.toTrain")));
    if (!this.learning) this.watch(lesson);
  }

  allow() {
    this.teach.disabled = this.lines === 0 || this.learning === true;
  }

  async learn() {
    try {
      this.watch(await post("/api/read/learn", {}), true);
    } catch (error) {
      complain(error);
    }
  }

  /** Shows how far the reader is, until it is done; asked is whether this page has seen it learn. */
  watch(lesson, asked = false) {
    this.learning = lesson.name !== "" && !lesson.error && !lesson.learned && !lesson.stopped;
    this.allow();
    if (this.learning) {
      this.progress(lesson);
      clearTimeout(this.later);
      this.later = setTimeout(() => this.look(), LOOK_MILLIS);
      return;
    }
    this.bar = null;
    if (lesson.stopped) this.said.replaceChildren(el("span", {}, t("read.reader.stopped")));
    else if (lesson.error) this.said.replaceChildren(el("span", {}, t("read.reader.failed", { error: lesson.error })));
    else if (lesson.learned) this.said.replaceChildren(...outcome(lesson.learned));
    if (!asked) return;
    if (lesson.learned) localStorage.setItem(READER, "mine");
    this.learned();
  }

  progress({ done, all }) {
    if (!this.bar) {
      this.bar = new LessonProgress({
        learning: t("read.reader.learning"),
        minute: t("read.reader.minute"),
        left: (time) => t("read.reader.left", { span: time }),
        stop: t("read.reader.stop"),
        stopping: t("read.reader.stopping"),
      }, done, () => this.end());
      this.said.replaceChildren(...this.bar.parts, el("p", { class: "pale small" }, t("read.reader.leave")));
    }
    this.bar.reached({ done, all });
  }

  async look() {
    try {
      this.watch(await get("/api/read/lesson"), true);
    } catch (error) {
      this.learning = false;
      this.allow();
      complain(error);
    }
  }

  async end() {
    try {
      await post("/api/read/stop", {});
    } catch (error) {
      complain(error);
    }
  }
}

function outcome({ lines, heldOut, useful, ownBefore, ownAfter, othersBefore, othersAfter, seconds }) {
  const rates = { before: percent(ownBefore), after: percent(ownAfter) };
  return [
    el("p", {}, useful ? t("read.reader.learned", { count: lines, seconds: Math.round(seconds) }) : t("read.reader.useless", { count: lines })),
    el("p", {}, heldOut ? t("read.reader.ownHeldOut", rates) : t("read.reader.own", rates)),
    el("details", {}, el("summary", {}, t("read.reader.details")),
      el("p", { class: "small" }, t("read.reader.others", { before: percent(othersBefore), after: percent(othersAfter) }))),
  ];
}

function percent(share) {
  return (100 * share).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
}
