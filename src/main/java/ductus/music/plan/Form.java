package ductus.music.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of a tune as one writes it: a letter for each strain, the same letter where it comes
 * back, with a prime where it comes back varied. All strains are of one length.
 *
 * @param text such as {@code AABB} or {@code AA'BA}
 */
public record Form(String text) {
  /** Most strains of a form. */
  public static final int MOST_STRAINS = 16;

  private static final Pattern STRAIN = Pattern.compile("([A-Z])(['’]*)");

  /**
   * A strain.
   *
   * @param returnsFrom number of the strain that it returns from, from 0; -1 where it is new
   * @param varied whether it returns varied
   */
  public record Strain(int returnsFrom, boolean varied) {
    /** Whether no strain before it has its letter. */
    public boolean isNew() {
      return returnsFrom < 0;
    }
  }

  public Form {
    text = text.strip().toUpperCase(Locale.ROOT);
    if (!text.matches("(" + STRAIN.pattern() + "){1," + MOST_STRAINS + "}")) {
      throw new IllegalArgumentException(
          "form must be 1 to %d letters, such as AABB or AA'BA, but was %s"
              .formatted(MOST_STRAINS, text));
    }
  }

  /** The strains in their order. */
  public List<Strain> strains() {
    List<Strain> strains = new ArrayList<>();
    List<String> letters = new ArrayList<>();
    Matcher matcher = STRAIN.matcher(text);
    while (matcher.find()) {
      int before = letters.indexOf(matcher.group(1));
      strains.add(new Strain(before, before >= 0 && !matcher.group(2).isEmpty()));
      letters.add(matcher.group(1));
    }
    return strains;
  }
}
