package ductus.ink.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.math.Randomness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InkJsonTest {
  private final Path folder;

  InkJsonTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void readsPointsWithWhatIsKnownOfThem() throws Exception {
    List<Handwriting> pieces = InkSamples.pieces("own.json");
    assertEquals(Optional.of("ah"), pieces.get(0).text());
    assertEquals(Optional.of("Anna"), pieces.get(0).writer());
    assertEquals("0,0 1.5,2 | 3,0 3,1 3,2", InkSamples.points(pieces.get(0)));
    List<PenPoint> points = pieces.get(0).strokes().get(1).points();
    assertEquals(new PenPoint(3, 0, 0, 0.8), points.get(0));
    assertEquals(0.01, points.get(1).seconds(), 1e-12);
    assertEquals(new PenPoint(3, 2, Double.NaN, 0.9), points.get(2));
    assertEquals(Handwriting.of(List.of(new Stroke(List.of(PenPoint.at(-1, -2))))), pieces.get(1));
  }

  @Test
  void readsWhatItWrote() throws Exception {
    for (long seed = 0; seed < 50; seed++) {
      RandomGenerator random = Randomness.of(seed);
      List<Handwriting> pieces = new ArrayList<>();
      for (int i = 0; i <= seed % 4; i++) {
        pieces.add(randomPiece(random));
      }
      Path file = Files.writeString(folder.resolve("a.json"), InkJson.write(pieces));
      assertEquals(pieces, InkFile.read(file).pieces(), "seed " + seed);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\": 2|$.version: must be 1 but was 2: get a newer Ductus",
        "\"pieces\": {}|$.pieces: is not as expected: ",
        "\"pieces\": [{\"strokes\": [[1, 2]]}]|$.pieces[0].strokes[0][0]: is not as expected: ",
        "\"pieces\": [{\"strokes\": [[[1]]]}]|$.pieces[0].strokes[0][0]",
        "\"pieces\": [{\"strokes\": [[[1, 2, 3, 4, 5]]]}]|$.pieces[0].strokes[0][0][4]",
        "\"pieces\": [{\"strokes\": [[[1, null]]]}]|$.pieces[0].strokes[0][0][1]",
        "\"pieces\": [{\"strokes\": [[[NaN, 1]]]}]|$.pieces[0].strokes[0][0][0]",
        "\"pieces\": [{\"text\": {}}]|$.pieces[0].text: is not as expected: ",
        "\"pieces\": [|$.pieces[0]: is not as expected: ",
        "\"pieces\": []} {|$: is not as expected: "
      })
  void saysWhatIsWrongAndWhere(String content, String reason) throws Exception {
    Path file =
        Files.writeString(folder.resolve("a"), "{\"format\": \"ductus-ink\", " + content + "}");
    BadFileException bad = assertThrows(BadFileException.class, () -> InkFile.read(file));
    assertTrue(bad.reason().startsWith(reason), bad.getMessage());
  }

  private static Handwriting randomPiece(RandomGenerator random) {
    List<Stroke> strokes = new ArrayList<>();
    boolean timed = random.nextBoolean();
    boolean pressed = random.nextBoolean();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      List<PenPoint> points = new ArrayList<>();
      for (int j = random.nextInt(20); j >= 0; j--) {
        points.add(
            new PenPoint(
                random.nextInt(100),
                random.nextGaussian() * 1e6,
                timed
                    ? (strokes.isEmpty() && points.isEmpty() ? 0 : random.nextDouble())
                    : Double.NaN,
                pressed ? random.nextDouble() : Double.NaN));
      }
      strokes.add(new Stroke(points));
    }
    return new Handwriting(
        strokes,
        random.nextBoolean() ? Optional.of("\"d\u00e9j\u00e0\"\n\ud83d\ude00") : Optional.empty(),
        random.nextBoolean() ? Optional.of("<Anna>") : Optional.empty());
  }
}
