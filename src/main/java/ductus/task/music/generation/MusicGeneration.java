package ductus.task.music.generation;

import ductus.generate.BeamSearch;
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
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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

  /** Ready to draw on these kernels. */
  public MusicGeneration(MusicModel<T> model, Kernels kernels, Workers workers) {
    kind = model.kind();
    keys = model.keys();
    learned = model.runs().map(TrainingNotes::lines).orElse(List.of());
    merges = model.merges();
    this.model = model;
    this.kernels = kernels;
    this.workers = workers;
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
    Generator generator = generator(request);
    List<DrawnPiece<T>> pieces = new ArrayList<>(count);
    for (int done = 0; done < count; done += AT_A_TIME) {
      int number = first + done;
      for (GeneratedSequence drawn :
          batch(generator, request, number, Math.min(AT_A_TIME, count - done))) {
        pieces.add(piece(request, number++, drawn));
      }
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

  private List<GeneratedSequence> batch(
      Generator generator, MusicRequest request, int first, int count) {
    if (request.guidance().fill() != null) {
      return new Infilling<>(
              kind,
              encoding(request),
              model.file().network(),
              generator,
              new Tape(kernels, workers))
          .draw(request, request.guidance().fill(), first, count);
    }
    int beam = request.guidance().beam();
    if (beam > 1) {
      BeamSearch search = new BeamSearch(generator, beam);
      List<Constraint> constraints = constraints(request);
      return IntStream.range(first, first + count)
          .mapToObj(
              number ->
                  search.draw(
                      number,
                      prompt(request),
                      request.sampling(),
                      constraints,
                      kind.mostTokens(),
                      request.seed()))
          .toList();
    }
    return generator.draw(
        first,
        count,
        prompt(request),
        request.sampling(),
        constraints(request),
        kind.mostTokens(),
        request.seed());
  }

  /** Packs the model's weights. */
  private Generator generator(MusicRequest request) {
    return new Generator(model.file().network(), encoding(request), kernels, workers);
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
}
