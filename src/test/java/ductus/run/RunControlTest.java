package ductus.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.run.RunControl.Request;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.train.TrainingProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RunControlTest {
  private static final int FOREVER = 100_000;

  @TempDir private Path folder = Path.of("");
  private Path corpus = Path.of("");
  private Path run = Path.of("");
  private final AtomicInteger batches = new AtomicInteger();

  @BeforeEach
  void makeCorpus() throws IOException {
    corpus = TinyRuns.corpus(folder.resolve("corpus"), 9);
    run = folder.resolve("run");
  }

  private CompletableFuture<TrainingProgress> begin(int epochs, BooleanSupplier stop) {
    MusicTrainingConfig config = TinyRuns.config(corpus, MusicTrainingConfig.Keys.OWN, epochs);
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return TinyRuns.train(run, config, false, 1, stop);
          } catch (Exception failed) {
            throw new IllegalStateException(failed);
          }
        });
  }

  /** Slow enough that the run, which ends where nothing gets better, outlasts a test. */
  private boolean count() {
    batches.incrementAndGet();
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return false;
  }

  /** A paused run asks as well, five times a second. */
  private static void awaitPause(AtomicInteger count) throws InterruptedException {
    int before;
    do {
      before = count.get();
      Thread.sleep(300);
    } while (count.get() == 0 || count.get() - before > 3);
  }

  @Test
  void pausesGoesOnAndStopsARun() throws Exception {
    CompletableFuture<TrainingProgress> training = begin(FOREVER, this::count);
    RunControl control = RunControl.of(run);
    while (batches.get() < 20) {
      Thread.sleep(5);
    }
    assertTrue(RunFolder.isBusy(run));
    control.ask(Request.PAUSE);
    awaitPause(batches);
    assertFalse(training.isDone(), training::toString);
    int paused = batches.get();
    control.ask(Request.GO_ON);
    while (batches.get() < paused + 20) {
      Thread.sleep(5);
    }
    control.ask(Request.PAUSE);
    awaitPause(batches);
    control.ask(Request.STOP);
    TrainingProgress progress = training.get(30, TimeUnit.SECONDS);
    assertTrue(progress.updates() > 0);
    assertEquals(Request.STOP, control.wish());
    assertFalse(RunFolder.isBusy(run));
    assertTrue(Files.exists(run.resolve("checkpoint/state.safetensors")));
    // The pauses are no time of training.
    assertTrue(progress.seconds() < 20);
  }

  @Test
  void stoppedByItsControlItGoesOnToTheSameWeights() throws Exception {
    MusicTrainingConfig config = TinyRuns.config(corpus, MusicTrainingConfig.Keys.OWN, 6);
    TinyRuns.train(folder.resolve("whole"), config);
    RunControl control = RunControl.of(run);
    TinyRuns.train(
        run,
        config,
        false,
        1,
        () -> {
          if (batches.incrementAndGet() == 8) {
            ask(control, Request.STOP);
          }
          return false;
        });
    // Tiny batches are over before it looks again, unless it is told otherwise.
    if (control.wish() == Request.STOP) {
      TinyRuns.train(run, config, true, 1, () -> false);
    }
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("whole/model.safetensors")),
        Files.readAllBytes(run.resolve("model.safetensors")));
    assertEquals(Request.GO_ON, control.wish());
  }

  private static void ask(RunControl control, Request wish) {
    try {
      control.ask(wish);
      Thread.sleep(300);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void leavesBehindThatItWasStopped() throws Exception {
    MusicTrainingConfig config = TinyRuns.config(corpus, MusicTrainingConfig.Keys.OWN, 3);
    TinyRuns.train(run, config, false, 1, () -> true);
    assertEquals(Request.STOP, RunControl.of(run).wish());
    TinyRuns.train(run, config, true, 1, () -> false);
    assertEquals(Request.GO_ON, RunControl.of(run).wish());
  }

  @Test
  void doesNotObeyWhatAnEarlierRunWasTold() throws Exception {
    Files.createDirectories(run);
    RunControl.of(run).ask(Request.STOP);
    assertEquals(2, begin(2, () -> false).get().epoch());
  }

  @Test
  void takesUnknownWordsForNone() throws Exception {
    Files.createDirectories(run);
    for (String words : new String[] {"", "PAUSE!", "stop it", "stopp"}) {
      Files.writeString(run.resolve("control"), words);
      assertEquals(Request.GO_ON, RunControl.of(run).wish(), words);
    }
    Files.writeString(run.resolve("control"), "stop");
    assertEquals(Request.STOP, RunControl.of(run).wish());
  }
}
