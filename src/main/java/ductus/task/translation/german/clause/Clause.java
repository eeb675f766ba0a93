package ductus.task.translation.german.clause;

import ductus.task.translation.TextPair;
import ductus.task.translation.german.noun.Nominal;
import ductus.task.translation.german.verb.Manner;
import ductus.task.translation.german.verb.Verb;
import java.util.List;

/**
 * What a clause says, before either language puts it in its order.
 *
 * @param objects in the order of English
 * @param middle an adverb such as often; empty texts if there is none
 * @param time when; empty texts if it does not say
 * @param rest what German has at the end: a place, an adjective
 */
public record Clause(
    Nominal subject,
    Verb verb,
    Manner manner,
    boolean negated,
    List<Argument> objects,
    TextPair middle,
    TextPair time,
    List<TextPair> rest) {
  /** No words in either language. */
  public static final TextPair NOTHING = new TextPair("", "");

  public Clause {
    objects = List.copyOf(objects);
    rest = List.copyOf(rest);
  }

  /** Whether it says that something is not so. */
  public boolean isNegated() {
    return negated || rest.stream().anyMatch(each -> each.source().startsWith("not "));
  }

  /** Returns this clause, not negated. */
  public Clause affirmed() {
    return new Clause(subject, verb, manner, false, objects, middle, time, rest);
  }

  /** Returns this clause with other objects and another end. */
  public Clause with(List<Argument> otherObjects, List<TextPair> otherRest) {
    return new Clause(subject, verb, manner, negated, otherObjects, middle, time, otherRest);
  }

  /** Returns this clause with another adverb. */
  public Clause with(TextPair adverb) {
    return new Clause(subject, verb, manner, negated, objects, adverb, time, rest);
  }

  /** Returns this clause without its time. */
  public Clause withoutTime() {
    return new Clause(subject, verb, manner, negated, objects, middle, NOTHING, rest);
  }
}
