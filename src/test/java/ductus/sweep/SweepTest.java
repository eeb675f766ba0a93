package ductus.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.run.TinyRuns;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.task.music.training.MusicTask;
import ductus.train.plan.LearningRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
  private static final double[] RATES = {1e-7, 1e-2, 1e-6, 1e-3};

  private final Path tunes;
  private final Path temporary;
  private final LocalTraining training;
  private final List<Double> shares = Collections.synchronizedList(new ArrayList<>());
  private final List<String> failed = Collections.synchronizedList(new ArrayList<>());

  SweepTest(@TempDir Path temporary) throws Exception {
    this.temporary = temporary;
    tunes = TinyRuns.corpus(temporary.resolve("tunes"), 6);
    training = new LocalTraining(new MusicTask(), "test", 2);
  }

  private SweepPlan plan(@Nullable Halving halving, long... seeds) {
    MusicTrainingConfig tiny = TinyRuns.config(tunes, MusicTrainingConfig.Keys.OWN, 4);
    List<Configuration> configurations = new ArrayList<>();
    for (double rate : RATES) {
      MusicTrainingConfig config =
          new MusicTrainingConfig(
              tiny.corpus(),
              tiny.network(),
              tiny.plan().withLearningRate(new LearningRate(rate, 0, LearningRate.Shape.COSINE)));
      configurations.add(
          new Configuration(
              "c" + (configurations.size() + 1),
              Map.of("learning-rate", String.valueOf(rate)),
              config));
    }
    List<Long> all = new ArrayList<>();
    for (long seed : seeds) {
      all.add(seed);
    }
    return new SweepPlan("music", configurations, all, halving);
  }

  private Sweep.Ending sweep(
      SweepPlan plan, SweepFolder folder, RungTraining<IOException> where, BooleanSupplier stop)
      throws Exception {
    folder.begin(plan, true, "test");
    Sweep.Observer observer =
        new Sweep.Observer() {
          @Override
          public void begins(int configurations, int until) {}

          @Override
          public void reached(double share, String note) {
            shares.add(share);
          }

          @Override
          public void failed(String run, String why) {
            failed.add(run + ": " + why);
          }
        };
    return new Sweep<>(plan, folder, where, observer, stop).run();
  }

  private SweepFolder folder(String name) {
    return new SweepFolder(temporary.resolve(name));
  }

  private static List<String> names(Sweep.Ending ending) {
    return ending.standings().stream()
        .map(
            each ->
                "%s %s %d %s"
                    .formatted(
                        each.configuration().name(),
                        each.state().label(),
                        each.epochs(),
                        each.nats()))
        .toList();
  }

  private static byte[] model(SweepRun run) throws IOException {
    return Files.readAllBytes(run.folder().resolve("model.safetensors"));
  }

  @Test
  void theWorstEndEarlyAndTheTableHasTheBestFirst() throws Exception {
    SweepPlan plan = plan(new Halving(2, 1), 1, 2);
    SweepFolder folder = folder("sweep");
    Sweep.Ending ending = sweep(plan, folder, training, () -> false);
    assertFalse(ending.partial());
    List<String> states =
        ending.standings().stream()
            .map(
                each ->
                    each.configuration().name() + " " + each.state().label() + " " + each.epochs())
            .toList();
    assertEquals(List.of("c2 done 4", "c4 stopped 2", "c3 stopped 1", "c1 stopped 1"), states);
    List<String> rows = Files.readAllLines(folder.results());
    assertEquals(
        "rank,configuration,learning-rate,state,seeds,epochs,held_out_nats,deviation,seconds",
        rows.get(0));
    assertTrue(rows.get(1).startsWith("1,c2,0.01,done,2,4,"), rows.get(1));
    assertEquals(5, rows.size());
    assertEquals(9, Files.readAllLines(folder.runs()).size());
    assertEquals(1, shares.get(shares.size() - 1), 1e-9);
    shares.forEach(share -> assertTrue(share >= 0 && share <= 1, String.valueOf(share)));
  }

  @Test
  void eachRunIsWhatItWouldBeAlone() throws Exception {
    SweepPlan plan = plan(new Halving(2, 1), 1, 2);
    SweepFolder folder = folder("sweep");
    Sweep.Ending ending = sweep(plan, folder, training, () -> false);
    for (RunResult result : ending.standings().get(0).runs()) {
      Path alone = temporary.resolve("alone-" + result.run().seed());
      double nats =
          TinyRuns.train(alone, (MusicTrainingConfig) result.run().training())
              .history()
              .get(result.bestEpoch() - 1)
              .validationNats();
      assertEquals(nats, result.nats(), 1e-6);
      assertArrayEquals(
          Files.readAllBytes(alone.resolve("model.safetensors")), model(result.run()));
    }
  }

  @Test
  void oneThatWasStoppedGoesOnToTheSameEnd() throws Exception {
    SweepPlan plan = plan(new Halving(2, 1), 1, 2);
    SweepFolder whole = folder("whole");
    List<String> expected = names(sweep(plan, whole, training, () -> false));
    SweepFolder folder = folder("stopped");
    List<String> found = List.of();
    int partial = 0;
    for (int most = 9; found.isEmpty(); most += 9) {
      AtomicInteger asked = new AtomicInteger();
      int limit = most;
      Sweep.Ending ending = sweep(plan, folder, training, () -> asked.incrementAndGet() > limit);
      assertEquals(4, ending.standings().size());
      if (ending.partial()) {
        partial++;
      } else {
        found = names(ending);
      }
    }
    assertTrue(partial > 1, partial + " stops");
    assertEquals(expected, found);
    assertArrayEquals(
        model(whole.run(plan.configurations().get(1), 2)),
        model(folder.run(plan.configurations().get(1), 2)));
  }

  @Test
  void withoutHalvingAllTrainToTheirEnd() throws Exception {
    SweepPlan plan = plan(null, 7);
    for (Standing each : sweep(plan, folder("all"), training, () -> false).standings()) {
      assertEquals(Standing.State.DONE, each.state());
      assertEquals(4, each.epochs());
      assertEquals(0, each.nats().deviation());
    }
  }

  @Test
  void aRunThatFailsIsARowAndItsConfigurationDoesNotGoOn() throws Exception {
    SweepPlan plan = plan(new Halving(2, 1), 1, 2);
    SweepFolder folder = folder("failing");
    RungTraining<IOException> failing =
        (runs, until, watch, stop) -> {
          List<SweepRun> others = new ArrayList<>();
          for (SweepRun run : runs) {
            if (run.configuration().name().equals("c2") && run.seed() == 2) {
              watch.failed(run, "no numbers, \"NaN\"");
            } else {
              others.add(run);
            }
          }
          training.train(others, until, watch, stop);
        };
    Sweep.Ending ending = sweep(plan, folder, failing, () -> false);
    Standing last = ending.standings().get(3);
    assertEquals("c2", last.configuration().name());
    assertEquals(Standing.State.FAILED, last.state());
    assertEquals(1, last.failures());
    assertEquals(1, last.nats().count());
    assertEquals("c4", ending.standings().get(0).configuration().name());
    assertEquals(List.of("learning-rate 0.01, seed 2: no numbers, \"NaN\""), failed);
    String table = Files.readString(folder.runs());
    assertTrue(table.contains("c2,2,0,0,,0,\"no numbers, \"\"NaN\"\"\",runs/c2-seed-2\n"), table);
    // It is tried again, and is the best after all.
    assertEquals(
        "c2", sweep(plan, folder, training, () -> false).standings().get(0).configuration().name());
  }

  @Test
  void aRunThatEndsTooEarlyCountsAsFailed() throws Exception {
    RungTraining<IOException> forgetful =
        (runs, until, watch, stop) ->
            training.train(runs.subList(1, runs.size()), until, watch, stop);
    Sweep.Ending ending = sweep(plan(null, 1), folder("short"), forgetful, () -> false);
    assertEquals(List.of("learning-rate 1.0E-7, seed 1: ended before epoch 4"), failed);
    assertEquals(Standing.State.FAILED, ending.standings().get(3).state());
    assertTrue(Double.isNaN(ending.standings().get(3).nats().mean()));
  }

  @Test
  void refusesAFolderOfAnotherSweep() throws Exception {
    SweepFolder folder = folder("sweep");
    folder.begin(plan(null, 1), false, "test");
    assertRefused(
        "holds a sweep already; --resume goes on with it, or choose another --out",
        () -> folder.begin(plan(null, 1), false, "test"));
    folder.begin(plan(null, 1), true, "later");
    assertRefused(
        "is of another sweep than is asked for; choose another --out",
        () -> folder.begin(plan(null, 2), true, "test"));
    Path file = Files.createFile(temporary.resolve("file"));
    assertThrows(
        BadFileException.class, () -> new SweepFolder(file).begin(plan(null, 1), true, "test"));
  }

  private static void assertRefused(String end, Executable refused) {
    String message = String.valueOf(assertThrows(BadFileException.class, refused).getMessage());
    assertTrue(message.endsWith(end), message);
  }
}
