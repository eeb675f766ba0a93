package ductus.studio;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a process held at a moment, and how fast it answered until then.
 *
 * @param second since the beginning
 * @param heapMegabytes what was still in use after a collection of garbage
 * @param residentMegabytes of memory that the system has given; 0 where it does not say
 * @param threads that live
 * @param files that are open; 0 where the system does not say
 * @param answers since the sample before
 * @param median time of these, in milliseconds
 * @param slow time that one in a hundred took longer than, in milliseconds
 */
record SoakSample(
    long second,
    double heapMegabytes,
    double residentMegabytes,
    int threads,
    long files,
    int answers,
    double median,
    double slow) {
  static final String HEADER =
      "second,heap_after_gc_mb,resident_mb,threads,open_files,answers,median_ms,slowest_hundredth_ms";

  private static final Path OPEN_FILES = Path.of("/proc/self/fd");
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final double MEGABYTE = 1 << 20;

  /** Collects garbage and looks at this process. */
  static SoakSample now(long second, AnswerTimes.Summary answers) throws IOException {
    System.gc();
    return new SoakSample(
        second,
        heapLeft(),
        resident(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        openFiles(),
        answers.count(),
        answers.median(),
        answers.slow());
  }

  /** What the last collection left, whatever was made since. */
  private static double heapLeft() {
    long bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage left = pool.getCollectionUsage();
      if (pool.getType() == MemoryType.HEAP && left != null) {
        bytes += left.getUsed();
      }
    }
    return bytes / MEGABYTE;
  }

  private static double resident() throws IOException {
    if (!Files.exists(STATUS)) {
      return 0;
    }
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .sum();
  }

  private static long openFiles() throws IOException {
    if (!Files.isDirectory(OPEN_FILES)) {
      return 0;
    }
    try (Stream<Path> all = Files.list(OPEN_FILES)) {
      return all.count();
    }
  }

  String row() {
    return String.format(
        Locale.ROOT,
        "%d,%.1f,%.1f,%d,%d,%d,%.1f,%.1f",
        second,
        heapMegabytes,
        residentMegabytes,
        threads,
        files,
        answers,
        median,
        slow);
  }
}
