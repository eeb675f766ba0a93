package ductus.task.handwriting.naming;

import ductus.generate.PenScorer;
import ductus.ink.Handwriting;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.hand.Characters;
import ductus.ink.recognition.WriterIdentification;
import ductus.ink.recognition.WriterIdentification.Nearest;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.pen.Alphabet;
import ductus.model.pen.PenSequence;
import ductus.task.handwriting.synthesis.HandModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Says whose hand lines are in. Of hands that people wrote lines in it is the one as which a
 * network that writes it predicts their points best: all are tried on the beginning of a line, and
 * those that do best there on more of it. Whether it is in one of these at all or in one that is
 * composed of drawings, networks say by the beginning; which one of the latter it is, its embedding
 * says. Not for use by two threads at once.
 */
public final class HandNaming {
  /** Points of a line that all hands are tried on. */
  private static final int BEGINNING = 150;

  /** Hands that are tried on more. */
  private static final int KEPT = 12;

  /** Points of a line beyond which nothing is tried: networks learned lines of about as many. */
  private static final int MOST_POINTS = 800;

  /** Steps that go through a network together, those that only fill up shorter lines among them. */
  private static final int MOST_STEPS = 8192;

  /**
   * Nats a point that hands of drawings have ahead of the others: networks expect lines that are
   * composed so exactly that a size which was measured a little wrongly costs them much.
   */
  private static final double AHEAD = 2.5;

  /** Points of a line that count as independent where it is hands of drawings or others. */
  private static final double COUNTED = 22;

  /** Nats that the likeness of a hand of drawings counts for each 1 of it. */
  private static final double NATS_OF_LIKENESS = 60;

  private final WriterIdentification drawn;
  private final KnownHands composed;
  private final List<KnownHands> known;
  private final Set<String> tried = new TreeSet<>();
  private final SortedMap<String, Double> nothing = new TreeMap<>();
  private final Kernels kernels;
  private final Workers workers;

  /**
   * Knows some hands, one or more, each name once.
   *
   * @param drawn where the hands are enrolled that are composed of drawings
   * @param composed some of these, with a model that writes them
   * @param known hands that people wrote lines in
   */
  public HandNaming(
      WriterIdentification drawn,
      KnownHands composed,
      List<KnownHands> known,
      Kernels kernels,
      Workers workers) {
    this.drawn = drawn;
    this.composed = composed;
    this.known = List.copyOf(known);
    this.kernels = kernels;
    this.workers = workers;
    known.forEach(each -> each.hands().forEach(hand -> nothing.put(hand, 0.0)));
    tried.addAll(nothing.keySet());
    tried.addAll(composed.hands());
  }

