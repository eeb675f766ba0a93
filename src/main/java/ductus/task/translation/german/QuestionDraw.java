package ductus.task.translation.german;

import ductus.task.translation.TextPair;
import ductus.task.translation.german.clause.Argument;
import ductus.task.translation.german.clause.Clause;
import ductus.task.translation.german.clause.EnglishSyntax;
import ductus.task.translation.german.clause.GermanSyntax;
import ductus.task.translation.german.noun.Determiner;
import ductus.task.translation.german.noun.GermanCase;
import ductus.task.translation.german.noun.GrammaticalPerson;
import ductus.task.translation.german.noun.Nominal;
import ductus.task.translation.german.noun.Noun;
import ductus.task.translation.german.verb.Tense;
import ductus.task.translation.german.verb.Verb;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Draws questions, without their capitals and marks. */
record QuestionDraw(
    SentenceVocabulary vocabulary,
    Dice dice,
    NominalDraw nominals,
    ClauseDraw clauses,
    StateDraw states) {
  private static final Nominal WHO = Nominal.named("who", "wer", GrammaticalPerson.HE);
  static final TextPair BITTE = new TextPair("", "bitte");
  private static final String GOING = "to|far";
  private static final String BEING = "(at|live|on|room)\\??";

  private static boolean has(List<String> complements, String kind) {
    return complements.stream().anyMatch(each -> each.matches(kind));
  }

  /** Whether somebody is so, or somewhere. */
  TextPair ofState() {
    Clause clause = states.draw(false).clause().affirmed();
    return isAskedSeldom(clause) ? ofState() : question(clause);
  }

  /** A clause to ask about. */
  private Clause inQuestion() {
    Clause clause = clauses.draw(false).clause();
    return isAskedSeldom(clause) ? inQuestion() : clause;
  }

  /** Nobody asks what they do themselves, but what they may do. */
  private boolean isAskedSeldom(Clause clause) {
    boolean own =
        clause.subject().person() == GrammaticalPerson.I
            || clause.subject().person() == GrammaticalPerson.WE;
    return own && clause.manner() instanceof Tense && dice.percent(95);
  }

  /** A question for yes or no, or a request that is one: can you help me, please? */
  TextPair ofYesOrNo() {
    Clause clause = inQuestion();
    TextPair question = question(clause);
    boolean request = question.source().startsWith("can you ");
    if (!request || !clause.middle().equals(Clause.NOTHING) || dice.percent(40)) {
      return question;
    }
    Clause please = clause.with(BITTE);
    return new TextPair(question.source() + ", please", question(please).target());
  }

  private static TextPair question(Clause clause) {
    return new TextPair(EnglishSyntax.question(clause), GermanSyntax.verbFirst(clause));
  }

  /** A question that begins with a word for what is asked. */
  TextPair ofWord() {
    return switch (dice.below(9)) {
      case 0, 1, 2 -> askingForObject(inQuestion());
      case 3 -> askingForSubject();
      case 4 -> askingForWhich();
      default -> asking(inQuestion());
    };
  }

  /** Where, when or why: what is asked for is left out. */
  private TextPair asking(Clause clause) {
    List<String> complements = clause.verb().complements();
    boolean goes = has(complements, GOING);
    boolean is = has(complements, BEING);
    if ((goes || is) && dice.percent(75)) {
      Clause left = clause.with(clause.objects(), List.of());
      return asked(left, "where", goes ? "wohin" : "wo");
    }
    if (dice.percent(30)) {
      return asked(clause, "why", "warum");
    }
    Set<String> flags = clause.verb().flags();
    if (flags.contains("stative") || clause.manner() == Tense.PERFECT) {
      return asked(clause, "why", "warum");
    }
    if (!clause.middle().equals(Clause.NOTHING)) {
      return question(clause);
    }
    return asked(clause.withoutTime(), "when", "wann");
  }

  private static TextPair asked(Clause clause, String english, String german) {
    TextPair question = question(clause);
    return new TextPair(english + " " + question.source(), german + " " + question.target());
  }

  /** What or whom: of a clause with one object. */
  private TextPair askingForObject(Clause clause) {
    if (clause.objects().size() != 1 || clause.manner() == Tense.LIKING) {
      return asking(clause);
    }
    Argument object = clause.objects().get(0);
    boolean person = clause.verb().complements().get(0).matches(".*(person|family|=).*");
    String german = person ? (object.wanted() == GermanCase.DATIVE ? "wem" : "wen") : "was";
    if (!object.german().isEmpty()) {
      String vowel = object.german().matches("[aeiouü].*") ? "r" : "";
      german = person ? object.german() + " " + german : "wo" + vowel + object.german();
    }
    List<TextPair> rest =
        object.english().isEmpty() ? List.of() : List.of(new TextPair(object.english(), ""));
    return asked(clause.with(List.of(), rest), person ? "who" : "what", german);
  }

  private TextPair askingForSubject() {
    Verb verb = dice.one(vocabulary.verbs());
    if (!verb.subjects().contains(NominalDraw.PERSON)) {
      return askingForSubject();
    }
    Clause clause = clauses.draw(verb, WHO, false).clause();
    return new TextPair(EnglishSyntax.statement(clause), GermanSyntax.statement(clause));
  }

  /** Which book are you reading? */
  private TextPair askingForWhich() {
    Clause clause = inQuestion();
    if (clause.objects().size() != 1 || clause.manner() == Tense.LIKING) {
      return askingForWhich();
    }
    String complement = clause.verb().complements().get(0);
    List<String> classes =
        List.of(complement.substring(complement.lastIndexOf(':') + 1).split(",", -1));
    String kind = dice.one(classes);
    if (!complement.startsWith("acc:") || Set.of("=", "family", "had").contains(kind)) {
      return askingForWhich();
    }
    Noun noun = nominals.noun(List.of(kind));
    boolean many = noun.isPlural() || (noun.hasPlural() && dice.percent(30));
    Nominal which = Determiner.WHICH.with(noun, Optional.empty(), many);
    return asked(clause.with(List.of(), List.of()), which.english(), which.accusative());
  }

  /** A question inside another sentence: where he lives. */
  TextPair indirect() {
    Clause clause = inQuestion().affirmed();
    boolean goes = has(clause.verb().complements(), GOING);
    boolean is = has(clause.verb().complements(), BEING);
    int kind = dice.below(3);
    if (goes || is) {
      Clause left = clause.with(clause.objects(), List.of());
      return indirect(left, "where", goes ? "wohin" : "wo");
    }
    if (kind == 0) {
      Noun noun = nominals.noun(List.of("town", "lost", "wear", "pet", "home"));
      Nominal thing = nominals.determined(noun, false, nominals.definite(noun, false));
      return new TextPair("where " + thing.english() + " is", "wo " + thing.nominative() + " ist");
    }
    boolean moment =
        clause.manner() != Tense.PERFECT
            && clause.middle().equals(Clause.NOTHING)
            && !clause.verb().flags().contains("stative");
    return kind == 1 && moment
        ? indirect(clause.withoutTime(), "when", "wann")
        : indirect(clause, "why", "warum");
  }

  private static TextPair indirect(Clause clause, String english, String german) {
    return new TextPair(
        english + " " + EnglishSyntax.statement(clause),
        german + " " + GermanSyntax.verbLast(clause));
  }
}
