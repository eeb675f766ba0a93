/**
 * What commands, page and lab share: a folder of pieces ({@link ductus.workbench.Corpus}), training
 * runs, generated files and where they came from. May use everything below it: the modalities,
 * {@code generate}, {@code train}, {@code model}, {@code nn}, {@code math} and {@code picture}.
 */
@org.jspecify.annotations.NullMarked
package ductus.workbench;
