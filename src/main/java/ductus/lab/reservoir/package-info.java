/**
 * The examination of reservoirs: echo state networks in double precision, whose readout is solved
 * for. May use {@code lab.trial}, {@code series.known}, {@code train.ridge} and what they stand on.
 */
@org.jspecify.annotations.NullMarked
package ductus.lab.reservoir;
