/**
 * Running text: reading files, cutting them into passages, and the tokens of language models,
 * characters or words. A place in a text is in characters (Unicode code points), an offset in a
 * file in bytes. May use the floors below, and nothing of music, ink or series.
 */
@NullMarked
package ductus.text;

import org.jspecify.annotations.NullMarked;
