package ductus.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;

/**
 * Named arrays in the safetensors format: eight bytes of header length, a JSON header, then the
 * arrays, little-endian. Holds float matrices (F32 or F16, two dimensions) and lists of 64-bit
 * integers (I64, one dimension), in the order in which they were put in.
 */
public final class TensorFile {
  private static final String METADATA = "__metadata__";
  private static final long LARGEST = 1L << 30;

  private final Map<String, String> metadata = new LinkedHashMap<>();
  private final Map<String, FMatrixRMaj> matrices = new LinkedHashMap<>();
  private final Map<String, long[]> integers = new LinkedHashMap<>();

  /** The texts beside the arrays, by name; modifiable. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** The float matrices by name; modifiable. */
  public Map<String, FMatrixRMaj> matrices() {
    return matrices;
  }

  /** The lists of integers by name; modifiable. */
  public Map<String, long[]> integers() {
    return integers;
  }

  /** Writes the file aside, then in place. */
  public void write(Path path) throws IOException {
    AtomicFile.write(path, bytes());
  }

  /** Writes the file with its floats rounded to 16 bits: half as large. */
  public void writeHalf(Path path) throws IOException {
    AtomicFile.write(path, bytes(true));
  }

  /** The bytes of the file. */
  public byte[] bytes() {
    return bytes(false);
  }

  private byte[] bytes(boolean half) {
    int size = half ? Short.BYTES : Float.BYTES;
    JsonObject header = new JsonObject();
    JsonObject texts = new JsonObject();
    metadata.forEach(texts::addProperty);
    header.add(METADATA, texts);
    long at = 0;
    for (Map.Entry<String, FMatrixRMaj> entry : matrices.entrySet()) {
      FMatrixRMaj matrix = entry.getValue();
      long end = at + (long) size * matrix.getNumElements();
      String type = half ? "F16" : "F32";
      header.add(entry.getKey(), entry(type, at, end, matrix.numRows, matrix.numCols));
      at = end;
    }
    for (Map.Entry<String, long[]> entry : integers.entrySet()) {
      long end = at + 8L * entry.getValue().length;
      header.add(entry.getKey(), entry("I64", at, end, entry.getValue().length));
      at = end;
    }
    byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
    // Padded with spaces so that the arrays begin at a multiple of eight.
    int headerLength = (json.length + 7) / 8 * 8;
    ByteBuffer buffer =
        ByteBuffer.allocate(Math.toIntExact(8 + headerLength + at)).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putLong(headerLength).put(json);
    for (int i = json.length; i < headerLength; i++) {
      buffer.put((byte) ' ');
    }
    for (FMatrixRMaj matrix : matrices.values()) {
      if (half) {
        for (int i = 0; i < matrix.getNumElements(); i++) {
          buffer.putShort(HalfFloat.of(matrix.data[i]));
        }
      } else {
        buffer.asFloatBuffer().put(matrix.data, 0, matrix.getNumElements());
        buffer.position(buffer.position() + size * matrix.getNumElements());
      }
    }
    for (long[] list : integers.values()) {
      buffer.asLongBuffer().put(list);
      buffer.position(buffer.position() + 8 * list.length);
    }
    return buffer.array();
  }

  private static JsonObject entry(String type, long from, long to, int... shape) {
    JsonObject entry = new JsonObject();
    entry.addProperty("dtype", type);
    JsonArray sizes = new JsonArray();
    for (int size : shape) {
      sizes.add(size);
    }
    entry.add("shape", sizes);
    JsonArray offsets = new JsonArray();
    offsets.add(from);
    offsets.add(to);
    entry.add("data_offsets", offsets);
    return entry;
  }

  /** Reads the arrays of a file. */
  public static TensorFile read(Path path) throws BadFileException, IOException {
    requireReadable(path);
    return parse(path, Files.readAllBytes(path));
  }

  /** Complains of a path that is no file, or a file too large to be read. */
  public static void requireReadable(Path path) throws BadFileException, IOException {
    if (!Files.exists(path)) {
      throw new BadFileException(path, "no such file");
    }
    if (!Files.isRegularFile(path)) {
      throw new BadFileException(path, "not a file");
    }
    long size = Files.size(path);
    if (size > LARGEST) {
      throw new BadFileException(path, "larger than " + LARGEST + " bytes");
    }
  }

