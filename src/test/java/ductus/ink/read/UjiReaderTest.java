package ductus.ink.read;

import static ductus.Refusals.assertBadFile;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UjiReaderTest {
  private static final String TWO_LETTERS =
      """
      .LEXICON "a" "i"
      .SEGMENT CHARACTER 0 ? "a"
      .COMMENT Class [A]
      .PEN_DOWN
       557  1270
       550  750
      .PEN_UP
      .DT 100

      .SEGMENT CHARACTER 1 ? "i"
      .PEN_DOWN
       10 20
      .PEN_UP
      .PEN_DOWN
       30 40
      """;

  @TempDir Path folder = Path.of("");

  private List<Handwriting> read(String content) throws BadFileException, IOException {
    return UjiReader.read(Files.writeString(folder.resolve("UJIpenchars-w99"), content));
  }

  @Test
  void readsCharactersWithTextAndWriter() throws Exception {
    List<Handwriting> characters = read(TWO_LETTERS);
    assertEquals(2, characters.size());
    Handwriting a = characters.get(0);
    assertEquals(Optional.of("a"), a.text());
    assertEquals(Optional.of("w99"), a.writer());
    assertEquals(List.of(PenPoint.at(557, 0), PenPoint.at(550, 520)), a.strokes().get(0).points());
    assertEquals(2, characters.get(1).strokes().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "550  750; 55O 750; line 6: a point must be two numbers but was 55O 750",
        "550  750; 550; line 6: a point must be two numbers but was 550",
        "550  750; NaN 7; line 6: coordinates must be at most 1e7 but were NaN 7",
        "550  750; 1e9 7; line 6: coordinates must be at most 1e7 but were 1e9 7",
      })
  void namesTheLineOfWhatIsWrong(String good, String bad, String reason) {
    assertBadFile(reason, () -> read(TWO_LETTERS.replace(good, bad)));
  }

  @Test
  void refusesFilesOfOtherKinds() {
    assertBadFile("a file of UJI characters must have a .SEGMENT CHARACTER", () -> read(""));
    assertBadFile(
        "a file of UJI characters must have a .SEGMENT CHARACTER", () -> read("hello\n1 2\n"));
    assertBadFile(
        "line 1: a segment must name its character in quotes but was .SEGMENT CHARACTER 0 ? a",
        () -> read(".SEGMENT CHARACTER 0 ? a\n"));
  }
}
