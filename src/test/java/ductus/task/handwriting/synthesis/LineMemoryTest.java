package ductus.task.handwriting.synthesis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.layout.WrittenLine;
import ductus.task.handwriting.synthesis.LineMemory.KnownLine;
import ductus.task.handwriting.synthesis.LineMemory.LineKey;
import ductus.task.handwriting.synthesis.LineMemory.LineOrigin;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineMemoryTest {
  private static final LineOrigin ORIGIN =
      new LineOrigin("model", StyleChoice.of("one"), new PenManner(0, 0), false, 1);

  private final LineMemory memory = LineMemory.ofPages();

  private static LineKey key(int time) {
    return new LineKey(ORIGIN, "a", time);
  }

  private void keep(int time, int points) {
    List<Stroke> strokes =
        points == 0
            ? List.of()
            : List.of(new Stroke(Collections.nCopies(points, new PenPoint(0, 0, 0, 1))));
    WrittenLine line =
        new WrittenLine("a", Handwriting.of(strokes), Collections.nCopies(points, 0));
    memory.keep(key(time), new KnownLine(line, WritingFigures.none(false)));
  }

  @Test
  void forgetsWhatWasNotAskedForTheLongest() {
    keep(1, 200_000);
    keep(2, 200_000);
    memory.find(key(1));
    keep(3, 200_000);
    assertTrue(memory.find(key(1)).isPresent());
    assertFalse(memory.find(key(2)).isPresent());
    assertTrue(memory.find(key(3)).isPresent());
  }

  @Test
  void linesWithoutInkAreForgottenToo() {
    for (int time = 1; time <= LineMemory.MOST_POINTS; time++) {
      keep(time, 0);
    }
    assertFalse(memory.find(key(1)).isPresent());
    assertTrue(memory.find(key(LineMemory.MOST_POINTS)).isPresent());
  }
}
