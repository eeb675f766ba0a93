package ductus.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NearestNameTest {
  private static Optional<String> of(String written) {
    return NearestName.of(written, Stream.of("hand", "band", "threads", "temperature"));
  }

  @Test
  void isTheMostAlike() {
    assertEquals(Optional.of("temperature"), of("temprature"));
    assertEquals(Optional.of("threads"), of("thread"));
  }

  @Test
  void beginsAlikeWhereSeveralAreAsNear() {
    assertEquals(Optional.of("hand"), of("hard"));
    assertEquals(Optional.of("band"), of("bard"));
  }

  @Test
  void isNoneWhereNoneIsLikeIt() {
    assertEquals(Optional.empty(), of("velocity"));
    assertEquals(Optional.empty(), of(""));
  }
}
