package ductus.ink.mark;

import ductus.ink.Stroke;
import ductus.ink.hand.Characters;
import ductus.ink.hand.Glyph;
import ductus.ink.hand.Joins;
import ductus.ink.hand.Proportions;
import ductus.ink.path.PathData;
import ductus.ink.path.PathSyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Characters that can be put into any hand: signs drawn as such, marks that are set on a letter,
 * and letters made of another and a stroke through it. All are drawn upright.
 */
public final class Symbols {
  private static final String RESOURCE = "/ductus/ink/symbols.txt";
  private static final double TOLERANCE = 0.005;

  /** Height of the capitals that the drawings go with. */
  private static final double ASCENDER = 1.65;

  /** Height above which a drawing is as high as capitals. */
  private static final double TALL = 1.1;

  private static final int LAST_ASCII = 0x7E;

  static final int DOTLESS_I = 'ı';
  static final int TURNED_COMMA_ABOVE = 0x312;
  static final int COMMA_BESIDE = 0x315;
  static final int COMMA_BELOW = 0x326;
  static final int CEDILLA = 0x327;
  static final int OGONEK = 0x328;
  static final int BAR = 0x335;
  static final int SHORT_SLASH = 0x337;
  static final int SLASH = 0x338;
  private static final int CARON = 0x30C;

  /**
   * A letter with a stroke through another.
   *
   * @param letter to draw
   * @param mark through it
   */
  record Stroked(int letter, int mark) {}

  private static final Map<Integer, Stroked> STROKED =
      Map.of(
          (int) 'Ł', new Stroked('L', SHORT_SLASH),
          (int) 'ł', new Stroked('l', SHORT_SLASH),
          (int) 'Đ', new Stroked('D', BAR),
          (int) 'đ', new Stroked('d', BAR),
          (int) 'Ħ', new Stroked('H', BAR),
          (int) 'ħ', new Stroked('h', BAR),
          (int) 'Ø', new Stroked('O', SLASH),
          (int) 'ø', new Stroked('o', SLASH));

  private static final Symbols SHIPPED = read();

  private final SortedMap<Integer, Glyph> glyphs;

  private Symbols(SortedMap<Integer, Glyph> glyphs) {
    this.glyphs = Collections.unmodifiableSortedMap(glyphs);
  }

  /** The symbols that ship. */
  public static Symbols shipped() {
    return SHIPPED;
  }

  /** The characters that have a drawing. */
  public Set<Integer> characters() {
    return glyphs.keySet();
  }

  /**
   * The characters that are left to whoever has learned them. Signs beyond ASCII are not: they are
   * so rare in what networks learn from that a fraction or a degree comes out as something else.
   */
  Set<Integer> withoutSigns(Set<Integer> learned) {
    return learned.stream()
        .filter(character -> !isSign(character))
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean isSign(int character) {
    return character > LAST_ASCII
        && glyphs.containsKey(character)
        && !Characters.isMark(character)
        && !Character.isUpperCase(character)
        && Character.getType(character) != Character.LOWERCASE_LETTER;
  }

  /** All characters that can be written where some have been learned. */
  public Set<Integer> writable(Set<Integer> learned) {
    Set<Integer> writable = new HashSet<>(learned);
    writable.addAll(glyphs.keySet());
    STROKED.forEach(
        (character, stroked) -> {
          if (learned.contains(stroked.letter)) {
            writable.add(character);
          }
        });
    if (learned.contains((int) 'i')) {
      writable.add(DOTLESS_I);
    }
    return Collections.unmodifiableSet(writable);
  }

  /** How a character is made of a letter and a stroke; null if it is not. */
  static @Nullable Stroked stroked(int character) {
    return STROKED.get(character);
  }

  /** The form that a mark has on a letter: carons and cedillas are commas on some. */
  static int form(int letter, int mark) {
    if (mark == CARON && "dtlL".indexOf(letter) >= 0) {
      return COMMA_BESIDE;
    }
    if (mark == CEDILLA && letter == 'g') {
      return TURNED_COMMA_ABOVE;
    }
    return mark == CEDILLA && "klnrKLNRG".indexOf(letter) >= 0 ? COMMA_BELOW : mark;
  }

  /**
   * The drawing of a character, upright, its tall ones as high as a hand's.
   *
   * @throws IllegalArgumentException if there is none
   */
  Glyph glyph(int character, Proportions hand) {
    Glyph glyph = glyphs.get(character);
    if (glyph == null) {
      throw new IllegalArgumentException(
          "a symbol must be one that is drawn but was " + Character.toString(character));
    }
    boolean tall = !Characters.isMark(character) && glyph.box().top() > TALL;
    double scale = tall ? hand.ascender() / ASCENDER : 1;
    return new Glyph(
        glyph.strokes().stream()
            .map(
                stroke ->
                    new Stroke(
                        stroke.points().stream()
                            .map(p -> p.moved(scale * p.x(), scale * p.y()))
                            .toList()))
            .toList(),
        Joins.NONE);
  }

  private static Symbols read() {
    try (InputStream in = Symbols.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the program must have " + RESOURCE + " but has not");
      }
      SortedMap<Integer, Glyph> glyphs = new TreeMap<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.startsWith("#")) {
          List<String> fields = List.of(line.split(" ", 3));
          glyphs.put(Integer.parseInt(fields.get(0), 16), glyph(fields.get(2)));
        }
      }
      return new Symbols(glyphs);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Glyph glyph(String paths) {
    List<Stroke> strokes = new ArrayList<>();
    for (String path : paths.split(";", -1)) {
      try {
        strokes.addAll(PathData.strokes(path, TOLERANCE));
      } catch (PathSyntaxException broken) {
        throw new IllegalStateException(RESOURCE + ": " + path + ": " + broken.reason());
      }
    }
    return new Glyph(strokes, Joins.NONE);
  }
}
