/**
 * Counting models that a network is measured against: unigrams, and n-grams with Kneser–Ney
 * smoothing. Behind {@link ductus.metric.baseline.TokenBaseline} they predict the same tokens as
 * the network.
 *
 * <p>Legend: V vocabulary, T tokens of a sequence, N the tokens counted so far. Losses are summed
 * negative log-likelihoods in nats over tokens 1 to T-1; token 0 is the given start.
 */
@org.jspecify.annotations.NullMarked
package ductus.metric.baseline;
