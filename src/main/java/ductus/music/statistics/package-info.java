/**
 * Counts over melodies: how they sound as a whole, and how much of one stands in others. Lengths
 * are in grid steps or quarter notes, as each place says; shares are 0 to 1.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.statistics;
