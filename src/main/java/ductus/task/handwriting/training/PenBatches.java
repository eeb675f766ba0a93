package ductus.task.handwriting.training;

import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.model.pen.Alphabet;
import ductus.model.pen.PenBatch;
import ductus.model.pen.PenNetwork;
import ductus.model.pen.PenNetworkConfig.TextWindow;
import ductus.model.pen.PenSequence;
import ductus.nn.Tape;
import ductus.train.BatchSource;
import ductus.train.Loss;
import ductus.train.Pass;
import ductus.train.parallel.Peers;
import ductus.train.plan.TrainingPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Lines to learn to write, composed as they are wanted or parts of what people wrote: short texts
 * first, until the window knows its way, then longer ones.
 */
final class PenBatches implements BatchSource {
  /** Characters of the first lines. */
  private static final int SHORTEST = 8;

  /** Share of the run after which lines have their full length. */
  private static final double GROWING = 0.12;

  /** Weight of the alignment beside the points, at first and once the window knows its way. */
  private static final float STRONG = 0.3f;

  private static final float WEAK = 0.1f;
  private static final double STRONG_UNTIL = 0.06;

  /** Batches whose lines are composed together. */
  private static final int TOGETHER = 4;

  /** Lines of a hand to measure by, and how many go through the network at a time. */
  static final int HELD_OUT = 2;

  private static final int MEASURED_TOGETHER = 32;
  private static final long HELD_OUT_KEY = -1;

  private final PenNetwork network;
  private final List<StyleLessons> lessons;
  private final double[] shares;
  private final TrainingPlan plan;
  private final int batches;
  private final int longest;
  private final boolean again;
  private final @Nullable Alphabet alphabet;
  private final List<PenBatch> heldOut;
  private final Peers peers;
  private @Nullable Composed composed;

  /**
   * Lessons in some hands.
   *
   * @param hands one a style of the network, in their order
   * @param batches of an epoch
   * @param longest characters of the longest lines
   * @param again whether the network can write already: then no text is short
   * @param heldOutTexts texts that no composed lesson has
   * @param peers that share what is measured
   */
  PenBatches(
      PenNetwork network,
      TaughtHands hands,
      TrainingPlan plan,
      int batches,
      int longest,
      boolean again,
      List<String> heldOutTexts,
      Peers peers) {
    this.network = network;
    lessons = hands.all();
    shares = hands.shares();
    this.plan = plan;
    this.again = again;
    this.batches = batches;
    this.longest = longest;
    TextWindow window = network.config().window();
    alphabet = window == null ? null : window.alphabet();
    heldOut = heldOut(heldOutTexts);
    this.peers = peers;
  }

  private List<PenBatch> heldOut(List<String> texts) {
    RandomGenerator random = Randomness.of(PlaceRandom.key(plan.seed(), HELD_OUT_KEY));
    List<PenSequence> lines = new ArrayList<>();
    int next = 0;
    for (int style = 0; style < lessons.size(); style++) {
      List<String> own = new ArrayList<>();
      for (int i = 0; i < HELD_OUT; i++) {
        own.add(texts.get(next++ % texts.size()));
      }
      lines.addAll(lessons.get(style).heldOut(own, alphabet, style, random));
    }
    List<PenBatch> batched = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += MEASURED_TOGETHER) {
      int to = Math.min(from + MEASURED_TOGETHER, lines.size());
      batched.add(new PenBatch(lines.subList(from, to), network.config()));
    }
    return batched;
  }

  @Override
  public int batches() {
    return batches;
  }

  /** The share of the run that is done, 0 to 1. */
  private double done(int epoch, int batch) {
    return ((double) epoch * batches + batch) / ((double) plan.epochs() * batches);
  }

  @Override
  public Iterator<List<Pass>> updates(int epoch, int batch, long firstUpdate, Tape tape) {
    float alignment = !again && done(epoch, batch) < STRONG_UNTIL ? STRONG : WEAK;
    int first = batch - batch % TOGETHER;
    if (composed == null || composed.epoch != epoch || composed.first != first) {
      composed = compose(epoch, first);
    }
    List<PenBatch> shards = composed.batches.get(batch - first);
    List<Pass> passes = new ArrayList<>();
    for (int shard = 0; shard < shards.size(); shard++) {
      passes.add(new PenPass(network, shards.get(shard), alignment, shard));
    }
    return List.of(passes).iterator();
  }

  /** Batches that were composed together, from the first one on, each in its shards. */
  private record Composed(int epoch, int first, List<List<PenBatch>> batches) {}

  /**
   * Lines for some batches, those with about as many points side by side, so that little is padded;
   * as many lines as are about as long together at all stages of the run.
   */
  private Composed compose(int epoch, int first) {
    RandomGenerator random = Randomness.of(PlaceRandom.key(plan.seed(), epoch, first));
    double grown = again ? 1 : Math.min(1, done(epoch, first) / GROWING);
    int characters = (int) Math.round(SHORTEST + (longest - SHORTEST) * grown);
    int lines = Math.max(1, Math.round((float) plan.batching().size() * longest / characters));
    List<PenSequence> all = new ArrayList<>();
    for (int i = 0; i < lines * TOGETHER; i++) {
      int style = TaughtHands.draw(shares, random);
      all.add(lessons.get(style).line(characters, alphabet, style, random));
    }
    all.sort(Comparator.comparingInt(PenSequence::points));
    List<List<PenBatch>> some = new ArrayList<>();
    for (int from = 0; from < all.size(); from += lines) {
      some.add(shards(all.subList(from, from + lines)));
    }
    Randomness.shuffle(some, random);
    return new Composed(epoch, first, some);
  }

  /** A batch in shards of about as many lines; there are as many lines as shards at least. */
  private List<PenBatch> shards(List<PenSequence> lines) {
    int count = plan.batching().shards();
    List<PenBatch> shards = new ArrayList<>();
    for (int shard = 0; shard < count; shard++) {
      int from = lines.size() * shard / count;
      int to = lines.size() * (shard + 1) / count;
      shards.add(new PenBatch(lines.subList(from, to), network.config()));
    }
    return shards;
  }

  @Override
  public Loss heldOut(Tape tape) {
    double nats = Loss.sum(heldOut, batch -> nats(batch, tape), peers);
    return new Loss(nats, heldOut.stream().mapToLong(PenBatch::targetCount).sum());
  }

  private double nats(PenBatch batch, Tape tape) {
    tape.begin(batch.time(), batch.size(), network.initialState(batch.size()));
    return network.loss(batch, 1, 0, tape);
  }
}
