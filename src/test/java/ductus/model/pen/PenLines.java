package ductus.model.pen;

import ductus.model.pen.PenNetworkConfig.TextWindow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Made-up lines of pen points, for tests. */
public final class PenLines {
  public static final Alphabet ALPHABET = new Alphabet(" abcdef");

  private PenLines() {}

  /** A small network that follows texts. */
  public static PenNetworkConfig windowed(int layers) {
    return config(new TextWindow(ALPHABET, 3, 10), layers);
  }

  /** A small network that writes freely. */
  public static PenNetworkConfig free(int layers) {
    return config(null, layers);
  }

  private static PenNetworkConfig config(@Nullable TextWindow window, int layers) {
    return new PenNetworkConfig(
        window,
        Stream.of("one", "two", "three").map(name -> new PenStyle(name, false, "abcdef")).toList(),
        4,
        new OffsetScale(0.05, 0, 0.2, 0.3),
        layers,
        20,
        3);
  }

  /** Lines of different lengths. */
  public static List<PenSequence> lines(
      int count, PenNetworkConfig config, RandomGenerator random) {
    List<PenSequence> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(line(3 + random.nextInt(12), config, random));
    }
    return lines;
  }

  private static PenSequence line(int points, PenNetworkConfig config, RandomGenerator random) {
    float[] deltaX = new float[points];
    float[] deltaY = new float[points];
    boolean[] penUp = new boolean[points];
    int[] characters = new int[points];
    int[] text = new int[1 + random.nextInt(points)];
    for (int u = 0; u < text.length; u++) {
      text[u] = 1 + random.nextInt(ALPHABET.size() - 1);
    }
    for (int t = 0; t < points; t++) {
      deltaX[t] = random.nextFloat() - 0.3f;
      deltaY[t] = random.nextFloat() - 0.5f;
      penUp[t] = random.nextInt(4) == 0;
      characters[t] = t * text.length / points;
    }
    int[] ended = config.window() == null ? new int[0] : Arrays.copyOf(text, text.length + 1);
    int style = random.nextInt(config.styles().size());
    return new PenSequence(deltaX, deltaY, penUp, characters, ended, style);
  }
}
