/**
 * Smooth curves through what a pen wrote: {@link ductus.ink.curve.CurveFit} turns the points of a
 * stroke into cubic Bézier curves, few and within a stated tolerance. Lengths are in the points'
 * unit.
 */
@NullMarked
package ductus.ink.curve;

import org.jspecify.annotations.NullMarked;
