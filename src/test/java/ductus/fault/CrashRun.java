package ductus.fault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Has the disk fail at operations of what writes, and has it go on: {@code CrashRun step [fault
 * ...] [writer ...]}. With step 1 each operation is tried with each of the faults, which are lost
 * power if none is named; with a larger one each {@code step}-th, and the faults take turns. Some
 * writers take so long that they are tried where they are named only. Every 20 seconds it says how
 * far it is, and so it does when it is cut off. The process must have {@link CountingProvider}.
 */
final class CrashRun {
  private static final double GOLDEN_SECTION = 0.6180339887498949;

  private CrashRun() {}

  /** Tries writers, and ends with status 1 if one did not stand it. */
  public static void main(String[] arguments) throws Exception {
    int step = Integer.parseInt(arguments[0]);
    List<String> words = Arrays.asList(arguments).subList(1, arguments.length);
    List<DiskFault> faults =
        Arrays.stream(DiskFault.values()).filter(each -> words.contains(each.label())).toList();
    List<String> names =
        CrashedWriter.all().stream().map(CrashedWriter::name).filter(words::contains).toList();
    if (faults.size() + names.size() != words.size()) {
      throw new IllegalArgumentException("neither a fault nor a writer: one of " + words);
    }
    Path folder = Files.createTempDirectory("ductus-crash");
    boolean failed = false;
    for (CrashedWriter writer : CrashedWriter.all()) {
      if ((names.isEmpty() && writer.patience() >= (step == 1 ? 0 : 1))
          || names.contains(writer.name())) {
        failed |=
            isFailed(
                folder.resolve(writer.name()),
                writer,
                step,
                faults.isEmpty() ? List.of(DiskFault.POWER) : faults);
      }
    }
    CrashTrial.empty(folder);
    System.exit(failed ? 1 : 0);
  }

  /** An operation that is to fail. */
  private record Try(DiskFault fault, long operation) {}

  private static boolean isFailed(
      Path folder, CrashedWriter writer, int step, List<DiskFault> faults) throws Exception {
    CrashTrial trial = new CrashTrial(folder, writer);
    trial.writeAll();
    trial.failures().forEach(System.out::println);
    List<Try> tries =
        step == 1
            ? each(trial, faults)
            : some(trial, faults, step * Math.max(1, writer.patience()), writer);
    CrashProgress progress = new CrashProgress(writer.name(), trial, tries.size());
    for (Try next : tries) {
      int before = trial.failures().size();
      trial.tryAt(next.fault(), next.operation());
      trial.failures().stream().skip(before).forEach(System.out::println);
      progress.tried();
    }
    progress.end();
    return !trial.failures().isEmpty();
  }

  /** All operations, in an order that is spread evenly over them wherever it is cut off. */
  private static List<Try> each(CrashTrial trial, List<DiskFault> faults) {
    List<Try> tries = new ArrayList<>();
    for (DiskFault fault : faults) {
      LongStream.range(0, trial.operations(fault))
          .boxed()
          .sorted(Comparator.comparing(operation -> operation * GOLDEN_SECTION % 1))
          .forEach(operation -> tries.add(new Try(fault, operation)));
    }
    return tries;
  }

  private static List<Try> some(
      CrashTrial trial, List<DiskFault> faults, int step, CrashedWriter writer) {
    List<Try> tries = new ArrayList<>();
    for (long n = 0; n < trial.operations(DiskFault.POWER); n += step) {
      DiskFault fault = faults.get(Math.floorMod(n / step + writer.name().length(), faults.size()));
      tries.add(new Try(fault, Math.min(n, trial.operations(fault) - 1)));
    }
    return tries;
  }
}
