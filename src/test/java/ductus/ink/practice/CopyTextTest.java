package ductus.ink.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CopyTextTest {
  private static final String MARKS = ".,;:!?'\"()-&%/$+=";

  @Test
  void tenSentencesShowAllLettersDigitsAndUsualMarks() {
    assertEquals(10, CopyText.sentences().size());
    Set<Integer> shown =
        CopyText.sentences().stream()
            .flatMap(text -> text.codePoints().boxed())
            .collect(Collectors.toSet());
    for (int c = ' '; c <= '~'; c++) {
      boolean wanted = Character.isLetterOrDigit(c) || c == ' ' || MARKS.indexOf(c) >= 0;
      assertEquals(wanted, shown.contains(c), Character.toString(c));
    }
  }

  @Test
  void eachFitsIntoALineAndNoneIsKeptForMeasuring() {
    for (String sentence : CopyText.sentences()) {
      assertTrue(sentence.length() <= 46, sentence);
      assertFalse(HeldOutText.sentences().contains(sentence), sentence);
    }
  }
}
