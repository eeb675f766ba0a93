/**
 * Linear forecasts of series: the next value of each column as a weighed sum of values before it
 * and of the calendar, fitted by least squares. Networks are compared with them, and learn what
 * they leave.
 *
 * <p>Legend: C columns, L steps that are looked back, N steps ahead, F features.
 */
@NullMarked
package ductus.series.linear;

import org.jspecify.annotations.NullMarked;
