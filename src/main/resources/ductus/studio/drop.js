// Files that are dropped on the page: where nobody takes one, the browser would open it in the page's place.

/** Keeps the page where it is. A field for files takes what is dropped on it by itself. */
export function keepPage() {
  for (const kind of /** @type {const} */ (["dragover", "drop"])) {
    addEventListener(kind, (event) => {
      const takes = event.target instanceof Element && event.target.closest("input[type=file]:enabled");
      if (!takes && event.dataTransfer?.types.includes("Files")) event.preventDefault();
    });
  }
}

/**
 * Takes what is dropped anywhere on the page; the answer ends it.
 * @param {(given: DataTransfer) => void} taken
 * @param {Element} [place] that is marked while something is above the page
 */
export function takeDrops(taken, place) {
  const ends = new AbortController();
  const hear = (kind, does) => addEventListener(kind, does, { signal: ends.signal });
  hear("dragover", (event) => {
    event.preventDefault();
    place?.classList.add("over");
  });
  hear("dragleave", () => place?.classList.remove("over"));
  hear("drop", (event) => {
    event.preventDefault();
    place?.classList.remove("over");
    if (event.dataTransfer) taken(event.dataTransfer);
  });
  return () => ends.abort();
}
