package ductus.task.music.generation;

import ductus.generate.Constraint;
import ductus.generate.Generator;
import ductus.generate.Generator.GeneratedSequence;
import ductus.generate.MergedConstraint;
import ductus.generate.Prompt;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.Encoding;
import ductus.model.Merges;
import ductus.music.statistics.NoteLine;
import ductus.music.statistics.NovelRuns;
import ductus.nn.Tape;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.model.MusicModel;
import ductus.task.music.piece.TrainingNotes;
import ductus.task.music.request.BarRange;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Draws new pieces from a model.
 *
 * @param <T> the kind of piece
 */
public final class MusicGeneration<T> {
  /** Pieces that are drawn as one batch, so that memory does not grow with the count. */
  public static final int AT_A_TIME = 64;

  private final MusicKind<T> kind;
  private final MusicTrainingConfig.Keys keys;
  private final List<NoteLine> learned;
  private final Merges merges;
  private final MusicModel<T> model;
  private final Kernels kernels;
  private final Workers workers;
  private final BooleanSupplier stop;

  /** Ready to draw on these kernels. */
  public MusicGeneration(MusicModel<T> model, Kernels kernels, Workers workers) {
    this(model, kernels, workers, () -> false);
  }

  /**
   * Ready to draw until it is stopped.
   *
   * @param stop asked before each token; drawing ends with a {@link
   *     java.util.concurrent.CancellationException} then
   */
  public MusicGeneration(
      MusicModel<T> model, Kernels kernels, Workers workers, BooleanSupplier stop) {
    kind = model.kind();
    keys = model.keys();
    learned = model.runs().map(TrainingNotes::lines).orElse(List.of());
    merges = model.merges();
    this.model = model;
    this.kernels = kernels;
    this.workers = workers;
    this.stop = stop;
  }

  /**
   * A piece that was drawn.
   *
   * @param piece in its key and tempo
   * @param drawn tokens, in the model's key
   * @param <T> the kind of piece
   */
  public record DrawnPiece<T>(T piece, GeneratedSequence drawn) {}

  /**
   * Draws pieces; each depends on the request and its own number only.
   *
   * @param first number of the first piece, from 0
   */
  public List<DrawnPiece<T>> draw(MusicRequest request, int first, int count) {
    Generator generator =
        new Generator(model.file().network(), encoding(request), kernels, workers, stop);
    BarRange fill = request.guidance().fill();
    if (fill != null) {
      return filled(generator, request, fill, first, count);
    }
    PieceDrafts<T> drafts = new PieceDrafts<>(this, kind, generator, request);
    List<DrawnPiece<T>> pieces = new ArrayList<>(count);
    for (int done = 0; done < count; done += AT_A_TIME) {
      pieces.addAll(drafts.draw(first + done, Math.min(AT_A_TIME, count - done)));
    }
    return pieces;
  }

  private List<DrawnPiece<T>> filled(
      Generator generator, MusicRequest request, BarRange bars, int first, int count) {
    Tape tape = new Tape(kernels, workers);
    Infilling<T> infilling =
        new Infilling<>(kind, encoding(request), model.file().network(), generator, tape);
    List<DrawnPiece<T>> pieces = new ArrayList<>(count);
    for (GeneratedSequence drawn : infilling.draw(request, bars, first, count)) {
      pieces.add(piece(request, first + pieces.size(), drawn));
    }
    return pieces;
  }

  /**
   * The piece that drawn tokens say.
   *
   * @param number of the piece, from 0
   */
  public DrawnPiece<T> piece(MusicRequest request, int number, GeneratedSequence drawn) {
    T finished = kind.finish(decode(drawn), request, keys, number);
    return new DrawnPiece<>(
        request.guidance().withoutPrimer()
            ? kind.withoutOpening(finished, request.opening())
            : finished,
        drawn);
  }

  private T decode(GeneratedSequence drawn) {
    return merges.encoding(kind.encoding()).decode(drawn.sequence());
  }

  /** The encoding of pieces that are like what is asked for. */
  public Encoding<T> encoding(MusicRequest request) {
    return model.encoding(model.conditions().parse(request.guidance().conditions()));
  }

  /** The constraints that a request puts on the tokens, beside the encoding's grammar. */
  public List<Constraint> constraints(MusicRequest request) {
    List<Constraint> constraints = new ArrayList<>(kind.constraints(request, keys));
    MusicRequest.Guidance guidance = request.guidance();
    if (guidance.novel() > 0 && learned.isEmpty()) {
      throw new IllegalArgumentException(
          "novel needs the notes of the training pieces beside the model, and there are none: train"
              + " it again, with this version of Ductus");
    }
    if (guidance.novel() > 0 || guidance.repetition() > 0) {
      constraints.add(
          new NoveltyConstraint<>(
              kind,
              guidance.novel() == 0
                  ? Optional.empty()
                  : Optional.of(NovelRuns.build(learned, guidance.novel())),
              guidance.repetition()));
    }
    return merges.count() == 0
        ? constraints
        : List.of(new MergedConstraint(kind.encoding(), merges, constraints));
  }

  /** The prompt that pieces of a request begin with. */
  public Prompt prompt(MusicRequest request) {
    if (request.opening().isEmpty()) {
      return Prompt.start(kind.encoding());
    }
    int[] tokens = kind.prompt(request.opening()).stream().mapToInt(Integer::intValue).toArray();
    return new Prompt(merges.count() == 0 ? tokens : merges.merge(tokens));
  }

  /** Whether tokens stand for runs of others. */
  boolean isMerged() {
    return merges.count() > 0;
  }
}
