package ductus.ink.recognition.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WordListTest {
  private final WordList words =
      new WordList(new TreeMap<>(Map.of("a", 4.0, "an", 2.0, "and", 1.0, "be", 1.0)));

  private WordList.Beginning behind(String letters) {
    WordList.Beginning at = words.root();
    for (int letter : letters.codePoints().toArray()) {
      at = at.next(letter);
      assertNotNull(at, letters);
    }
    return at;
  }

  @Test
  void lettersFollowAsOftenAsTheWordsStand() {
    assertEquals(7.0 / 8, words.root().share('a'));
    assertEquals(1.0 / 8, words.root().share('b'));
    assertEquals(0, words.root().share('c'));
    assertEquals(0, words.root().endShare());
    assertEquals(3.0 / 7, behind("a").share('n'));
    assertEquals(4.0 / 7, behind("a").endShare());
    assertEquals(2.0 / 3, behind("an").endShare());
    assertEquals(1, behind("and").endShare());
    assertEquals(0, behind("b").endShare());
  }

  @Test
  void whereNoWordGoesOnThereIsNoBeginning() {
    assertNull(words.root().next('c'));
    assertNull(behind("and").next('s'));
  }

  @Test
  void theShippedLexiconHasPlainWordsNamesAndTheirFrequencies() {
    Lexicon lexicon = Lexicon.shipped();
    assertTrue(lexicon.root().share('t') > lexicon.root().share('k'));
    WordList.Beginning name = lexicon.names();
    for (char letter : "london".toCharArray()) {
      name = name.next(letter);
      assertNotNull(name);
    }
    assertTrue(name.endShare() > 0.5);
  }
}
