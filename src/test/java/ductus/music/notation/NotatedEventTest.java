package ductus.music.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.music.KeySpelling;
import ductus.music.TimeSignature;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NotatedEventTest {
  private static final NotatedBar COMMON = bar(192, "4/4");
  private static final NotatedBar JIG = bar(144, "6/8");

  @Test
  void oneSignSaysWhatOneSignCanSay() {
    assertEquals("192", values(COMMON, 0, 192));
    assertEquals("144", values(COMMON, 0, 144));
    assertEquals("72", values(JIG, 0, 72));
    assertEquals("144", values(JIG, 0, 144));
    assertEquals("36", values(COMMON, 48, 84));
  }

  @Test
  void syncopationsAreOneSignAndOtherNotesAreTiedAtTheBeat() {
    assertEquals("48", values(COMMON, 24, 72));
    assertEquals("36 12", values(COMMON, 12, 60));
    assertEquals("48 12", values(COMMON, 0, 60));
    assertEquals("24 24", values(JIG, 48, 96));
    assertEquals("72 24", values(JIG, 0, 96));
    assertEquals("192 48", values(bar(240, "5/4"), 0, 240));
  }

  @Test
  void tripletsStayWithinTheBeat() {
    assertEquals("16t", values(COMMON, 0, 16));
    assertEquals("32t", values(COMMON, 16, 48));
    assertEquals("16t 16t", values(COMMON, 32, 64));
    assertEquals("16t 48", values(COMMON, 32, 96));
  }

  @Test
  void everyLengthCanBeSaid() {
    for (NotatedBar bar : List.of(COMMON, JIG, bar(84, "7/16"), bar(100, "9/8"))) {
      for (int from = 0; from < bar.length(); from++) {
        for (int to = from + 1; to <= bar.length(); to++) {
          int sum = NotatedEvent.values(bar, from, to).stream().mapToInt(NoteValue::units).sum();
          assertEquals(to - from, sum, bar.metre() + " from " + from + " to " + to);
        }
      }
    }
  }

  private static String values(NotatedBar bar, int from, int to) {
    return NotatedEvent.values(bar, from, to).stream()
        .map(value -> value.units() + (value.triplet() ? "t" : ""))
        .collect(Collectors.joining(" "));
  }

  private static NotatedBar bar(int length, String metre) {
    return new NotatedBar(0, length, 0, 0, TimeSignature.parse(metre), KeySpelling.parse("C"));
  }
}
