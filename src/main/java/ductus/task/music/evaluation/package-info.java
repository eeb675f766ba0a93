/**
 * Measures a model on pieces that it was not trained on, beside the counting models of {@code
 * workbench.baseline} trained on the same tokens, and the tunes that it makes against real ones:
 * {@link ductus.task.music.evaluation.MelodyEvaluation} gives an {@link
 * ductus.task.music.evaluation.EvaluationReport}.
 *
 * <p>Legend: T tokens of a sequence. Losses are summed negative log-likelihoods in nats over tokens
 * 1 to T-1; token 0 is the given start. May use {@code workbench} and all below it; the rest of
 * {@code workbench} does not use it.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.music.evaluation;
