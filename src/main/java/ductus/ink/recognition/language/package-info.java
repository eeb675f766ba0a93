/**
 * What a reader knows of language: {@link ductus.ink.recognition.language.WordModel} says how
 * likely a character is behind those before it.
 */
@NullMarked
package ductus.ink.recognition.language;

import org.jspecify.annotations.NullMarked;
