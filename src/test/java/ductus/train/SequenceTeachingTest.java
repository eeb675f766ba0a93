package ductus.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.CoreConfig;
import ductus.model.signal.SignalConfig;
import ductus.model.signal.SignalNetwork;
import ductus.model.signal.SignalSequence;
import ductus.model.signal.Target;
import ductus.nn.Tape;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SequenceTeachingTest {
  /** Many numbers, of which the first is asked for at the end. */
  private record FirstOf(int length) implements Example<SignalSequence> {
    @Override
    public SignalSequence draw(RandomGenerator random) {
      float[] inputs = Seeded.floats(length, 1, random);
      float[] targets = new float[length];
      Arrays.fill(targets, Float.NaN);
      targets[length - 1] = inputs[0];
      return new SignalSequence(length, inputs, targets);
    }
  }

  @Test
  void learnsToSayOneThingOfMany(@TempDir Path folder) throws Exception {
    Batching whole = new Batching(10, 0, 1, false);
    TrainingProgress progress = run(network("gru"), folder.resolve("state"), 30, whole);
    double first = progress.history().get(0).validationNats();
    double last = progress.history().get(29).validationNats();
    assertTrue(last < 0.02 && first > 5 * last, first + " to " + last);
  }

  /** Numbers, each of which is asked for at once. */
  private record Everywhere(int length) implements Example<SignalSequence> {
    @Override
    public SignalSequence draw(RandomGenerator random) {
      float[] inputs = Seeded.floats(length, 1, random);
      return new SignalSequence(length, inputs, inputs);
    }
  }

  @Test
  void windowsCarryTheStateOn() {
    SignalNetwork network = network("gru");
    TrainingObjective<SignalSequence> teaching = SequenceTeaching.of(network);
    List<SignalSequence> sequences =
        List.of(new Everywhere(5).draw(Seeded.random(1)), new Everywhere(3).draw(Seeded.random(2)));
    try (Workers workers = new Workers(1)) {
      Tape tape = new Tape(KernelChoice.best(), workers);
      network.initialize(Seeded.random(1));
      network.repack(tape);
      double whole = teaching.measure(sequences, tape).nats();
      double parts = 0;
      List<List<Pass>> updates = teaching.updates(sequences, new Batching(2, 2, 1, false));
      for (List<Pass> update : updates) {
        parts += update.get(0).add(1, 1, 1, false, tape);
      }
      assertEquals(3, updates.size());
      assertEquals(8, updates.stream().mapToInt(update -> update.get(0).targets()).sum());
      assertEquals(whole, parts, 1e-6 * whole);
    }
  }

  @Test
  void refusesWindowsInBothDirections() {
    TrainingObjective<SignalSequence> teaching = SequenceTeaching.of(network("gru+bidirectional"));
    List<SignalSequence> sequences = List.of(new FirstOf(5).draw(Seeded.random(1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> teaching.updates(sequences, new Batching(2, 2, 1, false)));
  }

  @Test
  void theSameSeedEndsWithTheSameWeights(@TempDir Path folder) throws Exception {
    Batching accumulated = new Batching(5, 0, 2, false);
    SignalNetwork once = network("lstm+bidirectional");
    SignalNetwork again = network("lstm+bidirectional");
    run(once, folder.resolve("once"), 1, accumulated);
    run(again, folder.resolve("again"), 1, accumulated);
    for (int i = 0; i < once.parameters().size(); i++) {
      assertArrayEquals(
          once.parameters().get(i).value().data, again.parameters().get(i).value().data);
    }
  }

  private static SignalNetwork network(String cell) {
    return new SignalNetwork(new SignalConfig(1, new CoreConfig(cell, 1, 12), Target.SQUARES, 1));
  }

  private static TrainingProgress run(
      SignalNetwork network, Path checkpoint, int epochs, Batching batching) throws Exception {
    TrainingPlan plan =
        TrainingPlan.of(epochs, 1, batching, new LearningRate(0.02, 0, LearningRate.Shape.COSINE));
    List<FirstOf> training =
        Stream.iterate(3, n -> n == 8 ? 3 : n + 1).limit(100).map(FirstOf::new).toList();
    List<SignalSequence> validation =
        training.stream().map(example -> example.draw(Seeded.random(example.length()))).toList();
    try (Workers workers = new Workers(2)) {
      Trainer trainer =
          new Trainer(
              network,
              plan,
              new ExampleBatches<>(SequenceTeaching.of(network), plan, training, validation),
              checkpoint,
              KernelChoice.best(),
              workers);
      return trainer.run(TrainingListener.NONE, () -> false);
    }
  }
}
