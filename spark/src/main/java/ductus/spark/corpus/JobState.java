package ductus.spark.corpus;

import ductus.cluster.CorpusRequest;

/**
 * How a job began; saved when its folder is listed.
 *
 * @param request what was asked for
 * @param encodingVersion version of the tokens
 * @param parts of the list
 * @param shards to be made
 */
record JobState(CorpusRequest request, int encodingVersion, int parts, int shards) {
  /** Files of a part of the list, which one task reads. */
  static final int FILES_PER_PART = 256;

  /** Files for which there is a shard more. */
  private static final int FILES_PER_SHARD = 2048;

  private static final int MOST_SHARDS = 4096;

  /** Of a folder of so many files; the same however many machines there are. */
  static JobState of(CorpusRequest request, int encodingVersion, long files, int parts) {
    long shards = (files + FILES_PER_SHARD - 1) / FILES_PER_SHARD;
    return new JobState(
        request, encodingVersion, parts, (int) Math.max(1, Math.min(MOST_SHARDS, shards)));
  }
}
