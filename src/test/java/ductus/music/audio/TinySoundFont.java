package ductus.music.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The smallest SoundFont 2 that sounds: one instrument, one looped cycle. */
public final class TinySoundFont {
  private static final int SAMPLES = 100;
  private static final int SILENCE_AFTER = 46;

  private TinySoundFont() {}

  public static byte[] bytes() {
    byte[] info =
        join(
            chunk("ifil", shorts(2, 1)),
            chunk("isng", padded("EMU8000", 8)),
            chunk("INAM", padded("Tiny", 6)));
    byte[] bytes = new byte[2 * (SAMPLES + SILENCE_AFTER)];
    ByteBuffer wave = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < SAMPLES; i++) {
      wave.putShort((short) (20_000 * Math.sin(2 * Math.PI * i / SAMPLES)));
    }
    byte[] articulations =
        join(
            chunk("phdr", join(preset("One", 0), preset("EOP", 1))),
            chunk("pbag", shorts(0, 0, 1, 0)),
            chunk("pmod", new byte[10]),
            chunk("pgen", shorts(41, 0, 0, 0)),
            chunk("inst", join(instrument("One", 0), instrument("EOI", 1))),
            chunk("ibag", shorts(0, 0, 2, 0)),
            chunk("imod", new byte[10]),
            chunk("igen", shorts(54, 1, 53, 0, 0, 0)),
            chunk("shdr", join(sample("cycle", SAMPLES), new byte[46])));
    byte[] content =
        join(
            "sfbk".getBytes(StandardCharsets.US_ASCII),
            list("INFO", info),
            list("sdta", chunk("smpl", bytes)),
            list("pdta", articulations));
    return chunk("RIFF", content);
  }

  private static byte[] preset(String name, int bag) {
    return buffer(38)
        .put(padded(name, 20))
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort((short) bag)
        .array();
  }

  private static byte[] instrument(String name, int bag) {
    return buffer(22).put(padded(name, 20)).putShort((short) bag).array();
  }

  private static byte[] sample(String name, int length) {
    return buffer(46)
        .put(padded(name, 20))
        .putInt(0)
        .putInt(length)
        .putInt(0)
        .putInt(length)
        .putInt(44_100)
        .put((byte) 69)
        .put((byte) 0)
        .putShort((short) 0)
        .putShort((short) 1)
        .array();
  }

  private static byte[] list(String type, byte[] content) {
    return chunk("LIST", join(type.getBytes(StandardCharsets.US_ASCII), content));
  }

  private static byte[] chunk(String type, byte[] content) {
    return buffer(8 + content.length)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .putInt(content.length)
        .put(content)
        .array();
  }

  private static byte[] shorts(int... values) {
    byte[] bytes = new byte[2 * values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[2 * i] = (byte) values[i];
      bytes[2 * i + 1] = (byte) (values[i] >> 8);
    }
    return bytes;
  }

  private static byte[] padded(String text, int length) {
    return Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), length);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
