package ductus.task.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.generate.translation.TranslationCandidate;
import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.CoreConfig;
import ductus.model.pen.Alphabet;
import ductus.model.translation.AttentionChoice;
import ductus.model.translation.SourceVocabulary;
import ductus.model.translation.TranslationConfig;
import ductus.model.translation.TranslationNetwork;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TranslatorTest {
  private final Workers workers = new Workers(1);
  private final Translator translator = translator(AttentionChoice.ADDITIVE);

  private Translator translator(AttentionChoice attention) {
    return translator(attention, null);
  }

  private Translator translator(AttentionChoice attention, @Nullable SourceVocabulary words) {
    TranslationNetwork network =
        new TranslationNetwork(
            new TranslationConfig(
                new Alphabet(" abc"),
                new Alphabet("01"),
                10,
                3,
                attention,
                4,
                new CoreConfig("gru+bidirectional", 1, 6),
                words));
    network.initialize(Seeded.random(1));
    return new Translator(network, 2, KernelChoice.best(), workers);
  }

  @AfterEach
  void endWorkers() {
    workers.close();
  }

  @Test
  void saysWhatItCannotRead() {
    requireComplaint("  ", "must have characters but is empty");
    requireComplaint("a".repeat(21), "at most 20 characters long, 2 times the longest");
    requireComplaint(
        "ab d", "character 4, d (U+0064), is none that the model learned: it knows abc");
    translator.require(" ".repeat(50) + "a".repeat(20));
  }

  @Test
  void refusesWordsThatWereNotLearnedWhereThereAreNoOthers() {
    Translator strict =
        translator(AttentionChoice.ADDITIVE, new SourceVocabulary(List.of("ab", "abc"), null));
    strict.require("abc ab");
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> strict.require("ab cab"));
    assertEquals(
        "\"cab\" is none of the 2 words that the model learned, such as ab, abc",
        refused.getMessage());
    assertEquals(List.of(), strict.strangeNeighbors("abc ab"));
  }

  @Test
  void saysWhichNeighborsWereNotLearned() {
    Translator strict =
        translator(
            AttentionChoice.ADDITIVE,
            new SourceVocabulary(
                List.of("ab", "abc"),
                Map.of("", List.of("ab"), "ab", List.of("abc", ""), "abc", List.of("ab"))));
    assertEquals(List.of(), strict.strangeNeighbors("ab, abc ab"));
    assertEquals(
        List.of("\"abc\" at the beginning", "\"abc abc\"", "\"abc\" at the end"),
        strict.strangeNeighbors("abc abc"));
    assertEquals(
        List.of("\"ab (digits)\"", "\"(digits)\" at the end"), strict.strangeNeighbors("ab 12"));
    assertEquals(List.of(), translator.strangeNeighbors("abc abc"));
    assertEquals(List.of("nothing but marks"), strict.strangeNeighbors(" - "));
    assertEquals(
        List.of("\"abc\" at the beginning", "\"abc abc\"", "\"abc\" at the end"),
        strict.strangeNeighbors("abc abc abc abc"));
  }

  @Test
  void aTargetSaysHowSureItIs() {
    TranslationCandidate found = translator.translate(List.of("abc")).get(0).get(0);
    int steps = found.text().length() + (found.ended() ? 1 : 0);
    assertEquals(found.logProbability(), steps * found.meanLogProbability(), 1e-9);
    assertEquals(Math.log(found.probability()), found.logProbability(), 1e-9);
    assertEquals(found.probability() < 0.5, found.isDoubtful());
  }

  private void requireComplaint(String text, String reason) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> translator.translate(List.of(text)));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains(reason), message);
  }

  @Test
  void translatesManyTextsAsItDoesEach() {
    List<String> texts = java.util.Collections.nCopies(40, "abc");
    List<List<TranslationCandidate>> all = translator.translate(texts);
    assertEquals(40, all.size());
    for (List<TranslationCandidate> each : all) {
      assertEquals(all.get(0).get(0).text(), each.get(0).text());
      assertEquals(all.get(0).get(0).logProbability(), each.get(0).logProbability());
    }
  }

  @Test
  void measuresWhatIsExact() {
    String found = translator.translate(List.of("abc")).get(0).get(0).text();
    TranslationEvaluation evaluation =
        TranslationEvaluation.of(
            translator,
            List.of(
                new TextPair("abc", found),
                new TextPair("abc", found + "0"),
                new TextPair("abcabcabcabc", "2")));
    assertEquals(3, evaluation.pairs());
    assertEquals(1, evaluation.exact());
    assertEquals(2, evaluation.wrong().size());
    assertEquals(
        List.of(
            new TranslationEvaluation.OfLength(1, 9, 2, 1),
            new TranslationEvaluation.OfLength(10, 19, 1, 0)),
        evaluation.byLength());
    assertEquals(1 / 3.0, evaluation.exactShare());
    assertTrue(evaluation.characterErrorRate() > 0);
  }

  @Test
  void theAttentionIsDrawn() {
    TranslationCandidate candidate = translator.translate(List.of("cab")).get(0).get(0);
    String svg = new String(AttentionPicture.svg("cab", candidate), StandardCharsets.UTF_8);
    assertTrue(svg.startsWith("<?xml") && svg.contains(">¶</text>"), svg);
    TranslationCandidate blind =
        translator(AttentionChoice.NONE).translate(List.of("cab")).get(0).get(0);
    assertThrows(IllegalArgumentException.class, () -> AttentionPicture.svg("cab", blind));
  }
}
