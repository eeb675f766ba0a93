// Texts that were read: one by the lines of its pages, and those among many that say something.

/** A reading as plain text, an empty line between pages. */
export function plainText({ lines }) {
  return lines
    .map(({ page, words }, i) => `${i > 0 && page !== lines[i - 1].page ? "\n" : ""}${words.map(({ text }) => text).join(" ")}`)
    .join("\n");
}

/** The letters of a word that are doubtful, those that stand together as one. */
export function doubtfulLetters(parts) {
  return parts.filter(({ doubtful }) => doubtful).map(({ text }) => text).join(", ");
}

/** The readings with lines that say something, capitals and accents aside; each with those lines, or its first where nothing is asked. */
export function found(readings, wanted) {
  const asked = plain(wanted.trim());
  if (asked === "") return readings.map((reading) => ({ ...reading, hits: reading.lines.slice(0, 1) }));
  return readings
    .map((reading) => ({ ...reading, hits: reading.lines.filter((line) => plain(line).includes(asked)) }))
    .filter((reading) => reading.hits.length > 0 || plain(reading.name).includes(asked));
}

/** A text cut around what is looked for: { text, hit } by turns, as it is written. */
export function marked(text, wanted) {
  const asked = wanted.trim().toLowerCase();
  const parts = [];
  let rest = text;
  while (asked !== "") {
    const at = rest.toLowerCase().indexOf(asked);
    if (at < 0) break;
    if (at > 0) parts.push({ text: rest.slice(0, at), hit: false });
    parts.push({ text: rest.slice(at, at + asked.length), hit: true });
    rest = rest.slice(at + asked.length);
  }
  if (rest !== "") parts.push({ text: rest, hit: false });
  return parts;
}

function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
