package ductus.music;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TimeSignatureTest {
  @Test
  void dotsTheBeatsOfCompoundMetres() {
    assertEquals(1.5, metre(6, 8).quartersPerBeat());
    assertEquals(3, metre(6, 4).quartersPerBeat());
    assertEquals(0.5, metre(3, 8).quartersPerBeat());
    assertEquals(2, metre(2, 2).quartersPerBeat());
    assertTrue(metre(9, 8).isCompound());
    assertFalse(metre(3, 4).isCompound());
  }

  @Test
  void comparesMetresWhereverTheyBegin() {
    assertTrue(metre(6, 8).sameMetre(new TimeSignature(99, 6, 8)));
    assertFalse(metre(6, 8).sameMetre(metre(3, 4)));
  }

  @Test
  void givesEachMetreATempoThatCanBePlayed() {
    assertEquals(135, metre(6, 8).typicalQuartersPerMinute());
    assertEquals(108, metre(4, 4).typicalQuartersPerMinute());
    assertEquals(160, metre(2, 2).typicalQuartersPerMinute());
    assertEquals(75, metre(3, 8).typicalQuartersPerMinute());
  }

  @Test
  void fitsGridsOnWhichItsBarsAreWhole() {
    assertTrue(metre(7, 8).fits(4));
    assertFalse(metre(7, 8).fits(3));
    assertTrue(metre(6, 8).fits(3));
    assertFalse(metre(1, 8).fits(1));
  }

  private static TimeSignature metre(int numerator, int denominator) {
    return new TimeSignature(0, numerator, denominator);
  }
}
