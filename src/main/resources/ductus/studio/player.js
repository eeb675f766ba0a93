// One sound at a time; tells whoever plays it where it is.

let playing = null;

/**
 * Plays from a second on. A source has start(second), time(), seek(second), follow(), stop() and ended; the listener hears
 * at(seconds) and stopped().
 */
export async function play(source, seconds, listener) {
  hush();
  playing = { source, listener };
  const mine = playing;
  await source.start(seconds);
  if (playing === mine) step(mine);
}

function step(mine) {
  if (playing !== mine) return;
  mine.listener.at(mine.source.time());
  if (mine.source.ended) hush();
  else requestAnimationFrame(() => step(mine));
}

export function seek(listener, seconds) {
  if (playing?.listener === listener) playing.source.seek(seconds);
}

/** What is wished of the sound has changed. */
export function follow(listener) {
  if (playing?.listener === listener) playing.source.follow();
}

/** Whether someone's sound is playing. */
export function plays(listener) {
  return playing?.listener === listener;
}

/** Ends what is playing. */
export function hush() {
  const before = playing;
  playing = null;
  before?.source.stop();
  before?.listener.stopped();
}
