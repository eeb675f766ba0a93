package ductus.studio;

import ductus.math.Seeded;
import ductus.run.TinyRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A studio under a crowd, for hours if one likes: {@code StudioSoak [minutes [clients]]}. Clients
 * compose, write, throw away and bring back, one of them trains, and all leave and come again;
 * every ten seconds it prints what the process holds then and how fast it answered. Before they
 * come, letters are written until the studio keeps as many drawn lines as it ever does. At the end
 * it says whether anything {@linkplain SoakGrowth grew}, which is also its exit status.
 */
final class StudioSoak {
  /** How long a client waits for an answer: machines may be busy with other things, too. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final int LONGEST_THOUGHT_MILLIS = 300;

  /** Samples after which nobody brings back what was thrown away before. */
  private static final int MOST_PATIENCE = 6;

  private final Studio studio;
  private final AnswerTimes times = new AnswerTimes();
  private final Duration length;
  private final long begin = System.nanoTime();

  private StudioSoak(Studio studio, Duration length) {
    this.studio = studio;
    this.length = length;
  }

  public static void main(String[] arguments) throws Exception {
    int minutes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
    int clients = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4;
    Path folder = Files.createTempDirectory("soak");
    System.out.println(SoakSample.HEADER);
    List<SoakSample> samples =
        run(
            folder,
            Duration.ofMinutes(minutes),
            clients,
            sample -> System.out.println(sample.row()));
    List<String> grown = SoakGrowth.of(samples);
    System.out.println(grown.isEmpty() ? "nothing grew" : String.join("; ", grown));
    ServedStudio.delete(folder);
    System.exit(grown.isEmpty() ? 0 : 1);
  }

  /**
   * Serves a crowd.
   *
   * @param folder for all files
   * @param clients beside the one that trains
   * @param told of each sample at once
   * @throws ExecutionException if something that a client asked for went wrong
   */
  static List<SoakSample> run(Path folder, Duration length, int clients, Consumer<SoakSample> told)
      throws Exception {
    Path workspace = folder.resolve("generated");
    TinyRuns.corpus(workspace.resolve(".studio/corpora/tiny"), 9);
    try (Studio studio =
        new Studio(new StudioSettings(workspace, 0, "soak", 1, StudioSamples.hands(folder)))) {
      new SoakClient(studio, new AnswerTimes(), random(0), 0).fillLines(workspace);
      return new StudioSoak(studio, length).serve(clients, told);
    }
  }

  private List<SoakSample> serve(int clients, Consumer<SoakSample> told) throws Exception {
    ExecutorService crowd = Executors.newFixedThreadPool(clients + 1);
    try {
      List<Future<?>> working = new ArrayList<>();
      for (int number = 0; number < clients; number++) {
        SoakClient client = new SoakClient(studio, times, random(number), number);
        RandomGenerator thoughts = random(-1 - number);
        working.add(
            crowd.submit(
                () -> {
                  while (!isOver()) {
                    client.round();
                    Thread.sleep(thoughts.nextInt(LONGEST_THOUGHT_MILLIS));
                  }
                  return null;
                }));
      }
      SoakTraining training = new SoakTraining(studio);
      working.add(
          crowd.submit(
              () -> {
                while (!isOver()) {
                  training.round();
                }
                return null;
              }));
      List<SoakSample> samples = watch(working, told);
      // What went wrong for one is told before the others have ended.
      working.sort(Comparator.comparing((Future<?> each) -> !each.isDone()));
      for (Future<?> each : working) {
        each.get();
      }
      return samples;
    } finally {
      crowd.shutdownNow();
      crowd.awaitTermination(1, TimeUnit.MINUTES);
    }
  }

  private static RandomGenerator random(long seed) {
    return Seeded.random(seed);
  }

  private boolean isOver() {
    return System.nanoTime() - begin >= length.toNanos();
  }

  /** Looks now and then, and empties the bin of what nobody will bring back any more. */
  private List<SoakSample> watch(List<Future<?>> working, Consumer<SoakSample> told)
      throws IOException, InterruptedException {
    SoakClient keeper = new SoakClient(studio, new AnswerTimes(), random(0), 0);
    List<SoakSample> samples = new ArrayList<>();
    Deque<Integer> newest = new ArrayDeque<>(Collections.nCopies(MOST_PATIENCE, 0));
    while (!isOver() && working.stream().noneMatch(Future::isDone)) {
      Thread.sleep(EVERY.toMillis());
      long second = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
      SoakSample sample = SoakSample.now(second, times.take());
      samples.add(sample);
      told.accept(sample);
      keeper.emptyBin(newest.removeFirst());
      newest.addLast(keeper.newestInBin());
    }
    return samples;
  }
}
