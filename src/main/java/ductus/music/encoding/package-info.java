/**
 * From scores to melodies to tokens: the tune found in a polyphonic score, its key, its grid, and
 * the token stream of {@link ductus.music.encoding.MelodyEncoding}. May use {@code music} and
 * {@code model}.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.encoding;
