package ductus.studio.corpus;

import ductus.studio.web.RequestException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Names of files that came from outside, such that every system can keep them and none is led by
 * them.
 */
final class SafePath {
  private static final int DEEPEST = 8;

  /** Systems take 255 bytes, and a file is written aside under a longer name first. */
  private static final int MOST_BYTES = 200;

  private SafePath() {}

  /**
   * A path below a folder, its parts divided by {@code /}; what names cannot have everywhere
   * becomes an underscore.
   *
   * @throws RequestException if it is absolute, leads upwards, is hidden, or is too deep
   */
  static String of(String given) {
    List<String> parts = new ArrayList<>();
    for (String part : given.split("[/\\\\]", -1)) {
      if (part.isBlank() || part.startsWith(".")) {
        throw new RequestException(
            403, "the path of a file must lead downwards, and past no hidden folder");
      }
      parts.add(name(part.strip()));
    }
    if (parts.size() > DEEPEST) {
      throw new RequestException(
          422, "a file must lie at most %d folders deep".formatted(DEEPEST - 1));
    }
    return String.join("/", parts);
  }

  private static String name(String part) {
    String harmless =
        part.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}<>:\"|?*]", "_").replaceAll("[. ]+$", "_");
    int point = harmless.lastIndexOf('.');
    String ending = point > 0 && harmless.length() - point <= 10 ? harmless.substring(point) : "";
    String stem = harmless.substring(0, harmless.length() - ending.length());
    while (stem.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
    }
    return stem + ending;
  }
}
