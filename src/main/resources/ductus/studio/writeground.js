// A picture of one's own paper under the writing. Here it is only shown; it goes along where a letter is saved with it.
import { el, field } from "./dom.js";
import { base64 } from "./bytes.js";
import { complain } from "./notice.js";
import { t } from "./words.js";

const TYPES = ["image/png", "image/jpeg", "image/webp"];
const MOST_BYTES = 20 << 20;
const DPI = 300;
const MM_PER_INCH = 25.4;
const QUALITY = 0.9;

export class Ground {
  /** changed() hears that paper came or went. */
  constructor(sheets, changed) {
    this.sheets = sheets;
    this.changed = changed;
    this.picture = null;
    this.file = el("input", { type: "file", accept: TYPES.join(","), onchange: () => this.chosen() });
    this.away = el("button", { type: "button", hidden: true, onclick: () => { this.file.value = ""; this.lay(null); } }, t("write.ground.away"));
    this.element = el("details", {}, el("summary", {}, t("write.ground.title")), el("p", { class: "pale" }, t("write.ground.how")),
      field(t("write.ground.file"), this.file), this.away);
  }

  chosen() {
    const [picture] = this.file.files;
    if (!picture) return;
    if (!TYPES.includes(picture.type) || picture.size > MOST_BYTES) complain(new Error(t("write.ground.wrong")));
    else this.lay(picture);
  }

  lay(picture) {
    if (this.shown) URL.revokeObjectURL(this.shown);
    this.picture = picture;
    this.shown = picture && URL.createObjectURL(picture);
    this.sheets.lieOn(this.shown);
    this.away.hidden = !picture;
    this.changed();
  }

  /** The picture as it is seen under a page of some mm, as a JPEG no finer than print, in Base64. */
  async base64(width, height) {
    const bitmap = await createImageBitmap(this.picture);
    const canvas = el("canvas", { width: pixels(bitmap.width, width), height: pixels(bitmap.height, height) });
    const drawing = canvas.getContext("2d");
    drawing.fillStyle = "#fff";
    drawing.fillRect(0, 0, canvas.width, canvas.height);
    drawing.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return base64(await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY)));
  }
}

function pixels(there, mm) {
  return Math.max(1, Math.min(there, Math.round(mm / MM_PER_INCH * DPI)));
}
