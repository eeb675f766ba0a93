package ductus.ink.layout;

import ductus.ink.layout.PageLayout.LineWriter;
import ductus.ink.layout.Paragraph.Kind;
import ductus.ink.layout.WrittenLine.WrittenWord;
import ductus.picture.SvgDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Breaks paragraphs into lines by the widths that are really written. At first widths are
 * estimated, and all lines are written at once. A line that came out too wide then gives its last
 * words to the next one, and what has changed is written again, until every line fits: each round
 * takes at least one word from each line that is too wide, so that there is an end. No word is
 * given up or cut: one too wide for a line of its own ends the work.
 */
final class Typesetter {
  /** Share of a line that may be filled in the first round, by estimate. */
  private static final double FULL = 0.99;

  /**
   * Number of rounds behind which lines are filled less, so that the rounds come to an end sooner.
   */
  private static final int PATIENT_ROUNDS = 5;

  private static final double CAUTIOUS = 0.85;

  /** Share of the width that a loose line would leave free even with the next word in it. */
  private static final double LOOSE = 0.12;

  /** Share of its estimated width from which on a word is certainly too wide. */
  private static final double CERTAIN = 0.6;

  /** Number of times that a word alone on its line is tried before it is called too wide. */
  private static final int TRIES = 3;

  /** Most characters of a word that a complaint names. */
  private static final int NAMED = 60;

  /** Least x-height that is advised, in mm. */
  private static final double LEAST_ADVISED = 1;

  /**
   * A line as it is to be written: some words of a paragraph.
   *
   * @param paragraph its index in the manuscript
   * @param from index of the first word
   * @param to index behind the last word
   */
  record DraftLine(int paragraph, int from, int to) {
    /** The text that is to be written. */
    String text(Paragraph of) {
      return String.join(" ", of.words().subList(from, to));
    }
  }

  /** A line that is written and will stay so. */
  record TypesetLine(List<WrittenWord> words) {
    TypesetLine {
      words = List.copyOf(words);
    }
  }

  private final List<Paragraph> paragraphs;
  private final Column column;
  private final LineWriter writer;
  private final WordsAnew anew;
  private final List<List<DraftLine>> drafts = new ArrayList<>();
  private final Map<DraftLine, List<WrittenWord>> written = new HashMap<>();
  private final Map<DraftLine, Integer> tries = new HashMap<>();
  private final List<double[]> widths = new ArrayList<>();
  private double space;

  private Typesetter(
      TextDocument manuscript,
      Column column,
      CharacterWidths estimate,
      LineWriter writer,
      WordsAnew anew) {
    this.paragraphs = manuscript.paragraphs();
    this.column = column;
    this.writer = writer;
    this.anew = anew;
    this.space = estimate.space();
    for (Paragraph paragraph : paragraphs) {
      widths.add(paragraph.words().stream().mapToDouble(estimate::of).toArray());
    }
  }

  /**
   * Sets the lines of each paragraph; of a gap there are none.
   *
   * @throws IllegalArgumentException if a word is wider than the room for it
   */
  static List<List<TypesetLine>> set(
      TextDocument manuscript,
      Column column,
      CharacterWidths estimate,
      LineWriter writer,
      WordsAnew anew) {
    Typesetter typesetter = new Typesetter(manuscript, column, estimate, writer, anew);
    typesetter.set();
    return typesetter.drafts.stream()
        .map(lines -> lines.stream().map(typesetter::setLine).toList())
        .toList();
  }

  /** Returns a line with its words as the text spells them, however the writer does. */
  private TypesetLine setLine(DraftLine line) {
    List<String> spelled = paragraphs.get(line.paragraph()).words().subList(line.from(), line.to());
    List<WrittenWord> words = written(line);
    return new TypesetLine(
        IntStream.range(0, words.size())
            .mapToObj(i -> new WrittenWord(spelled.get(i), words.get(i).strokes()))
            .toList());
  }

  private void set() {
    for (int i = 0; i < paragraphs.size(); i++) {
      for (int word = 0; word < widths.get(i).length; word++) {
        if (CERTAIN * widths.get(i)[word] > column.width(paragraphs.get(i))) {
          throw tooWide(i, word);
        }
      }
    }
    for (int i = 0; i < paragraphs.size(); i++) {
      drafts.add(broken(i, FULL));
    }
    write();
    for (int round = 1; mend(round); round++) {
      write();
    }
  }

  /** Has the writer write the lines that are not written yet. */
  private void write() {
    List<DraftLine> missing =
        drafts.stream().flatMap(List::stream).filter(line -> !written.containsKey(line)).toList();
    List<String> texts =
        missing.stream().map(line -> line.text(paragraphs.get(line.paragraph()))).toList();
    List<WrittenLine> lines = writer.write(texts);
    if (lines.size() != texts.size()) {
      throw new IllegalStateException(
          "a writer of %d lines must give as many but gave %d"
              .formatted(texts.size(), lines.size()));
    }
    double gaps = 0;
    int spaces = 0;
    for (int i = 0; i < lines.size(); i++) {
      DraftLine draft = missing.get(i);
      List<WrittenWord> drawn = lines.get(i).words();
      int words = drawn.size();
      if (words != draft.to() - draft.from()) {
        throw new IllegalStateException(
            "the line \"%s\" must be written as %d words but came as %d: \"%s\""
                .formatted(texts.get(i), draft.to() - draft.from(), words, lines.get(i).text()));
      }
      List<WrittenWord> chosen =
          anew.in(
              draft.paragraph(),
              draft.from(),
              paragraphs.get(draft.paragraph()).words().subList(draft.from(), draft.to()),
              drawn);
      WordSpacing spacing = new WordSpacing(chosen);
      for (int word = 0; word < words; word++) {
        widths.get(draft.paragraph())[draft.from() + word] = spacing.width(word);
      }
      gaps += spacing.gap();
      spaces += words - 1;
      written.put(draft, chosen);
    }
    if (spaces > 0) {
      space = gaps / spaces;
    }
  }

