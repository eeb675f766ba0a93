/**
 * From melodies to tokens and back: the token stream of {@link
 * ductus.music.encoding.MelodyEncoding}, its vocabulary, and what it may say next.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.encoding;
