package ductus.task.handwriting.adaptation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.compose.ComposedLine;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnfinishedHandTest {
  /** An upright box of a height, as no letter is, which is easy to find again. */
  private static Handwriting box(int character, double bottom, double top) {
    Stroke stroke =
        new Stroke(
            List.of(
                PenPoint.at(5, bottom),
                PenPoint.at(7, bottom),
                PenPoint.at(7, top),
                PenPoint.at(5, top)));
    return new Handwriting(
        List.of(stroke), Optional.of(Character.toString(character)), Optional.empty());
  }

  private static UnfinishedHand of(String characters) {
    return new UnfinishedHand(characters.codePoints().mapToObj(c -> box(c, 10, 12)).toList());
  }

  @Test
  void showsACharacterInAWordOfWhatIsDrawn() {
    UnfinishedHand hand = of("aehnrt");
    String word = hand.wordWith('h');
    assertTrue(word.matches("[aehnrt]{4,8}") && word.contains("h"), word);
    assertTrue(of("aehnrtE").wordWith('E').matches("E[aehnrt]+"));
  }

  @Test
  void standsBetweenTwoWhereThereIsNoWord() {
    assertEquals("a!n", of("an!").wordWith('!').replace("n!a", "a!n"));
    assertEquals("071", of("an017").wordWith('7'));
    assertEquals("x", of("x").wordWith('x'));
  }

  @Test
  void standsOnTheLineInTheHandsOwnSize() {
    UnfinishedHand hand = new UnfinishedHand(List.of(box('a', 10, 12), box('b', 10, 14)));
    ComposedLine line = hand.write("ab");
    for (int i = 0; i < line.points(); i++) {
      double top = line.character(i) == 0 ? 1 : 2;
      assertTrue(line.y(i) > -0.1 && line.y(i) < top + 0.1, i + ": " + line.y(i));
    }
  }

  @Test
  void needsASmallLetterToMeasureBy() {
    assertThrows(IllegalArgumentException.class, () -> of("AB7"));
  }
}
