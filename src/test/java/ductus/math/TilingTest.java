package ductus.math;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TilingTest {
  private static final Tiling TILING = new Tiling(8, 3, 65_536, 384);

  @Test
  void isReadAsItWasWritten() {
    assertEquals("8x3,65536,384", TILING.text());
    assertEquals(TILING, Tiling.of(TILING.text()));
    assertEquals("tiles of 8×3, rows of 256 kB, blocks of 384", TILING.description());
  }

  @Test
  void refusesWhatThereIsNot() {
    assertRefused("tiles must have 4 or 8 rows but have 6", () -> TILING.tiles(6, 3));
    assertRefused("strips of a tile must be 1 to 3 but were 4", () -> TILING.tiles(8, 4));
    assertRefused("rows of a block must be 1 to 16384 but were 0", () -> TILING.block(0));
    assertRefused(
        "floats of rows must be 1 to 16777216 but were 99999999",
        () -> TILING.rowFloats(99_999_999));
    assertRefused(
        "a tiling must be rows×strips, floats of rows and rows of a block, such as 8x3,65536,384,"
            + " but was 8x3",
        () -> Tiling.of("8x3"));
  }
}
