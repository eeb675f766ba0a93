package ductus.lab.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.lab.task.Adding;
import ductus.math.KernelChoice;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.CoreConfig;
import ductus.model.signal.SignalBatch;
import ductus.model.signal.SignalNetwork;
import ductus.model.signal.SignalSequence;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ejml.dense.row.NormOps_FDRM;
import org.junit.jupiter.api.Test;

class StateGradientsTest {
  private static final int STEPS = 6;
  private static final double TOLERANCE = 1e-5;

  @Test
  void thePartsOfTheStepsMakeUpTheGradientOfTheWeights() {
    SignalNetwork network = new SignalNetwork(new Adding().network(new CoreConfig("gru", 1, 5)));
    network.initialize(Randomness.of(1));
    RandomGenerator random = Randomness.of(2);
    List<SignalSequence> sequences =
        Stream.generate(() -> new Adding().draw(STEPS, random)).limit(3).toList();
    Parameter recurrent = InitializationVariant.parameter(network, "weight_hh");
    try (Workers workers = new Workers(1)) {
      StateGradients.LagNorms lags =
          new StateGradients(network, KernelChoice.best(), workers)
              .norms(List.of(recurrent), sequences, Float.POSITIVE_INFINITY);
      List<Double> parts = lags.weights().get(0);
      assertEquals(STEPS, parts.size());
      assertEquals(STEPS, lags.states().size());
      double whole = norm(network, sequences, 0, recurrent, workers);
      double sum = parts.stream().mapToDouble(part -> part).sum();
      assertTrue(whole <= sum * (1 + TOLERANCE), "%s, %s".formatted(whole, sum));
      double last = norm(network, sequences, STEPS - 1, recurrent, workers);
      assertEquals(last, parts.get(0), TOLERANCE * last);
      assertEquals(0, parts.get(STEPS - 1), "no state comes before the first step");
      double before = norm(network, sequences, STEPS - 2, recurrent, workers);
      assertTrue(Math.abs(before - last) <= parts.get(1) * (1 + TOLERANCE), "triangle");
    }
  }

  /** The norm of the gradient if no more than the steps from one on are followed back. */
  private static double norm(
      SignalNetwork network,
      List<SignalSequence> sequences,
      int from,
      Parameter weights,
      Workers workers) {
    Tape tape = new Tape(KernelChoice.best(), workers);
    network.repack(tape);
    State state = network.initialState(sequences.size());
    if (from > 0) {
      SignalBatch first = new SignalBatch(sequences, 0, from);
      network.begin(first, state, tape);
      network.outputs(first, tape);
    }
    SignalBatch rest = new SignalBatch(sequences, from, STEPS - from);
    network.begin(rest, state, tape);
    network.loss(rest, 1, tape);
    network.backward(tape);
    return NormOps_FDRM.normF(tape.gradient(weights));
  }
}
