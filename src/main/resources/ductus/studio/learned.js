// What came of a lesson: a few words as the model wrote them before and after it, and the way to a letter.
import { address } from "./api.js";
import { el } from "./dom.js";
import { t } from "./words.js";

/** Elements that show what was learned; fresh where it was just now. */
export function result({ name, learned }, fresh) {
  const { nearest, missing, lines, leftOut, seconds } = learned;
  const said = [fresh ? t("hand.lesson.learnedIn", { name, seconds: Math.round(seconds) }) : t("hand.lesson.learned", { name })];
  if (missing) said.push(lines > 0 ? t("hand.lesson.notInLines", { nearest, missing }) : t("hand.lesson.notDrawn", { missing }));
  return [
    el("div", { class: "before-after" },
      sample(nearest, t("hand.lesson.before", { nearest }), "before"), sample(name, t("hand.lesson.after", { name }), "sample")),
    el("span", {}, said.join(" ")),
    ...leftOut.map((each) => el("span", { class: "pale" }, t("hand.lesson.leftOut", { each }))),
    el("a", { class: "button primary", href: `#write?${new URLSearchParams({ hand: name })}` }, t("hand.lesson.write", { name })),
  ];
}

function sample(hand, caption, style) {
  return el("figure", {},
    el("img", { class: style, src: address("/api/write/sample", { hand }), alt: t("hand.lesson.sample", { name: hand }) }),
    el("figcaption", { class: "pale small" }, caption));
}
