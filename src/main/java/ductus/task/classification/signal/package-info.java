/**
 * Things that a network sees as rows of numbers: tunes by their notes, ink by the way of the pen,
 * bars and letters as one row each.
 *
 * <p>T steps, K numbers a step.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.classification.signal;
