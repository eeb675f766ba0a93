package ductus.task.translation.german;

import ductus.task.translation.TextPair;
import ductus.task.translation.german.clause.Argument;
import ductus.task.translation.german.clause.Clause;
import ductus.task.translation.german.noun.GermanCase;
import ductus.task.translation.german.noun.Nominal;
import ductus.task.translation.german.verb.Tense;
import ductus.task.translation.german.verb.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Draws clauses of a verb and what goes with it. */
record ClauseDraw(SentenceVocabulary vocabulary, Dice dice, NominalDraw nominals) {
  private static final Set<String> CASES = Set.of("acc", "dat");
  private static final int TRIES = 50;

  /** A clause of any verb. */
  TimedClause draw(boolean negatable) {
    return draw(dice.one(vocabulary.verbs()), negatable);
  }

  /** A clause of a verb. */
  TimedClause draw(Verb verb, boolean negatable) {
    return draw(verb, nominals.subject(verb.subjects()), negatable && dice.percent(22));
  }

  /** A clause of a verb and its subject. */
  TimedClause draw(Verb verb, Nominal subject, boolean negated) {
    boolean wilful = verb.subjects().contains(NominalDraw.PERSON);
    List<Argument> objects = objects(verb, subject, negated);
    TimingDraw timings = new TimingDraw(vocabulary, dice);
    for (int tries = 0; tries < TRIES; tries++) {
      Timing timing = timings.draw(verb.flags(), wilful);
      if (isFitting(timing, objects, negated)) {
        return new TimedClause(
            new Clause(
                subject,
                verb,
                timing.manner(),
                negated,
                objects,
                timing.middle(),
                timing.time(),
                rest(verb)),
            timing.mayStandFirst());
      }
    }
    return draw(verb, subject, false);
  }

  private static boolean isFitting(Timing timing, List<Argument> objects, boolean negated) {
    boolean definite =
        objects.stream().anyMatch(each -> each.nominal().kind() != Nominal.Kind.INDEFINITE);
    boolean counted =
        objects.stream()
            .anyMatch(
                each ->
                    each.nominal().none().isEmpty() || each.nominal().english().matches("an? .*"));
    return !(timing.manner() == Tense.LIKING && (definite || counted))
        && !(negated
            && (timing.isNever()
                || (!timing.middle().equals(Clause.NOTHING) && timing.manner() == Tense.PAST)
                || Set.of("sometimes", "usually").contains(timing.middle().source())));
  }

  private List<Argument> objects(Verb verb, Nominal subject, boolean negated) {
    List<Argument> objects = new ArrayList<>();
    for (String complement : verb.complements()) {
      if (complement.contains(":")) {
        Argument object = object(complement, subject);
        while ((negated && isNumbered(object)) || isRepeated(object, objects)) {
          object = object(complement, subject);
        }
        objects.add(object);
      }
    }
    return objects;
  }

  private static boolean isNumbered(Argument object) {
    return object.nominal().kind() == Nominal.Kind.INDEFINITE && object.nominal().none().isEmpty();
  }

  private static boolean isRepeated(Argument object, List<Argument> before) {
    return before.stream().anyMatch(each -> each.nominal().equals(object.nominal()));
  }

  private Argument object(String complement, Nominal subject) {
    List<String> parts = List.of(complement.split(":", -1));
    boolean plain = CASES.contains(parts.get(0));
    String letters = plain ? parts.get(0) : parts.get(2);
    List<String> classes = List.of(parts.get(parts.size() - 1).split(",", -1));
    return new Argument(
        nominals.object(classes, subject),
        plain ? "" : parts.get(0),
        plain ? "" : parts.get(1),
        letters.equals("dat") ? GermanCase.DATIVE : GermanCase.ACCUSATIVE);
  }

  private List<TextPair> rest(Verb verb) {
    for (String complement : verb.complements()) {
      if (!complement.contains(":")) {
        boolean optional = complement.endsWith("?");
        String kind = optional ? complement.substring(0, complement.length() - 1) : complement;
        String place = kind.equals("to") ? "near" : kind;
        return optional && dice.percent(60)
            ? List.of()
            : List.of(dice.one(vocabulary.places(place)));
      }
    }
    return List.of();
  }
}
