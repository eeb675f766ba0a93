/**
 * Chords: their symbols and how they are spelled in a key ({@link
 * ductus.music.harmony.ChordSymbol}), a row of them in bars, and what chords a score sounds ({@link
 * ductus.music.harmony.ChordFinder}).
 *
 * <p>Pitch classes are 0 (C) to 11 (B); a beat is the felt one, dotted in compound metres.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.harmony;
