package ductus.spark.training;

import ductus.file.HalfFloat;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.SparkConf;
import org.ejml.data.FMatrixRMaj;

/** How the floats of gradients travel. */
enum GradientFormat {
  /** As they are. */
  FLOAT32 {
    @Override
    int bytes(int floats) {
      return floats * Float.BYTES;
    }

    @Override
    void put(GradientBlocks blocks, List<FMatrixRMaj> gradients, int block, ByteBuffer message) {
      blocks.put(gradients, block, message);
    }

    @Override
    void get(ByteBuffer message, float[] block) {
      message.asFloatBuffer().get(block);
    }
  },

  /**
   * Rounded to 16 bits, times a power of two that is the block's own: so its largest gradients have
   * 11 bits, and those down to 2⁻²⁸ of the largest, too.
   */
  FLOAT16 {
    @Override
    int bytes(int floats) {
      return 1 + floats * Short.BYTES;
    }

    @Override
    void put(GradientBlocks blocks, List<FMatrixRMaj> gradients, int block, ByteBuffer message) {
      float[] floats = new float[blocks.length(block)];
      blocks.copy(gradients, block, floats);
      float largest = 0;
      for (float each : floats) {
        largest = Math.max(largest, Math.abs(each));
      }
      // Of NaN and infinity the exponent is the largest: they stay what they are.
      int shift = Math.max(-MOST_SHIFT, Math.min(MOST_SHIFT, 14 - Math.getExponent(largest)));
      float scale = Math.scalb(1f, shift);
      float inverse = Math.scalb(1f, -shift);
      message.put((byte) shift);
      for (int i = 0; i < floats.length; i++) {
        short half = HalfFloat.of(floats[i] * scale);
        message.putShort(half);
        floats[i] = HalfFloat.value(half) * inverse;
      }
      blocks.set(floats, block, gradients);
    }

    @Override
    void get(ByteBuffer message, float[] block) {
      float inverse = Math.scalb(1f, -message.get());
      for (int i = 0; i < block.length; i++) {
        block[i] = HalfFloat.value(message.getShort()) * inverse;
      }
    }
  };

  private static final String SETTING = "spark.ductus.gradients";

  /** Powers of two that a float has with their inverses. */
  private static final int MOST_SHIFT = 125;

  /**
   * The one that the settings name.
   *
   * @throws IllegalArgumentException if they name none of them
   */
  static GradientFormat of(SparkConf conf) {
    String name = conf.get(SETTING, FLOAT32.toString());
    return Arrays.stream(values())
        .filter(format -> format.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s is '%s': gradients travel as float32 or float16".formatted(SETTING, name)));
  }

  /** Bytes of a block. */
  abstract int bytes(int floats);

  /**
   * Writes a block of matrices behind the position of a message, and leaves in them what it says.
   */
  abstract void put(GradientBlocks blocks, List<FMatrixRMaj> gradients, int block, ByteBuffer message);

  /** Reads a whole block. */
  abstract void get(ByteBuffer message, float[] block);

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
