package ductus.ink.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickDrawReaderTest {
  private final Path folder;

  QuickDrawReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void readsSimplifiedAndRawDrawings() throws Exception {
    List<Handwriting> pieces = InkSamples.pieces("two.ndjson");
    assertEquals("0,-5 10,0 20,-5 | 30,-40", InkSamples.points(pieces.get(0)));
    assertEquals(Optional.of("cat"), pieces.get(0).text());
    assertTrue(Double.isNaN(pieces.get(0).strokes().get(0).first().seconds()));
    assertEquals("0.5,-2.25 1.5,-3.75", InkSamples.points(pieces.get(1)));
    assertEquals(Optional.of("house"), pieces.get(1).text());
    assertEquals(List.of(0L, 150L), InkSamples.milliseconds(pieces.get(1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"drawing\": [[[1],[2]]]}\\n{\"drawing\": [[[1],[|line 2: must be a drawing in JSON but",
        "{\"drawing\": [[[1, 2],[2]]]}|line 1: must be a drawing in JSON but is not: a stroke's"
            + " arrays must be of one length but have 2, 1 and 0 numbers",
        "{\"drawing\": 5}|line 1: must be a drawing in JSON but",
        "{\"drawing\": [[[\"a\"],[2]]]}|line 1: must be a drawing in JSON but",
        "{\"drawing\": [[[NaN],[2]]]}|line 1: must be a drawing in JSON but",
        "{\"word\": [], \"drawing\": []}|line 1: must be a drawing in JSON but",
        "{\"drawing\": [[[1],[2]]]} x|line 1: must be a drawing in JSON but"
      })
  void saysWhichLineIsNoDrawing(String content, String reason) throws Exception {
    Path file = Files.writeString(folder.resolve("a"), content.replace("\\n", "\n"));
    BadFileException bad = assertThrows(BadFileException.class, () -> InkFile.read(file));
    assertTrue(bad.reason().startsWith(reason), bad.getMessage());
  }

  @Test
  void refusesDeepNesting() throws Exception {
    Path file =
        Files.writeString(folder.resolve("a"), "{\"drawing\": [], \"x\": " + "[".repeat(100_000));
    BadFileException bad = assertThrows(BadFileException.class, () -> InkFile.read(file));
    assertTrue(bad.reason().startsWith("line 1: must be a drawing in JSON"), bad.getMessage());
  }
}
