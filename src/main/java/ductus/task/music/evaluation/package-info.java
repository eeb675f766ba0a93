/**
 * Measures a model on pieces that it was not trained on, beside the counting models of {@code
 * metric.baseline} trained on the same tokens, and the tunes that it makes against real ones:
 * {@link ductus.task.music.evaluation.MelodyEvaluation} of melodies, {@link
 * ductus.task.music.evaluation.MusicEvaluation} of any other kind.
 *
 * <p>Legend: T tokens of a sequence. Losses are summed negative log-likelihoods in nats over tokens
 * 1 to T-1; token 0 is the given start.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.music.evaluation;
