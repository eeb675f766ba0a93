package ductus.analysis.surprise;

import ductus.analysis.surprise.Surprise.ScoredPart;
import ductus.file.BadFileException;
import ductus.format.NearestName;
import ductus.generate.PenScorer;
import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.hand.Characters;
import ductus.ink.prepare.InkPreparation;
import ductus.ink.read.InkFile;
import ductus.ink.recognition.LineReader;
import ductus.ink.recognition.ReadingModels;
import ductus.ink.splitting.LineSplitting;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.pen.Alphabet;
import ductus.model.pen.PenSequence;
import ductus.task.handwriting.synthesis.HandModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reader that finds which strokes of lines of handwriting are odd. To a stroke belongs the way of
 * the lifted pen to it, and that to the next one. What a line says is read by the reader that
 * ships, where its file does not say it; whose hand it is in, where that is not asked for, is the
 * one in which it surprises least.
 */
public final class InkSurprise implements SurpriseReader {
  private final HandModel model;
  private final @Nullable String hand;
  private final @Nullable String text;
  private final Workers workers = new Workers(1);
  private final PenScorer scorer;

  /**
   * Creates a reader with a model that writes.
   *
   * @param hand of the model's that lines are in; null for whichever fits
   * @param text that a line says; null to go by the file, or else to read it
   */
  public InkSurprise(HandModel model, @Nullable String hand, @Nullable String text) {
    this.model = model;
    this.hand = hand;
    this.text = text;
    List<String> known = model.network().config().styleNames();
    if (hand != null && !known.contains(hand)) {
      throw new IllegalArgumentException(
          "hand must be one of %s but was %s%s"
              .formatted(String.join(", ", known), hand, NearestName.question(hand, known)));
    }
    if (text != null) {
      List<Characters.Missing> missing = Characters.missing(text, model.alphabet());
      if (!missing.isEmpty()) {
        throw new IllegalArgumentException(
            "text must be of characters that the model knows but has " + missing.get(0));
      }
    }
    scorer = new PenScorer(model.network(), KernelChoice.best(), workers);
  }

  @Override
  public String part() {
    return "stroke";
  }

  /**
   * A line as it was judged.
   *
   * @param ink prepared
   */
  private record Line(Handwriting ink, String text, String hand, List<Double> strokes) {}

  @Override
  public Surprise read(Path file, Optional<AnomalyThreshold> alarm)
      throws BadFileException, IOException {
    List<Line> lines = lines(file);
    List<ScoredPart> parts = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      String place = lines.size() == 1 ? "" : "line " + (i + 1) + ", ";
      for (int s = 0; s < line.strokes().size(); s++) {
        parts.add(new ScoredPart(place + "stroke " + (s + 1), line.strokes().get(s)));
      }
      notes.add(String.format(Locale.ROOT, "\"%s\", in a hand like %s", line.text(), line.hand()));
    }
    String title = "What is odd in " + file.getFileName();
    List<Handwriting> ink = lines.stream().map(Line::ink).toList();
    return new Surprise(String.join("; ", notes), parts, odd -> MarkedInk.svg(title, ink, odd));
  }

  @Override
  public List<Double> sound(Path path) throws BadFileException, IOException {
    List<Double> all = new ArrayList<>();
    for (Line line : lines(path)) {
      all.addAll(line.strokes());
    }
    return all;
  }

  private List<Line> lines(Path file) throws BadFileException, IOException {
    InkPreparation preparation = InkPreparation.ofLines(PenEncoding.SPACING);
    List<Handwriting> inks = new ArrayList<>();
    List<@Nullable String> texts = new ArrayList<>();
    for (Handwriting piece : InkFile.read(file).pieces()) {
      List<Handwriting> split = piece.strokes().isEmpty() ? List.of() : LineSplitting.of(piece);
      List<String> said = piece.text().map(all -> all.lines().toList()).orElse(List.of());
      for (int i = 0; i < split.size(); i++) {
        inks.add(preparation.apply(split.get(i)).ink());
        texts.add(said.size() == split.size() ? said.get(i) : null);
      }
    }
    if (text != null && inks.size() != 1) {
      throw new BadFileException(
          file, "must have one line, if --text says what it says, but has " + inks.size());
    }
    if (inks.isEmpty()) {
      throw new BadFileException(file, "must have lines of handwriting but has no stroke");
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < inks.size(); i++) {
      String said = text == null ? texts.get(i) : text;
      lines.add(line(inks.get(i), said == null ? read(inks.get(i)) : said));
    }
    return lines;
  }

  private String read(Handwriting line) throws BadFileException, IOException {
    return new LineReader(
            ReadingModels.reader(ReadingModels.SHIPPED).network(), KernelChoice.best(), workers)
        .read(line);
  }

  /**
   * The surprise of each stroke of a line.
   *
   * @param ink prepared: baseline at 0, x-height 1, a point each 0.2
   * @param said what it says
   */
  public List<Double> strokes(Handwriting ink, String said) {
    return line(ink, said).strokes();
  }

  private Line line(Handwriting ink, String said) {
    Alphabet alphabet = model.network().config().textWindow().alphabet();
    String plain = Characters.plain(Characters.substituted(said, model.alphabet()));
    List<String> hands = hand == null ? model.network().config().styleNames() : List.of(hand);
    List<PenSequence> sequences = new ArrayList<>();
    for (String each : hands) {
      int style = model.network().config().styleNames().indexOf(each);
      sequences.add(PenEncoding.encode(ink, plain, alphabet, style));
    }
    List<double[]> nats = scorer.nats(sequences);
    int best = 0;
    for (int i = 1; i < nats.size(); i++) {
      best = sum(nats.get(i)) < sum(nats.get(best)) ? i : best;
    }
    return new Line(ink, plain, hands.get(best), strokes(ink, nats.get(best)));
  }

  private static double sum(double[] nats) {
    return Arrays.stream(nats).sum();
  }

  /** The first point of the next stroke is where the pen went from this one. */
  private static List<Double> strokes(Handwriting ink, double[] nats) {
    List<Integer> from = new ArrayList<>();
    List<Integer> to = new ArrayList<>();
    int at = 0;
    for (Stroke stroke : ink.strokes()) {
      from.add(at);
      at += stroke.points().size();
      to.add(Math.min(nats.length, at + 1));
    }
    return ScoredPart.excess(nats, from, to);
  }

  @Override
  public void close() {
    workers.close();
  }
}
