/**
 * Tunes as a network sees them that names their chords: beat by beat ({@link
 * ductus.music.harmony.tune.TuneBeats}), counted from the keynote.
 *
 * <p>T beats.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.harmony.tune;
