/**
 * A folder of pieces, read: {@link ductus.corpus.Corpus} with what was left out of it and why, the
 * files of a folder, the kinds of pieces, single score files, and the split into training and
 * held-out pieces. May use {@code workbench}'s own classes and the floors below, and no other
 * package within {@code workbench}.
 */
@org.jspecify.annotations.NullMarked
package ductus.corpus;
