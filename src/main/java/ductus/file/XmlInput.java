package ductus.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.xml.sax.SAXException;
import org.xml.sax.ext.DefaultHandler2;

/**
 * All XML is parsed in these two ways: nothing is ever fetched, be it a file or from a network, and
 * no entity is expanded but the five of XML itself.
 */
public final class XmlInput {
  /** Most elements in each other; whoever reads a document refuses more. */
  public static final int DEEPEST = 256;

  private XmlInput() {}

  /**
   * Walks through a document. A document type is passed over, and what it declares is unknown.
   *
   * @param namespaces whether prefixes of names mean something; else they are parts of the names
   */
  public static XMLStreamReader reader(String document, boolean namespaces)
      throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, namespaces);
    return factory.createXMLStreamReader(new StringReader(document));
  }

  /** Tells all that is in a document, its declarations too, which the handler is to refuse. */
  public static void parse(InputStream document, DefaultHandler2 handler)
      throws SAXException, IOException {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      SAXParser parser = factory.newSAXParser();
      parser.setProperty("http://xml.org/sax/properties/declaration-handler", handler);
      // From JDK 24 on less is allowed than here, and said in other words.
      parser.setProperty("jdk.xml.maxElementDepth", String.valueOf(DEEPEST + 1));
      parser.parse(document, handler);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this Java has no XML parser", e);
    }
  }
}
