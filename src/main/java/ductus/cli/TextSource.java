package ductus.cli;

import ductus.file.BadFileException;
import ductus.ink.hand.Characters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A text and where it comes from.
 *
 * @param file empty if it was an argument
 */
record TextSource(String text, Optional<Path> file) {
  /** Far more than is ever written at once. */
  private static final int MOST_BYTES = 4 << 20;

  private static final String STANDARD_INPUT = "-";
  private static final int MOST_NAMED = 20;

  /** The text of an argument. */
  static TextSource of(String argument) {
    return new TextSource(argument, Optional.empty());
  }

  /**
   * The text of a file.
   *
   * @param path {@code -} for standard input
   */
  static TextSource read(Path path) throws BadFileException, IOException {
    boolean standardInput = path.toString().equals(STANDARD_INPUT);
    byte[] bytes;
    try (InputStream in = standardInput ? System.in : Files.newInputStream(path)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    Path named = standardInput ? Path.of("standard input") : path;
    if (bytes.length > MOST_BYTES) {
      throw new BadFileException(named, "a text must be at most 4 MB: write it in parts");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new TextSource(text, Optional.of(named));
    } catch (CharacterCodingException e) {
      throw new BadFileException(named, "must be text in UTF-8 but is not");
    }
  }

  /**
   * Complains about characters that cannot be written.
   *
   * @throws BadFileException if the text is a file's
   * @throws IllegalArgumentException if it is an argument
   */
  void complain(List<Characters.Missing> missing, String hand) throws BadFileException {
    String more =
        missing.size() > MOST_NAMED ? ", and %d more".formatted(missing.size() - MOST_NAMED) : "";
    String reason =
        "%s has no %s%s; --substitute writes what comes closest"
            .formatted(
                hand,
                missing.stream()
                    .limit(MOST_NAMED)
                    .map(
                        each ->
                            "%s (U+%04X, line %d, column %d)"
                                .formatted(
                                    Character.toString(each.character()),
                                    each.character(),
                                    each.line(),
                                    each.column()))
                    .collect(Collectors.joining(", ")),
                more);
    if (file.isPresent()) {
      throw new BadFileException(file.get(), reason);
    }
    throw new IllegalArgumentException(reason);
  }
}
