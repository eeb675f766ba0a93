package ductus.same;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command that promises the same bytes.
 *
 * @param name of the folder below {@code out} that it may write to
 * @param words as typed, in a folder that has {@code in} and {@code out}
 * @param brief whether it is over so soon that the short form has it
 */
record SameCommand(String name, List<String> words, boolean brief) {
  private static final String TABLE = "commands.txt";
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  /** All of the table {@value #TABLE}, in its order: later ones use what earlier ones made. */
  static List<SameCommand> all() throws IOException {
    List<SameCommand> all = new ArrayList<>();
    for (String line : table().lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        all.add(of(line));
      }
    }
    return all;
  }

  private static SameCommand of(String line) {
    boolean brief = line.startsWith("*");
    String[] parts = line.substring(brief ? 1 : 0).split(":", 2);
    if (parts.length < 2) {
      throw new IllegalArgumentException("a line must be NAME: COMMAND but was " + line);
    }
    String name = parts[0].strip();
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(parts[1]);
    while (word.find()) {
      String found = word.group(1) == null ? word.group(2) : word.group(1);
      words.add(found.replace("OUT", "out/" + name));
    }
    return new SameCommand(name, words, brief);
  }

  private static String table() throws IOException {
    try (InputStream table = SameCommand.class.getResourceAsStream(TABLE)) {
      return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
