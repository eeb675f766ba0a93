/**
 * Networks that predict a series: at each step they are given its values and say what to expect of
 * the next ones, each as a Gaussian around the last value.
 *
 * <p>A step is given 3·C numbers: the standardized values, their changes, and flags of those that
 * are missing. A missing value is bridged by what the network expected. It says 2·C numbers: means
 * and logarithms of standard deviations of the changes to come, in units of the training changes'
 * deviation. Legend: T time steps, C columns, B paths side by side.
 */
@NullMarked
package ductus.series.network;

import org.jspecify.annotations.NullMarked;
