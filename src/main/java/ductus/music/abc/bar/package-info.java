/**
 * What stands between the bar lines of a tune in ABC notation: events with lengths as fractions of
 * a whole note, the bars they make, where bar lines stand, and the order in which repeats and parts
 * have them played; and the source's lines, for complaints.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.abc.bar;
