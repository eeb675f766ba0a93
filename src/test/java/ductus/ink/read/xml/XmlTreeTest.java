package ductus.ink.read.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.ink.read.source.InkSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only the document itself is read, and only as much of it as is reasonable. */
class XmlTreeTest {
  private final Path folder;

  XmlTreeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void readsNamesAttributesTextAndPlaces() throws Exception {
    XmlElement root =
        read("<?xml version='1.0'?>\n<a xmlns:p='urn:p' p:id='1'>x<p:b c='&lt;'/>y\n<b>z</b></a>");
    assertEquals("a", root.name());
    assertEquals(Optional.of("1"), root.attribute("id"));
    assertEquals("xy\n", root.text());
    assertEquals(2, root.children("b").count());
    assertEquals(Optional.of("<"), root.child("b").orElseThrow().attribute("c"));
    assertEquals("line 3, column 4", root.children().get(1).place().toString());
    assertEquals(3, root.tree().count());
  }

  @Test
  void readsTheEncodingThatTheDocumentNames() throws Exception {
    Path file = folder.resolve("latin.xml");
    Files.write(
        file,
        "<?xml version='1.0' encoding='ISO-8859-1'?><a>d\u00e9j\u00e0</a>"
            .getBytes(StandardCharsets.ISO_8859_1));
    assertEquals("d\u00e9j\u00e0", XmlTree.read(InkSource.open(file)).text());
  }

  @Test
  void passesOverTheNameOfADtdWithoutFetchingIt() throws Exception {
    Path dtd = Files.writeString(folder.resolve("a.dtd"), "<!ENTITY b 'from outside'>");
    XmlElement root = read("<!DOCTYPE a SYSTEM '" + dtd.toUri() + "'><a>c</a>");
    assertEquals("c", root.text());
    assertComplaint(
        "line 1, column ",
        "entity b is used",
        "<!DOCTYPE a SYSTEM '" + dtd.toUri() + "'><a>&b;</a>");
  }

  @Test
  void refusesAnExternalEntity() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    assertComplaint(
        "line 1, column ",
        "declares entity b: take the DOCTYPE out",
        "<!DOCTYPE a [<!ENTITY b SYSTEM '" + secret.toUri() + "'>]><a>&b;</a>");
    assertComplaint(
        "line 1, column ",
        "declares entity %b",
        "<!DOCTYPE a [<!ENTITY % b SYSTEM '" + secret.toUri() + "'>%b;]><a/>");
  }

  @Test
  void refusesABombOfEntities() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 'ha'>\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY e%d '&e%d;&e%d;'>\n".formatted(i, i - 1, i - 1));
    }
    assertComplaint("line 1, column ", "declares entity e0", bomb + "]><a>&e29;</a>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!ELEMENT a ANY>",
        "<!ATTLIST a b CDATA 'c'>",
        "<!ENTITY % b '<!ELEMENT a ANY>'>"
      })
  void refusesEveryOtherDeclaration(String declaration) {
    assertComplaint(
        "line 1, column ", "may declare nothing but", "<!DOCTYPE a [" + declaration + "]><a/>");
  }

  @Test
  void namesTheLineWhereXmlIsNotWellFormed() {
    assertComplaint("line 3, column 3: ", "XML must be well-formed but: ", "<a>\n<b>\n</a>");
    assertComplaint("line 1, column ", "XML must be well-formed but: ", "<a");
    assertComplaint("line 1, column ", "XML must be well-formed but: ", "<a></a><b/>");
    assertComplaint("line 1, column ", "XML must be well-formed but: ", "<a b='1' b='2'/>");
  }

  @Test
  void refusesDeepNesting() throws Exception {
    read("<a>".repeat(256) + "</a>".repeat(256));
    assertComplaint(
        "line 1, column 772: ", "nested at most 256 deep", "<a>".repeat(257) + "</a>".repeat(257));
    assertComplaint("line 1, column 772: ", "nested at most 256 deep", "<a>".repeat(100_000));
  }

  @Test
  void refusesMoreElementsThanPoints() {
    assertComplaint(
        "line 1, column ",
        "XML must have at most 1200000 elements but has more",
        "<a>" + "<b/>".repeat(1_200_000) + "</a>");
  }

  @Test
  void namesTheRootWithoutReadingOn() throws Exception {
    assertEquals(
        "svg", XmlTree.rootName(source("<!-- c -->\n<!DOCTYPE svg>\n<s:svg xmlns:s='urn:s'><br")));
  }

  private void assertComplaint(String start, String part, String content) {
    BadFileException bad = assertThrows(BadFileException.class, () -> read(content));
    assertTrue(bad.reason().startsWith(start), bad.reason());
    assertTrue(bad.reason().contains(part), bad.reason());
  }

  private XmlElement read(String content) throws Exception {
    return XmlTree.read(source(content));
  }

  private InkSource source(String content) throws Exception {
    return InkSource.open(Files.writeString(folder.resolve("a.xml"), content));
  }
}
