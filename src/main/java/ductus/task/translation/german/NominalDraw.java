package ductus.task.translation.german;

import ductus.task.translation.german.noun.Adjective;
import ductus.task.translation.german.noun.Determiner;
import ductus.task.translation.german.noun.Determiner.Declension;
import ductus.task.translation.german.noun.GrammaticalPerson;
import ductus.task.translation.german.noun.Nominal;
import ductus.task.translation.german.noun.Noun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Draws subjects and objects.
 *
 * @param you how one who is spoken to is called: du or Sie
 */
record NominalDraw(SentenceVocabulary vocabulary, Dice dice, GrammaticalPerson you) {
  /** Stands among classes for pronouns. */
  static final String PRONOUN = "=";

  static final String PERSON = "person";
  private static final String FAMILY = "family";

  private static final Set<String> NOBODYS =
      Set.of("place", "town", "area", "outdoors", "fixed", "ride", "show", "animal");

  private static final Set<String> MANY =
      Set.of("food", "often-plural", "read", "write", "pet", "wear", "word", "sing");

  private static final List<Determiner> NUMBERS =
      List.of(
          new Determiner("two", "zwei", Declension.NONE),
          new Determiner("three", "drei", Declension.NONE),
          new Determiner("four", "vier", Declension.NONE),
          new Determiner("five", "fünf", Declension.NONE),
          new Determiner("ten", "zehn", Declension.NONE),
          new Determiner("many", "viel", Declension.PLURAL),
          new Determiner("some", "einig", Declension.PLURAL));

  /** Who does something, of one of some classes. */
  Nominal subject(List<String> classes) {
    if (classes.contains(PERSON) && dice.percent(5)) {
      return two();
    }
    if (classes.contains(PERSON) && dice.percent(75)) {
      return person();
    }
    List<String> wanted = new ArrayList<>(classes);
    if (classes.contains(PERSON)) {
      wanted.add(FAMILY);
    }
    Noun noun = noun(wanted);
    boolean many = noun.isPlural() || (noun.hasPlural() && !isFamily(noun) && dice.percent(20));
    return determined(noun, many, definite(noun, many));
  }

  /** Two who do something together: my mother and I, Tom and Anna. */
  private Nominal two() {
    if (dice.percent(50)) {
      Noun noun = noun(List.of(FAMILY));
      return Determiner.of(GrammaticalPerson.I)
          .with(noun, Optional.empty(), noun.isPlural())
          .and(GrammaticalPerson.I.pronoun(), GrammaticalPerson.WE);
    }
    Nominal first = dice.one(vocabulary.names());
    Nominal second = dice.one(vocabulary.names());
    return first.equals(second) ? two() : first.and(second, GrammaticalPerson.THEY);
  }

  /** A pronoun or a name. */
  Nominal person() {
    return switch (dice.below(12)) {
      case 0, 1, 2, 3 -> GrammaticalPerson.I.pronoun();
      case 4, 5 -> you.pronoun();
      case 6 -> GrammaticalPerson.HE.pronoun();
      case 7 -> GrammaticalPerson.SHE.pronoun();
      case 8 -> GrammaticalPerson.WE.pronoun();
      case 9 -> GrammaticalPerson.THEY.pronoun();
      default -> dice.one(vocabulary.names());
    };
  }

  /** Whom or what something is done to, of one of some classes: not the subject itself. */
  Nominal object(List<String> classes, Nominal subject) {
    Nominal object = anyObject(classes, subject.person());
    return object.nominative().equals(subject.nominative()) ? object(classes, subject) : object;
  }

  private Nominal anyObject(List<String> classes, GrammaticalPerson subject) {
    if (classes.contains(PRONOUN) && dice.percent(30)) {
      return other(subject).pronoun();
    }
    if (classes.contains(PERSON) && dice.percent(25)) {
      return dice.one(vocabulary.names());
    }
    if (dice.percent(6)) {
      Nominal first = anyObject(classes, subject);
      Nominal second = anyObject(classes, subject);
      if (areListed(first, second)) {
        return first.and(second, GrammaticalPerson.THEY);
      }
    }
    List<String> kinds = classes.stream().filter(each -> !each.equals(PRONOUN)).toList();
    Noun noun = noun(List.of(dice.one(kinds)));
    boolean many = noun.isPlural() || (noun.hasPlural() && !noun.isMass() && dice.percent(22));
    return determined(noun, many, any(noun, many));
  }

