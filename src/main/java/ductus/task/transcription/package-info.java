/**
 * Hearing: scenes for instruments are composed of tunes, rendered and heard again, a network learns
 * to tell the notes in them, and then does so in sounds of the user's.
 *
 * <p>T frames, 50 a second; K numbers that a key sees in a frame. Times are seconds.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.transcription;
