package ductus.task.translation.german;

import ductus.task.translation.TextPair;
import ductus.task.translation.german.noun.Adjective;
import ductus.task.translation.german.noun.GrammaticalPerson;
import ductus.task.translation.german.noun.Nominal;
import ductus.task.translation.german.noun.Noun;
import ductus.task.translation.german.verb.Manners;
import ductus.task.translation.german.verb.Verb;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The words that sentences are composed of, from the tables that ship. */
final class SentenceVocabulary {
  /** The words that ship. */
  static final SentenceVocabulary SHIPPED = new SentenceVocabulary();

  private final List<Noun> nouns =
      VocabularyTable.rows("nouns.tsv").stream().map(Noun::of).toList();
  private final List<Adjective> adjectives =
      VocabularyTable.rows("adjectives.tsv").stream().map(Adjective::of).toList();
  private final List<Verb> verbs =
      VocabularyTable.rows("verbs.tsv").stream().map(Verb::of).toList();
  private final Manners manners = Manners.of(VocabularyTable.rows("manners.tsv"));
  private final List<List<String>> places = VocabularyTable.rows("places.tsv");
  private final List<List<String>> times = VocabularyTable.rows("times.tsv");
  private final List<Nominal> names =
      VocabularyTable.rows("names.tsv").stream().map(SentenceVocabulary::name).toList();
  private final List<TextPair> titles =
      VocabularyTable.rows("titles.tsv").stream().map(SentenceVocabulary::pair).toList();

  // What was looked up once is asked for again a thousand times.
  private final Map<List<String>, List<Noun>> nounsOf = new ConcurrentHashMap<>();
  private final Map<String, List<TextPair>> placesOf = new ConcurrentHashMap<>();
  private final Map<List<String>, List<TextPair>> timesOf = new ConcurrentHashMap<>();

  private SentenceVocabulary() {}

  private static Nominal name(List<String> row) {
    GrammaticalPerson person =
        row.get(1).equals("f") ? GrammaticalPerson.SHE : GrammaticalPerson.HE;
    return Nominal.named(row.get(0), row.get(0), person);
  }

  private static TextPair pair(List<String> row) {
    return new TextPair(row.get(0), row.get(1));
  }

  /** The nouns of any of some classes. */
  List<Noun> nouns(List<String> classes) {
    return nounsOf.computeIfAbsent(
        List.copyOf(classes),
        wanted ->
            nouns.stream()
                .filter(noun -> wanted.stream().anyMatch(noun.classes()::contains))
                .toList());
  }

  List<Adjective> adjectives() {
    return adjectives;
  }

  List<Verb> verbs() {
    return verbs;
  }

  Manners manners() {
    return manners;
  }

  /** Names of people, as men or women. */
  List<Nominal> names() {
    return names;
  }

  /** How people are spoken to who are called Sie. */
  List<TextPair> titles() {
    return titles;
  }

  /** The places of a kind. */
  List<TextPair> places(String kind) {
    return placesOf.computeIfAbsent(
        kind,
        wanted ->
            places.stream()
                .filter(row -> has(row, 2, wanted))
                .map(SentenceVocabulary::pair)
                .toList());
  }

  /**
   * The times of a tense.
   *
   * @param where front, middle or end
   */
  List<TextPair> times(String tense, String where) {
    return timesOf.computeIfAbsent(
        List.of(tense, where),
        wanted ->
            times.stream()
                .filter(row -> has(row, 2, tense) && has(row, 3, where))
                .map(SentenceVocabulary::pair)
                .toList());
  }

  private static boolean has(List<String> row, int column, String kind) {
    return List.of(row.get(column).split(" ", -1)).contains(kind);
  }
}
