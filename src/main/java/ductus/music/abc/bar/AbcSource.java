package ductus.music.abc.bar;

import ductus.file.BadFileException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The text of an ABC file in lines, each with the place in the file where it stands. */
public final class AbcSource {
  private final Path path;
  private final String text;
  private final Charset charset;
  private final List<Integer> starts = new ArrayList<>(List.of(0));

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
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends = c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1));
      if (ends && i + 1 < text.length()) {
        starts.add(i + 1);
      }
    }
  }

  Path path() {
    return path;
  }

  /** A line of the file without its end, its comment and its continuation mark. */
  public record Line(int place, String text) {
    public boolean isBlank() {
      return text.isBlank();
    }
  }

  /** Beginning of the directives that are read. */
  public static final String MIDI_DIRECTIVE = "%%MIDI";

  /** The same as a field. */
  private static final String INSTRUCTION = "I:MIDI";

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
   * nothing but a comment is missing, as are blocks of typeset text.
   */
  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    boolean typeset = false;
    for (int i = 0; i < starts.size(); i++) {
      int start = starts.get(i);
      int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
      while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
        end--;
      }
      if (i == 0 && text.startsWith("\ufeff")) {
        start++;
      }
      String line = text.substring(Math.min(start, end), end);
      typeset = typeset ? !line.startsWith("%%end") : line.startsWith("%%begin");
      if (line.startsWith(INSTRUCTION)) {
        line = "%%MIDI" + line.substring(INSTRUCTION.length());
      }
      if (line.startsWith(MIDI_DIRECTIVE)) {
        lines.add(new Line(start, line));
      } else if (!typeset && !line.startsWith("%")) {
        lines.add(new Line(start, withoutComment(line)));
      }
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
    int line = lineNumber(at);
    int column = at - starts.get(line - 1) + 1;
    return new BadFileException(
        path,
        text.substring(0, at).getBytes(charset).length,
        "line " + line + ", column " + column + ": " + reason);
  }

  /**
   * Number of the line of a place, 1 for the first.
   *
   * @param place index of a character
   */
  public int lineNumber(int place) {
    int found = Collections.binarySearch(starts, Math.min(place, text.length()));
    return found < 0 ? -found - 1 : found + 1;
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
