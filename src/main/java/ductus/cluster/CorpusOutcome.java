package ductus.cluster;

import ductus.corpus.shard.CorpusManifest;
import ductus.inspection.FolderReport;
import java.util.List;

/**
 * A corpus that a cluster made.
 *
 * @param manifest what is in it
 * @param leftOut the first {@value #NAMED} inputs that were left out; a file of the corpus names
 *     all
 */
public record CorpusOutcome(CorpusManifest manifest, List<FolderReport.Unread> leftOut) {
  /** Inputs that are named at most. */
  public static final int NAMED = 20;

  public CorpusOutcome {
    leftOut = List.copyOf(leftOut);
  }
}
