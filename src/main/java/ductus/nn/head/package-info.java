/**
 * Output heads: what a network predicts, its loss, and the gradient of it. A head ends in an {@link
 * ductus.nn.Affine} map from hidden states to raw outputs; the loss replaces those by their
 * gradient while they are in the cache.
 *
 * <p>Legend, beside that of {@code nn}: M components of a mixture. Losses are in nats.
 */
@org.jspecify.annotations.NullMarked
package ductus.nn.head;
