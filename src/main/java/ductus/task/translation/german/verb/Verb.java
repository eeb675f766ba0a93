package ductus.task.translation.german.verb;

import java.util.List;
import java.util.Set;

/**
 * A verb in both languages, and what goes with it.
 *
 * @param flags stative (never progressive), noprogress (the same), presentonly
 * @param subjects classes of those who do it
 * @param complements such as {@code acc:food} or {@code for:auf:acc:person}; see verbs.tsv
 */
public record Verb(
    EnglishVerb english,
    GermanVerb german,
    Set<String> flags,
    List<String> subjects,
    List<String> complements) {
  /** To be. */
  public static final Verb BE =
      new Verb(EnglishVerb.BE, GermanVerb.SEIN, Set.of(), List.of(), List.of());

  public Verb {
    flags = Set.copyOf(flags);
    subjects = List.copyOf(subjects);
    complements = List.copyOf(complements);
  }

  /** The verb of a table's row. */
  public static Verb of(List<String> row) {
    return new Verb(
        EnglishVerb.of(row.get(0)),
        GermanVerb.of(row.get(1), row.get(2), row.get(3), row.get(4).equals("sein")),
        Set.of(row.get(5).split(" ", -1)),
        List.of(row.get(6).split(",", -1)),
        row.get(7).isEmpty() ? List.of() : List.of(row.get(7).split(" ", -1)));
  }
}
