package ductus.ink.page;

import ductus.picture.SvgDocument;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A size of paper.
 *
 * @param name by which people ask for it
 * @param width in mm
 * @param height in mm
 */
public record Paper(String name, double width, double height) {
  public static final Paper A4 = new Paper("a4", 210, 297);
  public static final Paper A5 = new Paper("a5", 148, 210);
  public static final Paper A6 = new Paper("a6", 105, 148);
  public static final Paper LETTER = new Paper("letter", 215.9, 279.4);

  /** The index card: five by three inches. */
  public static final Paper INDEX_CARD = new Paper("index-card", 127, 76.2);

  public static final Paper ENVELOPE_DL = new Paper("envelope-dl", 220, 110);
  public static final Paper ENVELOPE_C6 = new Paper("envelope-c6", 162, 114);

  private static final List<Paper> NAMED =
      List.of(A4, A5, A6, LETTER, INDEX_CARD, ENVELOPE_DL, ENVELOPE_C6);

  private static final double SMALLEST = 20;
  private static final double LARGEST = 2000;
  private static final Pattern SIZE =
      Pattern.compile(
          "(\\d{1,4}(?:\\.\\d{1,3})?)\\s*[x×]\\s*(\\d{1,4}(?:\\.\\d{1,3})?)\\s*(?:mm)?");
  private static final Pattern TURNED = Pattern.compile("(.*?)[\\s-]+(landscape|portrait)");

  public Paper {
    if (!isLength(width) || !isLength(height)) {
      throw new IllegalArgumentException(
          "paper must be %s to %s mm wide and high but was %s by %s mm"
              .formatted(SvgDocument.number(SMALLEST), SvgDocument.number(LARGEST), width, height));
    }
  }

  /** The names of the papers that have one. */
  public static List<String> names() {
    return NAMED.stream().map(Paper::name).toList();
  }

  /** Returns paper of any size, in mm. */
  public static Paper of(double width, double height) {
    return new Paper(SvgDocument.number(width) + "x" + SvgDocument.number(height), width, height);
  }

  /**
   * Reads the name of a paper such as {@code A4}, {@code letter landscape}, {@code index-card}, or
   * {@code 100x150} (width by height in mm); case does not matter.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Paper parse(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    Matcher turned = TURNED.matcher(name);
    if (turned.matches()) {
      Paper paper = parse(turned.group(1));
      return turned.group(2).equals("landscape") ? paper.landscape() : paper.portrait();
    }
    Matcher size = SIZE.matcher(name);
    if (size.matches()) {
      return of(Double.parseDouble(size.group(1)), Double.parseDouble(size.group(2)));
    }
    String wanted = name.replaceAll("[\\s_]+", "-");
    return NAMED.stream()
        .filter(paper -> paper.name.equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "paper must be one of "
                        + NAMED.stream().map(Paper::name).collect(Collectors.joining(", "))
                        + ", with landscape or portrait behind it if wanted, or a size in mm such"
                        + " as 100x150, but was "
                        + text));
  }

  /** Returns this paper lying on its longer side. */
  public Paper landscape() {
    return width >= height ? this : new Paper(name + "-landscape", height, width);
  }

  /** Returns this paper standing on its shorter side. */
  public Paper portrait() {
    return width <= height ? this : new Paper(name + "-portrait", height, width);
  }

  private static boolean isLength(double length) {
    return length >= SMALLEST && length <= LARGEST;
  }
}
