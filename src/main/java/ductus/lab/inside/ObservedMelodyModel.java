package ductus.lab.inside;

import ductus.analysis.unit.NoteInfluence;
import ductus.analysis.unit.ReadPiece;
import ductus.analysis.unit.ReadPiece.Feature;
import ductus.analysis.unit.TuneReader;
import ductus.corpus.Corpus;
import ductus.corpus.Piece;
import ductus.file.BadFileException;
import ductus.file.ShippedCorpora;
import ductus.generate.SequenceScorer;
import ductus.lab.result.Outcome.Curve;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.music.Melody;
import ductus.music.NoteName;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.piece.MusicCorpus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;

/** A model of melodies, and the tunes that ship. */
final class ObservedMelodyModel implements ObservedModel {
  /** The tune that is drawn has so many bars, to hold something that comes back. */
  private static final int LEAST_BARS = 8;

  private static final String SILENCE = "silence";
  private static final String PITCH = "pitch";

  private final MusicModel<Melody> model;
  private final List<Melody> training;
  private final List<Melody> heldOut;

  private ObservedMelodyModel(
      MusicModel<Melody> model, List<Melody> training, List<Melody> heldOut) {
    this.model = model;
    this.training = List.copyOf(training);
    this.heldOut = List.copyOf(heldOut);
  }

  /**
   * Opens a model and reads the tunes.
   *
   * @throws BadFileException if it has seen all of them
   */
  static ObservedMelodyModel open(String name) throws BadFileException, IOException {
    MelodyKind kind = new MelodyKind();
    MusicModel<Melody> model = MusicModels.open(name, kind);
    Path folder = ShippedCorpora.folder().resolve("melodies");
    Corpus<MusicPiece<Melody>> corpus =
        Corpus.read(folder, MusicCorpus.files(kind), 1, (done, all) -> {});
    Set<String> known = Set.copyOf(model.file().header().pieces());
    List<Melody> training = new ArrayList<>();
    List<Melody> heldOut = new ArrayList<>();
    for (Piece<MusicPiece<Melody>> piece : corpus.pieces()) {
      Melody melody = kind.forms(piece.value().music(), model.keys()).get(0);
      (known.contains(piece.hash()) ? training : heldOut).add(melody);
    }
    if (heldOut.isEmpty()) {
      throw new BadFileException(folder, "holds no tune that %s has not seen".formatted(name));
    }
    heldOut.sort(
        Comparator.comparing((Melody tune) -> tune.bars().size() < LEAST_BARS)
            .thenComparing(tune -> tune.notes().size()));
    return new ObservedMelodyModel(model, training.isEmpty() ? heldOut : training, heldOut);
  }

  @Override
  public List<ReadPiece> practice(int count, RandomGenerator random, Workers workers) {
    List<Melody> left = new ArrayList<>(training);
    List<Melody> chosen = new ArrayList<>();
    while (chosen.size() < count && !left.isEmpty()) {
      chosen.add(left.remove(random.nextInt(left.size())));
    }
    return readings(chosen, workers);
  }

  @Override
  public List<ReadPiece> heldOut(Workers workers) {
    return readings(heldOut, workers);
  }

  private List<ReadPiece> readings(List<Melody> melodies, Workers workers) {
    TuneReader reader = new TuneReader(model.file().network(), model.encoding(), workers);
    return melodies.stream().map(reader::read).toList();
  }

  /** How the drawn tune's notes weigh on its bars: a curve a note. */
  List<Curve> influence(Workers workers) {
    Melody tune = heldOut.get(0);
    SequenceScorer scorer =
        new SequenceScorer(
            model.file().network(),
            model.encoding(),
            (tokens, length, allowed) -> {},
            KernelChoice.best(),
            workers);
    List<List<Double>> notes = NoteInfluence.of(tune, model.encoding(), scorer).notes();
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < notes.size(); i++) {
      curves.add(Curve.ofValues(name(tune, i + 1), notes.get(i)));
    }
    return curves;
  }

  private static String name(Melody tune, int index) {
    return String.format(
        Locale.ROOT, "%d %s", index + 1, NoteName.of(tune.notes().get(index).pitch()));
  }

  /** The drawn tune as a route: a step of the grid wide, at the height of its pitch. */
  PiecePath route(ReadPiece reading) {
    List<Double> pitches = course(reading, PITCH);
    List<Double> silences = course(reading, SILENCE);
    PiecePath route = new PiecePath();
    int step = 0;
    for (int t = 0; t < pitches.size(); t++) {
      boolean onGrid = !Double.isNaN(silences.get(t));
      if (onGrid && silences.get(t) == 0 && !Double.isNaN(pitches.get(t))) {
        route.add(step, pitches.get(t), step + 1, pitches.get(t));
      } else {
        route.rest();
      }
      step += onGrid ? 1 : 0;
    }
    return route;
  }

  private static List<Double> course(ReadPiece reading, String feature) {
    return reading.features().stream()
        .filter(each -> each.name().equals(feature))
        .map(Feature::course)
        .findFirst()
        .orElseThrow();
  }
}
