package ductus.generate;

import ductus.generate.Generator.GeneratedSequence;
import ductus.math.PlaceRandom;
import ductus.nn.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * A beam search that leaves room for chance, as Magenta's melody models have it: several sequences
 * are followed side by side; each goes on in two ways, drawn as ever, for a few tokens; then the
 * likeliest of all stay, by the mean log likelihood of a token. (Keeping the likeliest tokens at
 * every step instead makes one tune a model, and a dull one.)
 */
public final class BeamSearch {
  private static final int WAYS = 2;
  private static final int TOKENS = 16;

  private final Generator generator;
  private final int width;

  /**
   * Creates a search.
   *
   * @param width sequences that are followed, 1 or more
   */
  public BeamSearch(Generator generator, int width) {
    if (width < 1) {
      throw new IllegalArgumentException("width must be 1 or more but was " + width);
    }
    this.generator = generator;
    this.width = width;
  }

  /**
   * A sequence that is followed.
   *
   * @param state of the network behind its tokens, a batch of one
   */
  private record Followed(SequenceInProgress voice, State state) {}

  /**
   * Draws the likeliest of the sequences that were followed.
   *
   * @param number of the sequence, from 0; with the seed it decides
   * @param prompt what it begins with
   * @param constraints on all tokens that the prompt leaves open
   * @param mostTokens a sequence that has not ended by then is cut
   */
  public GeneratedSequence draw(
      int number,
      Prompt prompt,
      Sampling sampling,
      List<Constraint> constraints,
      int mostTokens,
      long seed) {
    generator.requireKnown(prompt);
    long key = PlaceRandom.key(seed, number);
    List<Followed> followed =
        List.of(
            new Followed(generator.voice(prompt, sampling, constraints, key), generator.start(1)));
    for (int round = 0; followed.stream().anyMatch(f -> isOpen(f, mostTokens)); round++) {
      List<Followed> next = new ArrayList<>();
      List<Followed> open = new ArrayList<>();
      for (Followed one : followed) {
        (isOpen(one, mostTokens) ? open : next).add(one);
      }
      next.addAll(goOn(open, mostTokens, PlaceRandom.key(key, round)));
      next.sort(
          Comparator.comparingDouble((Followed one) -> one.voice().meanLogLikelihood()).reversed());
      followed = List.copyOf(next.subList(0, Math.min(width, next.size())));
    }
    return followed.get(0).voice().drawn();
  }

  private static boolean isOpen(Followed one, int mostTokens) {
    return one.voice().length() < mostTokens && !one.voice().ended();
  }

  private List<Followed> goOn(List<Followed> open, int mostTokens, long key) {
    List<SequenceInProgress> voices = new ArrayList<>();
    State state = generator.start(open.size() * WAYS);
    for (Followed one : open) {
      for (int way = 0; way < WAYS; way++) {
        state.copyRow(one.state(), 0, voices.size());
        voices.add(generator.branch(one.voice(), PlaceRandom.key(key, voices.size())));
      }
    }
    // Those that end on the way stay in the batch; what it computes for them is not looked at.
    for (int t = 0; t < TOKENS; t++) {
      FMatrixRMaj logits = generator.step(voices, state);
      for (int b = 0; b < voices.size(); b++) {
        SequenceInProgress voice = voices.get(b);
        if (voice.length() < mostTokens && !voice.ended()) {
          voice.drawAndScore(logits.data, b * logits.numCols);
        }
      }
    }
    List<Followed> gone = new ArrayList<>();
    for (int row = 0; row < voices.size(); row++) {
      State own = generator.start(1);
      own.copyRow(state, row, 0);
      gone.add(new Followed(voices.get(row), own));
    }
    return gone;
  }
}
