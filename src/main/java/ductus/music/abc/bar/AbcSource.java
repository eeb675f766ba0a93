package ductus.music.abc.bar;

import ductus.file.BadFileException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The text of an ABC file in lines, each with the place in the file where it stands. */
public final class AbcSource {
  private final Path path;
  private final String text;
  private final Charset charset;

  /**
   * Decodes the text of a file: UTF-8, or Latin-1 where it is not UTF-8.
   *
   * @param path for messages
   */
  public AbcSource(Path path, byte[] content) {
    this.path = path;
    Charset found = StandardCharsets.UTF_8;
    String decoded;
    try {
      decoded = found.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException notUtf8) {
      found = StandardCharsets.ISO_8859_1;
      decoded = new String(content, found);
    }
    this.charset = found;
    this.text = decoded;
  }

  /** A line of the file without its end, its comment and its continuation mark. */
  public record Line(int place, String text) {
    public boolean isBlank() {
      return text.isBlank();
    }
  }

  /** Beginning of the directives that are read. */
  public static final String MIDI_DIRECTIVE = "%%MIDI";

  /**
   * The tunes of the file, each with its lines. A tune begins with X:, and what stands before the
   * first X: belongs to it; a file without X: is one tune.
   */
  public List<List<Line>> tunes() {
    List<List<Line>> tunes = new ArrayList<>();
    boolean begun = false;
    for (Line line : lines()) {
      boolean begins = line.text().startsWith("X:");
      if (tunes.isEmpty() || (begins && begun)) {
        tunes.add(new ArrayList<>());
      }
      begun |= begins || line.text().startsWith("K:");
      tunes.get(tunes.size() - 1).add(line);
    }
    return tunes;
  }

  /**
   * The lines of the file, comments and directives taken out, but for those about MIDI; a line of
   * nothing but a comment is missing.
   */
  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    int start = text.startsWith("\ufeff") ? 1 : 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      String line = text.substring(start, end);
      if (line.endsWith("\r")) {
        line = line.substring(0, line.length() - 1);
      }
      if (line.startsWith(MIDI_DIRECTIVE)) {
        lines.add(new Line(start, line));
      } else if (!line.startsWith("%")) {
        lines.add(new Line(start, withoutComment(line)));
      }
      start = end + 1;
    }
    return lines;
  }

  /**
   * Creates a complaint about a place.
   *
   * @param place index of a character
   */
  public BadFileException error(int place, String reason) {
    int at = Math.min(place, text.length());
    String before = text.substring(0, at);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = at - before.lastIndexOf('\n');
    return new BadFileException(
        path,
        before.getBytes(charset).length,
        "line " + line + ", column " + column + ": " + reason);
  }

  /** Creates a complaint about the file as a whole. */
  public BadFileException error(String reason) {
    return new BadFileException(path, reason);
  }

  private static String withoutComment(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '%' && (i == 0 || line.charAt(i - 1) != '\\')) {
        return line.substring(0, i);
      }
    }
    return line;
  }
}