  /** Breaks anew what does not fit, and in the first round what is loose; false if all is well. */
  private boolean mend(int round) {
    boolean changed = false;
    for (int i = 0; i < drafts.size(); i++) {
      if (!drafts.get(i).stream().allMatch(this::fits)) {
        drafts.set(i, pushed(i, round > PATIENT_ROUNDS ? CAUTIOUS : 1));
        changed = true;
      } else if (round == 1 && isLoose(i)) {
        List<DraftLine> tight = broken(i, FULL);
        changed |= !tight.equals(drafts.set(i, tight));
      }
    }
    return changed;
  }

  /** Breaks a paragraph into lines as full as they may be. */
  private List<DraftLine> broken(int paragraph, double full) {
    List<DraftLine> lines = new ArrayList<>();
    int words = widths.get(paragraph).length;
    for (int from = 0; from < words; from = lines.get(lines.size() - 1).to()) {
      lines.add(new DraftLine(paragraph, from, end(paragraph, from, words, full)));
    }
    return lines;
  }

  /** Gives the last words of the lines of a paragraph that are too wide to the next. */
  private List<DraftLine> pushed(int paragraph, double full) {
    List<DraftLine> before = drafts.get(paragraph);
    List<DraftLine> after = new ArrayList<>();
    int words = widths.get(paragraph).length;
    int old = 0;
    for (int from = 0; from < words; from = after.get(after.size() - 1).to()) {
      while (before.get(old).to() <= from) {
        old++;
      }
      DraftLine line = before.get(old);
      if (line.from() == from && fits(line)) {
        after.add(line);
      } else if (line.from() == from) {
        int least = firstTextWord(line) + 1;
        if (line.to() <= least) {
          after.add(again(line));
        } else {
          int end = Math.max(least, end(paragraph, from, line.to() - 1, full));
          after.add(new DraftLine(paragraph, from, end));
        }
      } else {
        int most = old + 1 < before.size() ? before.get(old + 1).to() : words;
        after.add(new DraftLine(paragraph, from, end(paragraph, from, most, full)));
      }
    }
    return after;
  }

  /** Has a line of one word written anew: perhaps its width was an accident. */
  private DraftLine again(DraftLine line) {
    if (tries.merge(line, 1, Integer::sum) >= TRIES) {
      throw tooWide(line.paragraph(), line.to() - 1);
    }
    written.remove(line);
    return line;
  }

  /**
   * Index behind the last word that still fits into a line, by the widths that are known so far.
   */
  private int end(int paragraph, int from, int most, double full) {
    double room = full * column.width(paragraphs.get(paragraph));
    int first = firstTextWord(new DraftLine(paragraph, from, most));
    int end = Math.min(first + 1, most);
    double width = widths.get(paragraph)[end - 1];
    while (end < most && width + space + widths.get(paragraph)[end] <= room) {
      width += space + widths.get(paragraph)[end];
      end++;
    }
    return end;
  }

  private boolean fits(DraftLine line) {
    return text(line).narrowest() <= column.width(paragraphs.get(line.paragraph())) + 1e-9;
  }

  private boolean isLoose(int paragraph) {
    List<DraftLine> lines = drafts.get(paragraph);
    double room = (1 - LOOSE) * column.width(paragraphs.get(paragraph));
    for (int i = 1; i < lines.size(); i++) {
      double next = widths.get(paragraph)[lines.get(i).from()];
      if (text(lines.get(i - 1)).width() + space + next <= room) {
        return true;
      }
    }
    return false;
  }

  /** The words of a line without an item's mark. */
  private WordSpacing text(DraftLine line) {
    List<WrittenWord> words = written(line);
    return new WordSpacing(words.subList(firstTextWord(line) - line.from(), words.size()));
  }

  /** Index of a line's first word that is not the mark of an item. */
  private int firstTextWord(DraftLine line) {
    boolean marked = line.from() == 0 && paragraphs.get(line.paragraph()).kind() == Kind.ITEM;
    return line.from() + (marked ? 1 : 0);
  }

  private List<WrittenWord> written(DraftLine line) {
    List<WrittenWord> found = written.get(line);
    if (found == null) {
      throw new IllegalStateException("a line must be written before it is set: " + line);
    }
    return found;
  }

  private IllegalArgumentException tooWide(int paragraph, int word) {
    Paragraph of = paragraphs.get(paragraph);
    double room = column.width(of);
    double width = widths.get(paragraph)[word];
    double fitting = Math.floor(10 * 0.95 * column.setup().xHeight() * room / width) / 10;
    String text = of.words().get(word);
    return new IllegalArgumentException(
        "the word \"%s\" must fit into %d mm but would be about %d mm wide: "
                .formatted(
                    text.length() > NAMED ? text.substring(0, NAMED) + "..." : text,
                    Math.round(room * column.xHeight(of)),
                    Math.round(width * column.xHeight(of)))
            + (fitting >= LEAST_ADVISED
                ? "write smaller (x-height " + SvgDocument.number(fitting) + " mm), or "
                : "")
            + "take larger paper or narrower margins");
  }
}
