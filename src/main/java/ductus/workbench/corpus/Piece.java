package ductus.workbench.corpus;

import java.nio.file.Path;

/**
 * A piece of a corpus.
 *
 * @param path its file
 * @param hash of its content: pieces with the same hash are the same piece
 * @param value what the file says
 */
public record Piece<T>(Path path, String hash, T value) {}
