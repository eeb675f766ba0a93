/**
 * What stands between the bar lines of a tune in ABC notation: events with lengths as fractions of
 * a whole note, the bars they make, whether these are full, and the order in which repeats have
 * them played; and the source's lines, for complaints.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.abc.bar;
