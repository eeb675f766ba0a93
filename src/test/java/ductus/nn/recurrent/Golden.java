package ductus.nn.recurrent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;

/** Named matrices of a text file that a script in {@code src/test/python} made with PyTorch. */
public final class Golden {
  private final Map<String, double[]> matrices = new HashMap<>();

  /** Reads a resource: lines {@code matrix NAME ROWS COLUMNS}, each with its rows below. */
  public Golden(String resource) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Golden.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] words = line.split(" ", -1);
        if (words[0].equals("matrix")) {
          double[] matrix = {};
          for (int r = 0; r < Integer.parseInt(words[2]); r++) {
            matrix = append(matrix, Objects.requireNonNull(reader.readLine(), line));
          }
          matrices.put(words[1], matrix);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static double[] append(double[] matrix, String row) {
    double[] values = Arrays.stream(row.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    return DoubleStream.concat(Arrays.stream(matrix), Arrays.stream(values)).toArray();
  }

  /** A matrix, row by row. */
  public double[] matrix(String name) {
    return Objects.requireNonNull(matrices.get(name), name);
  }
}
