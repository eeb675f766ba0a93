/**
 * Training by backpropagation through time: the loop of a run, its updates, early stopping,
 * checkpoints; what it is asked for is in {@code plan}, what happens to weights in {@code
 * optimizer}. Losses are in nats per token. All that is random comes from the plan's seed, the
 * epoch or the update, and a place, so that a resumed run goes the same way. May use {@code model}
 * and below, and nothing of {@code generate}.
 */
@org.jspecify.annotations.NullMarked
package ductus.train;
