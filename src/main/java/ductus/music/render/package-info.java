/**
 * What a score looks like: a table of notes, and a piano-roll picture.
 *
 * <p>Times are ticks unless a name says seconds. Note names count octaves as scientists do (middle
 * C, key 60, is C4).
 */
@org.jspecify.annotations.NullMarked
package ductus.music.render;
