package ductus.task.translation.german;

import ductus.task.translation.TextPair;
import ductus.task.translation.german.noun.Determiner;
import ductus.task.translation.german.noun.GermanCase;
import ductus.task.translation.german.noun.GermanGender;
import ductus.task.translation.german.noun.GrammaticalPerson;
import ductus.task.translation.german.noun.Nominal;
import ductus.task.translation.german.noun.Noun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Draws what people say again and again, with nouns put in where a table leaves a gap. */
record PhraseDraw(SentenceVocabulary vocabulary, Dice dice, NominalDraw nominals) {
  private static final Pattern GAP = Pattern.compile("\\{(\\d)(?: (\\w+))?}");
  private static final List<List<String>> PHRASES = VocabularyTable.rows("phrases.tsv");
  private static final Determiner NEAREST = new Determiner("", "", Determiner.Declension.NONE);

  private static final Set<String> FIXED =
      PHRASES.stream()
          .filter(row -> row.get(2).equals("0"))
          .map(row -> row.get(0))
          .collect(Collectors.toUnmodifiableSet());

  /** A noun in a gap, and its plain German forms. */
  private record Filler(Nominal nominal, Optional<Noun> noun) {}

  /** Whether a sentence is one of the table without a gap. */
  static boolean isFixed(TextPair sentence) {
    return FIXED.contains(sentence.source());
  }

  /** A phrase of the table; those with gaps come more often, for they are many. */
  TextPair draw() {
    List<String> row = dice.one(PHRASES);
    if (row.get(2).equals("0") && dice.percent(50)) {
      return draw();
    }
    List<Filler> fillers = new ArrayList<>();
    if (!row.get(2).equals("0")) {
      for (String gap : row.get(2).split("\\|", -1)) {
        fillers.add(filler(gap));
      }
    }
    return new TextPair(filled(row.get(0), fillers), filled(row.get(1), fillers));
  }

  private Filler filler(String gap) {
    int colon = gap.indexOf(':');
    if (colon < 0) {
      List<Nominal> names =
          vocabulary.names().stream()
              .filter(
                  each ->
                      gap.equals("name")
                          || gap.equals("man") == (each.person() == GrammaticalPerson.HE))
              .toList();
      return new Filler(dice.one(names), Optional.empty());
    }
    Noun noun = nominals.noun(List.of(dice.one(List.of(gap.substring(colon + 1).split(",", -1)))));
    String how = gap.substring(0, colon);
    if (noun.isPlural()
        || (how.equals("mine") && !noun.hasPlural())
        || (how.equals("bare") && !noun.isMass())) {
      return filler(gap);
    }
    Determiner determiner =
        switch (how) {
          case "the" -> Determiner.THE;
          case "this" -> Determiner.THIS;
          case "a" ->
              noun.isMass() && !noun.classes().contains("ordered") ? Determiner.BARE : Determiner.A;
          case "my", "mine" -> Determiner.of(GrammaticalPerson.I);
          case "your" -> Determiner.of(nominals.you());
          case "nearest" -> NEAREST;
          default -> Determiner.BARE;
        };
    boolean plain = how.equals("nearest") || !dice.percent(25);
    Nominal nominal =
        plain
            ? determiner.with(noun, Optional.empty(), how.equals("mine"))
            : nominals.determined(noun, how.equals("mine"), determiner);
    return new Filler(nominal, Optional.of(noun));
  }

  private static String filled(String text, List<Filler> fillers) {
    Matcher gaps = GAP.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (gaps.find()) {
      Filler filler = fillers.get(Integer.parseInt(gaps.group(1)) - 1);
      String form = gaps.group(2);
      gaps.appendReplacement(
          filled, form == null ? filler.nominal().english() : german(filler, form));
    }
    gaps.appendTail(filled);
    return filled.toString();
  }

  private static String german(Filler filler, String form) {
    Nominal nominal = filler.nominal();
    return switch (form) {
      case "nominative" -> nominal.nominative();
      case "accusative" -> nominal.accusative();
      case "dative" -> nominal.dative();
      case "zu" -> to(nominal.dative());
      case "nearest" -> {
        Noun noun = filler.noun().orElseThrow();
        yield noun.gender().article(GermanCase.NOMINATIVE) + " nächste " + noun.german();
      }
      case "this" -> {
        Noun noun = filler.noun().orElseThrow();
        GermanGender gender = noun.gender();
        yield "dies" + gender.strong(GermanCase.NOMINATIVE) + " " + noun.german();
      }
      default -> throw new IllegalStateException("no form of a noun: " + form);
    };
  }

  private static String to(String dative) {
    return dative.startsWith("dem ")
        ? "zum " + dative.substring(4)
        : dative.startsWith("der ") ? "zur " + dative.substring(4) : "zu " + dative;
  }
}
