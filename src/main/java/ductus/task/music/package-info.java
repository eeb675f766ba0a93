/**
 * Trains a model of music on a corpus: {@link ductus.task.music.training.MusicTraining} takes
 * pieces to examples, runs the training and writes a run folder. May use {@code workbench}'s own
 * classes, {@code workbench.corpus}, {@code workbench.kind}, {@code workbench.report} and the
 * floors below.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.music;
