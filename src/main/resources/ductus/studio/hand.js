// A hand of one's own: from single characters, from sentences, or from paper.
import { parameter } from "./api.js";
import { el } from "./dom.js";
import { handLetters } from "./handletters.js";
import { handLines } from "./handlines.js";
import { t } from "./words.js";

const WAYS = { "": handLetters, sentences: handLines };

export function mount(main) {
  const wanted = parameter("by") ?? "";
  const by = wanted in WAYS ? wanted : "";
  main.append(
    el("h1", {}, t("hand.title")),
    el("nav", { class: "ways", "aria-label": t("hand.ways") },
      way("#hand", t("hand.letters.way"), by === ""), way("#hand?by=sentences", t("hand.lines.way"), by === "sentences")),
    el("p", { class: "lead" }, by === "" ? t("hand.letters.lead") : t("hand.lines.lead")));
  return WAYS[by](main);
}

function way(href, name, current) {
  return el("a", { href, "aria-current": current ? "true" : null }, name);
}
