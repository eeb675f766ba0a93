package ductus.bench.kernel;

import ductus.bench.contender.Setting;
import ductus.bench.measure.BenchPlan;
import ductus.bench.side.OwnSide;
import ductus.cli.console.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs all benchmarks of this package, in JVMs like this one. */
public final class KernelBenchmarks {
  private static final List<Class<?>> ALL =
      List.of(
          ProductBenchmark.class,
          CellBenchmark.class,
          SoftmaxBenchmark.class,
          AdamBenchmark.class,
          LstmBenchmark.class);

  private static final int WARM_UPS = 5;
  private static final int MILLIS = 300;

  private KernelBenchmarks() {}

  /**
   * Runs them.
   *
   * @param plan settings, numbers of threads, and measurements of each
   * @param logs folder for what JMH says
   */
  public static List<KernelSpeed> run(BenchPlan plan, Path logs, Progress progress)
      throws IOException {
    String log = Files.createDirectories(logs).resolve("jmh.log").toString();
    List<KernelSpeed> speeds = new ArrayList<>();
    for (int i = 0; i < ALL.size(); i++) {
      progress.note(ALL.get(i).getSimpleName());
      progress.reach(i, ALL.size());
      speeds.addAll(run(ALL.get(i), plan, log));
    }
    return speeds;
  }

  private static List<KernelSpeed> run(Class<?> benchmark, BenchPlan plan, String log)
      throws IOException {
    TimeValue time = TimeValue.milliseconds(MILLIS);
    try {
      return new Runner(
              new OptionsBuilder()
                  .include(benchmark.getName() + "\\.")
                  .param("setting", numbers(plan.settings()))
                  .param(
                      "threads",
                      plan.threads().stream().map(String::valueOf).toArray(String[]::new))
                  .mode(Mode.AverageTime)
                  .timeUnit(TimeUnit.MICROSECONDS)
                  .forks(1)
                  .warmupIterations(WARM_UPS)
                  .warmupTime(time)
                  .measurementIterations(plan.rounds())
                  .measurementTime(time)
                  .jvmArgs(OwnSide.flags().toArray(String[]::new))
                  .verbosity(VerboseMode.NORMAL)
                  .output(log)
                  .shouldFailOnError(true)
                  .build())
          .run().stream().map(KernelBenchmarks::speed).toList();
    } catch (RunnerException failed) {
      throw new IOException("JMH failed, see " + log, failed);
    }
  }

  private static String[] numbers(List<Setting> settings) {
    return settings.stream()
        .map(setting -> String.valueOf(Setting.COMPARED.indexOf(setting) + 1))
        .toArray(String[]::new);
  }

  private static KernelSpeed speed(RunResult result) {
    BenchmarkParams parameters = result.getParams();
    String name = parameters.getBenchmark();
    return new KernelSpeed(
        name.substring(KernelBenchmarks.class.getPackageName().length() + 1),
        parameters.getParamsKeys().stream()
            .map(key -> key + " " + parameters.getParam(key))
            .collect(Collectors.joining(", ")),
        result.getPrimaryResult().getScore(),
        result.getPrimaryResult().getScoreError());
  }
}
