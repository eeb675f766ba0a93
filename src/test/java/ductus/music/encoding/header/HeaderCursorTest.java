package ductus.music.encoding.header;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.Metres;
import ductus.music.TimeSignature;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderCursorTest {
  private static final HeaderTokens TOKENS = new HeaderTokens(3, List.of(4, 6), 7);
  private static final TimeSignature THREE_EIGHT = new TimeSignature(0, 3, 8);

  @Test
  void eachTokenIsOfOneSort() {
    for (int token = 3; token <= TOKENS.moreBars(); token++) {
      int sorts = TOKENS.isGrid(token) ? 1 : 0;
      sorts += TOKENS.isMetre(token) ? 1 : 0;
      sorts += TOKENS.isSetting(token) ? 1 : 0;
      sorts += TOKENS.isLength(token) ? 1 : 0;
      assertEquals(1, sorts, "token " + token);
    }
    assertEquals(3 + 2 + Metres.ALL.size() + 7 + 64, TOKENS.moreBars());
    assertEquals("6 steps a quarter", TOKENS.describe(TOKENS.gridToken(6)));
    assertEquals("3/8", TOKENS.describe(TOKENS.metreToken(THREE_EIGHT)));
    assertEquals("1 bar", TOKENS.describe(TOKENS.lengthToken(1)));
    assertEquals("more than 64 bars", TOKENS.describe(TOKENS.lengthToken(65)));
    assertThrows(IllegalArgumentException.class, () -> TOKENS.gridToken(5));
    assertThrows(IllegalArgumentException.class, () -> TOKENS.lengthToken(0));
  }

  @Test
  void takesWhatAHeaderSaysInItsOrder() {
    HeaderCursor cursor = new HeaderCursor(TOKENS, 12);
    int[] header = {
      HeaderTokens.START,
      TOKENS.gridToken(4),
      TOKENS.metreToken(THREE_EIGHT),
      TOKENS.settingToken(5),
      TOKENS.lengthToken(2)
    };
    for (int t = 0; t < header.length; t++) {
      assertEquals(t, cursor.done());
      for (int token = 0; token <= TOKENS.moreBars(); token++) {
        assertTrue(token != header[t] || cursor.allows(token));
      }
      assertFalse(cursor.allows(header[(t + 1) % header.length]));
      cursor.accept(header[t]);
    }
    assertTrue(cursor.isWhole());
    assertEquals(5, cursor.setting());
    assertEquals(6, cursor.place().stepsPerBar());
    assertEquals(2, cursor.place().barsLeft());
    assertFalse(cursor.allows(HeaderTokens.START));
  }

  @Test
  void countsFeltBeatsOverTheBarsLast() {
    HeaderCursor cursor = new HeaderCursor(TOKENS, 12);
    cursor.accept(HeaderTokens.START);
    cursor.accept(TOKENS.gridToken(4));
    cursor.accept(TOKENS.metreToken(new TimeSignature(0, 6, 8)));
    BarPosition place = cursor.place();
    for (int step = 0; step < 36; step++) {
      assertEquals(step / 6, place.beatsDone());
      place.step();
    }
  }
}
