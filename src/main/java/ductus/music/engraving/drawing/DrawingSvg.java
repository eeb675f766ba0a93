package ductus.music.engraving.drawing;

import ductus.music.engraving.glyph.Glyph;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes a drawing as SVG. Its color is that of the text around it. */
public final class DrawingSvg {
  private static final String HEAD =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
  private static final String FONT = "Times New Roman, Times, Liberation Serif, serif";

  private final StringBuilder svg = new StringBuilder();

  private DrawingSvg() {}

  /**
   * Writes the file.
   *
   * @param width in staff spaces
   * @param height likewise
   * @param size of a staff space
   * @param unit of that size: mm or px
   * @param paper whether it is black on white
   */
  public static byte[] svg(
      Drawing drawing,
      String title,
      double width,
      double height,
      double size,
      String unit,
      boolean paper) {
    DrawingSvg writer = new DrawingSvg();
    StringBuilder svg = writer.svg;
    svg.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").append(HEAD);
    writer.attribute("class", "sheet-music");
    writer.attribute("viewBox", "0 0 " + Decimals.of(width) + " " + Decimals.of(height));
    writer.attribute("width", Decimals.of(width * size) + unit);
    writer.attribute("height", Decimals.of(height * size) + unit);
    writer.attribute("font-family", FONT);
    writer.attribute("fill", "currentColor");
    if (paper) {
      writer.attribute("color", "#000");
    }
    svg.append(">\n<title>");
    writer.text(title);
    svg.append("</title>\n");
    if (paper) {
      svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
    }
    writer.glyphs(drawing.marks());
    drawing.marks().forEach(writer::mark);
    return svg.append("</svg>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private void glyphs(List<Mark> marks) {
    Set<Glyph> used = EnumSet.noneOf(Glyph.class);
    for (Mark mark : marks) {
      if (mark instanceof Mark.Sign sign) {
        used.add(sign.glyph());
      }
    }
    svg.append("<defs>\n");
    for (Glyph glyph : used) {
      svg.append("<path id=\"").append(id(glyph)).append("\" d=\"").append(glyph.outline());
      svg.append("\"/>\n");
    }
    svg.append("</defs>\n");
  }

  private static String id(Glyph glyph) {
    return "music-" + glyph.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void mark(Mark mark) {
    if (mark instanceof Mark.Sign sign) {
      sign(sign);
    } else if (mark instanceof Mark.Rule rule) {
      rule(rule);
    } else if (mark instanceof Mark.Outline outline) {
      outline(outline);
    } else if (mark instanceof Mark.Words words) {
      words(words);
    } else if (mark instanceof Mark.Region region) {
      svg.append("<rect");
      attribute("x", Decimals.of(region.x()));
      attribute("y", Decimals.of(region.y()));
      attribute("width", Decimals.of(region.width()));
      attribute("height", Decimals.of(region.height()));
      attributes(region.attributes());
      attribute("fill", "none");
      attribute("pointer-events", "all");
      svg.append("/>\n");
    } else if (mark instanceof Mark.Open open) {
      svg.append("<g");
      attributes(open.attributes());
      svg.append(">\n");
    } else {
      svg.append("</g>\n");
    }
  }

  private void sign(Mark.Sign sign) {
    svg.append("<use xlink:href=\"#").append(id(sign.glyph())).append('"');
    if (sign.scaleX() == 1 && sign.scaleY() == 1) {
      attribute("x", Decimals.of(sign.x()));
      attribute("y", Decimals.of(sign.y()));
    } else {
      attribute(
          "transform",
          String.format(
              Locale.ROOT,
              "translate(%s %s) scale(%s %s)",
              Decimals.of(sign.x()),
              Decimals.of(sign.y()),
              Decimals.of(sign.scaleX()),
              Decimals.of(sign.scaleY())));
    }
    svg.append("/>\n");
  }

  private void rule(Mark.Rule rule) {
    svg.append("<path d=\"M");
    point(rule.x1(), rule.y1()).append('L');
    point(rule.x2(), rule.y2()).append("\" stroke=\"currentColor\"");
    attribute("stroke-width", Decimals.of(rule.width()));
    svg.append("/>\n");
  }

  private void outline(Mark.Outline outline) {
    List<Double> points = outline.points();
    svg.append("<path d=\"M");
    for (int i = 0; i < points.size(); i += 2) {
      if (i > 0) {
        boolean command = !outline.curved() || i % 6 == 2;
        svg.append(command ? (outline.curved() ? "C" : "L") : " ");
      }
      point(points.get(i), points.get(i + 1));
    }
    svg.append("Z\"/>\n");
  }

  private void words(Mark.Words words) {
    svg.append("<text");
    attribute("class", words.kind());
    attribute("x", Decimals.of(words.x()));
    attribute("y", Decimals.of(words.y()));
    attribute("font-size", Decimals.of(words.size()));
    if (words.anchor() > 0) {
      attribute("text-anchor", words.anchor() == 1 ? "end" : "middle");
    }
    svg.append('>');
    text(words.text());
    svg.append("</text>\n");
  }

  private StringBuilder point(double x, double y) {
    return Decimals.append(Decimals.append(svg, x).append(' '), y);
  }

  private void attributes(List<String> attributes) {
    for (int i = 0; i < attributes.size(); i += 2) {
      attribute(attributes.get(i), attributes.get(i + 1));
    }
  }

  private void attribute(String name, String value) {
    svg.append(' ').append(name).append("=\"");
    text(value);
    svg.append('"');
  }

  /** Writes a text; what XML cannot say is left out. */
  private void text(String text) {
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> svg.append("&amp;");
                case '<' -> svg.append("&lt;");
                case '>' -> svg.append("&gt;");
                case '"' -> svg.append("&quot;");
                default -> {
                  boolean said = c >= ' ' && (c < 0xD800 || c > 0xDFFF) && (c & 0xFFFE) != 0xFFFE;
                  svg.appendCodePoint(said ? c : ' ');
                }
              }
            });
  }
}
