package ductus.music.hearing;

import static ductus.Refusals.assertBadFile;
import static ductus.Refusals.assertBadFileNaming;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WavFileTest {
  private static final float[] STEREO = {0.5f, 0.25f, -0.75f, -0.25f, 0, 0.125f};
  private static final float[] MEAN = {0.375f, -0.5f, 0.0625f};

  private final Path file;

  WavFileTest(@TempDir Path folder) {
    file = folder.resolve("a.wav");
  }

  @ParameterizedTest(name = "{0} {1} bits")
  @CsvSource({"1,8", "1,16", "1,24", "1,32", "3,32", "3,64"})
  void readsEveryFormatAndAddsUpTheChannels(int tag, int bits) throws Exception {
    Files.write(file, WavBytes.of(STEREO, 22_050, 2, tag, bits));
    try (WavFile wav = WavFile.open(file)) {
      assertEquals(22_050, wav.rate());
      assertEquals(2, wav.channels());
      assertEquals(3, wav.frames());
      assertArrayEquals(MEAN, wav.read(), tag == 3 ? 0 : 2f / (1L << (bits - 1)));
      assertEquals(0, wav.read().length);
      assertEquals(0, wav.clipped());
    }
  }

  @Test
  void countsWhatWasCutOff() throws Exception {
    Files.write(file, WavBytes.of(new float[] {1, 0.5f, -1, 1}, 8_000));
    try (WavFile wav = WavFile.open(file)) {
      wav.read();
      assertEquals(3, wav.clipped());
    }
  }

  @Test
  void takesAllThatThereIsWhereTheSizeIsNotKnown() throws Exception {
    byte[] bytes = WavBytes.of(STEREO, 8_000);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(40, -1);
    Files.write(file, bytes);
    try (WavFile wav = WavFile.open(file)) {
      assertEquals(STEREO.length, wav.frames());
    }
  }

  @Test
  void passesOverOtherChunks() throws Exception {
    byte[] plain = WavBytes.of(STEREO, 8_000);
    ByteBuffer more = ByteBuffer.allocate(plain.length + 12).order(ByteOrder.LITTLE_ENDIAN);
    more.put(plain, 0, 36).put(new byte[] {'L', 'I', 'S', 'T'}).putInt(3).putInt(0);
    more.put(plain, 36, plain.length - 36);
    Files.write(file, more.array());
    try (WavFile wav = WavFile.open(file)) {
      assertEquals(STEREO.length, wav.frames());
    }
  }

  @Test
  void saysWhatIsWrong() throws Exception {
    byte[] good = WavBytes.of(STEREO, 8_000);
    assertComplains("is empty", new byte[0]);
    assertComplains("must be a WAV file (RIFF, WAVE) but is none", new byte[100]);
    assertComplains(
        "byte 44: cut short: must have 12 bytes of samples but has 11", Arrays.copyOf(good, 55));
    assertComplains("without samples", Arrays.copyOf(good, 36));
    assertComplains("without samples", WavBytes.of(new float[0], 8_000));
    assertComplains("8,000 to 384,000 samples a second but has 4,000", WavBytes.of(STEREO, 4_000));
    assertComplains("must not have 12 bits", with(good, 34, 12));
    assertComplains("are MP3; convert the file to 16-bit PCM", with(good, 20, 0x55));
    assertComplains("channels must be 1 to 64 but are 0", with(good, 22, 0));
    Files.delete(file);
    assertBadFile("no such file", () -> WavFile.open(file));
  }

  @Test
  void refusesMoreThanAnHour() throws Exception {
    byte[] header = Arrays.copyOf(WavBytes.of(STEREO, 8_000, 1, 1, 8), 44);
    int bytes = 61 * 60 * 8_000;
    ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).putInt(40, bytes);
    Files.write(file, header);
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(44 + bytes);
    }
    assertBadFile(
        "must last an hour at most but lasts 61 minutes; cut it into parts",
        () -> WavFile.open(file));
  }

  private static byte[] with(byte[] bytes, int at, int value) {
    byte[] changed = bytes.clone();
    changed[at] = (byte) value;
    return changed;
  }

  private void assertComplains(String wanted, byte[] bytes) throws IOException {
    Files.write(file, bytes);
    assertBadFileNaming(wanted, () -> WavFile.open(file).close());
  }
}
