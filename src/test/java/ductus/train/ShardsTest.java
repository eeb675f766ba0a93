package ductus.train;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequences;
import ductus.train.parallel.Peers;
import ductus.train.plan.Batching;
import ductus.train.plan.TrainingPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch in shards, on one machine and on several. */
class ShardsTest {
  @Test
  void machinesThatShareTheShardsEndWithTheSameBitsAsOne(@TempDir Path work) throws Exception {
    // 6 does not halve evenly, 4 machines then have 1, 2, 1 and 2 of them.
    for (int shards : new int[] {4, 6}) {
      TrainingPlan plan = plan(new Batching(12, 7, 2, false, shards));
      Path alone = work.resolve("alone-" + shards);
      TrainingProgress expected = run(plan, alone, Peers.NONE, () -> false);
      for (int size : new int[] {2, 4}) {
        List<Path> checkpoints = new ArrayList<>();
        for (TrainingProgress progress : together(plan, size, work, checkpoints, () -> false)) {
          assertEquals(losses(expected), losses(progress));
        }
        for (Path checkpoint : checkpoints) {
          assertEquals(
              TinyTokenRun.bits(alone), TinyTokenRun.bits(checkpoint), shards + " on " + size);
        }
      }
    }
  }

  @Test
  void headAndUpperLayersAreSaidToBeFinalBeforeTheWayBackEnds(@TempDir Path work) throws Exception {
    // The second has two passes a shard, each of which goes back in segments.
    for (Batching batching :
        List.of(new Batching(12, 0, 1, false, 2), new Batching(6, 0, 2, true, 2))) {
      TrainingPlan plan = plan(batching);
      ThreadPeers threads = new ThreadPeers(2);
      List<TrainingProgress> ended =
          together(plan, threads.peers(), work, new ArrayList<>(), () -> false);
      // The head and the upper one of two layers, on each of the two machines.
      assertEquals(4 * ended.get(0).updates(), threads.early());
    }
  }

  @Test
  void shardsAddUpToTheWholeBatch(@TempDir Path work) throws Exception {
    Path whole = work.resolve("whole");
    Path cut = work.resolve("cut");
    TrainingPlan plan = TinyTokenRun.plan(1, 0).withBatching(new Batching(12, 0, 1, false));
    train(plan, plainNetwork(), whole);
    train(plan.withBatching(plan.batching().withShards(4)), plainNetwork(), cut);
    assertNotEquals(TinyTokenRun.bits(whole), TinyTokenRun.bits(cut), "other roundings");
    Map<String, List<Integer>> others = TinyTokenRun.bits(cut);
    for (Map.Entry<String, List<Integer>> matrix : TinyTokenRun.bits(whole).entrySet()) {
      List<Integer> bits = Objects.requireNonNull(others.get(matrix.getKey()));
      for (int i = 0; i < bits.size(); i++) {
        float expected = Float.intBitsToFloat(matrix.getValue().get(i));
        assertEquals(expected, Float.intBitsToFloat(bits.get(i)), 2e-4, matrix.getKey());
      }
    }
  }

  @Test
  void whereOneIsToldToStopAllDoAtTheSamePlace(@TempDir Path work) throws Exception {
    TrainingPlan plan = plan(new Batching(4, 0, 1, false, 2));
    List<Path> checkpoints = new ArrayList<>();
    int[] asked = {0};
    List<TrainingProgress> ended =
        together(
            plan,
            2,
            work,
            checkpoints,
            () -> {
              synchronized (asked) {
                return ++asked[0] > 6;
              }
            });
    assertEquals(ended.get(0).updates(), ended.get(1).updates());
    assertTrue(ended.get(0).epoch() < plan.epochs());
    assertEquals(TinyTokenRun.bits(checkpoints.get(0)), TinyTokenRun.bits(checkpoints.get(1)));
  }

  @Test
  void refusesMoreMachinesThanShardsAndUnequalShards(@TempDir Path work) {
    TrainingPlan plan = plan(new Batching(4, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> run(plan, work.resolve("none"), ThreadPeers.of(2).get(0), () -> false));
    assertRefused(
        "batch size must be a multiple of the shards but was 8 for 3 shards",
        () -> new Batching(8, 0, 1, false, 3));
  }

  private static TrainingPlan plan(Batching batching) {
    return TinyTokenRun.plan(2, 0).withBatching(batching);
  }

  /** Without noise, which would be another in each shard. */
  private static Network plainNetwork() {
    return new Network(
        new NetworkConfig(TinyTokenRun.VOCABULARY, 3, 1, 8, NetworkConfig.LSTM, 2, 20, 0, false));
  }

  private static List<TrainingProgress> together(
      TrainingPlan plan, int size, Path work, List<Path> checkpoints, BooleanSupplier stop)
      throws Exception {
    return together(plan, ThreadPeers.of(size), work, checkpoints, stop);
  }

  private static List<TrainingProgress> together(
      TrainingPlan plan, List<Peers> all, Path work, List<Path> checkpoints, BooleanSupplier stop)
      throws Exception {
    int size = all.size();
    ExecutorService threads = Executors.newFixedThreadPool(size);
    try {
      List<Callable<TrainingProgress>> runs = new ArrayList<>();
      for (Peers peers : all) {
        Path checkpoint =
            work.resolve("%d-of-%d-%d".formatted(peers.rank(), size, plan.batching().shards()));
        checkpoints.add(checkpoint);
        runs.add(() -> run(plan, checkpoint, peers, stop));
      }
      List<TrainingProgress> ended = new ArrayList<>();
      for (Future<TrainingProgress> run : threads.invokeAll(runs)) {
        ended.add(run.get());
      }
      return ended;
    } finally {
      threads.shutdownNow();
    }
  }

  private static TrainingProgress run(
      TrainingPlan plan, Path checkpoint, Peers peers, BooleanSupplier stop) throws Exception {
    return train(plan, TinyTokenRun.network(), checkpoint, peers, stop);
  }

  private static void train(TrainingPlan plan, Network network, Path checkpoint) throws Exception {
    train(plan, network, checkpoint, Peers.NONE, () -> false);
  }

  private static TrainingProgress train(
      TrainingPlan plan, Network network, Path checkpoint, Peers peers, BooleanSupplier stop)
      throws Exception {
    try (Workers workers = new Workers(1)) {
      BatchSource lessons =
          new TokenBatches(
              network,
              plan,
              Sequences.of(TinyTokenRun.TRAINING),
              Sequences.of(TinyTokenRun.VALIDATION),
              peers);
      return new Trainer(network, plan, lessons, checkpoint, KernelChoice.best(), workers, peers)
          .run(TrainingListener.NONE, stop);
    }
  }

  private static List<Double> losses(TrainingProgress progress) {
    return progress.history().stream()
        .flatMap(each -> List.of(each.trainingNats(), each.validationNats()).stream())
        .toList();
  }
}
