/**
 * Hands that lie in folders, as {@link ductus.corpus.hand.HandFolder} reads them: hand files,
 * writers of public collections, single-line fonts, and sharded corpora of hands, whose rows {@link
 * ductus.corpus.hand.ShardedHands} reads and makes.
 */
@org.jspecify.annotations.NullMarked
package ductus.corpus.hand;
