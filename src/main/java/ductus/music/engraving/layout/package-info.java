/**
 * Where the signs of staves go: stems, beams, columns, lines, systems and pages. Lengths are in
 * staff spaces, y counts downwards from the middle line of a staff. The rules are those of Elaine
 * Gould, "Behind Bars", and Ted Ross, "The Art of Music Engraving".
 */
@org.jspecify.annotations.NullMarked
package ductus.music.engraving.layout;
