/**
 * Series of numbers over time: files of them, their times, and the season that repeats in them.
 *
 * <p>Legend: T time steps, the rows of a file; C columns. A value that is NaN is missing. May use
 * the floors below, and nothing of music, ink or text.
 */
@NullMarked
package ductus.series;

import org.jspecify.annotations.NullMarked;
