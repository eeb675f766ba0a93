package ductus.cli.text;

import ductus.workbench.corpus.shard.CorpusManifest;
import ductus.workbench.handwriting.ShardedHands;
import java.util.Locale;

/** A sharded corpus in words. */
public final class CorpusText {
  private CorpusText() {}

  /** Two lines: what became of the files, and how the pieces are held. */
  public static String of(String place, CorpusManifest manifest) {
    CorpusManifest.Counts counts = manifest.counts();
    long bytes = manifest.shards().stream().mapToLong(CorpusManifest.Shard::bytes).sum();
    return String.format(
        Locale.ROOT,
        "%s: %s of %s in %s, %,d kB, encoding %s%n%s",
        place,
        Words.count(counts.pieces(), "piece"),
        Words.count(counts.files(), "file"),
        Words.count(manifest.shards().size(), "shard"),
        (bytes + 999) / 1000,
        manifest.encoding(),
        String.format(
            Locale.ROOT,
            "%s, %,d left out, %,d %s",
            Words.count(counts.duplicates(), "duplicate"),
            counts.leftOut(),
            counts.tokens(),
            manifest.encoding().equals(ShardedHands.ENCODING) ? "points" : "tokens"));
  }
}
