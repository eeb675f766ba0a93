package ductus.task.classification.signal;

import ductus.corpus.Corpus;
import ductus.corpus.FolderFiles;
import ductus.corpus.Inputs;
import ductus.corpus.LeftOut;
import ductus.corpus.Piece;
import ductus.corpus.PieceKind;
import ductus.corpus.ReadingListener;
import ductus.corpus.ScoreFile;
import ductus.file.BadFileException;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkFormat;
import ductus.metric.classification.Labeled;
import ductus.model.CoreConfig;
import ductus.model.ModelFile;
import ductus.model.ModelKind;
import ductus.model.place.FoundModel;
import ductus.model.signal.SignalConfig;
import ductus.model.signal.SignalNetwork;
import ductus.model.signal.SignalSequence;
import ductus.model.signal.Target;
import ductus.series.SeriesFile;
import ductus.series.TimeSeries;
import ductus.task.DrawnFile;
import ductus.task.classification.ClassNetwork;
import ductus.task.classification.FileTable;
import ductus.task.classification.FolderLabels;
import ductus.task.classification.InputKind;
import ductus.task.classification.LabeledSet;
import ductus.task.classification.signal.SignalClassNetwork.SignalClassesConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A kind of things that a network sees as rows of numbers. Their classes are the names of the
 * folders that their files lie in, or what a {@link FileTable} says; or the files say them
 * themselves.
 */
public final class SignalInputKind implements InputKind<SignalSequence> {
  /** Files that begin like ink, whatever their names. */
  private static final PieceKind<InkFile> INK =
      new PieceKind<>(
          "ink", InkFormat.labels(), InkFormat::isInk, InkFile::read, InkFile::toString);

  /** The kind of tunes, by their notes. */
  public static final SignalInputKind TUNES =
      new SignalInputKind(
          "tune-classes",
          "tunes",
          new TuneFeatureExtractor(),
          ScoreFile.KIND,
          new CoreConfig("lstm" + CoreConfig.BIDIRECTIONAL + CoreConfig.MEAN, 1, 32, 0.5, false));

  /** The kind of bars of tunes, each by itself. */
  public static final SignalInputKind BARS =
      new SignalInputKind(
          "bar-classes",
          "bars",
          new BarFeatureExtractor(),
          ScoreFile.KIND,
          new CoreConfig(CoreConfig.FEED_FORWARD, 1, 48, 0.3, false));

  /** The kind of lines of handwriting, by the way of the pen. */
  public static final SignalInputKind LINES =
      new SignalInputKind(
          "line-classes",
          "lines",
          new LineFeatureExtractor(),
          INK,
          new CoreConfig("lstm" + CoreConfig.BIDIRECTIONAL + CoreConfig.MEAN, 1, 32, 0.3, false));

  /** The kind of letters, by their picture. */
  public static final SignalInputKind LETTERS =
      new SignalInputKind(
          "letter-classes",
          "letters",
          new LetterFeatureExtractor(),
          INK,
          new CoreConfig(CoreConfig.FEED_FORWARD, 1, 128, 0.3, false));

  /** Files with a picture of a letter, and ink, which is rendered. */
  private static final PieceKind<InkFile> PICTURES_OR_INK =
      new PieceKind<>(
          "pictures",
          Stream.concat(Stream.of("PNG", "JPEG"), InkFormat.labels().stream()).toList(),
          DrawnFile::isOne,
          InkFile::read,
          InkFile::toString);

  /** The kind of pictures of one letter or digit, PNG or JPEG. */
  public static final SignalInputKind PICTURES =
      new SignalInputKind(
          "picture-classes",
          "pictures",
          new PictureFeatureExtractor(),
          PICTURES_OR_INK,
          new CoreConfig("gru" + CoreConfig.BIDIRECTIONAL + CoreConfig.MEAN, 2, 64, 0.2, false));

  /** The kind of series of numbers, each as a whole. */
  public static final SignalInputKind SERIES =
      new SignalInputKind(
          "series-classes",
          "series",
          new SeriesFeatureExtractor(),
          new PieceKind<>("CSV", List.of(".csv", ".tsv"), SeriesFile::read, TimeSeries::toString),
          new CoreConfig("gru" + CoreConfig.BIDIRECTIONAL + CoreConfig.MEAN, 1, 32, 0.3, false));

  private final String encoding;
  private final String plural;
  private final FeatureExtractor sight;
  private final PieceKind<?> files;
  private final CoreConfig usualLayers;

  private SignalInputKind(
      String encoding,
      String plural,
      FeatureExtractor sight,
      PieceKind<?> files,
      CoreConfig usualLayers) {
    this.encoding = encoding;
    this.plural = plural;
    this.sight = sight;
    this.files = files;
    this.usualLayers = usualLayers;
  }

  @Override
  public String encoding() {
    return encoding;
  }

  @Override
  public String plural() {
    return plural;
  }

  @Override
  public CoreConfig usualLayers() {
    return usualLayers;
  }

  @Override
  public boolean isIn(Path path) {
    try {
      if (FileTable.isOne(path)) {
        return FileTable.read(path).rows().stream().anyMatch(row -> looksRight(row.file()));
      }
      return FolderFiles.find(path, files).files().stream().anyMatch(this::looksRight);
    } catch (BadFileException | IOException none) {
      return false;
    }
  }

  private boolean looksRight(Path file) {
    return files.matches(file) && sight.mayBe(file);
  }

