package ductus.workbench.classification.signal;

import ductus.file.BadFileException;
import ductus.model.CoreConfig;
import ductus.model.ModelFile;
import ductus.model.ModelKind;
import ductus.model.signal.SignalConfig;
import ductus.model.signal.SignalNetwork;
import ductus.model.signal.SignalSequence;
import ductus.model.signal.Target;
import ductus.workbench.FoundModel;
import ductus.workbench.classification.Baseline;
import ductus.workbench.classification.ClassNetwork;
import ductus.workbench.classification.FileTable;
import ductus.workbench.classification.FolderLabels;
import ductus.workbench.classification.Inputs;
import ductus.workbench.classification.Labelled;
import ductus.workbench.classification.LabelledSet;
import ductus.workbench.classification.OpenedClassifier;
import ductus.workbench.classification.Subject;
import ductus.workbench.corpus.Corpus;
import ductus.workbench.corpus.FolderFiles;
import ductus.workbench.corpus.LeftOut;
import ductus.workbench.corpus.Piece;
import ductus.workbench.corpus.PieceKind;
import ductus.workbench.corpus.ReadingListener;
import ductus.workbench.corpus.ScoreFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Things that a network sees as rows of numbers. Their classes are the names of the folders that
 * their files lie in, or what a {@link FileTable} says; or the files say them themselves.
 */
public final class SignalSubject implements Subject<SignalSequence> {
  /** Tunes, by their notes. */
  public static final SignalSubject TUNES =
      new SignalSubject(
          "tune-classes",
          "tunes",
          new TuneSight(),
          ScoreFile.KIND,
          new CoreConfig("lstm" + CoreConfig.BIDIRECTIONAL + CoreConfig.MEAN, 1, 32, 0.5, false));

  /** Bars of tunes, each by itself. */
  public static final SignalSubject BARS =
      new SignalSubject(
          "bar-classes",
          "bars",
          new BarSight(),
          ScoreFile.KIND,
          new CoreConfig(CoreConfig.FEED_FORWARD, 1, 48, 0.3, false));

  /** Lines of handwriting, by the way of the pen. */
  public static final SignalSubject LINES =
      new SignalSubject(
          "line-classes",
          "lines",
          new LineSight(),
          InkFiles.KIND,
          new CoreConfig("lstm" + CoreConfig.BIDIRECTIONAL + CoreConfig.MEAN, 1, 32, 0.3, false));

  /** Letters, by their picture. */
  public static final SignalSubject LETTERS =
      new SignalSubject(
          "letter-classes",
          "letters",
          new LetterSight(),
          InkFiles.KIND,
          new CoreConfig(CoreConfig.FEED_FORWARD, 1, 128, 0.3, false));

  private final String encoding;
  private final String plural;
  private final Sight sight;
  private final PieceKind<?> files;
  private final CoreConfig usualLayers;

  private SignalSubject(
      String encoding, String plural, Sight sight, PieceKind<?> files, CoreConfig usualLayers) {
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
        return FileTable.read(path).rows().stream().anyMatch(row -> files.matches(row.file()));
      }
      return FolderFiles.find(path, files).files().stream().anyMatch(files::matches);
    } catch (BadFileException | IOException none) {
      return false;
    }
  }

  private PieceKind<List<Specimen>> pieces() {
    return files.as(
        sight::see, seen -> String.join(" ", seen.stream().map(Specimen::hash).toList()));
  }

  @Override
  public LabelledSet<SignalSequence> read(Path path, int threads, ReadingListener listener)
      throws BadFileException, IOException {
    List<Labelled<SignalSequence>> found = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    if (FileTable.isOne(path)) {
      List<FileTable.Row> rows = FileTable.read(path).rows();
      for (int i = 0; i < rows.size(); i++) {
        FileTable.Row row = rows.get(i);
        try {
          add(row.file(), sight.see(row.file()), row.label(), found);
        } catch (BadFileException unusable) {
          leftOut.add(new LeftOut(row.file(), unusable.reason()));
        }
        listener.progress(i + 1, rows.size());
      }
      return LabelledSet.of(found, leftOut);
    }
    Corpus<List<Specimen>> corpus = Corpus.read(path, pieces(), threads, listener);
    leftOut.addAll(corpus.leftOut());
    for (Piece<List<Specimen>> piece : corpus.pieces()) {
      boolean says = piece.value().stream().allMatch(each -> each.label().isPresent());
      try {
        add(piece.path(), piece.value(), says ? "" : FolderLabels.of(path, piece.path()), found);
      } catch (IllegalArgumentException noLabel) {
        leftOut.add(new LeftOut(piece.path(), String.valueOf(noLabel.getMessage())));
      }
    }
    return LabelledSet.of(found, leftOut);
  }

  /** Bars of a tune belong together, and so would its repetitions be known; others do not. */
  private void add(
      Path path, List<Specimen> seen, String label, List<Labelled<SignalSequence>> to) {
    boolean together = equals(BARS);
    for (Specimen each : seen) {
      to.add(
          new Labelled<>(
              path,
              each.place(),
              together ? path + each.place() : each.hash(),
              together ? seen.get(0).hash() : each.hash(),
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
      Corpus<List<Specimen>> corpus =
          Corpus.read(Path.of(each), pieces(), threads, (done, all) -> {});
      leftOut.addAll(corpus.leftOut());
      for (Piece<List<Specimen>> piece : corpus.pieces()) {
        for (Specimen specimen : piece.value()) {
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
  public ClassNetwork<SignalSequence> network(
      List<String> labels,
      List<Labelled<SignalSequence>> learned,
      int embeddingSize,
      CoreConfig core) {
    SignalConfig shape = new SignalConfig(sight.inputs(), core, Target.CLASSES, labels.size());
    return new SignalClassNetwork(
        new SignalClassesConfig(labels, shape), new SignalNetwork(shape), sight.version());
  }

  @Override
  public String rule() {
    return "the nearest mean";
  }

  @Override
  public Baseline<SignalSequence> baseline(List<Labelled<SignalSequence>> learned) {
    return new NearestMean(learned);
  }

  @Override
  public OpenedClassifier<SignalSequence> open(FoundModel found) throws BadFileException {
    ModelFile<SignalClassesConfig, SignalNetwork> file =
        found.open(
            new ModelKind<>(
                List.of(encoding),
                SignalClassesConfig.class,
                config -> config.network().weights(),
                config -> new SignalNetwork(config.network())));
    SignalClassesConfig config = file.header().network();
    if (file.header().encodingVersion() != sight.version()
        || config.network().inputs() != sight.inputs()) {
      throw new BadFileException(
          found.path(),
          "made for %s of version %d, this program has version %d"
              .formatted(plural, file.header().encodingVersion(), sight.version()));
    }
    return new OpenedClassifier<>(
        found, file.header(), new SignalClassNetwork(config, file.network(), sight.version()));
  }
}
