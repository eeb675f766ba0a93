package ductus.text.word;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordSplittingTest {
  private static void assertWords(String text, String... words) {
    assertEquals(List.of(words), WordSplitting.of(text), text);
  }

  @Test
  void marksStandByThemselves() {
    assertWords(
        "Well, \u201CI see!\u201D (No.)",
        "Well",
        ",",
        "\"",
        "I",
        "see",
        "!",
        "\"",
        "(",
        "No",
        ".",
        ")");
  }

  @Test
  void whatIsJoinedWithAnApostropheIsCutOff() {
    assertWords(
        "I don\u2019t know Anna's o'clock", "I", "do", "n't", "know", "Anna", "'s", "o'clock");
    assertWords("they'll WON'T", "they", "'ll", "WO", "N'T");
  }

  @Test
  void hyphensNumbersTitlesAndInitialsStayWhole() {
    assertWords("sixty-three 3.5 1,000 10:30.", "sixty-three", "3.5", "1,000", "10:30", ".");
    assertWords("Dr. J. Smith met I.", "Dr.", "J.", "Smith", "met", "I", ".");
  }

  @Test
  void otherScriptsAndWhiteSpaceAreNoTrouble() {
    assertWords("  \t\n");
    assertWords("Zoe\u0308 \uD83D\uDE00 \u4F60\u597D", "Zo\u00EB", "\uD83D\uDE00", "\u4F60\u597D");
  }
}
