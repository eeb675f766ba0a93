// A file that is dropped where nobody takes it: the browser would open it in the page's place.

/** Keeps the page where it is. A field for files takes what is dropped on it by itself. */
export function keepPage() {
  for (const kind of /** @type {const} */ (["dragover", "drop"])) {
    addEventListener(kind, (event) => {
      const takes = event.target instanceof Element && event.target.closest("input[type=file]:enabled");
      if (!takes && event.dataTransfer?.types.includes("Files")) event.preventDefault();
    });
  }
}
