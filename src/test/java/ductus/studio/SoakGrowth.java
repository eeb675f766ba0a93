package ductus.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What grew in a soak: of the samples behind the first tenth, and the first minute at least, in
 * which Java compiles and the server gets its threads, the last third is compared with the first:
 * the least of it, since what is being answered at the moment takes some, too.
 */
final class SoakGrowth {
  private static final int SETTLING_PART = 10;
  private static final long SETTLING_SECONDS = 60;

  private static final double MEGABYTES = 6;

  private static final int THREADS = 4;
  private static final int FILES = 8;

  private SoakGrowth() {}

  /** The figures that grew, in words; none where nothing did. */
  static List<String> of(List<SoakSample> samples) {
    long settled =
        Math.max(SETTLING_SECONDS, samples.get(samples.size() - 1).second() / SETTLING_PART);
    List<SoakSample> steady =
        samples.stream().filter(sample -> sample.second() >= settled).toList();
    List<String> grown = new ArrayList<>();
    compare("heap, MB", steady, SoakSample::heapMegabytes, MEGABYTES, grown);
    compare("threads", steady, SoakSample::threads, THREADS, grown);
    compare("open files", steady, SoakSample::files, FILES, grown);
    return grown;
  }

  private static void compare(
      String what,
      List<SoakSample> steady,
      ToDoubleFunction<SoakSample> figure,
      double room,
      List<String> grown) {
    int third = steady.size() / 3;
    double before = least(steady.subList(0, third), figure);
    double after = least(steady.subList(steady.size() - third, steady.size()), figure);
    if (after > before + room) {
      grown.add(String.format(Locale.ROOT, "%s: %.1f, then %.1f", what, before, after));
    }
  }

  private static double least(List<SoakSample> samples, ToDoubleFunction<SoakSample> figure) {
    return samples.stream().mapToDouble(figure).min().orElse(0);
  }
}
