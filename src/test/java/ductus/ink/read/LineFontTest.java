package ductus.ink.read;

import static ductus.Refusals.assertBadFile;
import static ductus.Refusals.assertBadFileNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.ink.Box;
import ductus.ink.Handwriting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class LineFontTest {
  private static final String HEAD =
      """
      <?xml version="1.0"?>
      <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://localhost:1/no.dtd">
      """;

  @TempDir Path folder = Path.of("");

  private List<Handwriting> read(String content) throws BadFileException, IOException {
    return font(content).characters();
  }

  private LineFont font(String content) throws BadFileException, IOException {
    return LineFont.read(Files.writeString(folder.resolve("font.svg"), content));
  }

  private static String svg(String glyphs) {
    return HEAD
        + "<svg xmlns=\"http://www.w3.org/2000/svg\"><defs><font horiz-adv-x=\"378\">\n"
        + "<font-face units-per-em=\"1000\"/>\n"
        + glyphs
        + "</font></defs></svg>";
  }

  @Test
  void readsGlyphsOfOneCharacter() throws Exception {
    List<Handwriting> characters =
        read(
            svg(
                """
                <missing-glyph d="M0 0L9 9"/>
                <glyph unicode=" "/>
                <glyph unicode="&#x61;" d="M 10 20 L 30 40 M 5 5 L 6 6"/>
                <glyph unicode="fi" d="M0 0L9 9"/>
                <glyph unicode="&amp;" d="M0 0L9 9 M 3600 22 L 3581 9"/>
                """));
    assertEquals(
        List.of("a", "&"),
        characters.stream().map(character -> character.text().orElseThrow()).toList());
    assertEquals(2, characters.get(0).strokes().size());
    assertEquals(1, characters.get(1).strokes().size());
  }

  @Test
  void accentsThatStandAloneMakeCombiningMarks() throws Exception {
    List<Handwriting> characters =
        read(
            svg(
                """
                <glyph unicode="&#xb4;" d="M 100 600 L 140 700"/>
                <glyph unicode="&#xb8;" d="M 100 -10 L 140 -90"/>
                """));
    Handwriting acute = characters.get(1);
    assertEquals("\u0301", acute.text().orElseThrow());
    assertEquals(new Box(-20, 0, 20, 100), acute.box().orElseThrow());
    assertEquals(new Box(-20, -80, 20, 0), characters.get(3).box().orElseThrow());
  }

  @Test
  void aFontWhoseLettersTouchIsAScript() throws Exception {
    String letters =
        """
        <glyph unicode="a" horiz-adv-x="100" d="M 0 0 L 105 40"/>
        <glyph unicode="n" horiz-adv-x="100" d="M -5 0 L 98 40"/>
        <glyph unicode="A" horiz-adv-x="300" d="M 0 0 L 98 40"/>
        """;
    assertTrue(font(svg(letters)).isScript());
    assertFalse(font(svg(letters.replace("\"100\"", "\"160\""))).isScript());
    assertFalse(font(svg("<glyph unicode=\"A\" horiz-adv-x=\"0\" d=\"M0 0L9 9\"/>")).isScript());
  }

  @Test
  void namesThePlaceOfABadPath() {
    assertBadFile(
        "line 5, column 34: path of 'a', character 8: a number must follow but was 'x'",
        () -> read(svg("<glyph unicode=\"a\" d=\"M0 0L1 x\"/>\n")));
  }

  @Test
  void refusesWhatIsNoFont() {
    assertBadFileNaming("not well-formed XML", () -> read(""));
    assertBadFileNaming("not well-formed XML", () -> read("<svg><font>"));
    assertBadFileNaming("an SVG font must have a glyph but has none", () -> read("<svg></svg>"));
    assertBadFileNaming(
        "units-per-em must be from 1 to 1e6 but was 0",
        () -> read(svg("").replace("\"1000\"", "\"0\"")));
  }

  @Test
  void neverReadsEntities() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "M0 0L1 1");
    String external = "<!DOCTYPE svg [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
    assertBadFileNaming(
        "not well-formed XML",
        () -> read(external + "<svg><glyph unicode=\"a\" d=\"&x;\"/></svg>"));
    assertBadFileNaming("", () -> read(external + "<svg>&x;</svg>"));
    StringBuilder bomb = new StringBuilder("<!DOCTYPE svg [<!ENTITY a0 \"aaaaaaaaaa\">");
    for (int i = 1; i < 20; i++) {
      bomb.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
    }
    assertBadFileNaming("", () -> read(bomb + "]><svg>&a19;</svg>"));
    assertBadFileNaming(
        "not well-formed XML", () -> read(bomb + "]><svg><glyph d=\"&a19;\"/></svg>"));
  }
}
