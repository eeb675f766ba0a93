/**
 * Networks that predict a series: at each step they are given its values and say what to expect of
 * the next ones, each as a Gaussian around what a linear forecast expects; of models of version 1
 * around the last value.
 *
 * <p>What a step is given is said by {@code SeriesSteps}. A missing value is bridged by what the
 * network expected. It says 2·C numbers: means and logarithms of standard deviations of what the
 * linear forecast will leave, in units of what it left of the training rows. Legend: T time steps,
 * C columns, B paths side by side, K numbers given a step.
 */
@NullMarked
package ductus.series.network;

import org.jspecify.annotations.NullMarked;
