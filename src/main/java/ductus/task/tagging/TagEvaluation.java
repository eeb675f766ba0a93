package ductus.task.tagging;

import ductus.metric.classification.ClassEvaluation;
import ductus.metric.classification.Classification;
import ductus.metric.classification.Labeled;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How often a network says the right tag.
 *
 * @param sentences measured
 * @param words all words and marks of them
 * @param baseline by the tag that each word had most often in training; null where the training
 *     sentences are not at hand, as are those below
 * @param newWords those that no training sentence has
 * @param newWordsBaseline the same by the tag that rare words have most often
 */
public record TagEvaluation(
    int sentences,
    ClassEvaluation words,
    @Nullable Share baseline,
    @Nullable Share newWords,
    @Nullable Share newWordsBaseline) {
  /** How many of some words are tagged rightly. */
  public record Share(int count, int correct) {
    private Share and(boolean right) {
      return new Share(count + 1, correct + (right ? 1 : 0));
    }

    /** The share that is right; 0 without any words. */
    public double accuracy() {
      return (double) correct / Math.max(1, count);
    }
  }

  /**
   * Measures.
   *
   * @param measured sentences, one or more
   * @param learned training sentences, for the baseline; may be none
   */
  public static TagEvaluation of(
      WordTagger tagger,
      TaggedFile file,
      List<TaggedSentence> measured,
      List<TaggedSentence> learned) {
    List<List<Classification>> said =
        tagger.tag(measured.stream().map(TaggedSentence::words).toList());
    List<Labeled<String>> words = new ArrayList<>();
    for (TaggedSentence sentence : measured) {
      for (int i = 0; i < sentence.words().size(); i++) {
        String word = sentence.words().get(i);
        String place = String.format(Locale.ROOT, "line %d: %s", sentence.line() + i, word);
        words.add(Labeled.whole(file.path(), place, sentence.hash(), word, sentence.tags().get(i)));
      }
    }
    List<Classification> all = said.stream().flatMap(List::stream).toList();
    ClassEvaluation evaluation = ClassEvaluation.of(words, all);
    if (learned.isEmpty()) {
      return new TagEvaluation(measured.size(), evaluation, null, null, null);
    }
    FrequentTags frequent = new FrequentTags(learned);
    Share baseline = new Share(0, 0);
    Share newWords = new Share(0, 0);
    Share newWordsBaseline = new Share(0, 0);
    for (int i = 0; i < words.size(); i++) {
      Labeled<String> word = words.get(i);
      boolean guessed = frequent.of(word.thing()).equals(word.label());
      baseline = baseline.and(guessed);
      if (!frequent.knows(word.thing())) {
        newWords = newWords.and(all.get(i).label().equals(word.label()));
        newWordsBaseline = newWordsBaseline.and(guessed);
      }
    }
    return new TagEvaluation(measured.size(), evaluation, baseline, newWords, newWordsBaseline);
  }

  /**
   * How often tags are right, for people, on some lines.
   *
   * @param counted what the words are, such as {@code held-out words}
   */
  public String text(String counted) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d of %d %s right, %s %%",
            words.correct(),
            words.count(),
            counted,
            percent(words.accuracy())));
    if (baseline != null) {
      text.append(
          String.format(Locale.ROOT, "; %s %% by each word's most frequent tag", share(baseline)));
    }
    if (newWords != null && newWords.count() > 0) {
      text.append(System.lineSeparator())
          .append(
              String.format(
                  Locale.ROOT,
                  "%d of %d words that no training sentence has right, %s %%; %s %% by the tag of"
                      + " rare words",
                  newWords.correct(),
                  newWords.count(),
                  share(newWords),
                  share(newWordsBaseline)));
    }
    return text.toString();
  }

  private static String share(@Nullable Share share) {
    return percent(share == null ? 0 : share.accuracy());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
