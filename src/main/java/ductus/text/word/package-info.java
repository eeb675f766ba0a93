/**
 * Words as networks that classify and tag see them: a text cut into words and marks, and each as
 * some rows of an embedding table, so that a word that was never learned is seen by its spelling.
 *
 * <p>Legend: T words, P rows a word.
 */
@org.jspecify.annotations.NullMarked
package ductus.text.word;
