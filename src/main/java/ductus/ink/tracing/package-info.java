/**
 * Letters as pictures of {@link ductus.model.tracing.Picture#SIDE} pixels a side, with the points
 * of the pen that draw them: rendered from ink, varied to learn from, or seen on paper.
 */
@org.jspecify.annotations.NullMarked
package ductus.ink.tracing;
