// Shows the page that the address names behind its #, and the way to the others.
import { watch } from "./alive.js";
import { el, options } from "./dom.js";
import { keepPage } from "./drop.js";
import { firstVisit } from "./firstvisit.js";
import { Help } from "./help.js";
import { hush } from "./player.js";
import { quitButton } from "./quit.js";
import { typeSize } from "./typesize.js";
import { choose, language, languages, t } from "./words.js";
import * as bin from "./bin.js";
import * as compose from "./compose.js";
import * as corpus from "./corpus.js";
import * as hand from "./hand.js";
import * as inside from "./inside.js";
import * as library from "./library.js";
import * as read from "./read.js";
import * as train from "./train.js";
import * as write from "./write.js";

/**
 * A page is a module with mount(section), which fills it and may return { enter, leave }: what is to be done when one comes
 * back to it and when one turns away. Where keeps is true it stays as it was left; another is mounted anew each time.
 * @typedef {{ enter?: () => void, leave?: () => void }} Turns
 * @typedef {{ mount: (section: HTMLElement) => Turns | (() => void) | void, keeps?: boolean }} Page
 * @type {Map<string, Page>}
 */
const pages = new Map(Object.entries({ compose, write, hand, read, corpus, train, inside, library, bin }));
/** Those that stand among the tools at the edge, and not among the pages. */
const APART = ["bin"];
const main = document.getElementById("page");
const kept = new Map();
const help = new Help();
let shown = { leave() {} };

function open(name) {
  const page = pages.get(name);
  if (kept.has(name)) {
    const before = kept.get(name);
    before.section.hidden = false;
    before.enter?.();
    return before;
  }
  const section = el("div", {});
  main.append(section);
  const mounted = page.mount(section);
  const place = { leave() {}, ...(typeof mounted === "function" ? { leave: mounted } : mounted), section };
  if (page.keeps) kept.set(name, place);
  return place;
}

function close(place) {
  place.leave();
  if ([...kept.values()].includes(place)) place.section.hidden = true;
  else place.section?.remove();
}

function show(focus) {
  const wanted = location.hash.slice(1).split("?")[0];
  if (wanted === "page") {
    main.focus();
    return;
  }
  const name = pages.has(wanted) ? wanted : "compose";
  for (const link of document.querySelectorAll("header.top a:not(.brand)")) {
    if (link.getAttribute("href") === `#${name}`) {
      link.setAttribute("aria-current", "page");
      link.scrollIntoView({ block: "nearest", inline: "center" });
    } else link.removeAttribute("aria-current");
  }
  hush();
  close(shown);
  document.title = `${t(`${name}.title`)} · Ductus`;
  shown = open(name);
  help.tell(name);
  if (focus) {
    main.focus({ preventScroll: true });
    scrollTo(0, 0);
  }
}

function link(name) {
  return el("a", { href: `#${name}` }, t(`${name}.title`));
}

document.querySelector(".skip").textContent = t("page.skip");
document.querySelector("nav").setAttribute("aria-label", t("page.pages"));
document.getElementById("pages").append(
  ...[...pages.keys()].filter((name) => !APART.includes(name)).map((name) => el("li", {}, link(name))));
document.querySelector("header.top").append(
  el("div", { class: "tools" },
    APART.map(link),
    el("select", { class: "language", "aria-label": t("page.language"), onchange: (event) => choose(event.target.value) },
      options(languages(), language())),
    typeSize(), help.button, quitButton()));
main.before(...[firstVisit(), help.element].filter(Boolean));
watch();
keepPage();
addEventListener("hashchange", () => show(true));
show(false);
