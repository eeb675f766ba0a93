package ductus.task.music.generation;

import ductus.generate.BeamSearch;
import ductus.generate.Constraint;
import ductus.generate.Generator;
import ductus.generate.Generator.GeneratedSequence;
import ductus.generate.Prompt;
import ductus.math.PlaceRandom;
import ductus.task.music.generation.MusicGeneration.DrawnPiece;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.request.MusicRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The pieces of a request: each the best of some drafts, and, where a beam is asked for, the notes
 * of that one drawn again, side by side with others.
 *
 * @param <T> the kind of piece
 */
final class PieceDrafts<T> {
  /** Parts the random numbers of further drafts from others: "draf" in ASCII. */
  private static final long STREAM = 0x64726166;

  private final MusicGeneration<T> generation;
  private final MusicKind<T> kind;
  private final Generator generator;
  private final MusicRequest request;
  private final List<Constraint> constraints;

  PieceDrafts(
      MusicGeneration<T> generation, MusicKind<T> kind, Generator generator, MusicRequest request) {
    this.generation = generation;
    this.kind = kind;
    this.generator = generator;
    this.request = request;
    constraints = generation.constraints(request);
  }

  /** Draws pieces side by side; each depends on the request and its own number only. */
  List<DrawnPiece<T>> draw(int first, int count) {
    List<DrawnPiece<T>> pieces = new ArrayList<>(count);
    for (DrawnPiece<T> draft : drafts(request.seed(), first, count)) {
      int number = first + pieces.size();
      DrawnPiece<T> best = best(number, draft);
      pieces.add(request.guidance().beam() > 1 ? searched(number, best) : best);
    }
    return pieces;
  }

  private List<DrawnPiece<T>> drafts(long seed, int first, int count) {
    List<DrawnPiece<T>> drafts = new ArrayList<>(count);
    for (GeneratedSequence drawn :
        generator.draw(
            first,
            count,
            generation.prompt(request),
            request.sampling(),
            constraints,
            kind.mostTokens(),
            seed)) {
      drafts.add(generation.piece(request, first + drafts.size(), drawn));
    }
    return drafts;
  }

  /** The first draft without a fault, or the one with fewest. */
  private DrawnPiece<T> best(int number, DrawnPiece<T> first) {
    DrawnPiece<T> best = first;
    int fewest = faults(first);
    Integer most = request.guidance().drafts();
    for (int draft = 1; fewest > 0 && most != null && draft < most; draft++) {
      long seed = PlaceRandom.key(PlaceRandom.key(request.seed(), STREAM), draft);
      DrawnPiece<T> other = drafts(seed, number, 1).get(0);
      int faults = faults(other);
      if (faults < fewest) {
        best = other;
        fewest = faults;
      }
    }
    return best;
  }

  private int faults(DrawnPiece<T> draft) {
    return kind.faults(draft.piece()) + (draft.drawn().ended() ? 0 : 1);
  }

  /** The likeliest of several pieces that begin as the draft says what it is to be. */
  private DrawnPiece<T> searched(int number, DrawnPiece<T> draft) {
    GeneratedSequence drawn =
        new BeamSearch(generator, request.guidance().beam())
            .draw(
                number,
                plan(draft.drawn()),
                request.sampling(),
                constraints,
                kind.mostTokens(),
                request.seed());
    return generation.piece(request, number, drawn);
  }

  /** What a piece says before its notes, or what is given of it if that is more. */
  private Prompt plan(GeneratedSequence drawn) {
    Prompt given = generation.prompt(request);
    int[] tokens = drawn.sequence().tokens();
    int planned = generation.isMerged() ? 1 : kind.planned(tokens);
    return planned > given.length() ? new Prompt(Arrays.copyOf(tokens, planned)) : given;
  }
}
