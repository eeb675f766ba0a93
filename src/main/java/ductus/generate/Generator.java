package ductus.generate;

import ductus.math.Kernels;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.Encoding;
import ductus.model.Network;
import ductus.model.Sequence;
import ductus.nn.Indices;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * Draws sequences from a trained network, many at once as a batch. Each has a stream of random
 * numbers of its own, made of the seed and its number, so that a sequence does not depend on how
 * many are drawn with it.
 */
public final class Generator {
  /**
   * A sequence that was drawn.
   *
   * @param sequence from the start token on
   * @param ended whether the end token was drawn; otherwise the limit was reached
   */
  public record GeneratedSequence(Sequence sequence, boolean ended) {}

  private final Network network;
  private final Encoding<?> encoding;
  private final Tape tape;
  private final BooleanSupplier stop;

  /**
   * Creates a generator of a network.
   *
   * @param network whose weights it packs
   * @param encoding the one that it was trained with
   */
  public Generator(Network network, Encoding<?> encoding, Kernels kernels, Workers workers) {
    this(network, encoding, kernels, workers, () -> false);
  }

  /**
   * Creates a generator that can be stopped on the way.
   *
   * @param stop asked before each step; drawing ends with a {@link CancellationException} then
   */
  public Generator(
      Network network,
      Encoding<?> encoding,
      Kernels kernels,
      Workers workers,
      BooleanSupplier stop) {
    if (network.config().vocabularySize() != encoding.vocabularySize()) {
      throw new IllegalArgumentException(
          "vocabulary must have %d tokens but the network has %d"
              .formatted(encoding.vocabularySize(), network.config().vocabularySize()));
    }
    this.network = network;
    this.encoding = encoding;
    this.stop = stop;
    tape = new Tape(kernels, workers);
    network.repack(tape);
  }

  /**
   * Draws sequences, each with a stream of random numbers of its own.
   *
   * @param first number of the first sequence, from 0
   * @param count how many sequences
   * @param prompt what they begin with
   * @param constraints on all tokens that the prompt leaves open
   * @param mostTokens a sequence that has not ended by then is cut
   * @param seed of all sequences; with its number it decides each
   * @return in order of their numbers
   */
  public List<GeneratedSequence> draw(
      int first,
      int count,
      Prompt prompt,
      Sampling sampling,
      List<Constraint> constraints,
      int mostTokens,
      long seed) {
    if (first < 0 || count < 1) {
      throw new IllegalArgumentException(
          "first must be 0 or more and count 1 or more but were " + first + " and " + count);
    }
    requireKnown(prompt);
    List<SequenceInProgress> voices = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      voices.add(voice(prompt, sampling, constraints, PlaceRandom.key(seed, (long) first + i)));
    }
    List<SequenceInProgress> active = new ArrayList<>(voices);
    State state = network.initialState(count);
    while (!active.isEmpty()) {
      FMatrixRMaj logits = step(active, state);
      for (int b = 0; b < active.size(); b++) {
        active.get(b).draw(logits.data, b * logits.numCols);
      }
      state = keepUnfinished(active, state, mostTokens);
    }
    return voices.stream().map(SequenceInProgress::drawn).toList();
  }

  /** The state of a batch before its first token. */
  State start(int count) {
    return network.initialState(count);
  }

  /** Begins a sequence with a stream of random numbers of its own. */
  SequenceInProgress voice(
      Prompt prompt, Sampling sampling, List<Constraint> constraints, long key) {
    return new SequenceInProgress(
        encoding.cursor(),
        encoding.vocabularySize(),
        encoding.featureCount(),
        prompt,
        sampling,
        new Constraints(constraints),
        Randomness.of(key));
  }

  void requireKnown(Prompt prompt) {
    for (int t = 0; t < prompt.length(); t++) {
      if (prompt.token(t) >= encoding.vocabularySize()) {
        throw new IllegalArgumentException(
            "tokens of the prompt must be below %d but one was %d"
                .formatted(encoding.vocabularySize(), prompt.token(t)));
      }
    }
  }

  /** Begins a sequence as another did. */
  SequenceInProgress branch(SequenceInProgress voice, long key) {
    return voice.branch(encoding.cursor(), Randomness.of(key));
  }

  /** Computes the logits [B×V] of the next token of each sequence. */
  FMatrixRMaj step(List<SequenceInProgress> active, State state) {
    if (stop.getAsBoolean()) {
      throw new CancellationException("the drawing was stopped");
    }
    int perStep = 1 + encoding.featureCount();
    int[] inputs = new int[active.size() * perStep];
    for (int b = 0; b < active.size(); b++) {
      active.get(b).inputs(inputs, b * perStep, encoding.vocabularySize());
    }
    tape.begin(1, active.size(), state);
    return network.step(new Indices(inputs, perStep), tape);
  }

  /** Takes the sequences that are done out of the batch; returns the state of the others. */
  private State keepUnfinished(List<SequenceInProgress> active, State state, int mostTokens) {
    int[] kept =
        IntStream.range(0, active.size())
            .filter(b -> active.get(b).length() < mostTokens && !active.get(b).ended())
            .toArray();
    if (kept.length == active.size()) {
      return state;
    }
    State next = network.initialState(kept.length);
    for (int row = 0; row < kept.length; row++) {
      next.copyRow(state, kept[row], row);
      active.set(row, active.get(kept[row]));
    }
    active.subList(kept.length, active.size()).clear();
    return next;
  }
}
