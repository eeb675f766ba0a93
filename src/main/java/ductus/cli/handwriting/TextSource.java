package ductus.cli.handwriting;

import ductus.file.BadFileException;
import ductus.format.NameList;
import ductus.ink.hand.Characters;
import ductus.task.handwriting.synthesis.StyleChoice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    if (Files.isDirectory(path)) {
      throw new BadFileException(path, "must be a file of text but is a folder");
    }
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
    String reason =
        String.format(
            Locale.ROOT,
            "%s has no %s; --substitute writes what comes closest",
            hand,
            NameList.of(
                missing.stream()
                    .map(
                        each ->
                            String.format(
                                Locale.ROOT,
                                "%s (U+%04X, line %d, column %d)",
                                Character.toString(each.character()),
                                each.character(),
                                each.line(),
                                each.column()))
                    .toList(),
                MOST_NAMED));
    if (file.isPresent()) {
      throw new BadFileException(file.get(), reason);
    }
    throw new IllegalArgumentException(reason);
  }

  /**
   * Says what stands in the place of characters that a hand lacks.
   *
   * @param substitutes by character; empty for one that is left out
   */
  static String replacement(String hand, Map<Integer, String> substitutes) {
    List<String> written = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    substitutes.forEach(
        (character, substitute) -> {
          String name = Character.toString(character);
          if (substitute.isBlank()) {
            leftOut.add(String.format(Locale.ROOT, "%s (U+%04X)", name, character));
          } else {
            written.add(substitute.strip() + " for " + name);
          }
        });
    return Stream.of(part("wrote ", written), part("left out ", leftOut))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("; ", hand + " lacks characters: ", ""));
  }

  /**
   * Says which typographic characters are written in their plain form, as by hand.
   *
   * @param forms by character
   */
  static String plain(Map<Integer, String> forms) {
    return "Writes as people do by hand: "
        + forms.entrySet().stream()
            .map(form -> form.getValue() + " for " + Character.toString(form.getKey()))
            .collect(Collectors.joining(", "));
  }

  private static Optional<String> part(String verb, List<String> characters) {
    return characters.isEmpty()
        ? Optional.empty()
        : Optional.of(verb + NameList.of(characters, MOST_NAMED));
  }

  /**
   * Says that a mix of joined and unjoined hands may break letters.
   *
   * @param joined those of the hands that join their letters, one or more
   */
  static String unlike(StyleChoice style, List<String> joined) {
    List<String> others =
        style.weights().keySet().stream().filter(hand -> !joined.contains(hand)).toList();
    return "letters may break, since the mix is of hands that join them ("
        + String.join(", ", joined)
        + ") and hands that do not ("
        + String.join(", ", others)
        + "): mix hands of one kind ('hand list' names both), or look at it and take another --seed"
        + " or --check";
  }
}
