/**
 * A score as staves with clefs, bars and signs, each note head with the notes of the score that it
 * stands for: {@link ductus.music.engraving.staff.StaffScore} is the entrance.
 *
 * <p>Positions on a staff count lines and spaces upwards from the middle line, which is 0.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.engraving.staff;
