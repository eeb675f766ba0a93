package ductus.bench.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.bench.report.Reports;
import ductus.file.BadFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchHistoryTest {
  private static final String HEADER = String.join(",", BenchRecord.HEADER) + "\n";

  @TempDir Path folder = Path.of("");

  @Test
  void hasNothingToShowBeforeTheFirstRun() throws Exception {
    assertTrue(BenchHistory.read(folder.resolve("none.csv")).compare(Reports.ROUND).isEmpty());
  }

  @Test
  void keepsOneLineForEachWorkload() throws Exception {
    Path path = folder.resolve("history.csv");
    BenchHistory.read(path).add(Reports.ROUND, "0123abcd");
    BenchHistory.read(path).add(Reports.ROUND, "4567cdef");
    assertEquals(
        HEADER
            + line("0123abcd", "2026-11-20", "Abacus", "Java 17", 1, 200_000, 200)
            + line("0123abcd", "2026-11-20", "Abacus", "Java 17", 2, 300_000, 400)
            + line("4567cdef", "2026-11-20", "Abacus", "Java 17", 1, 200_000, 200)
            + line("4567cdef", "2026-11-20", "Abacus", "Java 17", 2, 300_000, 400),
        Files.readString(path));
  }

  @Test
  void showsTheLastRunOfTheSameProcessorAndJava() throws Exception {
    Path path = folder.resolve("history.csv");
    Files.writeString(
        path,
        HEADER
            + line("aaaaaaaa", "2026-11-17", "Abacus", "Java 17", 1, 100_000, 200)
            + line("bbbbbbbb", "2026-11-18", "Abacus", "Java 17", 1, 160_000, 200)
            + line("cccccccc", "2026-11-19", "Abacus", "Java 25", 1, 1, 200)
            + line("dddddddd", "2026-11-19", "Sliderule", "Java 17", 1, 1, 200));
    String expected =
        """
        Beside the run before on such a machine, by the same Java; times as fast as then
        Setting                   Cell  Threads  Tokens/s   before  times  µs a token  before  times  commit    date
        V128 E64 H128 L1 B32 T64  lstm        1   200,000  160,000   1.25         8.0     8.0   1.00  bbbbbbbb  2026-11-18
        """;
    assertEquals(
        expected.lines().map(String::strip).toList(),
        BenchHistory.read(path)
            .compare(Reports.ROUND)
            .orElseThrow()
            .lines()
            .map(String::strip)
            .toList());
  }

  private static String line(
      String commit,
      String date,
      String processor,
      String java,
      int threads,
      int tokens,
      int most) {
    return "%s,%s,%s,2,%s,lstm,V128 E64 H128 L1 B32 T64,%d,%d,8,%d\n"
        .formatted(commit, date, processor, java, threads, tokens, most);
  }

  @Test
  void namesALineThatIsNone() throws Exception {
    Path path = folder.resolve("history.csv");
    Files.writeString(path, HEADER + "one,two\n");
    BadFileException bad = assertThrows(BadFileException.class, () -> BenchHistory.read(path));
    assertTrue(String.valueOf(bad.getMessage()).contains("line 2"), bad::toString);
    Files.writeString(path, "commit\n");
    assertThrows(BadFileException.class, () -> BenchHistory.read(path));
  }

  @Test
  void knowsTheCommitOfACloneOnly() {
    assertTrue(Commit.of(folder).isEmpty());
  }
}
