/**
 * Rows of a corpus as Apache Parquet: the schema, one reader for files of any file system, one
 * writer. Needs Parquet, and nothing of Spark's engine: one machine reads shards without it.
 */
@org.jspecify.annotations.NullMarked
package ductus.spark.shard;
