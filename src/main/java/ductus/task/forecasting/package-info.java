/**
 * Models of series: training them on a file, opening them, and forecasts with what they are made
 * of.
 */
@NullMarked
package ductus.task.forecasting;

import org.jspecify.annotations.NullMarked;