  private PieceKind<List<ExtractedSample>> pieces(
      PieceKind.PieceReader<List<ExtractedSample>> reader) {
    return files.as(
        reader, seen -> String.join(" ", seen.stream().map(ExtractedSample::hash).toList()));
  }

  @Override
  public LabeledSet<SignalSequence> read(Path path, int threads, ReadingListener listener)
      throws BadFileException, IOException {
    List<Labeled<SignalSequence>> found = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    if (FileTable.isOne(path)) {
      List<FileTable.Row> rows = FileTable.read(path).rows();
      for (int i = 0; i < rows.size(); i++) {
        FileTable.Row row = rows.get(i);
        try {
          add(row.file(), sight.learn(row.file()), row.label(), found);
        } catch (BadFileException unusable) {
          leftOut.add(new LeftOut(row.file(), unusable.reason()));
        }
        listener.progress(i + 1, rows.size());
      }
      return LabeledSet.of(found, leftOut).fitting(thing -> unlike(thing, found));
    }
    Corpus<List<ExtractedSample>> corpus =
        Corpus.read(path, pieces(sight::learn), threads, listener);
    leftOut.addAll(corpus.leftOut());
    for (Piece<List<ExtractedSample>> piece : corpus.pieces()) {
      boolean says = piece.value().stream().allMatch(each -> each.label().isPresent());
      try {
        add(piece.path(), piece.value(), says ? "" : FolderLabels.of(path, piece.path()), found);
      } catch (IllegalArgumentException noLabel) {
        leftOut.add(new LeftOut(piece.path(), String.valueOf(noLabel.getMessage())));
      }
    }
    return LabeledSet.of(found, leftOut).fitting(thing -> unlike(thing, found));
  }

  /** Why a thing has no place beside the first; empty if it has. */
  private static Optional<String> unlike(
      SignalSequence thing, List<Labeled<SignalSequence>> found) {
    Labeled<SignalSequence> first = found.get(0);
    int wanted = first.thing().inputsPerStep();
    return thing.inputsPerStep() == wanted
        ? Optional.empty()
        : Optional.of(
            "must have "
                + SignalClassNetwork.columns(wanted)
                + ", as "
                + first.path().getFileName()
                + ", but has "
                + SignalClassNetwork.columns(thing.inputsPerStep()));
  }

  /**
   * Adds what was seen in a file. Bars of a tune belong together, and so would its repetitions be
   * known; so do pictures of one writer's letters. Others do not.
   */
  private void add(
      Path path, List<ExtractedSample> seen, String label, List<Labeled<SignalSequence>> to) {
    boolean together = sight.areTogether();
    String whole = together ? seen.get(0).hash() : "";
    for (ExtractedSample each : seen) {
      to.add(
          new Labeled<>(
              path,
              each.place(),
              together ? path + each.place() : each.hash(),
              together ? whole : each.hash(),
              each.steps(),
              each.label().orElse(label)));
    }
  }

  @Override
  public Inputs<SignalSequence> inputs(List<String> given, int threads)
      throws BadFileException, IOException {
    List<Inputs.Named<SignalSequence>> things = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (String each : given) {
      Corpus<List<ExtractedSample>> corpus =
          Corpus.read(Path.of(each), pieces(sight::see), threads, (done, all) -> {});
      leftOut.addAll(corpus.leftOut());
      for (Piece<List<ExtractedSample>> piece : corpus.pieces()) {
        for (ExtractedSample specimen : piece.value()) {
          String place = specimen.place().isEmpty() ? "" : ": " + specimen.place();
          things.add(new Inputs.Named<>(piece.path() + place, specimen.steps()));
        }
      }
    }
    if (things.isEmpty()) {
      throw new BadFileException(leftOut.get(0).path(), leftOut.get(0).reason());
    }
    return new Inputs<>(things, leftOut);
  }

  @Override
  public String hash(SignalSequence steps) {
    return ExtractedSample.hash(steps);
  }

  @Override
  public ClassNetwork<SignalSequence> network(
      List<String> labels,
      List<Labeled<SignalSequence>> learned,
      int embeddingSize,
      CoreConfig core) {
    boolean ofAny = sight.inputs() == FeatureExtractor.OF_ANY_NUMBER;
    int inputs = ofAny ? learned.get(0).thing().inputsPerStep() : sight.inputs();
    SignalConfig shape = new SignalConfig(inputs, core, Target.CLASSES, labels.size());
    return new SignalClassNetwork(
        new SignalClassesConfig(labels, shape, ofAny ? InputScale.of(learned) : null),
        new SignalNetwork(shape),
        sight.version());
  }

  @Override
  public String rule() {
    return sight.rule();
  }

  @Override
  public Function<SignalSequence, String> baseline(List<Labeled<SignalSequence>> learned) {
    return new NearestCentroid(learned, sight::summary);
  }

  @Override
  public Opened<SignalSequence> open(FoundModel found) throws BadFileException {
    ModelFile<SignalClassesConfig, SignalNetwork> file =
        found.open(
            new ModelKind<>(
                List.of(encoding),
                SignalClassesConfig.class,
                config -> config.network().weights(),
                config -> new SignalNetwork(config.network())));
    SignalClassesConfig config = file.header().network();
    boolean ofAny = sight.inputs() == FeatureExtractor.OF_ANY_NUMBER;
    file.requireFitting(
        found.path(),
        sight.version(),
        ofAny ? config.scales() != null : config.network().inputs() == sight.inputs());
    return new Opened<>(
        file.header(), new SignalClassNetwork(config, file.network(), sight.version()));
  }
}
