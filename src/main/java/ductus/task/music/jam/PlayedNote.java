package ductus.task.music.jam;

/**
 * A note as it was played.
 *
 * @param onset microseconds
 * @param end microseconds, not before the onset
 * @param pitch MIDI key number
 * @param velocity 1 to 127
 */
record PlayedNote(long onset, long end, int pitch, int velocity) {}
