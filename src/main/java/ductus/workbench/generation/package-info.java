/**
 * Makes tunes with a trained model: from a request and a primer to tunes ({@link
 * ductus.workbench.generation.MelodyGeneration}), and to files with their names and where they came
 * from ({@link ductus.workbench.generation.TuneWriting}). May use {@code workbench}'s own classes,
 * {@code workbench.corpus} and the floors below.
 */
@org.jspecify.annotations.NullMarked
package ductus.workbench.generation;
