/**
 * Polyphony in frames: the pieces of a file or folder, how well models predict their frames ({@link
 * ductus.task.music.frames.FrameScoring}), and the training of networks that predict each key by
 * itself. May use {@code workbench}'s own classes, {@code workbench.corpus}, {@code
 * workbench.kind}, {@code workbench.training} and the floors below.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.music.frames;
