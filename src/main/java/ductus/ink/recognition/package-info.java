/**
 * Reads ink with trained networks ({@link ductus.ink.recognition.ReadingModels}): the text of a
 * line by beam search with a word model, the hand by its likeness to hands that are known.
 */
@org.jspecify.annotations.NullMarked
package ductus.ink.recognition;
