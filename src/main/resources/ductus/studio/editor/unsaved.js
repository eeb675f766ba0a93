// Notes that were changed and not saved are there after a reload, too; a browser that keeps nothing does without.
const KEPT = "ductus-edits";
const MOST = 12;
const SAVED = ["onset", "duration", "pitch", "velocity", "voice"];

/**
 * What is kept, the newest first.
 *
 * @param {Storage} storage
 * @returns {{ midi: string, original: string, notes: object[], at: number }[]}
 */
function all(storage) {
  try {
    const kept = JSON.parse(storage.getItem(KEPT) ?? "[]");
    return Array.isArray(kept) ? kept.filter((each) => typeof each?.midi === "string" && Array.isArray(each.notes)) : [];
  } catch {
    return [];
  }
}

/** Fewer are kept where the browser has no room for all. */
function write(storage, kept) {
  for (let count = kept.length; count >= 0; count--) {
    try {
      if (count === 0) storage.removeItem(KEPT);
      else storage.setItem(KEPT, JSON.stringify(kept.slice(0, count)));
      return;
    } catch {
      continue;
    }
  }
}

/** Notes in a line: those of a file, by which one knows that it is the same still. */
function line(notes) {
  return notes.map((note) => SAVED.map((name) => note[name]).join(",")).join(";");
}

/** A short sign of what the notes were; another draft may get the name of one that is gone. */
export function sign(notes) {
  let hash = 0;
  for (const letter of line(notes)) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0;
  return `${notes.length}:${hash}`;
}

/** Keeps the notes of a file as they are now. */
export function keep(midi, original, notes, storage = localStorage, now = Date.now()) {
  const plain = notes.map((note) => Object.fromEntries(SAVED.map((name) => [name, note[name]])));
  const others = all(storage).filter((each) => each.midi !== midi).slice(0, MOST - 1);
  write(storage, [{ midi, original: sign(original), notes: plain, at: now }, ...others]);
}

/** Keeps nothing of a file any more; the answer is what was kept, for restore. */
export function forget(midi, storage = localStorage) {
  const kept = all(storage);
  const others = kept.filter((each) => each.midi !== midi);
  if (others.length < kept.length) write(storage, others);
  return kept.find((each) => each.midi === midi) ?? null;
}

/** Keeps again what was forgotten. */
export function restore(forgotten, storage = localStorage) {
  if (forgotten) write(storage, [forgotten, ...all(storage).filter((each) => each.midi !== forgotten.midi)]);
}

/** A file goes by another name. */
export function rename(midi, other, storage = localStorage) {
  const kept = all(storage);
  if (kept.some((each) => each.midi === midi)) write(storage, kept.map((each) => (each.midi === midi ? { ...each, midi: other } : each)));
}

/** The notes of a file as they were left, and when; null where nothing was changed, or the file is another one. */
export function left(midi, original, storage = localStorage) {
  const kept = all(storage).find((each) => each.midi === midi);
  return kept && kept.original === sign(original) ? { notes: kept.notes, at: kept.at } : null;
}

/** The files of which something was left, the newest first. */
export function leftOf(storage = localStorage) {
  return all(storage).map(({ midi, at }) => ({ midi, at }));
}
