package ductus.task.translation.german;

import ductus.task.translation.TextPair;
import ductus.task.translation.german.clause.Clause;
import ductus.task.translation.german.noun.Adjective;
import ductus.task.translation.german.noun.GrammaticalPerson;
import ductus.task.translation.german.noun.Nominal;
import ductus.task.translation.german.noun.Noun;
import ductus.task.translation.german.verb.Tense;
import ductus.task.translation.german.verb.Verb;
import java.util.List;

/** Draws clauses of to be: somebody is tired, taller, a teacher, at home. */
record StateDraw(SentenceVocabulary vocabulary, Dice dice, NominalDraw nominals) {
  private static final List<List<String>> PROFESSIONS = VocabularyTable.rows("professions.tsv");

  private static final List<TextPair> DEGREES =
      List.of(
          new TextPair("very ", "sehr "),
          new TextPair("too ", "zu "),
          new TextPair("so ", "so "),
          new TextPair("a little ", "ein bisschen "));

  /** A clause of to be. */
  TimedClause draw(boolean negatable) {
    TimedClause drawn = draw();
    return !negatable && drawn.clause().isNegated() ? draw(false) : drawn;
  }

  private TimedClause draw() {
    return switch (dice.below(10)) {
      case 0, 1 -> scene(living(), dice.one(places()), true);
      case 2 -> profession();
      case 3 -> compared();
      default -> described(dice.one(vocabulary.adjectives()));
    };
  }

  /** A clause of one who is, or was, of some mood. */
  Clause mood(Nominal subject, Tense tense) {
    List<Adjective> moods =
        vocabulary.adjectives().stream().filter(each -> each.classes().contains("mood")).toList();
    Adjective mood = dice.one(moods);
    return clause(subject, tense, dice.percent(15), Clause.NOTHING, degree(mood, DEGREES.get(0)));
  }

  private TextPair degree(Adjective adjective, TextPair degree) {
    TextPair before = dice.percent(30) ? degree : Clause.NOTHING;
    return new TextPair(
        before.source() + adjective.english(), before.target() + adjective.german());
  }

  private List<TextPair> places() {
    return vocabulary.places(dice.percent(80) ? "at" : "sit");
  }

  private Nominal living() {
    return nominals.subject(List.of(NominalDraw.PERSON, "pet"));
  }

  private TimedClause described(Adjective adjective) {
    List<String> classes =
        adjective.classes().stream()
            .filter(each -> !each.startsWith("+") && !each.equals("mood") && !each.equals("today"))
            .sorted()
            .toList();
    if (classes.contains("none") || classes.isEmpty()) {
      return draw();
    }
    return scene(
        nominals.subject(List.of(dice.one(classes))),
        degree(adjective, dice.one(DEGREES)),
        adjective.classes().contains("today"));
  }

  private TimedClause profession() {
    List<String> row = dice.one(PROFESSIONS);
    Nominal who = nominals.person();
    boolean woman = who.person() == GrammaticalPerson.SHE;
    if (who.person() == GrammaticalPerson.WE
        || who.person() == GrammaticalPerson.THEY
        || who.person() == GrammaticalPerson.POLITE) {
      return profession();
    }
    String article = "aeiou".indexOf(row.get(0).charAt(0)) < 0 ? "a " : "an ";
    boolean negated = dice.percent(20);
    String none = negated ? (woman ? "keine " : "kein ") : "";
    String german = none + row.get(woman ? 2 : 1);
    Tense tense = dice.percent(75) ? Tense.PRESENT : Tense.PAST;
    // Kein negates it, so that the clause is not negated as such.
    String english = (negated ? "not " : "") + article + row.get(0);
    return new TimedClause(
        clause(who, tense, false, Clause.NOTHING, new TextPair(english, german)), false);
  }

  private TimedClause compared() {
    List<Adjective> comparable =
        vocabulary.adjectives().stream()
            .filter(each -> !each.comparative().isEmpty())
            .filter(each -> each.classes().contains(NominalDraw.PERSON))
            .toList();
    String both = dice.one(comparable).comparative();
    Nominal first = nominals.subject(List.of(NominalDraw.PERSON));
    Nominal second = nominals.subject(List.of(NominalDraw.PERSON));
    if (first.equals(second) || first.person() == GrammaticalPerson.THEY) {
      return compared();
    }
    String english = both.substring(0, both.indexOf('/'));
    String german = both.substring(both.indexOf('/') + 1);
    return scene(
        first,
        new TextPair(
            english + " than " + second.englishObject(), german + " als " + second.nominative()),
        false);
  }

  private TimedClause scene(Nominal subject, TextPair what, boolean timed) {
    boolean past = dice.percent(25);
    TextPair time =
        timed && dice.percent(35)
            ? dice.one(vocabulary.times(past ? "past" : "present", "front"))
            : Clause.NOTHING;
    return new TimedClause(
        clause(subject, past ? Tense.PAST : Tense.PRESENT, dice.percent(22), time, what),
        !time.equals(Clause.NOTHING));
  }

  private static Clause clause(
      Nominal subject, Tense tense, boolean negated, TextPair time, TextPair what) {
    return new Clause(
        subject, Verb.BE, tense, negated, List.of(), Clause.NOTHING, time, List.of(what));
  }

  /** A thing that lies or stands somewhere. */
  TimedClause lying() {
    Noun noun = nominals.noun(List.of("thing"));
    Nominal thing = nominals.determined(noun, false, nominals.definite(noun, false));
    return scene(thing, dice.one(vocabulary.places("on")), false);
  }
}
