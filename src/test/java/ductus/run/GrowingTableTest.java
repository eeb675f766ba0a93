package ductus.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingTableTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void goesOnBehindTheRowsThatStay() throws Exception {
    Path file = folder.resolve("table.csv");
    GrowingTable table = new GrowingTable(file);
    for (long number : List.of(3L, 10L, 12L)) {
      table.head(List.of("number", "value"));
      table.add(number, List.of(0.5 * number));
    }
    assertEquals(
        List.of("number,value", "3,1.50000", "10,5.00000", "12,6.00000"), Files.readAllLines(file));
    Files.writeString(file, Files.readString(file) + "1", java.nio.charset.StandardCharsets.UTF_8);
    table.cut(10);
    table.add(11, List.of(-1e-9));
    assertEquals(
        List.of("number,value", "3,1.50000", "10,5.00000", "11,-1.00000e-09"),
        Files.readAllLines(file));
    table.cut(0);
    assertFalse(Files.exists(file));
  }
}
