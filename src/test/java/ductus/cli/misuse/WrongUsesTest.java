package ductus.cli.misuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.CommandRun;
import ductus.cli.console.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong use of the tables ends as its row says, in one line, and leaves nothing behind. */
class WrongUsesTest {
  private static final int STEP = 3;
  private static final int LEAST = 1400;
  private static final int LEAST_OF_A_COMMAND = 5;
  private static final String COMPLAINT = "ductus: ";

  /** What a table would be now: to be read line by line before anything of it is taken over. */
  private static final Path NOW = Path.of("target/misuse");

  @TempDir static Path folder = Path.of("");

  @BeforeAll
  static void fill() throws Exception {
    MisusedFolder.fill(folder);
  }

  static List<Path> tables() throws IOException {
    return WrongUses.tables();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void eachThirdEndsAsItsRowSays(Path table) throws IOException {
    List<WrongUse> rows = WrongUses.read(table);
    assertEndAsTheySay(
        table,
        IntStream.range(0, rows.size()).filter(i -> i % STEP == 0).mapToObj(rows::get).toList());
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("tables")
  void eachEndsAsItsRowSays(Path table) throws IOException {
    assertEndAsTheySay(table, WrongUses.read(table));
  }

  private static void assertEndAsTheySay(Path table, List<WrongUse> rows) throws IOException {
    List<String> now = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    Map<Path, String> before = files(folder);
    Map<Path, String> work = files(Path.of("generated"));
    for (WrongUse use : rows) {
      CommandRun run = MisuseRun.of(use.in(folder));
      WrongUse answer = use.answered(run.status(), complaint(run), folder);
      now.add(answer.row());
      if (!answer.equals(use)) {
        faults.add("must be " + use.row() + "\n but was " + answer.row());
      }
      fault(run, use).ifPresent(faults::add);
      Map<Path, String> after = files(folder);
      if (!after.equals(before)) {
        faults.add("wrote files: " + use.command());
        before = after;
      }
    }
    assertEquals(work, files(Path.of("generated")));
    if (!faults.isEmpty()) {
      Files.createDirectories(NOW);
      Files.write(NOW.resolve(table.getFileName()), now);
    }
    assertEquals("", String.join("\n", faults), () -> NOW + " has the tables as they would be");
  }

  private static String complaint(CommandRun run) {
    return run.complaints().stream()
        .filter(line -> line.startsWith(COMPLAINT))
        .findFirst()
        .map(line -> line.substring(COMPLAINT.length()))
        .orElse("");
  }

  /** What is wrong with the form of an answer. */
  private static Optional<String> fault(CommandRun run, WrongUse use) {
    long complaints =
        run.complaints().stream()
            .filter(line -> line.startsWith(COMPLAINT))
            .filter(line -> !line.startsWith(COMPLAINT + "left out "))
            .count();
    if (complaints != 1) {
      return Optional.of("must be one complaint: " + use.command() + "\n" + run.err());
    }
    if (run.err().contains("\tat ") || run.err().contains("an error in Ductus itself")) {
      return Optional.of("must be a complaint in words: " + use.command());
    }
    boolean hint = run.err().contains("Try 'ductus");
    if (run.status() == ExitStatus.WRONG_USAGE && !hint && !use.isOfSettings()) {
      return Optional.of("must name the help: " + use.command());
    }
    boolean json = run.out().startsWith("{") && run.out().contains("\"error\"");
    return run.out().isBlank() || json
        ? Optional.empty()
        : Optional.of("must print no result: " + use.command() + "\n" + run.out());
  }

  private static Map<Path, String> files(Path folder) throws IOException {
    Map<Path, String> all = new TreeMap<>();
    if (!Files.exists(folder)) {
      return all;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> !Files.isDirectory(each)).toList()) {
        all.put(file, Files.getLastModifiedTime(file) + ", " + Files.size(file));
      }
    }
    return all;
  }

  @Test
  void everyCommandIsUsedWrongly() throws IOException {
    List<WrongUse> uses = new ArrayList<>();
    for (Path table : tables()) {
      uses.addAll(WrongUses.read(table));
    }
    assertTrue(uses.size() >= LEAST, () -> "uses are only " + uses.size());
    assertEquals(uses.size(), uses.stream().map(WrongUse::command).distinct().count());
    for (String command : CommandRun.commands()) {
      long count =
          uses.stream().filter(use -> (use.command() + " ").startsWith(command + " ")).count();
      assertTrue(count >= LEAST_OF_A_COMMAND, () -> command + " is there " + count + " times");
    }
  }
}
