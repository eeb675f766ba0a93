/**
 * Beats, chords and keys that stand in text files beside a MIDI file whose own beat means nothing,
 * as the data set POP909 has them ({@link ductus.music.beat.BeatFile}), and scores that follow them
 * ({@link ductus.music.beat.BeatAnnotations}). Times are seconds from the start of the MIDI file.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.beat;
