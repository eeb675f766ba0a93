package ductus.task.recognition;

import ductus.corpus.LeftOut;
import ductus.corpus.hand.HandFolder;
import ductus.corpus.line.CorpusLine;
import ductus.corpus.line.LineFolder;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.format.NumberText;
import ductus.ink.hand.Characters;
import ductus.ink.hand.Hand;
import ductus.model.pen.Alphabet;
import ductus.task.LeftAside;
import ductus.task.Preparing;
import ductus.task.TrainingMaterial;
import ductus.task.recognition.ReadingTrainingConfig.ReadingTarget;
import ductus.task.recognition.lessons.LineBatches;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a network that reads is to learn: hands that lines are composed of, and lines of people.
 *
 * @param hands two or more, or none where there are lines
 * @param lines of people to learn from
 * @param heldOut lines of other people, to measure by
 * @param passedOver how many pieces of ink are no lines, by reason
 * @param leftOut files that could not be read
 */
record ReadingCorpus(
    List<Hand> hands,
    List<CorpusLine> lines,
    List<CorpusLine> heldOut,
    SortedMap<String, Integer> passedOver,
    List<LeftOut> leftOut) {
  private static final int DOTLESS_I = 'ı';

  /** Occurrences in lines of people of a character that can be learned. */
  static final int OFTEN = 30;

  ReadingCorpus {
    hands = List.copyOf(hands);
    lines = List.copyOf(lines);
    heldOut = List.copyOf(heldOut);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Reads the hands that a configuration names, and, to read text, the lines of people.
   *
   * @throws BadFileException if there are neither lines nor two hands
   * @throws IllegalArgumentException if one that is to be left aside is not there
   */
  static ReadingCorpus read(ReadingTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    List<Path> folders = config.folders().stream().map(Path::of).toList();
    HandFolder found = HandFolder.search(folders, preparing.stages().begin("Looking"));
    HandFolder folder = found.without(config.withoutHands());
    LineFolder lines =
        config.subject() == ReadingTarget.TEXT
            ? LineFolder.read(folders, preparing.threads(), preparing.reading())
            : LineFolder.NONE;
    LeftAside.requireThere(config.withoutHands(), found, lines);
    if (folder.hands().size() < 2 && lines.lines().isEmpty()) {
      throw new BadFileException(
          folders.get(0),
          "training needs two hands at least, found %d, or lines with their texts, found none%s"
              .formatted(folder.hands().size(), inWords(lines.passedOver())));
    }
    LineFolder.Parts parts = lines.split(config.plan().seed(), config.withoutHands());
    SortedMap<String, Integer> passedOver = new TreeMap<>(lines.passedOver());
    if (!config.doubtedBy().isEmpty()) {
      LineFolder.Parts credible =
          LineDoubt.of(config.doubtedBy(), preparing.threads())
              .credible(parts, preparing.stages().begin("Doubting"));
      passedOver.put(LineDoubt.REASON, parts.size() - credible.size());
      parts = credible;
    }
    List<LeftOut> leftOut = new ArrayList<>(folder.leftOut());
    leftOut.addAll(lines.leftOut());
    return new ReadingCorpus(
        folder.hands().size() < 2 ? List.of() : folder.hands(),
        parts.learned(),
        parts.heldOut(),
        passedOver,
        leftOut);
  }

  /**
   * The digest by which hands and lines are known again: SHA-256 of characters and drawings, of
   * texts and points, in hex.
   */
  String digest() {
    String ofHands = HandFolder.digest(hands);
    if (lines.isEmpty()) {
      return ofHands;
    }
    String all = ofHands + LineFolder.digest(lines) + LineFolder.digest(heldOut);
    return Sha256.hex(all.getBytes(StandardCharsets.UTF_8));
  }

  List<String> names() {
    return hands.stream().map(Hand::name).toList();
  }

  /**
   * The alphabet to read: all characters that two hands have, as somebody writes them, those that
   * stand often in the lines of people, and the space.
   */
  Alphabet alphabet() {
    TreeSet<Integer> characters = often();
    TreeSet<Integer> once = new TreeSet<>();
    for (Hand hand : hands) {
      for (int character : hand.characters()) {
        boolean plain = Characters.plain(Character.toString(character)).codePointAt(0) == character;
        if (plain && !once.add(character)) {
          characters.add(character);
        }
      }
    }
    characters.remove(DOTLESS_I);
    characters.add((int) ' ');
    return new Alphabet(characters.stream().map(Character::toString).collect(Collectors.joining()));
  }

  private TreeSet<Integer> often() {
    Map<Integer, Integer> counts = new HashMap<>();
    for (CorpusLine line : lines) {
      line.spelled().codePoints().forEach(each -> counts.merge(each, 1, Integer::sum));
    }
    TreeSet<Integer> often = new TreeSet<>();
    counts.forEach(
        (character, count) -> {
          if (count >= OFTEN) {
            often.add(character);
          }
        });
    return often;
  }

  /** The writers of the lines to learn from, each by a hash of the name, sorted. */
  List<String> writers() {
    return lines.stream().map(line -> line.writerHash()).distinct().sorted().toList();
  }

  /** Words for people on what was read, a notice each. */
  List<String> notices() {
    List<String> notices = new ArrayList<>();
    if (!lines.isEmpty()) {
      notices.add(
          String.format(
              Locale.ROOT,
              "%,d lines by people to learn from, %,d held out to measure by",
              lines.size(),
              heldOut.size()));
    }
    if (!lines.isEmpty() && hands.isEmpty()) {
      notices.add("no lines are composed beside them, as there are not two hands");
    }
    if (!passedOver.isEmpty()) {
      notices.add("passed over" + inWords(passedOver));
    }
    return notices;
  }

  private static String inWords(SortedMap<String, Integer> passedOver) {
    return passedOver.entrySet().stream()
        .map(entry -> NumberText.count(entry.getValue(), "piece") + " " + entry.getKey())
        .collect(Collectors.joining(", ", passedOver.isEmpty() ? "" : ": ", ""));
  }

  /** What is learned from, for the header of a model. */
  String corpus() {
    return lines.isEmpty()
        ? String.format(Locale.ROOT, "lines composed of %d hands", hands.size())
        : inWords();
  }

  private String inWords() {
    List<String> words = new ArrayList<>();
    if (!hands.isEmpty()) {
      words.add(NumberText.count(hands.size(), "hand"));
    }
    if (!lines.isEmpty()) {
      words.add(String.format(Locale.ROOT, "%,d lines by people", lines.size()));
    }
    return String.join(", ", words);
  }

  TrainingMaterial material(ReadingTarget subject) {
    return new TrainingMaterial(
        lines.isEmpty() ? hands.size() : lines.size(),
        heldOut.isEmpty() ? LineBatches.HELD_OUT : heldOut.size(),
        "lines",
        subject.target(),
        inWords(),
        leftOut);
  }
}
