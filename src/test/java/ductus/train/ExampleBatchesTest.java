package ductus.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.tagging.TagSequence;
import ductus.model.tagging.TaggingConfig;
import ductus.model.tagging.TaggingNetwork;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleBatchesTest {
  /** Its label is what came before it and what comes after, so that both directions are needed. */
  private record Neighbors(int length) implements Example<TagSequence> {
    @Override
    public TagSequence draw(RandomGenerator random) {
      int[] rows = random.ints(length, 0, 2).toArray();
      int[] labels = new int[length];
      for (int t = 0; t < length; t++) {
        labels[t] = t == 0 || t == length - 1 ? TagSequence.NONE : 2 * rows[t - 1] + rows[t + 1];
      }
      return new TagSequence(rows, labels, 1);
    }
  }

  @Test
  void learnsWhatDependsOnBothSides(@TempDir Path folder) throws Exception {
    TrainingProgress progress = run(network(), folder.resolve("state"), 40, Integer.MAX_VALUE);
    double first = progress.history().get(0).validationNats();
    double last = progress.history().get(39).validationNats();
    assertTrue(first > 0.6 && last < 0.1, first + " to " + last);
  }

  @Test
  void aRunThatWasStoppedEndsWithTheSameWeights(@TempDir Path folder) throws Exception {
    Path whole = folder.resolve("whole");
    Path parts = folder.resolve("parts");
    TaggingNetwork once = network();
    run(once, whole, 3, Integer.MAX_VALUE);
    TaggingNetwork again = network();
    for (int part = 0; part < 10; part++) {
      again = network();
      run(again, parts, 3, 1);
    }
    for (int i = 0; i < once.parameters().size(); i++) {
      assertArrayEquals(
          once.parameters().get(i).value().data, again.parameters().get(i).value().data);
    }
  }

  @Test
  void refusesLessonsWithoutLabels() {
    TaggingNetwork network = network();
    TagSequence empty = new TagSequence(new int[1], new int[] {TagSequence.NONE}, 1);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new ExampleBatches<>(
                SequenceTeaching.of(network), plan(1), List.of(new Neighbors(5)), List.of(empty)));
  }

  private static TaggingNetwork network() {
    return new TaggingNetwork(new TaggingConfig(2, 1, 4, 4, 1, 8, 0));
  }

  private static TrainingPlan plan(int epochs) {
    return TrainingPlan.of(
        epochs,
        1,
        new Batching(4, 0, 2, false),
        new LearningRate(0.03, 0, LearningRate.Shape.COSINE));
  }

  /** Goes on from the checkpoint, if there is one, for some batches. */
  private static TrainingProgress run(
      TaggingNetwork network, Path checkpoint, int epochs, int batches) throws Exception {
    List<Example<TagSequence>> training =
        Stream.iterate(3, n -> n + 1).limit(20).<Example<TagSequence>>map(Neighbors::new).toList();
    List<TagSequence> validation = List.of(new Neighbors(50).draw(Seeded.random(1)));
    int[] done = {0};
    try (Workers workers = new Workers(2)) {
      Trainer trainer =
          new Trainer(
              network,
              plan(epochs),
              new ExampleBatches<>(
                  SequenceTeaching.of(network), plan(epochs), training, validation),
              checkpoint,
              KernelChoice.best(),
              workers);
      trainer.resume();
      return trainer.run(TrainingListener.NONE, () -> ++done[0] >= batches);
    }
  }
}
