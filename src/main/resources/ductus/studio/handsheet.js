// A sheet of paper with a box for each character, as a file: to be drawn on elsewhere, and brought back.
import { address, post } from "./api.js";
import { el, field } from "./dom.js";
import { complain, say } from "./notice.js";

const LARGEST_FILE = 8 << 20;

/** taken(desk) hears of all that is drawn once a sheet is in. */
export function handSheet(taken) {
  const file = el("input", { type: "file", accept: ".svg" });
  file.addEventListener("change", async () => {
    const [sheet] = file.files;
    file.value = "";
    if (!sheet) return;
    try {
      if (sheet.size > LARGEST_FILE) throw new Error(`${sheet.name} has more than 8 MB`);
      const answer = await post("/api/hand/sheet", { name: sheet.name, content: await sheet.text() });
      taken(answer.desk);
      say(`${answer.characters} characters of ${sheet.name} are in`);
    } catch (error) {
      complain(error);
    }
  });
  return el("details", {}, el("summary", {}, "Draw on a sheet instead"),
    el("p", { class: "pale small" },
      "Open the sheet in a program in which you can draw single strokes with a pen, such as Inkscape, and save it as SVG. A photograph or scan has no strokes and cannot be read."),
    el("p", {}, el("a", { class: "button", href: address("/api/hand/sheet"), download: "" }, "Get the sheet")),
    field("The sheet with your characters", file));
}
