// Notes that are changed: lists that stay as they are, and commands that give new ones.

/**
 * @typedef {{ id: number, onset: number, duration: number, pitch: number, velocity: number, voice: number }} Note
 *   onset and duration in ticks, pitch a MIDI key number, velocity 1 to 127; id is its own in its list
 * @typedef {{ notes: readonly Note[], chosen: ReadonlySet<number> }} Edition notes, and the ids of those that are chosen
 */
const HIGHEST = 127;

/** Notes as the server tells them, numbered; none is chosen. @returns {Edition} */
export function edition(notes) {
  return { notes: sorted(notes.map((note, index) => ({ ...note, id: index + 1 }))), chosen: new Set() };
}

function sorted(notes) {
  return Object.freeze([...notes].sort((one, other) => one.onset - other.onset || one.pitch - other.pitch || one.id - other.id));
}

/**
 * The first note of a voice at the middle of that voice's pitches, to be seen first; of all notes if the voice has none.
 * None for no notes.
 */
export function openingNotes(notes, voice) {
  const own = notes.filter((note) => note.voice === voice);
  const seen = own.length > 0 ? own : notes;
  const pitches = seen.map((note) => note.pitch).sort((one, other) => one - other);
  return seen.slice(0, 1).map((note) => ({ ...note, pitch: pitches[Math.floor(pitches.length / 2)] }));
}

/** The chosen notes. */
export function chosenNotes({ notes, chosen }) {
  return notes.filter((note) => chosen.has(note.id));
}

function changed(edited, change) {
  const { notes, chosen } = edited;
  return chosen.size === 0 ? edited : { notes: sorted(notes.map((note) => (chosen.has(note.id) ? { ...note, ...change(note) } : note))), chosen };
}

/** Chooses these notes alone; with more, these change sides. */
export function choose({ notes, chosen }, ids, more = false) {
  if (!more) return { notes, chosen: new Set(ids) };
  const now = new Set(chosen);
  for (const id of ids) if (!now.delete(id)) now.add(id);
  return { notes, chosen: now };
}

/** Chooses all notes. */
export function chooseAll({ notes }) {
  return { notes, chosen: new Set(notes.map((note) => note.id)) };
}

/** Ids of the notes that sound within a box of ticks and pitches, its borders included. */
export function within({ notes }, from, to, low, high) {
  return notes.filter((note) => note.onset < to && note.onset + note.duration > from && note.pitch >= low && note.pitch <= high)
    .map((note) => note.id);
}

/** Chooses the next note behind the last chosen one, or the one before the first; with more the others stay chosen. */
export function chooseNext(edited, step, more = false) {
  const { notes, chosen } = edited;
  if (notes.length === 0) return edited;
  const places = notes.map((note, place) => (chosen.has(note.id) ? place : -1)).filter((place) => place >= 0);
  const from = step > 0 ? places.at(-1) ?? -1 : places[0] ?? notes.length;
  const id = notes[Math.min(notes.length - 1, Math.max(0, from + step))].id;
  return { notes, chosen: new Set(more ? [...chosen, id] : [id]) };
}

/** Moves the chosen notes together, as far as none leaves the piece or the keys. */
export function move(edited, ticks, semitones) {
  const all = chosenNotes(edited);
  if (all.length === 0) return edited;
  const later = Math.max(ticks, -Math.min(...all.map((note) => note.onset)));
  const pitches = all.map((note) => note.pitch);
  const higher = Math.min(HIGHEST - Math.max(...pitches), Math.max(-Math.min(...pitches), semitones));
  if (later === 0 && higher === 0) return edited;
  return changed(edited, (note) => ({ onset: note.onset + later, pitch: note.pitch + higher }));
}

/** Makes the chosen notes longer or shorter, none shorter than least. */
export function lengthen(edited, ticks, least) {
  return changed(edited, (note) => ({ duration: Math.max(Math.min(least, note.duration), note.duration + ticks) }));
}

/** Makes the chosen notes louder or softer. */
export function louder(edited, by) {
  return changed(edited, (note) => ({ velocity: Math.min(127, Math.max(1, note.velocity + by)) }));
}

/** Adds notes and chooses them. */
export function add({ notes }, more) {
  let id = notes.reduce((most, note) => Math.max(most, note.id), 0);
  const numbered = more.map((note) => ({ ...note, id: ++id }));
  return { notes: sorted([...notes, ...numbered]), chosen: new Set(numbered.map((note) => note.id)) };
}

/** Takes the chosen notes away. */
export function remove({ notes, chosen }) {
  return { notes: sorted(notes.filter((note) => !chosen.has(note.id))), chosen: new Set() };
}

/** The chosen notes as they can be pasted elsewhere, and from where to where they went. */
export function copy(edited) {
  const notes = chosenNotes(edited);
  const from = Math.min(...notes.map((note) => note.onset));
  return { notes, from, to: Math.max(...notes.map((note) => note.onset + note.duration)) };
}

/** Puts what was copied in at a tick. */
export function paste(edited, clip, tick) {
  return add(edited, clip.notes.map((note) => ({ ...note, onset: note.onset - clip.from + tick })));
}
