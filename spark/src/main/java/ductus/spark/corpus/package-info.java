/**
 * Folders of pieces to sharded corpora. {@link ductus.spark.corpus.CorpusJob} runs on the driver:
 * it lists the folder into {@code .work/list}, has executors read each part of the list into {@code
 * .work/read}, sorts what was read by the hash of its content into {@code shards}, each piece once,
 * and writes the manifest last. Each file appears whole under its name or not at all, and one that
 * is there is not made again. The driver holds no list of files, rows or refusals.
 */
@org.jspecify.annotations.NullMarked
package ductus.spark.corpus;
