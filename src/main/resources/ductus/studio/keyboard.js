// A piano on the screen: two octaves whose keys sound and tell their note in JFugue's notation.
import { el } from "./dom.js";
import { isBlack, pitchName } from "./score/pitch.js";
import { ring } from "./sound/band.js";
import { t } from "./words.js";

const FIRST = 60;
const KEYS = 25;

export function keyboard(played) {
  const board = el("div", { class: "keys", role: "group", "aria-label": t("compose.keys") });
  const whites = Array.from({ length: KEYS }, (_, i) => FIRST + i).filter((pitch) => !isBlack(pitch)).length;
  let white = 0;
  for (let pitch = FIRST; pitch < FIRST + KEYS; pitch++) {
    const note = pitchName(pitch);
    const key = el(
      "button",
      {
        type: "button", class: isBlack(pitch) ? "black" : "white", "aria-label": note.replace("#", ` ${t("compose.sharp")} `),
        onclick: () => { ring({ pitch }); played(note); },
      },
      pitch % 12 === 0 ? note : "");
    if (isBlack(pitch)) key.style.left = `${(white / whites) * 100 - 2.3}%`;
    else white++;
    board.append(key);
  }
  return board;
}
