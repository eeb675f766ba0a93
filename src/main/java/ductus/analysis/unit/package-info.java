/**
 * Looks inside trained networks: what their units respond to, how far their gates open, which notes
 * weigh on those that follow (after Karpathy, Johnson and Li 2015).
 *
 * <p>A {@link ReadPiece} is a piece as a network read it: the units' hidden states beside what a
 * person sees in the piece at the same steps.
 */
@org.jspecify.annotations.NullMarked
package ductus.analysis.unit;
