package ductus.fuzz;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.file.BadFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short form of {@link FuzzRun}: the same files each time. */
class FuzzTargetsTest {
  private static final int FILES = 400;

  static List<FuzzTarget> targets() throws BadFileException, IOException {
    return FuzzTargets.all();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void readsWhatIsWhole(FuzzTarget target, @TempDir Path folder) throws IOException {
    for (byte[] seed : target.seeds()) {
      Path file = Files.write(folder.resolve(target.file()), seed);
      assertDoesNotThrow(() -> target.reader().read(file));
    }
  }

  @ParameterizedTest
  @MethodSource("targets")
  @Timeout(120)
  void readsOrRefusesWhatIsBroken(FuzzTarget target) throws IOException {
    Optional<FuzzRun.Finding> finding = FuzzRun.first(target, 1, FILES);
    assertEquals(
        Optional.empty(),
        finding.map(FuzzRun.Finding::file),
        () -> String.valueOf(finding.orElseThrow().thrown()));
  }
}
