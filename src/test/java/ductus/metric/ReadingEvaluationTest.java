package ductus.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.metric.ReadingEvaluation.OfHand;
import ductus.metric.ReadingEvaluation.ReadLine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingEvaluationTest {
  private static OfHand hand(String name, String... writtenAndRead) {
    CharacterErrors errors = CharacterErrors.NONE;
    List<ReadLine> lines = new ArrayList<>();
    for (int i = 0; i < writtenAndRead.length; i += 2) {
      lines.add(new ReadLine(writtenAndRead[i], writtenAndRead[i + 1]));
      errors = errors.plus(CharacterErrors.of(writtenAndRead[i], writtenAndRead[i + 1]));
    }
    return new OfHand(name, errors, lines);
  }

  @Test
  void countsLinesOfWhichNextToNothingWasFoundOnTheirOwn() {
    ReadingEvaluation evaluation =
        new ReadingEvaluation(
            List.of(
                hand("a", "one two", "one too", "Word!", "blue tacks"),
                hand("b", "abcde", "xyzde")),
            1);
    assertEquals(new CharacterErrors(1 + 10 + 3, 7 + 5 + 5), evaluation.total());
    assertEquals(1, evaluation.linesNotFound());
    assertEquals(new CharacterErrors(1 + 3, 7 + 5), evaluation.totalOfFound());
    assertEquals(new CharacterErrors(1 + 2 + 1, 2 + 1 + 1), evaluation.words());
  }
}
