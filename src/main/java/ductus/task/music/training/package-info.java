/**
 * Trains models of music: {@link ductus.task.music.training.MusicTask} takes the pieces of a corpus
 * to examples.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.music.training;
