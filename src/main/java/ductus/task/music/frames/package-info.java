/**
 * Polyphony in frames: how well models predict the frames of pieces ({@link
 * ductus.task.music.frames.FrameEvaluation.FrameScoring}), and networks that predict each key by
 * itself ({@link ductus.task.music.frames.KeysTask}).
 */
@org.jspecify.annotations.NullMarked
package ductus.task.music.frames;