  /**
   * What speaks for each hand in each of some lines: for all alike where a line has no ink.
   *
   * @param lines prepared: baseline at 0, x-height 1, a point each {@link PenEncoding#SPACING}
   * @param texts that they say, as well as they could be read
   */
  public List<HandEvidence> evidence(List<Handwriting> lines, List<String> texts) {
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      questions.add(new Question(lines.get(i), texts.get(i), tried));
    }
    List<Question> inked = questions.stream().filter(each -> each.points() > 0).toList();
    ask(inked, BEGINNING);
    List<Double> ofDrawings = inked.stream().map(this::takeComposed).toList();
    List<Question> further =
        inked.stream().map(each -> each.about(TriedLine.best(each.nats(), KEPT))).toList();
    ask(further, MOST_POINTS);
    List<List<Nearest>> likenesses =
        inked.isEmpty() ? List.of() : drawn.nearest(inked.stream().map(Question::line).toList());
    List<HandEvidence> evidence = new ArrayList<>();
    int next = 0;
    for (Question question : questions) {
      if (question.points() == 0) {
        SortedMap<String, Double> all = new TreeMap<>(nothing);
        drawn.enrolled().forEach(hand -> all.put(hand, 0.0));
        evidence.add(new HandEvidence(all));
      } else {
        evidence.add(
            evidence(
                question, further.get(next).nats(), likenesses.get(next), ofDrawings.get(next)));
        next++;
      }
    }
    return evidence;
  }

  /**
   * Takes the hands of drawings out of the answers.
   *
   * @return what speaks for them, for the likeliest one beside the likeliest of the others
   */
  private double takeComposed(Question question) {
    double least = Double.POSITIVE_INFINITY;
    for (String hand : composed.hands()) {
      least = Math.min(least, Objects.requireNonNull(question.nats().remove(hand)));
    }
    if (question.nats().isEmpty() || composed.hands().isEmpty()) {
      return 0;
    }
    double others = Collections.min(question.nats().values());
    return COUNTED * (AHEAD + (others - least) / Math.min(BEGINNING, question.points()));
  }

  private static HandEvidence evidence(
      Question question,
      SortedMap<String, Double> more,
      List<Nearest> likenesses,
      double ofDrawings) {
    SortedMap<String, Double> all = new TreeMap<>();
    if (!more.isEmpty()) {
      int points = Math.min(MOST_POINTS, question.points());
      SortedMap<String, Double> nats =
          new TriedLine(question.nats(), more, points).evidence().nats();
      double most = Collections.max(nats.values());
      nats.forEach((hand, each) -> all.put(hand, each - most));
    }
    for (Nearest each : likenesses) {
      double less = likenesses.get(0).likeness() - each.likeness();
      all.put(each.hand(), ofDrawings - NATS_OF_LIKENESS * less);
    }
    return new HandEvidence(all);
  }

  /**
   * What a line costs as some hands.
   *
   * @param hands that it is tried as
   * @param nats by the name of the hand, once they are known
   */
  private record Question(
      Handwriting line, String text, Set<String> hands, SortedMap<String, Double> nats) {
    Question(Handwriting line, String text, Set<String> hands) {
      this(line, text, hands, new TreeMap<>());
    }

    /** The same line as other hands. */
    Question about(Set<String> others) {
      return new Question(line, text, others);
    }

    int points() {
      return line.points();
    }

    /** The line as the hands of a model that are asked about. */
    Stream<Attempt> attempts(KnownHands by, int points) {
      HandModel model = by.model();
      Alphabet alphabet = model.network().config().textWindow().alphabet();
      String plain = Characters.plain(Characters.substituted(text, model.alphabet()));
      List<String> styles = model.network().config().styleNames();
      return by.hands().stream()
          .filter(hands::contains)
          .map(
              hand -> {
                int style = styles.indexOf(hand);
                PenSequence whole = PenEncoding.encode(line, plain, alphabet, style);
                return new Attempt(this, hand, whole.first(points));
              });
    }
  }

  /** A line as a hand. */
  private record Attempt(Question question, String hand, PenSequence line) {
    int steps() {
      return 1 + line.points();
    }
  }

  /** Answers questions by the first points of their lines; a network after the other is packed. */
  private void ask(List<Question> questions, int points) {
    for (KnownHands by : Stream.concat(Stream.of(composed), known.stream()).toList()) {
      List<Attempt> attempts =
          questions.stream()
              .flatMap(question -> question.attempts(by, points))
              .sorted(Comparator.comparingInt(Attempt::steps))
              .toList();
      if (!attempts.isEmpty()) {
        score(attempts, new PenScorer(by.model().network(), kernels, workers));
      }
    }
  }

  /** Scores lines, the longest first; those of about a length go through the network together. */
  private static void score(List<Attempt> attempts, PenScorer scorer) {
    int to = attempts.size();
    while (to > 0) {
      int from = Math.max(0, to - Math.max(1, MOST_STEPS / attempts.get(to - 1).steps()));
      List<Attempt> some = attempts.subList(from, to);
      List<double[]> nats = scorer.nats(some.stream().map(Attempt::line).toList());
      for (int i = 0; i < some.size(); i++) {
        Attempt attempt = some.get(i);
        attempt.question.nats.put(attempt.hand, Arrays.stream(nats.get(i)).sum());
      }
      to = from;
    }
  }
}
