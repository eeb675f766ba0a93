package ductus.math;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.CRC32;
import org.ejml.data.FMatrixRMaj;

/** Test data from seeds, and checksums of bits. */
public final class Seeded {
  private Seeded() {}

  /** A generator of a named algorithm. */
  public static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** Uniform in [-bound, bound). */
  public static float[] floats(int count, double bound, RandomGenerator random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
    }
    return values;
  }

  /** Uniform in [-bound, bound). */
  public static double[] doubles(int count, double bound, RandomGenerator random) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = (2 * random.nextDouble() - 1) * bound;
    }
    return values;
  }

  /** A matrix whose entries are uniform in [-1, 1). */
  public static FMatrixRMaj matrix(int rows, int columns, RandomGenerator random) {
    FMatrixRMaj matrix = new FMatrixRMaj(rows, columns);
    matrix.setData(floats(rows * columns, 1, random));
    return matrix;
  }

  /** CRC-32 of the bits of some arrays. */
  public static String bits(float[]... arrays) {
    CRC32 crc = new CRC32();
    for (float[] array : arrays) {
      for (float value : array) {
        int bits = Float.floatToRawIntBits(value);
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
          crc.update(bits >>> shift);
        }
      }
    }
    return "%08x".formatted(crc.getValue());
  }
}
