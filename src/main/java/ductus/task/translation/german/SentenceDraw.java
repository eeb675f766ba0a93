package ductus.task.translation.german;

import ductus.task.translation.TextPair;
import ductus.task.translation.german.clause.Clause;
import ductus.task.translation.german.clause.EnglishSyntax;
import ductus.task.translation.german.clause.GermanSyntax;
import ductus.task.translation.german.noun.GrammaticalPerson;
import ductus.task.translation.german.verb.Tense;
import ductus.task.translation.german.verb.Verb;
import java.util.random.RandomGenerator;

/** Draws whole sentences without their capitals: statements, questions, requests, two clauses. */
final class SentenceDraw {

  private final SentenceVocabulary vocabulary;
  private final Dice dice;
  private final Address address;
  private final NominalDraw nominals;
  private final ClauseDraw clauses;
  private final StateDraw states;
  private final QuestionDraw questions;

  SentenceDraw(SentenceVocabulary vocabulary, RandomGenerator random) {
    this.vocabulary = vocabulary;
    dice = new Dice(random);
    address = new Address(dice, dice.percent(15), vocabulary.titles());
    nominals =
        new NominalDraw(
            vocabulary, dice, address.polite() ? GrammaticalPerson.POLITE : GrammaticalPerson.YOU);
    clauses = new ClauseDraw(vocabulary, dice, nominals);
    states = new StateDraw(vocabulary, dice, nominals);
    questions = new QuestionDraw(vocabulary, dice, nominals, clauses, states);
  }

  /** A sentence with its mark at the end. */
  TextPair draw() {
    int kind = dice.below(100);
    if (kind < 30) {
      return address.to(statement(clauses.draw(true)), ".");
    }
    if (kind < 42) {
      return address.to(questions.ofYesOrNo(), "?");
    }
    if (kind < 56) {
      return address.to(questions.ofWord(), "?");
    }
    if (kind < 71) {
      TimedClause drawn = dice.percent(85) ? states.draw(true) : states.lying();
      return dice.percent(70)
          ? address.to(statement(drawn), ".")
          : address.to(questions.ofState(), "?");
    }
    if (kind < 81) {
      return new ClausePairDraw(vocabulary, dice, nominals, clauses, states, questions, address)
          .draw();
    }
    return kind < 86 ? request() : phrase();
  }

  private TextPair phrase() {
    NominalDraw familiar = new NominalDraw(vocabulary, dice, GrammaticalPerson.YOU);
    return new PhraseDraw(vocabulary, dice, familiar).draw();
  }

  private TextPair statement(TimedClause drawn) {
    Clause clause = drawn.clause();
    TextPair time = clause.time();
    if (drawn.timeFirst() && dice.percent(50)) {
      Clause rest = clause.withoutTime();
      return new TextPair(
          time.source() + " " + EnglishSyntax.statement(rest),
          time.target() + " " + GermanSyntax.verbFirst(rest));
    }
    return new TextPair(EnglishSyntax.statement(clause), GermanSyntax.statement(clause));
  }

  private TextPair request() {
    Verb verb = dice.one(vocabulary.verbs());
    boolean bare = verb.complements().isEmpty();
    if (!verb.subjects().contains(NominalDraw.PERSON)
        || verb.flags().contains("stative")
        || (bare && dice.percent(70))) {
      return request();
    }
    boolean negated = dice.percent(20);
    TimedClause drawn = clauses.draw(verb, nominals.you().pronoun(), negated);
    boolean please = !negated && dice.percent(60);
    Clause clause =
        new Clause(
            drawn.clause().subject(),
            verb,
            Tense.PRESENT,
            negated,
            drawn.clause().objects(),
            please ? QuestionDraw.BITTE : Clause.NOTHING,
            Clause.NOTHING,
            drawn.clause().rest());
    String english = EnglishSyntax.request(clause);
    String said = !please ? english : dice.percent(50) ? "please " + english : english + ", please";
    String german = GermanSyntax.request(clause);
    String mark = dice.percent(20) ? "!" : ".";
    return address.request(new TextPair(said, german), mark);
  }
}
