package ductus.task.music.piece;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PieceCacheTest {
  private static final String HOME = Path.of("home").toAbsolutePath().toString();

  @Test
  void liesWhereTheUserKeepsCaches() {
    assertEquals(Path.of(HOME, ".cache", "ductus"), PieceCache.place(null, null, HOME));
    assertEquals(Path.of(HOME, "c", "ductus"), PieceCache.place(null, HOME + "/c", HOME));
    assertEquals(Path.of(HOME, ".cache", "ductus"), PieceCache.place(null, "not/absolute", HOME));
    assertEquals(Path.of("mine"), PieceCache.place("mine", HOME + "/c", HOME));
  }

  @Test
  void liesNowhereWhereNoneIsWantedOrThereIsNoHome() {
    assertNull(PieceCache.place("", HOME + "/c", HOME));
    assertNull(PieceCache.place(null, null, null));
    assertNull(PieceCache.place(null, "", ""));
    assertNull(PieceCache.place("no\0path", null, HOME));
  }
}
