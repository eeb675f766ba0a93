/**
 * What a score becomes: MIDI and text through JFugue, a table of notes, a piano-roll picture; and a
 * tune that a user types in JFugue's notation becomes a score.
 *
 * <p>Times are ticks unless a name says seconds. Note names count octaves as scientists do (middle
 * C, key 60, is C4), except in JFugue's own notation (there it is C5). May use {@code music},
 * {@code picture}, JFugue and javax.sound.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.render;
