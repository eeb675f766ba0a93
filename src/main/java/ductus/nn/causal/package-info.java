/**
 * Layers that look back over some past time steps instead of summing them up in hidden states:
 * temporal convolutions and causal self-attention. What they look back at is carried from pass to
 * pass, so that a sequence is its steps.
 *
 * <p>Legend, beside that of {@code nn}: P past time steps that are carried, N columns of their
 * rows, D columns of an attention head.
 */
@org.jspecify.annotations.NullMarked
package ductus.nn.causal;
