package ductus.task.translation.german.clause;

import ductus.task.translation.TextPair;
import ductus.task.translation.german.verb.EnglishGroup;
import ductus.task.translation.german.verb.EnglishVerb;
import java.util.ArrayList;
import java.util.List;

/** The order of words in English. */
public final class EnglishSyntax {
  private EnglishSyntax() {}

  /** A statement: I often read a book at home in the evening. */
  public static String statement(Clause clause) {
    EnglishGroup group = group(clause);
    List<String> words = new ArrayList<>(List.of(clause.subject().english()));
    if (!clause.negated() && !group.affirmed().isEmpty()) {
      words.add(clause.middle().source());
      words.add(group.affirmed());
    } else {
      words.add(group.auxiliary());
      words.add(clause.negated() ? "not" : "");
      words.add(clause.middle().source());
      words.add(group.main());
    }
    words.addAll(behindVerb(clause));
    return WordRow.joined(words).replace("can not", "cannot");
  }

  /** A question: do you often read a book? */
  public static String question(Clause clause) {
    EnglishGroup group = group(clause);
    List<String> words =
        new ArrayList<>(
            List.of(
                group.auxiliary(),
                clause.subject().english(),
                clause.middle().source(),
                group.main()));
    words.addAll(behindVerb(clause));
    return WordRow.joined(words);
  }

  /** A request to one who is not named: read the book. */
  public static String request(Clause clause) {
    List<String> words = new ArrayList<>();
    words.add(clause.negated() ? "do not" : "");
    words.add(clause.verb().english().base());
    words.addAll(behindVerb(clause));
    return WordRow.joined(words);
  }

  private static EnglishGroup group(Clause clause) {
    return clause.manner().english(clause.verb().english(), clause.subject().person());
  }

  private static List<String> behindVerb(Clause clause) {
    EnglishVerb verb = clause.verb().english();
    boolean parted =
        verb.partsForPronouns() && clause.objects().stream().anyMatch(Argument::isPronoun);
    List<String> words = new ArrayList<>();
    words.add(parted ? "" : verb.particle());
    for (Argument object : clause.objects()) {
      words.add(object.english());
      words.add(object.nominal().englishObject());
    }
    words.add(parted ? verb.particle() : "");
    clause.rest().stream().map(TextPair::source).forEach(words::add);
    words.add(clause.time().source());
    return words;
  }
}
