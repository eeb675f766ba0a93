package ductus.ink.font;

import ductus.ink.Stroke;
import ductus.ink.curve.CubicBezier;
import ductus.ink.curve.CurveFit;
import ductus.ink.font.HandFont.Kerning;
import ductus.ink.font.HandFont.Letter;
import ductus.ink.font.HandFont.Pair;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a font of SVG 1.1 whose glyphs are the way of the pen, as programs for plotters want it
 * (Inkscape's Hershey Text and others): nothing is to be filled. Of each character it has the first
 * form; such fonts know no others.
 */
public final class SvgFont {
  private static final int EM = 1000;

  /** X-heights in an em. */
  private static final double IN_EM = FontMetrics.X_HEIGHTS;

  private static final double TOLERANCE = 0.005;
  private static final String SPACE = "http://www.w3.org/2000/svg";

  private SvgFont() {}

  /** The bytes of the file. */
  public static byte[] bytes(HandFont font) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
      write(xml, font);
      xml.close();
    } catch (XMLStreamException toMemory) {
      throw new IllegalStateException(toMemory);
    }
    return bytes.toByteArray();
  }

  private static void write(XMLStreamWriter xml, HandFont font) throws XMLStreamException {
    FontMetrics metrics = FontMetrics.of(font);
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    line(xml);
    xml.writeStartElement("svg");
    xml.writeDefaultNamespace(SPACE);
    xml.writeAttribute("version", "1.1");
    line(xml);
    element(xml, "title", font.names().family());
    element(xml, "desc", "Single-line font. " + font.names().source());
    element(xml, "metadata", font.names().license());
    xml.writeStartElement("defs");
    line(xml);
    xml.writeStartElement("font");
    xml.writeAttribute("id", font.names().family().replaceAll("[^A-Za-z0-9]", ""));
    xml.writeAttribute("horiz-adv-x", units(font.space()));
    line(xml);
    xml.writeEmptyElement("font-face");
    xml.writeAttribute("font-family", font.names().family());
    xml.writeAttribute("units-per-em", String.valueOf(EM));
    xml.writeAttribute("ascent", units(metrics.ascent()));
    xml.writeAttribute("descent", units(-metrics.descent()));
    xml.writeAttribute("x-height", units(1));
    xml.writeAttribute("cap-height", units(metrics.capitals()));
    line(xml);
    xml.writeEmptyElement("missing-glyph");
    xml.writeAttribute("horiz-adv-x", units(font.space()));
    line(xml);
    glyph(xml, ' ', new Letter(List.of(), font.space()));
    for (Map.Entry<Integer, List<Letter>> letter : font.letters().entrySet()) {
      glyph(xml, letter.getKey(), letter.getValue().get(0));
    }
    kerning(xml, font.kerning());
    xml.writeEndElement();
    line(xml);
    xml.writeEndElement();
    line(xml);
    xml.writeEndElement();
    line(xml);
    xml.writeEndDocument();
  }

  private static void glyph(XMLStreamWriter xml, int character, Letter letter)
      throws XMLStreamException {
    xml.writeEmptyElement("glyph");
    xml.writeAttribute("unicode", Character.toString(character));
    xml.writeAttribute("glyph-name", String.format(Locale.ROOT, "uni%04X", character));
    xml.writeAttribute("horiz-adv-x", units(letter.advance()));
    StringBuilder data = new StringBuilder();
    for (Stroke stroke : letter.strokes()) {
      data(data, CurveFit.fit(stroke, TOLERANCE));
    }
    if (data.length() > 0) {
      xml.writeAttribute("d", data.toString());
    }
    line(xml);
  }

  private static void data(StringBuilder data, List<CubicBezier> curves) {
    CubicBezier first = curves.get(0);
    data.append('M').append(units(first.x0())).append(' ').append(units(first.y0()));
    if (curves.size() == 1 && first.isDot()) {
      // Renderers and plotters draw a dot as a line without length.
      data.append('L').append(units(first.x0())).append(' ').append(units(first.y0()));
      return;
    }
    for (CubicBezier curve : curves) {
      data.append('C')
          .append(units(curve.x1()))
          .append(' ')
          .append(units(curve.y1()))
          .append(' ')
          .append(units(curve.x2()))
          .append(' ')
          .append(units(curve.y2()))
          .append(' ')
          .append(units(curve.x3()))
          .append(' ')
          .append(units(curve.y3()));
    }
  }

  /** SVG has a positive distance for pairs that stand nearer. */
  private static void kerning(XMLStreamWriter xml, Kerning kerning) throws XMLStreamException {
    SortedMap<Integer, String> characters = new TreeMap<>();
    kerning
        .classes()
        .forEach(
            (character, kind) ->
                characters.merge(
                    kind,
                    String.format(Locale.ROOT, "U+%X", character),
                    (all, one) -> all + "," + one));
    for (Map.Entry<Pair, Double> pair : kerning.farther().entrySet()) {
      xml.writeEmptyElement("hkern");
      xml.writeAttribute("u1", characters.getOrDefault(pair.getKey().before(), ""));
      xml.writeAttribute("u2", characters.getOrDefault(pair.getKey().next(), ""));
      xml.writeAttribute("k", units(-pair.getValue()));
      line(xml);
    }
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    if (!text.isEmpty()) {
      xml.writeStartElement(name);
      xml.writeCharacters(text);
      xml.writeEndElement();
      line(xml);
    }
  }

  private static void line(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n");
  }

  private static String units(double length) {
    long tenths = Math.round(length / IN_EM * EM * 10);
    return tenths % 10 == 0
        ? String.valueOf(tenths / 10)
        : (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
  }
}
