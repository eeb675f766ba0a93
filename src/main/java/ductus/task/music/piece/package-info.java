/**
 * The pieces of a corpus of music: held as their tokens, kept in the user's cache once they were
 * found in a file, and made into sequences to learn from. May use what {@code workbench} may.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.music.piece;
