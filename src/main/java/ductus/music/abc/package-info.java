/**
 * Reads tunes in ABC notation (a subset of version 2.1) into scores. {@link
 * ductus.music.abc.AbcReader} is the entrance; behind it a body is scanned into written bars, the
 * repeats are played out, the bars are checked and laid end to end, and a score is made.
 *
 * <p>Lengths are fractions of a whole note until they become ticks.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.abc;
