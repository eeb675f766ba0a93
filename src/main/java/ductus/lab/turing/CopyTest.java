package ductus.lab.turing;

import ductus.lab.result.Outcome.Curve;
import ductus.lab.trial.TrialContext;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.model.signal.SignalBatch;
import ductus.model.signal.SignalNetwork;
import ductus.model.signal.SignalSequence;
import ductus.nn.Tape;
import ductus.nn.memory.NeuralMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;

/** What a trained network makes of sequences that it has not seen. */
final class CopyTest {
  /** Names of curves begin so: the weighting of a head at a time step over the slots. */
  static final String READ = "read ";

  static final String WRITE = "write ";

  private static final int TOGETHER = 32;

  /** Sets the sequences of the test apart from all others. */
  private static final long TESTED = -3;

  private final SignalNetwork network;
  private final VectorCopying task;
  private final Tape tape;
  private final long seed;

  /** Creates the test of a network whose weights stay as they are. */
  CopyTest(SignalNetwork network, VectorCopying task, TrialContext bench) {
    this.network = network;
    this.task = task;
    seed = bench.seed();
    tape = new Tape(bench.kernels(), bench.workers());
    network.repack(tape);
  }

  /**
   * Mean number of wrong bits of a sequence.
   *
   * @param vectors of a sequence
   * @param count of sequences
   */
  double wrongBits(int vectors, int count) {
    RandomGenerator random = Randomness.of(PlaceRandom.key(seed, TESTED, vectors));
    long wrong = 0;
    for (int from = 0; from < count; from += TOGETHER) {
      List<SignalSequence> some =
          Stream.generate(() -> task.draw(vectors, random))
              .limit(Math.min(TOGETHER, count - from))
              .toList();
      wrong += wrong(some);
    }
    return (double) wrong / count;
  }

  private long wrong(List<SignalSequence> sequences) {
    FMatrixRMaj logits = run(sequences);
    long wrong = 0;
    for (int b = 0; b < sequences.size(); b++) {
      for (int t = 0; t < sequences.get(b).length(); t++) {
        for (int bit = 0; bit < task.bits(); bit++) {
          float wanted = sequences.get(b).target(t, bit);
          boolean said = logits.get(t * sequences.size() + b, bit) > 0;
          wrong += !Float.isNaN(wanted) && said != (wanted == 1) ? 1 : 0;
        }
      }
    }
    return wrong;
  }

  private FMatrixRMaj run(List<SignalSequence> sequences) {
    SignalBatch batch = new SignalBatch(sequences);
    network.begin(batch, network.initialState(batch.size()), tape);
    return network.outputs(batch, tape);
  }

  /**
   * Where the first read head and the first write head are while a sequence is copied: a curve over
   * the slots for each time step. None of a network without a memory.
   */
  List<Curve> weightings(int vectors) {
    return network.memory().map(memory -> weightings(memory, vectors)).orElse(List.of());
  }

  private List<Curve> weightings(NeuralMemory memory, int vectors) {
    RandomGenerator random = Randomness.of(PlaceRandom.key(seed, TESTED));
    run(List.of(task.draw(vectors, random)));
    int slots = memory.shape().slots();
    List<Double> numbers = IntStream.rangeClosed(1, slots).mapToObj(slot -> (double) slot).toList();
    List<Curve> curves = new ArrayList<>();
    float[] weighting = new float[slots];
    int[] heads = {0, memory.shape().readHeads()};
    for (int head : heads) {
      for (int t = 0; t < task.length(vectors); t++) {
        memory.weighting(t, 0, head, weighting, tape);
        List<Double> weights =
            IntStream.range(0, slots).mapToObj(slot -> (double) weighting[slot]).toList();
        curves.add(new Curve((head == 0 ? READ : WRITE) + (t + 1), numbers, weights));
      }
    }
    return curves;
  }
}
