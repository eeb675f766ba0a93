package ductus.workbench.kind;

/**
 * A piece of a corpus of music.
 *
 * @param hash of all the notes in its file; the same notes are the same piece
 * @param music what was found in the file
 * @param <T> the kind of piece
 */
public record MusicPiece<T>(String hash, T music) {}
