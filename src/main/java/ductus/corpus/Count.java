package ductus.corpus;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How often something occurs. */
public record Count(String what, long count) {
  /** Counts equal texts; the most frequent first, and by name among equals. */
  public static List<Count> of(Stream<String> texts) {
    Map<String, Long> counts =
        texts.collect(
            Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    return of(counts);
  }

  /** The counts of texts that are counted already, the most frequent first. */
  public static List<Count> of(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> new Count(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(Count::count).reversed().thenComparing(Count::what))
        .toList();
  }

  /** Counts reasons that differ in nothing but their numbers, which become {@code N}, as one. */
  public static List<Count> ofReasons(Stream<String> reasons) {
    return of(reasons.map(Count::withoutNumbers));
  }

  /** A reason with {@code N} for each number. */
  public static String withoutNumbers(String reason) {
    return reason
        .replaceFirst("^(byte|line) \\d+(, column \\d+)?: ", "")
        .replaceAll("\\[[^\\]]*\\]", "[...]")
        .replaceAll("(?<!\\w)-?\\d+(\\.\\d+)?(?!\\w)", "N");
  }
}
