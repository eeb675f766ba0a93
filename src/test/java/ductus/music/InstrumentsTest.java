package ductus.music;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class InstrumentsTest {
  @Test
  void everyNameMeansItsProgram() {
    for (int program = 0; program < 128; program++) {
      String name = Instruments.name(program);
      assertEquals(program, Instruments.program(name));
      assertEquals(program, Instruments.program(name.toUpperCase(java.util.Locale.ROOT)));
      assertEquals(program, Instruments.program(name.replace(' ', '_')));
      assertEquals(program, Instruments.program(Integer.toString(program)));
    }
    assertEquals("Flute", Instruments.name(73));
    assertEquals("Gunshot", Instruments.name(127));
  }

  @Test
  void partsOfNamesWillDo() {
    assertEquals(73, Instruments.program("flute"));
    assertEquals(0, Instruments.program("piano"));
    assertEquals(24, Instruments.program("guitar"));
    assertEquals(14, Instruments.program("tubular"));
    assertEquals(46, Instruments.program("harp"), "not the harpsichord");
    assertEquals(60, Instruments.program(" french-HORN "));
  }

  @Test
  void listsTheNearestNames() {
    assertMessage("fluet", "Flute");
    assertMessage("violine", "Violin");
    assertMessage("sax", "Soprano Sax, Alto Sax, Tenor Sax, Baritone Sax");
    assertMessage("", "nearest");
    assertMessage("128", "0 to 127");
    assertThrows(IllegalArgumentException.class, () -> Instruments.name(128));
  }

  private static void assertMessage(String name, String part) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Instruments.program(name)).toString();
    assertTrue(message.contains(part), message);
  }
}
