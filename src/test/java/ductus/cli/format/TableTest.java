package ductus.cli.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void alignsWordsToTheLeftAndNumbersToTheRight() {
    Table table = new Table("name", "notes").row("a", 1).row("longer", 1234);
    assertEquals(
        List.of("name    notes", "a           1", "longer   1234"),
        table.toString().lines().toList());
  }

  @Test
  void wantsACellForEachHeading() {
    Table table = new Table("name", "notes");
    assertThrows(IllegalArgumentException.class, () -> table.row("a"));
  }
}
