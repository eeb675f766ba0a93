package ductus.task.translation.german.noun;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A noun in both languages.
 *
 * @param plural of English; empty if it has none
 * @param german nominative of the singular
 * @param gender of the singular; the plural if it has no singular
 * @param germanPlural nominative of the plural; empty if it has none
 * @param weak ending of the other cases of the singular, mostly empty
 * @param classes what it can be used for; a class of its own is its English name
 */
public record Noun(
    String english,
    String plural,
    String german,
    GermanGender gender,
    String germanPlural,
    String weak,
    Set<String> classes) {
  private static final String REGULAR = "-";
  private static final String NONE = "0";

  public Noun {
    classes = Set.copyOf(classes);
  }

  /** The noun of a table's row. */
  public static Noun of(List<String> row) {
    String english = row.get(0);
    String plural =
        switch (row.get(1)) {
          case REGULAR -> english + "s";
          case NONE -> "";
          case "=" -> english;
          default -> row.get(1);
        };
    Set<String> classes = new HashSet<>(List.of(row.get(6).split(" ", -1)));
    classes.add(english);
    return new Noun(
        english,
        plural,
        row.get(2),
        GermanGender.of(row.get(3)),
        row.get(4).equals(NONE) ? "" : row.get(4),
        row.get(5).equals(REGULAR) ? "" : row.get(5),
        classes);
  }

  /** Whether it is no thing that can be counted, or no more than one. */
  public boolean isMass() {
    return classes.contains("mass");
  }

  /** Whether there may be many of them. */
  public boolean hasPlural() {
    return !plural.isEmpty() && !germanPlural.isEmpty();
  }

  /** Whether there is no single one. */
  public boolean isPlural() {
    return gender == GermanGender.PLURAL;
  }

  /** The German noun in a case. */
  String german(boolean many, GermanCase wanted) {
    if (!many) {
      return wanted == GermanCase.NOMINATIVE ? german : german + weak;
    }
    boolean ending =
        wanted == GermanCase.DATIVE && !germanPlural.endsWith("n") && !germanPlural.endsWith("s");
    return ending ? germanPlural + "n" : germanPlural;
  }
}
