package ductus.task.music.evaluation;

import ductus.corpus.Corpus;
import ductus.corpus.Piece;
import ductus.file.BadFileException;
import ductus.generate.Generator.GeneratedSequence;
import ductus.generate.Sampling;
import ductus.model.Sequence;
import ductus.music.Melody;
import ductus.music.Score;
import ductus.music.comparison.SetComparison;
import ductus.music.encoding.MelodyVocabulary;
import ductus.music.finding.KeyFinder;
import ductus.music.form.FormFigure;
import ductus.music.statistics.MelodyStatistics;
import ductus.music.statistics.NoteLine;
import ductus.task.music.generation.MusicGeneration;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.model.MusicModel;
import ductus.task.music.request.MusicRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Measures a model of melodies on a folder, and the tunes that it makes against those in it. */
public final class MelodyEvaluation {
  private final MusicModel<Melody> model;
  private final Path folder;
  private final Corpus<MusicPiece<Melody>> corpus;
  private final PieceGroups<Melody> pieces;

  /**
   * Prepares an evaluation.
   *
   * @param folder of the corpus
   * @param training where the pieces are that the model was trained on, if not in the folder
   * @throws BadFileException if the model was trained on all pieces of the folder
   */
  public MelodyEvaluation(
      MusicModel<Melody> model,
      Path folder,
      Corpus<MusicPiece<Melody>> corpus,
      Optional<Corpus<MusicPiece<Melody>>> training)
      throws BadFileException {
    this.model = model;
    this.folder = folder;
    this.corpus = corpus;
    pieces = PieceGroups.of(model.file().header(), folder, corpus, training);
  }

  /**
   * Measures. The same model, folder and tunes give the same report.
   *
   * @param tunes with this sampling and seed, the first of them
   * @param measuring of the model's network
   */
  public EvaluationReport run(
      List<MusicGeneration.DrawnPiece<Melody>> tunes,
      Measuring measuring,
      Sampling sampling,
      long seed)
      throws IOException {
    List<GeneratedSequence> drawn = tunes.stream().map(MusicGeneration.DrawnPiece::drawn).toList();
    List<Melody> generated = tunes.stream().map(tune -> byNotes(tune.piece())).toList();
    List<Melody> real = melodies(pieces.all());
    MelodyStatistics ofGenerated = MelodyStatistics.of(generated);
    MelodyStatistics ofReal = MelodyStatistics.of(real);
    return new EvaluationReport(
        EvaluationReport.Model.of(model, pieces),
        EvaluationReport.Pieces.of(folder, corpus, pieces),
        Prediction.of(model, pieces, measuring),
        drawing(sampling, seed, drawn, generated),
        TuneFigures.of(generated, ofGenerated),
        TuneFigures.of(real, ofReal),
        TuneSetSimilarity.of(ofGenerated.histograms(), ofReal.histograms()),
        TrainingOverlap.index(
                model.runs(),
                pieces.hasAllTraining() ? lines(melodies(pieces.training())) : List.of())
            .map(
                index ->
                    TrainingOverlap.of(
                        index, lines(generated), lines(melodies(pieces.heldOut())), people()))
            .orElse(List.of()),
        SetComparison.of(scores(generated), scores(melodies(pieces.heldOut()))),
        FormFigure.of(generated, melodies(pieces.heldOut())));
  }

  private List<Score> scores(List<Melody> melodies) {
    return melodies.stream().map(melody -> model.kind().score(melody, MusicRequest.PIANO)).toList();
  }

  private List<NoteLine> people() {
    return pieces.hasAllTraining()
        ? lines(
            melodies(Stream.concat(pieces.training().stream(), pieces.heldOut().stream()).toList()))
        : List.of();
  }

  private static EvaluationReport.Drawing drawing(
      Sampling sampling, long seed, List<GeneratedSequence> drawn, List<Melody> melodies) {
    long bars = melodies.stream().mapToLong(melody -> melody.bars().size()).sum();
    long cut =
        IntStream.range(0, drawn.size())
            .filter(i -> steps(drawn.get(i).sequence()) < melodies.get(i).steps())
            .count();
    long ended = drawn.stream().filter(GeneratedSequence::ended).count();
    return new EvaluationReport.Drawing(
        sampling, seed, (double) ended / drawn.size(), (double) (bars - cut) / bars);
  }

  /** Grid steps that were drawn; decoding fills up the last bar. */
  private static long steps(Sequence drawn) {
    return IntStream.range(0, drawn.length())
        .filter(t -> MelodyVocabulary.takesTime(drawn.token(t)))
        .count();
  }

  private static List<NoteLine> lines(List<Melody> melodies) {
    return melodies.stream().map(NoteLine::of).toList();
  }

  private static List<Melody> melodies(List<Piece<MusicPiece<Melody>>> pieces) {
    return pieces.stream().map(piece -> byNotes(piece.value().music())).toList();
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
