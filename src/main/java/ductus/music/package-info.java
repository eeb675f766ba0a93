/**
 * Music as values: what a MIDI file says in ticks ({@link ductus.music.Score}), and one voice on a
 * grid ({@link ductus.music.Melody}). Readers and writers live in {@code midi} and {@code abc}, the
 * tune of a score in {@code finding}, token streams in {@code encoding}, output in {@code render},
 * {@code jfugue} and {@code audio}, counts in {@code statistics}.
 */
@org.jspecify.annotations.NullMarked
package ductus.music;
