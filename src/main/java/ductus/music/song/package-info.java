/**
 * Songs: a tune, its chords and a pianist's accompaniment on a grid of sixteenths; the form of a
 * song, which says what returns; and the way from scores to songs and back. It may use {@code
 * music.leadsheet}, {@code music.harmony} and {@code music.finding}.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.song;
