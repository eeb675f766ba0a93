package ductus.studio;

import ductus.run.RunControl;
import ductus.run.RunFolder;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Measures how much viewers slow a training down: {@code ViewersLoad [viewers [seconds [rounds]]]}.
 * The shipped melodies are learned in a process of their own, on two threads; in turns nobody looks
 * and many do, through a studio in this process, which also reads what they are told. Progress is
 * told by the run itself, in epochs a second.
 */
final class ViewersLoad {
  private static final String RUN = "watched";
  private static final long SETTLING_MILLIS = 1500;

  private final Path workspace;
  private final StudioCaller page;
  private final AtomicLong told = new AtomicLong();

  private ViewersLoad(Path workspace, Studio studio) {
    this.workspace = workspace;
    page = new StudioCaller(studio);
  }

  public static void main(String[] arguments) throws Exception {
    int viewers = number(arguments, 0, 50);
    int seconds = number(arguments, 1, 8);
    int rounds = number(arguments, 2, 20);
    Path workspace = Files.createTempDirectory("viewers").resolve("generated");
    Process training = train(workspace.resolve(RUN));
    try (Studio studio = new Studio(new StudioSettings(workspace, 0, "load", 2))) {
      new ViewersLoad(workspace, studio).measure(viewers, seconds, rounds);
    } finally {
      RunControl.of(workspace.resolve(RUN)).ask(RunControl.Request.STOP);
      training.waitFor();
    }
  }

  private static int number(String[] arguments, int index, int usual) {
    return index < arguments.length ? Integer.parseInt(arguments[index]) : usual;
  }

  private static Process train(Path run) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "ductus.cli.Ductus"));
    command.addAll(List.of("train", "corpora/melodies", "--epochs", "100000"));
    command.addAll(List.of("--patience", "100000", "--threads", "2", "--quiet"));
    command.addAll(List.of("--out", run.toString()));
    return new ProcessBuilder(command).inheritIO().start();
  }

  /**
   * Alone and watched in turns, each short against what else changes the pace of a machine. A turn
   * that is watched is compared with the two around it, and of all these comparisons the median
   * counts: neither a slow drift nor a single disturbance moves it.
   */
  private void measure(int viewers, int seconds, int rounds) throws Exception {
    while (!Files.exists(workspace.resolve(RUN).resolve(RunFolder.UPDATES))) {
      Thread.sleep(100);
    }
    // Until Java has compiled all that is measured.
    Turn warmUp = watched(viewers, seconds);
    Duration busy = Duration.ZERO;
    List<Double> changes = new ArrayList<>();
    double before = pace(seconds);
    for (int round = 0; round < rounds; round++) {
      Turn turn = watched(viewers, seconds);
      busy = busy.plus(turn.used());
      Thread.sleep(SETTLING_MILLIS);
      double after = pace(seconds);
      double change = 100 * (turn.pace() / Math.sqrt(before * after) - 1);
      changes.add(change);
      say("%.4f alone, %.4f watched, %.4f alone: %+.2f %%", before, turn.pace(), after, change);
      before = after;
    }
    say("(%.4f epochs a second in the first turn, which does not count)", warmUp.pace());
    say(
        "%d viewers were told %d events, for %.2f %% of a core's time",
        viewers, told.get(), 100.0 * busy.toMillis() / (1000.0 * seconds * rounds));
    say(
        "they change the pace by %+.2f %% in the median of %d rounds (quartiles %+.2f and %+.2f %%)",
        quantile(changes, 0.5), rounds, quantile(changes, 0.25), quantile(changes, 0.75));
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  /**
   * Some seconds that were watched.
   *
   * @param pace in epochs a second
   * @param used time on processors of this process
   */
  private record Turn(double pace, Duration used) {}

  private Turn watched(int viewers, int seconds) throws Exception {
    List<Stream<String>> open = look(viewers);
    try {
      // Their coming is not what is measured.
      Thread.sleep(SETTLING_MILLIS);
      Duration before = used();
      double pace = pace(seconds);
      return new Turn(pace, used().minus(before));
    } finally {
      open.forEach(Stream::close);
    }
  }

  private List<Stream<String>> look(int viewers) throws Exception {
    List<Stream<String>> open = new ArrayList<>();
    for (int i = 0; i < viewers; i++) {
      HttpResponse<Stream<String>> viewer = page.listen("/api/train/events?run=" + RUN);
      if (viewer.statusCode() != 200) {
        throw new IllegalStateException("viewer %d: %d".formatted(i, viewer.statusCode()));
      }
      open.add(viewer.body());
      Thread reader = new Thread(() -> read(viewer.body()));
      reader.setDaemon(true);
      reader.start();
    }
    return open;
  }

  private void read(Stream<String> lines) {
    try {
      lines.filter(line -> line.startsWith("data: ")).forEach(line -> told.incrementAndGet());
    } catch (RuntimeException closed) {
      // That is how a viewer goes away.
      return;
    }
  }

  /** Epochs a second over some seconds. */
  private double pace(int seconds) throws Exception {
    double[] before = last();
    Thread.sleep(seconds * 1000L);
    double[] after = last();
    return (after[0] - before[0]) / (after[1] - before[1]);
  }

  /** Epochs and seconds of the last row that is whole. */
  private double[] last() throws IOException {
    String text = Files.readString(workspace.resolve(RUN).resolve(RunFolder.UPDATES));
    List<String> rows = text.substring(0, text.lastIndexOf('\n')).lines().toList();
    String[] values = rows.get(rows.size() - 1).split(",", -1);
    return new double[] {Double.parseDouble(values[1]), Double.parseDouble(values[2])};
  }

  /** Time on processors of this process: the studio and its viewers. */
  private static Duration used() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }

  private static double quantile(List<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.round(share * (sorted.size() - 1)));
  }
}
