package ductus.cli.misuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong use of the tables ends as its row says, and leaves nothing behind. */
class WrongUsesTest {
  /** What each table would be now: to be read line by line before it is taken over. */
  private static final Path NOW = Path.of("target/misuse");

  private static final int LEFT_OUT = 3;

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
  void endsAsItsRowSays(Path table) throws Exception {
    List<WrongUse> rows = WrongUses.read(table);
    List<String> now = new ArrayList<>();
    Map<Path, String> before = files(folder);
    for (WrongUse use : rows) {
      CommandRun run = MisuseRun.of(use.in(folder));
      List<String> said = run.complaints();
      String line =
          said.stream().filter(each -> each.startsWith("ductus: ")).findFirst().orElse("");
      now.add(use.answered(run.status(), line, folder).row());
    }
    assertEquals(before, files(folder));
    Files.createDirectories(NOW);
    Files.write(NOW.resolve(table.getFileName()), now);
    assertEquals(rows.stream().map(WrongUse::row).toList(), now);
  }

  private static Map<Path, String> files(Path folder) throws IOException {
    Map<Path, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        all.put(file, Files.getLastModifiedTime(file) + ", " + Files.size(file));
      }
    }
    return all;
  }
}
