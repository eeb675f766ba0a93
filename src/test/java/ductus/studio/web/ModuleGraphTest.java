package ductus.studio.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModuleGraphTest {
  private static final Path SCRIPTS = Path.of("src/main/resources/ductus/studio");

  @Test
  void findsAllModulesOfThePage() throws IOException {
    List<String> found = ModuleGraph.from("main.js");
    assertEquals("main.js", found.get(0));
    assertTrue(found.indexOf("pages.js") < found.indexOf("score/edit.js"), "nearest first");
    try (Stream<Path> files = Files.walk(SCRIPTS)) {
      Set<String> all =
          files
              .map(file -> SCRIPTS.relativize(file).toString().replace('\\', '/'))
              .filter(name -> name.endsWith(".js"))
              // The phone's page and the page that is shared have scripts of their own.
              .filter(name -> !name.matches("(phone|shared)/.*"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(all, new TreeSet<>(found));
    }
  }
}
