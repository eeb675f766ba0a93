/**
 * Makes pieces with a trained model: from a request and a primer to pieces ({@link
 * ductus.task.music.generation.MusicGeneration}), and to files with their names and where they came
 * from ({@link ductus.task.music.generation.TuneWriting}). May use {@code workbench}'s own classes,
 * {@code workbench.corpus}, {@code workbench.kind} and the floors below.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.music.generation;
