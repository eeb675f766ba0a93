package ductus.fault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Has the disk fail at operations of what writes, and has it go on: {@code CrashRun step [fault
 * ...] [writer ...]}. With step 1 each operation is tried with each of the faults, which are lost
 * power if none is named; with a larger one each {@code step}-th, and the faults take turns. Some
 * writers take so long that they are tried where they are named only. The process must have {@link
 * CountingProvider}.
 */
final class CrashRun {
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

  private static boolean isFailed(
      Path folder, CrashedWriter writer, int step, List<DiskFault> faults) throws Exception {
    long begun = System.nanoTime();
    CrashTrial trial = new CrashTrial(folder, writer);
    trial.writeAll();
    int tried = 0;
    if (step == 1) {
      for (DiskFault fault : faults) {
        for (long n = 0; n < trial.operations(fault); n++) {
          trial.tryAt(fault, n);
          tried++;
        }
      }
    } else {
      int each = step * Math.max(1, writer.patience());
      for (long n = 0; n < trial.operations(DiskFault.POWER); n += each) {
        DiskFault fault =
            faults.get(Math.floorMod(n / each + writer.name().length(), faults.size()));
        trial.tryAt(fault, Math.min(n, trial.operations(fault) - 1));
        tried++;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-12s %4d operations, %4d openings, %4d faults, %d not stood, %.0f s%n",
        writer.name(),
        trial.operations(DiskFault.POWER),
        trial.operations(DiskFault.HANDLES),
        tried,
        trial.failures().size(),
        (System.nanoTime() - begun) / 1e9);
    trial.failures().forEach(System.out::println);
    return !trial.failures().isEmpty();
  }
}
