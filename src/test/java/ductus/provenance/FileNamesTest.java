package ductus.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileNamesTest {
  @Test
  void replacesWhatSomeSystemRefuses() {
    assertEquals("a_b_c_d", FileNames.safe(" a/b\\c:d. "));
    assertEquals("_.._etc", FileNames.safe("../etc"));
    assertEquals("what__no", FileNames.safe("what?\nno"));
    assertEquals("_", FileNames.safe("..."));
    assertEquals("_", FileNames.safe(""));
    assertEquals("_-rf", FileNames.safe("-rf"));
    assertEquals("_.hidden", FileNames.safe(".hidden"));
    for (String device : List.of("CON", "nul", "Com1", "lpt9", "COM¹", "aux.txt", "prn.a.b")) {
      assertEquals("_" + device, FileNames.safe(device));
    }
    assertEquals("console", FileNames.safe("console"));
    assertEquals("Zoë", FileNames.safe("Zoe\u0308"));
  }

  @Test
  void cutsNamesBetweenCharacters() {
    String name = FileNames.safe("\uD83D\uDE00".repeat(100));
    assertEquals(180, name.getBytes(StandardCharsets.UTF_8).length);
    assertTrue(name.endsWith("\uD83D\uDE00"));
  }

  @Test
  void givesNoNameTwiceWhereCapitalsDoNotCount() {
    FileNames names = new FileNames();
    assertEquals(
        List.of("Anna", "anna_2", "anna_2_2", "ANNA_3", "straße", "STRASSE_2"),
        List.of("Anna", "anna", "anna_2", "ANNA", "straße", "STRASSE").stream()
            .map(names::next)
            .toList());
  }
}