  /**
   * Reads the arrays from the bytes of a file.
   *
   * @param path named in complaints
   */
  public static TensorFile parse(Path path, byte[] bytes) throws BadFileException {
    if (bytes.length < 8) {
      throw new BadFileException(
          path, bytes.length, "cut short: a model file begins with 8 bytes of header length");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long headerLength = buffer.getLong();
    if (headerLength < 2 || (bytes.length > 8 && bytes[8] != '{')) {
      throw new BadFileException(path, 0, "not a safetensors file");
    }
    if (headerLength > bytes.length - 8) {
      throw new BadFileException(
          path, 0, "header says " + headerLength + " bytes, the file has " + (bytes.length - 8));
    }
    int start = (int) (8 + headerLength);
    JsonObject header;
    try {
      header =
          JsonParser.parseString(new String(bytes, 8, start - 8, StandardCharsets.UTF_8))
              .getAsJsonObject();
    } catch (JsonParseException | IllegalStateException broken) {
      throw new BadFileException(path, 8, "header is not JSON");
    }
    TensorFile file = new TensorFile();
    long unclaimed = (long) bytes.length - start;
    for (Map.Entry<String, JsonElement> entry : header.entrySet()) {
      try {
        unclaimed -=
            file.put(
                path, entry.getKey(), entry.getValue().getAsJsonObject(), buffer, start, unclaimed);
      } catch (JsonParseException
          | IllegalStateException
          | IllegalArgumentException
          | UnsupportedOperationException
          | NullPointerException
          | ClassCastException
          | IndexOutOfBoundsException
          | ArithmeticException broken) {
        throw new BadFileException(path, 8, "header entry " + entry.getKey() + " is malformed");
      }
    }
    if (unclaimed != 0) {
      throw new BadFileException(
          path, bytes.length - unclaimed, unclaimed + " bytes belong to no array");
    }
    return file;
  }

  /** Reads the array of one entry of the header, and returns how many bytes it takes. */
  private long put(
      Path path, String name, JsonObject entry, ByteBuffer buffer, int start, long unclaimed)
      throws BadFileException {
    if (name.equals(METADATA)) {
      entry.entrySet().forEach(text -> metadata.put(text.getKey(), text.getValue().getAsString()));
      return 0;
    }
    String type = entry.get("dtype").getAsString();
    JsonArray shape = entry.getAsJsonArray("shape");
    long from = entry.getAsJsonArray("data_offsets").get(0).getAsBigDecimal().longValueExact();
    long to = entry.getAsJsonArray("data_offsets").get(1).getAsBigDecimal().longValueExact();
    long available = (long) buffer.capacity() - start;
    if (from < 0 || to < from) {
      throw new BadFileException(path, 8, name + " goes from byte " + from + " to " + to);
    }
    if (to > available) {
      throw new BadFileException(
          path,
          buffer.capacity(),
          "cut short: %s has the bytes %d to %d of %d".formatted(name, from, to, available));
    }
    if (to - from > unclaimed) {
      throw new BadFileException(path, 8, name + " shares bytes with another array");
    }
    long count = 1;
    for (JsonElement size : shape) {
      int items = size.getAsBigDecimal().intValueExact();
      if (items < 0) {
        throw new BadFileException(path, 8, name + " has the shape " + shape);
      }
      count = Math.multiplyExact(count, items);
    }
    int at = (int) (start + from);
    if (type.equals("F32") && shape.size() == 2 && to - from == Math.multiplyExact(4, count)) {
      FMatrixRMaj matrix = new FMatrixRMaj(shape.get(0).getAsInt(), shape.get(1).getAsInt());
      buffer
          .slice(at, (int) (to - from))
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(matrix.data);
      matrices.put(name, matrix);
    } else if (type.equals("F16")
        && shape.size() == 2
        && to - from == Math.multiplyExact(2, count)) {
      FMatrixRMaj matrix = new FMatrixRMaj(shape.get(0).getAsInt(), shape.get(1).getAsInt());
      short[] halves = new short[matrix.data.length];
      buffer
          .slice(at, (int) (to - from))
          .order(ByteOrder.LITTLE_ENDIAN)
          .asShortBuffer()
          .get(halves);
      HalfFloat.values(halves, matrix.data);
      matrices.put(name, matrix);
    } else if (type.equals("I64")
        && shape.size() == 1
        && to - from == Math.multiplyExact(8, count)) {
      long[] list = new long[(int) count];
      buffer.slice(at, (int) (to - from)).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(list);
      integers.put(name, list);
    } else {
      throw new BadFileException(
          path, at, name + " is " + type + " " + shape + " in " + (to - from) + " bytes");
    }
    return to - from;
  }
}
