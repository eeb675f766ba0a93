package ductus.file;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Records as files of JSON that people can read. */
public final class JsonFile {
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();
  private static final Gson WHOLE =
      new GsonBuilder().registerTypeAdapterFactory(new RequiredFields(true)).create();
  private static final Gson FORMER =
      new GsonBuilder().registerTypeAdapterFactory(new RequiredFields(false)).create();
  private static final Pattern PLACE = Pattern.compile("at line (\\d+) column (\\d+)");

  private static final Pattern PATH = Pattern.compile("at path \\$\\.?(\\S+)");

  /** Far more than any kind but pages is written with; a byte can take dozens in memory. */
  private static final int MOST_MEGABYTES = 16;

  private JsonFile() {}

  public static void write(Path path, Object content) throws IOException {
    AtomicFile.write(path, GSON.toJson(content) + "\n");
  }

  /**
   * Writes a record as a JSON object with more fields before its own.
   *
   * @param more fields by their names
   */
  public static void write(Path path, Object content, Map<String, String> more) throws IOException {
    JsonObject object = new JsonObject();
    more.forEach(object::addProperty);
    GSON.toJsonTree(content)
        .getAsJsonObject()
        .entrySet()
        .forEach(field -> object.add(field.getKey(), field.getValue()));
    AtomicFile.write(path, GSON.toJson(object) + "\n");
  }

  /**
   * Reads a record from a file, in which nothing may be missing but components that are {@link
   * org.jspecify.annotations.Nullable}, and those for which the record's constructor has a value of
   * its own.
   *
   * @param what the file should be, such as {@code a configuration}, for complaints
   * @throws BadFileException if there is no such file, it has more than {@value #MOST_MEGABYTES}
   *     MB, or it is not JSON of the record's form
   */
  public static <T> T read(Path path, Class<T> type, String what)
      throws BadFileException, IOException {
    return read(path, type, what, MOST_MEGABYTES);
  }

  /**
   * Reads a record as {@link #read(Path, Class, String)} does, of a kind whose files are larger.
   *
   * @param mostMegabytes that the file may have
   */
  public static <T> T read(Path path, Class<T> type, String what, int mostMegabytes)
      throws BadFileException, IOException {
    return of(path, text(path, what, mostMegabytes), TypeToken.get(type), what, WHOLE);
  }

  /**
   * Reads a record from a file that a former version may have written: numbers and truth values may
   * be missing, too, and are 0 and false then.
   *
   * @param what as {@link #read(Path, Class, String)} takes it
   */
  public static <T> T readFormer(Path path, Class<T> type, String what)
      throws BadFileException, IOException {
    return of(path, text(path, what, MOST_MEGABYTES), TypeToken.get(type), what, FORMER);
  }

  private static String text(Path path, String what, int mostMegabytes)
      throws BadFileException, IOException {
    if (!Files.isRegularFile(path)) {
      throw new BadFileException(
          path, Files.exists(path) ? "is a folder where a file must be" : "no such file");
    }
    if (Files.size(path) > (long) mostMegabytes << 20) {
      throw new BadFileException(
          path,
          "%s must have at most %d MB but has %,d bytes"
              .formatted(what, mostMegabytes, Files.size(path)));
    }
    try {
      return Files.readString(path);
    } catch (CharacterCodingException binary) {
      throw new BadFileException(path, "not " + what + ": it is not text");
    }
  }

  /**
   * Makes a record of JSON that stands in a file among other things, as {@link #readFormer} does.
   *
   * @param path of the file, for complaints
   */
  public static <T> T of(Path path, String json, TypeToken<T> type, String what)
      throws BadFileException {
    return of(path, json, type, what, FORMER);
  }

  private static <T> T of(Path path, String json, TypeToken<T> type, String what, Gson reading)
      throws BadFileException {
    T content = made(path, what, () -> reading.fromJson(json, type));
    if (content == null) {
      throw new BadFileException(path, "not " + what + ": it is empty");
    }
    return content;
  }

  /**
   * Makes a record of JSON that was read from a file, as {@link #read(Path, Class, String)} does.
   *
   * @param path of the file, for complaints
   * @param type of the record
   * @param what as {@link #read(Path, Class, String)} takes it
   * @throws BadFileException if a field is missing or null, which it names, or is not as expected
   */
  public static <T> T whole(Path path, JsonObject json, TypeToken<T> type, String what)
      throws BadFileException {
    return made(path, what, () -> WHOLE.fromJson(json, type));
  }

  private static <T extends @Nullable Object> T made(Path path, String what, Supplier<T> reading)
      throws BadFileException {
    try {
      return reading.get();
    } catch (RequiredFields.FieldException unfit) {
      throw new BadFileException(path, "not " + what + ": " + unfit.getMessage());
    } catch (JsonParseException broken) {
      throw new BadFileException(path, "not " + what + place(broken));
    } catch (RuntimeException invalid) {
      throw refused(path, what, invalid);
    }
  }

  /** The complaint of a record's own checks, which Gson wraps. */
  private static BadFileException refused(Path path, String what, RuntimeException invalid) {
    Throwable cause = BadFileException.innermostCause(invalid);
    return new BadFileException(
        path,
        cause instanceof IllegalArgumentException
            ? String.valueOf(cause.getMessage())
            : "not " + what + ": something is missing");
  }

  private static String place(JsonParseException broken) {
    String message = String.valueOf(broken.getMessage());
    Matcher place = PLACE.matcher(message);
    if (place.find()) {
      return String.format(
          Locale.ROOT, ": line %s, column %s is not as expected", place.group(1), place.group(2));
    }
    Matcher path = PATH.matcher(message);
    return path.find() ? ": " + path.group(1) + " is not as expected" : "";
  }
}
