/**
 * Notes in frames of sound: the targets [T×N] of a network that hears them, from its probabilities
 * back to notes, and how well two lists of notes agree.
 *
 * <p>T frames; N two switches a key, its beginning and its sounding. Times are seconds.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.hearing.notes;
