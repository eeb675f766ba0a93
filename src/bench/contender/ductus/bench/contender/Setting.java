package ductus.bench.contender;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sizes of a language model and of its batches.
 *
 * @param vocabulary V
 * @param embedding E
 * @param hidden H
 * @param layers L
 * @param batch B
 * @param time T
 */
public record Setting(int vocabulary, int embedding, int hidden, int layers, int batch, int time) {
  /** The four that the bench compares, small to large. */
  public static final List<Setting> COMPARED =
      List.of(
          new Setting(128, 64, 128, 1, 32, 64),
          new Setting(128, 128, 256, 2, 32, 64),
          new Setting(388, 256, 512, 2, 64, 128),
          new Setting(88, 100, 400, 3, 32, 100));

  public Setting {
    if (Stream.of(vocabulary, embedding, hidden, layers, batch, time).anyMatch(n -> n < 1)) {
      throw new IllegalArgumentException(
          "sizes must be 1 or more but were V%d E%d H%d L%d B%d T%d"
              .formatted(vocabulary, embedding, hidden, layers, batch, time));
    }
  }

  /** Tokens of a batch. */
  public int tokens() {
    return batch * time;
  }

  /** The sizes as they are written on a command line. */
  List<String> arguments() {
    return Stream.of(vocabulary, embedding, hidden, layers, batch, time)
        .map(String::valueOf)
        .collect(Collectors.toList());
  }

  @Override
  public String toString() {
    return "V%d E%d H%d L%d B%d T%d".formatted(vocabulary, embedding, hidden, layers, batch, time);
  }
}
