package ductus.music.encoding.poly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.music.frames.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameHistoryTest {
  @Test
  void knowsHowLongAPitchHasBeenSounding() {
    FrameHistory history =
        history(Frame.of(60, 64), Frame.of(60, 65), Frame.of(60), Frame.of(60, 64));
    assertEquals(4, history.age(60));
    assertEquals(1, history.age(64));
    assertEquals(0, history.age(65));
    assertEquals(0, history.age(Frame.NONE));
  }

  @Test
  void looksBackAndSeesRepetitions() {
    FrameHistory history = history(Frame.of(60), Frame.of(62), Frame.of(62), Frame.of(62));
    assertEquals(Frame.of(62), history.back(1));
    assertEquals(Frame.of(60), history.back(4));
    assertEquals(Frame.SILENT, history.back(5));
    assertEquals(2, history.unchanged());
    assertEquals(1, history.repetition(2));
    assertEquals(0, history.repetition(3));
    assertEquals(2, history.repetition(4));
  }

  @Test
  void findsTheKey() {
    Frame[] cadence = {
      Frame.of(48, 55, 64, 72), Frame.of(53, 57, 65, 72), Frame.of(55, 59, 62, 71), Frame.of(48, 64)
    };
    assertEquals(0, history(cadence).key());
    assertEquals(
        7, history(List.of(cadence).stream().map(f -> f.transpose(7)).toArray(Frame[]::new)).key());
    assertEquals(
        12 + 9,
        history(Frame.of(45, 60, 64), Frame.of(50, 57, 65), Frame.of(52, 59, 68), Frame.of(45, 57))
            .key());
  }

  private static FrameHistory history(Frame... frames) {
    FrameHistory history = new FrameHistory();
    for (Frame frame : frames) {
      history.add(frame);
    }
    return history;
  }
}
