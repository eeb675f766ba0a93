/**
 * From the outputs of a CTC head to labels: the best path, and a prefix beam search that may ask a
 * character model.
 *
 * <p>Legend: T time steps, V labels; the blank is label V. Logarithms are natural.
 */
@org.jspecify.annotations.NullMarked
package ductus.generate.ctc;
