/**
 * What is odd: how much each part of a piece surprises a network that knows how such pieces usually
 * go on, the rows of a series, the bars of a tune or the strokes of a line of ink, and which parts
 * surprise more than sound ones do.
 *
 * <p>A step's surprise is −log of its probability, or of its density, in nats. That of a part is by
 * how much its steps together surprise more than as many of the piece do on the mean; of a row,
 * which is one step, its own.
 */
@NullMarked
package ductus.analysis.surprise;

import org.jspecify.annotations.NullMarked;
