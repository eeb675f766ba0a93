/**
 * From sound to what is heard of it: WAV files as mono samples, and constant-Q frames of those
 * [T×K].
 *
 * <p>T frames, 50 a second; K frequencies, three a semitone. Samples are 16 kHz, -1 to 1.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.hearing;
