package ductus.ink.mark;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A stroke whose points know which character they belong to.
 *
 * @param characters index of each point's character in its text
 */
record OwnedStroke(Stroke stroke, List<Integer> characters) {
  OwnedStroke {
    characters = List.copyOf(characters);
  }

  /** A stroke that belongs to one character. */
  static OwnedStroke of(Stroke stroke, int character) {
    return new OwnedStroke(stroke, Collections.nCopies(stroke.points().size(), character));
  }

  /** The character that most of its points belong to. */
  int owner() {
    Map<Integer, Integer> votes = new HashMap<>();
    int owner = characters.get(0);
    for (int character : characters) {
      if (votes.merge(character, 1, Integer::sum) > votes.getOrDefault(owner, 0)) {
        owner = character;
      }
    }
    return owner;
  }

  /** Returns this stroke farther to the right. */
  OwnedStroke moved(double by) {
    return new OwnedStroke(
        new Stroke(stroke.points().stream().map(p -> p.moved(p.x() + by, p.y())).toList()),
        characters);
  }

  /** Left end of the stroke, its slant taken away. */
  double left(double slant) {
    return stroke.points().stream().mapToDouble(p -> p.x() - slant * p.y()).min().orElseThrow();
  }

  /** Right end of the stroke, its slant taken away. */
  double right(double slant) {
    return stroke.points().stream().mapToDouble(p -> p.x() - slant * p.y()).max().orElseThrow();
  }

  double bottom() {
    return stroke.points().stream().mapToDouble(PenPoint::y).min().orElseThrow();
  }
}
