package ductus.music.midi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Files made by hand, byte by byte; hexadecimal with spaces as one likes. */
final class MidiBytes {
  static final String END = "00 FF 2F 00";

  private MidiBytes() {}

  static byte[] hex(String text) {
    String digits = text.replaceAll("\\s+", "");
    byte[] bytes = new byte[digits.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
    }
    return bytes;
  }

  /** A file of one format and division with a chunk for each track. */
  static byte[] file(int format, int division, String... tracks) {
    byte[][] parts = new byte[tracks.length + 1][];
    parts[0] = header(format, tracks.length, division);
    for (int i = 0; i < tracks.length; i++) {
      parts[i + 1] = chunk("MTrk", hex(tracks[i]));
    }
    return join(parts);
  }

  static byte[] header(int format, int tracks, int division) {
    return chunk("MThd", hex(String.format("%04X%04X%04X", format, tracks, division)));
  }

  static byte[] chunk(String type, byte[] content) {
    return join(ascii(type), hex(String.format("%08X", content.length)), content);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
