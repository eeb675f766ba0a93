package ductus.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.math.Kernels;
import ductus.math.Seeded;
import ductus.math.plain.EjmlKernels;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.plan.TrainingPlan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed again and again ends with the weights of one that never was. */
class KillTest {
  private static final int KILLS = 6;
  private static final int EPOCHS = 80;

  /** So that the run outlives its kills on a fast machine. */
  private static final int PAUSE_MILLIS = 10;

  private static final int LONGEST_DELAY_MILLIS = 100;
  private static final long SEED = 20_261_120;

  private static final TrainingPlan PLAN = TinyTokenRun.plan(EPOCHS, 5);

  /** Those that are soon compiled: each life of the process is short. */
  private static final Kernels KERNELS = new EjmlKernels();

  @TempDir Path folder = Path.of("");

  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void aRunKilledAtAnyMomentEndsWithTheWeightsOfOneNeverKilled() throws Exception {
    Path whole = folder.resolve("whole");
    TinyTokenRun.run(PLAN, whole, KERNELS, 1, TrainingListener.NONE, () -> false);

    Path killed = folder.resolve("killed");
    RandomGenerator random = Seeded.random(SEED);
    List<Integer> epochs = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      Process child = start(killed);
      try (BufferedReader output =
          new BufferedReader(
              new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
        assertEquals("begins", output.readLine(), "seed " + SEED);
        // Each process lives longer than the last, so that there is progress on any machine.
        for (int epoch = 0; epoch < kill; epoch++) {
          assertEquals("epoch", output.readLine(), "seed " + SEED);
        }
        boolean ended = child.waitFor(random.nextInt(LONGEST_DELAY_MILLIS), TimeUnit.MILLISECONDS);
        assertFalse(ended, "the run ended before it could be killed");
        child.destroyForcibly();
        assertNotEquals(0, child.waitFor(), "seed " + SEED);
      }
      epochs.add(epoch(killed));
    }
    Process last = start(killed);
    last.getInputStream().readAllBytes();
    assertEquals(0, last.waitFor());

    assertTrue(epochs.get(KILLS - 1) < EPOCHS, "killed after epochs " + epochs);
    assertTrue(epochs.get(KILLS - 1) > 0, "killed after epochs " + epochs);
    assertEquals(EPOCHS, epoch(killed));
    assertEquals(
        TinyTokenRun.bits(whole), TinyTokenRun.bits(killed), "killed after epochs " + epochs);
  }

  private static int epoch(Path checkpoint) throws IOException, BadFileException {
    return Files.exists(checkpoint)
        ? Checkpoint.read(checkpoint, TinyTokenRun.network(), Map.of()).progress().epoch()
        : 0;
  }

  private static Process start(Path checkpoint) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Child.class.getName(), checkpoint.toString()));
    return new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
  }

  /** Trains, with a checkpoint at the end of each short epoch, and says how far it is. */
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws Exception {
      TrainingListener slow =
          new TrainingListener() {
            @Override
            public void epochEnded(EpochMetrics metrics) {
              System.out.println("epoch");
              try {
                Thread.sleep(PAUSE_MILLIS);
              } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
              }
            }
          };
      System.out.println("begins");
      TinyTokenRun.run(PLAN, Path.of(arguments[0]), KERNELS, 1, slow, () -> false);
    }
  }
}
