package ductus.music.frames;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FramesTest {
  private static final Frames PIECE =
      new Frames(2, List.of(Frame.of(48, 60), Frame.SILENT, Frame.of(50)));

  @Test
  void knowsItsRange() {
    assertEquals(OptionalInt.of(48), PIECE.lowest());
    assertEquals(OptionalInt.of(60), PIECE.highest());
    assertEquals(OptionalInt.empty(), new Frames(1, List.of(Frame.SILENT)).lowest());
    assertEquals(3, PIECE.length());
  }

  @Test
  void movesToOtherKeysAndGrids() {
    assertEquals(
        new Frames(2, List.of(Frame.of(47, 59), Frame.SILENT, Frame.of(49))), PIECE.transpose(-1));
    assertEquals(new Frames(4, PIECE.steps()), PIECE.withStepsPerQuarter(4));
  }

  @Test
  void refusesAGridThatIsNone() {
    assertRefused(
        "steps a quarter must be one of [1, 2, 3, 4, 6, 8, 12] but were 5",
        () -> PIECE.withStepsPerQuarter(5));
  }
}
