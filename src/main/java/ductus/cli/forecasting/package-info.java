/** {@code ductus series}: networks that learn series of numbers, and their forecasts. */
@NullMarked
package ductus.cli.forecasting;

import org.jspecify.annotations.NullMarked;
