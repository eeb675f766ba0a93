// What a person changed on a page, kept at its place while the text around it changes. No page is needed.

/**
 * @typedef {{line: number, word: number, take: number}} WordAnew a word that is written anew
 * @typedef {{line: number, alignment?: string, right: number, up: number}} Place where the paragraph of a line stands
 * @typedef {{words: WordAnew[], paragraphs: Place[]}} Arrangement
 */

const MOST_COMPARED = 400;

/** @returns {Arrangement} */
export function nothing() {
  return { words: [], paragraphs: [] };
}

/** For each line of a text its number in the text that came of it; -1 where it is gone. */
export function lineMap(before, after) {
  const map = new Array(before.length).fill(-1);
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) map[start] = start++;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) {
    end++;
    map[before.length - end] = after.length - end;
  }
  const same = common(before.slice(start, before.length - end), after.slice(start, after.length - end));
  for (const [from, to] of same) map[start + from] = start + to;
  pairChanged(map, after.length);
  return map;
}

/** The lines that both have, in order: pairs of numbers. */
function common(before, after) {
  if (before.length * after.length > MOST_COMPARED ** 2) return [];
  const longest = Array.from({ length: before.length + 1 }, () => new Array(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      longest[i][j] = before[i] === after[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    if (before[i] === after[j]) pairs.push([i++, j++]);
    else if (longest[i + 1][j] >= longest[i][j + 1]) i++;
    else j++;
  }
  return pairs;
}

/** Lines between the same neighbours are the same lines, changed. */
function pairChanged(map, afterLength) {
  for (let from = 0; from < map.length; from++) {
    if (map[from] >= 0) continue;
    let to = from;
    while (to < map.length && map[to] < 0) to++;
    const first = from === 0 ? 0 : map[from - 1] + 1;
    const room = (to < map.length ? map[to] : afterLength) - first;
    for (let i = 0; i < Math.min(to - from, room); i++) map[from + i] = first + i;
    from = to - 1;
  }
}

/** The number of a word in a line that has changed; -1 where it is gone. */
export function wordAfter(before, after, word) {
  const old = before.trim().split(/\s+/);
  const now = after.trim().split(/\s+/);
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  if (word < start) return word;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  return word >= old.length - end ? word + now.length - old.length : -1;
}

/**
 * What was changed on the page of a text, on the page of another that came of it.
 * @param {Arrangement} arrangement
 */
export function carried(arrangement, before, after) {
  if (before === after) return arrangement;
  const old = before.split("\n");
  const now = after.split("\n");
  const map = lineMap(old, now);
  return {
    words: arrangement.words
      .filter(({ line }) => map[line] >= 0)
      .map((each) => ({ ...each, line: map[each.line], word: wordAfter(old[each.line], now[map[each.line]], each.word) }))
      .filter(({ word }) => word >= 0),
    paragraphs: arrangement.paragraphs
      .filter(({ line }) => map[line] >= 0)
      .map((each) => ({ ...each, line: map[each.line] })),
  };
}

/** With a word written anew, another time. */
export function withWordAnew(arrangement, line, word) {
  const take = Math.max(0, ...arrangement.words.map((each) => each.take)) + 1;
  const others = arrangement.words.filter((each) => each.line !== line || each.word !== word);
  return { ...arrangement, words: [...others, { line, word, take }] };
}

export function placeOf(arrangement, line) {
  return arrangement.paragraphs.find((each) => each.line === line) ?? { line, right: 0, up: 0 };
}

/** With the paragraphs of some lines changed by what a function says of each. */
export function withPlaces(arrangement, lines, change) {
  const others = arrangement.paragraphs.filter(({ line }) => !lines.includes(line));
  const changed = lines.map((line) => ({ ...placeOf(arrangement, line), ...change(placeOf(arrangement, line)) }));
  return { ...arrangement, paragraphs: [...others, ...changed.filter(({ alignment, right, up }) => alignment || right || up)] };
}

/** The lines of the block that a line stands in: up to the empty ones around it. */
export function blockOf(text, line) {
  const lines = text.split("\n");
  let from = line;
  while (from > 0 && lines[from - 1].trim()) from--;
  let to = line;
  while (to + 1 < lines.length && lines[to + 1].trim()) to++;
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
