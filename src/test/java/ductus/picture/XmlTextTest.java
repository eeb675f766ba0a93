package ductus.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.Randomness;
import java.io.StringWriter;
import java.util.random.RandomGenerator;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.dom.GenericDOMImplementation;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class XmlTextTest {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";
  private static final String ODD = "&<>\"'\r\t\n\u007f\u0085\u009f\u00a0\u2028\u2029é…\ufffd";
  private static final String[] NAMES = {"g", "path", "d", "id", "fill", "stroke-width", "class"};

  @Test
  void writesWhatTheJdkWrites() throws TransformerException {
    for (long seed = 0; seed < 200; seed++) {
      Element root = document(Randomness.of(seed)).getDocumentElement();
      assertEquals(transformed(root), XmlText.of(root), "seed " + seed);
    }
  }

  private static Document document(RandomGenerator random) {
    Document document =
        GenericDOMImplementation.getDOMImplementation().createDocument(NAMESPACE, "svg", null);
    grow(document.getDocumentElement(), 4, random);
    return document;
  }

  private static void grow(Element element, int depth, RandomGenerator random) {
    Document document = element.getOwnerDocument();
    for (int i = random.nextInt(6); i > 0; i--) {
      element.setAttribute(NAMES[random.nextInt(NAMES.length)], text(random));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      element.appendChild(document.createTextNode(text(random)));
      if (depth > 0) {
        Element child = document.createElementNS(NAMESPACE, NAMES[random.nextInt(NAMES.length)]);
        element.appendChild(child);
        grow(child, depth - 1, random);
      }
    }
  }

  private static String text(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> text.append(ODD.charAt(random.nextInt(ODD.length())));
        case 1 -> text.appendCodePoint(0x1F600 + random.nextInt(40));
        default -> text.append((char) (' ' + random.nextInt(95)));
      }
    }
    return text.toString();
  }

  private static String transformed(Element element) throws TransformerException {
    StringWriter writer = new StringWriter();
    Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    transformer.transform(new DOMSource(element), new StreamResult(writer));
    return writer.toString();
  }
}
