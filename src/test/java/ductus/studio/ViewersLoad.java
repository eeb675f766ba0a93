package ductus.studio;

import ductus.workbench.RunControl;
import ductus.workbench.RunFolder;
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

  private final Path workspace;
  private final StudioClient page;
  private final AtomicLong told = new AtomicLong();

  private ViewersLoad(Path workspace, Studio studio) {
    this.workspace = workspace;
    page = new StudioClient(studio);
  }

  public static void main(String[] arguments) throws Exception {
    int viewers = number(arguments, 0, 50);
    int seconds = number(arguments, 1, 20);
    int rounds = number(arguments, 2, 5);
    Path workspace = Files.createTempDirectory("viewers").resolve("generated");
    Process training = train(workspace.resolve(RUN));
    try (Studio studio = new Studio(new StudioSettings(workspace, 0, "load", 2))) {
      new ViewersLoad(workspace, studio).measure(viewers, seconds, rounds);
    } finally {
      RunControl.of(workspace.resolve(RUN)).ask(RunControl.Wish.STOP);
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

  private void measure(int viewers, int seconds, int rounds) throws Exception {
    while (!Files.exists(workspace.resolve(RUN).resolve(RunFolder.UPDATES))) {
      Thread.sleep(100);
    }
    // Until Java has compiled all that is measured.
    List<Stream<String>> first = look(viewers);
    pace(seconds);
    first.forEach(Stream::close);
    List<Double> alone = new ArrayList<>();
    List<Double> watched = new ArrayList<>();
    Duration busy = Duration.ZERO;
    for (int round = 0; round < rounds; round++) {
      alone.add(pace(seconds));
      List<Stream<String>> open = look(viewers);
      // Their coming is not what is measured.
      Thread.sleep(2000);
      Duration before = used();
      watched.add(pace(seconds));
      busy = busy.plus(used().minus(before));
      open.forEach(Stream::close);
      System.out.printf(
          Locale.ROOT,
          "alone %.4f, watched %.4f epochs a second%n",
          alone.get(round),
          watched.get(round));
    }
    System.out.printf(
        Locale.ROOT,
        "%d viewers were told %d events, for %.2f %% of a core's time; the median pace changed by"
            + " %+.2f %%%n",
        viewers,
        told.get(),
        100.0 * busy.toMillis() / (1000.0 * seconds * rounds),
        100 * (median(watched) / median(alone) - 1));
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

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
