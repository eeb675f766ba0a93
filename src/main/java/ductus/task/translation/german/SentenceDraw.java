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
import java.util.random.RandomGenerator;

/** Draws whole sentences without their capitals: statements, questions, requests, two clauses. */
final class SentenceDraw {
  private static final Nominal WHO = Nominal.named("who", "wer", GrammaticalPerson.HE);
  private static final Set<String> WILFUL = Set.of(NominalDraw.PERSON);
  private static final List<List<String>> LEADS = VocabularyTable.rows("leads.tsv");
  private static final List<TextPair> REASONS =
      List.of(
          new TextPair("it is raining", "es regnet"),
          new TextPair("the weather is bad", "das Wetter schlecht ist"),
          new TextPair("it is late", "es spät ist"),
          new TextPair("it is cold", "es kalt ist"));
  private static final TextPair BITTE = new TextPair("", "bitte");

  private final SentenceVocabulary vocabulary;
  private final Dice dice;
  private final boolean polite;
  private final NominalDraw nominals;
  private final ClauseDraw clauses;
  private final StateDraw states;

  SentenceDraw(SentenceVocabulary vocabulary, RandomGenerator random) {
    this.vocabulary = vocabulary;
    dice = new Dice(random);
    polite = dice.percent(15);
    nominals =
        new NominalDraw(
            vocabulary, dice, polite ? GrammaticalPerson.POLITE : GrammaticalPerson.YOU);
    clauses = new ClauseDraw(vocabulary, dice, nominals);
    states = new StateDraw(vocabulary, dice, nominals);
  }

  /** A sentence with its mark at the end. */
  TextPair draw() {
    int kind = dice.below(100);
    if (kind < 30) {
      return addressed(statement(clauses.draw(true)), ".");
    }
    if (kind < 42) {
      return addressed(asked(inQuestion()), "?");
    }
    if (kind < 56) {
      return addressed(asking(), "?");
    }
    if (kind < 71) {
      TimedClause scene = dice.percent(85) ? states.draw(true) : states.lying();
      return dice.percent(70)
          ? addressed(statement(scene), ".")
          : addressed(question(stateInQuestion()), "?");
    }
    if (kind < 81) {
      return twoClauses();
    }
    if (kind < 86) {
      return request();
    }
    return phrase();
  }

  private TextPair phrase() {
    NominalDraw familiar = new NominalDraw(vocabulary, dice, GrammaticalPerson.YOU);
    return new PhraseDraw(vocabulary, dice, familiar).draw();
  }

