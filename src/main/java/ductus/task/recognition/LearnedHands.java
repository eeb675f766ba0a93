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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The hands, and the lines of people, that a network which reads is to learn.
 *
 * @param hands two or more, or none where there are lines
 * @param lines of people to learn from
 * @param heldOut lines of other people, to measure by
 * @param passedOver how many pieces of ink are no lines, by reason
 * @param leftOut files that could not be read
 */
record LearnedHands(
    List<Hand> hands,
    List<CorpusLine> lines,
    List<CorpusLine> heldOut,
    SortedMap<String, Integer> passedOver,
    List<LeftOut> leftOut) {
  private static final int DOTLESS_I = 'ı';

  /** Occurrences in lines of people of a character that can be learned. */
  private static final int OFTEN = 30;

  LearnedHands {
    hands = List.copyOf(hands);
    lines = List.copyOf(lines);
    heldOut = List.copyOf(heldOut);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Reads the hands that a configuration names, and, to read text, the lines of people.
   *
   * @throws BadFileException if there are neither lines nor two hands
   */
  static LearnedHands read(ReadingTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    List<Path> folders = config.folders().stream().map(Path::of).toList();
    HandFolder found = HandFolder.search(folders);
    HandFolder folder = found.without(config.withoutHands());
    LineFolder lines =
        config.subject() == ReadingTarget.TEXT
            ? LineFolder.read(folders, preparing.threads(), preparing.reading())
            : LineFolder.NONE;
    if (folder.hands().size() < 2 && lines.lines().isEmpty()) {
      throw new BadFileException(
          folders.get(0), "training needs two hands at least, found " + folder.hands().size());
    }
    Set<String> heldOut = lines.heldOutWriters(config.plan().seed());
    heldOut.addAll(config.withoutHands());
    Map<Boolean, List<CorpusLine>> parts =
        lines.lines().stream()
            .collect(Collectors.partitioningBy(line -> heldOut.contains(line.writer())));
    List<LeftOut> leftOut = new ArrayList<>(folder.leftOut());
    leftOut.addAll(lines.leftOut());
    return new LearnedHands(
        folder.hands().size() < 2 ? List.of() : folder.hands(),
        Objects.requireNonNull(parts.get(false)),
        Objects.requireNonNull(parts.get(true)),
        lines.passedOver(),
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

  /** What was read, for people. */
  List<String> notices() {
    List<String> notices = new ArrayList<>();
    if (!lines.isEmpty()) {
      notices.add(
          "%,d lines by people to learn from, %,d of other writers held out"
              .formatted(lines.size(), heldOut.size()));
    }
    passedOver.forEach(
        (reason, count) ->
            notices.add(NumberText.count(count, "piece") + " " + reason + " passed over"));
    return notices;
  }

  /** What is learned from, for the header of a model. */
  String corpus() {
    return lines.isEmpty() ? "lines composed of %d hands".formatted(hands.size()) : inWords();
  }

  private String inWords() {
    List<String> words = new ArrayList<>();
    if (!hands.isEmpty()) {
      words.add(NumberText.count(hands.size(), "hand"));
    }
    if (!lines.isEmpty()) {
      words.add("%,d lines by people".formatted(lines.size()));
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
