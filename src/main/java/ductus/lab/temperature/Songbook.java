package ductus.lab.temperature;

import ductus.file.BadFileException;
import ductus.generate.Sampling;
import ductus.lab.trial.Bench;
import ductus.music.Melody;
import ductus.music.statistics.RunIndex;
import ductus.workbench.Home;
import ductus.workbench.corpus.Corpus;
import ductus.workbench.corpus.Piece;
import ductus.workbench.generation.MusicGeneration;
import ductus.workbench.kind.MelodyKind;
import ductus.workbench.kind.MusicModel;
import ductus.workbench.kind.MusicModels;
import ductus.workbench.kind.MusicRequest;
import ductus.workbench.kind.piece.MusicPiece;
import ductus.workbench.kind.piece.PieceExamples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A model of melodies with people's tunes.
 *
 * @param learned tunes of a folder that the model has learned
 * @param heldOut others of that folder
 */
record Songbook(MusicModel<Melody> model, Tunes learned, Tunes heldOut) {
  private static final MelodyKind KIND = new MelodyKind();

  /**
   * Opens a model, and reads a folder.
   *
   * @throws BadFileException if not both kinds of tunes are in the folder
   */
  static Songbook open(TemperatureSettings settings) throws BadFileException, IOException {
    MusicModel<Melody> model = MusicModels.open(settings.model(), KIND);
    Path folder = Home.folder().resolve(settings.corpus());
    Corpus<MusicPiece<Melody>> corpus = Corpus.read(folder, KIND.files(), 1, (done, all) -> {});
    Set<String> known = new HashSet<>(model.file().header().pieces());
    Tunes learned = tunes(model, corpus, known, true);
    Tunes heldOut = tunes(model, corpus, known, false);
    if (learned.melodies().isEmpty() || heldOut.melodies().isEmpty()) {
      throw new BadFileException(
          folder,
          "must have tunes that %s has learned, and others, but has %d and %d"
              .formatted(model.name(), learned.melodies().size(), heldOut.melodies().size()));
    }
    return new Songbook(model, learned, heldOut);
  }

  private static Tunes tunes(
      MusicModel<Melody> model,
      Corpus<MusicPiece<Melody>> corpus,
      Set<String> known,
      boolean learned) {
    List<Piece<MusicPiece<Melody>>> pieces =
        corpus.pieces().stream().filter(each -> known.contains(each.hash()) == learned).toList();
    return new Tunes(
        pieces.stream().map(piece -> piece.value().music()).toList(),
        PieceExamples.of(KIND, pieces, model.keys().heldOut()));
  }

  /** Tunes drawn from the model at a temperature, from all of its distribution. */
  Tunes draw(double temperature, int count, Bench bench) {
    List<MusicGeneration.DrawnPiece<Melody>> drawn =
        new MusicGeneration<>(model, bench.kernels(), bench.workers())
            .draw(MusicRequest.open(new Sampling(temperature, 0, 1), bench.seed()), 0, count);
    return new Tunes(
        drawn.stream().map(MusicGeneration.DrawnPiece::piece).toList(),
        drawn.stream().map(piece -> piece.drawn().sequence()).toList());
  }

  /** The runs of notes of all tunes that the model has learned. */
  RunIndex runs() {
    return model
        .runs()
        .map(beside -> beside.index())
        .orElseGet(() -> RunIndex.build(learned.melodies().stream().map(KIND::line).toList()));
  }
}
