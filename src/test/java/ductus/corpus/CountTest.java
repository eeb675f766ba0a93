package ductus.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CountTest {
  @Test
  void putsTheMostFrequentFirst() {
    assertEquals(
        List.of(new Count("b", 2), new Count("a", 1), new Count("c", 1)),
        Count.of(Stream.of("c", "b", "a", "b")));
  }

  @Test
  void countsReasonsThatDifferInTheirNumbersAsOne() {
    assertEquals(
        List.of(new Count("track N says N bytes", 2), new Count("is empty", 1)),
        Count.ofReasons(
            Stream.of("byte 14: track 1 says 9 bytes", "is empty", "track 2 says -1 bytes")));
  }
}
