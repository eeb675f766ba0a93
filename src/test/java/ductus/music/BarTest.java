package ductus.music;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BarTest {
  private static final TimeSignature THREE_FOUR = new TimeSignature(0, 3, 4);

  @Test
  void reachesToTheEndOfThePieceAndNotFurther() {
    List<Bar> bars = Bar.layOut(List.of(THREE_FOUR), 4, 25);
    assertEquals(3, bars.size());
    assertEquals(new Bar(24, 12, THREE_FOUR), bars.get(2));
    assertEquals(2, Bar.layOut(List.of(THREE_FOUR), 4, 24).size());
    assertEquals(0, Bar.layOut(List.of(THREE_FOUR), 4, 0).size());
  }

  @Test
  void takesFourFourWhereThereIsNoMetre() {
    assertEquals(
        new Bar(0, 1920, new TimeSignature(0, 4, 4)), Bar.layOut(List.of(), 480, 1).get(0));
  }

  @Test
  void laysOutNotMoreThanAsked() {
    List<TimeSignature> shortest = List.of(new TimeSignature(0, 1, 128));
    assertEquals(5, Bar.layOut(shortest, 1, 1_900_000_000, 5).size());
    assertEquals(3, Bar.layOut(List.of(THREE_FOUR), 4, 25, 5).size());
  }

  @Test
  void cutsABarWhereTheMetreChangesInIt() {
    List<Bar> bars = Bar.layOut(List.of(THREE_FOUR, new TimeSignature(16, 2, 4)), 4, 30);
    assertEquals(List.of(0L, 12L, 16L, 24L), bars.stream().map(Bar::start).toList());
    assertTrue(bars.get(0).isWhole(4));
    assertFalse(bars.get(1).isWhole(4));
    assertEquals(32, bars.get(3).end());
  }

  @Test
  void doesNotDriftWhereBarsAreNoWholeTicks() {
    List<Bar> bars = Bar.layOut(List.of(new TimeSignature(0, 3, 8)), 1, 9);
    assertEquals(List.of(0L, 1L, 3L, 4L, 6L, 7L), bars.stream().map(Bar::start).toList());
  }
}
