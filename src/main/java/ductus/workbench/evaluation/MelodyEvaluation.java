package ductus.workbench.evaluation;

import ductus.file.BadFileException;
import ductus.generate.Drawn;
import ductus.generate.Sampling;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.Sequence;
import ductus.music.Melody;
import ductus.music.encoding.MelodyVocabulary;
import ductus.music.finding.KeyFinder;
import ductus.music.statistics.MelodyStatistics;
import ductus.music.statistics.RunIndex;
import ductus.nn.Tape;
import ductus.workbench.MelodyModel;
import ductus.workbench.corpus.Corpus;
import ductus.workbench.corpus.Piece;
import ductus.workbench.generation.MelodyGeneration;
import ductus.workbench.generation.MelodyRequest;
import ductus.workbench.training.Tune;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Measures a model of melodies on a folder, and the tunes that it makes against those in it. */
public final class MelodyEvaluation {
  private final MelodyModel model;
  private final Path folder;
  private final Corpus<Tune> corpus;
  private final PieceGroups pieces;

  /**
   * Prepares an evaluation.
   *
   * @param folder of the corpus
   * @param training where the pieces are that the model was trained on, if not in the folder
   * @throws BadFileException if the model was trained on all pieces of the folder
   */
  public MelodyEvaluation(
      MelodyModel model, Path folder, Corpus<Tune> corpus, Optional<Corpus<Tune>> training)
      throws BadFileException {
    this.model = model;
    this.folder = folder;
    this.corpus = corpus;
    pieces = PieceGroups.of(model.file().header(), folder, corpus, training);
  }

  /**
   * Measures. The same model, folder, sampling and seed give the same report.
   *
   * @param samples tunes to draw, 1 or more
   */
  public EvaluationReport run(
      Sampling sampling, long seed, int samples, Kernels kernels, Workers workers) {
    MelodyRequest request =
        new MelodyRequest(
            MelodyRequest.Header.OPEN,
            MelodyRequest.Opening.NONE,
            null,
            sampling,
            seed,
            0,
            MelodyRequest.PIANO);
    MelodyGeneration generation = new MelodyGeneration(model, kernels, workers);
    List<MelodyGeneration.DrawnMelody> tunes = generation.draw(request, 0, samples);
    List<Drawn> drawn = tunes.stream().map(MelodyGeneration.DrawnMelody::drawn).toList();
    List<Melody> generated = tunes.stream().map(tune -> byNotes(tune.melody())).toList();
    List<Melody> real = melodies(pieces.all());
    MelodyStatistics ofGenerated = MelodyStatistics.of(generated);
    MelodyStatistics ofReal = MelodyStatistics.of(real);
    return new EvaluationReport(
        new EvaluationReport.Model(
            model.name(),
            model.sha256(),
            model.file().network().size(),
            pieces.trainedOn(),
            model.keys()),
        new EvaluationReport.Pieces(
            folder.toString(),
            pieces.all().size(),
            pieces.leftOut(),
            pieces.heldOut().size(),
            corpus.duplicates().size(),
            corpus.leftOut().size()),
        Prediction.of(model, pieces, new Tape(kernels, workers)),
        drawing(sampling, seed, drawn, generated),
        TuneFigures.of(generated, ofGenerated),
        TuneFigures.of(real, ofReal),
        Likeness.of(ofGenerated.histograms(), ofReal.histograms()),
        runs()
            .map(index -> Copying.of(index, generated, melodies(pieces.heldOut()), people()))
            .orElse(List.of()));
  }

  /** The index beside the model, or else one of its training pieces, where all are at hand. */
  private Optional<RunIndex> runs() {
    return model
        .runs()
        .or(
            () ->
                pieces.hasAllTraining()
                    ? Optional.of(RunIndex.build(melodies(pieces.training())))
                    : Optional.empty());
  }

  private List<Melody> people() {
    return pieces.hasAllTraining()
        ? melodies(Stream.concat(pieces.training().stream(), pieces.heldOut().stream()).toList())
        : List.of();
  }

  private static EvaluationReport.Drawing drawing(
      Sampling sampling, long seed, List<Drawn> drawn, List<Melody> melodies) {
    long bars = melodies.stream().mapToLong(melody -> melody.bars().size()).sum();
    long cut =
        IntStream.range(0, drawn.size())
            .filter(i -> steps(drawn.get(i).sequence()) < melodies.get(i).steps())
            .count();
    long ended = drawn.stream().filter(Drawn::ended).count();
    return new EvaluationReport.Drawing(
        sampling, seed, (double) ended / drawn.size(), (double) (bars - cut) / bars);
  }

  /** Grid steps that were drawn; decoding fills up the last bar. */
  private static long steps(Sequence drawn) {
    return IntStream.range(0, drawn.length())
        .filter(t -> MelodyVocabulary.takesTime(drawn.token(t)))
        .count();
  }

  private static List<Melody> melodies(List<Piece<Tune>> pieces) {
    return pieces.stream().map(piece -> byNotes(piece.value().melody())).toList();
  }

  /** The melody in the key that its notes speak of, found alike for real and generated tunes. */
  private static Melody byNotes(Melody melody) {
    return new Melody(
        melody.stepsPerQuarter(),
        melody.steps(),
        melody.timeSignatures(),
        KeyFinder.find(melody),
        melody.quartersPerMinute(),
        melody.notes());
  }
}
