/**
 * Hands that lie in folders: hand files, writers of public collections, single-line fonts, sharded
 * corpora.
 */
@org.jspecify.annotations.NullMarked
package ductus.corpus.hand;
