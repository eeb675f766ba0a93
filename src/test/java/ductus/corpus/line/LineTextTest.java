package ductus.corpus.line;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "It wasn ' t mine .|It wasn't mine.",
        "ment . There ( so they say ) it was !|ment. There (so they say) it was!",
        "to follow , the main argu -|to follow, the main argu-",
        "call ( 800 ) 555 , ext. 3|call (800) 555, ext. 3",
        "C'est vrai ? Bonjour !|C'est vrai ? Bonjour !",
        "a = [ b ] ; c|a = [ b ] ; c",
        "two   words|two words",
        "it costs .50|it costs .50"
      })
  void closesUpPunctuationWhereATextSetsAllOfItApart(String label, String text) {
    assertEquals(text, LineText.of(label));
  }
}
