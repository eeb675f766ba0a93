package ductus.ink.read.unipen;

import static ductus.Refusals.assertBadFile;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Handwriting;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkSamples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnipenReaderTest {
  private static final Path PENDIGITS = Path.of("../shared/data/ink/pendigits/pendigits-train");

  private final Path folder;

  UnipenReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void makesAPieceOfEverySegmentOfTheFinestLevel() throws Exception {
    List<Handwriting> pieces = InkSamples.pieces("digits.unipen");
    assertEquals("10,20 10,10", InkSamples.points(pieces.get(0)));
    assertEquals(Optional.of("1"), pieces.get(0).text());
    assertEquals(Optional.of("w7"), pieces.get(0).writer());
    assertEquals("25,20 26,15 | 30,10", InkSamples.points(pieces.get(1)));
    assertEquals(Optional.of("2"), pieces.get(1).text());
    assertEquals(List.of(0L, 10L, 20L), InkSamples.milliseconds(pieces.get(1)));
  }

  @Test
  void takesTheWholeFileWhereThereAreNoSegments() throws Exception {
    List<Handwriting> pieces =
        read(".POINTS_PER_SECOND 100\n.PEN_DOWN\n1 2\n3 4\n.PEN_UP\n.DT 250\n.PEN_DOWN\n5 6\n");
    assertEquals("1,2 3,4 | 5,6", InkSamples.points(pieces.get(0)));
    assertEquals(List.of(0L, 10L, 270L), InkSamples.milliseconds(pieces.get(0)));
    assertEquals(Optional.empty(), pieces.get(0).text());
  }

  @Test
  void letsASegmentWithoutNumbersReachToTheNextOne() throws Exception {
    List<Handwriting> pieces =
        read(
            """
            .SEGMENT DIGIT ? OK "4"
            .PEN_DOWN
            1 1
            .PEN_DOWN
            2 2
            .SEGMENT DIGIT
            .PEN_DOWN
            3 3
            """);
    assertEquals("1,1 | 2,2", InkSamples.points(pieces.get(0)));
    assertEquals("3,3", InkSamples.points(pieces.get(1)));
    assertEquals(Optional.empty(), pieces.get(1).text());
  }

  @Test
  void doesNotCountWhatHasNoPoints() throws Exception {
    List<Handwriting> pieces =
        read(
            """
            .SEGMENT WORD 1-2 ? "b"
            .PEN_DOWN
            1 1
            .PEN_UP
            .PEN_DOWN
            .PEN_UP
            9 9
            .PEN_DOWN
            2 2
            .PEN_DOWN
            3 3
            """);
    assertEquals("2,2", InkSamples.points(pieces.get(0)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ".PEN_DOWN\\n1 2\\n3|line 3: a point must have 2 numbers (X Y) but was '3'",
        ".PEN_DOWN\\n1 two|line 2: must have a number but has 'two'",
        ".COORD X T\\n.PEN_DOWN\\n1 2|line 1: .COORD must name X and Y but was 'X T'",
        ".SEGMENT DIGIT 1-2 ? \"a\"\\n.PEN_DOWN\\n1 2"
            + "|line 1: a segment must be of components 0 to 0 but was '1-2'",
        ".SEGMENT DIGIT here ? \"a\"\\n.PEN_DOWN\\n1 2"
            + "|line 1: a segment must be such as 3-4 but was 'here'",
        ".SEGMENT\\n.PEN_DOWN\\n1 2|line 1: .SEGMENT must name a level but has nothing",
        ".POINTS_PER_SECOND 0\\n.PEN_DOWN\\n1 2"
            + "|line 1: .POINTS_PER_SECOND must be above 0 but was 0"
      })
  void saysWhatIsWrongAndWhere(String content, String reason) {
    assertBadFile(reason, () -> read(content.replace("\\n", "\n")));
  }

  @Test
  void readsThePendigitsWithTheirWriters() throws Exception {
    Assumptions.assumeTrue(Files.exists(PENDIGITS), PENDIGITS + " is not here");
    List<Handwriting> pieces = InkFile.read(PENDIGITS).pieces();
    assertEquals(7494, pieces.size());
    assertEquals(9433, pieces.stream().mapToInt(piece -> piece.strokes().size()).sum());
    TreeMap<String, Long> digits =
        pieces.stream()
            .collect(
                Collectors.groupingBy(
                    piece -> piece.text().orElseThrow(), TreeMap::new, Collectors.counting()));
    assertEquals("0123456789", String.join("", digits.keySet()));
    assertTrue(digits.values().stream().allMatch(count -> count > 700), digits.toString());
    assertEquals(30, pieces.stream().map(Handwriting::writer).distinct().count());
  }

  private List<Handwriting> read(String content) throws Exception {
    return InkFile.read(Files.writeString(folder.resolve("a"), content)).pieces();
  }
}
