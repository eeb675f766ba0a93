package ductus.music;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class MetresTest {
  @Test
  void knowsAMetreWhereverItBegins() {
    assertTrue(Metres.contains(new TimeSignature(960, 6, 8)));
    assertEquals("6/8", Metres.ALL.get(Metres.indexOf(new TimeSignature(960, 6, 8))).toString());
  }

  @Test
  void leavesOutMetresThatAreHardlyEverWritten() {
    assertFalse(Metres.contains(new TimeSignature(0, 13, 16)));
    assertEquals(-1, Metres.indexOf(new TimeSignature(0, 13, 16)));
  }

  @Test
  void namesEachMetreOnce() {
    assertEquals(Metres.ALL.size(), new HashSet<>(Metres.ALL).size());
  }
}
