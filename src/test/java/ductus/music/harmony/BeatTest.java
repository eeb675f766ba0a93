package ductus.music.harmony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.Bar;
import ductus.music.TimeSignature;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeatTest {
  @Test
  void countsDottedBeatsInCompoundMetres() {
    List<Beat> beats = beats(new TimeSignature(0, 6, 8), 24);
    assertEquals(4, beats.size());
    assertEquals(new Beat(6, 12, 0, 1, 2), beats.get(1));
    assertTrue(beats.get(2).isDownbeat());
    assertTrue(beats.get(3).isMidBar());
  }

  @Test
  void hasNoMiddleInThreeFour() {
    assertFalse(beats(new TimeSignature(0, 3, 4), 12).stream().anyMatch(Beat::isMidBar));
  }

  @Test
  void cutsTheLastBeatOfABarThatAMetreChangeCuts() {
    List<Bar> bars =
        Bar.layOut(List.of(new TimeSignature(0, 4, 4), new TimeSignature(10, 3, 4)), 4, 22);
    List<Beat> beats = Beat.of(bars, 4);
    assertEquals(new Beat(8, 10, 0, 2, 3), beats.get(2));
    assertEquals(10, beats.get(3).start());
  }

  private static List<Beat> beats(TimeSignature metre, int steps) {
    return Beat.of(Bar.layOut(List.of(metre), 4, steps), 4);
  }
}
