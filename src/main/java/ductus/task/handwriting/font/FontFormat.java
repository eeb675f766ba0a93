package ductus.task.handwriting.font;

import ductus.ink.font.HandFont;
import ductus.ink.font.SvgFont;
import ductus.ink.font.TrueTypeFont;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats of fonts. */
public enum FontFormat {
  /** Outlines of what a round pen leaves, in several forms. */
  TTF(".ttf"),
  /** The way of the pen, in one form, for plotters. */
  SVG_FONT(".svg");

  private final String ending;

  FontFormat(String ending) {
    this.ending = ending;
  }

  /** The name that users give. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Ending of the files' names. */
  public String ending() {
    return ending;
  }

  /**
   * The format of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static FontFormat parse(String label) {
    return Arrays.stream(values())
        .filter(format -> format.label().equals(label.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a font's format must be %s but was %s"
                        .formatted(
                            Arrays.stream(values())
                                .map(FontFormat::label)
                                .collect(Collectors.joining(" or ")),
                            label)));
  }

  /** The format that a path ends in. */
  public static Optional<FontFormat> ofEnding(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(format -> name.endsWith(format.ending)).findFirst();
  }

  /** The endings of all, and that of the provenance. */
  public static List<String> endings() {
    return List.of(TTF.ending, SVG_FONT.ending, ".json");
  }

  /**
   * The bytes of a font.
   *
   * @param nib width of the pen, x-heights
   */
  byte[] bytes(HandFont font, double nib) {
    return this == TTF ? TrueTypeFont.bytes(font, nib) : SvgFont.bytes(font);
  }
}
