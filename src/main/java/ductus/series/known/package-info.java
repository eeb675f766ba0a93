/**
 * Series of numbers with known answers, to measure forecasts and the search for faults by: what
 * comes next follows from a formula, and where something is wrong is written down.
 *
 * <p>A time step is 1. Everything follows from a seed.
 */
@org.jspecify.annotations.NullMarked
package ductus.series.known;
