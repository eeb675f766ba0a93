/**
 * Networks that read lines of handwriting: {@link ductus.model.reading.ReaderNetwork} for their
 * text, {@link ductus.model.reading.HandNetwork} for who wrote them. Legend: T time steps, B lines
 * side by side, F numbers of a step, H hidden size, E size of an embedding. A step is a short piece
 * of a stroke, or a move of the lifted pen.
 */
@NullMarked
package ductus.model.reading;

import org.jspecify.annotations.NullMarked;
