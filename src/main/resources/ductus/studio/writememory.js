// The letter that is being written is there after a reload, too; a browser that keeps nothing does without.
const KEPT = "ductus-letter";

export function remember(letter) {
  try {
    localStorage.setItem(KEPT, JSON.stringify(letter));
  } catch {
    return;
  }
}

/** The letter as it was left; null where there is none. */
export function recalled() {
  try {
    const letter = JSON.parse(localStorage.getItem(KEPT) ?? "null");
    return typeof letter?.text === "string" && Array.isArray(letter.arrangement?.words) && Array.isArray(letter.arrangement?.paragraphs) ? letter : null;
  } catch {
    return null;
  }
}
