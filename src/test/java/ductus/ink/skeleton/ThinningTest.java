package ductus.ink.skeleton;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ThinningTest {
  @Test
  void aBarBecomesALine() {
    Bitmap thin =
        Thinning.of(bitmap("         ", " ####### ", " ####### ", " ####### ", "         "));
    assertTrue(thin.area() >= 4);
    assertTrue(thin.pixels().allMatch(pixel -> pixel / 9 == 2), "all in its middle row");
  }

  @Test
  void aSlantingLineOfTwoPixelsStays() {
    Bitmap slanting = new Bitmap(20, 20);
    for (int i = 1; i < 18; i++) {
      slanting.set(i, i, true);
      slanting.set(i, i + 1, true);
    }
    assertTrue(Thinning.of(slanting).area() > 12);
  }

  @Test
  void aRingStaysARing() {
    Bitmap ring =
        bitmap("        ", " ###### ", " ###### ", " ##  ## ", " ###### ", " ###### ", "        ");
    Bitmap thin = Thinning.of(ring);
    assertEquals(1, new SkeletonPixels(ring, 2).lines().size());
    assertTrue(thin.area() < ring.area());
  }

  static Bitmap bitmap(String... rows) {
    Bitmap bitmap = new Bitmap(rows[0].length(), rows.length);
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < rows[row].length(); column++) {
        bitmap.set(row, column, rows[row].charAt(column) == '#');
      }
    }
    return bitmap;
  }
}
