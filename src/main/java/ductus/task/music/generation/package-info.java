/**
 * Makes pieces with a trained model: from a request and a primer to pieces ({@link
 * ductus.task.music.generation.MusicGeneration}), and to files with their names and their
 * provenance ({@link ductus.task.music.generation.TuneWriting}).
 */
@org.jspecify.annotations.NullMarked
package ductus.task.music.generation;
