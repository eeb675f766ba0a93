package ductus.picture;

import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Writes an element as XML 1.0, with the bytes that the JDK's transformer writes on Linux. That one
 * makes an encoder of every character set it has before it writes the first character.
 */
final class XmlText {
  private final StringBuilder text = new StringBuilder();

  private XmlText() {}

  /** The text of an element of elements, attributes and text; names have no prefix. */
  static String of(Element root) {
    XmlText xml = new XmlText();
    xml.element(root, "");
    return xml.text.toString();
  }

  private void element(Element element, String outerNamespace) {
    String name = element.getTagName();
    text.append('<').append(name);
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      attribute(attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
    }
    String namespace = element.getNamespaceURI();
    if (!outerNamespace.equals(namespace)) {
      attribute("xmlns", namespace);
    }
    if (isEmpty(element)) {
      text.append("/>");
      return;
    }
    text.append('>');
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        element(inner, namespace);
      } else {
        escape(child.getNodeValue(), false);
      }
    }
    text.append("</").append(name).append('>');
  }

  private static boolean isEmpty(Element element) {
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element || !child.getNodeValue().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private void attribute(String name, String value) {
    text.append(' ').append(name).append("=\"");
    escape(value, true);
    text.append('"');
  }

  private void escape(String value, boolean inAttribute) {
    for (int at = 0; at < value.length(); ) {
      int c = value.codePointAt(at);
      switch (c) {
        case '&' -> text.append("&amp;");
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '"' -> text.append(inAttribute ? "&quot;" : "\"");
        default -> {
          if (isReferred(c, inAttribute)) {
            text.append("&#").append(c).append(';');
          } else {
            text.append((char) c);
          }
        }
      }
      at += Character.charCount(c);
    }
  }

  private static boolean isReferred(int c, boolean inAttribute) {
    return c == '\r'
        || Character.isSupplementaryCodePoint(c)
        || (inAttribute ? c == '\n' || c == '\t' : c >= 0x7F && c <= 0x9F);
  }
}
