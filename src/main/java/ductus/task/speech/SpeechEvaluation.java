package ductus.task.speech;

import ductus.corpus.Piece;
import ductus.metric.CharacterErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How well words are heard.
 *
 * @param recordings that were heard
 * @param right of which every word was
 * @param all errors of words
 * @param single errors of words in recordings of one word
 * @param nearest the same of a rule, {@link NearestUtterance}; null where it has learned nothing
 * @param mistakes what was said and what was heard instead, of the recordings that were not right
 */
public record SpeechEvaluation(
    int recordings,
    int right,
    WordErrors all,
    WordErrors single,
    @Nullable Nearest nearest,
    List<Mistake> mistakes) {
  /**
   * Words that were put in, left out or taken for others.
   *
   * @param errors how many
   * @param words that were said
   */
  public record WordErrors(long errors, long words) {
    private static WordErrors of(CharacterErrors errors) {
      return new WordErrors(errors.errors(), errors.characters());
    }

    /** Errors a word; NaN where there is none. */
    public double rate() {
      return words == 0 ? Double.NaN : (double) errors / words;
    }

    private String text() {
      return String.format(Locale.ROOT, "%.1f %% (%,d for %,d words)", 100 * rate(), errors, words);
    }
  }

  /**
   * How well the nearest learned recording says it.
   *
   * @param templates that were compared with
   */
  public record Nearest(int templates, WordErrors all, WordErrors single) {}

  /** A recording of which not every word was heard. */
  public record Mistake(String file, String said, String heard) {}

  public SpeechEvaluation {
    mistakes = List.copyOf(mistakes);
  }

  /**
   * Measures.
   *
   * @param set of recordings, one or more
   * @param learned what the model learned, for the rule; empty for none
   */
  public static SpeechEvaluation of(SpeechReader reader, SpokenSet set, SpokenSet learned) {
    return of(reader, set.utterances(), learned.utterances());
  }

  static SpeechEvaluation of(
      SpeechReader reader, List<Piece<Utterance>> said, List<Piece<Utterance>> learned) {
    List<String> heard =
        reader.hear(said.stream().map(each -> each.value().sound()).toList()).stream()
            .map(SpeechReader.Heard::text)
            .toList();
    List<Mistake> mistakes = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      String text = said.get(i).value().text();
      if (!text.equals(heard.get(i))) {
        mistakes.add(
            new Mistake(String.valueOf(said.get(i).path().getFileName()), text, heard.get(i)));
      }
    }
    Nearest nearest = null;
    if (!learned.isEmpty()) {
      NearestUtterance rule = new NearestUtterance(learned);
      List<String> byRule =
          said.stream().map(each -> String.join(" ", rule.words(each.value().sound()))).toList();
      nearest = new Nearest(rule.count(), errors(said, byRule, false), errors(said, byRule, true));
    }
    return new SpeechEvaluation(
        said.size(),
        said.size() - mistakes.size(),
        errors(said, heard, false),
        errors(said, heard, true),
        nearest,
        mistakes);
  }

  private static WordErrors errors(
      List<Piece<Utterance>> said, List<String> heard, boolean singleOnly) {
    CharacterErrors errors = CharacterErrors.NONE;
    for (int i = 0; i < said.size(); i++) {
      Utterance utterance = said.get(i).value();
      if (!singleOnly || utterance.words().size() == 1) {
        errors = errors.plus(CharacterErrors.ofWords(utterance.text(), heard.get(i)));
      }
    }
    return WordErrors.of(errors);
  }

  /**
   * The figures, for people.
   *
   * @param things what was heard, such as {@code held-out recordings}
   */
  public String text(String things) {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%,d of %,d %s without an error; word error rate %s",
                right,
                recordings,
                things,
                all.text()));
    if (nearest != null) {
      text.append(
          String.format(
              Locale.ROOT,
              "; by the nearest of %,d learned ones (dynamic time warping) %s",
              nearest.templates(),
              nearest.all().text()));
    }
    if (single.words() > 0 && single.words() < all.words()) {
      text.append(System.lineSeparator())
          .append("of recordings of one word ")
          .append(single.text());
      if (nearest != null) {
        text.append("; by the nearest ").append(nearest.single().text());
      }
    }
    return text.toString();
  }
}
