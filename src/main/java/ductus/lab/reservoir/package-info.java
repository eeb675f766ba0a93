/**
 * The examination of reservoirs: echo state networks in double precision, whose readout is solved
 * for.
 */
@org.jspecify.annotations.NullMarked
package ductus.lab.reservoir;
