package ductus.task.handwriting.training;

import ductus.corpus.ReadingListener;
import ductus.corpus.line.CorpusLine;
import ductus.corpus.line.LineFolder;
import ductus.format.NumberText;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.prepare.ArcLengthResampling;
import ductus.ink.recognition.LineAlignment;
import ductus.ink.recognition.LineReader;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.pen.Alphabet;
import ductus.model.reading.ReaderNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The lines that some people wrote, cut into words, as lessons. A reader finds where the characters
 * stand; lines whose text it doubts are passed over, and people who wrote little.
 *
 * @param lessons of each person, by name
 * @param passedOver lines that are not learned, by reason
 */
record WrittenCorpus(List<StyleLessons> lessons, SortedMap<String, Integer> passedOver) {
  /** Characters that somebody must have written for a hand to be learned. */
  static final int FEWEST = 400;

  /** What a text may be less likely than what the reader itself sees, nats a character. */
  private static final double MOST_DOUBT = 1;

  /** How far the pen moves at most without leaving the line, or the next word, x-heights. */
  private static final double FAR_UP = 5;

  private static final double FAR_ASIDE = 15;

  /** Characters from which on the ink of a line tells its size. */
  private static final int TELLING = 15;

  /** Factor by which a line has more ink a character than another where their sizes differ. */
  private static final double UNLIKE = 1.45;

  /** Lines that are read together. */
  private static final int TOGETHER = 1000;

  /** Cuts lines. */
  static WrittenCorpus of(
      List<CorpusLine> lines, ReaderNetwork reader, int threads, ReadingListener listener) {
    SortedMap<String, List<List<WrittenWord>>> people = new TreeMap<>();
    SortedMap<String, Integer> passedOver = new TreeMap<>();
    Alphabet alphabet = reader.config().alphabet();
    try (Workers workers = new Workers(threads)) {
      LineReader reading =
          new LineReader(reader, LineReader.Decoding.bestPath(), KernelChoice.best(), workers);
      for (int from = 0; from < lines.size(); from += TOGETHER) {
        List<CorpusLine> some = lines.subList(from, Math.min(lines.size(), from + TOGETHER));
        List<CorpusLine> spelled =
            some.stream()
                .filter(line -> line.spelled().codePoints().allMatch(alphabet::has))
                .toList();
        count(
            "with characters that the reader does not know",
            some.size() - spelled.size(),
            passedOver);
        List<Handwriting> ink = spelled.stream().map(WrittenCorpus::resampled).toList();
        List<LineAlignment> aligned = reading.align(ink);
        for (int i = 0; i < ink.size(); i++) {
          Handwriting line = ink.get(i);
          LineAlignment alignment = aligned.get(i);
          if (!(alignment.doubt() <= MOST_DOUBT)) {
            count("whose text the reader doubts", 1, passedOver);
            continue;
          }
          List<WrittenWord> words = WrittenWord.of(line, alignment);
          if (strays(words)) {
            count("whose words do not follow one another", 1, passedOver);
          } else {
            people.computeIfAbsent(spelled.get(i).writer(), name -> new ArrayList<>()).add(words);
          }
        }
        listener.progress(from + some.size(), lines.size());
      }
    }
    List<StyleLessons> lessons = new ArrayList<>();
    for (Map.Entry<String, List<List<WrittenWord>>> person : people.entrySet()) {
      List<List<WrittenWord>> alike = ofOneSize(person.getValue());
      count(
          "of another size than their writer's",
          person.getValue().size() - alike.size(),
          passedOver);
      if (alike.stream().mapToInt(WrittenCorpus::characters).sum() >= FEWEST) {
        lessons.add(new WrittenLessons(person.getKey(), alike));
      } else {
        count("by people who wrote little", alike.size(), passedOver);
      }
    }
    return new WrittenCorpus(lessons, passedOver);
  }

  private static int characters(List<WrittenWord> line) {
    return line.stream().mapToInt(word -> word.text().length() + 1).sum();
  }

  /**
   * The lines that have about as much ink a character as most: of others the x-height was missed.
   */
  private static List<List<WrittenWord>> ofOneSize(List<List<WrittenWord>> lines) {
    double[] all = lines.stream().mapToDouble(WrittenCorpus::inkOfCharacter).sorted().toArray();
    double usual = all[all.length / 2];
    return lines.stream()
        .filter(
            line -> {
              double ink = inkOfCharacter(line);
              return characters(line) < TELLING || (ink <= UNLIKE * usual && UNLIKE * ink >= usual);
            })
        .toList();
  }

  private static double inkOfCharacter(List<WrittenWord> line) {
    double ink =
        line.stream()
            .flatMap(word -> word.ink().strokes().stream())
            .mapToDouble(Stroke::length)
            .sum();
    return ink / characters(line);
  }

  /**
   * Words for people on what is learned, a notice each.
   *
   * @param found in which the lines were
   */
  List<String> notices(LineFolder found) {
    SortedMap<String, Integer> all = new TreeMap<>(found.passedOver());
    passedOver.forEach((reason, count) -> count(reason, count, all));
    String people = "lines of %,d people to learn from".formatted(lessons.size());
    return all.isEmpty()
        ? List.of(people)
        : List.of(
            people,
            all.entrySet().stream()
                .map(entry -> NumberText.count(entry.getValue(), "piece") + " " + entry.getKey())
                .collect(Collectors.joining(", ", "passed over: ", "")));
  }

  private static void count(String reason, int more, SortedMap<String, Integer> passedOver) {
    if (more > 0) {
      passedOver.merge(reason, more, Integer::sum);
    }
  }

  private static Handwriting resampled(CorpusLine line) {
    Handwriting ink = Handwriting.of(line.ink().strokes());
    List<Stroke> strokes = new ArcLengthResampling(PenEncoding.SPACING).apply(ink).ink().strokes();
    return new Handwriting(strokes, Optional.of(line.spelled()), Optional.of(line.writer()));
  }

  /** Whether the pen moves further than it does from stroke to stroke in a line. */
  private static boolean strays(List<WrittenWord> words) {
    Stroke before = null;
    for (WrittenWord word : words) {
      for (Stroke stroke : word.ink().strokes()) {
        if (before != null && isFar(before.last(), stroke.first())) {
          return true;
        }
        before = stroke;
      }
    }
    return false;
  }

  private static boolean isFar(PenPoint from, PenPoint to) {
    return Math.abs(from.y() - to.y()) > FAR_UP || Math.abs(from.x() - to.x()) > FAR_ASIDE;
  }
}
