package ductus.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NameListTest {
  private static List<String> names(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
  }

  @Test
  void ofManyTheFirstAreNamed() {
    assertEquals("", NameList.of(names(0)));
    assertEquals("1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12", NameList.of(names(12)));
    assertEquals("1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, and 1 more", NameList.of(names(13)));
    assertEquals("1, 2, and 998 more", NameList.of(names(1000), 2));
  }
}
