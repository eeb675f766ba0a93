package ductus.ink.practice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts that ship with the program. */
final class TextResource {
  private TextResource() {}

  /** Reads the lines of a resource of {@code ductus.ink}, blank ones left out. */
  static List<String> lines(String name) {
    try (InputStream in = TextResource.class.getResourceAsStream("/ductus/ink/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the program must have the text " + name + " but has not");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
