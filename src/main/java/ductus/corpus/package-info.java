/**
 * A folder of pieces, read: {@link ductus.corpus.Corpus} with what was left out of it and why, the
 * files of a folder and the kinds of pieces in them, tunes as scores, things to classify, and the
 * split into training, validation and test pieces. Hands of folders are in {@code hand}, sharded
 * corpora in {@code shard}. May use the floors below.
 */
@org.jspecify.annotations.NullMarked
package ductus.corpus;
