package ductus.ink.read;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.read.source.InkDraft;
import ductus.ink.read.source.InkSource;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Ink in JSON, a format of our own that says all we know of it:
 *
 * <pre>{@code
 * {"format": "ductus-ink", "version": 1, "pieces": [
 *   {"text": "ah", "writer": "Anna", "strokes": [
 *     [[0, 0], [1.5, 2]],
 *     [[3, 0, 0.5, 0.8], [3, 1, 0.51, 0.9], [3, 2, null, 0.9]]]}]}
 * }</pre>
 *
 * A point is x, y (up) and, where known, seconds and pressure from 0 to 1; text and writer may be
 * missing.
 */
public final class InkJson {
  /** Name of the format in a file. */
  public static final String FORMAT = "ductus-ink";

  private static final int VERSION = 1;

  private final InkSource source;
  private final JsonReader json;
  private final InkDraft draft;

  private InkJson(InkSource source) {
    this.source = source;
    this.json = new JsonReader(new StringReader(source.text()));
    this.draft = new InkDraft(source, json::getPreviousPath);
  }

  /** Writes ink as JSON; the same ink gives the same text. What is not a number is null. */
  public static String write(List<Handwriting> pieces) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      json.name("format").value(FORMAT).name("version").value(VERSION);
      json.name("pieces").beginArray();
      for (Handwriting piece : pieces) {
        write(piece, json);
      }
      json.endArray().endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text + "\n";
  }

  private static void write(Handwriting piece, JsonWriter json) throws IOException {
    json.beginObject();
    if (piece.text().isPresent()) {
      json.name("text").value(piece.text().get());
    }
    if (piece.writer().isPresent()) {
      json.name("writer").value(piece.writer().get());
    }
    json.name("strokes").beginArray();
    for (Stroke stroke : piece.strokes()) {
      json.beginArray();
      for (PenPoint point : stroke.points()) {
        write(point, json);
      }
      json.endArray();
    }
    json.endArray().endObject();
  }

  private static void write(PenPoint point, JsonWriter json) throws IOException {
    boolean timed = Double.isFinite(point.seconds());
    boolean pressed = Double.isFinite(point.pressure());
    json.beginArray();
    number(point.x(), json);
    number(point.y(), json);
    if (timed) {
      number(point.seconds(), json);
    } else if (pressed) {
      json.nullValue();
    }
    if (pressed) {
      number(point.pressure(), json);
    }
    json.endArray();
  }

  /** Writes a number; a whole one stands without a decimal point. */
  private static void number(double value, JsonWriter json) throws IOException {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      json.value((long) value);
    } else {
      json.value(value);
    }
  }

  static List<Handwriting> read(InkSource source) throws BadFileException {
    InkJson reader = new InkJson(source);
    try {
      reader.document();
    } catch (IOException | IllegalStateException | NumberFormatException broken) {
      throw source.error(reader.json.getPath(), "is not as expected: " + broken.getMessage());
    }
    return reader.draft.pieces();
  }

  private void document() throws BadFileException, IOException {
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "version" -> version();
        case "pieces" -> pieces();
        default -> json.skipValue();
      }
    }
    json.endObject();
    if (json.peek() != JsonToken.END_DOCUMENT) {
      throw new IllegalStateException("something follows the end");
    }
  }

  private void version() throws BadFileException, IOException {
    int version = json.nextInt();
    if (version != VERSION) {
      throw source.error(
          "$.version", "must be " + VERSION + " but was " + version + ": get a newer Ductus");
    }
  }

  private void pieces() throws BadFileException, IOException {
    json.beginArray();
    while (json.hasNext()) {
      piece();
    }
    json.endArray();
  }

  private void piece() throws BadFileException, IOException {
    Optional<String> text = Optional.empty();
    Optional<String> writer = Optional.empty();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "text" -> text = Optional.of(json.nextString());
        case "writer" -> writer = Optional.of(json.nextString());
        case "strokes" -> strokes();
        default -> json.skipValue();
      }
    }
    json.endObject();
    draft.endPiece(text, writer);
  }

  private void strokes() throws BadFileException, IOException {
    json.beginArray();
    while (json.hasNext()) {
      json.beginArray();
      while (json.hasNext()) {
        point();
      }
      json.endArray();
      draft.endStroke();
    }
    json.endArray();
  }

  private void point() throws BadFileException, IOException {
    json.beginArray();
    double x = json.nextDouble();
    double y = json.nextDouble();
    double seconds = json.hasNext() ? numberOrUnknown() : Double.NaN;
    double pressure = json.hasNext() ? numberOrUnknown() : Double.NaN;
    draft.add(x, y, seconds, pressure);
    json.endArray();
  }

  private double numberOrUnknown() throws IOException {
    if (json.peek() == JsonToken.NULL) {
      json.nextNull();
      return Double.NaN;
    }
    return json.nextDouble();
  }
}
