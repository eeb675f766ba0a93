/**
 * Polyphony on a grid: {@link ductus.music.frames.Frames}, what sounds at each step, read from the
 * JSON of the usual sets and from scores, and written as scores.
 *
 * <p>Legend: a frame is one grid step; pitches are MIDI keys, 21 to 108.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.frames;
