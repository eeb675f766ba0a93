package ductus.task.recognition;

import ductus.corpus.LeftOut;
import ductus.corpus.hand.HandFolder;
import ductus.file.BadFileException;
import ductus.format.NumberText;
import ductus.ink.hand.Characters;
import ductus.ink.hand.Hand;
import ductus.model.pen.Alphabet;
import ductus.task.TrainingMaterial;
import ductus.task.recognition.ReadingTrainingConfig.ReadingTarget;
import ductus.task.recognition.lessons.LineBatches;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The hands that a network which reads is to learn.
 *
 * @param hands two or more
 * @param leftOut files that could not be read
 */
record LearnedHands(List<Hand> hands, List<LeftOut> leftOut) {
  private static final int DOTLESS_I = 'ı';

  LearnedHands {
    hands = List.copyOf(hands);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Reads the hands that a configuration names.
   *
   * @throws BadFileException if there are fewer than two
   */
  static LearnedHands read(ReadingTrainingConfig config) throws BadFileException, IOException {
    List<Path> folders = config.folders().stream().map(Path::of).toList();
    HandFolder folder = HandFolder.read(folders).without(config.withoutHands());
    if (folder.hands().size() < 2) {
      throw new BadFileException(
          folders.get(0), "training needs two hands at least, found " + folder.hands().size());
    }
    return new LearnedHands(folder.hands(), folder.leftOut());
  }

  /**
   * The digest by which the hands are known again: SHA-256 of their characters and drawings, in
   * hex.
   */
  String digest() {
    return HandFolder.digest(hands);
  }

  List<String> names() {
    return hands.stream().map(Hand::name).toList();
  }

  /**
   * The alphabet to read: all characters that two hands have, as somebody writes them, and the
   * space.
   */
  Alphabet alphabet() {
    TreeSet<Integer> characters = new TreeSet<>();
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

  TrainingMaterial material(ReadingTarget subject) {
    return new TrainingMaterial(
        hands.size(),
        LineBatches.HELD_OUT,
        "lines",
        subject.target(),
        NumberText.count(hands.size(), "hand"),
        leftOut);
  }
}
