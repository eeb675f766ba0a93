package ductus.train;

import ductus.model.Batch;
import ductus.model.Network;
import ductus.model.Sequence;
import ductus.model.SequenceBatch;
import ductus.model.Teachable;
import ductus.model.caption.CaptionNetwork;
import ductus.model.caption.CaptionedPicture;
import ductus.model.frame.FrameBatch;
import ductus.model.frame.FrameNetwork;
import ductus.model.frame.FrameSequence;
import ductus.model.signal.SignalBatch;
import ductus.model.signal.SignalNetwork;
import ductus.model.signal.SignalSequence;
import ductus.model.speech.SpeechNetwork;
import ductus.model.speech.SpokenSequence;
import ductus.model.tagging.TagBatch;
import ductus.model.tagging.TagSequence;
import ductus.model.tagging.TaggingNetwork;
import ductus.model.tracing.TracedLetter;
import ductus.model.tracing.TracerNetwork;
import ductus.model.tracing.TracingBatch;
import ductus.model.translation.TokenPair;
import ductus.model.translation.TranslationNetwork;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.train.plan.Batching;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Teaches sequences, whole or in windows with the state carried on, each an update. What is lost is
 * counted as the network's head says, by targets.
 *
 * @param <S> the sequences
 * @param <B> a batch of them
 */
public final class SequenceTeaching<S, B extends SequenceBatch<?, ?>>
    implements TrainingObjective<S> {
  private static final int WHOLE = Integer.MAX_VALUE;

  private final Teachable<? super B> network;
  private final Windows.Cutting<S, B> cutting;
  private final ToIntFunction<S> length;

  /** Steps that are measured at a time, so that long sequences need no more memory. */
  private final int measured;

  private SequenceTeaching(
      Teachable<? super B> network,
      Windows.Cutting<S, B> cutting,
      ToIntFunction<S> length,
      int measured) {
    this.network = network;
    this.cutting = cutting;
    this.length = length;
    this.measured = measured;
  }

  /** Teaches tokens. */
  static TrainingObjective<Sequence> of(Network network) {
    return new SequenceTeaching<>(
        network,
        (some, from, time) -> Batch.window(some, network.config().vocabularySize(), from, time),
        sequence -> sequence.length() - 1,
        Loss.WINDOW);
  }

  /** Teaches signals; where the network must have them whole, not in windows. */
  public static TrainingObjective<SignalSequence> of(SignalNetwork network) {
    return new SequenceTeaching<>(network, SignalBatch::new, SignalSequence::length, WHOLE);
  }

  /** Teaches to tag. */
  public static TrainingObjective<TagSequence> of(TaggingNetwork network) {
    return new SequenceTeaching<>(network, TagBatch::new, TagSequence::length, WHOLE);
  }

  /** Teaches letters, whole; each point is predicted from those before it as they should be. */
  public static TrainingObjective<TracedLetter> of(TracerNetwork network) {
    return new SequenceTeaching<>(
        network,
        (some, from, time) -> new TracingBatch(some),
        letter -> letter.points() + 1,
        WHOLE);
  }

  /**
   * Teaches pairs, whole; each character of a target, and its end, is predicted from those before
   * it as they should be. Their length is that of the sources, which take the time.
   */
  public static TrainingObjective<TokenPair> of(TranslationNetwork network) {
    return new SequenceTeaching<>(
        network, (some, from, time) -> network.batch(some), TokenPair::sourceLength, WHOLE);
  }

  /** Teaches captions, whole. */
  public static TrainingObjective<CaptionedPicture> of(CaptionNetwork network) {
    return new SequenceTeaching<>(
        network, (some, from, time) -> network.batch(some), CaptionedPicture::targetLength, WHOLE);
  }

  /** Teaches to hear words. */
  public static TrainingObjective<SpokenSequence> of(SpeechNetwork network) {
    return new SequenceTeaching<>(
        network, (some, from, time) -> network.batch(some), SpokenSequence::steps, WHOLE);
  }

  /** Teaches frames. */
  public static TrainingObjective<FrameSequence> of(FrameNetwork network) {
    return new SequenceTeaching<>(network, FrameBatch::new, FrameSequence::length, Loss.WINDOW);
  }

  @Override
  public int length(S sequence) {
    return length.applyAsInt(sequence);
  }

  @Override
  public int targets(S sequence) {
    return cutting.window(List.of(sequence), 0, length(sequence)).targetCount();
  }

  @Override
  public List<List<Pass>> updates(List<S> sequences, Batching batching) {
    if (batching.timeSteps() > 0 && (network.isOfWholes() || batching.accumulate() != 1)) {
      throw new IllegalArgumentException(
          "windows of time and accumulation must be left out where a sequence must be whole");
    }
    List<List<Pass>> updates = new ArrayList<>();
    new Windows<>(
            sequences,
            batching,
            length,
            network::initialState,
            cutting,
            (batch, state, number, update) -> new SequencePass<>(network, batch, state, number))
        .forEachRemaining(updates::add);
    return updates;
  }

  @Override
  public Loss measure(List<S> sequences, Tape tape) {
    double nats = 0;
    long targets = 0;
    int steps = sequences.stream().mapToInt(length).max().orElseThrow();
    State state = network.initialState(sequences.size());
    for (int from = 0; from < steps; from += Math.min(measured, steps - from)) {
      B batch = cutting.window(sequences, from, Math.min(measured, steps - from));
      network.begin(batch, state, tape);
      nats += network.loss(batch, 1, tape);
      targets += batch.targetCount();
    }
    return new Loss(nats, targets);
  }
}
