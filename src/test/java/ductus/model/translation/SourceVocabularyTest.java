package ductus.model.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.Gson;
import com.google.gson.annotations.JsonAdapter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceVocabularyTest {
  private static final Gson GSON = new Gson();

  /** Where a vocabulary stands in a file. */
  record Shape(@JsonAdapter(SourceVocabulary.AsJson.class) SourceVocabulary words) {}

  private static void requireSameAfterwards(SourceVocabulary vocabulary, String json) {
    String whole = "{\"words\":" + json + "}";
    assertEquals(whole, GSON.toJson(new Shape(vocabulary)));
    assertEquals(vocabulary, GSON.fromJson(whole, Shape.class).words());
  }

  @Test
  void aVocabularyWithoutNeighborsIsAList() {
    requireSameAfterwards(new SourceVocabulary(List.of("a", "b"), null), "[\"a\",\"b\"]");
  }

  @Test
  void followersAreOfAllWords() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new SourceVocabulary(List.of("a", "b"), Map.of("", List.of("a"), "a", List.of(""))));
  }

  @Test
  void aVocabularyWithNeighborsIsAnObject() {
    requireSameAfterwards(
        new SourceVocabulary(
            List.of("a", "b"),
            Map.of("b", List.of(""), "", List.of("0", "a"), "a", List.of("b"), "0", List.of("a"))),
        "{\"\":[\"0\",\"a\"],\"0\":[\"a\"],\"a\":[\"b\"],\"b\":[\"\"]}");
  }
}
