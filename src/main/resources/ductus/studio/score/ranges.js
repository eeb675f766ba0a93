// Ranges of bars, from 1, both ends included.

/** All bars but some. */
export function allBut(from, to, bars) {
  return [[1, from - 1], [to + 1, bars]].filter(([first, last]) => first <= last);
}

/** Every other pair of bars: what is new in a tune that is like another. */
export function everyOther(bars) {
  const pairs = [];
  for (let first = 3; first <= bars; first += 4) pairs.push([first, Math.min(first + 1, bars)]);
  return pairs.length > 0 ? pairs : [[bars, bars]];
}
