/**
 * What goes through JFugue: a score becomes MIDI and text, and a tune that a user types in JFugue's
 * notation becomes a score.
 *
 * <p>Times are ticks unless a name says seconds. JFugue's octaves count one higher than elsewhere
 * (middle C, key 60, is C5).
 */
@org.jspecify.annotations.NullMarked
package ductus.music.jfugue;
