// A sheet of paper to fill in, as a file: to be written on elsewhere, and brought back as strokes, photograph or scan.
import { address, post } from "./api.js";
import { base64 } from "./bytes.js";
import { el, field } from "./dom.js";
import { complain, say } from "./notice.js";
import { phoneLink } from "./phonelink.js";
import { t } from "./words.js";

const MOST_MB = 11;
const KINDS = {
  letters: { get: "/api/hand/sheet", post: "/api/hand/sheet", file: "hand-sheet.svg" },
  lines: { get: "/api/hand/lines/sheet", post: "/api/hand/lines/sheet", file: "line-sheet.svg" },
};

/**
 * kind is letters or lines; taken(answer) hears of all that is there once a sheet is in. Returns the element, and end() to
 * be called when the page is left.
 */
export function handSheet(kind, taken) {
  const { get, post: place, file: name } = KINDS[kind];
  const file = el("input", { type: "file", accept: ".svg,.xopp,.inkml,.json,.png,.jpg,.jpeg,image/png,image/jpeg" });
  const said = el("p", { class: "pale small", role: "status" });
  let busy = Promise.resolve();
  const take = async (sheet) => {
    file.disabled = true;
    said.textContent = t("hand.sheet.reading", { name: sheet.name });
    try {
      if (sheet.size > MOST_MB << 20) throw new Error(t("hand.sheet.large", { name: sheet.name, most: MOST_MB }));
      const answer = await post(place, { name: sheet.name, bytes: await base64(sheet) });
      taken(answer);
      tell(kind, sheet.name, answer, said);
    } catch (error) {
      said.textContent = "";
      complain(error);
    } finally {
      file.disabled = false;
    }
  };
  // One after the other, from wherever they come.
  const give = (sheet) => {
    busy = busy.then(() => take(sheet));
  };
  file.addEventListener("change", () => {
    const [sheet] = file.files;
    file.value = "";
    if (sheet) give(sheet);
  });
  const phone = phoneLink(give);
  const element = el("details", {}, el("summary", {}, kind === "letters" ? t("hand.sheet.letters") : t("hand.sheet.lines")),
    el("p", { class: "pale small" }, t("hand.sheet.how")),
    el("p", {}, el("a", { class: "button", href: address(get), download: name }, t("hand.sheet.get"))),
    field(kind === "letters" ? t("hand.sheet.lettersFile") : t("hand.sheet.linesFile"), file), said, phone.element);
  return { element, end: phone.end };
}

function tell(kind, name, answer, said) {
  const count = kind === "letters" ? answer.characters : answer.lines;
  say(kind === "letters" ? t("hand.sheet.taken", { name, count }) : t("hand.sheet.takenLines", { name, count }));
  const doubts = answer.doubtful?.length ?? 0;
  said.textContent = doubts > 0 ? t("hand.sheet.doubts", { count: doubts }) : "";
}
