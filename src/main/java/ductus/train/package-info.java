/**
 * Training by backpropagation through time: batches, the optimiser, schedules, early stopping,
 * checkpoints. Losses are in nats per token. All that is random comes from the plan's seed, the
 * epoch or the update, and a place, so that a resumed run goes the same way. May use {@code model},
 * {@code nn}, {@code math} and {@code file}.
 */
@org.jspecify.annotations.NullMarked
package ductus.train;
