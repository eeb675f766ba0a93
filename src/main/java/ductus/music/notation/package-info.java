/**
 * A score as one writes it down: bars, parts, voices, note values, ties, accidentals. {@link
 * ductus.music.notation.NotatedScore} is the entrance; MusicXML and ABC are written from it.
 *
 * <p>Time is counted in units of 1/48 quarter note, so that a 64th note has 3 and a triplet of
 * 32nds 4. Notes are set on that grid first: where a beat's notes lie on 64ths or triplets (or on
 * the units themselves) exactly, they stay; else they go to the nearest 32nd or, if that is much
 * nearer, triplet of 16ths.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.notation;