  private static boolean areListed(Nominal first, Nominal second) {
    return first.kind() == second.kind()
        && first.kind() != Nominal.Kind.PRONOUN
        && !first.english().equals(second.english())
        && !(first.english() + second.english()).contains(" and ");
  }

  private GrammaticalPerson other(GrammaticalPerson subject) {
    List<GrammaticalPerson> others =
        new ArrayList<>(
            List.of(
                GrammaticalPerson.I,
                GrammaticalPerson.HE,
                GrammaticalPerson.SHE,
                GrammaticalPerson.WE,
                GrammaticalPerson.THEY,
                you));
    others.remove(subject);
    if (subject == GrammaticalPerson.I || subject == GrammaticalPerson.WE) {
      others.remove(GrammaticalPerson.I);
      others.remove(GrammaticalPerson.WE);
    }
    return dice.one(others);
  }

  /** A noun of one of some classes. */
  Noun noun(List<String> classes) {
    return dice.one(vocabulary.nouns(classes));
  }

  /** A noun behind a determiner, and an adjective sometimes. */
  Nominal determined(Noun noun, boolean many, Determiner determiner) {
    boolean described = !isFamily(noun) && dice.percent(22);
    List<Adjective> fitting =
        vocabulary.adjectives().stream().filter(each -> each.standsBefore(noun)).toList();
    Optional<Adjective> adjective =
        described && !fitting.isEmpty() ? Optional.of(dice.one(fitting)) : Optional.empty();
    return determiner.with(noun, adjective, many);
  }

  private static boolean isFamily(Noun noun) {
    return noun.classes().contains(FAMILY) && !noun.classes().contains(PERSON);
  }

  private static boolean isNobodys(Noun noun) {
    return noun.classes().stream().anyMatch(NOBODYS::contains)
        || (noun.classes().contains(PERSON) && !noun.classes().contains(FAMILY))
        || (noun.classes().contains("food") && !noun.classes().contains("dish"));
  }

  /** A determiner of what is known: the, this, my. */
  Determiner definite(Noun noun, boolean many) {
    if (isFamily(noun)) {
      return possessive();
    }
    if (dice.percent(12)) {
      return many ? Determiner.THESE : Determiner.THIS;
    }
    return isNobodys(noun) || dice.percent(60) ? Determiner.THE : possessive();
  }

  private Determiner possessive() {
    return Determiner.of(
        switch (dice.below(9)) {
          case 0, 1, 2, 3 -> GrammaticalPerson.I;
          case 4 -> you;
          case 5 -> GrammaticalPerson.HE;
          case 6 -> GrammaticalPerson.SHE;
          case 7 -> GrammaticalPerson.WE;
          default -> GrammaticalPerson.THEY;
        });
  }

  private Determiner any(Noun noun, boolean many) {
    if (noun.isMass()) {
      boolean bare = dice.percent(75) || noun.classes().contains("had") || isTongue(noun);
      return bare ? Determiner.BARE : Determiner.THE;
    }
    if (isFamily(noun)) {
      return many && noun.classes().contains("many") && dice.percent(40)
          ? dice.one(NUMBERS.subList(0, 4))
          : possessive();
    }
    if (!many) {
      return noun.classes().contains("weather") || dice.percent(60)
          ? definite(noun, false)
          : Determiner.A;
    }
    return switch (dice.below(4)) {
      case 0 -> dice.one(NUMBERS);
      case 1 ->
          noun.classes().stream().anyMatch(MANY::contains) ? Determiner.BARE : definite(noun, true);
      default -> definite(noun, true);
    };
  }

  private static boolean isTongue(Noun noun) {
    return noun.classes().contains("tongue");
  }
}
