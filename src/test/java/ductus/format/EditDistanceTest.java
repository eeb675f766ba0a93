package ductus.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EditDistanceTest {
  @Test
  void countsWhatHasToBeChanged() {
    assertEquals(0, EditDistance.of("", ""));
    assertEquals(3, EditDistance.of("", "abc"));
    assertEquals(3, EditDistance.of("abc", ""));
    assertEquals(3, EditDistance.of("kitten", "sitting"));
    assertEquals(1, EditDistance.of("a\uD835\uDD38b", "ab"), "in code points");
  }
}
