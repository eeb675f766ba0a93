package ductus.cli.format;

import ductus.corpus.hand.ShardedHands;
import ductus.corpus.shard.CorpusManifest;
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
        NumberText.count(counts.pieces(), "piece"),
        NumberText.count(counts.files(), "file"),
        NumberText.count(manifest.shards().size(), "shard"),
        (bytes + 999) / 1000,
        manifest.encoding(),
        String.format(
            Locale.ROOT,
            "%s, %,d left out, %,d %s",
            NumberText.count(counts.duplicates(), "duplicate"),
            counts.leftOut(),
            counts.tokens(),
            manifest.encoding().equals(ShardedHands.ENCODING) ? "points" : "tokens"));
  }
}
