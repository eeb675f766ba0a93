package ductus.task.translation.german.verb;

/**
 * The verbs of a German clause.
 *
 * @param finite the form that agrees with the subject
 * @param last what a main clause ends with: a prefix, a participle, an infinitive, or nothing
 * @param joined whether the last is a prefix, which subordinate clauses write before the form
 */
public record GermanGroup(String finite, String last, boolean joined) {
  /** What a subordinate clause ends with. */
  public String atTheEnd() {
    return joined || last.isEmpty() ? last + finite : last + " " + finite;
  }
}
