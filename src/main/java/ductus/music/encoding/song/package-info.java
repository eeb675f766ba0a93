/**
 * From songs to tokens and back: the token stream of {@link
 * ductus.music.encoding.song.SongEncoding}, its vocabulary, its grammar, what a network knows
 * beside each token, and what a request may hold it to. It may use {@code music.song}.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.encoding.song;
