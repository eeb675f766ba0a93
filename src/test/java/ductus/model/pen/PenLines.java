package ductus.model.pen;

import ductus.model.pen.PenNetworkConfig.TextWindow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Made-up lines of pen points, for tests. */
public final class PenLines {
  public static final Alphabet ALPHABET = new Alphabet(" abcdef");

  private PenLines() {}

  /** A small network that follows texts. */
  public static PenNetworkConfig windowed(int layers) {
    return config(new TextWindow(ALPHABET, 3, 10), layers, null);
  }

  /** The same of other cells. */
  public static PenNetworkConfig windowed(int layers, String cell) {
    return config(new TextWindow(ALPHABET, 3, 10), layers, cell);
  }

  /** A small network that writes freely. */
  public static PenNetworkConfig free(int layers) {
    return config(null, layers, null);
  }

  private static PenNetworkConfig config(
      @Nullable TextWindow window, int layers, @Nullable String cell) {
    return new PenNetworkConfig(
        window,
        List.of(
            new PenStyle("one", false, "abcdef"),
            new PenStyle("two", false, "abcdef", List.of(1, 2, 1, 3, 1, 1)),
            new PenStyle("three", false, "abcdef", List.of(2, 1, 1, 1, 1, 2))),
        4,
        new OffsetScale(0.05, 0, 0.2, 0.3),
        layers,
        20,
        3,
        cell);
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
    int[] forms = new int[text.length];
    Arrays.setAll(forms, u -> random.nextInt(3));
    PenText ended =
        config.window() == null
            ? PenText.NONE
            : new PenText(Arrays.copyOf(text, text.length + 1), forms);
    int style = random.nextInt(config.styles().size());
    return new PenSequence(deltaX, deltaY, penUp, characters, ended, style);
  }
}
