// Ends the studio from the page.
import { get, post, server } from "./api.js";
import { sure } from "./ask.js";
import { el } from "./dom.js";
import { complain } from "./notice.js";
import { t } from "./words.js";

/** The button that ends the studio. */
export function quitButton() {
  return el("button", { type: "button", class: "plain", onclick: quit }, t("studio.quit"));
}

async function quit() {
  try {
    const { running } = await get("/api/quit");
    const more = running.length === 0 ? t("studio.nothingLost") : t("studio.goesOn", { names: running.join(", "), count: running.length });
    if (!await sure(t("studio.quitQuestion"), more, t("studio.quit"))) return;
    await post("/api/quit", {});
    server.dispatchEvent(new Event("ended"));
  } catch (error) {
    complain(error);
  }
}
