/**
 * How like two sets of pieces are, after Yang and Lerch (2018), "On the evaluation of generative
 * models in music": each piece in a few figures, the distances between the pieces of a set and
 * those between the sets, and what the two distributions of distances have in common ({@link
 * ductus.music.comparison.SetComparison}). Shares are 0 to 1, times in quarter notes.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.comparison;
