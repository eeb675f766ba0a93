// A picture of one's own paper under the writing. It is looked at here only, and leaves the machine in no way.
import { el, field } from "./dom.js";
import { complain } from "./notice.js";
import { t } from "./words.js";

const TYPES = ["image/png", "image/jpeg", "image/webp"];
const MOST_BYTES = 20 << 20;

export function ground(sheets) {
  let shown = null;
  const lay = (address) => {
    if (shown) URL.revokeObjectURL(shown);
    shown = address;
    sheets.lieOn(address);
    away.hidden = !address;
  };
  const file = el("input", { type: "file", accept: TYPES.join(","), onchange: () => {
    const [picture] = file.files;
    if (!picture) return;
    if (!TYPES.includes(picture.type) || picture.size > MOST_BYTES) complain(new Error(t("write.ground.wrong")));
    else lay(URL.createObjectURL(picture));
  } });
  const away = el("button", { type: "button", hidden: true, onclick: () => { file.value = ""; lay(null); } }, t("write.ground.away"));
  return el("details", {}, el("summary", {}, t("write.ground.title")), el("p", { class: "pale" }, t("write.ground.how")), field(t("write.ground.file"), file), away);
}
