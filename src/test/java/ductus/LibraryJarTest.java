package ductus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import ductus.api.Composer;
import ductus.cli.Ductus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The library's jar stands on what its pom asks for, and on nothing of the application. */
class LibraryJarTest {
  /** Packages below ductus that only the application has. */
  private static final List<String> APPLICATION = List.of("cli", "lab", "launch", "studio");

  /** Packages of what the pom asks for whoever uses the library, and of the JDK. */
  private static final List<String> STANDS_ON =
      List.of(
          "java.",
          "javax.",
          "jdk.incubator.vector",
          "org.w3c.dom",
          "org.xml.sax",
          "org.ejml.",
          "org.apache.batik.",
          "com.google.gson",
          "org.jspecify.annotations");

  private static final JavaClasses DUCTUS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("ductus");

  @Test
  void needsNoClassThatItDoesNotBring() {
    assertTrue(DUCTUS.contain(Composer.class));
    assertTrue(
        DUCTUS.get(Ductus.class).getDirectDependenciesFromSelf().stream()
            .anyMatch(needed -> isAbsent(needed.getTargetClass())),
        "the application's own must be seen to be absent");
    noClasses()
        .that(belong("are in the library", LibraryJarTest::isInLibrary))
        .should()
        .dependOnClassesThat(belong("come with neither it nor its pom", LibraryJarTest::isAbsent))
        .check(DUCTUS);
  }

  /** JFugue is optional: only one package needs it, which is loaded where the library is. */
  private static boolean isInLibrary(JavaClass type) {
    return isOfLibrary(type) && !type.getPackageName().startsWith("ductus.music.jfugue");
  }

  private static boolean isOfLibrary(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith("ductus.")
        && APPLICATION.stream().noneMatch(each -> (name + ".").startsWith("ductus." + each + "."));
  }

  private static boolean isAbsent(JavaClass type) {
    JavaClass base = type.getBaseComponentType();
    return !base.isPrimitive()
        && !isOfLibrary(base)
        && STANDS_ON.stream().noneMatch((base.getPackageName() + ".")::startsWith);
  }

  private static DescribedPredicate<JavaClass> belong(String words, Predicate<JavaClass> where) {
    return DescribedPredicate.describe(words, where);
  }

  @Test
  void asksForNothingThatOnlyTheApplicationNeeds() throws Exception {
    assertEquals(
        Set.of("picocli", "progressbar", "javalin", "slf4j-nop", "jfugue"),
        texts("//dependency[optional='true']/artifactId"));
    assertEquals(
        Set.of(
            "ejml-fdense",
            "ejml-ddense",
            "batik-svggen",
            "batik-transcoder",
            "batik-codec",
            "batik-dom",
            "gson",
            "jspecify"),
        texts("/project/dependencies/dependency[not(optional) and not(scope='test')]/artifactId"));
  }

  @Test
  void leavesOutTheApplicationEverywhere() throws Exception {
    Set<String> application = new TreeSet<>();
    APPLICATION.forEach(name -> application.add("ductus/" + name + "/**"));
    for (String place :
        List.of(
            "//plugin[artifactId='maven-jar-plugin']//execution[id='default-jar']//exclude",
            "//plugin[artifactId='maven-source-plugin']/configuration/excludes/exclude",
            "//plugin[artifactId='maven-javadoc-plugin']//sourceFileExclude")) {
      Set<String> leftOut = texts(place);
      leftOut.removeIf(pattern -> pattern.startsWith("$"));
      assertEquals(application, leftOut, place);
    }
  }

  private static Set<String> texts(String path) throws Exception {
    Document pom =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("pom.xml").toFile());
    XPath xpath = XPathFactory.newInstance().newXPath();
    NodeList nodes = (NodeList) xpath.evaluate(path, pom, XPathConstants.NODESET);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent().strip());
    }
    return new TreeSet<>(texts);
  }
}
