/**
 * How players touch what is written: how hard they strike each note, and how early or late. A score
 * becomes the parts of its players, notes on a grid of 24ths of a quarter note; a part and a touch
 * of it become tokens and back; touches move the notes of a score.
 *
 * <p>Loudness counts in steps of MIDI velocity from the part's mean, shifts in milliseconds from
 * where a note is written, late ones above 0.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.touch;
