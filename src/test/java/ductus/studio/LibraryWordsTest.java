package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.task.registry.Regenerators;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Library names all kinds of things that can be made, in each language of the page. */
class LibraryWordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void eachKindOfThingHasItsWord(String language) throws IOException {
    JsonObject kinds = words(language).getAsJsonObject("library").getAsJsonObject("kinds");
    new Regenerators("test", 1)
        .all()
        .forEach(
            one ->
                assertTrue(kinds.has(one.kind().name()), () -> one.kind().name() + " of " + kinds));
  }

  private static JsonObject words(String language) throws IOException {
    String name = "words/" + language + ".json";
    try (InputStream in =
        Objects.requireNonNull(LibraryWordsTest.class.getResourceAsStream(name), name)) {
      return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .getAsJsonObject();
    }
  }
}
