/**
 * What a reader knows of language: {@link ductus.workbench.reading.language.WordModel} says how
 * likely a character is behind those before it. May use {@code ink.practice}, {@code generate.ctc}
 * and {@code model.pen}.
 */
@NullMarked
package ductus.workbench.reading.language;

import org.jspecify.annotations.NullMarked;
