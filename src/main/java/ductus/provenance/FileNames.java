package ductus.provenance;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of files, without endings, that every file system takes, made of any text; each differs
 * from those before it, also where capitals do not count.
 */
public final class FileNames {
  /** Room for endings such as {@code -12.animated.svg} is left of the 255 that systems allow. */
  private static final int MOST_BYTES = 180;

  private static final String FORBIDDEN = "[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}<>:\"/\\\\|?*]";
  private static final String DEVICE =
      "(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])(\\..*)?";

  private final Set<String> taken = new HashSet<>();

  /** Returns a name made of a text that differs from all that were returned before. */
  public String next(String text) {
    String name = safe(text);
    String free = name;
    for (int number = 2; !taken.add(folded(free)); number++) {
      free = name + "_" + number;
    }
    return free;
  }

  /**
   * Checks that a name that somebody chose for files or a folder can be one on Windows, too.
   *
   * @throws IllegalArgumentException if there is a device of that name
   */
  public static void requirePortable(String name) {
    if (name.matches(DEVICE)) {
      throw new IllegalArgumentException(
          "name must be another one than %s, which is a device on Windows".formatted(name));
    }
  }

  /** A text as a name: what some system refuses stands as an underscore. */
  static String safe(String text) {
    String name =
        Normalizer.normalize(text, Normalizer.Form.NFC)
            .strip()
            .replaceAll(FORBIDDEN, "_")
            .replaceAll("\\s+", "_")
            .replaceAll("[.]+$", "");
    while (name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
    }
    return name.isEmpty() || name.matches("[.-].*") || name.matches(DEVICE) ? "_" + name : name;
  }

  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }
}
