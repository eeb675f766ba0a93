package ductus.task.music.evaluation;

import ductus.corpus.Corpus;
import ductus.corpus.Piece;
import ductus.file.BadFileException;
import ductus.generate.Sampling;
import ductus.model.Sequence;
import ductus.music.Melody;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoMap;
import ductus.music.comparison.SetComparison;
import ductus.music.form.FormFigure;
import ductus.music.statistics.NoteLine;
import ductus.music.statistics.RunIndex;
import ductus.task.music.generation.MusicGeneration;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.model.MusicModel;
import ductus.task.music.request.MusicRequest;
import ductus.train.Loss;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures a model of any kind of music on a folder, and the pieces that it makes against those in
 * it that were held out.
 *
 * @param <T> the kind of piece
 */
public final class MusicEvaluation<T> {
  private final MusicModel<T> model;
  private final MusicKind<T> kind;
  private final Path folder;
  private final Corpus<MusicPiece<T>> corpus;
  private final PieceGroups<T> pieces;

  /**
   * Prepares an evaluation.
   *
   * @param folder of the corpus
   * @param training where the pieces are that the model was trained on, if not in the folder
   * @throws BadFileException if the model was trained on all pieces of the folder
   */
  public MusicEvaluation(
      MusicModel<T> model,
      Path folder,
      Corpus<MusicPiece<T>> corpus,
      Optional<Corpus<MusicPiece<T>>> training)
      throws BadFileException {
    this.model = model;
    kind = model.kind();
    this.folder = folder;
    this.corpus = corpus;
    pieces = PieceGroups.of(model.file().header(), folder, corpus, training);
  }

  /**
   * Measures. The same model, folder and pieces give the same report.
   *
   * @param drawn with this sampling and seed, the first of them
   * @param measuring of the model's network
   */
  public MusicReport run(
      List<MusicGeneration.DrawnPiece<T>> drawn, Measuring measuring, Sampling sampling, long seed)
      throws IOException {
    int samples = drawn.size();
    List<T> generated = drawn.stream().map(MusicGeneration.DrawnPiece::piece).toList();
    List<T> heldOut = parts(pieces.heldOut());
    List<Score> made = scores(generated);
    List<Score> real = scores(heldOut);
    return new MusicReport(
        EvaluationReport.Model.of(model, pieces),
        kind.encoding().name(),
        EvaluationReport.Pieces.of(folder, corpus, pieces),
        nats(heldOut, real, measuring),
        new MusicReport.GeneratedPieces(
            sampling,
            seed,
            samples,
            (double) drawn.stream().filter(piece -> piece.drawn().ended()).count() / samples,
            (int) made.stream().filter(score -> score.notes().isEmpty()).count(),
            (int) made.stream().filter(MusicEvaluation::isOneNote).count(),
            made.stream().mapToInt(score -> score.notes().size()).average().orElse(0)),
        copying(lines(generated)),
        figures(generated),
        SetComparison.of(made, real),
        FormFigure.of(tunes(generated), tunes(music(pieces.heldOut()))));
  }

  /** Held-out pieces as a network sees them: not augmented, but cut where the kind cuts. */
  private List<T> parts(List<Piece<MusicPiece<T>>> group) {
    return group.stream()
        .flatMap(piece -> kind.forms(piece.value().music(), model.keys().heldOut()).stream())
        .toList();
  }

  private MusicReport.Nats nats(List<T> heldOut, List<Score> scores, Measuring measuring)
      throws IOException {
    List<Sequence> sequences = heldOut.stream().map(model.encoding()::encode).toList();
    double nats =
        measuring.of(NatsMetric.TOTAL, Loss.groups(sequences)).stream()
            .reduce(0.0, (sum, group) -> sum + group[0], Double::sum);
    Loss loss = new Loss(nats, sequences.stream().mapToLong(each -> each.length() - 1L).sum());
    long notes = scores.stream().mapToLong(score -> score.notes().size()).sum();
    double seconds =
        scores.stream().mapToDouble(score -> new TempoMap(score).seconds(score.length())).sum();
    long voiceSteps = heldOut.stream().mapToLong(kind::voiceSteps).sum();
    return new MusicReport.Nats(
        loss.tokens(),
        notes,
        seconds,
        loss.perToken(),
        over(loss.nats(), (double) notes),
        over(loss.nats(), seconds),
        voiceSteps,
        over(loss.nats(), (double) voiceSteps));
  }

  private static @Nullable Double over(double nats, double count) {
    return count == 0 ? null : (Double) (nats / count);
  }

  /**
   * The notes that whole pieces have in common with the training pieces. Empty, too, of a kind that
   * has no lines of notes to compare.
   */
  private List<TrainingOverlap> copying(List<NoteLine> generated) {
    List<NoteLine> heldOut = lines(music(pieces.heldOut()));
    if (heldOut.stream().allMatch(line -> line.length() == 0)) {
      return List.of();
    }
    List<NoteLine> training = pieces.hasAllTraining() ? lines(music(pieces.training())) : List.of();
    List<NoteLine> people =
        training.isEmpty()
            ? List.of()
            : Stream.concat(training.stream(), heldOut.stream()).toList();
    boolean byNotes = music(pieces.heldOut()).stream().noneMatch(p -> kind.moments(p).isPresent());
    return TrainingOverlap.index(byNotes ? model.runs() : Optional.empty(), training)
        .map(index -> TrainingOverlap.of(index, generated, heldOut, people))
        .orElse(List.of());
  }

  /** The strokes of accompaniments that whole pieces have in common with the training pieces. */
  private List<TrainingOverlap> figures(List<T> generated) {
    if (!pieces.hasAllTraining()) {
      return List.of();
    }
    List<NoteLine> training = figuresOf(music(pieces.training()));
    List<NoteLine> heldOut = figuresOf(music(pieces.heldOut()));
    if (training.isEmpty() || heldOut.isEmpty()) {
      return List.of();
    }
    return TrainingOverlap.of(
        RunIndex.build(training, TrainingOverlap.LENGTHS),
        figuresOf(generated),
        heldOut,
        Stream.concat(training.stream(), heldOut.stream()).toList());
  }

  private List<NoteLine> figuresOf(List<T> music) {
    return music.stream().flatMap(piece -> kind.figures(piece).stream()).toList();
  }

  private static boolean isOneNote(Score score) {
    return score.notes().size() > 1
        && score.notes().stream().map(Note::pitch).distinct().count() == 1;
  }

  private List<Score> scores(List<T> music) {
    return music.stream().map(piece -> kind.score(piece, MusicRequest.PIANO)).toList();
  }

  private List<Melody> tunes(List<T> music) {
    return music.stream().map(kind::tune).flatMap(Optional::stream).toList();
  }

  private List<NoteLine> lines(List<T> music) {
    return music.stream()
        .map(piece -> kind.moments(piece).orElseGet(() -> kind.line(piece)))
        .toList();
  }

  private static <T> List<T> music(List<Piece<MusicPiece<T>>> group) {
    return group.stream().map(piece -> piece.value().music()).toList();
  }
}
