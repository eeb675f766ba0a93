package ductus.task.handwriting.font;

import ductus.corpus.ReadingListener;
import ductus.ink.Box;
import ductus.ink.font.LetterCutting;
import ductus.ink.font.LetterForm;
import ductus.ink.hand.Characters;
import ductus.ink.layout.WrittenLine;
import ductus.math.Kernels;
import ductus.math.PlaceRandom;
import ductus.math.Workers;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.MarkedLineWriter;
import ductus.task.handwriting.synthesis.NetworkLineWriter;
import ductus.task.handwriting.synthesis.PenManner;
import ductus.task.handwriting.synthesis.StyleChoice;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Has a network draw the letters of a font, each several times as often as it is wanted, and keeps
 * the most usual. Small letters of hands that join them are drawn between two others.
 */
final class FontLetters {
  /** Drawings of each form that is wanted. */
  private static final int DRAFTS = 2;

  /** Words of a line; longer lines are drawn in parts. */
  private static final int WORDS = 8;

  private static final String NEIGHBOR = "n";

  /** What a letter that is not joined counts as, in x-heights that it differs from the others. */
  private static final double UNJOINED = 1;

  /** Latin letters of Europe's languages, and signs that stand elsewhere. */
  private static final int LAST = 0x17F;

  private static final String SIGNS = "ȘșȚțẞ–—‘’“”„‚…•€™−≤≥≠";

  private final HandModel model;
  private final StyleChoice style;
  private final PenManner manner;
  private final Kernels kernels;
  private final Workers workers;

  FontLetters(
      HandModel model, StyleChoice style, PenManner manner, Kernels kernels, Workers workers) {
    this.model = model;
    this.style = style;
    this.manner = manner;
    this.kernels = kernels;
    this.workers = workers;
  }

  /**
   * Draws letters.
   *
   * @param forms of each
   * @param seed decides all chance
   * @param listener told how many rounds are done
   */
  SortedMap<Integer, List<LetterForm>> draw(int forms, long seed, ReadingListener listener) {
    List<Integer> all = characters();
    boolean joins = style.isJoined(model);
    List<Integer> joined = all.stream().filter(each -> joins && isSmall(each)).toList();
    List<Integer> alone = all.stream().filter(each -> !joined.contains(each)).toList();
    SortedMap<Integer, List<LetterForm>> drawn = new TreeMap<>();
    int rounds = DRAFTS * forms;
    for (int round = 0; round < rounds; round++) {
      listener.progress(round, rounds);
      long key = PlaceRandom.key(seed, round);
      MarkedLineWriter writer =
          new MarkedLineWriter(
              new NetworkLineWriter(model, style, manner, key, Optional.empty(), kernels, workers),
              model,
              style,
              key);
      List<String> apart = lines(alone, "");
      List<String> between = lines(joined, NEIGHBOR);
      List<String> lines = new ArrayList<>(apart);
      lines.addAll(between);
      List<WrittenLine> written = writer.write(lines);
      for (int i = 0; i < lines.size(); i++) {
        boolean isApart = i < apart.size();
        List<Integer> of = isApart ? alone : joined;
        int from = WORDS * (isApart ? i : i - apart.size());
        List<Integer> part = of.subList(from, Math.min(of.size(), from + WORDS));
        WrittenLine line = written.get(i);
        if (line.text().split(" ", -1).length == part.size()) {
          (isApart ? LetterCutting.alone(line) : LetterCutting.between(line))
              .forEach(
                  (word, letter) ->
                      drawn.computeIfAbsent(part.get(word), any -> new ArrayList<>()).add(letter));
        }
      }
    }
    listener.progress(rounds, rounds);
    drawn.replaceAll((character, letters) -> kept(letters, forms, joined.contains(character)));
    return drawn;
  }

  /** The characters that a font has, of those that can be written. */
  private List<Integer> characters() {
    Set<Integer> writable = style.writable(model);
    return IntStream.concat(
            IntStream.concat(IntStream.rangeClosed('!', LAST), SIGNS.codePoints()),
            writable.stream().mapToInt(each -> each))
        .filter(each -> Characters.isDrawn(each) && !Characters.isMark(each))
        .filter(each -> !Character.isISOControl(each) && Character.isDefined(each))
        .distinct()
        .sorted()
        .filter(each -> isWritable(Character.toString(each), writable))
        .boxed()
        .toList();
  }

  private static boolean isWritable(String character, Set<Integer> writable) {
    return Characters.missing(character, writable).isEmpty()
        && Characters.plain(character, writable).chars().noneMatch(Character::isWhitespace);
  }

  private static boolean isSmall(int character) {
    String base = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFD);
    return Character.isLowerCase(base.codePointAt(0));
  }

  private static List<String> lines(List<Integer> characters, String beside) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < characters.size(); i += WORDS) {
      lines.add(
          characters.subList(i, Math.min(characters.size(), i + WORDS)).stream()
              .map(each -> beside + Character.toString(each) + beside)
              .collect(Collectors.joining(" ")));
    }
    return lines;
  }

  /** The letters that differ least from the others, as many as are wanted, in their order. */
  private static List<LetterForm> kept(List<LetterForm> letters, int wanted, boolean joins) {
    List<LetterForm> best =
        letters.stream()
            .sorted(Comparator.comparingDouble(difference(letters, joins)))
            .limit(wanted)
            .toList();
    List<LetterForm> kept = new ArrayList<>(letters.stream().filter(best::contains).toList());
    for (int i = 0; kept.size() < wanted; i++) {
      kept.add(kept.get(i));
    }
    return kept.subList(0, wanted);
  }

  private static ToDoubleFunction<LetterForm> difference(List<LetterForm> all, boolean joins) {
    double top = middle(all, letter -> letter.box().top());
    double bottom = middle(all, letter -> letter.box().bottom());
    double width = middle(all, LetterForm::width);
    return letter -> {
      Box box = letter.box();
      int unjoined = (letter.entry() == null ? 1 : 0) + (letter.exit() == null ? 1 : 0);
      return Math.abs(box.top() - top)
          + Math.abs(box.bottom() - bottom)
          + Math.abs(letter.width() - width)
          + (joins ? UNJOINED * unjoined : 0);
    };
  }

  private static double middle(List<LetterForm> letters, ToDoubleFunction<LetterForm> measure) {
    double[] sorted = letters.stream().mapToDouble(measure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
