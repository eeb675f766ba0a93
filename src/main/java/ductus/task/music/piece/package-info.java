/**
 * The pieces of a corpus of music: held as their tokens, kept in the user's cache once they were
 * found in a file, or rows of a sharded corpus; and the runs of notes that new pieces are not to
 * copy.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.music.piece;
