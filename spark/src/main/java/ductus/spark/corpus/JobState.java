package ductus.spark.corpus;

import ductus.cluster.Cluster.CorpusRequest;

/**
 * How a job began; saved before its folder is listed.
 *
 * @param request what was asked for
 * @param encodingVersion version of the tokens
 */
record JobState(CorpusRequest request, int encodingVersion) {}
