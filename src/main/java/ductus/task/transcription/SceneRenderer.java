package ductus.task.transcription;

import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.music.audio.SoundBank;
import ductus.music.hearing.notes.HeardNote;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Renders many scenes; which they are depends on the seed, not on the number of threads. */
final class SceneRenderer {
  private SceneRenderer() {}

  /**
   * Composes scenes and hears them.
   *
   * @param listener told of every scene
   */
  static List<RenderedScene> render(
      SceneComposer composer,
      int count,
      SoundBank bank,
      long seed,
      int threads,
      ReadingListener listener)
      throws BadFileException, IOException {
    RenderedScene[] scenes = new RenderedScene[count];
    AtomicInteger done = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Integer>> tasks =
          IntStream.range(0, count)
              .<Callable<Integer>>mapToObj(
                  i ->
                      () -> {
                        long own = PlaceRandom.key(seed, i);
                        scenes[i] = RenderedScene.of(composer.draw(Randomness.of(own)), bank, own);
                        synchronized (listener) {
                          listener.progress(done.incrementAndGet(), count);
                        }
                        return i;
                      })
              .toList();
      for (Future<Integer> each : pool.invokeAll(tasks)) {
        each.get();
      }
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof BadFileException bad) {
        throw bad;
      }
      if (failed.getCause() instanceof IOException unreadable) {
        throw unreadable;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while scenes were rendered", e);
    } finally {
      pool.shutdownNow();
    }
    return Arrays.stream(scenes).map(Objects::requireNonNull).toList();
  }

  /** Number of notes of all scenes. */
  static int notes(List<RenderedScene> scenes) {
    return scenes.stream().map(RenderedScene::notes).mapToInt(List<HeardNote>::size).sum();
  }
}
