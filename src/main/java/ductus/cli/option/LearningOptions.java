package ductus.cli.option;

import ductus.model.MergedEncoding;
import ductus.model.NetworkConfig;
import ductus.model.frame.FrameNetwork;
import ductus.music.encoding.poly.PolyEncoding;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.kind.MusicKinds;
import ductus.task.music.request.TrainingConfig;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code ductus train} that say what is learned, for how long, by what network. */
final class LearningOptions extends NetworkOptions {
  @Option(
      names = "--encoding",
      paramLabel = "E",
      description =
          "The kind of music to learn: melody (the default), poly, performance, score, drums or"
              + " leadsheet.")
  private @Nullable String encoding;

  @Option(
      names = "--independent-keys",
      description =
          "With the encoding poly: predict each key of a frame by itself, as published tables do,"
              + " rather than chords. Such a model can be evaluated only.")
  private boolean independentKeys;

  @Option(
      names = "--keys",
      paramLabel = "K",
      description =
          "Learn each tune in the key without sharps and flats (common, the default; new tunes are"
              + " moved to any key), in all twelve keys (all), or as it stands (own).")
  private TrainingConfig.@Nullable Keys keys;

  @Option(
      names = "--conditions",
      paramLabel = "NAMES",
      split = ",",
      description =
          "What new pieces can be asked for, of style (the folder that a piece lies in, or what"
              + " info.csv says), key, metre, tempo, density, pitches; of drums, activity.")
  private @Nullable List<String> conditions;

  @Option(
      names = "--merges",
      paramLabel = "N",
      description =
          "With the encoding performance or score: make tokens of up to N frequent runs of tokens,"
              + " learned from the training pieces by byte-pair encoding; 0 (none).")
  private @Nullable Integer merges;

  /** The kind of music that is asked for, else the one of a name. */
  MusicKind<?> kind(String base) {
    String name = encoding(base);
    return MusicKinds.named(name.equals(FrameNetwork.ENCODING) ? PolyEncoding.NAME : name);
  }

  /** The encoding that is asked for, else this one. */
  private String encoding(String base) {
    String name = OptionDefaults.or(encoding, base);
    if (!independentKeys || name.equals(FrameNetwork.ENCODING)) {
      return name;
    }
    if (!name.equals(PolyEncoding.NAME)) {
      throw new IllegalArgumentException(
          "--independent-keys must go with the encoding %s but it was %s"
              .formatted(PolyEncoding.NAME, name));
    }
    return FrameNetwork.ENCODING;
  }

  /** The corpus with these options in place; not yet read. */
  TrainingConfig.CorpusConfig corpus(TrainingConfig.CorpusConfig base, Path folder) {
    int wanted = OptionDefaults.or(merges, base.merges());
    if (wanted != 0 && !MergedEncoding.isFor(kind(base.encoding()).encoding())) {
      throw new IllegalArgumentException(
          "merges must be 0 for the encoding %s (those of %s can be merged) but were %d"
              .formatted(
                  encoding(base.encoding()), String.join(" and ", MusicKinds.mergeable()), wanted));
    }
    return new TrainingConfig.CorpusConfig(
        folder.toString(),
        encoding(base.encoding()),
        OptionDefaults.or(keys, base.keys()),
        validation(base.validation()),
        "",
        OptionDefaults.or(conditions, base.conditions()),
        wanted);
  }

  /**
   * The network with these options in place.
   *
   * @param dropout share of activations dropped
   */
  NetworkConfig network(MusicKind<?> kind, NetworkConfig base, double dropout) {
    return network(base, dropout).fitting(kind.encoding());
  }
}
