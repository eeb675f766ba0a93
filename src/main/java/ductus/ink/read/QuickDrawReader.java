package ductus.ink.read;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.read.source.InkDraft;
import ductus.ink.read.source.InkSource;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads drawings of Quick, Draw!, a JSON object a line, simplified or raw: a stroke is an array of
 * x, one of y and, where raw, one of milliseconds; y down. The word that was asked for is a
 * drawing's text, whether or not it was recognized.
 */
final class QuickDrawReader {
  private final InkDraft draft;
  private int line;

  private QuickDrawReader(InkSource source) {
    draft = new InkDraft(source, () -> "line " + line);
  }

  static List<Handwriting> read(InkSource source) throws BadFileException {
    QuickDrawReader reader = new QuickDrawReader(source);
    for (String text : (Iterable<String>) source.text().lines()::iterator) {
      reader.line++;
      if (!text.isBlank()) {
        try (JsonReader json = new JsonReader(new StringReader(text))) {
          reader.drawing(json);
        } catch (IOException | IllegalStateException | NumberFormatException broken) {
          throw source.error(
              "line " + reader.line,
              "must be a drawing in JSON but is not: " + broken.getMessage());
        }
      }
    }
    return reader.draft.pieces();
  }

  private void drawing(JsonReader json) throws BadFileException, IOException {
    Optional<String> word = Optional.empty();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "word" -> word = Optional.of(json.nextString());
        case "drawing" -> strokes(json);
        default -> json.skipValue();
      }
    }
    json.endObject();
    if (json.peek() != JsonToken.END_DOCUMENT) {
      throw new IllegalStateException("something follows it");
    }
    draft.endPiece(word, Optional.empty());
  }

  private void strokes(JsonReader json) throws BadFileException, IOException {
    json.beginArray();
    while (json.hasNext()) {
      json.beginArray();
      List<Double> x = numbers(json);
      List<Double> y = numbers(json);
      List<Double> milliseconds = json.hasNext() ? numbers(json) : List.of();
      json.endArray();
      if (x.size() != y.size() || (!milliseconds.isEmpty() && milliseconds.size() != x.size())) {
        throw new IllegalStateException(
            "a stroke's arrays must be of one length but have %d, %d and %d numbers"
                .formatted(x.size(), y.size(), milliseconds.size()));
      }
      for (int i = 0; i < x.size(); i++) {
        double seconds = milliseconds.isEmpty() ? Double.NaN : milliseconds.get(i) / 1000;
        draft.add(x.get(i), -y.get(i), seconds, Double.NaN);
      }
      draft.endStroke();
    }
    json.endArray();
  }

  private static List<Double> numbers(JsonReader json) throws IOException {
    List<Double> numbers = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      numbers.add(json.nextDouble());
    }
    json.endArray();
    return numbers;
  }
}
