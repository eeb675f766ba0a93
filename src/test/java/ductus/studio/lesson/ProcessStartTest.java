package ductus.studio.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcessStartTest {
  private static final long DAY = 86_400_000;

  @Test
  void isTheSameWhenTheClockWasSet() {
    ProcessStart begun = new ProcessStart(20_000 * DAY, 5 * DAY);
    assertTrue(begun.isSame(new ProcessStart(19_999 * DAY, 5 * DAY + 1000)));
    assertFalse(begun.isSame(new ProcessStart(20_000 * DAY, 4 * DAY)), "another of its number");
  }

  @Test
  void goesByTheClockWhereNothingElseIsKnown() {
    ProcessStart begun = new ProcessStart(20_000 * DAY, 0);
    assertTrue(begun.isSame(new ProcessStart(20_000 * DAY + 1000, 5 * DAY)));
    assertFalse(begun.isSame(new ProcessStart(19_999 * DAY, 5 * DAY)));
  }

  @Test
  void findsAProcessThatBeganBeforeTheClockWasSet() {
    LessonProcess.Lesson now = LessonProcess.Lesson.of("anna", false, ProcessHandle.current());
    assertEquals(Optional.of(ProcessHandle.current()), now.process());
    if (now.up() > 0) {
      LessonProcess.Lesson set =
          new LessonProcess.Lesson("anna", false, now.pid(), now.begun() + DAY, now.up(), false);
      assertEquals(Optional.of(ProcessHandle.current()), set.process());
    }
  }
}
