package ductus.music;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NoteNameTest {
  @Test
  void countsOctavesAsScientistsDo() {
    assertEquals("C4", NoteName.of(60));
    assertEquals("D#4", NoteName.of(63));
    assertEquals("C-1", NoteName.of(0));
    assertEquals("G9", NoteName.of(127));
  }

  @Test
  void writesFlatsWhereTheSignatureHasThem() {
    assertEquals("Eb", NoteName.withoutOctave(63, -3));
    assertEquals("D#", NoteName.withoutOctave(63, 3));
    assertEquals("D#", NoteName.withoutOctave(63, 0));
  }

  @Test
  void knowsTheBlackKeys() {
    assertTrue(NoteName.isBlack(61));
    assertFalse(NoteName.isBlack(64));
  }
}
