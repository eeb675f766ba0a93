package ductus.train.ridge;

import static ductus.Refusals.assertRefusedNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.CoreConfig;
import ductus.model.signal.SignalBatch;
import ductus.model.signal.SignalConfig;
import ductus.model.signal.SignalNetwork;
import ductus.model.signal.SignalSequence;
import ductus.model.signal.Target;
import ductus.nn.Tape;
import ductus.train.SequenceTeaching;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RidgeReadoutTest {
  private final Kernels kernels = KernelChoice.best();
  private final Workers workers = new Workers(1);

  @AfterEach
  void endWorkers() {
    workers.close();
  }

  /** A sine, of which the next value is asked for. */
  private static SignalSequence sine(int length, double phase) {
    float[] inputs = new float[length];
    float[] targets = new float[length];
    for (int t = 0; t < length; t++) {
      inputs[t] = (float) StrictMath.sin(0.3 * t + phase);
      targets[t] = (float) StrictMath.sin(0.3 * (t + 1) + phase);
    }
    return new SignalSequence(length, inputs, targets);
  }

  private SignalNetwork network(Target target) {
    SignalNetwork network =
        new SignalNetwork(new SignalConfig(1, new CoreConfig("esn", 1, 60), target, 1));
    network.initialize(Seeded.random(1));
    return network;
  }

  private double loss(SignalNetwork network, SignalSequence sequence) {
    Tape tape = new Tape(kernels, workers);
    network.repack(tape);
    return SequenceTeaching.of(network).measure(List.of(sequence), tape).nats();
  }

  @Test
  void anEchoStateNetworkLearnsASineInOnePass() {
    SignalNetwork network = network(Target.SQUARES);
    RidgeReadout.Fit fit =
        new RidgeReadout(network, 50, kernels, workers)
            .fit(List.of(sine(600, 0), sine(300, 1)), List.of(sine(300, 2)));
    assertTrue(fit.heldOutError() < 1e-4, fit.toString());
    assertTrue(fit.trainingError() < 1e-4, fit.toString());
    // Its first fifty steps have not been learned from.
    double all = loss(network, sine(1000, 0.5));
    assertTrue(all < 1, "squared errors " + all);
  }

  @Test
  void deviationsAreThoseOfTheHeldOutErrors() {
    SignalNetwork network = network(Target.VALUES);
    RidgeReadout.Fit fit =
        new RidgeReadout(network, 50, kernels, workers)
            .fit(List.of(sine(400, 0)), List.of(sine(300, 2)));
    Tape tape = new Tape(kernels, workers);
    SignalBatch batch = new SignalBatch(List.of(sine(100, 0)));
    network.begin(batch, network.initialState(1), tape);
    float log = network.outputs(batch, tape).get(99, 1);
    assertEquals(StrictMath.log(fit.heldOutError()), log, 1e-3);
  }

  @Test
  void leavesTheReservoirAsItIs() {
    SignalNetwork network = network(Target.SQUARES);
    SignalNetwork other = network(Target.SQUARES);
    new RidgeReadout(network, 0, kernels, workers).fit(List.of(sine(40, 0)), List.of(sine(40, 1)));
    for (int p = 0; p < 4; p++) {
      assertEquals(
          Seeded.bits(other.parameters().get(p).value().data),
          Seeded.bits(network.parameters().get(p).value().data));
    }
  }

  @Test
  void refusesWhatItCannotSolveFor() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new RidgeReadout(network(Target.SWITCHES), 0, kernels, workers));
    RidgeReadout readout = new RidgeReadout(network(Target.SQUARES), 50, kernels, workers);
    assertRefusedNaming(
        "behind the washout of 50", () -> readout.fit(List.of(sine(50, 0)), List.of(sine(80, 0))));
  }
}
