package ductus.task.translation.german;

import ductus.task.translation.TextPair;
import ductus.task.translation.german.clause.Clause;
import ductus.task.translation.german.clause.EnglishSyntax;
import ductus.task.translation.german.clause.GermanSyntax;
import ductus.task.translation.german.noun.Nominal;
import ductus.task.translation.german.verb.Tense;
import ductus.task.translation.german.verb.Verb;
import java.util.List;

/** Draws sentences of two clauses: that, whether, where, because, but, if. */
record ClausePairDraw(
    SentenceVocabulary vocabulary,
    Dice dice,
    NominalDraw nominals,
    ClauseDraw clauses,
    StateDraw states,
    QuestionDraw questions,
    Address address) {
  private static final List<List<String>> LEADS = VocabularyTable.rows("leads.tsv");
  private static final List<TextPair> REASONS =
      List.of(
          new TextPair("it is raining", "es regnet"),
          new TextPair("the weather is bad", "das Wetter schlecht ist"),
          new TextPair("it is late", "es spät ist"),
          new TextPair("it is cold", "es kalt ist"));

  /** Two clauses with their mark at the end. */
  TextPair draw() {
    return switch (dice.below(10)) {
      case 0, 1, 2, 3, 4 -> led();
      case 5, 6, 7 -> because();
      case 8 -> but();
      default -> when();
    };
  }

  /** I think that, do you know where. */
  private TextPair led() {
    if (address.polite()) {
      return because();
    }
    List<String> lead = dice.one(LEADS);
    String mark = lead.get(3);
    TimedClause drawn = dice.percent(35) ? states.draw(true) : clauses.draw(true);
    Clause clause = drawn.clause();
    String english = EnglishSyntax.statement(clause);
    String german = GermanSyntax.verbLast(clause);
    if (lead.get(2).equals("where")) {
      TextPair asked = questions.indirect();
      english = asked.source();
      german = asked.target();
    }
    String comma = lead.get(1).contains(",") ? " " : ", ";
    return new TextPair(lead.get(0) + " " + english + mark, lead.get(1) + comma + german + mark);
  }

  private TextPair because() {
    Nominal subject = nominals.person();
    Verb verb = personal();
    Clause clause = clauses.draw(verb, subject, dice.percent(30)).clause();
    TextPair reason;
    if (!isPast(clause) && dice.percent(15)) {
      reason = dice.one(REASONS);
    } else {
      Clause mood =
          states.mood(subject.person().pronoun(), isPast(clause) ? Tense.PAST : Tense.PRESENT);
      reason = new TextPair(EnglishSyntax.statement(mood), GermanSyntax.verbLast(mood));
    }
    return address.to(
        new TextPair(
            EnglishSyntax.statement(clause) + " because " + reason.source(),
            GermanSyntax.statement(clause) + ", weil " + reason.target()),
        ".");
  }

  private TextPair but() {
    Nominal subject = nominals.person();
    Clause clause = clauses.draw(personal(), subject.person().pronoun(), false).clause();
    Clause mood = states.mood(subject, isPast(clause) ? Tense.PAST : Tense.PRESENT);
    return address.to(
        new TextPair(
            EnglishSyntax.statement(mood) + " but " + EnglishSyntax.statement(clause),
            GermanSyntax.statement(mood) + ", aber " + GermanSyntax.statement(clause)),
        ".");
  }

  /** If somebody is tired, they do something. */
  private TextPair when() {
    Nominal subject = nominals.person();
    Clause mood = states.mood(subject.person().pronoun(), Tense.PRESENT);
    TimedClause drawn = clauses.draw(personal(), subject, dice.percent(15));
    if (isPast(drawn.clause())) {
      return when();
    }
    Clause clause = drawn.clause().withoutTime();
    String english = dice.percent(60) ? "if " : "when ";
    TextPair both =
        dice.percent(50)
            ? new TextPair(
                english + EnglishSyntax.statement(mood) + ", " + EnglishSyntax.statement(clause),
                "wenn " + GermanSyntax.verbLast(mood) + ", " + GermanSyntax.verbFirst(clause))
            : new TextPair(
                EnglishSyntax.statement(clause) + " " + english + EnglishSyntax.statement(mood),
                GermanSyntax.statement(clause) + ", wenn " + GermanSyntax.verbLast(mood));
    return address.to(both, ".");
  }

  private boolean isPast(Clause clause) {
    return clause.manner() == Tense.PAST
        || clause.manner() == Tense.PERFECT
        || vocabulary.manners().past().contains(clause.manner());
  }

  /** A verb of what people do. */
  private Verb personal() {
    Verb verb = dice.one(vocabulary.verbs());
    return verb.subjects().contains(NominalDraw.PERSON) && !verb.flags().contains("stative")
        ? verb
        : personal();
  }
}
