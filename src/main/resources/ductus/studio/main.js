// Shows the page that the address names behind its #, and the way to the others.
import { el } from "./dom.js";
import { hush } from "./player.js";
import * as compose from "./compose.js";
import * as corpus from "./corpus.js";
import * as hand from "./hand.js";
import * as inside from "./inside.js";
import * as library from "./library.js";
import * as train from "./train.js";
import * as write from "./write.js";

const pages = { compose, write, hand, corpus, train, inside, library };
const main = document.getElementById("page");
const list = document.getElementById("pages");
let leave = () => {};

for (const [name, page] of Object.entries(pages)) {
  list.append(el("li", {}, el("a", { href: `#${name}` }, page.title)));
}

function show(focus) {
  const name = location.hash.slice(1).split("?")[0];
  if (name === "page") {
    main.focus();
    return;
  }
  const shown = pages[name] ? name : "compose";
  for (const link of list.querySelectorAll("a")) {
    if (link.getAttribute("href") === `#${shown}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  hush();
  leave();
  document.title = `${pages[shown].title} · Ductus`;
  main.replaceChildren();
  leave = pages[shown].mount(main) ?? (() => {});
  if (focus) {
    main.focus({ preventScroll: true });
    scrollTo(0, 0);
  }
}

addEventListener("hashchange", () => show(true));
show(false);
