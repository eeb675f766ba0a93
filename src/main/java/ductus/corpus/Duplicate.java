package ductus.corpus;

import java.nio.file.Path;

/**
 * A file that says the same as another and is not in the corpus a second time.
 *
 * @param original the file of the piece that it equals
 */
public record Duplicate(Path path, Path original) {}
