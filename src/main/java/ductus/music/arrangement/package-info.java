/**
 * Pieces for several instruments in any metre, on a grid of 24 steps a quarter note: {@link
 * ductus.music.arrangement.ArrangementReader} reads them from scores, {@link
 * ductus.music.arrangement.ArrangementScore} writes them as scores.
 *
 * <p>Legend: a step is a 24th of a quarter note; a position is counted in steps from the bar line;
 * an instrument is a program (drum kits from 128 up) and a part of it.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.arrangement;
