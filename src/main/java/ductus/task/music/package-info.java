/**
 * Music: the kinds that can be learned, the training of models ({@link
 * ductus.task.music.training.MusicTask}, {@link ductus.task.music.frames.KeysTask}), new pieces,
 * and how good they are.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.music;
