/**
 * Reads tunes in ABC notation (version 2.1, and what people write beside it) into scores. {@link
 * ductus.music.abc.AbcReader} is the entrance; behind it a body is scanned into written bars, the
 * repeats are played out, the bars are laid end to end, and a score is made. What is read although
 * the standard does not say so is an {@link ductus.music.abc.bar.AbcLiberty}, and is told.
 *
 * <p>Lengths are fractions of a whole note until they become ticks.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.abc;
