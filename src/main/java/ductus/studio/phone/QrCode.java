package ductus.studio.phone;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * An address as a QR code (ISO/IEC 18004:2015): bytes, error correction L, versions 1 to 5, in
 * which all codewords are one block; the mask is always the first one.
 */
final class QrCode {
  /** Codewords of the data and of the correction, by version. */
  private static final int[] DATA = {0, 19, 34, 55, 80, 108};

  private static final int[] CORRECTION = {0, 7, 10, 15, 20, 26};

  /** Format bits of correction L and mask 0, protected and masked (table C.1). */
  private static final int FORMAT = 0x77c4;

  private static final int BYTES = 4;
  private static final int FINDER = 7;

  private final int size;
  private final BitSet dark = new BitSet();
  private final BitSet taken = new BitSet();

  private QrCode(int version) {
    size = 17 + 4 * version;
  }

  /**
   * Encodes a text.
   *
   * @throws IllegalArgumentException if it has more than 106 bytes
   */
  static QrCode of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    int version = 1;
    while (version < DATA.length && bytes.length + 2 > DATA[version]) {
      version++;
    }
    if (version == DATA.length) {
      throw new IllegalArgumentException(
          "a text must have at most 106 bytes but has " + bytes.length);
    }
    QrCode code = new QrCode(version);
    code.drawFrame(version);
    code.drawCodewords(codewords(bytes, version));
    return code;
  }

  /** Modules of a side. */
  int size() {
    return size;
  }

  /** Whether a module is dark. */
  boolean dark(int row, int column) {
    return dark.get(row * size + column);
  }

  private static int[] codewords(byte[] bytes, int version) {
    int[] data = new int[DATA[version]];
    put(data, 0, BYTES, 4);
    put(data, 4, bytes.length, 8);
    for (int i = 0; i < bytes.length; i++) {
      put(data, 12 + 8 * i, bytes[i] & 0xff, 8);
    }
    // Four bits of nothing end the text; then two codewords by turns.
    for (int i = bytes.length + 2, turn = 0; i < data.length; i++, turn++) {
      data[i] = turn % 2 == 0 ? 0xec : 0x11;
    }
    int[] correction = new ReedSolomon(CORRECTION[version]).of(data);
    int[] all = new int[data.length + correction.length];
    System.arraycopy(data, 0, all, 0, data.length);
    System.arraycopy(correction, 0, all, data.length, correction.length);
    return all;
  }

  private static void put(int[] data, int at, int value, int bits) {
    for (int bit = 0; bit < bits; bit++) {
      int place = at + bit;
      data[place / 8] |= ((value >>> (bits - 1 - bit)) & 1) << (7 - place % 8);
    }
  }

  private void set(int row, int column, boolean isDark) {
    dark.set(row * size + column, isDark);
    taken.set(row * size + column);
  }

  private void drawFrame(int version) {
    for (int i = 0; i < size; i++) {
      set(6, i, i % 2 == 0);
      set(i, 6, i % 2 == 0);
    }
    drawFinder(3, 3);
    drawFinder(3, size - 4);
    drawFinder(size - 4, 3);
    if (version > 1) {
      int middle = size - FINDER;
      for (int row = -2; row <= 2; row++) {
        for (int column = -2; column <= 2; column++) {
          set(middle + row, middle + column, Math.max(Math.abs(row), Math.abs(column)) != 1);
        }
      }
    }
    drawFormat();
  }

  /** A finder pattern with the light border around it. */
  private void drawFinder(int middleRow, int middleColumn) {
    for (int row = -4; row <= 4; row++) {
      for (int column = -4; column <= 4; column++) {
        int r = middleRow + row;
        int c = middleColumn + column;
        int away = Math.max(Math.abs(row), Math.abs(column));
        if (r >= 0 && r < size && c >= 0 && c < size) {
          set(r, c, away != 2 && away != 4);
        }
      }
    }
  }

  /** The format twice, around the finder patterns, bit 0 the last. */
  private void drawFormat() {
    for (int bit = 0; bit < 15; bit++) {
      boolean isDark = ((FORMAT >>> bit) & 1) != 0;
      if (bit < 8) {
        set(bit < 6 ? bit : bit + 1, 8, isDark);
        set(8, size - 1 - bit, isDark);
      } else {
        set(8, bit == 8 ? 7 : 14 - bit, isDark);
        set(size - 15 + bit, 8, isDark);
      }
    }
    set(size - 8, 8, true);
  }

  /** Up and down in pairs of columns from the right, past the upright timing pattern. */
  private void drawCodewords(int[] codewords) {
    int bit = 0;
    boolean up = true;
    for (int right = size - 1; right > 0; right -= right == 8 ? 3 : 2) {
      for (int i = 0; i < size; i++) {
        int row = up ? size - 1 - i : i;
        for (int column = right; column > right - 2; column--) {
          if (!taken.get(row * size + column)) {
            boolean one =
                bit < 8 * codewords.length && ((codewords[bit / 8] >>> (7 - bit % 8)) & 1) != 0;
            dark.set(row * size + column, one ^ ((row + column) % 2 == 0));
            bit++;
          }
        }
      }
      up = !up;
    }
  }

  /** The dark modules as path data of SVG, a unit each. */
  String path() {
    StringBuilder path = new StringBuilder();
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        if (dark(row, column)) {
          path.append('M').append(column).append(' ').append(row).append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }
}
