package ductus.music.frames;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import ductus.file.BadFileException;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets of pieces in one JSON file, as the polyphonic sets of Boulanger-Lewandowski et al. (2012)
 * circulate: {@code {"train": [piece ...], "valid": [piece ...]}}, a piece a list of frames, a
 * frame a list of pitches. A field {@code "steps_per_quarter"} may give the grid, before the
 * splits; else it is {@link #USUAL_GRID}.
 *
 * @param splits pieces by the name of their split, in the order of the file
 */
public record FrameSets(Map<String, List<Frames>> splits) {
  /** Steps a quarter note in files that do not say. */
  public static final int USUAL_GRID = 1;

  private static final String GRID = "steps_per_quarter";

  public FrameSets {
    Map<String, List<Frames>> copy = new LinkedHashMap<>();
    splits.forEach((name, pieces) -> copy.put(name, List.copyOf(pieces)));
    splits = Collections.unmodifiableMap(copy);
  }

  /** The pieces of all splits, in the order of the file. */
  public List<Frames> all() {
    return splits.values().stream().flatMap(List::stream).toList();
  }

  /**
   * Reads the sets of a file, piece by piece.
   *
   * @throws BadFileException if it is not JSON of this form; the complaint names split, piece and
   *     frame, counted from 1
   */
  public static FrameSets read(Path path) throws BadFileException, IOException {
    try (Reader text = Files.newBufferedReader(path);
        JsonReader json = new JsonReader(text)) {
      return new Reading(path, json).sets();
    } catch (CharacterCodingException binary) {
      throw new BadFileException(path, "not sets of frames: it is not text");
    }
  }

  /** A reading of a file, and where it is. */
  private static final class Reading {
    private final Path path;
    private final JsonReader json;
    private final Map<String, List<Frames>> splits = new LinkedHashMap<>();
    private int grid = USUAL_GRID;
    private String split = "";
    private int piece;
    private int frame;

    Reading(Path path, JsonReader json) {
      this.path = path;
      this.json = json;
    }

    FrameSets sets() throws BadFileException, IOException {
      try {
        require(JsonToken.BEGIN_OBJECT, "an object of splits");
        json.beginObject();
        while (json.hasNext()) {
          readField(json.nextName());
        }
        json.endObject();
        require(JsonToken.END_DOCUMENT, "one object");
      } catch (MalformedJsonException broken) {
        throw complaint("broken JSON");
      } catch (EOFException cut) {
        throw complaint("the file ends here");
      }
      if (splits.isEmpty()) {
        throw new BadFileException(path, "must have a split, such as \"train\", but has none");
      }
      return new FrameSets(splits);
    }

    private void readField(String name) throws BadFileException, IOException {
      if (name.equals(GRID)) {
        grid = number("steps per quarter");
        if (!Frames.GRIDS.contains(grid)) {
          throw complaint(
              "steps per quarter must be one of %s but were %d".formatted(Frames.GRIDS, grid));
        }
        return;
      }
      split = name;
      require(JsonToken.BEGIN_ARRAY, "a list of pieces");
      List<Frames> pieces = new ArrayList<>();
      json.beginArray();
      while (json.hasNext()) {
        piece++;
        pieces.add(piece());
      }
      json.endArray();
      piece = 0;
      frame = 0;
      if (splits.put(split, pieces) != null) {
        throw complaint("the split is there twice");
      }
    }

    private Frames piece() throws BadFileException, IOException {
      frame = 0;
      require(JsonToken.BEGIN_ARRAY, "a list of frames");
      List<Frame> frames = new ArrayList<>();
      json.beginArray();
      while (json.hasNext()) {
        frame++;
        frames.add(frame());
      }
      json.endArray();
      if (frames.isEmpty()) {
        throw complaint("a piece must have a frame but this has none");
      }
      return new Frames(grid, frames);
    }

    private Frame frame() throws BadFileException, IOException {
      require(JsonToken.BEGIN_ARRAY, "a list of pitches");
      Frame sounding = Frame.SILENT;
      json.beginArray();
      while (json.hasNext()) {
        int pitch = number("a pitch");
        if (!Frame.holds(pitch)) {
          throw complaint(
              "a pitch must be %d to %d but was %d".formatted(Frame.LOWEST, Frame.HIGHEST, pitch));
        }
        sounding = sounding.with(pitch);
      }
      json.endArray();
      return sounding;
    }

    private int number(String what) throws BadFileException, IOException {
      require(JsonToken.NUMBER, what + " as a number");
      String text = json.nextString();
      try {
        return Math.toIntExact((long) requireWhole(Double.parseDouble(text)));
      } catch (ArithmeticException | NumberFormatException odd) {
        throw complaint("%s must be a whole number but was %s".formatted(what, text));
      }
    }

    private static double requireWhole(double value) {
      if (value != Math.rint(value)) {
        throw new ArithmeticException();
      }
      return value;
    }

    private void require(JsonToken wanted, String what) throws BadFileException, IOException {
      JsonToken found = json.peek();
      if (found != wanted) {
        throw complaint(
            "must be %s but is %s"
                .formatted(
                    what,
                    switch (found) {
                      case BEGIN_ARRAY -> "a list";
                      case BEGIN_OBJECT -> "an object";
                      case END_DOCUMENT -> "at its end";
                      case STRING -> "a text";
                      case NUMBER -> "a number";
                      case NULL -> "null";
                      default -> "another value";
                    }));
      }
    }

    private BadFileException complaint(String reason) {
      StringBuilder place = new StringBuilder();
      if (!split.isEmpty()) {
        place.append(split).append(", ");
      }
      if (piece > 0) {
        place.append("piece ").append(piece).append(", ");
      }
      if (frame > 0) {
        place.append("frame ").append(frame).append(", ");
      }
      return new BadFileException(
          path, place.isEmpty() ? reason : place.substring(0, place.length() - 2) + ": " + reason);
    }
  }
}
