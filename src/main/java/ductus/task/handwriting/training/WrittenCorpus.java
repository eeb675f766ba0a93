package ductus.task.handwriting.training;

import ductus.corpus.ReadingListener;
import ductus.corpus.line.CorpusLine;
import ductus.corpus.line.LineFolder;
import ductus.format.NumberText;
import ductus.ink.Handwriting;
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
import java.util.Locale;
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
record WrittenCorpus(List<WrittenLessons> lessons, SortedMap<String, Integer> passedOver) {
  /** Characters that somebody must have written for a hand to be learned. */
  static final int FEWEST = 400;

  /** Characters from which on the ink of a line tells its size. */
  private static final int TELLING = 15;

  /** Factor by which a line has more ink a character than another where their sizes differ. */
  private static final double UNLIKE = 1.45;

  /** Lines that are read together. */
  private static final int TOGETHER = 1000;

  /** Aligns lines with their texts, and gathers them by who wrote them. */
  static WrittenCorpus of(
      List<CorpusLine> lines, ReaderNetwork reader, int threads, ReadingListener listener) {
    Gathering gathering = new Gathering(reader.config().alphabet());
    try (Workers workers = new Workers(threads)) {
      LineReader reading =
          new LineReader(reader, LineReader.Decoding.bestPath(), KernelChoice.best(), workers);
      for (int from = 0; from < lines.size(); from += TOGETHER) {
        int to = Math.min(lines.size(), from + TOGETHER);
        gathering.add(lines.subList(from, to), reading);
        listener.progress(to, lines.size());
      }
    }
    return new WrittenCorpus(gathering.lessons(), gathering.passedOver);
  }

  private static final class Gathering {
    final SortedMap<String, Integer> passedOver = new TreeMap<>();
    private final SortedMap<String, List<AlignedLine>> people = new TreeMap<>();
    private final Alphabet alphabet;

    Gathering(Alphabet alphabet) {
      this.alphabet = alphabet;
    }

    void add(List<CorpusLine> lines, LineReader reading) {
      List<CorpusLine> spelled =
          lines.stream()
              .filter(line -> line.spelled().codePoints().allMatch(alphabet::has))
              .toList();
      passOver("with characters that the reader does not know", lines.size() - spelled.size());
      List<Handwriting> ink = spelled.stream().map(WrittenCorpus::resampled).toList();
      List<LineAlignment> alignments = reading.align(ink);
      for (int i = 0; i < ink.size(); i++) {
        add(spelled.get(i).writer(), ink.get(i), alignments.get(i));
      }
    }

    private void add(String writer, Handwriting ink, LineAlignment alignment) {
      if (!alignment.isBelieved()) {
        passOver("whose text the reader doubts", 1);
        return;
      }
      AlignedLine line = AlignedLine.of(ink, alignment);
      if (line.strays()) {
        passOver("whose words do not follow one another", 1);
      } else {
        people.computeIfAbsent(writer, name -> new ArrayList<>()).add(line);
      }
    }

    List<WrittenLessons> lessons() {
      List<WrittenLessons> lessons = new ArrayList<>();
      people.forEach(
          (writer, lines) -> {
            List<AlignedLine> alike = ofOneSize(lines);
            passOver("of another size than their writer's", lines.size() - alike.size());
            if (alike.stream().mapToInt(AlignedLine::length).sum() >= FEWEST) {
              lessons.add(new WrittenLessons(writer, alike));
            } else {
              passOver("by people who wrote little", alike.size());
            }
          });
      return lessons;
    }

    private void passOver(String reason, int pieces) {
      count(reason, pieces, passedOver);
    }
  }

  private static Handwriting resampled(CorpusLine line) {
    Handwriting ink = Handwriting.of(line.ink().strokes());
    List<Stroke> strokes = new ArcLengthResampling(PenEncoding.SPACING).apply(ink).ink().strokes();
    return new Handwriting(strokes, Optional.of(line.spelled()), Optional.of(line.writer()));
  }

  /**
   * The lines that have about as much ink a character as most: of others the x-height was missed.
   */
  private static List<AlignedLine> ofOneSize(List<AlignedLine> lines) {
    double[] all = lines.stream().mapToDouble(AlignedLine::inkOfCharacter).sorted().toArray();
    double usual = all[all.length / 2];
    return lines.stream()
        .filter(
            line -> {
              double ink = line.inkOfCharacter();
              return line.length() < TELLING || (ink <= UNLIKE * usual && UNLIKE * ink >= usual);
            })
        .toList();
  }

  /**
   * Words for people on what is learned, a notice each.
   *
   * @param found in which the lines were
   */
  List<String> notices(LineFolder found) {
    SortedMap<String, Integer> all = new TreeMap<>(found.passedOver());
    passedOver.forEach((reason, count) -> count(reason, count, all));
    String people = String.format(Locale.ROOT, "lines of %,d people to learn from", lessons.size());
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
}
