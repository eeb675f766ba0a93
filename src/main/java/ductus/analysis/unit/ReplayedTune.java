package ductus.analysis.unit;

import ductus.file.BadFileException;
import ductus.generate.Constraint;
import ductus.generate.Constraints;
import ductus.generate.Generator.GeneratedSequence;
import ductus.generate.Prompt;
import ductus.generate.hindsight.ReadSequence;
import ductus.generate.hindsight.SequenceReader;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.Encoding;
import ductus.music.encoding.GivenNotesConstraint;
import ductus.provenance.Provenance;
import ductus.task.music.generation.MusicGeneration;
import ductus.task.music.generation.TuneWriting;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.request.BarRange;
import ductus.task.music.request.MusicRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** A generated piece, drawn once more to see from what each of its tokens was drawn. */
public final class ReplayedTune {
  /** Tokens that are looked at; what follows in longer pieces is left out. */
  public static final int MOST_TOKENS = 4096;

  private final ReadSequence read;
  private final Encoding<?> encoding;
  private final List<Place> places;
  private final Constraints constraints;

  /**
   * The place of a token in the tune.
   *
   * @param given whether it was in the prompt or of the primer, and not drawn
   * @param bar from 1, where a plan in front of all speaks of a bar that bar; 0 for what else
   *     stands before the first, and where bars are not known
   * @param share of its bar that is over when it comes, 0 to 1
   */
  public record Place(boolean given, int bar, double share) {}

  private ReplayedTune(
      ReadSequence read, Encoding<?> encoding, List<Place> places, List<Constraint> constraints) {
    this.read = read;
    this.encoding = encoding;
    this.places = List.copyOf(places);
    this.constraints = new Constraints(constraints);
  }

  /**
   * Draws a piece again.
   *
   * @param sidecar of the piece, named in complaints
   * @throws BadFileException if the model is gone, or another one by now
   */
  public static ReplayedTune open(Path sidecar, Provenance<TuneWriting.RequestedTune> provenance)
      throws BadFileException, IOException {
    MusicModel<?> model = MusicModels.open(provenance.model().name());
    provenance.requireModel(sidecar, model.sha256());
    TuneWriting.RequestedTune asked = provenance.request();
    try {
      return of(model, asked.request(), asked.number());
    } catch (IllegalArgumentException unfit) {
      throw new BadFileException(sidecar, String.valueOf(unfit.getMessage()));
    }
  }

  /**
   * Draws a piece of a request.
   *
   * @param number of the piece among those of the request, from 0
   */
  public static <T> ReplayedTune of(MusicModel<T> model, MusicRequest request, int number) {
    Kernels kernels = KernelChoice.best();
    try (Workers workers = new Workers(1)) {
      MusicGeneration<T> generation = new MusicGeneration<>(model, kernels, workers);
      GeneratedSequence drawn = generation.draw(request, number, 1).get(0).drawn();
      Encoding<T> encoding = generation.encoding(request);
      List<Constraint> constraints = generation.constraints(request);
      ReadSequence read =
          new SequenceReader(model.file().network(), encoding, constraints, kernels, workers)
              .read(drawn.sequence(), MOST_TOKENS);
      int[] tokens = drawn.sequence().tokens();
      Prompt prompt = generation.prompt(request);
      IntPredicate given =
          t ->
              prompt.token(t) != Prompt.OPEN
                  || constraints.stream()
                      .anyMatch(
                          each ->
                              each instanceof GivenNotesConstraint notes && notes.gives(tokens, t));
      List<Place> places = places(model, request, given, drawn, read);
      return new ReplayedTune(read, encoding, places, constraints);
    }
  }

  private static List<Place> places(
      MusicModel<?> model,
      MusicRequest request,
      IntPredicate givenToken,
      GeneratedSequence drawn,
      ReadSequence read) {
    // Bars are counted in what is written, and among tokens of the kind itself.
    boolean countable = model.merges().count() == 0 && !request.guidance().withoutPrimer();
    List<Integer> lines = countable ? model.kind().barLines(drawn.sequence().tokens()) : List.of();
    List<Integer> plans =
        lines.isEmpty() ? List.of() : model.kind().barPlans(drawn.sequence().tokens());
    BarRange fill = request.guidance().fill();
    List<Place> places = new ArrayList<>();
    int bar = 0;
    for (int step = 0; step < read.steps(); step++) {
      int t = step + 1;
      while (bar + 1 < lines.size() && lines.get(bar) <= t) {
        bar++;
      }
      boolean inBar = bar > 0 && t < lines.get(bar);
      double share =
          inBar ? (t - lines.get(bar - 1)) / (double) (lines.get(bar) - lines.get(bar - 1)) : 1;
      boolean given =
          fill == null ? givenToken.test(t) : bar < fill.from() || bar > fill.to() || !inBar;
      int planned = plans.indexOf(t);
      places.add(
          planned < 0
              ? new Place(given, bar, bar == 0 ? 0 : share)
              : new Place(given, planned + 1, 0));
    }
    return places;
  }

  /** What the network said before each token but the first. */
  public ReadSequence read() {
    return read;
  }

  /** The meaning of a token in a few characters. */
  public String name(int token) {
    return encoding.describe(token);
  }

  /**
   * Tokens that were possible at a step but would have been drawn again, since with them the piece
   * would copy what it must not, or repeat a note too often; none where all would have been, and
   * where the token was given.
   */
  public Set<Integer> turnedDown(int step) {
    if (places.get(step).given()) {
      return Set.of();
    }
    int[] tokens = read.tokens(step + 2);
    Set<Integer> turnedDown = new TreeSet<>();
    int possible = 0;
    for (int token = 0; token < read.vocabularySize(); token++) {
      if (read.logit(step, token) != Float.NEGATIVE_INFINITY) {
        possible++;
        tokens[step + 1] = token;
        if (!constraints.accept(tokens, tokens.length)) {
          turnedDown.add(token);
        }
      }
    }
    return turnedDown.size() == possible ? Set.of() : turnedDown;
  }

  /** The place of a step's token in the tune. */
  public Place place(int step) {
    return places.get(step);
  }
}
