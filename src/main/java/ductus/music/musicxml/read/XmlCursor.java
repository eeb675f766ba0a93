package ductus.music.musicxml.read;

import ductus.file.BadFileException;
import ductus.file.XmlDecoding;
import ductus.file.XmlInput;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks through the elements of an XML document, depth first. A document type may be named, but is
 * not fetched; what it would have declared, such as an entity, is refused where it is used.
 */
final class XmlCursor {
  private static final int LONGEST_QUOTE = 40;

  private final Path path;
  private final XMLStreamReader reader;
  private int depth;
  private String name = "";
  private int line = 1;

  /**
   * Begins before the outermost element.
   *
   * @param path for messages
   */
  XmlCursor(Path path, byte[] content) throws BadFileException {
    this.path = path;
    try {
      reader = XmlInput.reader(XmlDecoding.decode(path, content), false);
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** Depth of the element that was begun last; 0 before the outermost. */
  int depth() {
    return depth;
  }

  /** Name of the element that was begun last. */
  String name() {
    return name;
  }

  /** An attribute of the element that was just begun; empty if it has none of the name. */
  String attribute(String attribute) {
    String value = reader.getAttributeValue(null, attribute);
    return value == null ? "" : value.strip();
  }

  /**
   * Begins the next child of an element, passing over what is left of the child before.
   *
   * @param parent depth of the element
   * @return false at the end of the element, which is behind the cursor then
   */
  boolean next(int parent) throws BadFileException {
    while (true) {
      switch (event()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (depth == parent + 1) {
            return true;
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (depth < parent) {
            return false;
          }
        }
        case XMLStreamConstants.END_DOCUMENT -> {
          return false;
        }
        default -> {}
      }
    }
  }

  /** The text of the element that was begun last, up to its end, without what its children hold. */
  String text() throws BadFileException {
    int own = depth;
    String text = "";
    StringBuilder several = new StringBuilder();
    while (depth >= own) {
      int event = event();
      if (depth == own
          && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)) {
        several.append(text);
        text = reader.getText();
      }
    }
    return several.append(text).toString().strip();
  }

  /** The text of the element as a whole number. */
  int whole(int least, int most) throws BadFileException {
    String element = name;
    int at = line;
    double value = number();
    if (value != Math.rint(value) || value < least || value > most) {
      throw bad(
          at, element, "must be a whole number from %d to %d".formatted(least, most), tell(value));
    }
    return (int) value;
  }

  /** The text of the element as a number. */
  double number() throws BadFileException {
    String element = name;
    int at = line;
    String text = text();
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // told below
    }
    throw bad(at, element, "must be a number", text);
  }

  /** A complaint about the element that was begun last. */
  BadFileException bad(String reason) {
    return new BadFileException(path, "line %d, element %s: %s".formatted(line, name, reason));
  }

  /** A complaint about a value of the element that was begun last. */
  BadFileException bad(String expectation, String actual) {
    return bad(line, name, expectation, actual);
  }

  private BadFileException bad(int at, String element, String expectation, String actual) {
    String quote =
        actual.length() > LONGEST_QUOTE ? actual.substring(0, LONGEST_QUOTE) + "..." : actual;
    return new BadFileException(
        path,
        "line %d, element %s: %s but was %s"
            .formatted(at, element, expectation, quote.isEmpty() ? "empty" : oneLine(quote)));
  }

  private static String tell(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private int event() throws BadFileException {
    try {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        name = reader.getLocalName();
        line = reader.getLocation().getLineNumber();
        if (depth > XmlInput.DEEPEST) {
          throw bad("elements must be nested at most " + XmlInput.DEEPEST + " deep");
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw bad("entities must be those of XML itself", "&" + reader.getLocalName() + ";");
      }
      return event;
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  private BadFileException broken(XMLStreamException e) {
    // The JDK says the place and then, in a line of its own, the message.
    String message = String.valueOf(e.getMessage());
    int told = message.indexOf("Message: ");
    int at = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
    String place = name.isEmpty() ? "" : ", element " + name;
    return new BadFileException(
        path,
        "line %d%s: XML must be well-formed but: %s"
            .formatted(
                at,
                place,
                oneLine(told < 0 ? message : message.substring(told + "Message: ".length()))));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
