package ductus.cli.option;

import ductus.model.MergedEncoding;
import ductus.model.frame.FrameNetwork;
import ductus.music.encoding.poly.PolyEncoding;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.kind.MusicKinds;
import ductus.task.music.request.MusicTrainingConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which music is learned, and how it becomes tokens. */
public final class MusicTrainingOptions {
  @Option(
      names = "--encoding",
      paramLabel = "E",
      description =
          "The kind of music to learn: melody, poly, performance, score, drums, leadsheet, song or"
              + " chorale; without this option the one that suits what most files hold, which is"
              + " said. Each has usual settings of its own; those named below are of melody.")
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
  private MusicTrainingConfig.@Nullable Keys keys;

  @Option(
      names = "--conditions",
      paramLabel = "NAMES",
      split = ",",
      description =
          "What new pieces can be asked for, of style (the folder that a piece lies in, or what"
              + " info.csv says), dance (R: of ABC, or what a title says), key, metre, tempo,"
              + " density, pitches; of drums, activity.")
  private @Nullable List<String> conditions;

  @Option(
      names = "--merges",
      paramLabel = "N",
      description =
          "With the encoding performance or score: make tokens of up to N frequent runs of tokens,"
              + " learned from the training pieces by byte-pair encoding; 0 (none).")
  private @Nullable Integer merges;

  @Option(
      names = "--from",
      paramLabel = "MODEL",
      description =
          "Goes on learning from a model of this encoding, one that ships or one's own: its weights"
              + " and sizes, and what it can be asked for. A small folder is learned best so, with"
              + " few --epochs and a --learning-rate of a tenth.")
  private @Nullable String from;

  /** Whether an encoding is asked for, by its name or by what goes with one only. */
  public boolean asksForEncoding() {
    return encoding != null || independentKeys;
  }

  /** The model that is gone on from; null for none. */
  public @Nullable String from() {
    return from;
  }

  /**
   * The usual settings of the encoding that is asked for.
   *
   * @param otherwise the encoding where none is
   * @throws IllegalArgumentException if there is no such encoding
   */
  public MusicTrainingConfig usual(String otherwise) {
    return kind(encoding(otherwise)).recipe();
  }

  /**
   * The settings with these options in place.
   *
   * @throws IllegalArgumentException if they do not go together
   */
  public MusicTrainingConfig over(MusicTrainingConfig base) {
    MusicTrainingConfig.CorpusConfig corpus = base.corpus();
    String wanted = encoding(corpus.encoding());
    MusicKind<?> kind = kind(wanted);
    int pairs = OptionDefaults.or(merges, corpus.merges());
    if (pairs != 0 && !MergedEncoding.isFor(kind.encoding())) {
      throw new IllegalArgumentException(
          "merges must be 0 for the encoding %s (those of %s can be merged) but were %d"
              .formatted(wanted, String.join(" and ", MusicKinds.mergeable()), pairs));
    }
    return new MusicTrainingConfig(
        new MusicTrainingConfig.CorpusConfig(
            corpus.folder(),
            wanted,
            OptionDefaults.or(keys, corpus.keys()),
            corpus.validation(),
            corpus.digest(),
            OptionDefaults.or(conditions, corpus.conditions()),
            pairs),
        base.network().fitting(kind.encoding()),
        base.plan(),
        OptionDefaults.or(from, base.from()));
  }

  private static MusicKind<?> kind(String encoding) {
    return MusicKinds.named(encoding.equals(FrameNetwork.ENCODING) ? PolyEncoding.NAME : encoding);
  }

  /** The encoding that is asked for, or else this one. */
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
}
