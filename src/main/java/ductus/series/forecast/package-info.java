/**
 * Forecasts of series: paths that a network draws on from a series' end, intervals that hold a
 * stated share of them, and how well that comes true.
 *
 * <p>Legend, beside that of {@code series.network}: N steps ahead. An interval of 90 % goes from
 * the 5th to the 95th hundredth of the paths.
 */
@NullMarked
package ductus.series.forecast;

import org.jspecify.annotations.NullMarked;
