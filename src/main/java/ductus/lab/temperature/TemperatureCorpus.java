package ductus.lab.temperature;

import ductus.corpus.Corpus;
import ductus.corpus.Piece;
import ductus.file.BadFileException;
import ductus.file.ShippedCorpora;
import ductus.generate.Sampling;
import ductus.lab.trial.TrialContext;
import ductus.music.Melody;
import ductus.music.statistics.RunIndex;
import ductus.task.music.generation.MusicGeneration;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.piece.MusicCorpus;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.training.PieceExamples;
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
record TemperatureCorpus(MusicModel<Melody> model, EncodedTunes learned, EncodedTunes heldOut) {
  private static final MelodyKind KIND = new MelodyKind();

  /**
   * Opens a model, and reads a folder.
   *
   * @throws BadFileException if not both kinds of tunes are in the folder
   */
  static TemperatureCorpus open(TemperatureSettings settings) throws BadFileException, IOException {
    MusicModel<Melody> model = MusicModels.open(settings.model(), KIND);
    Path folder = ShippedCorpora.resolve(settings.corpus());
    Corpus<MusicPiece<Melody>> corpus =
        Corpus.read(folder, MusicCorpus.files(KIND), 1, (done, all) -> {});
    Set<String> known = new HashSet<>(model.file().header().pieces());
    EncodedTunes learned = tunes(model, corpus, known, true);
    EncodedTunes heldOut = tunes(model, corpus, known, false);
    if (learned.melodies().isEmpty() || heldOut.melodies().isEmpty()) {
      throw new BadFileException(
          folder,
          "must have tunes that %s has learned, and others, but has %d and %d"
              .formatted(model.name(), learned.melodies().size(), heldOut.melodies().size()));
    }
    return new TemperatureCorpus(model, learned, heldOut);
  }

  private static EncodedTunes tunes(
      MusicModel<Melody> model,
      Corpus<MusicPiece<Melody>> corpus,
      Set<String> known,
      boolean learned) {
    List<Piece<MusicPiece<Melody>>> pieces =
        corpus.pieces().stream().filter(each -> known.contains(each.hash()) == learned).toList();
    return new EncodedTunes(
        pieces.stream().map(piece -> piece.value().music()).toList(),
        PieceExamples.of(KIND, model.conditions(), pieces, model.keys().heldOut()).all());
  }

  /** Tunes drawn from the model at a temperature, from all of its distribution. */
  EncodedTunes draw(double temperature, int count, TrialContext bench) {
    List<MusicGeneration.DrawnPiece<Melody>> drawn =
        new MusicGeneration<>(model, bench.kernels(), bench.workers())
            .draw(MusicRequest.open(new Sampling(temperature, 0, 1), bench.seed()), 0, count);
    return new EncodedTunes(
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
