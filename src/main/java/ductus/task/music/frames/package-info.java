/**
 * Polyphony in frames: how well models predict their frames ({@link
 * ductus.task.music.frames.FrameScoring}), and the training of networks that predict each key by
 * itself.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.music.frames;
