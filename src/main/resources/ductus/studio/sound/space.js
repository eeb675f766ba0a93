// The space bar plays and stops what was heard last, or the first tune of the page, where no control has the focus.

const CONTROLS = "button, input, select, textarea, a, summary, [contenteditable]";
let last = null;

/** Remembers the play button of what is heard. */
export function heardLast(button) {
  last = button;
}

addEventListener("keydown", (event) => {
  if (event.key !== " " || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.target instanceof Element && event.target.closest(CONTROLS)) return;
  const button = [last, ...document.querySelectorAll("button.play")].find((each) => each?.isConnected && each.checkVisibility());
  if (!button) return;
  event.preventDefault();
  button.click();
});
