package ductus.music.musicxml;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML with an element a line, indented; elements hold elements or a text, never both. */
final class XmlLines {
  private static final String INDENT = "  ";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter xml;
  private int depth;

  /**
   * Begins a document.
   *
   * @param documentType the declaration that follows the first line
   */
  XmlLines(String documentType) {
    try {
      xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeCharacters("\n");
      xml.writeDTD(documentType);
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn
   */
  XmlLines open(String name, String... attributes) {
    try {
      newLine();
      xml.writeStartElement(name);
      attributes(attributes);
      depth++;
      return this;
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** Ends the element that was begun last. */
  XmlLines close() {
    try {
      depth--;
      newLine();
      xml.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /**
   * Writes an element with a text.
   *
   * @param attributes names and values in turn
   */
  XmlLines text(String name, String text, String... attributes) {
    try {
      newLine();
      xml.writeStartElement(name);
      attributes(attributes);
      xml.writeCharacters(legal(text));
      xml.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** Writes an element with a number. */
  XmlLines number(String name, long number) {
    return text(name, Long.toString(number));
  }

  /**
   * Writes an element that holds nothing.
   *
   * @param attributes names and values in turn
   */
  XmlLines empty(String name, String... attributes) {
    try {
      newLine();
      xml.writeEmptyElement(name);
      attributes(attributes);
      return this;
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** The whole document; all elements must be closed. */
  byte[] bytes() {
    try {
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
      return bytes.toByteArray();
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], legal(attributes[i + 1]));
    }
  }

  private void newLine() throws XMLStreamException {
    xml.writeCharacters("\n" + INDENT.repeat(depth));
  }

  /** A text with blanks for the characters that XML 1.0 cannot hold. */
  private static String legal(String text) {
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints()
        .map(
            c ->
                (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000 ? c : ' ')
        .forEach(legal::appendCodePoint);
    return legal.toString();
  }

  /** The failure of writing to memory, which does not happen. */
  private static IllegalStateException broken(XMLStreamException e) {
    return new IllegalStateException("the JDK's XML writer failed", e);
  }
}
