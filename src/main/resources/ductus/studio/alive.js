// Whether the studio answers: says so above the page where it does not, and when it does again.
import { address, server } from "./api.js";
import { el } from "./dom.js";
import { say } from "./notice.js";
import { t } from "./words.js";

const OFTEN = 2000;
const RARELY = 15000;

const place = el("div", { role: "alert" });
const channel = new BroadcastChannel("ductus-studio");
let state = "there";
let elsewhere = "";
let next = 0;

/** Begins to look. */
export function watch() {
  document.querySelector("header.top").after(place);
  server.addEventListener("gone", () => turn("gone"));
  server.addEventListener("ended", () => turn("ended"));
  server.addEventListener("refused", () => look());
  document.addEventListener("visibilitychange", () => look());
  // A page of the studio that was started anew tells those of the one before where it is.
  channel.addEventListener("message", ({ data }) => {
    if (data === address("/")) return;
    elsewhere = String(data);
    if (state !== "there") turn("anew");
  });
  channel.postMessage(address("/"));
  plan();
}

function plan() {
  clearTimeout(next);
  if (state === "there" || state === "gone") next = setTimeout(look, state === "gone" ? OFTEN : RARELY);
}

async function look() {
  if (document.hidden || state === "ended") return;
  const found = await fetch(address("/api/alive")).then((answer) => (answer.ok ? "there" : "anew"), () => "gone");
  turn(state === "anew" && found === "gone" ? "anew" : found);
  plan();
}

function turn(to) {
  if (state === to && to !== "anew") return;
  if (to === "there") say(t("studio.back"));
  state = to;
  place.replaceChildren(...(to === "there" ? [] : [el("p", { class: "ended" }, t(`studio.${to}`), " ", way())]));
  plan();
}

/** The way to the studio that was started anew, if it is one of this very address. */
function way() {
  if (!URL.canParse(elsewhere) || new URL(elsewhere).origin !== location.origin) return "";
  return el("a", { href: elsewhere + location.hash }, t("studio.goThere"));
}
