package ductus.cli.setting;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionWordsTest {
  @Test
  void dividesAsAShellWould() {
    assertEquals(List.of(), OptionWords.of(" \t"));
    assertEquals(List.of("--seed", "7"), OptionWords.of(" --seed  7 "));
    assertEquals(List.of("--hand", "my own hand"), OptionWords.of("--hand 'my own hand'"));
    assertEquals(List.of("--hand=my hand"), OptionWords.of("--hand=\"my hand\""));
    assertEquals(List.of("--hand", ""), OptionWords.of("--hand ''"));
    assertEquals(List.of("a b", "it's", "a\"b"), OptionWords.of("a\\ b \"it's\" a\\\"b"));
    assertEquals(List.of("C:\\hands\\mine"), OptionWords.of("C:\\hands\\mine"));
    assertEquals(List.of("\\'"), OptionWords.of("'\\'\\'"));
  }

  @Test
  void refusesAnOpenQuote() {
    assertRefused("a quote (') is not closed", () -> OptionWords.of("--hand 'mine"));
    assertRefused("a quote (\") is not closed", () -> OptionWords.of("\""));
  }
}
