package ductus.ink.read.xml;

import ductus.file.BadFileException;
import ductus.file.XmlInput;
import ductus.ink.read.source.InkSource;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;
import org.xml.sax.helpers.LocatorImpl;

/**
 * Reads an XML document as a tree. A document type declaration may name a DTD, as SVG files of old
 * do; the DTD is not fetched. One that declares anything itself, such as an entity, is refused.
 */
public final class XmlTree {
  private static final int MOST_ELEMENTS = 1_200_000;

  private XmlTree() {}

  /** Reads the tree of a document. */
  static XmlElement read(InkSource source) throws BadFileException {
    Builder builder = new Builder(source, false);
    parse(source, builder);
    return builder.root().orElseThrow(() -> source.error("must have an XML element but has none"));
  }

  /**
   * Reads the name of the outermost element; nothing behind its tag is looked at.
   *
   * @throws BadFileException if what stands before it is not well-formed
   */
  public static String rootName(InkSource source) throws BadFileException {
    Builder builder = new Builder(source, true);
    parse(source, builder);
    return builder.rootName;
  }

  private static void parse(InkSource source, Builder builder) throws BadFileException {
    try {
      XmlInput.parse(source.stream(), builder);
    } catch (Done done) {
      // All that was wanted is there.
    } catch (Refusal refused) {
      throw builder.error(refused.reason);
    } catch (SAXParseException broken) {
      throw source.error(
          "line " + broken.getLineNumber() + ", column " + broken.getColumnNumber(),
          "XML must be well-formed but: " + broken.getMessage());
    } catch (SAXException | IOException broken) {
      throw builder.error("XML must be well-formed but: " + broken.getMessage());
    }
  }

  /** The failure on content that we do not read although it may be well-formed. */
  private static final class Refusal extends SAXException {
    private static final long serialVersionUID = 1;

    private final String reason;

    Refusal(String reason) {
      super(reason);
      this.reason = reason;
    }
  }

  /** The failure that ends the parsing early. */
  private static final class Done extends SAXException {
    private static final long serialVersionUID = 1;
  }

  private static final class Builder extends DefaultHandler2 {
    private final InkSource source;
    private final boolean rootOnly;
    private final Deque<Open> open = new ArrayDeque<>();
    private Locator locator = new LocatorImpl();
    private @Nullable XmlElement root;
    private String rootName = "";
    private int elements;

    Builder(InkSource source, boolean rootOnly) {
      this.source = source;
      this.rootOnly = rootOnly;
    }

    /** An element whose end tag has not come. */
    private record Open(
        String name,
        Map<String, String> attributes,
        List<XmlElement> children,
        StringBuilder text,
        XmlElement.Place place) {
      XmlElement close() {
        return new XmlElement(name, attributes, children, text.toString(), place);
      }
    }

    Optional<XmlElement> root() {
      return Optional.ofNullable(root);
    }

    BadFileException error(String reason) {
      return source.error(place().toString(), reason);
    }

    private XmlElement.Place place() {
      return new XmlElement.Place(source, locator.getLineNumber(), locator.getColumnNumber());
    }

    @Override
    public void setDocumentLocator(Locator where) {
      locator = where;
    }

    @Override
    public void startElement(String space, String name, String prefixed, Attributes attributes)
        throws SAXException {
      if (open.isEmpty()) {
        rootName = name;
      }
      if (rootOnly) {
        throw new Done();
      }
      if (open.size() == XmlInput.DEEPEST) {
        throw new Refusal(
            "elements must be nested at most " + XmlInput.DEEPEST + " deep but are deeper");
      }
      if (++elements > MOST_ELEMENTS) {
        throw new Refusal("XML must have at most " + MOST_ELEMENTS + " elements but has more");
      }
      Map<String, String> values = new HashMap<>();
      for (int i = 0; i < attributes.getLength(); i++) {
        values.put(attributes.getLocalName(i), attributes.getValue(i));
      }
      open.push(new Open(name, values, new ArrayList<>(), new StringBuilder(), place()));
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      open.element().text().append(characters, start, length);
    }

    @Override
    public void endElement(String space, String name, String prefixed) {
      XmlElement element = open.pop().close();
      if (open.isEmpty()) {
        root = element;
      } else {
        open.element().children().add(element);
      }
    }

    @Override
    public InputSource resolveEntity(
        @Nullable String name, @Nullable String publicId, @Nullable String base, String systemId) {
      return new InputSource(new StringReader(""));
    }

    @Override
    public void internalEntityDecl(String name, String value) throws SAXException {
      throw declared("entity " + name);
    }

    @Override
    public void externalEntityDecl(String name, @Nullable String publicId, String systemId)
        throws SAXException {
      throw declared("entity " + name);
    }

    @Override
    public void elementDecl(String name, String model) throws SAXException {
      throw declared("element " + name);
    }

    @Override
    public void attributeDecl(
        String element, String name, String type, @Nullable String mode, @Nullable String value)
        throws SAXException {
      throw declared("attribute " + name);
    }

    @Override
    public void skippedEntity(String name) throws SAXException {
      throw new Refusal("entity " + name + " is used, and entities are not read: write it out");
    }

    private static Refusal declared(String what) {
      return new Refusal(
          "a document type may declare nothing but declares " + what + ": take the DOCTYPE out");
    }

    @Override
    public void error(SAXParseException broken) {
      // Validity is of no concern.
    }

    @Override
    public void fatalError(SAXParseException broken) throws SAXException {
      throw broken;
    }
  }
}
