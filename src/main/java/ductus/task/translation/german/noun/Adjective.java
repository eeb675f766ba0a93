package ductus.task.translation.german.noun;

import java.util.List;
import java.util.Set;

/**
 * An adjective in both languages.
 *
 * @param stem before German endings
 * @param comparative of both languages with a slash between; empty if there is none
 * @param classes what it says something about; with a plus also before a noun
 */
public record Adjective(
    String english, String german, String stem, String comparative, Set<String> classes) {
  public Adjective {
    classes = Set.copyOf(classes);
  }

  /** The adjective of a table's row. */
  public static Adjective of(List<String> row) {
    return new Adjective(
        row.get(0),
        row.get(1),
        row.get(2),
        row.get(3).equals("0") ? "" : row.get(3),
        Set.of(row.get(4).split(" ", -1)));
  }

  /** Whether a thing may be said to be so. */
  public boolean fits(Noun noun) {
    return noun.classes().stream().anyMatch(classes::contains);
  }

  /** Whether it may stand before a noun. */
  public boolean standsBefore(Noun noun) {
    return noun.classes().stream().anyMatch(each -> classes.contains("+" + each));
  }
}
