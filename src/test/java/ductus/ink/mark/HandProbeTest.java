package ductus.ink.mark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.hand.Proportions;
import ductus.ink.layout.WrittenLine;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HandProbeTest {
  @Test
  void asksForLettersThatWereLearned() {
    assertEquals("h l T", HandProbe.text(Set.of((int) 'T', (int) 'l', (int) 'h', (int) 'x')));
    assertEquals("", HandProbe.text(Set.of()));
  }

  @Test
  void measuresAllStrokesOfALetter() {
    Stroke stem = new Stroke(List.of(PenPoint.at(0, 0), PenPoint.at(0.4, 2)));
    Stroke bar = new Stroke(List.of(PenPoint.at(0, 1), PenPoint.at(1, 1)));
    Proportions found =
        HandProbe.proportions(
            new WrittenLine("H", Handwriting.of(List.of(stem, bar)), List.of(0, 0, 0, 0)));
    assertEquals(0.2, found.slant(), 1e-9);
    assertEquals(2, found.ascender(), 1e-9);
  }
}
