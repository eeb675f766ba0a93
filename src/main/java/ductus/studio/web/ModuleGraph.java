package ductus.studio.web;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The modules that one of the page imports, and those that these import. A browser that knows them
 * beforehand asks for all at once; else it has to read each to learn of the next.
 */
final class ModuleGraph {
  private static final Pattern IMPORT =
      Pattern.compile("^(?:import .*?|await import\\()\"(\\.[^\"]+)\"", Pattern.MULTILINE);

  private ModuleGraph() {}

  /** All that are reached from one, itself first, the others in the order of their distance. */
  static List<String> from(String module) throws IOException {
    Set<String> found = new LinkedHashSet<>(List.of(module));
    Deque<String> unread = new ArrayDeque<>(found);
    while (!unread.isEmpty()) {
      String name = unread.removeFirst();
      Matcher imports = IMPORT.matcher(new String(Assets.bytes(name), StandardCharsets.UTF_8));
      while (imports.find()) {
        String imported = URI.create("/" + name).resolve(imports.group(1)).getPath().substring(1);
        if (found.add(imported)) {
          unread.addLast(imported);
        }
      }
    }
    return List.copyOf(found);
  }
}
