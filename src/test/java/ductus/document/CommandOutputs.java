package ductus.document;

import ductus.cli.CommandRun;
import ductus.cli.console.ExitStatus;
import ductus.file.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What commands print and write, each run once.
 *
 * <p>Beside those of Ductus there are two: {@code cat FILE} prints a file, and {@code mean FILE
 * COLUMN NAME=VALUE...} the mean of a column of a CSV file, and the standard deviation, over the
 * rows that have the values, and both in per cent.
 */
final class CommandOutputs {
  private static final String OUT = "OUT";
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private final Supplier<Path> folder;
  private final Map<String, String> printed = new HashMap<>();

  CommandOutputs(Supplier<Path> folder) {
    this.folder = folder;
  }

  /** What the last of some commands prints. */
  String printed(String commands) throws IOException {
    String last = "";
    for (String command : commands.split(" ; ", -1)) {
      String known = printed.get(command);
      last = known == null ? run(command) : known;
      printed.put(command, last);
    }
    return last;
  }

  /** A file that commands have written. */
  Path file(String name) {
    return Path.of(placed(name));
  }

  private String placed(String text) {
    return text.replace(OUT, folder.get().toString());
  }

  private String run(String command) throws IOException {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(placed(command));
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    if (words.get(0).equals("cat")) {
      return Files.readString(Path.of(words.get(1)));
    }
    if (words.get(0).equals("mean")) {
      return mean(Path.of(words.get(1)), words.get(2), words.subList(3, words.size()));
    }
    CommandRun run = CommandRun.ofUser(words);
    if (run.status() != ExitStatus.DONE && run.status() != ExitStatus.LEFT_OUT) {
      throw new IOException(command + ": " + run.err());
    }
    return run.out();
  }

  private static String mean(Path file, String column, List<String> conditions) throws IOException {
    List<List<String>> lines = Csv.lines(Files.readString(file));
    List<String> header = lines.get(0);
    List<Double> values = new ArrayList<>();
    for (List<String> line : lines.subList(1, lines.size())) {
      boolean wanted =
          conditions.stream()
              .map(condition -> condition.split("=", 2))
              .allMatch(pair -> line.get(header.indexOf(pair[0])).equals(pair[1]));
      if (wanted) {
        values.add(Csv.parse(line.get(header.indexOf(column))));
      }
    }
    double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
    double mean = Arrays.stream(all).average().orElse(Double.NaN);
    double squares = Arrays.stream(all).map(value -> (value - mean) * (value - mean)).sum();
    double deviation = Math.sqrt(squares / Math.max(1, all.length - 1));
    return String.format(
        Locale.ROOT,
        "mean %.9f deviation %.9f, in per cent %.7f and %.7f",
        mean,
        deviation,
        100 * mean,
        100 * deviation);
  }
}
