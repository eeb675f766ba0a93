package ductus.model.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PictureTest {
  @Test
  void isLinearBetweenTheMiddlesOfPixels() {
    float[] ink = new float[Picture.SIDE * Picture.SIDE];
    ink[2 * Picture.SIDE + 5] = 1;
    ink[2 * Picture.SIDE + 6] = 0.5f;
    Picture picture = new Picture(ink);
    double y = Picture.SIDE - 2.5;
    assertEquals(1, picture.at(5.5, y), 1e-6);
    assertEquals(0.75, picture.at(6, y), 1e-6);
    assertEquals(0.375, picture.at(6, y - 0.5), 1e-6);
    assertEquals(0, picture.at(3, y), 1e-6);
    assertEquals(0, picture.at(-10, 100), 1e-6);
  }

  @Test
  void hasItsPixels() {
    assertThrows(IllegalArgumentException.class, () -> new Picture(new float[5]));
  }
}
