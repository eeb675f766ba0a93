package ductus.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Changes bytes at random places, in the ways that break readers. */
final class ByteMutation {
  private static final int LARGEST = 1 << 16;
  private static final int MOST_CHANGES = 6;
  private static final int[] TELLING = {0x00, 0x01, 0x7F, 0x80, 0xFF, '"', '<', '{', '\n', ' '};

  /** What numbers, names and signs of texts become. */
  private static final List<String> WORDS =
      List.of(
          "-1",
          "0",
          "1e308",
          "1e-320",
          "-1e999",
          "NaN",
          "Infinity",
          "99999999999999999999",
          "2147483648",
          "4294967295",
          "65536",
          "0x10",
          "1_000",
          "null",
          "true",
          "[]",
          "{}",
          "[[[[",
          "\"\"",
          "''",
          "<a>",
          "</",
          "<!--",
          "<![CDATA[",
          "&lt;",
          "&#0;",
          "&x;",
          "\u0000",
          "\uFEFF",
          "\uD83C\uDFBB",
          "\u0130\u0131",
          "\u0663",
          "\r\n",
          "\n\n\n",
          "\t",
          "%s",
          "../..",
          "M",
          "L",
          "z",
          "||:",
          ":|",
          "(3",
          "[1",
          "^^",
          "z8",
          "//",
          "1/0",
          "=",
          "#",
          ";",
          ",,",
          "\\");

  private ByteMutation() {}

  /** One of the files, with some changes. */
  static byte[] of(List<byte[]> seeds, RandomGenerator random) {
    byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
    for (int i = 1 + random.nextInt(MOST_CHANGES); i > 0; i--) {
      bytes = changed(bytes, seeds, random);
    }
    return bytes.length <= LARGEST ? bytes : Arrays.copyOf(bytes, LARGEST);
  }

  private static byte[] changed(byte[] bytes, List<byte[]> seeds, RandomGenerator random) {
    if (bytes.length == 0) {
      return new byte[] {(byte) random.nextInt(256)};
    }
    int at = random.nextInt(bytes.length);
    int until = at + 1 + random.nextInt(Math.min(bytes.length - at, 1 + random.nextInt(40)));
    return switch (random.nextInt(9)) {
      case 0 -> set(bytes, at, bytes[at] ^ 1 << random.nextInt(8));
      case 1 -> set(bytes, at, TELLING[random.nextInt(TELLING.length)]);
      case 2 -> joined(bytes, at, new byte[0], until);
      case 3 -> joined(bytes, at, Arrays.copyOfRange(bytes, at, until), at);
      case 4 -> Arrays.copyOf(bytes, at);
      case 5 -> joined(bytes, at, word(random), at);
      case 6 -> joined(bytes, at, word(random), wordEnd(bytes, at));
      case 7 -> {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int from = other.length == 0 ? 0 : random.nextInt(other.length);
        yield joined(bytes, at, Arrays.copyOfRange(other, from, other.length), bytes.length);
      }
      default -> set(bytes, at, random.nextInt(256));
    };
  }

  private static byte[] word(RandomGenerator random) {
    return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
  }

  /** Where the letters and digits end that begin at a place. */
  private static int wordEnd(byte[] bytes, int at) {
    int end = at;
    while (end < bytes.length && Character.isLetterOrDigit(bytes[end])) {
      end++;
    }
    return end;
  }

  private static byte[] set(byte[] bytes, int at, int value) {
    bytes[at] = (byte) value;
    return bytes;
  }

  /** The bytes up to a place, others, and the bytes from a place on. */
  private static byte[] joined(byte[] bytes, int to, byte[] middle, int from) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(bytes, 0, to);
    all.writeBytes(middle);
    all.write(bytes, from, bytes.length - from);
    return all.toByteArray();
  }
}
