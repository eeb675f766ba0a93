package ductus.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.math.Seeded;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorFileTest {
  private static final Path PATH = Path.of("some.safetensors");

  @TempDir Path folder = Path.of("");

  @Test
  void comesBackAsItWas() throws IOException, BadFileException {
    TensorFile file = sample();
    Path path = folder.resolve("a.safetensors");
    file.write(path);
    TensorFile read = TensorFile.read(path);
    assertEquals(file.metadata(), read.metadata());
    assertEquals(List.copyOf(file.matrices().keySet()), List.copyOf(read.matrices().keySet()));
    file.matrices()
        .forEach(
            (name, matrix) -> {
              FMatrixRMaj actual = matrix(read, name);
              assertEquals(matrix.numRows, actual.numRows);
              assertEquals(matrix.numCols, actual.numCols);
              assertArrayEquals(
                  Arrays.copyOf(matrix.data, matrix.getNumElements()), actual.data, name);
            });
    assertArrayEquals(file.integers().get("list"), read.integers().get("list"));
    assertArrayEquals(file.bytes(), read.bytes());
  }

  @Test
  void halfFloatsAreRoundedAndTakeHalfTheSpace(@TempDir Path folder)
      throws IOException, BadFileException {
    TensorFile file = new TensorFile();
    file.matrices().put("m", new FMatrixRMaj(2, 3, true, 1, -0.5f, 0.1f, 65504, 0, 3e-8f));
    file.integers().put("i", new long[] {7});
    Path path = folder.resolve("half.safetensors");
    file.writeHalf(path);
    TensorFile read = TensorFile.read(path);
    assertArrayEquals(
        new float[] {1, -0.5f, 0.099975586f, 65504, 0, 0x1p-25f * 2},
        Objects.requireNonNull(read.matrices().get("m")).data);
    assertArrayEquals(new long[] {7}, read.integers().get("i"));
    assertTrue(Files.readString(path, StandardCharsets.ISO_8859_1).contains("F16"));
  }

  @Test
  void writesOnlyTheUsedPartOfAReshapedMatrix() throws BadFileException {
    FMatrixRMaj matrix = new FMatrixRMaj(10, 10);
    matrix.reshape(2, 3);
    Arrays.fill(matrix.data, 4);
    TensorFile file = new TensorFile();
    file.matrices().put("m", matrix);
    assertEquals(6, matrix(TensorFile.parse(PATH, file.bytes()), "m").data.length);
  }

  /** What Python's safetensors does, by hand. */
  @Test
  void isWhatTheFormatSays() {
    TensorFile file = sample();
    ByteBuffer bytes = ByteBuffer.wrap(file.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    long length = bytes.getLong(0);
    assertEquals(0, length % 8, "arrays are aligned");
    JsonObject header = header(file.bytes());
    assertEquals("ü “quoted”\n", header.getAsJsonObject("__metadata__").get("text").getAsString());
    int end = 0;
    for (String name : header.keySet()) {
      if (!name.equals("__metadata__")) {
        JsonArray offsets = header.getAsJsonObject(name).getAsJsonArray("data_offsets");
        assertEquals(end, offsets.get(0).getAsInt(), "no holes");
        end = offsets.get(1).getAsInt();
      }
    }
    assertEquals(bytes.capacity(), 8 + length + end);
    JsonObject entry = header.getAsJsonObject("b");
    assertEquals("F32", entry.get("dtype").getAsString());
    assertEquals("[2,3]", entry.get("shape").toString());
    int at = (int) (8 + length) + entry.getAsJsonArray("data_offsets").get(0).getAsInt();
    FMatrixRMaj expected = matrix(file, "b");
    for (int i = 0; i < 6; i++) {
      assertEquals(expected.data[i], bytes.getFloat(at + 4 * i));
    }
    assertEquals("I64", header.getAsJsonObject("list").get("dtype").getAsString());
  }

  @Test
  void refusesAFileCutShortAnywhere() {
    byte[] whole = sample().bytes();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      BadFileException bad =
          assertThrows(BadFileException.class, () -> TensorFile.parse(PATH, cut), "at " + length);
      assertTrue(bad.offset() >= 0 && bad.offset() <= length, bad.toString());
      assertEquals(PATH, bad.path());
    }
  }

  @Test
  void refusesBytesThatBelongToNoArray() {
    byte[] whole = sample().bytes();
    BadFileException bad = bad(Arrays.copyOf(whole, whole.length + 3));
    assertEquals(whole.length, bad.offset());
    assertEquals("3 bytes belong to no array", bad.reason());
  }

  @Test
  void survivesAnyFlippedByte() {
    byte[] whole = sample().bytes();
    RandomGenerator random = Seeded.random(1);
    for (int i = 0; i < 20_000; i++) {
      byte[] flipped = whole.clone();
      for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
        flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
      }
      try {
        TensorFile.parse(PATH, flipped);
      } catch (BadFileException bad) {
        assertTrue(bad.offset() >= 0 && bad.offset() <= whole.length, bad.toString());
      }
    }
  }

  @Test
  void refusesWhatIsNoSafetensorsFile() {
    assertEquals(0, bad("MThd and then some".getBytes(StandardCharsets.US_ASCII)).offset());
    assertEquals("not a safetensors file", bad(new byte[8]).reason());
    assertEquals("not a safetensors file", bad(new byte[1000]).reason());
  }

  @Test
  void refusesAHeaderThatClaimsGigabytes() {
    for (long claim : new long[] {1 << 20, 1L << 31, 1L << 33, Long.MAX_VALUE, -1}) {
      byte[] bytes = sample().bytes();
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(claim);
      assertEquals(0, bad(bytes).offset());
    }
  }

  @Test
  void refusesAnArrayThatClaimsGigabytes() {
    refuses("{'m':{'dtype':'F32','shape':[30000,30000],'data_offsets':[0,3600000000]}}", 8);
    refuses("{'m':{'dtype':'F32','shape':[30000,30000],'data_offsets':[0,8]}}", 8);
    refuses("{'m':{'dtype':'F32','shape':[2147483647,2147483647],'data_offsets':[0,8]}}", 8);
    refuses("{'m':{'dtype':'I64','shape':[2305843009213693952],'data_offsets':[0,0]}}", 0);
    refuses("{'m':{'dtype':'F32','shape':[4294967297,2],'data_offsets':[0,8]}}", 8);
    refuses("{'m':{'dtype':'F32','shape':[1e999999999,2],'data_offsets':[0,8]}}", 8);
  }

  @Test
  void refusesMalformedEntries() {
    refuses("{'m':1}", 0);
    refuses("{'m':null}", 0);
    refuses("{'m':{}}", 0);
    refuses("{'m':{'dtype':'F32','shape':2,'data_offsets':[0,8]}}", 8);
    refuses("{'m':{'dtype':'F32','shape':[1,2],'data_offsets':[0]}}", 8);
    refuses("{'m':{'dtype':'F32','shape':[1,2],'data_offsets':{}}}", 8);
    refuses("{'m':{'dtype':'F32','shape':[1,'two'],'data_offsets':[0,8]}}", 8);
    refuses("{'m':{'dtype':'F32','shape':[1,1.5],'data_offsets':[0,8]}}", 8);
    refuses("{'m':{'dtype':'F32','shape':[-1,-2],'data_offsets':[0,8]}}", 8);
    refuses("{'m':{'dtype':'F32','shape':[1,2],'data_offsets':[-8,0]}}", 8);
    refuses("{'m':{'dtype':'F32','shape':[1,2],'data_offsets':[8,0]}}", 8);
    refuses("{'m':{'dtype':'F32','shape':[1,2],'data_offsets':[0,9223372036854775807]}}", 8);
    refuses("{'m':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}", 8);
    refuses("{'m':{'dtype':'BF16','shape':[2,2],'data_offsets':[0,8]}}", 8);
    refuses("{'m':{'dtype':'I64','shape':[2],'data_offsets':[0,8]}}", 8);
    refuses("{'__metadata__':{'a':null}}", 0);
    refuses("{'__metadata__':3}", 0);
    refuses("{'m':{'dtype':'F32','shape':[1,2],'data_offsets':[0,8]}", 8);
    refuses("{]", 0);
    refuses("{" + "'a':{".repeat(50_000), 0);
  }

  @Test
  void refusesArraysThatShareBytes() {
    String entry = ":{'dtype':'F32','shape':[1,2],'data_offsets':[0,8]}";
    assertEquals(
        "n shares bytes with another array",
        refuses("{'m'" + entry + ",'n'" + entry + "}", 8).reason());
  }

  @Test
  void takesAnEmptyArrayAndAnEmptyFile() throws BadFileException {
    TensorFile file =
        TensorFile.parse(
            PATH, bytes("{'m':{'dtype':'F32','shape':[0,7],'data_offsets':[0,0]}}", 0));
    assertEquals(7, matrix(file, "m").numCols);
    assertTrue(TensorFile.parse(PATH, new TensorFile().bytes()).matrices().isEmpty());
  }

  @Test
  void namesAPathThatIsNoFile() {
    Path missing = folder.resolve("missing");
    assertEquals(
        missing + ": no such file",
        assertThrows(BadFileException.class, () -> TensorFile.read(missing)).getMessage());
    assertEquals(
        folder + ": not a file",
        assertThrows(BadFileException.class, () -> TensorFile.read(folder)).getMessage());
  }

  @Test
  void refusesAFileTooLargeToRead() throws IOException {
    Path large = folder.resolve("large");
    try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
      sparse.setLength((1L << 30) + 1);
    }
    assertThrows(BadFileException.class, () -> TensorFile.read(large));
    Files.delete(large);
  }

  private static BadFileException refuses(String header, int dataBytes) {
    return bad(bytes(header, dataBytes));
  }

  private static BadFileException bad(byte[] bytes) {
    return assertThrows(BadFileException.class, () -> TensorFile.parse(PATH, bytes));
  }

  private static byte[] bytes(String header, int dataBytes) {
    byte[] json = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + json.length + dataBytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .array();
  }

  private static JsonObject header(byte[] bytes) {
    int length = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    return JsonParser.parseString(new String(bytes, 8, length, StandardCharsets.UTF_8))
        .getAsJsonObject();
  }

  private static FMatrixRMaj matrix(TensorFile file, String name) {
    return Objects.requireNonNull(file.matrices().get(name), name);
  }

  private static TensorFile sample() {
    TensorFile file = new TensorFile();
    file.metadata().put("text", "ü “quoted”\n");
    file.matrices().put("b", matrix(2, 3));
    file.matrices().put("a.weight", matrix(1, 5));
    file.matrices().put("none", matrix(0, 4));
    matrix(file, "b").data[0] = Float.NaN;
    matrix(file, "b").data[1] = -0f;
    file.integers().put("list", new long[] {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE});
    return file;
  }

  private static FMatrixRMaj matrix(int rows, int columns) {
    FMatrixRMaj matrix = new FMatrixRMaj(rows, columns);
    matrix.setData(Seeded.floats(rows * columns, 1, Seeded.random(rows)));
    return matrix;
  }
}
