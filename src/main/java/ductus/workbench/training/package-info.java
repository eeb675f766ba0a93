/**
 * Trains a melody model on a corpus: {@link ductus.workbench.training.MelodyTraining} takes tunes
 * to examples, runs the training and writes a run folder. May use {@code workbench}'s own classes,
 * {@code workbench.corpus} and the floors below.
 */
@org.jspecify.annotations.NullMarked
package ductus.workbench.training;
