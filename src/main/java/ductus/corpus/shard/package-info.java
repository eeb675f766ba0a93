/**
 * A corpus as sharded columnar files: {@link ductus.corpus.shard.CorpusManifest} says what is in
 * them, {@link ductus.corpus.shard.ShardStore} reads their rows when they are needed. The format of
 * the files is not here; a {@link ductus.corpus.shard.ShardFormat} brings it ({@code spark/} has
 * one for Apache Parquet).
 */
@org.jspecify.annotations.NullMarked
package ductus.corpus.shard;
