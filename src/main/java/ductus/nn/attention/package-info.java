/**
 * What a recurrent layer reads within its time steps: an {@link ductus.nn.attention.Attention}
 * makes a vector from the hidden state of a step, which goes up beside it and into the next step.
 *
 * <p>Legend, beside that of {@code nn}: W size of the vector and of the context's vectors, U
 * positions of the context (characters of a text), N mixture components of a window. {@code
 * nn.recurrent} stands on this package.
 */
@org.jspecify.annotations.NullMarked
package ductus.nn.attention;
