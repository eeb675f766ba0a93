package ductus.task.translation.german.clause;

import ductus.task.translation.TextPair;
import ductus.task.translation.german.noun.GermanCase;
import ductus.task.translation.german.noun.GrammaticalPerson;
import ductus.task.translation.german.verb.GermanGroup;
import ductus.task.translation.german.verb.GermanVerb;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The order of words in German: the finite verb second, first or last; between it and the other
 * verbs pronouns, time, objects, nicht, and what is nearest to the verb.
 */
public final class GermanSyntax {
  private GermanSyntax() {}

  /** A statement that begins with its subject. */
  public static String statement(Clause clause) {
    GermanGroup group = group(clause);
    List<String> words = new ArrayList<>(List.of(clause.subject().nominative(), group.finite()));
    words.addAll(middle(clause));
    words.add(group.last());
    return WordRow.joined(words);
  }

  /**
   * A clause that begins with its verb, as questions do, and statements behind what stands first.
   */
  public static String verbFirst(Clause clause) {
    GermanGroup group = group(clause);
    List<String> words = new ArrayList<>(List.of(group.finite(), clause.subject().nominative()));
    words.addAll(middle(clause));
    words.add(group.last());
    return WordRow.joined(words);
  }

  /** A clause with its verb at the end, as behind dass. */
  public static String verbLast(Clause clause) {
    List<String> words = new ArrayList<>(List.of(clause.subject().nominative()));
    words.addAll(middle(clause));
    words.add(group(clause).atTheEnd());
    return WordRow.joined(words);
  }

  /** A request to the clause's subject, whom one calls du or Sie. */
  public static String request(Clause clause) {
    GermanVerb verb = clause.verb().german();
    boolean polite = clause.subject().person() == GrammaticalPerson.POLITE;
    List<String> words =
        new ArrayList<>(List.of(polite ? verb.infinitive() + " Sie" : verb.imperative()));
    words.addAll(middle(clause));
    words.add(verb.prefix());
    return WordRow.joined(words);
  }

  private static GermanGroup group(Clause clause) {
    return clause
        .manner()
        .german(clause.verb().german(), clause.subject().person(), clause.negated());
  }

  /** All between the finite verb and the last of the verbs. */
  private static List<String> middle(Clause clause) {
    boolean adverb = !clause.middle().target().isEmpty();
    boolean kein =
        clause.negated() && !adverb && clause.objects().stream().anyMatch(Argument::takesKein);
    boolean nicht = clause.negated() && !kein;
    List<String> words = new ArrayList<>();
    add(words, clause, each -> each.isPronoun() && !isDative(each), false);
    add(words, clause, each -> each.isPronoun() && isDative(each), false);
    addDefinite(words, clause, nicht);
    words.add(clause.time().target());
    words.add(nicht && adverb ? "nicht" : "");
    words.add(clause.middle().target());
    addDefinite(words, clause, !nicht);
    add(words, clause, Argument::isIndefinite, kein);
    words.add(nicht && !adverb ? "nicht" : "");
    add(words, clause, Argument::hasPreposition, false);
    clause.rest().stream().map(TextPair::target).forEach(words::add);
    return words;
  }

  private static void addDefinite(List<String> words, Clause clause, boolean here) {
    add(words, clause, each -> here && each.isDefinite() && isDative(each), false);
    add(words, clause, each -> here && each.isDefinite() && !isDative(each), false);
  }

  private static boolean isDative(Argument object) {
    return object.wanted() == GermanCase.DATIVE;
  }

  private static void add(
      List<String> words, Clause clause, Predicate<Argument> which, boolean kein) {
    for (Argument object : clause.objects()) {
      if (which.test(object)) {
        words.add(object.german());
        words.add(
            kein && object.takesKein()
                ? object.nominal().none()
                : object.nominal().german(object.wanted()));
      }
    }
  }
}
