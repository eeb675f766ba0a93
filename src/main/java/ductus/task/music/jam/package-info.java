/**
 * Playing with a model, phrase by phrase: a phrase is heard at a MIDI port or read from a file, its
 * tempo estimated, an answer drawn with it as primer, and all of it kept in a {@link
 * ductus.task.music.jam.JamSession}. Live times are in microseconds, a session's in ticks, 480 a
 * quarter note.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.music.jam;
