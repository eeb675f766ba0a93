package ductus.ink.font;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.read.LineFont;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SvgFontTest {
  /** Units of an x-height. */
  private static final double X_HEIGHT = 1000 / FontMetrics.X_HEIGHTS;

  @Test
  void isReadBackAsItWasWritten(@TempDir Path folder) throws Exception {
    HandFont font = FontSamples.font(2);
    Path file = Files.write(folder.resolve("font.svg"), SvgFont.bytes(font));
    SortedMap<Integer, Handwriting> read = new TreeMap<>();
    for (Handwriting character : LineFont.read(file).characters()) {
      read.put(character.text().orElseThrow().codePointAt(0), character);
    }
    assertEquals(font.letters().keySet(), read.keySet());
    font.letters()
        .forEach(
            (character, forms) -> {
              Handwriting written = Handwriting.of(forms.get(0).strokes());
              Handwriting back = Objects.requireNonNull(read.get(character));
              assertEquals(written.strokes().size(), back.strokes().size());
              Box box = written.box().orElseThrow();
              Box other = back.box().orElseThrow();
              assertEquals(box.left() * X_HEIGHT, other.left(), 3);
              assertEquals(box.right() * X_HEIGHT, other.right(), 3);
              assertEquals(box.bottom() * X_HEIGHT, other.bottom(), 3);
              assertEquals(box.top() * X_HEIGHT, other.top(), 3);
            });
  }

  @Test
  void saysHowLettersAreSet() {
    HandFont font = FontSamples.font(1);
    String text = new String(SvgFont.bytes(font), StandardCharsets.UTF_8);
    long advance = Math.round(FontSamples.letter(font, 'n').advance() * X_HEIGHT);
    assertTrue(
        text.matches("(?s).*<glyph unicode=\"n\"[^>]* horiz-adv-x=\"" + advance + "[.\"].*"), text);
    double farther = font.kerning().farther().getOrDefault(new HandFont.Pair('T', '.'), 0.0);
    String nearer = (farther > 0 ? "-" : "") + (int) Math.abs(farther * X_HEIGHT);
    assertTrue(text.contains("<hkern u1=\"U+54\" u2=\"U+2E\" k=\"" + nearer), nearer);
    for (String said :
        List.of(
            "<title>Sample Hand</title>",
            "<metadata>CC0 1.0</metadata>",
            "units-per-em=\"1000\"")) {
      assertTrue(text.contains(said), said);
    }
  }
}
