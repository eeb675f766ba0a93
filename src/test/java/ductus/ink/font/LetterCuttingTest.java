package ductus.ink.font;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.layout.WrittenLine;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class LetterCuttingTest {
  private static final double STEP = 0.05;

  /** A wave with a low at each whole number; each letter begins on the way up, later or earlier. */
  private static WrittenLine wave(double changes) {
    List<PenPoint> points = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    for (double x = -0.5; x <= 2.5; x += STEP) {
      points.add(PenPoint.at(x, 0.5 - 0.5 * Math.cos(2 * Math.PI * x)));
      owners.add(x < changes ? 0 : x < 1 + changes ? 1 : 2);
    }
    return new WrittenLine("nan", Handwriting.of(List.of(new Stroke(points))), owners);
  }

  @Test
  void cutsALetterOnTheWayUpOnBothSidesWhereverItsCharacterChanges() {
    // There the wave goes up through the height of joins.
    double place = Math.acos(1 - 2 * LetterForm.JOIN) / (2 * Math.PI);
    for (double changes : List.of(-0.1, 0.02, 0.1, 0.3, 0.45)) {
      LetterForm letter = LetterCutting.between(wave(changes)).get(0);
      assertNotNull(letter);
      PenPoint entry = letter.entry();
      PenPoint exit = letter.exit();
      assertNotNull(entry);
      assertNotNull(exit);
      assertEquals(place, entry.x(), 0.01, "entry, " + changes);
      assertEquals(1 + place, exit.x(), 0.01, "exit, " + changes);
      assertEquals(LetterForm.JOIN, entry.y(), 1e-9);
      assertEquals(LetterForm.JOIN, exit.y(), 1e-9);
      assertEquals(1, letter.box().top(), 0.01);
      assertEquals(1, letter.strokes().size());
    }
  }

  @Test
  void leadsAHighExitDownToTheOthers() {
    List<PenPoint> points = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    for (double x = -0.5; x <= 2; x += STEP) {
      double low = x < 0.5 ? 0 : 0.8;
      points.add(PenPoint.at(x, low + (1 - low) * (0.5 - 0.5 * Math.cos(2 * Math.PI * x))));
      owners.add(x < 0.1 ? 0 : x < 1.1 ? 1 : 2);
    }
    LetterForm letter =
        LetterCutting.between(
                new WrittenLine("nvn", Handwriting.of(List.of(new Stroke(points))), owners))
            .get(0);
    assertNotNull(letter);
    PenPoint exit = letter.exit();
    assertNotNull(exit);
    assertEquals(LetterForm.JOIN, exit.y(), 1e-9);
    assertEquals(1.22, exit.x(), 0.06);
  }

  @Test
  void lettersThatStandAloneAreNotJoined() {
    Stroke stem = new Stroke(List.of(PenPoint.at(0, 0), PenPoint.at(0, 1)));
    Stroke dot = new Stroke(List.of(PenPoint.at(0, 1.5)));
    Stroke other = new Stroke(List.of(PenPoint.at(2, 0), PenPoint.at(2, 2)));
    SortedMap<Integer, LetterForm> letters =
        LetterCutting.alone(
            new WrittenLine(
                "i l", Handwriting.of(List.of(stem, other, dot)), List.of(0, 0, 2, 2, 0)));
    assertEquals(
        List.of(
            new LetterForm(List.of(stem, dot), null, null),
            new LetterForm(List.of(other), null, null)),
        List.copyOf(letters.values()));
  }
}
