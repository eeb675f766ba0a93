package ductus.task.translation;

import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of pairs: UTF-8, a pair a line, the source, a tab, the target. Empty lines do not count.
 */
public record PairFile(List<TextPair> pairs) {
  /** Most characters of a source or a target. */
  public static final int LONGEST = 1000;

  private static final int MOST_BYTES = 100 << 20;

  public PairFile {
    pairs = List.copyOf(pairs);
  }

  /**
   * Reads a file.
   *
   * @throws BadFileException naming the line that is no pair
   */
  public static PairFile read(Path path) throws BadFileException, IOException {
    if (Files.isDirectory(path)) {
      throw new BadFileException(path, "must be a file of pairs, but is a folder");
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      throw new BadFileException(path, "a file of pairs must be at most 100 MB");
    }
    List<TextPair> pairs = new ArrayList<>();
    int line = 0;
    for (String text : text(path, bytes).split("\n", -1)) {
      line++;
      if (!text.isBlank()) {
        pairs.add(pair(path, line, text));
      }
    }
    return new PairFile(pairs);
  }

  private static String text(Path path, byte[] bytes) throws BadFileException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException notText) {
      throw new BadFileException(path, "must be text in UTF-8 but is not");
    }
  }

  private static TextPair pair(Path path, int line, String text) throws BadFileException {
    String[] columns = text.split("\t", -1);
    if (columns.length != 2) {
      throw new BadFileException(
          path,
          "line %d: must be a source, a tab and a target, but has %d tabs"
              .formatted(line, columns.length - 1));
    }
    TextPair pair = new TextPair(TextPair.tidy(columns[0]), TextPair.tidy(columns[1]));
    check(path, line, "source", pair.source());
    check(path, line, "target", pair.target());
    return pair;
  }

  private static void check(Path path, int line, String what, String text) throws BadFileException {
    if (text.isEmpty()) {
      throw new BadFileException(path, "line %d: the %s is empty".formatted(line, what));
    }
    int length = text.codePointCount(0, text.length());
    if (length > LONGEST) {
      throw new BadFileException(
          path,
          "line %d: the %s must be at most %d characters but has %d"
              .formatted(line, what, LONGEST, length));
    }
  }

  /** A digest of the pairs in their order, by which they are split. */
  String digest() {
    return Sha256.hexOfLines(pairs.stream().map(pair -> pair.source() + "\t" + pair.target()));
  }

  /** Writes pairs. */
  public static void write(Path path, List<TextPair> pairs) throws IOException {
    StringBuilder text = new StringBuilder();
    pairs.forEach(
        pair -> text.append(pair.source()).append('\t').append(pair.target()).append('\n'));
    AtomicFile.write(path, text.toString());
  }
}