  private Clause stateInQuestion() {
    Clause clause = affirmed(states.draw(false).clause());
    return isAskedSeldom(clause) ? stateInQuestion() : clause;
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

  /** Adds whom one speaks to, if one calls them Sie, and the mark. */
  private TextPair addressed(TextPair words, String mark) {
    boolean spokenTo = words.source().matches("(.*\\W)?your?(\\W.*)?");
    if (!polite || !spokenTo) {
      return new TextPair(words.source() + mark, words.target() + mark);
    }
    TextPair who = dice.one(vocabulary.titles());
    return new TextPair(
        words.source() + ", " + who.source() + mark, words.target() + ", " + who.target() + mark);
  }

  private TextPair statement(TimedClause scene) {
    Clause clause = scene.clause();
    TextPair time = clause.time();
    if (scene.timeFirst() && dice.percent(50)) {
      Clause rest = clause.withoutTime();
      return new TextPair(
          time.source() + " " + EnglishSyntax.statement(rest),
          time.target() + " " + GermanSyntax.verbFirst(rest));
    }
    return new TextPair(EnglishSyntax.statement(clause), GermanSyntax.statement(clause));
  }

  /** A question, or a request that is one: can you help me, please? */
  private TextPair asked(Clause clause) {
    TextPair question = question(clause);
    boolean request = question.source().startsWith("can you ");
    if (!request || !clause.middle().equals(Clause.NOTHING) || dice.percent(40)) {
      return question;
    }
    Clause please =
        new Clause(
            clause.subject(),
            clause.verb(),
            clause.manner(),
            false,
            clause.objects(),
            BITTE,
            clause.time(),
            clause.rest());
    return new TextPair(question.source() + ", please", question(please).target());
  }

  private static TextPair question(Clause clause) {
    return new TextPair(EnglishSyntax.question(clause), GermanSyntax.verbFirst(clause));
  }

  private static Clause affirmed(Clause clause) {
    return new Clause(
        clause.subject(),
        clause.verb(),
        clause.manner(),
        false,
        clause.objects(),
        clause.middle(),
        clause.time(),
        clause.rest());
  }

  /** A question that begins with a word for what is asked. */
  private TextPair asking() {
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
    boolean goes = complements.stream().anyMatch(each -> each.matches("to|far"));
    boolean is = complements.stream().anyMatch(each -> each.matches("(at|live|on|room)\\??"));
    if ((goes || is) && dice.percent(75)) {
      Clause left = with(clause, clause.objects(), List.of());
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

  private static Clause with(Clause clause, List<Argument> objects, List<TextPair> rest) {
    return new Clause(
        clause.subject(),
        clause.verb(),
        clause.manner(),
        clause.negated(),
        objects,
        clause.middle(),
        clause.time(),
        rest);
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
    return asked(with(clause, List.of(), rest), person ? "who" : "what", german);
  }

  private TextPair askingForSubject() {
    Verb verb = dice.one(vocabulary.verbs());
    if (!verb.subjects().contains(NominalDraw.PERSON)) {
      return askingForSubject();
    }
    return statement(new TimedClause(clauses.draw(verb, WHO, false).clause(), false));
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
    boolean many = noun.isPlural() || noun.hasPlural() && dice.percent(30);
    Nominal which = Determiner.WHICH.with(noun, Optional.empty(), many);
    return asked(with(clause, List.of(), List.of()), which.english(), which.accusative());
  }

  private TextPair request() {
    Verb verb = dice.one(vocabulary.verbs());
    boolean bare = verb.complements().isEmpty();
    if (!verb.subjects().containsAll(WILFUL)
        || verb.flags().contains("stative")
        || bare && dice.percent(70)) {
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
            please ? BITTE : Clause.NOTHING,
            Clause.NOTHING,
            drawn.clause().rest());
    String english = EnglishSyntax.request(clause);
    String said = !please ? english : dice.percent(50) ? "please " + english : english + ", please";
    String german = GermanSyntax.request(clause);
    String mark = dice.percent(20) ? "!" : ".";
    if (!polite) {
      return new TextPair(said + mark, german + mark);
    }
    TextPair who = dice.one(vocabulary.titles());
    return new TextPair(said + ", " + who.source() + mark, german + ", " + who.target() + mark);
  }

  private TextPair twoClauses() {
    return switch (dice.below(10)) {
      case 0, 1, 2, 3, 4 -> led();
      case 5, 6, 7 -> because();
      case 8 -> but();
      default -> when();
    };
  }

  /** I think that, do you know where. */
  private TextPair led() {
    if (polite) {
      return because();
    }
    List<String> lead = dice.one(LEADS);
    String mark = lead.get(3);
    TimedClause scene = dice.percent(35) ? states.draw(true) : clauses.draw(true);
    Clause clause = scene.clause();
    String english = EnglishSyntax.statement(clause);
    String german = GermanSyntax.verbLast(clause);
    if (lead.get(2).equals("where")) {
      TextPair asked = indirect();
      english = asked.source();
      german = asked.target();
    }
    String comma = lead.get(1).contains(",") ? " " : ", ";
    return new TextPair(lead.get(0) + " " + english + mark, lead.get(1) + comma + german + mark);
  }

  private TextPair indirect() {
    Clause clause = affirmed(inQuestion());
    boolean goes = clause.verb().complements().stream().anyMatch(each -> each.matches("to|far"));
    boolean is =
        clause.verb().complements().stream()
            .anyMatch(each -> each.matches("(at|live|on|room)\\??"));
    int kind = dice.below(3);
    if (goes || is) {
      Clause left = with(clause, clause.objects(), List.of());
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
    return addressed(
        new TextPair(
            EnglishSyntax.statement(clause) + " because " + reason.source(),
            GermanSyntax.statement(clause) + ", weil " + reason.target()),
        ".");
  }

  private TextPair but() {
    Nominal subject = nominals.person();
    Clause clause = clauses.draw(personal(), subject.person().pronoun(), false).clause();
    Clause mood = states.mood(subject, isPast(clause) ? Tense.PAST : Tense.PRESENT);
    return addressed(
        new TextPair(
            EnglishSyntax.statement(mood) + " but " + EnglishSyntax.statement(clause),
            GermanSyntax.statement(mood) + ", aber " + GermanSyntax.statement(clause)),
        ".");
  }

  /** If somebody is tired, they do something. */
  private TextPair when() {
    Nominal subject = nominals.person();
    Clause mood = states.mood(subject.person().pronoun(), Tense.PRESENT);
    TimedClause scene = clauses.draw(personal(), subject, dice.percent(15));
    if (isPast(scene.clause())) {
      return when();
    }
    Clause clause = scene.clause().withoutTime();
    String english = dice.percent(60) ? "if " : "when ";
    TextPair both =
        dice.percent(50)
            ? new TextPair(
                english + EnglishSyntax.statement(mood) + ", " + EnglishSyntax.statement(clause),
                "wenn " + GermanSyntax.verbLast(mood) + ", " + GermanSyntax.verbFirst(clause))
            : new TextPair(
                EnglishSyntax.statement(clause) + " " + english + EnglishSyntax.statement(mood),
                GermanSyntax.statement(clause) + ", wenn " + GermanSyntax.verbLast(mood));
    return addressed(both, ".");
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
