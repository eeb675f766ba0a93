/**
 * Trains models of music: takes the pieces of a corpus to examples, runs the training and writes a
 * run folder.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.music.training;
