/**
 * How what was played is read: on a grid, divided between two hands, in two voices a hand at most.
 * Only what is written changes; the score, and when its notes sound, stay as they are.
 *
 * <p>Times are in ticks; notes go by their index in the score.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.engraving.reading;
