package ductus.ink.compose;

import ductus.ink.hand.Glyph;
import ductus.ink.hand.Hand;
import ductus.ink.hand.HandFile;
import ductus.ink.hand.Joins;
import ductus.ink.path.PathData;
import ductus.ink.path.PathSyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Small hands for tests, and those that ship. */
final class TestHand {
  private final TreeMap<Integer, List<Glyph>> glyphs = new TreeMap<>();

  TestHand with(int character, Joins joins, String data) {
    try {
      glyphs
          .computeIfAbsent(character, any -> new ArrayList<>())
          .add(new Glyph(PathData.strokes(data, 0.005), joins));
      return this;
    } catch (PathSyntaxException broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  Hand joined() {
    return new Hand("test", true, glyphs);
  }

  Hand unjoined() {
    return new Hand("test", false, glyphs);
  }

  /** i with a dot, an n, a square, and an acute accent; the letters can be joined. */
  static TestHand simple() {
    return new TestHand()
        .with(
            'i', Joins.BOTH, "M0 0.7C0 0.9 0.1 1 0.1 1L0.1 0.2C0.1 0 0.3 0 0.4 0.2M0.1 1.4L0.1 1.5")
        .with(
            'n',
            Joins.BOTH,
            "M0 0.7C0 1 0.1 1 0.1 1L0.1 0L0.1 0.5C0.2 1 0.6 1 0.6 0.7L0.6 0.2C0.6 0 0.8 0 0.9 0.2")
        .with('o', Joins.NONE, "M0 0L0 1L1 1L1 0Z")
        .with('.', Joins.NONE, "M0 0L0.05 0")
        .with('1', Joins.NONE, "M0 0L0 1.6")
        .with(0x301, Joins.NONE, "M-0.1 0L0.1 0.3");
  }

  static Hand shipped(String name) throws Exception {
    return HandFile.read(Path.of("corpora", "hands", name + ".json"));
  }
}
