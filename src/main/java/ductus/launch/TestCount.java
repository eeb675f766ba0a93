package ductus.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How many tests were run, failed and were skipped. */
record TestCount(int run, int failed, int skipped) {
  private static final Pattern LINE =
      Pattern.compile(
          "^Tests run: (\\d+), Failures: (\\d+), Errors: (\\d+), Skipped: (\\d+)",
          Pattern.MULTILINE);

  /** The sum of the reports in a folder and below. */
  static TestCount of(Path reports) throws IOException {
    TestCount sum = new TestCount(0, 0, 0);
    if (!Files.isDirectory(reports)) {
      return sum;
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(reports)) {
      files = all.filter(file -> file.toString().endsWith(".txt")).toList();
    }
    for (Path file : files) {
      Matcher line = LINE.matcher(Files.readString(file));
      while (line.find()) {
        sum =
            new TestCount(
                sum.run + number(line, 1),
                sum.failed + number(line, 2) + number(line, 3),
                sum.skipped + number(line, 4));
      }
    }
    return sum;
  }

  private static int number(Matcher line, int group) {
    return Integer.parseInt(line.group(group));
  }
}
