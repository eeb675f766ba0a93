// Two tunes as one: the second begins with the bar behind the first.

/** Notes of both scores in the ticks of the first, by its voices. */
export function join(first, second) {
  const scale = first.ticksPerQuarter / second.ticksPerQuarter;
  const last = first.bars.at(-1) ?? 0;
  const bar = first.bars.length > 1 ? last - first.bars.at(-2) : 4 * first.ticksPerQuarter;
  const end = Math.max(first.length, ...first.notes.slice(-50).map((note) => note.onset + note.duration));
  const start = last + Math.max(1, Math.ceil((end - last) / bar)) * bar;
  const alike = second.voices.map((voice, index) => {
    const same = first.voices.findIndex((each) => each.name === voice.name && each.drum === voice.drum);
    if (same >= 0) return same;
    return first.voices[index]?.drum === voice.drum ? index : first.voices.findIndex((each) => each.drum === voice.drum);
  });
  const moved = second.notes.filter((note) => alike[note.voice] >= 0).map((note) => ({
    ...note, onset: start + Math.round(note.onset * scale), duration: Math.max(1, Math.round(note.duration * scale)), voice: alike[note.voice],
  }));
  return [...first.notes.map((note) => ({ ...note, duration: Math.max(1, note.duration) })), ...moved];
}
