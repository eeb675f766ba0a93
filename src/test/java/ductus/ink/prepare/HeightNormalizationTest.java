package ductus.ink.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeightNormalizationTest {
  @Test
  void takesTopsForCapitalsWhereTheTextSaysSo() {
    Handwriting stems = stems(16, 16, 16, 16);
    assertEquals(16, xHeight(stems, Optional.of("nnnn")), 0.5);
    assertEquals(10, xHeight(stems, Optional.of("1 11!")), 0.5);
    assertEquals(16, xHeight(stems, Optional.empty()), 0.5);
  }

  @Test
  void looksForXHeightsBelowAscendersWhereTheTextIsNotKnown() {
    assertEquals(10, xHeight(stems(17, 17, 10, 17, 10), Optional.empty()), 0.5);
    assertEquals(10, xHeight(stems(10, 17, 10, 10), Optional.empty()), 0.5);
  }

  private static double xHeight(Handwriting ink, Optional<String> text) {
    return new HeightNormalization()
        .apply(new Handwriting(ink.strokes(), text, Optional.empty()))
        .value(PreparedInk.X_HEIGHT)
        .orElseThrow();
  }

  private static Handwriting stems(double... heights) {
    List<Stroke> stems = new ArrayList<>();
    for (double height : heights) {
      double x = 8.0 * stems.size();
      stems.add(new Stroke(List.of(PenPoint.at(x, 100 + height), PenPoint.at(x, 100))));
    }
    return Handwriting.of(stems);
  }
}
